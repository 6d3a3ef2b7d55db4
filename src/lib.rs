//! Payment Smart Bot: a chat service that collects a card payment.

pub mod card;
pub mod dialogue;
pub mod session;
pub mod wording;
