//! What an operator sets, by option or environment, and the bot that it makes: the one place that names every adapter.
//!
//! Architecture invariant: of the library only this module and `script` name adapters (`tests/it/architecture.rs`), and
//! only this one reads the environment (`clippy.toml`).
//!
//! The same options serve the command line and the function: what one understands, the other does.

mod address;
mod answers;
mod assemble;
mod bot;
mod check;
mod choices;
mod cloud;
pub mod custody;
mod dumps;
mod environment;
mod front;
mod gateway;
#[cfg(feature = "server")]
mod ledger;
mod log;
mod options;
mod store;
mod surroundings;
mod voice;

pub use address::{PublicUrl, PublicUrlError};
pub use answers::AnswersOptions;
pub use assemble::{Assembled, Reload, read_ahead};
pub use bot::BotOptions;
pub use cloud::{CloudOptions, Warm, table_name};
pub use dumps::{hush_panics, no_core_dumps, raise_file_limit};
pub use environment::{usual, variable, without_empty};
pub use front::FrontOptions;
pub use gateway::{Charging, GatewayOptions, order_key};
#[cfg(feature = "server")]
pub use ledger::LedgerOptions;
pub use log::{log_json, log_lines, ours};
pub use options::{NothingPaid, Paid, PaymentOptions, PolicyOptions, amount, language};
pub use store::{KeyOptions, StoreOptions};
pub use surroundings::{Reached, Surroundings};
pub use voice::{VoiceOptions, built_in};
