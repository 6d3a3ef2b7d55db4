//! `/return/{token}`: where a bank sends the cardholder back to. The page says where to go on; what came of it is
//! looked up once, by the POST that it sends itself: GET writes nothing.

use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse as _, Response};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde_json::Value;
use sha2::{Digest as _, Sha256};

use super::headers::accepted_language;
use super::looking::looked;
use super::page::{escaped, words};
use super::{App, Problem};
use crate::dialogue::AttemptId;
use crate::turn::Nudge;

/// Sends the form as soon as it is there; without scripts there is its button.
const SCRIPT: &str = "document.forms[0].submit()";

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
    // What came of it is told in the chat.
    looked(app, Nudge::Return(attempt.clone()), attempt).await?;
    Ok(page(&headers, false))
}

fn page(headers: &HeaderMap, asks: bool) -> Response {
    let language = accepted_language(headers).unwrap_or_default();
    let words = words(language);
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
