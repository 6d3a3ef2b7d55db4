//! `reconcile`: looks up what has no end yet, for a schedule.

use anyhow::{Context as _, ensure};
use clap::Args;
use jiff::SignedDuration;
use payment_smart_bot::adapters::EmbeddedSessions;
use payment_smart_bot::settings::{BotOptions, NothingPaid, Surroundings};

use super::{End, logging};

/// Looks up every payment in the air whose time for a look has come, and brings its session to its end: the first half a minute after
/// it was sent, then ever more seldom, at last every hour. `serve` does so by itself every minute; this is for a schedule beside a
/// function, or after a server is gone for good. `attempts list` says what is open. With Stripe it needs the same
/// `SERVICE_KEY` and `PUBLIC_URL` as those whose payments it looks up: the bank is given the same return page in every request.
#[derive(Args)]
#[command(after_help = "\
Examples:
  payment-smart-bot reconcile --data ./data
  DYNAMODB_TABLE=sessions LEDGER_TABLE=ledger KMS_KEY_ID=alias/sessions payment-smart-bot reconcile

Exit codes: 0 everything could be looked up, 1 something could not, is older than an hour or was not come to, 3 the ledger cannot be read")]
pub struct Reconcile {
    /// For so many seconds at most, what is due longest first.
    #[arg(long, value_name = "SECONDS", default_value_t = 300, value_parser = clap::value_parser!(u32).range(1..))]
    seconds: u32,

    #[command(flatten)]
    bot: BotOptions<NothingPaid>,
}

impl Reconcile {
    /// Looks them up, and says what came of it.
    pub fn run(&self) -> anyhow::Result<End> {
        logging::start("warn");
        let runtime = tokio::runtime::Runtime::new().context("the runtime")?;
        let reconciled = runtime.block_on(async {
            let bot = self.bot.assemble(Surroundings::Schedule).await?.bot;
            let folder = self.bot.store.folder();
            ensure!(
                self.bot.cloud.dynamodb_table.is_some() || EmbeddedSessions::is_in(folder)?,
                "there is no store in {}: --data names the folder that serve uses",
                folder.display()
            );
            anyhow::Ok(bot.reconcile(SignedDuration::from_secs(self.seconds.into())).await?)
        })?;
        println!(
            "ended {}, still open {}, not looked up {}, older than an hour {}",
            reconciled.ended, reconciled.open, reconciled.failed, reconciled.old
        );
        if !reconciled.in_time {
            println!("ran out of time after {} seconds; run it again, or raise --seconds", self.seconds);
        }
        Ok(if reconciled.failed == 0 && reconciled.old == 0 && reconciled.in_time { End::Well } else { End::Failed })
    }
}
