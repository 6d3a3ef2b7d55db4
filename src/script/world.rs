//! The world of a script: time that passes when the script says so, chance that repeats, and parts that fail on demand.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use jiff::{SignedDuration, Timestamp};
use sha2::{Digest as _, Sha256};
use zeroize::Zeroizing;

use crate::adapters::{MemorySessions, SlotVault, Slots};
use crate::dialogue::OrderId;
use crate::ports::{Clock, CommitError, Place, Sessions, StoreError, Vault, VaultError};
use crate::session::{Commit, OrderRecord, Record, SessionId};

/// A clock that a script winds, and chance that is the same at every run.
pub(super) struct ScriptClock {
    now: Mutex<Timestamp>,
    drawn: AtomicU64,
}

impl ScriptClock {
    pub fn at(now: Timestamp) -> Self {
        Self { now: Mutex::new(now), drawn: AtomicU64::new(0) }
    }

    pub fn wind(&self, by: SignedDuration) {
        let mut now = self.now.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        *now += by;
    }
}

impl Clock for ScriptClock {
    fn now(&self) -> Timestamp {
        *self.now.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    fn fill(&self, bytes: &mut [u8]) {
        for chunk in bytes.chunks_mut(32) {
            let drawn = self.drawn.fetch_add(1, Ordering::Relaxed);
            let digest = Sha256::digest(drawn.to_be_bytes());
            chunk.copy_from_slice(&digest[..chunk.len()]);
        }
    }
}

/// The memory store; gives no answer when told so.
#[derive(Default)]
pub(super) struct ScriptSessions {
    /// What it keeps, always up.
    pub kept: Arc<MemorySessions>,
    down: AtomicBool,
}

impl ScriptSessions {
    pub fn set_down(&self, down: bool) {
        self.down.store(down, Ordering::Relaxed);
    }

    fn check(&self) -> Result<(), StoreError> {
        if self.down.load(Ordering::Relaxed) {
            return Err(StoreError("the script says so".to_owned()));
        }
        Ok(())
    }
}

#[async_trait]
impl Sessions for ScriptSessions {
    async fn load(&self, id: &SessionId, now: Timestamp) -> Result<Option<Record>, StoreError> {
        self.check()?;
        self.kept.load(id, now).await
    }

    async fn commit(&self, commit: Commit) -> Result<(), CommitError> {
        self.check()?;
        self.kept.commit(commit).await
    }

    async fn rehearse(&self, now: Timestamp, until: Timestamp) -> Result<(), StoreError> {
        self.check()?;
        self.kept.rehearse(now, until).await
    }

    async fn order(&self, id: &OrderId) -> Result<Option<OrderRecord>, StoreError> {
        self.check()?;
        self.kept.order(id).await
    }

    async fn overdue(&self, now: Timestamp) -> Result<u64, StoreError> {
        self.kept.overdue(now).await
    }
}

/// The vault of one machine, with keys in memory; what is sealed does not open when told so.
pub(super) struct ScriptVault {
    vault: SlotVault,
    broken: AtomicBool,
}

impl ScriptVault {
    pub fn new(clock: Arc<ScriptClock>) -> Self {
        Self { vault: SlotVault::new(Arc::new(Slots::in_memory(clock))), broken: AtomicBool::new(false) }
    }

    pub fn break_next(&self) {
        self.broken.store(true, Ordering::Relaxed);
    }

    /// Opens for the transcript, without using a break up.
    pub async fn peek(&self, place: &Place, now: Timestamp, sealed: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
        self.vault.open(place, now, sealed).await.ok()
    }
}

#[async_trait]
impl Vault for ScriptVault {
    async fn seal(&self, place: &Place, not_after: Timestamp, secret: &[u8]) -> Result<Vec<u8>, VaultError> {
        self.vault.seal(place, not_after, secret).await
    }

    async fn open(&self, place: &Place, now: Timestamp, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, VaultError> {
        if self.broken.swap(false, Ordering::Relaxed) {
            return Err(VaultError::Broken);
        }
        self.vault.open(place, now, sealed).await
    }
}
