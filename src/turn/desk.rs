//! One door to the world: all that a turn may ask, and one typed question for each.

use jiff::Timestamp;
use zeroize::Zeroizing;

use super::outcome::Closed;
use super::request::Given;
use crate::dialogue::{Confirmation, FullCard, Opened, OrderId, Purpose, Tokenised, Verdict};
use crate::limits::Tick;
use crate::session::{Commit, OrderRecord, Record, SessionId};
use crate::wording::{Frame, Moment};

/// What a turn asks of the world. Exactly one thing at a time.
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
    /// Read these counts, or what they were a few seconds ago.
    Glance(Vec<String>),
    /// Change these counts, all of them or none, and say what they are then.
    Reserve(Vec<Tick>),
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
    /// Find courtesies for this moment.
    Frame(Moment),
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
    /// Wait a little after so many lost rounds, and say whether there is time for another one.
    Pause(u8),
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
    /// To [`Io::Count`], [`Io::Glance`] and [`Io::Reserve`], in their order.
    Counted(Vec<i64>),
    /// To [`Io::Tally`].
    Tallied,
    /// To [`Io::Tokenise`].
    Tokenised(Tokenised),
    /// To [`Io::OpenIntent`].
    Intent(Opened),
    /// To [`Io::Charge`], [`Io::LookUp`] and [`Io::Cancel`].
    Verdict(Verdict),
    /// To [`Io::Frame`].
    Framed(Vec<Frame>),
    /// To [`Io::Seal`].
    Sealed(Vec<u8>),
    /// To [`Io::Pause`]: whether there is time.
    Paused(bool),
    /// To [`Io::Commit`]: it is kept.
    Committed,
    /// To [`Io::Commit`]: another write came first.
    Conflict,
    /// To [`Io::Commit`]: another session wrote the order first.
    OrderConflict,
    /// To anything of store or vault: no answer; whether a write was kept is unknown.
    Failed,
}

/// Whoever answers what a turn asks: the ports in production, a test elsewhere. It decides nothing.
pub trait World: Sync {
    /// Does what is asked, and says what came of it.
    fn answer(&self, io: Io) -> impl Future<Output = Back> + Send;
}

/// What became of a commit, as far as the store said.
pub(super) enum Committed {
    /// It is kept.
    Kept,
    /// Another write came first.
    Conflict,
    /// Another session wrote the order first.
    OrderConflict,
    /// No answer came.
    Unknown,
}

/// Where a turn stands while it asks.
pub(super) struct Desk<'a, W> {
    pub world: &'a W,
    pub given: Given<'a>,
}

/// Asks, and takes no answer but the one that belongs to the question. No answer, or one to another question: the turn
/// cannot go on.
macro_rules! ask {
    ($desk:ident, $io:expr, $answer:pat => $value:expr) => {{
        let $answer = $desk.world.answer($io).await else { return Err(Closed::Unavailable) };
        Ok($value)
    }};
}

impl<W: World> Desk<'_, W> {
    pub async fn load(&self, session: SessionId) -> Result<Option<Box<Record>>, Closed> {
        ask!(self, Io::Load(session), Back::Loaded(answer) => answer)
    }

    /// What was sealed in `record`; `None` when the seal does not open.
    pub async fn open(&self, record: &Record, sealed: &[u8]) -> Result<Option<Zeroizing<Vec<u8>>>, Closed> {
        let (session, version) = (record.session_id().clone(), record.version());
        ask!(self, Io::Open { session, version, sealed: sealed.to_vec() }, Back::Opened(answer) => answer)
    }

    pub async fn order(&self, order: OrderId) -> Result<Option<Box<OrderRecord>>, Closed> {
        let known: Option<Box<OrderRecord>> = ask!(self, Io::Order(order), Back::Order(answer) => answer)?;
        let before = self.given.now - self.given.policy.fingerprints;
        Ok(known.map(|known| Box::new(known.without_cards(before))))
    }

    pub async fn count(&self, keys: Vec<String>) -> Result<Vec<i64>, Closed> {
        ask!(self, Io::Count(keys), Back::Counted(answer) => answer)
    }

    /// The same, which may be a few seconds old.
    pub async fn glance(&self, keys: Vec<String>) -> Result<Vec<i64>, Closed> {
        ask!(self, Io::Glance(keys), Back::Counted(answer) => answer)
    }

    /// Counts first; what the counts are then.
    pub async fn reserve(&self, ticks: Vec<Tick>) -> Result<Vec<i64>, Closed> {
        ask!(self, Io::Reserve(ticks), Back::Counted(answer) => answer)
    }

    pub async fn tally(&self, ticks: Vec<Tick>) -> Result<(), Closed> {
        ask!(self, Io::Tally(ticks), Back::Tallied => ())
    }

    pub async fn tokenise(&self, card: Box<FullCard>, key: String) -> Result<Tokenised, Closed> {
        ask!(self, Io::Tokenise { card, key }, Back::Tokenised(answer) => answer)
    }

    pub async fn open_intent(&self, purpose: Purpose, key: String) -> Result<Opened, Closed> {
        ask!(self, Io::OpenIntent { purpose, key }, Back::Intent(answer) => answer)
    }

    pub async fn charge(&self, confirmation: Confirmation, purpose: Purpose) -> Result<Verdict, Closed> {
        ask!(self, Io::Charge { confirmation, purpose }, Back::Verdict(answer) => answer)
    }

    pub async fn look_up(&self, confirmation: Confirmation) -> Result<Verdict, Closed> {
        ask!(self, Io::LookUp(confirmation), Back::Verdict(answer) => answer)
    }

    pub async fn cancel(&self, confirmation: Confirmation) -> Result<Verdict, Closed> {
        ask!(self, Io::Cancel(confirmation), Back::Verdict(answer) => answer)
    }

    pub async fn frames(&self, moment: Moment) -> Result<Vec<Frame>, Closed> {
        ask!(self, Io::Frame(moment), Back::Framed(answer) => answer)
    }

    /// Waits a little; whether there is time for another round.
    pub async fn pause(&self, lost: u8) -> bool {
        matches!(self.world.answer(Io::Pause(lost)).await, Back::Paused(true))
    }

    /// Seals `secret` for the version of `record`, to be opened until then.
    pub async fn seal(&self, record: &Record, until: Timestamp, secret: Zeroizing<Vec<u8>>) -> Result<Vec<u8>, Closed> {
        let (session, version) = (record.session_id().clone(), record.version());
        ask!(self, Io::Seal { session, version, until, secret }, Back::Sealed(answer) => answer)
    }

    pub async fn commit(&self, commit: Commit) -> Result<Committed, Closed> {
        match self.world.answer(Io::Commit(Box::new(commit))).await {
            Back::Committed => Ok(Committed::Kept),
            Back::Conflict => Ok(Committed::Conflict),
            Back::OrderConflict => Ok(Committed::OrderConflict),
            Back::Failed => Ok(Committed::Unknown),
            Back::Loaded(_)
            | Back::Opened(_)
            | Back::Order(_)
            | Back::Counted(_)
            | Back::Tallied
            | Back::Tokenised(_)
            | Back::Intent(_)
            | Back::Verdict(_)
            | Back::Framed(_)
            | Back::Sealed(_)
            | Back::Paused(_) => Err(Closed::Unavailable),
        }
    }
}
