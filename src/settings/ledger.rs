//! The ledger alone: where it is, for operators who want nothing else.

use std::path::PathBuf;

use clap::Args;

use super::table_name;
use crate::adapters::{EmbeddedSessions, Sealing};
use crate::ports::Archive;

/// Where the ledger is.
#[derive(Args, Clone, Debug)]
pub struct LedgerOptions {
    /// The data folder. A running server holds it: stop that first.
    #[arg(long, value_name = "DIR", default_value = "data", env = "PAYMENT_SMART_BOT_DATA")]
    pub data: PathBuf,

    /// The DynamoDB table of the ledger, instead of a data folder. Servers go on meanwhile.
    #[arg(long, value_name = "NAME", env = "LEDGER_TABLE", value_parser = table_name)]
    pub ledger_table: Option<String>,
}

impl LedgerOptions {
    /// The ledger.
    ///
    /// # Errors
    /// When there is none in the folder, or a server holds it.
    pub async fn open(&self) -> anyhow::Result<Box<dyn Archive>> {
        if let Some(table) = &self.ledger_table {
            return hosted(table).await;
        }
        anyhow::ensure!(EmbeddedSessions::is_in(&self.data)?, "there is no store in {}", self.data.display());
        Ok(Box::new(EmbeddedSessions::open(&self.data, Sealing::of_the_ledger())?))
    }
}

#[cfg(feature = "aws")]
async fn hosted(table: &str) -> anyhow::Result<Box<dyn Archive>> {
    use crate::adapters::{DynamoSessions, Patience, aws};
    // A page of the whole table takes longer than a turn's reads.
    let patience = Patience { attempt: std::time::Duration::from_secs(10), whole: std::time::Duration::from_secs(30) };
    // No session is read: their table needs no name.
    let (sessions, ledger) = (String::new(), table.to_owned());
    Ok(Box::new(DynamoSessions::connect_within(&aws::settings().await, sessions, ledger, patience)))
}

#[cfg(not(feature = "aws"))]
fn hosted(_: &str) -> impl Future<Output = anyhow::Result<Box<dyn Archive>>> {
    std::future::ready(Err(anyhow::anyhow!("this build has no AWS adapters; build it with the feature \"aws\"")))
}
