//! `order`: signs and checks orders, for trying out. A merchant's own system signs them with any JWT library.

use std::path::PathBuf;

use anyhow::Context as _;
use clap::{Args, Subcommand};
use jiff::SignedDuration;
use payment_smart_bot::adapters::{CURRENCIES, SystemClock};
use payment_smart_bot::dialogue::{Money, Order, OrderId, Payment};
use payment_smart_bot::orders::{OrderKey, SigningKey};
use payment_smart_bot::ports::Clock as _;
use payment_smart_bot::settings::{amount, order_key};
use secrecy::{ExposeSecret as _, SecretString};

use super::End;

/// Signs an order, or checks one.
#[derive(Args)]
pub struct OrderCommand {
    #[command(subcommand)]
    what: What,
}

#[derive(Args)]
struct Key {
    /// The key: the secret of HS256, or PEM (to sign: the private key of Ed25519; to check: the public one). Of several,
    /// parted by commas, the first signs, and what any of them signed is good.
    #[arg(long, value_name = "KEYS", env = "ORDER_KEY", value_delimiter = ',', hide_env_values = true)]
    key: Vec<SecretString>,

    /// The file that holds it.
    #[arg(long, value_name = "FILE", env = "ORDER_KEY_FILE")]
    key_file: Option<PathBuf>,
}

impl Key {
    fn read(&self) -> anyhow::Result<SecretString> {
        order_key(&self.key, self.key_file.as_deref())?.context("name the key: --key-file, or ORDER_KEY")
    }
}

#[derive(Subcommand)]
enum What {
    /// Prints the token of an order; nothing is signed that the service would refuse.
    #[command(after_help = "\
Examples:
  export ORDER_KEY=$(openssl rand -hex 32)
  payment-smart-bot order sign --id order-1042 --amount \"49.90 EUR\" --payee \"Harbour Books\"
  curl -s http://127.0.0.1:3000/chat -H 'content-type: application/json' \\
    -d \"{\\\"message\\\":\\\"hi\\\",\\\"order\\\":\\\"$(payment-smart-bot order sign --id order-1042 --amount '49.90 EUR')\\\"}\"")]
    Sign {
        #[command(flatten)]
        key: Key,

        /// The merchant's id of the order: 1 to 64 visible ASCII characters.
        #[arg(long)]
        id: OrderId,

        /// The amount, like "49.90 EUR".
        #[arg(long, value_parser = amount)]
        amount: Money,

        /// Who is paid, as the customer knows them: one line, at most 120 characters.
        #[arg(long, value_name = "NAME")]
        payee: Option<String>,

        /// What is paid for: one line, at most 120 characters.
        #[arg(long, value_name = "TEXT")]
        description: Option<String>,

        /// How long it can be paid, in minutes.
        #[arg(long, value_name = "MINUTES", default_value_t = 60, value_parser = clap::value_parser!(i64).range(1..=525_600))]
        minutes: i64,
    },

    /// Checks a token, and prints what it is for and until when; ends with 1 when it would not be accepted, and says why.
    Check {
        #[command(flatten)]
        key: Key,

        /// The token.
        token: String,
    },
}

impl OrderCommand {
    /// Does it.
    pub fn run(self) -> anyhow::Result<End> {
        let now = SystemClock.now();
        match self.what {
            What::Sign { key, id, amount, payee, description, minutes } => {
                let order = Order { id, expires: now + SignedDuration::from_mins(minutes), minted: false };
                let payment = Payment { amount, payee, description, order: Some(order) };
                let token = SigningKey::parse(key.read()?.expose_secret(), &CURRENCIES)?.sign(&payment)?;
                println!("{token}");
                Ok(End::Well)
            }
            What::Check { key, token } => {
                let checked = OrderKey::parse(key.read()?.expose_secret(), &CURRENCIES)?.check(token.trim(), now);
                let payment = match checked {
                    Ok(payment) => payment,
                    Err(error) => {
                        eprintln!("payment-smart-bot: {error}");
                        return Ok(End::Failed);
                    }
                };
                println!("{}", serde_json::to_string_pretty(&payment)?);
                if let Some(order) = &payment.order {
                    eprintln!("valid until {}", order.expires);
                }
                Ok(End::Well)
            }
        }
    }
}
