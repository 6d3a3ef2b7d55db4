//! The part of `doctor` that asks Stripe.

use std::sync::Arc;

use jiff::Timestamp;
use payment_smart_bot::adapters::{Stripe, StripeHealth, StripeSettings, SystemClock};
use payment_smart_bot::ports::Clock as _;
use payment_smart_bot::settings::GatewayOptions;

use super::Findings;

/// A clock that is this much ahead or behind makes signatures and expiry wrong.
const SKEW: i64 = 30;

/// The account that is named, the clock, and what leads back here.
pub async fn look(options: &GatewayOptions, found: &mut Findings) {
    let key = match options.stripe_key() {
        Ok(Some(key)) => key,
        Ok(None) => {
            return found.note("gateway", "the sandbox: no money moves (STRIPE_SECRET_KEY names an account)");
        }
        Err(error) => return found.wrong("stripe", &format!("{error}")),
    };
    if !key.is_restricted() {
        found.note("stripe", "a secret key may do everything: a restricted one (rk_…) is enough, and safer");
    }
    let settings = StripeSettings {
        base: options.stripe_api_base().to_owned(),
        ..StripeSettings::new(key, Arc::new(|_| String::new()))
    };
    let stripe = match Stripe::connect(settings) {
        Ok(stripe) => stripe,
        Err(error) => return found.wrong("stripe", &error.to_string()),
    };
    let mut chance = [0; 16];
    SystemClock.fill(&mut chance);
    let key = format!("dr_{}", hex::encode(chance));
    match stripe.health(&key, options.keeps()).await {
        StripeHealth::Ready => found.well("stripe", "the key is taken, card numbers are, and intents may be written"),
        StripeHealth::RawCardsOff => found.wrong(
            "stripe",
            "this account may not send card numbers: ask Stripe to enable raw card data APIs for it (that wants proof \
             of PCI DSS compliance)",
        ),
        StripeHealth::KeyNotTaken => found.wrong(
            "stripe",
            "the key is unknown, or may not make payment methods: look at Developers, API keys; a restricted key \
             needs write access to payment methods, payment intents, setup intents and customers",
        ),
        StripeHealth::IntentsRefused => found.wrong(
            "stripe",
            "the key may not write payment intents (or setup intents, where cards are kept): nothing could be \
             charged; give it write access at Developers, API keys",
        ),
        StripeHealth::NotReached => found.wrong("stripe", "no answer that makes sense: is it reachable from here?"),
    }
    match stripe.time().await {
        Some(theirs) => clock(theirs, found),
        None => found.note("clock", "could not be compared with anybody's"),
    }
    if !options.takes_events() {
        found.note("webhook", "STRIPE_WEBHOOK_SECRET is not set: what is in the air is looked up by a schedule only");
    }
    match options.public_url() {
        Some(url) => found.well("public url", url.as_str()),
        None => found
            .note("public url", "PUBLIC_URL is not set: banks send customers back to the address that is listened on"),
    }
}

/// Compares our clock with another's.
fn clock(theirs: Timestamp, found: &mut Findings) {
    let apart = SystemClock.now().duration_since(theirs).as_secs();
    if apart.abs() <= SKEW {
        found.well("clock", &format!("{apart} s from the gateway's"));
    } else {
        found.wrong(
            "clock",
            &format!("{apart} s from the gateway's: set it by NTP, or signatures and expiry are wrong"),
        );
    }
}
