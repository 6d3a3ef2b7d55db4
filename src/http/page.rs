//! The chat page and the description of the API: what is served as it was compiled in.

use axum::extract::State;
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Map, Value};
use sha2::{Digest as _, Sha256};

use super::App;
use super::headers::accepted_language;
use crate::packs::Language;

/// The description of the API (`OpenAPI` 3.1). Tests hold it true to the handlers.
pub const OPENAPI: &str = include_str!("openapi.json");

/// The page, with places for all words and for what is demonstrated.
const TEMPLATE: &str = include_str!("page.html");

/// Where an order of the service's own goes.
const ORDER: &str = "{{order}}";

/// The page, but for its order.
pub(super) struct Page {
    html: String,
    policy: String,
}

impl Page {
    /// The page of a service that takes test cards only, or of another; and where its customers reach a person.
    pub fn new(demonstration: bool, contact: &str) -> Self {
        let mut every = Map::new();
        let mut noscript = String::new();
        for language in Language::ALL {
            let page = words(language);
            let said = page.get("noscript").and_then(Value::as_str).unwrap_or_default();
            noscript += &["<p lang=\"", language.code(), "\">", &escaped(said), "</p>"].concat();
            every.insert(language.code().to_owned(), page);
        }
        let usual = Language::default();
        let title = words(usual).get("title").and_then(Value::as_str).map(escaped).unwrap_or_default();
        let html = TEMPLATE
            .replace("{{language}}", usual.code())
            .replace("{{title}}", &title)
            .replace("{{demonstration}}", if demonstration { "true" } else { "false" })
            .replace("{{noscript}}", &noscript)
            .replace("{{contact}}", &escaped(contact))
            // A "<" inside a string of JSON could end the element that it stands in.
            .replace("{{words}}", &Value::Object(every).to_string().replace('<', "\\u003c"));
        let policy = format!(
            "default-src 'none'; script-src '{}'; style-src '{}'; img-src data:; connect-src 'self'; base-uri 'none'; \
             form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'",
            hash(&html, "<script>", "</script>"),
            hash(&html, "<style>", "</style>"),
        );
        Self { html, policy }
    }
}

/// What the page itself says (its labels and buttons) in a language. A test holds that it can be read.
pub(super) fn words(language: Language) -> Value {
    serde_json::from_str(language.pack().page).unwrap_or_default()
}

pub(super) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// The hash of what stands between two tags: the one script or style that a browser may use (CSP level 3).
fn hash(html: &str, open: &str, close: &str) -> String {
    let inside = html.split_once(open).and_then(|(_, rest)| rest.split_once(close)).map_or("", |(inside, _)| inside);
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(inside)))
}

/// `GET /`. Where a session pays without a merchant's order, the page is given one of its own each time that it is loaded. It
/// uses it only where it holds none: that is what makes a reload and a second tab the same payment.
pub(super) async fn page(State(app): State<App>) -> Response {
    (
        [
            (header::CONTENT_TYPE, "text/html; charset=utf-8"),
            (header::CONTENT_SECURITY_POLICY, app.page.policy.as_str()),
            (header::CACHE_CONTROL, "no-store"),
        ],
        app.page.html.replace(ORDER, &minted(&app).unwrap_or_default()),
    )
        .into_response()
}

/// A new order of the service's own; none where merchants sign them, or where nothing is charged.
fn minted(app: &App) -> Option<String> {
    if app.trust.orders.is_some() || app.bot.charged().is_none() {
        return None;
    }
    let mut chance = [0; 16];
    app.bot.clock.fill(&mut chance);
    match app.trust.minting().mint(chance, app.bot.clock.now()) {
        Ok(order) => Some(order),
        Err(error) => {
            tracing::error!(%error, "no order could be minted for the page: its payments are not bound together");
            None
        }
    }
}

/// The page that stands in for a bank, where a gateway has none outside. It counts as passed once the cardholder says so
/// in the chat.
pub(super) async fn bank(headers: HeaderMap) -> Response {
    let language = accepted_language(&headers).unwrap_or_default();
    let page = words(language);
    let said = |pointer| escaped(page.pointer(pointer).and_then(Value::as_str).unwrap_or_default());
    let (title, said) = (said("/sandbox/title"), said("/sandbox/said"));
    let html = format!(
        "<!doctype html><html lang=\"{}\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">\
         <meta name=\"color-scheme\" content=\"light dark\"><title>{title}</title><main><h1>{title}</h1><p>{said}</p></main>",
        language.code()
    );
    ([(header::CONTENT_TYPE, "text/html; charset=utf-8")], html).into_response()
}

/// `GET /openapi.json`
pub(super) async fn openapi() -> Response {
    ([(header::CONTENT_TYPE, "application/json")], OPENAPI).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape(value: &Value, at: &str, found: &mut Vec<String>) {
        match value {
            Value::Object(fields) => fields.iter().for_each(|(key, inner)| shape(inner, &format!("{at}/{key}"), found)),
            Value::String(text) => {
                assert!(!text.trim().is_empty(), "{at} is empty");
                found.push(at.to_owned());
            }
            other => panic!("{at} is {other}, and should be a text"),
        }
    }

    #[test]
    fn every_language_has_every_word_of_the_page() {
        let shapes = Language::ALL.map(|language| {
            let mut found = Vec::new();
            shape(&serde_json::from_str(language.pack().page).expect("JSON"), "", &mut found);
            found.sort();
            (language, found)
        });
        for (language, found) in &shapes {
            assert_eq!(found, &shapes[0].1, "{}", language.code());
        }
    }

    #[test]
    fn every_word_that_the_page_uses_is_there() {
        let page = words(Language::default());
        for (at, _) in TEMPLATE.match_indices("data-word=\"") {
            let word = TEMPLATE[at..].split('"').nth(1).unwrap_or_default();
            assert!(page.pointer(&format!("/{}", word.replace('.', "/"))).is_some(), "{word}");
        }
    }

    #[test]
    fn the_page_loads_nothing_and_makes_no_html_of_text() {
        for forbidden in [
            "innerHTML",
            "outerHTML",
            "insertAdjacentHTML",
            "document.write",
            "eval(",
            "src=",
            "@import",
            "http://",
            " on",
        ] {
            let found = TEMPLATE.match_indices(forbidden).any(|(at, _)| {
                forbidden != " on"
                    || TEMPLATE[at + 3..]
                        .split_once('=')
                        .is_some_and(|(name, _)| name.len() < 12 && name.chars().all(|c| c.is_ascii_lowercase()))
            });
            assert!(!found, "the page has {forbidden}");
        }
        assert_eq!(TEMPLATE.matches("<script>").count(), 1);
        assert_eq!(TEMPLATE.matches("<style>").count(), 1);
        assert!(!TEMPLATE.contains("style=\""));
    }

    #[test]
    fn nothing_is_left_to_fill_in() {
        for demonstration in [true, false] {
            let page = Page::new(demonstration, "\"a\" & b");
            assert!(page.html.contains("data-contact=\"&quot;a&quot; &amp; b\""));
            assert!(!page.html.replace(ORDER, "").contains("{{"));
            assert!(!page.policy.contains("sha256-'"));
        }
    }
}
