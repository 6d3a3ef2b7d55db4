//! Counts that bound abuse, each with its end.

use redb::{ReadableTable as _, Table, TableDefinition, WriteTransaction};

use super::tables::{Fault, fault};

/// Key → count, and its end (seconds since 1970).
pub(super) const COUNTS: TableDefinition<'_, &str, (i64, i64)> = TableDefinition::new("counts");
/// End and key: what the sweep reads from the front.
pub(super) const COUNTS_END: TableDefinition<'_, (i64, &str), ()> = TableDefinition::new("counts_end");

/// What is to be added to a count.
#[derive(Debug)]
pub(super) struct Adding {
    pub key: String,
    pub by: i64,
    pub now: i64,
    pub until: i64,
}

/// The tables of counts within one transaction.
pub(super) struct Counting<'tx> {
    counts: Table<'tx, &'static str, (i64, i64)>,
    ends: Table<'tx, (i64, &'static str), ()>,
}

impl<'tx> Counting<'tx> {
    pub fn open(tx: &'tx WriteTransaction) -> Result<Self, Fault> {
        Ok(Self { counts: tx.open_table(COUNTS).map_err(fault)?, ends: tx.open_table(COUNTS_END).map_err(fault)? })
    }

    /// Adds, and says what the count is then; one that is over counts as zero.
    pub fn add(&mut self, adding: &Adding) -> Result<i64, Fault> {
        let Adding { key, by, now, until } = adding;
        let before = self.counts.get(key.as_str()).map_err(fault)?.map(|row| row.value());
        if let Some((_, end)) = before {
            self.ends.remove((end, key.as_str())).map_err(fault)?;
        }
        let count = before.filter(|(_, end)| end > now).map_or(0, |(count, _)| count).saturating_add(*by);
        self.counts.insert(key.as_str(), (count, *until)).map_err(fault)?;
        self.ends.insert((*until, key.as_str()), ()).map_err(fault)?;
        Ok(count)
    }

    /// Removes up to `limit` counts that are over at `now`.
    pub fn sweep(&mut self, now: i64, limit: usize) -> Result<usize, Fault> {
        for swept in 0..limit {
            let first = self.ends.first().map_err(fault)?.map(|(key, _)| (key.value().0, key.value().1.to_owned()));
            let Some((end, key)) = first.filter(|(end, _)| *end <= now) else { return Ok(swept) };
            self.ends.remove((end, key.as_str())).map_err(fault)?;
            self.counts.remove(key.as_str()).map_err(fault)?;
        }
        Ok(limit)
    }
}
