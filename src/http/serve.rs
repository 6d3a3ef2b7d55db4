//! The socket in front of the router.

use std::convert::Infallible;
use std::io;
use std::net::{IpAddr, SocketAddr};
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll};
use std::time::Duration;

use axum::Router;
use axum::body::Bytes;
use axum::extract::Request;
use axum::http::{HeaderValue, header};
use axum::response::Response;
use hyper::body::{Body, Frame, Incoming, SizeHint};
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, watch};
use tokio_io_timeout::TimeoutStream;
use tower::ServiceExt as _;

use super::access::OwnSocket;
use super::client::Peer;
use super::crowd::Crowd;
use super::tls::Tls;

/// The largest head of a request, in bytes; one that is larger is answered with 431. It may have 100 lines.
const HEAD: usize = 32 * 1024;

/// What is held of a connection at most, in each direction, in bytes.
const HELD: usize = 64 * 1024;

/// What was sent before the service was told to stop is there by then; so long nobody is turned away yet.
const GRACE: Duration = Duration::from_millis(250);

/// A queue of connections is empty when none came for so long.
const QUIET: Duration = Duration::from_millis(20);

/// How long clients are waited for, and how many there may be.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// TLS must be agreed on within this time.
    pub handshake: Duration,
    /// The head of a request must be there within this time; an idle connection is closed after it.
    pub head: Duration,
    /// A connection is asked to end after this time, and cut off when it does not: nobody holds a place by not reading.
    pub age: Duration,
    /// Requests under way have this long when the service stops, or when their connection is too old.
    pub farewell: Duration,
    /// Somebody who reads nothing of what was sent for so long is cut off.
    pub unread: Duration,
    /// Connections at once; more wait to be accepted.
    pub connections: u16,
    /// Of these so many for one client; what comes beyond is closed. `None` where a proxy stands in front, whose connections all
    /// clients share.
    pub per_client: Option<u16>,
}

/// Connections at once, where the system lets there be enough.
const CONNECTIONS: u16 = 4_096;

/// So many files are left for the store, and to ask the gateway and the cloud.
const SPARED: u64 = 256;

impl Limits {
    /// The usual ones, where the process may have so many files open at once.
    #[must_use]
    pub fn within_files(files: Option<u64>) -> Self {
        let left = files.unwrap_or(u64::MAX).saturating_sub(SPARED).clamp(16, CONNECTIONS.into());
        Self { connections: u16::try_from(left).unwrap_or(CONNECTIONS), ..Self::default() }
    }
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            handshake: Duration::from_secs(10),
            head: Duration::from_secs(30),
            age: Duration::from_mins(10),
            // Longer than any turn: one asks its gateway several things, for eight seconds each at most.
            farewell: Duration::from_secs(30),
            unread: Duration::from_secs(30),
            connections: CONNECTIONS,
            per_client: None,
        }
    }
}

/// Where connections come from.
#[derive(Debug)]
pub struct Door {
    /// The socket.
    pub listener: TcpListener,
    /// What is spoken on it; plain HTTP where there is none.
    pub tls: Option<Arc<Tls>>,
}

impl From<TcpListener> for Door {
    fn from(listener: TcpListener) -> Self {
        Self { listener, tls: None }
    }
}

/// Serves HTTP/1.1 at `door` until `stop` comes, then answers what was sent by then.
pub async fn serve(door: impl Into<Door>, router: Router, limits: Limits, stop: impl Future<Output = ()>) {
    let Door { listener, tls } = door.into();
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(limits.head).max_header_size(HEAD).max_buf_size(HELD);
    let places = Arc::new(Semaphore::new(limits.connections.into()));
    let (stopping, stopped) = watch::channel(());
    let desk = Desk { http, router, tls, limits, stopped, crowd: Arc::default() };
    let mut stop = pin!(stop);
    loop {
        let (stream, peer, place) = tokio::select! {
            accepted = accept(&listener, &places) => accepted,
            () = &mut stop => break,
        };
        desk.clone().spawn(stream, peer, place);
    }
    drop(stopping);
    last_calls(&listener, &places, &desk).await;
    drop((listener, desk));
    tokio::select! {
        // Every place is free again.
        _ = places.acquire_many(limits.connections.into()) => {}
        () = tokio::time::sleep(limits.farewell) => {
            tracing::warn!("some requests were still under way when the service stopped");
        }
    }
}

/// Connections that were waiting to be accepted when the service was told to stop: closing the listener would reset them.
async fn last_calls(listener: &TcpListener, places: &Arc<Semaphore>, desk: &Desk) {
    let waiting = async {
        while let Ok((stream, peer, place)) = tokio::time::timeout(QUIET, accept(listener, places)).await {
            desk.clone().spawn(stream, peer, place);
        }
    };
    let _ = tokio::time::timeout(GRACE, waiting).await;
}

/// The next connection, once there is a place for it.
async fn accept(
    listener: &TcpListener,
    places: &Arc<Semaphore>,
) -> (TcpStream, SocketAddr, Option<OwnedSemaphorePermit>) {
    let place = Arc::clone(places).acquire_owned().await.ok();
    loop {
        match listener.accept().await {
            Ok((stream, peer)) => {
                let _ = stream.set_nodelay(true);
                return (stream, peer, place);
            }
            Err(error) => pause(&error).await,
        }
    }
}

/// A connection that went before it was taken is nothing; running out of sockets passes.
async fn pause(error: &io::Error) {
    let gone = matches!(
        error.kind(),
        io::ErrorKind::ConnectionAborted | io::ErrorKind::ConnectionReset | io::ErrorKind::ConnectionRefused
    );
    if !gone {
        tracing::error!(%error, "a connection could not be accepted");
        tokio::time::sleep(Duration::from_millis(500)).await;
    }
}

/// What each connection needs.
#[derive(Clone)]
struct Desk {
    http: http1::Builder,
    router: Router,
    tls: Option<Arc<Tls>>,
    limits: Limits,
    stopped: watch::Receiver<()>,
    crowd: Arc<Crowd>,
}

impl Desk {
    /// One connection, in a task of its own, which gives its place back. One too many of a client's is closed.
    fn spawn(self, stream: TcpStream, peer: SocketAddr, place: Option<OwnedSemaphorePermit>) {
        let seat = self.limits.per_client.map(|most| self.crowd.admit(peer.ip(), most));
        if matches!(seat, Some(None)) {
            return;
        }
        tokio::spawn(async move {
            self.attend(stream, peer.ip()).await;
            drop((place, seat));
        });
    }

    /// One connection, from its first byte to its end. What ends it early is the client's affair.
    async fn attend(mut self, stream: TcpStream, peer: IpAddr) {
        let Some(tls) = &self.tls else { return self.talk(stream, peer).await };
        let agreed = tokio::select! {
            agreed = tokio::time::timeout(self.limits.handshake, tls.acceptor().accept(stream)) => agreed,
            () = stopped_for_long(&mut self.stopped) => return,
        };
        if let Ok(Ok(stream)) = agreed {
            self.talk(stream, peer).await;
        }
    }

    async fn talk(mut self, stream: impl AsyncRead + AsyncWrite + Unpin, peer: IpAddr) {
        let mut stream = TimeoutStream::new(stream);
        stream.set_write_timeout(Some(self.limits.unread));
        let stream = Box::pin(stream);
        let service = TowerToHyperService::new(from(peer, self.router));
        let mut connection = pin!(self.http.serve_connection(TokioIo::new(stream), service));
        tokio::select! {
            _ = connection.as_mut() => return,
            () = tokio::time::sleep(self.limits.age) => {}
            () = stopped_for_long(&mut self.stopped) => {}
        }
        connection.as_mut().graceful_shutdown();
        let _ = tokio::time::timeout(self.limits.farewell, connection).await;
    }
}

/// Comes when the service was told to stop, and what was sent before that was read.
async fn stopped_for_long(stopped: &mut watch::Receiver<()>) {
    let _ = stopped.changed().await;
    tokio::time::sleep(GRACE).await;
}

/// The router, told who calls it. Where it answers before it read the body, the connection cannot go on, and says so: what
/// is left of the body would be taken for the next request.
fn from(
    peer: IpAddr,
    router: Router,
) -> impl tower::Service<Request<Incoming>, Response = Response, Error = Infallible, Future: Send> + Clone {
    tower::service_fn(move |mut request: Request<Incoming>| {
        let router = router.clone();
        async move {
            request.extensions_mut().insert(Peer(peer));
            request.extensions_mut().insert(OwnSocket);
            let read = Arc::new(AtomicBool::new(request.body().is_end_stream()));
            let watched = |body| axum::body::Body::new(Watched { body, read: Arc::clone(&read) });
            let mut response = router.oneshot(request.map(watched)).await?;
            if !read.load(Ordering::Relaxed) {
                response.headers_mut().insert(header::CONNECTION, HeaderValue::from_static("close"));
            }
            Ok(response)
        }
    })
}

/// A body that notes when it was read to its end.
struct Watched {
    body: Incoming,
    read: Arc<AtomicBool>,
}

impl Body for Watched {
    type Data = Bytes;
    type Error = hyper::Error;

    fn poll_frame(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, hyper::Error>>> {
        let frame = Pin::new(&mut self.body).poll_frame(cx);
        if matches!(frame, Poll::Ready(None)) || self.body.is_end_stream() {
            self.read.store(true, Ordering::Relaxed);
        }
        frame
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
