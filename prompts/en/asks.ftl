# What is asked for at the end of a reply.
#
# Selectors: $asked first, second, last; $brand_is the brand's wire name; $has_… and $is_… yes, no.
# Everything else in { $… } is a placeholder: it reaches the sentence as {…} and is filled afterwards.
# On the last ask the ways out are named, unless a note of the same reply has named them: then the second is used.

ask-name = { $asked ->
    [first] What is the name on the card?
    [second] Please write the cardholder's name as it is printed on the card, such as Maria Lopez.
   *[last] Please write only the name that is printed on the card, such as Maria Lopez. If you would rather stop, say cancel, or reach a person: { $contact }.
}

ask-card = { $asked ->
    [first] Please type the card number.
    [second] Please type the whole number from the card once more; spaces and dashes are fine.
   *[last] Please type only the long number from the card, all of it, with or without spaces. If you would rather stop, say cancel, or reach a person: { $contact }.
}

ask-rest = Please send the rest of the number.

ask-expiry = { $asked ->
    [first] When does the card expire (month and year)?
    [second] Please give the expiry date as month and year, such as 09/31; it is printed near the card number.
   *[last] Please write only the month and the year printed on the card, such as 09/31 or September 2031. If you would rather stop, say cancel, or reach a person: { $contact }.
}

ask-cvv = { $brand_is ->
    [amex] { $asked ->
        [first] What is the security code: the four digits on the front of your { $brand } card?
        [second] Please type the four small digits printed on the front of your { $brand } card, above the card number.
       *[last] Please type only the four digits printed above the number on the front of your { $brand } card. If you would rather stop, say cancel, or reach a person: { $contact }.
    }
   *[other] { $asked ->
        [first] What is the security code: the three digits on the back of your { $brand } card?
        [second] Please type the last three digits printed on the back of your { $brand } card, by the signature strip.
       *[last] Please type only the three digits on the back of your { $brand } card, by the signature strip. If you would rather stop, say cancel, or reach a person: { $contact }.
    }
}

# The review: one line each; a line that comes out empty is left out.
ask-review = { $is_charging ->
    [yes] Please check before you pay:
   *[no] Please check before your card is registered:
    }
    Name: { $name }
    Card: { $brand } •••• { $last4 }
    Expires: { $expiry }
    { $is_charging ->
    [yes] Amount: { $amount }
   *[no] { "" }
    }
    { $has_payee ->
    [yes] Paid to: { $payee }
   *[no] { "" }
    }
    { $has_description ->
    [yes] For: { $description }
   *[no] { "" }
    }
    { $is_charging ->
    [yes] By paying you confirm that you may use this card.
   *[no] By registering it you confirm that you may use this card.
    }
    { $is_charging ->
    [yes] Shall I charge { $amount } to this card now? Answer yes or no, or say what to change.
   *[no] Shall I register this card? Nothing is charged now. Answer yes or no, or say what to change.
    }

ask-review_again = { $is_charging ->
    [yes] { $is_again ->
        [yes] Nothing has been charged. To pay { $amount } with { $brand } ending { $last4 }, type exactly: pay. To change something, type: change. To end it, type: stop.
       *[no] Nothing has been charged. Pay { $amount } with { $brand } ending { $last4 }? Reply yes or no.
    }
   *[no] { $is_again ->
        [yes] Your card is not registered yet. To register { $brand } ending { $last4 }, type exactly: yes. To change something, type: change. To end it, type: stop.
       *[no] Your card is not registered yet. Register { $brand } ending { $last4 }? Reply yes or no.
    }
}

ask-what_to_change = What shall I change: the name, the card number, the expiry date or the security code? Or shall I cancel?

# Questions about what cannot be undone. Each names the act and the words to answer with; asked again, the words to type.

ask-sure-cancel = { $is_again ->
    [yes] To stop this payment, type exactly: stop. To go on, type: keep going.
   *[no] Do you want to stop this payment? Reply stop or keep going.
}

ask-sure-pay = { $is_charging ->
    [yes] { $is_again ->
        [yes] Nothing has been charged. To pay { $amount } with { $brand } ending { $last4 }, type exactly: pay. If you'd rather not, type: stop.
       *[no] Just to be sure: pay { $amount } with { $brand } ending { $last4 }? Reply pay or stop.
    }
   *[no] { $is_again ->
        [yes] Your card isn't registered yet. To register { $brand } ending { $last4 }, type exactly: yes. If you'd rather not, type: stop.
       *[no] Just to be sure: register { $brand } ending { $last4 }? Reply yes or stop.
    }
}

ask-sure-restart = { $is_again ->
    [yes] To clear what you gave me and start over, type exactly: start over. To go on as we are, type: keep going.
   *[no] Do you want to start over? I'd clear what you gave me. Reply start over or keep going.
}

ask-sure-back = { $field ->
    [name] { $is_again ->
        [yes] To go back to the name, type exactly: go back. To go on as we are, type: keep going.
       *[no] Do you want to go back to the name? Reply go back or keep going.
    }
    [card] { $is_again ->
        [yes] To go back to the card number, type exactly: go back. To go on as we are, type: keep going.
       *[no] Do you want to go back to the card number? Reply go back or keep going.
    }
   *[expiry] { $is_again ->
        [yes] To go back to the expiry date, type exactly: go back. To go on as we are, type: keep going.
       *[no] Do you want to go back to the expiry date? Reply go back or keep going.
    }
}

ask-sure-change = { $field ->
    [name] { $is_again ->
        [yes] To change the name, type exactly: change the name. To leave it as it is, type: keep going.
       *[no] Do you want to change the name? Reply change the name or keep going.
    }
    [card] { $is_again ->
        [yes] To change the card number, type exactly: change the card. To leave it as it is, type: keep going.
       *[no] Do you want to change the card number? Reply change the card or keep going.
    }
    [expiry] { $is_again ->
        [yes] To change the expiry date, type exactly: change the date. To leave it as it is, type: keep going.
       *[no] Do you want to change the expiry date? Reply change the date or keep going.
    }
   *[cvv] { $is_again ->
        [yes] To change the security code, type exactly: change the code. To leave it as it is, type: keep going.
       *[no] Do you want to change the security code? Reply change the code or keep going.
    }
}

ask-sure-which = { $is_review ->
    [yes] { $is_again ->
        [yes] Nothing has been done yet. Please type exactly one of these: pay, change, stop.
       *[no] Would you like to pay, change something, or stop?
    }
   *[no] { $is_again ->
        [yes] Nothing has been done yet. Please type exactly one of these: keep going, change, stop.
       *[no] Would you like to keep going, change something, or stop?
    }
}

ask-sure-permission = { $is_again ->
    [yes] I need to know that the cardholder agrees. Please type exactly: yes, or: no.
   *[no] Do you have the cardholder's permission to use this card? Reply yes or no.
}

ask-sure-resume = { $is_again ->
    [yes] Nothing has been charged. To see the payment, type exactly: keep going. To end it, type: stop.
   *[no] To see the payment, reply keep going. To end it, reply stop.
}

ask-processing = This is being processed. Write to me in a moment and I will look again; nothing can be charged twice.

ask-authenticate = Your bank wants to make sure that it is you. Please confirm this on its page, then come back and write to me: { $link }

ask-receipt = { $is_charged ->
    [yes] { $has_payee ->
        [yes] Paid: { $amount } to { $payee }, with your { $brand } card •••• { $last4 }. Your receipt number is { $receipt }.
       *[no] Paid: { $amount }, with your { $brand } card •••• { $last4 }. Your receipt number is { $receipt }.
    }
   *[no] Done: your { $brand } card •••• { $last4 } is registered, and nothing was charged. Its reference is { $token }.
}

ask-ended = { $reason ->
    [customer] I've cancelled the payment. Nothing was charged, and I've erased your card details. To try again, start a new conversation.
    [invalid_answers] I have to stop here, because we could not get past this point together. Nothing was charged; a person can help you: { $contact }.
    [no_progress] I have to stop here, because we were not getting any further. Nothing was charged; a person can help you: { $contact }.
    [turns] I have to stop here, because this conversation has become too long. Nothing was charged; a person can help you: { $contact }.
    [corrections] I have to stop here, because there were too many changes. Nothing was charged; a person can help you: { $contact }.
    [attempts] I have to stop here, because the payment was declined too many times. Nothing was charged; a person can help you: { $contact }.
    [cards] I have to stop here, because too many cards were tried. Nothing was charged; a person can help you: { $contact }.
    [address] I have to stop here, because too many payments from where you are did not go through within the last hour. Nothing was charged; please try again later, or reach a person: { $contact }.
    [order_paid] This order has been paid already, so I charged nothing here. If that surprises you, a person can help you: { $contact }.
    [order_over] This order can no longer be paid here: its time is over, or it was changed. Nothing was charged; please ask for a new one, or reach a person: { $contact }.
    [voided] This payment was not completed, and it is cancelled. Nothing was charged; a person can help you: { $contact }.
   *[misconfigured] I am sorry: this service cannot take cards at the moment, and that is our fault. Nothing was charged; a person can help you: { $contact }.
}

ask-anew = This conversation has ended. To begin again, please start a new one.
