//! `ledger`: writes the ledger out, or prunes it.

use std::io::{self, BufWriter};

use anyhow::Context as _;
use clap::{Args, Subcommand};
use payment_smart_bot::adapters::SystemClock;
use payment_smart_bot::archive::{ArchiveError, FEWEST_MONTHS, Pruned, export, prune};
use payment_smart_bot::ports::Clock as _;
use payment_smart_bot::settings::LedgerOptions;

use super::{End, logging};

/// Writes the ledger out, or prunes it: the audit trail, attempts and orders.
#[derive(Args)]
pub struct LedgerCommand {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// Prints all of it as lines of JSON, each with its "kind": trail, attempt or order.
    ///
    /// There is no secret in it, no word of a customer and no id of a card. It is read in pieces, whatever its length. Over
    /// DynamoDB it takes the right to Scan the table.
    #[command(after_help = "\
Examples:
  payment-smart-bot ledger export --data ./data > ledger.jsonl
  payment-smart-bot ledger export --ledger-table ledger | gzip > ledger.jsonl.gz

Exit codes: 0 all of it was printed, 3 it cannot be read")]
    Export {
        #[command(flatten)]
        ledger: LedgerOptions,
    },

    /// Deletes what is over and older than so many months; never less than twelve are kept.
    ///
    /// What goes: the trail of sessions whose last step is so old, attempts that had an end, and orders that nobody holds. What
    /// is open stays. An order that is forgotten can be paid again: sign none for longer than you keep them. Export first. It is
    /// written into the operators' trail. Over DynamoDB it takes the right to Scan the table and to delete from it; the
    /// function's role has neither.
    #[command(after_help = "\
Examples:
  payment-smart-bot ledger prune --keep-months 18 --dry-run
  payment-smart-bot ledger prune --keep-months 12 --ledger-table ledger

Exit codes: 0 it is done, 3 the ledger cannot be read or written: run it again, and it goes on")]
    Prune {
        #[command(flatten)]
        ledger: LedgerOptions,

        /// How many months are kept.
        #[arg(long, value_name = "MONTHS", value_parser = clap::value_parser!(u16).range(i64::from(FEWEST_MONTHS)..=1_200))]
        keep_months: u16,

        /// Only count.
        #[arg(long)]
        dry_run: bool,
    },
}

impl LedgerCommand {
    /// Does it.
    pub fn run(&self) -> anyhow::Result<End> {
        logging::start("warn");
        let runtime = tokio::runtime::Runtime::new().context("the runtime")?;
        runtime.block_on(async {
            match &self.what {
                What::Export { ledger } => {
                    export(&*ledger.open().await?, &mut BufWriter::new(io::stdout())).await.map_err(unwrapped)?;
                }
                What::Prune { ledger, keep_months, dry_run } => {
                    let archive = ledger.open().await?;
                    let pruned = prune(&*archive, SystemClock.now(), *keep_months, *dry_run).await?;
                    say(&pruned, *dry_run);
                }
            }
            Ok(End::Well)
        })
    }
}

/// Who reads our output may have enough of it: that is no failure, and known by its kind.
fn unwrapped(error: ArchiveError) -> anyhow::Error {
    match error {
        ArchiveError::Out(error) => error.into(),
        error @ (ArchiveError::Store(_) | ArchiveError::TooFew) => error.into(),
    }
}

fn say(Pruned { trail, attempts, orders, undated, gone }: &Pruned, dry_run: bool) {
    println!("parts of trails {trail}, attempts {attempts}, orders {orders}");
    if *undated > 0 {
        println!("orders that a former release kept without their time, and that stay: {undated}");
    }
    if dry_run {
        println!("nothing was deleted: this was a dry run");
    } else {
        println!("deleted: {gone}");
    }
}
