//! `POST /webhooks/stripe`: the gateway says that something happened to an intent. Nothing it says is believed: the
//! attempt that it names is looked up.
//!
//! Source: docs.stripe.com/webhooks, "Verify webhook signatures manually".

use std::fmt;

use aws_lc_rs::hmac;
use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, FromRequest as _, Request, State};
use axum::http::{HeaderMap, StatusCode};
use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;
use subtle::ConstantTimeEq as _;
use tokio::sync::Semaphore;

use super::looking::looked;
use super::{App, Problem};
use crate::dialogue::AttemptId;
use crate::turn::Nudge;

/// How old, or how far ahead, a signature's time may be.
const TOLERANCE: SignedDuration = SignedDuration::from_secs(300);
/// A secret that is exchanged leaves two codes beside each other; more than so many are not looked at.
const CODES: usize = 8;
/// The largest event, in bytes.
const BYTES: usize = 256 * 1024;

/// The secrets that the gateway signs its events with: several while they are exchanged.
#[derive(Clone)]
pub struct WebhookSecrets(Vec<hmac::Key>);

impl fmt::Debug for WebhookSecrets {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("WebhookSecrets(…)")
    }
}

impl WebhookSecrets {
    /// Each as the gateway shows it (`whsec_…`).
    #[must_use]
    pub fn new<'a>(secrets: impl IntoIterator<Item = &'a str>) -> Self {
        Self(secrets.into_iter().map(|secret| hmac::Key::new(hmac::HMAC_SHA256, secret.as_bytes())).collect())
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

/// Bodies that are read at once: who signs nothing shall not fill the memory.
static READING: Semaphore = Semaphore::const_new(32);

/// The little that is read of an event.
#[derive(Deserialize)]
struct Event {
    id: String,
    r#type: String,
    data: Data,
}

#[derive(Deserialize)]
struct Data {
    object: Object,
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

/// An event: answered with 200 when nothing is left to do, and with 503 when it shall come again.
pub(super) async fn stripe(
    State(app): State<App>,
    headers: HeaderMap,
    request: Request,
) -> Result<StatusCode, Problem> {
    let secrets = app.trust.webhooks.clone().ok_or(Problem::UnknownPath)?;
    let header = headers.get("stripe-signature").and_then(|header| header.to_str().ok()).unwrap_or_default().to_owned();
    // Nothing of a body is read for who cannot have signed it.
    timely(&header, app.bot.clock.now()).ok_or(Problem::BadSignature)?;
    let reading = READING.acquire().await.map_err(|_| Problem::Unavailable)?;
    let body = bounded(request).await?;
    drop(reading);
    if !secrets.signed(&header, &body, app.bot.clock.now()) {
        return Err(Problem::BadSignature);
    }
    let event: Event = serde_json::from_slice(&body).map_err(|_| Problem::Shape)?;
    let intent = event.r#type.starts_with("payment_intent.") || event.r#type.starts_with("setup_intent.");
    match event.data.object.metadata.and_then(|metadata| metadata.attempt) {
        Some(attempt) if intent => looked(app, Nudge::Event(event.id), attempt).await.map(|()| StatusCode::OK),
        Some(_) | None => Ok(StatusCode::OK),
    }
}

async fn bounded(mut request: Request) -> Result<Bytes, Problem> {
    DefaultBodyLimit::max(BYTES).apply(&mut request);
    let read = tokio::time::timeout(std::time::Duration::from_secs(10), Bytes::from_request(request, &())).await;
    read.map_err(|_| Problem::SlowBody)?.map_err(|_| Problem::BodyTooLarge)
}

#[cfg(test)]
mod tests {
    use super::*;

    const AT: i64 = 1_800_000_000;

    fn header(secret: &str, time: i64, body: &str) -> String {
        let key = hmac::Key::new(hmac::HMAC_SHA256, secret.as_bytes());
        format!("t={time},v1={}", hex::encode(hmac::sign(&key, format!("{time}.{body}").as_bytes()).as_ref()))
    }

    fn signed(header: &str, body: &str) -> bool {
        let now = Timestamp::from_second(AT).expect("a moment");
        WebhookSecrets::new(["whsec_old", "whsec_new"]).signed(header, body.as_bytes(), now)
    }

    #[test]
    fn either_secret_signs_within_five_minutes() {
        for secret in ["whsec_old", "whsec_new"] {
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
        let good = header("whsec_new", AT, "{}");
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
}
