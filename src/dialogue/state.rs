//! The states: each owns just what is known by then, by type.

use jiff::Timestamp;

use super::{
    Affirmed, AttemptId, CancelReason, Confirmation, Consent, Fingerprint, IntentId, Link, ReviewId, Shown, StateName,
    Token, Wish,
};
use crate::card::{CardNumber, Expiry, Name, Pieces};

/// Card data and the moment from which on it may no longer be held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held<T> {
    /// The data.
    pub value: T,
    /// Gone from this moment on.
    pub until: Timestamp,
}

/// Waits for the cardholder's name; holds what was said ahead, or is corrected around.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NameState {
    /// The number, when it is known already.
    pub number: Option<Held<CardNumber>>,
    /// The date, when it is known already.
    pub expiry: Option<Expiry>,
}

/// Waits for the card number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CardState {
    /// The cardholder.
    pub name: Name,
    /// The date, when it was said ahead.
    pub expiry: Option<Expiry>,
    /// The first digits of a number that comes in pieces.
    pub pieces: Option<Held<Pieces>>,
}

/// Waits for the expiry date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExpiryState {
    /// The cardholder.
    pub name: Name,
    /// The number.
    pub number: Held<CardNumber>,
}

/// Waits for the security code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CvvState {
    /// The cardholder.
    pub name: Name,
    /// The number.
    pub number: Held<CardNumber>,
    /// The date.
    pub expiry: Expiry,
}

/// What is known of a card once its number is gone: no field here could hold a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// The cardholder.
    pub name: Name,
    /// The token.
    pub token: Token,
    /// The gateway's id of its number, where it tells.
    pub fingerprint: Option<Fingerprint>,
    /// What may be shown.
    pub shown: Shown,
}

/// A review as it was shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Review {
    /// Its id.
    pub id: ReviewId,
    /// The turn whose reply showed it first.
    pub turn: u32,
    /// The idempotency key of the attempt that a yes would start.
    pub attempt: AttemptId,
    /// What a yes agrees to.
    pub consent: Consent,
    /// A yes to it does not count any more: a fresh one is shown first.
    pub closed: bool,
}

/// Waits for yes, no or a change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConfirmState {
    /// The card.
    pub card: Card,
    /// What was shown.
    pub review: Review,
    /// The review was affirmed in this very turn, and the intent is being opened. Never stored.
    pub affirmed: Option<Affirmed>,
}

/// Money in the air.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flight {
    /// The card.
    pub card: Card,
    /// The intent.
    pub intent: IntentId,
    /// The attempt.
    pub attempt: AttemptId,
    /// What the customer agreed to.
    pub consent: Consent,
    /// When it was sent first.
    pub since: Timestamp,
    /// Whether the card is being kept for later payments; otherwise money moves.
    pub keeping: bool,
    /// What the customer wishes meanwhile.
    pub wish: Option<Wish>,
}

impl Flight {
    /// What the gateway is asked about it.
    #[must_use]
    pub fn confirmation(&self) -> Confirmation {
        Confirmation { intent: self.intent.clone(), attempt: self.attempt.clone(), token: self.card.token.clone() }
    }
}

/// The payment is done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// The token: the result in tokenise mode.
    pub token: Token,
    /// What may be shown.
    pub shown: Shown,
    /// The intent that was paid; `None` when nothing was charged.
    pub intent: Option<IntentId>,
}

/// Where a session stands, and what it holds there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// Waits for the cardholder's name.
    Name(NameState),
    /// Waits for the card number.
    Card(CardState),
    /// Waits for the expiry date.
    Expiry(ExpiryState),
    /// Waits for the security code.
    Cvv(CvvState),
    /// Waits for yes, no or a change.
    Confirm(ConfirmState),
    /// Waits for the gateway's verdict.
    Processing(Flight),
    /// Waits for the cardholder to pass 3-D Secure at the link.
    Authenticating(Flight, Link),
    /// The payment is done.
    Complete(Receipt),
    /// Nothing was charged, and nothing will be.
    Cancelled(CancelReason),
}

impl State {
    /// Its name.
    #[must_use]
    pub const fn state_name(&self) -> StateName {
        match self {
            Self::Name(_) => StateName::Name,
            Self::Card(_) => StateName::Card,
            Self::Expiry(_) => StateName::Expiry,
            Self::Cvv(_) => StateName::Cvv,
            Self::Confirm(_) => StateName::Confirm,
            Self::Processing(_) => StateName::Processing,
            Self::Authenticating(..) => StateName::Authenticating,
            Self::Complete(_) => StateName::Complete,
            Self::Cancelled(_) => StateName::Cancelled,
        }
    }

    /// What is in the air.
    #[must_use]
    pub const fn flight(&self) -> Option<&Flight> {
        match self {
            Self::Processing(flight) | Self::Authenticating(flight, _) => Some(flight),
            Self::Name(_)
            | Self::Card(_)
            | Self::Expiry(_)
            | Self::Cvv(_)
            | Self::Confirm(_)
            | Self::Complete(_)
            | Self::Cancelled(_) => None,
        }
    }

    /// The moment from which on the card data in it may no longer be held; `None` when it holds none.
    #[must_use]
    pub fn card_data_until(&self) -> Option<Timestamp> {
        match self {
            Self::Name(state) => state.number.as_ref().map(|held| held.until),
            Self::Card(state) => state.pieces.as_ref().map(|held| held.until),
            Self::Expiry(state) => Some(state.number.until),
            Self::Cvv(state) => Some(state.number.until),
            Self::Confirm(_)
            | Self::Processing(_)
            | Self::Authenticating(..)
            | Self::Complete(_)
            | Self::Cancelled(_) => None,
        }
    }

    /// The cardholder's name, where it is known.
    #[must_use]
    pub fn name(&self) -> Option<&Name> {
        match self {
            Self::Name(_) | Self::Complete(_) | Self::Cancelled(_) => None,
            Self::Card(state) => Some(&state.name),
            Self::Expiry(state) => Some(&state.name),
            Self::Cvv(state) => Some(&state.name),
            Self::Confirm(state) => Some(&state.card.name),
            Self::Processing(flight) | Self::Authenticating(flight, _) => Some(&flight.card.name),
        }
    }

    /// The number, where one is held.
    #[must_use]
    pub fn number(&self) -> Option<&CardNumber> {
        match self {
            Self::Name(state) => state.number.as_ref().map(|held| &held.value),
            Self::Expiry(state) => Some(&state.number.value),
            Self::Cvv(state) => Some(&state.number.value),
            Self::Card(_)
            | Self::Confirm(_)
            | Self::Processing(_)
            | Self::Authenticating(..)
            | Self::Complete(_)
            | Self::Cancelled(_) => None,
        }
    }

    /// The expiry date, where it is held beside a number or ahead of it.
    #[must_use]
    pub fn expiry(&self) -> Option<Expiry> {
        match self {
            Self::Name(state) => state.expiry,
            Self::Card(state) => state.expiry,
            Self::Cvv(state) => Some(state.expiry),
            Self::Expiry(_)
            | Self::Confirm(_)
            | Self::Processing(_)
            | Self::Authenticating(..)
            | Self::Complete(_)
            | Self::Cancelled(_) => None,
        }
    }

    /// What may be shown of the card, once it is a token.
    #[must_use]
    pub const fn shown(&self) -> Option<&Shown> {
        match self {
            Self::Confirm(state) => Some(&state.card.shown),
            Self::Processing(flight) | Self::Authenticating(flight, _) => Some(&flight.card.shown),
            Self::Complete(receipt) => Some(&receipt.shown),
            Self::Name(_) | Self::Card(_) | Self::Expiry(_) | Self::Cvv(_) | Self::Cancelled(_) => None,
        }
    }
}
