//! The environment, as options are read from it; how much is logged is `log`'s to read.

use std::ffi::{OsStr, OsString};

use clap::{Args, Command};

/// What a variable is set to.
#[must_use]
#[expect(clippy::disallowed_methods, reason = "this is the one place")]
pub fn variable(name: impl AsRef<OsStr>) -> Option<OsString> {
    std::env::var_os(name)
}

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
    let unset = |arg: &clap::Arg| arg.get_env().and_then(variable).is_some_and(|set| set.is_empty());
    let command = command.mut_args(move |arg| if unset(&arg) { arg.env(None::<&str>) } else { arg });
    let commands: Vec<String> = command.get_subcommands().map(|command| command.get_name().to_owned()).collect();
    commands.into_iter().fold(command, |command, name| command.mut_subcommand(name, without_empty))
}
