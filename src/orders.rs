//! Signed orders: what is charged comes from the merchant, as a JSON Web Token (RFC 7519), and never from the chat.
//!
//! Which algorithm a token is checked by is said by the key that is configured, and never by the token.

use std::fmt;

use jiff::Timestamp;
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation, decode, encode};
use serde::{Deserialize, Serialize};

use crate::dialogue::{Currency, Money, Order, OrderId, Payment};

/// Whom a token is for.
const AUDIENCE: &str = "payment-smart-bot";
/// A longer token is not looked at.
const LONGEST: usize = 4_096;
/// A secret with fewer bytes could be guessed (RFC 7518, 3.2).
const SECRET: usize = 32;
/// The longest payee and description, in characters: they are shown in the review.
const SHOWN: usize = 120;

/// Why a key cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OrderKeyError {
    /// Too short.
    #[error("an order key of HS256 has at least 32 bytes; `openssl rand -hex 32` makes one")]
    Short,
    /// It begins as PEM and is no Ed25519 key.
    #[error("the order key begins as PEM, and is no Ed25519 key; `openssl genpkey -algorithm ed25519` makes a pair")]
    Pem,
}

/// Why an order was not accepted. Says nothing of what came.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OrderError {
    /// Not signed by the merchant, or not a token at all.
    #[error("the order's signature is not the merchant's")]
    Signature,
    /// Its claims are not those of an order.
    #[error("the order's claims are not: aud, exp, order, amount, currency, and perhaps payee, description, nbf")]
    Claims,
    /// Its time is over, or has not come.
    #[error("the order's time is over, or has not come yet")]
    Time,
}

/// What is in a token.
#[derive(Serialize, Deserialize)]
struct Claims {
    aud: String,
    /// Seconds since 1970.
    exp: i64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    nbf: Option<i64>,
    order: OrderId,
    /// In the currency's smallest unit.
    amount: u64,
    currency: Currency,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    payee: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    description: Option<String>,
}

/// What checks orders.
#[derive(Clone)]
pub struct OrderKey {
    key: DecodingKey,
    validation: Validation,
}

impl fmt::Debug for OrderKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("OrderKey(…)")
    }
}

impl OrderKey {
    /// A secret for HS256, or the PEM of an Ed25519 public key.
    ///
    /// # Errors
    /// When it is too short, or PEM of something else.
    pub fn parse(text: &str) -> Result<Self, OrderKeyError> {
        let text = text.trim();
        let (key, algorithm) = if is_pem(text) {
            (DecodingKey::from_ed_pem(text.as_bytes()).map_err(|_| OrderKeyError::Pem)?, Algorithm::EdDSA)
        } else if text.len() < SECRET {
            return Err(OrderKeyError::Short);
        } else {
            (DecodingKey::from_secret(text.as_bytes()), Algorithm::HS256)
        };
        let mut validation = Validation::new(algorithm);
        validation.set_audience(&[AUDIENCE]);
        validation.set_required_spec_claims(&["aud", "exp"]);
        // Time comes from our clock, below.
        validation.validate_exp = false;
        Ok(Self { key, validation })
    }

    /// The payment that the merchant signed for, at `now`.
    ///
    /// # Errors
    /// When it is not signed by the merchant, is no order, or is over.
    pub fn check(&self, token: &str, now: Timestamp) -> Result<Payment, OrderError> {
        if token.len() > LONGEST {
            return Err(OrderError::Signature);
        }
        let claims = decode::<Claims>(token, &self.key, &self.validation).map_err(|error| match error.kind() {
            jsonwebtoken::errors::ErrorKind::Json(_)
            | jsonwebtoken::errors::ErrorKind::MissingRequiredClaim(_)
            | jsonwebtoken::errors::ErrorKind::InvalidAudience => OrderError::Claims,
            // The library's enum is open; whatever it is, the token is not to be trusted.
            _ => OrderError::Signature,
        })?;
        payment(claims.claims, now)
    }
}

fn is_pem(text: &str) -> bool {
    text.starts_with("-----BEGIN")
}

fn payment(claims: Claims, now: Timestamp) -> Result<Payment, OrderError> {
    let Claims { exp, nbf, order, amount, currency, payee, description, .. } = claims;
    let expires = Timestamp::from_second(exp).map_err(|_| OrderError::Claims)?;
    if expires <= now || nbf.is_some_and(|nbf| nbf > now.as_second()) {
        return Err(OrderError::Time);
    }
    let amount = Money::new(amount, currency).map_err(|_| OrderError::Claims)?;
    if ![&payee, &description].into_iter().flatten().all(|text| is_shown(text)) {
        return Err(OrderError::Claims);
    }
    Ok(Payment { amount, payee, description, order: Some(Order { id: order, expires }) })
}

/// Whether a text may stand in the review: one line that nobody can turn around or break.
fn is_shown(text: &str) -> bool {
    let odd = |c: char| {
        c.is_control() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}')
    };
    !text.trim().is_empty() && text.chars().count() <= SHOWN && !text.chars().any(odd)
}

/// What signs orders: the merchant's part, here for trying out.
pub struct SigningKey {
    key: EncodingKey,
    algorithm: Algorithm,
}

impl SigningKey {
    /// The secret of HS256, or the PEM of an Ed25519 private key.
    ///
    /// # Errors
    /// As [`OrderKey::parse`].
    pub fn parse(text: &str) -> Result<Self, OrderKeyError> {
        let text = text.trim();
        if is_pem(text) {
            let key = EncodingKey::from_ed_pem(text.as_bytes()).map_err(|_| OrderKeyError::Pem)?;
            return Ok(Self { key, algorithm: Algorithm::EdDSA });
        }
        if text.len() < SECRET {
            return Err(OrderKeyError::Short);
        }
        Ok(Self { key: EncodingKey::from_secret(text.as_bytes()), algorithm: Algorithm::HS256 })
    }

    /// The token of an order; `None` when it cannot be signed, or the payment has no order.
    #[must_use]
    pub fn sign(&self, payment: &Payment) -> Option<String> {
        let Order { id, expires } = payment.order.clone()?;
        let claims = Claims {
            aud: AUDIENCE.to_owned(),
            exp: expires.as_second(),
            nbf: None,
            order: id,
            amount: payment.amount.minor(),
            currency: payment.amount.currency(),
            payee: payment.payee.clone(),
            description: payment.description.clone(),
        };
        encode(&Header::new(self.algorithm), &claims, &self.key).ok()
    }
}

#[cfg(test)]
mod tests;
