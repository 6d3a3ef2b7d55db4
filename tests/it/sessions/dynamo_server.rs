//! A DynamoDB to test against: an engine in this process, behind real HTTP; or the one that `DYNAMODB_TEST_ENDPOINT`
//! names. And a wire to it that can be disturbed.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, LazyLock, Mutex, OnceLock};
use std::time::{Duration, Instant};

use aws_config::{BehaviorVersion, Region, SdkConfig};
use aws_sdk_dynamodb::Client;
use aws_sdk_dynamodb::config::{Credentials, SharedCredentialsProvider};
use aws_sdk_dynamodb::types::AttributeValue;
use axum::http::HeaderValue;
use axum::response::{IntoResponse as _, Response};
use payment_smart_bot::adapters::{DynamoSessions, Patience, create_tables};
use payment_smart_bot::session::SessionId;

use crate::http_server::{HttpServer, Request, answer, forward};
use crate::support::lock;

/// Enough for a machine that is busy with other tests.
pub const AMPLE: Patience = Patience { attempt: Duration::from_secs(20), whole: Duration::from_mins(1) };

/// `http://…` of the server of this process; it lives as long as the process.
pub fn endpoint() -> &'static str {
    static ENDPOINT: OnceLock<String> = OnceLock::new();
    ENDPOINT.get_or_init(|| given().unwrap_or_else(engine))
}

#[expect(clippy::disallowed_methods, reason = "a test reads where its peer is")]
fn given() -> Option<String> {
    std::env::var("DYNAMODB_TEST_ENDPOINT").ok()
}

/// Whether the server is a program of its own.
pub fn is_a_peer() -> bool {
    given().is_some()
}

fn engine() -> String {
    static ENGINE: LazyLock<HttpServer> = LazyLock::new(|| {
        HttpServer::run(|listener| {
            dynoxide::server::serve_on(listener, dynoxide::Database::memory().expect("an engine"))
        })
    });
    ENGINE.base.clone()
}

/// The settings of clients that talk to this endpoint.
pub fn settings(endpoint: &str) -> SdkConfig {
    let credentials = Credentials::new("test", "test", None, None, "test");
    SdkConfig::builder()
        .behavior_version(BehaviorVersion::v2026_01_12())
        .region(Region::new("eu-central-1"))
        .endpoint_url(endpoint)
        .credentials_provider(SharedCredentialsProvider::new(credentials))
        .build()
}

/// A pair of tables of one test, and a client of its own to look behind the adapter.
pub struct Tables {
    pub client: Client,
    pub sessions: String,
    pub ledger: String,
    wires: Mutex<Vec<HttpServer>>,
}

impl Tables {
    pub async fn new() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let (process, n) = (std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        let (sessions, ledger) = (format!("sessions-{process}-{n}"), format!("ledger-{process}-{n}"));
        let settings = settings(endpoint());
        create_tables(&settings, &sessions, &ledger, None, true, &mut |_| ()).await.expect("made");
        Self { client: Client::new(&settings), sessions, ledger, wires: Mutex::default() }
    }

    /// A store on them, by way of `endpoint`.
    pub fn store_at(&self, endpoint: &str, patience: Patience) -> DynamoSessions {
        DynamoSessions::connect_within(&settings(endpoint), self.sessions.clone(), self.ledger.clone(), patience)
    }

    pub fn store(&self) -> DynamoSessions {
        self.store_at(endpoint(), AMPLE)
    }

    /// A store on them whose wire is disturbed as `script` says.
    pub fn disturbed(&self, script: &[Wire]) -> (DynamoSessions, Arc<Mutex<VecDeque<Wire>>>) {
        self.over_wire(script, AMPLE)
    }

    /// A store whose server never answers.
    pub fn silent(&self, patience: Patience) -> DynamoSessions {
        self.over_wire(&[Wire::Silent; 9], patience).0
    }

    /// A store over a wire whose first requests meet what `script` says; all others pass. Also gives what is left of it.
    fn over_wire(&self, script: &[Wire], patience: Patience) -> (DynamoSessions, Arc<Mutex<VecDeque<Wire>>>) {
        let left = Arc::new(Mutex::new(script.iter().copied().collect()));
        let wire = HttpServer::start(left.clone(), carry);
        let store = self.store_at(&wire.base, patience);
        lock(&self.wires).push(wire);
        (store, left)
    }

    /// The session's item as it is kept.
    pub async fn raw(&self, id: &SessionId) -> Option<std::collections::HashMap<String, AttributeValue>> {
        let key = AttributeValue::S(id.as_str().to_owned());
        let read = self.client.get_item().table_name(&self.sessions).key("sessionId", key).consistent_read(true);
        read.send().await.expect("reads").item
    }

    /// Changes one attribute of the session's item behind the adapter's back.
    pub async fn set(&self, id: &SessionId, name: &str, value: AttributeValue) {
        let mut item = self.raw(id).await.expect("there");
        item.insert(name.to_owned(), value);
        let put = self.client.put_item().table_name(&self.sessions).set_item(Some(item));
        put.send().await.expect("written");
    }
}

/// A store on tables of its own.
pub async fn store() -> (DynamoSessions, Tables) {
    let tables = Tables::new().await;
    (tables.store(), tables)
}

/// What happens to one request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wire {
    /// It is carried out, and the response is lost.
    Lost,
    /// The server says that there were too many.
    Throttled,
    /// The server says that it failed.
    Failed,
    /// The server says that another transaction had the item.
    Contended,
    /// The server says that the role may not.
    Denied,
    /// Nothing comes back.
    Silent,
    /// So many more writes are carried out, and then none is until that moment: every read answers.
    Unwritable(u8, Instant),
    /// The server gets to none of the keys of a batch.
    Unprocessed,
    /// No transaction is carried out any more; all else is.
    Untransacted,
}

/// What happens to the next request; a script whose time is over is done with.
fn next_of(script: &mut VecDeque<Wire>, action: &str) -> Option<Wire> {
    if script.front() == Some(&Wire::Untransacted) {
        return (action == "TransactWriteItems").then_some(Wire::Failed);
    }
    let Some(Wire::Unwritable(left, until)) = script.front_mut() else { return script.pop_front() };
    if *until <= Instant::now() {
        script.pop_front();
        return None;
    }
    let reads = ["GetItem", "BatchGetItem", "Query", "Scan", "DescribeTable"].contains(&action);
    match left {
        _ if reads => None,
        0 => Some(Wire::Failed),
        _ => {
            *left -= 1;
            None
        }
    }
}

/// Carries one request and its response; `None` where the connection ends.
async fn carry(script: Arc<Mutex<VecDeque<Wire>>>, request: Request) -> Option<Response> {
    let action = request.header("x-amz-target")?.split('.').next_back()?;
    let next = next_of(&mut lock(&script), action);
    let mut answer = match next {
        Some(Wire::Throttled) => problem(400, "ThrottlingException"),
        Some(Wire::Contended) if action == "TransactWriteItems" => problem(400, "TransactionCanceledException"),
        Some(Wire::Contended) if ["PutItem", "DeleteItem", "UpdateItem"].contains(&action) => {
            problem(400, "TransactionConflictException")
        }
        Some(Wire::Denied) => problem(400, "AccessDeniedException"),
        Some(Wire::Failed) => problem(500, "InternalServerError"),
        Some(Wire::Silent) => std::future::pending().await,
        Some(Wire::Unprocessed) => {
            let asked: serde_json::Value = serde_json::from_str(&request.body).expect("JSON");
            let none = serde_json::json!({ "Responses": {}, "UnprocessedKeys": asked["RequestItems"] });
            answer(200, &[("content-type", "application/x-amz-json-1.0")], none.to_string()).into_response()
        }
        // A read is no part of a transaction, and meets none.
        Some(Wire::Lost | Wire::Contended | Wire::Unwritable(..) | Wire::Untransacted) | None => {
            forward(endpoint(), request).await.expect("the server answers")
        }
    };
    answer.headers_mut().insert("connection", HeaderValue::from_static("close"));
    (next != Some(Wire::Lost)).then_some(answer)
}

/// An error, as DynamoDB words it. What its message says stands for a customer's value: nobody may repeat it.
fn problem(status: u16, code: &str) -> Response {
    let reasons = r#"[{"Code":"TransactionConflict"},{"Code":"None"},{"Code":"None"}]"#;
    let body = format!(
        r#"{{"__type":"com.amazonaws.dynamodb.v20120810#{code}","message":"Jane Roe","CancellationReasons":{reasons}}}"#
    );
    answer(status, &[("content-type", "application/x-amz-json-1.0")], body).into_response()
}
