//! The command line of Payment Smart Bot.

mod cli;

fn main() -> std::process::ExitCode {
    cli::run()
}
