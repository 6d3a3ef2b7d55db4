//! The ports: what a turn needs of the world, as traits. Adapters implement them and decide nothing.
//!
//! Architecture invariant: nothing here does I/O, and no port names an adapter or a library of one
//! (`tests/it/architecture.rs`).

mod gateway;

use async_trait::async_trait;
use jiff::{SignedDuration, Timestamp};
use serde_json::Value;
use zeroize::Zeroizing;

pub use gateway::{EventError, Events, Finding, Gateway, GatewayEvent, Headers, Mark};

pub use crate::dialogue::Tokenised;
use crate::dialogue::{AttemptId, OrderId};
use crate::session::{Attempt, Commit, OpenAttempt, OrderRecord, OrderWrite, Record, SessionId, TrailEntry};
use crate::wording::{Frame, Moment, Voice};

/// The store could not be reached, or did not answer in time. Whether a write happened is unknown.
#[derive(Debug, thiserror::Error)]
#[error("the session store failed: {0}")]
pub struct StoreError(pub String);

/// Why a commit did not succeed.
#[derive(Debug, thiserror::Error)]
pub enum CommitError {
    /// Another write came first; nothing of this one was kept.
    #[error("another turn of this session was committed first")]
    Conflict,
    /// Another session's turn wrote the order first; nothing of this one was kept.
    #[error("another session's turn wrote the order first")]
    OrderConflict,
    /// Whether it was kept is unknown: load and compare the turn id.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Where sessions, attempts and the trail are kept.
#[async_trait]
pub trait Sessions: Send + Sync {
    /// The session's record; `None` when there is none or its `ttl` is over at `now`.
    async fn load(&self, id: &SessionId, now: Timestamp) -> Result<Option<Record>, StoreError>;

    /// Keeps all of `commit`, or nothing of it.
    async fn commit(&self, commit: Commit) -> Result<(), CommitError>;

    /// Writes to all places to which a commit writes, in the way of one, what is nobody's and is over at `until`: so it is
    /// found out whether a commit would be kept.
    async fn rehearse(&self, now: Timestamp, until: Timestamp) -> Result<(), StoreError>;

    /// What the ledger knows of an order; `None` when no session ever claimed it.
    async fn order(&self, id: &OrderId) -> Result<Option<OrderRecord>, StoreError>;

    /// How many records hold card data that should be gone at `now`.
    async fn overdue(&self, now: Timestamp) -> Result<u64, StoreError>;

    /// Deletes card data that is over at `now`, where nobody comes for it, and says of how many records. It is called every
    /// quarter of an hour; a store that does so by [`Self::sweep`] has nothing to do.
    async fn delete_overdue(&self, _now: Timestamp) -> Result<u64, StoreError> {
        Ok(0)
    }

    /// Drops what is over at `now`: sessions, card data, counts. It is called every few seconds, whether or not anybody comes;
    /// a store that does so by itself has nothing to do.
    async fn sweep(&self, _now: Timestamp) {}

    /// Whether what is written now would be found by whoever opens the store next, as far as that is known without asking
    /// anybody.
    fn is_there(&self) -> bool {
        true
    }
}

/// What outlives a session: read by schedules and auditors, never within a turn.
#[async_trait]
pub trait Ledger: Send + Sync {
    /// The attempts without a verdict that ended them, the one first whose next look comes first: those to be looked up by
    /// `by`, or all of them. At most `limit`, or so many of each part where what is open is kept in parts.
    async fn open_attempts(&self, by: Option<Timestamp>, limit: usize) -> Result<Vec<OpenAttempt>, StoreError>;

    /// Moves the next look at an open attempt to `next`; `false` where it ended, or where somebody else moved it since it
    /// was read: of those who want to look at the same time, one does.
    async fn look_again(&self, open: &OpenAttempt, next: Timestamp) -> Result<bool, StoreError>;

    /// Writes down how an open attempt ended of which no session knows, with what its order is then: both, or nothing.
    /// [`CommitError::Conflict`] where it ended already.
    async fn close(&self, ended: Attempt, order: Option<OrderWrite>) -> Result<(), CommitError>;

    /// The attempt with that id.
    async fn attempt(&self, id: &AttemptId) -> Result<Option<Attempt>, StoreError>;

    /// The audit trail of a session, in order.
    async fn trail(&self, id: &SessionId) -> Result<Vec<TrailEntry>, StoreError>;

    /// Writes down what an operator did, and what came of it.
    async fn note(&self, at: Timestamp, act: &str, found: Value) -> Result<(), StoreError>;
}

/// All of the ledger, row by row, for operators: a store that lasts has it.
#[async_trait]
pub trait Archive: Ledger {
    /// Some rows: the first, or those that follow `after`. Says where the next ones begin; `None` after the last.
    async fn rows(&self, after: Option<&Bookmark>) -> Result<(Vec<Row>, Option<Bookmark>), StoreError>;

    /// When the last step of a session was, by its trail.
    async fn last_step(&self, session: &SessionId) -> Result<Option<Timestamp>, StoreError>;

    /// Deletes these rows, and says how many: a payment that is open and an order that was written since stay.
    async fn forget(&self, rows: Vec<Row>) -> Result<u64, StoreError>;
}

/// One row of the ledger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Row {
    /// Steps of a session, which were kept together.
    Trail {
        /// Which session.
        session: SessionId,
        /// Where in its trail, as the store counts.
        place: u64,
        /// The steps.
        entries: Vec<TrailEntry>,
    },
    /// An attempt.
    Attempt(Attempt),
    /// An order.
    Order(OrderRecord),
}

/// A place between rows; what it says is the store's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bookmark(pub String);

/// Counts that bound abuse, shared by all who share the store. Each is over at its own time, and then is zero.
///
/// A count is only ever added to at once with reading what it is then, so that two who count at the same time cannot
/// both be the last that is let through.
#[async_trait]
pub trait Counts: Send + Sync {
    /// Adds `by` to the count of `key`, which is over at `until`, and says what it is then.
    async fn add(&self, key: &str, by: i64, now: Timestamp, until: Timestamp) -> Result<i64, StoreError>;

    /// What the counts of `keys` are, in their order; zero for those that are not there or over.
    async fn read(&self, keys: &[String], now: Timestamp) -> Result<Vec<i64>, StoreError>;
}

/// All that is kept, in one place.
pub trait Store: Sessions + Ledger + Counts {}

impl<T: Sessions + Ledger + Counts> Store for T {}

/// What a seal is bound to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The session.
    pub session: SessionId,
    /// The version of the record that holds it.
    pub version: u64,
}

/// Why a seal was not opened.
#[derive(Debug, thiserror::Error)]
pub enum VaultError {
    /// Moved, truncated, replayed, edited or too old. Never says more.
    #[error("the seal does not open")]
    Broken,
    /// The key could not be had.
    #[error("the vault failed: {0}")]
    Down(String),
}

/// Authenticated encryption of card data at rest.
#[async_trait]
pub trait Vault: Send + Sync {
    /// Seals `secret`, bound to `place`; it opens no more from `not_after` on.
    async fn seal(&self, place: &Place, not_after: Timestamp, secret: &[u8]) -> Result<Vec<u8>, VaultError>;

    /// Opens what was sealed for `place`, at `now`.
    async fn open(&self, place: &Place, now: Timestamp, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, VaultError>;

    /// Destroys the keys whose time is over, while nobody comes. Quick: it is called every few seconds.
    fn tend(&self) {}
}

/// How a model stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, strum::IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub enum ModelState {
    /// It is asked.
    Ok,
    /// It did not answer, several times in a row, and is left alone for a while.
    Resting,
    /// It is not there, or may not be used.
    Gone,
}

/// The language model, as far as a turn knows it.
#[async_trait]
pub trait Framer: Send + Sync {
    /// Courtesies for a moment; none where there is no model, or none in time.
    async fn frames(&self, moment: Moment) -> Vec<Frame>;

    /// The models that are asked, and how each stands, without asking any.
    fn models(&self) -> Vec<(String, ModelState)> {
        Vec::new()
    }

    /// What was said to a customer, by id, and in which voice. Whoever gathers candidates may ask for some, now that nobody
    /// waits.
    fn said(&self, ids: &[String], voice: &Voice);
}

/// Time and chance.
pub trait Clock: Send + Sync {
    /// The time.
    fn now(&self) -> Timestamp;

    /// The time since some moment, by a clock that nobody sets and that goes on while the machine sleeps.
    fn elapsed(&self) -> SignedDuration {
        self.now().duration_since(Timestamp::UNIX_EPOCH)
    }

    /// Random bytes that nobody can guess.
    fn fill(&self, bytes: &mut [u8]);
}
