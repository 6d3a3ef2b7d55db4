//! The order's token: as it comes, and with head and claims of the input's own under a signature that is good. No order that
//! is taken is one that the merchant's own side would refuse to sign.
#![no_main]

use std::sync::LazyLock;

use aws_lc_rs::hmac;
use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD as BASE64;
use jiff::Timestamp;
use libfuzzer_sys::fuzz_target;
use payment_smart_bot::adapters::CURRENCIES;
use payment_smart_bot::orders::{MintingKey, OrderKey, SigningKey};

const SECRET: &str = "a secret that merchant and service share";
const NOW: Timestamp = Timestamp::constant(1_795_348_800, 0);

static KEY: LazyLock<OrderKey> = LazyLock::new(|| OrderKey::parse(SECRET, &CURRENCIES).expect("a key"));
static SIGNS: LazyLock<SigningKey> = LazyLock::new(|| SigningKey::parse(SECRET, &CURRENCIES).expect("a key"));
static MINTS: LazyLock<MintingKey> = LazyLock::new(|| MintingKey::of(&[7; 32]));

/// A token of this head and these claims, signed.
fn signed(head: &str, claims: &str, secret: &[u8]) -> String {
    let said = format!("{}.{}", BASE64.encode(head), BASE64.encode(claims));
    let code = hmac::sign(&hmac::Key::new(hmac::HMAC_SHA256, secret), said.as_bytes());
    format!("{said}.{}", BASE64.encode(code))
}

fuzz_target!(|input: &str| {
    // "head\nclaims", or a whole token.
    let (head, claims) = input.split_once('\n').unwrap_or((r#"{"alg":"HS256"}"#, input));
    assert!(KEY.check(input, NOW).is_err(), "nobody signed it");
    assert!(MINTS.check(input, NOW).is_err(), "nobody minted it");
    let _key = OrderKey::parse(input, &CURRENCIES);
    if let Ok(payment) = KEY.check(&signed(head, claims, SECRET.as_bytes()), NOW) {
        let order = payment.order.as_ref().expect("it is of an order");
        assert!(order.expires > NOW && !order.minted);
        let again = SIGNS.sign(&payment).expect("what is taken can be signed");
        assert!(KEY.check(&again, NOW).is_ok_and(|same| same == payment), "and is the same again");
    }
    if let Ok(order) = MINTS.check(&signed(head, claims, &[7; 32]), NOW) {
        assert!(order.minted && order.expires > NOW);
    }
});
