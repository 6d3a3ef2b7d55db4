# What is said before the ask. Each note must read well alone and between others.

welcome = { $is_demonstration ->
    [yes] This is a demonstration, so no money moves. Only published test card numbers work, such as 4242 four times over.
   *[no] Welcome!
} { $has_payment ->
    [yes] { $has_description ->
        [yes] { $has_payee ->
            [yes] I'll guide you through your payment of { $amount } to { $payee } for { $description }.
           *[no] I'll guide you through your payment of { $amount } for { $description }.
        }
       *[no] { $has_payee ->
            [yes] I'll guide you through your payment of { $amount } to { $payee }.
           *[no] I'll guide you through your payment of { $amount }.
        }
    }
   *[no] I'll take your card details step by step.
}

greeted = Hello again!

accepted = { $fields ->
    [none] Thanks.
    [name] Got it: the name on the card is { $name }.
    [card] { $has_card ->
        [yes] Thanks, I have your { $brand } ending in { $last4 }.
       *[no] Thanks, I have the card number.
    }
    [expiry] Thanks. The card expires { $expiry }.
    [name-card] { $has_card ->
        [yes] Got it: the name on your { $brand } ending in { $last4 } is { $name }.
       *[no] Got it: I have the card number, and the name on the card is { $name }.
    }
    [name-expiry] Got it: the name on the card is { $name }, and it expires { $expiry }.
    [card-expiry] { $has_card ->
        [yes] Thanks, I have your { $brand } ending in { $last4 }. It expires { $expiry }.
       *[no] Thanks, I have the card number. The card expires { $expiry }.
    }
   *[name-card-expiry] { $has_card ->
        [yes] Got it: the name on your { $brand } ending in { $last4 } is { $name }, and it expires { $expiry }.
       *[no] Got it: I have the card number, the name on the card is { $name }, and it expires { $expiry }.
    }
}

changed = { $fields ->
    [none] All right.
    [name] I've changed the name.
    [card] { $has_card ->
        [yes] I've changed the card. It's now your { $brand } ending in { $last4 }.
       *[no] I've changed the card number.
    }
    [expiry] I've changed the expiry date.
    [name-card] { $has_card ->
        [yes] I've changed the name and the card. It's now your { $brand } ending in { $last4 }.
       *[no] I've changed the name and the card number.
    }
    [name-expiry] I've changed the name and the expiry date.
    [card-expiry] { $has_card ->
        [yes] I've changed the card and its expiry date. It's now your { $brand } ending in { $last4 }.
       *[no] I've changed the card number and the expiry date.
    }
   *[name-card-expiry] { $has_card ->
        [yes] I've changed the name, the card and its expiry date. It's now your { $brand } ending in { $last4 }.
       *[no] I've changed the name, the card number and the expiry date.
    }
}

rejected-name-empty = There's no name in that message.
rejected-name-looks_like_card = That looks like a number rather than a name.
rejected-name-not_a_name = I didn't find a name in that.
rejected-name-too_long = That's too long for a name on a card.

rejected-card-no_digits = I didn't find a card number in that.
rejected-card-too_short = { $is_known ->
    [no] That number is too short for a card. Some digits seem to be missing.
   *[yes] That looks like { $brand_read }, but it's too short. Some digits seem to be missing.
}
rejected-card-too_long = { $is_known ->
    [no] That number is too long for a card. It seems to have too many digits.
   *[yes] That looks like { $brand_read }, but it's too long. It seems to have too many digits.
}
rejected-card-mistyped = { $is_known ->
    [no] That card number isn't quite right. One digit may be mistyped, or two may be swapped.
   *[yes] That looks like { $brand_read }, but it isn't quite right. One digit may be mistyped, or two may be swapped.
}
rejected-card-brand_not_accepted = { $is_known ->
    [no] I don't know that kind of card. You can use { $accepted }.
   *[yes] { $brand_read } cards can't be used here. You can use { $accepted }.
}
rejected-card-demonstration = This is a demonstration, so I haven't kept that number. Only published test card numbers work here, such as 4242 four times over. Please don't send a real card.

rejected-expiry-past = That date is in the past. Please check it, or use another card.
rejected-expiry-too_far = That year is too far ahead for a card. Please check it.
rejected-expiry-no_such_month = There's no such month. The month comes first, from 01 to 12.
rejected-expiry-unreadable = I couldn't read a month and a year in that.

rejected-cvv-three_wanted = The security code on this card has three digits.
rejected-cvv-four_wanted = The security code on this card has four digits.
rejected-cvv-none_on_card = A card without a security code can't be used here. If yours has one, it's three digits on the back, or four on the front of an American Express.

kept_old = { $field ->
    [name] I've kept the name you gave before.
    [card] I've kept the card you gave before.
    [expiry] I've kept the date you gave before.
   *[cvv] Nothing else has changed.
}

which_one = { $field ->
    [name] I see more than one name. Please send only the one on the card.
    [card] I see more than one card number. Please send only the right one.
    [expiry] I see more than one date. Please send only the card's expiry date.
   *[cvv] I see more than one code. Please send only the security code.
}

gathered = { $count ->
    [one] I have one digit of the number so far.
   *[other] I have { $digits } digits of the number so far.
}

cvv_not_kept = { $is_review ->
    [yes] Security codes are never kept. Yours has been used, and I don't need it again.
   *[no] Security codes are never kept, so I'll ask for yours at the end.
}

card_again = { $dropped ->
    [changed] For your safety I no longer have the card number, so after a change I need your card again.
    [declined] I no longer have that card's details, so I need those of the card you want to use.
    [too_old] I only keep card numbers for a short time, so I need yours again.
    [unreadable] I'm sorry, I couldn't safely read back your card details, so I need them again.
   *[restarted] All right, from the beginning. I've cleared what you gave me.
}

simpler = Here it is in short.

not_understood = Sorry, I didn't understand that.

no_answer = I can't answer that here, but a person can: { $contact }.

stands = { $step ->
    [name] { $is_charging ->
        [yes] Nothing has been charged here so far. I'm still collecting your card details.
       *[no] I'm still collecting your card details. Nothing is charged here.
    }
    [card] { $is_charging ->
        [yes] Nothing has been charged here so far. I have the name, and the card number comes next.
       *[no] I have the name, and the card number comes next. Nothing is charged here.
    }
    [expiry] { $is_charging ->
        [yes] Nothing has been charged here so far. I have the name and the card number, and the expiry date comes next.
       *[no] I have the name and the card number, and the expiry date comes next. Nothing is charged here.
    }
    [cvv] { $is_charging ->
        [yes] Nothing has been charged here so far. Only the security code is missing before you can check everything.
       *[no] Only the security code is missing before you can check everything. Nothing is charged here.
    }
    [confirm] { $is_charging ->
        [yes] Nothing has been charged here so far. I'll only charge you if you say yes below.
       *[no] Your card isn't registered yet. I'll only register it if you say yes below.
    }
    [processing] { $is_settled ->
        [yes] I've just checked.
       *[no] I've just checked, and there's no outcome yet.
    }
    [authenticating] { $is_settled ->
        [yes] I've just checked.
       *[no] This isn't finished yet. As far as I know, nothing has been charged.
    }
    [complete] { $is_charging ->
        [yes] One payment went through in this conversation.
       *[no] Your card was registered, and nothing was charged.
    }
   *[cancelled] No payment went through in this conversation.
}

handoff = You can reach a person here: { $contact }.

other_way = { $has_ways ->
    [yes] You can also pay another way: { $other_ways }.
   *[no] A card is the only way I can offer. A person may know another: { $contact }.
}

apologised = I'm sorry for the trouble, and thank you for your patience.

already = { $held ->
    [none] I don't have the name or the card number at the moment.
    [name] I have the name.
    [card] I have the card.
    [expiry] I have the expiry date.
    [name-card] I have the name and the card.
    [name-expiry] I have the name and the expiry date.
    [card-expiry] I have the card and the expiry date.
   *[name-card-expiry] I have the name, the card and the expiry date.
} { $dropped ->
    [none] { "" }
    [changed] I cleared the card details when a change was made.
    [declined] I cleared the card details when the card was declined.
    [too_old] I cleared the card number because I only keep it for a short time.
    [unreadable] I lost the card details because I couldn't safely read them back.
   *[restarted] I cleared everything when we started over.
} { $is_code ->
    [yes] The security code is never kept, so I need it each time.
   *[no] { "" }
}

waiting = Take your time.

refused = { $is_again ->
    [yes] { $has_ways ->
        [yes] That's your decision, but I can't go on without it. You can pay another way ({ $other_ways }), talk to a person ({ $contact }), or reply "cancel".
       *[no] That's your decision, but I can't go on without it. You can talk to a person ({ $contact }), or reply "cancel".
    }
   *[no] { $field ->
        [name] I understand. The name goes to the payment service with the card, and I use it for nothing else.
        [card] I understand. The card can't be used without its number. I never show more of it than the last four digits.
        [expiry] I understand. The bank needs the expiry date to recognise the card.
       *[cvv] I understand. The security code helps to show that you have the card with you. It's used once and never stored.
    }
}

welcomed = You're welcome!

farewell = Goodbye for now.

language_set = All right, let's go on in English.

language_unknown = Sorry, I only speak English and Spanish so far.

change_what = You can change anything. Just send the new name, card number or expiry date.

value_wanted = That comes later.

yes_unclear = To be safe, I haven't gone ahead. Please look at this again.

near_bound = { $has_ways ->
    [yes] If this doesn't work out, you can pay another way ({ $other_ways }) or talk to a person: { $contact }.
   *[no] If this doesn't work out, you can talk to a person: { $contact }.
}

refusing = { $refusal ->
    [change] The payment is already on its way, so I can't change anything until we know the outcome.
    [restart] The payment is already on its way, so we can't start over until we know the outcome.
   *[done] This is already done, so I can't change or undo it here.
}

cancel_asked = { $is_settled ->
    [yes] I've asked for this to be cancelled.
   *[no] I've asked for this to be cancelled. It may be too late for that.
}

voided = This is cancelled, and nothing was charged.

declined = { $decline ->
    [number] The card wasn't accepted because the bank doesn't recognise the number. Nothing was charged.
    [expiry] The card wasn't accepted because of the expiry date. Nothing was charged.
    [cvv] The card wasn't accepted because of the security code. The expiry date may be the reason too. Nothing was charged.
    [try_again] This didn't go through this time, and nothing was charged. The same card may work if you try again.
    [other_card] This card wasn't accepted, and nothing was charged. Another card may work.
    [authentication] The payment wasn't confirmed with the bank, so nothing was charged.
    [duplicate] The bank took this for a payment that was already made, so nothing was charged now.
    [paid_before] The bank took this for a second payment, so nothing was charged now.
   *[plain] The card was declined, and nothing was charged.
}

paid_after_all = This had already gone through when the cancellation arrived.

gateway_down = { $is_code ->
    [yes] I'm sorry, I couldn't reach the payment service just now. That's our fault. Nothing was charged. I only need the security code again, because it's never kept.
   *[no] I'm sorry, I couldn't reach the payment service just now. That's our fault. Nothing was charged, and nothing you gave me is lost.
}

our_fault = I'm sorry, this payment couldn't be made. That's our fault, not yours and not your card's. Nothing was charged. A person can help you: { $contact }.

unsure = I don't know yet whether this went through, because the payment service hasn't answered. Please don't pay again elsewhere in the meantime.

order_busy = This order is being paid in another conversation at the moment, so I charged nothing here. If that doesn't go through, you can still pay it here.

paused = New payments are paused here for a few minutes, so I charged nothing. Please try again in about ten minutes.

mandate = If you say yes, the payment service keeps your card. It may be charged later for what you've agreed on with the merchant. You can take that back at any time: { $contact }.

rules_changed = This service was updated since I last showed you the details. Please look at them again.

automated = I'm an automated assistant.

back_to = { $field ->
    [name] All right, back to the name.
    [card] All right, back to the card number.
   *[expiry] All right, back to the expiry date.
}

date_too = The expiry date goes with the card, so I need that again too.

kept = { $act ->
    [really_cancel] All right, nothing was cancelled.
    [really_pay] All right, nothing was charged.
   *[other] All right, everything stays as it is.
}

sympathy = I'm very sorry to hear that.

others_card = Somebody else's card can only be used here with the cardholder's permission.

pressed = { $moved ->
    [nothing] Nothing has been charged. If someone is pressing you to pay, stop here. { $contact } or your bank can help.
   *[other] If someone pressed you to pay, please get help now: { $contact } or your bank.
}

minor = Please ask the cardholder or a parent to do this with you.

not_me = { $moved ->
    [nothing] Nothing has been charged. If you didn't start this payment, stop here. { $contact } or your bank can help.
   *[other] If you didn't make this payment, please tell your bank and { $contact } right away.
}

claimed = { $claim ->
    [charged_twice] { $moved ->
        [paid] This conversation made one charge of { $amount }. If you see two, please contact { $contact } and quote the receipt number below.
        [open] This payment can only be charged once. If you see two charges, please contact { $contact }.
       *[nothing] This conversation has charged nothing. If you see a charge, please contact { $contact }.
    }
    [wrong_amount] { $moved ->
        [paid] This conversation charged { $amount }, as shown before you said yes. If that isn't right, please contact { $contact } and quote the receipt number below.
        [open] The amount on its way is { $amount }. If that isn't right, please contact { $contact }.
       *[nothing] This conversation has charged nothing. If the amount isn't right, please don't pay it, and contact { $contact }.
    }
    [refund] { $moved ->
        [paid] I can't pay anything back from here. Please contact { $contact } and quote the receipt number below.
        [open] I can't pay anything back from here. Once the outcome is known, { $contact } can help.
       *[nothing] This conversation has charged nothing, so there's nothing to pay back here. For another payment, please contact { $contact }.
    }
    [return] { $moved ->
        [paid] I can't arrange a return from here. Please contact { $contact } and quote the receipt number below.
       *[other] I can't arrange a return from here. Please contact { $contact }.
    }
   *[receipt] { $moved ->
        [paid] I can't send mail from here. For a receipt or an invoice, please contact { $contact } and quote the receipt number below.
       *[other] I show a receipt number here once a payment is made. For an invoice or anything by mail, please contact { $contact }.
    }
}

bank_code = A code from your bank belongs on the bank's own page, and nowhere else. I haven't kept it.

delayed = I'm sorry this is taking so long.

not_again = If this payment hasn't gone through, I won't try it again without a new yes from you.

pay_again = This payment is done, and I won't charge it again.
