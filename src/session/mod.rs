//! A session as it is kept: what is visible, what is to be sealed, and how old records are read.
//!
//! Architecture invariant: a [`Record`] has no field that could hold a card number, a piece of one or a security code.
//! Those leave a session only as a [`Secret`], which has no `Serialize` and goes through the vault.

mod collected;
mod error;
mod forgetting;
mod history;
mod id;
mod kept;
mod kept_memory;
mod ledger;
mod orders;
mod record;
mod secret;
mod trail;
mod view;

pub use collected::{CollectedData, ViewedCard};
pub use error::RestoreError;
pub use history::{Entry, Line, Shows, Who, history};
pub use id::{SessionId, random_uuid};
pub use ledger::{Attempt, Commit, FIRST_LOOK, OpenAttempt, Write};
pub use orders::{Claim, Holder, OrderRecord, OrderWrite};
pub use record::{ANSWERED, Counted, Delivered, Digests, HISTORY, Header, KeptReply, REPLIES, Record, Stored};
pub use secret::Secret;
pub use trail::{Moved, Step, TrailEntry, chained, first_broken};
pub use view::{NextAction, View};

/// The version of records that this release writes, and the latest that it reads.
pub const RECORD_VERSION: u32 = 1;

#[cfg(test)]
mod tests;
