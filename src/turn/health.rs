//! Whether what a turn stands on works now.

use jiff::SignedDuration;

use super::Bot;
use crate::ports::Place;
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
    /// Whether writes are kept. While the last one failed, one is tried: so a store that works again is found out without a
    /// customer.
    pub async fn writes_well(&self) -> bool {
        self.sessions.is_there() && (self.running.writes.are_kept() || self.write().await)
    }

    /// What each says when it is asked now.
    pub async fn ready(&self) -> Ready {
        Ready { store: self.write().await, key: self.seals().await }
    }

    async fn write(&self) -> bool {
        let now = self.clock.now();
        let written = self.counts.add("health", 1, now, now + SignedDuration::from_mins(1)).await;
        self.running.writes.came(written.is_ok());
        written.is_ok()
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
