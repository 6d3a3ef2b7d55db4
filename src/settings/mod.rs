//! What an operator sets, by option or environment, and the bot that it makes: the one place that names every adapter.
//!
//! The same options serve the command line and the function: what one understands, the other does.

mod address;
mod assemble;
mod bot;
mod check;
mod choices;
mod cloud;
mod dumps;
mod front;
mod gateway;
mod log;
mod options;
mod store;
mod surroundings;

use clap::{Args, Command};

pub use address::{PublicUrl, PublicUrlError};
pub use assemble::{Assembled, Warm, read_ahead};
pub use bot::{BotOptions, NothingPaid, Paid};
pub use cloud::CloudOptions;
pub use dumps::{hush_panics, no_core_dumps};
pub use front::FrontOptions;
#[cfg(not(feature = "stripe"))]
pub use gateway::StripeKey;
pub use gateway::{Charging, GatewayOptions, order_key};
pub use log::{log_json, log_lines, ours};
pub use options::{PaymentOptions, PolicyOptions, language};
pub use store::StoreOptions;
pub use surroundings::{Reached, Surroundings};

/// The options of `T` without any argument: what the environment says, or what is usual. Ends the process with a message
/// when the environment cannot be understood.
#[must_use]
pub fn usual<T: Args>(name: &'static str) -> T {
    let matches = without_empty(T::augment_args(Command::new(name))).get_matches_from([name]);
    T::from_arg_matches(&matches).unwrap_or_else(|error: clap::Error| error.exit())
}

/// A variable that is set to nothing is not set: templates and compose files leave them so.
#[must_use]
pub fn without_empty(command: Command) -> Command {
    let unset =
        |arg: &clap::Arg| arg.get_env().is_some_and(|name| std::env::var_os(name).is_some_and(|set| set.is_empty()));
    let command = command.mut_args(move |arg| if unset(&arg) { arg.env(None::<&str>) } else { arg });
    let commands: Vec<String> = command.get_subcommands().map(|command| command.get_name().to_owned()).collect();
    commands.into_iter().fold(command, |command, name| command.mut_subcommand(name, without_empty))
}
