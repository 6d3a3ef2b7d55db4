//! The function: API Gateway's events in, responses out, over DynamoDB, KMS and Bedrock, all over real HTTP.

use std::fs;
use std::path::Path;
use std::time::Duration;

use aws_sdk_dynamodb::types::AttributeValue;
use payment_smart_bot::session::SessionId;
use serde_json::{Value, json};

use crate::converse_server::{ConverseServer, Mood};
use crate::kms_server::{KEY, KmsServer};
use crate::lambda_runtime::Function;
use crate::sessions::dynamo_server::{Tables, endpoint};
use crate::support::lock;

/// A checked-in event.
fn event(name: &str) -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/events/{name}.json"));
    serde_json::from_str(&fs::read_to_string(path).expect("an event")).expect("JSON")
}

/// The event as this session sends it.
fn of(session: &Session, name: &str) -> Value {
    let text = event(name).to_string().replace("SESSION_ID", &session.id).replace("TOKEN", &session.token);
    serde_json::from_str(&text).expect("JSON")
}

struct Session {
    id: String,
    token: String,
}

impl Session {
    fn message(&self, text: &str, key: &str) -> Value {
        let mut event = of(self, "chat-next");
        event["body"] = json!({ "sessionId": self.id, "message": text }).to_string().into();
        event["headers"]["Idempotency-Key"] = key.into();
        event["multiValueHeaders"]["Idempotency-Key"] = json!([key]);
        event
    }
}

fn body(response: &Value) -> Value {
    serde_json::from_str(response["body"].as_str().expect("a body")).expect("JSON")
}

/// What a function stands on.
struct World {
    tables: Tables,
    kms: KmsServer,
    converse: ConverseServer,
}

impl World {
    async fn new() -> Self {
        let (tables, kms) = (Tables::new().await, KmsServer::start());
        Self { tables, kms, converse: ConverseServer::start(Mood::Well) }
    }

    fn variables(&self) -> Vec<(&'static str, String)> {
        vec![
            ("DYNAMODB_TABLE", self.tables.sessions.clone()),
            ("LEDGER_TABLE", self.tables.ledger.clone()),
            ("KMS_KEY_ID", KEY.to_owned()),
            ("BEDROCK_MODEL_ID", "usual".to_owned()),
            ("BEDROCK_GUARDRAIL_ID", String::new()),
            ("WORDING", "live".to_owned()),
            ("PAYMENT_SMART_BOT_AMOUNT", "49.90 EUR".to_owned()),
            ("PAYMENT_SMART_BOT_PAYEE", String::new()),
            ("RUST_LOG", "trace".to_owned()),
            ("AWS_ENDPOINT_URL_DYNAMODB", endpoint().to_owned()),
            ("AWS_ENDPOINT_URL_KMS", self.kms.endpoint()),
            ("AWS_ENDPOINT_URL_BEDROCK_RUNTIME", self.converse.endpoint()),
        ]
    }

    fn function(&self) -> Function {
        Function::start(&self.variables())
    }
}

async fn begun(function: &mut Function) -> Session {
    let response = function.invoke(&event("chat-begin")).await;
    assert_eq!(response["statusCode"], 200, "{response}");
    let body = body(&response);
    let text = |name: &str| body[name].as_str().expect("text").to_owned();
    Session { id: text("sessionId"), token: text("sessionToken") }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_event_of_the_schedule_has_what_is_in_the_air_looked_up() {
    let world = World::new().await;
    let mut function = world.function();
    let said = function.invoke(&serde_json::json!({ "reconcile": {} })).await;
    assert_eq!(said, serde_json::json!({ "ended": 0, "open": 0, "failed": 0, "old": 0, "inTime": true }));
    // Of another event nothing comes, as of a request in a form that is not deployed.
    let said = function.invoke(&serde_json::json!({ "version": "2.0", "rawPath": "/chat", "body": "{}" })).await;
    assert_eq!((said["statusCode"].as_u64(), body(&said)["status"].as_u64()), (Some(501), Some(501)), "{said}");
    assert!(body(&said)["detail"].as_str().is_some_and(|detail| detail.contains("REST API")), "{said}");
    let has = |parts: [&'static str; 2]| move |line: &str| parts.iter().all(|part| line.contains(part));
    function.logged(has(["\"message\":\"reconciled\"", "\"in_time\":true"])).await;
    function.logged(has(["\"ERROR\"", "payload format 1.0"])).await;
    // The function goes on to answer customers.
    begun(&mut function).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn another_event_of_the_schedule_has_card_data_deleted_that_nobody_came_back_for() {
    let world = World::new().await;
    let mut function = world.function();
    let mut ids = Vec::new();
    for key in ["one", "two"] {
        let session = begun(&mut function).await;
        for (text, step) in [("Jane Roe", "card"), ("4242 4242 4242 4242", "expiry")] {
            let reply = function.invoke(&session.message(text, &format!("{key}-{step}"))).await;
            assert_eq!(body(&reply)["currentStep"], step, "{reply}");
        }
        ids.push(SessionId::parse(&session.id).expect("an id"));
    }
    world.tables.set(&ids[0], "sealedUntil", AttributeValue::S("2020-01-01T00:00:00.000000000Z".to_owned())).await;
    assert_eq!(function.invoke(&json!({ "sweep": {} })).await, json!({ "deleted": 1 }));
    assert_eq!(function.invoke(&json!({ "sweep": {} })).await, json!({ "deleted": 0 }));
    let mut held = Vec::new();
    for id in &ids {
        held.push(world.tables.raw(id).await.expect("there").contains_key("sealed"));
    }
    assert_eq!(held, [false, true]);
    function.logged(|line| line.contains("\"deleted\":1") && line.contains("card data")).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_payment_is_taken_though_the_function_is_killed_between_any_two_messages() {
    let world = World::new().await;
    let mut function = world.function();
    let session = begun(&mut function).await;
    let mut log = String::new();
    let mut last = Value::Null;
    for (n, text) in ["Jane Roe", "4242 4242 4242 4242", "12/2030", "123", "yes"].into_iter().enumerate() {
        log += &lock(&function.log).clone();
        function.process.kill().await.expect("killed");
        function = world.function();
        let response = function.invoke(&session.message(text, &format!("k{n}"))).await;
        assert_eq!(response["statusCode"], 200, "{text}: {response}");
        last = body(&response);
    }
    log += &lock(&function.log).clone();
    assert_eq!(last["status"], "complete", "{last}");
    let shown = body(&function.invoke(&of(&session, "session-get")).await);
    assert_eq!(
        shown["collectedData"]["card"]["last4"].as_str().or(shown["collectedData"]["lastFour"].as_str()).map(str::len),
        Some(4),
        "{shown}"
    );
    let deleted = function.invoke(&of(&session, "session-delete")).await;
    assert!([200, 202, 204].contains(&deleted["statusCode"].as_u64().expect("a status")), "{deleted}");
    assert!(!world.converse.calls().is_empty() && !world.kms.calls().is_empty());
    for line in log.lines() {
        let line: Value = serde_json::from_str(line).expect("a line of the log is JSON");
        assert!(line["level"].is_string(), "{line}");
    }
    for secret in ["4242424242424242", "4242 4242", "Jane", "Roe", "12/2030", &session.token] {
        assert!(!log.contains(secret), "the log has {secret}");
    }
    let requests = format!("{:?} {:?}", world.converse.calls(), world.kms.requests());
    for secret in ["4242424242424242", "Jane", &session.id] {
        assert!(!requests.contains(secret), "a request has {secret}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_message_that_was_committed_but_never_answered_is_answered_the_same_when_it_is_sent_again() {
    let world = World::new().await;
    let mut function = world.function();
    let session = begun(&mut function).await;
    let message = session.message("Jane Roe", "once");
    let first = function.invoke(&message).await;
    // The gateway never saw that answer: it, or the client, sends the message again, to another instance.
    function.process.kill().await.expect("killed");
    let mut function = world.function();
    let again = function.invoke(&message).await;
    assert_eq!(body(&first), body(&again));
    assert_eq!(again["multiValueHeaders"]["idempotent-replayed"], json!(["true"]), "{again}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_other_events_of_the_gateway_get_their_answers() {
    let world = World::new().await;
    let mut function = world.function();
    let statuses = [
        ("chat-base64", 200),
        ("chat-malformed", 400),
        ("health", 200),
        ("options", 204),
        ("unknown-path", 404),
        ("page", 200),
    ];
    for (name, status) in statuses {
        let response = function.invoke(&event(name)).await;
        assert_eq!(response["statusCode"], status, "{name}: {response}");
    }
    // Behind a custom domain's base path; the page's relative links need the slash at its end.
    for (name, path, status) in [
        ("health", "/pay/health", 200),
        ("page", "/pay/", 200),
        ("page", "/pay", 308),
        ("chat-begin", "/shop/pay/chat", 200),
        ("unknown-path", "/pay/wp-login.php", 404),
    ] {
        let mut event = event(name);
        event["path"] = path.into();
        let response = function.invoke(&event).await;
        assert_eq!(response["statusCode"], status, "{path}: {response}");
        if status == 308 {
            assert_eq!(response["multiValueHeaders"]["location"], json!(["/pay/"]), "{response}");
        }
    }
    let nobody = Session { id: "0b0e7a0e-0000-4000-8000-000000000000".to_owned(), token: "0".repeat(64) };
    assert_eq!(function.invoke(&of(&nobody, "session-get")).await["statusCode"], 404);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_turn_that_would_outlive_its_invocation_is_answered_before_it() {
    let world = World::new().await;
    let mut function = world.function();
    let session = begun(&mut function).await;
    world.converse.lasting(Mood::Stalls);
    // 2.2 s to go, two of them for the gateway, which gives up before the function has to; the model is waited for 0.4 s.
    let message = session.message("Jane Roe", "late");
    let response = function.invoke_until(&message, Duration::from_millis(2_200)).await;
    assert_eq!(response["statusCode"], 503, "{response}");
    assert_eq!(body(&response)["type"], "urn:payment-smart-bot:problem:undecided");
    let again = function.invoke(&message).await;
    assert_eq!(again["statusCode"], 200, "{again}");
    assert_eq!(body(&again)["currentStep"], "card");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_function_without_its_tables_says_what_to_set_and_ends() {
    let mut function = Function::start(&[]);
    let status = function.process.wait().await.expect("it ends");
    tokio::time::sleep(Duration::from_millis(200)).await;
    assert_eq!(status.code(), Some(1));
    assert!(lock(&function.log).contains("set DYNAMODB_TABLE, LEDGER_TABLE and KMS_KEY_ID"));
}

/// One invocation through the emulator's own interface.
async fn invoked(port: &str, event: &Value) -> Value {
    let url = format!("http://127.0.0.1:{port}/2015-03-31/functions/_/invocations");
    let client = reqwest::Client::new();
    for _ in 0..100 {
        if let Ok(answer) = client.post(&url).body(event.to_string()).send().await
            && answer.status().is_success()
        {
            return answer.json().await.expect("JSON");
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    panic!("cargo lambda watch does not answer on port {port}");
}

/// Run by `tests/peers/lambda/run`: the release binary on the runtime interface of cargo-lambda's emulator.
#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs cargo-lambda: run tests/peers/lambda/run"]
#[expect(clippy::disallowed_methods, reason = "a peer is named by the environment")]
async fn a_payment_is_taken_under_cargo_lambda_watch() {
    let set = |name: &str| std::env::var(name).unwrap_or_else(|_| panic!("{name} is not set"));
    let (binary, port) = (set("LAMBDA_BINARY"), set("LAMBDA_WATCH_PORT"));
    let world = World::new().await;
    let mut function = tokio::process::Command::new(binary)
        .env_clear()
        .envs(world.variables())
        .env("AWS_LAMBDA_RUNTIME_API", format!("http://127.0.0.1:{port}/.rt"))
        .envs([("AWS_LAMBDA_FUNCTION_NAME", "_"), ("AWS_LAMBDA_FUNCTION_VERSION", "1")])
        .envs([("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "512"), ("AWS_REGION", "eu-central-1")])
        .envs([("AWS_ACCESS_KEY_ID", "test"), ("AWS_SECRET_ACCESS_KEY", "test")])
        .env("AWS_LAMBDA_HTTP_IGNORE_STAGE_IN_PATH", "true")
        .stdout(std::process::Stdio::null())
        .kill_on_drop(true)
        .spawn()
        .expect("the function starts");
    let first = invoked(&port, &event("chat-begin")).await;
    assert_eq!(first["statusCode"], 200, "{first}");
    let begun = body(&first);
    let text = |name: &str| begun[name].as_str().expect("text").to_owned();
    let session = Session { id: text("sessionId"), token: text("sessionToken") };
    let mut last = Value::Null;
    for (n, text) in ["Jane Roe", "4242 4242 4242 4242", "12/2030", "123", "yes"].into_iter().enumerate() {
        last = body(&invoked(&port, &session.message(text, &format!("k{n}"))).await);
    }
    assert_eq!(last["status"], "complete", "{last}");
    for name in ["chat-base64", "chat-malformed", "health", "options", "unknown-path", "page", "chat-begin"] {
        let status = invoked(&port, &event(name)).await["statusCode"].as_u64().expect("a status");
        assert!(status < 500, "{name}: {status}");
    }
    function.kill().await.expect("it was there");
}
