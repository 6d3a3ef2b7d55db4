//! What a merchant signed is taken, and nothing else.

use aws_lc_rs::signature::{Ed25519KeyPair, KeyPair as _};
use base64::Engine as _;
use base64::prelude::{BASE64_STANDARD, BASE64_URL_SAFE_NO_PAD};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::*;

const SECRET_TEXT: &str = "a secret that is long enough for HS256";

/// A gateway that charges in euros and yen.
const RULES: CurrencyRules = CurrencyRules {
    taken: "EUR JPY",
    steps: &[("JPY", 100)],
    steps_told: "whole hundreds",
    least: &[],
    most: 999_999_999_999,
    range_told: "at most twelve digits",
};

/// A key pair of Ed25519 as PEM: the private one, and the public one.
fn pair() -> (String, String) {
    let pair = Ed25519KeyPair::generate().expect("a pair");
    let pem = |what: &str, der: &[u8]| {
        format!("-----BEGIN {what} KEY-----\n{}\n-----END {what} KEY-----\n", BASE64_STANDARD.encode(der))
    };
    // RFC 8410, 4: what stands before the 32 bytes of a public key.
    let spki = [b"\x30\x2a\x30\x05\x06\x03\x2b\x65\x70\x03\x21\x00", pair.public_key().as_ref()].concat();
    (pem("PRIVATE", pair.to_pkcs8v1().expect("a key").as_ref()), pem("PUBLIC", &spki))
}

fn now() -> Timestamp {
    Timestamp::from_second(1_800_000_000).expect("a moment")
}

fn order() -> Payment {
    Payment {
        amount: "49.90 EUR".parse().expect("money"),
        payee: Some("Harbour Books".to_owned()),
        description: Some("order 1042".to_owned()),
        order: Some(Order {
            id: "order-1042".parse().expect("an id"),
            expires: now() + jiff::SignedDuration::from_mins(60),
            minted: false,
        }),
    }
}

fn signed(claims: &Value) -> String {
    let key = EncodingKey::from_secret(SECRET_TEXT.as_bytes());
    encode(&Header::new(Algorithm::HS256), claims, &key).expect("signs")
}

fn claims() -> Value {
    json!({"aud": AUDIENCE, "exp": 1_800_003_600, "order": "order-1042", "amount": 4990, "currency": "EUR"})
}

#[test]
fn what_the_merchant_signed_is_what_is_paid_with_either_algorithm() {
    let secret = || SECRET_TEXT.to_owned();
    for (signing, checking) in [(secret(), secret()), pair()] {
        let token = SigningKey::parse(&signing, &RULES).expect("a key").sign(&order()).expect("signs");
        assert_eq!(OrderKey::parse(&checking, &RULES).expect("a key").check(&token, now()), Ok(order()));
    }
}

#[test]
fn the_key_sets_the_algorithm_and_not_the_token() {
    // The well-known attack: a token of HS256 whose secret is the text of the public key.
    let (_, public) = pair();
    let forged = encode(&Header::new(Algorithm::HS256), &claims(), &EncodingKey::from_secret(public.trim().as_bytes()));
    let key = OrderKey::parse(&public, &RULES).expect("a key");
    assert_eq!(key.check(&forged.expect("signs"), now()), Err(OrderError::Algorithm));
    // And one that says it needs no signature at all.
    let part = |value: &Value| BASE64_URL_SAFE_NO_PAD.encode(value.to_string());
    let unsigned = format!("{}.{}.", part(&json!({"alg": "none", "typ": "JWT"})), part(&claims()));
    for key in [SECRET_TEXT, &public] {
        let key = OrderKey::parse(key, &RULES).expect("a key");
        assert!(key.check(&unsigned, now()).is_err());
    }
}

#[test]
fn an_order_is_over_at_its_moment_and_has_to_have_come() {
    let key = OrderKey::parse(SECRET_TEXT, &RULES).expect("a key");
    let at = |exp: i64, nbf: i64| {
        let mut claims = claims();
        (claims["exp"], claims["nbf"]) = (json!(exp), json!(nbf));
        key.check(&signed(&claims), now()).map(|_| ())
    };
    assert_eq!(at(1_800_000_001, 1_800_000_000), Ok(()));
    let moment = |second| Timestamp::from_second(second).expect("a moment");
    assert_eq!(at(1_800_000_000, 0), Err(OrderError::Expired(now())));
    assert_eq!(at(1_800_003_600, 1_800_000_001), Err(OrderError::Early(moment(1_800_000_001))));
    assert_eq!(at(i64::MAX, 0), Err(OrderError::Claim(Claim::Exp)));
    assert_eq!(at(1_800_003_600, i64::MAX), Err(OrderError::Claim(Claim::Nbf)));
}

#[test]
fn claims_that_are_not_an_order_are_told_from_a_bad_signature() {
    let key = OrderKey::parse(SECRET_TEXT, &RULES).expect("a key");
    let with = |claim: Claim, value: Value| {
        let mut claims = claims();
        claims[claim.name()] = value;
        key.check(&signed(&claims), now())
    };
    for (claim, value) in [
        (Claim::Aud, json!("another service")),
        (Claim::Amount, json!(0)),
        (Claim::Amount, json!(-5)),
        (Claim::Amount, json!(49.9)),
        (Claim::Amount, json!("4990")),
        (Claim::Amount, json!(1_000_000_000_000_u64)),
        (Claim::Currency, json!("EURO")),
        // A currency, and none that this gateway charges in.
        (Claim::Currency, json!("USD")),
        (Claim::Order, json!("")),
        (Claim::Order, json!("two words")),
        (Claim::Order, json!("x".repeat(65))),
        (Claim::Payee, json!("")),
        (Claim::Payee, json!("a\nb")),
        (Claim::Description, json!("\u{202e}0.05")),
        (Claim::Description, json!("x".repeat(121))),
        (Claim::Exp, json!("soon")),
    ] {
        assert_eq!(with(claim, value.clone()), Err(OrderError::Claim(claim)), "{claim:?} {value}");
    }
    let mut between_steps = claims();
    (between_steps["amount"], between_steps["currency"]) = (json!(550), json!("JPY"));
    assert_eq!(key.check(&signed(&between_steps), now()), Err(OrderError::Claim(Claim::Amount)));
    for claim in [Claim::Aud, Claim::Exp, Claim::Order, Claim::Amount, Claim::Currency] {
        let mut claims = claims();
        claims.as_object_mut().expect("an object").remove(claim.name());
        assert_eq!(key.check(&signed(&claims), now()), Err(OrderError::Claim(claim)), "{claim:?}");
    }
}

#[test]
fn what_is_no_token_is_told_from_what_somebody_else_signed() {
    let key = OrderKey::parse(SECRET_TEXT, &RULES).expect("a key");
    for odd in ["", "nonsense", "a.b", "a.b.c"] {
        assert_eq!(key.check(odd, now()), Err(OrderError::Token), "{odd}");
    }
    assert_eq!(key.check(&"a".repeat(4_097), now()), Err(OrderError::Long));
    let other = SigningKey::parse("another secret that is long enough for it", &RULES).expect("a key");
    assert_eq!(key.check(&other.sign(&order()).expect("signs"), now()), Err(OrderError::Signature));
}

#[test]
fn a_header_that_calls_something_critical_is_not_passed_over() {
    let key = OrderKey::parse(SECRET_TEXT, &RULES).expect("a key");
    let header = Header { crit: Some(vec!["b64".to_owned()]), ..Header::new(Algorithm::HS256) };
    let token = encode(&header, &claims(), &EncodingKey::from_secret(SECRET_TEXT.as_bytes())).expect("signs");
    assert_eq!(key.check(&token, now()), Err(OrderError::Critical));
    assert!(OrderError::Critical.to_string().contains("\"crit\""));
}

#[test]
fn what_would_not_be_accepted_is_not_signed() {
    let key = SigningKey::parse(SECRET_TEXT, &RULES).expect("a key");
    let long = || Some("x".repeat(121));
    assert_eq!(key.sign(&Payment { payee: long(), ..order() }), Err(OrderError::Claim(Claim::Payee)));
    assert_eq!(key.sign(&Payment { description: long(), ..order() }), Err(OrderError::Claim(Claim::Description)));
    assert_eq!(key.sign(&Payment { order: None, ..order() }), Err(OrderError::Claim(Claim::Order)));
}

#[test]
fn a_key_that_cannot_be_used_is_told_at_once() {
    // What everybody may know, in forms that are no PEM for its reader, is not taken for a secret.
    let (private, public) = pair();
    for odd in [format!("# our key\n{public}"), format!("ssh-ed25519 {}", "A".repeat(68))] {
        assert_eq!(OrderKey::parse(&odd, &RULES).err(), Some(OrderKeyError::Pem), "{odd}");
    }
    assert!(OrderKey::parse(&format!("\u{feff}{public}"), &RULES).is_ok());
    assert_eq!(OrderKey::parse("short", &RULES).err(), Some(OrderKeyError::Short));
    assert_eq!(
        OrderKey::parse("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----", &RULES).err(),
        Some(OrderKeyError::Pem)
    );
    assert_eq!(OrderKey::parse(&private, &RULES).err(), Some(OrderKeyError::Private));
    assert_eq!(SigningKey::parse(&public, &RULES).err(), Some(OrderKeyError::Public));
    assert!(!format!("{:?}", OrderKey::parse(SECRET_TEXT, &RULES)).contains("secret"));
}

#[test]
fn orders_of_every_key_are_taken_and_those_of_one_that_is_taken_away_are_not() {
    let sign = |key: &str| SigningKey::parse(key, &RULES).expect("a key").sign(&order()).expect("signs");
    let (another, third) = ("5d41402abc4b2a76b9719d911017c592", "7d793037a0760186574b0282f2f435e7");
    let ((private, public), (other, other_public)) = (pair(), pair());
    let all = OrderKey::parse(&format!("{another}\r\n{public}\n\n{third}\n{other_public}\n"), &RULES).expect("keys");
    let fewer = OrderKey::parse(&format!("{public}{another}"), &RULES).expect("keys");
    for (key, stays) in [(another, true), (&private, true), (third, false), (&other, false)] {
        assert_eq!(all.check(&sign(key), now()), Ok(order()));
        assert_eq!(fewer.check(&sign(key), now()), if stays { Ok(order()) } else { Err(OrderError::Signature) });
    }
    let hmac = OrderKey::parse(another, &RULES).expect("a key");
    assert_eq!(hmac.check(&sign(&private), now()), Err(OrderError::Algorithm));
    // A public key is never a secret to sign with, whatever stands beside it.
    let forged = encode(&Header::new(Algorithm::HS256), &claims(), &EncodingKey::from_secret(public.trim().as_bytes()));
    assert_eq!(all.check(&forged.expect("signs"), now()), Err(OrderError::Signature));
    // Of several the first signs, and each has to be good.
    assert_eq!(sign(&format!("{another}\n{third}")), sign(another));
    let body = public.lines().skip(1).collect::<Vec<_>>().join(" ");
    for (odd, why) in [
        (format!("{another}\nshort"), OrderKeyError::Short),
        (format!("# the key of this year, and of the last one\n{another}"), OrderKeyError::Pem),
        (format!("{another}\n#{third}"), OrderKeyError::Pem),
        (format!("{public}\n{private}"), OrderKeyError::Private),
        (format!("{another}\n{body}"), OrderKeyError::Pem),
        (" \n".to_owned(), OrderKeyError::Short),
    ] {
        assert_eq!(OrderKey::parse(&odd, &RULES).err(), Some(why));
    }
}

proptest! {
    #[test]
    fn prop_nothing_else_is_an_order(token in ".{0,300}") {
        prop_assert!(OrderKey::parse(SECRET_TEXT, &RULES).expect("a key").check(&token, now()).is_err());
    }

    #[test]
    fn prop_an_edited_token_is_none(at: prop::sample::Index, to in "[A-Za-z0-9_.-]") {
        let token = SigningKey::parse(SECRET_TEXT, &RULES).expect("a key").sign(&order()).expect("signs");
        let at = at.index(token.len());
        let edited = format!("{}{to}{}", &token[..at], &token[at + 1..]);
        // The last character of a part has bits that mean nothing.
        let last = token[at..].starts_with(|c| c != '.') && (at + 1 == token.len() || token[at + 1..].starts_with('.'));
        prop_assume!(edited != token && !last);
        prop_assert!(OrderKey::parse(SECRET_TEXT, &RULES).expect("a key").check(&edited, now()).is_err());
    }
}
