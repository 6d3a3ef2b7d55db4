# What a model may open a reply with, in English: all of it. It stands before a sentence that people wrote, and is left out
# where it isn't on this list word for word, doesn't fit the moment, or says again what the reply says already.
#
# Nothing here may ask, promise, explain or deny anything, or speak of a card, a payment or a result.
# A section is a kind of courtesy and, where it doesn't fit all of them, the tones. "(…)" may be left out, "<…|…>" is one
# of several. A frame has at most one phrase of a kind, three phrases and twelve words.

[thanks]
thank you (<so|very> much)
thank you (<so|very> much) for <that|this|your help|your time|your patience|letting me know>
many thanks (for <that|this|your help|your time|your patience>)
I (really|very much) appreciate <it|that|this|your help|your patience>
much appreciated
that's (very|really) helpful

[thanks plain warm]
thanks (<a lot|so much>)
thanks (<a lot|so much>) for <that|this|your help|your time|your patience|letting me know>

[praise]
(very) good
excellent
that's <(very) good|excellent>

[praise plain warm]
great
perfect
that's <great|perfect>
<nice and|that was> easy

[praise warm]
lovely
wonderful
brilliant
that's <lovely|wonderful|brilliant>
you're doing <great|(really|so) well>

[agreed]
all right
very well
understood
I understand

[agreed plain warm]
okay
right
got it

[gladly]
of course
with pleasure

[gladly plain warm]
sure (thing)
absolutely

[ease]
that happens
it happens (to <everyone|all of us>)
these things happen

[ease plain warm]
it happens to the best of us

[slip]
that's (very) easy to mix up
that's an easy slip

[sorry]
(I'm) sorry about that
(I'm) sorry for the <trouble|inconvenience>
my apologies (for <that|the trouble|the inconvenience>)

[onward]
whenever you're ready
let's <carry on|continue|go on>
let's take it <slowly|step by step>
step by step

[onward plain warm]
we're <getting there|on our way>
let's keep going
on we go

[nearly]
<nearly|almost> there
we're <nearly|almost> there

[helping]
I'm <glad|happy> to help
<glad|happy> to help
that's a (very) <good|fair> question
(very) good question

[helping plain warm]
<glad|happy> you asked
