//! A session as it is kept: what is visible, what is to be sealed, and how old records are read.
//!
//! Architecture invariant: a [`Record`] has no field that could hold a card number, a piece of one or a security code.
//! Those leave a session only as a [`Secret`], which has no `Serialize` and goes through the vault.

mod history;
mod id;
mod kept;
mod kept_memory;
mod ledger;
mod orders;
mod reading;
mod record;
mod restore;
mod secret;
mod view;

pub use history::{Entry, Who, history};
pub use id::SessionId;
pub use ledger::{Attempt, Commit, TrailEntry, Write, first_broken};
pub use orders::{Claim, Holder, OrderRecord, OrderWrite};
pub use record::{Digests, HISTORY, Header, KeptReply, RECORD_VERSION, REPLIES, Record, Stored};
pub use restore::RestoreError;
pub use secret::Secret;
pub use view::{CollectedData, NextAction, View, ViewedCard};

#[cfg(test)]
mod tests;
