//! A Stripe of our own, over real HTTP on this machine: test cards, intents, idempotency keys, 3-D Secure, webhooks.
//! It checks every request, counts the money, and fails as it is told to.
//!
//! It lives in a thread of its own, so that a test that waits for another process does not stop it. Nothing of it prints
//! a card number.

mod cards;
mod controls;
mod http;
mod idempotency;
mod rules;
mod state;
mod webhooks;

use std::collections::{HashMap, VecDeque};
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::Duration;

use serde_json::json;
use tokio::io::BufReader;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;

use crate::support::lock;
use http::{Request, Response};
use idempotency::Keys;
pub use rules::Call;
use rules::{Route, violations};
use state::State;
pub use webhooks::{WEBHOOK_SECRET, signature};

/// What goes wrong with a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// This status, before anything is done; not kept under the key; with this `Stripe-Should-Retry`.
    Answers(u16, Option<bool>),
    /// 500, and nothing was done; kept under the key.
    BreaksBefore,
    /// 500, though it was done; kept under the key.
    BreaksAfter,
    /// The connection ends before anything is done.
    CutsBefore,
    /// It was done, and the connection ends before the answer.
    CutsAfter,
    /// Nothing is done for so long.
    SlowBefore(Duration),
    /// It was done, and the answer takes so long.
    SlowAfter(Duration),
    /// It was done, and the answer is no JSON.
    Babbles,
}

/// A request as it came, without its body.
#[derive(Clone, Debug)]
pub struct Seen {
    pub call: Call,
    pub key: Option<String>,
    pub authorization: String,
    /// Names and values, but for the card's.
    pub form: Vec<(String, String)>,
}

#[derive(Default)]
struct Inner {
    state: Mutex<State>,
    keys: Mutex<Keys>,
    faults: Mutex<HashMap<Call, VecDeque<Fault>>>,
    seen: Mutex<Vec<Seen>>,
    violations: Mutex<Vec<String>>,
}

/// The server; it ends with the test.
pub struct FakeStripe {
    inner: Arc<Inner>,
    address: SocketAddr,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Drop for FakeStripe {
    fn drop(&mut self) {
        if let Some(stop) = self.stop.take() {
            // Nobody listens when the thread has ended by itself.
            let _ended = stop.send(());
        }
        if let Some(thread) = self.thread.take() {
            let _ended = thread.join();
        }
    }
}

impl FakeStripe {
    pub fn start() -> Self {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
        listener.set_nonblocking(true).expect("a socket");
        let address = listener.local_addr().expect("an address");
        let inner = Arc::new(Inner::default());
        lock(&inner.state).base = format!("http://{address}");
        let (stop, stopped) = oneshot::channel();
        let serving = inner.clone();
        let thread = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
            runtime.block_on(async move {
                let listener = TcpListener::from_std(listener).expect("a listener");
                let accept = async {
                    while let Ok((stream, _)) = listener.accept().await {
                        let inner = serving.clone();
                        tokio::spawn(async move { inner.serve(stream).await });
                    }
                };
                tokio::select! { () = accept => {}, _ = stopped => {} }
            });
        });
        Self { inner, address, stop: Some(stop), thread: Some(thread) }
    }

    /// What `STRIPE_API_BASE` is to be.
    pub fn base(&self) -> String {
        format!("http://{}", self.address)
    }
}

impl Inner {
    async fn serve(&self, stream: TcpStream) {
        // Small answers in two packets would wait for each other.
        let _slower = stream.set_nodelay(true);
        let mut stream = BufReader::new(stream);
        while let Some(request) = Request::read(&mut stream).await {
            let response = if request.path.starts_with("/3ds/") {
                Some(self.three_ds(&request.path))
            } else {
                self.api(&request).await
            };
            let Some(response) = response else { return };
            if response.write(&mut stream).await.is_err() {
                return;
            }
        }
    }

    /// The page of the bank, and where its two buttons lead.
    fn three_ds(&self, path: &str) -> Response {
        let mut parts = path.trim_start_matches("/3ds/").split('/');
        let (id, choice) = (parts.next().unwrap_or_default(), parts.next());
        let passed = match choice {
            Some("pass") => true,
            Some("fail") => false,
            _ => {
                let body = format!("<a href=\"/3ds/{id}/pass\">Pass</a> <a href=\"/3ds/{id}/fail\">Fail</a>");
                return Response { status: 200, headers: vec![("content-type", "text/html".to_owned())], body };
            }
        };
        match lock(&self.state).settle(id, passed) {
            Some(back) => Response { status: 302, headers: vec![("location", back)], body: String::new() },
            None => Response { status: 404, headers: Vec::new(), body: String::new() },
        }
    }

    /// The answer to a call; `None` where the connection is to end.
    async fn api(&self, request: &Request) -> Option<Response> {
        let Some(route) = Route::of(request) else {
            lock(&self.violations).push(format!("{} of an address that is not known", request.method));
            return Some(Response::json(404, &json!({ "error": { "type": "invalid_request_error" } })));
        };
        let form = request.form();
        lock(&self.violations).extend(violations(&route, request, &form));
        self.note(&route, request);
        let fault = lock(&self.faults).get_mut(&route.call).and_then(VecDeque::pop_front);
        match fault {
            Some(Fault::CutsBefore) => return None,
            Some(Fault::Answers(status, retry)) => return Some(failure(status, retry)),
            Some(Fault::SlowBefore(pause)) => tokio::time::sleep(pause).await,
            Some(_) | None => {}
        }
        if route.call == Call::Confirm && !lock(&self.state).is_noted(&route.id, request.header("idempotency-key")) {
            lock(&self.violations).push("Confirm: of another attempt than the intent's metadata names".to_owned());
        }
        let begun = lock(&self.keys).begin(request);
        if let Some(answered) = begun {
            if answered.status == 400 && answered.body.contains("idempotency_error") {
                lock(&self.violations).push(format!("{:?}: one key for two requests", route.call));
            }
            return Some(answered);
        }
        let done = match fault {
            Some(Fault::BreaksBefore) => failure(500, None),
            Some(_) | None => lock(&self.state).answer(&route, &form),
        };
        let kept = if fault == Some(Fault::BreaksAfter) { failure(500, None) } else { done };
        if let Some(Fault::SlowAfter(pause)) = fault {
            tokio::time::sleep(pause).await;
        }
        lock(&self.keys).end(request, &kept);
        match fault {
            Some(Fault::CutsAfter) => None,
            Some(Fault::Babbles) => Some(Response { body: "<html>".to_owned(), ..kept }),
            Some(_) | None => Some(kept.with("request-id", "req_fake")),
        }
    }

    fn note(&self, route: &Route, request: &Request) {
        let form = request.form();
        let shown = form.into_iter().filter(|(name, _)| !name.starts_with("card[") && name != "billing_details[name]");
        lock(&self.seen).push(Seen {
            call: route.call,
            key: request.header("idempotency-key").map(str::to_owned),
            authorization: request.header("authorization").unwrap_or_default().to_owned(),
            form: shown.collect(),
        });
    }
}

fn failure(status: u16, retry: Option<bool>) -> Response {
    let kind = if status < 500 { "invalid_request_error" } else { "api_error" };
    let response = Response::json(status, &json!({ "error": { "type": kind, "message": "Try again." } }));
    let response = response.with("request-id", "req_fake");
    match retry {
        Some(retry) => response.with("stripe-should-retry", retry.to_string()),
        None => response,
    }
}
