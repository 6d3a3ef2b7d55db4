//! A session as it is kept: what is visible, what is to be sealed, and how old records are read.

mod history;
mod record;
mod restore;

pub use history::{Entry, history};
pub use record::{
    Attempt, Commit, Digests, Header, KeptReply, RECORD_VERSION, Record, Secret, SessionId, Stored, TrailEntry, Write,
};
pub use restore::RestoreError;
