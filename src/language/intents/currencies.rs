//! How currencies are named.

use crate::dialogue::Money;

/// How a language names currencies, and the ISO 4217 codes of those that each may be.
#[derive(Default)]
pub struct CurrencyNames {
    names: Vec<(Box<str>, Box<str>)>,
    /// Between the whole and the rest: "and", "point".
    joins: Vec<Box<str>>,
    /// After the rest: "cents".
    small: Vec<Box<str>>,
}

impl CurrencyNames {
    /// Has `name` stand for any of `codes`.
    pub(super) fn add(&mut self, name: &str, codes: &str) {
        self.names.push((name.into(), codes.into()));
    }

    /// Has these stand between the whole and the rest of an amount, and those after the rest.
    pub(super) fn parts(&mut self, joins: Vec<Box<str>>, small: Vec<Box<str>>) {
        (self.joins, self.small) = (joins, small);
    }

    /// Whether it may stand between the whole and the rest of an amount.
    pub(super) fn joins(&self, text: &str) -> bool {
        self.joins.iter().any(|word| **word == *text)
    }

    /// Whether it names what the rest of an amount is counted in.
    pub(super) fn is_small(&self, text: &str) -> bool {
        self.small.iter().any(|word| **word == *text)
    }

    /// Whether it is the name, the sign or the code of any that is known.
    pub(super) fn names(&self, text: &str) -> bool {
        self.names.iter().any(|(name, codes)| **name == *text || is_among(text, codes))
    }

    /// Whether it names the currency of `money`.
    pub(super) fn is(&self, text: &str, money: Money) -> bool {
        let currency = money.currency();
        let code = currency.code();
        text.eq_ignore_ascii_case(code)
            || self.names.iter().any(|(name, codes)| **name == *text && is_among(code, codes))
    }
}

fn is_among(code: &str, codes: &str) -> bool {
    codes.split_whitespace().any(|known| known.eq_ignore_ascii_case(code))
}
