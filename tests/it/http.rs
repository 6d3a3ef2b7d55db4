//! The chat API over a real socket: every status, what it says and what it does not.

mod bounds;
mod front;
mod tls;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Duration;

use async_trait::async_trait;
use axum::Router;
use base64::Engine as _;
use jiff::Timestamp;
use payment_smart_bot::adapters::MemorySessions;
use payment_smart_bot::dialogue::{Confirmation, FullCard, IntentId, OrderId, Purpose, Step, Tokenised, Verdict};
use payment_smart_bot::http::{App, Door, LANGUAGE_PAGES, Limits, OPENAPI, Problem, Tls, router, serve};
use payment_smart_bot::language::{Listening, Utterance, understand};
use payment_smart_bot::ports::{CommitError, Gateway, Sessions, StoreError};
use payment_smart_bot::session::{Commit, OrderRecord, Record, SessionId};
use payment_smart_bot::turn::Bot;
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};
use sha2::Digest as _;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;

use crate::support::{Bench, CountingGateway, Mood, TO_REVIEW, TestClock, bench, bench_over};

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

/// A store that goes wrong as told.
#[derive(Default)]
struct Faulty {
    kept: MemorySessions,
    fault: AtomicU64,
    slow: AtomicBool,
}

const DOWN: u64 = 1;
const RIVAL: u64 = 2;
const PANIC: u64 = 3;

#[async_trait]
impl Sessions for Faulty {
    async fn load(&self, id: &SessionId, now: Timestamp) -> Result<Option<Record>, StoreError> {
        match self.fault.load(Ordering::SeqCst) {
            DOWN => Err(StoreError("told to fail".to_owned())),
            PANIC => panic!("told to panic"),
            _ => self.kept.load(id, now).await,
        }
    }

    async fn commit(&self, commit: Commit) -> Result<(), CommitError> {
        if self.slow.load(Ordering::SeqCst) {
            tokio::time::sleep(Duration::from_millis(300)).await;
        }
        if self.fault.load(Ordering::SeqCst) == RIVAL {
            return Err(CommitError::Conflict);
        }
        self.kept.commit(commit).await
    }

    async fn order(&self, id: &OrderId) -> Result<Option<OrderRecord>, StoreError> {
        self.kept.order(id).await
    }

    async fn overdue(&self, now: Timestamp) -> Result<u64, StoreError> {
        self.kept.overdue(now).await
    }
}

/// A gateway that does not know yet whether a payment can still be cancelled.
struct Undecided(Arc<CountingGateway>);

#[async_trait]
impl Gateway for Undecided {
    async fn tokenise(&self, card: &FullCard, key: &str) -> Tokenised {
        self.0.tokenise(card, key).await
    }

    async fn open_intent(&self, purpose: &Purpose, key: &str) -> Option<IntentId> {
        self.0.open_intent(purpose, key).await
    }

    async fn charge(&self, confirmation: &Confirmation, purpose: &Purpose) -> Verdict {
        self.0.charge(confirmation, purpose).await
    }

    async fn look_up(&self, _: &Confirmation) -> Verdict {
        Verdict::Pending
    }

    async fn cancel(&self, _: &Confirmation) -> Verdict {
        Verdict::Pending
    }
}

async fn faulty() -> (Server, Arc<Faulty>) {
    let store = Arc::new(Faulty::default());
    let server = Server::of(bench_over(Mood::Pays, store.clone()).bot).await;
    (server, store)
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
    assert_eq!(server.session(Method::DELETE, &session).await.status, 204);
    server.session(Method::GET, &session).await.is_problem(404, "unknown-session");
}

#[tokio::test]
async fn a_malformed_request_is_400() {
    let server = Server::of(bench(Mood::Pays).bot).await;
    let raw = |body: &'static str| {
        server.request(Method::POST, "/chat").header("content-type", "application/json").body(body)
    };
    for body in ["", "{", "hi", "{\"message\": 'hi'}", "{\"message\":\"4242424242424242\"} and more"] {
        let answer = server.send(raw(body)).await;
        answer.is_problem(400, "malformed-json");
        assert!(!answer.text.contains("4242"));
    }
    let session = server.begin().await;
    for id in ["", "1", "not-a-uuid", "00000000-0000-0000-0000-000000000000", "4242424242424242"] {
        let request = server.request(Method::POST, "/chat").bearer_auth(&session.token);
        let answer = server.send(request.json(&json!({ "sessionId": id, "message": "hi" }))).await;
        answer.is_problem(400, "malformed-session-id");
        assert!(!answer.text.contains("4242"));
    }
    server
        .send(server.request(Method::GET, "/session/%ff").bearer_auth("t"))
        .await
        .is_problem(400, "malformed-session-id");
    for key in [String::new(), "two words".to_owned(), "k".repeat(256)] {
        let request = server.saying(&session, "hi").header("idempotency-key", key);
        server.send(request).await.is_problem(400, "malformed-idempotency-key");
    }
}

#[tokio::test]
async fn a_session_opens_to_its_token_only() {
    let server = Server::of(bench(Mood::Pays).bot).await;
    let (session, other) = (server.begin().await, server.begin().await);
    let body = json!({ "sessionId": session.id, "message": "hi" });
    let none = server.chat(body.clone()).await;
    none.is_problem(401, "no-token");
    assert!(none.header("www-authenticate").starts_with("Bearer"));
    let wrong = server.send(server.request(Method::POST, "/chat").bearer_auth(&other.token).json(&body)).await;
    wrong.is_problem(401, "wrong-token");
    assert!(wrong.header("www-authenticate").contains("invalid_token"));
    let stolen = Session { id: session.id.clone(), token: other.token.clone() };
    server.session(Method::GET, &stolen).await.is_problem(401, "wrong-token");
    server.session(Method::DELETE, &stolen).await.is_problem(401, "wrong-token");
    let bare = server.send(server.request(Method::GET, &format!("/session/{}", session.id))).await;
    bare.is_problem(401, "no-token");
    assert_eq!(server.session(Method::GET, &session).await.status, 200);
}

#[tokio::test]
async fn what_is_not_there_is_404_and_is_never_created() {
    let Bench { bot, clock, .. } = bench(Mood::Pays);
    let server = Server::of(bot).await;
    let session = server.begin().await;
    let unknown = Session { id: "3f0e8c1a-5b6d-4e7f-8a9b-0c1d2e3f4a5b".to_owned(), token: session.token.clone() };
    server.say(&unknown, "hi").await.is_problem(404, "unknown-session");
    server.session(Method::GET, &unknown).await.is_problem(404, "unknown-session");
    server.session(Method::DELETE, &unknown).await.is_problem(404, "unknown-session");
    for path in ["/nope", "/session", "/chat/", "/4242424242424242"] {
        let answer = server.send(server.request(Method::GET, path)).await;
        answer.is_problem(404, "unknown-path");
        assert!(!answer.text.contains("4242"));
    }
    TestClock::wind(&clock, 61);
    server.say(&session, "hi").await.is_problem(404, "unknown-session");
    server.session(Method::GET, &session).await.is_problem(404, "unknown-session");
}

#[tokio::test]
async fn a_method_that_a_route_does_not_have_is_405_and_says_which_it_has() {
    let server = Server::of(bench(Mood::Pays).bot).await;
    for (method, path, allowed) in [
        (Method::GET, "/chat", "POST"),
        (Method::PUT, "/chat", "POST"),
        (Method::POST, "/session/3f0e8c1a-5b6d-4e7f-8a9b-0c1d2e3f4a5b", "GET,HEAD,DELETE"),
        (Method::DELETE, "/", "GET,HEAD"),
        (Method::POST, "/health", "GET,HEAD"),
    ] {
        let answer = server.send(server.request(method.clone(), path)).await;
        answer.is_problem(405, "method-not-allowed");
        assert_eq!(answer.header("allow"), allowed);
        let options = server.send(server.request(Method::OPTIONS, path)).await;
        assert_eq!((options.status.as_u16(), options.header("allow")), (204, allowed));
    }
}

#[tokio::test]
async fn what_is_too_long_is_413() {
    let server = Server::of(bench(Mood::Pays).bot).await;
    assert_eq!(server.chat(json!({ "message": "é".repeat(4_000) })).await.status, 200);
    server.chat(json!({ "message": "é".repeat(4_001) })).await.is_problem(413, "message-too-long");
    server.chat(json!({ "message": "hi", "more": "x".repeat(70_000) })).await.is_problem(413, "body-too-large");
}

#[tokio::test]
async fn what_is_not_declared_as_json_is_415_and_json_of_another_shape_422() {
    let server = Server::of(bench(Mood::Pays).bot).await;
    let post = || server.request(Method::POST, "/chat").body("{\"message\":\"hi\"}");
    server.send(post()).await.is_problem(415, "unsupported-media-type");
    server.send(post().header("content-type", "text/plain")).await.is_problem(415, "unsupported-media-type");
    let declared = post().header("content-type", "application/json; charset=utf-8");
    assert_eq!(server.send(declared).await.status, 200);
    for body in [
        json!({}),
        json!([]),
        json!("4242424242424242"),
        json!({ "message": 4_242_424_242_424_242_u64 }),
        json!({ "message": null }),
        json!({ "message": "hi", "sessionId": 7 }),
        json!({ "message": "hi", "answering": "1" }),
        json!({ "message": "hi", "answering": 1.5 }),
        json!({ "message": "hi", "language": ["es"] }),
    ] {
        let answer = server.chat(body).await;
        answer.is_problem(422, "wrong-shape");
        assert!(!answer.text.contains("4242"));
    }
    let lenient = server.chat(json!({ "message": "", "sessionId": null, "answering": null, "more": [1] })).await;
    assert_eq!(lenient.status, 200);
}

#[tokio::test]
async fn our_own_faults_say_nothing_of_their_cause() {
    let (server, store) = faulty().await;
    let session = server.begin().await;
    store.fault.store(DOWN, Ordering::SeqCst);
    for answer in [server.say(&session, "hi").await, server.session(Method::GET, &session).await] {
        answer.is_problem(503, "unavailable");
        assert_eq!(answer.header("retry-after"), "1");
        assert!(!answer.text.contains("told to"));
    }
    store.fault.store(PANIC, Ordering::SeqCst);
    for answer in [
        server.say(&session, "hi").await,
        server.session(Method::GET, &session).await,
        server.session(Method::DELETE, &session).await,
    ] {
        answer.is_problem(500, "internal");
        assert!(!answer.text.contains("told to"));
    }
    store.fault.store(RIVAL, Ordering::SeqCst);
    server.say(&session, "hi").await.is_problem(409, "conflict");
    store.fault.store(0, Ordering::SeqCst);
    assert_eq!(server.say(&session, "Jane Roe").await.status, 200, "and nothing was half done");
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
async fn two_messages_at_once_both_count_once() {
    let Bench { bot, gateway, .. } = bench(Mood::Pays);
    let server = Server::of(bot).await;
    let session = server.begin().await;
    let (name, number) = tokio::join!(server.say(&session, "Jane Roe"), server.say(&session, "4242 4242 4242 4242"));
    assert_eq!((name.status.as_u16(), number.status.as_u16()), (200, 200));
    let seen = server.session(Method::GET, &session).await;
    assert_eq!(seen.body["turn"], 3);
    assert_eq!(seen.body["collectedData"]["name"], "Jane Roe");
    assert_eq!(seen.body["collectedData"]["card"]["last4"], "4242");
    server.say(&session, "12/2030").await;
    server.say(&session, "123").await;
    tokio::join!(server.say(&session, "yes"), server.say(&session, "yes"));
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
        assert!(answer.text_at("detail").contains("en, es"), "{}", answer.text);
    }
}

#[tokio::test]
async fn a_session_with_money_in_the_air_is_deleted_later() {
    let Bench { mut bot, gateway, .. } = bench(Mood::Waits);
    bot.gateway = Arc::new(Undecided(gateway));
    let server = Server::of(bot).await;
    let session = server.at_review().await;
    assert_eq!(server.say(&session, "yes").await.text_at("status"), "processing");
    assert_eq!(server.session(Method::DELETE, &session).await.status, 202);
}

#[tokio::test]
async fn the_page_is_served_with_a_policy_that_lets_only_its_own_script_run() {
    let server = Server::of(bench(Mood::Pays).bot).await;
    let page = server.send(server.request(Method::GET, "/")).await;
    assert_eq!((page.status.as_u16(), page.header("content-type")), (200, "text/html; charset=utf-8"));
    let inside = |open: &str, close: &str| {
        let (_, rest) = page.text.split_once(open).expect("the tag");
        let digest = sha2::Sha256::digest(rest.split_once(close).expect("its end").0);
        format!("'sha256-{}'", base64::prelude::BASE64_STANDARD.encode(digest))
    };
    let policy = page.header("content-security-policy");
    assert!(policy.contains(&format!("script-src {};", inside("<script>", "</script>"))), "{policy}");
    assert!(policy.contains(&format!("style-src {};", inside("<style>", "</style>"))), "{policy}");
    for part in ["default-src 'none'", "frame-ancestors 'none'", "form-action 'none'", "base-uri 'none'"] {
        assert!(policy.contains(part), "{part}");
    }
    assert!(!policy.contains("unsafe"));
    assert_eq!(page.header("x-content-type-options"), "nosniff");
    assert_eq!(page.header("referrer-policy"), "no-referrer");
    let head = server.send(server.request(Method::HEAD, "/")).await;
    assert_eq!((head.status.as_u16(), head.text.as_str()), (200, ""));
    let bank = server.request(Method::GET, "/sandbox/3ds/pi_1").header("accept-language", "es");
    assert!(server.send(bank).await.text.contains("lang=\"es\""));
}

#[tokio::test]
async fn health_and_the_description_are_served() {
    let server = Server::of(bench(Mood::Pays).bot).await;
    let health = server.send(server.request(Method::GET, "/health")).await;
    assert_eq!(health.body["status"], "ok");
    assert_eq!((health.text_at("machine").as_str(), health.text_at("rules").as_str()), ("m", "r"));
    let described = server.send(server.request(Method::GET, "/openapi.json")).await;
    assert_eq!(described.body, contract());
}

#[test]
fn the_description_has_every_problem_and_every_reference_leads_somewhere() {
    let contract = contract();
    for problem in Problem::ALL {
        let status = problem.status().as_u16().to_string();
        let described = contract["paths"]
            .as_object()
            .expect("paths")
            .values()
            .flat_map(|path| path.as_object().expect("operations").values())
            .any(|operation| operation["responses"].get(&status).is_some());
        assert!(described, "{status}");
    }
    for (at, _) in OPENAPI.match_indices("\"$ref\"") {
        let reference = OPENAPI[at..].split('"').nth(3).unwrap_or_default().trim_start_matches('#');
        assert!(contract.pointer(reference).is_some(), "{reference}");
    }
}

#[tokio::test]
async fn a_client_that_sends_its_head_too_slowly_is_cut_off() {
    let limits = Limits { head: Duration::from_millis(150), ..Limits::default() };
    let server = Server::within(bench(Mood::Pays).bot, limits).await;
    let mut slow = TcpStream::connect(server.base.trim_start_matches("http://")).await.expect("a connection");
    slow.write_all(b"POST /chat HTTP/1.1\r\nhost: x\r\n").await.expect("it is sent");
    let mut rest = Vec::new();
    let read = tokio::time::timeout(Duration::from_secs(5), slow.read_to_end(&mut rest)).await;
    assert!(read.is_ok(), "the connection is closed");
}

#[tokio::test]
async fn a_turn_goes_on_when_its_client_has_gone() {
    let (server, store) = faulty().await;
    let session = server.begin().await;
    store.slow.store(true, Ordering::SeqCst);
    let gone = tokio::time::timeout(Duration::from_millis(100), server.say(&session, "Jane Roe")).await;
    assert!(gone.is_err());
    tokio::time::sleep(Duration::from_millis(500)).await;
    let seen = server.session(Method::GET, &session).await;
    assert_eq!(seen.body["collectedData"]["name"], "Jane Roe");
}

#[tokio::test]
async fn what_is_under_way_is_answered_before_the_service_stops() {
    let (mut server, store) = faulty().await;
    let session = server.begin().await;
    store.slow.store(true, Ordering::SeqCst);
    let stop = server.stop.take();
    let stopping = async {
        tokio::time::sleep(Duration::from_millis(100)).await;
        drop(stop);
    };
    let (answer, ()) = tokio::join!(server.say(&session, "Jane Roe"), stopping);
    assert_eq!(answer.status, 200);
    tokio::time::timeout(Duration::from_secs(5), &mut server.running).await.expect("it stops").expect("in order");
    assert!(server.request(Method::GET, "/health").send().await.is_err(), "and takes no more");
}

#[test]
fn what_the_page_s_buttons_say_is_understood_in_every_language() {
    let expected = [
        ("begin", Step::Name, "begin"),
        ("help", Step::Card, "help"),
        ("back", Step::Card, "back"),
        ("cancel", Step::Card, "cancel"),
        ("yes", Step::Confirm, "affirm"),
        ("no", Step::Confirm, "deny"),
        ("change", Step::Confirm, "change"),
        ("cancel", Step::Confirm, "cancel"),
        ("done", Step::Authenticating, "status"),
        ("cancel", Step::Authenticating, "cancel"),
        ("check", Step::Processing, "status"),
        ("help", Step::Processing, "help"),
    ];
    for (language, page) in LANGUAGE_PAGES {
        let words: Value = serde_json::from_str(page).expect("JSON");
        for (button, step, event) in expected {
            let said = words["quick"][button].as_str().expect("a word").to_owned();
            let understood = understand(&Utterance::new(said.clone()), &Listening::new(step, language));
            assert_eq!(understood.event(), event, "{said:?} in {}", step.wire());
        }
    }
}
