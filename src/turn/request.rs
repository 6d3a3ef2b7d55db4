//! What is asked of a session, and what a turn is given.

use jiff::Timestamp;
use sha2::{Digest as _, Sha256};

use super::delivery::DeliveryKey;
use super::outcome::ChatError;
use crate::dialogue::{Language, OrderId, Payment, Policy};
use crate::language::Utterance;
use crate::limits::ClientKey;
use crate::session::{Digests, Record, SessionId};
use crate::wording::Voice;

/// A message of the customer.
#[derive(Debug)]
pub struct Message {
    /// The session; `None` starts one.
    pub session: Option<SessionId>,
    /// The hash of the session's token; for a new session, of the token that is handed out.
    pub token_hash: String,
    /// What was written.
    pub utterance: Utterance,
    /// The turn that it answers, when the client says so.
    pub answering: Option<u32>,
    /// The language that the client asked for; only a new session takes it.
    pub language: Option<Language>,
    /// The client's key for this delivery.
    pub idempotency_key: Option<DeliveryKey>,
    /// What a new session is to pay.
    pub payment: Option<Payment>,
    /// The order that came with this message.
    pub order: Option<OrderId>,
    /// Where the customer is, under a keyed hash.
    pub client: Option<ClientKey>,
}

impl Message {
    /// Whether the order that came with it, if any, is the session's.
    ///
    /// # Errors
    /// When the session was begun without one, or for another.
    pub(super) fn may_name_its_order(&self, record: &Record) -> Result<(), ChatError> {
        match (&self.order, record.order()) {
            (Some(_), None) => Err(ChatError::OrderTooLate),
            (Some(order), Some(ours)) if ours != order => Err(ChatError::OtherOrder),
            (Some(_), Some(_)) | (None, _) => Ok(()),
        }
    }

    /// Whether the order says the same as when the session was begun. Its time may be another one: a merchant may sign
    /// it anew.
    ///
    /// # Errors
    /// When it says something else.
    pub(super) fn pays_the_same_as(&self, begun: Option<&Payment>) -> Result<(), ChatError> {
        let terms = |payment: &Payment| {
            let Payment { amount, payee, description, order } = payment.clone();
            (amount, payee, description, order.map(|order| order.id))
        };
        let other = self.order.is_some() && self.payment.as_ref().map(terms) != begun.map(terms);
        if other { Err(ChatError::OtherOrder) } else { Ok(()) }
    }
}

/// Who has a session looked up or deleted.
#[derive(Clone, Debug)]
pub enum Authority {
    /// Whoever holds the session's token, by the token's hash.
    Owner(String),
    /// A webhook, a return page or a schedule, for an open attempt of the session. It may only look.
    Ledger,
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
    /// How the service speaks.
    pub voice: &'a Voice,
    /// What runs now.
    pub digests: &'a Digests,
}

/// The hash under which a session's token is kept.
#[must_use]
pub fn hash_token(token: &str) -> String {
    hex::encode(Sha256::digest(token))
}
