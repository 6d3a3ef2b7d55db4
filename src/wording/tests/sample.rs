//! Example values: no real person, a published test number's last four digits.

use crate::card::{Brand, BrandSet, Expiry, LastFour, Name};
use crate::dialogue::{IntentId, Link, Order, Payment, Token};
use crate::wording::Values;

/// A value for every placeholder.
pub(super) fn values() -> Values {
    Values {
        name: Name::parse("Jane Roe").ok(),
        brand: Some(Brand::Visa),
        brand_read: Some(Brand::Mastercard),
        last_four: LastFour::parse("4242"),
        expiry: Expiry::stored(12, 2028),
        payment: Some(Payment {
            amount: "49.90 EUR".parse().expect("an amount"),
            payee: Some("Acme Water".to_owned()),
            description: Some("invoice 1042".to_owned()),
            order: Some(Order {
                id: "order-1042".parse().expect("an id"),
                expires: "2026-12-31T18:00:00Z".parse().expect("a moment"),
                minted: false,
            }),
        }),
        charging: true,
        contact: "support@example.com".to_owned(),
        other_ways: None,
        link: Some(Link::new("https://bank.example/3ds/7")),
        digits: Some(8),
        accepted: BrandSet::EMPTY.with(Brand::Visa).with(Brand::Mastercard).with(Brand::Amex),
        receipt: Some(IntentId::new("pi_example")),
        token: Some(Token::new("pm_example")),
        minutes: 60,
        answer: Some("We are open from nine to five.".to_owned()),
    }
}

/// The values of a session of which nothing is known yet.
pub(super) fn nothing() -> Values {
    Values {
        name: None,
        brand: None,
        brand_read: None,
        last_four: None,
        expiry: None,
        payment: None,
        charging: false,
        link: None,
        digits: None,
        receipt: None,
        token: None,
        ..values()
    }
}
