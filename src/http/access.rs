//! What every response goes through: an id and a body for a problem, headers that protect, one line in the log.

use std::time::Instant;

use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, Version, header};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use jiff::{SignedDuration, Timestamp};

use super::base::Bare;
use super::headers::accepted_language;
use super::{App, Problem};

/// On every response. The page adds a policy of its own.
const PROTECTING: [(HeaderName, HeaderValue); 5] = [
    (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    (header::REFERRER_POLICY, HeaderValue::from_static("no-referrer")),
    (header::X_FRAME_OPTIONS, HeaderValue::from_static("DENY")),
    (HeaderName::from_static("cross-origin-opener-policy"), HeaderValue::from_static("same-origin")),
    (
        HeaderName::from_static("permissions-policy"),
        HeaderValue::from_static("camera=(), geolocation=(), microphone=(), payment=()"),
    ),
];

/// Who may load a response: pages of this origin, and those that were let in by name.
const RESOURCE_POLICY: HeaderName = HeaderName::from_static("cross-origin-resource-policy");

/// One year (RFC 6797). Of other names below this host's nothing is known.
const TLS_ALWAYS: HeaderValue = HeaderValue::from_static("max-age=31536000");

/// Where a response does not say otherwise: it is kept nowhere, and nothing in it runs.
const DEFAULTS: [(HeaderName, HeaderValue); 2] = [
    (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
    (header::CONTENT_SECURITY_POLICY, HeaderValue::from_static("default-src 'none'; frame-ancestors 'none'")),
];

/// The moment at which whoever runs this process will end the request, answered or not.
#[derive(Clone, Copy, Debug)]
pub struct Deadline(pub Timestamp);

/// So long before its deadline a request is answered, so that the answer still arrives: API Gateway waits for 29 of the 30
/// seconds that the function has.
const MARGIN: SignedDuration = SignedDuration::from_secs(2);

/// Runs the request, as long as there is time. A turn that has begun is carried on: its commit may come after the answer,
/// and the same request sent again finds what came of it.
pub(super) async fn in_time(State(app): State<App>, request: Request, next: Next) -> Response {
    let now = app.bot.clock.now();
    // Some emulators send a deadline in 1970, and mean none.
    let deadline = request.extensions().get().copied().filter(|Deadline(at)| *at > now);
    let Some(Deadline(at)) = deadline else { return next.run(request).await };
    let left = at.duration_since(now) - MARGIN;
    let left = std::time::Duration::try_from(left).unwrap_or_default();
    tokio::time::timeout(left, next.run(request)).await.unwrap_or_else(|_| Problem::Undecided.into_response())
}

/// Around every request.
pub(super) async fn watch(State(app): State<App>, request: Request, next: Next) -> Response {
    let started = Instant::now();
    let route = request.extensions().get::<MatchedPath>().cloned();
    let method = known(request.method());
    let language = accepted_language(request.headers()).unwrap_or_default();
    let mut response = match request.extensions().get::<Bare>() {
        _ if !is_for_one_host(&request) => Problem::Host.into_response(),
        Some(Bare(whole)) => (StatusCode::PERMANENT_REDIRECT, [(header::LOCATION, whole.clone())]).into_response(),
        None => next.run(request).await,
    };
    let problem = response.extensions().get::<Problem>().map(|problem| problem.after(app.bot.wait()));
    let id = problem.map(|_| fresh_id(&app));
    if let (Some(problem), Some(id)) = (problem, &id) {
        response = problem.render(id, language, std::mem::take(response.headers_mut()));
    }
    protect(response.headers_mut(), app.front.tls);
    let status = response.status();
    let route = route.as_ref().map_or("-", MatchedPath::as_str);
    let micros = started.elapsed().as_micros();
    let (refused, problem) = (problem, problem.map(Problem::name));
    if let Some(Problem::Paused(_)) = refused {
        // Not a fault of ours: many payments fail, and somebody should look.
        tracing::warn!(method, route, status = status.as_u16(), problem, id, metric = "breaker_open", "answered");
    } else if status.is_server_error() && !matches!(refused, Some(Problem::Draining(_))) {
        tracing::error!(method, route, status = status.as_u16(), ms = %Millis(micros), problem, id, "answered");
    } else {
        tracing::info!(method, route, status = status.as_u16(), ms = %Millis(micros), problem, id, "answered");
    }
    response
}

/// Marks a request that came in at our own socket: nobody read it before us.
#[derive(Clone, Copy, Debug)]
#[cfg_attr(not(any(feature = "server", feature = "lambda")), expect(dead_code, reason = "only a server has a socket"))]
pub(super) struct OwnSocket;

/// Whether the request names one host. Of two, a proxy and we could each trust another (RFC 9112, 3.2). A function's requests
/// were read by its gateway, and may name none.
fn is_for_one_host(request: &Request) -> bool {
    let hosts = request.headers().get_all(header::HOST).iter().count();
    let needed = request.version() == Version::HTTP_11 && request.extensions().get::<OwnSocket>().is_some();
    hosts == 1 || (hosts == 0 && !needed)
}

/// The method, where it is one of ours: any other is text of the client's.
fn known(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        Method::DELETE => "DELETE",
        Method::OPTIONS => "OPTIONS",
        _ => "-",
    }
}

fn fresh_id(app: &App) -> String {
    let mut bytes = [0; 8];
    app.bot.clock.fill(&mut bytes);
    hex::encode(bytes)
}

fn protect(headers: &mut HeaderMap, tls: bool) {
    let shared = headers.contains_key(header::ACCESS_CONTROL_ALLOW_ORIGIN);
    let policy = if shared { "cross-origin" } else { "same-origin" };
    headers.insert(RESOURCE_POLICY, HeaderValue::from_static(policy));
    if tls {
        headers.insert(header::STRICT_TRANSPORT_SECURITY, TLS_ALWAYS);
    }
    for (name, value) in PROTECTING {
        headers.insert(name, value);
    }
    for (name, value) in DEFAULTS {
        headers.entry(name).or_insert(value);
    }
}

/// Microseconds, shown as milliseconds.
struct Millis(u128);

impl std::fmt::Display for Millis {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{:03}", self.0 / 1000, self.0 % 1000)
    }
}
