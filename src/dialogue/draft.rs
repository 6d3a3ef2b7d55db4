//! What *Collecting* knows so far, and the first thing that is missing.

use super::context::{Context, Guard};
use super::sure::{Forget, Sure};
use super::{Ask, Asked, CardState, CvvState, ExpiryState, Field, Fields, Held, Memory, NameState, State};
use crate::card::{CardNumber, Expiry, Name, Pieces};

/// The four collecting states, borrowed.
pub enum Collecting<'a> {
    Name(&'a mut NameState),
    Card(&'a mut CardState),
    Expiry(&'a mut ExpiryState),
    Cvv(&'a mut CvvState),
}

/// What is known so far, whichever collecting state it came from.
#[derive(Clone, Debug, Default)]
pub(super) struct Draft {
    pub name: Option<Name>,
    pub number: Option<Held<CardNumber>>,
    pub expiry: Option<Expiry>,
    pub pieces: Option<Held<Pieces>>,
}

impl Collecting<'_> {
    /// The field that this state waits for.
    pub const fn field(&self) -> Field {
        match self {
            Self::Name(_) => Field::Name,
            Self::Card(_) => Field::Card,
            Self::Expiry(_) => Field::Expiry,
            Self::Cvv(_) => Field::Cvv,
        }
    }

    /// What is known, copied: the state stays whole until the draft replaces it.
    pub(super) fn draft(&self) -> Draft {
        match self {
            Self::Name(state) => Draft { number: state.number.clone(), expiry: state.expiry, ..Draft::default() },
            Self::Card(state) => Draft {
                name: Some(state.name.clone()),
                number: None,
                expiry: state.expiry,
                pieces: state.pieces.clone(),
            },
            Self::Expiry(state) => {
                Draft { name: Some(state.name.clone()), number: Some(state.number.clone()), ..Draft::default() }
            }
            Self::Cvv(state) => Draft {
                name: Some(state.name.clone()),
                number: Some(state.number.clone()),
                expiry: Some(state.expiry),
                pieces: None,
            },
        }
    }
}

impl Draft {
    /// Whether a value is held for `field`; a code never is.
    pub fn holds(&self, field: Field) -> bool {
        match field {
            Field::Name => self.name.is_some(),
            Field::Card => self.number.is_some() || self.pieces.is_some(),
            Field::Expiry => self.expiry.is_some(),
            Field::Cvv => false,
        }
    }

    /// The fields that are held whole.
    pub fn held(&self) -> Fields {
        let whole = |&field: &Field| self.holds(field) && (field != Field::Card || self.number.is_some());
        Field::ALL.into_iter().filter(whole).collect()
    }

    /// Forgets `field`, and what depends on it, because the customer wished that.
    pub fn forget(&mut self, field: Field, _: Sure<Forget>) {
        match field {
            Field::Name => self.name = None,
            Field::Card => self.expire(),
            Field::Expiry => self.expiry = None,
            Field::Cvv => {}
        }
    }

    /// Forgets the number, and what depends on it: its time is over.
    pub fn expire(&mut self) {
        self.number = None;
        self.pieces = None;
        self.expiry = None;
    }

    /// The state that waits for the first thing that is missing.
    pub fn into_state(self, cx: &mut Context<'_>) -> State {
        let Self { name, number, expiry, pieces } = self;
        if !cx.ask(Guard::Known(Field::Name), name.is_some()) {
            return State::Name(NameState { number, expiry });
        }
        cx.ask(Guard::Known(Field::Card), number.is_some());
        match (name, number) {
            (Some(name), Some(number)) => {
                cx.ask(Guard::Known(Field::Expiry), expiry.is_some());
                match expiry {
                    Some(expiry) => State::Cvv(CvvState { name, number, expiry }),
                    None => State::Expiry(ExpiryState { name, number }),
                }
            }
            (Some(name), None) => {
                cx.ask(Guard::InPieces, pieces.is_some());
                State::Card(CardState { name, expiry, pieces })
            }
            (None, number) => State::Name(NameState { number, expiry }),
        }
    }
}

/// What a state asks by itself.
pub(super) fn own_ask(state: &State, memory: &Memory, charging: bool) -> Ask {
    let asked = |field| Asked::after(memory.counters.invalid(field));
    match state {
        State::Name(_) => Ask::Name(asked(Field::Name)),
        State::Card(card) if card.pieces.is_some() => Ask::Rest,
        State::Card(_) => Ask::Card(asked(Field::Card)),
        State::Expiry(_) => Ask::Expiry(asked(Field::Expiry)),
        State::Cvv(cvv) => Ask::Cvv(asked(Field::Cvv), cvv.number.value.brand()),
        State::Confirm(_) => Ask::Review { charging },
        State::Processing(_) => Ask::Processing,
        State::Authenticating(..) => Ask::Authenticate,
        State::Complete(receipt) => Ask::Receipt { charged: receipt.intent.is_some(), again: false },
        State::Cancelled(reason) => Ask::Ended(*reason),
    }
}
