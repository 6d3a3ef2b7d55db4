//! The record of a session, and what goes into it.

use std::fmt;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use jiff::Timestamp;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use subtle::ConstantTimeEq as _;

use super::kept::KeptState;
use super::kept_memory::KeptMemory;
use super::{
    CollectedData, Entry, RECORD_VERSION, RestoreError, Secret, SessionId, Step, TrailEntry, chained, forgetting,
};
use crate::dialogue::{Language, NameState, OrderId, Session, State, StateName};

/// So many replies are kept by their idempotency keys.
pub const REPLIES: usize = 1;

/// So many keys are remembered beside those: what comes under them was answered already. Where a reply is forgotten before
/// its time, its key is remembered for as long as it would have been.
pub const ANSWERED: usize = 3;

/// So many entries of the conversation are kept.
pub const HISTORY: usize = 60;

/// What a session was begun under, as SHA-256 in hexadecimal.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Digests {
    /// The transition table.
    pub machine: String,
    /// Lexicons, policy, declines, brands, catalog and contract.
    pub rules: String,
}

/// A reply that is given again when its message is delivered again.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct KeptReply {
    /// The message's idempotency key, as a keyed hash.
    pub key: String,
    /// What the message said, as a keyed hash of what is left without its digits.
    #[serde(default)]
    pub says: String,
    /// The reply's body.
    pub reply: serde_json::Value,
}

impl fmt::Debug for KeptReply {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("KeptReply").field("key", &self.key).finish_non_exhaustive()
    }
}

/// What is known of a delivery by its key.
#[derive(Debug)]
pub enum Delivered<'a> {
    /// It did not come before.
    New,
    /// It came before, and was given this.
    Kept(&'a KeptReply),
    /// It came before, and what it was given is not kept any more.
    Forgotten,
}

/// What belongs to a session but not to its machine.
#[derive(Clone, Debug, PartialEq)]
pub struct Header {
    /// The session.
    pub session_id: SessionId,
    /// The version of its record: one more with every write.
    pub version: u64,
    /// The turn that wrote it.
    pub turn: u32,
    /// That turn's random id: tells our own write from a rival's.
    pub turn_id: String,
    /// The hash of the session's token.
    pub token_hash: String,
    /// What it was begun under.
    pub digests: Digests,
    /// The last replies, oldest first; more than [`REPLIES`] are cut, and so are those that show what is held no more.
    pub replies: Vec<KeptReply>,
    /// The keys of replies before those, oldest first; more than [`ANSWERED`] are cut.
    pub answered: Vec<String>,
    /// It began with a key of its client's, under which it is found again.
    pub begun: bool,
    /// What was said, oldest first; more than [`HISTORY`] are cut. What is held no more goes from its lines.
    pub history: Vec<Entry>,
    /// When it was written.
    pub last_updated: Timestamp,
    /// When it expires, in seconds since 1970; `None` in flight: then it does not.
    pub ttl: Option<i64>,
    /// The digest of the latest entry of its trail that is in the ledger; empty as long as none is.
    pub trail_head: String,
    /// What happened since.
    pub steps: Vec<Step>,
    /// What its card was added to.
    pub counted: Counted,
}

/// The counts that bound abuse to which a session's card was added. They tell nothing without the service's key.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counted {
    /// When it became a token, and no attempt was sent since.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub token: Vec<String>,
    /// When the attempt that is in the air was about to be sent.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attempt: Vec<String>,
}

impl Counted {
    fn is_empty(&self) -> bool {
        self.token.is_empty() && self.attempt.is_empty()
    }
}

/// A session read back from its record.
#[derive(Clone, Debug, PartialEq)]
pub struct Stored {
    /// The session, as the machine knows it.
    pub session: Session,
    /// What else belongs to it.
    pub header: Header,
}

/// A session as it is kept. Its `Debug` shows no value of the customer.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[expect(clippy::struct_field_names, reason = "recordVersion is its name in the record")]
pub struct Record {
    pub(super) session_id: SessionId,
    pub(super) version: u64,
    pub(super) record_version: u32,
    pub(super) current_step: String,
    pub(super) status: String,
    pub(super) collected_data: CollectedData,
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        serialize_with = "to_base64",
        deserialize_with = "of_base64"
    )]
    pub(super) sealed: Option<Vec<u8>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) sealed_until: Option<Timestamp>,
    pub(super) conversation_history: Vec<Entry>,
    pub(super) language: String,
    pub(super) digests: Digests,
    pub(super) replies: Vec<KeptReply>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) answered: Vec<String>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(super) begun: bool,
    pub(super) last_updated: Timestamp,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) ttl: Option<i64>,
    pub(super) token_hash: String,
    pub(super) turn: u32,
    pub(super) turn_id: String,
    pub(super) trail_head: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) steps: Vec<Step>,
    #[serde(default, skip_serializing_if = "Counted::is_empty")]
    pub(super) counted: Counted,
    pub(super) state: KeptState,
    pub(super) memory: KeptMemory,
    /// Where a bare record's session stood.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) bare: Option<String>,
}

impl Record {
    /// The record of a session, and what of it must be sealed: seal that, and hand it to [`Self::with_sealed`].
    ///
    /// Its history and its replies show what the session still holds, and nothing that it let go of.
    #[must_use]
    pub fn of(session: &Session, header: &Header) -> (Self, Option<Secret>) {
        let step = session.state.state_name();
        let secret = Secret::of(&session.state);
        let collected = CollectedData::of(&session.state);
        let language = session.memory.language;
        let (replies, answered) = replies(header, &collected);
        let record = Self {
            session_id: header.session_id.clone(),
            version: header.version,
            record_version: RECORD_VERSION,
            current_step: step.current_step().to_owned(),
            status: step.status().to_owned(),
            sealed: None,
            sealed_until: None,
            conversation_history: forgetting::lines(tail(&header.history, HISTORY), &collected, language),
            collected_data: collected,
            language: language.code().to_owned(),
            digests: header.digests.clone(),
            replies,
            answered,
            begun: header.begun,
            last_updated: header.last_updated,
            ttl: header.ttl,
            token_hash: header.token_hash.clone(),
            turn: header.turn,
            turn_id: header.turn_id.clone(),
            trail_head: header.trail_head.clone(),
            steps: header.steps.clone(),
            counted: header.counted.clone(),
            state: KeptState::of(&session.state),
            memory: KeptMemory::of(&session.memory),
            bare: None,
        };
        (record, secret)
    }

    /// The record with its seal, and until when what is sealed may be held. Without a seal, `until` is dropped.
    #[must_use]
    pub fn with_sealed(mut self, sealed: Option<Vec<u8>>, until: Option<Timestamp>) -> Self {
        self.sealed_until = until.filter(|_| sealed.is_some());
        self.sealed = sealed;
        self
    }

    /// The record without what people may see of the customer: no name, no date, no history, no reply, and a brand with last
    /// four digits only where a payment was sent with them. A store that seals the rest keeps this beside it, in clear, for
    /// when the key to the seal is gone.
    #[must_use]
    pub fn bare(&self) -> Self {
        let state = self.state.bare();
        let left = state.restore_without_card().unwrap_or_else(|_| State::Name(NameState::default()));
        let step = left.state_name();
        let keys: Vec<String> = self.replies.iter().map(|kept| kept.key.clone()).collect();
        Self {
            current_step: step.current_step().to_owned(),
            status: step.status().to_owned(),
            collected_data: CollectedData::of(&left),
            sealed: None,
            sealed_until: None,
            conversation_history: Vec::new(),
            replies: Vec::new(),
            answered: tail(&[self.answered.as_slice(), &keys].concat(), REPLIES + ANSWERED).to_vec(),
            state,
            bare: Some(self.current_step.clone()),
            ..self.clone()
        }
    }

    /// The step at which the session stood, where the rest of it could not be read: what was collected is to be asked for again.
    #[must_use]
    pub fn bare_since(&self) -> Option<&str> {
        self.bare.as_deref()
    }

    /// The trail of the session, of which this went to the ledger before.
    #[must_use]
    pub fn trail(&self, mut moved: Vec<TrailEntry>) -> Vec<TrailEntry> {
        let held = chained(&self.session_id, self.steps.iter().cloned(), &self.trail_head);
        moved.extend(held);
        moved
    }

    /// Takes the steps out that are not in the ledger yet, for a store that keeps them elsewhere.
    pub fn take_steps(&mut self) -> Vec<Step> {
        std::mem::take(&mut self.steps)
    }

    /// Puts steps back in that were kept elsewhere.
    pub fn put_steps(&mut self, steps: Vec<Step>) {
        self.steps = steps;
    }

    /// Takes the seal out, for a store that keeps it elsewhere; [`Self::sealed_until`] stays.
    pub fn take_sealed(&mut self) -> Option<Vec<u8>> {
        self.sealed.take()
    }

    /// Puts a seal back in that was kept elsewhere.
    pub fn put_sealed(&mut self, sealed: Option<Vec<u8>>) {
        self.sealed = sealed;
    }

    /// What this record's session was begun with, and what else is not the machine's.
    #[must_use]
    pub fn header(&self) -> Header {
        Header {
            session_id: self.session_id.clone(),
            version: self.version,
            turn: self.turn,
            turn_id: self.turn_id.clone(),
            token_hash: self.token_hash.clone(),
            digests: self.digests.clone(),
            replies: self.replies.clone(),
            answered: self.answered.clone(),
            begun: self.begun,
            history: self.conversation_history.clone(),
            last_updated: self.last_updated,
            ttl: self.ttl,
            trail_head: self.trail_head.clone(),
            steps: self.steps.clone(),
            counted: self.counted.clone(),
        }
    }

    /// The record as JSON.
    #[must_use]
    pub fn to_json(&self) -> Vec<u8> {
        // Strings, numbers and lists only: there is nothing that JSON could refuse.
        serde_json::to_vec(self).unwrap_or_default()
    }

    /// The record in `json`. One of a later release comes back as well, so that it can be refused by
    /// [`Self::restore`] and not be taken for a session that is not there.
    ///
    /// # Errors
    /// [`RestoreError::Malformed`] when it is no record.
    pub fn from_json(json: &[u8]) -> Result<Self, RestoreError> {
        match serde_json::from_slice::<Self>(json) {
            Ok(record) if record.record_version <= RECORD_VERSION => Ok(record),
            Ok(_) | Err(_) => Self::newer(json).ok_or(RestoreError::Malformed("JSON")),
        }
    }

    /// The least that is known of a record of a later release.
    fn newer(json: &[u8]) -> Option<Self> {
        let Envelope { session_id, version, record_version, token_hash, ttl } = serde_json::from_slice(json).ok()?;
        (record_version > RECORD_VERSION).then(|| Self {
            session_id,
            version,
            record_version,
            current_step: String::new(),
            status: String::new(),
            collected_data: CollectedData::default(),
            sealed: None,
            sealed_until: None,
            conversation_history: Vec::new(),
            language: String::new(),
            digests: Digests::default(),
            replies: Vec::new(),
            answered: Vec::new(),
            begun: false,
            last_updated: Timestamp::UNIX_EPOCH,
            ttl,
            token_hash,
            turn: 0,
            turn_id: String::new(),
            trail_head: String::new(),
            steps: Vec::new(),
            counted: Counted::default(),
            state: KeptState::Unread,
            memory: KeptMemory::default(),
            bare: None,
        })
    }

    /// The session, with the card data that was unsealed for it.
    ///
    /// # Errors
    /// [`RestoreError::Newer`] before anything else is looked at; [`RestoreError::SecretMissing`] when the state holds
    /// card data and `secret` is none of its kind; [`RestoreError::Malformed`] for anything unreadable.
    pub fn restore(&self, secret: Option<&Secret>) -> Result<Stored, RestoreError> {
        self.readable()?;
        let state = self.state.restore(secret)?;
        Ok(Stored { session: Session { memory: self.memory.restore()?, state }, header: self.header() })
    }

    /// The session as if its number, or the pieces of one, had never been given. Everything else is kept.
    ///
    /// # Errors
    /// As [`Self::restore`], but never [`RestoreError::SecretMissing`].
    pub fn restore_without_card(&self) -> Result<Stored, RestoreError> {
        self.readable()?;
        let state = self.state.restore_without_card()?;
        Ok(Stored { session: Session { memory: self.memory.restore()?, state }, header: self.header() })
    }

    /// Records of older versions are migrated here once there are any.
    fn readable(&self) -> Result<(), RestoreError> {
        match self.record_version {
            0 => Err(RestoreError::Malformed("recordVersion")),
            RECORD_VERSION => Ok(()),
            version => Err(RestoreError::Newer { version }),
        }
    }

    /// Whether its time is over at `now`.
    #[must_use]
    pub fn is_expired(&self, now: Timestamp) -> bool {
        self.ttl.is_some_and(|ttl| ttl <= now.as_second())
    }
}

/// What can be read of a record.
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

    /// What was said, oldest first. What a former release kept of values that are held no more is left out.
    #[must_use]
    pub fn history(&self) -> Vec<Entry> {
        let language = Language::from_tag(&self.language).unwrap_or_default();
        forgetting::lines(&self.conversation_history, &self.collected_data, language)
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

    /// What is known of the delivery with this key. Of what a former release kept, a reply that shows what is held no more
    /// is not given again.
    #[must_use]
    pub fn delivered(&self, key: &str) -> Delivered<'_> {
        match self.replies.iter().find(|kept| kept.key == key) {
            Some(kept) if forgetting::may_be_given_again(&kept.reply, &self.collected_data, self.turn) => {
                Delivered::Kept(kept)
            }
            Some(_) => Delivered::Forgotten,
            None if self.answered.iter().any(|answered| answered == key) => Delivered::Forgotten,
            None => Delivered::New,
        }
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

impl fmt::Debug for Record {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Record")
            .field("session_id", &self.session_id)
            .field("version", &self.version)
            .field("status", &self.status)
            .finish_non_exhaustive()
    }
}

/// What every release can read of a record.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Envelope {
    session_id: SessionId,
    version: u64,
    record_version: u32,
    token_hash: String,
    #[serde(default)]
    ttl: Option<i64>,
}

/// The replies that are kept, and the keys of those that are not any more.
fn replies(header: &Header, held: &CollectedData) -> (Vec<KeptReply>, Vec<String>) {
    let cut = header.replies.len().saturating_sub(REPLIES);
    let (mut kept, mut answered) = (Vec::new(), header.answered.clone());
    for (at, reply) in header.replies.iter().enumerate() {
        if at >= cut && forgetting::may_be_given_again(&reply.reply, held, header.turn) {
            kept.push(reply.clone());
        } else {
            answered.push(reply.key.clone());
        }
    }
    let remembered = ANSWERED + REPLIES - kept.len();
    let answered = tail(&answered, remembered).to_vec();
    (kept, answered)
}

/// The last `count` of `items`.
fn tail<T>(items: &[T], count: usize) -> &[T] {
    &items[items.len().saturating_sub(count)..]
}

#[expect(clippy::ref_option, reason = "serde hands a field over by reference")]
fn to_base64<S: Serializer>(bytes: &Option<Vec<u8>>, to: S) -> Result<S::Ok, S::Error> {
    bytes.as_ref().map(|bytes| BASE64_STANDARD.encode(bytes)).serialize(to)
}

fn of_base64<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Vec<u8>>, D::Error> {
    let text = Option::<String>::deserialize(from)?;
    text.map(|text| BASE64_STANDARD.decode(text)).transpose().map_err(serde::de::Error::custom)
}
