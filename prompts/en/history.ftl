# What a conversation is kept as, for the customer and for the people of the shop: never the customer's own words.

# --- what the customer said
told-name = name: { $value }
name-not-taken = a name that was not taken
names-several = several names
told-card = card •••• { $value }
card-digits = digits of a card number
card-not-taken = a card number that was not taken or not kept
cards-several = several card numbers
told-expiry = expiry { $value }
expiry-not-taken = a date that was not taken
expiries-several = several dates
told-cvv = code given
blank = an empty message
not-understood = not understood
small-talk = small talk
spoke = spoke: { $value }

affirm = yes
deny = no
change = change
change-of = change: { $value }
back = back
restart = start over
cancel = cancel

field-name = name
field-card = card
field-expiry = expiry
field-cvv = cvv

help-general = asked: help
help-why_name = asked: why the name
help-why_card = asked: why the card number
help-why_expiry = asked: why the expiry date
help-why_cvv = asked: why the code
help-what_name = asked: which name
help-what_card = asked: what is the card number
help-what_expiry = asked: what is the expiry date
help-what_cvv = asked: what is the code
help-why_declined = asked: why it was declined
help-safety = asked: is it safe
help-brands = asked: which cards
help-payment = asked: what is paid
help-pin = asked: whether it is the PIN

repeat = asked: say that again
status = asked: how it stands
language = asked: speak another language
language-of = asked: speak { $value }
handoff = asked: a person
other_way = asked: another way to pay
refuse = refused
refuse-of = refused: { $value }
no_code = said: no code on the card
already = said: given already
already-of = said: given already: { $value }
wait = asked: to wait
complaint = complained
others_card = said: somebody else's card
pressed = said: is pressed to pay
minor = said: a minor
distress = said: in distress
not_me = said: not by the cardholder
charged_twice = said: charged twice
wrong_amount = said: wrong amount
refund = asked: the money back
return = asked: to return what was bought
receipt = asked: a receipt or an invoice
bank_code = spoke of a code of the bank
privacy = asked: what is kept
identity = asked: is it a bot
begin = wants to pay
hedge = in doubt

# --- what the bot did
ask-name = asked for the name
ask-card = asked for the card number
ask-rest = asked for the other digits
ask-expiry = asked for the expiry date
ask-cvv = asked for the code
ask-review = showed the review
ask-what_to_change = asked what to change
ask-really_cancel = asked whether to cancel
ask-processing = said that it is on its way
ask-authenticate = gave the link to the bank
ask-receipt-charged = said that it is paid
ask-receipt-kept = said that the card is kept
ask-ended = said that it ended
ask-anew = offered to begin anew
