//! Sessions in memory: gone when the process ends.

use std::collections::{BTreeSet, HashMap};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use async_trait::async_trait;
use jiff::Timestamp;
use serde_json::Value;

use crate::dialogue::{AttemptId, OrderId};
use crate::ports::{CommitError, Counts, Ledger, Sessions, StoreError};
use crate::session::{Attempt, Commit, OpenAttempt, OrderRecord, OrderWrite, Record, SessionId, TrailEntry, Write};

/// So many parts, each behind its own lock, so that turns of different sessions seldom wait for each other.
const SHARDS: usize = 32;

/// So much of what is overdue goes with one turn.
const SWEPT_A_TURN: usize = 4;

/// With so many counts, those that are over are dropped before another is made.
const SWEPT_AT: usize = 10_000;

/// Sessions, and what the ledger knows of them, in memory.
///
/// What is over is dropped in passing, a little with every turn, and by [`Sessions::sweep`]. With a session goes its part
/// of the ledger: nothing here is durable.
#[derive(Debug)]
pub struct MemorySessions {
    shards: Vec<Mutex<Shard>>,
    orders: Mutex<HashMap<OrderId, OrderRecord>>,
    counts: Mutex<HashMap<String, (i64, Timestamp)>>,
}

#[derive(Debug, Default)]
struct Shard {
    sessions: HashMap<SessionId, Kept>,
    /// When something of a session is over: the session itself, or its card data.
    due: BTreeSet<(i64, SessionId)>,
}

#[derive(Debug, Default)]
struct Kept {
    record: Option<Arc<Record>>,
    attempts: HashMap<AttemptId, Attempt>,
    /// The next looks that were moved.
    looks: HashMap<AttemptId, Timestamp>,
    trail: Vec<TrailEntry>,
}

impl Default for MemorySessions {
    fn default() -> Self {
        Self {
            shards: (0..SHARDS).map(|_| Mutex::default()).collect(),
            orders: Mutex::default(),
            counts: Mutex::default(),
        }
    }
}

impl MemorySessions {
    fn shard(&self, id: &SessionId) -> MutexGuard<'_, Shard> {
        // The first byte of an id is random: it spreads well.
        lock(&self.shards[usize::from(id.to_bytes()[0]) % SHARDS])
    }
}

/// A thread that panicked cannot have left a shard half written: every change to one is checked before it is begun.
fn lock<T>(part: &Mutex<T>) -> MutexGuard<'_, T> {
    part.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Keeps an order in the place of the version that it replaces.
fn replace(orders: &Mutex<HashMap<OrderId, OrderRecord>>, order: OrderWrite) -> Result<(), CommitError> {
    let (mut orders, OrderWrite { record, expected }) = (lock(orders), order);
    if orders.get(&record.order).map(|order| order.version) != expected {
        return Err(CommitError::OrderConflict);
    }
    orders.insert(record.order.clone(), record);
    Ok(())
}

impl Shard {
    fn record(&self, id: &SessionId) -> Option<&Arc<Record>> {
        self.sessions.get(id)?.record.as_ref()
    }

    fn commit(&mut self, commit: Commit, orders: &Mutex<HashMap<OrderId, OrderRecord>>) -> Result<(), CommitError> {
        let Commit { write, expected, attempt, order, trail } = commit;
        let id = write.session().clone();
        if self.record(&id).map(|record| record.version()) != expected {
            return Err(CommitError::Conflict);
        }
        if let Some(order) = order {
            replace(orders, order)?;
        }
        self.forget_due(&id);
        let kept = self.sessions.entry(id.clone()).or_default();
        if let Some(attempt) = attempt {
            let attempt = attempt.clone().replacing(kept.attempts.get(&attempt.attempt));
            if attempt.closed {
                kept.looks.remove(&attempt.attempt);
            }
            kept.attempts.insert(attempt.attempt.clone(), attempt);
        }
        kept.trail.extend(trail);
        match write {
            Write::Put(record) => {
                self.due.extend(moments(&record).into_iter().map(|at| (at, id.clone())));
                kept.record = Some(Arc::from(record));
            }
            Write::Delete(_) => {
                self.sessions.remove(&id);
            }
        }
        Ok(())
    }

    fn forget_due(&mut self, id: &SessionId) {
        if let Some(record) = self.record(id).cloned() {
            for at in moments(&record) {
                self.due.remove(&(at, id.clone()));
            }
        }
    }

    /// Drops up to `limit` sessions or card data that are over.
    fn sweep(&mut self, now: Timestamp, limit: usize) {
        for _ in 0..limit {
            if self.due.first().is_none_or(|(at, _)| *at > now.as_second()) {
                break;
            }
            let Some((_, id)) = self.due.pop_first() else { break };
            let Some(record) = self.record(&id).cloned() else { continue };
            if record.is_expired(now) {
                self.sessions.remove(&id);
            } else if let Some(kept) = self.sessions.get_mut(&id)
                && record.sealed_until().is_some_and(|until| until <= now)
            {
                let mut bare = Arc::unwrap_or_clone(record);
                bare.take_sealed();
                kept.record = Some(Arc::new(bare));
            }
        }
    }
}

/// When the session is over, and when its card data is.
fn moments(record: &Record) -> Vec<i64> {
    // A moment within a second is over at that second's end, not before.
    let sealed = record.sealed().and(record.sealed_until()).map(super::ceil_second);
    record.ttl().into_iter().chain(sealed).collect()
}

#[async_trait]
impl Sessions for MemorySessions {
    async fn load(&self, id: &SessionId, now: Timestamp) -> Result<Option<Record>, StoreError> {
        let found = {
            let mut shard = self.shard(id);
            shard.sweep(now, SWEPT_A_TURN);
            shard.record(id).filter(|record| !record.is_expired(now)).cloned()
        };
        Ok(found.map(|record| Record::clone(&record)))
    }

    async fn commit(&self, commit: Commit) -> Result<(), CommitError> {
        let now = match &commit.write {
            Write::Put(record) => Some(record.last_updated()),
            Write::Delete(_) => None,
        };
        let mut shard = self.shard(commit.write.session());
        let kept = shard.commit(commit, &self.orders);
        // A session that begins is not loaded.
        if let Some(now) = now {
            shard.sweep(now, SWEPT_A_TURN);
        }
        kept
    }

    async fn rehearse(&self, _: Timestamp, _: Timestamp) -> Result<(), StoreError> {
        Ok(())
    }

    async fn order(&self, id: &OrderId) -> Result<Option<OrderRecord>, StoreError> {
        Ok(lock(&self.orders).get(id).cloned())
    }

    async fn sweep(&self, now: Timestamp) {
        lock(&self.counts).retain(|_, (_, until)| *until > now);
        for shard in &self.shards {
            lock(shard).sweep(now, usize::MAX);
        }
    }

    async fn overdue(&self, now: Timestamp) -> Result<u64, StoreError> {
        let overdue =
            |record: &Record| record.sealed().is_some() && record.sealed_until().is_none_or(|until| until <= now);
        let count = |shard: &Mutex<Shard>| {
            lock(shard).sessions.values().filter(|kept| kept.record.as_deref().is_some_and(overdue)).count() as u64
        };
        Ok(self.shards.iter().map(count).sum())
    }
}

impl Kept {
    /// What is open, with its next look.
    fn open(&self) -> impl Iterator<Item = OpenAttempt> {
        let open = self.attempts.values().filter(|attempt| !attempt.closed);
        open.map(|attempt| OpenAttempt::of(attempt.clone(), self.looks.get(&attempt.attempt).copied()))
    }
}

#[async_trait]
impl Ledger for MemorySessions {
    async fn open_attempts(&self, by: Option<Timestamp>, limit: usize) -> Result<Vec<OpenAttempt>, StoreError> {
        let mut open = Vec::new();
        for shard in &self.shards {
            let shard = lock(shard);
            let due = shard.sessions.values().flat_map(Kept::open);
            open.extend(due.filter(|open| by.is_none_or(|by| open.next_look <= by)));
        }
        open.sort_by(|a, b| (a.next_look, a.attempt.attempt.as_str()).cmp(&(b.next_look, b.attempt.attempt.as_str())));
        open.truncate(limit);
        Ok(open)
    }

    async fn look_again(&self, open: &OpenAttempt, next: Timestamp) -> Result<bool, StoreError> {
        let mut shard = self.shard(&open.attempt.session);
        let Some(kept) = shard.sessions.get_mut(&open.attempt.session) else { return Ok(false) };
        let id = &open.attempt.attempt;
        let as_read = kept.open().any(|kept| kept.attempt.attempt == *id && kept.next_look == open.next_look);
        if as_read {
            kept.looks.insert(id.clone(), next);
        }
        Ok(as_read)
    }

    async fn close(&self, ended: Attempt, order: Option<OrderWrite>) -> Result<(), CommitError> {
        let mut shard = self.shard(&ended.session);
        let attempts = shard.sessions.get_mut(&ended.session).map(|kept| &mut kept.attempts);
        let open = attempts.and_then(|attempts| attempts.get_mut(&ended.attempt)).filter(|attempt| !attempt.closed);
        let open = open.ok_or(CommitError::Conflict)?;
        if let Some(order) = order {
            replace(&self.orders, order)?;
        }
        *open = ended.replacing(Some(open));
        Ok(())
    }

    async fn attempt(&self, id: &AttemptId) -> Result<Option<Attempt>, StoreError> {
        let find = |shard: &Mutex<Shard>| lock(shard).sessions.values().find_map(|kept| kept.attempts.get(id).cloned());
        Ok(self.shards.iter().find_map(find))
    }

    async fn trail(&self, id: &SessionId) -> Result<Vec<TrailEntry>, StoreError> {
        Ok(self.shard(id).sessions.get(id).map(|kept| kept.trail.clone()).unwrap_or_default())
    }

    async fn note(&self, _: Timestamp, act: &str, found: Value) -> Result<(), StoreError> {
        tracing::info!(act, %found, "an operator did this");
        Ok(())
    }
}

#[async_trait]
impl Counts for MemorySessions {
    async fn add(&self, key: &str, by: i64, now: Timestamp, until: Timestamp) -> Result<i64, StoreError> {
        let mut counts = lock(&self.counts);
        if counts.len() >= SWEPT_AT && !counts.contains_key(key) {
            counts.retain(|_, (_, until)| *until > now);
        }
        let count = counts.entry(key.to_owned()).or_insert((0, until));
        let before = if count.1 > now { count.0 } else { 0 };
        *count = (before + by, until);
        Ok(count.0)
    }

    async fn read(&self, keys: &[String], now: Timestamp) -> Result<Vec<i64>, StoreError> {
        let counts = lock(&self.counts);
        let count = |key: &String| counts.get(key).filter(|(_, until)| *until > now).map_or(0, |(count, _)| *count);
        Ok(keys.iter().map(count).collect())
    }
}
