# What is a command or an answer as a whole message: every word of it must stand here, politeness aside.
# src/language/grammar/mod.rs tells how a line is written. What no line explains whole is asked about, and never done.

# --- beside a command: changes nothing ---
[polite]
<please|kindly|sir|madam|mam|ma'am|dear|friend|buddy|mate|bro|man|dude|love|hun|boss|guys|folks|pal|bitte|sorry|ji|boi>
<oh|ooh|ah|aw|well|um|right then|hey|haha|ta|if you please|if you would|if you do not mind|for me|thats all|cheers then>
<👍|👌|✅|🙏|🙂|😊|😀|😃|😄|✔|☑|💯|🎉|❤|🏻|🏼|🏽|🏾|🏿>
i have <checked|reviewed|read|double checked|looked at|gone over|been through|gone through> <it|this|that|everything|them> (all)
i have <read|looked|gone|been> (it|them|this|everything) <through|over> (it|them|this|everything|twice|carefully)
(i) (have) <checked|reviewed|read> (all) (the|my|all the) <details|it|everything|info|information> (twice|carefully|now)

# --- never the last word of a message ---
[and]
<and|then|so|also|and so|and then|and now|thus|hence>

# --- parts ---
[card]
(the|my|this|that|your) (visa|mastercard|amex|debit|credit|bank|above|same|shown)+ <card|visa|mastercard|amex>
(the|my|this|that) (card|one) <above|shown|you have (there)|i gave (you)|on file|shown above|i entered>

[it]
<it|this|everything|all of it|the lot|the (whole|full|total|entire) <amount|sum|total|lot|thing|order|payment>|the money>
(the|my|this|that) <payment|order|transaction|purchase|booking|invoice|bill|amount|total|fee|balance> (in full|due|shown|above)

[very]
<all|absolutely|completely|totally|perfectly|exactly|quite|very|just|really|pretty|100 percent|so|both|entirely|indeed>

[fine]
<right|correct|good|fine|great|perfect|accurate|ok|okay|excellent|in order|spot on|lovely|brilliant|as it should be|true>
<all right|alright|cool|sound|as expected|up to date|right there|correct there|the right one|the right ones>

[good]
{fine} (and {fine})

[to me]
<to me|here|from me|by me|from my side|on my end|with me|there|now>

[sure]
<sure|certain|positive|happy|fine|ok|okay|good|ready|content|satisfied|in>

[details]
(all|the|my|those|these|all the|all my|all those|all of the) <details|data|info|information|numbers|everything|card details>
(both) (the|my) <name|card|number|amount|total|price> and (the|my) <name|card|number|amount|total|date|price>

[now]
<now|today|right now|right away|straight away|immediately|at once|whenever you are ready|as well|in full|asap>
<to|on|from|with|using|against> {card}

[take]
<charge|bill|debit|process|submit|complete|finalize|finalise|execute|settle|authorize|authorise|approve|confirm|finish>

[take what]
<charge|bill|debit|process|make|pay|pay for|take|send|send off|do|place|run|put through|confirm|push through|action|settle>

[surely]
<do|hereby|fully|completely|can|also|gladly|happily|certainly|definitely|wholeheartedly|agree and|confirm and>

# --- yes ---
[yes]
<yes|yeah|yea|yep|yup|yah|yeh|yess|yas|yass|yepp|yupp|yeap|y|aye|yip|yesh|yessir|ya|yh|yebo|yus|mhm yes|damn right>
<sure|sure thing|for sure|surely|certainly|definitely|absolutely|totally|of course|ofc|indeed|naturally|affirmative|obviously>
<by all means|you bet|you betcha|roger|roger that|without a doubt|no doubt|most certainly|too right|defo|deffo|deal>
<hell|heck> <yeah|yes|yep>
<100|hundred|one hundred> percent
i ({surely})+ <agree|consent|confirm|approve|accept|authorize|authorise> (to) (it|this|everything|{it}|(all) {details}) ({now})
<agreed|confirmed|confirming|approved|accepted|authorized|authorised|granted> ({it})
i am ({very})+ {sure} <with|about> <it|this|that|everything|{it}>
i am ({very})+ <sure|certain|positive>
yes <i do|i am|it is|they are|it does|you can|you may|you have|that is it|that is the one|to all of (that|this|it)|to everything>
<it is|that is|that would be|its> a (definite|big|clear|firm|hard) <yes|yep> (from me)
(you have) (my|the) <permission|consent|approval|authorization|authorisation|blessing|go ahead|green light|all clear>
<you are|i am|consider it|it is|all> <confirmed|approved|authorized|authorised|cleared> (by me)
no <problem|problems|worries|issue|issues|objections|objection|complaints|changes|questions> (at all|there|here|from me|with that)
i have no <objections|objection|complaints|questions|changes> (at all|to that|to make)
<nothing to|no need to> <change|add|correct|fix>
that would be <a yes|great|lovely|perfect|wonderful> (thank you|thanks)

# --- yes, in words of paying ---
[may]
<you can|you may|you should|please|just|let us|let me|you are free to|you are welcome to|then|all good to|clear to|good to>
<i want|i would like|i am ready|i am happy|i wish|i agree|i am willing|i want you|i would like you|i am good> to
<i am|ready|happy|ok|okay|feel free|free|want|fine|you are (authorised|authorized|cleared|allowed|welcome|good)|good> to
<i|i hereby> <authorise|authorize|allow|permit|instruct|ask|want> you to

[going]
<go (right|on|straight) ahead|go ahead|proceed|move forward|push on|get on with it|crack on|press on|go for it>

[pay]
({may}) {take} ({it}|{card}) ({now})+
({may}) {take what} <{it}|{card}|me|that|them> ({now})+
({may}) {going} ({now}|now please)
({may}) {going} (and|with) <{take}|{take} {it}|{take what} {it}|{take} {card}|{it}|{take what} {card}|do it|that|me> ({now})+
({may}) <put|run|take|push> <{it}|that> through ({now})
({may}) <put|take|run> <{it}|that> {now}
({may}) <use|go with> {card} ({now})
<do it|do so|please do|do that|make it so|fire away|send it|have at it|charge away|take my money|shoot|bill away>
let us (do <it|this|that>|go|go for it|get it done|get this done|get it over with|roll)
kindly do the needful
(i will|i am (going to)|please|i want to|i would like to|yes) <pay|paying> ({it}|that|for {it}) ({now})+
({may}) <take|charge|accept|make> <payment|my payment|the money> ({now})+

[go]
({may}) <continue|carry on|go on|keep going|keep on> (with <{it}|that>) ({now})+

# --- heard, and perhaps agreed to: a yes only to a review that was just shown ---
[noted]
<ok|okay|okey|okey dokey|okie dokie|oki|okie|k|kk|alright|all right|alrighty|righto|right|fine|cool|great|good|nice|grand>
<perfect|excellent|lovely|brilliant|wonderful|awesome|super|fab|fantastic|splendid|very well|very good|amazing|sweet|aight>
<correct|exactly|precisely|that is it|that is the one|lgtm|that is me|works for me|bingo|yes correct|spot on|all set (here|then)>

[approval]
({it}|{details}|that|they|those|these|all) <is|are|looks|look|seems|sounds|check out|checks out|is looking> ({very})+ {good} ({to me})
<looks|sounds|seems|looking|everything|all> ({very})+ {good} ({to me})
<all|everything|it all|they all|that all> <looks|is|seems|checks out|matches|adds up|there> ({very}) ({good}) ({to me})
{details} ({very}) {good}
(i am|we are|all) good to go
{good} <by|with> me

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
<i want to|i would like to|i need to|i have to|can i|could i|let me|please|may i|can we|can you|could you|need to|want to|let us>

[any more]
<anymore|any more|now|after all>

[at once]
<now|right now|immediately|at once|please|altogether|straight away|right away>

[stop]
<cancel|cancell|abort|terminate>
({would}) <cancel|stop|abort|end|quit|drop> <{it}|that|here|all of this|the whole thing|me> ({at once})
(please|just|can you|could you|i said) <cancel|stop|abort|quit|terminate> (now) ({at once})
({would}) <cancel|stop|abort|quit|back out|call it off|end it> ({at once})
<void|scrap|kill|terminate|call off|halt> {it} ({at once})
i ({very})+ <do not|no longer> want <to pay|to do this|to continue|to proceed|to go on|to go ahead|to buy|{it}> ({any more})
i am not <paying|buying it|going to pay|interested|going through with <this|it>|continuing> ({any more})
<i will not|i would rather not|i am not going to|i refuse to|i have decided not to> <pay|continue|proceed|buy|go on>
<forget it|forget about it|forget the whole thing|count me out|pull the plug|get me out (of here|of this)|call it off>
<the|a> cancellation please
<i quit|i give up|i want out|i am out|no deal|no sale>

[stop whole]
<stop|quit|exit|end|cancellation|halt|stop it|stop this|stop that|cancle|cancelled please>

# --- what does not stop ---
[keep]
(please) do not (ever) <cancel|stop|abort|end|quit|void> ({it}|that|now|yet)
<not|never> <cancel|stop>
i <do not|did not|never> <want|mean|ask> to <cancel|stop|quit> ({it}|that)
<no|no need to> <cancel|cancelling|canceling|stopping> ({it})

# --- back, and from the beginning ---
[back]
({would}) <go|step|move|take me> back (a|one) (step)
({would}) (go|take me|return) (back) (to) the <previous|last|prior|earlier> <step|question|one|field>
one step back

[back whole]
<back|previous>

[restart]
({would}) <start|begin> (it|this) (all) <over|again|afresh|anew|from scratch|from zero> (again)
({would}) <restart|start from the beginning|start fresh|start from the top> (it|this|everything|the payment|the whole thing)
<go|back> (all the way) (back) to the (very) <beginning|start|top>

[restart whole]
<restart|reset|start over>

# --- another value ---
[edit]
<change|edit|correct|fix|update|modify|amend|redo|reenter|retype|alter|replace|adjust>

[wrong]
<wrong|incorrect|not right|not correct|misspelled|misspelt|old|mistyped|out of date>

[another]
<another|different|other|new|my other|a different|a new|the other>

[the name]
(the|my) (card|cardholder|cardholder's) name (on the card)

[the card]
(the|my) <card|card number|number on the card>

[the date]
(the|my) (card) <date|expiry|expiration|expiry date|expiration date|card date>

[the code]
(the|my) <cvv|cvc|security code|code>

[change]
({would}) {edit} {the name} = name
({would}) {edit} {the card} = card
({would}) {edit} {the date} = expiry
({would}) {edit} {the code} = cvv
<{the name} is {wrong}|{wrong} name> = name
<{the card} is {wrong}|{wrong} card|{wrong} card number> = card
<{the date} is {wrong}|{wrong} date|{wrong} expiry|{wrong} expiry date> = expiry
<{the code} is {wrong}|{wrong} code|{wrong} cvv|{wrong} cvc> = cvv
({would}) <use|pay with|pay using|try|go with|switch to> {another} <card|card number|visa|mastercard|amex|one> (instead) = card
{another} card (please) = card
({would}) {edit} <it|something|one thing|the details|my details|a detail>
({would}) make a <change|correction>

# --- what sounds like a yes, and is none ---
[never]
<yeah|yea|yes|ya|yah> right
<fine|ok|okay|great|right|yeah> whatever
<please|kindly> confirm
