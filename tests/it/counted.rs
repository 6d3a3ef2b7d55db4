//! What a dialogue asks for, counted at the wires of DynamoDB, KMS and Stripe: README's, from the first word to the receipt, as a
//! page sends it. `infra/COST.md` and `infra/SCALE.md` are made of these counts (`infra/figures.py`).

use std::sync::{Arc, Mutex};

use axum::body::Body;
use axum::http::{Request as Asked, header};
use axum::response::Response;
use jiff::SignedDuration;
use payment_smart_bot::adapters::{CURRENCIES, StripePatience};
use payment_smart_bot::dialogue::{Order, Payment};
use payment_smart_bot::http::{App, Peer, Trust, router};
use payment_smart_bot::keys::ServiceKey;
use payment_smart_bot::orders::{OrderKey, SigningKey};
use payment_smart_bot::ports::Clock as _;
use serde::Serialize;
use serde_json::{Value, json};
use tower::ServiceExt as _;

use crate::http_server::{HttpServer, Request, forward};
use crate::kms_server::KmsServer;
use crate::sessions::dynamo_server::{AMPLE, Tables, endpoint};
use crate::stripe::connect;
use crate::stripe_server::FakeStripe;
use crate::support::{Mood, bench_over, lock};

/// The most that a dialogue may write (units of 1 KB), and ask for in all: without an order, and with one.
const WRITTEN: [u32; 2] = [47, 50];
const REQUESTS: [usize; 2] = [28, 26];

const DIALOGUE: [&str; 6] = ["hi, I'd like to pay", "Jane Roe", "4242 4242 4242 4242", "12/28", "123", "yes"];

const SECRET: &str = "a secret that merchant and service share";

/// What was asked for, and what DynamoDB says that it cost.
#[derive(Clone, Copy, Debug, Default, Serialize)]
struct Counts {
    messages: usize,
    dynamodb: usize,
    kms: usize,
    stripe: usize,
    /// Of them, those that change something.
    stripe_writes: usize,
    /// Units of 1 KB written: to sessions, and to the ledger, with their indexes.
    sessions_written: u32,
    ledger_written: u32,
    /// Units of 4 KB read.
    read: u32,
}

/// A wire to DynamoDB that counts.
fn metered(counts: &Arc<Mutex<Counts>>) -> HttpServer {
    HttpServer::start(counts.clone(), |counts, request| async move { measured(&counts, request).await })
}

/// Asks what the request costs, and adds it up.
async fn measured(counts: &Mutex<Counts>, mut request: Request) -> Option<Response> {
    let action = request.header("x-amz-target")?.split('.').next_back()?.to_owned();
    let mut asked: Value = serde_json::from_str(&request.body).expect("JSON");
    asked["ReturnConsumedCapacity"] = json!("TOTAL");
    request.body = asked.to_string();
    request.head.headers.remove(header::CONTENT_LENGTH);
    let (head, body) = forward(endpoint(), request).await?.into_parts();
    let body = axum::body::to_bytes(body, usize::MAX).await.ok()?;
    let said: Value = serde_json::from_slice(&body).expect("JSON");
    let consumed = match &said["ConsumedCapacity"] {
        Value::Array(each) => each.clone(),
        one => vec![one.clone()],
    };
    let reads = ["GetItem", "BatchGetItem", "Query"].contains(&&*action);
    let mut counts = lock(counts);
    counts.dynamodb += 1;
    for one in consumed {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a few whole units, or half of one"
        )]
        let units = one["CapacityUnits"].as_f64().unwrap_or_default().ceil() as u32;
        match one["TableName"].as_str() {
            _ if reads => counts.read += units,
            Some(table) if table.starts_with("ledger") => counts.ledger_written += units,
            _ => counts.sessions_written += units,
        }
    }
    Some(Response::from_parts(head, body.into()))
}

/// The dialogue, with the merchant's order or without.
async fn talked(ordered: bool) -> Counts {
    let (tables, kms, stripe) = (Tables::new().await, KmsServer::start(), FakeStripe::start());
    let counts = Arc::<Mutex<Counts>>::default();
    let wire = metered(&counts);
    let store = Arc::new(tables.store_at(&wire.base, AMPLE));
    let mut bench = bench_over(Mood::Pays, store.clone());
    (bench.bot.ledger, bench.bot.counts) = (store.clone(), store);
    bench.bot.vault = Arc::new(kms.vault());
    bench.bot.gateway = Arc::new(connect(&stripe.base(), StripePatience::default()));
    let expires = bench.clock.now() + SignedDuration::from_hours(1);
    let what = Some("order 1042".to_owned());
    let payment = Payment { description: what, ..crate::support::payment() };
    let order = Order { id: "order-1042".parse().expect("an id"), expires, minted: false };
    let signs = SigningKey::parse(SECRET, &CURRENCIES).expect("a key");
    let token = signs.sign(&Payment { order: Some(order), ..payment.clone() }).expect("signs");
    bench.bot.payment = (!ordered).then_some(payment);
    let orders = ordered.then(|| OrderKey::parse(SECRET, &CURRENCIES).expect("a key"));
    let app = App::new(Arc::new(bench.bot)).trusting(Trust { orders, key: ServiceKey::derived(b"of the test") });
    let mut session: Option<(String, String)> = None;
    for (turn, text) in DIALOGUE.iter().enumerate() {
        let mut body = json!({ "message": text, "answering": (turn > 0).then_some(turn) });
        let mut request = Asked::post("/chat").header(header::CONTENT_TYPE, "application/json");
        request = request.header("idempotency-key", format!("0f8fad5bd9cb469fa165708677289{turn:03x}"));
        match &session {
            Some((id, token)) => {
                body["sessionId"] = json!(id);
                request = request.header(header::AUTHORIZATION, format!("Bearer {token}"));
            }
            None if ordered => body["order"] = json!(token),
            None => {}
        }
        let mut request = request.body(Body::from(body.to_string())).expect("a request");
        request.extensions_mut().insert(Peer("192.0.2.1".parse().expect("an address")));
        let response = router(app.clone()).oneshot(request).await.expect("an answer");
        let reply = axum::body::to_bytes(response.into_body(), 1 << 20).await.expect("a body");
        let reply: Value = serde_json::from_slice(&reply).expect("JSON");
        if let Some(token) = reply["sessionToken"].as_str() {
            session = Some((reply["sessionId"].as_str().expect("an id").to_owned(), token.to_owned()));
        }
        assert_eq!(reply["status"] == "complete", turn + 1 == DIALOGUE.len(), "{text}: {reply}");
    }
    assert_eq!(stripe.times_paid(), 1);
    // What is superseded is deleted after the reply.
    tokio::time::sleep(std::time::Duration::from_millis(500)).await;
    let asked = stripe.seen();
    let counted = *lock(&counts);
    Counts {
        messages: DIALOGUE.len(),
        kms: kms.asked().len(),
        stripe: asked.len(),
        stripe_writes: asked.iter().filter(|seen| seen.key.is_some()).count(),
        ..counted
    }
}

fn given(name: &str) -> Option<String> {
    #[expect(clippy::disallowed_methods, reason = "a test reads how it is run")]
    std::env::var(name).ok()
}

/// `INSTA_UPDATE=always` writes them anew; then `python3 infra/figures.py`.
#[tokio::test(flavor = "multi_thread")]
async fn a_dialogue_writes_and_asks_for_no_more_than_it_may_and_the_counts_in_infra_are_these() {
    let (plain, ordered) = (talked(false).await, talked(true).await);
    // Amazon's own stand-in counts reads of what is not there as none, and an index twice: its units are a second opinion.
    let another = given("DYNAMODB_TEST_ENDPOINT").is_some();
    for (n, (what, counts)) in [("without an order", plain), ("with an order", ordered)].into_iter().enumerate() {
        let requests = counts.dynamodb + counts.kms + counts.stripe;
        let written = counts.sessions_written + counts.ledger_written;
        println!("figure: {what}: {requests} requests, {written} units written, {} read: {counts:?}", counts.read);
        assert!(requests <= REQUESTS[n], "{what}: {requests} requests");
        assert!(another || written <= WRITTEN[n], "{what}: {written} units");
    }
    if another {
        return;
    }
    let counts = serde_json::to_string_pretty(&json!({ "plain": plain, "ordered": ordered })).expect("JSON") + "\n";
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("infra/counts.json");
    if given("INSTA_UPDATE").is_some_and(|update| update == "always") {
        std::fs::write(&path, &counts).expect("written");
    }
    let known = std::fs::read_to_string(&path).expect("infra/counts.json");
    assert_eq!(
        known, counts,
        "INSTA_UPDATE=always writes infra/counts.json, and python3 infra/figures.py what is made of it"
    );
}
