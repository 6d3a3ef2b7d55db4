//! The service's own key: what is made with it, nobody else can make, and nobody without it can read.

use std::fmt;

use aws_lc_rs::hmac;
use jiff::Timestamp;
use subtle::ConstantTimeEq as _;
use uuid::fmt::{Hyphenated, Simple};
use zeroize::Zeroizing;

use crate::dialogue::AttemptId;
use crate::ports::Clock;
use crate::session::random_uuid;
use crate::turn::{Begun, ClientKey, DeliveryKey};

/// What every attempt's id begins with; 32 hexadecimal digits follow.
const ATTEMPT: &str = "at_";
/// So many hexadecimal digits of a code are kept: 128 bits.
const DIGITS: usize = 32;

/// Deliveries of one session are told apart by this many bytes of a hash, which is enough and little to keep.
const SHORT: usize = 8;
/// A session that began with a key of the client's is found again under it within so many seconds: in this slot, and in
/// those beside it.
const SLOT: i64 = 600;
/// Clocks of processes that share a store may differ by so many seconds.
const SKEW: i64 = 5;
/// A random key in hexadecimal has at least this many digits. Shorter ones may be a hash of something that can be guessed, as
/// an MD5 of an order's number.
const LONG_HEX: usize = 64;
/// A random key has at least this many different signs. A counter padded with zeros hasn't.
const VARIED: usize = 8;
/// 128 random bits take this many signs of base64url, and at least so many of them differ.
const BASE64: usize = 22;
const VARIED_BASE64: usize = 12;

/// Keys of 256 bits, from which codes for single uses are made: with the first, and with it alone. What was made with a former
/// one is known again, so that nobody is lost who came before the keys were rotated.
#[derive(Clone)]
pub struct ServiceKey {
    first: Derived,
    former: Vec<Derived>,
    /// Whether the key of deliveries is a secret: only then is a session's token made with it.
    secret: bool,
}

/// What is derived of one secret.
#[derive(Clone)]
struct Derived {
    key: hmac::Key,
    /// What deliveries are known again by.
    deliveries: hmac::Key,
}

impl fmt::Debug for ServiceKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ServiceKey(…)")
    }
}

impl ServiceKey {
    /// A key made of another secret, for this use alone.
    #[must_use]
    pub fn derived(secret: &[u8]) -> Self {
        Self { first: Derived::of(secret), former: Vec::new(), secret: true }
    }

    /// The same, that also knows what was made with a key of this former secret.
    #[must_use]
    pub fn after(mut self, secret: &[u8]) -> Self {
        self.former.push(Derived::of(secret));
        self
    }

    /// A key that ends with the process, as what is kept in memory does: what was made with it means nothing to the next.
    #[must_use]
    pub fn random(clock: &dyn Clock) -> Self {
        let mut secret = Zeroizing::new([0; 32]);
        clock.fill(&mut *secret);
        Self::derived(&*secret)
    }

    /// The same, that knows deliveries again after a restart, by a secret that lasts.
    #[must_use]
    pub fn remembering(mut self, secret: &[u8]) -> Self {
        self.first.deliveries = Derived::of(secret).deliveries;
        self
    }

    /// The same, that knows deliveries again which came to other processes over one store, with which it shares no secret.
    /// That is enough within a session, whose token is asked for; none begins under a key of its client's.
    #[must_use]
    pub fn sharing(self) -> Self {
        Self { secret: false, ..self.remembering(b"") }
    }

    /// Where a customer is, the narrowest network first, so that it can be counted and not read. (Addresses are few: without a key, a hash of one is
    /// found by trying.) Counts of an hour begin anew with another key.
    #[must_use]
    pub fn client(&self, networks: impl Iterator<Item = String>) -> ClientKey {
        ClientKey::new(networks.map(|network| self.first.code("client", &network)).collect())
    }

    /// The part of a return page's address that names the attempt, and that only this service can have made.
    #[must_use]
    pub fn return_token(&self, attempt: &AttemptId) -> String {
        let id = attempt.as_str().strip_prefix(ATTEMPT).unwrap_or_default();
        format!("{id}{}", self.first.code("return", id))
    }

    /// The attempt that a return page's address names; `None` when the address is not ours.
    #[must_use]
    pub fn returned(&self, token: &str) -> Option<AttemptId> {
        let (id, code) = token.split_at_checked(DIGITS)?;
        let ours = |key: &Derived| bool::from(key.code("return", id).as_bytes().ct_eq(code.as_bytes()));
        self.all().any(ours).then(|| AttemptId::new(format!("{ATTEMPT}{id}")))
    }

    /// The secret of what mints orders for the page: a key of its own, expanded from this one (HKDF-Expand of RFC 5869, 2.3:
    /// of one block, which is all that 256 bits take).
    #[must_use]
    pub fn minting(&self) -> Zeroizing<[u8; 32]> {
        self.first.minting()
    }

    /// What minted orders before.
    pub fn formerly_minting(&self) -> impl Iterator<Item = Zeroizing<[u8; 32]>> {
        self.former.iter().map(Derived::minting)
    }

    /// A client's key for a delivery, and what is compared of the message: it has no digit of a card in it. Neither can be
    /// read from what is kept of them.
    #[must_use]
    pub fn delivery(&self, key: &str, compared: &str) -> DeliveryKey {
        let hashed = |with: &Derived| (with.short("key", key), with.short("says", compared));
        let (named, says) = hashed(&self.first);
        DeliveryKey::new(named, says).formerly(self.former.iter().map(hashed).collect())
    }

    /// Where a session may have begun with this key of the client's: the slot that runs first. None where the key could be
    /// guessed, as whoever knows it is given the session's token.
    #[must_use]
    pub fn begun(&self, key: &str, now: Timestamp) -> Vec<Begun> {
        if !self.secret || !is_strong(key) {
            return Vec::new();
        }
        let slot = |seconds: i64| (now.as_second() + seconds).div_euclid(SLOT);
        let mut slots = vec![slot(0), slot(-SLOT)];
        slots.extend(Some(slot(SKEW)).filter(|ahead| *ahead != slots[0]));
        let slots: Vec<String> = slots.into_iter().map(|slot| format!("{slot}:{key}")).collect();
        self.all().flat_map(|with| slots.iter().map(|what| with.begun(what))).collect()
    }

    fn all(&self) -> impl Iterator<Item = &Derived> {
        std::iter::once(&self.first).chain(&self.former)
    }
}

impl Derived {
    fn of(secret: &[u8]) -> Self {
        let secret = hmac::Key::new(hmac::HMAC_SHA256, secret);
        let derived = |label: &[u8]| hmac::Key::new(hmac::HMAC_SHA256, hmac::sign(&secret, label).as_ref());
        Self {
            key: derived(b"payment-smart-bot service key 1"),
            deliveries: derived(b"payment-smart-bot deliveries 1"),
        }
    }

    fn minting(&self) -> Zeroizing<[u8; 32]> {
        let block = hmac::sign(&self.key, b"payment-smart-bot minted orders 1\x01");
        let mut secret = Zeroizing::new([0; 32]);
        secret.copy_from_slice(block.as_ref());
        secret
    }

    fn begun(&self, what: &str) -> Begun {
        let tag = self.of_delivery("session", what);
        let mut id = [0; 16];
        id.copy_from_slice(&tag.as_ref()[..16]);
        let token = Zeroizing::new(hex::encode(self.of_delivery("token", what).as_ref()));
        Begun::new(id, token)
    }

    fn code(&self, of: &str, what: &str) -> String {
        let mut code = hex::encode(hmac::sign(&self.key, format!("{of}:{what}").as_bytes()).as_ref());
        code.truncate(DIGITS);
        code
    }

    fn short(&self, of: &str, what: &str) -> String {
        hex::encode(&self.of_delivery(of, what).as_ref()[..SHORT])
    }

    fn of_delivery(&self, of: &str, what: &str) -> hmac::Tag {
        hmac::sign(&self.deliveries, format!("{of}:{what}").as_bytes())
    }
}

/// Whether nobody can guess a client's key, as far as its form tells: a UUID of version 4, with hyphens or without; 64
/// hexadecimal digits, as of 256 random bits; 22 signs of base64url, as of 128, with capitals, small letters and digits
/// mixed. Shorter hexadecimal ones may be hashes of an order's number, and other UUIDs are made of time or names.
fn is_strong(key: &str) -> bool {
    let hex = key.bytes().all(|byte| byte.is_ascii_hexdigit());
    let varied =
        |least: usize| key.to_ascii_lowercase().bytes().collect::<std::collections::BTreeSet<_>>().len() >= least;
    if matches!(key.len(), Simple::LENGTH | Hyphenated::LENGTH) && random_uuid(key).is_some() {
        return varied(VARIED);
    }
    if hex {
        return key.len() >= LONG_HEX && varied(VARIED);
    }
    let of_base64url = key.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
    of_base64url && key.len() >= BASE64 && varied(VARIED_BASE64) && is_mixed(key)
}

/// Whether capitals, small letters and digits follow each other as chance has them: two signs of five, at least, are of
/// another kind than the one before. In words, numbers and dates fewer are; of a hundred random keys, two have fewer.
fn is_mixed(key: &str) -> bool {
    let kind = |byte: u8| (byte.is_ascii_uppercase(), byte.is_ascii_lowercase());
    let kinds: Vec<_> = key.bytes().filter(u8::is_ascii_alphanumeric).map(kind).collect();
    let changes = kinds.windows(2).filter(|pair| pair[0] != pair[1]).count();
    let all = [(true, false), (false, true), (false, false)].iter().all(|kind| kinds.contains(kind));
    all && changes * 5 >= kinds.len() * 2
}

#[cfg(test)]
mod tests {
    use super::*;

    fn networks() -> impl Iterator<Item = String> {
        ["192.0.2.1".to_owned()].into_iter()
    }

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
    fn a_session_is_found_again_under_a_key_that_nobody_can_guess_for_ten_minutes_at_least() {
        let key = ServiceKey::derived(b"a secret");
        let at = |second| Timestamp::from_second(second).expect("a moment");
        let sessions = |name: &str, second| -> Vec<String> {
            key.begun(name, at(second)).into_iter().map(|begun| begun.session.to_string()).collect()
        };
        let name = "0f8fad5bd9cb469fa16570867728950e";
        for first in [0, 1, 594, 595, 599] {
            let begun = sessions(name, first).swap_remove(0);
            for later in [0, 1, 300, 600] {
                assert!(sessions(name, first + later).contains(&begun), "{first} and {later} seconds later");
            }
            assert!(!sessions(name, first + 1_200).contains(&begun), "{first}");
        }
        let begun = sessions(name, 600).swap_remove(0);
        assert!(sessions(name, 597).contains(&begun), "a process whose clock is behind");
        assert_ne!(sessions("0f8fad5bd9cb469fa16570867728950f", 0), sessions(name, 0));
        assert_ne!(ServiceKey::derived(b"b").begun(name, at(0))[0].token, key.begun(name, at(0))[0].token);
        for strong in [
            "0f8fad5b-d9cb-469f-a165-70867728950e",
            "0F8FAD5BD9CB469FA16570867728950E",
            "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
            "V1StGXR8_Z5jdHi6B-myT3",
            "q83vEjRWeJCrze8SNFZ4kA",
            "4f90d13a-cccd-4df3-8a5c-3f0d1d0e9b1a",
        ] {
            assert!(!sessions(strong, 0).is_empty(), "{strong}");
        }
        // Too short; a count; a hash of an order's number; UUIDs that are made of the time, with hyphens and without, and one
        // of the fourth version that holds a count; words, and words with numbers.
        for weak in [
            "0f8fad5bd9cb469fa16570867728950",
            "00000000000000000000000000001042",
            "1a79a4d60de6718e8e5b326e338ae533",
            "c232ab00-9414-11ec-b3c8-9f6bdeced846",
            "c232ab00941411ecb3c89f6bdeced846",
            "0190163d8694739bab7f2a1b3c4d5e6f",
            "00000000-0000-4000-8000-000000001042",
            "V1StGXR8_Z5jdHi6B-myT",
            "payment-of-order-1042-attempt-number-1",
            "PaymentOfOrderNumber1042",
            "Order-1042-Customer-77-Try-2-Abc",
            "2026-11-30T12:25:27Z-order",
            "",
        ] {
            assert!(sessions(weak, 0).is_empty(), "{weak}");
        }
    }

    #[test]
    fn a_key_of_no_operator_is_drawn_and_can_be_remembered() {
        let clock = crate::adapters::SystemClock;
        let name = "0f8fad5b-d9cb-469f-a165-70867728950e";
        let begins = |key: &ServiceKey| {
            let begun = key.begun(name, Timestamp::UNIX_EPOCH);
            begun.first().map(|begun| (begun.session.to_string(), begun.token.to_string()))
        };
        let (one, other) = (ServiceKey::random(&clock), ServiceKey::random(&clock));
        assert_ne!(begins(&one), begins(&other), "nobody who has the source can compute it");
        let kept = [7; 32];
        assert_eq!(begins(&one.clone().remembering(&kept)), begins(&other.clone().remembering(&kept)));
        assert_eq!(begins(&one.clone().sharing()), None, "what all processes know is no secret");
        assert_eq!(one.sharing().delivery(name, "hi"), other.sharing().delivery(name, "hi"));
    }

    #[test]
    fn what_a_former_key_made_is_known_until_that_is_taken_away() {
        let (old, new) = (ServiceKey::derived(b"old"), ServiceKey::derived(b"new"));
        let both = ServiceKey::derived(b"new").after(b"old");
        let attempt = AttemptId::new(format!("at_{:032x}", 7));
        let link = old.return_token(&attempt);
        assert_eq!(
            [old.returned(&link), both.returned(&link), new.returned(&link)],
            [Some(attempt.clone()), Some(attempt.clone()), None]
        );
        assert_eq!(both.return_token(&attempt), new.return_token(&attempt), "what is made is made with the first");
        assert_eq!(both.client(networks()), new.client(networks()));
        let name = "0f8fad5bd9cb469fa16570867728950e";
        let begun = |key: &ServiceKey| key.begun(name, Timestamp::UNIX_EPOCH);
        assert_eq!(begun(&both), [begun(&new), begun(&old)].concat(), "a session begins under the first");
        assert_eq!((both.minting(), both.formerly_minting().collect()), (new.minting(), vec![old.minting()]));
    }

    #[test]
    fn an_address_is_the_same_for_one_key_only() {
        let (key, other) = (ServiceKey::derived(b"a"), ServiceKey::derived(b"b"));
        assert_eq!(key.client(networks()), key.client(networks()));
        assert_ne!(key.client(networks()), other.client(networks()));
        assert!(!format!("{key:?} {:?}", key.client(networks())).contains("192"));
    }
}
