//! Stripe.

mod client;

pub use client::{
    ReturnUrl, STRIPE_API, Stripe, StripeAccount, StripeKey, StripeKeyError, StripePatience, StripeSettings,
    StripeSetupError, VERSION, WebhookSecretError, WebhookSecrets,
};
