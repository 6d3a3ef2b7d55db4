//! Stripe: what it publishes, as data that every build has, since the sandbox plays it; and, with the feature, its client.

#[cfg(feature = "stripe")]
mod client;
mod currencies;
mod declines;

#[cfg(feature = "stripe")]
pub use client::{
    ReturnUrl, STRIPE_API, Stripe, StripeAccount, StripeKey, StripeKeyError, StripePatience, StripeSettings,
    StripeSetupError, VERSION, WebhookSecretError, WebhookSecrets,
};
pub use currencies::CURRENCIES;
pub use declines::DECLINES;
