//! The card data of a session, on its way into the seal and out of it.

use std::fmt;

use jiff::Timestamp;
use zeroize::Zeroizing;

use crate::card::{BrandSet, CardNumber, Pieces, Wiped};
use crate::dialogue::{Held, State, Value};

/// What must be sealed: a card number, or the digits of one that comes in pieces; and a number that is asked about before
/// it takes the place of that.
///
/// As bytes it has the same length for every number, so that the length of a seal tells nothing.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret {
    held: Digits,
    offered: Option<Digits>,
}

/// Digits, and until when they may be held.
#[derive(Clone, PartialEq, Eq)]
struct Digits {
    kind: Kind,
    until: Timestamp,
    text: Wiped,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Number = 1,
    Pieces = 2,
}

impl Secret {
    /// What of `state` must be sealed. A number is asked about only where another one is held.
    #[must_use]
    pub fn of(state: &State) -> Option<Self> {
        let number = |held: &Held<CardNumber>| Digits::new(Kind::Number, held.until, held.value.expose());
        let held = match state {
            State::Name(name) => name.number.as_ref().map(number),
            State::Card(card) => {
                card.pieces.as_ref().map(|held| Digits::new(Kind::Pieces, held.until, held.value.expose()))
            }
            State::Expiry(expiry) => Some(number(&expiry.number)),
            State::Cvv(cvv) => Some(number(&cvv.number)),
            State::Confirm(_)
            | State::Processing(_)
            | State::Authenticating(..)
            | State::Complete(_)
            | State::Cancelled(_) => None,
        };
        let offered = match state.offer() {
            Some(Value::Card(held)) => Some(number(held)),
            Some(Value::Name(_) | Value::Expiry(_)) | None => None,
        };
        held.map(|held| Self { held, offered })
    }

    /// The moment from which on it may no longer be held.
    #[must_use]
    pub fn until(&self) -> Timestamp {
        self.offered.iter().map(|offered| offered.until).fold(self.held.until, Timestamp::min)
    }

    /// As bytes, to be sealed.
    #[must_use]
    pub fn to_bytes(&self) -> Zeroizing<Vec<u8>> {
        let mut bytes = Zeroizing::new(Vec::with_capacity(2 * Digits::LENGTH));
        for digits in [Some(&self.held), self.offered.as_ref()].into_iter().flatten() {
            digits.write(&mut bytes);
        }
        bytes
    }

    /// Read back from what was unsealed; `None` when it is not what [`Self::to_bytes`] makes.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (held, rest) = bytes.split_at_checked(Digits::LENGTH)?;
        let offered = if rest.is_empty() { None } else { Some(Digits::read(rest)?) };
        Some(Self { held: Digits::read(held)?, offered })
    }

    /// The number, when it is a whole one.
    pub(super) fn number(&self) -> Option<Held<CardNumber>> {
        self.held.number()
    }

    /// The number that is asked about.
    pub(super) fn offered(&self) -> Option<Held<CardNumber>> {
        self.offered.as_ref()?.number()
    }

    /// The digits so far, when it is a number in pieces.
    pub(super) fn pieces(&self) -> Option<Held<Pieces>> {
        self.held.pieces()
    }
}

impl Digits {
    /// Kind (1), moment in nanoseconds (16, big endian), count of digits (1), digits (20, padded with zero bytes).
    const LENGTH: usize = 38;
    const DIGITS: usize = 20;

    fn new(kind: Kind, until: Timestamp, digits: &str) -> Self {
        Self { kind, until, text: digits.into() }
    }

    fn write(&self, bytes: &mut Vec<u8>) {
        let end = bytes.len() + Self::LENGTH;
        let digits = &self.text.as_bytes()[..self.text.len().min(Self::DIGITS)];
        bytes.push(self.kind as u8);
        bytes.extend_from_slice(&self.until.as_nanosecond().to_be_bytes());
        bytes.push(u8::try_from(digits.len()).unwrap_or(u8::MAX));
        bytes.extend_from_slice(digits);
        bytes.resize(end, 0);
    }

    fn read(bytes: &[u8]) -> Option<Self> {
        if bytes.len() != Self::LENGTH {
            return None;
        }
        let kind = match bytes[0] {
            1 => Kind::Number,
            2 => Kind::Pieces,
            _ => return None,
        };
        let nanoseconds = i128::from_be_bytes(bytes[1..17].try_into().ok()?);
        let digits = bytes[18..].get(..usize::from(bytes[17]))?;
        if !digits.iter().all(u8::is_ascii_digit) {
            return None;
        }
        let until = Timestamp::from_nanosecond(nanoseconds).ok()?;
        Some(Self::new(kind, until, std::str::from_utf8(digits).ok()?))
    }

    fn number(&self) -> Option<Held<CardNumber>> {
        match self.kind {
            Kind::Number => {
                let value = CardNumber::parse(&self.text, &BrandSet::ALL).ok()?;
                Some(Held { value, until: self.until })
            }
            Kind::Pieces => None,
        }
    }

    fn pieces(&self) -> Option<Held<Pieces>> {
        match self.kind {
            Kind::Number => None,
            Kind::Pieces => {
                let mut value = Pieces::default();
                value.push(&self.text);
                Some(Held { value, until: self.until })
            }
        }
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}
