# Answers to questions. Each is followed by the same ask as before.

helped-general = I take card details one at a time: the name, the number, the expiry date and the security code. You can change anything, ask questions, talk to a person or cancel whenever you like.

helped-why_name = The name is passed to the payment service with the card, so that the bank can recognise it.
helped-why_card = The number tells the payment service which card to use. It is kept encrypted, only until it has been handed over.
helped-why_expiry = The bank uses the expiry date, along with the number, to recognise the card.
helped-why_cvv = The security code helps to show that you have the card with you. It is used once and never stored.

helped-what_name = The cardholder's name is the name printed on the card, even if that is not you.
helped-what_card = The card number is the long number on the card, often on the front; on some cards it is on the back.
helped-what_expiry = The expiry date is the month and year until which the card is good, often marked "valid thru" or "expires end".
helped-what_cvv = { $code_length ->
    [three] The security code (CVV or CVC) is the three digits printed on the back of the card, by the signature strip.
    [four] The security code (CID) is the four digits printed on the front of the card, above the card number.
   *[unknown] The security code (CVV or CVC) is three digits on the back of the card, or four on the front of an American Express card.
}

helped-why_declined = The bank that issued a card decides that, and does not tell me why: it can tell you.

helped-safety = Your card number is encrypted wherever it is kept, and held for minutes at most; the security code is never stored. Once the payment service has your card, I keep only the name and the card's reference, brand, last four digits and expiry date.

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
        [yes] It is charged only after you have checked everything and said yes.
       *[no] It is not charged here: I only register the card.
    }
   *[no] There is no amount to pay here: I only register the card, and nothing is charged now.
}

identity = I am an automated assistant, not a person. You can reach a person here: { $contact }.

privacy = I use your card only for this payment. Your number is kept encrypted for a few minutes at most and is gone once you reach the review. Your security code is never stored. The rest of this conversation expires soon after it ends, and a record stays of any payment; to have something deleted sooner, ask { $contact }.
