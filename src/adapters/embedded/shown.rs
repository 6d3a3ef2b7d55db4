//! What people may see of a session, sealed; and beside it, in clear, what is left of it once the key is gone.
//!
//! A row is the form (one byte), the length of what is in clear (four bytes, big endian), that, then the seal. Former releases
//! wrote JSON, all of it in clear.

use std::fmt;
use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};
use redb::{Database, ReadableDatabase as _, ReadableTable as _, TableDefinition};

use super::files::Files;
use super::tables::{Fault, SEALED, SESSIONS, fault};
use crate::adapters::{Former, FormerKey, Slots, What};
use crate::ports::{Clock, Place, StoreError, VaultError};
use crate::session::{Record, SessionId};

/// The form of a row.
const FORM: u8 = 1;

/// A session may be looked at as long as it lives. Its key is there for so much longer, should a clock be behind.
const MARGIN: SignedDuration = SignedDuration::from_mins(10);

/// It's there, and empty, once nothing of a former release is left in clear.
const ALL_SEALED: TableDefinition<'_, &str, ()> = TableDefinition::new("all_sealed");

/// How records are written into rows, and read back.
pub(super) struct Shown {
    slots: Arc<Slots>,
    clock: Arc<dyn Clock>,
    session: SignedDuration,
}

impl fmt::Debug for Shown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Shown(…)")
    }
}

impl Shown {
    /// Under these slots, for sessions that live so long after their last message.
    pub fn new(slots: Arc<Slots>, clock: Arc<dyn Clock>, session: SignedDuration) -> Self {
        Self { slots, clock, session }
    }

    /// A record as it's written; its own seal is kept elsewhere.
    pub fn written(&self, record: &Record) -> Result<Vec<u8>, StoreError> {
        let ttl = record.ttl().and_then(|ttl| Timestamp::from_second(ttl).ok());
        // A session in flight has no end, but what can be seen of it has: unless it's written again before.
        let end = ttl.unwrap_or_else(|| self.clock.now() + self.session);
        let place = place(record.session_id(), record.version());
        let bare = record.bare().to_json();
        // Steps show nothing of a customer, and are there once.
        let mut shown = record.clone();
        shown.take_steps();
        let sealed = self.slots.seal(What::Shown, &place, end.saturating_add(MARGIN).unwrap_or(end), &shown.to_json());
        let sealed = sealed.map_err(|error| StoreError(error.to_string()))?;
        let length = u32::try_from(bare.len()).unwrap_or(u32::MAX).to_be_bytes();
        Ok([&[FORM], &length[..], &bare, &sealed].concat())
    }

    /// The record of a row; bare where the key to the rest is gone.
    ///
    /// # Errors
    /// When it's no record; or when it can't be told whether the key is gone.
    pub fn read(&self, row: &[u8], now: Timestamp) -> Result<Record, StoreError> {
        let record = |json: &[u8]| Record::from_json(json).map_err(|cause| StoreError(cause.to_string()));
        let Some((bare, sealed)) = parts(row) else { return record(row) };
        let mut bare = record(bare)?;
        match self.slots.open(What::Shown, &place(bare.session_id(), bare.version()), now, sealed) {
            Ok(json) => {
                let mut shown = record(&json)?;
                shown.put_steps(bare.take_steps());
                Ok(shown)
            }
            Err(VaultError::Broken) => Ok(bare),
            Err(error @ VaultError::Down(_)) => Err(StoreError(error.to_string())),
        }
    }
}

fn place(session: &SessionId, version: u64) -> Place {
    Place { session: session.clone(), version }
}

/// What a row has in clear, and its seal; `None` for a row of a former release.
fn parts(row: &[u8]) -> Option<(&[u8], &[u8])> {
    let (length, rest) = row.strip_prefix(&[FORM])?.split_first_chunk()?;
    rest.split_at_checked(usize::try_from(u32::from_be_bytes(*length)).ok()?)
}

/// Seals what a former release kept in clear, drops what is over of it, and takes the pages that held it out of the file, where
/// that is to be done. A mark says that it's done: without one, a process that died on the way had not come to the end.
pub(super) fn take_over(files: &mut Files<Database>, shown: &Shown, seals: bool) -> Result<Former, Fault> {
    let now = shown.clock.now();
    let sealed_until = former_seals(files, now)?;
    if !seals || files.sessions.begin_read().map_err(fault)?.open_table(ALL_SEALED).is_ok() {
        return Ok(Former { sessions: 0, sealed_until });
    }
    let tx = files.sessions.begin_write().map_err(fault)?;
    let mut sessions = 0;
    {
        let mut table = tx.open_table(SESSIONS).map_err(fault)?;
        let mut clear = Vec::new();
        for row in table.iter().map_err(fault)? {
            let (id, row) = row.map_err(fault)?;
            let (version, ttl, due, json) = row.value();
            if parts(json).is_none() {
                clear.push((*id.value(), (version, ttl, due), json.to_vec()));
            }
        }
        for (id, (version, ttl, due), json) in clear {
            if ttl <= now.as_second() {
                table.remove(&id).map_err(fault)?;
                continue;
            }
            // One of a later release, or broken, stays as it is: reading it says so.
            let written = Record::from_json(&json).ok().and_then(|record| shown.written(&record).ok());
            if let Some(written) = written {
                table.insert(&id, (version, ttl, due, written.as_slice())).map_err(fault)?;
                sessions += 1;
            }
        }
    }
    tx.commit().map_err(fault)?;
    while files.sessions.compact().map_err(fault)? {}
    let tx = files.sessions.begin_write().map_err(fault)?;
    tx.open_table(ALL_SEALED).map_err(fault)?;
    tx.commit().map_err(fault)?;
    Ok(Former { sessions, sealed_until })
}

/// Until when a number that a former release sealed may still be opened.
fn former_seals(files: &Files<Database>, now: Timestamp) -> Result<Option<Timestamp>, Fault> {
    let table = files.sealed.begin_read().map_err(fault)?.open_table(SEALED).map_err(fault)?;
    let mut until = None;
    for row in table.iter().map_err(fault)? {
        let (_, row) = row.map_err(fault)?;
        let (due, seal) = row.value();
        if FormerKey::sealed(seal) && due > now.as_second() {
            until = until.max(Timestamp::from_second(due).ok());
        }
    }
    Ok(until)
}
