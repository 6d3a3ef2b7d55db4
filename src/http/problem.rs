//! What can be wrong with a request, or with us (RFC 9457).

use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use strum::{EnumCount, IntoStaticStr};

use super::member::{Flaw, Flaws, Member, Misspelt};
use crate::orders::OrderError;
use crate::packs::Language;
use crate::turn::{ChatError, Closed, Refused, Stop};

/// Why a request was not answered. Says what was expected; of what came, only the name of a misspelt member.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumCount, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum Problem {
    /// The body is no JSON.
    MalformedJson,
    /// The session id is no version 4 UUID.
    #[strum(serialize = "malformed-session-id")]
    MalformedId,
    /// The idempotency key is too long, or not of visible ASCII characters, or there are several.
    #[strum(serialize = "malformed-idempotency-key")]
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
    #[strum(serialize = "method-not-allowed")]
    Method,
    /// The body took too long to arrive.
    SlowBody,
    /// Other turns of the session were kept first, again and again.
    Conflict,
    /// The order's token is not signed by the merchant, not of the right shape, or expired.
    OrderNotAccepted(OrderError),
    /// An order came, and none is taken here.
    #[strum(serialize = "orders-not-taken")]
    OrderNotTaken,
    /// The language that was asked for is not spoken here.
    #[strum(serialize = "unknown-language")]
    Language,
    /// A session cannot begin without an order here.
    OrderNeeded,
    /// An order came with a message that does not start a session.
    OrderTooLate,
    /// Another order came than the one that the session is to pay.
    OtherOrder,
    /// What came to the webhook is not signed by the gateway, or too old.
    BadSignature,
    /// No API key, or one that is not known.
    WrongApiKey,
    /// Too many requests from where the client is: so many seconds to wait.
    TooManyRequests(u32),
    /// Too many payments failed that were tried from where the client is: so many seconds to wait.
    TooManyFailures(u32),
    /// No new payment may begin for now, wherever the client is: so many seconds to wait.
    Paused(u32),
    /// No new payment may begin here, as the service is about to be exchanged: so many seconds to wait.
    Draining(u32),
    /// The message is too long.
    MessageTooLong,
    /// The body is too large.
    BodyTooLarge,
    /// The body is not declared as JSON.
    #[strum(serialize = "unsupported-media-type")]
    MediaType,
    /// The body is JSON, and not a request: what is wrong with which of its members.
    #[strum(serialize = "wrong-shape")]
    Shape(Flaws),
    /// A member is called nearly as one of ours is.
    #[strum(serialize = "misspelt-member")]
    Misspelt(Misspelt),
    /// The idempotency key came before, with another message.
    #[strum(serialize = "idempotency-key-reused")]
    OtherMessage,
    /// The message was answered before, and its reply is not kept any more.
    AnsweredAlready,
    /// What the gateway signed is no event that can be read.
    #[strum(serialize = "wrong-event")]
    Event,
    /// There is more than one `Host`, or none where there has to be one.
    #[strum(serialize = "malformed-host")]
    Host,
    /// A message of a session that does not say which reply it answers, where that is required.
    AnsweringNeeded,
    /// It is not known yet what came of a message, nor of its payment.
    Undecided,
    /// Something failed here.
    #[strum(serialize = "internal")]
    Fault,
    /// Store or vault gave no answer, or this release cannot read the session: so many seconds to wait.
    Unavailable(u32),
}

/// The document.
#[derive(Serialize)]
struct Document<'a> {
    r#type: String,
    title: String,
    status: u16,
    detail: String,
    id: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    errors: Vec<AtFault>,
}

/// A member that is at fault.
#[derive(Serialize)]
struct AtFault {
    /// Where it stands in the body (RFC 6901).
    pointer: String,
    /// What was expected there.
    detail: String,
}

impl Problem {
    /// Every problem; those that name a time to wait, with a second; an order's, with one of its reasons.
    pub const ALL: [Self; Self::COUNT] = [
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
        Self::OrderNotAccepted(OrderError::Signature),
        Self::OrderNotTaken,
        Self::Language,
        Self::OrderNeeded,
        Self::OrderTooLate,
        Self::OtherOrder,
        Self::BadSignature,
        Self::WrongApiKey,
        Self::TooManyRequests(1),
        Self::TooManyFailures(1),
        Self::Paused(1),
        Self::Draining(1),
        Self::MessageTooLong,
        Self::BodyTooLarge,
        Self::MediaType,
        Self::Shape(Flaws::of(Member::Message, Flaw::Missing)),
        Self::Misspelt(Misspelt::EXAMPLE),
        Self::OtherMessage,
        Self::AnsweredAlready,
        Self::Event,
        Self::Host,
        Self::AnsweringNeeded,
        Self::Undecided,
        Self::Fault,
        Self::Unavailable(1),
    ];

    /// The status.
    #[must_use]
    pub const fn status(self) -> StatusCode {
        match self {
            Self::MalformedJson
            | Self::MalformedId
            | Self::MalformedKey
            | Self::OrderNotAccepted(_)
            | Self::OrderNotTaken
            | Self::Language
            | Self::OrderNeeded
            | Self::OrderTooLate
            | Self::BadSignature
            | Self::Misspelt(_)
            | Self::Host => StatusCode::BAD_REQUEST,
            Self::NoToken | Self::WrongToken | Self::WrongApiKey => StatusCode::UNAUTHORIZED,
            Self::UnknownSession | Self::UnknownPath => StatusCode::NOT_FOUND,
            Self::Method => StatusCode::METHOD_NOT_ALLOWED,
            Self::SlowBody => StatusCode::REQUEST_TIMEOUT,
            Self::Conflict | Self::OtherOrder | Self::AnsweredAlready => StatusCode::CONFLICT,
            Self::TooManyRequests(_) | Self::TooManyFailures(_) => StatusCode::TOO_MANY_REQUESTS,
            Self::MessageTooLong | Self::BodyTooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::MediaType => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::Shape(_) | Self::AnsweringNeeded | Self::OtherMessage | Self::Event => {
                StatusCode::UNPROCESSABLE_ENTITY
            }
            Self::Fault => StatusCode::INTERNAL_SERVER_ERROR,
            Self::Unavailable(_) | Self::Undecided | Self::Paused(_) | Self::Draining(_) => {
                StatusCode::SERVICE_UNAVAILABLE
            }
        }
    }

    /// The last part of its `type`: what a program looks at.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// What it is about.
    fn title(self, language: Language) -> String {
        language.problems().say(self.name(), &[])
    }

    /// What was expected, and what to do now.
    fn detail(self, language: Language) -> String {
        if let Self::OrderNotAccepted(error) = self {
            return error.told(language);
        }
        let say =
            |what: &str, values: &[(&str, &str)]| language.problems().say(&format!("{}.{what}", self.name()), values);
        if let Self::Misspelt(misspelt) = self {
            return say("detail", &[("name", misspelt.meant()), ("came", &misspelt.came())]);
        }
        if let Self::Unavailable(seconds @ 2..) = self {
            return say("later", &[("seconds", &seconds.to_string())]);
        }
        say("detail", &[("spoken", &Language::spoken())])
    }

    /// The members that are at fault, where it is theirs.
    fn errors(self, language: Language) -> Vec<AtFault> {
        let flaws = match self {
            Self::Shape(flaws) => flaws,
            Self::Misspelt(misspelt) => {
                let (pointer, detail) = misspelt.told(language);
                return vec![AtFault { pointer, detail }];
            }
            Self::AnsweringNeeded => Flaws::of(Member::Answering, Flaw::Missing),
            Self::MalformedJson
            | Self::MalformedId
            | Self::MalformedKey
            | Self::NoToken
            | Self::WrongToken
            | Self::UnknownSession
            | Self::UnknownPath
            | Self::Method
            | Self::SlowBody
            | Self::Conflict
            | Self::OrderNotAccepted(_)
            | Self::OrderNotTaken
            | Self::Language
            | Self::OrderNeeded
            | Self::OrderTooLate
            | Self::OtherOrder
            | Self::BadSignature
            | Self::WrongApiKey
            | Self::TooManyRequests(_)
            | Self::TooManyFailures(_)
            | Self::Paused(_)
            | Self::Draining(_)
            | Self::MessageTooLong
            | Self::BodyTooLarge
            | Self::MediaType
            | Self::OtherMessage
            | Self::AnsweredAlready
            | Self::Event
            | Self::Host
            | Self::Undecided
            | Self::Fault
            | Self::Unavailable(_) => return Vec::new(),
        };
        flaws.told(language).into_iter().map(|(pointer, detail)| AtFault { pointer, detail }).collect()
    }

    /// The same; where store or vault gave no answer, with so many seconds to wait.
    pub(super) const fn after(self, seconds: u32) -> Self {
        if let Self::Unavailable(_) = self { Self::Unavailable(seconds) } else { self }
    }

    /// The response, under the id that the log has.
    pub(super) fn render(self, id: &str, language: Language, mut headers: HeaderMap) -> Response {
        let document = Document {
            r#type: format!("urn:payment-smart-bot:problem:{}", self.name()),
            title: self.title(language),
            status: self.status().as_u16(),
            detail: self.detail(language),
            id,
            errors: self.errors(language),
        };
        headers.remove(header::CONTENT_LENGTH);
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        headers.insert(header::CONTENT_LANGUAGE, HeaderValue::from_static(language.code()));
        if let Some(challenge) = self.challenge() {
            headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static(challenge));
        }
        if let Some(seconds) = self.wait() {
            headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        let body = serde_json::to_vec(&document).unwrap_or_default();
        (self.status(), headers, body).into_response()
    }

    /// What would open the door (RFC 9110, 11.6.1).
    const fn challenge(self) -> Option<&'static str> {
        match self {
            Self::NoToken => Some("Bearer realm=\"session\""),
            Self::WrongToken => Some("Bearer realm=\"session\", error=\"invalid_token\""),
            Self::WrongApiKey => Some("ApiKey realm=\"service\", header=\"x-api-key\""),
            Self::MalformedJson
            | Self::MalformedId
            | Self::MalformedKey
            | Self::UnknownSession
            | Self::UnknownPath
            | Self::Method
            | Self::SlowBody
            | Self::Conflict
            | Self::OrderNotAccepted(_)
            | Self::OrderNotTaken
            | Self::Language
            | Self::OrderNeeded
            | Self::OrderTooLate
            | Self::OtherOrder
            | Self::BadSignature
            | Self::TooManyRequests(_)
            | Self::TooManyFailures(_)
            | Self::Paused(_)
            | Self::Draining(_)
            | Self::MessageTooLong
            | Self::BodyTooLarge
            | Self::MediaType
            | Self::Shape(_)
            | Self::Misspelt(_)
            | Self::OtherMessage
            | Self::AnsweredAlready
            | Self::Event
            | Self::Host
            | Self::AnsweringNeeded
            | Self::Undecided
            | Self::Fault
            | Self::Unavailable(_) => None,
        }
    }

    /// The seconds after which the same request may be sent again.
    const fn wait(self) -> Option<u32> {
        match self {
            Self::Conflict => Some(1),
            Self::Undecided => Some(3),
            Self::TooManyRequests(seconds)
            | Self::TooManyFailures(seconds)
            | Self::Paused(seconds)
            | Self::Draining(seconds)
            | Self::Unavailable(seconds) => Some(seconds),
            Self::MalformedJson
            | Self::MalformedId
            | Self::MalformedKey
            | Self::NoToken
            | Self::WrongToken
            | Self::UnknownSession
            | Self::UnknownPath
            | Self::Method
            | Self::SlowBody
            | Self::OrderNotAccepted(_)
            | Self::OrderNotTaken
            | Self::Language
            | Self::OrderNeeded
            | Self::OrderTooLate
            | Self::OtherOrder
            | Self::BadSignature
            | Self::WrongApiKey
            | Self::MessageTooLong
            | Self::BodyTooLarge
            | Self::MediaType
            | Self::Shape(_)
            | Self::Misspelt(_)
            | Self::OtherMessage
            | Self::AnsweredAlready
            | Self::Event
            | Self::Host
            | Self::AnsweringNeeded
            | Self::Fault => None,
        }
    }
}

impl From<Closed> for Problem {
    fn from(closed: Closed) -> Self {
        match closed {
            Closed::NotFound => Self::UnknownSession,
            Closed::Forbidden => Self::WrongToken,
            Closed::Unavailable | Closed::Unreadable => Self::Unavailable(1),
        }
    }
}

impl From<Stop> for Problem {
    fn from(stop: Stop) -> Self {
        match stop {
            Stop::Closed(closed) => closed.into(),
            Stop::Conflict => Self::Conflict,
            Stop::Undecided => Self::Undecided,
        }
    }
}

impl From<ChatError> for Problem {
    fn from(error: ChatError) -> Self {
        match error {
            ChatError::Stopped(stop) => stop.into(),
            ChatError::OrderTooLate => Self::OrderTooLate,
            ChatError::OtherOrder => Self::OtherOrder,
            ChatError::OtherMessage => Self::OtherMessage,
            ChatError::AnsweredAlready => Self::AnsweredAlready,
            ChatError::Refused(Refused::Address, seconds) => Self::TooManyFailures(seconds),
            ChatError::Refused(Refused::Breaker, seconds) => Self::Paused(seconds),
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_problem_has_its_title_and_its_detail_in_every_language() {
        for (problem, language) in
            Problem::ALL.into_iter().flat_map(|one| Language::ALL.map(|language| (one, language)))
        {
            let (title, detail) = (problem.title(language), problem.detail(language));
            assert!(title.contains(' ') && !title.ends_with('.'), "{title}");
            assert!(detail.contains(' ') && detail.ends_with('.'), "{detail}");
        }
    }

    #[test]
    fn every_language_that_is_spoken_is_named() {
        for language in Language::ALL {
            assert!(Problem::Language.detail(language).contains(&format!(": {}.", Language::spoken())));
        }
    }
}
