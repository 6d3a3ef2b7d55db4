# The words that English speakers put around names, numbers, dates and codes.
# How this file is read: see src/language/lexicon.rs.

[date-order]
month first

# ---------------------------------------------------------------- numbers
[digits]
zero = 0
nought = 0
naught = 0
one = 1
two = 2
three = 3
four = 4
five = 5
six = 6
seven = 7
eight = 8
nine = 9
niner = 9

# Zero among other digits only.
[oh]
oh
o

# Fixed words for two digits.
[two-digits]
ten = 10
eleven = 11
twelve = 12
thirteen = 13
fourteen = 14
fifteen = 15
sixteen = 16
seventeen = 17
eighteen = 18
nineteen = 19

[tens]
twenty = 20
thirty = 30
forty = 40
fourty = 40
fifty = 50
sixty = 60
seventy = 70
eighty = 80
ninety = 90

[hundreds]

[scales]
hundred = 100
thousand = 1000

[repeats]
double = 2
dbl = 2
triple = 3
treble = 3
quadruple = 4

[plurals]
zeros = 0
zeroes = 0
ohs = 0
ones = 1
twos = 2
threes = 3
fours = 4
fives = 5
sixes = 6
sevens = 7
eights = 8
nines = 9

# Heard for digits; digits only inside a run that is mostly digits.
[sounds-like]
won = 1
wun = 1
to = 2
too = 2
tu = 2
tree = 3
free = 3
for = 4
fore = 4
fower = 4
fife = 5
sicks = 6
sex = 6
ate = 8
nein = 9

[number-and]
and

[spoken-marks]
slash = /
stroke = /
over = /
dash = -
hyphen = -
minus = -
dot = .
point = .
space = -

# May stand between two groups of digits without parting them.
[joins]
and
then
next
followed
by
plus
also

# Said while the next digits are looked for: part nothing, either.
[hesitations]
um
umm
uh
uhh
er
erm
eh
ah
hm
hmm
hmmm
mm
mmm
pause
ok
okay
right
gotcha

[or]
or

# ---------------------------------------------------------------- dates
[months]
january = 1
jan = 1
february = 2
feb = 2
march = 3
mar = 3
april = 4
apr = 4
may = 5
june = 6
jun = 6
july = 7
jul = 7
august = 8
aug = 8
september = 9
sept = 9
sep = 9
october = 10
oct = 10
november = 11
nov = 11
december = 12
dec = 12
<decemeber|decmber|decembr|dicember|desember|deceber|decembre|decmeber> = 12
<septembre|septmber|setember|setpember|septemer|septemeber|sepember|septembr|sepetember> = 9
<octber|octobr|ocotber|otcober|ocober> = 10
<novmber|novembr|novemer|noveber|novemeber|novermber> = 11
<januray|janurary|janaury|jaunary|januar|janury> = 1
<feburary|februrary|febrary|februray|feburay|febuary> = 2
<agust|augst|agosut|augut> = 8
<arpil|apirl|aprl> = 4

# Between a month and its year, or a day and its month.
[date-links]
of
the
month
year

[ordinals]
st
nd
rd
th

# Beside "4:56", these make a time of day of it.
[clock]
at
by
till
until
before
after
around
from
am
pm
o'clock
clock

# Meant as a date, but no month and year.
[vague]
<next|this|last|the following> <year|month|week|spring|summer|autumn|fall|winter|january|february|march|april|june|july|august|september|october|november|december|christmas>
(some time|sometime) <soon|next year>
(in|at|by) (the) end of (the|this|next) <year|month>
in <a|one|two|three|four|five|2|3|4|5> <year|years|month|months>
<a|one|two|three|four|five|2|3|4|5> <year|years|months> from now
tomorrow
years from now

# The date is the one that is held, whatever else changes.
[same-date]
(the|with the|and the) same <date|expiry|exp|expiration> (date) (as before)
(the) <date|expiry|exp|expiration> (date) <is|stays|remains|is still> (the) <same|unchanged> (as before)
(the) <date|expiry|exp|expiration> (date) (has|did) <not changed|not change>
(the) <date|expiry|exp|expiration> (date) <hasn't changed|hasnt changed|didn't change|didnt change|unchanged|as before>

# ---------------------------------------------------------------- labels
[card]
(credit|debit|bank|payment) card <number|no|nr|num|nbr|digits|numbers>
card #
long number
cc (number|no|num|#)
ccn
pan
number on the (front of the) card
<visa|mastercard|amex> <number|no>
account number on <the|my> card
number of <the|my> card
(the) <first|second|third|fourth|next|other|middle|following|remaining> <four|4|six|6|eight|8> (digits|numbers|ones)

# Names the card, but is as often said in passing.
[card-noun]
(credit|debit|bank|payment) card
card
visa
mastercard
master card
mc
amex
american express
discover
diners (club)
jcb
unionpay
union pay
maestro
rupay
number
digits
plastic

[expiry]
(card) <exp|expy|expiry|expiration|expire|expires|expiring|expirey|expirty> (date|dt|month|on|in|is|year)
expdate
valid <thru|through|until|till|til|to|up to>
good <thru|through|until|till>
valid dates
mm yy
mm / yy
mm / yyyy
mmyy
use by
the date
date on the card
runs out

[cvv]
<cvv|cvc|cvv2|cvc2|cid|csc|cvn|cav|ccv|cvs>
cvv 2
cvc 2
<security|secret|verification|validation|safety> <code|number|pin|digits>
card identification number
sec code
(last) <3|three> digit code
<4|four> digit code
(last) <3|three> <digits|numbers>
(last) <4|four> <digits|numbers> on the <back|front>
<digits|numbers|number|code> <on|at|from> the <back|front|reverse|rear>
code

# Numbers with these names are none of ours.
[aside]
<order|invoice|bill|billing|phone|telephone|cell|mobile|fax|reference|ref|policy|customer|client|member|membership|booking|reservation|confirmation|tracking|ticket|case|claim|flight|account|acct|contract|serial|product|item|part|parcel|package|shipment|consignment|delivery|waybill|meter|device|model|room|table|seat|house|apartment|apt|unit|suite|flat|passport|license|licence|id|ssn|social security|tax|vat|routing|sort|swift|bank|iban|isbn|imei|sku|po|zip|postal|post|pin|transaction|receipt|quote|student|employee|patient|loyalty|gift|voucher|coupon|promo|box|gate|locker|line|extension|ext|access|whatsapp|otp|verification sms|one time> <number|no|nr|num|nbr|#|code|id|date>
<order|invoice|phone|telephone|tel|cell|mobile|fax|ref|reference|policy|booking|reservation|ticket|case|claim|flight|iban|isbn|imei|sku|zip|zipcode|postcode|passport|apartment|apt|suite|whatsapp|extension|ssn|routing|acct|version|otp|uuid|serial|pin|transaction|tracking|po box|box|room|parcel|package|shipment|consignment|waybill|delivery|siret|siren|ean|gtin|upc|iccid|meter|timestamp>
<invoice|order|bill|statement|due|issue|issued|start|birth|today's|purchase|delivery|shipping|payment> date
date of <birth|issue|purchase|invoice>
invoice <from|of|dated>
invoice number and date
<bill|statement|letter|order|contract|email> <from|of|dated>
dated
dob
born (on|in)
birthday
birthdate
valid from
member since
since
issued (on|in)
today is
due (on|by|in)
<my|call me at|call me on|call|reach me at|reach me on|text me at|ring me on> <phone|cell|mobile|tel>
call me <at|on>
reach me (at|on)
text me (at|on)
i live at
my address is
address
street
i was born (on|in)
for a total of
total (of|is|amount)
amount (of|due|is)
balance (of|is)

# What follows is the end of a number that is known, not a number.
[ending]
<ending|ends|ended|finishing|finishes> (in|with|on)
last <four|4> (digits|numbers|ones|are|is)
the last <four|4> (digits|numbers) (of (the|my) card) (are|is)

# What follows is not the one.
[not]
not
isn't
is not
it's not
instead of
rather than
wasn't
don't use
do not use
used to be
previously
formerly
old one was
old <card|number|date|code|cvv> <was|is>
ignore

# What follows replaces what stands before.
[repair]
no
nope
no no
no wait
wait
wait no
sorry
oh sorry
oops
whoops
correction
actually
i mean
i meant
i mistyped
scratch that
strike that
rather
make that
make it
should be
should read
let me correct that
typo
my mistake
my bad
excuse me
hold on
pardon
apologies
err
i mean to say
or rather
change that to
but actually

[currency]
dollar
dollars
usd
us$
bucks
buck
euro
euros
eur
pound
pounds
gbp
quid
cents
pence
peso
pesos
mxn
cad
aud
yen
jpy
rupee
rupees
inr
chf
percent
pct
k

# A number before these counts something.
[units]
cards
visas
account
accounts
digit
digits
day
days
hour
hours
hr
hrs
minute
minutes
min
mins
second
seconds
sec
secs
moment
week
weeks
month
months
year
years
yr
yrs
time
times
try
tries
attempt
attempts
item
items
people
person
persons
kids
letters
characters
options
ways
more
thing
things
questions
question
st
nd
rd
th
am
pm
x
of
percent
street
avenue
ave
road
rd
lane
blvd
miles
km
kg
tickets
orders
payments
installments
nights
rooms

# ---------------------------------------------------------------- around values
[copulas]
is
are
it's
its
was
equals
being
be
as
for

# Between what a value is called and the value: "change the date to 12/28".
[towards]
to
into
now

# After a value, says what it is for, and not what it is: "4242 … for my order".
[purposes]
for

[fillers]
is
are
it's
its
it
that's
thats
this
that
here
here's
heres
the
my
a
an
of
on
in
at
number
no
nr
num
and
with
will
be
then
be
reads
says
printed
written
back
front
side
so
also
full
whole
new
correct
right
use
using
following
mine
her
his
our
its
it'll
ok
okay

[polite]
hi
hey
hello
hiya
howdy
yo
ok
okay
okey
yes
yeah
yep
sure
please
pls
plz
thanks
thank
you
thx
ty
cheers
here
there
here's
hereby
well
so
um
uh
umm
uhh
hmm
er
ah
alright
right
good
morning
afternoon
evening
sir
madam
ma'am
mate
dear
kindly
speaking
that
that's
it
it's
its
is
the
name
would
be
me
myself
just
and
go
you
then
cool
great
fine
got
sorry
oh
no
wait
actually

# ---------------------------------------------------------------- names
[relatives]
dad's
dads
father's
fathers
mom's
moms
mum's
mums
mother's
mothers
husband's
husbands
wife's
wifes
brother's
brothers
sister's
sisters
son's
daughter's
partner's
boyfriend's
girlfriend's
boss's
boss'
bosses
friend's
friends
uncle's
aunt's
grandma's
grandpa's
grandmother's
grandfather's
cousin's
roommate's
flatmate's
spouse's
fiance's
company's
parents
parents'
employer's
colleague's
manager's
client's

[relations]
<wife|husband|spouse|partner|girlfriend|boyfriend|fiance|fiancee|dad|father|mom|mum|mother|son|daughter|brother|sister>
<grandma|grandmother|granny|grandpa|grandfather|uncle|aunt|auntie|cousin|nephew|niece|stepfather|stepmother>
<boss|friend|roommate|flatmate|neighbour|neighbor|colleague|manager|assistant|accountant|client|carer>

# After these stands the name on the card.
[name-intros]
it should say
card is from
(full) name on (the|my|this|that) (credit|debit) card
<it's|its|it is|card is|card's|that's|this is|one is|put it|file it|charge it|book it> (all|actually|listed|registered|issued|held) under
<under the name|in the name> (of)
under name
in name of
<made out|registered|issued> <to|under|in the name of>
<belongs|belonging> to
owned by
name as on card
name as it appears (on the card)
<his|her|their|whose> name
name should be
correct name
change <the|my> name to
name's spelled
name is <spelled|actually>

my (late|ex) {relations} (is) <named|called>

# Whoever has the card: the name follows after a mark or an "is", or in capitals.
[holders]
<cardholder|card holder|card-holder|card owner|account holder|holder|owner|card's owner|cardholder's|cardholders> (name)
name of the <cardholder|card holder|card-holder|card owner|account holder|owner>

# The name stands before these.
[printed]
(written|printed|shown|embossed) on <the|my|this> card

# Somebody else's card: the name after these is the one on it, and the speaker's own is not.
[others-card]
my {relatives}
my {relatives} (credit|debit|bank) card
my (late|ex) {relations}
my <company|business|work|corporate|office> (credit|debit) card
not my <card|own card>

# After these stands the last part of a name.
[family-intros]
(my) <last name|surname|family name> (is)

# After these stands a name, the speaker's own mostly.
[called-intros]
my (full|legal|real|first|given) name (is)
(first|given) name
my (full|legal|real) name's
name is
name's
name
names
full name
(you can|just|people|they|please) call me
i'm (also) called
i am (also) called
i go by
(correct|right|proper) spelling is
(also) known as

# After these a letter is signed.
[signed-intros]
yours truly
(yours) <sincerely|faithfully>
signed (by)

# After these a name may stand, and often something else.
[self-intros]
it (just|only) <says|reads>
card (just|only) <says|reads>
i'm
im
i am
this is
it's
its
it is
that's
that is
that would be
(can you|could you|please) <use|put>
just <use|put>
use
put
put down
here is
here's

[honorifics]
mr
mrs
ms
miss
mx
dr
prof
professor
sir
rev
hon
lord
lady
capt

[suffixes]
jr
sr
ii
iii
iv
phd
md
esq
dds
cpa
mba

[particles]
de
del
della
di
da
das
dos
do
du
des
la
le
las
los
van
von
der
den
dem
ter
ten
te
zu
zur
vom
bin
ibn
bint
ben
abu
abd
al
el
ul
ur
y
e
af
av
st
san
santa
mac
mc
o
d
'

# Written after a name, and no part of one.
[courtesies]
<please|pls|plz|kindly|thanks|thank|you|thx|ty|cheers|very|much|here|speaking|ok|okay|too|tho|though|lol|haha>
<sir|madam|maam|ma'am|mam|mate|dear|darling|love|luv|hun|hon|honey|bro|dude|ji|sahib|saab|x|xx|xxx|xo|bb>

# Politeness that is a name, too.
[syllables]
<oh|so|no|ah|go>

# Makes a sentence of what it stands in.
[sentence-words]
<i|i'm|im|i've|ive|i'd|i'll|you|you're|youre|your|my|me|we|us|our|it|it's|its|he|she|they|them|his|her|their>
<is|are|was|were|am|be|been|being|have|has|had|having|do|does|did|don't|dont|didn't|can|can't|cant|could|would>
<should|must|might|want|wanna|need|needs|the|a|an|this|that|that's|thats|these|those|there|what|what's|which|who>
<whose|how|why|when|where|if|because|but|or|with|from|about|of|at|by|than|not|isn't|won't|to|for|in|on|as|into>

# The last word of a business.
[businesses]
<ltd|limited|llc|llp|inc|incorporated|corp|corporation|co|company|plc|gmbh|ag|sa|sl|slu|sas|srl|bv|nv|oy|ab|pty|pte>
<group|holdings|partners|associates|enterprises|solutions|services|consulting|trading|shop|store|cafe|bar|studio|studios|diner>

# Names cut short, with a dot.
[shortened]
<wm|chas|geo|jas|jos|thos|robt|st|ste|ma|fco>

# Ends a name that was introduced.
[name-stops]
and
but
with
the
my
is
on
at
for
from
card
number
expires
exp
please
pls
plz
thanks
thank
cvv
here
speaking
by
as
who
which
that
or
if
because
so
not
no
sorry
wait
actually
i
it
it's
i'm
you
are
was
his
her
just
to
in
spelled
of
also
then
now
ok
okay
though
btw
calling
writing
again

# Common words that no name has (names that are also words, such as "Will", "Mark", "May", "Grace", are not listed).
[not-names]
gm
gn
g'day
gday
oi
namaste
everyone
usual
default
validity
# Of other languages.
je
ne
pas
nous
vous
une
avec
pour
merci
beaucoup
bonjour
salut
parle
ich
nicht
und
bitte
danke
schön
schon
vielen
dank
mein
guten
tag
io
sono
non
grazie
mille
buongiorno
ciao
eu
não
obrigado
obrigada
muito
muita
bom
dia
boa
tarde
noite
quero
nahi
haan
kya
mera
elderly
deaf
blind
vegan
cautious
hesitant
sceptical
skeptical
suspicious
accepted
authorized
verified
rejected
approved
successful
success
away
i
you
he
she
it
we
they
me
him
them
us
my
your
his
our
their
its
mine
yours
a
an
the
this
that
these
those
and
or
but
if
because
so
than
then
when
while
where
what
which
who
whom
whose
why
how
is
are
was
were
am
be
been
being
isn't
aren't
wasn't
have
has
had
having
haven't
do
does
did
doing
done
don't
dont
doesn't
didn't
can
can't
cant
cannot
could
couldn't
would
wouldn't
wont
won't
shall
should
shouldn't
might
must
may i
not
no
nope
nah
yes
yeah
yep
yup
ok
okay
k
kk
sure
maybe
perhaps
of
in
on
at
to
from
by
with
about
for
into
over
after
before
under
again
off
out
up
down
here
there
now
later
soon
today
tomorrow
yesterday
always
never
ever
already
still
just
only
also
too
very
really
quite
some
any
all
each
every
both
few
many
much
more
most
other
another
such
same
own
one
two
three
something
anything
nothing
everything
someone
anyone
nobody
everybody
want
wanna
wants
wanted
need
needs
needed
like
likes
liked
love
hate
know
knew
think
thought
guess
mean
say
said
says
tell
told
ask
asked
asking
give
gave
get
getting
got
gotta
go
going
gonna
gone
come
came
coming
make
made
take
took
taking
put
let
lets
let's
use
used
using
try
trying
tried
see
look
looking
find
found
work
works
working
pay
paying
paid
payment
payments
buy
buying
bill
bills
billing card
money
card
cards
credit
debit
visa
mastercard
amex
number
numbers
digits
code
cvv
cvc
expiry
expires
expiration
date
month
year
day
time
name
names
cardholder
holder
account
order
orders
invoice
amount
total
price
cost
cheap
expensive
free
refund
fee
fees
bank
checkout
purchase
subscription
cancel
stop
quit
exit
end
start
begin
restart
reset
back
next
previous
again
help
support
agent
human
person
people
bot
robot
machine
computer
operator
representative
someone
customer
service
manager
hi
hello
hey
hiya
howdy
yo
sup
bye
goodbye
cya
thanks
thank
thx
ty
please
pls
plz
sorry
welcome
cheers
good
bad
great
fine
nice
cool
awesome
terrible
horrible
awful
wrong
right
correct
incorrect
true
false
new
old
big
small
long
short
first
last
second
ready
waiting
wait
hold
sec
moment
minute
minutes
hang
brb
busy
done
finished
confused
lost
stuck
bored
tired
angry
mad
upset
annoyed
frustrated
happy
sad
sick
hungry
hurry
scam
fraud
safe
secure
security
privacy
data
trust
website
page
link
email
phone
address
message
chat
question
questions
answer
problem
issue
error
idk
dunno
idc
lol
lmao
rofl
wtf
omg
wth
haha
hehe
hmm
huh
meh
ugh
um
uh
whatever
nothing
none
na
n/a
nil
null
undefined
unknown
anonymous
anon
test
testing
asdf
asdfgh
qwerty
qwertz
foo
bar
foobar
blah
yada
lorem
ipsum
admin
root
user
guest
select
drop
insert
update
delete
script
alert
ignore
instructions
system
prompt
shit
fuck
fucking
damn
crap
bitch
asshole
stupid
idiot
dumb
spanish
english
french
german
language
speak
talk
talking
write
read
understand
explain
show
send
call
called
calling
open
close
change
edit
correct
update
fix
mistake
typo
repeat
continue
proceed
skip
confirm
accept
agree
refuse
decline
rather
prefer
instead
without
actually
basically
literally
well
anyway
though
although
however
been
until
since
ago
dad's
mom's
mum's
wife's
husband's
wallet
purse
pocket
home
house
car
dog
cat
water
food
world
thing
things
stuff
way
kind
sort
lot
bit
little
able
unable
sense
secret
business
private
personal
apple
google
paypal
venmo
cash
wire
transfer
check
cheque
debit
gift
voucher
discount
coupon
offer
deal
item
product
shipping
delivery
ship
receipt
status
pending
failed
working
broken
annoying
ridiculous
joke
joking
kidding
serious
seriously
wow
yay
ouch
ah
oh
er
it's
it'll
i'm
im
i'll
i'd
i've
ive
that's
thats
what's
whats
who's
where's
how's
you're
youre
your
ur
u
r
we're
they're
there's
he's
she's
aint
ain't
cuz
coz
bc
btw
fyi
asap
faq
info
nm
nvm
np
tbh
imo
afaik

afraid
interested
curious
worried
nervous
concerned
unsure
uncertain
glad
pleased
scared
paranoid
driving
excited
unhappy
disappointed
urgent
important
late
early
expired
declined
blocked
hmmm
literally
totally
kinda
sorta
almost
enough
obvious
obviously
possible
impossible
necessary
mandatory
required
optional
outrageous
nonsense
bullshit
bs
hell
god
jesus
christ
dude
bro
man
buddy
pal
mate
ma'am
guys
folks
team
stopped
above
below
using
under
cardless
overseas
abroad
student
retired
unemployed
broke
rich
poor
human
alive
dead
alone
back
off
offline
online
driving
calling
eating
sleeping
walking
running
reading
typing
writing
kid
child
parent
adult
minor
gimme
lemme
boss
dunno
wanna
hows
wat
wut
wot
teh
plz
cancle
hlep

[not-name-endings]
ing

[mash]
asd
asdf
qwe
qwer
qwerty
zxc
zxcv
hjkl
jkl
dfg
sdf
fgh
wer
xyz
abc
aaa
