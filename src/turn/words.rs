//! What the session in hand has to say, in words, and as a reply.

use sha2::{Digest as _, Sha256};

use super::Reply;
use super::delivery::DeliveryKey;
use super::desk::{Desk, World};
use super::hand::Hand;
use super::outcome::Closed;
use crate::session::{Entry, KeptReply};
use crate::wording::{Moment, Spoken, Values, open, reply, sentences};

/// What is said, and by which ids it can be looked up.
#[derive(Default)]
pub(super) struct Words {
    pub text: String,
    pub ids: Vec<String>,
}

impl Hand<'_> {
    /// The reply that says this. It is noted for people to read and in the trail, and kept for a repeated delivery of the
    /// message.
    pub(super) fn reply(&mut self, words: Words, delivery: Option<&DeliveryKey>) -> Reply {
        let reply = Reply::new(&self.header.session_id, &self.session, self.said(), words.text);
        if let Some(delivery) = delivery
            && let Ok(reply) = serde_json::to_value(&reply)
        {
            let (key, says) = (delivery.key().to_owned(), delivery.says().to_owned());
            self.header.replies.push(KeptReply { key, says, reply });
        }
        let (now, turn) = (self.now(), self.session.memory.counters.turns);
        let language = self.session.memory.language;
        let asked = self.said().ask.map(|ask| Entry::bot(now, turn, (ask, language), words.ids.clone()));
        self.header.history.extend(asked);
        self.note_said(words.ids);
        reply
    }
}

/// What is to be said, in words. Where a model may be waited for, it is asked for a courtesy.
pub(super) async fn words<W: World>(desk: &Desk<'_, W>, hand: &Hand<'_>, may_wait: bool) -> Result<Words, Closed> {
    let (voice, language) = (desk.given.voice, hand.session.memory.language);
    let values = Values::of(&hand.session, desk.given.policy).answering(hand.said(), desk.given.policy);
    let said: Vec<&str> = hand.header.history.iter().flat_map(Entry::said).collect();
    let mut spoken = voice.speak(sentences(hand.said(), language, &values), &said, pick(hand));
    if may_wait && let Some(moment) = Moment::of(hand.said(), language, voice.tone()) {
        let frames = desk.frames(moment).await?;
        open(&mut spoken, &moment, &frames, (&said, pick(hand)));
    }
    let ids = spoken.iter().flat_map(Spoken::ids).map(str::to_owned).collect();
    Ok(Words { text: reply(&spoken, &values), ids })
}

/// The same for the same turn of the same session, so that what is said does not depend on chance.
fn pick(hand: &Hand<'_>) -> u64 {
    let digest = Sha256::new()
        .chain_update(hand.header.session_id.as_str())
        .chain_update(hand.session.memory.counters.turns.to_be_bytes())
        .finalize();
    digest.iter().take(8).fold(0, |pick, &byte| pick << 8 | u64::from(byte))
}
