//! The gateway, and whose word is taken: each secret by itself, from the environment rather than from arguments, which
//! other users of a machine can read.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context as _, bail, ensure};
use clap::{Args, ValueEnum};
use secrecy::{ExposeSecret, SecretString};

use super::PublicUrl;
#[cfg(feature = "stripe")]
pub(super) use crate::adapters::StripeKey;
use crate::adapters::{CURRENCIES, Sandbox};
#[cfg(feature = "stripe")]
use crate::adapters::{Stripe, StripeSettings, WebhookSecrets};
use crate::dialogue::AttemptId;
use crate::http::Trust;
use crate::keys::ServiceKey;
use crate::orders::OrderKey;
use crate::ports::{Clock, Finding, Gateway};

/// The shortest service key, in bytes.
const SHORTEST: usize = 16;

/// Who charges, and whose orders and events are taken.
#[derive(Args, Clone, Debug, Default)]
#[command(next_help_heading = "The gateway, orders and events")]
pub struct GatewayOptions {
    /// Charge with Stripe, under this secret or restricted key. Without it a sandbox is built in, which moves no money.
    /// A test key takes published test numbers only.
    #[arg(long, value_name = "KEY", env = "STRIPE_SECRET_KEY", hide_env_values = true)]
    stripe_secret_key: Option<SecretString>,

    /// Where Stripe is: for tests.
    #[arg(long, value_name = "URL", default_value = "https://api.stripe.com", env = "STRIPE_API_BASE")]
    stripe_api_base: String,

    /// What Stripe signs its events with (whsec_…), parted by commas while one is exchanged for another. With it
    /// POST /webhooks/stripe is there.
    #[arg(long, value_name = "SECRETS", env = "STRIPE_WEBHOOK_SECRET", value_delimiter = ',', hide_env_values = true)]
    stripe_webhook_secret: Vec<SecretString>,

    /// Where nothing is charged, keep the card for later payments: with Stripe, as a customer's. Its issuer is asked,
    /// and the customer agrees to it in the review.
    #[arg(long, value_name = "customer", env = "STRIPE_KEEP")]
    stripe_keep: Option<Keep>,

    /// The address at which customers reach this service, for the bank to send them back to; the same for all that share
    /// a store. https; http on this machine and for a test key. With Stripe it may be left out where --listen names one
    /// address and port that customers can reach.
    #[arg(long, value_name = "URL", env = "PUBLIC_URL")]
    public_url: Option<PublicUrl>,

    /// Take orders that are signed with this: a secret of at least 32 characters (HS256), or the PEM of an Ed25519
    /// public key; several parted by commas while one is exchanged for another. Then no session begins without one.
    #[arg(long, value_name = "KEYS", env = "ORDER_KEY", value_delimiter = ',', hide_env_values = true)]
    order_key: Vec<SecretString>,

    /// The file that holds the order key; several one below the other.
    #[arg(long, value_name = "FILE", env = "ORDER_KEY_FILE")]
    order_key_file: Option<PathBuf>,

    /// The secret that signs links to return pages and stands between client addresses and what is stored of them: at
    /// least 16 characters, the same for all that share a store. Needed with Stripe; otherwise drawn at random at start.
    /// Several parted by commas while one is exchanged for another: the first makes, and what any of them made is known.
    #[arg(long, value_name = "KEYS", env = "SERVICE_KEY", value_delimiter = ',', hide_env_values = true)]
    service_key: Vec<SecretString>,
}

/// As whose a card is kept that is not charged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Keep {
    Customer,
}

/// A build without Stripe has no key for it: there is no value of this type.
#[cfg(not(feature = "stripe"))]
#[derive(Clone, Copy, Debug)]
pub(super) enum StripeKey {}

#[cfg(not(feature = "stripe"))]
impl StripeKey {
    /// Never asked, as there is no key to ask.
    #[must_use]
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "it is asked as the key of a build with Stripe is")]
    pub const fn is_live(&self) -> bool {
        match *self {}
    }
}

/// Who charges, and whether that moves money.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Charging {
    /// The sandbox: nobody does.
    Sandbox,
    /// Stripe's test mode: no money moves.
    StripeTest,
    /// Stripe: real cards are charged.
    StripeLive,
}

impl Charging {
    /// Who charges under `key`.
    pub(super) fn under(key: Option<&StripeKey>) -> Self {
        match key {
            None => Self::Sandbox,
            Some(key) if key.is_live() => Self::StripeLive,
            Some(_) => Self::StripeTest,
        }
    }

    /// Whether money moves, for people.
    #[must_use]
    pub const fn told(self) -> &'static str {
        match self {
            Self::Sandbox => "DEMONSTRATION: only published test card numbers are taken, and no money moves.",
            Self::StripeTest => {
                "TEST: Stripe's test mode; only published test card numbers are taken, and no money moves."
            }
            Self::StripeLive => "LIVE: real cards are charged through Stripe.",
        }
    }

    /// Whether real cards are taken.
    #[must_use]
    pub const fn is_live(self) -> bool {
        match self {
            Self::StripeLive => true,
            Self::Sandbox | Self::StripeTest => false,
        }
    }
}

impl GatewayOptions {
    /// Whether a key of Stripe's is set, whatever it is worth.
    pub(super) const fn names_stripe(&self) -> bool {
        self.stripe_secret_key.is_some()
    }

    /// The key under which Stripe charges, where it is one of Stripe's; `None` for the sandbox.
    #[cfg(feature = "stripe")]
    pub(super) fn stripe_key(&self) -> anyhow::Result<Option<StripeKey>> {
        let key = self.stripe_secret_key.as_ref().map(|key| key.expose_secret().parse());
        Ok(key.transpose()?)
    }

    /// As with Stripe, where there can be no key.
    #[cfg(not(feature = "stripe"))]
    pub(super) fn stripe_key(&self) -> anyhow::Result<Option<StripeKey>> {
        ensure!(
            self.stripe_secret_key.is_none(),
            "this build has no Stripe adapter; build it with the feature \"stripe\""
        );
        Ok(None)
    }

    /// Whether a card that is not charged is kept.
    pub(super) const fn keeps(&self) -> bool {
        self.stripe_keep.is_some()
    }

    /// What Stripe signs its events with.
    #[cfg(feature = "stripe")]
    fn events(&self) -> anyhow::Result<Option<WebhookSecrets>> {
        let secrets = self.stripe_webhook_secret.iter().map(ExposeSecret::expose_secret);
        Ok(WebhookSecrets::new(secrets)?)
    }

    /// What requests are trusted by; else which key cannot be used, and why.
    pub(super) fn trust(&self, clock: &dyn Clock) -> anyhow::Result<Trust> {
        let orders = self.orders()?;
        #[cfg(feature = "stripe")]
        self.events()?;
        let keys: Vec<&[u8]> = self.service_key.iter().map(|key| key.expose_secret().trim().as_bytes()).collect();
        ensure!(
            keys.iter().all(|key| key.len() >= SHORTEST),
            "SERVICE_KEY has at least {SHORTEST} characters, each where commas part several; `openssl rand -hex 32` makes one"
        );
        let key = match keys.split_first() {
            Some((first, former)) => former.iter().fold(ServiceKey::derived(first), |key, former| key.after(former)),
            // Were it made of Stripe's key, a new one of that would change what was sent under an idempotency key.
            None if self.names_stripe() => bail!(
                "STRIPE_SECRET_KEY needs SERVICE_KEY beside it, the same for all that share a store, and kept when \
                 Stripe's key is exchanged; `openssl rand -hex 32` makes one"
            ),
            None => ServiceKey::random(clock),
        };
        Ok(Trust { orders, key })
    }

    /// Whether the service's key is the operator's.
    pub(super) const fn names_a_key(&self) -> bool {
        !self.service_key.is_empty()
    }

    fn orders(&self) -> anyhow::Result<Option<OrderKey>> {
        let text = order_key(&self.order_key, self.order_key_file.as_deref())?;
        text.map(|text| Ok(OrderKey::parse(text.expose_secret(), &CURRENCIES)?)).transpose()
    }

    /// Whether no session begins without an order.
    #[must_use]
    pub const fn takes_orders(&self) -> bool {
        !self.order_key.is_empty() || self.order_key_file.is_some()
    }

    /// The address at which customers reach the service, where it is said.
    pub(super) const fn public_url(&self) -> Option<&PublicUrl> {
        self.public_url.as_ref()
    }

    /// What there is to know of the gateway, asked now, whether or not all other settings are right.
    pub async fn health(&self, clock: &dyn Clock) -> Vec<Finding> {
        let gateway = match self.stripe_key() {
            Ok(Some(key)) => connected(self, key, |_| String::new()),
            Ok(None) => return Sandbox::new(None).health(clock).await,
            Err(error) => Err(error),
        };
        match gateway {
            Ok(gateway) => {
                let mut found = gateway.health(clock).await;
                found.push(self.public_url.as_ref().map_or_else(nowhere, |url| Finding::well(PUBLIC, url.as_str())));
                found
            }
            Err(error) => vec![Finding::wrong("stripe", error.to_string())],
        }
    }
}

/// Where banks send customers back to.
const PUBLIC: &str = "public url";

fn nowhere() -> Finding {
    Finding::note(PUBLIC, "PUBLIC_URL is not set: banks send customers back to the address that is listened on")
}

/// Where the sandbox notes what became of its intents.
const SANDBOX_FILE: &str = "sandbox.jsonl";

/// The sandbox, which remembers in `folder` where there is one; its links begin with `base`.
pub(super) fn sandbox(folder: Option<&Path>, base: Option<&str>) -> anyhow::Result<Arc<dyn Gateway>> {
    let base = base.map(str::to_owned);
    let Some(folder) = folder else { return Ok(Arc::new(Sandbox::new(base))) };
    let noted = folder.join(SANDBOX_FILE);
    let sandbox = Sandbox::kept_in(&noted, base).with_context(|| format!("the file {}", noted.display()))?;
    Ok(Arc::new(sandbox))
}

/// Stripe; banks send customers back to `base`.
pub(super) fn stripe(
    options: &GatewayOptions,
    key: StripeKey,
    trust: &Trust,
    base: String,
) -> anyhow::Result<Arc<dyn Gateway>> {
    let named = trust.key.clone();
    connected(options, key, move |attempt| format!("{base}/return/{}", named.return_token(attempt)))
}

#[cfg(feature = "stripe")]
fn connected(
    options: &GatewayOptions,
    key: StripeKey,
    returns: impl Fn(&AttemptId) -> String + Send + Sync + 'static,
) -> anyhow::Result<Arc<dyn Gateway>> {
    let settings = StripeSettings {
        base: options.stripe_api_base.clone(),
        events: options.events()?,
        keeps: options.keeps(),
        ..StripeSettings::new(key, Arc::new(returns))
    };
    Ok(Arc::new(Stripe::connect(settings)?))
}

#[cfg(not(feature = "stripe"))]
fn connected(
    _: &GatewayOptions,
    key: StripeKey,
    _: impl Fn(&AttemptId) -> String + Send + Sync + 'static,
) -> anyhow::Result<Arc<dyn Gateway>> {
    match key {}
}

/// The text of the order keys, from themselves, a line each, or their file; `None` where there is neither.
///
/// # Errors
/// When there are both, or the file cannot be read.
pub fn order_key(keys: &[SecretString], file: Option<&Path>) -> anyhow::Result<Option<SecretString>> {
    match (keys, file) {
        ([], None) => Ok(None),
        ([], Some(file)) => {
            let text = std::fs::read_to_string(file);
            text.map(|text| Some(SecretString::from(text))).with_context(|| format!("the key file {}", file.display()))
        }
        (keys, None) => {
            let texts: Vec<&str> = keys.iter().map(ExposeSecret::expose_secret).collect();
            Ok(Some(SecretString::from(texts.join("\n"))))
        }
        (_, Some(_)) => bail!(
            "the order key is given twice, as itself (ORDER_KEY) and as a file (ORDER_KEY_FILE): take one away (`unset \
             ORDER_KEY`)"
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(feature = "stripe")]
    #[test]
    fn live_keys_are_told_from_test_keys() {
        let charging = |key: &str| {
            let options = GatewayOptions { stripe_secret_key: Some(key.into()), ..GatewayOptions::default() };
            Charging::under(options.stripe_key().expect("a key").as_ref())
        };
        assert_eq!([charging("sk_live_123"), charging(" rk_live_123 ")], [Charging::StripeLive; 2]);
        assert_eq!([charging("sk_test_123"), charging("rk_test_a_live_1")], [Charging::StripeTest; 2]);
        assert_eq!(Charging::under(None), Charging::Sandbox);
    }

    #[cfg(not(feature = "stripe"))]
    #[test]
    fn a_build_without_stripe_takes_no_key_for_it() {
        let with = |key| GatewayOptions { stripe_secret_key: key, ..GatewayOptions::default() }.stripe_key();
        assert!(matches!(with(None), Ok(None)));
        assert!(with(Some("sk_test_123".into())).expect_err("refused").to_string().contains("feature \"stripe\""));
    }
}
