//! Whether what a turn stands on works now.

use jiff::{SignedDuration, Timestamp};

use super::Bot;
use crate::dialogue::AttemptId;
use crate::ports::{ModelState, Place, StoreError};
use crate::session::SessionId;

/// What each of the things that a turn stands on says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ready {
    /// The store is read and written.
    pub store: bool,
    /// The vault seals, and opens what it sealed.
    pub key: bool,
    /// The gateway answers.
    pub gateway: bool,
    /// Each model that is asked for courtesies, and how it stands.
    pub models: Vec<(String, ModelState)>,
}

/// By how long the store has failed: so many seconds from when on to ask a client to wait for how many.
const WAITS: [(i64, u32); 5] = [(120, 30), (30, 10), (10, 5), (2, 2), (0, 1)];

impl Bot {
    /// Whether writes are kept. Before anything was, and while something fails, the store is tried, at most every two
    /// seconds: so one that works again is found out without a customer.
    pub async fn writes_well(&self) -> bool {
        let writes = &self.running.writes;
        if writes.are_kept() { self.sessions.is_there() } else { self.keeps().await }
    }

    /// Runs every few seconds: drops what has expired, destroys keys whose time is over, and tries a store that fails. Says for how
    /// long it had failed, once it works again.
    pub async fn tend(&self) -> Option<SignedDuration> {
        self.vault.tend();
        self.sessions.sweep(self.clock.now()).await;
        self.try_again().await
    }

    /// What is done every quarter of an hour where the store does not do it by itself: card data that is over goes, with the
    /// wrapped keys, though its customer never came back. Of how many sessions.
    ///
    /// # Errors
    /// What the store said; what is gone by then stays gone.
    pub async fn delete_overdue(&self) -> Result<u64, StoreError> {
        self.sessions.delete_overdue(self.clock.now()).await
    }

    /// Tries the store if it fails, as far as is known; for how long it had failed, where it works again.
    pub async fn try_again(&self) -> Option<SignedDuration> {
        let writes = &self.running.writes;
        let since = writes.failing()?;
        let recovered = writes.may_try(self.clock.now()) && self.store_works().await;
        recovered.then(|| self.clock.now().duration_since(since))
    }

    /// What each says when it is asked now.
    pub async fn ready(&self) -> Ready {
        let (store, key, gateway) = (self.keeps().await, self.seals().await, self.gateway_answers().await);
        Ready { store, key, gateway, models: self.framer.models() }
    }

    /// For how many seconds a client that met a fault of ours is to wait: the longer, the longer the store has failed.
    #[must_use]
    pub fn wait(&self) -> u32 {
        let failing = self.running.writes.failing();
        let seconds = failing.map_or(0, |since| self.clock.now().duration_since(since).as_secs());
        WAITS.into_iter().find(|(from, _)| seconds >= *from).map_or(1, |(_, wait)| wait)
    }

    /// Whether the store keeps what it is given, tried now; at most every two seconds, as anybody may ask.
    async fn keeps(&self) -> bool {
        let writes = &self.running.writes;
        if !self.sessions.is_there() {
            return false;
        }
        if writes.may_try(self.clock.now()) { self.store_works().await } else { writes.failing().is_none() }
    }

    async fn store_works(&self) -> bool {
        self.try_store().await.is_ok()
    }

    /// Asks of the store what customers need of it: a commit, and every kind of read. Nothing of it is a customer's.
    ///
    /// # Errors
    /// What the store said.
    pub async fn try_store(&self) -> Result<(), StoreError> {
        let now = self.clock.now();
        let came = self.rehearse(now).await;
        match &came {
            Ok(()) => self.running.writes.kept(),
            Err(_) => self.running.writes.failed(now),
        }
        came
    }

    async fn rehearse(&self, now: Timestamp) -> Result<(), StoreError> {
        self.sessions.rehearse(now, now + SignedDuration::from_mins(1)).await?;
        let mut id = [0; 16];
        self.clock.fill(&mut id);
        self.sessions.load(&SessionId::from_random(id), now).await?;
        self.ledger.attempt(&AttemptId::new("at_health")).await?;
        self.counts.read(&["health".to_owned()], now).await.map(|_| ())
    }

    async fn seals(&self) -> bool {
        let now = self.clock.now();
        let mut id = [0; 16];
        self.clock.fill(&mut id);
        let place = Place { session: SessionId::from_random(id), version: 1 };
        let Ok(sealed) = self.vault.seal(&place, now + SignedDuration::from_mins(1), b"ready").await else {
            return false;
        };
        self.vault.open(&place, now, &sealed).await.is_ok_and(|opened| opened.as_slice() == b"ready")
    }
}
