//! `retention verify`: whether card data that should be gone is gone.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use payment_smart_bot::adapters::{EmbeddedReader, SystemClock};
use payment_smart_bot::ports::Clock as _;

use super::End;

/// Checks how long card data is held.
#[derive(Args)]
pub struct Retention {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// Counts sealed card data in the store that should be gone; ends with 1 when there is any.
    ///
    /// The store is read while no server runs: a running one holds the data folder, and deletes what is overdue itself.
    #[command(after_help = "\
Examples:
  payment-smart-bot retention verify --data ./data

Exit codes: 0 none is overdue, 1 some is, 3 the data folder cannot be read")]
    Verify {
        /// The data folder.
        #[arg(long, value_name = "DIR", default_value = "data", env = "PAYMENT_SMART_BOT_DATA")]
        data: PathBuf,
    },
}

impl Retention {
    /// Prints the count.
    pub fn run(&self) -> anyhow::Result<End> {
        let What::Verify { data } = &self.what;
        let overdue = EmbeddedReader::open(data)?.overdue(SystemClock.now())?;
        println!("overdue card data: {overdue}");
        Ok(if overdue == 0 { End::Well } else { End::Failed })
    }
}
