//! What is known when a message arrives: it decides what a bare number or a bare word can be.

use jiff::civil::Date;

use crate::card::Brand;
use crate::dialogue::{After, Language, Pending, Session, State, StateName};

/// Where the session stands while it listens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Listening {
    /// The state it is in.
    pub state: StateName,
    /// What was asked last.
    pub pending: Pending,
    /// What the last reply was.
    pub after: After,
    /// The language of the session.
    pub language: Language,
    /// The brand of the card that is held, when one is.
    pub brand: Option<Brand>,
    /// How many digits of a card number were gathered so far.
    pub gathered: usize,
    /// Today, where it is known: a run of digits that ends in a date has one to come.
    pub today: Option<Date>,
}

impl Listening {
    /// Listening in a state and a language, with nothing held and the usual question asked.
    #[must_use]
    pub const fn new(state: StateName, language: Language) -> Self {
        Self { state, pending: Pending::Usual, after: After::Review, language, brand: None, gathered: 0, today: None }
    }

    /// Listening where a session stands, on a day that is not known.
    #[must_use]
    pub fn to(session: &Session) -> Self {
        let gathered = match &session.state {
            State::Card(card) => card.pieces.as_ref().map_or(0, |held| held.value.len()),
            State::Name(_)
            | State::Expiry(_)
            | State::Cvv(_)
            | State::Confirm(_)
            | State::Processing(_)
            | State::Authenticating(..)
            | State::Complete(_)
            | State::Cancelled(_) => 0,
        };
        Self {
            state: session.state_name(),
            pending: session.memory.pending,
            after: session.memory.after,
            language: session.memory.language,
            brand: session.state.number().map(crate::card::CardNumber::brand),
            gathered,
            today: None,
        }
    }
}
