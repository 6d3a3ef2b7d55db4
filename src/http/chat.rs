//! `POST /chat`: one turn.

use std::net::IpAddr;

use axum::Json;
use axum::extract::{Request, State};
use axum::response::{IntoResponse as _, Response};

use super::headers::{accepted_language, bearer, idempotency_key};
use super::{App, ClientAddress, Problem, body};
use crate::card::Wiped;
use crate::dialogue::{Language, Payment};
use crate::language::without_digits;
use crate::orders::OrderError;
use crate::session::SessionId;
use crate::turn::{Chatted, ClientKey, DeliveryKey, Turn};

/// After so many seconds another process may be there.
const DRAINING: u32 = 5;

/// What the merchant signed for. Where orders are taken, no session begins without one.
fn ordered(app: &App, token: Option<&str>, begins: bool) -> Result<Option<Payment>, Problem> {
    match (&app.trust.orders, token) {
        (Some(key), Some(token)) => match key.check(token, app.bot.clock.now()) {
            Ok(payment) => Ok(Some(payment)),
            Err(error) => {
                tracing::info!(%error, "an order was not accepted");
                Err(Problem::OrderNotAccepted(error))
            }
        },
        (Some(_), None) if begins => Err(Problem::OrderNeeded),
        (None, Some(token)) => minted(app, token).map(Some),
        (_, None) => Ok(None),
    }
}

/// What the service minted for its own page, where no merchant signs: which payment it is. What is paid is what the operator
/// says now.
fn minted(app: &App, token: &str) -> Result<Payment, Problem> {
    let payment = app.bot.charged().ok_or(Problem::OrderNotTaken)?;
    match app.trust.minting().check(token, app.bot.clock.now()) {
        Ok(order) => Ok(Payment { order: Some(order), ..payment.clone() }),
        Err(error @ OrderError::Expired(_)) => Err(Problem::OrderNotAccepted(error)),
        Err(
            OrderError::Long
            | OrderError::Token
            | OrderError::Algorithm
            | OrderError::Signature
            | OrderError::Critical
            | OrderError::Claim(_)
            | OrderError::Early(_),
        ) => Err(Problem::OrderNotTaken),
    }
}

/// The name under which the client's failed payments are counted. Whoever is on this machine is trusted, where nobody
/// else can come.
fn counted(app: &App, address: Option<&ClientAddress>) -> Option<ClientKey> {
    let trusted = |address: &IpAddr| address.is_loopback() && !app.front.outside;
    let address = address.filter(|address| !trusted(&address.ip()))?;
    Some(app.trust.key.client(address.networks()))
}

/// The client's key for this delivery, and what the message says: of its text what is left without digits, so that nothing
/// that is kept depends on a number or on a code.
fn delivery(app: &App, key: &str, message: &body::Message) -> DeliveryKey {
    let body::Message { session_id, text, language, order, answering } = message;
    let text = without_digits(text.expose());
    let beside = serde_json::to_string(&(session_id, language, order, answering)).unwrap_or_default();
    // Room for all of it, each character of the text escaped.
    let mut compared = Vec::with_capacity(beside.len() + 6 * text.len() + 3);
    // A vector takes whatever is written to it.
    let _ = serde_json::to_writer(&mut compared, &(session_id, &*text, language, order, answering));
    let compared = Wiped::from(String::from_utf8(compared).unwrap_or_default());
    let delivery = app.trust.key.delivery(key, &compared);
    match session_id {
        Some(_) => delivery,
        None => delivery.beginning(app.trust.key.begun(key, app.bot.clock.now())),
    }
}

/// One message in, one reply out.
pub(super) async fn chat(State(app): State<App>, request: Request) -> Result<Response, Problem> {
    let idempotency_key = idempotency_key(request.headers())?;
    let token = bearer(request.headers());
    let accepted = accepted_language(request.headers());
    let client = counted(&app, request.extensions().get());
    let message = body::read(request).await?;
    let session = match &message.session_id {
        Some(id) => {
            let id = SessionId::parse(id).ok_or(Problem::MalformedId)?;
            Some((id, token.ok_or(Problem::NoToken)?))
        }
        None if app.drain.has_begun() => return Err(Problem::Draining(DRAINING)),
        None => None,
    };
    if app.front.require_answering && session.is_some() && message.answering.is_none() {
        return Err(Problem::AnsweringNeeded);
    }
    let asked = message.language.as_deref().map(|tag| Language::from_tag(tag).ok_or(Problem::Language)).transpose()?;
    let order = ordered(&app, message.order.as_deref(), session.is_none())?;
    let delivery = idempotency_key.map(|key| delivery(&app, &key, &message));
    let turn = Turn {
        session,
        message: message.text,
        language: asked.or(accepted),
        answering: message.answering,
        idempotency_key: delivery,
        order,
        client,
    };
    // A turn that has begun is carried to its end, whether or not its client still waits.
    let bot = app.bot.clone();
    let chatted = tokio::spawn(async move { bot.chat(turn).await }).await.map_err(|_| Problem::Fault)?;
    Ok(match chatted? {
        Chatted::Reply(reply, _) => {
            app.drain.answered(&reply, app.bot.clock.now(), app.bot.policy.session);
            Json(reply).into_response()
        }
        Chatted::Replayed(reply) => ([("idempotent-replayed", "true")], Json(reply)).into_response(),
    })
}
