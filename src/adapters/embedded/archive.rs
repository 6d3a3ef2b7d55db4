//! The ledger from its first row to its last: the trail by session, then attempts, then orders.

use std::ops::Bound;

use jiff::Timestamp;
use redb::{ReadTransaction, ReadableDatabase, TableDefinition};

use super::files::Files;
use super::reading::{TrailRow, failed, parsed};
use super::tables::{ATTEMPTS, Fault, Id, ORDERS, TRAIL, fault};
use crate::ports::{Bookmark, Row, StoreError};
use crate::session::SessionId;

/// So many rows are read at once.
const PAGE: usize = 256;

/// The tables, as a mark names them.
const OF_TRAIL: char = 't';
const OF_ATTEMPTS: char = 'a';
const OF_ORDERS: char = 'o';

impl<D: ReadableDatabase> Files<D> {
    /// Some rows, and where the next ones begin.
    pub fn rows(&self, after: Option<&Bookmark>) -> Result<(Vec<Row>, Option<Bookmark>), StoreError> {
        let mark = after.map_or("", |Bookmark(mark)| mark.as_str());
        let (table, from) = mark.chars().next().map_or((OF_TRAIL, ""), |table| (table, &mark[1..]));
        let tx = self.sessions.begin_read().map_err(|error| failed(fault(error)))?;
        let (rows, last) = match table {
            OF_TRAIL => steps(&tx, from)?,
            OF_ATTEMPTS => {
                let rows = texts(&tx, ATTEMPTS, from, <[u8]>::to_vec).map_err(failed)?;
                let last = rows.last().map(|(id, _)| id.clone());
                (parsed(&values(rows))?.into_iter().map(Row::Attempt).collect(), last)
            }
            _ => {
                let rows = texts(&tx, ORDERS, from, |(_, json)| json.to_vec()).map_err(failed)?;
                let last = rows.last().map(|(id, _)| id.clone());
                (parsed(&values(rows))?.into_iter().map(Row::Order).collect(), last)
            }
        };
        let next = match (last, table) {
            (Some(last), table) => Some(format!("{table}{last}")),
            (None, OF_TRAIL) => Some(OF_ATTEMPTS.to_string()),
            (None, OF_ATTEMPTS) => Some(OF_ORDERS.to_string()),
            (None, _) => None,
        };
        Ok((rows, next.map(Bookmark)))
    }

    /// When the last step of the session was.
    pub fn last_step(&self, session: &SessionId) -> Result<Option<Timestamp>, StoreError> {
        let id = session.to_bytes();
        let read = || -> Result<_, Fault> {
            let table = self.sessions.begin_read().map_err(fault)?.open_table(TRAIL).map_err(fault)?;
            let last = table.range((&id, 0)..=(&id, u64::MAX)).map_err(fault)?.next_back();
            last.map(|row| row.map(|(_, json)| json.value().to_vec())).transpose().map_err(fault)
        };
        let last = parsed::<TrailRow>(read().map_err(failed)?.as_slice())?.pop();
        Ok(last.and_then(|row| row.entries(session, "").pop()).map(|entry| entry.at))
    }
}

/// Steps of sessions after `from`: a session's id, a place, and the digest of its last entry.
fn steps(tx: &ReadTransaction, from: &str) -> Result<(Vec<Row>, Option<String>), StoreError> {
    let mut parts = from.split(' ');
    let mut head = (parts.next().and_then(SessionId::parse), parts.clone().nth(1).unwrap_or_default().to_owned());
    let from = head.0.as_ref().zip(parts.next()).and_then(|(id, place)| Some((id.to_bytes(), place.parse().ok()?)));
    let read = || -> Result<Vec<(Id, u64, Vec<u8>)>, Fault> {
        let table = tx.open_table(TRAIL).map_err(fault)?;
        let from = from.as_ref().map_or(Bound::Unbounded, |(id, place)| Bound::Excluded((id, *place)));
        let mut rows = Vec::new();
        for row in table.range::<(&Id, u64)>((from, Bound::Unbounded)).map_err(fault)?.take(PAGE) {
            let (key, json) = row.map_err(fault)?;
            let (id, place) = key.value();
            rows.push((*id, place, json.value().to_vec()));
        }
        Ok(rows)
    };
    let mut steps = Vec::new();
    let mut last = None;
    for (id, place, json) in read().map_err(failed)? {
        let session = SessionId::from_random(id);
        let previous = if head.0.as_ref() == Some(&session) { head.1.as_str() } else { "" };
        let row = parsed::<TrailRow>(&[json])?.pop();
        let entries = row.map(|row| row.entries(&session, previous)).unwrap_or_default();
        let digest = entries.last().map(|entry| entry.digest.clone()).unwrap_or_default();
        last = Some(format!("{session} {place} {digest}"));
        head = (Some(session.clone()), digest);
        steps.push(Row::Trail { session, place, entries });
    }
    Ok((steps, last))
}

/// Rows of a table by text, after `from`.
fn texts<V: redb::Value + 'static>(
    tx: &ReadTransaction,
    table: TableDefinition<'_, &'static str, V>,
    from: &str,
    json: impl Fn(V::SelfType<'_>) -> Vec<u8>,
) -> Result<Vec<(String, Vec<u8>)>, Fault> {
    let table = tx.open_table(table).map_err(fault)?;
    let from = if from.is_empty() { Bound::Unbounded } else { Bound::Excluded(from) };
    let mut rows = Vec::new();
    for row in table.range::<&str>((from, Bound::Unbounded)).map_err(fault)?.take(PAGE) {
        let (key, value) = row.map_err(fault)?;
        rows.push((key.value().to_owned(), json(value.value())));
    }
    Ok(rows)
}

fn values(rows: Vec<(String, Vec<u8>)>) -> Vec<Vec<u8>> {
    rows.into_iter().map(|(_, json)| json).collect()
}
