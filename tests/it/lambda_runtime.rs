//! The Lambda Runtime API, as far as a function needs it, and a function's process on it.
//! Source: docs.aws.amazon.com/lambda, "Using the Lambda runtime API".

use std::collections::HashMap;
use std::process::Stdio;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Router;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::IntoResponse as _;
use axum::routing::{get, post};
use jiff::Timestamp;
use serde_json::Value;
use tokio::io::{AsyncBufReadExt as _, BufReader};
use tokio::process::{Child, Command};
use tokio::sync::{mpsc, oneshot};

use crate::http_server::HttpServer;
use crate::support::lock;

struct Event {
    id: String,
    body: String,
    deadline: Timestamp,
}

#[derive(Clone)]
struct Api {
    waiting: Arc<tokio::sync::Mutex<mpsc::UnboundedReceiver<Event>>>,
    answers: Arc<Mutex<HashMap<String, oneshot::Sender<Value>>>>,
}

/// A function that runs: its events go in, its answers come out, its log is kept.
pub struct Function {
    pub process: Child,
    events: mpsc::UnboundedSender<Event>,
    answers: Arc<Mutex<HashMap<String, oneshot::Sender<Value>>>>,
    pub log: Arc<Mutex<String>>,
    _server: HttpServer,
    sent: u32,
}

impl Function {
    /// Starts the binary under these variables, and none of ours.
    pub fn start(variables: &[(&str, String)]) -> Self {
        let (events, waiting) = mpsc::unbounded_channel();
        let answers: Arc<Mutex<HashMap<String, oneshot::Sender<Value>>>> = Arc::default();
        let api = Api { waiting: Arc::new(tokio::sync::Mutex::new(waiting)), answers: answers.clone() };
        let router = Router::new()
            .route("/2018-06-01/runtime/invocation/next", get(next))
            .route("/2018-06-01/runtime/invocation/{id}/response", post(response))
            .route("/2018-06-01/runtime/invocation/{id}/error", post(response))
            .with_state(api);
        let server = HttpServer::run(|listener| axum::serve(listener, router).into_future());
        let mut process = Command::new(env!("CARGO_BIN_EXE_lambda"))
            .env_clear()
            .env("AWS_LAMBDA_RUNTIME_API", server.base.trim_start_matches("http://"))
            .env("AWS_LAMBDA_FUNCTION_NAME", "payment-smart-bot")
            .env("AWS_LAMBDA_FUNCTION_VERSION", "1")
            .env("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "512")
            .env("AWS_LAMBDA_LOG_GROUP_NAME", "group")
            .env("AWS_LAMBDA_LOG_STREAM_NAME", "stream")
            .env("AWS_LAMBDA_HTTP_IGNORE_STAGE_IN_PATH", "true")
            .env("AWS_REGION", "eu-central-1")
            .env("AWS_ACCESS_KEY_ID", "test")
            .env("AWS_SECRET_ACCESS_KEY", "test")
            .envs(variables.iter().map(|(name, value)| (name, value)))
            .stdout(Stdio::piped())
            .stderr(Stdio::inherit())
            .kill_on_drop(true)
            .spawn()
            .expect("the function starts");
        let log: Arc<Mutex<String>> = Arc::default();
        let (kept, mut lines) = (log.clone(), BufReader::new(process.stdout.take().expect("its output")).lines());
        tokio::spawn(async move {
            while let Ok(Some(line)) = lines.next_line().await {
                lock(&kept).push_str(&(line + "\n"));
            }
        });
        Self { process, events, answers, log, _server: server, sent: 0 }
    }

    /// The log, once it has a line like that: it is read beside the answers, and may come after them.
    pub async fn logged(&self, line: impl Fn(&str) -> bool) -> String {
        for _ in 0..500 {
            let log = lock(&self.log).clone();
            if log.lines().any(&line) {
                return log;
            }
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        }
        panic!("no such line: {}", lock(&self.log))
    }

    /// One invocation with 30 s to go.
    pub async fn invoke(&mut self, event: &Value) -> Value {
        self.invoke_until(event, Duration::from_secs(30)).await
    }

    pub async fn invoke_until(&mut self, event: &Value, left: Duration) -> Value {
        self.send(event, left).await.expect("an answer")
    }

    /// Sends an event, and does not wait for its answer.
    pub fn send(&mut self, event: &Value, left: Duration) -> oneshot::Receiver<Value> {
        self.sent += 1;
        let id = format!("00000000-0000-4000-8000-{:012}", self.sent);
        let (answer, answered) = oneshot::channel();
        lock(&self.answers).insert(id.clone(), answer);
        let deadline = payment_smart_bot::ports::Clock::now(&payment_smart_bot::adapters::SystemClock) + left;
        assert!(self.events.send(Event { id, body: event.to_string(), deadline }).is_ok(), "the function is there");
        answered
    }
}

async fn next(State(api): State<Api>) -> axum::response::Response {
    let Some(event) = api.waiting.lock().await.recv().await else { return StatusCode::GONE.into_response() };
    let headers = [
        ("lambda-runtime-aws-request-id", event.id),
        ("lambda-runtime-deadline-ms", event.deadline.as_millisecond().to_string()),
        ("lambda-runtime-invoked-function-arn", "arn:aws:lambda:eu-central-1:111122223333:function:f".to_owned()),
        ("lambda-runtime-trace-id", "Root=1-6921f0c4-5e6f7a8b9c0d1e2f3a4b5c6d".to_owned()),
    ];
    let headers: HeaderMap = headers
        .into_iter()
        .map(|(name, value)| (name.parse().expect("a name"), value.parse().expect("a value")))
        .collect();
    (headers, event.body).into_response()
}

async fn response(State(api): State<Api>, Path(id): Path<String>, body: String) -> StatusCode {
    if let Some(answer) = lock(&api.answers).remove(&id) {
        let _ = answer.send(serde_json::from_str(&body).expect("JSON"));
    }
    StatusCode::ACCEPTED
}
