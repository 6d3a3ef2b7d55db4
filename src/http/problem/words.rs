//! What a problem says to people.

use super::Problem;

impl Problem {
    /// What it is about.
    pub(super) const fn title(self) -> &'static str {
        match self {
            Self::MalformedJson | Self::MalformedId | Self::MalformedKey => "The request is malformed",
            Self::OrderNotAccepted(_) => "The order is not accepted",
            Self::OrderNotTaken => "No orders are taken here",
            Self::Language => "The language is not spoken here",
            Self::OrderNeeded => "An order is needed",
            Self::OrderTooLate => "The order came too late",
            Self::OtherOrder => "The session is to pay another order",
            Self::BadSignature => "The signature is not accepted",
            Self::WrongApiKey => "An API key is needed",
            Self::TooManyRequests(_) => "Too many requests",
            Self::TooManyFailures(_) => "Too many failed payments",
            Self::Paused(_) => "New payments are paused",
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

    /// What was expected, and what to do now.
    pub(super) const fn detail(self) -> &'static str {
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
            Self::OrderNotAccepted(error) => error.told(),
            Self::OrderNotTaken => {
                "This service has no key to check orders with (ORDER_KEY): its operator says what is paid. Leave \"order\" out."
            }
            Self::Language => {
                "A language is a BCP 47 tag of a language that is spoken here, like \"es-MX\". Spoken are: en, es."
            }
            Self::OrderNeeded => {
                "Send \"order\" with the message that starts a session: the JWT that the merchant signed."
            }
            Self::OrderTooLate => {
                "Send \"order\" with the message that starts a session, the one without sessionId, and with no later one."
            }
            Self::OtherOrder => "Nothing was done. Leave sessionId out to begin a session for the other order.",
            Self::BadSignature => {
                "A webhook is signed by the gateway with the secret of this endpoint, at most 300 seconds ago."
            }
            Self::WrongApiKey => {
                "Send the header \"x-api-key\" with a key that the operator of this service handed out."
            }
            Self::TooManyRequests(_) => {
                "Nothing was done. Wait as long as Retry-After says, then send the same request again."
            }
            Self::TooManyFailures(_) => {
                "Payments from this network failed too often. No new one may begin before the time that Retry-After says."
            }
            Self::Paused(_) => {
                "Payments under way can be finished. No new one may begin before the time that Retry-After says."
            }
            Self::MessageTooLong => "A message has at most 4,000 characters.",
            Self::BodyTooLarge => "A body has at most 65,536 bytes.",
            Self::MediaType => "Send the header \"Content-Type: application/json\".",
            Self::Shape => {
                "Expected {\"message\": text} and, where wanted, \"sessionId\": text, \"language\": text, \"answering\": number, \"order\": text."
            }
            Self::Fault => "Name the id when you report it.",
            Self::Unavailable => "Nothing is half done. Send the same request again in a second.",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dialogue::Language;

    #[test]
    fn every_language_that_is_spoken_is_named() {
        let spoken = Language::ALL.map(Language::code).join(", ");
        assert!(Problem::Language.detail().contains(&format!("Spoken are: {spoken}.")), "{spoken}");
    }
}
