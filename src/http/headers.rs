//! What is read from the headers of a request.

use axum::http::{HeaderMap, header};
use zeroize::Zeroizing;

use super::Problem;
use crate::dialogue::Language;

/// The longest idempotency key.
const KEY: usize = 255;

/// The token of `Authorization: Bearer <token>`; `None` when there is none, or of another scheme, or several.
pub(super) fn bearer(headers: &HeaderMap) -> Option<Zeroizing<String>> {
    let mut given = headers.get_all(header::AUTHORIZATION).iter();
    let (Some(value), None) = (given.next(), given.next()) else { return None };
    let (scheme, token) = value.to_str().ok()?.split_once(' ')?;
    let token = token.trim();
    (scheme.eq_ignore_ascii_case("bearer") && !token.is_empty()).then(|| Zeroizing::new(token.to_owned()))
}

/// The client's key for this delivery.
pub(super) fn idempotency_key(headers: &HeaderMap) -> Result<Option<String>, Problem> {
    let mut given = headers.get_all("idempotency-key").iter();
    let Some(value) = given.next() else { return Ok(None) };
    let visible = value.as_bytes().iter().all(u8::is_ascii_graphic);
    if given.next().is_some() || !visible || !(1..=KEY).contains(&value.len()) {
        return Err(Problem::MalformedKey);
    }
    Ok(value.to_str().ok().map(str::to_owned))
}

/// Whether the body is declared as JSON.
pub(super) fn is_json(headers: &HeaderMap) -> bool {
    let declared = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let essence = declared.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    essence == "application/json" || (essence.starts_with("application/") && essence.ends_with("+json"))
}

/// The language that is spoken here and that `Accept-Language` likes best (RFC 9110, 12.5.4).
pub(super) fn accepted_language(headers: &HeaderMap) -> Option<Language> {
    let value = headers.get(header::ACCEPT_LANGUAGE)?.to_str().ok()?;
    let mut best: Option<(f32, Language)> = None;
    for range in value.split(',') {
        let mut parts = range.split(';');
        let tag = parts.next().unwrap_or_default().trim();
        let quality = parts.find_map(|part| part.trim().strip_prefix("q=")?.parse().ok()).unwrap_or(1.0_f32);
        if let Some(language) = Language::from_tag(tag)
            && quality > best.map_or(0.0, |(quality, _)| quality)
        {
            best = Some((quality, language));
        }
    }
    best.map(|(_, language)| language)
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::{HeaderName, HeaderValue};

    fn of(name: &'static str, values: &[&str]) -> HeaderMap {
        let name = HeaderName::from_static(name);
        values.iter().map(|value| (name.clone(), HeaderValue::from_str(value).expect("a header"))).collect()
    }

    #[test]
    fn a_bearer_token_is_one_of_its_scheme() {
        let token = |values: &[&str]| bearer(&of("authorization", values)).map(|token| token.to_string());
        assert_eq!(token(&["Bearer abc"]).as_deref(), Some("abc"));
        assert_eq!(token(&["bearer  abc "]).as_deref(), Some("abc"));
        for none in [&["Basic abc"][..], &["Bearer"], &["Bearer "], &[], &["Bearer a", "Bearer b"]] {
            assert_eq!(token(none), None, "{none:?}");
        }
    }

    #[test]
    fn an_idempotency_key_is_visible_ascii() {
        let key = |value: &str| idempotency_key(&of("idempotency-key", &[value]));
        assert_eq!(key("a-1"), Ok(Some("a-1".to_owned())));
        assert_eq!(key(&"k".repeat(255)).map(|key| key.map(|key| key.len())), Ok(Some(255)));
        for malformed in ["", "two words", &"k".repeat(256)] {
            assert_eq!(key(malformed), Err(Problem::MalformedKey), "{malformed}");
        }
        assert_eq!(idempotency_key(&HeaderMap::new()), Ok(None));
        assert_eq!(idempotency_key(&of("idempotency-key", &["a", "b"])), Err(Problem::MalformedKey));
    }

    #[test]
    fn the_language_that_is_liked_best_and_spoken_here_is_taken() {
        let language = |value: &str| accepted_language(&of("accept-language", &[value]));
        assert_eq!(language("es-MX,es;q=0.9,en;q=0.8"), Some(Language::Es));
        assert_eq!(language("fr, en;q=0.3, es;q=0.7"), Some(Language::Es));
        assert_eq!(language("en;q=0.5, es;q=0"), Some(Language::En));
        assert_eq!(language("xx, *"), None);
    }

    #[test]
    fn json_is_declared_with_or_without_parameters() {
        for declared in ["application/json", "Application/JSON; charset=utf-8", "application/ld+json"] {
            assert!(is_json(&of("content-type", &[declared])), "{declared}");
        }
        for other in ["text/plain", "application/jsonp", "text/json", ""] {
            assert!(!is_json(&of("content-type", &[other])), "{other}");
        }
    }
}
