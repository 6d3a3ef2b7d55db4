//! What can be wrong with a request, or with us (RFC 9457).

use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;

use crate::turn::Outcome;

/// Why a request was not answered. Says what was expected; never what came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The body is no JSON.
    MalformedJson,
    /// The session id is no version 4 UUID.
    MalformedId,
    /// The idempotency key is too long, or not of visible ASCII characters, or there are several.
    MalformedKey,
    /// A session was named and no token given.
    NoToken,
    /// The token does not open the session.
    WrongToken,
    /// There is no such session, or it is over.
    UnknownSession,
    /// There is nothing at this path.
    UnknownPath,
    /// The route has other methods.
    Method,
    /// The body took too long to arrive.
    SlowBody,
    /// Other turns of the session were kept first, again and again.
    Conflict,
    /// The message is too long.
    MessageTooLong,
    /// The body is too large.
    BodyTooLarge,
    /// The body is not declared as JSON.
    MediaType,
    /// The body is JSON, and not a request.
    Shape,
    /// Something failed here.
    Fault,
    /// Store or vault gave no answer, or this release cannot read the session.
    Unavailable,
}

/// The document.
#[derive(Serialize)]
struct Document<'a> {
    r#type: String,
    title: &'static str,
    status: u16,
    detail: &'static str,
    id: &'a str,
}

impl Problem {
    /// Every problem.
    pub const ALL: [Self; 16] = [
        Self::MalformedJson,
        Self::MalformedId,
        Self::MalformedKey,
        Self::NoToken,
        Self::WrongToken,
        Self::UnknownSession,
        Self::UnknownPath,
        Self::Method,
        Self::SlowBody,
        Self::Conflict,
        Self::MessageTooLong,
        Self::BodyTooLarge,
        Self::MediaType,
        Self::Shape,
        Self::Fault,
        Self::Unavailable,
    ];

    /// The status.
    #[must_use]
    pub const fn status(self) -> StatusCode {
        match self {
            Self::MalformedJson | Self::MalformedId | Self::MalformedKey => StatusCode::BAD_REQUEST,
            Self::NoToken | Self::WrongToken => StatusCode::UNAUTHORIZED,
            Self::UnknownSession | Self::UnknownPath => StatusCode::NOT_FOUND,
            Self::Method => StatusCode::METHOD_NOT_ALLOWED,
            Self::SlowBody => StatusCode::REQUEST_TIMEOUT,
            Self::Conflict => StatusCode::CONFLICT,
            Self::MessageTooLong | Self::BodyTooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::MediaType => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::Shape => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Fault => StatusCode::INTERNAL_SERVER_ERROR,
            Self::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
        }
    }

    /// The last part of its `type`: what a program looks at.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::MalformedJson => "malformed-json",
            Self::MalformedId => "malformed-session-id",
            Self::MalformedKey => "malformed-idempotency-key",
            Self::NoToken => "no-token",
            Self::WrongToken => "wrong-token",
            Self::UnknownSession => "unknown-session",
            Self::UnknownPath => "unknown-path",
            Self::Method => "method-not-allowed",
            Self::SlowBody => "slow-body",
            Self::Conflict => "conflict",
            Self::MessageTooLong => "message-too-long",
            Self::BodyTooLarge => "body-too-large",
            Self::MediaType => "unsupported-media-type",
            Self::Shape => "wrong-shape",
            Self::Fault => "internal",
            Self::Unavailable => "unavailable",
        }
    }

    const fn title(self) -> &'static str {
        match self {
            Self::MalformedJson | Self::MalformedId | Self::MalformedKey => "The request is malformed",
            Self::NoToken | Self::WrongToken => "The session's token is needed",
            Self::UnknownSession => "There is no such session",
            Self::UnknownPath => "There is nothing here",
            Self::Method => "The method is not allowed here",
            Self::SlowBody => "The request took too long to arrive",
            Self::Conflict => "Other messages came first",
            Self::MessageTooLong => "The message is too long",
            Self::BodyTooLarge => "The request is too large",
            Self::MediaType => "The request is not declared as JSON",
            Self::Shape => "The request has another shape than expected",
            Self::Fault => "Something failed on our side",
            Self::Unavailable => "The service cannot answer right now",
        }
    }

    const fn detail(self) -> &'static str {
        match self {
            Self::MalformedJson => "The body must be one JSON object in UTF-8.",
            Self::MalformedId => "A session id is a version 4 UUID of 36 characters.",
            Self::MalformedKey => "There may be one Idempotency-Key, of 1 to 255 visible ASCII characters.",
            Self::NoToken => "Send \"Authorization: Bearer\" with the sessionToken that the session's first reply had.",
            Self::WrongToken => "The token that was sent does not open this session.",
            Self::UnknownSession => {
                "It never was, it has ended, or it has expired. Leave sessionId out to begin another."
            }
            Self::UnknownPath => "GET /openapi.json lists what there is.",
            Self::Method => "The Allow header names the methods that are.",
            Self::SlowBody => "Send the whole body within ten seconds.",
            Self::Conflict => {
                "Several messages of this session were sent at once. Nothing was done for this one: send it again."
            }
            Self::MessageTooLong => "A message has at most 4,000 characters.",
            Self::BodyTooLarge => "A body has at most 65,536 bytes.",
            Self::MediaType => "Send the header \"Content-Type: application/json\".",
            Self::Shape => {
                "Expected {\"message\": text} and, where wanted, \"sessionId\": text, \"language\": text, \"answering\": number."
            }
            Self::Fault => "Name the id when you report it.",
            Self::Unavailable => "Nothing is half done. Send the same request again in a second.",
        }
    }

    /// The response, under the id that the log has.
    pub(super) fn render(self, id: &str, mut headers: HeaderMap) -> Response {
        let document = Document {
            r#type: format!("urn:payment-smart-bot:problem:{}", self.name()),
            title: self.title(),
            status: self.status().as_u16(),
            detail: self.detail(),
            id,
        };
        headers.remove(header::CONTENT_LENGTH);
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        match self {
            Self::NoToken => {
                headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer realm=\"session\""));
            }
            Self::WrongToken => {
                let challenge = HeaderValue::from_static("Bearer realm=\"session\", error=\"invalid_token\"");
                headers.insert(header::WWW_AUTHENTICATE, challenge);
            }
            Self::Unavailable | Self::Conflict => {
                headers.insert(header::RETRY_AFTER, HeaderValue::from_static("1"));
            }
            Self::SlowBody => {
                headers.insert(header::CONNECTION, HeaderValue::from_static("close"));
            }
            Self::MalformedJson
            | Self::MalformedId
            | Self::MalformedKey
            | Self::UnknownSession
            | Self::UnknownPath
            | Self::Method
            | Self::MessageTooLong
            | Self::BodyTooLarge
            | Self::MediaType
            | Self::Shape
            | Self::Fault => {}
        }
        let body = serde_json::to_vec(&document).unwrap_or_default();
        (self.status(), headers, body).into_response()
    }

    /// The problem that an outcome without a reply is.
    pub(super) const fn of(outcome: &Outcome) -> Self {
        match outcome {
            Outcome::NotFound => Self::UnknownSession,
            Outcome::Forbidden => Self::WrongToken,
            Outcome::Conflict | Outcome::OtherOrder => Self::Conflict,
            Outcome::OrderTooLate => Self::Shape,
            Outcome::Unavailable | Outcome::Unreadable | Outcome::Refused(..) => Self::Unavailable,
            Outcome::Idle | Outcome::Reply(..) | Outcome::Replayed(_) | Outcome::Deleted | Outcome::Deleting => {
                Self::Fault
            }
        }
    }
}

/// Carries the problem to `access`, which gives it an id and a body.
impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}
