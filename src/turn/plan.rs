//! Which I/O comes next, given what came back. Pure: every order of events, failures and races can be driven through.
//!
//! ```text
//! load -> open -> step ... gateway ... -> [phrase] -> [seal] -> commit -> reply
//!                          a charge:  [seal] -> commit -> charge -> step ... -> commit -> reply
//! ```

use super::bounds::Admission;
use super::request::{Authority, Given, Outcome, Request, Said};
use super::settle::{Ahead, Settled};
use super::working::Working;
use super::{Back, Io};
use crate::dialogue::{Bar, Delivery, Event};
use crate::session::{OrderRecord, Record, Secret};

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
    /// What such a round counted as an attempt that is not known to be paid.
    unspent: Option<String>,
    /// What the gateway answered: applied again when a commit is lost. The utterance then is not.
    results: Vec<Event>,
    phase: Phase<'a>,
}

/// What the plan waits for.
#[derive(Debug)]
enum Phase<'a> {
    /// Whether a new session may begin.
    Admitting(Admission),
    /// Whether the order can still be paid.
    Ordering(Box<Working<'a>>),
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
        let mut plan = Self { request, given, lost: 0, unspent: None, results: Vec::new(), phase: Phase::Loading };
        let first = plan.load();
        (plan, first)
    }

    /// What to do after `back` came back.
    #[must_use]
    pub fn next(&mut self, back: Back) -> Next {
        match (std::mem::replace(&mut self.phase, Phase::Ended), back) {
            (Phase::Admitting(admission), Back::Counted(counts)) => self.admitted(&admission, &counts),
            (Phase::Ordering(working), Back::Order(order)) => self.ordered(*working, order.as_deref()),
            (Phase::Loading, Back::Loaded(Some(record))) => self.loaded(record),
            (Phase::Loading, Back::Loaded(None)) => Next::Done(Outcome::NotFound),
            (Phase::Opening(record), Back::Opened(opened)) => {
                let secret = opened.and_then(|bytes| Secret::from_bytes(&bytes));
                self.restored(&record, secret)
            }
            (Phase::Working(working), back) => self.work(working, back),
            (Phase::Checking(working), Back::Loaded(record)) => self.checked(working, record.as_deref()),
            (
                Phase::Admitting(_)
                | Phase::Ordering(_)
                | Phase::Loading
                | Phase::Opening(_)
                | Phase::Checking(_)
                | Phase::Ended,
                _,
            ) => Next::Done(Outcome::Unavailable),
        }
    }

    fn load(&mut self) -> Next {
        if let Some(id) = &self.request.session {
            return Next::Do(Io::Load(id.clone()));
        }
        let admission = Admission::of(self.request.client.as_ref(), self.given.now);
        let keys = admission.keys();
        self.phase = Phase::Admitting(admission);
        Next::Do(Io::Count(keys))
    }

    /// A new session begins, where nothing bars it.
    fn admitted(&mut self, admission: &Admission, counts: &[i64]) -> Next {
        if let Some((why, seconds)) = admission.refuses(counts, self.given.policy) {
            return Next::Done(Outcome::Refused(why, seconds));
        }
        self.look_at_order(Working::new(&self.request, self.given, self.lost))
    }

    /// Nobody is asked for a card where the order is paid, over or changed, or its attempts are used up, nor told that
    /// nothing was charged where it was elsewhere. Who pays it at this moment may yet let it go: that is told at the yes.
    fn ordered(&mut self, mut working: Working<'a>, known: Option<&OrderRecord>) -> Next {
        match working.bars(known) {
            Some(Bar::OrderBusy) | None => {}
            Some(
                bar @ (Bar::OrderPaid | Bar::OrderChanged | Bar::OrderOver | Bar::Attempts | Bar::Cards | Bar::Address),
            ) => working.step(&Event::ChargeBarred(bar)),
        }
        self.hear(working)
    }

    /// What a message means may depend on what became of the order meanwhile.
    fn look_at_order(&mut self, working: Working<'a>) -> Next {
        let heard = matches!(self.request.said, Said::Message { .. }) && self.results.is_empty();
        match working.order_to_be_paid().filter(|_| heard) {
            Some(order) => {
                let io = Io::Order(order.clone());
                self.phase = Phase::Ordering(Box::new(working));
                Next::Do(io)
            }
            None => self.hear(working),
        }
    }

    fn loaded(&mut self, record: Box<Record>) -> Next {
        if let Authority::Owner(token_hash) = &self.request.authority
            && !record.opens_with(token_hash)
        {
            return Next::Done(Outcome::Forbidden);
        }
        if matches!(self.request.said, Said::Nudge) && !record.in_flight() {
            return Next::Done(Outcome::Idle);
        }
        if let Some(order) = &self.request.order {
            match record.order() {
                None => return Next::Done(Outcome::OrderTooLate),
                Some(ours) if ours != order => return Next::Done(Outcome::OtherOrder),
                Some(_) => {}
            }
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
        match Working::restore(record, secret, self.request.client.clone(), self.given, self.lost) {
            Ok(working) if self.request.is_of_another(working.payment()) => Next::Done(Outcome::OtherOrder),
            Ok(working) => self.look_at_order(working),
            Err(_) => Next::Done(Outcome::Unreadable),
        }
    }

    /// The session is there: step what happened.
    fn hear(&mut self, mut working: Working<'a>) -> Next {
        working.owe_back(self.unspent.take());
        if self.results.is_empty() {
            match &self.request.said {
                Said::Message { utterance, answering } => {
                    working.hear(utterance, Delivery { answering: *answering, rerun: self.lost > 0 });
                }
                Said::Delete => working.step(&Event::Deleted),
                Said::Nudge => {
                    working.only_look();
                    working.step(&Event::Nudged);
                }
            }
        } else {
            // After a gateway effect the utterance is never stepped again: only the results are.
            working.resumed = matches!(self.request.said, Said::Message { .. });
            for result in &self.results {
                // What the result before this one asked for is answered by this one, and not asked for again.
                working.forget_asked();
                working.step(result);
                working.resumed = false;
            }
        }
        self.go_on(Box::new(working))
    }

    fn work(&mut self, mut working: Box<Working<'a>>, back: Back) -> Next {
        let settled = working.take(back);
        if matches!(settled, Settled::Lost | Settled::OrderLost) {
            self.unspent = working.unspent.take();
        }
        match settled {
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
            Settled::OrderLost => {
                // Nothing was sent, and the yes was to what can no longer be had at once.
                self.results = vec![Event::ChargeBarred(Bar::OrderBusy)];
                self.lose()
            }
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
        loop {
            match working.ahead(key) {
                Ahead::Do(io) => {
                    self.phase = Phase::Working(working);
                    return Next::Do(io);
                }
                Ahead::Step(event) => {
                    working.step(&event);
                    self.results.push(event);
                }
                Ahead::Kept => return Next::Done(self.outcome(*working)),
            }
        }
    }

    /// A commit had no answer; the record that is there now tells whether it was kept.
    fn checked(&mut self, mut working: Box<Working<'a>>, record: Option<&Record>) -> Next {
        if working.is_kept_as(record) {
            return match working.take(Back::Committed) {
                Settled::GoOn => self.go_on(working),
                Settled::Result(_)
                | Settled::Do(_)
                | Settled::Lost
                | Settled::OrderLost
                | Settled::Check
                | Settled::Unavailable => Next::Done(Outcome::Unavailable),
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
