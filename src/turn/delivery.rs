//! A message that is delivered twice: what it is known again by, and what the second delivery is answered.

use std::fmt;

use zeroize::Zeroizing;

use super::desk::{Desk, World};
use super::outcome::{ChatError, Chatted, Closed, Halt};
use super::request::{Message, hash_token};
use crate::session::{Delivered, RECORD_VERSION, Record, SessionId};

/// The client's key for one delivery, and what was delivered: both under keyed hashes, which is all that is ever kept.
#[derive(Clone, PartialEq, Eq)]
pub struct DeliveryKey {
    key: String,
    says: String,
    begins: Vec<Begun>,
}

/// Where a session began with a key of its client's: who knows the key is given the token again.
#[derive(Clone, PartialEq, Eq)]
pub struct Begun {
    /// The session.
    pub session: SessionId,
    /// The token that opens it.
    pub token: Zeroizing<String>,
}

impl DeliveryKey {
    /// A key, and what the message says, by keyed hashes.
    #[must_use]
    pub const fn new(key: String, says: String) -> Self {
        Self { key, says, begins: Vec::new() }
    }

    /// The same, of a message that begins a session in the first of these places, unless it did so before in any of them.
    #[must_use]
    pub fn beginning(self, begins: Vec<Begun>) -> Self {
        Self { begins, ..self }
    }

    /// The hash of the key.
    pub(super) fn key(&self) -> &str {
        &self.key
    }

    /// The hash of what was said.
    pub(super) fn says(&self) -> &str {
        &self.says
    }

    /// Where a session begins with it; `None` where chance says so.
    pub(super) fn begins(&self) -> Option<&Begun> {
        self.begins.first()
    }
}

/// Shows no token, and nothing that a key could be compared with.
impl fmt::Debug for DeliveryKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("DeliveryKey(…)")
    }
}

impl fmt::Debug for Begun {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Begun({})", self.session)
    }
}

/// The reply that the same delivery was given before, if it came before.
///
/// # Errors
/// When its key came with another message, or its reply is not kept any more: it is never run anew.
pub(super) fn answered(message: &Message, record: &Record) -> Result<Option<serde_json::Value>, ChatError> {
    let Some(delivery) = &message.idempotency_key else { return Ok(None) };
    match record.delivered(delivery.key()) {
        Delivered::New => Ok(None),
        Delivered::Kept(kept) if kept.says == delivery.says => Ok(Some(kept.reply.clone())),
        Delivered::Kept(_) => Err(ChatError::OtherMessage),
        Delivered::Forgotten => Err(ChatError::AnsweredAlready),
    }
}

/// The reply to a first message that came before and began a session, with the token that it was given.
///
/// # Errors
/// As [`answered`].
pub(super) async fn twin<W: World>(desk: &Desk<'_, W>, message: &Message) -> Result<Option<Chatted>, Halt<ChatError>> {
    let begins = message.idempotency_key.as_ref().map(|delivery| delivery.begins.as_slice()).unwrap_or_default();
    for Begun { session, token } in begins {
        let Some(record) = desk.load(session.clone()).await? else { continue };
        if !record.opens_with(&hash_token(token)) {
            continue;
        }
        if record.record_version() > RECORD_VERSION {
            return Err(Closed::Unreadable.into());
        }
        let mut reply = answered(message, &record)?.ok_or(ChatError::AnsweredAlready)?;
        reply["sessionToken"] = token.as_str().into();
        return Ok(Some(Chatted::Replayed(reply)));
    }
    Ok(None)
}

/// What says that a session which the message could begin is gone already: it began with the same delivery.
pub(super) fn gone_keys(message: &Message) -> Vec<String> {
    let begins = message.idempotency_key.iter().flat_map(|delivery| &delivery.begins);
    begins.map(|begun| gone(&begun.session)).collect()
}

/// What it is counted under that a session is gone which its first message could begin again.
pub(super) fn gone(session: &SessionId) -> String {
    format!("gone#{session}")
}
