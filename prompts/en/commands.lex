# What is a command or an answer as a whole message: every word of it must stand here, politeness aside.
# "@reviewed-amount", "-brand" and "-four" are what the review shows: 49.90, Visa and 4242, and nothing else.
# src/language/grammar/mod.rs tells how a line is written. What no line explains whole is asked about, and never done.

# --- beside a command: changes nothing ---
[polite]
<please|kindly|sir|madam|mam|ma'am|dear|friend|buddy|mate|bro|dude|hun|guys|folks|pal|sorry|(for) @reviewed-amount>
<oh|ooh|ah|aw|well|umm|uh|erm|right then|hey|haha|ta|if you please|if you would|if you do not mind|for me|cheers then>
<🙏|🙂|😊|😀|😃|😄|🎉|❤|🏻|🏼|🏽|🏾|🏿|no <problem|problems|worries|rush|bother>>
i have (now) <read|looked|gone|been> (it|them|this) <through|over> (it|them|this|everything) (twice|carefully)
(i) (have) <checked|reviewed|read|double checked> (all) (the|my) <details|it|this|that|them|everything|info> (all)

[thumbs]
<👍|👌|✅|✔|☑|💯>

# --- never the last word of a message ---
[and]
<and|then|so|also|and so|and then|and now|thus|hence>

# --- parts ---
[ending]
(that) <ending|ends|ending in|ends in|ending with> @reviewed-four

[card]
(the|my|this|that|your) (above|shown|same)+ <card|@reviewed-brand> (card|@reviewed-four) ({ending})
(the|my|this|that) (card|one) <above|shown|you have (there)|i gave (you)|on file|shown above|i entered|{ending}>

[it]
<it|this|everything|all of it|the lot|the money|the (whole|full) <amount|sum|total|payment>|(the) @reviewed-amount>
(the|my|this|that) <payment|charge|order|transaction|purchase|booking|bill|amount|total> (due|shown|of @reviewed-amount)

[payment]
(the|my|this|that) <payment|charge|transaction|purchase|order> (of @reviewed-amount)

[very]
<all|absolutely|completely|totally|perfectly|exactly|quite|very|just|really|pretty|100 percent|so|both|entirely|indeed>

[fine]
<right|correct|good|fine|great|perfect|accurate|ok|okay|in order|spot on|lovely|brilliant|true|as it should be>
<all right|alright|cool|sound|as expected|up to date|right there|correct there|the right <one|ones|card|amount>|well>

[good]
{fine} (and {fine})

[to me]
<to me|here|from me|by me|from my side|on my end|with me|there|now>

[sure]
<sure|certain|positive|happy|fine|ok|okay|good|ready|content|satisfied|in>

[details]
<(all|the|my|those|these|all the|all my|all of the) <details|data|info|information|numbers>|all of <it|that|this|them>>
(both) (the|my) <name|card|number|amount|total|price> and (the|my) <name|card|number|amount|total|date|price>
everything <you have|i see|shown|there|on there|above|here|listed> (there|here)

[now]
<now|today|right now|right away|straight away|immediately|at once|whenever you are ready|as well|in full|asap>
<<to|on|from|with|using|against|off> {card}|for (the|my|this) order|for @reviewed-amount>

[take]
<charge|process|submit|authorize|authorise|approve|finalise|finalize>

[take what]
<charge|bill|debit|pay|pay for|put through|push through|settle|execute|run|complete|finish|send>

[settle]
<make|place|run|send|complete|finish|finalize|finalise|confirm|take|process|do|execute|submit> {payment}

[surely]
<do|hereby|fully|completely|can|also|gladly|happily|certainly|definitely|agree and|confirm and|accept and>

[to pay]
<<to|for you to> <{take}|{take what}|take> <{it}|{card}|me|the payment> ({now})|for (this|the|it) (charge|payment)>

# --- yes ---
[yes word]
<yes|yeah|yea|yep|yup|yah|yeh|yess|yas|yass|yepp|yupp|yeap|y|aye|yip|yessir|ya|yh|yebo|hell yes|hell yeah|heck yes>
<sure|sure thing|for sure|surely|certainly|definitely|absolutely|totally|of course|ofc|indeed|naturally|affirmative>
<by all means|you bet|you betcha|roger (that)|deal|without a doubt|hundred percent|most certainly|too right|defo|ye>

[yes]
{yes word} ({now})
<yes|yeah|yep|of course> <i do|i am|i would|i will|it is|they are|it does|you can|you may|that is it|that is the one>
{yes word} <love|boss|captain|honey|darling|babe|man|bruv|my <friend|dear|love>|chief|champ|sweetie>
i ({surely})+ <agree|consent|confirm|approve|accept|authorize|authorise> (to) (this|{it}|{details}) ({now})
<agreed|confirm|confirmed|confirming|approved|accept|accepted|authorized|authorised|granted> (it|this|{payment})
<<permission|approval> granted|<all|details|all details|everything> <confirmed|approved|verified>>
i am ({very})+ <<sure|certain|positive>|{sure} <with|about> <it|this|that|everything|{it}>>
<<it is|that is|that would be> a (definite|big|clear|firm|hard) <yes|yep> (from me)|consider it <confirmed|approved>>
<you have (my|the)|i <give|grant> (you) (my)> <permission|consent|approval|authorisation|ok|green light> ({to pay})
(yes) <that would|it would|that will> be <great|lovely|perfect|fine|good|wonderful|brilliant|ideal|correct>

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
({may}) {going} ({now}|now please|then)
({may}) {going} (and|with) <{take} ({it}|{card})|{take what} <{it}|{card}>|{it}|do it|that> ({now})+
({may}) <put|run|take|push|send|get> <{it}|that> <through|out of my account|off my card|{now}> ({now})
({may}) <use|go with> <this|that> card ({now})
<do it|do so|please do|do that|make it so|make it happen|fire away|have at it|charge away|take my money> ({now})
<(you <can|may>) do <so|it|that> ({now})|get it done|i will take it|take it|place <my|the> order|do the needful>
let us <do <it|this|that>|go|go for it|get it <done|paid|over with>|get this done|roll|pay|rock>
(please|<i want|i would like|(i am) <ready|happy>|i wish> to|yes) pay ({it}|that|for {it}) ({now})+
({may}) <take|charge|accept|make> <payment|the money> ({now})+

[go]
({may}) <continue|carry on|go on|keep going|keep on> (with <{it}|that>) ({now}|then)+

[go whole]
<go|go go>

# --- heard, and perhaps agreed to: a yes only to a review that was just shown ---
[noted whole]
<i do|i sure do|sweet|sorted|i am in|count me in|happy with that|cool beans|sounds like a plan|all right then>
<gladly|with pleasure|be my guest|damn right|damn straight|fosho|yus|yis|100 percent|you got it|no probs|thumbs up>

[noted]
<ok|okay|okey|okey dokey|okie dokie|oki|okie|k|kk|alright|alrighty|righto|right|fine|cool|great|good|nice|grand>
<perfect|excellent|lovely|brilliant|wonderful|awesome|super|fab|fantastic|splendid|very well|very good|amazing|aight>
<correct|exactly|precisely|that is it|that is the one|lgtm|that is me|works for me|bingo|spot on|all set (here|then)>

[all is good]
({it}|{details}|(they|that|it) all|that|they|these|those) <is|are|looks|look|seems|sounds> ({very})+ {good} ({to me})
<<looks|sounds|seems|looking|everything|all|we are>|{details}> ({very})+ {good} ({to me})
<(i am|we are|all) good to go|{good} <by|with> me|<that|it|everything> <works|does it|will do|checks out> (for me)>

[approval]
(i <confirm|agree|can confirm|see> (that)) {all is good}

[nothing to change]
<(i have) no <objections|complaints|changes|issues> (at all|to make)|<nothing to|no need to> <change|add|correct|fix>>

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
<i <do not|did not|never> <want|mean|ask> to <cancel|stop|quit>|<never|no need to> <cancel|stop>|no cancelling> (it)

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
<<yeah|yea|yes|ya|yah> right|<fine|ok|okay|great|right|yeah> whatever|<please|kindly> confirm>
