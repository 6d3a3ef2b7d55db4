//! The route of the gateway's events: something happened to an attempt. Nothing they say is believed: the attempt is
//! looked up.

use std::sync::{Arc, LazyLock};
use std::time::Duration;

use axum::extract::{Request, State};
use axum::http::{HeaderMap, StatusCode};
use tokio::sync::Semaphore;

use super::body::bounded;
use super::client::ClientAddress;
use super::crowd::Crowd;
use super::looking::looked;
use super::{App, Problem};
use crate::ports::{EventError, Events, GatewayEvent, Headers};
use crate::turn::Nudge;

/// The largest event, in bytes.
const BYTES: usize = 256 * 1024;

/// A body that is not there by then is not waited for.
const PATIENCE: Duration = Duration::from_secs(3);

/// An event waits so long for its turn to be read, and comes again later.
const TURN: Duration = Duration::from_secs(1);

/// So many bodies are read at once from one address: whoever signs nothing doesn't hold up who does.
const PER_CLIENT: u16 = 4;

/// Who sends bodies now.
static SENDERS: LazyLock<Arc<Crowd>> = LazyLock::new(Arc::default);

/// Bodies that are read at once: who signs nothing shall not fill the memory.
static READING: Semaphore = Semaphore::const_new(32);

/// An event: answered with 200 when nothing is left to do, and with 503 when it shall come again.
pub(super) async fn event(State(app): State<App>, headers: HeaderMap, request: Request) -> Result<StatusCode, Problem> {
    let headers = Sent(headers);
    // Nothing of a body is read for who cannot have signed it.
    if !events(&app)?.may_be_signed(&headers, app.bot.clock.now()) {
        return Err(Problem::BadSignature);
    }
    let sender = request.extensions().get::<ClientAddress>().map(|client| client.ip());
    let seat = sender.map(|sender| SENDERS.admit(sender, PER_CLIENT).ok_or(Problem::TooManyRequests(1))).transpose()?;
    let reading = tokio::time::timeout(TURN, READING.acquire()).await.ok().and_then(Result::ok);
    let reading = reading.ok_or(Problem::Unavailable(1))?;
    let body = tokio::time::timeout(PATIENCE, bounded(request, BYTES)).await.map_err(|_| Problem::SlowBody)??;
    drop((reading, seat));
    let event = events(&app)?.read(&headers, &body, app.bot.clock.now()).map_err(|error| match error {
        EventError::NotSigned => Problem::BadSignature,
        EventError::Shape => Problem::Event,
    })?;
    if let Some(GatewayEvent { id, attempt }) = event {
        looked(app, Nudge::Event(id), attempt).await?;
    }
    Ok(StatusCode::OK)
}

fn events(app: &App) -> Result<&dyn Events, Problem> {
    app.bot.gateway.events().ok_or(Problem::UnknownPath)
}

/// The headers, as an adapter reads them.
struct Sent(HeaderMap);

impl Headers for Sent {
    fn text(&self, name: &str) -> Option<&str> {
        self.0.get(name)?.to_str().ok()
    }
}
