//! The hosted service: `cargo bench --bench hosted`
//!
//! - the function's cold start: from the start of its process to its first poll of the runtime's interface, with the
//!   endpoints of DynamoDB, KMS and Bedrock on loopback, and the most memory it had by then;
//! - a warm turn over DynamoDB on loopback with courtesies from the cache: all of it, and what is left without the store;
//! - a turn whose model never answers;
//! - with `DYNAMODB_TEST_ENDPOINT`, an ordinary turn and a confirming one over that engine, each beside its floor: the same requests
//!   over the same items, sent bare by the same client. (`tests/peers/dynamodb/full` adds the handler of the overview.)

use std::collections::HashMap;
use std::io::Read;
use std::net::{SocketAddr, TcpListener};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::channel;
use std::time::{Duration, Instant};

use async_trait::async_trait;
use aws_config::{BehaviorVersion, Region, SdkConfig};
use aws_sdk_dynamodb::config::{Credentials, SharedCredentialsProvider};
use aws_sdk_dynamodb::types::{AttributeValue, Put, ReturnValue, TransactWriteItem};
use axum::Router;
use axum::http::StatusCode;
use jiff::Timestamp;
use payment_smart_bot::adapters::{
    Bedrock, BedrockSettings, DynamoSessions, Frames, NoModel, Sandbox, SlotVault, Slots, SystemClock, create_tables,
};
use payment_smart_bot::dialogue::{OrderId, Payment, Policy};
use payment_smart_bot::language::Utterance;
use payment_smart_bot::ports::{CommitError, Framer, Sessions, StoreError};
use payment_smart_bot::session::{Commit, OrderRecord, Record, SessionId};
use payment_smart_bot::statechart::digests;
use payment_smart_bot::turn::{Bot, Chatted, Now, Running, Turn};
use payment_smart_bot::wording::Voice;
use zeroize::Zeroizing;

const STARTS: usize = 30;
const DIALOGUES: usize = 200;
const DIALOGUE: [&str; 5] = ["hi", "Jane Roe", "4242 4242 4242 4242", "12/2030", "123"];

fn main() {
    cold_starts();
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    runtime.block_on(async {
        let endpoint = engine();
        warm_turns(&endpoint).await;
        dead_model(&endpoint).await;
        #[expect(clippy::disallowed_methods, reason = "a benchmark reads how it is to be run")]
        if let Ok(endpoint) = std::env::var("DYNAMODB_TEST_ENDPOINT") {
            beside_their_floors(&endpoint).await;
        }
    });
}

/// Prints fastest, median and slowest.
fn report(what: &str, mut times: Vec<Duration>) {
    times.sort();
    let (first, middle, last) = (times[0], times[times.len() / 2], times[times.len() - 1]);
    println!("{what}: fastest {first:.2?}, median {middle:.2?}, slowest {last:.2?} of {}", times.len());
}

fn cold_starts() {
    let refusing = endpoint_that_refuses();
    let runtime = TcpListener::bind("127.0.0.1:0").expect("a port");
    let (mut times, mut peaks) = (Vec::new(), Vec::new());
    for _ in 0..STARTS {
        let began = Instant::now();
        let mut process = function(runtime.local_addr().expect("bound"), refusing);
        let (mut poll, _) = runtime.accept().expect("a poll");
        let mut byte = [0];
        poll.read_exact(&mut byte).expect("a request");
        times.push(began.elapsed());
        let status = std::fs::read_to_string(format!("/proc/{}/status", process.id())).unwrap_or_default();
        let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        peaks.extend(peak.and_then(|peak| peak.trim().trim_end_matches(" kB").parse::<u64>().ok()));
        process.kill().expect("it is there");
        process.wait().expect("it ends");
    }
    report("cold start", times);
    println!("peak memory after it: {} KiB", peaks.into_iter().max().unwrap_or_default());
}

fn function(runtime: SocketAddr, aws: SocketAddr) -> std::process::Child {
    let aws = format!("http://{aws}");
    Command::new(env!("CARGO_BIN_EXE_lambda"))
        .env_clear()
        .envs([("AWS_LAMBDA_FUNCTION_NAME", "f"), ("AWS_LAMBDA_FUNCTION_VERSION", "1")])
        .envs([("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "512"), ("AWS_REGION", "us-east-1")])
        .envs([("AWS_ACCESS_KEY_ID", "test"), ("AWS_SECRET_ACCESS_KEY", "test")])
        .envs([
            ("DYNAMODB_TABLE", "sessions"),
            ("LEDGER_TABLE", "ledger"),
            ("KMS_KEY_ID", "k"),
            ("BEDROCK_MODEL_ID", "usual"),
        ])
        .env("AWS_LAMBDA_RUNTIME_API", runtime.to_string())
        .envs(["DYNAMODB", "KMS", "BEDROCK_RUNTIME"].map(|service| (format!("AWS_ENDPOINT_URL_{service}"), &aws)))
        .stdout(Stdio::null())
        .spawn()
        .expect("the function starts")
}

/// Runs a server on a thread of its own; says where.
fn running<S: Future>(serve: impl FnOnce(tokio::net::TcpListener) -> S + Send + 'static) -> SocketAddr {
    let (bound, at) = channel();
    std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        runtime.block_on(async {
            let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
            bound.send(listener.local_addr().expect("bound")).expect("somebody waits");
            serve(listener).await;
        });
    });
    at.recv().expect("it starts")
}

/// Answers every request with 400, which warms a connection as well as anything.
fn endpoint_that_refuses() -> SocketAddr {
    let refusal = || async { (StatusCode::BAD_REQUEST, [("x-amzn-errortype", "ValidationException")], "{}") };
    running(move |listener| axum::serve(listener, Router::new().fallback(refusal)).into_future())
}

fn engine() -> String {
    let database = dynoxide::Database::memory().expect("an engine");
    format!("http://{}", running(|listener| dynoxide::server::serve_on(listener, database)))
}

fn config(endpoint: &str) -> SdkConfig {
    SdkConfig::builder()
        .behavior_version(BehaviorVersion::v2026_01_12())
        .region(Region::new("us-east-1"))
        .endpoint_url(endpoint)
        .credentials_provider(SharedCredentialsProvider::new(Credentials::new("test", "test", None, None, "test")))
        .build()
}

/// A store that counts the time spent in it.
struct Timed {
    store: DynamoSessions,
    nanos: AtomicU64,
}

impl Timed {
    fn count(&self, began: Instant) {
        self.nanos.fetch_add(u64::try_from(began.elapsed().as_nanos()).unwrap_or(u64::MAX), Ordering::Relaxed);
    }
}

#[async_trait]
impl Sessions for Timed {
    async fn load(&self, id: &SessionId, now: Timestamp) -> Result<Option<Record>, StoreError> {
        let began = Instant::now();
        let loaded = self.store.load(id, now).await;
        self.count(began);
        loaded
    }

    async fn commit(&self, commit: Commit) -> Result<(), CommitError> {
        let began = Instant::now();
        let committed = self.store.commit(commit).await;
        self.count(began);
        committed
    }

    async fn rehearse(&self, now: Timestamp, until: Timestamp) -> Result<(), StoreError> {
        self.store.rehearse(now, until).await
    }

    async fn order(&self, id: &OrderId) -> Result<Option<OrderRecord>, StoreError> {
        self.store.order(id).await
    }

    async fn overdue(&self, now: Timestamp) -> Result<u64, StoreError> {
        self.store.overdue(now).await
    }
}

async fn bot(endpoint: &str, table: &str, model: Option<SocketAddr>) -> (Bot, Arc<Timed>) {
    let config_of_store = config(endpoint);
    let ledger = format!("{table}-ledger");
    create_tables(&config_of_store, table, &ledger, None, true, &mut |_| ()).await.expect("tables");
    let store = DynamoSessions::connect(&config_of_store, table.to_owned(), ledger);
    let timed = Arc::new(Timed { store, nanos: AtomicU64::new(0) });
    let model = model.map(|at| Bedrock::connect(&config(&format!("http://{at}")), BedrockSettings::default()));
    let framer: Arc<dyn Framer> = match model {
        Some(model) => Arc::new(Frames::new(model, Frames::WAIT)),
        None => Arc::new(NoModel),
    };
    let policy = Policy::default();
    let voice = Voice::catalog();
    let digests = digests(&policy, &voice);
    let bot = Bot {
        sessions: timed.clone(),
        ledger: Arc::new(timed.store.clone()),
        counts: Arc::new(timed.store.clone()),
        vault: Arc::new(SlotVault::new(Arc::new(Slots::in_memory(Arc::new(SystemClock))))),
        gateway: Arc::new(Sandbox::new(None)),
        framer,
        clock: Arc::new(SystemClock),
        running: Arc::new(Running::new(Now { voice, digests })),
        policy: Arc::new(policy),
        payment: None,
    };
    (bot, timed)
}

/// One dialogue; what each turn took.
async fn talk(bot: &Bot, times: &mut Vec<Duration>) {
    let mut session = None;
    for text in DIALOGUE {
        times.push(said(bot, &mut session, text).await);
    }
}

async fn warm_turns(endpoint: &str) {
    let (bot, store) = bot(endpoint, "warm", None).await;
    talk(&bot, &mut Vec::new()).await;
    store.nanos.store(0, Ordering::Relaxed);
    let mut times = Vec::new();
    for _ in 0..DIALOGUES {
        talk(&bot, &mut times).await;
    }
    let all: Duration = times.iter().sum();
    let stored = Duration::from_nanos(store.nanos.load(Ordering::Relaxed));
    let turns = u32::try_from(times.len()).expect("few");
    report("warm turn over DynamoDB on loopback", times);
    let elsewhere = all.saturating_sub(stored);
    println!("of a turn, on average: {:.1?} in the store, {:.1?} elsewhere", stored / turns, elsewhere / turns);
}

async fn dead_model(endpoint: &str) {
    let silent = TcpListener::bind("127.0.0.1:0").expect("a port");
    let (bot, _) = bot(endpoint, "dead", silent.local_addr().ok()).await;
    let mut times = Vec::new();
    talk(&bot, &mut times).await;
    report("turn with a model that never answers (deadline 1.2 s)", times);
}

/// How long the turns of one kind took, and the bare requests that such a turn makes.
#[derive(Default)]
struct Beside {
    turns: Vec<Duration>,
    bare: Vec<Duration>,
}

async fn beside_their_floors(endpoint: &str) {
    let (mut bot, _) = bot(endpoint, "beside", None).await;
    bot.payment =
        Some(Payment { amount: "49.90 EUR".parse().expect("money"), payee: None, description: None, order: None });
    bot.policy = Arc::new(Policy { breaker_confirmations: 1_000_000, ..Policy::default() });
    let bare = Bare { client: aws_sdk_dynamodb::Client::new(&config(endpoint)) };
    let (mut ordinary, mut confirming) = (Beside::default(), Beside::default());
    for dialogue in 0..DIALOGUES + 20 {
        let mut session = None;
        for text in DIALOGUE.into_iter().chain(["yes"]) {
            let took = said(&bot, &mut session, text).await;
            let Some((id, _)) = &session else { continue };
            // The first dialogues warm up.
            let of = match text {
                _ if dialogue < 20 => continue,
                "12/2030" => &mut ordinary,
                "yes" => &mut confirming,
                _ => continue,
            };
            of.turns.push(took);
            let item = bare.item(id).await;
            let began = Instant::now();
            if text == "yes" {
                bare.confirming(id, &item).await;
            } else {
                bare.ordinary(id, &item).await;
            }
            of.bare.push(began.elapsed());
        }
    }
    for (what, Beside { turns, bare }) in [("ordinary", ordinary), ("confirming", confirming)] {
        let (whole, floor) = (median(&turns), median(&bare));
        report(&format!("{what} turn over the given engine"), turns);
        report("  the same requests, bare", bare);
        println!(
            "figure: {what} turn {whole:.2?}, its floor {floor:.2?}: {:.2} times",
            whole.as_secs_f64() / floor.as_secs_f64()
        );
    }
}

fn median(times: &[Duration]) -> Duration {
    let mut times = times.to_vec();
    times.sort();
    times[times.len() / 2]
}

async fn said(bot: &Bot, session: &mut Option<(SessionId, Zeroizing<String>)>, text: &str) -> Duration {
    let turn = Turn {
        session: session.clone(),
        message: Utterance::new(text.to_owned()),
        language: None,
        answering: None,
        idempotency_key: None,
        order: None,
        client: None,
    };
    let began = Instant::now();
    let Ok(Chatted::Reply(reply, _)) = bot.chat(turn).await else { panic!("a reply") };
    let took = began.elapsed();
    if let Some(token) = &reply.session_token {
        *session = Some((reply.session_id.clone(), Zeroizing::new(token.clone())));
    }
    took
}

type Item = HashMap<String, AttributeValue>;

/// The requests of a turn without a turn: over the items that are there, under keys of their own.
struct Bare {
    client: aws_sdk_dynamodb::Client,
}

const SESSIONS: &str = "beside";
const LEDGER: &str = "beside-ledger";

impl Bare {
    async fn item(&self, id: &SessionId) -> Item {
        self.get(id.as_str()).await.expect("the session's item")
    }

    async fn get(&self, id: &str) -> Option<Item> {
        let get = self.client.get_item().table_name(SESSIONS).consistent_read(true);
        get.key("sessionId", AttributeValue::S(id.to_owned())).send().await.expect("an answer").item
    }

    fn named(item: &Item, id: &SessionId) -> Item {
        let name = ("sessionId".to_owned(), AttributeValue::S(format!("bare {id}")));
        item.clone().into_iter().chain([name]).collect()
    }

    async fn ordinary(&self, id: &SessionId, item: &Item) {
        self.get(id.as_str()).await;
        let put = self.client.put_item().table_name(SESSIONS).set_item(Some(Self::named(item, id)));
        put.condition_expression("attribute_not_exists(nothing)").send().await.expect("put");
    }

    async fn count(&self) {
        let add =
            self.client.update_item().table_name(SESSIONS).key("sessionId", AttributeValue::S("bare count".into()));
        let add = add.update_expression("ADD n :by").expression_attribute_values(":by", AttributeValue::N("1".into()));
        add.return_values(ReturnValue::UpdatedNew).send().await.expect("counted");
    }

    /// The session, its part of the trail and its attempt, together.
    async fn together(&self, id: &SessionId, item: &Item, part: &str) {
        let put = |table: &str, item: Item| {
            let put = Put::builder().table_name(table).set_item(Some(item)).build().expect("whole");
            TransactWriteItem::builder().put(put).build()
        };
        let ledger = |sk: &str, size: usize| {
            let texts = [("pk", format!("bare {id}")), ("sk", sk.to_owned()), ("steps", "x".repeat(size))];
            texts.map(|(name, text)| (name.to_owned(), AttributeValue::S(text))).into_iter().collect()
        };
        let items = vec![
            put(SESSIONS, Self::named(item, id)),
            put(LEDGER, ledger(part, 700)),
            put(LEDGER, ledger("attempt", 300)),
        ];
        self.client.transact_write_items().set_transact_items(Some(items)).send().await.expect("kept");
    }

    /// Load, count, keep the attempt, keep the verdict, and count twice more.
    async fn confirming(&self, id: &SessionId, item: &Item) {
        self.get(id.as_str()).await;
        self.count().await;
        self.together(id, item, "trail 1").await;
        self.together(id, item, "trail 2").await;
        self.count().await;
        self.count().await;
    }
}
