//! Look-ups by attempt: a webhook and a return page once each, a schedule for every attempt that has no end yet, so that
//! no payment in flight waits for a customer.

use futures_util::{StreamExt as _, stream};
use jiff::{SignedDuration, Timestamp};

use super::Bot;
use super::outcome::{Closed, Looked, Stop};
use super::request::Authority;
use crate::dialogue::AttemptId;
use crate::limits::Nudge;
use crate::ports::StoreError;
use crate::session::OpenAttempt;

/// Older ones are told to the operator.
const OLD: SignedDuration = SignedDuration::from_hours(1);

/// So many are read at once.
const PAGE: usize = 64;

/// So many are looked up at once: at a gateway that takes half a second, 64 a second.
const AT_ONCE: usize = 32;

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
        self.in_time &= other.in_time;
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

    /// Looks up every open attempt whose next look has come, several at once, until the time is up. One that cannot be
    /// looked up delays no other.
    ///
    /// # Errors
    /// When the ledger cannot be read or written.
    pub async fn reconcile(&self, within: SignedDuration) -> Result<Reconciled, StoreError> {
        let began = self.clock.now();
        let mut done = Reconciled::default();
        loop {
            let page = self.ledger.open_attempts(Some(began), PAGE).await?;
            let looks = page.into_iter().map(|open| self.reconcile_one(open, began + within));
            let mut looks = stream::iter(looks).buffer_unordered(AT_ONCE);
            let mut looked_at = 0;
            while let Some(looked) = looks.next().await {
                looked_at += u32::from(looked.as_ref().is_ok_and(Option::is_some));
                done.add(looked?.unwrap_or_default());
            }
            if !done.in_time {
                let metric = "reconcile_unfinished";
                tracing::warn!(metric, "ran out of time before every attempt was looked up whose time had come");
            }
            // Where others took all of them, or the index lags behind, the next run goes on.
            if !done.in_time || looked_at == 0 {
                return Ok(done);
            }
        }
    }

    /// One look; `None` where somebody else took it, or the attempt has ended. The next look is moved first: who is killed
    /// in between only looks later.
    async fn reconcile_one(&self, open: OpenAttempt, end: Timestamp) -> Result<Option<Reconciled>, StoreError> {
        let (now, mut done) = (self.clock.now(), Reconciled::default());
        if now >= end {
            return Ok(Some(Reconciled { in_time: false, ..done }));
        }
        if !self.ledger.look_again(&open, open.look_after(now, self.policy.undecided)).await? {
            return Ok(None);
        }
        let attempt = &open.attempt;
        let looked = self.look_up_in(attempt.session.clone(), &Authority::Ledger).await;
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
        Ok(Some(done))
    }
}
