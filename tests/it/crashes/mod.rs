//! The real binary over its real store and a Stripe, killed where it talks to Stripe: before a request is done, after it is
//! done, and while it is still on its way. Then it is started again, and somebody comes next.
//!
//! What is durable changes only by a commit or by a request to Stripe, and commits stand between requests: so these points,
//! with what lies on either side of each, are all the states that a crash can leave.

#[cfg(feature = "aws")]
mod every_point;
#[cfg(feature = "aws")]
mod gate;

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use jiff::Timestamp;
use payment_smart_bot::adapters::CURRENCIES;
use payment_smart_bot::dialogue::{Order, Payment};
use payment_smart_bot::orders::SigningKey;
use serde_json::{Value, json};

use crate::stripe_server::{Call, FakeStripe, Fault, WEBHOOK_SECRET};

const ORDER_KEY: &str = "a secret that merchant and service share";

/// The server's process; killed with the test.
struct Server {
    process: Child,
    base: String,
}

impl Drop for Server {
    fn drop(&mut self) {
        self.kill();
    }
}

impl Server {
    fn start(folder: &Path, stripe: &str) -> Self {
        Self::over(folder, stripe, &[])
    }

    /// With what else its environment says.
    fn over(folder: &Path, stripe: &str, more: &[(&str, &str)]) -> Self {
        let mut process = Command::new(env!("CARGO_BIN_EXE_payment-smart-bot"))
            .args(["serve", "--listen", "127.0.0.1:0", "--data"])
            .arg(folder.join("data"))
            // Keys outlive the process, so that the conversation goes on where it was.
            .arg("--key-slots")
            .arg(folder.join("slots"))
            .arg("--key-slots-on-disk")
            .arg("--key-file")
            .arg(folder.join("key"))
            .env("STRIPE_SECRET_KEY", "sk_test_0123456789abcdef")
            .env("SERVICE_KEY", "the same for all that share a store")
            // The port is another at each start, and what is sent under one key must not be.
            .env("PUBLIC_URL", "https://pay.example")
            .env("STRIPE_API_BASE", stripe)
            .env("STRIPE_WEBHOOK_SECRET", WEBHOOK_SECRET)
            .env("ORDER_KEY", ORDER_KEY)
            .env("RUST_LOG", "off")
            .envs(more.iter().copied())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the binary starts");
        let mut lines = BufReader::new(process.stdout.take().expect("its words")).lines().map_while(Result::ok);
        let base = lines.find_map(|line| Some(line.trim().strip_prefix("Listening")?.trim().to_owned()));
        Self { process, base: base.expect("it says where it listens") }
    }

    /// As by a power cut: nothing is put in order first.
    fn kill(&mut self) {
        let _ended = self.process.kill();
        let _status = self.process.wait();
    }
}

/// A customer with an order.
#[derive(Clone, Default)]
struct Customer {
    session: Option<(String, String)>,
}

impl Customer {
    async fn say(&mut self, server: &str, text: &str) -> Option<Value> {
        let mut request = reqwest::Client::new().post(format!("{server}/chat"));
        let mut body = json!({ "message": text });
        if let Some((id, token)) = &self.session {
            body["sessionId"] = json!(id);
            request = request.bearer_auth(token);
        } else {
            body["order"] = json!(order());
        }
        let reply: Value = request.json(&body).send().await.ok()?.json().await.ok()?;
        if let Some(token) = reply["sessionToken"].as_str() {
            self.session = Some((reply["sessionId"].as_str()?.to_owned(), token.to_owned()));
        }
        Some(reply)
    }

    /// The session as the chat API shows it.
    async fn look(&self, server: &str) -> Value {
        let (id, token) = self.session.as_ref().expect("a session");
        let asked = reqwest::Client::new().get(format!("{server}/session/{id}")).bearer_auth(token).send().await;
        asked.expect("an answer").json().await.expect("JSON")
    }

    async fn status(&self, server: &str) -> String {
        self.look(server).await["status"].as_str().expect("a status").to_owned()
    }
}

fn order() -> String {
    let now = Timestamp::from_millisecond(
        i64::try_from(std::time::UNIX_EPOCH.elapsed().expect("after 1970").as_millis()).expect("in range"),
    );
    let expires = now.expect("in range") + jiff::SignedDuration::from_hours(1);
    let order = Some(Order { id: "order-1042".parse().expect("an id"), expires, minted: false });
    let amount = "49.90 EUR".parse().expect("money");
    let payment = Payment { amount, payee: Some("Harbour Books".to_owned()), description: None, order };
    SigningKey::parse(ORDER_KEY, &CURRENCIES).expect("a key").sign(&payment).expect("signs")
}

/// Where the process dies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Point {
    Before,
    After,
    OnItsWay,
}

impl Point {
    fn fault(self) -> Fault {
        match self {
            Self::Before => Fault::CutsBefore,
            Self::After => Fault::SlowAfter(Duration::from_millis(400)),
            Self::OnItsWay => Fault::SlowBefore(Duration::from_millis(400)),
        }
    }
}

/// Who comes first after the crash.
#[derive(Clone, Copy, Debug)]
enum Next {
    Customer,
    Webhook,
}

/// Says `text`, and kills the server as soon as it makes this call.
async fn killed_at(server: &mut Server, fake: &FakeStripe, customer: &Customer, text: &str, call: Call, point: Point) {
    let before = fake.times(call);
    fake.next(call, [point.fault()]);
    let (base, mut saying, text) = (server.base.clone(), customer.clone(), text.to_owned());
    let waiting = tokio::spawn(async move { saying.say(&base, &text).await });
    let end = Instant::now() + Duration::from_secs(20);
    while fake.times(call) == before {
        assert!(Instant::now() < end, "{call:?} is never made");
        tokio::time::sleep(Duration::from_millis(2)).await;
    }
    // What is done before the answer is done by now.
    tokio::time::sleep(Duration::from_millis(20)).await;
    server.kill();
    assert!(waiting.await.expect("no panic").is_none(), "the server died before it answered");
    fake.clear();
}

/// From the start to the end of a payment, with one crash in it.
async fn paid_once_over(call: Call, point: Point, next: Next) {
    let (folder, fake) = (tempfile::tempdir().expect("a folder"), FakeStripe::start());
    let mut server = Server::start(folder.path(), &fake.base());
    let mut customer = Customer::default();
    let told = ["Jane Roe", "4242 4242 4242 4242", "12/2030", "123"];
    let at = if call == Call::Tokenise { 3 } else { told.len() };
    for text in &told[..at] {
        customer.say(&server.base, text).await.expect("a reply");
    }
    let said = told.get(at).copied().unwrap_or("yes");
    killed_at(&mut server, &fake, &customer, said, call, point).await;
    let server = Server::start(folder.path(), &fake.base());
    if matches!(next, Next::Webhook) {
        // What was on its way arrives, and the gateway says so, twice.
        tokio::time::sleep(Duration::from_millis(500)).await;
        for (intent, _, attempt) in fake.intents() {
            if attempt.is_some() {
                for _ in 0..2 {
                    let now =
                        i64::try_from(std::time::UNIX_EPOCH.elapsed().expect("after 1970").as_secs()).expect("fits");
                    let (body, signature) = fake.event_for(&intent, now);
                    let posted = reqwest::Client::new()
                        .post(format!("{}/webhooks/stripe", server.base))
                        .header("stripe-signature", signature)
                        .body(body);
                    assert_eq!(posted.send().await.expect("an answer").status(), 200);
                }
            }
        }
    }
    let mut status = customer.status(&server.base).await;
    for text in ["123", "yes", "is it paid?", "is it paid?", "yes", "is it paid?"] {
        if status == "complete" {
            break;
        }
        // A code is given where one is asked for, and nowhere else.
        if (text == "123") != (status == "collecting") && text != "is it paid?" && status != "awaiting_confirmation" {
            continue;
        }
        if text == "123" && status == "awaiting_confirmation" {
            continue;
        }
        let reply = customer.say(&server.base, text).await.expect("a reply");
        status = reply["status"].as_str().expect("a status").to_owned();
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
    assert_eq!(status, "complete", "{call:?} {point:?} {next:?}");
    assert_eq!((fake.times_paid(), fake.times_paid_for("order-1042")), (1, 1), "{call:?} {point:?} {next:?}");
    assert_eq!(fake.violations(), Vec::<String>::new(), "{call:?} {point:?} {next:?}");
    // Another session for the same order hears that it is paid.
    let mut second = Customer::default();
    let reply = second.say(&server.base, "hi").await.expect("a reply");
    assert_eq!(reply["status"], "cancelled", "{reply}");
    assert_eq!(fake.times_paid(), 1);
}

#[tokio::test]
async fn a_kill_before_any_request_to_stripe_charges_once_and_loses_nothing() {
    for call in [Call::Tokenise, Call::OpenIntent, Call::Note, Call::Confirm] {
        paid_once_over(call, Point::Before, Next::Customer).await;
    }
}

#[tokio::test]
async fn a_kill_after_any_request_to_stripe_charges_once_and_loses_nothing() {
    for call in [Call::Tokenise, Call::OpenIntent, Call::Note, Call::Confirm] {
        paid_once_over(call, Point::After, Next::Customer).await;
    }
}

#[tokio::test]
async fn a_request_that_arrives_after_the_kill_charges_once_and_loses_nothing() {
    for call in [Call::OpenIntent, Call::Note, Call::Confirm] {
        paid_once_over(call, Point::OnItsWay, Next::Customer).await;
    }
}

#[tokio::test]
async fn a_webhook_ends_what_a_crash_left_in_the_air() {
    for (call, point) in [(Call::Note, Point::After), (Call::Confirm, Point::After), (Call::Confirm, Point::OnItsWay)] {
        paid_once_over(call, point, Next::Webhook).await;
    }
}
