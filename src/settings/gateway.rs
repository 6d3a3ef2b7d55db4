//! The gateway, and whose word is taken: each secret by itself, from the environment rather than from arguments, which
//! other users of a machine can read.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context as _, bail, ensure};
use clap::Args;
use zeroize::Zeroizing;

use super::{PublicUrl, StoreOptions};
use crate::adapters::Sandbox;
#[cfg(feature = "stripe")]
use crate::adapters::{Stripe, StripeSettings};
#[cfg(feature = "stripe")]
use crate::dialogue::AttemptId;
use crate::http::{Trust, WebhookSecrets};
use crate::keys::ServiceKey;
use crate::orders::OrderKey;
use crate::ports::{Clock, Gateway};

/// Who charges, and whose orders and events are taken.
#[derive(Args, Clone, Default)]
#[command(next_help_heading = "The gateway, orders and events")]
pub struct GatewayOptions {
    /// Charge with Stripe, under this secret or restricted key. Without it a sandbox is built in, which moves no money.
    /// A test key takes published test numbers only.
    #[arg(long, value_name = "KEY", env = "STRIPE_SECRET_KEY", hide_env_values = true)]
    pub stripe_secret_key: Option<String>,

    /// Where Stripe is: for tests.
    #[arg(long, value_name = "URL", default_value = "https://api.stripe.com", env = "STRIPE_API_BASE")]
    pub stripe_api_base: String,

    /// What Stripe signs its events with (whsec_…), parted by commas while one is exchanged for another. With it
    /// POST /webhooks/stripe is there.
    #[arg(long, value_name = "SECRETS", env = "STRIPE_WEBHOOK_SECRET", value_delimiter = ',', hide_env_values = true)]
    pub stripe_webhook_secret: Vec<String>,

    /// Where nothing is charged, keep the card for later payments: with Stripe, as a customer's. Its issuer is asked,
    /// and the customer agrees to it in the review.
    #[arg(long, value_name = "customer", env = "STRIPE_KEEP", value_parser = ["customer"])]
    pub stripe_keep: Option<String>,

    /// The address at which customers reach this service, for the bank to send them back to; the same for all that share
    /// a store. https; http on this machine and for a test key. With Stripe it may be left out where --listen names one
    /// address and port that customers can reach.
    #[arg(long, value_name = "URL", env = "PUBLIC_URL")]
    pub public_url: Option<PublicUrl>,

    /// Take orders that are signed with this: a secret of at least 32 characters (HS256), or the PEM of an Ed25519
    /// public key. Then no session begins without one.
    #[arg(long, value_name = "KEY", env = "ORDER_KEY", hide_env_values = true)]
    pub order_key: Option<String>,

    /// The file that holds the order key.
    #[arg(long, value_name = "FILE", env = "ORDER_KEY_FILE")]
    pub order_key_file: Option<PathBuf>,

    /// What return pages and client addresses are named with, at least 16 characters and the same for all that share a
    /// store. Needed with Stripe; without, drawn at random when the service starts, unless given.
    #[arg(long, value_name = "KEY", env = "SERVICE_KEY", hide_env_values = true)]
    pub service_key: Option<String>,
}

impl GatewayOptions {
    /// Whether real cards are taken.
    #[must_use]
    pub fn is_live(&self) -> bool {
        self.stripe_secret_key.as_deref().is_some_and(|key| key.trim().contains("_live_"))
    }

    /// Whether a card that is not charged is kept.
    #[must_use]
    pub const fn keeps(&self) -> bool {
        self.stripe_keep.is_some()
    }

    /// What requests are trusted by.
    ///
    /// # Errors
    /// When a key cannot be used; says which, and why.
    pub fn trust(&self, clock: &dyn Clock) -> anyhow::Result<Trust> {
        let orders = self.orders()?;
        let secrets: Vec<&str> = self.stripe_webhook_secret.iter().map(|secret| secret.trim()).collect();
        ensure!(
            secrets.iter().all(|secret| secret.starts_with("whsec_") && secret.len() >= 16),
            "STRIPE_WEBHOOK_SECRET is what Stripe shows for the endpoint, and begins with whsec_"
        );
        let webhooks = (!secrets.is_empty()).then(|| WebhookSecrets::new(secrets));
        let key = match (&self.service_key, &self.stripe_secret_key) {
            (Some(key), _) if key.len() < 16 => {
                bail!("SERVICE_KEY has at least 16 characters; `openssl rand -hex 32` makes one")
            }
            (Some(key), _) => ServiceKey::derived(key.as_bytes()),
            // Were it made of Stripe's key, a new one of that would change what was sent under an idempotency key.
            (None, Some(_)) => bail!(
                "STRIPE_SECRET_KEY needs SERVICE_KEY beside it, the same for all that share a store, and kept when \
                 Stripe's key is exchanged; `openssl rand -hex 32` makes one"
            ),
            (None, None) => ServiceKey::random(clock),
        };
        Ok(Trust { orders, webhooks, key })
    }

    fn orders(&self) -> anyhow::Result<Option<OrderKey>> {
        let text = order_key(self.order_key.as_deref(), self.order_key_file.as_deref())?;
        text.map(|text| Ok(OrderKey::parse(&text)?)).transpose()
    }

    /// Whether no session begins without an order.
    #[must_use]
    pub const fn takes_orders(&self) -> bool {
        self.order_key.is_some() || self.order_key_file.is_some()
    }

    /// The address of customers; else that of this server.
    #[must_use]
    pub fn base<'a>(&'a self, own: &'a str) -> &'a str {
        self.public_url.as_ref().map_or(own, PublicUrl::as_str).trim_end_matches('/')
    }
}

/// Where the sandbox notes what became of its intents.
const SANDBOX_FILE: &str = "sandbox.jsonl";

/// Stripe where there is a key for it, else the sandbox; links to this service begin with `own`, unless customers reach
/// it elsewhere.
pub(super) fn gateway(
    options: &GatewayOptions,
    trust: &Trust,
    folder: Option<&Path>,
    own: &str,
) -> anyhow::Result<Arc<dyn Gateway>> {
    let base = options.base(own).to_owned();
    if let Some(key) = &options.stripe_secret_key {
        return stripe(options, key, trust, base);
    }
    let Some(folder) = folder else { return Ok(Arc::new(Sandbox::new(Some(base)))) };
    let noted = folder.join(SANDBOX_FILE);
    let sandbox = Sandbox::kept_in(&noted, Some(base)).with_context(|| format!("the file {}", noted.display()))?;
    Ok(Arc::new(sandbox))
}

#[cfg(feature = "stripe")]
fn stripe(options: &GatewayOptions, key: &str, trust: &Trust, base: String) -> anyhow::Result<Arc<dyn Gateway>> {
    let named = trust.key.clone();
    let returns = Arc::new(move |attempt: &AttemptId| format!("{base}/return/{}", named.return_token(attempt)));
    let settings =
        StripeSettings { base: options.stripe_api_base.clone(), ..StripeSettings::new(key.parse()?, returns) };
    Ok(Arc::new(Stripe::connect(settings)?))
}

#[cfg(not(feature = "stripe"))]
fn stripe(_: &GatewayOptions, _: &str, _: &Trust, _: String) -> anyhow::Result<Arc<dyn Gateway>> {
    bail!("this build has no Stripe adapter; build it with the feature \"stripe\"")
}

/// The text of an order key, from itself or its file; `None` where there is neither.
///
/// # Errors
/// When there are both, or the file cannot be read.
pub fn order_key(key: Option<&str>, file: Option<&Path>) -> anyhow::Result<Option<Zeroizing<String>>> {
    match (key, file) {
        (Some(_), Some(_)) => bail!(
            "the order key is given twice, as itself (ORDER_KEY) and as a file (ORDER_KEY_FILE): take one away (`unset \
             ORDER_KEY`)"
        ),
        (Some(key), None) => Ok(Some(Zeroizing::new(key.to_owned()))),
        (None, Some(file)) => {
            let text = std::fs::read_to_string(file);
            text.map(|text| Some(Zeroizing::new(text))).with_context(|| format!("the key file {}", file.display()))
        }
        (None, None) => Ok(None),
    }
}

impl StoreOptions {
    /// Whether the key file lies elsewhere than the data.
    #[must_use]
    pub fn key_apart(&self) -> bool {
        match (&self.key_file, &self.data) {
            (Some(key), Some(data)) => !whole(key).starts_with(whole(data)),
            (Some(_), None) => true,
            (None, _) => false,
        }
    }
}

/// Where a path leads, links followed as far as it is there already: the key's file, or all, may still have to be made.
fn whole(path: &Path) -> PathBuf {
    let path = std::path::absolute(path).unwrap_or_default();
    let there = |part: &Path| Some(part.canonicalize().ok()?.join(path.strip_prefix(part).ok()?));
    path.ancestors().find_map(there).unwrap_or_else(|| path.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_file_within_the_data_is_not_apart() {
        let folder = tempfile::tempdir().expect("a folder");
        let options =
            |key: PathBuf| StoreOptions { data: Some(folder.path().join("data")), memory: false, key_file: Some(key) };
        assert!(options(folder.path().join("key")).key_apart());
        std::fs::create_dir_all(folder.path().join("data")).expect("a folder");
        std::fs::write(folder.path().join("data/key"), "k").expect("writes");
        assert!(!options(folder.path().join("data/key")).key_apart());
        assert!(!options(folder.path().join("data/../data/key")).key_apart());
        assert!(!StoreOptions { data: Some(folder.path().into()), memory: false, key_file: None }.key_apart());
    }

    #[cfg(unix)]
    #[test]
    fn a_key_file_that_is_still_to_be_made_is_where_its_folder_leads() {
        let folder = tempfile::tempdir().expect("a folder");
        let (data, link) = (folder.path().join("data"), folder.path().join("link"));
        std::fs::create_dir_all(&data).expect("a folder");
        std::os::unix::fs::symlink(&data, &link).expect("a link");
        let apart =
            |key: PathBuf| StoreOptions { data: Some(data.clone()), memory: false, key_file: Some(key) }.key_apart();
        assert!(!apart(link.join("key")) && !apart(link.join("deeper/key")), "a link into the data");
        assert!(apart(folder.path().join("elsewhere/key")));
    }

    #[test]
    fn live_keys_are_told_from_test_keys() {
        let with = |key: &str| GatewayOptions { stripe_secret_key: Some(key.to_owned()), ..GatewayOptions::default() };
        assert!(with("sk_live_1").is_live() && with("rk_live_1").is_live());
        assert!(!with("sk_test_1").is_live() && !GatewayOptions::default().is_live());
    }
}
