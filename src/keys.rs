//! The service's own key: what is made with it, nobody else can make, and nobody without it can read.

use std::fmt;
use std::net::IpAddr;

use aws_lc_rs::hmac;
use subtle::ConstantTimeEq as _;
use zeroize::Zeroizing;

use crate::dialogue::AttemptId;
use crate::ports::Clock;
use crate::turn::ClientKey;

/// What every attempt's id begins with; 32 hexadecimal digits follow.
const ATTEMPT: &str = "at_";
/// So many hexadecimal digits of a code are kept: 128 bits.
const DIGITS: usize = 32;

/// A key of 256 bits, from which codes for single uses are made.
#[derive(Clone)]
pub struct ServiceKey(hmac::Key);

impl fmt::Debug for ServiceKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ServiceKey(…)")
    }
}

impl ServiceKey {
    /// A key made of another secret, for this use alone.
    #[must_use]
    pub fn derived(secret: &[u8]) -> Self {
        let secret = hmac::Key::new(hmac::HMAC_SHA256, secret);
        let derived = hmac::sign(&secret, b"payment-smart-bot service key 1");
        Self(hmac::Key::new(hmac::HMAC_SHA256, derived.as_ref()))
    }

    /// A key that ends with the process: what was made with it means nothing to the next.
    #[must_use]
    pub fn random(clock: &dyn Clock) -> Self {
        let mut secret = Zeroizing::new([0; 32]);
        clock.fill(&mut *secret);
        Self::derived(&*secret)
    }

    /// Where a customer is, so that it can be counted and not read. (Addresses are few: without a key, a hash of one is
    /// found by trying.)
    #[must_use]
    pub fn client(&self, address: IpAddr) -> ClientKey {
        ClientKey::new(self.code("client", &address.to_string()))
    }

    /// The part of a return page's address that names the attempt, and that only this service can have made.
    #[must_use]
    pub fn return_token(&self, attempt: &AttemptId) -> String {
        let id = attempt.as_str().strip_prefix(ATTEMPT).unwrap_or_default();
        format!("{id}{}", self.code("return", id))
    }

    /// The attempt that a return page's address names; `None` when the address is not ours.
    #[must_use]
    pub fn returned(&self, token: &str) -> Option<AttemptId> {
        let (id, code) = token.split_at_checked(DIGITS)?;
        let ours = bool::from(self.code("return", id).as_bytes().ct_eq(code.as_bytes()));
        ours.then(|| AttemptId::new(format!("{ATTEMPT}{id}")))
    }

    /// The secret of what mints orders for the page: a key of its own, expanded from this one (HKDF-Expand of RFC 5869, 2.3:
    /// of one block, which is all that 256 bits take).
    #[must_use]
    pub fn minting(&self) -> Zeroizing<[u8; 32]> {
        let block = hmac::sign(&self.0, b"payment-smart-bot minted orders 1\x01");
        let mut secret = Zeroizing::new([0; 32]);
        secret.copy_from_slice(block.as_ref());
        secret
    }

    fn code(&self, of: &str, what: &str) -> String {
        let tag = hmac::sign(&self.0, format!("{of}:{what}").as_bytes());
        let mut code = hex::encode(tag.as_ref());
        code.truncate(DIGITS);
        code
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_return_token_names_its_attempt_and_no_edited_one_does() {
        let key = ServiceKey::derived(b"a secret");
        let attempt = AttemptId::new(format!("at_{:032x}", 7));
        let token = key.return_token(&attempt);
        assert_eq!(key.returned(&token), Some(attempt));
        for at in 0..token.len() {
            let mut edited = token.clone().into_bytes();
            edited[at] = if edited[at] == b'0' { b'1' } else { b'0' };
            assert_eq!(key.returned(&String::from_utf8(edited).expect("ASCII")), None, "{at}");
        }
        assert_eq!(key.returned(""), None);
        assert_eq!(key.returned(&"é".repeat(40)), None);
        assert_eq!(ServiceKey::derived(b"another").returned(&token), None);
    }

    #[test]
    fn an_address_is_the_same_for_one_key_only() {
        let (key, other) = (ServiceKey::derived(b"a"), ServiceKey::derived(b"b"));
        let at: IpAddr = [192, 0, 2, 1].into();
        assert_eq!(key.client(at), key.client(at));
        assert_ne!(key.client(at), other.client(at));
        assert!(!format!("{key:?} {:?}", key.client(at)).contains("192"));
    }
}
