//! What a message that is delivered twice is answered: the same, or a plain refusal, and never a second turn.

use super::delivery::{Begun, DeliveryKey, gone};
use super::desk::{Desk, World};
use super::outcome::{ChatError, Chatted, Closed, Halt};
use super::request::{Message, hash_token};
use crate::session::{Delivered, RECORD_VERSION, Record};

/// The reply that the same delivery was given before, if it came before.
///
/// # Errors
/// When its key came with another message, or its reply is not kept any more: it is never run anew.
pub(super) fn answered(message: &Message, record: &Record) -> Result<Option<serde_json::Value>, ChatError> {
    let Some(delivery) = &message.idempotency_key else { return Ok(None) };
    for (key, says) in delivery.hashes() {
        match record.delivered(key) {
            Delivered::New => {}
            Delivered::Kept(kept) if kept.says == says => return Ok(Some(kept.reply.clone())),
            Delivered::Kept(_) => return Err(ChatError::OtherMessage),
            Delivered::Forgotten => return Err(ChatError::AnsweredAlready),
        }
    }
    Ok(None)
}

/// The reply to a first message that came before and began a session, with the token that it was given.
///
/// # Errors
/// As [`answered`].
pub(super) async fn twin<W: World>(desk: &Desk<'_, W>, message: &Message) -> Result<Option<Chatted>, Halt<ChatError>> {
    let begins = message.idempotency_key.as_ref().map(DeliveryKey::places).unwrap_or_default();
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

/// The counts that tell whether a session which this message could begin was deleted already.
pub(super) fn gone_keys(message: &Message) -> Vec<String> {
    let begins = message.idempotency_key.iter().flat_map(DeliveryKey::places);
    begins.map(|begun| gone(&begun.session)).collect()
}
