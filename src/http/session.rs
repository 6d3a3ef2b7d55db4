//! `GET` and `DELETE /session/{id}`: a session, seen and purged by its owner.

use axum::Json;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use serde::Serialize;

use super::headers::{accepted_language, bearer};
use super::{App, Problem};
use crate::dialogue::IntentId;
use crate::packs::Language;
use crate::session::SessionId;
use crate::turn::Deletion;

type Named = Result<Path<String>, PathRejection>;

/// The masked view. Reads only.
pub(super) async fn show(State(app): State<App>, id: Named, headers: HeaderMap) -> Result<Response, Problem> {
    let id = parse(id)?;
    let token = bearer(&headers).ok_or(Problem::NoToken)?;
    let record = app.bot.record(&id, &token).await?;
    Ok(Json(record.view()).into_response())
}

/// Cancels and purges. 202 while money is in flight: it goes when the payment is settled. Where something was charged,
/// the answer says so, and what of it stays.
pub(super) async fn delete(State(app): State<App>, id: Named, headers: HeaderMap) -> Result<Response, Problem> {
    let id = parse(id)?;
    let token = bearer(&headers).ok_or(Problem::NoToken)?;
    let language = accepted_language(&headers).unwrap_or_default();
    let contact = app.bot.policy.contact.clone();
    let (bot, of) = (app.bot.clone(), id.clone());
    let deletion = tokio::spawn(async move { bot.delete(of, &token).await }).await.map_err(|_| Problem::Fault)??;
    app.drain.deleted(&id);
    Ok(match deletion {
        Deletion::Done => StatusCode::NO_CONTENT.into_response(),
        Deletion::Waiting => StatusCode::ACCEPTED.into_response(),
        Deletion::Charged { amount, intent } => {
            let values =
                [("amount", amount.to_string()), ("reference", intent.as_str().to_owned()), ("contact", contact)];
            let headers = [(header::CONTENT_LANGUAGE, language.code())];
            (headers, Json(Deletions::of(language, &values, intent))).into_response()
        }
    })
}

/// What a deletion leaves, for the customer to read.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Deletions {
    deleted: [String; 3],
    kept: [Kept; 2],
    payment_intent_id: IntentId,
}

/// What is kept of a payment.
#[derive(Serialize)]
struct Kept {
    what: String,
    why: String,
    /// The day on which it goes; nothing has one yet: the ledger keeps what was paid.
    until: Option<String>,
}

impl Deletions {
    fn of(language: Language, values: &[(&str, String)], payment_intent_id: IntentId) -> Self {
        let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let say = |part: &str| language.problems().say(&["deleted.", part].concat(), &values);
        let kept = |what, why| Kept { what: say(what), why: say(why), until: None };
        Self {
            deleted: ["name", "card", "conversation"].map(say),
            kept: [kept("record", "record-why"), kept("provider", "provider-why")],
            payment_intent_id,
        }
    }
}

fn parse(id: Named) -> Result<SessionId, Problem> {
    id.ok().and_then(|Path(id)| SessionId::parse(&id)).ok_or(Problem::MalformedId)
}
