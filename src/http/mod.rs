//! The chat API: routes, wire types, errors and the chat page.
//!
//! The same router runs behind a socket ([`serve`]) and behind a function's event loop: no handler knows where a
//! request came from. No log line holds a path, a query, a header or a body: the route, the status, how long it took,
//! and the id of a problem.
//!
//! Architecture invariant: nothing here decides what is said or done; a request becomes a [`Turn`](crate::turn::Turn),
//! an outcome becomes a response. No adapter is named.

mod access;
mod base;
mod body;
mod chat;
mod client;
mod crowd;
mod drain;
mod front;
mod headers;
mod keys;
#[cfg(feature = "server")]
mod limit;
mod looking;
mod member;
mod page;
mod problem;
mod returning;
#[cfg(feature = "server")]
mod serve;
mod session;
#[cfg(feature = "server")]
mod tls;
mod trust;
mod webhook;

use std::sync::Arc;

use axum::Router;
use axum::extract::State;
use axum::http::{Method, StatusCode};
use axum::middleware::from_fn_with_state;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use tower::ServiceExt as _;
use tower_http::catch_panic::CatchPanicLayer;

pub use access::Deadline;
pub use base::{BasePath, BasePathError};
pub use client::{ClientAddress, Peer, SourceIp};
pub use drain::Drain;
pub use front::{Front, Origin, OriginError};
pub use keys::{Keys, operators_only};
#[cfg(feature = "server")]
pub use limit::RequestLimit;
pub use member::{Flaw, Flaws, Member};
pub use page::OPENAPI;
pub use problem::Problem;
#[cfg(feature = "server")]
pub use serve::{Door, Limits, serve};
#[cfg(feature = "server")]
pub use tls::{Tls, TlsError};
pub use trust::Trust;

use page::Page;

use crate::keys::ServiceKey;
use crate::turn::{Bot, Ready};

/// What the handlers share. Cheap to clone.
#[derive(Clone)]
pub struct App {
    bot: Arc<Bot>,
    page: Arc<Page>,
    trust: Trust,
    front: Arc<Front>,
    drain: Drain,
}

impl App {
    /// The service around `bot`, open to everybody.
    #[must_use]
    pub fn new(bot: Arc<Bot>) -> Self {
        let page = Arc::new(Page::new(bot.policy.demonstration, &bot.policy.contact));
        let trust = Trust { orders: None, key: ServiceKey::random(&*bot.clock) };
        Self { bot, page, trust, front: Arc::default(), drain: Drain::default() }
    }

    /// The same, that trusts these.
    #[must_use]
    pub fn trusting(self, trust: Trust) -> Self {
        Self { trust, ..self }
    }

    /// The same, with this before it.
    #[must_use]
    pub fn behind(self, front: Front) -> Self {
        Self { front: Arc::new(front), ..self }
    }

    /// The same, which begins no session once this says so.
    #[must_use]
    pub fn draining(self, drain: Drain) -> Self {
        Self { drain, ..self }
    }
}

/// Every route of the service.
///
/// From the outside in: what every response goes through; where the client is; which pages may call; how long there is;
/// how often the client may come; who may use the route.
pub fn router(app: App) -> Router {
    // The gateway may have much to say at once, and signs what it says: it is not counted.
    let routes = counted(&app, routes(&app))
        .merge(webhooks(&app))
        .layer(CatchPanicLayer::custom(|_| Problem::Fault.into_response()))
        .layer(from_fn_with_state(app.clone(), access::in_time));
    let origins = &app.front.origins;
    let routes = if origins.is_empty() { routes } else { routes.layer(front::cors(origins)) };
    let base = app.front.base.clone();
    let routes = routes
        .layer(from_fn_with_state(app.clone(), client::locate))
        .layer(from_fn_with_state(app.clone(), access::watch))
        .with_state(app);
    // Before any route is looked for: what is logged, and what the handlers see, is the route itself.
    match base {
        Some(base) => Router::new().fallback_service(routes.map_request(move |request| base.taken_off(request))),
        None => routes,
    }
}

/// Where the gateway's events come in.
fn webhooks(app: &App) -> Router<App> {
    let Some(events) = app.bot.gateway.events() else { return Router::new() };
    Router::new().route(events.route(), post(webhook::event)).method_not_allowed_fallback(wrong_method)
}

fn routes(app: &App) -> Router<App> {
    let bank = app.bot.gateway.bank_page().map(|route| Router::new().route(route, get(page::bank)));
    let talk = Router::new()
        .route("/chat", post(chat::chat))
        .route("/session/{id}", get(session::show).delete(session::delete))
        .route_layer(from_fn_with_state(app.clone(), keys::clients));
    Router::new()
        .merge(bank.unwrap_or_default())
        .merge(talk)
        .route("/return/{token}", get(returning::show).post(returning::look))
        .route("/", get(page::page))
        .route("/health", get(health))
        .route("/health/ready", get(ready))
        .route("/openapi.json", get(page::openapi))
        .fallback(|| async { Problem::UnknownPath })
        .method_not_allowed_fallback(wrong_method)
}

/// These routes, within what each client may ask of them.
#[cfg(feature = "server")]
fn counted(app: &App, routes: Router<App>) -> Router<App> {
    match &app.front.limit {
        Some(limit) => limit.over(routes),
        None => routes,
    }
}

/// What stands in front of a function counts.
#[cfg(not(feature = "server"))]
fn counted(_: &App, routes: Router<App>) -> Router<App> {
    routes
}

/// Whether this process can keep what it is told; cheap enough to be asked every second. Says which machine and rules run,
/// too, so that they can be compared with what was reviewed.
async fn health(State(app): State<App>) -> Response {
    let well = app.bot.writes_well().await;
    let running = app.bot.running.now();
    let health = serde_json::json!({
        "status": if well { "ok" } else { "failing" },
        "version": env!("CARGO_PKG_VERSION"),
        "machine": running.digests.machine,
        "rules": running.digests.rules,
    });
    (status(well), axum::Json(health)).into_response()
}

/// What this process stands on, each by name. Without store or key no turn is answered; without gateway or models it is,
/// and another instance would do no better.
async fn ready(State(app): State<App>) -> Response {
    let Ready { store, key, gateway, models } = app.bot.ready().await;
    let told = |well| if well { "ok" } else { "failing" };
    let models: serde_json::Map<_, _> =
        models.into_iter().map(|(model, standing)| (model, <&str>::from(standing).into())).collect();
    let ready = serde_json::json!({
        "store": told(store),
        "key": told(key),
        "gateway": if gateway { "ok" } else { "not answering" },
        "models": models,
        // Those that go on are answered: whoever balances the load keeps sending them.
        "sessions": if app.drain.has_begun() { "draining" } else { "open" },
    });
    (status(store && key), axum::Json(ready)).into_response()
}

const fn status(well: bool) -> StatusCode {
    if well { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE }
}

/// OPTIONS is answered with `Allow`, which axum adds; any other method that a route does not have is a problem.
async fn wrong_method(method: Method) -> Response {
    if method == Method::OPTIONS { StatusCode::NO_CONTENT.into_response() } else { Problem::Method.into_response() }
}
