//! Signed orders: what is charged comes from the merchant, as a JSON Web Token (RFC 7519), and never from the chat.
//!
//! Which algorithm a token is checked by is said by the key that is configured, and never by the token.

mod error;
mod minted;

use std::fmt;

use jiff::Timestamp;
use jsonwebtoken::errors::ErrorKind;
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, TokenData, Validation, decode, encode};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

pub use error::{Claim, OrderError, OrderKeyError};
pub use minted::MintingKey;

use crate::dialogue::{CurrencyRules, Order, Payment};

/// Whom a token is for.
const AUDIENCE: &str = "payment-smart-bot";
/// A longer token is not looked at.
const LONGEST: usize = 4_096;
/// A secret with fewer bytes could be guessed (RFC 7518, 3.2).
const SECRET: usize = 32;
/// The longest payee and description, in characters: they are shown in the review.
const SHOWN: usize = 120;

/// What is in a token.
type Claims = Map<String, Value>;

/// What checks orders: by whom they are signed, and whether the gateway can charge them.
#[derive(Clone)]
pub struct OrderKey {
    /// An order that any of them signed is taken.
    keys: Vec<(DecodingKey, Validation)>,
    rules: &'static CurrencyRules,
}

impl fmt::Debug for OrderKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("OrderKey(…)")
    }
}

impl OrderKey {
    /// Secrets for HS256, one a line, and PEMs of Ed25519 public keys; for amounts that these rules take. An order that any
    /// of them signed is taken, so that one can be exchanged for another. Secrets that are not alone have no white space.
    ///
    /// # Errors
    /// When there is none, one is too short, or PEM of something else.
    pub fn parse(text: &str, rules: &'static CurrencyRules) -> Result<Self, OrderKeyError> {
        let texts: Vec<&str> = several(text).collect();
        // Beside others, a remark or a line of something else would be a secret that can be guessed.
        if texts.len() > 1 && !texts.iter().all(|text| is_pem(text) || is_word(text)) {
            return Err(OrderKeyError::Pem);
        }
        let keys = texts.into_iter().map(checking).collect::<Result<Vec<_>, _>>()?;
        if keys.is_empty() { Err(OrderKeyError::Short) } else { Ok(Self { keys, rules }) }
    }

    /// The payment that the merchant signed for, at `now`.
    ///
    /// # Errors
    /// When it is not signed by the merchant, is no order, or is over.
    pub fn check(&self, token: &str, now: Timestamp) -> Result<Payment, OrderError> {
        if token.len() > LONGEST {
            return Err(OrderError::Long);
        }
        let claims = self.signed(token)?;
        // What a header calls critical has to be understood by whoever takes the token (RFC 7515, 4.1.11), and nothing of the
        // kind is.
        if claims.header.crit.is_some() {
            return Err(OrderError::Critical);
        }
        let (payment, expires) = payment(&claims.claims, self.rules)?;
        let begins: Option<i64> = claim(&claims.claims, Claim::Nbf)?;
        let begins = begins.map(Timestamp::from_second).transpose().map_err(|_| OrderError::Claim(Claim::Nbf))?;
        match begins {
            _ if expires <= now => Err(OrderError::Expired(expires)),
            Some(begins) if begins > now => Err(OrderError::Early(begins)),
            Some(_) | None => Ok(payment),
        }
    }

    /// What one of the keys signed; else what is wrong by the key that came nearest to it.
    fn signed(&self, token: &str) -> Result<TokenData<Claims>, OrderError> {
        let mut wrong = OrderError::Algorithm;
        for (key, validation) in &self.keys {
            match decode(token, key, validation).map_err(|error| unsigned(&error)) {
                Err(OrderError::Algorithm) => {}
                Err(error) => wrong = error,
                Ok(claims) => return Ok(claims),
            }
        }
        Err(wrong)
    }
}

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the library's enum is open; whatever it is, the token is not to be trusted"
)]
fn unsigned(error: &jsonwebtoken::errors::Error) -> OrderError {
    match error.kind() {
        ErrorKind::InvalidAlgorithm => OrderError::Algorithm,
        ErrorKind::InvalidToken | ErrorKind::Base64(_) | ErrorKind::Json(_) | ErrorKind::Utf8(_) => OrderError::Token,
        _ => OrderError::Signature,
    }
}

/// The keys in a text: PEMs from their first line to their last, and each other line that is not empty.
fn several(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text.trim_start_matches('\u{feff}').trim();
    std::iter::from_fn(move || {
        let ends = if is_pem(rest) { pem_ends(rest) } else { rest.find('\n') }.unwrap_or(rest.len());
        let (key, after) = rest.split_at(ends);
        rest = after.trim_start();
        Some(key.trim_end()).filter(|key| !key.is_empty())
    })
}

fn is_word(text: &str) -> bool {
    !text.starts_with('#') && text.bytes().all(|byte| byte.is_ascii_graphic())
}

/// Where a PEM ends that the text begins with.
fn pem_ends(text: &str) -> Option<usize> {
    let last = text.find("-----END")?;
    Some(text[last..].find('\n').map_or(text.len(), |line| last + line))
}

/// The key in a text that holds one, and how it checks.
fn checking(text: &str) -> Result<(DecodingKey, Validation), OrderKeyError> {
    let (key, algorithm) = if is_pem(text) {
        if text.contains("PRIVATE KEY-----") {
            return Err(OrderKeyError::Private);
        }
        (DecodingKey::from_ed_pem(text.as_bytes()).map_err(|_| OrderKeyError::Pem)?, Algorithm::EdDSA)
    } else if text.contains("-----BEGIN") || text.contains("-----END") || text.starts_with("ssh-") {
        // A key that everybody may know is no secret to sign with.
        return Err(OrderKeyError::Pem);
    } else if text.len() < SECRET {
        return Err(OrderKeyError::Short);
    } else {
        (DecodingKey::from_secret(text.as_bytes()), Algorithm::HS256)
    };
    let mut validation = Validation::new(algorithm);
    // The claims are read by themselves, so that it can be said which is wrong.
    validation.required_spec_claims.clear();
    validation.validate_aud = false;
    validation.validate_exp = false;
    Ok((key, validation))
}

fn is_pem(text: &str) -> bool {
    text.starts_with("-----BEGIN")
}

/// A claim that may be there.
fn claim<T: DeserializeOwned>(claims: &Claims, claim: Claim) -> Result<Option<T>, OrderError> {
    let given = claims.get(claim.name()).filter(|value| !value.is_null());
    given.map(|value| T::deserialize(value)).transpose().map_err(|_| OrderError::Claim(claim))
}

fn needed<T: DeserializeOwned>(claims: &Claims, name: Claim) -> Result<T, OrderError> {
    claim(claims, name)?.ok_or(OrderError::Claim(name))
}

/// The payment of these claims, and when its time is over, whatever the time is now: what is signed goes through it as
/// well as what is checked.
fn payment(claims: &Claims, rules: &CurrencyRules) -> Result<(Payment, Timestamp), OrderError> {
    if needed::<String>(claims, Claim::Aud)? != AUDIENCE {
        return Err(OrderError::Claim(Claim::Aud));
    }
    // What was minted for a page is no merchant's word, whoever's key it is signed with.
    if claims.contains_key(Claim::Minted.name()) {
        return Err(OrderError::Claim(Claim::Minted));
    }
    let expires = Timestamp::from_second(needed(claims, Claim::Exp)?).map_err(|_| OrderError::Claim(Claim::Exp))?;
    let id = needed(claims, Claim::Order)?;
    let currency = needed(claims, Claim::Currency)?;
    if !rules.takes(currency) {
        return Err(OrderError::Claim(Claim::Currency));
    }
    let amount = needed(claims, Claim::Amount)?;
    let amount = rules.money(amount, currency).map_err(|_| OrderError::Claim(Claim::Amount))?;
    let shown = |name| {
        let text: Option<String> = claim(claims, name)?;
        if text.as_deref().is_none_or(is_shown) { Ok(text) } else { Err(OrderError::Claim(name)) }
    };
    let (payee, description) = (shown(Claim::Payee)?, shown(Claim::Description)?);
    Ok((Payment { amount, payee, description, order: Some(Order { id, expires, minted: false }) }, expires))
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
    rules: &'static CurrencyRules,
}

impl SigningKey {
    /// The secret of HS256, or the PEM of an Ed25519 private key; for amounts that these rules take. Of several the first
    /// signs.
    ///
    /// # Errors
    /// As [`OrderKey::parse`].
    pub fn parse(text: &str, rules: &'static CurrencyRules) -> Result<Self, OrderKeyError> {
        let text = several(text).next().unwrap_or_default();
        if is_pem(text) {
            if text.contains("PUBLIC KEY-----") {
                return Err(OrderKeyError::Public);
            }
            let key = EncodingKey::from_ed_pem(text.as_bytes()).map_err(|_| OrderKeyError::Pem)?;
            return Ok(Self { key, algorithm: Algorithm::EdDSA, rules });
        }
        if text.len() < SECRET {
            return Err(OrderKeyError::Short);
        }
        Ok(Self { key: EncodingKey::from_secret(text.as_bytes()), algorithm: Algorithm::HS256, rules })
    }

    /// The token of an order.
    ///
    /// # Errors
    /// When it would not be accepted, whatever the time: says why.
    pub fn sign(&self, order: &Payment) -> Result<String, OrderError> {
        let Order { id, expires, minted: _ } = order.order.as_ref().ok_or(OrderError::Claim(Claim::Order))?;
        let mut claims = Claims::from_iter([
            (Claim::Aud.name().to_owned(), AUDIENCE.into()),
            (Claim::Exp.name().to_owned(), expires.as_second().into()),
            (Claim::Order.name().to_owned(), id.as_str().into()),
            (Claim::Amount.name().to_owned(), order.amount.minor().into()),
            (Claim::Currency.name().to_owned(), order.amount.currency().code().into()),
        ]);
        for (claim, text) in [(Claim::Payee, &order.payee), (Claim::Description, &order.description)] {
            claims.extend(text.as_ref().map(|text| (claim.name().to_owned(), text.as_str().into())));
        }
        payment(&claims, self.rules)?;
        encode(&Header::new(self.algorithm), &claims, &self.key).map_err(|_| OrderError::Signature)
    }
}

#[cfg(test)]
mod tests;
