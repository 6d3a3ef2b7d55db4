//! Sessions and the ledger in an embedded database: durable at every commit, in one folder.
//!
//! `sessions.redb` has sessions, attempts and the audit trail; `sealed.redb` has what is sealed, and a backup leaves it
//! out. Redb's own pages keep what was deleted until they are used again: there it is still sealed, and its key file is
//! elsewhere.

mod counts;
mod files;
mod open;
mod reading;
mod tables;
mod writer;

use std::path::Path;
use std::sync::mpsc::{Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;

use async_trait::async_trait;
use jiff::Timestamp;
use redb::ReadOnlyDatabase;
use tokio::sync::oneshot;

pub use files::OpenError;

use super::{SystemClock, ceil_second};
use crate::dialogue::{AttemptId, OrderId};
use crate::ports::{Clock, CommitError, Counts, Ledger, Sessions, StoreError};
use crate::session::{Attempt, Commit, OrderRecord, Record, SessionId, TrailEntry};
use counts::Adding;
use files::Files;
use open::Open;
use tables::Rows;
use writer::{Job, Writer};

/// Sessions in a data folder, held by this process alone.
///
/// Reads happen in place; writes go through one thread that puts all that wait into one durable transaction.
#[derive(Debug)]
pub struct EmbeddedSessions {
    files: Arc<Open>,
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
    pub fn open(folder: &Path) -> Result<Self, OpenError> {
        Self::open_at(folder, Arc::new(SystemClock))
    }

    /// As [`Self::open`], with the clock that says what is over.
    ///
    /// # Errors
    /// As [`Self::open`].
    pub fn open_at(folder: &Path, clock: Arc<dyn Clock>) -> Result<Self, OpenError> {
        let files = Arc::new(Open::of(folder)?);
        let (jobs, queue) = channel();
        let writer = Writer::new(files.clone(), clock);
        let thread = std::thread::Builder::new()
            .name("store-writer".to_owned())
            .spawn(move || writer.run(&queue))
            .map_err(|cause| OpenError::Io { folder: folder.to_owned(), cause })?;
        Ok(Self { files, jobs: Some(jobs), writer: Mutex::new(Some(thread)) })
    }
}

impl EmbeddedSessions {
    fn send(&self, job: Job) -> Result<(), StoreError> {
        self.jobs.as_ref().ok_or_else(gone)?.send(job).map_err(|_| gone())
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
        self.files.read(|files| files.load(id, now))
    }

    async fn commit(&self, commit: Commit) -> Result<(), CommitError> {
        if commit.expected.is_none() {
            self.room()?;
        }
        let (done, outcome) = oneshot::channel();
        self.send(Job::Commit { rows: Box::new(Rows::of(commit)), done })?;
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
    async fn open_attempts(&self, after: Option<&Attempt>, limit: usize) -> Result<Vec<Attempt>, StoreError> {
        self.files.read(|files| files.open_attempts(after, limit))
    }

    async fn attempt(&self, id: &AttemptId) -> Result<Option<Attempt>, StoreError> {
        self.files.read(|files| files.attempt(id))
    }

    async fn trail(&self, id: &SessionId) -> Result<Vec<TrailEntry>, StoreError> {
        self.files.read(|files| files.trail(id))
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
