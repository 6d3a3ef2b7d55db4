//! What *Collecting* knows so far, and the first thing that is missing.

use super::context::{Context, Guard};
use super::sure::{Forget, Sure};
use super::{
    Ask, Asked, Card, CardState, CvvState, ExpiryState, Field, Fields, Held, Memory, NameState, Question, State, Value,
};
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
    /// The number is held as a token, and so not here.
    pub token: bool,
    /// What is asked about before it is taken.
    pub offer: Option<Value>,
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
            Self::Name(NameState { number, expiry, offer }) => {
                Draft { number: number.clone(), expiry: *expiry, offer: offer.clone(), ..Draft::default() }
            }
            Self::Card(CardState { name, expiry, pieces, offer }) => Draft {
                name: Some(name.clone()),
                expiry: *expiry,
                pieces: pieces.clone(),
                offer: offer.clone(),
                ..Draft::default()
            },
            Self::Expiry(ExpiryState { name, number, offer }) => Draft {
                name: Some(name.clone()),
                number: Some(number.clone()),
                offer: offer.clone(),
                ..Draft::default()
            },
            Self::Cvv(CvvState { name, number, expiry, offer }) => Draft {
                name: Some(name.clone()),
                number: Some(number.clone()),
                expiry: Some(*expiry),
                offer: offer.clone(),
                ..Draft::default()
            },
        }
    }
}

impl Draft {
    /// What was reviewed.
    pub fn reviewed(card: &Card) -> Self {
        let expiry = Expiry::stored(card.shown.month, card.shown.year);
        Self { name: Some(card.name.clone()), expiry, token: true, ..Self::default() }
    }

    /// Whether a value is held whole for `field`; a code never is.
    pub const fn has(&self, field: Field) -> bool {
        match field {
            Field::Name => self.name.is_some(),
            Field::Card => self.number.is_some() || self.token,
            Field::Expiry => self.expiry.is_some(),
            Field::Cvv => false,
        }
    }

    /// Whether a value, or a piece of one, is held for `field`.
    pub const fn holds(&self, field: Field) -> bool {
        self.has(field) || matches!(field, Field::Card) && self.pieces.is_some()
    }

    /// Whether this very value is held.
    pub fn is(&self, value: &Value) -> bool {
        match value {
            Value::Name(name) => self.name.as_ref() == Some(name),
            Value::Card(number) => self.number.as_ref().is_some_and(|held| held.value == number.value),
            Value::Expiry(expiry) => self.expiry == Some(*expiry),
        }
    }

    /// Puts a value where none is held.
    pub fn fill(&mut self, value: Value) {
        debug_assert!(!self.has(value.field()), "what is held is replaced, and that takes a proof");
        self.put(value);
    }

    /// Puts a value in the place of another, because the customer is sure of it. Another number takes the date with it;
    /// says whether there was one.
    pub fn replace(&mut self, value: Value, _: &Sure<Forget>) -> bool {
        let dated = value.field() == Field::Card && self.expiry.take().is_some();
        self.put(value);
        dated
    }

    fn put(&mut self, value: Value) {
        match value {
            Value::Name(name) => self.name = Some(name),
            Value::Card(number) => (self.number, self.pieces) = (Some(number), None),
            Value::Expiry(expiry) => self.expiry = Some(expiry),
        }
    }

    /// The question about what is asked about.
    pub fn asks_about(&self) -> Option<Question> {
        let value = self.offer.as_ref()?;
        value.question(self.has(value.field()))
    }

    /// The fields that are held whole.
    pub fn held(&self) -> Fields {
        Field::ALL.into_iter().filter(|&field| self.has(field)).collect()
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
        let Self { name, number, expiry, pieces, offer, token: _ } = self;
        if !cx.ask(Guard::Known(Field::Name), name.is_some()) {
            return State::Name(NameState { number, expiry, offer });
        }
        cx.ask(Guard::Known(Field::Card), number.is_some());
        match (name, number) {
            (Some(name), Some(number)) => {
                cx.ask(Guard::Known(Field::Expiry), expiry.is_some());
                match expiry {
                    Some(expiry) => State::Cvv(CvvState { name, number, expiry, offer }),
                    None => State::Expiry(ExpiryState { name, number, offer }),
                }
            }
            (Some(name), None) => {
                cx.ask(Guard::InPieces, pieces.is_some());
                State::Card(CardState { name, expiry, pieces, offer })
            }
            (None, number) => State::Name(NameState { number, expiry, offer }),
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
