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

use super::returning::unlooked;
use super::{App, Problem};
use crate::dialogue::AttemptId;

/// How old, or how far ahead, a signature's time may be.
const TOLERANCE: SignedDuration = SignedDuration::from_secs(300);
/// The largest event, in bytes.
const BYTES: usize = 256 * 1024;
/// So long an event is known again: longer than its signature is good for.
const REMEMBERED: SignedDuration = SignedDuration::from_mins(15);

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
        let part = |name: &'static str| {
            header.split(',').filter_map(move |part| part.trim().split_once('=')).filter(move |(key, _)| *key == name)
        };
        let Some((_, time)) = part("t").next() else { return false };
        let fresh = time.parse().ok().and_then(|time| Timestamp::from_second(time).ok());
        if fresh.is_none_or(|at| at.duration_since(now).abs() > TOLERANCE) {
            return false;
        }
        let signed = [time.as_bytes(), b".", body].concat();
        part("v1")
            .filter_map(|(_, code)| unhex(code))
            .any(|code| self.0.iter().any(|secret| hmac::verify(secret, &signed, &code).is_ok()))
    }
}

fn unhex(text: &str) -> Option<Vec<u8>> {
    let pairs = text.len().is_multiple_of(2).then(|| text.as_bytes().chunks_exact(2))?;
    pairs.map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()).collect()
}

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
    let body = bounded(request).await?;
    if !secrets.signed(&header, &body, app.bot.clock.now()) {
        return Err(Problem::BadSignature);
    }
    let event: Event = serde_json::from_slice(&body).map_err(|_| Problem::Shape)?;
    let intent = event.r#type.starts_with("payment_intent.") || event.r#type.starts_with("setup_intent.");
    match event.data.object.metadata.and_then(|metadata| metadata.attempt) {
        Some(attempt) if intent => nudge(app, &event.id, attempt).await,
        Some(_) | None => Ok(StatusCode::OK),
    }
}

/// Looks the attempt up, once an event.
async fn nudge(app: App, event: &str, attempt: AttemptId) -> Result<StatusCode, Problem> {
    let (key, now) = (format!("event#{event}"), app.bot.clock.now());
    let until = now + REMEMBERED;
    let counts = app.bot.counts.clone();
    if counts.add(&key, 1, now, until).await.map_err(|_| Problem::Unavailable)? > 1 {
        return Ok(StatusCode::OK);
    }
    let looked = tokio::spawn(async move { app.bot.look_up(&attempt).await }).await;
    // An attempt that is not ours, or not known any more, is nothing to come again for.
    match looked.map_or(Some(Problem::Fault), |looked| unlooked(&looked)) {
        None => Ok(StatusCode::OK),
        Some(problem) => {
            // So that it is not taken for a replay when it comes again.
            let _ = counts.add(&key, -1, now, until).await;
            Err(problem)
        }
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
    use crate::dialogue::hex;

    const AT: i64 = 1_800_000_000;

    fn header(secret: &str, time: i64, body: &str) -> String {
        let key = hmac::Key::new(hmac::HMAC_SHA256, secret.as_bytes());
        format!("t={time},v1={}", hex(hmac::sign(&key, format!("{time}.{body}").as_bytes()).as_ref()))
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
        assert!(!signed(&good, "{ }"), "another body");
        assert!(!signed(&header("whsec_other", AT, "{}"), "{}"), "another secret");
        assert!(!signed(&good.replace("t=", "t=0"), "{}"), "another time");
        for odd in ["", "t=", "v1=00", &good.replace("v1", "v0"), "t=1800000000,v1=", "t=1800000000,v1=zz", "t=é,v1=é"]
        {
            assert!(!signed(odd, "{}"), "{odd}");
        }
    }
}
