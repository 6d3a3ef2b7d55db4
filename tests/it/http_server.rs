//! The one HTTP server behind every peer that tests stand in for. A peer says what it answers, or that the connection ends;
//! all else of the protocol is hyper's.

use std::sync::LazyLock;
use std::time::Duration;

use axum::BoxError;
use axum::body::{Body, to_bytes};
use axum::http::request::Parts;
use axum::http::{Request as Asked, header};
use axum::response::{IntoResponse, Response};
use futures_util::{StreamExt as _, stream};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::net::TcpListener;
use tokio::sync::oneshot;

/// A request. It has no `Debug`: its body may hold a card.
pub struct Request {
    pub head: Parts,
    pub body: String,
}

impl Request {
    pub fn header(&self, name: &str) -> Option<&str> {
        self.head.headers.get(name)?.to_str().ok()
    }

    /// All that came before the body, a line each.
    pub fn lines(&self) -> String {
        let first = format!("{} {}", self.head.method, self.head.uri);
        let line = |(name, value): (_, &header::HeaderValue)| format!("{name}: {}", value.as_bytes().escape_ascii());
        std::iter::once(first).chain(self.head.headers.iter().map(line)).collect::<Vec<_>>().join("\n")
    }
}

/// An answer that can still be looked at, changed and kept.
pub type Answer = Response<String>;

pub fn answer(status: u16, headers: &[(&str, &str)], body: impl Into<String>) -> Answer {
    let head = Response::builder().status(status);
    let head = headers.iter().fold(head, |head, (name, value)| head.header(*name, *value));
    head.body(body.into()).expect("an answer")
}

/// The connection ends within the answer.
pub fn cut_short(answer: &Answer) -> Response {
    let half = answer.body().as_bytes()[..answer.body().len() / 2].to_vec();
    in_pieces(answer, vec![Ok(half), Err("cut short")], Duration::from_millis(1))
}

/// The answer comes a byte at a time.
pub fn dripping(answer: &Answer, pause: Duration) -> Response {
    in_pieces(answer, answer.body().bytes().map(|byte| Ok(vec![byte])).collect(), pause)
}

/// With a pause before each piece, in which the one before it is sent; at an error the connection ends.
fn in_pieces(answer: &Answer, pieces: Vec<Result<Vec<u8>, &'static str>>, pause: Duration) -> Response {
    let pieces = stream::iter(pieces).then(move |piece| async move {
        tokio::time::sleep(pause).await;
        piece
    });
    let (mut head, body) = answer.clone().into_parts();
    head.headers.insert(header::CONTENT_LENGTH, body.len().into());
    Response::from_parts(head, Body::from_stream(pieces))
}

/// What `upstream` answers to the same request, asked over a connection of its own.
pub async fn forward(upstream: &str, request: Request) -> Option<Response> {
    // It keeps no connection, which would end with the runtime of the server that asked first.
    static CLIENT: LazyLock<reqwest::Client> = LazyLock::new(|| {
        let client = reqwest::Client::builder().pool_max_idle_per_host(0).redirect(reqwest::redirect::Policy::none());
        client.build().expect("a client")
    });
    let Request { head, body } = request;
    let asked = CLIENT.request(head.method, format!("{upstream}{}", head.uri)).headers(head.headers).body(body);
    let (head, body) = Response::from(asked.send().await.ok()?).into_parts();
    // Whole before a word of it goes on.
    let body = to_bytes(Body::new(body), usize::MAX).await.ok()?;
    Some(Response::from_parts(head, body.into()))
}

/// A server on a free port; it ends when it is dropped. It lives in a thread of its own, so that a test that waits for
/// another process does not stop it.
pub struct HttpServer {
    /// Where it is: `http://…`.
    pub base: String,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<std::thread::JoinHandle<()>>,
}

impl Drop for HttpServer {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            let _ended = thread.join();
        }
    }
}

impl HttpServer {
    /// A server that gives these answers; at `None` the connection ends without one.
    pub fn start<S, F, R>(state: S, answer: fn(S, Request) -> F) -> Self
    where
        S: Clone + Send + Sync + 'static,
        F: Future<Output = Option<R>> + Send + 'static,
        R: IntoResponse + Send + 'static,
    {
        Self::run(async move |listener| {
            while let Ok((stream, _)) = listener.accept().await {
                // Small answers in two packets would wait for each other.
                let _slower = stream.set_nodelay(true);
                let state = state.clone();
                let service = service_fn(move |asked| respond(asked, state.clone(), answer));
                tokio::spawn(http1::Builder::new().serve_connection(TokioIo::new(stream), service));
            }
        })
    }

    /// A server of another make.
    pub fn run<F: Future>(serve: impl FnOnce(TcpListener) -> F + Send + 'static) -> Self {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
        listener.set_nonblocking(true).expect("a socket");
        let base = format!("http://{}", listener.local_addr().expect("an address"));
        let (stop, stopped) = oneshot::channel();
        let thread = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
            runtime.block_on(async {
                let listener = TcpListener::from_std(listener).expect("a listener");
                tokio::select! { _ = serve(listener) => {}, _ = stopped => {} }
            });
        });
        Self { base, stop: Some(stop), thread: Some(thread) }
    }
}

async fn respond<S, F, R>(asked: Asked<Incoming>, state: S, answer: fn(S, Request) -> F) -> Result<Response, BoxError>
where
    F: Future<Output = Option<R>> + Send + 'static,
    R: IntoResponse + Send + 'static,
{
    let (head, body) = asked.into_parts();
    let body = String::from_utf8(to_bytes(Body::new(body), usize::MAX).await?.to_vec())?;
    // In a task of its own: what was asked is carried out even when nobody waits for the answer any more.
    let answered = tokio::spawn(answer(state, Request { head, body })).await?;
    answered.map(IntoResponse::into_response).ok_or_else(|| "the connection ends".into())
}

/// What faults rest on: an answer that is cut short is begun, and what was asked is carried out though nobody waits for it.
#[tokio::test]
async fn half_an_answer_arrives_and_a_request_outlives_its_client() {
    let (begun, carried_out) = std::sync::mpsc::channel();
    let server = HttpServer::start(begun, |begun, request| async move {
        if request.body == "short" {
            return Some(cut_short(&answer(200, &[], "half gone")));
        }
        tokio::time::sleep(Duration::from_millis(300)).await;
        begun.send(request.body).expect("the test waits");
        None
    });
    let ask = |body| reqwest::Client::new().post(&server.base).body(body).timeout(Duration::from_millis(100));
    let mut short = ask("short").send().await.expect("a head");
    assert_eq!(short.chunk().await.expect("half").expect("a piece"), "half");
    short.chunk().await.expect_err("the connection ends");
    assert!(ask("slow").send().await.expect_err("no answer yet").is_timeout());
    assert_eq!(carried_out.recv_timeout(Duration::from_secs(9)).expect("carried out"), "slow");
}
