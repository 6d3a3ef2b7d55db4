//! The state of a session as plain data. Card data has no place here: a state only says that it holds some.

use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::{RestoreError, Secret};
use crate::card::{Brand, Expiry, LastFour, Name, Pieces};
use crate::dialogue::{
    AttemptId, Card, CardState, ConfirmState, Consent, CvvState, Details, ExpiryState, Face, Fingerprint, Flight,
    Flown, Held, IntentId, Link, NameState, Receipt, Review, ReviewId, Shown, State, Token, Value,
};

pub(super) type Restored<T> = Result<T, RestoreError>;

/// A month and a year: `[12, 2028]`.
#[derive(Clone, Copy, PartialEq, Serialize, Deserialize)]
pub(super) struct KeptExpiry(u8, u16);

impl KeptExpiry {
    fn of(expiry: Expiry) -> Self {
        Self(expiry.month(), expiry.year())
    }

    fn restore(self) -> Restored<Expiry> {
        Expiry::stored(self.0, self.1).ok_or(RestoreError::Malformed("expiry"))
    }
}

#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct KeptShown {
    brand: Brand,
    last4: LastFour,
    expiry: KeptExpiry,
}

impl KeptShown {
    fn of(shown: &Shown) -> Self {
        Self { brand: shown.brand, last4: shown.last_four, expiry: KeptExpiry(shown.month, shown.year) }
    }

    fn restore(&self) -> Restored<Shown> {
        let expiry = self.expiry.restore()?;
        Ok(Shown { brand: self.brand, last_four: self.last4, month: expiry.month(), year: expiry.year() })
    }
}

#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct KeptCard {
    name: String,
    token: Token,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    fingerprint: Option<Fingerprint>,
    shown: KeptShown,
}

impl KeptCard {
    fn of(card: &Card) -> Self {
        let Card { name, token, fingerprint, shown } = card;
        Self { name: plain(name), token: token.clone(), fingerprint: fingerprint.clone(), shown: KeptShown::of(shown) }
    }

    fn restore(&self) -> Restored<Card> {
        Ok(Card {
            name: name(&self.name)?,
            token: self.token.clone(),
            fingerprint: self.fingerprint.clone(),
            shown: self.shown.restore()?,
        })
    }
}

/// What names a card; and until when it is valid, where that is still known.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct KeptFace {
    brand: Brand,
    last4: LastFour,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    expiry: Option<KeptExpiry>,
}

impl KeptFace {
    const fn of(face: Face) -> Self {
        Self { brand: face.brand, last4: face.last_four, expiry: None }
    }

    const fn restore(&self) -> Face {
        Face { brand: self.brand, last_four: self.last4 }
    }
}

#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct KeptFlown {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    token: Token,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    fingerprint: Option<Fingerprint>,
    shown: KeptFace,
}

impl KeptFlown {
    fn of(card: &Flown) -> Self {
        let Flown { token, fingerprint, face, details } = card;
        let expiry = details.as_ref().map(|details| KeptExpiry(details.month, details.year));
        Self {
            name: details.as_ref().map(|details| plain(&details.name)),
            token: token.clone(),
            fingerprint: fingerprint.clone(),
            shown: KeptFace { expiry, ..KeptFace::of(*face) },
        }
    }

    fn restore(&self) -> Restored<Flown> {
        let details = match (&self.name, self.shown.expiry) {
            (Some(text), Some(expiry)) => {
                let expiry = expiry.restore()?;
                Some(Details { name: name(text)?, month: expiry.month(), year: expiry.year() })
            }
            (_, _) => None,
        };
        let (token, fingerprint) = (self.token.clone(), self.fingerprint.clone());
        Ok(Flown { token, fingerprint, face: self.shown.restore(), details })
    }
}

#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct KeptReview {
    id: ReviewId,
    turn: u32,
    attempt: AttemptId,
    consent: Consent,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    closed: bool,
}

#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct KeptFlight {
    card: KeptFlown,
    intent: IntentId,
    attempt: AttemptId,
    consent: Consent,
    since: jiff::Timestamp,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    keeping: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    wish: Option<String>,
}

impl KeptFlight {
    fn of(flight: &Flight) -> Self {
        Self {
            card: KeptFlown::of(&flight.card),
            intent: flight.intent.clone(),
            attempt: flight.attempt.clone(),
            consent: flight.consent.clone(),
            since: flight.since,
            keeping: flight.keeping,
            wish: flight.wish.map(|wish| wish.wire().to_owned()),
        }
    }

    fn restore(&self) -> Restored<Flight> {
        Ok(Flight {
            card: self.card.restore()?,
            intent: self.intent.clone(),
            attempt: self.attempt.clone(),
            consent: self.consent.clone(),
            since: self.since,
            keeping: self.keeping,
            wish: self.wish.as_deref().map(|wish| read(wish, "wish")).transpose()?,
        })
    }
}

/// What is asked about before it is taken; a number is sealed. Records of former releases have none.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) enum KeptOffer {
    Name(String),
    Expiry(KeptExpiry),
    Card,
}

impl KeptOffer {
    fn of(state: &State) -> Option<Self> {
        Some(match state.offer()? {
            Value::Name(name) => Self::Name(plain(&name)),
            Value::Expiry(expiry) => Self::Expiry(KeptExpiry::of(expiry)),
            Value::Card(_) => Self::Card,
        })
    }

    /// What was kept; a number is there only when it was unsealed.
    fn restore<N>(offer: Option<&Self>, number: Option<N>) -> Restored<Option<Value<N>>> {
        Ok(match offer {
            None => None,
            Some(Self::Name(text)) => Some(Value::Name(name(text)?)),
            Some(Self::Expiry(expiry)) => Some(Value::Expiry(expiry.restore()?)),
            Some(Self::Card) => number.map(Value::Card),
        })
    }
}

/// A state without its card data.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "step", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub(super) enum KeptState {
    Name {
        #[serde(default, skip_serializing_if = "Option::is_none")]
        expiry: Option<KeptExpiry>,
        number: bool,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        offer: Option<KeptOffer>,
    },
    Card {
        name: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        expiry: Option<KeptExpiry>,
        pieces: bool,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        offer: Option<KeptOffer>,
    },
    Expiry {
        name: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        offer: Option<KeptOffer>,
    },
    Cvv {
        name: String,
        expiry: KeptExpiry,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        offer: Option<KeptOffer>,
    },
    Confirm {
        card: KeptCard,
        review: KeptReview,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        offer: Option<KeptOffer>,
    },
    Processing {
        flight: KeptFlight,
    },
    Authenticating {
        flight: KeptFlight,
        link: Link,
    },
    Complete {
        token: Token,
        shown: KeptFace,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        intent: Option<IntentId>,
    },
    Cancelled {
        reason: String,
    },
    /// The state of a record that a later release wrote: never written, never restored.
    #[serde(skip)]
    Unread,
}

impl KeptState {
    pub(super) fn of(state: &State) -> Self {
        let offer = KeptOffer::of(state);
        match state {
            State::Name(NameState { number, expiry, offer: _ }) => {
                Self::Name { expiry: expiry.map(KeptExpiry::of), number: number.is_some(), offer }
            }
            State::Card(CardState { name, expiry, pieces, offer: _ }) => {
                Self::Card { name: plain(name), expiry: expiry.map(KeptExpiry::of), pieces: pieces.is_some(), offer }
            }
            State::Expiry(ExpiryState { name, number: _, offer: _ }) => Self::Expiry { name: plain(name), offer },
            State::Cvv(CvvState { name, number: _, expiry, offer: _ }) => {
                Self::Cvv { name: plain(name), expiry: KeptExpiry::of(*expiry), offer }
            }
            // `affirmed` holds within one turn only.
            State::Confirm(ConfirmState { card, review, affirmed: _, offer: _ }) => {
                let Review { id, turn, attempt, consent, closed } = review.clone();
                let review = KeptReview { id, turn, attempt, consent, closed };
                Self::Confirm { card: KeptCard::of(card), review, offer }
            }
            State::Processing(flight) => Self::Processing { flight: KeptFlight::of(flight) },
            State::Authenticating(flight, link) => {
                Self::Authenticating { flight: KeptFlight::of(flight), link: link.clone() }
            }
            State::Complete(Receipt { token, face, intent }) => {
                Self::Complete { token: token.clone(), shown: KeptFace::of(*face), intent: intent.clone() }
            }
            State::Cancelled(reason) => Self::Cancelled { reason: reason.wire().to_owned() },
        }
    }

    pub(super) fn restore(&self, secret: Option<&Secret>) -> Restored<State> {
        let number = || secret.and_then(Secret::number).ok_or(RestoreError::SecretMissing);
        let offered = |offer: Option<&KeptOffer>| -> Restored<Option<Value>> {
            let offered = secret.and_then(Secret::offered);
            let missing = offer == Some(&KeptOffer::Card) && offered.is_none();
            if missing { Err(RestoreError::SecretMissing) } else { KeptOffer::restore(offer, offered) }
        };
        Ok(match self {
            Self::Name { expiry, number: true, offer } => State::Name(NameState {
                number: Some(number()?),
                expiry: opt(*expiry)?,
                offer: offered(offer.as_ref())?,
            }),
            Self::Card { name: who, expiry, pieces: true, offer } => {
                let pieces: Held<Pieces> = secret.and_then(Secret::pieces).ok_or(RestoreError::SecretMissing)?;
                let (name, expiry, offer) = (name(who)?, opt(*expiry)?, offered(offer.as_ref())?);
                State::Card(CardState { name, expiry, pieces: Some(pieces), offer })
            }
            Self::Expiry { name: who, offer } => {
                State::Expiry(ExpiryState { name: name(who)?, number: number()?, offer: offered(offer.as_ref())? })
            }
            Self::Cvv { name: who, expiry, offer } => {
                let (name, expiry, offer) = (name(who)?, expiry.restore()?, offered(offer.as_ref())?);
                State::Cvv(CvvState { name, number: number()?, expiry, offer })
            }
            Self::Name { number: false, .. }
            | Self::Card { pieces: false, .. }
            | Self::Confirm { .. }
            | Self::Processing { .. }
            | Self::Authenticating { .. }
            | Self::Complete { .. }
            | Self::Cancelled { .. }
            | Self::Unread => return self.restore_without_card(),
        })
    }

    pub(super) fn restore_without_card(&self) -> Restored<State> {
        let card = |who: &str, expiry, offer: Option<&KeptOffer>| -> Restored<State> {
            let offer = KeptOffer::restore(offer, None)?;
            Ok(State::Card(CardState { name: name(who)?, expiry, pieces: None, offer }))
        };
        Ok(match self {
            Self::Name { expiry, number: _, offer } => {
                let offer = KeptOffer::restore(offer.as_ref(), None)?;
                State::Name(NameState { number: None, expiry: opt(*expiry)?, offer })
            }
            Self::Card { name, expiry, pieces: _, offer } => card(name, opt(*expiry)?, offer.as_ref())?,
            Self::Expiry { name, offer } => card(name, None, offer.as_ref())?,
            Self::Cvv { name, expiry, offer } => card(name, Some(expiry.restore()?), offer.as_ref())?,
            Self::Confirm { card, review, offer } => {
                let KeptReview { id, turn, attempt, consent, closed } = review.clone();
                let review = Review { id, turn, attempt, consent, closed };
                let offer = KeptOffer::restore(offer.as_ref(), None)?;
                State::Confirm(ConfirmState { card: card.restore()?, review, affirmed: None, offer })
            }
            Self::Processing { flight } => State::Processing(flight.restore()?),
            Self::Authenticating { flight, link } => State::Authenticating(flight.restore()?, link.clone()),
            Self::Complete { token, shown, intent } => {
                State::Complete(Receipt { token: token.clone(), face: shown.restore(), intent: intent.clone() })
            }
            Self::Cancelled { reason } => State::Cancelled(read(reason, "reason")?),
            Self::Unread => return Err(RestoreError::Malformed("state")),
        })
    }

    /// The state without what people may see of it: what is collected begins anew, and what is in the air comes to its end.
    pub(super) fn bare(&self) -> Self {
        let mut bare = self.clone();
        match &mut bare {
            Self::Name { .. } | Self::Card { .. } | Self::Expiry { .. } | Self::Cvv { .. } | Self::Confirm { .. } => {
                return Self::Name { expiry: None, number: false, offer: None };
            }
            Self::Processing { flight } | Self::Authenticating { flight, .. } => {
                flight.card.name = None;
                flight.card.shown.expiry = None;
            }
            Self::Complete { .. } | Self::Cancelled { .. } | Self::Unread => {}
        }
        bare
    }

    /// The link that waits for the cardholder.
    pub(super) const fn link(&self) -> Option<&Link> {
        match self {
            Self::Authenticating { link, .. } => Some(link),
            Self::Name { .. }
            | Self::Card { .. }
            | Self::Expiry { .. }
            | Self::Cvv { .. }
            | Self::Confirm { .. }
            | Self::Processing { .. }
            | Self::Complete { .. }
            | Self::Cancelled { .. }
            | Self::Unread => None,
        }
    }

    /// The token that a completed session ends with.
    pub(super) const fn token(&self) -> Option<&Token> {
        match self {
            Self::Complete { token, .. } => Some(token),
            Self::Name { .. }
            | Self::Card { .. }
            | Self::Expiry { .. }
            | Self::Cvv { .. }
            | Self::Confirm { .. }
            | Self::Processing { .. }
            | Self::Authenticating { .. }
            | Self::Cancelled { .. }
            | Self::Unread => None,
        }
    }
}

fn plain(name: &Name) -> String {
    name.expose().to_owned()
}

fn name(text: &str) -> Restored<Name> {
    Name::parse(text).map_err(|_| RestoreError::Malformed("name"))
}

fn opt(expiry: Option<KeptExpiry>) -> Restored<Option<Expiry>> {
    expiry.map(KeptExpiry::restore).transpose()
}

/// The value that a name on the wire stands for.
pub(super) fn read<T: FromStr>(wire: &str, what: &'static str) -> Restored<T> {
    wire.parse().map_err(|_| RestoreError::Malformed(what))
}
