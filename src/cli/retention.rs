//! `retention verify`: whether card data that should be gone is gone.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use payment_smart_bot::adapters::{
    EmbeddedReader, OperatorsLog, RETENTION_VERIFIED, RawFindings, SystemClock, look_through,
};
use payment_smart_bot::ports::Clock as _;
use payment_smart_bot::settings::KeyOptions;
use serde_json::json;

use super::End;

/// Checks how long card data is held.
#[derive(Args)]
pub struct Retention {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// Looks for card data that should be gone; ends with 1 when there is any.
    ///
    /// It reads the store's records, and then every file of the data folder byte by byte, pages included that the database let
    /// go of. What looks like a seal is tried with every key at hand, those included that should be gone. What looks like a card
    /// number in clear is told with its place. What came of it is written into operators.jsonl in the data folder.
    ///
    /// The store is read while no server runs: a running one holds the data folder, and deletes what is overdue itself.
    #[command(after_help = "\
Examples:
  payment-smart-bot retention verify --data ./data
  payment-smart-bot retention verify --data ./data --key-slots /run/payment-smart-bot

Exit codes: 0 nothing is overdue, 1 something is, 3 the data folder cannot be read")]
    Verify {
        /// The data folder.
        #[arg(long, value_name = "DIR", default_value = "data", env = "PAYMENT_SMART_BOT_DATA")]
        data: PathBuf,
        #[command(flatten)]
        keys: KeyOptions,
    },
}

impl Retention {
    /// Prints the count.
    pub fn run(&self) -> anyhow::Result<End> {
        let What::Verify { data, keys } = &self.what;
        let now = SystemClock.now();
        let recorded = EmbeddedReader::open(data)?.overdue(now)?;
        let slots = keys.look(data)?;
        let RawFindings { in_time, overdue, shown, closed, in_clear } = look_through(data, &slots, now)?;
        println!("overdue card data: {recorded}");
        println!(
            "sealed card data in the files: {in_time} in time, {overdue} overdue, {closed} seals that no key here opens"
        );
        println!("sessions that can be read: {shown}");
        println!("keys whose time is over: {}", slots.over());
        println!("what looks like a card number in clear: {}", in_clear.len());
        for (file, byte) in &in_clear {
            println!("  {file}, byte {byte}");
        }
        let well = recorded == 0 && overdue == 0 && slots.over() == 0 && in_clear.is_empty();
        let found = json!({
            "overdue": recorded, "sealedInTime": in_time, "sealedOverdue": overdue, "sealedClosed": closed,
            "keysOver": slots.over(), "inClear": in_clear.len(), "well": well,
        });
        OperatorsLog::of(data).note(now, RETENTION_VERIFIED, found)?;
        Ok(if well { End::Well } else { End::Failed })
    }
}
