//! Sending: deadlines, retries under the same key, and what is told of a failure.

use std::time::Duration;

use reqwest::header::{CONTENT_TYPE, HeaderMap};
use reqwest::{Response, StatusCode};
use serde::de::DeserializeOwned;
use tokio::time::Instant;

use super::Stripe;
use super::answers::{Failed, Failure, Object, tame};
use super::wire::Ask;

/// No answer of ours is longer.
const LONGEST: usize = 1 << 20;
/// The longest pause before a request is sent again.
const LONGEST_PAUSE: Duration = Duration::from_secs(5);
/// Under so many keys a request is tried whose first result was a fault of Stripe's.
const KEYS: u8 = 3;

/// What came of a request, after its retries.
pub(super) enum Answer {
    /// It was done, and this is the object as it is now.
    Done(Box<Object>),
    /// It was refused, and nothing was done.
    Refused(StatusCode, Box<Failure>),
    /// It failed at Stripe, and this is the result that is kept under its key: sending it again gives no other.
    Kept,
    /// Whether it was done is unknown.
    Unclear,
}

/// One try.
struct Tried {
    answer: Answer,
    again: bool,
}

impl Stripe {
    /// When a call that begins now has to be over.
    pub(super) fn until(&self) -> Instant {
        Instant::now() + self.patience.call
    }

    /// Sends it, and again where that may help, until it is answered or `until` is near.
    pub(super) async fn send(&self, ask: &Ask, until: Instant) -> Answer {
        for retry in 0.. {
            let left = until.saturating_duration_since(Instant::now());
            if left.is_zero() {
                break;
            }
            let tried = self.once(ask, left.min(self.patience.attempt)).await;
            let pause = self.pause(retry);
            let left = until.saturating_duration_since(Instant::now());
            if !tried.again || retry >= ask.retries || pause >= left {
                return tried.answer;
            }
            tokio::time::sleep(pause).await;
        }
        Answer::Unclear
    }

    /// Sends what moves no money, and is the same done twice, under further keys where Stripe keeps a fault of its own
    /// as the result of the first: the keys follow from the first, so that all who ask come upon the same ones.
    pub(super) async fn send_through(&self, ask: &Ask, until: Instant) -> Answer {
        let mut answer = self.send(ask, until).await;
        for further in further_keys(ask) {
            if !matches!(answer, Answer::Kept) || Instant::now() >= until {
                break;
            }
            answer = self.send(&ask.under(further), until).await;
        }
        answer
    }

    async fn once(&self, ask: &Ask, deadline: Duration) -> Tried {
        let Ok(url) = self.base.join(&ask.path) else { return Tried { answer: Answer::Unclear, again: false } };
        let mut request = self.client.request(ask.method.clone(), url).timeout(deadline);
        if let Some(key) = &ask.key {
            request = request.header("idempotency-key", key);
            request = request.header(CONTENT_TYPE, "application/x-www-form-urlencoded").body(ask.body.clone());
        }
        match request.send().await {
            Ok(response) => read(response).await,
            Err(cause) => {
                let what = if cause.is_timeout() { "gave no answer in time" } else { "could not be reached" };
                tracing::warn!(
                    route = route(&ask.path),
                    "Stripe {what}; look at the network path to it if it stays so"
                );
                Tried { answer: Answer::Unclear, again: true }
            }
        }
    }

    /// 0.5·2ⁿ s or what is set instead of the half second, at most five, of which a part is left to chance: those who
    /// failed together shall not come back together.
    fn pause(&self, retry: u32) -> Duration {
        let full = self.patience.pause.saturating_mul(1 << retry.min(10)).min(LONGEST_PAUSE);
        let mut chance = [0; 1];
        // Without a random byte the pause is the shortest.
        let _unlucky = aws_lc_rs::rand::fill(&mut chance);
        full / 2 + (full / 2) * u32::from(chance[0]) / 255
    }
}

/// The keys to be used after the first, where Stripe keeps a fault of its own under it.
pub(super) fn further_keys(ask: &Ask) -> impl Iterator<Item = String> + use<> {
    let first = ask.key.clone().unwrap_or_default();
    (2..=KEYS).map(move |nth| format!("{first}_{nth}"))
}

async fn read(response: Response) -> Tried {
    let status = response.status();
    let headers = response.headers().clone();
    let header = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    let advised = match header("stripe-should-retry") {
        Some("true") => Some(true),
        Some("false") => Some(false),
        Some(_) | None => None,
    };
    let usual = status == StatusCode::CONFLICT || status == StatusCode::TOO_MANY_REQUESTS || status.is_server_error();
    let replayed = header("idempotent-replayed") == Some("true");
    let kept = status.is_server_error() && replayed;
    let again = advised.unwrap_or(usual) && !kept;
    if status.is_success() {
        let Some(mut object) = body::<Object>(response).await else {
            tracing::warn!(request = request(&headers), "Stripe's answer cannot be read");
            return Tried { answer: Answer::Unclear, again: true };
        };
        object.replayed = replayed;
        return Tried { answer: Answer::Done(Box::new(object)), again: false };
    }
    let failure = body::<Failed>(response).await.map(|failed| failed.error);
    tell(status, &headers, failure.as_ref());
    let answer = match failure {
        Some(_) | None if kept => Answer::Kept,
        Some(failure) if !usual && status.is_client_error() => Answer::Refused(status, Box::new(failure)),
        Some(_) | None => Answer::Unclear,
    };
    Tried { answer, again }
}

/// What Stripe failed with, without its message: that may echo what was sent.
fn tell(status: StatusCode, headers: &HeaderMap, failure: Option<&Failure>) {
    let word = |text: Option<&String>| text.map(|text| tame(text)).unwrap_or_default();
    let (status, request) = (status.as_u16(), request(headers));
    let (kind, code) = (word(failure.and_then(|f| f.kind.as_ref())), word(failure.and_then(|f| f.code.as_ref())));
    let param = word(failure.and_then(|f| f.param.as_ref()));
    if status == 402 {
        tracing::info!(status, kind, code, request, "Stripe declined");
    } else {
        tracing::warn!(status, kind, code, param, request, "Stripe refused");
    }
}

/// The id by which Stripe's support finds a request.
fn request(headers: &HeaderMap) -> String {
    let id = headers.get("request-id").and_then(|id| id.to_str().ok()).unwrap_or_default();
    id.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '_').take(40).collect()
}

/// The path without the ids in it.
fn route(path: &str) -> &str {
    path.split('/').nth(1).unwrap_or_default()
}

async fn body<T: DeserializeOwned>(mut response: Response) -> Option<T> {
    let mut read = Vec::new();
    while let Some(chunk) = response.chunk().await.ok()? {
        if read.len() + chunk.len() > LONGEST {
            return None;
        }
        read.extend_from_slice(&chunk);
    }
    serde_json::from_slice(&read).ok()
}
