# What is asked for at the end of a reply.
#
# Selectors: $asked first, second, last; $code_length three, four; $has_… and $is_… yes, no.
# Everything else in { $… } is a placeholder: it reaches the sentence as {…} and is filled afterwards.
# Each ask is shorter than the one before it: what was wrong stands in the note ahead of it. On the last ask the ways out
# are named, unless a note of the same reply has named them: then the second is used.
# Words that the customer may reply with stand in quotes; a test holds that the grammar takes each of them as certain.

ask-name = { $asked ->
    [first] What's the name on the card?
    [second] The name on the card, please.
   *[last] Just the name, please. To stop, reply "cancel". To talk to a person: { $contact }.
}

ask-own_name = Then please give your own name.

ask-card = { $asked ->
    [first] Please type the card number.
    [second] The full card number, please.
   *[last] Just the card number, please. To stop, reply "cancel". To talk to a person: { $contact }.
}

ask-rest = Please send the rest of the number.

ask-expiry = { $asked ->
    [first] When does the card expire (month and year)?
    [second] The expiry date, please, such as 09/31.
   *[last] Just the month and year, please. To stop, reply "cancel". To talk to a person: { $contact }.
}

ask-cvv = { $code_length ->
    [four] { $asked ->
        [first] What's the security code? It's the four small digits on the front of your { $brand }.
        [second] The four small digits on the front of your { $brand }, please.
       *[last] Just the four digits on the front, please. To stop, reply "cancel". To talk to a person: { $contact }.
    }
   *[three] { $asked ->
        [first] What's the security code? It's the three digits on the back of your { $brand }.
        [second] The three digits on the back of your { $brand }, please.
       *[last] Just the three digits on the back, please. To stop, reply "cancel". To talk to a person: { $contact }.
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
    [yes] Do you want to pay { $amount } with this card now? Reply "yes" or "no", or tell me what to change.
   *[no] Do you want to register this card? Nothing is charged now. Reply "yes" or "no", or tell me what to change.
    }

ask-review_again = { $is_charging ->
    [yes] { $is_again ->
        [yes] Nothing has been charged. To pay { $amount } with your { $brand } ending in { $last4 }, type "pay". To change something, type "change". To end it, type "stop".
       *[no] Nothing has been charged. Do you want to pay { $amount } with your { $brand } ending in { $last4 }? Reply "yes" or "no".
    }
   *[no] { $is_again ->
        [yes] Your card isn't registered yet. To register your { $brand } ending in { $last4 }, type "yes". To change something, type "change". To end it, type "stop".
       *[no] Your card isn't registered yet. Do you want to register your { $brand } ending in { $last4 }? Reply "yes" or "no".
    }
}

ask-what_to_change = What would you like to change: the name, the card number, the expiry date or the security code? To stop, reply "cancel".

# Questions about what cannot be undone. Each names the act and the words to answer with; asked again, the words to type.

ask-sure-cancel = { $is_again ->
    [yes] To stop this payment, type "stop". To go on, type "keep going".
   *[no] Do you want to stop this payment? Reply "stop" or "keep going".
}

ask-sure-pay = { $is_charging ->
    [yes] { $is_again ->
        [yes] Nothing has been charged. To pay { $amount } with your { $brand } ending in { $last4 }, type "pay". If you'd rather not, type "stop".
       *[no] Just to be sure: do you want to pay { $amount } with your { $brand } ending in { $last4 }? Reply "pay" or "stop".
    }
   *[no] { $is_again ->
        [yes] Your card isn't registered yet. To register your { $brand } ending in { $last4 }, type "yes". If you'd rather not, type "stop".
       *[no] Just to be sure: do you want to register your { $brand } ending in { $last4 }? Reply "yes" or "stop".
    }
}

ask-sure-restart = { $is_again ->
    [yes] To clear what you gave me and start over, type "start over". To go on as we are, type "keep going".
   *[no] Do you want to start over? I'd clear what you gave me. Reply "start over" or "keep going".
}

ask-sure-back = { $field ->
    [name] { $is_again ->
        [yes] To go back to the name, type "go back". To go on as we are, type "keep going".
       *[no] Do you want to go back to the name? Reply "go back" or "keep going".
    }
    [card] { $is_again ->
        [yes] To go back to the card number, type "go back". To go on as we are, type "keep going".
       *[no] Do you want to go back to the card number? Reply "go back" or "keep going".
    }
   *[expiry] { $is_again ->
        [yes] To go back to the expiry date, type "go back". To go on as we are, type "keep going".
       *[no] Do you want to go back to the expiry date? Reply "go back" or "keep going".
    }
}

ask-sure-change = { $field ->
    [name] { $is_again ->
        [yes] To change the name, type "change the name". To leave it as it is, type "keep going".
       *[no] Do you want to change the name? Reply "change the name" or "keep going".
    }
    [card] { $is_again ->
        [yes] To change the card number, type "change the card". To leave it as it is, type "keep going".
       *[no] Do you want to change the card number? Reply "change the card" or "keep going".
    }
    [expiry] { $is_again ->
        [yes] To change the expiry date, type "change the date". To leave it as it is, type "keep going".
       *[no] Do you want to change the expiry date? Reply "change the date" or "keep going".
    }
   *[cvv] { $is_again ->
        [yes] To change the security code, type "change the code". To leave it as it is, type "keep going".
       *[no] Do you want to change the security code? Reply "change the code" or "keep going".
    }
}

ask-sure-is_name = { $is_again ->
    [yes] If the name on the card is { $name }, type "yes". If it isn't, type "no".
   *[no] Is the name on the card { $name }? Reply "yes" or "no".
}

ask-sure-take_name = { $is_again ->
    [yes] To change the name to { $name }, type "change". To leave it as it is, type "keep".
   *[no] Do you want to change the name to { $name }? Reply "change" or "keep".
}

ask-sure-take_card = { $is_again ->
    [yes] To change the card to { $brand } ending { $last4 }, type "change". To leave it as it is, type "keep".
   *[no] Do you want to change the card to { $brand } ending { $last4 }? Reply "change" or "keep".
}

ask-sure-take_expiry = { $is_again ->
    [yes] To change the expiry date to { $expiry }, type "change". To leave it as it is, type "keep".
   *[no] Do you want to change the expiry date to { $expiry }? Reply "change" or "keep".
}

ask-sure-which = { $is_review ->
    [yes] { $is_again ->
        [yes] Nothing has been done yet. Please type "pay", "change" or "stop".
       *[no] Would you like to pay, change something, or stop?
    }
   *[no] { $is_again ->
        [yes] Nothing has been done yet. Please type "keep going", "change" or "stop".
       *[no] Would you like to keep going, change something, or stop?
    }
}

ask-sure-permission = { $is_again ->
    [yes] I need to know that the cardholder agrees. Please type "yes" or "no".
   *[no] Do you have the cardholder's permission to use this card? Reply "yes" or "no".
}

ask-sure-resume = { $is_again ->
    [yes] Nothing has been charged. To see the payment, type "keep going". To end it, type "stop".
   *[no] To see the payment, reply "keep going". To end it, reply "stop".
}

ask-processing = This is being processed. Send me a message in a moment, and I'll check. Nothing can be charged twice.

ask-authenticate = Your bank needs to check that it's you. Please confirm on its page, then come back here and send me a message. Your bank's page: { $link }

ask-receipt = { $is_charged ->
    [yes] { $is_again ->
        [yes] Your receipt number is { $receipt }.
       *[no] { $has_payee ->
            [yes] You've paid { $amount } to { $payee } with your { $brand } ending in { $last4 }. Your receipt number is { $receipt }.
           *[no] You've paid { $amount } with your { $brand } ending in { $last4 }. Your receipt number is { $receipt }.
        }
    }
   *[no] { $is_again ->
        [yes] Your reference is { $token }.
       *[no] Your { $brand } ending in { $last4 } is registered, and nothing was charged. Its reference is { $token }.
    }
}

ask-ended = { $reason ->
    [customer] I've cancelled the payment. Nothing was charged, and I've erased your card details. To try again, start a new conversation.
    [invalid_answers] I'm sorry, I couldn't get this to work, so I've stopped here. Nothing was charged. A person can help you: { $contact }.
    [no_progress] We weren't getting any further, so I've stopped here. Nothing was charged. A person can help you: { $contact }.
    [turns] This conversation got too long, so I've stopped here. Nothing was charged. A person can help you: { $contact }.
    [corrections] There were too many changes, so I've stopped here. Nothing was charged. A person can help you: { $contact }.
    [attempts] The payment was declined too many times, so I've stopped here. Nothing was charged. A person can help you: { $contact }.
    [cards] Too many cards were tried, so I've stopped here. Nothing was charged. A person can help you: { $contact }.
    [address] Too many cards were tried here in the last hour, so I've stopped here. Nothing was charged. Please try again later, or talk to a person: { $contact }.
    [order_paid] This order has already been paid, so I charged nothing here. If that surprises you, a person can help you: { $contact }.
    [finished] This payment is finished, and nothing was charged now. Start a new one?
    [order_over] This order can't be paid here any more. It has expired or been changed. Nothing was charged. Please ask for a new one, or talk to a person: { $contact }.
    [voided] This payment wasn't completed, and it's cancelled. Nothing was charged. A person can help you: { $contact }.
    [duplicate] Your bank says this payment was already made, so it charged nothing now. I can't find that other payment here, so please don't try again for the moment. A person can look into it: { $contact }.
    [paid_before] Your bank took this for a second payment, so it charged nothing now. This card already paid the same amount here within the last hour. If you do want to pay twice, a person can help you: { $contact }.
   *[misconfigured] I'm sorry, I can't take cards at the moment. That's our fault. Nothing was charged. A person can help you: { $contact }.
}

ask-anew = This conversation has ended. To begin again, please start a new one.
