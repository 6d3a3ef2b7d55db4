//! `attempts`: what is in the air, and how one of them is closed.

use std::io::{self, Write as _};

use anyhow::{Context as _, ensure};
use clap::{Args, Subcommand};
use jiff::{SignedDuration, Timestamp};
use payment_smart_bot::adapters::EmbeddedSessions;
use payment_smart_bot::attempts::{Closing, close};
use payment_smart_bot::dialogue::{AttemptId, OrderId};
use payment_smart_bot::session::{Attempt, OpenAttempt};
use payment_smart_bot::settings::{BotOptions, NothingPaid, Surroundings};
use payment_smart_bot::turn::Bot;
use serde_json::json;

use super::{End, logging};

/// What the operators' trail calls it.
const CLOSED: &str = "attempt closed";

/// Lists the payments that have no end yet, shows one, or closes one.
///
/// A data folder is held by the server that runs over it: there, stop it first. Over DynamoDB it runs beside it.
#[derive(Args)]
pub struct Attempts {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// Lists every attempt that has no end yet: how old it is, when it is looked up next, what the gateway said last.
    List {
        #[command(flatten)]
        bot: Box<BotOptions<NothingPaid>>,
    },

    /// Shows one attempt, or an order and the attempt that holds it.
    #[command(after_help = "Exit codes: 0 it is there, 1 it is not, 3 the ledger cannot be read")]
    Show {
        /// The attempt's id (at_…), or the merchant's id of the order.
        id: String,

        #[command(flatten)]
        bot: Box<BotOptions<NothingPaid>>,
    },

    /// Closes an attempt, when the gateway says how it ended, or that it never arrived; anything else is refused.
    ///
    /// What was paid, declined or voided is written down as that, and its session and order learn of it. What never arrived is
    /// cancelled at the gateway first, so that it never will. It is written into the operators' trail.
    #[command(after_help = "\
Examples:
  payment-smart-bot attempts close at_0123456789abcdef --data ./data

Where the server charges, give this the same SERVICE_KEY and PUBLIC_URL.
Exit codes: 0 it is closed, 1 it stays open, and why is said, 3 the ledger cannot be read")]
    Close {
        /// The attempt's id (at_…).
        id: String,

        #[command(flatten)]
        bot: Box<BotOptions<NothingPaid>>,
    },
}

impl Attempts {
    /// Does it.
    pub fn run(&self) -> anyhow::Result<End> {
        logging::start("warn");
        let (What::List { bot: options } | What::Show { bot: options, .. } | What::Close { bot: options, .. }) =
            &self.what;
        tokio::runtime::Runtime::new().context("the runtime")?.block_on(async {
            let bot = options.assemble(Surroundings::Schedule).await?.bot;
            let folder = options.store.folder();
            ensure!(
                options.cloud.dynamodb_table.is_some() || EmbeddedSessions::is_in(folder)?,
                "there is no store in {}: --data names the folder that serve uses",
                folder.display()
            );
            match &self.what {
                What::List { .. } => list(&bot).await,
                What::Show { id, .. } => show(&bot, id).await,
                What::Close { id, .. } => {
                    let closing = close(&bot, &AttemptId::new(id.clone())).await?;
                    if let Closing::Closed(attempt) = &closing {
                        let found = json!({ "attempt": attempt.attempt, "verdict": attempt.verdict });
                        bot.ledger.note(bot.clock.now(), CLOSED, found).await?;
                    }
                    Ok(told(id, closing))
                }
            }
        })
    }
}

async fn list(bot: &Bot) -> anyhow::Result<End> {
    let (open, now) = (bot.ledger.open_attempts(None, usize::MAX).await?, bot.clock.now());
    if open.is_empty() {
        eprintln!("no attempt is open");
        return Ok(End::Well);
    }
    let mut out = io::stdout().lock();
    let mut line = |cells: [&str; 6]| {
        let [age, next, said, attempt, session, order] = cells;
        writeln!(out, "{age:>8}  {next:>9}  {said:<16}  {attempt:<35}  {session:<36}  {order}")
    };
    line(["AGE", "NEXT LOOK", "LAST VERDICT", "ATTEMPT", "SESSION", "ORDER"])?;
    for OpenAttempt { attempt, next_look } in &open {
        line([
            &time(now.duration_since(attempt.opened_at)),
            &due(*next_look, now),
            attempt.verdict.as_deref().unwrap_or("-"),
            attempt.attempt.as_str(),
            attempt.session.as_str(),
            attempt.order.as_ref().map_or("-", OrderId::as_str),
        ])?;
    }
    Ok(End::Well)
}

async fn show(bot: &Bot, id: &str) -> anyhow::Result<End> {
    let mut shown = serde_json::Map::new();
    let mut attempt = bot.ledger.attempt(&AttemptId::new(id.to_owned())).await?;
    let order = match (&attempt, id.parse::<OrderId>()) {
        (Some(Attempt { order: Some(order), .. }), _) => bot.sessions.order(order).await?,
        (None, Ok(order)) => bot.sessions.order(&order).await?,
        (Some(_), _) | (None, Err(_)) => None,
    };
    if let Some(order) = order {
        if let (None, Some(holder)) = (&attempt, &order.holder) {
            attempt = bot.ledger.attempt(&holder.attempt).await?;
        }
        // No id of a card.
        shown.insert("order".to_owned(), serde_json::to_value(order.without_cards(Timestamp::MAX))?);
    }
    if let Some(attempt) = attempt {
        let record = bot.sessions.load(&attempt.session, bot.clock.now()).await?;
        let session = record.map(|record| json!({ "currentStep": record.current_step(), "status": record.status() }));
        let open = bot.ledger.open_attempts(None, usize::MAX).await?;
        let next = open.iter().find(|open| open.attempt.attempt == attempt.attempt).map(|open| open.next_look);
        shown.insert("attempt".to_owned(), serde_json::to_value(&attempt)?);
        shown.insert("nextLook".to_owned(), json!(next));
        shown.insert("session".to_owned(), json!(session));
    }
    if shown.is_empty() {
        eprintln!("payment-smart-bot: the ledger knows no attempt and no order {id}");
        return Ok(End::Failed);
    }
    writeln!(io::stdout().lock(), "{}", serde_json::to_string_pretty(&shown)?)?;
    Ok(End::Well)
}

/// Says what came of it.
fn told(id: &str, closing: Closing) -> End {
    let verdict = |attempt: &Attempt| attempt.verdict.clone().unwrap_or_default();
    match closing {
        Closing::Closed(attempt) => {
            println!("{id} is closed: {}", verdict(&attempt));
            End::Well
        }
        Closing::Before(attempt) => {
            println!("{id} had ended before: {}", verdict(&attempt));
            End::Well
        }
        Closing::NotFound => {
            eprintln!("payment-smart-bot: the ledger knows no attempt {id}");
            End::Failed
        }
        Closing::Refused(refusal) => {
            eprintln!("payment-smart-bot: {id} stays open: {refusal}");
            End::Failed
        }
    }
}

/// In how long a look is due.
fn due(next: Timestamp, now: Timestamp) -> String {
    if next <= now { "due".to_owned() } else { format!("in {}", time(next.duration_since(now))) }
}

/// A time in its largest two units.
fn time(time: SignedDuration) -> String {
    let minutes = time.as_mins();
    match minutes {
        ..1 => format!("{} s", time.as_secs().max(0)),
        1..60 => format!("{minutes} min"),
        60..1_440 => format!("{} h {} m", minutes / 60, minutes % 60),
        _ => format!("{} d {} h", minutes / 1_440, minutes / 60 % 24),
    }
}
