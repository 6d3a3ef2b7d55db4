//! Which I/O comes next, given what came back. Pure: every order of events, failures and races can be driven through.
//!
//! ```text
//! load -> open -> step ... gateway ... -> [phrase] -> [seal] -> commit -> reply
//!                          a charge:  [seal] -> commit -> charge -> step ... -> commit -> reply
//! ```

use jiff::Timestamp;

use super::settle::Settled;
use super::working::Working;
use super::{Back, Io, Reply};
use crate::dialogue::{Delivery, Event, Language, Payment, Policy};
use crate::language::Utterance;
use crate::session::{Digests, Record, Secret, SessionId, TrailEntry};

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

/// One request.
#[derive(Debug)]
pub struct Request {
    /// The session; `None` starts one.
    pub session: Option<SessionId>,
    /// The hash of the token that came with it; for a new session, of the token that is handed out.
    pub token_hash: String,
    /// The language that the client asked for; only a new session takes it.
    pub language: Option<Language>,
    /// The client's key for this delivery.
    pub idempotency_key: Option<String>,
    /// What is asked.
    pub said: Said,
    /// What a new session is to pay.
    pub payment: Option<Payment>,
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
    /// Other turns of this session were committed first, three times.
    Conflict,
    /// The store or the vault gave no answer; nothing is half done.
    Unavailable,
    /// The session's record cannot be read by this release.
    Unreadable,
}

/// What to do next.
#[derive(Debug)]
pub enum Next {
    /// This; then come back with the answer.
    Do(Io),
    /// Nothing: the turn has ended.
    Done(Outcome),
}

/// Other turns may come first so often.
const TRIES: u8 = 3;

/// A turn under way.
#[derive(Debug)]
pub struct Plan<'a> {
    request: Request,
    given: Given<'a>,
    /// Rounds that lost their commit.
    lost: u8,
    /// What the gateway answered: applied again when a commit is lost. The utterance then is not.
    results: Vec<Event>,
    phase: Phase<'a>,
}

/// What the plan waits for.
#[derive(Debug)]
enum Phase<'a> {
    Loading,
    Opening(Box<Record>),
    Working(Box<Working<'a>>),
    /// Whether a commit was kept is unknown: the record tells.
    Checking(Box<Working<'a>>),
    Ended,
}

impl<'a> Plan<'a> {
    /// The plan of a turn, and its first step.
    #[must_use]
    pub fn begin(request: Request, given: Given<'a>) -> (Self, Next) {
        let mut plan = Self { request, given, lost: 0, results: Vec::new(), phase: Phase::Loading };
        let first = plan.load();
        (plan, first)
    }

    /// What to do after `back` came back.
    #[must_use]
    pub fn next(&mut self, back: Back) -> Next {
        match (std::mem::replace(&mut self.phase, Phase::Ended), back) {
            (Phase::Loading, Back::Loaded(Some(record))) => self.loaded(record),
            (Phase::Loading, Back::Loaded(None)) => Next::Done(Outcome::NotFound),
            (Phase::Opening(record), Back::Opened(opened)) => {
                let secret = opened.and_then(|bytes| Secret::from_bytes(&bytes));
                self.restored(&record, secret)
            }
            (Phase::Working(working), back) => self.work(working, back),
            (Phase::Checking(working), Back::Loaded(record)) => self.checked(working, record.as_deref()),
            (Phase::Loading | Phase::Opening(_) | Phase::Checking(_) | Phase::Ended, _) => {
                Next::Done(Outcome::Unavailable)
            }
        }
    }

    fn load(&mut self) -> Next {
        if let Some(id) = &self.request.session {
            return Next::Do(Io::Load(id.clone()));
        }
        let working = Working::new(&self.request, self.given);
        self.hear(working)
    }

    fn loaded(&mut self, record: Box<Record>) -> Next {
        if !same_secret(record.token_hash(), &self.request.token_hash) {
            return Next::Done(Outcome::Forbidden);
        }
        if let Some(reply) = self.request.idempotency_key.as_deref().and_then(|key| record.reply(key)) {
            return Next::Done(Outcome::Replayed(reply.clone()));
        }
        // What is past its time is never opened again.
        let sealed = record.sealed().filter(|_| record.sealed_until().is_none_or(|until| until > self.given.now));
        if let Some(sealed) = sealed {
            let (session, version) = (record.session_id().clone(), record.version());
            let io = Io::Open { session, version, sealed: sealed.to_vec() };
            self.phase = Phase::Opening(record);
            return Next::Do(io);
        }
        self.restored(&record, None)
    }

    fn restored(&mut self, record: &Record, secret: Option<Secret>) -> Next {
        match Working::restore(record, secret, self.given) {
            Ok(working) => self.hear(working),
            Err(_) => Next::Done(Outcome::Unreadable),
        }
    }

    /// The session is there: step what happened.
    fn hear(&mut self, mut working: Working<'a>) -> Next {
        if self.results.is_empty() {
            match &self.request.said {
                Said::Message { utterance, answering } => {
                    working.hear(utterance, Delivery { answering: *answering, rerun: self.lost > 0 });
                }
                Said::Delete => working.step(&Event::Deleted),
                Said::Nudge => working.step(&Event::Nudged),
            }
        } else {
            // After a gateway effect the utterance is never stepped again: only the results are.
            for result in &self.results {
                working.step(result);
            }
        }
        self.go_on(Box::new(working))
    }

    fn work(&mut self, mut working: Box<Working<'a>>, back: Back) -> Next {
        match working.take(back) {
            Settled::Result(event) => {
                working.step(&event);
                self.results.push(event);
                self.go_on(working)
            }
            Settled::GoOn => self.go_on(working),
            Settled::Do(io) => {
                self.phase = Phase::Working(working);
                Next::Do(io)
            }
            Settled::Lost => self.lose(),
            Settled::Check => {
                let id = working.session_id().clone();
                self.phase = Phase::Checking(working);
                Next::Do(Io::Load(id))
            }
            Settled::Unavailable => Next::Done(Outcome::Unavailable),
        }
    }

    fn go_on(&mut self, mut working: Box<Working<'a>>) -> Next {
        let key = self.request.idempotency_key.as_deref();
        match working.next_io(key) {
            Some(io) => {
                self.phase = Phase::Working(working);
                Next::Do(io)
            }
            None => Next::Done(self.outcome(*working)),
        }
    }

    /// A commit had no answer; the record that is there now tells whether it was kept.
    fn checked(&mut self, mut working: Box<Working<'a>>, record: Option<&Record>) -> Next {
        if working.is_kept_as(record) {
            return match working.take(Back::Committed) {
                Settled::GoOn => self.go_on(working),
                Settled::Result(_) | Settled::Do(_) | Settled::Lost | Settled::Check | Settled::Unavailable => {
                    Next::Done(Outcome::Unavailable)
                }
            };
        }
        self.lose()
    }

    fn lose(&mut self) -> Next {
        self.lost += 1;
        if self.lost == TRIES {
            return Next::Done(Outcome::Conflict);
        }
        self.phase = Phase::Loading;
        self.load()
    }

    fn outcome(&self, working: Working<'_>) -> Outcome {
        match self.request.said {
            Said::Message { .. } | Said::Nudge => {
                let (reply, trail) = working.into_reply();
                Outcome::Reply(Box::new(reply), trail)
            }
            Said::Delete if working.purges() => Outcome::Deleted,
            Said::Delete => Outcome::Deleting,
        }
    }
}

/// Compares two hashes in a time that does not depend on where they differ.
fn same_secret(a: &str, b: &str) -> bool {
    let differing = a.bytes().zip(b.bytes()).fold(0, |differing, (a, b)| differing | (a ^ b));
    a.len() == b.len() && !a.is_empty() && differing == 0
}
