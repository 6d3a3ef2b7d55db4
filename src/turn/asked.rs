//! What was answered a moment ago: whether the gateway answers, and what everybody's counts are. The next to ask waits for that
//! answer, or is given it.

use jiff::Timestamp;
use tokio::sync::Mutex;

/// When the gateway was asked last whether it answers, and whether it did.
#[derive(Debug, Default)]
pub(super) struct Asked(pub(super) Mutex<Option<(Timestamp, bool)>>);

/// Counts that were read last.
#[derive(Debug, Default)]
pub(super) struct Glanced(pub(super) Mutex<Option<Read>>);

/// Counts as they were at one time.
#[derive(Debug)]
pub(super) struct Read {
    pub at: Timestamp,
    pub keys: Vec<String>,
    pub counts: Vec<i64>,
}
