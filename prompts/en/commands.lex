# What is a command or an answer as a whole message: every word of it must stand here, politeness aside.
# src/language/grammar/mod.rs tells how a line is written. What no line explains whole is asked about, and never done.

# --- beside a command: changes nothing ---
[polite]
no <problem|problems|worries|rush|bother>
<please|kindly|sir|madam|mam|ma'am|dear|friend|buddy|mate|bro|dude|hun|guys|folks|pal|bitte|sorry>
<oh|ooh|ah|aw|well|right then|hey|haha|ta|if you please|if you would|if you do not mind|for me|thats all|cheers then>
<🙏|🙂|😊|😀|😃|😄|🎉|❤|🏻|🏼|🏽|🏾|🏿>
i have <checked|reviewed|read|double checked|looked at|gone over|been through> <it|this|that|everything|them> (all)
i have <read|looked|gone|been> (it|them|this|everything) <through|over> (it|them|this|everything|twice|carefully)
(i) (have) <checked|reviewed|read> (all) (the|my|all the) <details|it|everything|info|information> (twice|carefully|now)

[thumbs]
<👍|👌|✅|✔|☑|💯>

# --- never the last word of a message ---
[and]
<and|then|so|also|and so|and then|and now|thus|hence>

# --- parts ---
[card]
(the|my|this|that|your) (above|shown|same)+ card
(the|my|this|that) (card|one) <above|shown|you have (there)|i gave (you)|on file|shown above|i entered>

[it]
<it|this|everything|all of it|the lot|the money|the (whole|full|total|entire) <amount|sum|total|thing|payment>>
(the|my|this|that) <payment|charge|order|transaction|purchase|booking|bill|amount|total|balance> (due|shown|above)

[payment]
(the|my|this|that) <payment|charge|transaction|purchase>

[very]
<all|absolutely|completely|totally|perfectly|exactly|quite|very|just|really|pretty|100 percent|so|both|entirely|indeed>

[fine]
<right|correct|good|fine|great|perfect|accurate|ok|okay|in order|spot on|lovely|brilliant|true|as it should be>
<all right|alright|cool|sound|as expected|up to date|right there|correct there|the right one|the right ones>

[good]
{fine} (and {fine})

[to me]
<to me|here|from me|by me|from my side|on my end|with me|there|now>

[sure]
<sure|certain|positive|happy|fine|ok|okay|good|ready|content|satisfied|in>

[details]
(all|the|my|those|these|all the|all my|all of the) <details|data|info|information|numbers|card details>
(both) (the|my) <name|card|number|amount|total|price> and (the|my) <name|card|number|amount|total|date|price>

[now]
<now|today|right now|right away|straight away|immediately|at once|whenever you are ready|as well|in full|asap>
<<to|on|from|with|using|against> {card}|for (the|my|this) order>

[take]
<charge|process|submit|authorize|authorise|approve>

[take what]
<charge|bill|debit|pay|pay for|put through|push through|settle|execute>

[settle]
<make|place|run|send|complete|finish|finalize|finalise|confirm|take|process|do|execute|submit> {payment}

[surely]
<do|hereby|fully|completely|can|also|gladly|happily|certainly|definitely|wholeheartedly|agree and|confirm and>

# --- yes ---
[yes word]
<yes|yeah|yea|yep|yup|yah|yeh|yess|yas|yass|yepp|yupp|yeap|y|aye|yip|yessir|ya|yh|yebo|hell yes|hell yeah|heck yes>
<sure|sure thing|for sure|surely|certainly|definitely|absolutely|totally|of course|ofc|indeed|naturally|affirmative>
<by all means|you bet|you betcha|roger|deal|without a doubt|100 percent|hundred percent|most certainly|too right|defo>

[yes]
{yes word} ({now})
i ({surely})+ <agree|consent|confirm|approve|accept|authorize|authorise> (to) (this|{it}|{details}) ({now})
<agreed|confirm|confirmed|confirming|approved|accept|accepted|authorized|authorised|granted> (it|this|{payment})
i am ({very})+ <<sure|certain|positive>|{sure} <with|about> <it|this|that|everything|{it}>>
yes <i do|i am|it is|they are|it does|you can|you may|that is it|that is the one|to all of (that|this|it)>
<<it is|that is|that would be> a (definite|big|clear|firm|hard) <yes|yep> (from me)|consider it <confirmed|approved>>
you have (my|the) <permission|consent|approval|authorization|authorisation|blessing|go ahead|green light|all clear>

# --- yes, in words of paying ---
[may]
<you can|you may|you should|please|just|let us|you are free to|you are welcome to|then|clear to|good to>
<i want|i would like|i am ready|i am happy|i wish|i agree|i am willing|i want you|i would like you|i am good> to
<i am|ready|happy|ok|okay|feel free|free|want|fine|you are (authorised|authorized|cleared|allowed|welcome|good)|good> to
<i|i hereby> <authorise|authorize|allow|permit|instruct|ask|want> you to

[going]
<go (right|on|straight) ahead|go ahead|proceed|move forward|push on|get on with it|crack on|press on|go for it>

[pay]
({may}) {take} ({it}|{card}) ({now})+
({may}) <{take what} <{it}|{card}>|<charge|bill|debit> me|{settle}> ({now})+
({may}) {going} ({now}|now please)
({may}) {going} (and|with) <{take} ({it}|{card})|{take what} <{it}|{card}>|{it}|do it|that> ({now})+
({may}) <put|run|take|push> <{it}|that> <through ({now})|{now}>
({may}) <use|go with> <this|that> card ({now})
<do it|do so|please do|do that|make it so|fire away|send it|have at it|charge away|take my money|do the needful>
let us <do <it|this|that>|go|go for it|get it done|get this done|get it over with|roll>
(please|i want to|i would like to|yes) pay ({it}|that|for {it}) ({now})+
({may}) <take|charge|accept|make> <payment|the money> ({now})+

[go]
({may}) <continue|carry on|go on|keep going|keep on> (with <{it}|that>) ({now})+

# --- heard, and perhaps agreed to: a yes only to a review that was just shown ---
[noted whole]
<i do|i sure do>

[noted]
<ok|okay|okey|okey dokey|okie dokie|oki|okie|k|kk|alright|alrighty|righto|right|fine|cool|great|good|nice|grand>
<perfect|excellent|lovely|brilliant|wonderful|awesome|super|fab|fantastic|splendid|very well|very good|amazing|aight>
<correct|exactly|precisely|that is it|that is the one|lgtm|that is me|works for me|bingo|spot on|all set (here|then)>

[all is good]
({it}|{details}|that|they|those|these|all) <is|are|looks|look|seems|sounds|is looking> ({very})+ {good} ({to me})
<looks|sounds|seems|looking|everything|all> ({very})+ {good} ({to me})
<all|everything|it all|they all|that all> <<looks|is|seems> ({very})+ {good}|checks out|matches|adds up> ({to me})
{details} ({very}) {good}
<(i am|we are|all) good to go|{good} <by|with> me>
that <works|does it|will do> (for me)

[approval]
(i <confirm|agree|can confirm|see> (that)) {all is good}

[nothing to change]
(i have) no <objections|objection|complaints|changes|issues> (at all|there|here|from me|to that|to make)
<nothing to|no need to> <change|add|correct|fix>

# --- no ---
[no]
<no|nope|nah|naah|noo|na|nay|n|nopes|naw|nein|no way|no never|never|not really|not yet|not now|not at all|not today>
no <thanks|thank you|sir|ma'am|way jose|not yet|not now|not really|it is not|that is wrong|i do not|please|cheers|ta>
<hell|absolutely|definitely|certainly|of course|heck|obviously> <no|not>
(please) do not <do|charge|pay|take|proceed|process|confirm|continue|submit|go ahead> ({it}|me|{card}|that) (yet|now)
i do not <agree|want that|want this|think so|accept|approve|confirm|authorize|authorise|consent> ({it})
<under no circumstances|not approved|not on your life|i disagree|negative>

# --- what stops ---
[would]
<i want to|i would like to|i need to|i have to|let me|please|can you (please)|could you (please)|need to|want to|let us>

[any more]
<anymore|now|after all>

[at once]
<now|right now|immediately|at once|please|altogether|straight away|right away>

[stop]
<cancel|cancell|abort|terminate> ({at once})
({would}) <cancel|stop|abort|end|quit> <it|this|that|everything|all of this|the whole thing|{payment}> ({at once})
<please|just|can you|could you|i said> <cancel|stop|abort|quit|terminate> ({at once})
{would} <cancel|stop|abort|quit|back out|call it off|end it> ({at once})
<void|scrap|kill|terminate|call off|halt> <it|this|everything|the whole thing|{payment}> ({at once})
i ({very})+ <do not|no longer> want <to pay|to do this|to continue|to proceed|to go on|to buy|{it}> ({any more})
i am not <paying|buying it|going to pay|interested|going through with <this|it>|continuing> ({any more})
<i will not|i would rather not|i am not going to|i refuse to|i have decided not to> <pay|continue|proceed|buy|go on>
<forget it|forget about it|forget the whole thing|count me out|pull the plug|get me out (of here|of this)|call it off>
<i quit|i give up|i want out|i am out|no deal|no sale|the cancellation please|a cancellation please>

[stop whole]
<stop|quit|exit|end|cancellation|halt|stop it|stop this|stop that|cancle> ({at once})

# --- what does not stop ---
[keep]
(please) do not (ever) <cancel|stop|abort|end|quit|void> ({it}|that|now|yet)
i <do not|did not|never> <want|mean|ask> to <cancel|stop|quit> ({it}|that)
<<never|no need to> <cancel|stop>|no <cancelling|canceling|stopping>> ({it})

# --- what leaves things as they are ---
[keep whole]
<keep (<it|that|mine|<the|my> (old|first) <name|one|card|number|date>>) (as it is)|leave it as it is>

# --- back, and from the beginning ---
[back]
({would}) <go|step|move|take me> back (a step|one step)
({would}) <go|go back|back|take me|take me back|return> to the <previous|last|prior|earlier> <step|question|field>

[back whole]
<back|previous>

[restart]
({would}) <start|begin> (it|this) (all) <over|again|afresh|anew|from scratch|from zero> (again)
({would}) <restart|start from the beginning|start fresh|start from the top> (it|this|everything|the whole thing)
({would}) <go|go back|back|take me back> to the (very) <beginning|start|top>

[restart whole]
<restart|reset|start over>

# --- another value ---
[edit]
<change|edit|fix|update|modify|amend|redo|reenter|re enter|retype|alter|replace|adjust|chnage>

[wrong]
<wrong|incorrect|not right|not correct|misspelled|misspelt|mistyped|out of date>

[it is the wrong]
(that is|this is|i gave you|i gave|i typed|i put in|i put|i entered|you have) (the|my) {wrong}

[another]
<another|different|other|new|my other|a different|a new|the other>

[the name]
(the|my) (card|cardholder|cardholder's) name (on the card)

[the card]
(the|my) <card|card number|number on the card>

[the date]
(the|my) (card) <date|expiry|expiration|expiry date|expiration date|exp|exp date>

[the code]
(the|my) <cvv|cvc|security code|code>

[change]
({would}) {edit} {the name} = name
({would}) {edit} {the card} = card
({would}) {edit} {the date} = expiry
({would}) {edit} {the code} = cvv
<{the name} (is) {wrong}|{it is the wrong} name> = name
<{the card} (is) {wrong}|{it is the wrong} <card|card number>|not (this|that) card> = card
<{the date} (is) {wrong}|{it is the wrong} <date|expiry|expiry date>> = expiry
<{the code} (is) {wrong}|{it is the wrong} <code|cvv|cvc>> = cvv
({would}) <use|pay with|try|go with|switch to> {another} <card|card number|visa|mastercard|amex|one> (instead) = card
{another} card (please) = card
({would}) {edit} <it|something|one thing|the details|my details|a detail>

[change whole]
(({would}) make a) <change|correction>

# --- what sounds like a yes, and is none ---
[never]
<<yeah|yea|yes|ya|yah> right|<fine|ok|okay|great|right|yeah> whatever>
<please|kindly> confirm
