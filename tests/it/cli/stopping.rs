//! `serve` is told to stop while customers wait: what was sent by then is answered.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::process::Command;
use std::time::Duration;

use serde_json::{Value, json};

use super::bot;
use super::serve::Served;
use crate::stripe_server::{Call, FakeStripe, Fault};

/// How long a customer waits for an answer.
const PATIENCE: Duration = Duration::from_secs(40);

/// A message on its way: it was sent, and nothing of the answer was read.
fn sent(address: &str, token: Option<&str>, body: &Value) -> TcpStream {
    let mut stream = TcpStream::connect(address).expect("a connection");
    let (body, bearer) = (body.to_string(), token.map(|token| format!("authorization: Bearer {token}\r\n")));
    let head = format!(
        "POST /chat HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n{}content-length: {}\r\n\r\n",
        bearer.unwrap_or_default(),
        body.len()
    );
    stream.write_all((head + &body).as_bytes()).expect("sent");
    stream
}

fn answer(mut stream: TcpStream) -> String {
    stream.set_read_timeout(Some(PATIENCE)).expect("set");
    let mut answer = String::new();
    let read = stream.read_to_string(&mut answer);
    assert!(read.is_ok(), "cut off: {read:?} after {answer:?}");
    answer
}

#[test]
fn what_was_sent_before_it_is_told_to_stop_is_answered() {
    let fake = FakeStripe::start();
    let mut command = bot(&["serve", "--listen", "127.0.0.1:0", "--memory", "--amount", "49.90 EUR"]);
    command.envs([
        ("SERVICE_KEY", "a service key of the test"),
        ("STRIPE_SECRET_KEY", "sk_test_0123456789abcdef"),
        ("STRIPE_API_BASE", &fake.base()),
        ("PUBLIC_URL", "http://127.0.0.1:3000"),
        ("RUST_LOG", "warn"),
    ]);
    let server = Served::start(command);
    let address = server.1.trim_start_matches("http://").to_owned();
    let begun = server.say(&json!({ "message": "Jane Roe, 4242 4242 4242 4242, 12/30" }), None);
    let token = begun["sessionToken"].as_str().expect("a token").to_owned();
    let message = |text: &str| json!({ "sessionId": begun["sessionId"], "message": text });
    assert_eq!(server.say(&message("123"), Some(&token))["status"], "awaiting_confirmation");

    fake.next(Call::Confirm, [Fault::SlowAfter(Duration::from_secs(4))]);
    let yes = sent(&address, Some(&token), &message("yes"));
    while fake.times(Call::Confirm) == 0 {
        std::thread::sleep(Duration::from_millis(20));
    }
    // Some of these are accepted, some wait for that, and none was read.
    let others: Vec<TcpStream> = (0..30).map(|_| sent(&address, None, &json!({ "message": "hi" }))).collect();
    let stopped = Command::new("kill").args(["-TERM", &server.0.id().to_string()]).status().expect("kill runs");
    assert!(stopped.success());
    for other in others {
        let answer = answer(other);
        assert!(answer.starts_with("HTTP/1.1 200"), "{answer:?}");
    }
    let paid = answer(yes);
    assert!(paid.starts_with("HTTP/1.1 200") && paid.contains("\"status\":\"complete\""), "{paid:?}");
    assert_eq!(fake.times_paid(), 1);
    let (code, log) = server.ended();
    assert_eq!(code, 0, "{log}");
    assert!(TcpStream::connect(&address).is_err(), "nobody else is let in");
}
