//! What a turn keeps, and what it says.

use sha2::{Digest as _, Sha256};

use super::working::{Waiting, Words, Working};
use super::{Io, Reply};
use crate::dialogue::{AttemptId, IntentId, StateName, Verdict};
use crate::session::{Attempt, Commit, Entry, KeptReply, Record, TrailEntry, Write};
use crate::wording::{Sentence, Values, Wording, reply, sentences};

impl Working<'_> {
    /// The record of what is in hand: sealed first where it holds card data, then committed.
    pub(super) fn keep(&mut self, idempotency_key: Option<&str>) -> Io {
        self.header.version = self.stored.unwrap_or(0) + 1;
        self.header.turn = self.session.memory.counters.turns;
        self.header.last_updated = self.given.now;
        self.header.ttl = self.expires();
        if let Words::Ready(text) = &self.words {
            let reply = Reply::new(&self.header.session_id, &self.session, &self.said, text.clone());
            if let Some(key) = idempotency_key
                && let Ok(value) = serde_json::to_value(&reply)
            {
                self.header.replies.push(KeptReply { key: key.to_owned(), reply: value });
            }
            self.replied = Some(reply);
            let said = self.said.ask.map(|ask| Entry::bot(self.given.now, self.header.turn, ask));
            self.header.history.extend(said);
        }
        let (record, secret) = Record::of(&self.session, &self.header);
        match secret {
            Some(secret) if !self.purge => {
                let io = Io::Seal {
                    session: self.header.session_id.clone(),
                    version: self.header.version,
                    until: secret.until(),
                    secret: secret.to_bytes(),
                };
                self.waiting = Some(Waiting::Seal(Box::new(record), secret.until()));
                io
            }
            Some(_) | None => self.commit(record),
        }
    }

    pub(super) fn commit(&mut self, record: Record) -> Io {
        let write =
            if self.purge { Write::Delete(self.header.session_id.clone()) } else { Write::Put(Box::new(record)) };
        self.waiting = Some(Waiting::Commit);
        Io::Commit(Box::new(Commit {
            write,
            expected: self.stored,
            attempt: self.attempt.clone(),
            order: self.order.clone(),
            trail: self.trail.clone(),
        }))
    }

    /// One hour after the last message; money in the air does not expire.
    fn expires(&self) -> Option<i64> {
        match self.session.state_name() {
            StateName::Processing | StateName::Authenticating => None,
            StateName::Name
            | StateName::Card
            | StateName::Expiry
            | StateName::Cvv
            | StateName::Confirm
            | StateName::Complete
            | StateName::Cancelled => Some((self.given.now + self.given.policy.session).as_second()),
        }
    }

    /// Whether the record that is in the store is the one that this turn wrote last.
    pub fn is_kept_as(&self, record: Option<&Record>) -> bool {
        match record {
            Some(record) => {
                !self.purge && record.version() == self.header.version && record.turn_id() == self.header.turn_id
            }
            None => self.purge,
        }
    }

    pub(super) fn sentences(&self) -> Vec<Sentence> {
        sentences(&self.said, self.session.memory.language, &self.values())
    }

    /// The same for the same turn of the same session, so that what is said does not depend on chance.
    pub(super) fn pick(&self) -> u64 {
        let digest = Sha256::new()
            .chain_update(self.header.session_id.as_str())
            .chain_update(self.session.memory.counters.turns.to_be_bytes())
            .finalize();
        digest.iter().take(8).fold(0, |pick, &byte| pick << 8 | u64::from(byte))
    }

    fn values(&self) -> Values {
        Values::of(&self.session, self.given.policy)
    }

    pub(super) fn word(&mut self, parts: &[Sentence], wordings: &[Option<Wording>]) {
        let worded: Vec<(Sentence, Option<Wording>)> = parts
            .iter()
            .enumerate()
            .map(|(i, sentence)| (sentence.clone(), wordings.get(i).cloned().flatten()))
            .collect();
        self.words = Words::Ready(reply(&worded, &self.values()));
    }

    /// The reply of a turn that is kept.
    pub fn into_reply(self) -> (Reply, Vec<TrailEntry>) {
        let reply = self
            .replied
            .unwrap_or_else(|| Reply::new(&self.header.session_id, &self.session, &self.said, String::new()));
        (reply, self.log)
    }

    /// What the gateway said of an attempt, for the ledger and for the bounds; and whether the customer was at the bank.
    pub(super) fn note_verdict(&mut self, intent: &IntentId, attempt: &AttemptId, verdict: &Verdict, at_bank: bool) {
        let closed = match verdict {
            Verdict::Paid | Verdict::Declined(_) | Verdict::Voided => true,
            Verdict::Pending | Verdict::ActionRequired(_) | Verdict::NotReached | Verdict::Unknown => false,
        };
        let said = match verdict {
            Verdict::Declined(decline) => format!("declined:{}", decline.wire()),
            Verdict::Paid
            | Verdict::Voided
            | Verdict::Pending
            | Verdict::ActionRequired(_)
            | Verdict::NotReached
            | Verdict::Unknown => verdict.wire().to_owned(),
        };
        self.attempt = Some(self.ledger(intent, attempt, closed, Some(said)));
        self.note_end(attempt, verdict, at_bank);
    }

    pub(super) fn ledger(
        &self,
        intent: &IntentId,
        attempt: &AttemptId,
        closed: bool,
        verdict: Option<String>,
    ) -> Attempt {
        Attempt {
            intent: intent.clone(),
            attempt: attempt.clone(),
            session: self.header.session_id.clone(),
            order: self.session.memory.order().map(|order| order.id.clone()),
            opened_at: self.given.now,
            closed,
            verdict,
        }
    }
}
