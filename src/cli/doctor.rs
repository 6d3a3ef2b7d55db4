//! `doctor`: asks everything that a customer's payment will need, and says what to do where something is wrong.

#[cfg(feature = "aws")]
mod cloud;

use std::io::{IsTerminal as _, Write as _, stdout};

use anyhow::Context as _;
use clap::Args;
use jiff::Timestamp;
use payment_smart_bot::adapters::{OpenError, SystemClock};
use payment_smart_bot::ports::{Clock as _, Place};
use payment_smart_bot::session::SessionId;
use payment_smart_bot::settings::{BotOptions, FrontOptions, Reached, Surroundings};
use payment_smart_bot::turn::Bot;

use super::socket::SocketOptions;
use super::terminal::colours;
use super::{End, logging};

/// A clock that is this much ahead or behind makes signatures and expiry wrong.
const SKEW: i64 = 30;

/// Checks configuration, store, key, models, gateway and clock, as `serve` and the function would use them.
#[derive(Args)]
#[command(after_help = "\
Examples:
  payment-smart-bot doctor --data ./data
  DYNAMODB_TABLE=sessions LEDGER_TABLE=ledger KMS_KEY_ID=alias/sessions payment-smart-bot doctor
  SERVICE_KEY=$(cat service-key) STRIPE_SECRET_KEY=rk_test_… payment-smart-bot doctor --data ./data

No secret is printed. A published test number is sent to Stripe, to see whether it takes card numbers, and an intent that is not there is
cancelled, to see whether the key may write intents; nothing is charged.

Nothing is made: no data folder, no key. While a server runs on the data folder it holds the store: stop it first.

Exit codes: 0 all is well, 1 something is not, 2 the arguments are wrong, 3 it cannot begin (a running server has the store)")]
pub struct Doctor {
    #[command(flatten)]
    socket: SocketOptions,

    #[command(flatten)]
    front: FrontOptions,

    #[command(flatten)]
    bot: BotOptions,
}

/// What was found, and told.
struct Findings {
    now: Timestamp,
    colours: bool,
    wrong: u32,
}

impl Findings {
    fn tell(&mut self, mark: (&str, &str), what: &str, found: &str) {
        let (colour, word) = mark;
        let word = if self.colours { format!("\x1b[{colour}m{word:<5}\x1b[0m") } else { format!("{word:<5}") };
        let _ = writeln!(stdout(), "{word} {what:<14} {found}");
    }

    fn well(&mut self, what: &str, found: &str) {
        self.tell(("32", "ok"), what, found);
    }

    fn note(&mut self, what: &str, found: &str) {
        self.tell(("33", "note"), what, found);
    }

    fn wrong(&mut self, what: &str, found: &str) {
        self.wrong += 1;
        self.tell(("31", "WRONG"), what, found);
    }
}

impl Doctor {
    /// Asks everything, and says what was found.
    pub fn run(&self) -> anyhow::Result<End> {
        logging::start("off");
        let runtime = tokio::runtime::Runtime::new().context("the runtime")?;
        let mut found = Findings { now: SystemClock.now(), colours: colours(stdout().is_terminal()), wrong: 0 };
        runtime.block_on(self.ask(&mut found))?;
        Ok(if found.wrong == 0 { End::Well } else { End::Failed })
    }

    async fn ask(&self, found: &mut Findings) -> anyhow::Result<()> {
        let link = self.socket.link(self.socket.listens());
        let reached = Reached { link: &link, lasts: self.socket.lasts(), tls: self.socket.secure() };
        let assembled = self.bot.assemble(Surroundings::Inspection(reached)).await;
        match assembled {
            Ok(assembled) => {
                found.well("configuration", &assembled.kept);
                for note in &assembled.notes {
                    found.note("configuration", note);
                }
                orders(assembled.trust.orders.is_some(), assembled.bot.payment.is_some(), found);
                keep(&assembled.bot, found).await;
            }
            // Nothing is wrong with the settings: they cannot be looked at now.
            Err(error) if matches!(error.downcast_ref(), Some(OpenError::Busy(_))) => return Err(error),
            Err(error) => found.wrong("configuration", &format!("{error:#}")),
        }
        self.listens(found);
        #[cfg(feature = "aws")]
        cloud::look(&self.bot.cloud, found).await;
        self.gateway(found).await;
        Ok(())
    }

    /// What stands before the service.
    fn listens(&self, found: &mut Findings) {
        let checked = self.socket.check(&self.front, self.bot.gateway.takes_orders());
        match checked.and_then(|()| self.socket.certificate().map(drop)) {
            Ok(()) => found.well("socket", &self.socket.base(self.socket.listens())),
            Err(error) => found.wrong("socket", &format!("{error:#}")),
        }
    }

    #[cfg(not(feature = "stripe"))]
    async fn gateway(&self, found: &mut Findings) {
        found.note("gateway", "the sandbox: no money moves");
    }

    #[cfg(feature = "stripe")]
    async fn gateway(&self, found: &mut Findings) {
        use payment_smart_bot::adapters::{Stripe, StripeHealth, StripeSettings};
        let options = &self.bot.gateway;
        let key = match options.stripe_key() {
            Ok(Some(key)) => key,
            Ok(None) => {
                return found.note("gateway", "the sandbox: no money moves (STRIPE_SECRET_KEY names an account)");
            }
            Err(error) => return found.wrong("stripe", &format!("{error}")),
        };
        if !key.is_restricted() {
            found.note("stripe", "a secret key may do everything: a restricted one (rk_…) is enough, and safer");
        }
        let settings = StripeSettings {
            base: options.stripe_api_base().to_owned(),
            ..StripeSettings::new(key, std::sync::Arc::new(|_| String::new()))
        };
        let stripe = match Stripe::connect(settings) {
            Ok(stripe) => stripe,
            Err(error) => return found.wrong("stripe", &error.to_string()),
        };
        let mut chance = [0; 16];
        SystemClock.fill(&mut chance);
        let key = format!("dr_{}", hex::encode(chance));
        match stripe.health(&key, options.keeps()).await {
            StripeHealth::Ready => found.well("stripe", "the key is taken, card numbers are, and intents may be written"),
            StripeHealth::RawCardsOff => found.wrong(
                "stripe",
                "this account may not send card numbers: ask Stripe to enable raw card data APIs for it (that wants proof \
                 of PCI DSS compliance)",
            ),
            StripeHealth::KeyNotTaken => found.wrong(
                "stripe",
                "the key is unknown, or may not make payment methods: look at Developers, API keys; a restricted key \
                 needs write access to payment methods, payment intents, setup intents and customers",
            ),
            StripeHealth::IntentsRefused => found.wrong(
                "stripe",
                "the key may not write payment intents (or setup intents, where cards are kept): nothing could be \
                 charged; give it write access at Developers, API keys",
            ),
            StripeHealth::NotReached => found.wrong("stripe", "no answer that makes sense: is it reachable from here?"),
        }
        match stripe.time().await {
            Some(theirs) => clock(theirs, found),
            None => found.note("clock", "could not be compared with anybody's"),
        }
        if !options.takes_events() {
            found.note(
                "webhook",
                "STRIPE_WEBHOOK_SECRET is not set: what is in the air is looked up by a schedule only",
            );
        }
        match options.public_url() {
            Some(url) => found.well("public url", url.as_str()),
            None => found.note(
                "public url",
                "PUBLIC_URL is not set: banks send customers back to the address that is listened on",
            ),
        }
    }
}

/// What a session pays.
fn orders(signed: bool, amount: bool, found: &mut Findings) {
    match (signed, amount) {
        (true, _) => found.well("orders", "the key can be used; no session begins without a signed order"),
        (false, true) => found.note("orders", "none are taken (no ORDER_KEY): every session pays what --amount says"),
        (false, false) => {
            found.note("orders", "none are taken (no ORDER_KEY), and there is no --amount: cards become tokens");
        }
    }
}

/// Store and key, through the ports that a turn uses.
async fn keep(bot: &Bot, found: &mut Findings) {
    let now = bot.clock.now();
    match bot.sessions.overdue(now).await {
        Ok(0) => found.well("retention", "no card data is overdue"),
        Ok(overdue) => {
            found.wrong("retention", &format!("{overdue} seals should be gone: is the sweep, or expiry, off?"));
        }
        Err(error) => found.wrong("store", &error.to_string()),
    }
    match bot.counts.read(&["doctor".to_owned()], now).await {
        Ok(_) => found.well("counts", "can be read"),
        Err(error) => found.wrong("counts", &error.to_string()),
    }
    match bot.ledger.open_attempts(None, 1).await {
        Ok(open) if open.is_empty() => found.well("ledger", "nothing is in the air"),
        Ok(_) => found.note("ledger", "payments are in the air: `payment-smart-bot reconcile` looks them up"),
        Err(error) => found.wrong("ledger", &error.to_string()),
    }
    let mut id = [0; 16];
    bot.clock.fill(&mut id);
    let place = Place { session: SessionId::from_random(id), version: 1 };
    let until = now + jiff::SignedDuration::from_mins(1);
    let opened = match bot.vault.seal(&place, until, b"doctor").await {
        Ok(sealed) => bot.vault.open(&place, now, &sealed).await.map(|opened| opened.as_slice() == b"doctor"),
        Err(error) => Err(error),
    };
    match opened {
        Ok(true) => found.well("key", "seals, and opens what it sealed"),
        Ok(false) => found.wrong("key", "opens something else than it sealed"),
        Err(error) => found.wrong("key", &error.to_string()),
    }
}

/// Compares our clock with another's.
fn clock(theirs: Timestamp, found: &mut Findings) {
    let apart = SystemClock.now().duration_since(theirs).as_secs();
    if apart.abs() <= SKEW {
        found.well("clock", &format!("{apart} s from the gateway's"));
    } else {
        found.wrong(
            "clock",
            &format!("{apart} s from the gateway's: set it by NTP, or signatures and expiry are wrong"),
        );
    }
}
