//! API keys: `x-api-key`, for operators and, where the operator wants it, for clients.

use std::fmt;

use axum::Router;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, Method};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse as _, Response};
use sha2::{Digest as _, Sha256};
use subtle::{Choice, ConstantTimeEq as _};

use super::{App, Problem};

/// The header.
const HEADER: &str = "x-api-key";

/// Keys that open a door: any of them, so that one can be handed out before another is withdrawn. Only their digests
/// are held.
#[derive(Clone, Default)]
pub struct Keys(Vec<[u8; 32]>);

impl Keys {
    /// These keys.
    #[must_use]
    pub fn new<'a>(keys: impl IntoIterator<Item = &'a str>) -> Self {
        Self(keys.into_iter().map(|key| Sha256::digest(key).into()).collect())
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether the one key of a request is among them. Digests are compared, in constant time, and all of them: how long
    /// it takes says nothing of how near a guess is, nor of which key it was.
    fn open_to(&self, headers: &HeaderMap) -> bool {
        let mut given = headers.get_all(HEADER).iter();
        let (Some(key), None) = (given.next(), given.next()) else { return false };
        let digest: [u8; 32] = Sha256::digest(key.as_bytes()).into();
        self.0.iter().fold(Choice::from(0), |open, known| open | known.ct_eq(&digest)).into()
    }
}

impl fmt::Debug for Keys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Keys({})", self.0.len())
    }
}

/// Routes for operators: open to their keys alone. Where none is asked for ([`Front::operators`](super::Front::operators)
/// is none) they are open.
pub fn operators_only(app: &App, routes: Router<App>) -> Router<App> {
    routes.route_layer(from_fn_with_state(app.clone(), operators))
}

async fn operators(State(app): State<App>, request: Request, next: Next) -> Response {
    let open = app.front.operators.as_ref().is_none_or(|keys| keys.open_to(request.headers()));
    if open { next.run(request).await } else { Problem::WrongApiKey.into_response() }
}

/// Lets in who has a client's key, where there are such keys. OPTIONS says nothing that the description does not.
pub(super) async fn clients(State(app): State<App>, request: Request, next: Next) -> Response {
    let keys = &app.front.clients;
    let open = keys.is_empty() || request.method() == Method::OPTIONS || keys.open_to(request.headers());
    if open { next.run(request).await } else { Problem::WrongApiKey.into_response() }
}
