//! `doctor`: asks everything that a customer's payment will need, and says what to do where something is wrong.

#[cfg(feature = "aws")]
mod cloud;

use std::io::{IsTerminal as _, Write as _, stdout};
use std::sync::Arc;

use anyhow::Context as _;
use clap::Args;
use jiff::{SignedDuration, Timestamp};
use payment_smart_bot::adapters::{OpenError, OperatorsLog, RETENTION_VERIFIED, Slots, SystemClock};
use payment_smart_bot::ports::{Clock as _, Finding, Mark, Place, StoreError};
use payment_smart_bot::session::SessionId;
use payment_smart_bot::settings::{BotOptions, FrontOptions, Reached, Surroundings};
use payment_smart_bot::turn::{Bot, ended_without_a_card};

use super::socket::SocketOptions;
use super::terminal::colours;
use super::wording::told;
use super::{End, logging};

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

/// PCI DSS 3.2.1 asks for a look every three months.
const VERIFIED_WITHIN: SignedDuration = SignedDuration::from_hours(90 * 24);

/// The schedule that deletes card data in DynamoDB comes every quarter of an hour; then it takes a while.
const SWEPT: SignedDuration = SignedDuration::from_mins(20);

/// What was found, and told.
struct Findings {
    colours: bool,
    wrong: u32,
}

impl Findings {
    fn tell(&mut self, mark: (&str, &str), what: &str, found: &str) {
        let (colour, word) = mark;
        let word = if self.colours { format!("\x1b[{colour}m{word:<5}\x1b[0m") } else { format!("{word:<5}") };
        let _ = writeln!(stdout(), "{word} {what:<14} {found}");
    }

    fn add(&mut self, Finding { mark, what, found }: &Finding) {
        match mark {
            Mark::Well => self.well(what, found),
            Mark::Note => self.note(what, found),
            Mark::Wrong => self.wrong(what, found),
        }
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
        let mut found = Findings { colours: colours(stdout().is_terminal()), wrong: 0 };
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
                wordings(&assembled.bot, found);
                orders(assembled.trust.orders.is_some(), assembled.bot.payment.is_some(), found);
                // Nothing is wrong while the schedule has not come yet.
                let comes = if self.bot.cloud.dynamodb_table.is_some() { SWEPT } else { SignedDuration::ZERO };
                keep(&assembled.bot, comes, found).await;
                self.keys(found);
                self.verified(found);
            }
            // Nothing is wrong with the settings: they cannot be looked at now.
            Err(error) if matches!(error.downcast_ref(), Some(OpenError::Busy(_))) => return Err(error),
            Err(error) => found.wrong("configuration", &format!("{error:#}")),
        }
        self.listens(found);
        #[cfg(feature = "aws")]
        cloud::look(&self.bot.cloud, found).await;
        for finding in self.bot.gateway.health(&SystemClock).await {
            found.add(&finding);
        }
        Ok(())
    }

    /// Where the keys of card data are, on this machine.
    fn keys(&self, found: &mut Findings) {
        if self.bot.cloud.seals() {
            return;
        }
        let keys = &self.bot.store.keys;
        if let Err(error) = keys.look(self.bot.store.folder()) {
            return found.wrong("keys", &format!("{error:#}"));
        }
        let (told, on_disk) = keys.told();
        if on_disk {
            found.note("keys", &told);
        } else {
            found.well("keys", &told);
        }
        if !Slots::in_memory(Arc::new(SystemClock)).are_locked() {
            found.note(
                "keys",
                "the system may swap them out: raise the limit of locked memory (ulimit -l, LimitMEMLOCK)",
            );
        }
    }

    /// When somebody looked last whether card data is gone that should be.
    fn verified(&self, found: &mut Findings) {
        let store = &self.bot.store;
        if self.bot.cloud.keeps_sessions() || store.memory || !store.folder().exists() {
            return;
        }
        let how = format!("payment-smart-bot retention verify --data {}", store.folder().display());
        match OperatorsLog::of(store.folder()).last(RETENTION_VERIFIED) {
            Ok(Some(last)) if SystemClock.now().duration_since(last) <= VERIFIED_WITHIN => {
                found.well("retention", &format!("verified {last:.0}"));
            }
            Ok(Some(last)) => found.note("retention", &format!("last verified {last:.0}, over 90 days ago: {how}")),
            Ok(None) => found.note("retention", &format!("never verified: {how}")),
            Err(error) => found.wrong("retention", &format!("operators.jsonl: {error}")),
        }
    }

    /// What stands before the service.
    fn listens(&self, found: &mut Findings) {
        let checked = self.socket.check(&self.front, self.bot.gateway.takes_orders());
        let certificate = match checked.and_then(|()| self.socket.certificate()) {
            Ok(certificate) => certificate,
            Err(error) => return found.wrong("socket", &format!("{error:#}")),
        };
        let base = self.socket.base(self.socket.listens());
        let Some(certificate) = certificate else { return found.well("socket", &base) };
        match certificate.lasts(SystemClock.now()) {
            Err(error) => {
                found.note("socket", &format!("{base}: serve does not open it with this certificate"));
                found.wrong("certificate", &error.to_string());
            }
            Ok(soon) => {
                found.well("socket", &base);
                match (soon, certificate.until()) {
                    (Some(soon), _) => found.note("certificate", &soon),
                    (None, Some(until)) => found.well("certificate", &format!("good until {until}")),
                    (None, None) => found.note("certificate", "it does not say until when it is good"),
                }
            }
        }
    }
}

/// What may be said beside the catalog, in the tone that is set.
fn wordings(bot: &Bot, found: &mut Findings) {
    let running = bot.running.now();
    for ((language, tone), coverage) in running.voice.wordings().coverage() {
        if tone != running.voice.tone() || coverage.approved + coverage.stale + coverage.unfit == 0 {
            continue;
        }
        let told = format!("{} {}: {}", language.code(), tone.wire(), told(&coverage));
        if coverage.stale + coverage.unfit > 0 { found.note("wordings", &told) } else { found.well("wordings", &told) }
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

/// Store and key, through the ports that a turn uses. Card data that is over may still be there for as long as `comes`.
async fn keep(bot: &Bot, comes: SignedDuration, found: &mut Findings) {
    let now = bot.clock.now();
    match bot.sessions.overdue(now - comes).await {
        Ok(0) => found.well("retention", "no card data is overdue"),
        Ok(overdue) => {
            found.wrong("retention", &format!("{overdue} seals should be gone: is the sweep, or expiry, off?"));
        }
        Err(error) => found.wrong("store", &error.to_string()),
    }
    match without_a_card(bot, now).await {
        Ok(said) => found.well("counts", &said),
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
    let until = now + SignedDuration::from_mins(1);
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

/// What the counts say of the last day's sessions of which nothing else is left.
async fn without_a_card(bot: &Bot, now: Timestamp) -> Result<String, StoreError> {
    let mut ended = Vec::new();
    for (reason, keys) in ended_without_a_card(now, 24) {
        let count: i64 = bot.counts.read(&keys, now).await?.iter().sum();
        if count > 0 {
            ended.push(format!("{} {count}", reason.wire()));
        }
    }
    Ok(match ended.as_slice() {
        [] => "can be read; no session ended without a card in the last day".to_owned(),
        ended => format!("can be read; sessions that ended without a card in the last day: {}", ended.join(", ")),
    })
}
