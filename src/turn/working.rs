//! A session that a turn has in hand: what was stepped, what is still to be done, what is to be said and kept.

use std::collections::VecDeque;

use jiff::Timestamp;

use super::plan::{Given, Request};
use super::settle::Settled;
use super::{Back, Io, Reply};
use crate::dialogue::{
    Act, AttemptId, Consent, Delivery, Effect, Event, FullCard, Heard, Inputs, IntentId, Session, Shown, State, Step,
    Tokenised, Verdict, hex, step,
};
use crate::language::{Listening, Utterance, understand};
use crate::session::{
    Attempt, Commit, Entry, Header, KeptReply, Record, RestoreError, Secret, SessionId, Stored, TrailEntry, Write,
    history,
};
use crate::wording::{Sentence, Values, reply, sentences};

/// A gateway that answers "not yet" or "never came" is asked no more than so often in one turn.
const GATEWAY_CALLS: u8 = 4;

/// A session that a turn has in hand.
#[derive(Debug)]
pub(super) struct Working<'a> {
    given: Given<'a>,
    session: Session,
    header: Header,
    /// The version that must be in the store; `None` for a session that is not there yet.
    stored: Option<u64>,
    /// Whether what is in the store is what is in hand.
    saved: bool,
    queue: VecDeque<Effect>,
    said: Act,
    trail: Vec<TrailEntry>,
    /// All of the turn, kept or not yet.
    log: Vec<TrailEntry>,
    attempt: Option<Attempt>,
    calls: u8,
    /// Money moved, or may have: its verdict is kept before anything is worded.
    moved: bool,
    purge: bool,
    waiting: Option<Waiting>,
    words: Words,
    replied: Option<Reply>,
}

/// What was asked of the world.
#[derive(Debug)]
enum Waiting {
    Token { revision: u32, shown: Shown },
    Intent,
    Verdict { intent: IntentId, attempt: AttemptId },
    Words(Vec<Sentence>),
    Seal(Box<Record>, Timestamp),
    Commit,
}

/// How far the wording is.
#[derive(Debug)]
enum Words {
    Unasked,
    Ready(String),
}

impl<'a> Working<'a> {
    /// A session that begins with this turn.
    pub fn new(request: &Request, given: Given<'a>) -> Self {
        let language = request.language.unwrap_or_default();
        let session = Session::begin(language, request.payment.clone(), given.fresh);
        let header = Header {
            session_id: SessionId::from_random(given.new_session),
            version: 0,
            turn: 0,
            turn_id: turn_id(given),
            token_hash: request.token_hash.clone(),
            digests: given.digests.clone(),
            replies: Vec::new(),
            history: Vec::new(),
            last_updated: given.now,
            ttl: None,
            trail_head: String::new(),
        };
        let mut working = Self::of(Stored { session, header }, None, given);
        working.step(&Event::Opened);
        working
    }

    /// A session that was kept; what became of its card data and of the rules meanwhile is stepped first.
    ///
    /// # Errors
    /// When this release cannot read the record.
    pub fn restore(record: &Record, secret: Option<Secret>, given: Given<'a>) -> Result<Self, RestoreError> {
        let (stored, broken) = match record.restore(secret) {
            Err(RestoreError::SecretMissing) => (record.restore_without_card()?, true),
            restored => (restored?, false),
        };
        let changed = stored.header.digests != *given.digests;
        let idle = is_idle(&stored, given);
        let mut working = Self::of(stored, Some(record.version()), given);
        if changed {
            working.header.digests = given.digests.clone();
            working.step(&Event::RulesChanged);
        }
        if broken {
            working.step(&Event::SealBroken);
        } else if idle {
            working.step(&Event::Idle);
        }
        Ok(working)
    }

    fn of(stored: Stored, version: Option<u64>, given: Given<'a>) -> Self {
        Self {
            given,
            session: stored.session,
            header: stored.header,
            stored: version,
            saved: false,
            queue: VecDeque::new(),
            said: Act::default(),
            trail: Vec::new(),
            log: Vec::new(),
            attempt: None,
            calls: 0,
            moved: false,
            purge: false,
            waiting: None,
            words: Words::Unasked,
            replied: None,
        }
    }

    /// The session.
    pub const fn session_id(&self) -> &SessionId {
        &self.header.session_id
    }

    /// Whether the record goes with this turn.
    pub const fn purges(&self) -> bool {
        self.purge
    }

    /// Understands a message where the session stands, and steps it.
    pub fn hear(&mut self, utterance: &Utterance, delivery: Delivery) {
        let heard = understand(utterance, &Listening::to(&self.session)).heard;
        let before = self.session.clone();
        self.step(&Event::Heard(heard.clone(), delivery));
        self.note_heard(&heard, &before);
    }

    fn note_heard(&mut self, heard: &Heard, before: &Session) {
        let at = self.given.now;
        let turn = self.session.memory.counters.turns;
        self.header.history.extend(
            history(heard, before, &self.session).into_iter().map(|what| Entry::customer(at, turn, what)),
        );
    }

    /// Steps one event, and keeps what it leaves.
    pub fn step(&mut self, event: &Event) {
        let inputs = Inputs { now: self.given.now, policy: self.given.policy, fresh: self.given.fresh };
        let from = self.session.step();
        // A placeholder without card data stands in for the moment that the machine owns the session.
        let idle = Session { memory: self.session.memory.clone(), state: State::Name(Default::default()) };
        let stepped = step(std::mem::replace(&mut self.session, idle), event, &inputs);
        self.session = stepped.session;
        self.saved = false;
        if let Event::Verdict { intent, attempt, verdict } = event {
            self.note_verdict(intent, attempt, verdict);
        }
        let entry = TrailEntry {
            at: self.given.now,
            session: self.header.session_id.clone(),
            turn: self.session.memory.counters.turns,
            turn_id: self.header.turn_id.clone(),
            event: event.label(),
            from: from.wire().to_owned(),
            to: self.session.step().wire().to_owned(),
            effects: stepped.effects.iter().map(|effect| effect.wire().to_owned()).collect(),
            guards: stepped.guards.iter().map(|(guard, holds)| format!("{}={holds}", guard.wire())).collect(),
            previous: String::new(),
            digest: String::new(),
        }
        .chained(&self.header.trail_head);
        self.header.trail_head.clone_from(&entry.digest);
        self.trail.push(entry.clone());
        self.log.push(entry);
        self.queue.extend(stepped.effects);
    }

    fn note_verdict(&mut self, intent: &IntentId, attempt: &AttemptId, verdict: &Verdict) {
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
    }

    fn ledger(&self, intent: &IntentId, attempt: &AttemptId, closed: bool, verdict: Option<String>) -> Attempt {
        Attempt {
            intent: intent.clone(),
            attempt: attempt.clone(),
            session: self.header.session_id.clone(),
            opened_at: self.given.now,
            closed,
            verdict,
        }
    }

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
                    return Some(Io::Phrase(parts));
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

    /// The record of what is in hand: sealed first where it holds card data, then committed.
    fn keep(&mut self, idempotency_key: Option<&str>) -> Io {
        self.header.version = self.stored.unwrap_or(0) + 1;
        self.header.turn = self.session.memory.counters.turns;
        self.header.turn_id = turn_id(self.given);
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

    fn commit(&mut self, record: Record) -> Io {
        let write = if self.purge {
            Write::Delete(self.header.session_id.clone())
        } else {
            Write::Put(Box::new(record))
        };
        self.waiting = Some(Waiting::Commit);
        Io::Commit(Box::new(Commit {
            write,
            expected: self.stored,
            attempt: self.attempt.clone(),
            trail: self.trail.clone(),
        }))
    }

    /// One hour after the last message; money in the air does not expire.
    fn expires(&self) -> Option<i64> {
        match self.session.step() {
            Step::Processing | Step::Authenticating => None,
            Step::Name | Step::Card | Step::Expiry | Step::Cvv | Step::Confirm | Step::Complete | Step::Cancelled => {
                Some((self.given.now + self.given.policy.session).as_second())
            }
        }
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

    /// Whether the record that is in the store is the one that this turn wrote last.
    pub fn is_kept_as(&self, record: Option<&Record>) -> bool {
        match record {
            Some(record) => {
                !self.purge && record.version() == self.header.version && record.turn_id() == self.header.turn_id
            }
            None => self.purge,
        }
    }

    fn sentences(&self) -> Vec<Sentence> {
        sentences(&self.said, self.session.memory.language, &self.values())
    }

    fn values(&self) -> Values {
        Values::of(&self.session, self.given.policy)
    }

    fn word(&mut self, parts: &[Sentence], wordings: &[Option<String>]) {
        let worded: Vec<(Sentence, Option<String>)> = parts
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
}

fn turn_id(given: Given<'_>) -> String {
    hex(&given.fresh.to_be_bytes())
}

/// Card data that is too old, or a customer who was away for as long.
fn is_idle(stored: &Stored, given: Given<'_>) -> bool {
    let too_old = stored.session.state.card_data_until().is_some_and(|until| until <= given.now);
    let away = stored.header.last_updated + given.policy.card_data <= given.now;
    too_old || away
}
