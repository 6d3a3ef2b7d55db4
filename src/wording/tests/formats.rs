//! Money, dates and lists, as each language writes them.

use crate::card::{Brand, BrandSet, Expiry};
use crate::dialogue::Language;
use crate::wording::catalog::catalog;

#[test]
fn money_is_written_as_each_language_writes_it() {
    let table = [
        ("49.90 EUR", "€49.90", "49,90\u{a0}€"),
        ("0.05 EUR", "€0.05", "0,05\u{a0}€"),
        ("1234.50 USD", "$1,234.50", "1234,50\u{a0}US$"),
        ("12345.50 USD", "$12,345.50", "12.345,50\u{a0}US$"),
        ("1234567.00 EUR", "€1,234,567.00", "1.234.567,00\u{a0}€"),
        ("500 JPY", "¥500", "500\u{a0}JPY"),
        ("1000000 JPY", "¥1,000,000", "1.000.000\u{a0}JPY"),
        ("12.500 KWD", "KWD\u{a0}12.500", "12,500\u{a0}KWD"),
        ("80.00 CHF", "CHF\u{a0}80.00", "80,00\u{a0}CHF"),
        ("9999999999.99 GBP", "£9,999,999,999.99", "9.999.999.999,99\u{a0}GBP"),
    ];
    for (amount, english, spanish) in table {
        let money = amount.parse().expect("an amount");
        assert_eq!(catalog(Language::En).format.money(money), english);
        assert_eq!(catalog(Language::Es).format.money(money), spanish);
    }
}

#[test]
fn a_date_is_written_as_it_stands_on_the_card() {
    let expiry = Expiry::stored(3, 2029).expect("a date");
    for language in Language::ALL {
        assert_eq!(catalog(language).format.expiry(expiry), "03/2029");
    }
}

#[test]
fn a_list_is_joined_as_each_language_joins_it() {
    let list = |language, brands: &[Brand]| {
        let set = brands.iter().fold(BrandSet::EMPTY, |set, &brand| set.with(brand));
        catalog(language).format.brands(set)
    };
    let three = [Brand::Visa, Brand::Mastercard, Brand::Amex];
    assert_eq!(list(Language::En, &[]), "");
    assert_eq!(list(Language::En, &three[..1]), "Visa");
    assert_eq!(list(Language::En, &three[..2]), "Visa and Mastercard");
    assert_eq!(list(Language::En, &three), "Visa, Mastercard and American Express");
    assert_eq!(list(Language::Es, &three), "Visa, Mastercard y American Express");
    assert_eq!(list(Language::Es, &[Brand::Elo, Brand::Hiper]), "Elo e Hiper");
}
