//! The payment processor's port: what a turn asks of it, and what it says of its own accord.

use async_trait::async_trait;
use jiff::Timestamp;

use super::Clock;
use crate::dialogue::{AttemptId, Confirmation, FullCard, Opened, Purpose, Tokenised, Verdict};

/// The payment processor. Time-outs and retries within a call are the adapter's; what stays unknown is said so.
#[async_trait]
pub trait Gateway: Send + Sync {
    /// Turns a card into a token, under a random idempotency key of this turn.
    async fn tokenise(&self, card: &FullCard, key: &str) -> Tokenised;

    /// Creates an unconfirmed intent. Creating it again under the same key gives the same one.
    async fn open_intent(&self, purpose: &Purpose, key: &str) -> Opened;

    /// Confirms the intent with the token; the attempt is the idempotency key.
    async fn charge(&self, confirmation: &Confirmation, purpose: &Purpose) -> Verdict;

    /// What became of the attempt.
    async fn look_up(&self, confirmation: &Confirmation) -> Verdict;

    /// Cancels the intent, when it is not too late.
    async fn cancel(&self, confirmation: &Confirmation) -> Verdict;

    /// The events that it sends of its own accord, where it does and this service can check them.
    fn events(&self) -> Option<&dyn Events> {
        None
    }

    /// The route of the page that stands in for a cardholder's bank, where the gateway has none outside.
    fn bank_page(&self) -> Option<&'static str> {
        None
    }

    /// Whether it answers at all: one cheap question, which moves no money and says nothing of the account.
    async fn answers(&self) -> bool {
        true
    }

    /// What an operator is to know of the account, asked now. Moves no money.
    async fn health(&self, _: &dyn Clock) -> Vec<Finding> {
        Vec::new()
    }
}

/// The events of a gateway. Only who sent one is checked, and nothing that it says is believed: the attempt that it names
/// is looked up.
pub trait Events: Send + Sync {
    /// The route to which they are posted.
    fn route(&self) -> &'static str;

    /// Whether a request with these headers can be signed by the gateway. Asked before its body is read.
    fn may_be_signed(&self, headers: &dyn Headers, now: Timestamp) -> bool;

    /// What the event tells; `None` when it is of no attempt.
    ///
    /// # Errors
    /// When the gateway did not sign it, signed it more than 15 minutes ago (an event is remembered no longer), or it is
    /// no event.
    fn read(&self, headers: &dyn Headers, body: &[u8], now: Timestamp) -> Result<Option<GatewayEvent>, EventError>;
}

/// The headers of a request.
pub trait Headers {
    /// The value of the header with this name in lower case, where it is there and is text.
    fn text(&self, name: &str) -> Option<&str>;
}

/// What an event tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GatewayEvent {
    /// The gateway's id of the event: the same when it is sent again.
    pub id: String,
    /// The attempt that something happened to.
    pub attempt: AttemptId,
}

/// Why a request is no event of the gateway.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EventError {
    /// The gateway did not sign it, or not lately.
    NotSigned,
    /// It is signed, and cannot be read.
    Shape,
}

/// One thing that was found about the gateway.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// How bad it is.
    pub mark: Mark,
    /// What was looked at, in a word or two.
    pub what: &'static str,
    /// What was found, and what to do about it.
    pub found: String,
}

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// As it should be.
    Well,
    /// Worth knowing.
    Note,
    /// Payments will fail.
    Wrong,
}

impl Finding {
    /// As it should be.
    pub fn well(what: &'static str, found: impl Into<String>) -> Self {
        Self { mark: Mark::Well, what, found: found.into() }
    }

    /// Worth knowing.
    pub fn note(what: &'static str, found: impl Into<String>) -> Self {
        Self { mark: Mark::Note, what, found: found.into() }
    }

    /// Payments will fail.
    pub fn wrong(what: &'static str, found: impl Into<String>) -> Self {
        Self { mark: Mark::Wrong, what, found: found.into() }
    }
}
