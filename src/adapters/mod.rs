//! The adapters: the ports, carried out.
//!
//! Architecture invariant: an adapter decides nothing: none knows a turn, and none steps the machine
//! (`tests/it/architecture.rs`).

#[cfg(feature = "aws")]
pub mod aws;
#[cfg(feature = "aws")]
mod bedrock;
mod clock;
#[cfg(feature = "aws")]
mod dynamo;
#[cfg(feature = "server")]
mod embedded;
#[cfg(feature = "aws")]
mod frames;
#[cfg(feature = "aws")]
mod harvest;
mod keyfile;
#[cfg(feature = "aws")]
mod kms;
mod memory;
mod no_model;
#[cfg(feature = "server")]
mod operators;
mod private;
mod sandbox;
mod seal;
mod shelf;
mod slots;
mod source;
mod stripe;

use jiff::Timestamp;

#[cfg(feature = "aws")]
pub use bedrock::{
    Bedrock, BedrockControl, BedrockSettings, Guardrail, InspectError, Lifecycle, Miss, Missed, REST, USUAL_MODELS,
};
pub use clock::SystemClock;
#[cfg(feature = "aws")]
pub use dynamo::{DynamoSessions, Patience, Told, create_tables, inspect_tables};
#[cfg(feature = "server")]
pub use embedded::{EmbeddedReader, EmbeddedSessions, OpenError, RawFindings, Sealing, look_through};
#[cfg(feature = "aws")]
pub use frames::Frames;
#[cfg(feature = "aws")]
pub use harvest::Harvest;
pub use keyfile::{Former, FormerKey, KeyFileError, destroy_secret, secret_in};
#[cfg(feature = "aws")]
pub use kms::KmsVault;
pub use memory::MemorySessions;
pub use no_model::NoModel;
#[cfg(feature = "server")]
pub use operators::{OperatorsLog, RETENTION_VERIFIED};
pub use sandbox::{Behaviour, Fault, Plan, SCENARIOS, Sandbox, Scenario};
pub use shelf::{Held, Shelf, ShelfError};
pub use slots::{KeyWrap, SlotVault, Slots, SlotsError, What, filesystem};
pub use source::Source;
pub use stripe::{CURRENCIES, DECLINES};
#[cfg(feature = "stripe")]
pub use stripe::{
    ReturnUrl, STRIPE_API, Stripe, StripeAccount, StripeKey, StripeKeyError, StripePatience, StripeSettings,
    StripeSetupError, VERSION as STRIPE_VERSION, WebhookSecretError, WebhookSecrets,
};

/// In whole seconds, rounded up, so that nothing expires early.
fn ceil_second(at: Timestamp) -> i64 {
    at.as_second() + i64::from(at.subsec_nanosecond() > 0)
}
