//! No sink of the whole service gets a secret: the same comparison as in `leaks`, from the HTTP request to Stripe, over
//! replies, problems, what is stored, what Stripe is asked beside the card, events, and the log; and a search through the
//! database's file.

use std::sync::Arc;

use axum::body::Body;
use axum::http::{Request, header};
use base64::Engine as _;
use payment_smart_bot::adapters::{EmbeddedSessions, MemorySessions, Sealing, StripeSettings};
use payment_smart_bot::dialogue::{Confirmation, FullCard, Opened, Purpose, Tokenised, Verdict};
use payment_smart_bot::http::{App, Trust, router};
use payment_smart_bot::keys::ServiceKey;
use payment_smart_bot::ports::{Clock as _, Gateway, Store};
use payment_smart_bot::session::SessionId;
use serde_json::{Value, json};
use tower::ServiceExt as _;
use tracing_subscriber::Layer as _;
use tracing_subscriber::layer::SubscriberExt as _;

use crate::leaks::{DIALOGUES, Lines, RUNS, Secrets};
use crate::stripe::{QUICK, connected, events, settings};
use crate::stripe_server::FakeStripe;
use crate::support::{Bench, Mood, TestClock, bench_over, lock};

/// Everything that a dialogue leaves anywhere but in the seal and in the request that tokenises.
async fn sinks(dialogue: &[&str], secrets: &Secrets) -> Vec<String> {
    let log = Lines::default();
    let lines = tracing_subscriber::fmt::layer().with_ansi(false).without_time().with_writer(log.clone());
    let subscriber = tracing_subscriber::registry().with(lines.with_filter(payment_smart_bot::settings::ours()));
    // A turn runs in a task of its own: all tasks of this test are on this thread.
    let here = tracing::subscriber::set_default(subscriber);
    let mut sinks = talk(dialogue, secrets, Arc::new(MemorySessions::default())).await;
    drop(here);
    let text = String::from_utf8(lock(&log.0).clone()).expect("text");
    assert!(text.contains("answered"), "there is a log");
    // How long a request took is chance.
    sinks.extend(text.lines().map(timeless));
    sinks
}

/// A line of the log without how long it took.
fn timeless(line: &str) -> String {
    match line.split_once(" ms=") {
        Some((before, after)) => format!("{before} {}", after.split_once(' ').unwrap_or_default().1),
        None => line.to_owned(),
    }
}

/// Sends a request through the whole router; what comes back, all of it.
async fn send(app: &App, request: Request<Body>) -> (String, Value) {
    let response = router(app.clone()).oneshot(request).await.expect("an answer");
    let head = format!("{} {:?}", response.status(), response.headers());
    let body = axum::body::to_bytes(response.into_body(), 1 << 20).await.expect("a body");
    let text = String::from_utf8_lossy(&body).into_owned();
    (format!("{head} {text}"), serde_json::from_str(&text).unwrap_or_default())
}

fn post(path: &str) -> axum::http::request::Builder {
    Request::post(path).header(header::CONTENT_TYPE, "application/json")
}

async fn talk(dialogue: &[&str], secrets: &Secrets, store: Arc<dyn Store>) -> Vec<String> {
    let fake = FakeStripe::start();
    let Bench { mut bot, clock, .. } = bench_over(Mood::Pays, store.clone());
    (bot.ledger, bot.counts) = (store.clone(), store.clone());
    bot.gateway = Arc::new(connected(StripeSettings { events: events(), ..settings(&fake.base(), QUICK) }));
    let trust = Trust { orders: None, key: ServiceKey::derived(b"of the test") };
    let app = App::new(Arc::new(bot)).trusting(trust);
    let fill = |line: &str| line.replace('N', secrets.number).replace('M', secrets.mistyped).replace('C', secrets.cvv);
    let mut sinks = Vec::new();
    let mut session: Option<(String, String)> = None;
    for (turn, line) in dialogue.iter().enumerate() {
        let mut body = json!({ "message": fill(line) });
        // What is kept of a delivery is one of the sinks.
        let key = format!("0f8fad5bd9cb469fa165708677289{turn:03x}");
        let mut request = post("/chat").header("idempotency-key", key);
        if let Some((id, token)) = &session {
            body["sessionId"] = json!(id);
            request = request.header(header::AUTHORIZATION, format!("Bearer {token}"));
        }
        let (sink, reply) = send(&app, request.body(Body::from(body.to_string())).expect("a request")).await;
        sinks.push(sink);
        if let Some(token) = reply["sessionToken"].as_str() {
            session = Some((reply["sessionId"].as_str().expect("an id").to_owned(), token.to_owned()));
        }
    }
    // Requests that are wrong, with secrets where none belong.
    for request in [
        post("/chat").body(Body::from(fill("{\"message\":\"N C\""))),
        post("/chat").body(Body::from(fill("{\"message\":\"hi\",\"order\":\"N.M.C\"}"))),
        post("/chat").body(Body::from(fill("{\"message\":[\"N\",\"C\"]}"))),
        Request::get(fill("/session/N?cvv=C")).body(Body::empty()),
        Request::get(fill("/return/N")).body(Body::empty()),
        Request::get(fill("/N/C")).body(Body::empty()),
        Request::builder().method(fill("N").as_str()).uri("/chat").body(Body::empty()),
        post("/webhooks/stripe").header("stripe-signature", fill("t=1,v1=N")).body(Body::from(fill("N C"))),
    ] {
        sinks.push(send(&app, request.expect("a request")).await.0);
    }
    for (intent, _, _) in fake.intents() {
        let (event, signature) = fake.event_for(&intent, clock.now().as_second());
        let request = post("/webhooks/stripe").header("stripe-signature", signature);
        sinks.push(send(&app, request.body(Body::from(event)).expect("a request")).await.0);
    }
    let id = SessionId::parse(&session.expect("a session").0).expect("an id");
    if let Some(mut record) = store.load(&id, clock.now()).await.expect("a store") {
        record.take_sealed();
        sinks.push(String::from_utf8(record.to_json()).expect("text"));
    }
    sinks.push(serde_json::to_string(&store.trail(&id).await.expect("a store")).expect("JSON"));
    sinks.push(serde_json::to_string(&store.open_attempts(None, 9).await.expect("a store")).expect("JSON"));
    // The address of the stand-in is another one each time.
    sinks.extend(fake.seen().into_iter().map(|seen| format!("{:?} {:?} {:?}", seen.call, seen.key, seen.form)));
    assert_eq!(fake.violations(), Vec::<String>::new());
    sinks.into_iter().map(|sink| sink.replace(&fake.base(), "STRIPE")).collect()
}

#[tokio::test]
async fn no_sink_of_the_service_depends_on_the_hidden_digits_of_a_number_or_on_a_code() {
    let mut compared = 0;
    for dialogue in DIALOGUES {
        let [a, b] = [sinks(dialogue, &RUNS[0]).await, sinks(dialogue, &RUNS[1]).await];
        assert_eq!(a.len(), b.len(), "{dialogue:?}");
        for (a, b) in a.iter().zip(&b) {
            assert_eq!(a, b, "{dialogue:?}");
            compared += 1;
        }
    }
    assert!(compared > 200, "{compared} sinks were compared");
}

/// The forms in which a number could have slipped into something.
fn forms(number: &str) -> Vec<String> {
    let fours: Vec<&str> = (0..number.len()).step_by(4).map(|at| &number[at..number.len().min(at + 4)]).collect();
    let escaped = number.chars().map(|digit| format!("\\u{:04x}", u32::from(digit))).collect::<Vec<_>>().concat();
    let base64 = base64::prelude::BASE64_STANDARD.encode(number);
    vec![
        number.to_owned(),
        fours.join(" "),
        fours.join("-"),
        hex::encode(number.as_bytes()),
        base64.trim_end_matches('=').to_owned(),
        escaped,
        number[..12].to_owned(),
    ]
}

#[tokio::test]
async fn the_database_file_of_sessions_holds_no_number_in_any_form() {
    let secrets = &RUNS[1];
    for dialogue in DIALOGUES {
        let folder = tempfile::tempdir().expect("a folder");
        let store = Arc::new(
            EmbeddedSessions::open(folder.path(), Sealing::in_memory(Arc::new(TestClock::new()))).expect("opens"),
        );
        let sinks = talk(dialogue, secrets, store.clone()).await;
        drop(store);
        let file = std::fs::read(folder.path().join("sessions.redb")).expect("the file");
        let sealed = std::fs::read(folder.path().join("sealed.redb")).expect("the file");
        let all = [file, sealed, sinks.join("\n").into_bytes()].concat();
        for number in [secrets.number, secrets.mistyped] {
            for form in forms(number) {
                let held = all.windows(form.len()).any(|window| window == form.as_bytes());
                assert!(!held, "{dialogue:?}: a number, as {} characters", form.len());
            }
        }
    }
}

/// A gateway that says what it was given when it breaks.
struct Careless;

#[async_trait::async_trait]
impl Gateway for Careless {
    async fn tokenise(&self, card: &FullCard, _: &str) -> Tokenised {
        panic!("{} {}", card.number.expose(), card.cvv.expose())
    }

    async fn open_intent(&self, _: &Purpose, _: &str) -> Opened {
        Opened::Unknown
    }

    async fn charge(&self, _: &Confirmation, _: &Purpose) -> Verdict {
        Verdict::Unknown
    }

    async fn look_up(&self, _: &Confirmation) -> Verdict {
        Verdict::Unknown
    }

    async fn cancel(&self, _: &Confirmation) -> Verdict {
        Verdict::Unknown
    }
}

/// Run by the test after it, in a process of its own: what is done on a panic belongs to the whole process.
#[tokio::test]
#[ignore = "a part of another test"]
async fn a_service_that_panics() {
    payment_smart_bot::settings::hush_panics();
    tracing_subscriber::fmt().with_writer(std::io::stderr).init();
    let Bench { mut bot, .. } = bench_over(Mood::Pays, Arc::new(MemorySessions::default()));
    bot.gateway = Arc::new(Careless);
    let app = App::new(Arc::new(bot));
    let first = post("/chat").body(Body::from(json!({ "message": "Jane Roe" }).to_string()));
    let (_, reply) = send(&app, first.expect("a request")).await;
    let id = reply["sessionId"].as_str().expect("an id").to_owned();
    let token = reply["sessionToken"].as_str().expect("a token").to_owned();
    for text in ["4242 4242 4242 4242", "12/2030", "987"] {
        let body = json!({ "message": text, "sessionId": id }).to_string();
        let request = post("/chat").header(header::AUTHORIZATION, format!("Bearer {token}")).body(Body::from(body));
        println!("{}", send(&app, request.expect("a request")).await.0.replace(&id, "ID"));
    }
}

#[test]
fn a_panic_tells_where_it_was_and_not_what_was_said() {
    let mut child = std::process::Command::new(std::env::current_exe().expect("this program"));
    child.args(["leaks_service::a_service_that_panics", "--exact", "--ignored", "--nocapture"]);
    let output = child.output().expect("it runs");
    let said = String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned();
    assert!(output.status.success(), "{said}");
    assert!(said.contains("panicked at") && said.contains("Something failed on our side"), "{said}");
    // Three digits alone may be found in any time.
    for secret in ["4242424242424242", "4242 4242", "4242 987"] {
        assert!(!said.contains(secret), "a panic tells {secret}: {said}");
    }
}
