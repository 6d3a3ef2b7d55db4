//! Turns over HTTP, against the real binary: `cargo bench --bench load -- [memory|embedded] [clients] [seconds] [live sessions]`
//!
//! Every client talks whole dialogues (six turns, from "hi" to "yes") over one connection that is kept alive. Load and
//! server share the machine.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};

const DIALOGUE: [&str; 6] = ["hi", "Jane Roe", "4242 4242 4242 4242", "12/2030", "123", "yes"];

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let argument = |i: usize, default: &str| arguments.get(i).cloned().unwrap_or_else(|| default.to_owned());
    let store = argument(0, "memory");
    let clients: usize = argument(1, "64").parse().expect("how many clients");
    let seconds: u64 = argument(2, "10").parse().expect("how many seconds");
    let live: u64 = argument(3, "0").parse().expect("how many live sessions");

    #[expect(clippy::disallowed_methods, reason = "a benchmark has no caller who says where files go")]
    let folder = std::env::temp_dir().join(format!("payment-smart-bot-load-{}", std::process::id()));
    let address = free_address();
    let began = Instant::now();
    let mut server = serve(address, &store, &folder);
    wait_until_up(address);
    println!("clean start to first answer: {:?}", began.elapsed());

    if live > 0 {
        let began = Instant::now();
        run(address, clients, Until::Sessions(live));
        println!("{live} live sessions in {:?}", began.elapsed());
    }
    let (turns, latencies) = run(address, clients, Until::Time(Duration::from_secs(seconds)));
    report(&store, clients, seconds, turns, latencies);

    if store == "embedded" {
        server.kill().expect("the server is there to be killed");
        server.wait().expect("it ends");
        let began = Instant::now();
        server = serve(address, &store, &folder);
        wait_until_up(address);
        println!("start after a SIGKILL to first answer: {:?}", began.elapsed());
    }
    server.kill().expect("the server is there to be killed");
    server.wait().expect("it ends");
    let _ = std::fs::remove_dir_all(&folder);
}

#[derive(Clone, Copy)]
enum Until {
    Time(Duration),
    Sessions(u64),
}

fn free_address() -> SocketAddr {
    TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()).expect("a free port")
}

fn serve(address: SocketAddr, store: &str, folder: &std::path::Path) -> Child {
    let mut command = Command::new(env!("CARGO_BIN_EXE_payment-smart-bot"));
    command.args(["serve", "--listen", &address.to_string()]).env("RUST_LOG", "error");
    if store == "memory" {
        command.arg("--memory");
    } else {
        command.arg("--data").arg(folder);
    }
    command.stdout(Stdio::null()).spawn().expect("the server starts")
}

/// Until the server has answered its first message: the store is open and a turn was kept.
fn wait_until_up(address: SocketAddr) {
    loop {
        let answered = TcpStream::connect(address).and_then(|mut stream| {
            stream.write_all(
                b"POST /chat HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 16\r\n\
                  Connection: close\r\n\r\n{\"message\":\"hi\"}",
            )?;
            let mut answer = String::new();
            stream.read_to_string(&mut answer)?;
            Ok(answer.contains(" 200 "))
        });
        if answered.unwrap_or(false) {
            return;
        }
        std::thread::sleep(Duration::from_millis(1));
    }
}

fn run(address: SocketAddr, clients: usize, until: Until) -> (u64, Vec<Duration>) {
    let stop = Arc::new(AtomicBool::new(false));
    let sessions = Arc::new(AtomicU64::new(0));
    let threads: Vec<_> = (0..clients)
        .map(|_| {
            let (stop, sessions) = (stop.clone(), sessions.clone());
            std::thread::spawn(move || client(address, until, &stop, &sessions))
        })
        .collect();
    if let Until::Time(time) = until {
        std::thread::sleep(time);
        stop.store(true, Ordering::Relaxed);
    }
    let mut all = Vec::new();
    for thread in threads {
        all.extend(thread.join().expect("a client that ends"));
    }
    (all.len() as u64, all)
}

fn client(address: SocketAddr, until: Until, stop: &AtomicBool, sessions: &AtomicU64) -> Vec<Duration> {
    let stream = TcpStream::connect(address).expect("a connection");
    stream.set_nodelay(true).expect("no delay");
    let mut reader = BufReader::new(stream.try_clone().expect("two ends"));
    let mut stream = stream;
    let mut latencies = Vec::new();
    let mut session: Option<(String, String)> = None;
    let mut turn = 0;
    while !stop.load(Ordering::Relaxed) {
        if let Until::Sessions(wanted) = until
            && session.is_none()
            && sessions.fetch_add(1, Ordering::Relaxed) >= wanted
        {
            break;
        }
        let began = Instant::now();
        let body = say(&mut stream, &mut reader, session.as_ref(), DIALOGUE[turn]);
        latencies.push(began.elapsed());
        if session.is_none() {
            session = Some((field(&body, "sessionId"), field(&body, "sessionToken")));
        }
        turn += 1;
        let enough = match until {
            Until::Time(_) => DIALOGUE.len(),
            Until::Sessions(_) => 1,
        };
        if turn == enough {
            assert!(enough == 1 || body.contains("\"status\":\"complete\""), "{body}");
            (session, turn) = (None, 0);
        }
    }
    latencies
}

fn say(stream: &mut TcpStream, reader: &mut impl BufRead, session: Option<&(String, String)>, text: &str) -> String {
    let (body, header) = match session {
        Some((id, token)) => {
            (format!(r#"{{"sessionId":"{id}","message":"{text}"}}"#), format!("Authorization: Bearer {token}\r\n"))
        }
        None => (format!(r#"{{"message":"{text}"}}"#), String::new()),
    };
    let request = format!(
        "POST /chat HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n{header}Content-Length: {}\r\n\r\n{body}",
        body.len()
    );
    stream.write_all(request.as_bytes()).expect("the server reads");
    let mut length = 0;
    let mut status = String::new();
    reader.read_line(&mut status).expect("the server answers");
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).expect("a header");
        if line.trim().is_empty() {
            break;
        }
        if let Some(value) = line.to_ascii_lowercase().strip_prefix("content-length:") {
            length = value.trim().parse().expect("a length");
        }
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body).expect("the whole body");
    let body = String::from_utf8(body).expect("text");
    assert!(status.contains(" 200 "), "{status}{body}");
    body
}

fn field(body: &str, name: &str) -> String {
    let start = body.find(&format!("\"{name}\":\"")).expect("the field is there") + name.len() + 4;
    body[start..].split('"').next().unwrap_or_default().to_owned()
}

fn report(store: &str, clients: usize, seconds: u64, turns: u64, mut latencies: Vec<Duration>) {
    latencies.sort_unstable();
    let at = |part: usize| latencies.get(latencies.len() * part / 1000).copied().unwrap_or_default();
    println!(
        "{store}: {} turns a second, {clients} clients, {seconds} s; median {:?}, 99 % {:?}, 99.9 % {:?}",
        turns / seconds,
        at(500),
        at(990),
        at(999)
    );
}
