//! The log of the commands.

use std::io::{IsTerminal as _, stderr};

/// Starts the log at the level of `RUST_LOG`, or at `usual`.
pub fn start(usual: &str) {
    payment_smart_bot::settings::log_lines(usual, super::terminal::colours(stderr().is_terminal()));
}
