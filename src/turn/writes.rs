//! What is known of the store from the last that was written.

use std::sync::atomic::{AtomicBool, Ordering};

use crate::ports::CommitError;

/// Whether the last write was kept.
#[derive(Debug, Default)]
pub(super) struct Writes(AtomicBool);

impl Writes {
    /// What came of a commit. Who came too late is answered by a store that works.
    pub(super) fn note(&self, commit: &Result<(), CommitError>) {
        self.came(!matches!(commit, Err(CommitError::Store(_))));
    }

    pub(super) fn came(&self, kept: bool) {
        self.0.store(!kept, Ordering::Relaxed);
    }

    pub(super) fn are_kept(&self) -> bool {
        !self.0.load(Ordering::Relaxed)
    }
}
