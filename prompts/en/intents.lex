# What customers say in English, beside the values themselves.
#
# One phrase a line; "(…)" may be left out, "<…|…>" is one of several, "{section}" is any phrase of a section above.
# "@name" is any phrase of the section "[@name]", and "..." is up to three words of any kind. Fillers may stand inside
# a phrase. A phrase of a section "… alone" counts only when nothing else is said in its part of the message.
# Short forms of "[same]" are written out before anything is matched. Keywords are recognised when they are misspelt;
# a yes never is.

[same]
<wallet's> = wallet is
<purse's> = purse is
<payment's> = payment is
<expiry's> = expiry is
u = you
ur = your
r = are
<pls|plz|plez|pleas|plse|pleaz|pleeease> = please
wanna = want to
gonna = going to
gotta = have to
gimme = give me
lemme = let me
<don't|dont> = do not
<doesn't|doesnt> = does not
<didn't|didnt> = did not
<can't|cant|cannot> = can not
<won't|wont> = will not
<wouldn't|wouldnt> = would not
<couldn't|couldnt> = could not
<shouldn't|shouldnt> = should not
<shan't|shant> = will not
<mustn't|mustnt> = must not
<needn't|neednt> = need not
<daren't|darent|dare not> = will not
<oughtn't> = should not
<isn't|isnt|ain't|aint> = is not
<aren't|arent> = are not
<wasn't|wasnt> = was not
<haven't|havent> = have not
<hasn't|hasnt> = has not
<i'm|im> = i am
<i've|ive> = i have
<i'd> = i would
<i'll> = i will
<it's|its> = it is
<it'll> = it will
<that's|thats> = that is
<this's> = this is
<what's|whats|wats> = what is
<where's|wheres> = where is
<who's|whos> = who is
<how's> = how is
<there's|theres> = there is
<let's|lets> = let us
<you're|youre> = you are
<you've|youve> = you have
<we're> = we are
<everything's> = everything is
<something's> = something is
<name's> = name is
<number's> = number is
<date's> = date is
<card's> = card is
<code's> = code is
<wat|wut|wot> = what
idk = i do not know
dunno = do not know
tlk = talk
<spk|speek> = speak
<nevermind|nvm|nm> = never mind
<ok'd> = approved
<persn|prsn> = person
cuz = because
<they're|theyre> = they are
<donot|dnt|dontt> = do not
nt = not
dat = that
dis = this
dem = them
% = percent
& = and
thru = through
<hv> = have
<nmber|nbr> = number
<tmrw> = tomorrow

# --- letters that sound alike, for words of a yes that are written by ear ---
[sounds]
ph = f
ck = k
c = k
ce = se
ci = si
cy = si
<cee|cea|cei> = si
z = s
<oo|ou> = u
<ee|ea|ie|ei|y> = i
th = t
wh = w
gh = g
kn = n
qu = kw

# --- words that are known but mean nothing here: never taken for a misspelt keyword ---
[words]
cancer chance chances chancel charged charges charging hang held hell hello heel hemp bank bark black pack rack lack
spot form from stars smart stark stare state stat speck sneak humane humans prison persons phone phones repeal
lumber numbers money monkey honey stone shore story there were here thing things think thank shank water latex mother outer
brother gain quiet quite suit spite trench wrench beside besides since sins start started starting
about above after all also although always am among amount an and any anybody anyone anything are around as ask asks at away
bad be because been before began being below between big both brought but buy by call called came can come comes could
day days did do does doing done down during each eight eighteen eighty eleven else end enough even ever every
everybody everyone fact far father feel few fifteen fifth fifty find first five for forty found four fourteen
friend full gave get gets getting give given gives go goes going got had half has have having he her hers herself him
himself his home house how hundred husband i if in into is it itself job keep kept kind knew know known last late least
left less let life like liked likely line little live lived long look looked looking lot made mail make makes man many
matter me mean means meant meet men mine minutes months morning most mum mom much must myself need needed needs
never next nine nineteen ninety no nobody none not nothing now of off office often oh old on once one only onto
open or order our ours out over own paid part past pay paying payments people per place plan please point put
quick read ready really right room said same sat saw say says school second see seem seen self sell send sent seven
seventeen seventy she should show side since sir six sixteen sixty small so some somebody sometimes soon sorry
still such sunday monday tuesday wednesday thursday friday saturday sure take taken tell ten than that their theirs
them themselves then these they third thirteen thirty this those thousand three through till time times tired to today
together told tomorrow tonight too took toward true try trying turn twelve twenty two under until up upon us
use used using very wait want wanted wants was way we week well went what when where whether which while who whole whom
whose why wife will wish with within without woman women word words work works world would write wrong year years yes
yesterday yet you young your yours yourself zero january february march april june july august september october november
december jan feb aug sept nov dec money price cheap expensive bought sister son daughter uncle aunt boss company
amazing crazy weird nice bet credit debit mastercard discover website email address street road avenue zip
shopping ship shipping delivery deliver item items product products sale discount coupon code codes
broken break breaks clear cleared clean learn least beach teach reach peach beat boat bought brought thought though
through tough enough laugh caught taught daughter weight height eight night light might fight sight tight
reset rest best west test text next nest send sand band hand land stand understand ground sound round found
restaurant restart restore restored repeat repeated reply replied agents agency urgent argent
wonder wander under thunder sender gender lender fender render vendor tender bender blender
forge forgot forgotten forgive forget foget format formal former formula
prefer refer defer infer offer coffer suffer buffer differ
transfer transform translate transport transparent
exit exist exits edit edits edited editor credit audit
previous precious obvious serious curious various
steps stop stops stopped stoop shop chop drop crop top pop
cabinet garbage village language luggage baggage manage
status statue statute stature static station
complete compete completed competed complain complaint complained
safe save saved saves safer safety sane same sale
lease leased leases leaves terminal terminals terminator collection corruption preview previews previously declared detected
injected reflected newer preset presets
discontinued discount discounts abandoned continued continues reversed reserve reserved reverse voice voices
person persona personal personally
operator operate operation opera operating
privacy private piracy privately
delete deleted deletes athlete
error errors terror mirror
mistake mistaken mistook intake
typo type typed types typing
holder older folder shoulder hold holds
expire expired expires expiry expert export express expense
invoice voice voices choice choices
banter barter bitter better letter setter latter matter hatter butter
spanish vanish finish finished polish english banish
italian german french chinese japanese portuguese russian dutch arabic hindi turkish polish thai korean

# --- words that say nothing of the language: names, and words that others use too ---
[tells nothing]
harbour books book order visa parcel
will mark grace bill may april june rose joy hope faith chase frank pat rob sue jack drew grant dean price young king
art bob rich guy ray gene dale jean don so van de la las los el les le del di da dos das do san santa santo y e o a al
no ok okay me he son sin once mayo total visa real error pan come ten pin cvv cvc mastercard amex american express
paypal bizum total capital final simple normal control hotel taxi chat bot robot online email hospital animal
color doctor idea plan general personal digital local legal central social natural regular original principal
crystal angel miguel carmen mercedes rosa luz clara sol cruz mar pilar dolores consuelo victoria gloria mari mia
hall hill wood woods day may week long short little small brown green black white gray grey stone bell cook carter
page pages person parsons banks bank cash card carr code cody sage hand hands friend best sharp wise good goode
case chance love self cross field fields rivers waters forest church bishop pope knight marks march august summer
winter autumn north west east stern law lawless law lane street parish day english french german ireland scott
agent speaker stack stocks read reed reid ward warden early late swift strong power powers price prince savage
cherry berry pepper ginger basil olive ivy daisy violet iris lily heather holly hazel amber ruby pearl jade opal
moses buddy max chip chuck skip skipper wade cliff rocky sandy dusty misty stormy sunny windy star bishop hi hello taylor
jose caio candela lea exposito frances francois gallego greta jan jessica karen lee linda martha padilla pagan pardo paula pearson
simon startz tomas walter camila cabrera haruto conde parra hollis benin
an in on at is as it to be by if of or us we up am i my you your one two re se si te tu un una uno ha has he mas con por

# --- how currencies are named, and the codes of those that each may be ---
[currencies]
<€|euro|euros> = EUR
<$|dollar|dollars|buck|bucks> = USD CAD AUD NZD SGD HKD
<£|pound|pounds|quid> = GBP
<¥|yen> = JPY
<rupee|rupees> = INR
<peso|pesos> = MXN COP CLP ARS

# Between the whole and the rest of an amount, and what the rest is counted in.
[amount joins]
<and|point|with>

[small money]
<cent|cents|c|pence|p>

# --- who, what, and other things that stand for one place ---
[@field]
(full|first|last|family|given|sur) name = name
<surname|names> = name
<cardholder|card holder> = name
<cardholder|card holder|holder|cardholder's|card holder's|holder's> name = name
name <on|of> (the|my|this) <card|cardholder> = name
(my|the) spelling = name
card = card
<credit|debit|bank|payment|visa|mastercard> card (number) = card
(card|long|main|account|whole|full) <number|numbers> = card
card digits = card
number on (the|my) (front of) (the|my) card = card
<16|sixteen|long> digits = card
<cc|pan> (number) = card
<expiry|expiration|exp|expire|expiring|end> (date) = expiry
(card) <expiry|expiration> (date|month|year) = expiry
<date|validity> = expiry
valid <thru|through|until|till|date> = expiry
(expiry|expiration) <month|year> = expiry
month and year = expiry
date on (the|my) card = expiry
when (it|the card|my card) expires = expiry
<cvv|cvc|csc|cid|ccv|cvs> (2|number|code) = cvv
(card) <security|verification|safety|secret|back|validation> <code|number|digits> = cvv
(card) code = cvv
(card) verification (value|number|code) = cvv
<3|three|4|four|last 3|last three> <digit|digits> (code|number) = cvv
<code|digits|numbers|number> on (the) back (of) (the|my) (card) = cvv
<code|digits> on (the) front (of) (the|my) (card) = cvv

[@change]
<change|edit|modify|fix|update|alter|amend|replace|redo|reenter|retype|adjust|switch|revise|swap|rectify>
re <enter|type|do>
<enter|type|put> (in) again
chnage

[@wrong]
(all|completely|totally|also) <wrong|incorrect|invalid|outdated|misspelled|misspelt|mistyped|mistaken>
not <right|correct|mine|valid|my>
off
<spelled|spelt|typed|written|entered> <wrong|incorrectly|wrongly>
has a <typo|mistake|error>
old

[@slip]
<mistake|typo|error|misprint|slip|typing error|booboo>

[@other]
<another|different|other|new|second>
some other

[@brand]
<debit|credit|prepaid|foreign|business|corporate|virtual|gift|international> card
<visa|mastercard|master card|amex|american express|discover|diners (club)|jcb|unionpay|union pay|maestro|rupay|mir|elo|verve|troy|hipercard>
<debit|credit|prepaid|foreign|business|corporate|virtual|gift|international> cards

[@agent]
<human|person|agent|representative|rep|operator|someone|somebody|advisor|adviser|manager|supervisor|employee|humans|agents|anyone|anybody>
<real|live|actual|living|human|real live|flesh and blood> <human|person|agent|being|people|representative|rep|operator|one|support>
customer <service|support|care|services|rep|representative|help|relations>
<support|staff|helpdesk|hotline|colleague>
<help|service> desk
<member of staff|staff member|support team|your team|call center|call centre|support agent>
human being
real people
people

[@payment]
<chat|conversation|mission|payment|order|transaction|purchase|charge|checkout|process|session|bill|booking|deal|sale|thing|operation|request|invoice|reservation>
<whole|entire> <thing|process|payment|order|transaction>

[@bot]
<bot|robot|machine|ai|computer|chatbot|program|human|person|chatgpt|gpt|android|script|alive|automated|llm>
a_i
real <person|human|one>
<human|artificial|real> (being|intelligence)
language model
virtual assistant
chat bot

[@otherpay]
<paypal|venmo|zelle|klarna|crypto|bitcoin|btc|ethereum|cash|check|cheque|wire|ach|sepa|iban|alipay|wechat|bizum|cashapp>
<apple|google|samsung|amazon|pay|shop|cash> <pay|pal|app>
(bank|wire|money) transfer
<direct debit|money order|gift card|bank account|gift cards|in person|by phone|the phone|store credit>

[@language]
<spanish|espanol|castilian|castellano> = es
<english|inglish|englsh> = en
<french|german|italian|portuguese|hindi|thai|chinese|mandarin|japanese|russian|arabic|dutch|polish|turkish|korean|catalan|ukrainian|greek|swedish|hebrew|vietnamese|cantonese|bengali|urdu> = other
<francais|deutsch|italiano|portugues|nederlands|polski|turkce> = other

[@data]
(personal|private|my|card|customer|payment) <data|information|info|details|records>
everything (about me)
<everything|anything|whatever|data|info|information|details> (that) you <have|know|hold|store|stored|saved|keep|kept|collect|collected|got|gathered> (on|about|of) (me)
everything on me
(my) account

[@bad]
<ridiculous|absurd|stupid|annoying|frustrating|terrible|awful|horrible|crap|bullshit|insane|nonsense|useless|unacceptable|outrageous|pathetic|painful|broken|dumb|idiotic|garbage|trash|infuriating|rubbish|hopeless|madness|shit|bs|lame|joke|crazy|unbelievable|disgusting>
waste of time
taking <forever|too long|ages>
too <complicated|hard|difficult|slow|long>
<driving me|making me> <crazy|mad|nuts|insane>
(a) joke

[@me]
<i|we|you|u|me|us|someone>

[@you]
<you|u|they|we|guys|you guys|company|your company|anyone>

[@do]
<do|does|did|will|would|can|could|must|should|are|is|u|you>

[@can]
<can|could|may|might|should|do|would|will|how can|shall|must|able to>

[@may]
<can|could|may|might|do|would|will|how can|able to>

[@is]
<is|are|was|were|looks|seems|look>

[@did]
<did|has|have|was|is|does|do>

[@need]
<need|want|require|ask|asking|needing|wanting|have|needed|asking for|ask for|have to have|be asking for>
have to

[@needed]
<necessary|needed|required|mandatory|compulsory|obligatory|important>

[@give]
<give|tell|share|say|provide|type|enter|disclose|reveal|send|hand over|put|write|answer>

[@giving]
<giving|telling|sharing|saying|providing|typing|entering|disclosing|sending|handing>

[@gave]
<gave|told|given|entered|typed|sent|provided|said|answered|wrote|written|shared|put|did|done|typed in|filled in>

[@want]
<want|need|would like|wish|like|prefer|get|give|find|send|fetch|bring|demand|love|have|looking|trying|came|here|ready|going|require|trying to|rather>
(want|need|wish|like|love|would like|have|able|how|going) to

[@refusing]
<will not|would not|do not want to|would rather not|am not going to|not going to|refuse to|prefer not to|would prefer not to|do not like to|do not wish to|can not|not willing to|never going to|will never|no need to|hesitate to|rather not|not gonna|do not wanna>

[@secret]
<it|that|this|those|them|you|anything|any|that information|that info|my details>

[@store]
<store|save|keep|remember|record|saving|storing|keeping|retain|share|sell>

[@safe]
<safe|secure|legit|legitimate|encrypted|trustworthy|protected|scam|fraud|phishing|genuine|dangerous|risky>

[@use]
<use|using|try|take|with|charge|pay with|put it on|go with|switch to>

[@take]
<take|accept|support|accepting|taking|work with|use|allow|process>

[@cards]
(credit|debit|bank|payment) <cards|card types|card brands|brands|networks>
cards
<other|international|all|foreign|prepaid> cards

[@accepted]
<ok|okay|accepted|supported|fine|possible|allowed|good|valid>

[@amount]
<total|amount|price|cost|sum|balance|bill|final price|currency|due date|order total|total amount|amount due>

[@done]
(already|all) <done|complete|completed|finished|paid|processed|confirmed|successful|over|charged|approved|accepted|declined|received|settled|taken|gone through|cancelled>

[@undo]
<cancel|stop|abort|void|end|undo|abandon|quit|terminate|discontinue|revoke|reverse|restart|start over|begin again|reset|go back|back out>
<change|edit|update|modify|fix|replace|switch|amend|alter|swap>

[@undone]
<cancelled|canceled|stopped|aborted|voided|undone|abandoned|terminated|revoked|reversed|restarted|started over|gone back>
<changed|edited|updated|modified|replaced|switched|amended>

[@sometime]
<later|afterwards|afterward|after|anytime|any time|whenever|tomorrow|once|eventually|sometime|some other time|in the future|another day|another time|when|before|if>

[@approved]
<did|done|approved|confirmed|authorized|authorised|authenticated|verified|accepted|completed|finished|passed>
<gone|went> through

[@approval]
<verification|authentication|authorization|authorisation|approval|confirmation|challenge|otp|3ds>
3d secure
(bank|security|extra|verification|approval|authentication) <check|thing|step|stuff|part|page|challenge>

[@bank]
(with|in|on|at|through|via|from|using|by) (the|my|your) <bank|banking app|bank app|bank's app|banks app|app|banking|online banking|mobile app|phone|mobile|cell|bank site|bank website|bank page|link|page>

[@talk]
<talk|speak|chat|connect|transfer|switch|escalate|pass|put|hand|talking|speaking|transferred|forward|redirect|contact|reach|call|phone|connected|deal>

[@another]
<another|other|different|alternative|easier|any other|some other|further|more|different payment|alternative payment|other payment>

[@way]
<way|ways|method|methods|option|options|means|payment method|payment methods|payment option|payment options|way to pay|ways to pay|form of payment|payment>

[@ways]
<ways|methods|options|payment methods|payment options|payment method>

[@pay]
<pay|paying|payment|settle|do it|do this|send|pay it|pay this>

[@slipped]
<mistyped|misspelled|misspelt|messed up|screwed up|typoed|miswrote|botched|mixed up>

[@wallet]
<wallet|card|purse|glasses|bag|handbag|credit card|phone|reading glasses|pocketbook|debit card|cards>

[@fetch]
<let me|i will|have to|need to|going to|must|got to|i am|go> <get|find|grab|check|look|fetch|search|getting|looking|searching|finding|checking|look for|search for|go get|run and get>
<looking|searching> for
looking

[@payables]
<bill|invoice|order|bills|invoices|subscription|balance|rent|fine|ticket|tickets|booking|dues|payment|purchase|debt|account|fee|something|a payment|for my order|for something|for this|for it|things>

# What no answer of an operator may speak of.
[card words]
<card|cards|cvv|cvc|cid|pin|password|passcode|iban|expiry|expiration|security code>

# --- yes and no. A plain one is made of these forms and politeness, and of nothing else ---
[deny]
<no|nope|nah|noo|nooo|na|nay|n|nopes|noppe|nop|naw|nein>
no <way|thanks|thank you|sir|ma'am|never|not really|not at all|it is not|it isn't|that is wrong|way jose>
not <right|correct|ok|okay|good|yet|now|today|really|this|accurate|at all|this time|so fast|right now|at this time>
<hell|absolutely|definitely|certainly|of course|certainly|surely|heck|obviously> <no|not>
<negative|incorrect|wrong|never|disagree|uh uh|declined|decline|reject|rejected|denied|deny>
<it|that|this> is (all|completely) <wrong|incorrect|false|inaccurate|not right|not correct|not ok|not okay|not good|not it|not true|not accurate>
<it|that|this> is not what i <want|wanted|meant|said|ordered|typed>
<it|that|this> does not look <right|correct|good>
that does not sound <right|correct|good>
not what i <want|wanted|meant|said>
do not <do it|do that|proceed|continue|confirm|charge it|charge me|charge my card|charge the card|submit|pay|process it|go ahead|charge|take it|take the money|take my money> (yet)
i <guess|think|suppose|believe|reckon> not
i do not <think so|agree|confirm|approve|accept|authorize|authorise|consent|believe so|like it|want that> (this|it|that)
i <disagree|decline|object|would not|said no|say no>
thanks but no thanks
(the) answer is no
not confirmed
that is a no
none of (it|this|that) is <right|correct>
i <would not|do not want to> <proceed yet|confirm yet|confirm that>

[deny alone]
(please|no) do not

# What whoever has just approved it at the bank says: asks how it went, while the bank is waited for only.
[done]
i am (all) <done|finished|back>
(i) (have) (just|already) <did|done|approved|confirmed|authorized|authorised|authenticated|verified|accepted|completed|finished|passed> (it|that|this|everything) (now|already)
(it|that|this|everything|all)+ (is|has) (all|been|now)+ <approved|confirmed|authorized|authorised|verified|authenticated>
(it|that|this|everything) is (all) <done|approved|confirmed|authorized|authorised|authenticated|verified|complete|completed|finished> (now|already)
all <done|finished|complete|completed|approved|confirmed|verified> (now|already)

# --- commands ---
[cancel]
do not want to <go on|continue|carry on|proceed> (with)+ <this|it|that>
<maybe|perhaps|possibly|probably> (i|we|should)+ <stop|quit|end it|leave it>
(i am) not sure (if|that|whether) (i|we) want <this|it|to pay|to buy|to do this>
<proceed|continue|go ahead|carry on|go on> with cancellation
<confirm|process|request|requesting> cancellation
<discontinue|abandon|abandoning|discontinuing> (it|this|that|everything|@payment)
would you mind <cancelling|canceling|stopping|discontinuing|abandoning|ending> (it|this|that|everything|@payment)
do you mind <cancelling|canceling|stopping|discontinuing|abandoning|ending> (it|this|that|everything|@payment)
<cancelling|canceling> @payment
backing out
<do not|does not> wish to <proceed|continue|pay|go on>
do not think i want to <do this|pay|continue|proceed|buy>
<cancel|cancell|abort|cancle|terminate>
<cancel|abort|stop|end|terminate|void|scrap|drop|kill|halt|discard|quit|revoke|undo> @payment
<cancel|abort|stop|end|terminate|scrap|drop|kill|halt|discard> <it|this|that|everything|all|now|here> (all)
cancel @card @payment
<call|calling> <it|this|that|the whole thing|everything> off
call off @payment
forget <it|this|about it|about this|that|about that|everything>
forget (about) @payment
never mind
i do not want <to pay|to do this|to continue|to proceed|to go on|to go ahead|to buy|to go through with|this|it|to complete|to purchase|to order> (anymore|any more)
i do not want @payment (anymore)
no longer want <to|this|it|@payment>
no longer <want|wish> to <go ahead|go on|go through with|buy|pay|order|purchase|continue|proceed>
i <will not|would rather not|am not going to|refuse to> <pay|continue|proceed|buy|complete> (this|it)
i am not <paying|buying|going through with|continuing> (this|it)
i am (not) (interested) anymore
not interested (anymore)
i <quit|give up|am out|want out|am cancelling|am canceling|have had enough|wanna stop>
i <want|would like|need|wish|have decided|decided> to <stop|quit|cancel|abort|end|back out|leave|exit|get out|opt out>
<can|could|may> we <stop|cancel|quit>
let us <stop|not|leave it|forget it|cancel>
<withdraw|reverse|withdrawing|reversing> <payment|transaction|purchase|charge|my order|the order|this order>
<void|withdraw|reverse> <it|this|that>
count me out
get me out (of here|of this)
pull the plug
back out (of)
stop <right there|right now|please|doing this|immediately>
please stop
no <payment|deal|sale>
cancellation please
please <exit|quit>
exit <this|chat|now|please>
to hell with <it|this>

[cancel alone]
(i) (have) (just) changed my mind
(i) (had|have) (a) change of heart
<leave|drop|scrap|kill|scratch> it
<stop|quit|exit|abort|end|halt|cancellation|enough|stahp|cncl|cancelled|canceled|cancelling|canceling>
stop (it|that|this)
no more

[restart]
<want to|let me|let us|wanna|can i> try again
@want (to) <start|begin> <over|again|anew|afresh|from scratch>
@may <i|we|you> <start over|restart|start again|begin again>
shall we <start over|restart|start again|begin again>
let us <start over|restart|start again|begin again|start from scratch>
let us <start|begin> from (very) <beginning|scratch|start>
@want (to) <restart|redo everything>
@want (to) start from <scratch|beginning|zero>
@want (to) start all over (again)
start <over|again|afresh|anew|fresh|all over|it over|this over|everything over|from the top> (again)
start (all) (over|again) from <scratch|zero|beginning|start|top|0>
starting over
(all) from (the) (very) <beginning|start|top|scratch|zero>
restart
begin <again|anew|from scratch>
<do|take> <it|this|that|everything|all of it|the whole thing> (all) over (again)
<reset|wipe|clear|erase|redo|change|replace> <everything|it all|all|whole thing|whole form|form|all of it|all of this|all my answers|all the details|session|conversation|entire thing>
take <it|this> <from|to> (very) <top|beginning|start|first step>
<go|get|take me> (all the way) back to (very) <top|beginning|start|first step|first question>
back to <square one|start|beginning|step one|first step>
from <square|step> one
(a) <fresh|new|clean> <start|session|slate|beginning>
a fresh one
(it is) everything is (all) <wrong|incorrect>
try (it) (all) again from

[restart alone]
<reset|restart|redo|again from zero>
<over again|all over>

[change]
do not want to <use|pay with> (this|that) card = card
<switch|swap|move> to (my|the|a) (other) <@brand|card> = card
@may i <use|try|give> <another|a different> (one|card)+ = card
<pay|paying> (it|this) <with|by|using|from> @other @field
would you mind <changing|correcting|fixing|updating|replacing> (@field)
not <that|this> card = card
lost <that|this> card = card
@want (to) <pay with|use|pay by|pay using> (my|the) @brand = card
@may <i|we> <use|pay with> (my|the) @brand instead = card
use the @brand instead = card
@change @field
correct @field
correct (what|it) i <wrote|typed|entered>
@change ... @field
@change <it|this|that|something|one thing|some things|things|details|detail|data|info|information|an answer>
@change <what i wrote|what i typed|what i entered|my answer|my answers|my last answer>
@may @me @change
@change cards = card
to @change
@want @change
<make|making> <change|correction|changes|corrections|adjustment>
<wrong|incorrect|bad|misspelled> @field
wrong <one|thing|answer|info|information|details>
@field @is @wrong
@field @wrong
@field @me <gave|entered|typed|wrote|put> (you) @is @wrong
@field @is not (my|the) <right|correct|one|name|card|number>
<that|this|it|those|these> <is|are> not (right|correct) @field
not my @field
@other @field
@use my @brand instead = card
@use my @brand card = card
@use my other (one) = card
@use @other one = card
@brand instead = card
@field instead
other one instead = card
@slip <in|with|on|about|regarding> @field
<made|is|have|was|spotted|see|found> @slip
my mistake
@slipped @field (wrong)
@slipped <it|that|this|something>
<spelled|spelt|typed|wrote|entered|put|got> <@field|it|that|something> <wrong|incorrectly|wrongly>
<cancel|delete|remove|erase|clear|undo|discard|scrap|forget> @field
cancel ... @field @wrong
@field <should|needs to|has to|ought to> <be|say|read>
@field <has|was|is> (just) <changed|expired|stolen|blocked|lost|cancelled|declined>
@field <changed|expired>
<go|back|return|take me|bring me|jump> (back) to @field
@gave (you) (in) <wrong|incorrect|old> @field
@gave (you) (in) wrong <one|thing|info|details|digits>
@field <again|over>
<enter|give|type|try|input|provide|write|do> @field <again|over>
something <is|looks|seems> <wrong|off|incorrect|not right>
problem with @field
i meant @field
that is <old|wrong|former|maiden|wife's|husband's|other> <card|name|number|date|one>
let me <redo|correct|fix|change|edit|reenter> <that|it|this>

[change alone]
@change
<correction|edit|not that one|not the one>

[back]
<go|take me|bring me|step|get|move|turn|jump|send me> (one) (step) back
<go|return|take me> (back) to <previous|last|prior|earlier> <step|question|one|field|page|screen|thing>
<previous|prior|preceding> <step|question|field|page|screen>
<step|question|one> before <that|this>
undo <that|it|last step|last one|last answer>
back <up|one|a step|one step>
one step back
revert <it|this|that|last one>

[back alone]
back = cvv
<previous|undo|prev|backwards|previous one|last step|last question|return|revert>

# --- asides ---
[otherwise]
<some other way|differently|in person|over the phone|offline|at the store|in the store|in store|another way|later|tomorrow|next week|next month|in installments|in instalments|in parts|monthly|half now|on delivery|in cash|on your website>

[why]
why @do @you @need @field
why @do @you @need to <know|have|see> @field
why @need @field
why ... @field
why @do (i|we) @need to @give (you) @field
why @do @you @need <that|this|it|all this|all that|so much|to know|them>
why are you asking
why <should|must|would> i @give
why would you @need
how come @you @need
what @do @you @need @field for
what ... @need @field for
what @do @you <do|use> with @field
what is @field (used|needed|required|good) for
@is @field @needed
@do @you @need @field
@do i @need to @give (you) @field
explain why
purpose of @field

[why alone]
why (though|that|this|is that|so|me)
<how come|what for|for what|for what reason|what is the reason|what is that for|what is it for|what is this for>
is <that|it|this> @needed
do i really have to
do i have to

[what]
can not <read|see|make out> (it|that|this|them|digits|numbers|code|anything) (properly|clearly|anymore)
<worn|rubbed|scratched|faded> (off|out|away)
<3|three> <digits|numbers> or <4|four> = cvv
(the) long <one|number> = card
what <on earth|in the world|the heck|exactly|is> is @field
<is it|is that|do you mean|you mean> @field
is it on @field
what @is @field
what @is @field <mean|code|thing>
what @do you mean (by|with) @field
what does @field mean
<where|were> @can (i|one|you|we) <find|see|get|look|locate> (for) @field
<where|were> @is @field
<where|were> <to find|do you find|do you see> @field
where on (the|my) card
<which|whose|what> @field
how @can (i|we) <find|locate|see|look up|get|know> @field
can not <find|see|locate|spot> @field
do not (know|understand|get|see) <what|where|which|how|find> @field
do not know @field
<explain|define|describe> @field
meaning of @field
never heard of @field
<what|which> <format|form|order>
how @can <i|we> <write|type|enter|put|format|spell|give> (@field)
how to <write|type|enter|put|format|spell|give> (@field)
how many <digits|numbers|characters|letters>
<month|year> (or year) first
month or year
<2|two|four|4> digit year
@is @field on (the) <front|back>
(on the) <front or back|back or front|front or the back|back or the front>
what is the <3|three|4|four> digit
<with|without> (or without) <spaces|dashes|hyphens>
<include|need|use|put> (the) <spaces|dashes|hyphens|middle name|slash>
<middle name|maiden name|nickname|company name> too
name or <company|nickname|initials>
example of @field
(an) example please
<give me|show me|got|have> (an) example
what counts as @field
what <does it|do they|should it|does that> look like
whose name

[what alone]
what (exactly) is <that|this|it>
what does <that|this|it> mean
what <do|did> you mean
where is <it|that|this>
where <do|can> i find <it|that|this>
<which one|what one|which|where|example|such as|meaning|explain>
can not find <it|that>

# Yeses that are likely, and no more: they name a card or a time, or may be about something else.
[yes]
(my|the) answer is (a)+ yes
<i say|i am saying|i will say> yes
yes is my answer
it is a go
no need to <change|add|fix> anything
no <errors|mistakes|typos>
<all|everything|details|info|information|it|they|that> (all) <match|matches|adds up|add up|tallies> (what i ordered|my card|my order|my records)
<those|these|they> are my <details|data|numbers>
(exactly) what i <ordered|want|wanted|asked for>
<green light|full steam ahead|onwards|rightio|righty|all set|fair enough|acceptable|satisfactory|approved by me>
<seems|sounds|looks|is> (about|quite|pretty|very)+ <fair|legit|right|acceptable|satisfactory|reasonable>
<knock yourself out|go nuts|do your thing|do the thing|do your magic|work your magic|do what you need to do|do your worst>
i would <love|be happy|be glad|be delighted> to
<right away|straight away|immediately|asap|as soon as possible> please
now is <good|fine|perfect>
(you have|with) my <blessing|consent|approval>
this is my <confirmation|approval|consent|yes>
i am (all)+ ready

# What is done with a payment, and to what: where one is reviewed, both together are an order, if not a plain one.
[does]
<carry out|put through|push through|run through|process|submit|run|make|execute|effect|initiate|settle|release|complete>
<finalise|finalize|post|issue|transfer|collect|deduct|debit|charge|bill|pay|swipe|hit|authorise|authorize|approve|tap>
<clear|take|draw|push|action|lodge|trigger|fire off|kick off|go through with|proceed with|finish|do|ring up|wrap up|tek|mek>

[done to]
(the|this|that|my|our|your|a|their|said|full|di|de|da)+ <payment|transaction|charge|card|visa|mastercard|amex|amount|money|funds|sum|total|bill|invoice|balance|purchase|checkout|sale|dosh|plastic>
(the|this|that|my|our|your)+ <credit|debit|company|corporate|business|full|whole|agreed|quoted|outstanding|entire|remaining> <card|visa|mastercard|amex|account|amount|sum|balance|charge|payment|total>

[pay]
{does} {done to}
(have|get|want|need|like)+ {done to} <charged|taken|paid|processed|debited|settled|completed|deducted|made|put through|sorted|done>
<charge|bill|debit|pay|settle with> <me|us|them|him|her|the shop|the merchant|the seller|the store>
<slap|stick|put|bang|whack|chuck|throw|pop|lob|bung|shove> <it|this|that|the lot|everything> on (the|my|that|this|our)+ <card|visa|plastic|tab|account>
<put|run|push|pass> <it|this|that> <through|thru>
(i|we)+ <want|wish> pay
do the <necessary|needful>
(i|we) (hereby|formally|expressly|fully|duly)+ <authorise|authorize|approve|sanction|instruct|permit|endorse|ratify|consent to|agree to|assent to> (you to)+ ({does})+ {done to}
<give|grant|convey|extend|confirm|signify|express|reiterate> (you)+ (my|our|the|full|formal|express|explicit|unqualified)+ <consent|authorisation|authorization|approval|permission|agreement|assent|sanction|mandate>
(you|your team|your system)+ (are|is)+ (hereby|now|fully|duly)+ <authorised|authorized|cleared|permitted|entitled|instructed|empowered> to {does} ({done to})+
(i|we) (would|should)+ <request|ask|instruct|direct> (that)+ (you|the)+ {does} {done to}
(please)+ <allow|permit|let> <it|this|that|payment|charge|transaction> (to)+ (go|pass|come)+ (through)
<ring|wrap|close|finish> <it|this|that> up
<stick|pop|whack|put|place|stick> <it|this|that> on <my|card> (@brand|card)
(please) do <charge|take|process|submit|run> <it|me|card|payment>
<ship|hit> it
(please|you can|you may|just)+ <charge|debit|bill|use|pay with|pay by|put it on|charge it to|take it from> (my|the) @brand (ending (in))
(i will|i am going to|i can|let me) pay (it|this|that|the bill|now|today|asap)
(please|you can|you may|go ahead and)+ <complete|finish|finalize|finalise|settle|place|make|take|confirm> (it|this|that|the|my|order|booking|purchase|everything|bill)+
let me <finish|confirm|complete> (it|this|the payment)
(you are|i am|all) <approved|confirmed|authorised|authorized|cleared> (to charge (my card)|to proceed|by me)+
(my|the) <permission|consent|approval|blessing>

[help]
(bank) <app|page|site|link|website> (is|does|will) not <working|work|opening|open|loading|load> = general
<is|are> (really|actually)+ (this|it|that) (really) (my|the) bank = safety
is <this|it|that> (really) (my|the) bank = safety
(do you mean|is it|is that|you mean|not) (my|the) <pin|pin number|pin code> = pin
(my|the) <pin|pin number|pin code> = pin
who is (the) @payment for = payment
is (it|this|that) for (my|the) @payables = payment
<visa|amex|mastercard> or <mastercard|visa|amex|debit|credit> = brands
<is|are> <cancelling|canceling|changing|stopping> (it|this|that|@payment|@field) <possible|allowed|ok|okay|an option> = general
does <cancelling|canceling> (it|this|that|@payment) cost (anything|something|money|extra) = payment
(i|we) <did not|have not|do not|never|not> <get|got|receive|received|gotten|getting> (any) <code|sms|text|text message|message|push|notification> = general
no <code|sms|text> <came|arrived|received|comes|yet> = general
<code|sms|text> <did not|has not|never|does not> <arrive|arrived|come|came> = general
(i|we) <can not|could not|unable to|not able to> <open|access|load|see|reach|use> <link|page|bank|app|bank page|bank's page|banking app> = general
<link|page|app> <does not|will not|did not> <open|load> = general
@can <i|we|you|it> @undo ... @sometime = general
@can <i|we|you|it> (be) @undone (@sometime) = general
@can @payment be @undone = general
@can @field be <@undone|corrected|fixed> (@sometime) = general
what if <i|we> (later) @undo = general
what if <i|we> <want|need|have|decide|wish> to <@undo|use|pay with> (@other) (@field) (@sometime) = general
<what if|if> i change my mind = general
<ok|okay|wise|smart|fine> to <give|share|enter|type|send> = safety
@is @data @safe = safety
<accept|support|accepting> @brand = brands
<can|could|would|will> <you|u|someone> help = general
<i|we> <need|want|require|could use> (some|your) <help|assistance|guidance|instructions> = general
help <me|us|out|here> = general
<please help|help please> = general
what <can|could|should|do|must|shall|am> <i|we> (supposed to|have to) <do|say|type|write|enter> = general
what are (my) options = general
what can you do = general
what <is|comes|happens> <going on|happening|next> = general
how <does|do|is> <this|it|that|this chat|everything> <work|go|supposed to work> = general
how @can (i|we|one) <pay|use this|start|begin|make a payment|do this|do that|proceed|continue> = general
do not (quite|really) <understand|get it|follow|comprehend|get this> = general
did not <understand|follow> = general
<i am|so|totally|completely|a bit|very> <confused|lost|stuck> = general
<do not know|no idea|not sure> what to <do|say|type|write|enter> = general
walk me through = general
<instructions|guidance|assistance> please = general
what now = general
what do you (need|want) from me = general
how @can (i|we) <cancel|stop|quit|abort|exit> = general
<will|would|do> you cancel ... if = general
<fee|fees|charge|cost|penalty> <for|to|if> ... <cancel|cancelling|canceling|cancellation> = payment
what <happens|if|would happen> (if) (i|we) cancel = general
(confirm) <cancel|cancellation> <fee|fees|policy|charge|option|button|terms> = general
<proceed|continue|go ahead|carry on|go on> with cancellation <fee|fees|policy|charge|option|button|terms> = general
@is <it|this|that|you|everything|site|page|chat|website|connection|my card|my data|here|all this> (to) @safe = safety
<how|really> @safe = safety
@safe <site|page|website|connection|chat|here> = safety
is <it|this> a <scam|fraud|phishing|trick> = safety
@can (i|we) trust <you|this|it> = safety
how do i know <this|that|it|you> = safety
who (else) @can <see|read|get|view|store|access|have access to> <@field|this|that|it|@data> = safety
who <sees|reads|gets|has access to|stores> (to) <@field|this|that|it> = safety
@do @you @store <@field|it|that|this|them|my details> = safety
@is <it|this|that> (be|being|get|going to be) <stored|saved|kept|recorded|encrypted|remembered> = safety
@is @field (be|being|get|going to be) <stored|saved|kept|recorded|encrypted|protected|remembered|safe|secure|visible> = safety
will @field be <stored|saved|kept|recorded|encrypted|protected|remembered|safe|secure|visible> = safety
@safe to <give|enter|type|send|share|put|pay|do|use> = safety
<pci|encryption|security measures|data security|ssl|tls> = safety
<someone|anyone|hackers|somebody|people> <steal|hack|misuse|see|intercept> = safety
<worried|afraid|scared|concerned|nervous> <about|of> <fraud|security|scam|scams|hackers|giving|safety|my card|hacking|identity theft> = safety
<sounds|looks|seems|feels> (like) (a) <scam|fishy|dodgy|shady|phishing|sketchy|unsafe> = safety
<which|what> (kind of|kinds of|type of|types of|sort of) @cards = brands
<which|what> (other) @cards @do @you @take = brands
@do @you @take (other) @brand = brands
@can @you @take @brand = brands
@can i <use|pay with|pay by> (a|my) @brand = brands
<is|are> @brand (card) @accepted = brands
<does|will> @brand (card) <work|do|be accepted> = brands
<accepted|supported> @cards = brands
@take @cards = brands
@do @you @take @cards = brands
how much = payment
what @is (the|my) @amount = payment
what ... <paying|buying|ordering|being charged> (for)
what <do|did|will|would> (i|we) <pay|buy> (for)
what is <this|the|that> @payment (for|about) = payment
what <this|the|that> @payment is <for|about> = payment
who <gets|receives|is getting|am i paying|do i pay|charges|is charging> (the|my|me) (money|payment) = payment
who <am|are> (i|we) paying = payment
what @do you <charge|bill> = payment
<which|what> currency = payment
<show|tell|give> me @amount = payment
when <will|do|does|would> <i|it|you|my card> (be|get) <charged|charge> = payment
<right|correct|final|total> amount = payment

# Of a card that can't be read, of the money, and of the other side.
<@cvv|@card|@field> <is|has|was|are|have> (all|almost|nearly|completely|been)+ <worn off|worn out|worn away|worn|rubbed off|rubbed out|illegible|unreadable|faded|scratched|scratched off|not readable|erased|smudged> = worn
<it|mine|that|they|this|some> <is|has|are|have> (all|almost|nearly|completely|been)+ <worn off|worn out|worn away|rubbed off|rubbed out|illegible|unreadable|faded|scratched off|not readable|smudged> = worn
(can|could) <not|hardly|barely> (even|really)+ read <@field|it|them> (anymore|any more|at all)+ = worn
@do @you <charge|add|take> (a|an|any|extra|additional|service|card|processing)+ <fee|fees|surcharge|commission> = fees
<is|are> there (a|an|any|extra|hidden|additional|service|processing|card|transaction|handling|foreign)+ <fee|fees|surcharge|surcharges|commission> = fees
<extra|hidden|additional|any|service|processing|transaction|handling|booking> (extra|hidden|additional|service)+ <fee|fees|charges|costs|surcharge|commission> = fees
what is <fee|surcharge|commission> = fees
does <it|this|that> cost <extra|more> = fees
will i <pay|be charged|get charged> (anything|something) <extra|on top> = fees
<tax|taxes|vat|gst|sales tax> (be|being|is|are|already|also)+ <included|inclusive|added|extra|on top> = tax
<include|includes|including|incl|inclusive of|contain|plus|charge> (of|any)+ <tax|taxes|vat|gst|sales tax> = tax
<how much|what|which> (of|it|that|is)+ <tax|taxes|vat|gst> = tax
<before|after|without|with> (or after|or without)+ <tax|taxes|vat|gst> = tax
<appear|appears|show|shows|show up|shows up|be|say|says|come up|look|called|read|see> (as|like)+ <on|in> (bank|card|credit|credit card)+ <statement|statements> = statement
who <is|are> (the) <merchant|seller|payee|shop|company|they|people|this company|this shop|this merchant|this seller> (behind this|anyway)+ = payee
(tell me|more) about <merchant|seller|payee|shop|company> = payee
how @can <i|we> (be|know|tell|verify|check)+ (sure|if|that|for certain)+ <this|that|it|they|you> <is|are> <really|actually|truly|genuinely|from> (...) = genuine
how @can <i|we> <be sure|know|tell|verify|check> who (this|that|it|you|they) (really|actually)+ <is|are> = genuine
is <this|that|it> <really|actually|truly|genuinely> <from|them|him|her> (...) = genuine
are you <really|actually|truly|genuinely> <from|with|working for> ... = genuine
prove <it|this|who you are|that it is you|it is you> = genuine
how <long|much time> (do|have|did) i (have|got|get) (left|to pay|for this|to do this|to finish)+ = deadline
how long <is|will|does|can> <order|link|offer|session|page|chat|conversation|booking|invoice> (stay|remain|be|keep)+ <open|valid|active|good|last|available> = deadline
<until|by|till> when @can <i|we> (have to|need to)+ @pay = deadline
when <does|do|will|is> <order|link|offer|page|session|invoice|chat> (going to)+ <expire|expires|run out|time out|due|close|end> = deadline
<what is|is there> (a|any)+ <deadline|time limit|cutoff> = deadline
@can <i|we> (please)+ @pay (it|this|that|for it|for this|you)+ <later|later today|tonight|tomorrow|next week|next month|another day|another time|some other time|in a few days|afterwards|when i get paid> = pay later
@can <i|we> <do|finish|complete|continue|settle> (it|this|that|payment|paying)+ <later|later today|tonight|tomorrow|next week|next month|another day|another time|some other time|in a few days|afterwards|when i get paid> = pay later
@can <i|we> come back (to it|to this|here|for this)+ <later|later today|tonight|tomorrow|next week|next month|another day|another time|some other time|in a few days|afterwards|when i get paid> = pay later
@want to <pay|do it|do this> (it|this|that)+ <later|later today|tonight|tomorrow|next week|next month|another day|another time|some other time|in a few days|afterwards|when i get paid> = pay later
pay (it|this|that|you)+ <later|later today|tonight|tomorrow|next week|next month|another day|another time|some other time|in a few days|afterwards|when i get paid> = pay later

[help alone]
who <is|are> ... = payee
<fee|fees|surcharge|commission> = fees
<tax|taxes|vat|gst> = tax
(my) <bank statement|statement> = statement
what <went|is|was> wrong = declined
what is wrong with (it|that|my card|card) = declined
why (did|does|do) (it|that|my card|card|@payment) (not) <work|worked|fail|failed|declined|decline|go through> = declined
why (was|is|has) (it|this|that|my card|card|@payment) (been|get) <declined|rejected|refused|denied|not accepted|blocked> = declined
(what is|what was) (the) <reason|cause> (of|for) (the) <decline|rejection|refusal|problem> = declined
what do you <want|need> = general
(i) have a question = general
@can i ask (you) (a|another|one) (question|something) = general
<help|hlep|halp|sos|options|commands|menu|guide|instructions> = general
help help = general
<confused|i am lost|do not understand|do not get it> = general
@amount = payment

[simpler]
<say|explain|put|write|ask> (that|this|it|me|question)+ <more simply|simpler|in simple words|in simpler words|in simple terms|in plain english|in plain words|in other words|more clearly|in easy words>
(in|use) <plain|simple|simpler|easier> <words|language|terms> (please)
<simpler|more simply|plain english> please
<make|keep> (it|that|this) <simple|simpler|short|shorter>
(please)+ simplify (that|this|it)
explain (it|that|this) like i am <five|5>

[repeat]
<can|could|would> you (please) <repeat|rephrase|restate|reword>
repeat <that|it|this|question|yourself|last|please|what you said|everything|all>
please repeat
<say|ask|show|tell|send|write|post|read> ... <again|once more|one more time|another time>
<say|ask|tell me|show me> <again|once more|one more time>
what (did|was|were) you (just) <say|said|ask|asked|asking|saying|want>
what was <that|it|question|last question|last message> (again)
where is (the|my|that) link
link <expired|is gone|disappeared>
what is (your|the) question
did not (quite) <hear|catch|get|see|read|understand> (that|it|you|your question|question|what you said)
<missed|forgot> <that|your question|question|what you said|what you asked>
come again
<beg your pardon|i beg your pardon|excuse me what|what again>
one more time
(the) question again
<rephrase|reword>

[repeat alone]
(i am) sorry what
(let me|i will|can i|may i|please) try <again|it again|that again|once more|one more time>
<repeat|again|what|huh|eh|sorry what|pardon me|pardon|hm what|say what|excuse me|say again>
once (more|again)

[status]
(do|must|should) i (have|need)+ (to) <wait|stay|keep waiting|leave this open|keep this open> (here|on this page)
(was|did|is|has) (the)+ <first|other|declined|second|old|wrong> card (get|been|be)+ (not|also|too)+ charged
(please) check (it|this|again|now) <again|now|the status|if it worked|if it went through>
check again
what is taking (so|this|it) (long)
it <is|has> been (over|more than|like|about|at least)+ ... <minute|minutes|mins|hour|hours|half an hour|ages|forever>
it <worked|went well|succeeded>
(it|bank|app|page|phone) <says|said|shows|showed> (it is|that) <success|successful|approved|confirmed|ok|okay|done|complete|completed|verified|authorized|accepted|declined|rejected|denied|failed|error>
(my|the) bank <declined|rejected|denied|refused|blocked|stopped> (it|this|that|@payment|my card|me)
i <declined|rejected|denied|refused> (it|this|that|@payment) (@bank)
<tapped|clicked|pressed|hit|selected|chose> <approve|accept|confirm|yes|ok|allow|authorize|authorise|continue> (@bank)
@approved (it|this|that|everything|@payment) @bank
<entered|put in|typed|typed in|submitted> (the|my|a|that) <code|otp|passcode>
@approved <it|this|that|everything|@payment|my identity|myself>
@approved @approval
@approval is @approved
@bank @approved (it|this|that|@payment)
<entered|put in|typed|typed in|submitted> <code|otp|passcode|one time code|one time passcode|sms code|text code> <@bank|they sent|they texted|they sent me|they texted me|from the text|from the sms>
did <it|this|that|@payment> get @undone
<have|has|had> <@you|i|it|this|that|someone|somebody|@payment> (been|got|gotten) (been) @undone
<was|is|were|am|are> <it|this|that|i|everything|@payment> (been|being|really|actually|now|already) @undone
<who|why|when> (was|were|has|have|had) (you|it|i|@payment) (been) @undone
too late to @undo
<you|i|we|they> (have) (already|just) @undone (it|this|that|@payment|@field)
it is @undone
confirm <it is|it was|it has been|you|you have|i|i have> @undone (it|this|that|@payment)
taking (so|this|too) long
@did <it|this|that|@payment|money|card> <go|gone|went|get|come|going> <through|thru|out>
@did <it|this|that|everything|@payment> (actually) <work|succeed|fail|worked|failed>
@did you <get|receive|got|received|charge|process|charged|take> <it|@payment|money|card>
@did you <charge|bill> me
<is|was|has> <it|this|that|@payment|everything|all> (been|being|now) @done
<are|am> <we|i> (all|now) <done|finished|good|there|set|through|paid>
has (it|my card|money|@payment) been @done
<was|have|am> i (been|being|already) <charged|billed|paid|debited>
@did i (get) <charged|pay|billed>
<payment|order|transaction> status
status (of) (my|the) @payment
what is (the) status
any <news|update|updates|progress|result>
is <that|this> <it|all|everything>
what <have|do|did> <you|i> (have) <got|have|enter|entered|give|given>
where <are|were> (we|i) (now|at|up to)
how far
still need <anything|something|more|else>
what <is|else is> <missing|left|pending>
how <long|much longer> (will|does|is|till|until) (it|this|that)
already paid
i (have|just) paid
<payment|transaction> <successful|complete|pending|failed>
still processing
what happened <to|with> (my|the) <payment|order|money|card>
what is <happening|going on|up> <to|with> (my|the) @payment
is it through
it <go|goes|went> through

[status alone]
it is @approved
i <did it|passed it|confirmed it|approved it|have done it|have confirmed it>
<status|progress|done|finished|complete|update|paid|what happened>
all (done)

[language]
<parlez|sprechen|parla|fala|habla|hablas|parli|spreken|sprichst> (vous|sie|tu|du|lei|voce|u) @language
<speak|talk|use|do|switch|write|chat|have|continue|change|go|read|reply|answer|respond|understand|prefer|want> (to|in|into) @language
<switch|change> language (to) @language
do not <speak|understand|know> (any|much|good) english = other
in @language
@language <only|version|language|instead|please|bitte|por favor|per favore|svp>

[language alone]
@language
(other|another|different|change|switch) <language|languages> = other
<change|switch> (the) language = other
what languages do you speak = other

[others card]
<it is|this is|that is|card is|is|using|use|used|with|on> (actually) (my|her|his|their|a) <wife's|wifes|husband's|husbands|mum's|mums|mom's|moms|mother's|dad's|dads|father's|son's|sons|daughter's|daughters|sister's|sisters|brother's|brothers|friend's|friends|boss's|boyfriend's|boyfriends|girlfriend's|girlfriends|grandma's|grandpa's|partner's|partners|roommate's|flatmate's|neighbour's|neighbor's|uncle's|aunt's|colleague's|parents'|parents> (credit|debit|bank) (card)
<card|it> is not mine
<it is|is> not (really) my card
<it is|is|using|on> <somebody else's|someone else's|somebody elses|someone elses|another person's> (card)
<card|it> belongs to (my|a|an|somebody|someone|her|his)
paying for (my|a) <friend|mother|father|mum|mom|dad|son|daughter|boss|neighbour|neighbor> with (his|her|their) card
is it <ok|okay|allowed|fine> <if|to|that> (i) use (my) ... card

[pressed]
(he|she|they|somebody|someone) (just|also|keep|keeps)+ <tells|told|telling|is telling|are telling|asked|asking|is asking|wants|said|says> (that) <me to|i must|i have to|i need to|you have to> <say yes|pay|send|buy|give|hurry|confirm|do it|stay on the line>
(he|she|they) <says|say|said> (that|if) ... <jail|prison|arrested|police|virus|account will be emptied|lose my account|be fined|lawsuit>
(he|she|they|somebody|someone) <has|have|is in|is on|controls|can see> (my) (screen|computer|phone) <open|remotely|teamviewer|anydesk|with teamviewer>
(i) (really)+ (think|believe|fear) <it is|this is|that is> (all)+ (a) scam
<wants|asks|asking|asked|told> (me)+ (to|for) <send|give|read|tell> (him|her|them)+ (the)+ code
yes he told me to
<he|she|they> <is|are> <forcing|pressuring|threatening|rushing|making> me (to) (pay|do it|do this)
<someone|somebody|a man|he|she|they|caller|this guy|guy on the phone|police|bank|agent> <is|are|keeps|keep> <making|forcing|pressing|pressuring|threatening|telling> (me)
<being|am|was|feel> <forced|pressured|pressed|threatened|scammed|blackmailed|rushed|coerced>
<told|asked|made|forced> me to (buy|pay|send|get) <gift cards|gift card|bitcoin|crypto|it now>
<told|asked> me not to tell (anyone|anybody|my bank)
<think|believe|worried|afraid|scared> (it is|this is|that is|i am being|that this is) (a) <scam|scammed|fraud|trick|swindle>
(i) (do not) (really) want to but (he|she|they)
under <pressure|duress>
<forcing|pressuring|pressurising|pressurizing|threatening|coercing|blackmailing|bullying|harassing|pushing|scamming> me
(who) <forces|pressures|threatens|coerces|blackmails|bullies> me
<they|he|she> (will|would) <arrest|sue|hurt|deport> me

[minor]
i am (only|just)+ <9|10|11|12|13|14|15|16|17> <btw|by the way|yo|lol|tho|is that ok|is that bad|but|so|and|can|is|do|will>
i am (only|just)+ <9|10|11|12|13|14|15|16|17|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen> years old
i am <a|still a|under> <minor|kid|child|age|18|eighteen|teenager>
(my) <mum|mom|dad|mummy|mommy|daddy|parents> <does not|do not|did not> know

[minor alone]
i am (only|just) <9|10|11|12|13|14|15|16|17|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen>

[distress]
my <husband|wife|mother|father|mum|mom|dad|son|daughter|brother|sister|partner|friend|dog|cat|grandma|grandpa|boyfriend|girlfriend> (just|has|recently)+ <died|passed|passed away|is dead|is dying|is in hospital|left me|is very ill|is sick>
<lost|buried> my <husband|wife|mother|father|mum|mom|dad|son|daughter|brother|sister|job|baby>
<am|feeling|feel> (so|really|very)+ <sad|depressed|scared|ashamed|desperate|suicidal|heartbroken|overwhelmed|anxious|panicking>
<funeral|hospice|cancer diagnosis|panic attack|nervous breakdown>
(i) (can not) stop crying
want to die

[not me]
<was not|is not|it was not> me
<did not|never> <authorise|authorize|approve|make|order|buy|request|start|agree to> (it|this|that|any of this|@payment|anything)
do not <recognise|recognize> (it|this|that|@payment|charge)
<somebody|someone> <else|stole|is using|used|has> (my|did|made|paid|card|it)
<unauthorised|unauthorized|fraudulent> (charge|payment|transaction|use)
<my card was|card has been|card is> <stolen|cloned|hacked|skimmed>

[charged twice]
(it) <shows|showing|appears|pending> (as|up)+ (pending)+ twice
<charged|billed|debited|paid|taken|took|deducted|charge|bill|pay> (me|it|my card|money)+ <twice|two times|double|2 times|2x|three times|again>
(a) <double|duplicate|second> <charge|payment|charges|payments|transaction|billing|debit>
(see|have|shows|are|got|were|there are) (now)+ <two|2|three|3> <charges|payments|transactions|debits>
double <charged|billed|dipped>
<was|is|went|came> (taken|charged|out) twice

[wrong amount]
<wrong|incorrect> <amount|price|sum|total>
(i) (only|just)+ meant to pay <half|less|part|one>
<wrong|incorrect|different> <amount|price|sum|total> <was|is|charged|taken|on|went>
<charged|billed|took|paid> (me) (the) <wrong amount|too much|too many|more than|extra|more>
(you) (have) overcharged (me)
<amount|price|total|sum> <is|was|looks> (too) <wrong|incorrect|off|too high|higher|not right|different>

[refund]
@want (a|my) <refund|money back|payment back|cash back>
<refund|reimburse> (me|it|this|that|@payment|please)
(can|could|may|how|when) (do|can) (i|you|we) (get|have|give|request) (me) (a|my|the) <refund|refunded|money back>
my money back
<give|pay|send> (me) (it|my money|the money) back
<chargeback|dispute> (it|this|that|@payment|charge)
(get|be|am|want to be) <refunded|reimbursed>

[return]
(i) (want|need|would like|have|can|how do|how can|could) (i|to)+ (return|send back|exchange) <return|send back|exchange|give back> (it|this|that|@payment|item|book|order|product|parcel)
<return|returns|exchange> <policy|process|label|address|it|item|book|goods|product>
send <it|this|item|book|product> back

[receipt]
<can|could|will|would> you <email|mail|send|text|forward> me (a|the|my)+ (copy of (the)) <receipt|invoice|confirmation|proof>
<send|mail|email|e mail|forward|give|text|get|have|print|need|want|download> (me|us) (a|an|the|my|by)+ <receipt|invoice|bill|vat invoice|confirmation email|proof of payment|email confirmation|tax receipt|copy>
<receipt|proof of payment|vat invoice|tax receipt> (please|by email|by mail|for this|for tax|in my name)
invoice <please|by email|by mail|for this|for tax|in my name>
where is (my|the) <receipt|invoice|confirmation email>
(i) did not get (a|the|my|any) <receipt|invoice|email|confirmation>

[bank code]
(my|the) bank (has|just|also)+ <sent|texted|gave|emailed> (me|us) (a|the|this) (code|otp|number|passcode)
<code|otp|passcode|one time code> (they|bank) <sent|texted|gave> (me)
<otp|passcode|one time code|sms code|text code> (is|says)
<code|otp|passcode> from (the|my) bank
<code|otp|passcode> (came|sent) by <sms|text>
<here is|this is|got> (the|a|my) <code from|otp|passcode|one time code|sms code>
where do i <put|enter|type> (the|this) <code|otp|passcode|sms code>
<got|received|have> (a|an|the) <sms|text|text message|otp> (with)

# How a question begins, though its mark be left out.
[asks]
<are|were> <you|we|they|these|those|there|my|the|all>
<is|was> <it|this|that|there|my|the|yes|everything|he|she|he|someone>
do <i|you|we|they>
does <it|this|that|my|the|he|she|anyone>
<can|could|will|would|should|shall|may|must|might|am> <i|we|he|she|they|it|this|that|someone|my>
<will|would|could|can> (you)
<has|have|had> <it|this|that|my|the|you|they>
<who|whose|which|what|when|where|why|how>
what if
<what|how> about

[handoff]
<call|ring|phone|write|text|email> <me|us> back
get back to <me|us>
number (i|we) @can call
number to call
@talk (me|us|this|directly) (over|through|up) <to|with|on|in touch with> @agent
@want (me|us) (to) @talk <to|with> @agent
<contact|call|reach|email|phone> @agent
@want (me|us) @agent
<is|are> there @agent
@can @agent <help|call|assist|contact|phone|take over|do this>
@talk <to|with> @agent
<someone|somebody|anybody|anyone> <real|else|human|who can help>
@agent <please|now|asap>
call me
@can <i|you> <call|phone|ring|contact|reach|email> <you|me|someone|somebody|anyone|support>
<your|a|phone|telephone|contact|support|service> <phone|telephone|contact|support> <number|line|details|info|information|email|address>
<phone|support|contact|telephone> <number|line|details|info|email|form>
@want (to) <complain|file a complaint|make a complaint|lodge a complaint>
hand me over
<not|no> (a|more) <bot|robot|machine|bots|robots> (please|anymore)
do not want (to) @talk <to|with> (a) @bot
<hate|stop> talking to (a) @bot
escalate

[handoff alone]
@agent
@agent @agent
hotline

[other way]
can not i <use|pay with|pay by> @otherpay
invoice me
i <do not want to|will not|would rather not|refuse to|am not going to|can not> pay <with|by|using|via|in> (a|my|this) (@field)
@can <i|we> @pay (it|this|that|bill|for it|you) <with|by|via|through|using|in|over|from|at> @otherpay
@can <i|we> @pay ... {otherwise}
@can <i|we> <split|spread|defer|postpone|delay> @payment
@can <i|we> <make|do> (a) @otherpay
(@pay) in <installments|instalments|parts|cash>
@pay <monthly|weekly|half>
<monthly|weekly> <payments|installments|instalments>
<installment|instalment|payment> plan
do you do @otherpay
@another @way
@way to pay
<what|which> (other|else|payment) @ways
@pay (it|this|that|bill|for it|you) <with|by|via|through|using|in|over|from|at> @otherpay
@do @you @take @otherpay
@can <i|we> <use|pay> @otherpay
@want (to) <use|pay with|pay by|pay via|pay through> @otherpay
@want (to) @pay (it|this|that|bill|for it|you) (with|by|via|through|using|in|over|from|at) @otherpay
@want (to) @pay {otherwise}
<is|how about|what about> @otherpay
<pay|do it|do this> {otherwise}
do not (have|own|use) (a|any) <card|credit card|debit card|cards|credit cards>
without (using) (a|my|any) card
do not want to (pay|use|give) (with|by) (a|my) card
<not|other than|instead of> (with|by) (a) card
send me (a|an|the) <link|payment link>

[other way alone]
@otherpay
<installments|instalments>
<use|with|by|via> @otherpay
<alternatives|alternative|other options|any alternatives>

[refuse]
(i) (have) lost my card = card
(my) bank <says|said|told|tells|warns> (that|me|us|to)+ <never|not|do not> (to)+ <give|share|tell|type|say> (it|that|this|them)
do not have <one|any>
@refusing @give (you|out|it|that|in) <@secret|@field>
@refusing @give (you|out)
<not|never|am not> @giving (you|out|over) (@secret|@field)
@refusing <answer|say>
not comfortable
(do) not feel comfortable (@giving) (@field)
uncomfortable (@giving) (@field)
no way am i @giving
why would i @give (you)
<none of your|not your> (damn) <business|concern>
mind your (own) business
<that is|it is|this is|too|very|strictly> (my) <private|personal|confidential|secret|sensitive>
@you do not @need to <know|have|see> (@secret|@field)
@you do not <need|require|want> <@secret|@field>
@you <will never|will not|are not> <get|getting|have|having> (@secret|@field)
do not (really) trust <you|this|it|bots|robots|that>
would rather <not|keep> (@secret|@field)
<keep|keeping> <it|that|this|@field> <to myself|private>
over my dead body
<skip|leave out|omit> <this|that|it|@field> (step|question|one|part)
@can <i|we> <skip|leave out|omit|pass>
i <never|do not> <give|share|hand> out <@secret|@field>
no @field for you
can not have @field
i refuse (to)

[refuse alone]
<skip|pass|private|confidential|refuse|not telling|i will not|would prefer not to|prefer not to|nope not telling>

[no code]
<there is|have|it has|there are|has|got|shows|see> no (such) @cvv
no @cvv <on|at|here>
<it|@card|mine|this one> <does not|did not|do not> <have|show|come with|carry|contain|seem to have> (such) @cvv
do not have (any|such) @cvv
there is not (any) @cvv
@card <is without|lacks|misses> @cvv
without @cvv
@cvv <is|has|was|are> <not there|missing|gone|not visible|blank|empty|not printed|not on>

[no name]
<valued|preferred|prepaid|gift|our> <customer|cardholder|card holder|member|recipient|card member>
<gift|prepaid|virtual> card recipient
(it is|this is|@card is|using|have|got) a (prepaid|virtual)+ <gift|virtual|prepaid|visa gift|mastercard gift> card
a gift for you
<no|without a> name (on (it|@card|here))
<it|@card> <has|is> <blank|nameless|anonymous>
<there is|there are|it has|@card has|has|shows|see> no (such) name
no name <on|at> <it|@card|here>
<it|@card|mine|this one> <does not|did not|do not> <have|show|come with|carry|contain|seem to have> <a|any> name
there is not <a|any> name

[already]
already @gave (you|in|it|that|this|them|u) (@field|those|all|everything|before|twice)
already <paid attention|did so|sent so>
<just|literally> @gave (you) <@field|it|that|this|those>
<have|did> @gave (you) <@field|it|that|this|those|everything>
@gave you <@field|it|that|this|those|already|before|twice|everything|my details|everything already>
@gave <it|that|this|@field> (to you) <already|before|twice|earlier|above|just now>
@you already <have|got|asked|know> (me|for) (@field|it|that|this)
@you <have|got> <@field|it|that|this|everything> (already|above|on file)
@you (have|just) asked <me|that|this|for> (that|this|it|@field) <already|before|twice>
@you <should|must> (already) have <it|that|@field>
as i (already) said
i (already) said <before|already|that|so>
<see|scroll|look|read> <up|above|my last message|my previous message|what i wrote|my first message>
i just did
<told you|same as before|same as above|same as last time|as i said|asked and answered>
did <that|it|this> already
in my <last|previous|first> message
do not you <remember|have it>
did not i (just|already) <@give|@gave>

[already alone]
(use|try|take) (the|that|my) same (card|one|number) (again)
@can i <use|try|pay with> (the|that|my) same (card|one|number) (again)
<already|above|i did|already did|already done|i did already|i already did>

[wait]
let me <see|check|look|read|turn|flip> (it|my card|the card) (on|at|over|to)+ (the|my) <back|other side|reverse|flip side>
i am (only|just|about|around|like)+ (a|few|couple|of|1|2|5|10|15|20|30|two|five|ten|fifteen|twenty)+ <minute|minutes|min|mins|hour|hours> <away|late|out|off|behind>
<hold|hang> <on|up|tight>
<i am|just|am|wait> <opening|checking|getting|finding|looking|turning|fetching> (the|my|it|for|in)+ <app|card|wallet|bag|phone|it|bank app|purse>
let me <get|turn|find|grab|fetch> (it|my card|the card|my wallet|my purse) (over|out)
<let me|need to|have to|going to> <check|see|look|find|read> (it) (on|at) <back|front|reverse|other side|flip side> (of) (it|card)
<checking|turning it over|getting it>
(it is) in my <other|coat|jacket|car|bag|pants|trousers|jeans|purse|office> (pants|trousers|jeans|coat|jacket|bag|pocket)
wait (for) <a|one|1|up|just> (second|sec|moment|minute|min|bit)
<just|only> <a|one|1> <second|sec|moment|minute|min|mo|tick|momento>
<a|one|1|two|2|few|couple|five|5|ten|10> (more) <second|sec|moment|minute|min|secs|seconds|minutes|mins|moments|tick>
give me <time|a bit|a few>
need <time|a bit|more time>
@fetch <my|the|for> @wallet
<get|getting|find|finding|grab|grabbing|fetch|fetching> (my|the|her|his) @wallet
where is my @wallet
<brb|bbl|be right back|be back soon|bear with me|afk|be back|be there>
back in (a|one|two|five|few|5|2) <sec|second|minute|moment|minutes|mins|bit>
@wallet is <in|upstairs|downstairs|somewhere|not here|not with me|over there|at home>
do not have (my|the|it) (@wallet) <here|with me|on me|at hand|handy|right now|nearby|near me>
not ready
still <looking|searching|waiting|typing|getting|finding>
<almost|nearly> <there|got it|ready>
be patient
<forgot|left|misplaced> my @wallet
lost my <wallet|purse|bag>

[wait alone]
<wait|sec|momento|moment|minute|patience|pause|hold|later|just wait|wait wait|hold it>
(a) <moment|minute|second>
let me <see|check|look>

[complaint]
been <at|doing|trying|on> (this|it) (for) (over|about|like|the last)+ ... <minute|minutes|hour|hours|ages|days>
why <will not|does not|can not> (it|this|that|you|bot)+ <accept|take|work|go through|like> (it|my card|this|that)
<for|this is|it is|that is|asking|asked|the> <third|second|fourth|fifth|3rd|2nd|4th|5th|nth|last|hundredth|umpteenth|millionth|tenth|10th> time
<third|fourth|fifth|hundredth|umpteenth|millionth|tenth> time
<3|2|4|5> <rd|nd|th> time
how many (more|freaking) times (do i have to|must i|should i)
<this|it|that|you|bot|thing|service|system> <is|are> (absolutely|getting|totally|beyond|such|completely|being|quite|too) @bad
<how|so|what a|absolutely|totally|fucking|such a> @bad
you <are|must be> <idiot|moron|the worst|incompetent|a liar|deaf|blind>
<stupid|dumb|useless|idiotic|fucking|damn|bloody|crappy|terrible|silly|worthless|shitty> (fucking) <bot|machine|thing|robot|chat|system|computer|program|service|website|app|idiot|chatbot>
<wtf|ffs|stfu|fml|smh|gtfo|fu|omfg|idiot|idiots|moron|morons>
what the <hell|fuck|heck|f|actual|frick|bloody>
fuck (you|this|off|it|sake|that|me)
<shit|bullshit|dammit|goddammit|goddamn|fucking|fucker|asshole|bastard|bitch|crap|piss|bollocks|motherfucker|arsehole>
<damn|god damn|darn> <it|you|this>
for <god's|gods|christ's|christs|fuck's|fucks|heaven's|heavens|pete's> sake
<angry|frustrated|annoyed|pissed|furious|irritated|losing patience|running out of patience|losing my patience|getting mad|upset>
<fed up|sick of|sick and tired|tired of|had enough of>
are you <kidding|joking|serious|deaf|blind|stupid|dumb|listening|broken|insane|retarded>
be <kidding|joking>
worst ... ever
i hate <this|you|it|bots|your|that|these>
<it|this|that|nothing|link|page|bot> (still) <does not|is not> (even) <work|working>
<not working|keeps failing|does not work>
stop <asking|bothering|wasting|repeating|annoying|messing>
<again and again|over and over>
screw <you|this|it|that>
<you|this|it|that> (totally) <suck|sucks|stinks>
wasting my time
<waste|wasted> ... time
you do not <listen|understand|get it|work|hear me>
<never|not> <listening|listen|helping|helpful>
<took|takes|is taking> <forever|too long|ages|so long>
<bad|poor|slow|unhelpful|disappointing|rude> <service|experience|bot|support>
<very|so> disappointed
so <hard|difficult|complicated|slow|stupid|dumb|annoying>
can not believe <this|it|you>
just take my money
shut up
<three|two|3|2|five|4|four|10|ten|hundred|several|many|so many> times

[complaint alone]
@bad
<seriously|unbelievable|omg|ugh|argh|grr|sigh|really|come on|jesus|christ|jeez|geez|jfc|annoying|oh come on|oh my god|not again>

[privacy]
<is|are|was|were|will> @data (be|being|been) <stored|saved|kept|recorded|shared|sold|retained|logged>
<delete|erase|remove|forget|wipe|purge|destroy|scrub|get rid of> (all of|everything of) @data
@data <deleted|erased|removed|wiped|purged|destroyed|forgotten|scrubbed>
<delete|erase|remove|forget|wipe> (all of) <history|conversation|chat|messages>
forget me
<what|which|how much> <data|info|information|details> @do @you @store
<what|which|how much> <data|info|information|details> @do @you <collect|have|know|hold|gather>
what @do @you <keep|store|save|collect|retain|remember|log|record>
<what|where> <happens|do you do|will you do|goes> (to|with) @data
@do @you (keep|store|save|record|retain|sell|share|log|use|track|leak) @data
@do @you (store|save|keep|sell|share|use) (any of) @data
<sell|share> <it|my data|my information|my details>
how long @do @you <keep|store|save|retain>
<gdpr|ccpa|privacy policy|data protection|data policy|privacy|privacy notice>
right to be forgotten
do not <store|save|keep|record|share> @data
who @can <see|access|get|read> @data
who (has) (gets|access to|sees) @data

[identity]
<are|is> <you|u|this|that|it> (a|an|actually|even|just|some) (talking to) @bot
are you (even|really) <real|alive|human|conscious|sentient|there|for real>
<am|are> i <talking|speaking|chatting|writing|typing> <to|with> (actual|real) @bot
<who|what> <are|r> (you|u)
who am i <talking|speaking|chatting> <to|with>
who is this
what is your name
do you have a name
<what|which> <bot|ai|model|program|llm> (are|is|do) (you)
is <anyone|anybody|someone|somebody> (even|out) <there|here|home|reading>
you are (a|an|just|just a|only a) <bot|robot|machine|ai|computer|program|chatbot>
you <sound|look> like (a) <bot|robot|machine>
<bot|human|robot> or (a) <bot|human|robot|machine|person|computer>
who <made|built|created|programmed> you

[begin]
@want to pay <again|once more|another|one more|more>
@may i <pay|settle> (for)+ (a|another|my|the|one more)+ <second|third|next|other|new> <invoice|bill|order|payment|booking>
@want to <pay|buy|purchase|checkout|begin|start> (@payables)
@want <pay|paying|settle|buy> (@payables)
@want (to) <make|settle|complete|finish> @payables
<pay|paying|settle|settling|make|making> @payables
ready to <pay|start|begin|go>
let us <start|begin|get started|get going|go>
@may <i|we> <pay|make a payment|start|begin|buy> (here|now)
here to pay
<check out>
i owe
take my payment
pay <with|by> (my|a) (credit|debit) card

[begin alone]
<start|begin|pay|buy|go|payment|checkout|ready|i am ready|get started|new payment>

# Beside a command these change nothing, like politeness: joy, relief, and what is only drawn. Who hurries may be pressed: that is asked about.
[trimmings]
<friend|darling|captain|auntie|sir|madam|ma'am|dear|buddy|mate|folks|honey|chief|champ|y'all|uncle|innit|bestie|ladies|cobber>
<mister|gents|mam|bro|dude|hun|guys|pal|hon|love|boss|man|bruv|bru|babe|bot|lads|fam|team|abeg|yaar|liao|doll|miss>
<o|ta|na|ji|sha|🙏|🙂|😊|😀|😃|😄|🎉|❤|🏻|🏼|🏽|🏾|🏿|lah|leh|lor|oo|sia|luv|pet|son|sis|g|doc|wey>
<<<not a|nae> bother|no <problem|problems|worries|rush|bother|wahala|dramas|stress|fuss>> (at all)|right then|uh|erm>
<dear <all|sirs|sir (or madam)|madam>|to whom it may concern|yours faithfully>
<my <friend|dear|love|darling|good man>|much <appreciated|obliged>|(god) bless you|bless your heart|thanks a million>
<finally|at last|hooray|hurray|yay|yippee|woohoo|whee|ugh|phew|argh>
for <goodness|god's|heaven's|pete's|christ's> sake
for the love of <god|all that is holy>
i am (already|now) <starving|driving|on the <train|bus|road>|at work|using my voice>
<with (great|the greatest|much) <pleasure|joy>|with all my heart|god bless|bless you all|much love|hugs|big hug|lovely service>
<young <man|lady>|old chap|dearie|sweetie|sugar|darlin|brother|sister|sweetheart|petal|duck|hen|flower>
<☕|🍕|🍔|🍰|🎂|🎁|🌹|🌸|🌻|✨|⭐|🌟|💫|💸|💳|💰|🛒|🛍|💚|💙|💛|🧡|💜|🤍|❣|💕|💖|💗|💓|😍|🥰|😘|🤩|😁|😇|🤗|☺|✍|🚀|🔥|🥳|🎊|😋|😎>

[greeting]
<مرحبا|أهلا|اهلا|سلام|السلام عليكم|שלום|你好|您好|こんにちは|こんばんは|안녕하세요|नमस्ते|привет|здравствуйте|γεια|merhaba|salut|guten tag|olá>
<hi|hello|hey|hiya|howdy|heya|hallo|helo|hii|hiii|heyy|heyyy|hullo|yo|sup|greetings|hola|bonjour|ciao>
<hi|hello|hey> there
good <morning|afternoon|evening|day>
what is up
how <are|r> you (doing) (today)
how is it going
how do you do
nice to meet you

[thanks]
thank you (very|so) (much|kindly)
thank you for (your|the|that|everything) (help|info|information|patience|time)
<thanks|ta|gracias|merci|danke|thx|thnx|tnx|ty|tysm|tyvm|cheers|thks|tks|thankyou|thanx|thankss>
thanks <a lot|a bunch|a million|a ton|so much|very much|again|in advance|for everything|for your help|for that>
(much|greatly) appreciated
<thanks|thank you|thx|ta|cheers|much obliged> <a lot|so much|very much|kindly|again|in advance|ever so much|for that|mate|a bunch>
<i|we> (really|do|so)+ appreciate (it|that|this|you|your help|your patience)
you are (so|very) <kind|patient|helpful>
you have been (so|very|most|really) <helpful|kind|patient|great>
appreciate <it|that|your help|this>
many thanks
you are (so|very) <great|awesome|amazing|the best|helpful|a star>

[goodbye]
go away
leave me alone
<bye|goodbye|byebye|cya|farewell|ttyl|cheerio|adieu|adios|ciao ciao>
good <bye|night>
bye bye
see <you|ya|u> (later|soon|around|tomorrow)
talk to you later
take care
have a <good|nice|great|lovely|wonderful> <day|one|evening|weekend|night|time|afternoon|week>
have to <go|leave|run>
until next time

[farewell]
<bye|goodbye|byebye|cya|cheerio|bye bye|bye now|good night|bye for now|all the best>
see <you|ya|u> (later|soon|around)
take care (now)
have a <good|nice|great|lovely|wonderful|blessed|fab> <day|one|evening|weekend|night|time|afternoon|week> (now|ahead)
<speak|talk> soon

[hedge]
<maybe|perhaps|possibly|probably|presumably|potentially|hopefully>
i <guess|think|suppose|assume|believe|reckon|imagine|hope|figure> (so|that|not|it is|yes)
not (so|really|too|entirely|quite|very|totally|completely|fully|100) <sure|certain|convinced>
<unsure|uncertain|undecided|doubtful>
do not know
<have|got> no <idea|clue>
no <idea|clue>
<kinda|sorta|somewhat|partly|partially|mostly|almost|nearly>
<kind|sort> of
depends
<if|unless|but|although|though|however|except|until|whether|otherwise|tho|assuming>
as long as
provided (that)
<only|even> if
<whatever|meh|hmm|hmmm|hm|idc>
why not
<let me|need to|have to|will|want to> <think|sleep|consider>
<might|could|may|should|would> be
i <might|may>
<yesterday|someday|sometime|eventually|tomorrow>
in <case|theory|principle>
more or less
do not care
not <entirely|necessarily|exactly|always>
yeah right
sure why not
<lol|haha|hahaha|jk|lmao>
just kidding

# Before an order: whether it was done, and whether it can or should be done. "Can you …" is an order itself.
[asks what was]
did <@you|i|it|this|that|someone|somebody|@payment>
<have|has> <@you|someone|somebody|it>
<were|are> <you|they> <going|planning|about> to
how did <@you|i|it>
when did <@you|i|it>
why did <@you|i|it>

[asks what may be]
<will|would|am> i (still|also) be able to
<am|are> <i|we> (still|also) <able|allowed|free|permitted> to
will i still be allowed to
is it (still|even|ever|also) <possible|allowed|permitted> (for me) to
is there <a|an|any|some> <way|option|possibility|chance> <to|of>
is there a way for me to
do <i|we> (still|also) have the <option|chance|possibility> to
is there still time to
<should|must> <i|we>
shall i
should <you|they|it>
<when|once|whenever> <i|we|you>
do <i|we> <need|have|want> to
<what|who> happens if <i|we>

# What right before an order takes it away.
[takes away]
(there is|there was|have|has) no (real|good) <need|reason|intention|plan|plans|point|wish> (to|of|in|for) (me|you|us) (to)
<instead|rather> <of|than>
<other than|as opposed to>
<who|nobody|no one|noone> (ever|even) <said|says|wants|wanted|asked|asks|told> (to|you to|me to|us to|you|me)
(would) hate to
<before|in case|lest> <i|you|we|they>
why would <i|you|we>
why should <i|we>
<asking|telling> <me|us> to

[nothing]
(i) (have|just)+ changed my mind
let us end this <quickly|fast|soon>
never <expires|expire>
confirm (it|this) <with|to> (my|me|the)
do it <right|properly|correctly>
i am all set
drop it <at|off|in|by|to>
<had|have|need|going> to restart (my|the|your) <phone|app|computer|laptop|browser|router|tablet|device>
i <do not want to|will not|would rather not|refuse to|am not going to|do not think i want to> pay <with|using> @other @field
i would @undo ... <if|but|though>
after all
good enough
cash back
<any|have|got|spare|small|loose|exact> change
no <cancellation|cancellations>
<no need|no reason|no intention|not necessary|not planning|rather than|instead of|without|no plan> (to|of) <cancel|cancelling|canceling|stop|stopping|restart|restarting|quit>
was <going|about|tempted|ready> to <cancel|stop|quit|restart>
who said <cancel|stop|yes|no>
i (just|already|accidentally)+ <typed|pressed|hit|clicked|wrote|sent|tapped> <cancel|stop|back>
(want to|will|would|please)+ cancel (my|the|our|a|that) <other|old|previous|second|first|last|gym|newsletter> ...
restart (my|the|your) <phone|app|computer|laptop|browser|router|tablet|device>
back of (the|my|this)
<check|on|see|read|at> (the|its) back
<do not wait|(there is) no need to wait|what are you waiting for>
on second (thoughts|thought)
<uh huh|mhm|mm hmm|um|umm|uh|uhh|er|erm>
wondering (if|whether) (you|i|we) (could|can|might|would)
<if|whether> <you|i|we> could
would you mind
if (you|it is) <do not mind|possible|please|would be so kind|are able to|can>
if you would
so kind (to|and|as to)
no <problem|problems|worries|worry|rush|hurry|wait|doubt|need|prob|probs|biggie|matter|big deal|issue|issues|offense|pressure|comment|stress|mistake|mistakes|error|errors>
nothing (is|looks|seems) <wrong|incorrect|bad|off|missing>
nothing to <change|fix|correct|add>
not wrong
<do not|did not|never|no need to|not want to|will not|not going to|no> (want|need|have) (to) @change
<no changes|nothing|nothing else>
name is
<card|number|date|code> is
cancel (my|the|a|our) <subscription|membership|account|contract|gym|netflix|flight|appointment|trial>
<do you want me|are you telling me> to <cancel|stop|pay>
you are welcome
wrong number of
keep the change
do not (ever) <cancel|stop|restart|start over|quit|abort|go back>
i <never|did not> (say|said|ask|asked|want|mean|tell you) (to) <cancel|stop|quit|restart|go back|start over>
not (a) <problem|issue>
<can not|do not|non> stop
good to <know|hear>
what is wrong (with|here)
<is|was|are> <it|that|this> (my) <wrong|incorrect|off>
<is|was|are> (my|the) @field @wrong
did i <do|enter|type|get|say|write|spell> (it|something|that|anything|@field) <wrong|incorrectly|right>
wrong with <you|this|that|it>
<on|of|from|at> the back
<i am|will be|be|coming|came|got> back (now|again|here)
ok to <cancel|stop>

[filler]
<the|a|an|my|your|our|this|that|these|those|please|just|really|kindly|now|also|very|actually|literally|damn|bloody|freaking|fucking|goddamn|whole|entire|current|existing|saved|same|his|her|their|me|us|simply|quickly|immediately|already|maybe|even|exactly|some|any|all|so|like|is|s>

[negators]
<not|never|without|neither|nor|cant|hardly>

[conditions]
<if|unless|until|whether>

[askers]
<how|what|when|where|why|who|which>

[later]
<later|afterwards|afterward|tomorrow|anytime|eventually|sometime|after|still>

# Beside a yes these speak of something else, whatever they are said of.
[against]
<🤮|🙄|👎|😂|🤣|🤔|😡|😠|🤨|😒|🙃|😬|❌|🚫|🛑|💀|🤡|😤|🤬>
<error|mistake|typo|delete|remove|scam|scammer|fraud|soon|bit|nothing|complaint|expensive|cheaper|properly>
<or|ish|odd|strange|weird|funny>
<but|except|apart|besides|only|other|another|instead|more|less|half|first|before|unless|until|without|different|wrong|change>
<tell|show|send|explain|think|thinking|wait|stop|cancel|lie|lying|joke|joking|kidding|said|says>
<somebody|nobody|paypal|cash|later|tomorrow|monday|friday|twice>
<refund|discount|fee|free|nothing|too|hell>
<dreams|defeat|apologies|ignore|however|though|although|else|almost|nearly|sort|kind|guess|hope>
<would|could|should|might|may|wanna|try|let|whatever|anyway|supposedly>
<never|neither|nor|nope|nah|non|un|isn't|hardly|barely|sarcasm|not>

# These do so too, but not where another part of the message is a yes by itself: "they were asked for, so charge it".
[against within]
<cookies|way|own|say|saying|off|about|see|check|checking|ask|asking|him|her|them|someone|anyone|everyone|yesterday|already>
<again|receipt|details|mean|meant|word|type|typed|button|extra|something|anything|enough|read|reading|once|after|when|while|because>
<since|since|did|does|was|were|had|been|want|wanted|need>
