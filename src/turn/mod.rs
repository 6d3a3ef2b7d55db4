//! One turn: a message in, a reply out. `page` is the order of all I/O, and is pure: its only wait is for the world's
//! answer. `Bot` is that world in production.
//!
//! Architecture invariant: only `bot`, `health` and `looking` call the ports, and only they log; no file here names an adapter
//! (`tests/it/architecture.rs`).

#[cfg(feature = "shell")]
mod asked;
#[cfg(feature = "shell")]
mod bot;
mod delivery;
mod desk;
mod hand;
#[cfg(feature = "shell")]
mod health;
mod keep;
#[cfg(feature = "shell")]
mod looking;
mod outcome;
mod page;
mod payment;
mod plan;
mod replay;
mod reply;
mod request;
#[cfg(feature = "shell")]
mod running;
mod words;
#[cfg(feature = "shell")]
mod writes;

pub use crate::limits::{ClientKey, Nudge, Refused, Tick, ended_without_a_card};
#[cfg(feature = "shell")]
pub use bot::{Bot, Turn};
pub use delivery::{Begun, DeliveryKey};
pub use desk::{Back, Io, World};
#[cfg(feature = "shell")]
pub use health::Ready;
#[cfg(feature = "shell")]
pub use looking::Reconciled;
pub use outcome::{ChatError, Chatted, Closed, Deletion, Looked, Stop};
pub use page::{chat, delete, look};
pub use plan::{Next, Outcome, Plan, Request, Said};
pub use reply::{AskKind, Asking, NextStep, PaymentIds, Reply};
pub use request::{Authority, Given, Message, hash_token};
#[cfg(feature = "shell")]
pub use running::{Now, Running};
