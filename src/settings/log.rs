//! The log: ours alone.

use std::io::{stderr, stdout};

use tracing_subscriber::filter::{FilterFn, filter_fn};
use tracing_subscriber::layer::SubscriberExt as _;
use tracing_subscriber::util::SubscriberInitExt as _;
use tracing_subscriber::{EnvFilter, Layer as _, fmt};

/// Starts the log for people, on standard error, at the level of `RUST_LOG`, or at `usual`.
pub fn log_lines(usual: &str, colours: bool) {
    let lines = fmt::layer().with_writer(stderr).with_ansi(colours);
    tracing_subscriber::registry().with(lines.with_filter(ours())).with(level(usual)).init();
}

/// Starts the log for programs: one JSON object a line, on standard output, which the function's platform collects.
pub fn log_json(usual: &str) {
    let lines = fmt::layer().json().flatten_event(true).with_current_span(false).with_span_list(false);
    tracing_subscriber::registry().with(lines.with_writer(stdout).with_filter(ours())).with(level(usual)).init();
}

fn level(usual: &str) -> EnvFilter {
    EnvFilter::builder().try_from_env().unwrap_or_else(|_| EnvFilter::new(usual))
}

/// Only what this crate says is ever logged, whatever `RUST_LOG` asks for: HTTP and TLS libraries write bodies and headers
/// at their lowest levels.
#[must_use]
pub fn ours() -> FilterFn {
    filter_fn(|metadata| metadata.target().starts_with("payment_smart_bot"))
}
