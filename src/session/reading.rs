//! What can be read of a record.

use jiff::Timestamp;
use subtle::ConstantTimeEq as _;

use crate::dialogue::{OrderId, StateName};

use super::{CollectedData, Digests, Entry, Record, SessionId};

impl Record {
    /// The session.
    #[must_use]
    pub const fn session_id(&self) -> &SessionId {
        &self.session_id
    }

    /// The version of this record: every write is conditional on it.
    #[must_use]
    pub const fn version(&self) -> u64 {
        self.version
    }

    /// The version of the records' form.
    #[must_use]
    pub const fn record_version(&self) -> u32 {
        self.record_version
    }

    /// `currentStep` of the chat API.
    #[must_use]
    pub fn current_step(&self) -> &str {
        &self.current_step
    }

    /// `status` of the chat API.
    #[must_use]
    pub fn status(&self) -> &str {
        &self.status
    }

    /// Whether money is in the air, or an issuer is being asked.
    #[must_use]
    pub fn in_flight(&self) -> bool {
        [StateName::Processing, StateName::Authenticating].iter().any(|step| step.status() == self.status)
    }

    /// The order that this session is to pay, where there is one.
    #[must_use]
    pub fn order(&self) -> Option<&OrderId> {
        self.memory.order()
    }

    /// What was collected, masked.
    #[must_use]
    pub const fn collected_data(&self) -> &CollectedData {
        &self.collected_data
    }

    /// The seal.
    #[must_use]
    pub fn sealed(&self) -> Option<&[u8]> {
        self.sealed.as_deref()
    }

    /// Until when what is sealed may be held; stays when the seal itself was swept.
    #[must_use]
    pub const fn sealed_until(&self) -> Option<Timestamp> {
        self.sealed_until
    }

    /// What was said, oldest first.
    #[must_use]
    pub fn history(&self) -> &[Entry] {
        &self.conversation_history
    }

    /// The code of the session's language.
    #[must_use]
    pub fn language_code(&self) -> &str {
        &self.language
    }

    /// What it was begun under.
    #[must_use]
    pub const fn digests(&self) -> &Digests {
        &self.digests
    }

    /// The reply that was given to the message with this idempotency key.
    #[must_use]
    pub fn reply(&self, key: &str) -> Option<&serde_json::Value> {
        self.replies.iter().find(|kept| kept.key == key).map(|kept| &kept.reply)
    }

    /// When it was written.
    #[must_use]
    pub const fn last_updated(&self) -> Timestamp {
        self.last_updated
    }

    /// When it expires, in seconds since 1970.
    #[must_use]
    pub const fn ttl(&self) -> Option<i64> {
        self.ttl
    }

    /// Whether the session's token has this hash; takes the same time whichever byte differs.
    #[must_use]
    pub fn opens_with(&self, token_hash: &str) -> bool {
        !token_hash.is_empty() && self.token_hash.as_bytes().ct_eq(token_hash.as_bytes()).into()
    }

    /// The turn that wrote it.
    #[must_use]
    pub const fn turn(&self) -> u32 {
        self.turn
    }

    /// The random id of the turn that wrote it.
    #[must_use]
    pub fn turn_id(&self) -> &str {
        &self.turn_id
    }

    /// The digest of the latest entry of its trail.
    #[must_use]
    pub fn trail_head(&self) -> &str {
        &self.trail_head
    }
}
