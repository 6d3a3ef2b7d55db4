//! The tables of the two files, and the rows of a commit.

use jiff::Timestamp;
use redb::{ReadableTable as _, Table, TableDefinition, WriteTransaction};

use crate::adapters::ceil_second;
use crate::ports::{Row, StoreError};
use crate::session::{Attempt, Commit, Moved, OpenAttempt, OrderRecord, OrderWrite, Record, Write};

/// The database's own error: all of its kinds end as one line for the log.
pub(super) type Fault = Box<redb::Error>;

/// Session and version of a seal.
pub(super) type SealKey = (&'static Id, u64);

/// End (seconds since 1970) and seal.
pub(super) type SealValue = (i64, &'static [u8]);

/// A session's id as a key.
pub(super) type Id = [u8; 16];

/// What stands for "never" in an index of moments.
pub(super) const NEVER: i64 = i64::MAX;

/// Session → version, expiry (seconds since 1970), end of its sealed card data, and the rest (see [`Shown`](super::shown::Shown)).
pub(super) const SESSIONS: TableDefinition<'_, &Id, (u64, i64, i64, &[u8])> = TableDefinition::new("sessions");
/// Expiry and session: what the sweep reads from the front.
pub(super) const EXPIRY: TableDefinition<'_, (i64, &Id), ()> = TableDefinition::new("expiry");
/// Attempt → attempt as JSON.
pub(super) const ATTEMPTS: TableDefinition<'_, &str, &[u8]> = TableDefinition::new("attempts");
/// Beginning (nanoseconds since 1970) and attempt, for those without a final verdict only.
pub(super) const OPEN: TableDefinition<'_, (i128, &str), ()> = TableDefinition::new("open_attempts");
/// Attempt → its next look (nanoseconds since 1970), where that was moved: for those that are open. A former release passes
/// over it, and so leaves a row or two behind of attempts that ended.
pub(super) const LOOKS: TableDefinition<'_, &str, i128> = TableDefinition::new("next_looks");
/// Session and place → the entries that came with one commit ([`Moved`]), as JSON; of former releases, one entry.
pub(super) const TRAIL: TableDefinition<'_, (&Id, u64), &[u8]> = TableDefinition::new("trail");
/// Session → how many rows its trail has, and its last digest.
pub(super) const HEADS: TableDefinition<'_, &Id, (u64, &str)> = TableDefinition::new("trail_heads");

/// Order → its version, and the order as JSON. Deleted by `ledger prune` alone.
pub(super) const ORDERS: TableDefinition<'_, &str, (u64, &[u8])> = TableDefinition::new("orders");

/// When a card was added (seconds since 1970) and the order: what the sweep of cards reads from the front.
pub(super) const CARDS: TableDefinition<'_, (i64, &str), ()> = TableDefinition::new("order_cards");

/// Session and version → end (seconds since 1970) and seal. In a file of its own.
pub(super) const SEALED: TableDefinition<'_, SealKey, SealValue> = TableDefinition::new("sealed");
/// End, session and version: what the sweep reads from the front.
pub(super) const DUE: TableDefinition<'_, (i64, &Id, u64), ()> = TableDefinition::new("due");

/// Where a seal lies, and when it is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub id: Id,
    pub version: u64,
    pub due: i64,
}

/// A commit as rows, made ready before it is queued: the writer only writes.
#[derive(Debug)]
pub(super) struct Rows {
    id: Id,
    expected: Option<u64>,
    put: Option<Put>,
    pub seal: Option<(Place, Vec<u8>)>,
    attempt: Option<Attempt>,
    order: Option<OrderWrite>,
    trail: Option<Vec<u8>>,
    head: String,
}

#[derive(Debug)]
struct Put {
    version: u64,
    ttl: i64,
    due: i64,
    row: Vec<u8>,
}

impl Rows {
    /// With a record's row as `row` has it.
    pub fn of(commit: Commit, row: impl Fn(&Record) -> Result<Vec<u8>, StoreError>) -> Result<Self, StoreError> {
        let Commit { write, expected, attempt, order, trail } = commit;
        let id = write.session().to_bytes();
        let head = trail.last().map(|entry| entry.digest.clone()).unwrap_or_default();
        let trail = Moved::of(&trail).map(|moved| serde_json::to_vec(&moved).unwrap_or_default());
        let (put, seal) = match write {
            Write::Put(mut record) => {
                let place = Place { id, version: record.version(), due: due(&record) };
                let seal = record.take_sealed().map(|seal| (place, seal));
                let put = Put {
                    version: place.version,
                    ttl: record.ttl().unwrap_or(NEVER),
                    due: if seal.is_some() { place.due } else { NEVER },
                    row: row(&record)?,
                };
                (Some(put), seal)
            }
            Write::Delete(_) => (None, None),
        };
        Ok(Self { id, expected, put, seal, attempt, order, trail, head })
    }
}

/// When the record's card data is over; at once where nothing says so.
fn due(record: &Record) -> i64 {
    ceil_second(record.sealed_until().unwrap_or(record.last_updated()))
}

/// What is done to the ledger beside any session.
#[derive(Debug)]
pub(super) enum Act {
    /// An open attempt is looked up later.
    Look { open: Box<OpenAttempt>, next: Timestamp },
    /// An open attempt ended of which no session knows.
    Close { ended: Box<Attempt>, order: Option<Box<OrderWrite>> },
    /// Rows that are old enough go.
    Forget(Vec<Row>),
}

/// What came of one commit within a transaction.
#[derive(Debug)]
pub(super) enum Applied {
    /// Written; the seal that it leaves behind.
    Written(Option<Place>),
    /// Another version is there: nothing was written.
    Conflict,
    /// So many rows went.
    Forgotten(i64),
    /// Another version of the order is there: nothing was written.
    OrderConflict,
}

/// The tables of the sessions' file within one transaction.
pub(super) struct Tables<'tx> {
    sessions: Table<'tx, &'static Id, (u64, i64, i64, &'static [u8])>,
    expiry: Table<'tx, (i64, &'static Id), ()>,
    attempts: Table<'tx, &'static str, &'static [u8]>,
    open: Table<'tx, (i128, &'static str), ()>,
    looks: Table<'tx, &'static str, i128>,
    trail: Table<'tx, (&'static Id, u64), &'static [u8]>,
    heads: Table<'tx, &'static Id, (u64, &'static str)>,
    orders: Table<'tx, &'static str, (u64, &'static [u8])>,
    cards: Table<'tx, (i64, &'static str), ()>,
}

impl<'tx> Tables<'tx> {
    pub fn open(tx: &'tx WriteTransaction) -> Result<Self, Fault> {
        Ok(Self {
            sessions: tx.open_table(SESSIONS).map_err(fault)?,
            expiry: tx.open_table(EXPIRY).map_err(fault)?,
            attempts: tx.open_table(ATTEMPTS).map_err(fault)?,
            open: tx.open_table(OPEN).map_err(fault)?,
            looks: tx.open_table(LOOKS).map_err(fault)?,
            trail: tx.open_table(TRAIL).map_err(fault)?,
            heads: tx.open_table(HEADS).map_err(fault)?,
            orders: tx.open_table(ORDERS).map_err(fault)?,
            cards: tx.open_table(CARDS).map_err(fault)?,
        })
    }

    /// Writes all of a commit, or nothing of it: the condition is checked first.
    pub fn apply(&mut self, rows: &Rows) -> Result<Applied, Fault> {
        let id = &rows.id;
        let before = self.sessions.get(id).map_err(fault)?.map(|row| {
            let (version, ttl, due, _) = row.value();
            (version, ttl, due)
        });
        if before.map(|(version, ..)| version) != rows.expected {
            return Ok(Applied::Conflict);
        }
        if !self.replace_order(rows.order.as_ref())? {
            return Ok(Applied::OrderConflict);
        }
        if let Some((_, ttl, _)) = before
            && rows.put.as_ref().is_none_or(|put| put.ttl != ttl)
        {
            self.expiry.remove((ttl, id)).map_err(fault)?;
        }
        match &rows.put {
            Some(Put { version, ttl, due, row }) => {
                self.sessions.insert(id, (*version, *ttl, *due, row.as_slice())).map_err(fault)?;
                if *ttl != NEVER {
                    self.expiry.insert((*ttl, id), ()).map_err(fault)?;
                }
            }
            None => {
                self.sessions.remove(id).map_err(fault)?;
            }
        }
        self.keep_attempt(rows.attempt.as_ref())?;
        self.extend_trail(rows)?;
        Ok(Applied::Written(before.and_then(|(version, _, due)| left_behind(*id, version, due))))
    }

    fn keep_attempt(&mut self, attempt: Option<&Attempt>) -> Result<(), Fault> {
        let Some(attempt) = attempt else { return Ok(()) };
        let id = attempt.attempt.as_str();
        let earlier = self.attempt(id)?;
        if attempt.closed {
            self.looks.remove(id).map_err(fault)?;
        }
        if let Some(earlier) = &earlier {
            self.open.remove((earlier.opened_at.as_nanosecond(), id)).map_err(fault)?;
        }
        let attempt = attempt.clone().replacing(earlier.as_ref());
        let json = serde_json::to_vec(&attempt).unwrap_or_default();
        self.attempts.insert(id, json.as_slice()).map_err(fault)?;
        if !attempt.closed {
            self.open.insert((attempt.opened_at.as_nanosecond(), id), ()).map_err(fault)?;
        }
        Ok(())
    }

    fn attempt(&self, id: &str) -> Result<Option<Attempt>, Fault> {
        let row = self.attempts.get(id).map_err(fault)?;
        Ok(row.and_then(|row| serde_json::from_slice(row.value()).ok()))
    }

    /// Does what is done to the ledger beside any session.
    pub fn act(&mut self, act: &Act) -> Result<Applied, Fault> {
        let id = match act {
            Act::Look { open, .. } => open.attempt.attempt.as_str(),
            Act::Close { ended, .. } => ended.attempt.as_str(),
            Act::Forget(rows) => return self.forget(rows),
        };
        let Some(kept) = self.attempt(id)?.filter(|kept| !kept.closed) else { return Ok(Applied::Conflict) };
        match act {
            Act::Look { open, next } => {
                let moved = self.looks.get(id).map_err(fault)?.map(|row| row.value());
                if moved.unwrap_or_else(|| kept.first_look().as_nanosecond()) != open.next_look.as_nanosecond() {
                    return Ok(Applied::Conflict);
                }
                self.looks.insert(id, next.as_nanosecond()).map_err(fault)?;
            }
            Act::Close { ended, order } => {
                if !self.replace_order(order.as_deref())? {
                    return Ok(Applied::OrderConflict);
                }
                self.keep_attempt(Some(ended))?;
            }
            Act::Forget(_) => {}
        }
        Ok(Applied::Written(None))
    }

    /// Deletes rows, but for what is open or was written since.
    fn forget(&mut self, rows: &[Row]) -> Result<Applied, Fault> {
        let mut gone = 0;
        for row in rows {
            gone += i64::from(match row {
                Row::Trail { session, place, .. } => {
                    let id = session.to_bytes();
                    let was = self.trail.remove((&id, *place)).map_err(fault)?.is_some();
                    if self.trail.range((&id, 0)..=(&id, u64::MAX)).map_err(fault)?.next().is_none() {
                        self.heads.remove(&id).map_err(fault)?;
                    }
                    was
                }
                Row::Attempt(attempt) => {
                    let id = attempt.attempt.as_str();
                    let over = self.attempt(id)?.is_some_and(|kept| kept.closed);
                    if over {
                        // A former release that ended it may have left this.
                        self.looks.remove(id).map_err(fault)?;
                    }
                    over && self.attempts.remove(id).map_err(fault)?.is_some()
                }
                Row::Order(order) => {
                    let id = order.order.as_str();
                    let same = self.orders.get(id).map_err(fault)?.is_some_and(|row| row.value().0 == order.version);
                    for at in order.cards_at.iter().filter(|_| same) {
                        self.cards.remove((ceil_second(*at), id)).map_err(fault)?;
                    }
                    same && self.orders.remove(id).map_err(fault)?.is_some()
                }
            });
        }
        Ok(Applied::Forgotten(gone))
    }

    /// Keeps an order in the place of the version that it replaces; `false` where another one is there.
    fn replace_order(&mut self, order: Option<&OrderWrite>) -> Result<bool, Fault> {
        let Some(OrderWrite { record, expected }) = order else { return Ok(true) };
        let before = self.orders.get(record.order.as_str()).map_err(fault)?.map(|row| row.value().0);
        if before != *expected {
            return Ok(false);
        }
        self.put_order(record)?;
        for at in &record.cards_at {
            self.cards.insert((ceil_second(*at), record.order.as_str()), ()).map_err(fault)?;
        }
        Ok(true)
    }

    fn put_order(&mut self, record: &OrderRecord) -> Result<(), Fault> {
        let json = serde_json::to_vec(record).unwrap_or_default();
        self.orders.insert(record.order.as_str(), (record.version, json.as_slice())).map_err(fault)?;
        Ok(())
    }

    fn extend_trail(&mut self, rows: &Rows) -> Result<(), Fault> {
        let Some(moved) = &rows.trail else { return Ok(()) };
        let length = self.heads.get(&rows.id).map_err(fault)?.map_or(0, |head| head.value().0);
        self.trail.insert((&rows.id, length), moved.as_slice()).map_err(fault)?;
        self.heads.insert(&rows.id, (length + 1, rows.head.as_str())).map_err(fault)?;
        Ok(())
    }

    /// Takes from up to `limit` orders the cards that were added by `before`. An order's version stays: whoever read it with
    /// them takes them off as well.
    pub fn forget_cards(&mut self, before: Timestamp, limit: usize) -> Result<usize, Fault> {
        for swept in 0..limit {
            let first = self.cards.first().map_err(fault)?;
            let first = first.map(|(key, _)| (key.value().0, key.value().1.to_owned()));
            let Some((at, order)) = first.filter(|(at, _)| *at <= before.as_second()) else { return Ok(swept) };
            self.cards.remove((at, order.as_str())).map_err(fault)?;
            let kept = self.orders.get(order.as_str()).map_err(fault)?.map(|row| row.value().1.to_vec());
            if let Some(kept) = kept.and_then(|json| serde_json::from_slice::<OrderRecord>(&json).ok()) {
                self.put_order(&kept.without_cards(before))?;
            }
        }
        Ok(limit)
    }

    /// Takes from every order the cards of which nobody knows when they were added.
    pub fn forget_all_cards(&mut self) -> Result<(), Fault> {
        let mut found = Vec::new();
        for row in self.orders.iter().map_err(fault)? {
            let (_, row) = row.map_err(fault)?;
            found.extend(serde_json::from_slice::<OrderRecord>(row.value().1));
        }
        found.retain(|order| order.cards.len() > order.cards_at.len());
        found.into_iter().try_for_each(|order| self.put_order(&order.without_cards(Timestamp::MIN)))
    }

    /// Removes up to `limit` sessions that expired by `now`; gives back the seals that they leave behind.
    pub fn sweep(&mut self, now: i64, limit: usize) -> Result<(usize, Vec<Place>), Fault> {
        let mut left = Vec::new();
        for swept in 0..limit {
            let first = self.expiry.first().map_err(fault)?.map(|(key, _)| (key.value().0, *key.value().1));
            let Some((ttl, id)) = first.filter(|(ttl, _)| *ttl <= now) else { return Ok((swept, left)) };
            self.expiry.remove((ttl, &id)).map_err(fault)?;
            if let Some(row) = self.sessions.remove(&id).map_err(fault)? {
                let (version, _, due, _) = row.value();
                left.extend(left_behind(id, version, due));
            }
        }
        Ok((limit, left))
    }
}

fn left_behind(id: Id, version: u64, due: i64) -> Option<Place> {
    (due != NEVER).then_some(Place { id, version, due })
}

/// Any of the database's errors, boxed: it is large, and seldom.
#[expect(clippy::unnecessary_box_returns, reason = "used with map_err")]
pub(super) fn fault(error: impl Into<redb::Error>) -> Fault {
    Box::new(error.into())
}
