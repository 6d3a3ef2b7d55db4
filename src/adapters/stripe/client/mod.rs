//! Stripe: a card becomes a payment method, an intent is opened unconfirmed, confirmed, retrieved and cancelled.
//!
//! Field names and shapes as in docs.stripe.com/api of [`VERSION`]. Law 4 rests on three of its promises: the first result
//! under an idempotency key is the result of all requests under it; an intent succeeds once at most; and what became of
//! it can be asked at any time.
//!
//! Architecture invariant: nothing that is logged, returned as an error or shown by `Debug` holds a card value, a
//! name, the secret key or a message of Stripe's, which may echo what was sent.

mod answers;
mod confirming;
mod events;
mod health;
mod keys;
mod send;
#[cfg(test)]
mod tests;
mod wire;

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use reqwest::header::{AUTHORIZATION, HeaderMap, HeaderValue};
use reqwest::redirect::Policy;
use reqwest::{Client, StatusCode, Url};
use tokio::time::Instant;

pub use events::{WebhookSecretError, WebhookSecrets};
pub use health::StripeAccount;
pub use keys::{StripeKey, StripeKeyError};

use crate::dialogue::{
    AttemptId, Confirmation, Fingerprint, FullCard, IntentId, Opened, Payment, Purpose, Token, Tokenised, Verdict,
};
use crate::ports::{Clock, Events, Finding, Gateway};
use answers::{Failure, Object};
use send::Answer;
use wire::{Ask, Kind};

/// The version of Stripe's API that is asked for, whatever the account is set to.
pub const VERSION: &str = "2026-10-28.endive";

/// Where Stripe's API is.
pub const STRIPE_API: &str = "https://api.stripe.com";

/// Makes the address to which 3-D Secure leads back, for an attempt. It is the same whenever it is made for the same
/// attempt: a confirmation that is sent again has to be the same request.
pub type ReturnUrl = Arc<dyn Fn(&AttemptId) -> String + Send + Sync>;

/// How long Stripe is waited for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StripePatience {
    /// For a whole call of the port, with all of its requests.
    pub call: Duration,
    /// For one request.
    pub attempt: Duration,
    /// Before a request is sent for the second time; doubled each further time.
    pub pause: Duration,
}

impl Default for StripePatience {
    fn default() -> Self {
        Self { call: Duration::from_secs(8), attempt: Duration::from_secs(5), pause: Duration::from_millis(500) }
    }
}

/// What the adapter needs to know.
#[derive(Clone)]
pub struct StripeSettings {
    /// The account's secret or, better, restricted key.
    pub key: StripeKey,
    /// Where the API is: [`STRIPE_API`], or a stand-in on this machine.
    pub base: String,
    /// Where 3-D Secure leads back to.
    pub returns: ReturnUrl,
    /// How long it is waited for.
    pub patience: StripePatience,
    /// What its events are signed with; without, none are taken.
    pub events: Option<WebhookSecrets>,
    /// Whether cards are kept for later payments.
    pub keeps: bool,
}

impl StripeSettings {
    /// Stripe itself, with the usual patience; no events are taken and no cards kept.
    #[must_use]
    pub fn new(key: StripeKey, returns: ReturnUrl) -> Self {
        let (base, patience) = (STRIPE_API.to_owned(), StripePatience::default());
        Self { key, base, returns, patience, events: None, keeps: false }
    }
}

impl fmt::Debug for StripeSettings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("StripeSettings")
            .field("key", &self.key)
            .field("base", &self.base)
            .field("patience", &self.patience)
            .field("events", &self.events)
            .field("keeps", &self.keeps)
            .finish_non_exhaustive()
    }
}

/// Why Stripe cannot be talked to.
#[derive(Debug, thiserror::Error)]
pub enum StripeSetupError {
    /// `STRIPE_API_BASE` is no address.
    #[error("STRIPE_API_BASE is to be an address like {STRIPE_API}")]
    NoAddress,
    /// Plain HTTP to another machine.
    #[error("STRIPE_API_BASE has to be https; plain http is for a stand-in on 127.0.0.1, [::1] or localhost only")]
    NotSafe,
    /// The client for HTTPS could not be made.
    #[error("the client for HTTPS could not be made: {0}; look at the machine's root certificates")]
    Client(String),
}

/// The gateway that is Stripe.
pub struct Stripe {
    client: Client,
    base: Url,
    /// Links over plain HTTP are passed on where Stripe is a stand-in on this machine.
    plain_links: bool,
    returns: ReturnUrl,
    patience: StripePatience,
    events: Option<WebhookSecrets>,
    /// Whether the key may do only what it was made for.
    restricted: bool,
    keeps: bool,
}

impl fmt::Debug for Stripe {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Stripe").field("base", &self.base.as_str()).finish_non_exhaustive()
    }
}

/// Whether it is plain HTTP to this machine.
fn is_plain_loopback(url: &Url) -> bool {
    let host = url.host_str().unwrap_or_default().trim_matches(['[', ']']);
    let loopback = host == "localhost" || host.parse().is_ok_and(|address: std::net::IpAddr| address.is_loopback());
    url.scheme() == "http" && loopback
}

impl Stripe {
    /// A client for that account; nothing is sent yet.
    ///
    /// # Errors
    /// When the address is none, or not safe, or the client cannot be made.
    pub fn connect(settings: StripeSettings) -> Result<Self, StripeSetupError> {
        let base = format!("{}/", settings.base.trim_end_matches('/'));
        let base = Url::parse(&base).map_err(|_| StripeSetupError::NoAddress)?;
        let plain_links = is_plain_loopback(&base);
        if !(plain_links || base.scheme() == "https") || base.cannot_be_a_base() {
            return Err(StripeSetupError::NotSafe);
        }
        let mut headers = HeaderMap::new();
        headers.insert("stripe-version", HeaderValue::from_static(VERSION));
        let failed = |cause: &dyn fmt::Display| StripeSetupError::Client(cause.to_string());
        headers.insert(AUTHORIZATION, settings.key.authorization().map_err(|cause| failed(&cause))?);
        let client = Client::builder()
            .user_agent(concat!(env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION")))
            .default_headers(headers)
            .redirect(Policy::none())
            .https_only(!plain_links)
            .connect_timeout(Duration::from_secs(3))
            .build()
            .map_err(|cause| failed(&cause))?;
        let restricted = settings.key.is_restricted();
        let StripeSettings { returns, patience, events, keeps, .. } = settings;
        Ok(Self { client, base, plain_links, returns, patience, events, restricted, keeps })
    }

    async fn open_payment(&self, payment: &Payment, key: &str) -> Result<IntentId, Opened> {
        let opened = self.done(&Ask::open_payment(payment, key), self.until()).await?;
        if !opened.is_of(payment) {
            tracing::error!("Stripe opened an intent of another amount or currency than was asked; it is not used");
            return Err(Opened::Refused);
        }
        intent(&opened, Kind::Payment)
    }

    async fn open_setup(&self, key: &str) -> Result<IntentId, Opened> {
        let until = self.until();
        let customer = self.done(&Ask::customer(key), until).await?;
        let opened = self.done(&Ask::open_setup(&customer.id, key), until).await?;
        intent(&opened, Kind::Setup)
    }

    /// The object, where what was asked for was done. Opening an intent moves no money, so no refusal of it leaves anything in
    /// doubt.
    async fn done(&self, ask: &Ask, until: Instant) -> Result<Box<Object>, Opened> {
        match self.send_through(ask, until).await {
            Answer::Done(object) => Ok(object),
            Answer::Refused(status, failure) => {
                blame(status, &failure);
                Err(Opened::Refused)
            }
            Answer::Kept | Answer::Unclear => Err(Opened::Unknown),
        }
    }
}

/// The id of what was opened, when it is the kind that was asked for.
fn intent(opened: &Object, kind: Kind) -> Result<IntentId, Opened> {
    let id = IntentId::new(&opened.id);
    let found = Kind::of(&id);
    if found != Some(kind) {
        tracing::error!("Stripe opened something else than an intent of the kind that was asked for");
        return Err(Opened::Refused);
    }
    Ok(id)
}

/// Says in the log what an operator has to do about a refusal that is not the card's.
fn blame(status: StatusCode, failure: &Failure) {
    if failure.refuses_raw_cards() {
        tracing::error!(
            "Stripe does not take card numbers from this account: ask its support to enable raw card data APIs \
             (support.stripe.com, \"Enabling access to raw card data APIs\"), or use another account"
        );
    } else if status == StatusCode::UNAUTHORIZED {
        tracing::error!("Stripe does not know the secret key: look at STRIPE_SECRET_KEY, and whether it was rolled");
    } else if status == StatusCode::FORBIDDEN {
        tracing::error!(
            "the key at Stripe may not do this: a restricted key needs to write payment methods, payment intents, and, \
             where cards are kept, customers and setup intents"
        );
    } else if failure.code.as_deref() == Some("testmode_charges_only") {
        tracing::error!("the account at Stripe may not charge yet: activate it in the dashboard, or use its test key");
    } else if matches!(failure.code.as_deref(), Some("amount_too_small" | "amount_too_large")) {
        tracing::error!(
            "the amount is outside of what Stripe charges in this currency or, converted, in the account's own: look at \
             docs.stripe.com/currencies, \"minimum and maximum charge amounts\""
        );
    } else if failure.is("idempotency_error") {
        tracing::error!("an idempotency key was used before for another request: nothing was done");
    } else if status == StatusCode::NOT_FOUND {
        tracing::error!("Stripe has no such object: was the account or the mode (test, live) of the key changed?");
    } else {
        tracing::error!(
            "Stripe refused a request as it was sent, and will again: the line before this one has its code and the \
             request id, by which the dashboard's log says what has to be put right"
        );
    }
}

#[async_trait]
impl Gateway for Stripe {
    async fn tokenise(&self, card: &FullCard, key: &str) -> Tokenised {
        match self.send(&Ask::tokenise(card, key), self.until()).await {
            Answer::Done(method) => Tokenised::Token {
                token: Token::new(&method.id),
                fingerprint: method.fingerprint().map(Fingerprint::new),
            },
            Answer::Refused(StatusCode::PAYMENT_REQUIRED, failure) => Tokenised::Refused(failure.decline()),
            Answer::Refused(status, failure) => {
                let Some(value) = failure.of_value() else {
                    blame(status, &failure);
                    return Tokenised::Misconfigured;
                };
                Tokenised::Refused(value)
            }
            Answer::Kept | Answer::Unclear => Tokenised::Unknown,
        }
    }

    async fn open_intent(&self, purpose: &Purpose, key: &str) -> Opened {
        let opened = match purpose {
            Purpose::Payment(payment) => self.open_payment(payment, key).await,
            Purpose::Keep => self.open_setup(key).await,
        };
        opened.map_or_else(|unopened| unopened, Opened::Intent)
    }

    async fn charge(&self, confirmation: &Confirmation, purpose: &Purpose) -> Verdict {
        self.confirm(confirmation, purpose).await
    }

    async fn look_up(&self, confirmation: &Confirmation) -> Verdict {
        self.retrieve(confirmation, self.until()).await
    }

    async fn cancel(&self, confirmation: &Confirmation) -> Verdict {
        self.void(confirmation).await
    }

    fn events(&self) -> Option<&dyn Events> {
        self.events.as_ref().map(|secrets| secrets as &dyn Events)
    }

    async fn answers(&self) -> bool {
        self.is_there().await
    }

    async fn health(&self, clock: &dyn Clock) -> Vec<Finding> {
        self.findings(clock).await
    }
}
