//! Clients that are slow, or never end, or take up places: over a raw socket.

use std::sync::Arc;
use std::time::Duration;

use payment_smart_bot::http::{App, Limits, router};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
#[cfg(feature = "stripe")]
use {
    crate::stripe::{QUICK, connected, events, settings},
    crate::stripe_server::FakeStripe,
    crate::support::payment,
    payment_smart_bot::adapters::StripeSettings,
    payment_smart_bot::dialogue::{Opened, Purpose},
    payment_smart_bot::http::Front,
    payment_smart_bot::ports::{Clock as _, Gateway as _},
    payment_smart_bot::turn::Bot,
    reqwest::Method,
};

use super::Server;
use crate::support::{Mood, bench};

/// Long enough for a slow machine, and shorter than any limit that is not under test.
const PATIENCE: Duration = Duration::from_secs(8);

async fn within(limits: Limits) -> Server {
    Server::through(router(App::new(Arc::new(bench(Mood::Pays).bot))), limits, None).await
}

async fn connect(server: &Server) -> TcpStream {
    TcpStream::connect(server.base.trim_start_matches("http://")).await.expect("a connection")
}

/// What comes until the connection is closed.
async fn rest(stream: &mut TcpStream, patience: Duration) -> String {
    let mut bytes = Vec::new();
    let read = tokio::time::timeout(patience, stream.read_to_end(&mut bytes)).await;
    assert!(read.is_ok(), "the connection is still open");
    String::from_utf8_lossy(&bytes).into_owned()
}

#[tokio::test]
async fn a_head_that_comes_a_line_at_a_time_is_cut_off() {
    let server = within(Limits { head: Duration::from_millis(400), ..Limits::default() }).await;
    let mut slow = connect(&server).await;
    slow.write_all(b"GET /health HTTP/1.1\r\nhost: x\r\n").await.expect("sent");
    let mut sent = 0;
    while slow.write_all(b"x: y\r\n").await.is_ok() {
        sent += 1;
        assert!(sent < 90, "every line bought more time");
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

#[tokio::test]
async fn a_head_without_end_is_answered_with_431() {
    let server = within(Limits::default()).await;
    let mut endless = connect(&server).await;
    endless.write_all(b"GET /health HTTP/1.1\r\nhost: x\r\nx: ").await.expect("sent");
    let (mut reading, mut writing) = endless.split();
    let mut sent = 0;
    let mut answer = Vec::new();
    let read = tokio::time::timeout(PATIENCE, async {
        tokio::join!(reading.read_to_end(&mut answer), async {
            while sent < 4 << 20 && writing.write_all(&[b'y'; 1 << 12]).await.is_ok() {
                sent += 1 << 12;
            }
        })
    });
    let _ = read.await.expect("it ends");
    assert!(sent < 4 << 20, "it took {sent} bytes");
    let answer = String::from_utf8_lossy(&answer);
    assert!(answer.is_empty() || answer.starts_with("HTTP/1.1 431"), "{answer}");
}

#[tokio::test]
async fn a_head_of_too_many_lines_or_bytes_is_answered_with_431() {
    let server = within(Limits::default()).await;
    let lines = |count: usize| "x: y\r\n".repeat(count);
    for head in [lines(101), format!("x: {}\r\n", "y".repeat(40_000))] {
        let mut stream = connect(&server).await;
        let request = format!("GET /health HTTP/1.1\r\nhost: x\r\nconnection: close\r\n{head}\r\n");
        let _ = stream.write_all(request.as_bytes()).await;
        let answer = rest(&mut stream, PATIENCE).await;
        assert!(answer.starts_with("HTTP/1.1 431"), "{answer}");
    }
    for head in [lines(90), format!("x: {}\r\n", "y".repeat(20_000))] {
        let mut stream = connect(&server).await;
        let request = format!("GET /health HTTP/1.1\r\nhost: x\r\nconnection: close\r\n{head}\r\n");
        stream.write_all(request.as_bytes()).await.expect("sent");
        assert!(rest(&mut stream, PATIENCE).await.starts_with("HTTP/1.1 200"));
    }
}

#[tokio::test]
async fn a_body_that_does_not_come_is_not_waited_for() {
    let server = within(Limits::default()).await;
    let mut slow = connect(&server).await;
    let head = "POST /chat HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 20\r\n\r\n{";
    slow.write_all(head.as_bytes()).await.expect("sent");
    let answer = rest(&mut slow, Duration::from_secs(25)).await;
    assert!(answer.starts_with("HTTP/1.1 408") && answer.contains("slow-body"), "{answer}");
}

#[tokio::test]
async fn a_connection_on_which_nothing_more_is_asked_is_closed() {
    let server = within(Limits { head: Duration::from_millis(300), ..Limits::default() }).await;
    let mut idle = connect(&server).await;
    idle.write_all(b"GET /health HTTP/1.1\r\nhost: x\r\n\r\n").await.expect("sent");
    assert!(rest(&mut idle, PATIENCE).await.starts_with("HTTP/1.1 200"));
    let mut silent = connect(&server).await;
    assert_eq!(rest(&mut silent, PATIENCE).await, "");
}

#[tokio::test]
async fn who_asks_and_does_not_read_loses_the_connection() {
    let (age, farewell) = (Duration::from_millis(500), Duration::from_millis(200));
    let server = within(Limits { age, farewell, ..Limits::default() }).await;
    let mut deaf = connect(&server).await;
    let asking = async { while deaf.write_all(b"GET / HTTP/1.1\r\nhost: x\r\n\r\n").await.is_ok() {} };
    assert!(tokio::time::timeout(PATIENCE, asking).await.is_ok(), "it holds its place");
}

#[tokio::test]
async fn who_reads_nothing_is_cut_off_long_before_the_connection_is_old() {
    let server = within(Limits { unread: Duration::from_millis(300), ..Limits::default() }).await;
    let mut deaf = connect(&server).await;
    let asking = async { while deaf.write_all(b"GET / HTTP/1.1\r\nhost: x\r\n\r\n").await.is_ok() {} };
    assert!(tokio::time::timeout(PATIENCE, asking).await.is_ok(), "it holds its place");
}

#[tokio::test]
async fn a_client_that_holds_its_share_of_places_gets_no_more() {
    let server = within(Limits { per_client: Some(2), ..Limits::default() }).await;
    let get = b"GET /health HTTP/1.1\r\nhost: x\r\n\r\n";
    let mut held = (connect(&server).await, connect(&server).await);
    let mut answer = [0; 12];
    for stream in [&mut held.0, &mut held.1] {
        stream.write_all(get).await.expect("sent");
        stream.read_exact(&mut answer).await.expect("an answer");
        assert_eq!(&answer, b"HTTP/1.1 200");
    }
    let mut third = connect(&server).await;
    let _ = third.write_all(get).await;
    let mut nothing = Vec::new();
    let closed = tokio::time::timeout(PATIENCE, third.read_to_end(&mut nothing)).await.expect("it is closed");
    assert!(nothing.is_empty(), "{closed:?}: {nothing:?}");
    drop(held);
    let taken_again = async {
        loop {
            let mut next = connect(&server).await;
            let _ = next.write_all(get).await;
            if next.read_exact(&mut answer).await.is_ok() {
                return;
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    };
    assert!(tokio::time::timeout(PATIENCE, taken_again).await.is_ok(), "places that were given back are taken again");
}

#[test]
fn connections_leave_files_for_what_the_service_asks() {
    let places = |files| Limits::within_files(files).connections;
    assert_eq!([None, Some(1_048_576), Some(1_024), Some(300), Some(64)].map(places), [4_096, 4_096, 768, 44, 16]);
}

#[tokio::test]
async fn who_has_waited_for_a_place_gets_it_when_one_is_free() {
    let limits = Limits { connections: 2, head: Duration::from_millis(300), ..Limits::default() };
    let server = within(limits).await;
    let _held = (connect(&server).await, connect(&server).await);
    let mut third = connect(&server).await;
    third.write_all(b"GET /health HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n").await.expect("sent");
    assert!(rest(&mut third, PATIENCE).await.starts_with("HTTP/1.1 200"));
}

#[tokio::test]
async fn a_head_that_stops_half_way_is_cut_off() {
    let server = within(Limits { head: Duration::from_millis(150), ..Limits::default() }).await;
    let mut slow = connect(&server).await;
    slow.write_all(b"POST /chat HTTP/1.1\r\nhost: x\r\n").await.expect("sent");
    rest(&mut slow, PATIENCE).await;
}

#[tokio::test]
async fn a_body_that_was_not_read_ends_its_connection_and_says_so() {
    let server = within(Limits::default()).await;
    for (head, status) in [
        ("content-type: application/json\r\ncontent-length: 65537", "413"),
        ("content-type: text/plain\r\ncontent-length: 60000", "415"),
        ("content-type: application/json\r\nidempotency-key: \r\ncontent-length: 60000", "400"),
    ] {
        let mut stream = connect(&server).await;
        // Nothing of the body is sent: the answer does not wait for it.
        stream.write_all(format!("POST /chat HTTP/1.1\r\nhost: x\r\n{head}\r\n\r\n").as_bytes()).await.expect("sent");
        let answer = rest(&mut stream, PATIENCE).await;
        assert!(answer.starts_with(&format!("HTTP/1.1 {status}")), "{answer}");
        assert!(answer.contains("connection: close\r\n"), "{answer}");
    }
    let mut stream = connect(&server).await;
    let kept = "POST /chat HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 2\r\n\r\n{}";
    stream
        .write_all(format!("{kept}GET /health HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n").as_bytes())
        .await
        .expect("sent");
    let answers = rest(&mut stream, PATIENCE).await;
    assert!(answers.contains("HTTP/1.1 422") && answers.contains("HTTP/1.1 200"), "a body that was read: {answers}");
}

#[tokio::test]
async fn a_request_is_for_one_host() {
    let server = within(Limits::default()).await;
    for (hosts, status) in
        [("host: x\r\n", "200"), ("host: x\r\nhost: y\r\n", "400"), ("host: x\r\nhost: x\r\n", "400"), ("", "400")]
    {
        let mut stream = connect(&server).await;
        let request = format!("GET /health HTTP/1.1\r\n{hosts}connection: close\r\n\r\n");
        stream.write_all(request.as_bytes()).await.expect("sent");
        let answer = rest(&mut stream, PATIENCE).await;
        assert!(answer.starts_with(&format!("HTTP/1.1 {status}")), "{hosts}: {answer}");
        assert_eq!(answer.contains("malformed-host"), status == "400", "{answer}");
    }
}

/// Three hundred who sign nothing and send a byte each do not hold up whoever does sign.
#[cfg(feature = "stripe")]
#[tokio::test]
async fn unsigned_events_do_not_hold_up_signed_ones() {
    let fake = FakeStripe::start();
    let bench = bench(Mood::Pays);
    let now = bench.clock.now().as_second();
    let stripe = connected(StripeSettings { events: events(), ..settings(&fake.base(), QUICK) });
    let Opened::Intent(intent) = stripe.open_intent(&Purpose::Payment(payment()), "key").await else {
        panic!("no intent");
    };
    let bot = Bot { gateway: Arc::new(stripe), ..bench.bot };
    let front = Front { trusted_proxies: 1, ..Front::default() };
    let server = Server::through(router(App::new(Arc::new(bot)).behind(front)), Limits::default(), None).await;
    let mut held = Vec::new();
    for n in 0..300 {
        let mut stream = connect(&server).await;
        // Of seven addresses: fewer would do for who signs, and more for who doesn't.
        let request = format!(
            "POST /webhooks/stripe HTTP/1.1\r\nhost: x\r\nx-forwarded-for: 192.0.2.{}\r\ncontent-type: application/json\r\n\
             stripe-signature: t={now},v1={}\r\ncontent-length: 9999\r\n\r\n{{",
            n % 7,
            "0".repeat(64),
        );
        stream.write_all(request.as_bytes()).await.expect("sent");
        held.push(stream);
    }
    tokio::time::sleep(Duration::from_millis(200)).await;
    let (body, signature) = fake.event_for(intent.as_str(), now);
    let signed = server.request(Method::POST, "/webhooks/stripe").header("content-type", "application/json");
    let signed =
        signed.header("stripe-signature", signature).header("x-forwarded-for", "203.0.113.9").body(body).send();
    let answered = tokio::time::timeout(PATIENCE, signed).await.expect("in time").expect("an answer");
    assert_eq!(answered.status(), 200);
}
