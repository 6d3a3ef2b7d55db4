//! Stripe's test cards. Source: docs.stripe.com/testing.

use payment_smart_bot::card::passes_luhn;

/// What becomes of a card when it is confirmed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Behaviour {
    Pays,
    /// `code` and `decline_code`.
    Declines(&'static str, Option<&'static str>),
    /// 3-D Secure first; passed, it pays.
    Asks,
    /// 3-D Secure first; passed, it is declined all the same.
    AsksThenDeclines,
}

const CARD_DECLINED: &str = "card_declined";

/// What becomes of a number; any other one pays.
const CARDS: &[(&str, Behaviour)] = &[
    ("4000000000000002", Behaviour::Declines(CARD_DECLINED, Some("generic_decline"))),
    ("4000000000009995", Behaviour::Declines(CARD_DECLINED, Some("insufficient_funds"))),
    ("4000000000009987", Behaviour::Declines(CARD_DECLINED, Some("lost_card"))),
    ("4000000000009979", Behaviour::Declines(CARD_DECLINED, Some("stolen_card"))),
    ("4000000000000069", Behaviour::Declines("expired_card", None)),
    ("4000000000000127", Behaviour::Declines("incorrect_cvc", None)),
    ("4000000000000119", Behaviour::Declines("processing_error", None)),
    ("4000000000006975", Behaviour::Declines(CARD_DECLINED, Some("card_velocity_exceeded"))),
    ("4100000000000019", Behaviour::Declines(CARD_DECLINED, Some("fraudulent"))),
    ("4000000000003220", Behaviour::Asks),
    ("4000008400001629", Behaviour::AsksThenDeclines),
];

pub fn behaviour(number: &str) -> Behaviour {
    CARDS.iter().find(|(known, _)| *known == number).map_or(Behaviour::Pays, |&(_, behaviour)| behaviour)
}

/// Why a card's values are refused when it is to become a payment method: the code, and the parameter.
pub fn refused(number: &str, month: &str, year: &str, cvc: &str) -> Option<(&'static str, &'static str)> {
    let month: u8 = month.parse().unwrap_or(0);
    let year: u16 = year.parse().unwrap_or(0);
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if !passes_luhn(number) {
        return Some(("incorrect_number", "number"));
    }
    if !(1..=12).contains(&month) {
        return Some(("invalid_expiry_month", "exp_month"));
    }
    if !(2026..2076).contains(&year) {
        return Some(("invalid_expiry_year", "exp_year"));
    }
    (!(3..=4).contains(&cvc.len()) || !digits(cvc)).then_some(("invalid_cvc", "cvc"))
}
