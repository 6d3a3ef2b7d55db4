//! What a yes agrees to, as a digest that travels with the charge.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{Payment, Token};

/// The digest of payment and token that a review showed: what a yes to it agrees to.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Consent(String);

impl Consent {
    /// What a yes to this payment with this card agrees to.
    #[must_use]
    pub fn to(payment: Option<&Payment>, token: &Token) -> Self {
        let what = serde_json::json!({
            "amount": payment.map(|payment| payment.amount.to_string()),
            "payee": payment.and_then(|payment| payment.payee.as_deref()),
            "description": payment.and_then(|payment| payment.description.as_deref()),
            "order": payment.and_then(|payment| payment.order.as_ref()).map(|order| order.id.as_str()),
            "token": token.as_str(),
        });
        Self(hex::encode(Sha256::digest(what.to_string())))
    }

    /// The digest, in hexadecimal.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
