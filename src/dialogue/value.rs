//! A good value for a field, on its way into what is held, or asked about before it is taken.

use jiff::Timestamp;

use super::{Field, Question};
use crate::card::{CardNumber, Expiry, Name};

/// Card data and the moment from which on it may no longer be held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held<T> {
    /// The data.
    pub value: T,
    /// Gone from this moment on.
    pub until: Timestamp,
}

/// A good value. Without a number (`Value<Infallible>`) it may be held where no number is held any more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value<N = Held<CardNumber>> {
    /// A name.
    Name(Name),
    /// A card number.
    Card(N),
    /// An expiry date.
    Expiry(Expiry),
}

impl<N> Value<N> {
    /// The field that it is for.
    #[must_use]
    pub const fn field(&self) -> Field {
        match self {
            Self::Name(_) => Field::Name,
            Self::Card(_) => Field::Card,
            Self::Expiry(_) => Field::Expiry,
        }
    }

    /// The same, with something else in the place of a number.
    pub(super) fn map_number<'a, M>(&'a self, number: impl FnOnce(&'a N) -> M) -> Value<M> {
        match self {
            Self::Name(name) => Value::Name(name.clone()),
            Self::Card(card) => Value::Card(number(card)),
            Self::Expiry(expiry) => Value::Expiry(*expiry),
        }
    }

    /// The question whether it is meant, where another value is `held` or none is. A doubtful number or date gets none where
    /// nothing is held: the customer is asked to type it again.
    pub(super) const fn question(&self, held: bool) -> Option<Question> {
        match (self, held) {
            (Self::Name(_), true) => Some(Question::TakeName),
            (Self::Name(_), false) => Some(Question::IsName),
            (Self::Card(_), true) => Some(Question::TakeCard),
            (Self::Expiry(_), true) => Some(Question::TakeExpiry),
            (Self::Card(_) | Self::Expiry(_), false) => None,
        }
    }
}
