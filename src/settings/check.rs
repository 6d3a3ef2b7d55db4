//! Whether settings go together: the one place that says so, for every command and the function.

use anyhow::ensure;

use super::Wanted;
use super::address::{is_https, is_private};
use crate::adapters::SystemClock;
use crate::http::Trust;

/// What a live key asks for, beside itself.
#[derive(Clone, Copy, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "four facts, each of which has its own refusal")]
pub struct Ground {
    /// Whether this is a release build.
    pub release: bool,
    /// Whether the key that card data is sealed with lies elsewhere than the data.
    pub key_apart: bool,
    /// Whether what was paid outlasts the process.
    pub durable: bool,
    /// Whether card numbers reach the service over TLS.
    pub tls: bool,
}

impl Ground {
    /// Whether a live key may be used here.
    ///
    /// # Errors
    /// What is missing, and how to have it.
    pub fn carries_a_live_key(self) -> anyhow::Result<()> {
        let Self { release, key_apart, durable, tls } = self;
        ensure!(release, "a live Stripe key works in a release build only: cargo build --release");
        ensure!(
            durable,
            "a live Stripe key wants a store that lasts, or what was paid is forgotten when this ends: --data, or \
             DYNAMODB_TABLE and LEDGER_TABLE"
        );
        ensure!(
            key_apart,
            "a live Stripe key wants the key-encrypting key apart from the data: set KMS_KEY_ID, or --key-file with a \
             path outside the data folder (such as a systemd credential)"
        );
        ensure!(
            tls,
            "a live Stripe key wants TLS: --tls-cert and --tls-key, or --behind-tls-proxy where a proxy speaks it"
        );
        Ok(())
    }
}

impl Wanted<'_> {
    /// What requests are trusted by, where all settings go together.
    ///
    /// # Errors
    /// What is missing or contradicts something else, and what to do.
    pub fn check(&self) -> anyhow::Result<Trust> {
        if self.gateway.is_live() {
            let key_apart = self.cloud.kms_key_id.is_some() || self.store.key_apart();
            let durable = self.cloud.dynamodb_table.is_some() || (self.store.data.is_some() && !self.store.memory);
            let release = !cfg!(debug_assertions);
            Ground { release, key_apart, durable, tls: self.tls }.carries_a_live_key()?;
        }
        self.cloud.check(self.store.memory)?;
        let trust = self.gateway.trust(&SystemClock)?;
        self.address()?;
        ensure!(
            trust.orders.is_none() || self.payment.is_none(),
            "--amount and an order key contradict each other: what is charged comes from the signed order, or from you"
        );
        Ok(trust)
    }

    /// Whether banks can be told where to send customers back to. The address is part of what is sent to Stripe under
    /// an idempotency key: all processes over one store must say the same.
    fn address(&self) -> anyhow::Result<()> {
        let stripe = self.gateway.stripe_secret_key.is_some();
        let base = self.gateway.base(self.base_url);
        ensure!(
            self.gateway.public_url.is_some() || !stripe || self.base_lasts,
            "banks send customers back to this service: set PUBLIC_URL to the address at which they reach it, and to \
             the same one for all that share a store (where serve has none, to what it says that it listens on)"
        );
        ensure!(
            !self.gateway.is_live() || is_https(base),
            "a live Stripe key wants customers to come over TLS: set PUBLIC_URL to an address that begins with https://"
        );
        ensure!(
            self.gateway.public_url.is_none() || stripe || is_private(base),
            "PUBLIC_URL must begin with https:// (http is for this machine, and for a test key of Stripe's)"
        );
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ground() -> Ground {
        Ground { release: true, key_apart: true, durable: true, tls: true }
    }

    #[test]
    fn a_live_key_wants_a_release_build_a_key_apart_and_tls() {
        assert!(ground().carries_a_live_key().is_ok());
        for (ground, says) in [
            (Ground { release: false, ..ground() }, "--release"),
            (Ground { key_apart: false, ..ground() }, "--key-file"),
            (Ground { durable: false, ..ground() }, "--data"),
            (Ground { tls: false, ..ground() }, "--tls-cert"),
        ] {
            let said = ground.carries_a_live_key().expect_err("refused").to_string();
            assert!(said.contains(says), "{said}");
        }
    }
}
