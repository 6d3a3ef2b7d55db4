//! Whether what a turn stands on works now.

use jiff::{SignedDuration, Timestamp};

use super::Bot;
use crate::dialogue::AttemptId;
use crate::ports::{Place, StoreError};
use crate::session::SessionId;

/// What each of the things that a turn stands on says of itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ready {
    /// The store is read and written.
    pub store: bool,
    /// The vault seals, and opens what it sealed.
    pub key: bool,
}

impl Bot {
    /// Whether writes are kept. Before anything was, and while something fails, the store is tried, at most every two
    /// seconds: so one that works again is found out without a customer.
    pub async fn writes_well(&self) -> bool {
        let writes = &self.running.writes;
        if !self.sessions.is_there() {
            return false;
        }
        if writes.are_kept() {
            return true;
        }
        if writes.may_try(self.clock.now()) { self.store_works().await } else { writes.failing().is_none() }
    }

    /// Tries the store if it fails, as far as is known.
    pub async fn try_again(&self) {
        let writes = &self.running.writes;
        if let Some(since) = writes.failing()
            && writes.may_try(self.clock.now())
            && self.store_works().await
        {
            let seconds = self.clock.now().duration_since(since).as_secs();
            tracing::warn!(metric = "store_recovered", seconds, "the store keeps what it is given again");
        }
    }

    /// What each says when it is asked now.
    pub async fn ready(&self) -> Ready {
        Ready { store: self.store_works().await, key: self.seals().await }
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
