//! Look-ups by attempt: a webhook and a return page once each, a schedule for every attempt that has no end yet, so that
//! no payment in flight waits for a customer.

use futures_util::future::join_all;
use jiff::{SignedDuration, Timestamp};

use super::Bot;
use super::limits::Nudge;
use super::outcome::{Closed, Looked, Stop};
use super::request::Authority;
use crate::dialogue::AttemptId;
use crate::ports::StoreError;
use crate::session::Attempt;

/// Younger attempts are in the hands of a turn that is still under way.
const YOUNG: SignedDuration = SignedDuration::from_secs(30);
/// Older ones are told to the operator.
const OLD: SignedDuration = SignedDuration::from_hours(1);

/// So many are read at once.
const PAGE: usize = 100;

/// So many are looked up at once: a payment whose answer was lost does not wait behind all pages that customers left.
const AT_ONCE: usize = 16;

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reconciled {
    /// Attempts that ended.
    pub ended: u32,
    /// Attempts that the gateway has not decided yet.
    pub open: u32,
    /// Attempts that could not be looked up now.
    pub failed: u32,
    /// Of those without an end, how many are older than an hour.
    pub old: u32,
    /// Whether all were come to within the time.
    pub in_time: bool,
}

impl Default for Reconciled {
    fn default() -> Self {
        Self { ended: 0, open: 0, failed: 0, old: 0, in_time: true }
    }
}

impl Reconciled {
    const fn add(&mut self, other: Self) {
        self.ended += other.ended;
        self.open += other.open;
        self.failed += other.failed;
        self.old += other.old;
    }
}

impl Bot {
    /// Looks an attempt up the first time that this nudge comes. If the count of it is lost, a repeat looks again.
    ///
    /// # Errors
    /// When the gateway or the store gave no answer: it must come again.
    pub async fn nudged(&self, nudge: &Nudge, attempt: &AttemptId) -> Result<(), Closed> {
        let (key, now) = (nudge.key(), self.clock.now());
        let seen = self.counts.read(std::slice::from_ref(&key), now).await.map_err(|error| self.unavailable(&error))?;
        if seen.iter().any(|&count| count > 0) {
            return Ok(());
        }
        match self.look_up(attempt).await {
            // An attempt that is not ours, or not known any more, is nothing to come again for.
            Ok(Looked::Answered(..) | Looked::Idle) | Err(Stop::Closed(Closed::NotFound)) => {}
            Ok(Looked::Unanswered(..))
            | Err(
                Stop::Conflict
                | Stop::Undecided
                | Stop::Closed(Closed::Forbidden | Closed::Unavailable | Closed::Unreadable),
            ) => return Err(Closed::Unavailable),
        }
        let _ = self.counts.add(&key, 1, now, nudge.until(now)).await;
        Ok(())
    }

    /// Looks a payment up by its attempt: the ledger knows the session.
    ///
    /// # Errors
    /// Why it was not; what was kept by then stays.
    pub async fn look_up(&self, attempt: &AttemptId) -> Result<Looked, Stop> {
        let known = self.ledger.attempt(attempt).await.map_err(|error| self.unavailable(&error))?;
        let attempt = known.ok_or(Closed::NotFound)?;
        self.look_up_in(attempt.session, &Authority::Ledger).await
    }

    /// Looks up every open attempt, the oldest first and several at once, until the time is up. One that cannot be looked
    /// up delays the others by no more than its own look.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub async fn reconcile(&self, within: SignedDuration) -> Result<Reconciled, StoreError> {
        let began = self.clock.now();
        let (mut done, mut last) = (Reconciled::default(), None);
        loop {
            let page = self.ledger.open_attempts(last.as_ref(), PAGE).await?;
            let due: Vec<&Attempt> = page.iter().filter(|attempt| attempt.opened_at + YOUNG <= began).collect();
            for some in due.chunks(AT_ONCE) {
                if self.clock.now() >= began + within {
                    tracing::warn!(
                        metric = "reconcile_unfinished",
                        "ran out of time before every open attempt was looked up"
                    );
                    return Ok(Reconciled { in_time: false, ..done });
                }
                for looked in join_all(some.iter().map(|attempt| self.reconcile_one(attempt, began))).await {
                    done.add(looked?);
                }
            }
            match page.into_iter().next_back() {
                Some(attempt) => last = Some(attempt),
                None => return Ok(done),
            }
        }
    }

    async fn reconcile_one(&self, attempt: &Attempt, now: Timestamp) -> Result<Reconciled, StoreError> {
        let mut done = Reconciled::default();
        let looked = self.look_up(&attempt.attempt).await;
        let left = self.ledger.attempt(&attempt.attempt).await?.is_some_and(|attempt| !attempt.closed);
        match looked {
            _ if !left => done.ended += 1,
            Ok(Looked::Answered(..)) => done.open += 1,
            Ok(Looked::Unanswered(..) | Looked::Idle) | Err(_) => done.failed += 1,
        }
        if left && attempt.opened_at + OLD <= now {
            done.old += 1;
            let (session, attempt) = (attempt.session.as_str(), attempt.attempt.as_str());
            tracing::warn!(session, attempt, metric = "attempt_stuck", "an attempt has had no end for an hour");
        }
        Ok(done)
    }
}
