//! `table create`: makes the tables, for those who do not deploy the template.

use std::io::{self, IsTerminal as _, Write as _};

use anyhow::Context as _;
use clap::{Args, Subcommand};
use payment_smart_bot::adapters::{Told, aws, create_tables};
use payment_smart_bot::settings::table_name;

use super::End;

/// Makes the DynamoDB tables.
#[derive(Args)]
pub struct Table {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// Makes the two tables where they are not there, and waits until they are ready.
    ///
    /// Both are billed by use and encrypted. Sessions expire by `ttl`, and nothing copies them: no recovery, no stream.
    /// The ledger has point-in-time recovery. What is there already is left as it is, and a sessions table of a former release
    /// gets its index; run it again as you like. Region,
    /// credentials and endpoint come from the usual variables (`AWS_REGION`, `AWS_PROFILE`, `AWS_ENDPOINT_URL_DYNAMODB`, …).
    #[command(after_help = "\
Examples:
  payment-smart-bot table create --sessions sessions --ledger ledger
  payment-smart-bot table create --sessions sessions --ledger ledger --kms-key alias/sessions
  AWS_ENDPOINT_URL_DYNAMODB=http://127.0.0.1:8000 payment-smart-bot table create --local --sessions sessions --ledger ledger

Exit codes: 0 the tables are as they should be, 1 something of them could not be set, 3 they could not be made")]
    Create {
        /// The table of the sessions.
        #[arg(long, value_name = "NAME", env = "DYNAMODB_TABLE", value_parser = table_name)]
        sessions: String,

        /// The table of the ledger: attempts to charge, and the audit trail.
        #[arg(long, value_name = "NAME", env = "LEDGER_TABLE", value_parser = table_name)]
        ledger: String,

        /// The KMS key that encrypts both (id, alias or ARN); unless given, the account's own for DynamoDB.
        #[arg(long, value_name = "ID", env = "KMS_KEY_ID")]
        kms_key: Option<String>,

        /// For a server on this machine (DynamoDB Local, …): leave out expiry, encryption and recovery.
        #[arg(long)]
        local: bool,
    },
}

impl Table {
    /// Makes them, and says what was done.
    pub fn run(&self) -> anyhow::Result<End> {
        let What::Create { sessions, ledger, kms_key, local } = &self.what;
        let runtime = tokio::runtime::Runtime::new().context("the runtime")?;
        let mut missing = false;
        runtime.block_on(async {
            let mut tell = |told| missing |= say(&told);
            let settings = aws::settings().await;
            create_tables(&settings, sessions, ledger, kms_key.as_deref(), *local, &mut tell).await
        })?;
        Ok(if missing { End::Failed } else { End::Well })
    }
}

/// Says it; `true` when it is something that is missing.
fn say(told: &Told) -> bool {
    // Progress is for people who wait: it goes over itself, and not into a file.
    let watched = io::stderr().is_terminal();
    if watched {
        eprint!("\r\x1b[K");
    }
    match told {
        Told::Done(what) => println!("{what}"),
        Told::Missing(what) => eprintln!("payment-smart-bot: could not be set: {what}"),
        Told::Waiting(table, so_far) if watched => eprint!("table {table}: not ready yet, {} s", so_far.as_secs()),
        Told::Waiting(..) => {}
    }
    let _ = io::stderr().flush();
    matches!(told, Told::Missing(_))
}
