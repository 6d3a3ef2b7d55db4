//! What is known when a message arrives: it decides what a bare number or a bare word can be.

use crate::card::Brand;
use crate::dialogue::{Language, Pending, Step};

/// Where the session stands while it listens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Listening {
    /// The state it is in.
    pub step: Step,
    /// What was asked last.
    pub pending: Pending,
    /// The language of the session.
    pub language: Language,
    /// The brand of the card that is held, when one is.
    pub brand: Option<Brand>,
    /// How many digits of a card number were gathered so far.
    pub gathered: usize,
}

impl Listening {
    /// Listening in a state and a language, with nothing held and the usual question asked.
    #[must_use]
    pub const fn new(step: Step, language: Language) -> Self {
        Self { step, pending: Pending::Usual, language, brand: None, gathered: 0 }
    }
}
