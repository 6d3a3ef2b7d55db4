//! One turn: a message in, a reply out. `plan` decides the order of all I/O and is pure; `perform` carries it out.
//!
//! Architecture invariant: `plan` does no I/O and reads no clock; `perform` decides nothing; neither knows an adapter.

mod asking;
mod bounds;
mod counting;
mod keeping;
#[cfg(feature = "shell")]
mod perform;
mod plan;
#[cfg(feature = "shell")]
mod reconcile;
mod reply;
mod request;
mod settle;
mod working;

pub use bounds::{ClientKey, Tick};
#[cfg(feature = "shell")]
pub use perform::{Bot, Turn, hash_token};
pub use plan::{Next, Plan};
#[cfg(feature = "shell")]
pub use reconcile::Reconciled;
pub use reply::{NextAction, Reply};
pub use request::{Authority, Given, Outcome, Refused, Request, Said};

use zeroize::Zeroizing;

use crate::dialogue::{Confirmation, FullCard, IntentId, OrderId, Purpose, Tokenised, Verdict};
use crate::session::{Commit, OrderRecord, Record, SessionId};
use crate::wording::{Sentence, Wording};
use jiff::Timestamp;

/// What the plan wants done next. Exactly one thing at a time.
#[derive(Debug)]
pub enum Io {
    /// Load the session's record.
    Load(SessionId),
    /// Open the seal in the record of this version.
    Open {
        /// Whose.
        session: SessionId,
        /// Of which version.
        version: u64,
        /// The seal.
        sealed: Vec<u8>,
    },
    /// Turn the card into a token.
    Tokenise {
        /// The card.
        card: Box<FullCard>,
        /// The idempotency key.
        key: String,
    },
    /// Read what the ledger knows of an order.
    Order(OrderId),
    /// Read these counts.
    Count(Vec<String>),
    /// Add one to the first of these counts, and read all of them.
    Reserve {
        /// The counts.
        keys: Vec<String>,
        /// When what is added is over.
        until: Timestamp,
    },
    /// Change these counts. Where that fails nothing else does.
    Tally(Vec<Tick>),
    /// Create the unconfirmed intent.
    OpenIntent {
        /// What it is for.
        purpose: Purpose,
        /// The idempotency key.
        key: String,
    },
    /// Confirm the intent.
    Charge {
        /// Which, and with what.
        confirmation: Confirmation,
        /// What it is for.
        purpose: Purpose,
    },
    /// Retrieve the intent.
    LookUp(Confirmation),
    /// Cancel the intent.
    Cancel(Confirmation),
    /// Word these sentences.
    Phrase {
        /// What is to be said.
        sentences: Vec<Sentence>,
        /// Which one to take where there are several wordings: the same for the same turn of the same session.
        pick: u64,
    },
    /// Seal this for the record of that version.
    Seal {
        /// Whose.
        session: SessionId,
        /// For which version.
        version: u64,
        /// When it may no longer be opened.
        until: Timestamp,
        /// What.
        secret: Zeroizing<Vec<u8>>,
    },
    /// Keep all of this, or nothing of it.
    Commit(Box<Commit>),
}

/// What came back.
#[derive(Debug)]
pub enum Back {
    /// To [`Io::Load`]: the record, when there is one that has not expired.
    Loaded(Option<Box<Record>>),
    /// To [`Io::Open`]: what was sealed; `None` when the seal does not open.
    Opened(Option<Zeroizing<Vec<u8>>>),
    /// To [`Io::Order`].
    Order(Option<Box<OrderRecord>>),
    /// To [`Io::Count`] and [`Io::Reserve`], in the order of the keys.
    Counted(Vec<i64>),
    /// To [`Io::Tally`].
    Tallied,
    /// To [`Io::Tokenise`].
    Tokenised(Tokenised),
    /// To [`Io::OpenIntent`].
    Intent(Option<IntentId>),
    /// To [`Io::Charge`], [`Io::LookUp`] and [`Io::Cancel`].
    Verdict(Verdict),
    /// To [`Io::Phrase`].
    Phrased(Vec<Option<Wording>>),
    /// To [`Io::Seal`].
    Sealed(Vec<u8>),
    /// To [`Io::Commit`]: it is kept.
    Committed,
    /// To [`Io::Commit`]: another write came first.
    Conflict,
    /// To [`Io::Commit`]: another session wrote the order first.
    OrderConflict,
    /// To anything of store or vault: no answer; whether a write was kept is unknown.
    Failed,
}
