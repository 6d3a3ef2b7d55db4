//! The secret key of a Stripe account: what its first letters tell, and nothing more of it.

use std::fmt;
use std::str::FromStr;

use reqwest::header::{HeaderValue, InvalidHeaderValue};
use secrecy::{ExposeSecret as _, SecretString};
use zeroize::Zeroizing;

/// A secret (`sk_…`) or restricted (`rk_…`) key. Restricted ones are to be preferred: they can be limited to payment
/// methods, payment intents, setup intents and customers. Wiped on drop; never printed.
#[derive(Clone)]
pub struct StripeKey {
    secret: SecretString,
    live: bool,
}

/// Not a key of Stripe's API.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StripeKeyError {
    /// Begins with none of the four.
    #[error(
        "a secret key of Stripe begins with sk_test_, rk_test_, sk_live_ or rk_live_; look at Developers, API keys"
    )]
    NotSecret,
    /// `pk_…` is for web pages, and may do nothing here.
    #[error("this is a publishable key (pk_…); give the secret key or, better, a restricted one (rk_…)")]
    Publishable,
    /// Something after the beginning is missing, or is no letter, digit or underscore.
    #[error("the key is cut short or has a character that no key has")]
    Shape,
}

impl StripeKey {
    /// Whether it moves real money.
    #[must_use]
    pub const fn is_live(&self) -> bool {
        self.live
    }

    /// Whether it may do only what it was made for.
    #[must_use]
    pub fn is_restricted(&self) -> bool {
        self.secret.expose_secret().starts_with("rk_")
    }

    /// The header that authorises a request; marked sensitive, so that it is printed nowhere.
    pub(super) fn authorization(&self) -> Result<HeaderValue, InvalidHeaderValue> {
        let text = Zeroizing::new(format!("Bearer {}", self.secret.expose_secret()));
        let mut value = HeaderValue::from_str(&text)?;
        value.set_sensitive(true);
        Ok(value)
    }
}

impl FromStr for StripeKey {
    type Err = StripeKeyError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let text = text.trim();
        if text.starts_with("pk_") {
            return Err(StripeKeyError::Publishable);
        }
        let known = [("sk_test_", false), ("rk_test_", false), ("sk_live_", true), ("rk_live_", true)];
        let found = known.iter().find_map(|(start, live)| Some((text.strip_prefix(start)?, *live)));
        let (rest, live) = found.ok_or(StripeKeyError::NotSecret)?;
        let fits = rest.len() >= 3 && rest.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
        if !fits {
            return Err(StripeKeyError::Shape);
        }
        Ok(Self { secret: text.into(), live })
    }
}

impl fmt::Debug for StripeKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.live { "StripeKey(live, …)" } else { "StripeKey(test, …)" })
    }
}
