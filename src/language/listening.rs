//! What is known when a message arrives: it decides what a bare number or a bare word can be.

use jiff::civil::Date;

use crate::card::{Brand, LastFour};
use crate::dialogue::{After, Language, Money, Pending, Session, State, StateName};

/// Where the session stands while it listens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Listening {
    /// The state it is in.
    pub state: StateName,
    /// What was asked last.
    pub pending: Pending,
    /// What the last reply was.
    pub after: After,
    /// Whether it is the first message: nothing was asked before it.
    pub first: bool,
    /// The language of the session.
    pub language: Language,
    /// The brand of the card that is held, when one is.
    pub brand: Option<Brand>,
    /// How many digits of a card number were gathered so far.
    pub gathered: usize,
    /// Today, where it is known: a run of digits that ends in a date has one to come.
    pub today: Option<Date>,
    /// What the review shows, where one is open.
    pub reviewed: Option<Reviewed>,
}

/// What a review shows: a yes may name it, and nothing else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reviewed {
    /// How much is paid, when the operator said so.
    pub amount: Option<Money>,
    /// The card's brand.
    pub brand: Brand,
    /// Its last four digits.
    pub last_four: LastFour,
}

impl Listening {
    /// Listening in a state and a language, with nothing held and the usual question asked.
    #[must_use]
    pub const fn new(state: StateName, language: Language) -> Self {
        Self {
            state,
            pending: Pending::Usual,
            after: After::Review,
            first: false,
            language,
            brand: None,
            gathered: 0,
            reviewed: None,
            today: None,
        }
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
            first: session.memory.counters.turns == 0,
            language: session.memory.language,
            brand: session.state.number().map(crate::card::CardNumber::brand),
            gathered,
            today: None,
            reviewed: reviewed(session),
        }
    }
}

fn reviewed(session: &Session) -> Option<Reviewed> {
    let shown = session.state.shown().filter(|_| session.state_name() == StateName::Confirm)?;
    let amount = session.memory.payment.as_ref().map(|payment| payment.amount);
    Some(Reviewed { amount, brand: shown.brand, last_four: shown.last_four })
}
