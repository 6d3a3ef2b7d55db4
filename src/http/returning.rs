//! `/return/{token}`: where a bank sends the cardholder back to. The page says where to go on; what came of it is
//! looked up once, by the POST that it sends itself: GET writes nothing.

use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse as _, Response};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use jiff::SignedDuration;
use serde_json::Value;
use sha2::{Digest as _, Sha256};

use super::headers::accepted_language;
use super::page::{LANGUAGE_PAGES, escaped};
use super::webhook::is_seen;
use super::{App, Problem};
use crate::dialogue::AttemptId;
use crate::turn::Outcome;

/// Sends the form as soon as it is there; without scripts there is its button.
const SCRIPT: &str = "document.forms[0].submit()";
/// So long a token that was used is known.
const REMEMBERED: SignedDuration = SignedDuration::from_hours(24);

type Named = Result<Path<String>, PathRejection>;

/// The attempt that the token names.
fn attempt(app: &App, token: Named) -> Result<AttemptId, Problem> {
    token.ok().and_then(|Path(token)| app.trust.key.returned(&token)).ok_or(Problem::UnknownPath)
}

/// The page that asks for the look-up.
pub(super) async fn show(State(app): State<App>, token: Named, headers: HeaderMap) -> Result<Response, Problem> {
    attempt(&app, token)?;
    Ok(page(&headers, true))
}

/// Looks the attempt up, the first time that its token is used.
pub(super) async fn look(State(app): State<App>, token: Named, headers: HeaderMap) -> Result<Response, Problem> {
    let attempt = attempt(&app, token)?;
    let (key, now) = (format!("return#{}", attempt.as_str()), app.bot.clock.now());
    let (counts, until) = (app.bot.counts.clone(), now + REMEMBERED);
    if !is_seen(&app, &key, now).await? {
        // What came of it is told in the chat.
        let looked = tokio::spawn(async move { app.bot.look_up(&attempt).await }).await;
        let problem = looked.map_or(Some(Problem::Fault), |looked| unlooked(&looked));
        if let Some(problem) = problem {
            return Err(problem);
        }
        let _ = counts.add(&key, 1, now, until).await;
    }
    Ok(page(&headers, false))
}

/// Why it could not be looked up; `None` when it was, or when there is nothing to look up any more.
pub(super) fn unlooked(looked: &Outcome) -> Option<Problem> {
    match looked {
        // The gateway gave no answer: whoever came shall come again.
        Outcome::Reply(..) if looked.is_unsure() => Some(Problem::Unavailable),
        Outcome::Reply(..) | Outcome::Replayed(_) | Outcome::Idle | Outcome::NotFound => None,
        Outcome::Deleted
        | Outcome::Deleting
        | Outcome::Forbidden
        | Outcome::OrderTooLate
        | Outcome::OtherOrder
        | Outcome::Refused(..)
        | Outcome::Conflict
        | Outcome::Unavailable
        | Outcome::Unreadable => Some(Problem::Unavailable),
    }
}

fn page(headers: &HeaderMap, asks: bool) -> Response {
    let language = accepted_language(headers).unwrap_or_default();
    let source = LANGUAGE_PAGES.iter().find(|(other, _)| *other == language).map_or("{}", |(_, source)| source);
    let words: Value = serde_json::from_str(source).unwrap_or_default();
    let said = |pointer| escaped(words.pointer(pointer).and_then(Value::as_str).unwrap_or_default());
    let (title, told, button) = (said("/return/title"), said("/return/said"), said("/return/look"));
    let form = if asks {
        format!("<form method=\"post\"><button>{button}</button></form><script>{SCRIPT}</script>")
    } else {
        String::new()
    };
    let html = format!(
        "<!doctype html><html lang=\"{}\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">\
         <meta name=\"color-scheme\" content=\"light dark\"><title>{title}</title><main><h1>{title}</h1><p>{told}</p>{form}\
         </main>",
        language.code()
    );
    let policy = format!(
        "default-src 'none'; script-src 'sha256-{}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
        BASE64_STANDARD.encode(Sha256::digest(SCRIPT))
    );
    let headers =
        [(header::CONTENT_TYPE, "text/html; charset=utf-8".to_owned()), (header::CONTENT_SECURITY_POLICY, policy)];
    (headers, html).into_response()
}
