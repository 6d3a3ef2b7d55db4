//! The log: to standard error, ours alone.

use std::io::{IsTerminal as _, stderr};

use tracing_subscriber::filter::filter_fn;
use tracing_subscriber::layer::SubscriberExt as _;
use tracing_subscriber::util::SubscriberInitExt as _;
use tracing_subscriber::{EnvFilter, Layer as _, fmt};

/// Starts the log at the level of `RUST_LOG`, or at `usual`.
///
/// Only what this crate says is ever logged, whatever `RUST_LOG` asks for: HTTP and TLS libraries write bodies and
/// headers at their lowest levels.
pub fn start(usual: &str) {
    let filter = EnvFilter::builder().try_from_env().unwrap_or_else(|_| EnvFilter::new(usual));
    let ours = filter_fn(|metadata| metadata.target().starts_with("payment_smart_bot"));
    let lines = fmt::layer().with_writer(stderr).with_ansi(super::terminal::colours(stderr().is_terminal()));
    tracing_subscriber::registry().with(lines.with_filter(ours)).with(filter).init();
}
