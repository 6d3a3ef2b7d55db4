//! Payment Smart Bot: a chat service that collects a card payment.

#[cfg(feature = "server")]
pub mod adapters;
pub mod card;
pub mod dialogue;
#[cfg(feature = "server")]
pub mod ports;
pub mod session;
pub mod wording;
