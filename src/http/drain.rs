//! Before a release: no session begins any more, and those that go on are waited for.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
#[cfg(feature = "server")]
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};

use crate::session::SessionId;
use crate::turn::Reply;

/// How often is looked whether all are done.
#[cfg(feature = "server")]
const LOOK: Duration = Duration::from_millis(500);

/// With so many sessions those that nobody came back to are dropped.
const SWEPT_AT: usize = 10_000;

/// Whether sessions may begin, and which go on here.
#[derive(Clone, Debug, Default)]
pub struct Drain(Arc<Kept>);

#[derive(Debug, Default)]
struct Kept {
    draining: AtomicBool,
    /// When a message of each came last.
    live: Mutex<HashMap<[u8; 16], Timestamp>>,
}

impl Drain {
    /// From now on no session begins.
    pub fn begin(&self) {
        self.0.draining.store(true, Ordering::SeqCst);
    }

    /// Whether no session begins any more.
    #[must_use]
    pub fn has_begun(&self) -> bool {
        self.0.draining.load(Ordering::SeqCst)
    }

    /// A session was answered: it goes on, or has come to its end.
    pub(super) fn answered(&self, reply: &Reply, now: Timestamp, lives: SignedDuration) {
        let mut live = self.live();
        let id = reply.session_id.to_bytes();
        if matches!(reply.status, "complete" | "cancelled") {
            live.remove(&id);
            return;
        }
        if live.len() >= SWEPT_AT && !live.contains_key(&id) {
            live.retain(|_, at| *at + lives > now);
        }
        live.insert(id, now);
    }

    /// A session is deleted.
    pub(super) fn deleted(&self, session: &SessionId) {
        self.live().remove(&session.to_bytes());
    }

    /// How many sessions go on at `now` that live so long after their last message.
    #[must_use]
    pub fn going_on(&self, now: Timestamp, lives: SignedDuration) -> usize {
        let mut live = self.live();
        live.retain(|_, at| *at + lives > now);
        live.len()
    }

    /// Waits until none goes on, or until the time is up.
    #[cfg(feature = "server")]
    pub async fn done(&self, going_on: impl Fn() -> usize + Send, within: Duration) {
        let ended = async {
            while going_on() > 0 {
                tokio::time::sleep(LOOK).await;
            }
        };
        let _ = tokio::time::timeout(within, ended).await;
    }

    fn live(&self) -> MutexGuard<'_, HashMap<[u8; 16], Timestamp>> {
        self.0.live.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
