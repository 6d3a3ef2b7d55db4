//! What may change while the service runs: how it speaks, the digests that say so, and whether writes are kept.

use std::sync::{Arc, PoisonError, RwLock};

use super::asked::{Asked, Glanced};
use super::writes::Writes;
use crate::session::Digests;
use crate::wording::Voice;

/// How the service speaks, and what it is, at one moment.
#[derive(Clone, Debug)]
pub struct Now {
    /// How it speaks.
    pub voice: Voice,
    /// What runs.
    pub digests: Digests,
}

/// What runs now. A turn takes it once, and goes on with what it took.
#[derive(Debug)]
pub struct Running {
    now: RwLock<Arc<Now>>,
    /// Whether writes are kept.
    pub(super) writes: Writes,
    /// Whether the gateway answers.
    pub(super) gateway: Asked,
    /// What everybody's counts were.
    pub(super) glanced: Glanced,
}

impl Running {
    /// This, until it is replaced.
    #[must_use]
    pub fn new(now: Now) -> Self {
        Self {
            now: RwLock::new(Arc::new(now)),
            writes: Writes::default(),
            gateway: Asked::default(),
            glanced: Glanced::default(),
        }
    }

    /// What runs now.
    #[must_use]
    pub fn now(&self) -> Arc<Now> {
        self.now.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// From the next turn on, this.
    pub fn replace(&self, now: Now) {
        *self.now.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(now);
    }
}
