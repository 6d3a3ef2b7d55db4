//! What outlives a session: attempts to charge, and what one turn keeps. Nothing of it is sealed or secret.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::{OrderWrite, Record, SessionId, TrailEntry};
use crate::dialogue::{AttemptId, IntentId, OrderId};

/// One confirmation of an intent, as the ledger keeps it. Kept under its attempt id; a later one replaces it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Attempt {
    /// The intent that is confirmed.
    pub intent: IntentId,
    /// The attempt, and its idempotency key.
    pub attempt: AttemptId,
    /// The session it belongs to.
    pub session: SessionId,
    /// The merchant's order that it pays, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order: Option<OrderId>,
    /// When it was saved first, before it was sent: a store keeps the earliest.
    pub opened_at: Timestamp,
    /// Whether a verdict ended it. Those that are open are found by an index.
    pub closed: bool,
    /// What the gateway said last ("paid", "declined:plain", "pending", …); `None` before its first word.
    pub verdict: Option<String>,
}

impl Attempt {
    /// When it is looked up first.
    #[must_use]
    pub fn first_look(&self) -> Timestamp {
        self.opened_at + FIRST_LOOK
    }

    /// This attempt in the place of what the ledger had of it: its beginning stays.
    #[must_use]
    pub fn replacing(mut self, earlier: Option<&Self>) -> Self {
        if let Some(earlier) = earlier {
            self.opened_at = self.opened_at.min(earlier.opened_at);
        }
        self
    }
}

/// How old an attempt is when it is looked up first: a younger one is in the hands of a turn that is still under way.
pub const FIRST_LOOK: SignedDuration = SignedDuration::from_secs(30);

/// The shortest and the longest time between two looks.
const BETWEEN: [SignedDuration; 2] = [SignedDuration::from_mins(1), SignedDuration::from_hours(1)];

/// An attempt without an end, and when it is looked up next.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct OpenAttempt {
    /// The attempt.
    #[serde(flatten)]
    pub attempt: Attempt,
    /// When it is looked up next.
    pub next_look: Timestamp,
}

impl OpenAttempt {
    /// An attempt whose next look was moved to that moment; `None`: nobody looked yet.
    #[must_use]
    pub fn of(attempt: Attempt, moved: Option<Timestamp>) -> Self {
        Self { next_look: moved.unwrap_or_else(|| attempt.first_look()), attempt }
    }

    /// When it is looked up again after a look at `now`: when it is twice as old, but a minute later at least and an hour at
    /// most; and once at the moment from which on a look gives it up.
    #[must_use]
    pub fn look_after(&self, now: Timestamp, undecided: SignedDuration) -> Timestamp {
        let opened = self.attempt.opened_at;
        let [least, most] = BETWEEN;
        let next = now + now.duration_since(opened).clamp(least, most);
        let lapses = opened + undecided;
        if lapses > now { next.min(lapses.max(now + least)) } else { next }
    }
}

/// What becomes of a session's record.
#[derive(Clone, Debug)]
pub enum Write {
    /// It is this now.
    Put(Box<Record>),
    /// It is gone.
    Delete(SessionId),
}

impl Write {
    /// Whose record is written.
    #[must_use]
    pub fn session(&self) -> &SessionId {
        match self {
            Self::Put(record) => record.session_id(),
            Self::Delete(id) => id,
        }
    }
}

/// All that one turn keeps: in one transaction, or nothing of it.
#[derive(Clone, Debug)]
pub struct Commit {
    /// The session's record.
    pub write: Write,
    /// The version that must be there now; `None`: there must be none.
    pub expected: Option<u64>,
    /// The attempt that was opened or closed in this turn.
    pub attempt: Option<Attempt>,
    /// The order that was claimed or let go in this turn.
    pub order: Option<OrderWrite>,
    /// What goes to the ledger of what happened, in order; the rest lies in the record.
    pub trail: Vec<TrailEntry>,
}
