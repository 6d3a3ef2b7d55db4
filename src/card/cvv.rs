//! The security code: digits, never an integer (leading zeros count). Never stored.

use std::fmt;

use strum::IntoStaticStr;

use super::{Brand, Wiped, digit, is_invisible};

/// A security code of the right length for its brand. Lives for one turn; wiped on drop.
#[derive(Clone, PartialEq, Eq)]
pub struct Cvv(Wiped);

/// Why a code is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum CvvRejection {
    /// Three digits are wanted.
    #[error("the security code of this card has three digits")]
    ThreeWanted,
    /// Four digits are wanted (American Express).
    #[error("the security code of an American Express card has four digits")]
    FourWanted,
    /// The customer finds none on the card.
    #[error("a security code is needed to go on")]
    NoneOnCard,
}

impl CvvRejection {
    /// The name on the wire.
    #[must_use]
    pub fn wire(self) -> &'static str {
        self.into()
    }
}

impl Cvv {
    /// Parses digits of any script; white space around and between them is passed over, anything else is not: "1/28" is
    /// a date and no code.
    ///
    /// # Errors
    /// How many digits are wanted.
    pub fn parse(input: &str, brand: Brand) -> Result<Self, CvvRejection> {
        let wanted = brand.cvv_length();
        let rejection = if wanted == 4 { CvvRejection::FourWanted } else { CvvRejection::ThreeWanted };
        let mut digits = Wiped::with_room(wanted);
        for character in input.chars().filter(|&c| !c.is_whitespace() && !is_invisible(c)) {
            match digit(character) {
                Some(digit) if digits.len() < wanted => digits.push(digit),
                Some(_) | None => return Err(rejection),
            }
        }
        if digits.len() == wanted { Ok(Self(digits)) } else { Err(rejection) }
    }

    /// How many digits it has: 3 or 4.
    #[must_use]
    #[expect(clippy::len_without_is_empty, reason = "a code is never empty")]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// The code itself: for the gateway only.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Cvv {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Cvv(…)")
    }
}
