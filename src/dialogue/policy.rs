//! The limits and choices of the operator.

use jiff::{SignedDuration, Timestamp};

use crate::card::BrandSet;

/// The limits and choices of the operator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Policy {
    /// Which brands are taken.
    pub accepted: BrandSet,
    /// Only published test numbers are taken (the sandbox, and gateways under a test key).
    pub demonstration: bool,
    /// Whether a payment that is known is charged; otherwise the card only becomes a token.
    pub charge: bool,
    /// Invalid answers to one field before the session is cancelled.
    pub invalid_answers: u8,
    /// Invalid answers to one field from which on help is added.
    pub help_at: u8,
    /// Turns without progress before the session is cancelled.
    pub stale_turns: u8,
    /// Turns before the session is cancelled.
    pub turns: u32,
    /// Corrections before the session is cancelled.
    pub corrections: u8,
    /// Confirmed attempts before the session is cancelled.
    pub attempts: u8,
    /// Further cards after a decline before the session is cancelled.
    pub cards: u8,
    /// How long a card number may be held.
    pub card_data: SignedDuration,
    /// How long a session lives after its last message.
    pub session: SignedDuration,
    /// How to reach a person, in the operator's words.
    pub contact: String,
    /// Other ways to pay, in the operator's words.
    pub other_ways: String,
}

impl Default for Policy {
    fn default() -> Self {
        Self {
            accepted: BrandSet::ALL,
            demonstration: true,
            charge: true,
            invalid_answers: 5,
            help_at: 3,
            stale_turns: 12,
            turns: 60,
            corrections: 10,
            attempts: 3,
            cards: 2,
            card_data: SignedDuration::from_mins(15),
            session: SignedDuration::from_mins(60),
            contact: "support@example.com".to_owned(),
            other_ways: "bank transfer".to_owned(),
        }
    }
}

/// Everything that comes in from outside beside the event: time, limits and a fresh id.
#[derive(Clone, Copy, Debug)]
pub struct Inputs<'a> {
    /// The time of the turn.
    pub now: Timestamp,
    /// The operator's limits and choices.
    pub policy: &'a Policy,
    /// 122 random bits that no other turn has: review and attempt are named after it.
    pub fresh: u128,
}
