//! Webhooks: an event of an intent, signed. Source: docs.stripe.com/webhooks/signature.

use aws_lc_rs::hmac;
use serde_json::json;

use super::state::Intent;

/// The secret by which the endpoint of tests checks signatures.
pub const WEBHOOK_SECRET: &str = "whsec_test_0a1b2c3d4e5f";

/// The body, and the `Stripe-Signature` header made at `at` (epoch seconds).
pub fn event(intent: &Intent, id: &str, at: i64, base: &str) -> (String, String) {
    let kind = if intent.setup { "setup_intent" } else { "payment_intent" };
    let what = match (intent.status, intent.setup) {
        ("requires_payment_method", true) => "setup_failed",
        ("requires_payment_method", false) => "payment_failed",
        (status, _) => status,
    };
    let body = json!({
        "id": id, "object": "event", "api_version": payment_smart_bot::adapters::STRIPE_VERSION, "created": at,
        "livemode": false, "type": format!("{kind}.{what}"), "data": { "object": intent.json(base) },
    })
    .to_string();
    let signature = signature(&body, WEBHOOK_SECRET, at);
    (body, signature)
}

/// A `Stripe-Signature` header.
pub fn signature(body: &str, secret: &str, at: i64) -> String {
    let key = hmac::Key::new(hmac::HMAC_SHA256, secret.as_bytes());
    let tag = hmac::sign(&key, format!("{at}.{body}").as_bytes());
    format!("t={at},v1={}", hex::encode(tag.as_ref()))
}
