//! A Stripe of our own, over real HTTP on this machine: test cards, intents, idempotency keys, 3-D Secure, webhooks.
//! It checks every request, counts the money, and fails as it is told to.
//!
//! Nothing of it prints a card number.

mod cards;
mod controls;
mod idempotency;
mod rules;
mod state;
mod webhooks;

use std::collections::{BTreeMap, HashMap, VecDeque};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::http::HeaderValue;
use serde_json::{Value, json};

use crate::http_server::{Answer, HttpServer, Request, answer};
use crate::support::lock;
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
    /// This status and code, before anything is done: the request as such is refused.
    Refuses(u16, &'static str),
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
    server: HttpServer,
}

impl FakeStripe {
    pub fn start() -> Self {
        let inner = Arc::<Inner>::default();
        let server = HttpServer::start(inner.clone(), Inner::serve);
        lock(&inner.state).base.clone_from(&server.base);
        Self { inner, server }
    }

    /// What `STRIPE_API_BASE` is to be.
    pub fn base(&self) -> String {
        self.server.base.clone()
    }
}

impl Inner {
    async fn serve(self: Arc<Self>, request: Request) -> Option<Answer> {
        match request.head.uri.path().strip_prefix("/3ds/") {
            Some(place) => Some(self.three_ds(place)),
            None => self.api(&request).await,
        }
    }

    /// The page of the bank, and where its two buttons lead.
    fn three_ds(&self, place: &str) -> Answer {
        let (id, choice) = place.split_once('/').unwrap_or((place, ""));
        let passed = match choice {
            "pass" => true,
            "fail" => false,
            _ => {
                let page = format!("<a href=\"/3ds/{id}/pass\">Pass</a> <a href=\"/3ds/{id}/fail\">Fail</a>");
                return answer(200, &[("content-type", "text/html")], page);
            }
        };
        match lock(&self.state).settle(id, passed) {
            Some(back) => answer(302, &[("location", &back)], ""),
            None => answer(404, &[], ""),
        }
    }

    /// The answer to a call; `None` where the connection is to end.
    async fn api(&self, request: &Request) -> Option<Answer> {
        let Some(route) = Route::of(request) else {
            lock(&self.violations).push(format!("{} of an address that is not known", request.head.method));
            return Some(said(404, &json!({ "error": { "type": "invalid_request_error" } })));
        };
        let form = form(request);
        lock(&self.violations).extend(violations(&route, request, &form));
        self.note(&route, request);
        let fault = lock(&self.faults).get_mut(&route.call).and_then(VecDeque::pop_front);
        match fault {
            Some(Fault::CutsBefore) => return None,
            Some(Fault::Answers(status, retry)) => return Some(failure(status, retry)),
            Some(Fault::Refuses(status, code)) => {
                let error = json!({ "error": { "type": "invalid_request_error", "code": code, "message": "No." } });
                return Some(said(status, &error));
            }
            Some(Fault::SlowBefore(pause)) => tokio::time::sleep(pause).await,
            Some(_) | None => {}
        }
        if route.call == Call::Confirm && !lock(&self.state).is_noted(&route.id, request.header("idempotency-key")) {
            lock(&self.violations).push("Confirm: of another attempt than the intent's metadata names".to_owned());
        }
        let begun = lock(&self.keys).begin(request);
        if let Some(answered) = begun {
            if answered.status() == 400 && answered.body().contains("idempotency_error") {
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
            Some(Fault::Babbles) => Some(kept.map(|_| "<html>".to_owned())),
            Some(_) | None => Some(with(kept, "request-id", "req_fake")),
        }
    }

    fn note(&self, route: &Route, request: &Request) {
        let form = form(request);
        let shown = form.into_iter().filter(|(name, _)| !name.starts_with("card[") && name != "billing_details[name]");
        lock(&self.seen).push(Seen {
            call: route.call,
            key: request.header("idempotency-key").map(str::to_owned),
            authorization: request.header("authorization").unwrap_or_default().to_owned(),
            form: shown.collect(),
        });
    }
}

/// An answer of the API.
fn said(status: u16, body: &Value) -> Answer {
    answer(status, &[("content-type", "application/json")], body.to_string())
}

fn with(mut answer: Answer, name: &'static str, value: &'static str) -> Answer {
    answer.headers_mut().insert(name, HeaderValue::from_static(value));
    answer
}

fn failure(status: u16, retry: Option<bool>) -> Answer {
    let kind = if status < 500 { "invalid_request_error" } else { "api_error" };
    let answer = said(status, &json!({ "error": { "type": kind, "message": "Try again." } }));
    let answer = with(answer, "request-id", "req_fake");
    match retry {
        Some(true) => with(answer, "stripe-should-retry", "true"),
        Some(false) => with(answer, "stripe-should-retry", "false"),
        None => answer,
    }
}

/// The form, decoded, in the order of its names.
fn form(request: &Request) -> BTreeMap<String, String> {
    let mut url = reqwest::Url::parse("form:/").expect("an address");
    url.set_query(Some(&request.body));
    url.query_pairs().into_owned().collect()
}
