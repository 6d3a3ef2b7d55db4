//! Events that Stripe posts, and how they are signed.
//!
//! Source: docs.stripe.com/webhooks, "Verify webhook signatures manually".

use std::fmt;

use aws_lc_rs::hmac;
use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;
use subtle::ConstantTimeEq as _;

use crate::dialogue::AttemptId;
use crate::ports::{EventError, Events, GatewayEvent, Headers};

/// Where events are posted to.
const ROUTE: &str = "/webhooks/stripe";
/// Holds the time and the codes.
const SIGNATURE: &str = "stripe-signature";
/// How old, or how far ahead, a signature's time may be.
const TOLERANCE: SignedDuration = SignedDuration::from_secs(300);
/// A secret that is exchanged leaves two codes beside each other; more than so many are not looked at.
const CODES: usize = 8;

/// The secrets that events are signed with: several while they are exchanged.
#[derive(Clone)]
pub struct WebhookSecrets(Vec<hmac::Key>);

/// Not what Stripe shows for an endpoint.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("STRIPE_WEBHOOK_SECRET is what Stripe shows for the endpoint, and begins with whsec_")]
pub struct WebhookSecretError;

impl fmt::Debug for WebhookSecrets {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("WebhookSecrets(…)")
    }
}

impl WebhookSecrets {
    /// Each as Stripe shows it (`whsec_…`); `None` when there are none.
    ///
    /// # Errors
    /// When one is none of Stripe's.
    pub fn new<'a>(secrets: impl IntoIterator<Item = &'a str>) -> Result<Option<Self>, WebhookSecretError> {
        let key = |secret: &str| {
            let secret = secret.trim();
            let fits = secret.starts_with("whsec_") && secret.len() >= 16;
            fits.then(|| hmac::Key::new(hmac::HMAC_SHA256, secret.as_bytes())).ok_or(WebhookSecretError)
        };
        let keys = secrets.into_iter().map(key).collect::<Result<Vec<_>, _>>()?;
        Ok((!keys.is_empty()).then_some(Self(keys)))
    }

    /// Whether one of these secrets signed `body` in good time.
    fn signed(&self, header: &str, body: &[u8], now: Timestamp) -> bool {
        let Some(time) = timely(header, now) else { return false };
        let signed = [time.as_bytes(), b".", body].concat();
        // Each secret signs once, however many codes are given.
        let ours: Vec<String> = self.0.iter().map(|secret| hex::encode(hmac::sign(secret, &signed).as_ref())).collect();
        let same = |code: &str| {
            let code = code.to_ascii_lowercase();
            ours.iter().any(|ours| ours.as_bytes().ct_eq(code.as_bytes()).into())
        };
        parts(header, "v1").take(CODES).any(same)
    }
}

impl Events for WebhookSecrets {
    fn route(&self) -> &'static str {
        ROUTE
    }

    fn may_be_signed(&self, headers: &dyn Headers, now: Timestamp) -> bool {
        headers.text(SIGNATURE).is_some_and(|header| timely(header, now).is_some())
    }

    fn read(&self, headers: &dyn Headers, body: &[u8], now: Timestamp) -> Result<Option<GatewayEvent>, EventError> {
        if !headers.text(SIGNATURE).is_some_and(|header| self.signed(header, body, now)) {
            return Err(EventError::NotSigned);
        }
        let Event { id, r#type, data } = serde_json::from_slice(body).map_err(|_| EventError::Shape)?;
        let Some(object) = data.and_then(|data| data.object) else {
            // Sent again and again it would say no more.
            tracing::warn!(
                kind = r#type,
                "a thin event came, which does not say what happened to which payment, and was passed over: at Stripe, let \
                 the endpoint send snapshot events of payment_intent.*"
            );
            return Ok(None);
        };
        let of_intent = r#type.starts_with("payment_intent.") || r#type.starts_with("setup_intent.");
        let attempt = object.metadata.and_then(|metadata| metadata.attempt).filter(|_| of_intent);
        Ok(attempt.map(|attempt| GatewayEvent { id, attempt }))
    }
}

fn parts<'a>(header: &'a str, name: &'static str) -> impl Iterator<Item = &'a str> {
    header
        .split(',')
        .filter_map(move |part| part.trim().split_once('='))
        .filter(move |(key, _)| *key == name)
        .map(|it| it.1)
}

/// When it says that it was signed, where that is within the tolerance and there is a code to compare.
fn timely(header: &str, now: Timestamp) -> Option<&str> {
    let time = parts(header, "t").next()?;
    let at = Timestamp::from_second(time.parse().ok()?).ok()?;
    let coded = parts(header, "v1").take(CODES).any(|code| code.len() == 64);
    (coded && at.duration_since(now).abs() <= TOLERANCE).then_some(time)
}

/// The little that is read of an event.
#[derive(Deserialize)]
struct Event {
    id: String,
    r#type: String,
    /// Thin events, and those of version 2 of the API, have none, or one without an object.
    #[serde(default)]
    data: Option<Data>,
}

#[derive(Deserialize)]
struct Data {
    #[serde(default)]
    object: Option<Object>,
}

#[derive(Deserialize)]
struct Object {
    #[serde(default)]
    metadata: Option<Metadata>,
}

#[derive(Deserialize)]
struct Metadata {
    #[serde(default)]
    attempt: Option<AttemptId>,
}

#[cfg(test)]
mod tests {
    use super::*;

    const AT: i64 = 1_800_000_000;
    const OLD: &str = "whsec_0123456789";
    const NEW: &str = "whsec_abcdefghij";

    fn header(secret: &str, time: i64, body: &str) -> String {
        let key = hmac::Key::new(hmac::HMAC_SHA256, secret.as_bytes());
        format!("t={time},v1={}", hex::encode(hmac::sign(&key, format!("{time}.{body}").as_bytes()).as_ref()))
    }

    fn secrets() -> WebhookSecrets {
        WebhookSecrets::new([OLD, NEW]).expect("secrets").expect("two of them")
    }

    fn now() -> Timestamp {
        Timestamp::from_second(AT).expect("a moment")
    }

    fn signed(header: &str, body: &str) -> bool {
        secrets().signed(header, body.as_bytes(), now())
    }

    #[test]
    fn either_secret_signs_within_five_minutes() {
        for secret in [OLD, NEW] {
            for time in [AT - 300, AT, AT + 300] {
                assert!(signed(&header(secret, time, "{}"), "{}"));
            }
            for time in [AT - 301, AT + 301, i64::MAX] {
                assert!(!signed(&header(secret, time, "{}"), "{}"), "{time}");
            }
        }
    }

    #[test]
    fn nothing_else_does() {
        let good = header(NEW, AT, "{}");
        assert!(signed(&format!("{good},v1=00,v0=ff"), "{}"), "other signatures may stand beside a good one");
        let many = format!("t={AT}{}{}", ",v1=00".repeat(8), good.trim_start_matches(|c| c != ','));
        assert!(!signed(&many, "{}"), "more codes than anybody leaves are not looked at");
        assert!(!signed(&good, "{ }"), "another body");
        assert!(!signed(&header("whsec_other", AT, "{}"), "{}"), "another secret");
        assert!(!signed(&good.replace("t=", "t=0"), "{}"), "another time");
        for odd in ["", "t=", "v1=00", &good.replace("v1", "v0"), "t=1800000000,v1=", "t=1800000000,v1=zz", "t=é,v1=é"]
        {
            assert!(!signed(odd, "{}"), "{odd}");
        }
    }

    #[test]
    fn an_event_of_an_intent_tells_its_attempt_and_any_other_is_nothing_to_us() {
        struct Signature(String);
        impl Headers for Signature {
            fn text(&self, name: &str) -> Option<&str> {
                (name == SIGNATURE).then_some(self.0.as_str())
            }
        }
        let read = |body: &str| {
            let headers = Signature(header(NEW, AT, body));
            assert!(secrets().may_be_signed(&headers, now()));
            secrets().read(&headers, body.as_bytes(), now())
        };
        let event = |kind: &str, metadata: &str| {
            format!(r#"{{"id":"evt_1","type":"{kind}","data":{{"object":{{"metadata":{metadata}}}}}}}"#)
        };
        let told = GatewayEvent { id: "evt_1".to_owned(), attempt: AttemptId::new("at_1") };
        for kind in ["payment_intent.succeeded", "setup_intent.setup_failed"] {
            assert_eq!(read(&event(kind, r#"{"attempt":"at_1"}"#)), Ok(Some(told.clone())), "{kind}");
            assert_eq!(read(&event(kind, "{}")), Ok(None), "{kind}");
            assert_eq!(read(&event(kind, "null")), Ok(None), "{kind}");
        }
        assert_eq!(read(&event("charge.refunded", r#"{"attempt":"at_1"}"#)), Ok(None));
        for thin in [
            r#"{"id":"evt_1","object":"v2.core.event","type":"v1.payment_intent.succeeded","related_object":{"id":"pi_1"}}"#,
            r#"{"id":"evt_1","type":"v2.core.account.updated","data":{"changes":[]}}"#,
            r#"{"id":"evt_1","type":"payment_intent.succeeded","data":null}"#,
        ] {
            assert_eq!(read(thin), Ok(None), "{thin}");
        }
        assert_eq!(read("{}"), Err(EventError::Shape));
        let unsigned = Signature(header("whsec_another_one", AT, "{}"));
        assert_eq!(secrets().read(&unsigned, b"{}", now()), Err(EventError::NotSigned));
    }

    #[test]
    fn what_is_no_secret_of_an_endpoint_is_refused() {
        assert!(matches!(WebhookSecrets::new([]), Ok(None)));
        assert!(matches!(WebhookSecrets::new([" whsec_0123456789\n"]), Ok(Some(_))));
        for odd in ["", "whsec_short", "sk_test_0123456789"] {
            assert_eq!(WebhookSecrets::new([NEW, odd]).err(), Some(WebhookSecretError), "{odd}");
        }
    }
}
