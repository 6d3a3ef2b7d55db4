//! The body of a request: read within bounds, and made a message.

use std::borrow::Cow;
use std::fmt;
use std::time::Duration;

use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, FromRequest as _, Request};
use axum::http::{HeaderMap, StatusCode, header};
use serde::de::{DeserializeOwned, IgnoredAny, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::error::Category;
use serde_json::value::RawValue;

use super::Problem;
use super::headers::is_json;
use super::member::{Flaw, Flaws, Member, Misspelt};
use crate::card::Wiped;
use crate::language::Utterance;

/// The longest message, in code points.
const CHARACTERS: usize = 4_000;

/// The largest body, in bytes: room for the longest message, escaped.
const BYTES: usize = 64 * 1024;

/// A body that is not there by then is not waited for.
const PATIENCE: Duration = Duration::from_secs(10);

/// What some editors and libraries write before a text in UTF-8.
const MARK: &[u8] = b"\xef\xbb\xbf";

/// The body of `POST /chat`. What else it holds is passed over, but for a name that is nearly one of these.
pub(super) struct Message {
    /// The session; none starts one.
    pub session_id: Option<String>,
    /// What the customer wrote: wiped on drop from the moment on that it is read, also when the request is refused. What is
    /// not ours to wipe is the body as it came, in the buffers of the connection and of TLS.
    pub text: Utterance,
    /// The language that a new session is to begin in, as a BCP 47 tag.
    pub language: Option<String>,
    /// The merchant's order, signed: only with the message that starts a session.
    pub order: Option<String>,
    /// The turn whose reply the message answers.
    pub answering: Option<u32>,
}

/// Reads the body of `request`.
pub(super) async fn read(request: Request) -> Result<Message, Problem> {
    if !is_json(request.headers()) {
        return Err(Problem::MediaType);
    }
    let bytes = match tokio::time::timeout(PATIENCE, bounded(request, BYTES)).await {
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

/// The body, of at most so many bytes. One that is declared to be longer is not waited for.
pub(super) async fn bounded(mut request: Request, most: usize) -> Result<Bytes, Problem> {
    if declared(request.headers()).is_some_and(|bytes| bytes > most) {
        return Err(Problem::BodyTooLarge);
    }
    DefaultBodyLimit::max(most).apply(&mut request);
    Bytes::from_request(request, &()).await.map_err(|rejection| {
        if rejection.status() == StatusCode::PAYLOAD_TOO_LARGE { Problem::BodyTooLarge } else { Problem::MalformedJson }
    })
}

/// How many bytes the body is said to have.
fn declared(headers: &HeaderMap) -> Option<usize> {
    headers.get(header::CONTENT_LENGTH)?.to_str().ok()?.parse().ok()
}

fn parse(bytes: &[u8]) -> Result<Message, Problem> {
    let bytes = bytes.strip_prefix(MARK).unwrap_or(bytes);
    // A list would do for a struct, and is no request.
    if bytes.iter().find(|byte| !byte.is_ascii_whitespace()) != Some(&b'{') {
        let json = serde_json::from_slice::<IgnoredAny>(bytes).is_ok();
        return Err(if json { Problem::Shape(Flaws::default()) } else { Problem::MalformedJson });
    }
    let members: Members<'_> = serde_json::from_slice(bytes).map_err(|error| match error.classify() {
        Category::Data => Problem::Shape(Flaws::default()),
        Category::Syntax | Category::Eof | Category::Io => Problem::MalformedJson,
    })?;
    match members.misspelt {
        Some(misspelt) => Err(Problem::Misspelt(misspelt)),
        None => members.message(),
    }
}

/// The members of the body as they were written, each under its name.
#[derive(Default)]
struct Members<'a> {
    given: Vec<(Member, &'a RawValue)>,
    /// The member that an unknown one is nearly called as.
    misspelt: Option<Misspelt>,
}

impl Members<'_> {
    /// What they say. Every member that is not as it should be is told.
    fn message(&self) -> Result<Message, Problem> {
        let mut flaws = Flaws::default();
        let text = self.text(&mut flaws);
        let message = Message {
            session_id: self.member(Member::SessionId, Flaw::Text, &mut flaws),
            language: self.member(Member::Language, Flaw::Text, &mut flaws),
            order: self.member(Member::Order, Flaw::Text, &mut flaws),
            answering: self.member(Member::Answering, Flaw::Number, &mut flaws),
            text: Utterance::new(text.unwrap_or_default()),
        };
        if flaws.is_empty() { Ok(message) } else { Err(Problem::Shape(flaws)) }
    }

    fn text(&self, flaws: &mut Flaws) -> Option<Wiped> {
        let raw = self.raw(Member::Message, flaws).or_else(|| {
            flaws.add(Member::Message, Flaw::Missing);
            None
        })?;
        unescaped(raw.get()).or_else(|| {
            flaws.add(Member::Message, Flaw::Text);
            None
        })
    }

    /// A member that may be left out.
    fn member<T: DeserializeOwned>(&self, member: Member, wanted: Flaw, flaws: &mut Flaws) -> Option<T> {
        let raw = self.raw(member, flaws)?;
        serde_json::from_str(raw.get()).inspect_err(|_| flaws.add(member, wanted)).ok().flatten()
    }

    fn raw(&self, member: Member, flaws: &mut Flaws) -> Option<&RawValue> {
        let mut given = self.given.iter().filter(|(name, _)| *name == member).map(|(_, raw)| *raw);
        let first = given.next();
        if given.next().is_some() {
            flaws.add(member, Flaw::Twice);
        }
        first
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Members<'a> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Object;

        impl<'de> Visitor<'de> for Object {
            type Value = Members<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Members<'de>, A::Error> {
                let mut members = Members::default();
                while let Some(Name(name)) = map.next_key()? {
                    if let Some(member) = Member::named(&name) {
                        members.given.push((member, map.next_value()?));
                    } else {
                        members.misspelt = members.misspelt.or_else(|| Member::near(&name));
                        map.next_value::<IgnoredAny>()?;
                    }
                }
                Ok(members)
            }
        }

        from.deserialize_map(Object)
    }
}

/// The name of a member.
#[derive(Deserialize)]
struct Name<'a>(#[serde(borrow)] Cow<'a, str>);

/// What a JSON string says; `None` for what is none. `serde_json` reads escapes into a buffer that it does not wipe.
fn unescaped(json: &str) -> Option<Wiped> {
    let mut rest = json.strip_prefix('"')?.strip_suffix('"')?;
    let mut text = Wiped::with_room(rest.len());
    while let Some(at) = rest.find('\\') {
        let (before, escaped) = rest.split_at(at);
        let (character, used) = escape(escaped)?;
        text.push_str(before);
        text.push(character);
        rest = escaped.get(used..)?;
    }
    text.push_str(rest);
    Some(text)
}

/// The character that an escape at the beginning stands for, and how many bytes it takes.
///
/// U+FFFD stands for half of a pair whose other half is not there: an emoji that was cut in two by a client that counts in
/// UTF-16. JSON has a place for it (RFC 8259, 8.2), and text in UTF-8 has none.
fn escape(text: &str) -> Option<(char, usize)> {
    if let Some(first) = unit(text) {
        let second = text.get(6..).and_then(unit);
        let character =
            char::decode_utf16([first].into_iter().chain(second)).next()?.unwrap_or(char::REPLACEMENT_CHARACTER);
        return Some((character, 6 * character.len_utf16()));
    }
    let character = match text.as_bytes().get(1)? {
        b'n' => '\n',
        b'r' => '\r',
        b't' => '\t',
        b'b' => '\u{8}',
        b'f' => '\u{c}',
        other @ (b'"' | b'\\' | b'/') => char::from(*other),
        _ => return None,
    };
    Some((character, 2))
}

/// The UTF-16 unit that an escape at the beginning stands for.
fn unit(text: &str) -> Option<u16> {
    u16::from_str_radix(text.strip_prefix("\\u")?.get(..4)?, 16).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::packs::Language;

    fn problem(body: &str) -> Option<Problem> {
        parse(body.as_bytes()).err()
    }

    fn text(body: &[u8]) -> String {
        parse(body).unwrap_or_else(|problem| panic!("{problem:?}")).text.expose().to_owned()
    }

    fn flaws(flaws: &[(Member, Flaw)]) -> Problem {
        let mut all = Flaws::default();
        for &(member, flaw) in flaws {
            all.add(member, flaw);
        }
        Problem::Shape(all)
    }

    #[test]
    fn what_is_json_and_no_request_is_told_from_what_is_no_json() {
        assert_eq!(problem(r#"{"message":"hi"}"#), None);
        assert_eq!(problem(r#" {"message":"", "sessionId":null, "answering":3, "more":[1]}"#), None);
        for shape in ["[]", "\"hi\"", "7", r#"["a","b"]"#] {
            assert_eq!(problem(shape), Some(flaws(&[])), "{shape}");
        }
        for malformed in ["", "{", "hi", r#"{"message":"hi"} x"#, "{'message':'hi'}", r#"{"message":"\ud80"}"#] {
            assert_eq!(problem(malformed), Some(Problem::MalformedJson), "{malformed}");
        }
        // However deep it goes: what is not asked for is passed over.
        let deep = |n| ["[".repeat(n), "]".repeat(n)].concat();
        assert_eq!(problem(&format!(r#"{{"message":"hi","more":{}}}"#, deep(10_000))), None);
        let nested = Some(flaws(&[(Member::Message, Flaw::Text)]));
        assert_eq!(problem(&format!(r#"{{"message":{}}}"#, deep(10_000))), nested);
        assert_eq!(problem(&deep(10_000)), Some(flaws(&[])));
        assert_eq!(parse(b"{\"message\":\"\xff\"}").err(), Some(Problem::MalformedJson));
    }

    #[test]
    fn every_member_that_is_not_as_it_should_be_is_named() {
        use Flaw::{Missing, Number, Text, Twice};
        use Member::{Answering, Language, Message, Order, SessionId};
        for (body, wrong) in [
            ("{}", &[(Message, Missing)][..]),
            (r#"{"message":7}"#, &[(Message, Text)]),
            (r#"{"message":null}"#, &[(Message, Text)]),
            (r#"{"message":"a","answering":-1}"#, &[(Answering, Number)]),
            (r#"{"message":"a","answering":1.5,"order":{}}"#, &[(Answering, Number), (Order, Text)]),
            (r#"{"sessionId":1,"language":[]}"#, &[(Message, Missing), (SessionId, Text), (Language, Text)]),
            (r#"{"message":"a","message":"b"}"#, &[(Message, Twice)]),
        ] {
            assert_eq!(problem(body), Some(flaws(wrong)), "{body}");
        }
    }

    #[test]
    fn a_name_that_is_nearly_one_is_not_passed_over() {
        for (name, meant) in [
            ("anwsering", Member::Answering),
            ("session_id", Member::SessionId),
            ("sessionid", Member::SessionId),
            ("session-id", Member::SessionId),
            ("Message", Member::Message),
            ("mesage", Member::Message),
            ("languages", Member::Language),
            ("odrer", Member::Order),
        ] {
            let body = format!(r#"{{"message":"hi","{name}":1}}"#);
            let Some(Problem::Misspelt(misspelt)) = problem(&body) else { panic!("{name} is passed over") };
            assert_eq!((misspelt.meant(), misspelt.came()), (meant.name(), name.to_owned()));
            assert_eq!(misspelt.told(Language::En).0, format!("/{name}"));
        }
        for other in ["id", "text", "user", "messageId", "answer", "session", "borders", ""] {
            assert_eq!(problem(&format!(r#"{{"message":"hi","{other}":1}}"#)), None, "{other}");
        }
    }

    #[test]
    fn a_byte_order_mark_and_half_a_pair_are_taken() {
        assert_eq!(text(b"\xef\xbb\xbf{\"message\":\"hi\"}"), "hi");
        for (written, read) in [
            (r"Jane \ud83d", "Jane \u{fffd}"),
            (r"\udc00\ud83d\ude00!", "\u{fffd}\u{1f600}!"),
            (r"\ud83d\ud83d\ude00", "\u{fffd}\u{1f600}"),
            (r"\ud83dx\ude00", "\u{fffd}x\u{fffd}"),
            (r"\\ud83d \u00e9", "\\ud83d \u{e9}"),
            (r"\ud83d\n", "\u{fffd}\n"),
            (r#"\"\\\/\b\f\n\r\t\u0034"#, "\"\\/\u{8}\u{c}\n\r\t4"),
        ] {
            assert_eq!(text(format!(r#"{{"message":"{written}"}}"#).as_bytes()), read, "{written}");
        }
        for malformed in [r#"{"message":"\"#, r#"{"message":"\u"#, r#"{"message":"\ud83d"#, r#"{"message":"\ud83d\"#] {
            assert_eq!(problem(malformed), Some(Problem::MalformedJson), "{malformed}");
        }
    }
}
