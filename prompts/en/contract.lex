# Which words a model's candidate for another wording of an English sentence may use: a filter before people read it.
#
# A candidate may use the words of its sentence, the words of [free], and the words of a concept that its sentence touches:
# anything else is refused. It looks at words, not at what they say together, so it spares people the crude ones and no
# more: what is said to customers, a person has approved.
#
# [free] words that say nothing by themselves
# [concept x] words of one meaning: a wording may use them when its sentence uses one of them
# [key x] the same; a wording must use one of them when its sentence does
# [field x] the same as a key; used where the sentence has none of them, it asks for something else
# [... x asks] every ask touches it, though its sentence may use another word
# [also x] words that keep a key or field, without touching it
# [exact] words that a wording must have when its sentence has them, and may have only then
# [optional] words of examples: they may be left out
# [negation] words that turn a meaning round: only where the sentence has one too
# [negative] words that keep a negation without being one
# [never reason] words and phrases that no wording has, but where its sentence has the same; the reason is told
#
# A line is words or, in "quotes", phrases. The longest phrase wins.

[free]
them ending ends
card
both
"i'm here" though
there let us
"to stop" "i see" "let me" they they're any all yet "very well" perhaps
whose "to start" "to begin" "to start with" already a an the this that these those it its it's that's there's here's "here is" "there is" "there are"
i me my i'm i've i'll i'd "i am" we our us we're we've we'll let's you your yours you're you've you'll you'd
and or but so as if then to of on in at by for from with into
is are was were be been being am do does did has have had can could may might will would shall should
please kindly thanks thank "thank you" "thanks a lot" "many thanks" "thank you very much" "much appreciated" great
ok okay alright "all right" well hi hello just simply only also too still now next then currently moment "for the moment" "for me" "at the moment"
what what's which who when where how one ones same indeed very much quite really bit little
such "such as" example "for example" instance "for instance" say rather prefer like wish want wanted "would like" ready
got sorry afraid unfortunately apologies "my apologies" "i apologise" "i apologize" go ahead "go ahead" help move "move on" "when you can" "when you are ready" "when you're ready"

[key request asks]
type write enter give send "let me know"

[also request]
please kindly type types write enter give send share provide tell "let me know" "let me have" "key in" "type in" "fill in" "put in" submit supply need needs "i need" "could i have" "may i have" "can i have" input know "i'll need" add

[concept card asks]
card cards card's

[field name]
name names name's cardholder cardholder's cardholders holder holder's "full name" "cardholder name" "name of the cardholder"

[field card]
"card number" "card numbers" "card's number" number numbers "long number" "whole number" "full number" "complete number" "entire number" "long card number" "full card number" "whole card number" "complete card number" "entire card number" "number of your card" "number of the card" "number on the card" "number on your card"

[also card]
digits digit

[field expiry]
expiry expire expires expiring expiration "expiry date" "expiration date" date dates month months year years until "runs out" "valid thru" "good thru" thru "good until" "good through"

[field cvv]
code codes "security code" "security codes" cvv cvc cid cvv2 cvc2 "card security code"

[concept digits]
digit digits number numbers figures

[concept printed asks]
print printed prints appear appears shown show shows written marked stands exactly looks look find found

[concept again asks]
again "once more" "one more time" once more another time re-enter retype resend

[concept whole]
whole full entire complete all completely fully

[key alone]
only

[also alone]
just alone nothing else simply

[concept spaces]
use may
space spaces dashes dash hyphens gaps fine allowed welcome problem matter dots letters apostrophes letter "no problem"

[key front]
front

[key back]
back

[also back]
reverse behind

[concept strip]
near beside "next to" next close under along signature strip panel

[concept near]
near close beside "next to" alongside under above over "right by" around

[concept small]
small tiny

[concept last]
last final

[key cancel]
cancel

[concept stop]
"to stop instead" instead
stopping stop quit leave end continue "carry on" "go on"

[key person]
person "a person"

[also person]
someone somebody people agent representative adviser advisor "team member" "one of our team" team human

[concept reach]
reach reached reaching contact talk talking speak speaking touch "get in touch" chat

[key rest]
rest

[also rest]
part remaining remainder "what is left" "what's left" "the other digits" missing

[key short]
short missing

[also short]
shorter incomplete few fewer lacks lacking "not long enough" "left out" "leaves out" "cut off" "cut short"

[key excess]
longer "too long" "too many"

[also excess]
few
extra surplus "more digits" "more than" exceeds exceed beyond long many

[concept brandlike]
looks look seems seem appears appear resembles recognise recognize seemingly

[key mistyped]
mistyped

[also mistyped]
typo typos swapped slipped slip mistake mixed "mixed up" switched transposed misread "add up" fit "fit together" "go together" wrong

[concept mistaken]
slipped extra typo perhaps maybe possibly probably seem seems seemingly somewhere

[key used]

use used

[also used]
may
using accept accepted accepts take taken takes work works support supported pay try another different

[concept kind]
kind type sort brand brands know recognise recognize

[key found]
find read

[also found]
"there was no" "was no name"
"was no" came
 "no month"
no
in
found see saw seen spot spotted reading "make out" come contain contained include included without recognise recognize empty notice get got missing pick "pick out" detect locate

[concept message]
message
message
message reply text

[key swapped]
"a number rather"
"like a number"

[also swapped]
"more like a number"
"like a number"
"like a number than a name"

"like a card number" "like numbers" "be a number"

[key unlike]
"rather than"

[also unlike]
looks like seems appears resembles rather instead

[key letters]
letters

[also letters]

letter
letter

[concept marks]
hyphens dots apostrophes hyphen dot apostrophe needs need needed

[key past]
"in the past" past

[also past]
passed gone expired over "already passed" "in the past" already

[concept check]
check double-check double look another different "have a look" current

[key far]
further far

[also far]
"that far"
far ahead future later distant "too far"

[concept issued]
issued issue normally usually

[key nosuch]

"no such"

[also nosuch]
"does not exist" "doesn't exist" "no month"
exist exists "not a month" "isn't a month" real

[concept order]
first
first comes come goes before start starts begins between

[concept has]
consists made contains long uses

[concept without]
without "does not have" "doesn't have" no lacks none missing

[concept shown]
shows show

[concept sofar]
yet
"so far" "until now" "up to now" "for now" "at this point" already

[concept hold]
see "i see" received noted hold taken gathered collected kept recorded

[concept take]
take collect gather ask "ask for" through guide walk "go through" "take you through" "walk you through" need

[concept details]
details information data

[concept steps]
step steps "step by step" "one at a time" "one by one" time together

[key change]
change changed

[also change]
changing update updated edit edited replace replaced swap amended amend new switched correct

[concept anything]
anything any something whatever whenever "any time" anytime question questions ask point

[concept even]
even though

[concept often]
often usually mostly normally sometimes some others many most marked labelled labeled beside printed

[concept good]
good works usable lasts

[key stays]
stays kept

[also stays]
stay staying keep keeping kept remain remains unchanged stands hold holding still stick sticking

[concept before]
before earlier previously previous gave given provided told first already sent last original entered

[key same]
"nothing else"

[also same]
nothing else everything rest other unchanged

[key several]
"more than one"

[also several]
found
several multiple different

[concept right]
found see
right correct sure use "make sure"

[concept decision]
decision choice "up to you" understand respect fair

[concept proceed]
continue proceed carry "go on" "carry on" go-ahead further

[concept needed]
"i need" need
need needed require required "first i need" needs "i'll need" must

[key way]
way

[also way]
"ways to pay"
ways too
ways
ways method methods option options alternative alternatives means otherwise instead by with

[concept pay]
"to pay"
too
pay paying payment

[concept yesno]
anything
yes no confirm confirmed agree answer decide approve yet

[concept yet]
first
yet "so far"

[concept hello]
hey welcome again back "good to see you" "welcome back" "nice to see you"

[key understand]
understand

[also understand]
understood catch caught follow followed get got sense unclear clear missed miss sure grasp

[concept offer]
payment knows may
offer take possible know knows aware

[concept sorry]
apologise apologize apology trouble inconvenience bother hassle difficulty

[concept patience]
patience patient bearing waiting understanding

[key time]
"take your time"

[also time]
"no rush" "no hurry" "there's no rush" "there is no rush"
time rush hurry ready wait waiting whenever

[concept time2]
all
here "take your time" no need "whenever you are ready" "whenever you're ready" "i'll wait" "as long as you need" take long "i'll be here"

[key welcomed]
"you are welcome"

[also welcomed]
welcome pleasure happy glad problem anytime "no problem" mention

[concept welcomed2]
"any time" "at all"

[key bye]
goodbye

[also bye]

bye "see you" farewell "take care" "until next time" "so long"

[concept bye2]
later soon day good

[concept language]
fine well
language languages speak talk chat continue "carry on" "go on" "switch to" switching understand

[key failing]
"work out"

[also failing]
"work"
work works out help succeed fail fails "go well" trouble problem

[key ended]
ended

[also ended]
over finished closed end complete completed "come to an end" concluded

[concept conversation]
conversation chat session

[key begin]
begin start

[also begin]
open new begun starting anew

[concept guide]
guide walk take through guiding taking "take you through" "guide you through" "walk you through"

[concept welcome]
welcome

[key payment]
payment

[also payment]
pay paying

[concept cancelled]
stop end

[key order]
"comes first" first

[exact]
three four english spanish american express "american express"

[optional]
maria lopez september or as fine valid thru expires end

[negation]
"was no" "was no name" "there was no"

"does not exist" "doesn't exist" "no month"
"no such" "isn't" aren't shouldn't
not no nothing "nothing else" cannot can't don't doesn't didn't isn't aren't wasn't won't wouldn't couldn't without haven't hasn't

[negative]
unable unfortunately missing short unclear missed miss incomplete wrong different elsewhere unchanged same gone passed expired empty mistyped typo mistake lost fail fails struggled trouble

[concept instead]
more like
other
instead than other

[never negation]
"no longer" "not any more" anymore
never none neither nor nobody hardly

[never itself]
"as an ai" ai "language model" "an assistant" assistant chatbot bot model prompt prompts instruction instructions "system prompt" placeholder placeholders rephrase rephrased rewrite rewritten reworded wording sentence sentences version versions tone option "option a" "here's the" "here is the" "here's a" "here is a" "the user" user customer output "sure thing" certainly absolutely "of course" json variant paraphrase

[never human]
"only human" mine tom anna "i'm a person" "i am a person" "i'm a human" "i am human" "i'm human" "as a human" "as a person" "real person here" "my name" "my name is" "my colleague" "my desk" "my team" "i feel" "i love" "human here" "my day" "personally" "my shift" myself

[never claim]
suspended approved approve verified verify verification validated valid invalid confirmed authenticated authorised authorized authorise authorize successful successfully success succeeded failed failure declined accepted refused rejected "gone through" "went through" "all set" "you're set" "is done" "all done" done processed processing charged charge charges refund refunded refunds guarantee guaranteed guarantees secure securely secured safe safely encrypted encryption protected protect fraud trusted private confidential correct correctly "looks good" "looks great" "looks fine" "looks right" "looks ok" "looks okay" "checks out" "is fine" "is good" "is okay" "works fine" matches matched active activated bank bank's issuer visa's registered stored store saved save deleted erased complete completed perfectly genuine real "on file" paid free

[never amount]
amount price cost costs fee fees discount dollar dollars euro euros pound pounds usd eur gbp cent cents money percent refund cash

[never other_field]
old age born job pin pins password passcode address addresses street zip postcode "zip code" "post code" postal city email e-mail "e-mail address" phone telephone mobile birth birthday birthdate "date of birth" ssn "social security" passport "driving licence" "id number" id photo picture selfie screenshot image "account number" iban "routing number" "sort code" account bank-account signature mother's maiden otp "one-time" login username limit balance

[never link]
http https www link website site url webpage page

[never instruction]
picture photo call phone email text click tap press visit download install refresh reload open scan log "sign in" "log in" reply hang "hold on" wait remember "do not tell" "don't tell" forward copy upload attach read hurry ignore whisper dial turn

[never flattery]
"doing great" "doing well" suits unusual better "welcome to the family"
lovely beautiful wonderful amazing awesome fantastic excellent perfect brilliant superb terrific delighted nice smart clever "great choice" "good choice" "great job" "good job" "well done" "great name" favourite favorite gorgeous dear friend buddy mate joke funny haha lol cool charming champion star "best customer" pretty impressive elegant

[never pressure]
"too long" fail "will fail" hurry urgent urgently immediately quickly quick fast asap "right away" "at once" "right now" lose lost deadline "last chance" "final chance" "or else" otherwise warning soon minutes seconds hours "time is running" "running out" blocked suspend suspended

[never digit]
three four twice thrice zero two five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty hundred thousand dozen pair couple half double triple quarter third fourth fifth sixth single
