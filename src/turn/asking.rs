//! What a turn asks of the world next, and what the answers mean.

use super::settle::Settled;
use super::working::{Waiting, Words, Working};
use super::{Back, Io};
use crate::dialogue::{AttemptId, Consent, Effect, Event, FullCard, IntentId, Shown, Tokenised, Verdict};

/// A gateway that answers "not yet" or "never came" is asked no more than so often in one turn.
const GATEWAY_CALLS: u8 = 4;

impl Working<'_> {
    /// What is to be done next; `None` when the turn is kept and its reply ready.
    pub fn next_io(&mut self, idempotency_key: Option<&str>) -> Option<Io> {
        while let Some(effect) = self.queue.pop_front() {
            if let Some(io) = self.effect(effect) {
                return Some(io);
            }
        }
        if self.saved {
            return None;
        }
        match &self.words {
            Words::Ready(_) => {}
            Words::Unasked => {
                let parts = self.sentences();
                if !self.moved && parts.iter().any(|sentence| !sentence.fixed()) {
                    self.waiting = Some(Waiting::Words(parts.clone()));
                    return Some(Io::Phrase { sentences: parts, pick: self.pick() });
                }
                self.word(&parts, &[]);
            }
        }
        Some(self.keep(idempotency_key))
    }

    /// One effect: I/O, or something that only has to be remembered.
    fn effect(&mut self, effect: Effect) -> Option<Io> {
        match effect {
            Effect::Say(act) => {
                self.said = std::mem::take(&mut self.said).then(act);
                None
            }
            Effect::Purge => {
                self.purge = true;
                None
            }
            Effect::Tokenise { revision, card } => Some(self.tokenise(revision, card)),
            Effect::OpenIntent { key } => {
                let payment = self.session.memory.payment.clone()?;
                self.waiting = Some(Waiting::Intent);
                Some(Io::OpenIntent { payment, key })
            }
            Effect::Charge { intent, attempt, token, consent } => {
                if !self.saved {
                    // The attempt and its key are kept before they are used.
                    self.attempt = Some(self.ledger(&intent, &attempt, false, None));
                    self.queue.push_front(Effect::Charge { intent, attempt, token, consent });
                    return Some(self.keep(None));
                }
                let payment = self.session.memory.payment.clone()?;
                self.wait_for(&intent, &attempt);
                self.moved = true;
                // What is charged is what was agreed to, or nothing is.
                Some(if Consent::to(Some(&payment), &token) == consent {
                    Io::Charge { intent, attempt, token, payment }
                } else {
                    Io::Cancel { intent, attempt }
                })
            }
            Effect::LookUp { intent, attempt } => {
                self.wait_for(&intent, &attempt);
                self.moved = true;
                Some(Io::LookUp { intent, attempt })
            }
            Effect::CancelPayment { intent, attempt } => {
                if !self.saved {
                    // The wish is kept before it is acted upon.
                    self.queue.push_front(Effect::CancelPayment { intent, attempt });
                    return Some(self.keep(None));
                }
                self.wait_for(&intent, &attempt);
                self.moved = true;
                Some(Io::Cancel { intent, attempt })
            }
        }
    }

    fn tokenise(&mut self, revision: u32, card: Box<FullCard>) -> Io {
        let shown = Shown {
            brand: card.number.brand(),
            last_four: card.number.last_four(),
            month: card.expiry.month(),
            year: card.expiry.year(),
        };
        self.waiting = Some(Waiting::Token { revision, shown });
        Io::Tokenise { card, key: format!("tk_{:032x}", self.given.fresh) }
    }

    fn wait_for(&mut self, intent: &IntentId, attempt: &AttemptId) {
        self.waiting = Some(Waiting::Verdict { intent: intent.clone(), attempt: attempt.clone() });
    }

    /// What an answer means.
    pub fn take(&mut self, back: Back) -> Settled {
        match (self.waiting.take(), back) {
            (Some(Waiting::Token { revision, shown }), Back::Tokenised(tokenised)) => {
                Settled::Result(match tokenised {
                    Tokenised::Token(token) => Event::Tokenised { revision, token, shown },
                    Tokenised::Refused(decline) => Event::TokeniseRefused { revision, decline },
                    Tokenised::Misconfigured => Event::GatewayMisconfigured,
                    Tokenised::Unknown => Event::TokeniseFailed { revision },
                })
            }
            (Some(Waiting::Intent), Back::Intent(intent)) => {
                Settled::Result(intent.map_or(Event::IntentFailed, Event::IntentOpened))
            }
            (Some(Waiting::Verdict { intent, attempt }), Back::Verdict(verdict)) => {
                self.calls += 1;
                let verdict = match verdict {
                    // Asked often enough: whoever comes next looks again.
                    Verdict::NotReached if self.calls >= GATEWAY_CALLS => Verdict::Unknown,
                    verdict => verdict,
                };
                Settled::Result(Event::Verdict { intent, attempt, verdict })
            }
            (Some(Waiting::Words(parts)), Back::Phrased(wordings)) => {
                self.word(&parts, &wordings);
                Settled::GoOn
            }
            (Some(Waiting::Seal(record, until)), Back::Sealed(sealed)) => {
                let io = self.commit(record.with_sealed(Some(sealed), Some(until)));
                Settled::Do(io)
            }
            (Some(Waiting::Commit), Back::Committed) => {
                self.stored = Some(self.header.version);
                self.saved = true;
                self.trail.clear();
                self.attempt = None;
                Settled::GoOn
            }
            (Some(Waiting::Commit), Back::Conflict) => Settled::Lost,
            (Some(Waiting::Commit), Back::Failed) => {
                self.waiting = Some(Waiting::Commit);
                Settled::Check
            }
            (_, _) => Settled::Unavailable,
        }
    }
}
