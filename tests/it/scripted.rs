//! A second gateway, whose answers are a script. All that a gateway brings stands in this file, as it would in a folder
//! of `adapters`: nothing else knows its name.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use axum::Router;
use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};
use jiff::{SignedDuration, Timestamp};
use payment_smart_bot::dialogue::{
    AttemptId, Confirmation, CurrencyRules, Decline, DeclineCodes, FullCard, IntentId, Link, Opened, Order, Payment,
    Purpose, Token, Tokenised, Verdict,
};
use payment_smart_bot::http::{App, Trust, router};
use payment_smart_bot::keys::ServiceKey;
use payment_smart_bot::orders::{Claim, OrderError, OrderKey, SigningKey};
use payment_smart_bot::ports::{Clock, EventError, Events, Finding, Gateway, GatewayEvent, Headers, Mark};
use payment_smart_bot::session::SessionId;
use serde_json::{Value, json};
use tower::ServiceExt as _;

use crate::support::{Bench, Mood, TO_REVIEW, TestClock, bench, lock};

/// Its codes for declines.
const CODES: DeclineCodes = DeclineCodes { known: &[("51", Decline::OtherCard)], other: Decline::Plain };

/// What it charges: whole tens of euros, a thousand at most.
const AMOUNTS: CurrencyRules = CurrencyRules {
    taken: "EUR",
    steps: &[("EUR", 1_000)],
    steps_told: "amounts are whole tens of euros",
    least: &[],
    most: 100_000,
    range_told: "an amount is at most a thousand euros",
};

/// What its events carry in the header `scripted-by`.
const AUTHOR: &str = "the one who wrote it";

/// Answers what is written, line by line.
#[derive(Default)]
struct Scripted {
    lines: Mutex<VecDeque<Verdict>>,
}

impl Scripted {
    fn of(lines: impl IntoIterator<Item = Verdict>) -> Arc<Self> {
        Arc::new(Self { lines: Mutex::new(lines.into_iter().collect()) })
    }

    fn next(&self) -> Verdict {
        lock(&self.lines).pop_front().expect("a line for every question")
    }
}

#[async_trait]
impl Gateway for Scripted {
    async fn tokenise(&self, _: &FullCard, key: &str) -> Tokenised {
        Tokenised::Token { token: Token::new(format!("token-{key}")), fingerprint: None }
    }

    async fn open_intent(&self, _: &Purpose, key: &str) -> Opened {
        Opened::Intent(IntentId::new(format!("intent-{key}")))
    }

    async fn charge(&self, _: &Confirmation, _: &Purpose) -> Verdict {
        self.next()
    }

    async fn look_up(&self, _: &Confirmation) -> Verdict {
        self.next()
    }

    async fn cancel(&self, _: &Confirmation) -> Verdict {
        self.next()
    }

    fn events(&self) -> Option<&dyn Events> {
        Some(self)
    }

    async fn health(&self, _: &dyn Clock) -> Vec<Finding> {
        vec![Finding::well("script", format!("{} lines are left", lock(&self.lines).len()))]
    }
}

impl Events for Scripted {
    fn route(&self) -> &'static str {
        "/webhooks/scripted"
    }

    fn may_be_signed(&self, headers: &dyn Headers, _: Timestamp) -> bool {
        headers.text("scripted-by") == Some(AUTHOR)
    }

    fn read(&self, _: &dyn Headers, body: &[u8], _: Timestamp) -> Result<Option<GatewayEvent>, EventError> {
        let text = std::str::from_utf8(body).map_err(|_| EventError::Shape)?;
        let (id, attempt) = text.split_once(' ').ok_or(EventError::Shape)?;
        Ok((attempt != "-").then(|| GatewayEvent { id: id.to_owned(), attempt: AttemptId::new(attempt) }))
    }
}

async fn send(routes: &Router, request: axum::http::request::Builder, body: String) -> (StatusCode, Value) {
    let response = routes.clone().oneshot(request.body(Body::from(body)).expect("a request")).await.expect("an answer");
    let status = response.status();
    let body = axum::body::to_bytes(response.into_body(), 1 << 20).await.expect("a body");
    (status, serde_json::from_slice(&body).unwrap_or_default())
}

async fn post_event(routes: &Router, path: &str, author: &str, body: &str) -> (StatusCode, Value) {
    send(routes, Request::post(path).header("scripted-by", author), body.to_owned()).await
}

#[tokio::test]
async fn a_second_gateway_charges_and_what_its_events_name_is_looked_up() {
    let asks = Verdict::ActionRequired(Link::new("https://bank.example/3ds"));
    let gateway = Scripted::of([asks, Verdict::Paid]);
    let Bench { mut bot, clock, .. } = bench(Mood::Pays);
    bot.gateway = gateway.clone();
    let (sessions, ledger) = (bot.sessions.clone(), bot.ledger.clone());
    let routes = router(App::new(Arc::new(bot)));
    let mut session: Option<(String, String)> = None;
    for message in TO_REVIEW.into_iter().chain(["yes"]) {
        let mut request = Request::post("/chat").header(header::CONTENT_TYPE, "application/json");
        let mut body = json!({ "message": message });
        if let Some((id, token)) = &session {
            request = request.header(header::AUTHORIZATION, format!("Bearer {token}"));
            body["sessionId"] = json!(id);
        }
        let (status, reply) = send(&routes, request, body.to_string()).await;
        assert_eq!(status, 200, "{reply}");
        let text = |name: &str| reply[name].as_str().unwrap_or_default().to_owned();
        session.get_or_insert_with(|| (text("sessionId"), text("sessionToken")));
    }
    let open = ledger.open_attempts(None, 9).await.expect("a ledger");
    let event = format!("e1 {}", open[0].attempt.attempt.as_str());
    let (status, problem) = post_event(&routes, "/webhooks/scripted", "somebody else", &event).await;
    assert_eq!((status.as_u16(), &problem["type"]), (400, &json!("urn:payment-smart-bot:problem:bad-signature")));
    assert_eq!(post_event(&routes, "/webhooks/stripe", AUTHOR, &event).await.0, 404);
    assert_eq!(post_event(&routes, "/webhooks/scripted", AUTHOR, "nonsense").await.0, 422);
    assert_eq!(post_event(&routes, "/webhooks/scripted", AUTHOR, "e0 -").await.0, 200);
    assert_eq!(lock(&gateway.lines).len(), 1, "nothing of that was a reason to look");
    // The second time it is known, and nobody is asked.
    for _ in 0..2 {
        assert_eq!(post_event(&routes, "/webhooks/scripted", AUTHOR, &event).await.0, 200);
    }
    assert!(ledger.open_attempts(None, 9).await.expect("a ledger").is_empty());
    let id = SessionId::parse(&session.expect("a session").0).expect("an id");
    let record = sessions.load(&id, clock.now()).await.expect("a store").expect("a session");
    assert!(String::from_utf8(record.to_json()).expect("text").contains("\"complete\""));
    let other = Request::builder().method(Method::GET).uri("/webhooks/scripted");
    assert_eq!(send(&routes, other, String::new()).await.0, 405);
    let bank = Request::get("/sandbox/3ds/intent-1");
    assert_eq!(send(&routes, bank, String::new()).await.0, 404);
}

#[tokio::test]
async fn an_order_is_one_that_the_second_gateway_charges() {
    const SECRET: &str = "a secret that merchant and service share";
    let Bench { mut bot, clock, .. } = bench(Mood::Pays);
    (bot.gateway, bot.payment) = (Scripted::of([]), None);
    let orders = Some(OrderKey::parse(SECRET, &AMOUNTS).expect("a key"));
    let trust = Trust { orders, key: ServiceKey::derived(b"of the test") };
    let routes = router(App::new(Arc::new(bot)).trusting(trust));
    let order = |amount: &str| Payment {
        amount: amount.parse().expect("money"),
        payee: None,
        description: None,
        order: Some(Order {
            id: "A-1".parse().expect("an id"),
            expires: clock.now() + SignedDuration::from_mins(5),
            minted: false,
        }),
    };
    // The merchant's own system may sign what this gateway does not charge.
    let merchant = SigningKey::parse(SECRET, &payment_smart_bot::adapters::CURRENCIES).expect("a key");
    for (amount, status) in [("40.00 EUR", 200), ("40.00 USD", 400), ("49.90 EUR", 400), ("1010.00 EUR", 400)] {
        let token = merchant.sign(&order(amount)).expect("signs");
        let request = Request::post("/chat").header(header::CONTENT_TYPE, "application/json");
        let (answered, reply) = send(&routes, request, json!({ "message": "hi", "order": token }).to_string()).await;
        assert_eq!(answered.as_u16(), status, "{amount}: {reply}");
    }
    let signing = SigningKey::parse(SECRET, &AMOUNTS).expect("a key");
    assert_eq!(signing.sign(&order("40.00 USD")), Err(OrderError::Claim(Claim::Currency)));
    assert_eq!(AMOUNTS.parse("49.90 EUR").expect_err("refused").to_string(), AMOUNTS.steps_told);
}

#[tokio::test]
async fn an_operator_hears_of_the_second_gateway_in_its_own_words() {
    let found = Scripted::of([Verdict::Paid]).health(&TestClock::new()).await;
    assert_eq!(found, [Finding { mark: Mark::Well, what: "script", found: "1 lines are left".to_owned() }]);
    assert_eq!((CODES.class("51"), CODES.class("05")), (Decline::OtherCard, Decline::Plain));
}
