# What is said before the ask. Each note must read well alone and between others.

welcome = { $is_demonstration ->
    [yes] This is a demonstration: no money moves, and only published test card numbers work, such as 4242 four times over.
   *[no] Welcome!
} { $has_payment ->
    [yes] { $has_description ->
        [yes] { $has_payee ->
            [yes] I will guide you through your payment of { $amount } to { $payee } for { $description }.
           *[no] I will guide you through your payment of { $amount } for { $description }.
        }
       *[no] { $has_payee ->
            [yes] I will guide you through your payment of { $amount } to { $payee }.
           *[no] I will guide you through your payment of { $amount }.
        }
    }
   *[no] I will take your card details, step by step.
}

greeted = Hello again!

accepted = { $fields ->
    [none] Thank you.
    [name] Thank you.
    [card] { $has_card ->
        [yes] Thank you, that is your { $brand } card ending in { $last4 }.
       *[no] Thank you, I have the card number.
    }
    [expiry] Thank you, I have the date.
    [name-card] { $has_card ->
        [yes] Thank you, I have the name and your { $brand } card ending in { $last4 }.
       *[no] Thank you, I have the name and the card number.
    }
    [name-expiry] Thank you, I have the name and the expiry date.
    [card-expiry] { $has_card ->
        [yes] Thank you, I have your { $brand } card ending in { $last4 } and its expiry date.
       *[no] Thank you, I have the card number and the expiry date.
    }
   *[name-card-expiry] { $has_card ->
        [yes] Thank you, I have the name, your { $brand } card ending in { $last4 } and its expiry date.
       *[no] Thank you, I have the name, the card number and the expiry date.
    }
}

changed = { $fields ->
    [none] All right.
    [name] I have changed the name.
    [card] { $has_card ->
        [yes] I have changed the card: it is now your { $brand } card ending in { $last4 }.
       *[no] I have changed the card number.
    }
    [expiry] I have changed the expiry date.
    [name-card] { $has_card ->
        [yes] I have changed the name and the card: it is now your { $brand } card ending in { $last4 }.
       *[no] I have changed the name and the card number.
    }
    [name-expiry] I have changed the name and the expiry date.
    [card-expiry] { $has_card ->
        [yes] I have changed the card and its expiry date: it is now your { $brand } card ending in { $last4 }.
       *[no] I have changed the card number and the expiry date.
    }
   *[name-card-expiry] { $has_card ->
        [yes] I have changed the name, the card and its expiry date: it is now your { $brand } card ending in { $last4 }.
       *[no] I have changed the name, the card number and the expiry date.
    }
}

rejected-name-empty = That message came without a name.
rejected-name-looks_like_card = That looks like a number rather than a name.
rejected-name-not_a_name = I could not find a name in that; a name has letters only, with hyphens, dots or apostrophes where it needs them.
rejected-name-too_long = That is longer than a name on a card can be.

rejected-card-no_digits = I could not find a card number in that.
rejected-card-too_short = { $brand_is ->
    [unknown] That number is too short for a card: some digits seem to be missing.
   *[other] That looks like { $brand_named }, but it is too short: some digits seem to be missing.
}
rejected-card-too_long = { $brand_is ->
    [unknown] That number is too long for a card: there seem to be some digits too many.
   *[other] That looks like { $brand_named }, but it is too long: there seem to be some digits too many.
}
rejected-card-mistyped = { $brand_is ->
    [unknown] Those digits do not fit together as a card number: one may be mistyped, or two may be swapped.
   *[other] That looks like { $brand_named }, but the digits do not fit together: one may be mistyped, or two may be swapped.
}
rejected-card-brand_not_accepted = { $brand_is ->
    [unknown] I do not know that kind of card; these can be used here: { $accepted }.
   *[other] { $brand_named } cards cannot be used here; these can: { $accepted }.
}
rejected-card-demonstration = This is a demonstration, so I have not kept that number: only published test card numbers work here, such as 4242 four times over. Please do not send a real card.

rejected-expiry-past = That date is in the past, so please check it or use a card that is still current.
rejected-expiry-too_far = That year is further ahead than cards are issued for; perhaps a digit slipped.
rejected-expiry-no_such_month = There is no such month: the month comes first, from 01 to 12.
rejected-expiry-unreadable = I could not read a month and a year in that.

rejected-cvv-three_wanted = The security code of this card has three digits.
rejected-cvv-four_wanted = The security code of this card has four digits.
rejected-cvv-none_on_card = A card without a security code cannot be used here; if yours shows one, it is three digits on the back, or four on the front of an American Express card.

kept_old = { $field ->
    [name] The name you gave before stays.
    [card] The card you gave before stays.
    [expiry] The date you gave before stays.
   *[cvv] Nothing else has changed.
}

which_one = { $field ->
    [name] There is more than one name in that, and I want the right one: please send only the one on the card.
    [card] There is more than one card number in that, and I want the right one: please send only that.
    [expiry] There is more than one date in that, and I want the right one: please send only the card's expiry date.
   *[cvv] There is more than one code in that, and I want the right one: please send only the security code.
}

gathered = { $count ->
    [one] I have one digit of the number so far.
   *[other] I have { $digits } digits of the number so far.
}

cvv_not_kept = { $is_review ->
    [yes] Security codes are never kept; yours has been used, and is not needed again.
   *[no] Security codes are never kept, so I will ask for yours at the end.
}

card_again = { $dropped ->
    [changed] To keep your details safe I no longer hold the card number, so a change means giving the card once more.
    [declined] I no longer hold that card's details, so I need the details of the card you want to use.
    [too_old] Card numbers are only held for a short time, so I have let yours go and need it once more.
    [unreadable] I could not safely read back the card details I was keeping, so I need them once more; I am sorry.
   *[restarted] All right, from the beginning: I have let go of what you gave me before.
}

not_understood = I am sorry, I did not quite understand that.

no_answer = I can't answer that here, but a person can: { $contact }.

stands = { $step ->
    [name] { $is_charging ->
        [yes] Nothing has been charged here so far. I am still collecting the card details: the name, the number, the expiry date and the security code.
       *[no] I am still collecting the card details: the name, the number, the expiry date and the security code. Nothing is charged here.
    }
    [card] { $is_charging ->
        [yes] Nothing has been charged here so far. I have the name; the card number comes next.
       *[no] I have the name, and the card number comes next. Nothing is charged here.
    }
    [expiry] { $is_charging ->
        [yes] Nothing has been charged here so far. I have the name and the card number; the expiry date comes next.
       *[no] I have the name and the card number, and the expiry date comes next. Nothing is charged here.
    }
    [cvv] { $is_charging ->
        [yes] Nothing has been charged here so far. Only the security code is missing before you can check everything.
       *[no] Only the security code is missing before you can check everything. Nothing is charged here.
    }
    [confirm] { $is_charging ->
        [yes] Nothing has been charged here so far: that takes your yes to what follows.
       *[no] Your card is not registered yet: that takes your yes to what follows.
    }
    [processing] { $is_settled ->
        [yes] I have just looked it up.
       *[no] I have looked, and there is no outcome yet.
    }
    [authenticating] { $is_settled ->
        [yes] I have just looked it up.
       *[no] This is not complete yet, and nothing has been charged so far as I know.
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
   *[no] By card is the only way I can offer; a person may know of another: { $contact }.
}

apologised = I am sorry for the trouble, and thank you for your patience.

already = { $held ->
    [none] At the moment I have neither the name nor the card number.
    [name] I have the name.
    [card] I have the card.
    [expiry] I have the expiry date.
    [name-card] I have the name and the card.
    [name-expiry] I have the name and the expiry date.
    [card-expiry] I have the card and the expiry date.
   *[name-card-expiry] I have the name, the card and the expiry date.
} { $dropped ->
    [none] { "" }
    [changed] I let go of the card details when a change was made.
    [declined] I let go of the card details when the card was declined.
    [too_old] I let go of the card number because it is only held for a short time.
    [unreadable] I lost the card details because they could not be read back safely.
   *[restarted] I let go of everything when we started over.
} { $is_code ->
    [yes] The security code is never kept, so it has to be given again each time.
   *[no] { "" }
}

waiting = Take your time.

refused = { $is_again ->
    [yes] { $has_ways ->
        [yes] That is your decision, but I cannot go on without it. You can pay another way ({ $other_ways }), reach a person ({ $contact }), or say cancel.
       *[no] That is your decision, but I cannot go on without it. You can reach a person ({ $contact }), or say cancel.
    }
   *[no] { $field ->
        [name] I understand. The name goes to the payment service along with the card, and is used for nothing else here.
        [card] I understand. Without the number the card cannot be used; I show no more of it than the last four digits.
        [expiry] I understand. The expiry date is part of what the bank needs to recognise the card.
       *[cvv] I understand. The security code helps to show that you have the card with you; it is used once and never stored.
    }
}

welcomed = You are welcome!

farewell = Goodbye for now.

language_set = All right, let us go on in English.

language_unknown = I am sorry, I only speak English and Spanish so far.

change_what = You can change anything: just send the new name, card number or expiry date.

value_wanted = { $field ->
    [name] There is nothing to say yes or no to yet: first I need the name.
    [card] There is nothing to say yes or no to yet: first I need the card number.
    [expiry] There is nothing to say yes or no to yet: first I need the expiry date.
   *[cvv] There is nothing to say yes or no to yet: first I need the security code.
}

yes_unclear = To be safe I haven't gone ahead. Please look at this once more.

near_bound = { $has_ways ->
    [yes] If this does not work out, you can pay another way ({ $other_ways }) or reach a person: { $contact }.
   *[no] If this does not work out, you can reach a person: { $contact }.
}

refusing = { $refusal ->
    [change] The payment is already on its way, so nothing can be changed until its outcome is known.
    [restart] The payment is already on its way, so we cannot start over until its outcome is known.
   *[done] This is done already, so I cannot change or undo it here.
}

cancel_asked = { $is_settled ->
    [yes] I have asked for this to be cancelled.
   *[no] I have asked for this to be cancelled; it may be too late for that.
}

voided = This is cancelled, and nothing was charged.

declined = { $decline ->
    [number] The card was not accepted: the bank does not recognise the card number. Nothing was charged.
    [expiry] The card was not accepted because of the expiry date. Nothing was charged.
    [cvv] The card was not accepted because of the security code; the expiry date may be the reason too. Nothing was charged.
    [try_again] This did not go through this time, and nothing was charged. The same card may well work on another try.
    [other_card] This card was not accepted, and nothing was charged. Another card may work.
    [authentication] The payment was not confirmed with the bank, so nothing was charged.
   *[plain] The card was declined, and nothing was charged.
}

paid_after_all = This had already gone through when the cancellation arrived.

gateway_down = { $is_code ->
    [yes] I am sorry, the payment service could not be reached just now; that is our fault. Nothing was charged, and only the security code is needed again, as it is never kept.
   *[no] I am sorry, the payment service could not be reached just now; that is our fault. Nothing was charged, and nothing you gave is lost.
}

unsure = I do not know yet whether this went through, because the payment service has not answered. Please do not pay again elsewhere in the meantime.

order_busy = This order is being paid in another conversation at this moment, so I charged nothing here. If that does not go through, you can still pay it here.

mandate = If you say yes, your card is kept with the payment service and may be charged later for what you have agreed on with the merchant. You can take that back at any time: { $contact }.

rules_changed = This service was updated since I last showed you the details, so please look at them once more.

automated = I'm an automated assistant.

back_to = { $field ->
    [name] All right, back to the name.
    [card] All right, back to the card number.
   *[expiry] All right, back to the expiry date.
}

date_too = The expiry date goes with the card, so I need that again as well.

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

delayed = I'm sorry that this is taking so long.

not_again = If this payment hasn't gone through, I won't try it again without a new yes from you.

pay_again = This payment is done, and I won't charge it again.
