//! The chat API over a real socket: every status, what it says and what it does not.

mod bounds;
mod deliveries;
mod faulty;
mod front;
mod pages;
mod refused;
mod tls;

use std::sync::Arc;

use axum::Router;
use payment_smart_bot::dialogue::Language;
use payment_smart_bot::http::{App, Door, Limits, OPENAPI, Tls, router, serve};
use payment_smart_bot::turn::Bot;
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};
use tokio::net::TcpListener;
use tokio::sync::oneshot;

use crate::support::{Bench, Mood, TO_REVIEW, bench};

/// A server on a free port, for as long as the test holds it.
pub struct Server {
    pub base: String,
    stop: Option<oneshot::Sender<()>>,
    running: tokio::task::JoinHandle<()>,
    pub http: reqwest::Client,
}

impl Server {
    pub async fn of(bot: Bot) -> Self {
        Self::within(bot, Limits::default()).await
    }

    async fn within(bot: Bot, limits: Limits) -> Self {
        Self::through(router(App::new(Arc::new(bot))), limits, None).await
    }

    /// The routes of `router`, over TLS where it is given.
    pub async fn through(router: Router, limits: Limits, tls: Option<Arc<Tls>>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let scheme = if tls.is_some() { "https" } else { "http" };
        let base = format!("{scheme}://{}", listener.local_addr().expect("an address"));
        let (stop, stopped) = oneshot::channel();
        let running = tokio::spawn(serve(Door { listener, tls }, router, limits, async {
            let _ = stopped.await;
        }));
        Self { base, stop: Some(stop), running, http: reqwest::Client::new() }
    }

    pub fn request(&self, method: Method, path: &str) -> reqwest::RequestBuilder {
        self.http.request(method, format!("{}{path}", self.base))
    }

    /// Sends it; whatever comes must be in the description of the API.
    pub async fn send(&self, request: reqwest::RequestBuilder) -> Answer {
        let request = request.build().expect("a request");
        let (method, path) = (request.method().clone(), request.url().path().to_owned());
        let response = self.http.execute(request).await.expect("an answer");
        let status = response.status();
        let headers = response.headers().clone();
        let text = response.text().await.expect("a body");
        let answer = Answer { status, headers, body: serde_json::from_str(&text).unwrap_or(Value::Null), text };
        assert_described(&method, &path, &answer);
        answer
    }

    pub async fn chat(&self, body: Value) -> Answer {
        self.send(self.request(Method::POST, "/chat").json(&body)).await
    }

    async fn say(&self, session: &Session, message: &str) -> Answer {
        self.send(self.saying(session, message)).await
    }

    fn saying(&self, session: &Session, message: &str) -> reqwest::RequestBuilder {
        let body = json!({ "sessionId": session.id, "message": message });
        self.request(Method::POST, "/chat").bearer_auth(&session.token).json(&body)
    }

    async fn begin(&self) -> Session {
        let answer = self.chat(json!({ "message": "hi" })).await;
        assert_eq!(answer.status, 200, "{}", answer.text);
        Session { id: answer.text_at("sessionId"), token: answer.text_at("sessionToken") }
    }

    async fn at_review(&self) -> Session {
        let session = self.begin().await;
        for message in &TO_REVIEW[1..] {
            assert_eq!(self.say(&session, message).await.status, 200);
        }
        session
    }

    async fn session(&self, method: Method, session: &Session) -> Answer {
        self.send(self.request(method, &format!("/session/{}", session.id)).bearer_auth(&session.token)).await
    }
}

struct Session {
    id: String,
    token: String,
}

#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: reqwest::header::HeaderMap,
    pub body: Value,
    pub text: String,
}

impl Answer {
    fn text_at(&self, key: &str) -> String {
        self.body[key].as_str().unwrap_or_else(|| panic!("{key} in {}", self.text)).to_owned()
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    /// A problem document of that name.
    #[track_caller]
    pub fn is_problem(&self, status: u16, name: &str) {
        assert_eq!(self.status, status, "{}", self.text);
        assert_eq!(self.header("content-type"), "application/problem+json");
        assert_eq!(self.body["status"], status);
        assert_eq!(self.text_at("type"), format!("urn:payment-smart-bot:problem:{name}"));
        assert_eq!(self.text_at("id").len(), 16);
        assert_eq!(self.header("cache-control"), "no-store");
    }
}

fn contract() -> Value {
    serde_json::from_str(OPENAPI).expect("JSON")
}

/// The path of the description that this path is one of.
fn template(path: &str) -> Option<&'static str> {
    Some(match path {
        "/" => "/",
        "/chat" => "/chat",
        "/health" => "/health",
        "/health/ready" => "/health/ready",
        "/openapi.json" => "/openapi.json",
        path if path.starts_with("/session/") => "/session/{id}",
        "/webhooks/stripe" => "/webhooks/stripe",
        path if path.starts_with("/return/") => "/return/{token}",
        path if path.starts_with("/sandbox/3ds/") => "/sandbox/3ds/{intent}",
        _ => return None,
    })
}

/// The status is described, and so is every field of the body.
#[track_caller]
fn assert_described(method: &Method, path: &str, answer: &Answer) {
    let contract = contract();
    let Some(template) = template(path) else { return };
    let Some(operation) = contract["paths"][template].get(method.as_str().to_lowercase()) else {
        assert!([204, 405, 200].contains(&answer.status.as_u16()), "{method} {path}: {}", answer.status);
        return;
    };
    let described = &operation["responses"][answer.status.as_str()];
    assert!(described.is_object(), "{method} {template} answers {}, which is not described", answer.status);
    let Some((kind, content)) = described["content"].as_object().and_then(|content| content.iter().next()) else {
        assert_eq!(answer.text, "", "{method} {template} {}", answer.status);
        return;
    };
    assert!(answer.header("content-type").starts_with(kind.as_str()), "{}", answer.header("content-type"));
    let schema = content["schema"]["$ref"].as_str().map(|name| &contract["components"]["schemas"][last(name)]);
    if let Some(schema) = schema {
        assert_fields(schema, &answer.body, &contract);
    }
}

fn last(reference: &str) -> &str {
    reference.rsplit('/').next().unwrap_or_default()
}

#[track_caller]
fn assert_fields(schema: &Value, body: &Value, contract: &Value) {
    let fields = body.as_object().unwrap_or_else(|| panic!("an object, not {body}"));
    for (name, value) in fields {
        let described = &schema["properties"][name];
        assert!(described.is_object(), "{name} is not described");
        if let Some(choices) = described["enum"].as_array() {
            assert!(choices.contains(value), "{name} is {value}");
        }
        if let Some(reference) = described["$ref"].as_str() {
            assert_fields(&contract["components"]["schemas"][last(reference)], value, contract);
        }
    }
    for name in schema["required"].as_array().into_iter().flatten() {
        assert!(fields.contains_key(name.as_str().unwrap_or_default()), "{name} is missing in {body}");
    }
}

#[tokio::test]
async fn a_conversation_goes_from_the_first_message_to_paid() {
    let Bench { bot, gateway, .. } = bench(Mood::Pays);
    let server = Server::of(bot).await;
    let session = server.at_review().await;
    let seen = server.session(Method::GET, &session).await;
    assert_eq!((seen.status.as_u16(), seen.text_at("status").as_str()), (200, "awaiting_confirmation"));
    assert_eq!(seen.body["collectedData"]["card"], json!({ "brand": "visa", "last4": "4242" }));
    assert!(!seen.text.contains("424242"));
    let paid = server.say(&session, "yes").await;
    assert_eq!((paid.text_at("status").as_str(), gateway.times_paid()), ("complete", 1));
    assert!(paid.body["paymentMethodId"].is_string() && paid.body["paymentIntentId"].is_string());
    assert!(paid.body.get("sessionToken").is_none(), "the token comes once");
    assert_eq!(server.session(Method::DELETE, &session).await.status, 200);
    server.session(Method::GET, &session).await.is_problem(404, "unknown-session");
}

#[tokio::test]
async fn a_delivery_that_is_repeated_gets_the_first_reply_again() {
    let Bench { bot, gateway, .. } = bench(Mood::Pays);
    let server = Server::of(bot).await;
    let session = server.at_review().await;
    let yes = || server.saying(&session, "yes").header("idempotency-key", "delivery-1");
    let (first, again) = (server.send(yes()).await, server.send(yes()).await);
    assert_eq!(first.body, again.body);
    assert_eq!((first.header("idempotent-replayed"), again.header("idempotent-replayed")), ("", "true"));
    assert_eq!(gateway.times_paid(), 1);
    let other = server.send(server.saying(&session, "yes").header("idempotency-key", "delivery-2")).await;
    assert_ne!(other.body["turn"], first.body["turn"]);
    assert_eq!(gateway.times_paid(), 1);
}

#[tokio::test]
async fn a_yes_that_answers_an_earlier_reply_does_not_pay() {
    let Bench { bot, gateway, .. } = bench(Mood::Pays);
    let server = Server::of(bot).await;
    let session = server.at_review().await;
    let yes = |answering: u32| {
        let body = json!({ "sessionId": session.id, "message": "yes", "answering": answering });
        server.request(Method::POST, "/chat").bearer_auth(&session.token).json(&body)
    };
    assert_eq!(server.send(yes(2)).await.text_at("status"), "awaiting_confirmation");
    assert_eq!(gateway.times_paid(), 0);
    let shown = server.session(Method::GET, &session).await;
    let turn = u32::try_from(shown.body["turn"].as_u64().expect("a turn")).expect("small");
    assert_eq!(server.send(yes(turn)).await.text_at("status"), "complete");
}

#[tokio::test]
async fn a_session_begins_in_the_language_that_was_asked_for() {
    let server = Server::of(bench(Mood::Pays).bot).await;
    let accepting = |tags: &'static str, body: Value| {
        server.send(server.request(Method::POST, "/chat").header("accept-language", tags).json(&body))
    };
    let language = |answer: Answer| answer.text_at("language");
    assert_eq!(language(server.chat(json!({ "message": "hola", "language": "es-MX" })).await), "es");
    assert_eq!(language(accepting("es, en;q=0.5", json!({ "message": "1" })).await), "es");
    assert_eq!(language(accepting("es", json!({ "message": "1", "language": "en" })).await), "en");
    assert_eq!(language(accepting("xx", json!({ "message": "1" })).await), "en");
    for unknown in ["xx", "", "english"] {
        let answer = accepting("es", json!({ "message": "1", "language": unknown })).await;
        answer.is_problem(400, "unknown-language");
        assert!(answer.text_at("detail").contains(&Language::spoken()), "{}", answer.text);
    }
}

#[tokio::test]
async fn a_problem_is_told_in_the_language_that_the_client_accepts() {
    let server = Server::of(bench(Mood::Pays).bot).await;
    let nowhere = |tags: &'static str| server.request(Method::GET, "/nowhere").header("accept-language", tags);
    for (tags, language, title) in [
        ("es-MX, en;q=0.5", "es", "Aquí no hay nada"),
        ("en", "en", "There is nothing here"),
        ("xx", "en", "There is nothing here"),
    ] {
        let answer = server.send(nowhere(tags)).await;
        answer.is_problem(404, "unknown-path");
        assert_eq!(
            (answer.text_at("title"), answer.header("content-language")),
            (title.to_owned(), language),
            "{tags}"
        );
    }
}
