//! The states: each owns just what is known by then, by type.

use std::convert::Infallible;

use jiff::Timestamp;

use super::{
    Affirmed, AttemptId, CancelReason, Confirmation, Consent, Face, Fingerprint, Held, IntentId, Link, ReviewId, Shown,
    StateName, Token, Value, Wish,
};
use crate::card::{CardNumber, Expiry, Name, Pieces};

/// Waits for the cardholder's name; holds what was said ahead, or is corrected around.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NameState {
    /// The number, when it is known already.
    pub number: Option<Held<CardNumber>>,
    /// The date, when it is known already.
    pub expiry: Option<Expiry>,
    /// What is asked about before it is taken.
    pub offer: Option<Value>,
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
    /// What is asked about before it is taken.
    pub offer: Option<Value>,
}

/// Waits for the expiry date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExpiryState {
    /// The cardholder.
    pub name: Name,
    /// The number.
    pub number: Held<CardNumber>,
    /// What is asked about before it is taken.
    pub offer: Option<Value>,
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
    /// What is asked about before it is taken.
    pub offer: Option<Value>,
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

/// A card whose payment is in the air: what it takes for the payment to come to its end, and whatever else is still known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flown {
    /// The token.
    pub token: Token,
    /// The gateway's id of its number, where it tells.
    pub fingerprint: Option<Fingerprint>,
    /// What names it.
    pub face: Face,
    /// The rest. The keys to it may go before the verdict comes: a payment waits for no key.
    pub details: Option<Details>,
}

/// What is known of a card beside its token and its face.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Details {
    /// The cardholder.
    pub name: Name,
    /// The expiry month, 1–12.
    pub month: u8,
    /// The expiry year, with its century.
    pub year: u16,
}

impl Flown {
    /// The card as it was reviewed, where all of it is still known.
    #[must_use]
    pub fn whole(&self) -> Option<Card> {
        let Self { token, fingerprint, face: Face { brand, last_four }, details } = self.clone();
        let Details { name, month, year } = details?;
        Some(Card { name, token, fingerprint, shown: Shown { brand, last_four, month, year } })
    }
}

impl From<Card> for Flown {
    fn from(Card { name, token, fingerprint, shown }: Card) -> Self {
        let details = Some(Details { name, month: shown.month, year: shown.year });
        Self { token, fingerprint, face: shown.face(), details }
    }
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
    /// What is asked about before it is taken: never a number.
    pub offer: Option<Value<Infallible>>,
}

/// Money in the air.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flight {
    /// The card.
    pub card: Flown,
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
    /// What names the card.
    pub face: Face,
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
        let held = match self {
            Self::Name(state) => state.number.as_ref().map(|held| held.until),
            Self::Card(state) => state.pieces.as_ref().map(|held| held.until),
            Self::Expiry(state) => Some(state.number.until),
            Self::Cvv(state) => Some(state.number.until),
            Self::Confirm(_)
            | Self::Processing(_)
            | Self::Authenticating(..)
            | Self::Complete(_)
            | Self::Cancelled(_) => None,
        };
        let offered = match self.offer() {
            Some(Value::Card(held)) => Some(held.until),
            Some(Value::Name(_) | Value::Expiry(_)) | None => None,
        };
        held.into_iter().chain(offered).min()
    }

    /// What is asked about before it is taken.
    #[must_use]
    pub fn offer(&self) -> Option<Value<&Held<CardNumber>>> {
        fn collecting(offer: Option<&Value>) -> Option<Value<&Held<CardNumber>>> {
            offer.map(|value| value.map_number(|held| held))
        }
        match self {
            Self::Name(state) => collecting(state.offer.as_ref()),
            Self::Card(state) => collecting(state.offer.as_ref()),
            Self::Expiry(state) => collecting(state.offer.as_ref()),
            Self::Cvv(state) => collecting(state.offer.as_ref()),
            Self::Confirm(state) => state.offer.as_ref().map(|value| value.map_number(|never| match *never {})),
            Self::Processing(_) | Self::Authenticating(..) | Self::Complete(_) | Self::Cancelled(_) => None,
        }
    }

    /// What was asked about is let go of: its question is over.
    pub(crate) fn close_offer(&mut self) {
        match self {
            Self::Name(state) => state.offer = None,
            Self::Card(state) => state.offer = None,
            Self::Expiry(state) => state.offer = None,
            Self::Cvv(state) => state.offer = None,
            Self::Confirm(state) => state.offer = None,
            Self::Processing(_) | Self::Authenticating(..) | Self::Complete(_) | Self::Cancelled(_) => {}
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
            Self::Processing(flight) | Self::Authenticating(flight, _) => {
                flight.card.details.as_ref().map(|of| &of.name)
            }
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

    /// Whether a card was given: its number, pieces of it, or what it became.
    #[must_use]
    pub fn holds_card(&self) -> bool {
        let pieces = matches!(self, Self::Card(state) if state.pieces.is_some());
        pieces || self.number().is_some() || self.face().is_some()
    }

    /// The expiry date, where it is known.
    #[must_use]
    pub fn expiry(&self) -> Option<Expiry> {
        match self {
            Self::Name(state) => state.expiry,
            Self::Card(state) => state.expiry,
            Self::Cvv(state) => Some(state.expiry),
            Self::Confirm(state) => Expiry::stored(state.card.shown.month, state.card.shown.year),
            Self::Processing(flight) | Self::Authenticating(flight, _) => {
                flight.card.details.as_ref().and_then(|details| Expiry::stored(details.month, details.year))
            }
            Self::Expiry(_) | Self::Complete(_) | Self::Cancelled(_) => None,
        }
    }

    /// What names the card, once it is a token.
    #[must_use]
    pub fn face(&self) -> Option<Face> {
        match self {
            Self::Confirm(state) => Some(state.card.shown.face()),
            Self::Processing(flight) | Self::Authenticating(flight, _) => Some(flight.card.face),
            Self::Complete(receipt) => Some(receipt.face),
            Self::Name(_) | Self::Card(_) | Self::Expiry(_) | Self::Cvv(_) | Self::Cancelled(_) => None,
        }
    }
}
