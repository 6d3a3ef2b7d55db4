//! The card number: digits, a length, a check digit and a brand. Source: ISO/IEC 7812-1 for length and check digit.

use std::fmt;

use serde::{Deserialize, Serialize};
use strum::IntoStaticStr;

use super::{Brand, BrandSet, Wiped, digit, is_separator};

/// A number that may be a card's: right length, right check digit, known and accepted brand. Wiped on drop.
#[derive(Clone, PartialEq, Eq)]
pub struct CardNumber {
    digits: Wiped,
    brand: Brand,
}

/// Why a text is not taken for a card number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum NumberRejection {
    /// There is no digit in it.
    #[error("a card number has 12 to 19 digits; there were none")]
    NoDigits,
    /// Fewer digits than the brand's numbers have.
    #[error("the number has too few digits for its brand")]
    TooShort {
        /// The brand, when the first digits tell it.
        brand: Option<Brand>,
    },
    /// More digits than the brand's numbers have.
    #[error("the number has too many digits for its brand")]
    TooLong {
        /// The brand, when the first digits tell it.
        brand: Option<Brand>,
    },
    /// The check digit does not fit the others: a digit is wrong, or two are swapped.
    #[error("the check digit does not fit: a digit is wrong or two are swapped")]
    Mistyped {
        /// The brand, when the first digits tell it.
        brand: Option<Brand>,
    },
    /// A brand that is not taken here, or none that is known.
    #[error("cards of that brand are not taken here")]
    #[strum(serialize = "brand_not_accepted")]
    NotAccepted {
        /// The brand, when it is known.
        brand: Option<Brand>,
    },
    /// Not a published test number, where only those are taken.
    #[error("this is a demonstration: only published test numbers are taken")]
    Demonstration,
}

impl NumberRejection {
    /// The name on the wire.
    #[must_use]
    pub fn wire(self) -> &'static str {
        self.into()
    }

    /// The brand that the first digits tell.
    #[must_use]
    pub const fn brand(self) -> Option<Brand> {
        match self {
            Self::TooShort { brand }
            | Self::TooLong { brand }
            | Self::Mistyped { brand }
            | Self::NotAccepted { brand } => brand,
            Self::NoDigits | Self::Demonstration => None,
        }
    }
}

/// Lengths where the brand is not known: ISO/IEC 7812-1 allows up to 19 digits, and no brand issues fewer than 12.
const ANY_LENGTH: &[usize] = &[12, 13, 14, 15, 16, 17, 18, 19];

/// The longest number there is. Source: ISO/IEC 7812-1.
const MAX_DIGITS: usize = 19;

impl CardNumber {
    /// Parses digits of any script, with white space, dashes, dots, commas, slashes or underscores between them.
    ///
    /// Judged in this order: digits at all, nothing but digits and separators (a letter among digits is
    /// [`NumberRejection::Mistyped`]), length for the brand (12 to 19 without one), check digit, brand. Numbers of one
    /// digit over and over are mistyped, whatever their check digit says.
    ///
    /// # Errors
    /// Why it is not a number that is taken here.
    pub fn parse(input: &str, accepted: &BrandSet) -> Result<Self, NumberRejection> {
        let mut digits = Wiped::with_room(MAX_DIGITS + 1);
        let mut foreign = false;
        for character in input.chars() {
            match digit(character) {
                // One digit more than the longest number has is enough to know.
                Some(digit) if digits.len() <= MAX_DIGITS => digits.push(digit),
                Some(_) => {}
                None => foreign |= !is_separator(character),
            }
        }
        if digits.is_empty() {
            return Err(NumberRejection::NoDigits);
        }
        let brand = Brand::of_prefix(&digits);
        if foreign {
            return Err(NumberRejection::Mistyped { brand });
        }
        let lengths = brand.map_or(ANY_LENGTH, Brand::lengths);
        if !lengths.contains(&digits.len()) {
            return Err(wrong_length(digits.len(), lengths, brand));
        }
        if is_one_digit(&digits) || !(passes_luhn(&digits) || brand.is_some_and(Brand::luhn_optional)) {
            return Err(NumberRejection::Mistyped { brand });
        }
        match brand {
            Some(brand) if accepted.contains(brand) => Ok(Self { digits, brand }),
            _ => Err(NumberRejection::NotAccepted { brand }),
        }
    }

    /// The brand.
    #[must_use]
    pub const fn brand(&self) -> Brand {
        self.brand
    }

    /// The last four digits, which may be shown.
    #[must_use]
    pub fn last_four(&self) -> LastFour {
        let mut last = [0; 4];
        last.copy_from_slice(&self.digits.as_bytes()[self.digits.len() - 4..]);
        LastFour(last)
    }

    /// The number itself: for the gateway and the seal only.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.digits
    }
}

impl fmt::Debug for CardNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "CardNumber({}, …)", self.brand.wire())
    }
}

/// Too short below the shortest number of the brand, which is the usual one; else too long. So a Visa number of 17
/// digits is too long: people have 16, not 18.
fn wrong_length(length: usize, lengths: &[usize], brand: Option<Brand>) -> NumberRejection {
    if lengths.first().is_some_and(|&shortest| length < shortest) {
        NumberRejection::TooShort { brand }
    } else {
        NumberRejection::TooLong { brand }
    }
}

/// Whether the last digit is the check digit of the others; `false` for anything but ASCII digits.
/// Source: ISO/IEC 7812-1, annex B.
#[must_use]
pub fn passes_luhn(digits: &str) -> bool {
    let mut sum = 0;
    for (i, byte) in digits.bytes().rev().enumerate() {
        if !byte.is_ascii_digit() {
            return false;
        }
        let value = usize::from(byte - b'0');
        sum += match (i % 2, value) {
            (0, value) => value,
            (_, value @ 0..=4) => value * 2,
            (_, value) => value * 2 - 9,
        };
    }
    !digits.is_empty() && sum.is_multiple_of(10)
}

/// Whether these ASCII digits are a card number: of a known brand, of a length that it has, with the right check digit.
#[must_use]
pub fn is_card(digits: &str) -> bool {
    brand_of_card(digits).is_some()
}

/// The brand, if these ASCII digits are a card number.
#[must_use]
pub fn brand_of_card(digits: &str) -> Option<Brand> {
    if !passes_luhn(digits) || is_one_digit(digits) {
        return None;
    }
    Brand::of_prefix(digits).filter(|brand| brand.lengths().contains(&digits.len()))
}

fn is_one_digit(digits: &str) -> bool {
    digits.bytes().all(|byte| byte == digits.as_bytes()[0])
}

/// The last four digits of a number: may be shown and kept.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct LastFour([u8; 4]);

impl LastFour {
    /// Four ASCII digits.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let bytes: [u8; 4] = text.as_bytes().try_into().ok()?;
        bytes.iter().all(u8::is_ascii_digit).then_some(Self(bytes))
    }
}

impl fmt::Display for LastFour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|&byte| fmt::Write::write_char(f, char::from(byte)))
    }
}

impl fmt::Debug for LastFour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl From<LastFour> for String {
    fn from(last: LastFour) -> Self {
        last.to_string()
    }
}

impl TryFrom<String> for LastFour {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).ok_or("the last four digits of a number are four digits")
    }
}

/// The first digits of a number that arrives in pieces. Wiped on drop.
#[derive(Clone, PartialEq, Eq)]
pub struct Pieces(Wiped);

impl Pieces {
    /// Adds the digits of `digits`, of any script; what is more than one digit over the longest number is left out.
    pub fn push(&mut self, digits: &str) {
        let more = MAX_DIGITS + 1 - self.len();
        self.0.extend(digits.chars().filter_map(digit).take(more));
    }

    /// How many digits there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The digits themselves: for the next piece and the seal only.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl Default for Pieces {
    fn default() -> Self {
        Self(Wiped::with_room(MAX_DIGITS + 1))
    }
}

impl fmt::Debug for Pieces {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Pieces(…)")
    }
}
