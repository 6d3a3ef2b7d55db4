//! The body of a request: read within bounds, and made a message.

use std::time::Duration;

use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, FromRequest as _, Request};
use axum::http::StatusCode;
use serde::de::IgnoredAny;
use serde::{Deserialize, Deserializer};
use serde_json::error::Category;

use super::Problem;
use super::headers::is_json;
use crate::language::Utterance;

/// The longest message, in code points.
const CHARACTERS: usize = 4_000;

/// The largest body, in bytes: room for the longest message, escaped.
const BYTES: usize = 64 * 1024;

/// A body that is not there by then is not waited for.
const PATIENCE: Duration = Duration::from_secs(10);

/// The body of `POST /chat`. What else it holds is passed over.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Message {
    /// The session; none starts one.
    #[serde(default)]
    pub session_id: Option<String>,
    /// What the customer wrote: wiped on drop from the moment on that it is read, also when the request is refused.
    #[serde(rename = "message", deserialize_with = "utterance")]
    pub text: Utterance,
    /// The language that a new session is to begin in, as a BCP 47 tag.
    #[serde(default)]
    pub language: Option<String>,
    /// The merchant's order, signed: only with the message that starts a session.
    #[serde(default)]
    pub order: Option<String>,
    /// The turn whose reply the message answers.
    #[serde(default)]
    pub answering: Option<u32>,
}

/// Reads the body of `request`.
pub(super) async fn read(request: Request) -> Result<Message, Problem> {
    if !is_json(request.headers()) {
        return Err(Problem::MediaType);
    }
    let bytes = match tokio::time::timeout(PATIENCE, bounded(request)).await {
        Ok(read) => read?,
        Err(_) => return Err(Problem::SlowBody),
    };
    let message = parse(&bytes)?;
    let text = message.text.expose();
    if text.len() > CHARACTERS && text.chars().count() > CHARACTERS {
        return Err(Problem::MessageTooLong);
    }
    Ok(message)
}

fn utterance<'de, D: Deserializer<'de>>(text: D) -> Result<Utterance, D::Error> {
    String::deserialize(text).map(Utterance::new)
}

async fn bounded(mut request: Request) -> Result<Bytes, Problem> {
    DefaultBodyLimit::max(BYTES).apply(&mut request);
    Bytes::from_request(request, &()).await.map_err(|rejection| {
        if rejection.status() == StatusCode::PAYLOAD_TOO_LARGE { Problem::BodyTooLarge } else { Problem::MalformedJson }
    })
}

fn parse(bytes: &[u8]) -> Result<Message, Problem> {
    // A list would do for a struct, and is no request.
    if bytes.iter().find(|byte| !byte.is_ascii_whitespace()) != Some(&b'{') {
        let json = serde_json::from_slice::<IgnoredAny>(bytes).is_ok();
        return Err(if json { Problem::Shape } else { Problem::MalformedJson });
    }
    serde_json::from_slice(bytes).map_err(|error| match error.classify() {
        Category::Data => Problem::Shape,
        Category::Syntax | Category::Eof | Category::Io => Problem::MalformedJson,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problem(body: &str) -> Option<Problem> {
        parse(body.as_bytes()).err()
    }

    #[test]
    fn what_is_json_and_no_request_is_told_from_what_is_no_json() {
        assert_eq!(problem(r#"{"message":"hi"}"#), None);
        assert_eq!(problem(r#" {"message":"", "sessionId":null, "answering":3, "more":[1]}"#), None);
        for shape in
            ["{}", "[]", "\"hi\"", "7", r#"["a","b"]"#, r#"{"message":7}"#, r#"{"message":"a","answering":-1}"#]
        {
            assert_eq!(problem(shape), Some(Problem::Shape), "{shape}");
        }
        for malformed in ["", "{", "hi", r#"{"message":"hi"} x"#, "{'message':'hi'}", r#"{"message":"\ud800"}"#] {
            assert_eq!(problem(malformed), Some(Problem::MalformedJson), "{malformed}");
        }
        // However deep it goes: what is not asked for is passed over.
        let deep = |n| ["[".repeat(n), "]".repeat(n)].concat();
        assert_eq!(problem(&format!(r#"{{"message":"hi","more":{}}}"#, deep(10_000))), None);
        assert_eq!(problem(&format!(r#"{{"message":{}}}"#, deep(10_000))), Some(Problem::Shape));
        assert_eq!(problem(&deep(10_000)), Some(Problem::Shape));
        assert_eq!(parse(b"{\"message\":\"\xff\"}").err(), Some(Problem::MalformedJson));
    }
}
