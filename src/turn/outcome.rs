//! How a turn ends: each question has endings of its own.

use super::Reply;
use crate::dialogue::{IntentId, Money};
use crate::limits::Refused;
use crate::session::TrailEntry;

/// How a message was answered.
#[derive(Debug)]
pub enum Chatted {
    /// With a reply, and what happened on the way.
    Reply(Box<Reply>, Vec<TrailEntry>),
    /// The same delivery was answered before: with this.
    Replayed(serde_json::Value),
}

/// What a deletion came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Deletion {
    /// The session is cancelled and purged, and nothing was charged in it.
    Done,
    /// The session is purged, and its payment had gone through: the record of that stays.
    Charged {
        /// How much was charged.
        amount: Money,
        /// The intent that was paid.
        intent: IntentId,
    },
    /// The session is purged once its payment is settled.
    Waiting,
}

/// What a look came to.
#[derive(Debug)]
pub enum Looked {
    /// Nothing of the session was in flight.
    Idle,
    /// The gateway answered. What the session says now, and what happened on the way.
    Answered(Box<Reply>, Vec<TrailEntry>),
    /// The gateway gave no answer: whoever asked must ask again.
    Unanswered(Box<Reply>, Vec<TrailEntry>),
}

/// Why a session cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Closed {
    /// There is none, or it has expired.
    #[error("there is no such session")]
    NotFound,
    /// The token is that of another session.
    #[error("the token does not open the session")]
    Forbidden,
    /// The store or the vault gave no answer.
    #[error("store or vault gave no answer: what was to be kept is kept whole, or not at all")]
    Unavailable,
    /// A later release wrote the record.
    #[error("the record cannot be read")]
    Unreadable,
}

/// Why a turn stopped. What it kept by then stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Stop {
    /// The session cannot be read.
    #[error(transparent)]
    Closed(#[from] Closed),
    /// Other turns of the session were committed first, three times. The gateway was not asked to move money.
    #[error("other turns came first")]
    Conflict,
    /// The gateway was asked to move money, or may yet be, and what came of it could not be kept: whoever asks again looks it
    /// up.
    #[error("what became of the payment could not be kept yet")]
    Undecided,
}

/// Why a message was not answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ChatError {
    /// As any turn may stop.
    #[error(transparent)]
    Stopped(#[from] Stop),
    /// An order came with a message that does not start a session.
    #[error("an order comes with the first message")]
    OrderTooLate,
    /// Another order came than the one that the session is to pay.
    #[error("this session is for another order")]
    OtherOrder,
    /// The delivery's key came before, with another message.
    #[error("this key came with another message")]
    OtherMessage,
    /// The delivery was answered before, and its reply is not kept any more.
    #[error("this was answered already")]
    AnsweredAlready,
    /// No new session may begin now.
    #[error("wait {1} seconds")]
    Refused(Refused, u32),
}

impl From<Closed> for ChatError {
    fn from(closed: Closed) -> Self {
        Self::Stopped(closed.into())
    }
}

/// Why a round was not carried out to its end.
pub(super) enum Halt<E> {
    /// What it did is not in the store: the session is read again.
    Lost(Loss),
    /// The turn is answered so.
    Ended(E),
}

impl<E> Halt<E> {
    /// Whether the store may hold what was to be kept, though it did not say so, and could not be asked.
    pub const fn may_be_kept(&self) -> bool {
        match self {
            Self::Lost(Loss::Unreachable) => true,
            Self::Lost(Loss::Vanished | Loss::Overtaken | Loss::OrderTaken) | Self::Ended(_) => false,
        }
    }
}

/// How a commit was lost.
#[derive(Clone, Copy)]
pub(super) enum Loss {
    /// Another turn of the session was committed first.
    Overtaken,
    /// Another session claimed the order first.
    OrderTaken,
    /// No answer came, and the store does not hold it.
    Vanished,
    /// The store or the vault gave no answer.
    Unreachable,
}

impl<E: From<Closed>> From<Closed> for Halt<E> {
    fn from(closed: Closed) -> Self {
        match closed {
            Closed::Unavailable => Self::Lost(Loss::Unreachable),
            Closed::NotFound | Closed::Forbidden | Closed::Unreadable => Self::Ended(closed.into()),
        }
    }
}

impl From<ChatError> for Halt<ChatError> {
    fn from(error: ChatError) -> Self {
        Self::Ended(error)
    }
}
