# What is a command or an answer as a whole message: every word of it must stand here, politeness aside.
# src/language/grammar/mod.rs tells how a line is written. What no line explains whole is asked about, and never done.

# --- beside a command: changes nothing ---
[polite]
<please|kindly|sir|madam|mam|ma'am|dear|friend|buddy|mate|bro|man|dude|love|hun|boss|guys|folks|pal|bitte|sorry|my>
<oh|ah|well|um|so|right then|yo|hey|haha|lol|if you please|if you would|if you do not mind|for me|good sir|now please>
<👍|👌|✅|🙏|🙂|😊|😀|😃|😄|✔|☑|💯|🎉|❤|🏻|🏼|🏽|🏾|🏿>

# --- never the last word of a message ---
[and]
<and|then|so|also|but please|and so|and then|now>

# --- parts ---
[it]
<it|this|that|them|everything|all of it|the (whole|full|total) <amount|sum|total|lot|thing>|(all) the money>
<the|my|this|that> (debit|credit|bank|visa) <card|payment|order|transaction|purchase|charge|booking|invoice|bill>
(my|the|this|that) (card|payment) <details|info|information>

[very]
<all|absolutely|completely|totally|perfectly|exactly|quite|very|just|really|pretty|100 percent|perfectly well|certainly>

[good]
<right|correct|good|fine|great|perfect|accurate|ok|okay|excellent|in order|spot on|lovely|brilliant|as it should be>
<correct and complete|good and correct|fine and correct|all right|alright|cool|sound|true|as expected|up to date>

[sure]
<sure|certain|positive|happy|fine|ok|okay|good|ready|content|satisfied>

[now]
<now|today|right now|right away|straight away|immediately|at once|whenever you are ready|for me|again|then|as well>
<thanks|please|if you please|to|with|on|from|using> ({it}) (now)

[take]
<charge|bill|debit|process|submit|complete|finalize|finalise|execute|run|settle|authorize|authorise|approve|confirm>
<make|pay|pay for|take|put through|push through|send|send off|do|place|action|put> 

# --- yes ---
[yes]
<yes|yeah|yea|yep|yup|yah|yeh|yess|yas|yass|yepp|yupp|yeap|y|aye|yip|yesh|yessir|ya|uh huh yes|yes indeed|hell yes>
<sure|sure thing|for sure|surely|certainly|definitely|absolutely|totally|of course|ofc|indeed|naturally|affirmative>
<hell|heck> <yeah|yes|yep>
<by all means|you bet|you betcha|roger|roger that|without a doubt|no doubt|most certainly|oh yes|too right|defo|deffo>
<100|one hundred> (percent)
(i) (do|hereby|fully|completely|can|also)+ <agree|consent|confirm|approve|accept|authorize|authorise> (to) ({it}) ({now})
<agreed|confirmed|confirming|approved|accepted|authorized|authorised|granted|confirm|approve|accept|authorize|authorise>
i am ({very})+ {sure} <with|about> {it}
i am ({very})+ <sure|certain|positive>
yes <i do|i am|it is|they are|it does|you can|you may|you have|that is it|that is the one|that would be (great|good|fine)>
(you have) my <permission|consent|approval|authorization|authorisation|ok|okay|blessing|go ahead> (to <charge|proceed|go ahead>) ({it})
<consider it|it is|all> <confirmed|approved|authorized|authorised>
i have <checked|reviewed|read|verified|looked at|gone over> {it} (and) 
(i) (have) no <objections|objection|complaints|questions|changes> (at all)
no <problem|problems|worries|issue|issues|objections|objection> (at all|there|here|from me|with that)
<nothing to|no need to> <change|add|correct|fix>

# --- yes, in words of paying ---
[pay]
(please|you can|you may|you should|just|let us|i want you to|i would like you to|feel free to) {take} ({it}) ({now})
(please|you can|you may|just|let us) go ahead (and|with) ({take}) ({it}) ({now})
(you can|you may|just|let us|i am ready to|i want to|i would like to) {take} ({it}) ({now})
<i would like to|i want to|i wish to|i am (ready|happy) to|ready to|happy to|let us|you can|you may|ok to|feel free to> {going}
{going} (with) ({it}) ({now})
<go for it|do it|do so|please do|do that|make it so|let us do it|let us do this|let us do that|let us go|lfg|fire away|send it>
<charge|bill|debit> me ({now})
<put|charge|take|run|bill> (it|that|this|the money|the payment) <on|to|from|through|off|out of> {it} ({now})
<use|charge|take> {it} ({now})
pay
pay ({it}) ({now})

[going]
<go ahead|proceed|move forward|push on|get on with it|crack on|press on>

[go]
<continue|carry on|go on|keep going|keep on> (with) ({it}) ({now})

# --- heard, and perhaps agreed to: a yes only to a review that was just shown ---
[noted]
<ok|okay|okey|okey dokey|okie dokie|oki|okie|k|kk|alright|all right|alrighty|righto|right|fine|cool|great|good|nice>
<perfect|excellent|lovely|brilliant|wonderful|awesome|super|fab|fantastic|splendid|very well|very good|amazing|sweet>
<correct|exactly|precisely|that is it|that is the one|lgtm|sounds like a plan|that is me|works for me|bingo>

[approval]
({it}|that|they|those|these) <is|are|looks|look|seems|sounds|checks out|is looking|all looks|all seems> ({very})+ {good} (to me)
<looks|sounds|seems|looking|all|everything|all is|everything is|it is all> ({very})+ {good} (to me|here|by me|from me)
{good} <by|with> me
<all|everything> <good|fine|correct|right|ok|okay|clear|perfect|there|checks out|matches|in order> (to go|here|from me|now)
(i am|we are|all) good to go
that <works|will do|does it> (for me)

# --- no ---
[no]
<no|nope|nah|noo|na|nay|n|nopes|naw|nein|no way|no never|never|not really|not yet|not now|not at all|not today>
no <thanks|thank you|sir|ma'am|way jose|not yet|not now|not really|it is not|that is wrong|i do not|please>
<hell|absolutely|definitely|certainly|of course|heck|obviously> <no|not>
(please) do not (<do|charge|pay|take|proceed|process|confirm|continue|submit|go ahead> ({it}|me)) (yet|now)
i do not (agree|want that|want this|think so|accept|approve|confirm|authorize|authorise|consent) ({it})

# --- what stops ---
[stop]
<cancel|cancell|abort|terminate|cancle>
(please|just|i want to|i would like to|i wish to|can you|let us|i need to) <cancel|stop|abort|end|quit> ({it}|here) (now|all)
<cancel|stop|abort|end|drop|void|scrap|kill|terminate|undo|call off> {it} (now|right now|immediately|altogether|at once)
i (really)+ do not want <to pay|to do this|to continue|to proceed|to go on|to go ahead|to buy|it|this|to pay any more> (anymore)
i no longer want <it|this|to pay|to continue|the order|to proceed|to buy it|to do this>
i am not <paying|buying it|going to pay|interested any more|going through with (this|it)|continuing>
<i will not|i would rather not|i am not going to|i refuse to|i have decided not to> <pay|continue|proceed|buy|go on>
<call|calling> {it} off
<forget it|forget about it|forget the whole thing|count me out|pull the plug|get me out (of here|of this)>
<the|a> cancellation please
<i quit|i give up|i want out|i am out|no deal|no sale>

[stop alone]
<stop|quit|exit|end|cancellation|halt|stop it|stop this|stop that>

# --- what does not stop ---
[keep]
(please) do not (ever) <cancel|stop|abort|end|quit|void> ({it}|now|yet)
<not|never> <cancel|stop>
i <do not|did not|never> <want|mean|ask> to <cancel|stop|quit> ({it})
<no|no need to> <cancel|cancelling|canceling|stopping> ({it})

# --- back, and from the beginning ---
[back]
(please|can we|can i|let us|i want to|take me|i need to|i would like to) <go|step|move> back (a|one) (step) (please)
(go|take me|return) (back) (to) the <previous|last|prior|earlier> <step|question|one|field>
(one) step back

[back alone]
<back|previous|go back|back up>

[restart]
(please|can we|can i|let us|i want to|i would like to|i need to|lets) <start|begin> (all) <over|again|afresh|anew|from scratch> (again)
(please|can we|can i|let us|i want to|i would like to|i need to) <restart|start from the beginning|start fresh> ({it})
<start|begin|go|back> (again) (all over) (to|from) the <beginning|start|top>

[restart alone]
<restart|reset|start over>

# --- another value ---
[edit]
<change|edit|correct|fix|update|modify|amend|redo|reenter|retype|alter|replace|adjust>

[would]
<i want to|i would like to|i need to|i have to|can i|could i|let me|please|may i|can we|can you|could you|need to|want to>

[wrong]
<wrong|incorrect|not right|not correct|misspelled|misspelt|old|mistyped|out of date>

[another]
<another|different|other|new|my other|a different|a new>

[change]
({would}) {edit} (the|my) (<card|cardholder's|cardholder>) name = name
({would}) {edit} (the|my) (card) (number) = card
({would}) {edit} (the|my) card (number) = card
({would}) {edit} (the|my) (card) <expiry|expiration> (date) = expiry
({would}) {edit} (the|my) date = expiry
({would}) {edit} (the|my) <cvv|cvc|security code|code> = cvv
<the|my> (card|cardholder) name is {wrong} = name
<the|my> card (number) is {wrong} = card
<the|my> (expiry|expiration|card) date is {wrong} = expiry
<the|my> <cvv|cvc|security code|code> is {wrong} = cvv
{wrong} name = name
{wrong} card (number) = card
{wrong} (expiry|expiration) <date|expiry> = expiry
{wrong} <cvv|cvc|code|security code> = cvv
({would}) (<use|pay with|pay using|try|go with|switch to>) {another} <card|card number|visa|mastercard|amex> (instead) = card
({would}) {edit} <it|this|that|something|one thing|the details|my details|a detail>
({would}) make a <change|correction>

# --- what sounds like a yes, and is none ---
[never]
<yeah|yea|yes> right
<fine|ok|okay|great|right> whatever
