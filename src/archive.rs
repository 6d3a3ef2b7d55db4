//! The whole ledger, for operators: written out line by line, and pruned of what is old and over.
//!
//! Whatever its length, a few hundred rows are held at a time. What is open is never pruned: no attempt without an end, no order
//! that one holds, and no step of a session that has one.

use std::collections::{BTreeSet, HashMap};
use std::io::{self, Write};

use jiff::{Timestamp, ToSpan as _, tz::TimeZone};
use serde::Serialize;

use crate::ports::{Archive, Row, StoreError};
use crate::session::{Attempt, OrderRecord, SessionId, TrailEntry};

/// The fewest months that are kept: PCI DSS 10.5.1 wants twelve.
pub const FEWEST_MONTHS: u16 = 12;

/// What a pruning is called in the operators' trail.
pub const PRUNED: &str = "ledger pruned";

/// Why the ledger was not written out, or not pruned.
#[derive(Debug, thiserror::Error)]
pub enum ArchiveError {
    /// It can't be read, or not written.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Where it is written to takes no more.
    #[error(transparent)]
    Out(#[from] io::Error),
    /// Fewer months were to be kept than have to be.
    #[error("at least {FEWEST_MONTHS} months are kept")]
    TooFew,
}

/// One line of what is written out.
#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
enum Line {
    Trail(TrailEntry),
    Attempt(Attempt),
    Order(OrderRecord),
}

/// Writes all of it as lines of JSON, each with its `kind`: `trail`, `attempt` or `order`. The gateway's ids of cards are left
/// out of orders. Says how many lines.
///
/// # Errors
/// When it can't be read, or `out` takes no more.
pub async fn export(archive: &dyn Archive, out: &mut (dyn Write + Send)) -> Result<u64, ArchiveError> {
    let (mut lines, mut after) = (0, None);
    loop {
        let (rows, next) = archive.rows(after.as_ref()).await?;
        for row in rows {
            let of_row: Vec<Line> = match row {
                Row::Trail { entries, .. } => entries.into_iter().map(Line::Trail).collect(),
                Row::Attempt(attempt) => vec![Line::Attempt(attempt)],
                Row::Order(order) => vec![Line::Order(order.without_cards(Timestamp::MAX))],
            };
            for line in of_row {
                let line = serde_json::to_string(&line).map_err(io::Error::other)?;
                writeln!(out, "{line}")?;
                lines += 1;
            }
        }
        if next.is_none() {
            out.flush()?;
            return Ok(lines);
        }
        after = next;
    }
}

/// What a pruning took, or would take.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Pruned {
    /// Parts of trails: what a session kept at a time.
    pub trail: u64,
    /// Attempts that had ended.
    pub attempts: u64,
    /// Orders that nobody holds.
    pub orders: u64,
    /// Orders that stay, since a former release did not say when they were claimed.
    pub undated: u64,
    /// How many of all these are gone: fewer where somebody wrote one meanwhile, none where it was only counted.
    pub gone: u64,
}

/// Deletes what is over and older than so many months: parts of the trail of sessions whose last step is, attempts that had an
/// end, and orders that nobody holds. `dry_run` counts only. It is noted in the operators' trail.
///
/// # Errors
/// When fewer than twelve months are to be kept, or the ledger can't be read or written: what was deleted by then is gone.
pub async fn prune(archive: &dyn Archive, now: Timestamp, months: u16, dry_run: bool) -> Result<Pruned, ArchiveError> {
    let before = oldest_kept(now, months).ok_or(ArchiveError::TooFew)?;
    let open = archive.open_attempts(None, usize::MAX).await?;
    let flying: BTreeSet<SessionId> = open.into_iter().map(|open| open.attempt.session).collect();
    let (mut pruned, mut after) = (Pruned::default(), None);
    loop {
        let (rows, next) = archive.rows(after.as_ref()).await?;
        let mut over = HashMap::new();
        let mut going = Vec::new();
        for row in rows {
            let goes = match &row {
                Row::Trail { session, entries, .. } => {
                    let old = entries.last().is_some_and(|entry| entry.at < before);
                    old && !flying.contains(session) && ended(archive, session, before, &mut over).await?
                }
                Row::Attempt(attempt) => attempt.closed && attempt.opened_at < before,
                Row::Order(order) => {
                    pruned.undated += u64::from(order.claimed_at.is_none());
                    order.holder.is_none() && order.claimed_at.is_some_and(|at| at < before)
                }
            };
            if goes {
                match &row {
                    Row::Trail { .. } => pruned.trail += 1,
                    Row::Attempt(_) => pruned.attempts += 1,
                    Row::Order(_) => pruned.orders += 1,
                }
                going.push(row);
            }
        }
        if !dry_run && !going.is_empty() {
            pruned.gone += archive.forget(going).await?;
        }
        if next.is_none() {
            break;
        }
        after = next;
    }
    if !dry_run {
        let mut found = serde_json::to_value(pruned).map_err(io::Error::other)?;
        found["before"] = before.to_string().into();
        archive.note(now, PRUNED, found).await?;
    }
    Ok(pruned)
}

/// Whether the session's last step is old, too: a trail goes whole.
async fn ended(
    archive: &dyn Archive,
    session: &SessionId,
    before: Timestamp,
    over: &mut HashMap<SessionId, bool>,
) -> Result<bool, StoreError> {
    if let Some(&over) = over.get(session) {
        return Ok(over);
    }
    let old = archive.last_step(session).await?.is_none_or(|at| at < before);
    over.insert(session.clone(), old);
    Ok(old)
}

/// What is older than this goes; `None` where too few months are to be kept.
fn oldest_kept(now: Timestamp, months: u16) -> Option<Timestamp> {
    let now = now.to_zoned(TimeZone::UTC);
    (months >= FEWEST_MONTHS)
        .then(|| now.checked_sub(i32::from(months).months()).ok())
        .flatten()
        .map(|at| at.timestamp())
}
