//! `key`: what to do with a key of the service, in which order; and what a program can do of it.

use std::io::{Write as _, stdout};
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use clap::{Args, Subcommand, ValueEnum};
use payment_smart_bot::adapters::{EmbeddedReader, OperatorsLog, SystemClock};
use payment_smart_bot::ports::Clock as _;
use payment_smart_bot::settings::KeyOptions;
use payment_smart_bot::settings::custody::{self, Custody};
use serde_json::{Value, json};
use zeroize::Zeroizing;

use super::End;

/// Rotates a key, retires one, or says what to do about one that others may have.
///
/// What stands in the environment only you can change: these commands say how, in which order, and what ends with it, and do
/// what a program can. docs/keys.md has all keys.
#[derive(Args)]
pub struct Key {
    #[command(subcommand)]
    what: What,
}

/// The keys that are made here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Which {
    /// What card data is sealed with, a key a minute.
    Sealing,
    /// `SERVICE_KEY`: return links, minted orders, repeated messages, client addresses.
    Service,
    /// `ORDER_KEY`: the merchant's orders.
    Order,
}

#[derive(Subcommand)]
enum What {
    /// Makes a new key, and says how it takes the place of the old one so that no customer is lost.
    ///
    /// The key alone goes to standard output, 256 random bits in hexadecimal: pipe it into your secret store. What to do goes to
    /// standard error. Of sealing keys there is one a minute: nothing has to be done.
    #[command(after_help = "\
Examples:
  payment-smart-bot key rotate service                     reads well
  payment-smart-bot key rotate service --data ./data | secret-store put service-key
  payment-smart-bot key rotate order 2>/dev/null           the key, and no more

Exit codes: 0 it is told, 3 the data folder cannot be written")]
    Rotate {
        /// Which key.
        #[arg(value_enum)]
        key: Which,
        /// Note it in operators.jsonl of this data folder (never the key). The server may run meanwhile.
        #[arg(long, value_name = "DIR", env = "PAYMENT_SMART_BOT_DATA")]
        data: Option<PathBuf>,
    },

    /// Says what ends once an old key is taken away, and whether it is time to.
    ///
    /// service: with --data, while no server runs, it looks whether payments are in the air, whose customers may still come back
    /// by a link that the old key made. sealing: with --data and --key-slots it destroys every sealing key, as for a machine that
    /// goes out of service.
    #[command(after_help = "\
Examples:
  payment-smart-bot key retire service --data ./data
  payment-smart-bot key retire sealing --data ./data --key-slots /run/payment-smart-bot/keys
  payment-smart-bot key retire order

Exit codes: 0 it may be taken away, or is destroyed; 1 not yet; 3 a folder cannot be used, or a running server holds it")]
    Retire(Act),

    /// Says what whoever has a key can do, what to do at once, and what ends with it.
    ///
    /// sealing: with --data and --key-slots it destroys every sealing key, while no server runs.
    #[command(after_help = "\
Examples:
  payment-smart-bot key compromised service --data ./data
  payment-smart-bot key compromised sealing --data ./data --key-slots /run/payment-smart-bot/keys

Exit codes: 0 it is told, or destroyed; 3 a folder cannot be used, or a running server holds it")]
    Compromised(Act),

    /// Prints docs/keys.md: each key, what it is for, how long it is used, and what to do with it.
    #[command(after_help = "\
Examples:
  payment-smart-bot key table > docs/keys.md
  payment-smart-bot key table --check docs/keys.md         exit code 1 when file and program differ")]
    Table {
        /// Compare with this file instead of printing.
        #[arg(long, value_name = "FILE")]
        check: Option<PathBuf>,
    },
}

#[derive(Args)]
struct Act {
    /// Which key.
    #[arg(value_enum)]
    key: Which,
    /// The data folder: what came of it is noted in its operators.jsonl (never the key).
    #[arg(long, value_name = "DIR", env = "PAYMENT_SMART_BOT_DATA")]
    data: Option<PathBuf>,
    #[command(flatten)]
    keys: KeyOptions,
}

impl Which {
    const fn name(self) -> &'static str {
        match self {
            Self::Sealing => "sealing",
            Self::Service => "service",
            Self::Order => "order",
        }
    }

    const fn custody(self) -> Custody {
        match self {
            Self::Sealing => custody::SEALING,
            Self::Service => custody::SERVICE,
            Self::Order => custody::ORDER,
        }
    }
}

impl Key {
    /// Does it.
    pub fn run(&self) -> anyhow::Result<End> {
        match &self.what {
            What::Rotate { key, data } => rotate(*key, data.as_deref()),
            What::Retire(act) => act.retire(),
            What::Compromised(act) => act.compromised(),
            What::Table { check } => table(check.as_deref()),
        }
    }
}

fn rotate(key: Which, data: Option<&Path>) -> anyhow::Result<End> {
    tell("To rotate it", key, key.custody().rotate);
    note(data, "key rotated", json!({ "key": key.name() }))?;
    if key != Which::Sealing {
        let mut secret = Zeroizing::new([0; 32]);
        SystemClock.fill(&mut *secret);
        writeln!(stdout(), "{}", *Zeroizing::new(hex::encode(secret.as_slice())))?;
    }
    Ok(End::Well)
}

impl Act {
    fn retire(&self) -> anyhow::Result<End> {
        tell("To retire it", self.key, self.key.custody().retire);
        let in_the_air = match (self.key, &self.data) {
            (Which::Sealing, _) => return self.destroy("key retired"),
            (Which::Service, Some(data)) => EmbeddedReader::open(data)?.in_the_air()?,
            (Which::Service, None) => {
                println!(
                    "whether payments are in the air was not looked at: name the data folder (--data), or run `reconcile`"
                );
                0
            }
            (Which::Order, _) => 0,
        };
        let found = json!({ "key": self.key.name(), "inTheAir": in_the_air, "ready": in_the_air == 0 });
        note(self.data.as_deref(), "key retired", found)?;
        if in_the_air > 0 {
            println!(
                "not yet: {in_the_air} {} in the air",
                if in_the_air == 1 { "payment is" } else { "payments are" }
            );
            return Ok(End::Failed);
        }
        if self.key == Which::Service && self.data.is_some() {
            println!("no payment is in the air");
        }
        Ok(End::Well)
    }

    fn compromised(&self) -> anyhow::Result<End> {
        tell("If somebody else may have it", self.key, self.key.custody().suspicion);
        if self.key == Which::Sealing {
            return self.destroy("key compromised");
        }
        note(self.data.as_deref(), "key compromised", json!({ "key": self.key.name() }))?;
        Ok(End::Well)
    }

    /// Destroys every sealing key in the folder. The data folder is held meanwhile, so that no server starts and makes others.
    fn destroy(&self, act: &str) -> anyhow::Result<End> {
        let held = self.data.as_deref().map(EmbeddedReader::open).transpose()?;
        let destroyed = match (&held, &self.keys.key_slots) {
            (_, None) => {
                println!("no folder of keys is named (--key-slots): keys in a process end when it is stopped");
                0
            }
            (None, Some(_)) => {
                anyhow::bail!(
                    "name the data folder as well (--data): it tells whether a server still runs, which would go on with keys of its own"
                )
            }
            (Some(_), Some(folder)) => {
                anyhow::ensure!(folder.is_dir(), "there is no folder {}", folder.display());
                let destroyed = self.keys.slots(self.data.as_deref(), false)?.destroy()?;
                println!("sealing keys destroyed: {destroyed}");
                destroyed
            }
        };
        note(self.data.as_deref(), act, json!({ "key": self.key.name(), "destroyed": destroyed }))?;
        Ok(End::Well)
    }
}

/// What to do, for whoever reads along.
fn tell(what: &str, key: Which, steps: &[&str]) {
    eprintln!("{what}: the {}", key.custody().name.replace('`', ""));
    for (step, n) in steps.iter().zip(1..) {
        eprintln!("  {n}. {}", step.replace('`', ""));
    }
}

/// Writes into the log of operators what was done.
fn note(data: Option<&Path>, act: &str, found: Value) -> anyhow::Result<()> {
    let Some(data) = data else { return Ok(()) };
    let written = OperatorsLog::of(data).note(SystemClock.now(), act, found);
    written.with_context(|| format!("operators.jsonl in the data folder {}", data.display()))
}

fn table(check: Option<&Path>) -> anyhow::Result<End> {
    let page = custody::page();
    let Some(file) = check else {
        stdout().lock().write_all(page.as_bytes())?;
        return Ok(End::Well);
    };
    let kept = std::fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    if kept == page {
        return Ok(End::Well);
    }
    eprintln!(
        "payment-smart-bot: {} is not what the program says of its keys: `key table` prints that",
        file.display()
    );
    Ok(End::Failed)
}
