//! What is read: in place, in a snapshot of its own, never waiting for the writer.

use jiff::Timestamp;
use redb::{ReadableDatabase, ReadableTable as _, TableError};
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::counts::COUNTS;
use super::files::Files;
use super::shown::Shown;
use super::tables::{ATTEMPTS, DUE, Fault, LOOKS, NEVER, OPEN, ORDERS, SEALED, SESSIONS, TRAIL, fault};
use crate::dialogue::{AttemptId, OrderId};
use crate::ports::StoreError;
use crate::session::{Attempt, FIRST_LOOK, Moved, OpenAttempt, OrderRecord, Record, SessionId, TrailEntry};

impl<D: ReadableDatabase> Files<D> {
    /// The session's record, with its seal.
    pub fn load(&self, shown: &Shown, id: &SessionId, now: Timestamp) -> Result<Option<Record>, StoreError> {
        let mut seen = None;
        loop {
            let Some(mut record) = self.record(shown, id, now)? else { return Ok(None) };
            if record.sealed_until().is_none() {
                return Ok(Some(record));
            }
            let seal = self.seal(id, record.version()).map_err(failed)?;
            if seal.is_none() && seen != Some(record.version()) {
                // A seal that is not there was swept, or went with a newer version since: looking once more tells.
                seen = Some(record.version());
                continue;
            }
            record.put_sealed(seal);
            return Ok(Some(record));
        }
    }

    fn record(&self, shown: &Shown, id: &SessionId, now: Timestamp) -> Result<Option<Record>, StoreError> {
        // The row is read before its table is let go: it doesn't keep its page from the writer by itself.
        let found = || -> Result<_, Fault> {
            let table = self.sessions.begin_read().map_err(fault)?.open_table(SESSIONS).map_err(fault)?;
            let row = table.get(&id.to_bytes()).map_err(fault)?;
            Ok(row.map(|row| {
                let (_, ttl, _, kept) = row.value();
                (ttl, shown.read(kept, now))
            }))
        };
        match found().map_err(failed)? {
            Some((ttl, record)) if ttl == NEVER || ttl > now.as_second() => record.map(Some),
            Some(_) | None => Ok(None),
        }
    }

    fn seal(&self, id: &SessionId, version: u64) -> Result<Option<Vec<u8>>, Fault> {
        let table = self.sealed.begin_read().map_err(fault)?.open_table(SEALED).map_err(fault)?;
        let row = table.get((&id.to_bytes(), version)).map_err(fault)?;
        Ok(row.map(|row| row.value().1.to_vec()))
    }

    /// How many seals are there that should be gone at `now`.
    pub fn overdue(&self, now: Timestamp) -> Result<u64, StoreError> {
        let count = || -> Result<_, Fault> {
            let table = self.sealed.begin_read().map_err(fault)?.open_table(DUE).map_err(fault)?;
            let end = (now.as_second(), &[u8::MAX; 16], u64::MAX);
            Ok(table.range(..=end).map_err(fault)?.count() as u64)
        };
        count().map_err(failed)
    }

    /// The attempts that no verdict ended, the one first whose next look comes first. Few are open at a time: all of them are
    /// gone through, by their moments alone.
    pub fn open_attempts(&self, by: Option<Timestamp>, limit: usize) -> Result<Vec<OpenAttempt>, StoreError> {
        let read = || -> Result<_, Fault> {
            let tx = self.sessions.begin_read().map_err(fault)?;
            let open = tx.open_table(OPEN).map_err(fault)?;
            let attempts = tx.open_table(ATTEMPTS).map_err(fault)?;
            let looks = match tx.open_table(LOOKS) {
                // A folder of a former release that is only read.
                Err(TableError::TableDoesNotExist(_)) => None,
                looks => Some(looks.map_err(fault)?),
            };
            let mut due = Vec::new();
            for key in open.iter().map_err(fault)? {
                let (key, _) = key.map_err(fault)?;
                let (opened, id) = key.value();
                let moved = looks.as_ref().map(|looks| looks.get(id)).transpose().map_err(fault)?.flatten();
                let next = moved.map_or(opened + FIRST_LOOK.as_nanos(), |row| row.value());
                if by.is_none_or(|by| next <= by.as_nanosecond()) {
                    due.push((next, id.to_owned()));
                }
            }
            due.sort_unstable();
            due.truncate(limit);
            let mut found = Vec::new();
            for (next, id) in due {
                let row = attempts.get(id.as_str()).map_err(fault)?;
                found.extend(row.map(|row| (row.value().to_vec(), next)));
            }
            Ok(found)
        };
        let moment = |nanoseconds: i128| Timestamp::from_nanosecond(nanoseconds).ok();
        let open = |(row, next): (Vec<u8>, i128)| {
            Ok(parsed(&[row])?.pop().map(|attempt| OpenAttempt::of(attempt, moment(next))))
        };
        read().map_err(failed)?.into_iter().filter_map(|row| open(row).transpose()).collect()
    }

    /// The attempt with that id.
    pub fn attempt(&self, id: &AttemptId) -> Result<Option<Attempt>, StoreError> {
        let read = || -> Result<_, Fault> {
            let table = self.sessions.begin_read().map_err(fault)?.open_table(ATTEMPTS).map_err(fault)?;
            Ok(table.get(id.as_str()).map_err(fault)?.map(|row| row.value().to_vec()))
        };
        Ok(parsed(read().map_err(failed)?.as_slice())?.pop())
    }

    /// What is known of an order.
    pub fn order(&self, id: &OrderId) -> Result<Option<OrderRecord>, StoreError> {
        let read = || -> Result<_, Fault> {
            let table = self.sessions.begin_read().map_err(fault)?.open_table(ORDERS).map_err(fault)?;
            Ok(table.get(id.as_str()).map_err(fault)?.map(|row| row.value().1.to_vec()))
        };
        Ok(parsed(read().map_err(failed)?.as_slice())?.pop())
    }

    /// What these counts are at `now`.
    pub fn counts(&self, keys: &[String], now: Timestamp) -> Result<Vec<i64>, StoreError> {
        let read = || -> Result<_, Fault> {
            let table = self.sessions.begin_read().map_err(fault)?.open_table(COUNTS).map_err(fault)?;
            let count = |key: &String| -> Result<i64, Fault> {
                let row = table.get(key.as_str()).map_err(fault)?.map(|row| row.value());
                Ok(row.filter(|(_, end)| *end > now.as_second()).map_or(0, |(count, _)| count))
            };
            keys.iter().map(count).collect()
        };
        read().map_err(failed)
    }

    /// The audit trail of a session, in order.
    pub fn trail(&self, session: &SessionId) -> Result<Vec<TrailEntry>, StoreError> {
        let id = session.to_bytes();
        let read = || -> Result<_, Fault> {
            let table = self.sessions.begin_read().map_err(fault)?.open_table(TRAIL).map_err(fault)?;
            let rows = table.range((&id, 0)..=(&id, u64::MAX)).map_err(fault)?;
            rows.map(|row| row.map(|(_, value)| value.value().to_vec()).map_err(fault)).collect::<Result<Vec<_>, _>>()
        };
        let mut trail: Vec<TrailEntry> = Vec::new();
        for row in parsed::<TrailRow>(&read().map_err(failed)?)? {
            let entries = row.entries(session, trail.last().map_or("", |entry| &entry.digest));
            trail.extend(entries);
        }
        Ok(trail)
    }
}

/// A row of the trail.
#[derive(Deserialize)]
#[serde(untagged)]
pub(super) enum TrailRow {
    /// What came with one commit.
    Moved(Moved),
    /// One entry, of a former release.
    Entry(Box<TrailEntry>),
}

impl TrailRow {
    /// Its entries, after the one whose digest is `previous`.
    pub(super) fn entries(self, session: &SessionId, previous: &str) -> Vec<TrailEntry> {
        match self {
            Self::Moved(moved) => moved.entries(session, previous),
            Self::Entry(entry) => vec![*entry],
        }
    }
}

pub(super) fn parsed<T: DeserializeOwned>(rows: &[Vec<u8>]) -> Result<Vec<T>, StoreError> {
    let row = |json: &Vec<u8>| {
        serde_json::from_slice(json).map_err(|_| StoreError("a row of the ledger cannot be read".to_owned()))
    };
    rows.iter().map(row).collect()
}

#[expect(clippy::needless_pass_by_value, reason = "used with map_err")]
pub(super) fn failed(cause: Fault) -> StoreError {
    StoreError(cause.to_string())
}
