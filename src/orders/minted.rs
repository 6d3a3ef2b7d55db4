//! Orders that the service makes for its own page where no merchant signs any, so that a payment that is loaded again, opened
//! in another tab or clicked twice is one payment. Such an order says which payment it is, and nothing of what is paid.

use std::fmt;

use jiff::{SignedDuration, Timestamp};
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation, decode, encode};

use super::{AUDIENCE, Claim, Claims, LONGEST, OrderError, claim, needed};
use crate::dialogue::{Order, OrderId};

/// For how long such an order can be paid.
const LASTS: SignedDuration = SignedDuration::from_hours(24);
/// What the id of every such order begins with.
const PREFIX: &str = "minted_";

/// What mints orders, and knows its own again.
#[derive(Clone)]
pub struct MintingKey {
    signs: EncodingKey,
    /// The key that signs, and those that did before.
    checks: Vec<DecodingKey>,
}

impl fmt::Debug for MintingKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("MintingKey(…)")
    }
}

impl MintingKey {
    /// Of a secret that is used for nothing else.
    #[must_use]
    pub fn of(secret: &[u8; 32]) -> Self {
        Self { signs: EncodingKey::from_secret(secret), checks: vec![DecodingKey::from_secret(secret)] }
    }

    /// The same, that also knows what was minted with this former secret.
    #[must_use]
    pub fn after(mut self, secret: &[u8; 32]) -> Self {
        self.checks.push(DecodingKey::from_secret(secret));
        self
    }

    /// A new order; `chance` is of this order alone.
    ///
    /// # Errors
    /// When it cannot be signed.
    pub fn mint(&self, chance: [u8; 16], now: Timestamp) -> Result<String, OrderError> {
        let claims = Claims::from_iter([
            (Claim::Aud.name().to_owned(), AUDIENCE.into()),
            (Claim::Exp.name().to_owned(), (now + LASTS).as_second().into()),
            (Claim::Order.name().to_owned(), format!("{PREFIX}{}", hex::encode(chance)).into()),
            (Claim::Minted.name().to_owned(), true.into()),
        ]);
        encode(&Header::new(Algorithm::HS256), &claims, &self.signs).map_err(|_| OrderError::Signature)
    }

    /// The order that was minted here, at `now`.
    ///
    /// # Errors
    /// When it was not, or is over.
    pub fn check(&self, token: &str, now: Timestamp) -> Result<Order, OrderError> {
        if token.len() > LONGEST {
            return Err(OrderError::Long);
        }
        let mut validation = Validation::new(Algorithm::HS256);
        // The claims are read below, each by itself.
        validation.required_spec_claims.clear();
        validation.validate_aud = false;
        validation.validate_exp = false;
        let claims = self.checks.iter().find_map(|key| decode::<Claims>(token, key, &validation).ok());
        let claims = claims.ok_or(OrderError::Signature)?.claims;
        if needed::<String>(&claims, Claim::Aud)? != AUDIENCE {
            return Err(OrderError::Claim(Claim::Aud));
        }
        if claim::<bool>(&claims, Claim::Minted)? != Some(true) {
            return Err(OrderError::Claim(Claim::Minted));
        }
        let expires = Timestamp::from_second(needed(&claims, Claim::Exp)?);
        let expires = expires.map_err(|_| OrderError::Claim(Claim::Exp))?;
        let id: OrderId = needed(&claims, Claim::Order)?;
        if !id.as_str().starts_with(PREFIX) {
            return Err(OrderError::Claim(Claim::Order));
        }
        if expires <= now {
            return Err(OrderError::Expired(expires));
        }
        Ok(Order { id, expires, minted: true })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dialogue::{CurrencyRules, Payment};
    use crate::orders::{OrderKey, SigningKey};

    const NOW: Timestamp = Timestamp::constant(1_795_348_800, 0);
    const RULES: CurrencyRules =
        CurrencyRules { taken: "EUR", steps: &[], steps_told: "", least: &[], most: 1_000_000, range_told: "" };
    /// 32 bytes that can be written as text, so that a merchant's key can be the same.
    const SECRET: &[u8; 32] = b"0123456789abcdef0123456789abcdef";

    #[test]
    fn what_was_minted_is_known_again_for_a_day_and_nothing_else_is() {
        let key = MintingKey::of(SECRET);
        let token = key.mint([7; 16], NOW).expect("mints");
        let order = key.check(&token, NOW).expect("its own");
        assert!(order.minted && order.id.as_str().starts_with(PREFIX));
        assert_eq!(order.expires, NOW + LASTS);
        assert_eq!(key.check(&token, NOW + LASTS), Err(OrderError::Expired(NOW + LASTS)));
        assert_ne!(key.mint([8; 16], NOW), Ok(token.clone()));
        let other = MintingKey::of(&[1; 32]);
        assert_eq!(other.check(&token, NOW), Err(OrderError::Signature));
        assert!(key.check(&token[1..], NOW).is_err() && key.check(&"x".repeat(5_000), NOW).is_err());
    }

    #[test]
    fn neither_key_takes_the_other_s_orders_even_where_the_secrets_are_one() {
        let text = std::str::from_utf8(SECRET).expect("text");
        let (minting, merchant) = (MintingKey::of(SECRET), OrderKey::parse(text, &RULES).expect("a key"));
        let minted = minting.mint([7; 16], NOW).expect("mints");
        assert_eq!(merchant.check(&minted, NOW), Err(OrderError::Claim(Claim::Minted)));
        let payment = Payment {
            amount: "49.90 EUR".parse().expect("money"),
            payee: None,
            description: None,
            order: Some(Order { id: "order-1042".parse().expect("an id"), expires: NOW + LASTS, minted: false }),
        };
        let signed = SigningKey::parse(text, &RULES).expect("a key").sign(&payment).expect("signs");
        assert_eq!(minting.check(&signed, NOW), Err(OrderError::Claim(Claim::Minted)));
    }
}
