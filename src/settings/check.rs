//! Whether settings go together: the one place that says so, for every command and the function.

use anyhow::{Context as _, ensure};

use super::address::{is_https, is_private};
use super::gateway::StripeKey;
use super::{BotOptions, FrontOptions, Paid, PublicUrl, StoreOptions, Surroundings};
use crate::adapters::SystemClock;
use crate::http::Trust;

/// What a live key asks for, beside itself.
#[derive(Clone, Copy, Debug)]
struct Ground {
    /// Whether this is a release build.
    release: bool,
    /// Whether what was paid outlasts the process.
    durable: bool,
    /// Whether no card number crosses a network in the clear.
    private: bool,
}

impl Ground {
    /// Whether a live key may be used here; else what is missing, and how to have it.
    fn carries_a_live_key(self) -> anyhow::Result<()> {
        let Self { release, durable, private } = self;
        ensure!(release, "a live Stripe key works in a release build only: cargo build --release");
        ensure!(
            durable,
            "a live Stripe key wants a store that lasts, or what was paid is forgotten when this ends: --data, or \
             DYNAMODB_TABLE and LEDGER_TABLE"
        );
        ensure!(
            private,
            "a live Stripe key wants TLS: --tls-cert and --tls-key, or --behind-tls-proxy where a proxy speaks it"
        );
        Ok(())
    }
}

/// What comes of settings that go together.
pub(super) struct Checked {
    /// What requests are trusted by.
    pub trust: Trust,
    /// The key under which Stripe charges, and the address to which banks send customers back.
    pub stripe: Option<(StripeKey, String)>,
}

impl<P: Paid> BotOptions<P> {
    /// Whether all settings go together there; `store` is what is kept on this machine. Else what is missing or
    /// contradicts something else, and what to do.
    pub(super) fn check(&self, surroundings: Surroundings<'_>, store: &StoreOptions) -> anyhow::Result<Checked> {
        if let Surroundings::Function(front) = surroundings {
            self.suits_a_function(front)?;
        }
        let key = self.gateway.stripe_key()?;
        if key.as_ref().is_some_and(StripeKey::is_live) {
            let durable = self.cloud.dynamodb_table.is_some() || (store.data.is_some() && !store.memory);
            let (release, private) = (!cfg!(debug_assertions), surroundings.is_private());
            Ground { release, durable, private }.carries_a_live_key()?;
        }
        self.cloud.check(store.memory)?;
        self.voice.check(self.cloud.names_a_model(), !matches!(surroundings, Surroundings::Function(_)))?;
        let trust = self.gateway.trust(&SystemClock)?;
        let stripe = self.with_return(key, surroundings)?;
        ensure!(
            trust.orders.is_none() || self.payment.payment().is_none(),
            "--amount and an order key contradict each other: what is charged comes from the signed order, or from you"
        );
        Ok(Checked { trust, stripe })
    }

    /// A function is public, and its machine is gone at any time.
    fn suits_a_function(&self, front: &FrontOptions) -> anyhow::Result<()> {
        ensure!(
            self.cloud.dynamodb_table.is_some() && self.cloud.kms_key_id.is_some(),
            "a function keeps nothing of its own: set DYNAMODB_TABLE, LEDGER_TABLE and KMS_KEY_ID"
        );
        ensure!(
            !self.gateway.names_stripe() || self.gateway.takes_orders() || front.says_who_comes(),
            "anybody can reach a function; say who may begin a payment: set ORDER_KEY (who has an order that the merchant \
             signed), CLIENT_API_KEYS (who has one of these keys), or PAYMENT_SMART_BOT_OPEN_TO_ALL=true (anybody)"
        );
        Ok(())
    }

    /// Stripe's key with the address to which banks send customers back. The address is part of what is sent to Stripe
    /// under an idempotency key: all processes over one store must say the same.
    fn with_return(
        &self,
        key: Option<StripeKey>,
        surroundings: Surroundings<'_>,
    ) -> anyhow::Result<Option<(StripeKey, String)>> {
        let public = self.gateway.public_url().map(PublicUrl::as_str);
        let base = surroundings.base_path();
        ensure!(
            public.is_none_or(|public| public.ends_with(base)),
            "PUBLIC_URL is where customers reach the service, its base path included: it has to end in {base}"
        );
        let Some(key) = key else {
            ensure!(
                public.is_none_or(is_private),
                "PUBLIC_URL must begin with https:// (http is for this machine, and for a test key of Stripe's)"
            );
            return Ok(None);
        };
        let base = public.or(surroundings.lasting_address()).context(
            "banks send customers back to this service: set PUBLIC_URL to the address at which they reach it, and to \
             the same one for all that share a store (where serve has none, to what it says that it listens on)",
        )?;
        ensure!(
            !key.is_live() || is_https(base),
            "a live Stripe key wants customers to come over TLS: set PUBLIC_URL to an address that begins with https://"
        );
        Ok(Some((key, base.to_owned())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ground() -> Ground {
        Ground { release: true, durable: true, private: true }
    }

    #[test]
    fn a_live_key_wants_a_release_build_and_tls() {
        assert!(ground().carries_a_live_key().is_ok());
        for (ground, says) in [
            (Ground { release: false, ..ground() }, "--release"),
            (Ground { durable: false, ..ground() }, "--data"),
            (Ground { private: false, ..ground() }, "--tls-cert"),
        ] {
            let said = ground.carries_a_live_key().expect_err("refused").to_string();
            assert!(said.contains(says), "{said}");
        }
    }
}
