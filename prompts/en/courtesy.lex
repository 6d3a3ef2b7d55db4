# What a model may open a reply with, in English: all of it. It stands before a sentence that people wrote, and is left out
# where it isn't on this list word for word, doesn't fit the moment, or says again what the reply says already.
#
# Nothing here may ask, promise, explain or deny anything, or speak of a card, a payment or a result.
# A section is a kind of courtesy and, where it doesn't fit all of them, the tones. "(…)" may be left out, "<…|…>" is one
# of several. A frame has at most one phrase of a kind, three phrases and twelve words.

[greeting]
hello (there)
hello again
welcome
(it's) good to have you here

[greeting plain warm]
hi (there)

[greeting warm]
(it's) lovely to have you here

[thanks]
thank you (<so|very> much)
thank you (<so|very> much) for <that|this|your help|your time|your patience|letting me know>
many thanks (for <that|this|your help|your time|your patience>)
I (really|very much) appreciate <it|that|this|your help|your patience>
much appreciated
that's (very|really) <helpful|kind> (of you)

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
that's (quite) <fine|all right>
that's easy to mix up

[ease plain warm]
it happens to the best of us
that's (totally) okay

[sorry]
(I'm) sorry about that
(I'm) sorry for the <trouble|inconvenience>
my apologies (for <that|the trouble|the inconvenience>)

[onward]
whenever you're ready
in your own time
let's <carry on|continue|go on>
let's take it <slowly|step by step>
step by step
we'll get there (together)

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
