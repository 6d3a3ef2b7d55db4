//! What a session remembers beside its state. Never card data.

use super::{Dropped, Field, Fields, IntentId, Language, Payment, Pending};

/// Counters that keep every loop finite.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Counters {
    /// Invalid answers to each field, in the order of the flow. Reset when the field is accepted, and by restart.
    pub invalid: [u8; 4],
    /// Turns since the last progress. Reset by progress and by restart.
    pub stale: u8,
    /// Turns in all.
    pub turns: u32,
    /// Corrections in all.
    pub corrections: u8,
    /// Confirmed attempts in all.
    pub attempts: u8,
    /// Declines in all.
    pub declines: u8,
}

impl Counters {
    /// Invalid answers to `field` so far.
    #[must_use]
    pub const fn invalid(&self, field: Field) -> u8 {
        self.invalid[field as usize]
    }
}

/// What a session remembers beside its state.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Memory {
    /// The language of the session.
    pub language: Language,
    /// What is paid, when the operator said so.
    pub payment: Option<Payment>,
    /// The counters.
    pub counters: Counters,
    /// The question that is open when it is not the state's own.
    pub pending: Pending,
    /// How often the card changed: a token for an earlier revision is ignored.
    pub card_revision: u32,
    /// Why a number that was given is no longer held.
    pub dropped: Option<Dropped>,
    /// Fields that the customer refused, and to whom it was explained.
    pub refused: Fields,
    /// The idempotency key for opening the one intent; made when the session begins.
    pub intent_key: String,
    /// The one intent of this session.
    pub intent: Option<IntentId>,
}
