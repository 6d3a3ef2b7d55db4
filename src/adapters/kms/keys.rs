//! The data keys that are in clear for a while.

use std::collections::{HashMap, VecDeque};
use std::fmt;
use std::sync::Arc;
use std::time::{Duration, Instant};

use aws_lc_rs::aead::{AES_256_GCM, LessSafeKey, UnboundKey};
use zeroize::Zeroizing;

use crate::adapters::seal::{KEY, down};
use crate::ports::VaultError;
use crate::session::SessionId;

/// As many sessions as one process seldom has in hand at once. A key in clear is as good as the card numbers that it
/// seals, so there are not more of them than it takes to spare most turns a call.
pub(super) const SESSIONS: usize = 1_000;

/// Longer than most people take from the number to the security code, and a third of what a number may be held.
pub(super) const KEPT: Duration = Duration::from_mins(5);

/// A data key of one session: in clear, and as KMS wrapped it. Wiped when the last turn that holds it has ended.
pub(super) struct DataKey {
    clear: Zeroizing<[u8; KEY]>,
    wrapped: Vec<u8>,
}

impl DataKey {
    pub(super) fn new(clear: Zeroizing<[u8; KEY]>, wrapped: Vec<u8>) -> Self {
        Self { clear, wrapped }
    }

    pub(super) fn wrapped(&self) -> &[u8] {
        &self.wrapped
    }

    pub(super) fn cipher(&self) -> Result<LessSafeKey, VaultError> {
        let key = UnboundKey::new(&AES_256_GCM, &*self.clear).map_err(|_| down("a data key does not fit AES-256"))?;
        Ok(LessSafeKey::new(key))
    }
}

impl fmt::Debug for DataKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("DataKey(…)")
    }
}

/// At most so many keys, each for so long: the one that was not used for longest goes first. Time is an input.
#[derive(Debug)]
pub(super) struct Keys {
    sessions: usize,
    kept: Duration,
    entries: HashMap<SessionId, Entry>,
    /// When entries are over, the soonest first; an entry that was replaced since leaves its line behind.
    due: VecDeque<(Instant, SessionId)>,
    /// Counts uses.
    uses: u64,
}

#[derive(Debug)]
struct Entry {
    key: Arc<DataKey>,
    until: Instant,
    used: u64,
}

impl Default for Keys {
    fn default() -> Self {
        Self::bounded(SESSIONS, KEPT)
    }
}

impl Keys {
    fn bounded(sessions: usize, kept: Duration) -> Self {
        Self { sessions, kept, entries: HashMap::new(), due: VecDeque::new(), uses: 0 }
    }

    /// The key of `session`; with `wrapped`, only when it is that one.
    pub(super) fn find(&mut self, session: &SessionId, wrapped: Option<&[u8]>, now: Instant) -> Option<Arc<DataKey>> {
        self.sweep(now);
        let entry = self.entries.get_mut(session)?;
        if wrapped.is_some_and(|wrapped| wrapped != entry.key.wrapped()) {
            return None;
        }
        self.uses += 1;
        entry.used = self.uses;
        Some(entry.key.clone())
    }

    /// Keeps `key`, in place of another one of `session`.
    pub(super) fn keep(&mut self, session: &SessionId, key: Arc<DataKey>, now: Instant) {
        self.sweep(now);
        self.uses += 1;
        let until = now + self.kept;
        self.entries.insert(session.clone(), Entry { key, until, used: self.uses });
        self.due.push_back((until, session.clone()));
        if self.entries.len() > self.sessions {
            // Looking at each is cheap beside the call to KMS that has just been made.
            let idle = self.entries.iter().min_by_key(|(_, entry)| entry.used).map(|(session, _)| session.clone());
            idle.and_then(|session| self.entries.remove(&session));
        }
        if self.due.len() > 2 * self.sessions {
            let entries = &self.entries;
            self.due.retain(|(until, session)| entries.get(session).is_some_and(|entry| entry.until == *until));
        }
    }

    /// Drops what is over.
    pub(super) fn sweep(&mut self, now: Instant) {
        while let Some((until, session)) = self.due.pop_front_if(|(until, _)| *until <= now) {
            if self.entries.get(&session).is_some_and(|entry| entry.until == until) {
                self.entries.remove(&session);
            }
        }
    }

    /// When the next key is over.
    pub(super) fn next_due(&self) -> Option<Instant> {
        self.due.front().map(|(until, _)| *until)
    }
}

#[cfg(test)]
mod tests;
