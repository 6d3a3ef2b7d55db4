//! What the session in hand has to say, in words, and as a reply.

use sha2::{Digest as _, Sha256};

use super::Reply;
use super::desk::{Desk, World};
use super::hand::Hand;
use super::outcome::Closed;
use crate::session::{Entry, KeptReply};
use crate::wording::{Sentence, Values, Wording, reply, sentences};

impl Hand<'_> {
    /// The reply that says `text`. It is noted for people to read, and kept for a repeated delivery of the message.
    pub(super) fn reply(&mut self, text: String, idempotency_key: Option<&str>) -> Reply {
        let reply = Reply::new(&self.header.session_id, &self.session, self.said(), text);
        if let Some(key) = idempotency_key
            && let Ok(value) = serde_json::to_value(&reply)
        {
            self.header.replies.push(KeptReply { key: key.to_owned(), reply: value });
        }
        let (now, turn) = (self.now(), self.session.memory.counters.turns);
        let language = self.session.memory.language;
        let asked = self.said().ask.map(|ask| Entry::bot(now, turn, ask, language));
        self.header.history.extend(asked);
        reply
    }
}

/// What is to be said, in words. Where a model may be waited for, it is asked for what is not fixed.
pub(super) async fn text<W: World>(desk: &Desk<'_, W>, hand: &Hand<'_>, may_wait: bool) -> Result<String, Closed> {
    let values = Values::of(&hand.session, desk.given.policy).answering(hand.said(), desk.given.policy);
    let parts = sentences(hand.said(), hand.session.memory.language, &values);
    let asks = may_wait && parts.iter().any(|sentence| !sentence.fixed());
    let wordings = if asks { desk.phrase(parts.clone(), pick(hand)).await? } else { Vec::new() };
    let wordings = wordings.into_iter().chain(std::iter::repeat_with(|| None));
    let worded: Vec<(Sentence, Option<Wording>)> = parts.into_iter().zip(wordings).collect();
    Ok(reply(&worded, &values))
}

/// The same for the same turn of the same session, so that what is said does not depend on chance.
fn pick(hand: &Hand<'_>) -> u64 {
    let digest = Sha256::new()
        .chain_update(hand.header.session_id.as_str())
        .chain_update(hand.session.memory.counters.turns.to_be_bytes())
        .finalize();
    digest.iter().take(8).fold(0, |pick, &byte| pick << 8 | u64::from(byte))
}
