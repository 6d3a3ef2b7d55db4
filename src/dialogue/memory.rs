//! What a session remembers beside its state. Never card data.

use strum::{EnumString, IntoStaticStr, VariantArray};

use super::{Decline, Dropped, Field, Fields, Fingerprint, IntentId, Language, Order, Payment};

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

impl Memory {
    /// The merchant's order that is paid, where there is one.
    #[must_use]
    pub fn order(&self) -> Option<&Order> {
        self.payment.as_ref()?.order.as_ref()
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
    /// What the last reply was.
    pub after: After,
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
    /// The cards that were charged, each once, by the gateway's own id.
    pub cards: Vec<Fingerprint>,
    /// The cards of which it was said what can be mended; an empty id stands for those that became no token.
    pub hinted: Vec<Fingerprint>,
    /// Whether a payment was looked up in the background since the customer's last message: nobody saw that reply.
    pub nudged: bool,
    /// A decline that came while nobody listened: it is told with the next reply.
    pub untold: Option<Decline>,
}

/// What the last reply was, as far as an acknowledgement of it may be a yes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum After {
    /// The state's own question, fresh and with nothing before it that "ok" could be said to.
    Review,
    /// An answer, or a note on what was said.
    #[default]
    Answer,
    /// "I did not understand."
    Unclear,
    /// What was shown before has changed.
    Changed,
}

impl After {
    /// Every value.
    pub const ALL: [Self; Self::VARIANTS.len()] = *Self::VARIANTS.as_array().unwrap();

    /// The name in records, and on the wire.
    #[must_use]
    pub fn wire(self) -> &'static str {
        self.into()
    }
}

/// What the customer was asked last, when it is not simply the state's own question.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum Pending {
    /// The state's own question.
    #[default]
    Usual,
    /// "What shall I change, or shall I cancel?" A bare field answers it; yes does not.
    WhatToChange,
    /// "Shall I cancel the payment?" (in flight). Yes and no answer it.
    ReallyCancel,
}

impl Pending {
    /// Every value.
    pub const ALL: [Self; Self::VARIANTS.len()] = *Self::VARIANTS.as_array().unwrap();

    /// The name in records.
    #[must_use]
    pub fn wire(self) -> &'static str {
        self.into()
    }
}
