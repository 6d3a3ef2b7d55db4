//! How currencies are named.

use crate::dialogue::Money;

/// How a language names currencies, and the ISO 4217 codes of those that each may be.
#[derive(Default)]
pub struct CurrencyNames(Vec<(Box<str>, Box<str>)>);

impl CurrencyNames {
    /// Has `name` stand for any of `codes`.
    pub(super) fn add(&mut self, name: &str, codes: &str) {
        self.0.push((name.into(), codes.into()));
    }

    /// Whether it is the name, the sign or the code of any that is known.
    pub(super) fn names(&self, text: &str) -> bool {
        self.0.iter().any(|(name, codes)| **name == *text || is_among(text, codes))
    }

    /// Whether it names the currency of `money`.
    pub(super) fn is(&self, text: &str, money: Money) -> bool {
        let currency = money.currency();
        let code = currency.code();
        text.eq_ignore_ascii_case(code) || self.0.iter().any(|(name, codes)| **name == *text && is_among(code, codes))
    }
}

fn is_among(code: &str, codes: &str) -> bool {
    codes.split_whitespace().any(|known| known.eq_ignore_ascii_case(code))
}
