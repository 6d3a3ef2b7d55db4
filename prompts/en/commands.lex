# What is a command or an answer as a whole message: every word of it must stand here, politeness aside.
# "@reviewed-amount", "-brand", "-four", "-date", "-payee" and "-number" are what the review shows, and nothing else.
# src/packs/grammar.rs tells how a line is written. What no line explains whole is asked about, and never done.

# --- beside a command: changes nothing ---
[polite]
<please|kindly|for me|cheers then|period|full stop|nothing else|regards|sorry|comma|well|hey|haha|umm>
<if you <please|would|do not mind>|yours <truly|sincerely>|<kind|best|warm> <regards|wishes>|that is <all|everything>>

# --- after it "ok" may only say that something was heard; so may a bare yes before it ---
[heard]
<oh|ah|aw|ooh|aha|oh right>

[thumbs]
<mhm|mm hmm|with pleasure|right on|i am set|we are <all set|good>|👍|👌|✅|✔|☑|💯>

# --- never the last word of a message ---
[and]
<and|then|so|also|and so|and then|and now|in that case|thus|hence|therefore|as|because|since|cos|plus|but of course>

# --- parts ---
[word]
<for|from|on|to|with|of|at|off|in|the|my|total|amount|card|account|order|number|end_<s|ing>|exp_(iry|ires|iring)>

[named]
({word})+ <@reviewed-amount|@reviewed-brand|@reviewed-four|@reviewed-date|@reviewed-payee|@reviewed-number>

[the]
<the|my|this|that|your|our|these|those|both|(both|all) of <the|my|those|these>|whole|full|correct|right|same|agreed>

[card]
({the})+ <card|account|visa|one|plastic> (above|shown|on file|in question|you have (there)|i gave (you)|i entered)

[thing]
<payment|charge|order|transaction|purchase|booking|deal|checkout|debit|billing|sale|donation|renewal|book_(s)>

[sum]
<amount|total|sum|price|bill|balance|invoice|cost|figure|fee|fare|amount due|charges>

[it]
<it|this|everything|all of it|am|the money|({the})+ <lot|{sum}|{thing}> (due|shown|above)>

[noun]
<card|name|number|date|expiry|expiration|items|spelling|account|payee|address|visa|money|{sum}>

[details]
({the})+ {noun} ((and) (the|my) {noun})+ (above|shown|there|here|you have|on the card)

[whole]
({the})+ <details|data|info|information|particulars|numbers|figures|lot|rest|{sum}|{thing}> (above|shown|you have|here)
(both|all) (of) <it|that|this|them|the above|they|those|these|everything> (you have|i see|shown|there|above|here|listed)
<it all|every <line|detail|word|one of them> (above)|(all) the above>

[very]
<all|absolutely|completely|totally|perfectly|exactly|quite|very|just|really|pretty|100 percent|so|entirely|indeed|also>

[fine]
<right|correct|good|fine|great|perfect|ok|okay|in order|spot on|lovely|true|grand|mine|alright|cool|sound|tip top|well>
<accurate|brilliant|as it should be|all right|as expected|<as|what> <i|we> <agreed|ordered|expected|wanted>|as agreed>

[looks]
<<is|are|looks|look|seems|seem|sounds|reads|appears|looking> (to be) ({very})+|appear|remain>

[take]
<charge|process|submit|authorize|authorise|approve|finali_<s|z>_e|pay|debit|pay for|deduct|take|accept|collect|buy>

[settle]
<make|place|run|send|complete|finish|confirm|do|execute|effect|release|settle|put through|<proceed|go ahead> <with|to>>

[leave]
<you have|i <give|grant> (you)|with> (my|the) (full) <permission|consent|approval|go ahead|authori_<s|z>_ation|ok>

# --- what leads to an act, and is nothing without one ---
[may]
<you|u|ye> <can|may|should|are (hereby) <free|welcome|authorised|authorized|cleared|allowed|good> to> (just|now|also)
<<i|we> (really|do|still|would|hereby|very much)+ <want|like|wish|agree|love> (for) (you) to (just|now|also|please)|oya>
(<i|we> <am|are|would be>) (all|very|quite) <happy|ready|ok|okay|willing|good|glad|pleased|set|content> (for) (you) to
<<i|we> (hereby|fully|do)+ <authorise|authorize|allow|permit|instruct|ask|request|direct> <you|@reviewed-payee> to|come>
<{leave} to|feel free to|free to|good to|let us|do|make you|time to|just|y'all can|we <can|may>|kindly help (to)>
<go (right|on) (ahead) and|be so kind (as) to|i would <be grateful|appreciate it> if you <would|could>|i am prepared to>

# --- yes ---
[yes word]
<y_(es|eah|ea|ep|up|ah|eh|ess|as|ass|epp|upp|eap|ip|a|h|ebo|e|us|is|eppers|esh)|aye|sure|ofc|ja|bet|deal|defo>
<yessir|<hell|heck> <yes|yeah>|no doubt|for sure|surely|certainly|totally|of course|naturally|you betcha|too right>
<sure thing|you bet|definitely|absolutely|affirmative|by all means|roger (that)|without a doubt|most certainly>

[agree]
<agree|consent|confirm|approve|accept|authorize|authorise|endorse|sanction|okay|ratify|greenlight>

[agreed]
<agreed|confirm|confirmed|confirming|approved|accepted|authorized|authorised|granted|verified|cleared|signed off>

[yes]
<{yes word}|{agreed} (by me|it|({the})+ {thing})|(i am) ({very})+ <sure|certain|positive> (about {whole})|it is a go>
<yes <to|for|from|with|the|this|that|use> <all of us|both of us|us|{details}|{whole}|{card}|({the})+ {thing}>|{leave}>
<<yes|yeah|yep|of course> <i <do|am|would|will>|it <is|does>|they are|you <can|may>|that is (it|the one)|we do>|i am in>
<<i|we> (do|hereby|fully|also|certainly|completely)+ {agree} (and {agree}) (to|with)+ ({it}|{card})|i would love to>
<<({the})+ {thing}|permission|approval|consent|{whole}|details> (is|are) (hereby|all) <{agreed}|given>>
<(i am) ({very})+ <happy|fine|ok|okay|good|pleased|satisfied> with <{whole}|{details}>|i would like that|yes from me>
<<it is|that is|<my|our|the> answer (is)|answer|i (am) <say|saying>> (a) (big|clear|firm) <yes|yep>|absolutely yes>
(yes) <that would|it would|that will|would> be <great|lovely|perfect|fine|good|wonderful|brilliant|ideal|correct|grand>

# --- yes, in words of paying ---
[going]
<(do) go (right|on|straight|a) ahead|go a head|move forward|get on with it|go for it|fill your boots|away you go>
<(do) proceed|push on|crack on|press on|fire away|have at it|charge away|please do|work away|go on ahead|off you go>

[pay]
<{going} (then|as well|so)|make <it so|it happen>|do <it|so|this|that|am|the needful> (as well|to it)|go ahead there>
<let us <do <it|this>|go|go for it|roll|rock|finish|wrap <this|it> up>|let <it|that> go through|finish (it|this) up>
<{take} ({it}|that|{card}|of|for)+|<charge|debit> me ({it})|{settle} ({the})+ <{thing}|bill>|so be it|sold>
<run {card}|take <it|@reviewed-amount> ((out of|off|from) {card})|<charge <it|her>|ring it|settle> up|i will take it>
<<use|go with|pay with> <this|that|the> <card|visa|one>|get <it|this|that> (all) <done|over with|sorted|paid|finished>>
<go ahead with <it|({the})+ {thing}>|<i|we> <want|would like> <it|this|that> <paid|charged|done|settled|sorted>>
<<complete|finish|settle|clear|run|send|ship|hit|sort|place|order|wrap up> it|bill <{it}|{card}|@reviewed-amount>>
<put|run|push|send|get|stick|pop> <it|this|that|@reviewed-amount> <through|up|<out of|on|to|off> {card}>

[go]
<continue|carry on|go on|keep going|keep on> (with <it|this|that>) (then|there|so)

[go whole]
<go|go go|keep (<it|that|mine|<the|my> (old|first) <name|one|card|number|date>>) (as it is)|leave it as it is>

# --- heard, and perhaps agreed to: a yes only to a review that was just shown ---
[noted whole]
<i (sure) do|all right then|100 percent|no probs|sounds like a plan|take my money|too easy|damn <right|straight>|indeed>
<fosho|sweet|sound|<ok|okay|alright> then|sorted|count me in|gladly|be my guest|you got it|amen|happy days>

[noted]
<ok|alright|lekker|perfect|lovely|awesome|amazing|correct|exactly|spot on|all set|no cap|can can|tip top|peachy|dead on>
<okay|okey|oki|right|fine|cool|great|good|nice|grand|lit|super|fab|lgtm|bingo|can|solid|dope|ideal|beauty|ripper|class>
<okey dokey|aight|excellent|brilliant|works for me|jolly good|sharp sharp|good stuff|hunky dory|much better|fair enough>
<okie (dokie)|very <well|good>|that is <it|the one|me>|right you are|quite <right|so>|she will be right|that is better>
<k|kk|kay|suits me|ace|superb|marvel_<lous|ous>|terrific|cracking|bang on|banging|mint|aces|gucci|delightful>
<alrighty|righto|wonderful|fantastic|splendid|precisely|smashing|say less|champion|sweet as|done deal|all good (here)>

[approval]
<({whole}) ({very})+ {looks} {fine}|{whole} <works (for me)|does it|will do (me)|tallies|checks out|adds up|tally>>
<<all|everything|both|all {the} <details|data|info>> ({very})+ {fine}|({very})+ {fine} <by|with> <me|us|(all) that>>

[nothing to change]
(<i|we> <have|see>|there are|with) no <objection|objections|complaints|changes|issues|corrections|questions|mistakes>
<nothing (needs) <to <change|add|fix>|changing>|no need to <change|fix> (anything|it)>

[now]
<(right) now|today|right away|immediately|at once|asap|this minute|when you can|without delay|pronto>
<straight away|whenever you are ready|at your (earliest) convenience|as soon as <possible|you can>|when you are ready>

# --- told beside a yes, and taking nothing from it ---
# so does what may answer something else
[understood]
(ok|oh|now|right)+ <i see|(i|that|it)+ <understand|understood|get it|got it|makes sense|explains it|answers it>> (now)
<why not|already|for the record>
<that is <{card}|({the})+ {noun}|what i owe>|<right|correct> {noun}|i am <happy|satisfied>|i (have) read {whole}>

[goods]
<it|them|this|<the|these|those|this|that|my> <book|books|order|parcel|things|items|present|gift|tickets>>

[when]
<for|by|before> (the|my|her) <monday|tuesday|wednesday|thursday|friday|saturday|sunday|birthday|weekend|school>

[beside]
<{named} (card|account|order|only|in total)|<i|we> (really|do|just)+ <need|want|would love|could use> {goods} {when}>
<{details} {looks} {fine}|{noun} ({very})+ {fine}|to me|with me|as the <cardholder|card holder>|please be advised that>
<{whole} <match|matches> (my|our|records|order)+|by me|<to|on|from|with|against|off|onto> <{card}|my account>>
<from me|in full|<as|like|i already> (i) (have|already|just)+ <said|told you|mentioned> (already|before|so|it)+>
<<on|from> <my|our> <side|end|part>|as <shown|above>|for the <second|third|last> time|<it is|this is> a <present|gift>>
<<with|about|for|of> <{details}|{whole}>|<sorry|i>+ <was|had> <on the phone|away|to find my glasses|busy|out|at work>>
<(<i|we|having> (have|all|both|just)+) <checked|reviewed|verified> <{whole}|{details}>|one more time>
<<i|we> (have|all|both|just)+ <gone|been|read|looked> <over|through> <{whole}|{details}> (twice)|i (can) confirm that>
<sorry|apologies> <for|about> (the|my|that|keeping you)+ <delay|wait|waiting|that|confusion|slow reply|late reply>
<thanks|thank you|cheers> for (the|your)+ <explaining|asking|checking|clarifying|waiting|confirming|clearing that up>
so (that) (<i|we|you>) (can) <be done (with it|this)|move on|go to bed|get (going|on with my <day|life>)|read it|finish>
my <wife|husband|mum|mom|dad|daughter|son|sister|friend> <needs|wants|loves|is waiting for|will love> {goods} ({when})
<i|we>+ <can not wait|have been <waiting|looking forward>> (to|for)+ ({goods}|read it|<weeks|ages|so long|months>)+

# --- no ---
[no]
<no|nope|nah|naah|noo|nay|nopes|naw|nein|no never|never|negative|na|under no circumstances|not on your life>
<n|not approved|i do not <agree|want that|want this|think so|accept|approve|confirm|authorize|authorise|consent> ({it})>
<no way|no <thanks|thank you|sir|ma'am|way jose|not <yet|now|really>|it is not|that is wrong|i do not|please|cheers|ta>>
<not <really|yet|now|at all|today>|i disagree|<hell|absolutely|definitely|certainly|of course|heck|obviously> <no|not>>
(please) do not <do|charge|pay|take|proceed|process|confirm|continue|submit|go ahead> ({it}|me|{card}|that) (yet|now)

# --- what stops ---
[would]
<i want to|i would like to|i need to|i have to|let me|please|can you (please)|could you (please)|need to|want to|let us>

[undo]
<cancel|cancell|abort|terminate|stop|quit|void|scrap|kill|halt|end|call off>

[stop]
<<cancel|cancell|abort|terminate|<{would}|just|i said> <{undo}|back out|call it off|end it>> ({now})|count me out>
<({would}) {undo} <it|this|that|everything|all of this|the whole thing|({the})+ {thing}> ({now})|get me out (of here)>
<i ({very})+ <do not|no longer> want <to <pay|do this|continue|proceed|go on|buy>|it> (anymore|now|after all)|i give up>
<i am not <paying|buying it|going to pay|interested|going through with <this|it>> (anymore|now|after all)|pull the plug>
<i will not|i would rather not|i am not going to|i refuse to|i have decided not to> <pay|continue|proceed|buy|go on>
<forget (about) <it|the whole thing>|call it off|i quit|i want out|i am out|no deal|<the|a> cancellation please>

[stop whole]
<stop|quit|exit|end|cancellation|halt|stop it|stop this|stop that|cancle> ({now}|please)

# --- what does not stop ---
[keep]
<(please) do not (ever) <cancel|stop|abort|end|quit> ({it}|that|now|yet)|i did not <mean|ask> to <cancel|stop>>
<i <do|did> not want to|never|no need to> <cancel|stop>

# --- back, and from the beginning ---
[back]
({would}) <<go|step|take me> back (a|one) (step)|<back|take me|go (back)|return> to the <previous|last> <step|question>>

[back whole]
<back|previous>

[restart]
({would}) <<start|begin> (it|this) (all) <over|again|afresh|anew|fresh|from <scratch|zero|the <beginning|top>>> (again)>
({would}) <restart (it|this|everything|the whole thing)|<go|go back|back|take me back> to the <beginning|start|top>>

[restart whole]
<restart|reset|start over>

# --- another value ---
[edit]
({would}) <change|edit|fix|update|modify|amend|redo|reenter|re enter|retype|alter|replace|adjust|chnage>

[wrong]
<wrong|incorrect|not right|not correct|misspelled|misspelt|mistyped|out of date>

[it is the wrong]
(that is|this is|i gave you|i gave|i typed|i put in|i put|i entered|you have) (the|my) {wrong}

[change]
<{edit} (the|my) (card|cardholder's) name (on the card)|(the|my) (card) name (is) {wrong}|{it is the wrong} name> = name
<{edit} (the|my) (card) <date|exp (date)|expir_<y|ation> (date)>|(the|my) <date|<exp|expiry> (date)> (is) {wrong}> = expiry
<{edit} (the|my) <cvv|cvc|(security) code>|(the|my) <cvv|cvc|code> (is) {wrong}|{it is the wrong} <code|cvv|cvc>> = cvv
<{edit} (the|my) <card (number)|number on the card>|(the|my) card (number) (is) {wrong}|not (this|that) card> = card
<{it is the wrong} <card|card number>|<another|different|other|new|my other|a different|a new|the other> card> = card
({would}) <use|pay with|try|go with|switch to> <another|my other|a <different|new>|the other> <card|visa|one> = card
{edit} <it|something|one thing|the details|my details|a detail>

[change whole]
(({would}) make a) <change|correction>

# --- what sounds like a yes, and is none ---
[never]
<<yeah|yea|yes|ya|yah> right|<fine|ok|okay|great|right|yeah> whatever|<please|kindly> confirm|oh <great|perfect>>
