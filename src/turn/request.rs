//! What is asked of a session, and how that ends.

use jiff::Timestamp;

use super::Reply;
use super::bounds::ClientKey;
use crate::dialogue::{AttemptId, Event, IntentId, Language, OrderId, Payment, Policy, Verdict};
use crate::language::Utterance;
use crate::session::{Digests, SessionId, TrailEntry};

/// What is asked of a session.
#[derive(Debug)]
pub enum Said {
    /// A message of the customer.
    Message {
        /// What was written.
        utterance: Utterance,
        /// The turn that it answers, when the client says so.
        answering: Option<u32>,
    },
    /// The owner wants the session cancelled and purged.
    Delete,
    /// Somebody says that it is time to look a payment up.
    Nudge,
}

/// Who asks.
#[derive(Clone, Debug)]
pub enum Authority {
    /// Whoever holds the session's token, by the token's hash; for a new session, the token that is handed out.
    Owner(String),
    /// The ledger, that has an open attempt of this session: it may only have it looked up.
    Ledger,
}

/// One request.
#[derive(Debug)]
pub struct Request {
    /// The session; `None` starts one.
    pub session: Option<SessionId>,
    /// Who asks.
    pub authority: Authority,
    /// The language that the client asked for; only a new session takes it.
    pub language: Option<Language>,
    /// The client's key for this delivery.
    pub idempotency_key: Option<String>,
    /// What is asked.
    pub said: Said,
    /// What a new session is to pay.
    pub payment: Option<Payment>,
    /// The order that came with this message.
    pub order: Option<OrderId>,
    /// Where the customer is, under a keyed hash.
    pub client: Option<ClientKey>,
}

impl Request {
    /// Whether the order that came with it says something else than what the session was begun for. Its time may be
    /// another one: a merchant may sign it anew.
    pub(super) fn is_of_another(&self, begun: Option<&Payment>) -> bool {
        let said = |payment: &Payment| {
            let Payment { amount, payee, description, order } = payment.clone();
            (amount, payee, description, order.map(|order| order.id))
        };
        self.order.is_some() && self.payment.as_ref().map(said) != begun.map(said)
    }
}

/// What a turn is given from outside.
#[derive(Clone, Copy, Debug)]
pub struct Given<'a> {
    /// The time of the turn.
    pub now: Timestamp,
    /// 128 random bits of this turn alone.
    pub fresh: u128,
    /// 128 random bits for the id of a new session.
    pub new_session: [u8; 16],
    /// The operator's limits and choices.
    pub policy: &'a Policy,
    /// What runs now.
    pub digests: &'a Digests,
}

/// How a turn ended.
#[derive(Debug)]
pub enum Outcome {
    /// With a reply, and what happened on the way.
    Reply(Box<Reply>, Vec<TrailEntry>),
    /// The same message was answered before: with this.
    Replayed(serde_json::Value),
    /// The session is cancelled and purged.
    Deleted,
    /// The session will be purged when its payment is settled.
    Deleting,
    /// There is no such session, or it has expired.
    NotFound,
    /// The token does not open the session.
    Forbidden,
    /// An order came with a message that does not start a session.
    OrderTooLate,
    /// Another order came than the one that the session is to pay.
    OtherOrder,
    /// No new session may begin now: wait so many seconds.
    Refused(Refused, u32),
    /// Nothing of this session was to be looked up.
    Idle,
    /// Other turns of this session were committed first, three times.
    Conflict,
    /// The store or the vault gave no answer; nothing is half done.
    Unavailable,
    /// The session's record cannot be read by this release.
    Unreadable,
}

impl Outcome {
    /// Whether the gateway was asked last, and gave no answer.
    #[must_use]
    pub fn is_unsure(&self) -> bool {
        let asked =
            Event::Verdict { intent: IntentId::new(""), attempt: AttemptId::new(""), verdict: Verdict::Unknown };
        matches!(self, Self::Reply(_, trail) if trail.last().is_some_and(|entry| entry.event == asked.label()))
    }
}

/// Why no new session may begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// Too many payments failed that were tried from where the customer is.
    Address,
    /// Too many payments failed in all: somebody may be testing cards.
    Breaker,
}
