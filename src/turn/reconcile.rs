//! Looks up every attempt that has no end yet: for a schedule, so that nothing in the air waits for a customer.

use jiff::{SignedDuration, Timestamp};

use super::{Bot, Outcome};
use crate::ports::StoreError;

/// Younger attempts are in the hands of a turn that is still under way.
const YOUNG: SignedDuration = SignedDuration::from_secs(30);
/// Older ones are told to the operator.
const OLD: SignedDuration = SignedDuration::from_hours(1);

/// What came of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reconciled {
    /// Attempts that ended.
    pub ended: u32,
    /// Attempts that the gateway has not decided yet.
    pub open: u32,
    /// Attempts that could not be looked up now.
    pub failed: u32,
    /// Of those without an end, how many are older than an hour.
    pub old: u32,
}

impl Bot {
    /// Looks up the oldest open attempts, at most `limit`.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub async fn reconcile(&self, limit: usize) -> Result<Reconciled, StoreError> {
        let now = self.clock.now();
        let mut done = Reconciled::default();
        for attempt in self.ledger.open_attempts(limit).await? {
            if attempt.opened_at + YOUNG > now {
                continue;
            }
            let outcome = self.look_up(&attempt.attempt).await;
            let left = self.ledger.attempt(&attempt.attempt).await?.is_some_and(|attempt| !attempt.closed);
            match (left, &outcome) {
                (false, _) => done.ended += 1,
                (true, Outcome::Reply(..)) => done.open += 1,
                (true, _) => done.failed += 1,
            }
            if left && is_old(attempt.opened_at, now) {
                done.old += 1;
                let (session, attempt) = (attempt.session.as_str(), attempt.attempt.as_str());
                tracing::warn!(session, attempt, metric = "attempt_stuck", "an attempt has had no end for an hour");
            }
        }
        Ok(done)
    }
}

fn is_old(opened_at: Timestamp, now: Timestamp) -> bool {
    opened_at + OLD <= now
}
