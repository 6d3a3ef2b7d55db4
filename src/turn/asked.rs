//! What the gateway answered whoever asked for its health; the next to ask waits for that answer.

use jiff::Timestamp;
use tokio::sync::Mutex;

/// When the gateway was asked last whether it answers, and whether it did.
#[derive(Debug, Default)]
pub(super) struct Asked(pub(super) Mutex<Option<(Timestamp, bool)>>);
