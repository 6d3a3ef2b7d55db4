# Answers to questions. Each is followed by the same ask as before.

helped-general = I ask for the card details one at a time. They're the name, the number, the expiry date and the security code. You can change anything, ask questions, talk to a person or cancel whenever you like.

helped-why_name = The name goes to the payment service with the card, so that the bank can recognise it.
helped-why_card = The number tells the payment service which card to use. It's kept encrypted, and only until it has been handed over.
helped-why_expiry = The bank uses the expiry date, along with the number, to recognise the card.
helped-why_cvv = The security code helps to show that you have the card with you. It's used once and never stored.

helped-what_name = I need the name that's printed on the card, even if it isn't yours.
helped-what_card = The card number is the long number on the card. It's often on the front, and on some cards on the back.
helped-what_expiry = The expiry date is the month and year when the card runs out. It's often marked "valid thru" or "expires end".
helped-what_cvv = { $code_length ->
    [three] The security code (CVV or CVC) is the three digits printed on the back of the card, by the signature strip.
    [four] The security code (CID) is the four digits printed on the front of the card, above the card number.
   *[unknown] The security code (CVV or CVC) is three digits on the back of the card, or four on the front of an American Express.
}

helped-why_declined = Your bank decided that, and it doesn't tell me why. It can tell you.

helped-safety = Your card number is encrypted wherever it's kept, and held for minutes at most. The security code is never stored. Once the payment service has your card, I keep only the name and the card's reference, brand, last four digits and expiry date.

helped-brands = You can use these cards: { $accepted }.

helped-pin = No, and please never share your PIN with anyone. I only need what's printed on the card.

helped-payment = { $has_payment ->
    [yes] { $has_payee ->
        [yes] { $has_description ->
            [yes] The amount is { $amount }, to { $payee }, for { $description }.
           *[no] The amount is { $amount }, to { $payee }.
        }
       *[no] { $has_description ->
            [yes] The amount is { $amount }, for { $description }.
           *[no] The amount is { $amount }.
        }
    } { $is_charging ->
        [yes] It's charged only after you've checked everything and said yes.
       *[no] It isn't charged here. I only register the card.
    }
   *[no] There's no amount to pay here. I only register the card, and nothing is charged now.
}

# --- what customers ask of the code, the money and the other side; each says what this service knows, and no more
helped-worn = If it can't be read any more, you'll need another card. Your bank can replace this one.

helped-fees = { $is_charging ->
    [yes] I charge exactly { $amount } and add no fee. Only your bank can say whether it adds one of its own.
   *[no] I charge nothing here and add no fee. I only register the card.
}

helped-tax = { $is_charging ->
    [yes] I charge exactly { $amount }, and I don't know how much of that is tax. Please ask { $contact }.
   *[no] Nothing is charged here, and I know nothing about tax. Please ask { $contact }.
}

helped-statement = I don't know how a payment will show on your statement. Please ask { $contact }.

helped-payee = { $has_payee ->
    [yes] I was told that the payment goes to { $payee }. That's all I know about them. For more, please ask { $contact }.
   *[no] I don't know any more about who is paid. Please ask { $contact }.
}

helped-genuine = { $has_payee ->
    [yes] I can't prove that from here. If you're in doubt, don't pay yet. Ask { $payee } first, through a phone number or website you already know.
   *[no] I can't prove that from here. If you're in doubt, don't pay yet. Ask whoever sent you here first, through a phone number or website you already know.
}

helped-deadline = { $has_order ->
    [yes] This order can be paid until { $until }. This conversation stays open for { $minutes } minutes after your last message.
   *[no] This conversation stays open for { $minutes } minutes after your last message. I know of no other deadline.
}

helped-later = { $has_order ->
    [yes] A payment is only charged after you say yes to it. This conversation stays open for { $minutes } minutes after your last message. The order itself can be paid until { $until }.
   *[no] A payment is only charged after you say yes to it. This conversation stays open for { $minutes } minutes after your last message. After that you can start a new one.
}

identity = I'm an automated assistant, not a person. You can reach a person here: { $contact }.

# What an operator's own answer says (`--answers`).
own = { $answer }

privacy = I use your card only for this payment. Your number is kept encrypted for a few minutes at most and is gone once you reach the review. Your security code is never stored. Your name is erased here once this is done, and all you gave me if you cancel or start over. The rest of this conversation expires soon after it ends. A record of any payment is kept, without your name or card number. To have something deleted sooner, ask { $contact }.
