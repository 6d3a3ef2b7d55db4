//! Sessions and the ledger in an embedded database: durable at every commit, in one folder.
//!
//! `sessions.redb` has sessions, attempts and the audit trail; `sealed.redb` has card numbers, sealed, and a backup leaves it
//! out. What people may see of a session is sealed as well. Redb's own pages keep what was deleted until they are used again:
//! no key opens it by then (see [`Slots`]).

mod archive;
mod compacting;
mod counts;
mod files;
mod open;
mod raw;
mod reading;
mod shown;
mod tables;
mod writer;

use std::fmt;
use std::path::Path;
use std::sync::mpsc::{Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;

use async_trait::async_trait;
use jiff::{SignedDuration, Timestamp};
use redb::{Database, ReadOnlyDatabase};
use serde_json::Value;
use tokio::sync::oneshot;

pub use files::OpenError;
pub use raw::{RawFindings, look_through};

use super::{Former, OperatorsLog, Slots, SystemClock, ceil_second};
use crate::dialogue::{AttemptId, OrderId};
use crate::ports::{Archive, Bookmark, Clock, CommitError, Counts, Ledger, Row, Sessions, StoreError};
use crate::session::{Attempt, Commit, OpenAttempt, OrderRecord, OrderWrite, Record, SessionId, TrailEntry};
use counts::Adding;
use files::Files;
use open::Open;
use shown::Shown;
use tables::{Act, Rows};
use writer::{Job, Writer};

/// What a data folder's sessions are sealed with, and when.
pub struct Sealing {
    /// The keys.
    pub slots: Arc<Slots>,
    /// What says when something is over.
    pub clock: Arc<dyn Clock>,
    /// How long a session lives after its last message.
    pub session: SignedDuration,
    /// How long an order keeps the ids of the card numbers that it was tried with.
    pub fingerprints: SignedDuration,
    /// Whether what a former release kept in clear is sealed now: not by a process that only looks, and whose keys end with it.
    pub takes_over: bool,
}

impl Sealing {
    /// Under keys that end with the process, for sessions that live an hour.
    #[must_use]
    pub fn in_memory(clock: Arc<dyn Clock>) -> Self {
        let slots = Arc::new(Slots::in_memory(clock.clone()));
        let (session, fingerprints) = (SignedDuration::from_hours(1), SignedDuration::from_hours(24 * 30));
        Self { slots, clock, session, fingerprints, takes_over: true }
    }
}

impl Sealing {
    /// For whoever wants the ledger alone: no session is opened, and no id of a card goes before the longest time for which it
    /// may be kept.
    #[must_use]
    pub fn of_the_ledger() -> Self {
        Self { fingerprints: SignedDuration::from_hours(24 * 365), takes_over: false, ..Self::default() }
    }
}

impl Default for Sealing {
    fn default() -> Self {
        Self::in_memory(Arc::new(SystemClock))
    }
}

impl fmt::Debug for Sealing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Sealing(…)")
    }
}

/// Sessions in a data folder, held by this process alone.
///
/// Reads happen in place; writes go through one thread that puts all that wait into one durable transaction.
#[derive(Debug)]
pub struct EmbeddedSessions {
    files: Arc<Open>,
    shown: Arc<Shown>,
    former: Former,
    jobs: Option<Sender<Job>>,
    writer: Mutex<Option<JoinHandle<()>>>,
}

impl EmbeddedSessions {
    /// Whether `folder` holds a store already.
    ///
    /// # Errors
    /// When it is there, and no folder.
    pub fn is_in(folder: &Path) -> Result<bool, OpenError> {
        files::is_in(folder)
    }

    /// Opens the data folder, making it (for its owner only) when it is not there.
    ///
    /// # Errors
    /// When another process has it, or when it cannot be read, made or written.
    pub fn open(folder: &Path, sealing: Sealing) -> Result<Self, OpenError> {
        let Sealing { slots, clock, session, fingerprints, takes_over } = sealing;
        let shown = Shown::new(slots.clone(), clock.clone(), session);
        let mut files = Files::<Database>::open(folder)?;
        if takes_over {
            files.compact(folder)?;
        }
        let former = files::unbroken(
            || {
                let taken = shown::take_over(&mut files, &shown, takes_over);
                taken.map_err(|cause| files::unreadable(folder, &cause.to_string()))
            },
            |cause| files::unreadable(folder, cause),
        )?;
        let files = Arc::new(Open::of(folder, files));
        let (jobs, queue) = channel();
        let writer = Writer::new(files.clone(), clock, slots, fingerprints);
        let thread = std::thread::Builder::new()
            .name("store-writer".to_owned())
            .spawn(move || writer.run(&queue))
            .map_err(|cause| OpenError::Io { folder: folder.to_owned(), cause })?;
        Ok(Self { files, shown: Arc::new(shown), former, jobs: Some(jobs), writer: Mutex::new(Some(thread)) })
    }

    /// What a former release left in the folder, as it was opened.
    #[must_use]
    pub const fn former(&self) -> Former {
        self.former
    }
}

impl EmbeddedSessions {
    fn send(&self, job: Job) -> Result<(), StoreError> {
        self.jobs.as_ref().ok_or_else(gone)?.send(job).map_err(|_| gone())
    }

    async fn act(&self, act: Act) -> Result<u64, CommitError> {
        let (done, outcome) = oneshot::channel();
        self.send(Job::Act { act, done })?;
        outcome.await.map_err(|_| gone())?
    }

    /// Whether a session may begin.
    fn room(&self) -> Result<(), StoreError> {
        if self.files.has_room() {
            return Ok(());
        }
        Err(StoreError("the disk is nearly full: no session begins".to_owned()))
    }
}

fn gone() -> StoreError {
    StoreError("the store's writer is gone".to_owned())
}

/// Waits until all that was asked for is written and the files are in order.
impl Drop for EmbeddedSessions {
    fn drop(&mut self) {
        self.jobs = None;
        let thread = self.writer.lock().unwrap_or_else(PoisonError::into_inner).take();
        if thread.is_some_and(|thread| thread.join().is_err()) {
            tracing::error!("the store's writer had panicked");
        }
    }
}

#[async_trait]
impl Sessions for EmbeddedSessions {
    async fn load(&self, id: &SessionId, now: Timestamp) -> Result<Option<Record>, StoreError> {
        self.files.read(|files| files.load(&self.shown, id, now))
    }

    async fn commit(&self, commit: Commit) -> Result<(), CommitError> {
        if commit.expected.is_none() {
            self.room()?;
        }
        let (done, outcome) = oneshot::channel();
        self.send(Job::Commit { rows: Box::new(Rows::of(commit, |record| self.shown.written(record))?), done })?;
        outcome.await.map_err(|_| gone())?
    }

    /// Commits and counts go through one writer, in one transaction.
    async fn rehearse(&self, now: Timestamp, until: Timestamp) -> Result<(), StoreError> {
        self.room()?;
        self.add("health", 1, now, until).await.map(|_| ())
    }

    async fn order(&self, id: &OrderId) -> Result<Option<OrderRecord>, StoreError> {
        self.files.read(|files| files.order(id))
    }

    async fn overdue(&self, now: Timestamp) -> Result<u64, StoreError> {
        self.files.read(|files| files.overdue(now))
    }

    fn is_there(&self) -> bool {
        self.files.is_there().is_ok()
    }
}

#[async_trait]
impl Ledger for EmbeddedSessions {
    async fn open_attempts(&self, by: Option<Timestamp>, limit: usize) -> Result<Vec<OpenAttempt>, StoreError> {
        self.files.read(|files| files.open_attempts(by, limit))
    }

    async fn look_again(&self, open: &OpenAttempt, next: Timestamp) -> Result<bool, StoreError> {
        match self.act(Act::Look { open: Box::new(open.clone()), next }).await {
            Ok(_) => Ok(true),
            Err(CommitError::Conflict | CommitError::OrderConflict) => Ok(false),
            Err(CommitError::Store(error)) => Err(error),
        }
    }

    async fn close(&self, ended: Attempt, order: Option<OrderWrite>) -> Result<(), CommitError> {
        self.act(Act::Close { ended: Box::new(ended), order: order.map(Box::new) }).await.map(|_| ())
    }

    async fn attempt(&self, id: &AttemptId) -> Result<Option<Attempt>, StoreError> {
        self.files.read(|files| files.attempt(id))
    }

    async fn trail(&self, id: &SessionId) -> Result<Vec<TrailEntry>, StoreError> {
        self.files.read(|files| files.trail(id))
    }

    async fn note(&self, at: Timestamp, act: &str, found: Value) -> Result<(), StoreError> {
        let noted = OperatorsLog::of(self.files.folder()).note(at, act, found);
        noted.map_err(|cause| StoreError(format!("the operators' trail can't be written: {cause}")))
    }
}

#[async_trait]
impl Archive for EmbeddedSessions {
    async fn rows(&self, after: Option<&Bookmark>) -> Result<(Vec<Row>, Option<Bookmark>), StoreError> {
        self.files.read(|files| files.rows(after))
    }

    async fn last_step(&self, session: &SessionId) -> Result<Option<Timestamp>, StoreError> {
        self.files.read(|files| files.last_step(session))
    }

    async fn forget(&self, rows: Vec<Row>) -> Result<u64, StoreError> {
        self.act(Act::Forget(rows)).await.map_err(|error| StoreError(error.to_string()))
    }
}

/// A data folder that is only read, while no server runs: for `retention verify`.
pub struct EmbeddedReader {
    files: Files<ReadOnlyDatabase>,
}

impl std::fmt::Debug for EmbeddedReader {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("EmbeddedReader(…)")
    }
}

impl EmbeddedReader {
    /// Opens the data folder to be read. Files that a killed server left are put in order first.
    ///
    /// # Errors
    /// [`OpenError::Busy`] while a server runs; when the folder is not there or cannot be read.
    pub fn open(folder: &Path) -> Result<Self, OpenError> {
        Ok(Self { files: Files::<ReadOnlyDatabase>::open_read_only(folder)? })
    }

    /// How many payments are in the air.
    ///
    /// # Errors
    /// When the files cannot be read.
    pub fn in_the_air(&self) -> Result<usize, StoreError> {
        Ok(self.files.open_attempts(None, usize::MAX)?.len())
    }

    /// How many seals are there that should be gone at `now`.
    ///
    /// # Errors
    /// When the files cannot be read.
    pub fn overdue(&self, now: Timestamp) -> Result<u64, StoreError> {
        self.files.overdue(now)
    }
}

#[async_trait]
impl Counts for EmbeddedSessions {
    async fn add(&self, key: &str, by: i64, now: Timestamp, until: Timestamp) -> Result<i64, StoreError> {
        let (done, count) = oneshot::channel();
        let adding = Adding { key: key.to_owned(), by, now: now.as_second(), until: ceil_second(until) };
        self.send(Job::Count { adding, done })?;
        count.await.map_err(|_| gone())?
    }

    async fn read(&self, keys: &[String], now: Timestamp) -> Result<Vec<i64>, StoreError> {
        self.files.read(|files| files.counts(keys, now))
    }
}
