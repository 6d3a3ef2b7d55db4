//! The commands, one file each. The only place that reads arguments and the environment.

mod attempts;
mod chat;
mod doctor;
mod key;
mod ledger;
mod lines;
mod logging;
mod order;
mod reconcile;
mod redact;
mod replay;
mod retention;
mod serve;
mod socket;
mod statechart;
#[cfg(feature = "aws")]
mod table;
mod terminal;
mod understand;
mod validate;
mod wording;

use std::io;
use std::process::ExitCode;

use clap::{CommandFactory as _, FromArgMatches as _, Parser, Subcommand};
use payment_smart_bot::settings::without_empty;

/// How the program ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    /// It is well.
    Well,
    /// A check failed.
    Failed,
    /// No model could be asked.
    #[cfg(feature = "aws")]
    Unanswered,
}

const EXAMPLES: &str = "\
Examples:
  payment-smart-bot                                        serve on http://127.0.0.1:3000
  payment-smart-bot serve --amount \"49.90 EUR\" --payee \"Harbour Books\"
  payment-smart-bot chat --language es                     talk in the terminal
  echo '{\"text\":\"no, cancel that\",\"state\":\"confirm\"}' | payment-smart-bot understand
  payment-smart-bot help serve                             every option, and the test cards

Exit codes:
  0  it is well
  1  a check failed
  2  the arguments are wrong, or a tool got no answer of a model
  3  it cannot start, or a file, the store or the network failed";

/// A chat service that collects a card payment: a typed statechart decides, a language model only adds courtesies.
#[derive(Parser)]
#[command(name = "payment-smart-bot", version, after_help = EXAMPLES, disable_help_subcommand = false)]
struct Arguments {
    /// Without a command: serve.
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Subcommand)]
enum Command {
    Serve(Box<serve::Serve>),
    Chat(Box<chat::Chat>),
    Understand(understand::Understand),
    Validate(validate::Validate),
    Redact(redact::Redact),
    Replay(replay::Replay),
    Wording(wording::WordingCommand),
    #[cfg(feature = "aws")]
    Table(table::Table),
    Doctor(Box<doctor::Doctor>),
    Order(order::OrderCommand),
    Reconcile(Box<reconcile::Reconcile>),
    Attempts(attempts::Attempts),
    Ledger(ledger::LedgerCommand),
    Retention(retention::Retention),
    Key(Box<key::Key>),
    Statechart(statechart::Statechart),
}

/// Runs the command that the arguments name.
pub fn run() -> ExitCode {
    payment_smart_bot::settings::hush_panics();
    payment_smart_bot::settings::no_core_dumps();
    let ended = match arguments().command {
        None => serve::Serve::usual().run(),
        Some(Command::Serve(serve)) => serve.run(),
        Some(Command::Chat(chat)) => chat.run(),
        Some(Command::Understand(understand)) => understand.run(),
        Some(Command::Validate(validate)) => validate.run(),
        Some(Command::Redact(redact)) => redact.run(),
        Some(Command::Replay(replay)) => replay.run(),
        Some(Command::Wording(wording)) => wording.run(),
        #[cfg(feature = "aws")]
        Some(Command::Table(table)) => table.run(),
        Some(Command::Doctor(doctor)) => doctor.run(),
        Some(Command::Order(order)) => order.run(),
        Some(Command::Reconcile(reconcile)) => reconcile.run(),
        Some(Command::Attempts(attempts)) => attempts.run(),
        Some(Command::Ledger(ledger)) => ledger.run(),
        Some(Command::Retention(retention)) => retention.run(),
        Some(Command::Key(key)) => key.run(),
        Some(Command::Statechart(statechart)) => statechart.run(),
    };
    match ended {
        Ok(End::Well) => ExitCode::SUCCESS,
        Ok(End::Failed) => ExitCode::from(1),
        #[cfg(feature = "aws")]
        Ok(End::Unanswered) => ExitCode::from(2),
        // Who reads our output has enough of it.
        Err(error) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("payment-smart-bot: {error:#}");
            ExitCode::from(3)
        }
    }
}

/// What was asked for. The parser's own copies of secrets end with this function.
fn arguments() -> Arguments {
    let matches = without_empty(Arguments::command()).get_matches();
    Arguments::from_arg_matches(&matches).unwrap_or_else(|error| error.exit())
}

fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
}
