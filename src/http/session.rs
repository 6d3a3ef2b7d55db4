//! `GET` and `DELETE /session/{id}`: a session, seen and purged by its owner.

use axum::Json;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse as _, Response};

use super::headers::bearer;
use super::{App, Problem};
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

/// Cancels and purges. 202 while money is in flight: it goes when the payment is settled.
pub(super) async fn delete(State(app): State<App>, id: Named, headers: HeaderMap) -> Result<StatusCode, Problem> {
    let id = parse(id)?;
    let token = bearer(&headers).ok_or(Problem::NoToken)?;
    let deletion = tokio::spawn(async move { app.bot.delete(id, &token).await }).await.map_err(|_| Problem::Fault)?;
    Ok(match deletion? {
        Deletion::Done => StatusCode::NO_CONTENT,
        Deletion::Waiting => StatusCode::ACCEPTED,
    })
}

fn parse(id: Named) -> Result<SessionId, Problem> {
    id.ok().and_then(|Path(id)| SessionId::parse(&id)).ok_or(Problem::MalformedId)
}
