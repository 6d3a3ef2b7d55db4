//! An event of the gateway: any signature over any body, and any body under a signature that is good.
#![no_main]

use std::sync::LazyLock;

use aws_lc_rs::hmac;
use jiff::Timestamp;
use libfuzzer_sys::fuzz_target;
use payment_smart_bot::adapters::WebhookSecrets;
use payment_smart_bot::ports::{EventError, Events as _, Headers};

const SECRET: &str = "whsec_0123456789abcdef";
const NOW: Timestamp = Timestamp::constant(1_795_348_800, 0);

static SECRETS: LazyLock<WebhookSecrets> =
    LazyLock::new(|| WebhookSecrets::new([SECRET]).expect("a secret").expect("there is one"));

/// The one header that is looked at.
struct Signature<'a>(&'a str);

impl Headers for Signature<'_> {
    fn text(&self, name: &str) -> Option<&str> {
        (name == "stripe-signature").then_some(self.0)
    }
}

fuzz_target!(|input: &[u8]| {
    // How late it is, the header, a line's end, and the body.
    let Some((late, rest)) = input.split_first_chunk() else { return };
    let (header, body) = rest.split_at(rest.iter().position(|&byte| byte == b'\n').unwrap_or(rest.len()));
    let Ok(header) = std::str::from_utf8(header) else { return };
    let (late, body) = (i16::from_be_bytes(*late), body.strip_prefix(b"\n").unwrap_or(body));
    let sent = Signature(header);
    let read = SECRETS.read(&sent, body, NOW);
    assert!(matches!(read, Err(EventError::NotSigned)), "nobody signed it");
    let _may = SECRETS.may_be_signed(&sent, NOW);
    let at = NOW.as_second() + i64::from(late);
    let key = hmac::Key::new(hmac::HMAC_SHA256, SECRET.as_bytes());
    let code = hex::encode(hmac::sign(&key, &[format!("{at}.").as_bytes(), body].concat()));
    // What stands behind a good signature takes nothing from it.
    let good = format!("t={at},v1={code},{header}");
    let sent = Signature(&good);
    let timely = late.unsigned_abs() <= 300;
    assert_eq!(SECRETS.may_be_signed(&sent, NOW), timely);
    assert_eq!(!matches!(SECRETS.read(&sent, body, NOW), Err(EventError::NotSigned)), timely);
});
