//! A DynamoDB to test against: an engine in this process, behind real HTTP; or the one that `DYNAMODB_TEST_ENDPOINT`
//! names. And a wire to it that can be disturbed.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::mpsc::channel;
use std::sync::{Arc, Mutex, OnceLock};
use std::time::Duration;

use aws_config::{BehaviorVersion, Region, SdkConfig};
use aws_sdk_dynamodb::Client;
use aws_sdk_dynamodb::config::{Credentials, SharedCredentialsProvider};
use aws_sdk_dynamodb::types::AttributeValue;
use payment_smart_bot::adapters::{DynamoSessions, Patience, create_tables};
use payment_smart_bot::session::SessionId;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

use crate::support::lock;

/// Enough for a machine that is busy with other tests.
const AMPLE: Patience = Patience { attempt: Duration::from_secs(20), whole: Duration::from_mins(1) };

/// `http://…` of the server of this process; it lives as long as the process.
pub fn endpoint() -> &'static str {
    static ENDPOINT: OnceLock<String> = OnceLock::new();
    #[expect(clippy::disallowed_methods, reason = "a test reads where its peer is")]
    let given = || std::env::var("DYNAMODB_TEST_ENDPOINT").ok();
    ENDPOINT.get_or_init(|| given().unwrap_or_else(engine))
}

fn engine() -> String {
    let (bound, at) = channel();
    std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        runtime.block_on(async {
            let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
            bound.send(listener.local_addr().expect("bound")).expect("somebody waits");
            let engine = dynoxide::Database::memory().expect("an engine");
            dynoxide::server::serve_on(listener, engine).await;
        });
    });
    format!("http://{}", at.recv().expect("the engine starts"))
}

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
}

impl Tables {
    pub async fn new() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let (process, n) = (std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        let (sessions, ledger) = (format!("sessions-{process}-{n}"), format!("ledger-{process}-{n}"));
        let settings = settings(endpoint());
        create_tables(&settings, &sessions, &ledger, None, true, &mut |_| ()).await.expect("made");
        Self { client: Client::new(&settings), sessions, ledger }
    }

    /// A store on them, by way of `endpoint`.
    pub fn store_at(&self, endpoint: &str, patience: Patience) -> DynamoSessions {
        DynamoSessions::connect_within(&settings(endpoint), self.sessions.clone(), self.ledger.clone(), patience)
    }

    pub fn store(&self) -> DynamoSessions {
        self.store_at(endpoint(), AMPLE)
    }

    /// A store on them whose wire is disturbed as `script` says.
    pub async fn disturbed(&self, script: &[Wire]) -> (DynamoSessions, Arc<Mutex<VecDeque<Wire>>>) {
        let (endpoint, script) = disturb(endpoint(), script).await;
        (self.store_at(&endpoint, AMPLE), script)
    }

    /// A store whose server never answers.
    pub async fn silent(&self, patience: Patience) -> DynamoSessions {
        let (endpoint, _) = disturb(endpoint(), &[Wire::Silent; 9]).await;
        self.store_at(&endpoint, patience)
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
}

/// A wire to `upstream`: the first requests meet what `script` says, all others pass. Also gives what is left of it.
async fn disturb(upstream: &str, script: &[Wire]) -> (String, Arc<Mutex<VecDeque<Wire>>>) {
    let upstream = upstream.trim_start_matches("http://").to_owned();
    let left = Arc::new(Mutex::new(script.iter().copied().collect::<VecDeque<_>>()));
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let endpoint = format!("http://{}", listener.local_addr().expect("bound"));
    let script = left.clone();
    tokio::spawn(async move {
        while let Ok((client, _)) = listener.accept().await {
            tokio::spawn(carry(client, upstream.clone(), script.clone()));
        }
    });
    (endpoint, left)
}

/// Carries one request and its response.
async fn carry(mut client: TcpStream, upstream: String, script: Arc<Mutex<VecDeque<Wire>>>) {
    let Some(request) = read_message(&mut client).await else { return };
    let next = lock(&script).pop_front();
    let answer = match next {
        Some(Wire::Throttled) => problem("400 Bad Request", "ThrottlingException"),
        // A read is no part of a transaction, and meets none.
        Some(Wire::Contended) if !writes(&request) => ask(&upstream, &request).await,
        Some(Wire::Contended) if transacts(&request) => problem("400 Bad Request", "TransactionCanceledException"),
        Some(Wire::Contended) => problem("400 Bad Request", "TransactionConflictException"),
        Some(Wire::Denied) => problem("400 Bad Request", "AccessDeniedException"),
        Some(Wire::Failed) => problem("500 Internal Server Error", "InternalServerError"),
        Some(Wire::Silent) => {
            tokio::time::sleep(Duration::from_mins(1)).await;
            return;
        }
        Some(Wire::Lost) | None => ask(&upstream, &request).await,
    };
    if next != Some(Wire::Lost) {
        let _ = client.write_all(&answer).await;
    }
}

pub async fn read_message(client: &mut TcpStream) -> Option<Vec<u8>> {
    let mut request = Vec::new();
    loop {
        let head = request.windows(4).position(|window| window == b"\r\n\r\n");
        if let Some(head) = head {
            let headers = String::from_utf8_lossy(&request[..head]).to_lowercase();
            let length = headers.lines().find_map(|line| line.strip_prefix("content-length:"));
            let length: usize = length.and_then(|length| length.trim().parse().ok()).unwrap_or(0);
            if request.len() >= head + 4 + length {
                return Some(request);
            }
        }
        if client.read_buf(&mut request).await.ok()? == 0 {
            return None;
        }
    }
}

/// The server's response to this request, over a connection of its own.
async fn ask(upstream: &str, request: &[u8]) -> Vec<u8> {
    let mut server = TcpStream::connect(upstream).await.expect("the server is there");
    let line = request.windows(2).position(|window| window == b"\r\n").expect("a request line") + 2;
    server.write_all(&request[..line]).await.expect("sent");
    server.write_all(b"connection: close\r\n").await.expect("sent");
    server.write_all(&request[line..]).await.expect("sent");
    let mut response = Vec::new();
    server.read_to_end(&mut response).await.expect("answered");
    response
}

fn writes(request: &[u8]) -> bool {
    let text = String::from_utf8_lossy(request);
    ["TransactWriteItems", "PutItem", "DeleteItem", "UpdateItem"].iter().any(|action| text.contains(action))
}

fn transacts(request: &[u8]) -> bool {
    String::from_utf8_lossy(request).contains("TransactWriteItems")
}

/// An error, as DynamoDB words it. What its message says stands for a customer's value: nobody may repeat it.
fn problem(status: &str, code: &str) -> Vec<u8> {
    let reasons = r#"[{"Code":"TransactionConflict"},{"Code":"None"},{"Code":"None"}]"#;
    let body = format!(
        r#"{{"__type":"com.amazonaws.dynamodb.v20120810#{code}","message":"Jane Roe","CancellationReasons":{reasons}}}"#
    );
    let length = body.len();
    format!(
        "HTTP/1.1 {status}\r\ncontent-type: application/x-amz-json-1.0\r\ncontent-length: {length}\r\n\
         connection: close\r\n\r\n{body}"
    )
    .into_bytes()
}
