//! The limits and choices of the operator.

use jiff::{SignedDuration, Timestamp};
use strum::IntoStaticStr;

use super::OwnAnswers;
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
    /// Whether a card that is not charged is kept with the gateway for later payments, which asks its issuer.
    pub keep: bool,
    /// How much a decline may say.
    pub decline_detail: DeclineDetail,
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
    /// Different cards that a session may try.
    pub cards: u8,
    /// Requests that the gateway refuses, which is the operator's fault, before the session is cancelled.
    pub faults: u8,
    /// Failed attempts from one address within an hour of the clock, after which no more is sent from there.
    pub place_failures: u8,
    /// Attempts within five to ten minutes, all sessions together but those of signed orders, from which on no more is sent, and
    /// no session begins, when more than half of them failed.
    pub breaker_confirmations: u32,
    /// How long a card number may be held.
    pub card_data: SignedDuration,
    /// How long a session lives after its last message.
    pub session: SignedDuration,
    /// How long an attempt may stay undecided: the next look after that cancels it. 3-D Secure gives a cardholder ten
    /// minutes or so.
    pub undecided: SignedDuration,
    /// How long an order's record keeps the gateway's ids of the card numbers that it was tried with.
    pub fingerprints: SignedDuration,
    /// How to reach a person, in the operator's words.
    pub contact: String,
    /// Other ways to pay, in the operator's words; where there are none, each language has its own.
    pub other_ways: Option<String>,
    /// What the operator answers beside what the catalog does.
    pub own_answers: OwnAnswers,
}

impl Policy {
    /// Cards from one place, or for one signed order, that became a token within an hour of the clock and were not charged, after
    /// which none does.
    #[must_use]
    pub fn tokens(&self) -> i64 {
        4 * i64::from(self.place_failures)
    }

    /// The same within five to ten minutes, all sessions together.
    #[must_use]
    pub fn all_tokens(&self) -> i64 {
        10 * i64::from(self.breaker_confirmations)
    }
}

/// How much a decline may say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub enum DeclineDetail {
    /// What can be mended (number, date, code), for a signed order and once a card; and the general kind.
    #[default]
    Hint,
    /// That it was declined, and no more.
    Plain,
}

impl DeclineDetail {
    /// The name in settings and in the statechart.
    #[must_use]
    pub fn wire(self) -> &'static str {
        self.into()
    }
}

impl Default for Policy {
    fn default() -> Self {
        Self {
            accepted: BrandSet::ALL,
            demonstration: true,
            charge: true,
            keep: false,
            decline_detail: DeclineDetail::Hint,
            invalid_answers: 5,
            help_at: 3,
            stale_turns: 12,
            turns: 60,
            corrections: 10,
            attempts: 3,
            cards: 2,
            faults: 2,
            place_failures: 5,
            breaker_confirmations: 50,
            card_data: SignedDuration::from_mins(15),
            session: SignedDuration::from_mins(60),
            undecided: SignedDuration::from_mins(30),
            fingerprints: SignedDuration::from_hours(24 * 30),
            contact: "support@example.com".to_owned(),
            other_ways: None,
            own_answers: OwnAnswers::default(),
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
    /// True when a turn goes on after losing its commit to another. It then takes a turn number of its own, so that a yes
    /// to the other turn's reply cannot count for this one's review.
    pub resumed: bool,
}
