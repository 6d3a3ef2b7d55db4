//! `reconcile`: looks up what has no end yet, for a schedule.

use std::path::Path;

use anyhow::{Context as _, ensure};
use clap::Args;
use jiff::SignedDuration;
use payment_smart_bot::adapters::EmbeddedSessions;
use payment_smart_bot::settings::{CloudOptions, GatewayOptions, PolicyOptions, StoreOptions, Wanted, assemble};

use super::{End, logging};

/// Looks up every payment that is in the air, and brings its session to its end. `serve` does so by itself every minute;
/// this is for a schedule beside a function, or after a server is gone for good. With Stripe it needs the same
/// `SERVICE_KEY` and `PUBLIC_URL` as those whose payments it looks up: the bank is given the same return page in every request.
#[derive(Args)]
#[command(after_help = "\
Examples:
  payment-smart-bot reconcile --data ./data
  DYNAMODB_TABLE=sessions LEDGER_TABLE=ledger KMS_KEY_ID=alias/sessions payment-smart-bot reconcile

Exit codes: 0 everything could be looked up, 1 something could not, is older than an hour or was not come to, 3 the ledger cannot be read")]
pub struct Reconcile {
    /// For so many seconds at most, the oldest first.
    #[arg(long, value_name = "SECONDS", default_value_t = 300, value_parser = clap::value_parser!(u32).range(1..))]
    seconds: u32,

    #[command(flatten)]
    store: StoreOptions,

    #[command(flatten)]
    gateway: GatewayOptions,

    #[command(flatten)]
    policy: PolicyOptions,

    #[command(flatten)]
    cloud: CloudOptions,
}

impl Reconcile {
    /// Looks them up, and says what came of it.
    pub fn run(&self) -> anyhow::Result<End> {
        logging::start("warn");
        let data = self.store.data.clone().or_else(|| Some("data".into()));
        let store = StoreOptions { data, ..self.store.clone() };
        let runtime = tokio::runtime::Runtime::new().context("the runtime")?;
        let reconciled = runtime.block_on(async {
            let assembled = assemble(Wanted {
                store: &store,
                cloud: &self.cloud,
                gateway: &self.gateway,
                policy: &self.policy,
                payment: None,
                base_url: "http://127.0.0.1:3000",
                base_lasts: false,
                makes: false,
                // Nobody sends a card here.
                tls: true,
            });
            let bot = assembled.await?.bot;
            let folder = store.data.as_deref().unwrap_or(Path::new(""));
            ensure!(
                self.cloud.dynamodb_table.is_some() || EmbeddedSessions::is_in(folder)?,
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
            println!("not all could be come to in {} seconds; run it again, or with --seconds", self.seconds);
        }
        Ok(if reconciled.failed == 0 && reconciled.old == 0 && reconciled.in_time { End::Well } else { End::Failed })
    }
}
