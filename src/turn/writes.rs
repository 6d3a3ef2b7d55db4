//! What is known of the store from what was asked of it last.

use std::sync::{Mutex, MutexGuard, PoisonError};

use jiff::{SignedDuration, Timestamp};

use crate::ports::CommitError;

/// While the store fails, it is tried so often.
pub(super) const BETWEEN: SignedDuration = SignedDuration::from_secs(2);

/// Whether the store keeps what it is given.
#[derive(Debug, Default)]
pub(super) struct Writes(Mutex<Known>);

#[derive(Clone, Copy, Debug, Default)]
struct Known {
    /// Something was kept, at some time.
    proved: bool,
    /// Since when nothing is kept, or nothing read.
    failing: Option<Timestamp>,
    /// When it was tried last.
    tried: Option<Timestamp>,
}

impl Writes {
    /// What came of a commit. Who came too late is answered by a store that works.
    pub(super) fn note(&self, commit: &Result<(), CommitError>, now: Timestamp) {
        if matches!(commit, Err(CommitError::Store(_))) {
            self.failed(now);
        } else {
            self.kept();
        }
    }

    /// Something was written, and is kept.
    pub(super) fn kept(&self) {
        let mut known = self.known();
        (known.proved, known.failing) = (true, None);
    }

    /// Something was not kept, or could not be read: a customer met it.
    pub(super) fn failed(&self, now: Timestamp) {
        self.known().failing.get_or_insert(now);
    }

    /// Whether something was kept, and nothing has failed since.
    pub(super) fn are_kept(&self) -> bool {
        let known = self.known();
        known.proved && known.failing.is_none()
    }

    /// Since when the store fails, as far as anybody met it.
    pub(super) fn failing(&self) -> Option<Timestamp> {
        self.known().failing
    }

    /// Whether it is time to try the store; whoever is told so tries it.
    pub(super) fn may_try(&self, now: Timestamp) -> bool {
        let mut known = self.known();
        let due = known.tried.is_none_or(|tried| now.duration_since(tried).abs() >= BETWEEN);
        if due {
            known.tried = Some(now);
        }
        due
    }

    fn known(&self) -> MutexGuard<'_, Known> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
