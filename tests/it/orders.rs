//! Orders, bounds on abuse and the return page, through the chat API.

mod abuse;
mod looks;
mod minted;
mod rotated;

use std::net::IpAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use async_trait::async_trait;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use jiff::{SignedDuration, Timestamp};
use payment_smart_bot::adapters::{CURRENCIES, MemorySessions, Sandbox};
use payment_smart_bot::dialogue::{AttemptId, Order, Payment, Policy};
use payment_smart_bot::http::{App, Peer, Trust, router};
use payment_smart_bot::keys::ServiceKey;
use payment_smart_bot::orders::{OrderKey, SigningKey};
use payment_smart_bot::ports::{Clock as _, CommitError, Ledger, StoreError};
use payment_smart_bot::session::{Attempt, OpenAttempt, OrderWrite, SessionId, TrailEntry};
use payment_smart_bot::turn::Bot;
use serde_json::{Value, json};
use tower::ServiceExt as _;

use crate::support::{Bench, CountingGateway, Mood, TestClock, bench_over};

const SECRET: &str = "a secret that merchant and service share";

/// A ledger that gives no answer to the first look at an attempt.
struct Forgetful(Arc<MemorySessions>, AtomicBool);

#[async_trait]
impl Ledger for Forgetful {
    async fn open_attempts(&self, by: Option<Timestamp>, limit: usize) -> Result<Vec<OpenAttempt>, StoreError> {
        self.0.open_attempts(by, limit).await
    }

    async fn look_again(&self, open: &OpenAttempt, next: Timestamp) -> Result<bool, StoreError> {
        self.0.look_again(open, next).await
    }

    async fn close(&self, ended: Attempt, order: Option<OrderWrite>) -> Result<(), CommitError> {
        self.0.close(ended, order).await
    }

    async fn attempt(&self, id: &AttemptId) -> Result<Option<Attempt>, StoreError> {
        let first = !self.1.swap(true, Ordering::SeqCst);
        if first { Err(StoreError("away".to_owned())) } else { self.0.attempt(id).await }
    }

    async fn trail(&self, id: &SessionId) -> Result<Vec<TrailEntry>, StoreError> {
        self.0.trail(id).await
    }

    async fn note(&self, at: Timestamp, act: &str, found: Value) -> Result<(), StoreError> {
        self.0.note(at, act, found).await
    }
}

struct Service {
    app: App,
    bot: Arc<Bot>,
    clock: Arc<TestClock>,
    gateway: Arc<CountingGateway>,
    key: ServiceKey,
    store: Arc<MemorySessions>,
}

/// A customer at an address, with a session once there is one.
struct Customer {
    at: IpAddr,
    session: Option<(String, String)>,
    order: Option<String>,
}

impl Customer {
    /// The same, at another window.
    fn again(&self) -> Self {
        Self { at: self.at, session: self.session.clone(), order: None }
    }
}

impl Service {
    fn new(mood: Mood, orders: bool, policy: Policy) -> Self {
        Self::over(mood, orders, policy, false)
    }

    fn over(mood: Mood, orders: bool, policy: Policy, forgetful: bool) -> Self {
        let store = Arc::new(MemorySessions::default());
        let Bench { mut bot, clock, gateway, .. } = bench_over(mood, store.clone());
        (bot.ledger, bot.counts) = (store.clone(), store.clone());
        bot.policy = Arc::new(policy);
        if orders {
            bot.payment = None;
        }
        if forgetful {
            bot.ledger = Arc::new(Forgetful(store.clone(), AtomicBool::new(false)));
        }
        let key = ServiceKey::derived(b"of the test");
        let orders = orders.then(|| OrderKey::parse(SECRET, &CURRENCIES).expect("a key"));
        let trust = Trust { orders, key: key.clone() };
        let bot = Arc::new(bot);
        Self { app: App::new(bot.clone()).trusting(trust), bot, clock, gateway, key, store }
    }

    /// The same, with a gateway that tells cards apart.
    fn with_sandbox(&mut self) {
        let trust = Trust { orders: Some(OrderKey::parse(SECRET, &CURRENCIES).expect("a key")), key: self.key.clone() };
        let (clock, store) = (self.clock.clone(), self.store.clone());
        let Bench { mut bot, .. } = bench_over(Mood::Pays, store.clone());
        (bot.ledger, bot.counts, bot.payment) = (store.clone(), store, None);
        (bot.clock, bot.vault) = (clock, self.bot.vault.clone());
        (bot.policy, bot.gateway) = (self.bot.policy.clone(), Arc::new(Sandbox::new(None)));
        self.bot = Arc::new(bot);
        self.app = App::new(self.bot.clone()).trusting(trust);
    }

    /// How often the customer's session was kept.
    async fn version(&self, customer: &Customer) -> u64 {
        use payment_smart_bot::ports::Sessions as _;
        let id = SessionId::parse(&customer.session.as_ref().expect("a session").0).expect("an id");
        self.store.load(&id, self.clock.now()).await.expect("a store").expect("a session").version()
    }

    async fn send(&self, request: Request<Body>) -> (StatusCode, Value, Option<String>) {
        let response = router(self.app.clone()).oneshot(request).await.expect("an answer");
        let (status, wait) = (response.status(), response.headers().get(header::RETRY_AFTER).cloned());
        let body = axum::body::to_bytes(response.into_body(), 1 << 20).await.expect("a body");
        let wait = wait.and_then(|wait| wait.to_str().ok().map(str::to_owned));
        (status, serde_json::from_slice(&body).unwrap_or_default(), wait)
    }

    /// What is at this path, as text.
    async fn get(&self, path: &str) -> String {
        let request = Request::get(path).body(Body::empty()).expect("a request");
        let response = router(self.app.clone()).oneshot(request).await.expect("an answer");
        let body = axum::body::to_bytes(response.into_body(), 1 << 20).await.expect("a body");
        String::from_utf8(body.to_vec()).expect("text")
    }

    async fn say(&self, customer: &mut Customer, text: &str) -> (StatusCode, Value, Option<String>) {
        let mut body = json!({ "message": text });
        let mut request = Request::post("/chat").header(header::CONTENT_TYPE, "application/json");
        if let Some((id, token)) = &customer.session {
            body["sessionId"] = json!(id);
            request = request.header(header::AUTHORIZATION, format!("Bearer {token}"));
        }
        if let Some(order) = &customer.order {
            body["order"] = json!(order);
        }
        let mut request = request.body(Body::from(body.to_string())).expect("a request");
        request.extensions_mut().insert(Peer(customer.at));
        let answer = self.send(request).await;
        if let Some(token) = answer.1["sessionToken"].as_str() {
            customer.session = Some((answer.1["sessionId"].as_str().expect("an id").to_owned(), token.to_owned()));
        }
        answer
    }

    /// From the first message to the yes; what the last reply says.
    async fn pays(&self, customer: &mut Customer) -> Value {
        let mut last = Value::Null;
        for text in ["Jane Roe", "4242 4242 4242 4242", "12/2030", "123", "yes"] {
            let (status, reply, _) = self.say(customer, text).await;
            assert_eq!(status, StatusCode::OK, "{text}: {reply}");
            customer.order = None;
            last = reply;
        }
        last
    }

    fn order(&self, id: &str, minutes: i64) -> String {
        signed(id, self.clock.now() + SignedDuration::from_mins(minutes))
    }
}

fn payment(id: &str, expires: Timestamp) -> Payment {
    let order = Some(Order { id: id.parse().expect("an id"), expires, minted: false });
    Payment { amount: "49.90 EUR".parse().expect("money"), payee: None, description: None, order }
}

fn signed(id: &str, expires: Timestamp) -> String {
    signed_by(&SigningKey::parse(SECRET, &CURRENCIES).expect("a key"), id, expires)
}

fn signed_by(key: &SigningKey, id: &str, expires: Timestamp) -> String {
    key.sign(&payment(id, expires)).expect("signs")
}

fn customer(at: &str, order: Option<String>) -> Customer {
    Customer { at: at.parse().expect("an address"), session: None, order }
}

fn problem(answer: &(StatusCode, Value, Option<String>)) -> (u16, String) {
    let name =
        answer.1["type"].as_str().unwrap_or_default().rsplit([':', '/', '#']).next().unwrap_or_default().to_owned();
    (answer.0.as_u16(), name)
}

#[tokio::test]
async fn an_order_comes_signed_in_time_and_with_the_first_message_or_nothing_begins() {
    let service = Service::new(Mood::Pays, true, Policy::default());
    let none = service.say(&mut customer("192.0.2.1", None), "hi").await;
    assert_eq!(problem(&none), (400, "order-needed".to_owned()), "{}", none.1);
    let other = SigningKey::parse("a secret that another merchant has", &CURRENCIES).expect("a key");
    let (expired, forged) = (service.order("order-1", -1), signed_by(&other, "order-1", service.clock.now()));
    for (bad, says) in [("", "no JWT"), ("nonsense", "no JWT"), (&expired, "has expired"), (&forged, "signature")] {
        let answer = service.say(&mut customer("192.0.2.1", Some(bad.to_owned())), "hi").await;
        assert_eq!(problem(&answer), (400, "order-not-accepted".to_owned()), "{}", answer.1);
        assert!(answer.1["detail"].as_str().is_some_and(|detail| detail.contains(says)), "{says}: {}", answer.1);
    }
    let mut jane = customer("192.0.2.1", Some(service.order("order-1", 60)));
    assert_eq!(service.say(&mut jane, "hi").await.0, 200);
    // The same order again changes nothing; another one is refused.
    assert_eq!(service.say(&mut jane, "Jane Roe").await.1["currentStep"], "card");
    jane.order = Some(service.order("order-2", 60));
    let other = service.say(&mut jane, "hello").await;
    assert_eq!(problem(&other), (409, "other-order".to_owned()), "{}", other.1);
}

#[tokio::test]
async fn an_order_that_says_something_else_under_the_same_id_is_another_order() {
    let service = Service::new(Mood::Pays, true, Policy::default());
    let expires = service.clock.now() + SignedDuration::from_mins(60);
    let first = payment("order-1", expires);
    let sign = |payment: &Payment| SigningKey::parse(SECRET, &CURRENCIES).expect("a key").sign(payment).expect("signs");
    let mut jane = customer("192.0.2.1", Some(sign(&first)));
    assert_eq!(service.say(&mut jane, "hi").await.0, 200);
    for changed in [
        Payment { amount: "1.00 EUR".parse().expect("money"), ..first.clone() },
        Payment { payee: Some("Harbour Books".to_owned()), ..first.clone() },
        Payment { description: Some("three books".to_owned()), ..first.clone() },
    ] {
        jane.order = Some(sign(&changed));
        let other = service.say(&mut jane, "Jane Roe").await;
        assert_eq!(problem(&other), (409, "other-order".to_owned()), "{}", other.1);
    }
    // Signed anew for a longer time, it is the same.
    jane.order = Some(sign(&payment("order-1", expires + SignedDuration::from_mins(5))));
    assert_eq!(service.say(&mut jane, "Jane Roe").await.1["currentStep"], "card");
}

#[tokio::test]
async fn who_never_comes_back_from_the_bank_holds_the_order_for_half_an_hour() {
    use payment_smart_bot::ports::Ledger as _;
    let service = Service::new(Mood::Leaves, true, Policy::default());
    let mut jane = customer("192.0.2.1", Some(service.order("order-1", 60)));
    assert_eq!(service.pays(&mut jane).await["status"], "awaiting_authentication");
    let reconcile = || service.bot.reconcile(SignedDuration::from_secs(60));
    service.clock.wind(1);
    let version = service.version(&jane).await;
    assert_eq!(reconcile().await.expect("a ledger").open, 1);
    let looked = service.version(&jane).await;
    assert!(looked <= version + 1, "that somebody looked is kept once");
    let looks = async |minutes| {
        let mut looks = 0;
        for _ in 0..minutes {
            service.clock.wind(1);
            looks += reconcile().await.expect("a ledger").open;
        }
        looks
    };
    assert_eq!(looks(26).await, 4, "after 2, 4, 8 and 16 minutes");
    assert_eq!(service.version(&jane).await, looked, "a look that changes nothing writes nothing");
    service.clock.wind(3);
    assert_eq!(reconcile().await.expect("a ledger").ended, 1, "given up in the minute in which it may be");
    assert_eq!(service.store.open_attempts(None, 9).await.expect("a store"), []);
    let (_, reply, _) = service.say(&mut jane, "is it paid?").await;
    assert_eq!(reply["status"], "cancelled", "{reply}");
    let mut rob = customer("192.0.2.2", Some(service.order("order-1", 60)));
    assert_eq!(service.pays(&mut rob).await["status"], "awaiting_authentication", "the order is free again");
}

#[tokio::test]
async fn where_no_orders_are_taken_none_is() {
    let service = Service::new(Mood::Pays, false, Policy::default());
    let answer = service.say(&mut customer("192.0.2.1", Some(service.order("order-1", 60))), "hi").await;
    assert_eq!(problem(&answer), (400, "orders-not-taken".to_owned()), "{}", answer.1);
}

#[tokio::test]
async fn an_order_is_paid_once_and_a_second_session_is_told() {
    let service = Service::new(Mood::Pays, true, Policy::default());
    let mut jane = customer("192.0.2.1", Some(service.order("order-1", 60)));
    assert_eq!(service.pays(&mut jane).await["status"], "complete");
    let mut rob = customer("192.0.2.2", Some(service.order("order-1", 60)));
    let (_, reply, _) = service.say(&mut rob, "Robert Roe").await;
    assert_eq!((&reply["status"], &reply["sessionToken"].is_string()), (&json!("cancelled"), &true));
    assert!(reply["reply"].as_str().expect("a text").contains("has already been paid"), "{reply}");
}

/// The gateway's id of a card bounds how many an order may try, for as long as the operator lets it be kept.
#[tokio::test]
async fn an_order_takes_other_cards_once_those_of_before_are_forgotten_and_counts_its_attempts_for_ever() {
    use payment_smart_bot::ports::Sessions as _;
    let policy = Policy { cards: 1, attempts: 3, ..Policy::default() };
    let mut service = Service::new(Mood::Pays, true, policy);
    service.with_sandbox();
    let order = || service.order("order-1", 60 * 24 * 60);
    let pays = async |card: &str| {
        let mut jane = customer("192.0.2.1", Some(order()));
        let mut last = Value::Null;
        for text in ["Jane Roe", card, "12/2030", "123", "yes"] {
            last = service.say(&mut jane, text).await.1;
            jane.order = None;
        }
        last
    };
    let kept = async || {
        let order = "order-1".parse().expect("an id");
        service.store.order(&order).await.expect("a store").map(|order| (order.attempts, order.cards.len()))
    };
    let declined = pays("4000 0000 0000 0002").await;
    assert!(declined["reply"].as_str().is_some_and(|said| said.contains("declined")), "{declined}");
    assert_eq!(kept().await, Some((1, 1)));
    for days in [0, 29] {
        service.clock.wind(days * 24 * 60);
        let barred = pays("5555 5555 5555 4444").await;
        assert_eq!((&barred["status"], kept().await), (&json!("cancelled"), Some((1, 1))), "{days}: {barred}");
    }
    service.clock.wind(24 * 60);
    pays("4000 0000 0000 9995").await;
    assert_eq!(kept().await, Some((2, 1)), "the first is forgotten, and its attempt is not");
    service.clock.wind(31 * 24 * 60);
    let order = || service.order("order-1", 60);
    let mut jane = customer("192.0.2.1", Some(order()));
    assert_eq!(service.pays(&mut jane).await["status"], "complete");
    assert_eq!(kept().await, Some((3, 0)), "whoever paid it, nobody tries another card");
}

#[tokio::test]
async fn a_return_page_whose_look_up_failed_looks_again() {
    let service = Service::over(Mood::Asks, false, Policy::default(), true);
    assert_eq!(service.pays(&mut customer("192.0.2.1", None)).await["status"], "awaiting_authentication");
    let open = service.store.open_attempts(None, 9).await.expect("a store");
    let path = format!("/return/{}", service.key.return_token(&open[0].attempt.attempt));
    let look = || Request::post(&path).body(Body::empty()).expect("a request");
    assert_eq!(service.send(look()).await.0, 503, "the ledger is not there");
    service.gateway.silent.store(true, Ordering::SeqCst);
    assert_eq!(service.send(look()).await.0, 503, "the gateway gives no answer");
    service.clock.wind(1);
    service.gateway.silent.store(true, Ordering::SeqCst);
    let done = service.bot.reconcile(SignedDuration::from_secs(60)).await.expect("a ledger");
    assert_eq!((done.open, done.failed), (0, 1), "it was not looked up");
    assert_eq!(service.send(look()).await.0, 200);
    assert_eq!(service.store.open_attempts(None, 9).await.expect("a store"), [], "it was looked up, and is paid");
}

#[tokio::test]
async fn the_return_page_looks_once_and_get_writes_nothing() {
    let service = Service::new(Mood::Asks, false, Policy::default());
    let mut jane = customer("192.0.2.1", None);
    assert_eq!(service.pays(&mut jane).await["status"], "awaiting_authentication");
    let open = service.store.open_attempts(None, 9).await.expect("a store");
    let path = format!("/return/{}", service.key.return_token(&open[0].attempt.attempt));
    let ask =
        |method: &str, path: &str| Request::builder().method(method).uri(path).body(Body::empty()).expect("a request");
    for _ in 0..2 {
        assert_eq!(service.send(ask("GET", &path)).await.0, 200);
    }
    assert_eq!(service.store.open_attempts(None, 9).await.expect("a store").len(), 1, "GET looks nothing up");
    assert_eq!(service.send(ask("POST", &path)).await.0, 200);
    assert_eq!(service.store.open_attempts(None, 9).await.expect("a store"), [], "it was looked up, and is paid");
    assert_eq!(service.send(ask("POST", &path)).await.0, 200, "and again it is only shown");
    let (_, reply, _) = service.say(&mut jane, "done").await;
    assert_eq!(reply["status"], "complete");
    let other =
        format!("/return/{}", ServiceKey::derived(b"another").return_token(&AttemptId::new(format!("at_{:032x}", 1))));
    for bad in ["/return/x", &other] {
        assert_eq!(service.send(ask("GET", bad)).await.0, 404);
        assert_eq!(service.send(ask("POST", bad)).await.0, 404);
    }
}
