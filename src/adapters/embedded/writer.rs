//! The one writer: whatever waits is written in one durable transaction, and what is over is swept in small steps.
//!
//! A commit that seals something is atomic across the two files by order: the seal is durable first, under a version
//! that no record has yet; then the record that refers to it; then the seal that it replaced is deleted. A crash in
//! between leaves a seal that nothing refers to; it goes when its own time is over, minutes later.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use jiff::{SignedDuration, Timestamp};
use redb::{Database, ReadableDatabase as _, ReadableTable as _, Table, WriteTransaction};
use tokio::sync::oneshot;

use super::counts::{Adding, COUNTS_END, Counting};
use super::files::Files;
use super::open::{FLOOR, Open};
use super::tables::{Act, Applied, CARDS, DUE, EXPIRY, Fault, Place, Rows, SEALED, SealKey, SealValue, Tables, fault};
use crate::adapters::Slots;
use crate::ports::{Clock, CommitError, StoreError};

/// So many commits share a transaction at most.
const BATCH: usize = 256;
/// So much of what is over goes with each transaction that is written anyway.
const SWEPT_ALONG: usize = 16;
/// So much of what is over goes in one step when nobody waits.
const SWEPT_IDLE: usize = 256;
/// Seals that were replaced go with the next one that is written; without one, after so long when nobody waits, or
/// when so many wait, or after so many transactions.
const STALE_WAIT: Duration = Duration::from_millis(2);
const STALE: usize = 64;
const UNSEALED: u32 = 64;
/// How often is looked for what is over when nothing happens.
const IDLE: Duration = Duration::from_millis(500);
/// How long after a failure, or a try, the files are opened anew.
const BETWEEN: Duration = Duration::from_millis(250);

/// What is to be written, and who waits for it.
pub(super) enum Job {
    Commit { rows: Box<Rows>, done: oneshot::Sender<Result<(), CommitError>> },
    Act { act: Act, done: oneshot::Sender<Result<u64, CommitError>> },
    Count { adding: Adding, done: oneshot::Sender<Result<i64, StoreError>> },
}

/// What came of one job of a batch that was written.
#[derive(Clone, Copy)]
enum Came {
    Kept,
    Conflict,
    OrderConflict,
    Counted(i64),
}

impl Job {
    /// Tells who waits. Whoever gave up waiting finds out by loading.
    fn tell(self, came: Result<Came, StoreError>) {
        match self {
            Self::Act { done, .. } => {
                let _ = done.send(match came {
                    Ok(Came::Counted(rows)) => Ok(u64::try_from(rows).unwrap_or(0)),
                    Ok(Came::Kept) => Ok(0),
                    Ok(Came::Conflict) => Err(CommitError::Conflict),
                    Ok(Came::OrderConflict) => Err(CommitError::OrderConflict),
                    Err(error) => Err(CommitError::Store(error)),
                });
            }
            Self::Commit { done, .. } => {
                let _ = done.send(match came {
                    Ok(Came::Kept | Came::Counted(_)) => Ok(()),
                    Ok(Came::Conflict) => Err(CommitError::Conflict),
                    Ok(Came::OrderConflict) => Err(CommitError::OrderConflict),
                    Err(error) => Err(CommitError::Store(error)),
                });
            }
            Self::Count { done, .. } => {
                let _ = done.send(came.map(|came| match came {
                    Came::Counted(count) => count,
                    Came::Kept | Came::Conflict | Came::OrderConflict => 0,
                }));
            }
        }
    }
}

pub(super) struct Writer {
    open: Arc<Open>,
    clock: Arc<dyn Clock>,
    slots: Arc<Slots>,
    /// How long orders keep the cards that they were tried with.
    fingerprints: SignedDuration,
    /// Seals that no record refers to any more.
    stale: Vec<Place>,
    /// Transactions since the sealed file was written.
    unsealed: u32,
    /// The folder was deleted or replaced, and that was said.
    gone: bool,
    /// Whether the log has it that the disk is full.
    full: bool,
    /// Since when the files are to be opened anew, or were last tried to be.
    ill: Option<Instant>,
}

impl Writer {
    pub fn new(open: Arc<Open>, clock: Arc<dyn Clock>, slots: Arc<Slots>, fingerprints: SignedDuration) -> Self {
        Self { open, clock, slots, fingerprints, stale: Vec::new(), unsealed: 0, gone: false, full: false, ill: None }
    }

    /// Until all who could send a job are gone. A panic of the database costs a batch, and not the store.
    pub fn run(mut self, jobs: &Receiver<Job>) {
        loop {
            let working = std::panic::AssertUnwindSafe(|| self.work(jobs));
            if std::panic::catch_unwind(working).is_ok() {
                return;
            }
            tracing::error!(metric = "store_panicked", "the store's writer panicked; the files are opened anew");
            self.ill = Some(Instant::now());
        }
    }

    fn work(&mut self, jobs: &Receiver<Job>) {
        let mut wait = IDLE;
        loop {
            match jobs.recv_timeout(wait) {
                Ok(first) => {
                    let mut batch = vec![first];
                    batch.extend(jobs.try_iter().take(BATCH - 1));
                    self.write(batch);
                    wait = if self.stale.is_empty() { IDLE } else { STALE_WAIT };
                }
                Err(RecvTimeoutError::Timeout) if self.is_gone().is_some() => {
                    self.slots.sweep();
                    wait = IDLE;
                }
                Err(RecvTimeoutError::Timeout) => {
                    self.slots.sweep();
                    self.heal();
                    let more = self.tidy().unwrap_or_else(|fault| {
                        tracing::error!(%fault, "what is over could not be swept");
                        self.ill.get_or_insert_with(Instant::now);
                        false
                    });
                    wait = if more { Duration::ZERO } else { IDLE };
                }
                Err(RecvTimeoutError::Disconnected) => {
                    if self.is_gone().is_none() {
                        let _ = self.write_sealed(&[], 0);
                    }
                    return;
                }
            }
        }
    }

    /// Opens the files anew where a write failed, at most once in a while, and not while the disk is full: what is open can
    /// still be read.
    fn heal(&mut self) {
        let Some(since) = self.ill else { return };
        if since.elapsed() < BETWEEN || !self.has_room() {
            return;
        }
        match self.open.again() {
            Ok(()) => {
                tracing::warn!(metric = "store_healed", "the store's files were opened anew");
                self.ill = None;
            }
            Err(error) => {
                tracing::error!(%error, "the store's files cannot be opened anew");
                self.ill = Some(Instant::now());
            }
        }
    }

    /// Whether the disk has room for the files to be opened anew. The log has it once where it has none.
    fn has_room(&mut self) -> bool {
        let full = !self.open.has_room();
        if full && !self.full {
            let needed = FLOOR >> 20;
            tracing::error!(
                metric = "store_full",
                "the data folder's disk has less than {needed} MB free: free some, and the service goes on by itself"
            );
        }
        self.full = full;
        !full
    }

    /// What to say while the folder is not there, or another is. The log has it once.
    fn is_gone(&mut self) -> Option<String> {
        let gone = self.open.is_there().err();
        match &gone {
            Some(error) if !self.gone => tracing::error!(%error, metric = "store_gone", "nothing is kept"),
            None if self.gone => tracing::warn!(metric = "store_healed", "the data folder is back"),
            Some(_) | None => {}
        }
        self.gone = gone.is_some();
        gone.map(|error| error.to_string())
    }

    /// Writes a batch, and tells everybody what came of it.
    fn write(&mut self, mut batch: Vec<Job>) {
        if let Some(gone) = self.is_gone() {
            return batch.into_iter().for_each(|job| job.tell(Err(StoreError(gone.clone()))));
        }
        let written = self.commit(&mut batch);
        let fault = written.as_ref().err().map(ToString::to_string);
        if let Some(fault) = &fault {
            tracing::error!(fault, metric = "store_failed", "a batch of commits failed");
            self.ill.get_or_insert_with(Instant::now);
        } else {
            self.ill = None;
        }
        let mut came = written.unwrap_or_default().into_iter();
        for job in batch {
            job.tell(match &fault {
                Some(fault) => Err(StoreError(fault.clone())),
                None => Ok(came.next().unwrap_or(Came::Conflict)),
            });
        }
    }

    /// One transaction for all of the batch; says what came of each.
    fn commit(&mut self, batch: &mut [Job]) -> Result<Vec<Came>, Fault> {
        self.heal();
        let (now, before) = self.now();
        let open = self.open.clone();
        let files = open.now();
        let files = files.as_ref().ok_or_else(shut).map_err(fault)?;
        let tx = begin(&files.sessions)?;
        let mut seals = Vec::new();
        let mut left = Vec::new();
        let mut came = Vec::with_capacity(batch.len());
        {
            let (mut tables, mut counting) = (Tables::open(&tx)?, Counting::open(&tx)?);
            for job in batch {
                came.push(match job {
                    Job::Count { adding, .. } => Came::Counted(counting.add(adding)?),
                    Job::Act { act, .. } => match tables.act(act)? {
                        Applied::Written(_) => Came::Kept,
                        Applied::Forgotten(rows) => Came::Counted(rows),
                        Applied::Conflict => Came::Conflict,
                        Applied::OrderConflict => Came::OrderConflict,
                    },
                    Job::Commit { rows, .. } => match tables.apply(rows)? {
                        Applied::Written(replaced) => {
                            left.extend(replaced);
                            seals.extend(rows.seal.take());
                            Came::Kept
                        }
                        Applied::Conflict | Applied::Forgotten(_) => Came::Conflict,
                        Applied::OrderConflict => Came::OrderConflict,
                    },
                });
            }
            left.extend(tables.sweep(now, SWEPT_ALONG)?.1);
            tables.forget_cards(before, SWEPT_ALONG)?;
            counting.sweep(now, SWEPT_ALONG)?;
        }
        self.unsealed += 1;
        if !seals.is_empty() || self.stale.len() >= STALE || self.unsealed >= UNSEALED {
            self.write_sealed_to(&files.sealed, &seals, now)?;
        }
        tx.commit().map_err(fault)?;
        // Only now does no record refer to them.
        self.stale.append(&mut left);
        Ok(came)
    }

    fn write_sealed(&mut self, seals: &[(Place, Vec<u8>)], now: i64) -> Result<usize, Fault> {
        let open = self.open.clone();
        let files = open.now();
        self.write_sealed_to(&files.as_ref().ok_or_else(shut).map_err(fault)?.sealed, seals, now)
    }

    /// Writes seals, and deletes those that were left behind or are over.
    fn write_sealed_to(&mut self, sealed: &Database, seals: &[(Place, Vec<u8>)], now: i64) -> Result<usize, Fault> {
        if seals.is_empty() && self.stale.is_empty() && now == 0 {
            return Ok(0);
        }
        let tx = begin(sealed)?;
        let swept = {
            let mut tables =
                Sealed { seals: tx.open_table(SEALED).map_err(fault)?, due: tx.open_table(DUE).map_err(fault)? };
            for place in &self.stale {
                tables.remove(*place)?;
            }
            for (place, seal) in seals {
                tables.insert(*place, seal)?;
            }
            tables.sweep(now, if seals.is_empty() { SWEPT_IDLE } else { SWEPT_ALONG })?
        };
        tx.commit().map_err(fault)?;
        self.stale.clear();
        self.unsealed = 0;
        Ok(swept)
    }

    /// Now, in seconds since 1970, and the moment by which orders' cards were added that are over.
    fn now(&self) -> (i64, Timestamp) {
        let now = self.clock.now();
        (now.as_second(), now - self.fingerprints)
    }

    /// One small step of sweeping; says whether there may be more to do.
    fn tidy(&mut self) -> Result<bool, Fault> {
        let (now, before) = self.now();
        let open = self.open.clone();
        let files = open.now();
        let files = files.as_ref().ok_or_else(shut).map_err(fault)?;
        let mut swept = 0;
        if expired(files, now, before)? {
            let tx = begin(&files.sessions)?;
            let (gone, left) = Tables::open(&tx)?.sweep(now, SWEPT_IDLE)?;
            let gone = gone + Tables::open(&tx)?.forget_cards(before, SWEPT_IDLE)?;
            let gone = gone + Counting::open(&tx)?.sweep(now, SWEPT_IDLE)?;
            tx.commit().map_err(fault)?;
            self.stale.extend(left);
            swept += gone;
        }
        if !self.stale.is_empty() || overdue(files, now)? {
            swept += self.write_sealed_to(&files.sealed, &[], now)?;
        }
        Ok(swept > 0)
    }
}

fn expired(files: &Files<Database>, now: i64, before: Timestamp) -> Result<bool, Fault> {
    let tx = files.sessions.begin_read().map_err(fault)?;
    let (table, counts) = (tx.open_table(EXPIRY).map_err(fault)?, tx.open_table(COUNTS_END).map_err(fault)?);
    let cards = tx.open_table(CARDS).map_err(fault)?;
    if cards.first().map_err(fault)?.is_some_and(|(key, _)| key.value().0 <= before.as_second()) {
        return Ok(true);
    }
    let first = counts.first().map_err(fault)?.is_some_and(|(key, _)| key.value().0 <= now);
    Ok(first || table.first().map_err(fault)?.is_some_and(|(key, _)| key.value().0 <= now))
}

fn overdue(files: &Files<Database>, now: i64) -> Result<bool, Fault> {
    let table = files.sealed.begin_read().map_err(fault)?.open_table(DUE).map_err(fault)?;
    Ok(table.first().map_err(fault)?.is_some_and(|(key, _)| key.value().0 <= now))
}

/// While the files cannot be opened anew nothing is written.
const fn shut() -> redb::Error {
    redb::Error::PreviousIo
}

/// Durable at commit, and quickly opened again after a crash.
fn begin(database: &Database) -> Result<WriteTransaction, Fault> {
    let mut tx = database.begin_write().map_err(fault)?;
    tx.set_quick_repair(true);
    Ok(tx)
}

/// The tables of the sealed file within one transaction.
struct Sealed<'tx> {
    seals: Table<'tx, SealKey, SealValue>,
    due: Table<'tx, (i64, &'static [u8; 16], u64), ()>,
}

impl Sealed<'_> {
    fn insert(&mut self, Place { id, version, due }: Place, seal: &[u8]) -> Result<(), Fault> {
        self.seals.insert((&id, version), (due, seal)).map_err(fault)?;
        self.due.insert((due, &id, version), ()).map_err(fault)?;
        Ok(())
    }

    fn remove(&mut self, Place { id, version, due }: Place) -> Result<(), Fault> {
        self.seals.remove((&id, version)).map_err(fault)?;
        self.due.remove((due, &id, version)).map_err(fault)?;
        Ok(())
    }

    fn sweep(&mut self, now: i64, limit: usize) -> Result<usize, Fault> {
        for swept in 0..limit {
            let first = self.due.first().map_err(fault)?;
            let first = first.map(|(key, _)| {
                let (due, id, version) = key.value();
                Place { id: *id, version, due }
            });
            match first {
                Some(place) if place.due <= now => self.remove(place)?,
                Some(_) | None => return Ok(swept),
            }
        }
        Ok(limit)
    }
}
