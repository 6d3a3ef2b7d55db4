//! TLS on our own socket, in process and as a user runs it.

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

use payment_smart_bot::http::{App, Front, Limits, Tls, router};
use rcgen::CertifiedKey;
use reqwest::tls::Version;
use tempfile::TempDir;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use super::Server;
use crate::support::{Mood, bench};

/// A certificate of its own for `localhost`, in two files.
struct Files {
    folder: TempDir,
    root: reqwest::Certificate,
}

impl Files {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let root = write(folder.path());
        Self { folder, root }
    }

    fn certificate(&self) -> PathBuf {
        self.folder.path().join("chain.pem")
    }

    fn key(&self) -> PathBuf {
        self.folder.path().join("key.pem")
    }

    fn tls(&self) -> Arc<Tls> {
        Arc::new(Tls::open(&self.certificate(), &self.key()).expect("a certificate"))
    }
}

fn now() -> jiff::Timestamp {
    payment_smart_bot::ports::Clock::now(&payment_smart_bot::adapters::SystemClock)
}

/// Writes a certificate that is good for so many days from today on, or was until so many days ago.
fn write_for(folder: &Path, days: i64) {
    let end = (now() + jiff::SignedDuration::from_hours(24 * days)).to_zoned(jiff::tz::TimeZone::UTC).date();
    let mut parameters = rcgen::CertificateParams::new(vec!["localhost".to_owned()]).expect("parameters");
    let part = |part: i8| u8::try_from(part).expect("a part of a date");
    parameters.not_after = rcgen::date_time_ymd(end.year().into(), part(end.month()), part(end.day()));
    let key = rcgen::KeyPair::generate().expect("a key");
    fs::write(folder.join("chain.pem"), parameters.self_signed(&key).expect("a certificate").pem()).expect("written");
    fs::write(folder.join("key.pem"), key.serialize_pem()).expect("written");
}

/// Writes a fresh certificate and its key there.
fn write(folder: &Path) -> reqwest::Certificate {
    let names = ["localhost".to_owned(), "127.0.0.1".to_owned()];
    let CertifiedKey { cert, signing_key } = rcgen::generate_simple_self_signed(names).expect("a certificate");
    fs::write(folder.join("chain.pem"), cert.pem()).expect("written");
    fs::write(folder.join("key.pem"), signing_key.serialize_pem()).expect("written");
    reqwest::Certificate::from_pem(cert.pem().as_bytes()).expect("a certificate")
}

fn trusting(root: &reqwest::Certificate) -> reqwest::ClientBuilder {
    reqwest::Client::builder().tls_certs_only([root.clone()])
}

async fn serving(tls: Arc<Tls>, limits: Limits) -> Server {
    let app = App::new(Arc::new(bench(Mood::Pays).bot)).behind(Front { tls: true, ..Front::default() });
    Server::through(router(app), limits, Some(tls)).await
}

async fn health(client: &reqwest::Client, base: &str) -> Result<u16, reqwest::Error> {
    client.get(format!("{base}/health")).send().await.map(|answer| answer.status().as_u16())
}

#[tokio::test]
async fn the_service_speaks_tls_1_2_and_1_3_to_who_trusts_its_certificate() {
    let files = Files::new();
    let server = serving(files.tls(), Limits::default()).await;
    for version in [Version::TLS_1_2, Version::TLS_1_3] {
        let client = trusting(&files.root).tls_version_min(version).tls_version_max(version).build().expect("a client");
        let answer = client.get(format!("{}/health", server.base)).send().await.expect("an answer");
        assert_eq!((answer.status().as_u16(), answer.version()), (200, reqwest::Version::HTTP_11));
        assert_eq!(answer.headers()["strict-transport-security"], "max-age=31536000");
    }
    let stranger = trusting(&Files::new().root).build().expect("a client");
    assert!(health(&stranger, &server.base).await.is_err());
    assert!(
        health(&reqwest::Client::new(), &server.base.replace("https", "http")).await.is_err(),
        "nothing in the clear"
    );
}

#[tokio::test]
async fn a_renewed_certificate_is_used_from_the_next_connection_on_and_a_broken_one_is_not() {
    let files = Files::new();
    let tls = files.tls();
    let server = serving(tls.clone(), Limits::default()).await;
    fs::write(files.key(), "not yet written").expect("written");
    assert!(tls.read_again(now()).is_err());
    let old = || trusting(&files.root).build().expect("a client");
    assert_eq!(health(&old(), &server.base).await.expect("an answer"), 200);
    let renewed = write(files.folder.path());
    tls.read_again(now()).expect("it is read");
    assert!(health(&old(), &server.base).await.is_err());
    let new = trusting(&renewed).build().expect("a client");
    assert_eq!(health(&new, &server.base).await.expect("an answer"), 200);
}

#[tokio::test]
async fn who_does_not_agree_on_tls_in_time_is_cut_off() {
    let limits = Limits { handshake: Duration::from_millis(200), ..Limits::default() };
    let server = serving(Files::new().tls(), limits).await;
    for said in [&b""[..], b"\x16\x03\x01\x02\x00\x01", b"GET /health HTTP/1.1\r\nhost: x\r\n\r\n"] {
        let mut stream = TcpStream::connect(server.base.trim_start_matches("https://")).await.expect("a connection");
        stream.write_all(said).await.expect("sent");
        let mut rest = Vec::new();
        let read = tokio::time::timeout(Duration::from_secs(5), stream.read_to_end(&mut rest)).await;
        assert!(read.is_ok(), "the connection is closed");
        assert!(!rest.starts_with(b"HTTP"), "nothing in the clear");
    }
}

#[test]
fn a_file_that_cannot_be_used_is_named_with_what_is_expected_and_never_quoted() {
    let (files, other) = (Files::new(), Files::new());
    let wrong = |name: &str, text: &str| {
        let file = files.folder.path().join(name);
        fs::write(&file, text).expect("written");
        file
    };
    let (certificate, key) = (files.certificate(), files.key());
    let cases = [
        (wrong("a.pem", ""), key.clone(), "a.pem", "BEGIN CERTIFICATE"),
        (wrong("b.pem", "secretive"), key.clone(), "b.pem", "BEGIN CERTIFICATE"),
        (key.clone(), key.clone(), "key.pem", "BEGIN CERTIFICATE"),
        (wrong("c.pem", "-----BEGIN CERTIFICATE-----\nsecretive\n"), key.clone(), "c.pem", "PEM"),
        (
            wrong("d.pem", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"),
            key.clone(),
            "d.pem",
            "used",
        ),
        (certificate.clone(), certificate.clone(), "chain.pem", "BEGIN PRIVATE KEY"),
        (certificate.clone(), wrong("e.pem", "-----BEGIN PRIVATE KEY-----\nsecretive"), "e.pem", "PEM"),
        (
            certificate.clone(),
            wrong("f.pem", "-----BEGIN PRIVATE KEY-----\nc2VjcmV0aXZl\n-----END PRIVATE KEY-----\n"),
            "f.pem",
            "used",
        ),
        (certificate.clone(), other.key(), "key.pem", "does not belong"),
        (files.folder.path().join("none.pem"), key.clone(), "none.pem", "cannot be read"),
        (certificate, files.folder.path().to_owned(), "", "cannot be read"),
    ];
    for (certificate, key, named, told) in cases {
        let error = Tls::open(&certificate, &key).expect_err(named).to_string();
        assert!(error.contains(named) && error.contains(told), "{named}: {error}");
        assert!(!error.contains("secretive"), "{error}");
    }
}

/// `serve` with TLS, until it is dropped.
struct Served(Child, String);

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn started(files: &Files, more: &[&str]) -> Served {
    let mut child = Command::new(env!("CARGO_BIN_EXE_payment-smart-bot"))
        .args(["serve", "--memory", "--tls-cert"])
        .arg(files.certificate())
        .arg("--tls-key")
        .arg(files.key())
        .args(more)
        .env_remove("RUST_LOG")
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it starts");
    let mut lines = BufReader::new(child.stdout.take().expect("an output")).lines().map_while(Result::ok);
    let base = lines.by_ref().find_map(|line| line.trim().strip_prefix("Listening").map(|rest| rest.trim().to_owned()));
    std::thread::spawn(move || lines.for_each(drop));
    Served(child, base.expect("it says where it is"))
}

/// The log's next line that has this.
fn logged(child: &mut Child, text: &str) -> String {
    let mut log = BufReader::new(child.stderr.as_mut().expect("a log")).lines().map_while(Result::ok);
    log.find(|line| line.contains(text)).unwrap_or_else(|| panic!("the log has no {text:?}"))
}

#[cfg(unix)]
#[tokio::test(flavor = "multi_thread")]
async fn serve_speaks_tls_and_reads_its_certificate_again_when_it_is_hung_up_on() {
    use std::os::unix::fs::PermissionsExt as _;
    let files = Files::new();
    fs::set_permissions(files.key(), fs::Permissions::from_mode(0o644)).expect("set");
    let mut served = started(&files, &["--listen", "127.0.0.1:0"]);
    assert!(served.1.starts_with("https://127.0.0.1:"), "{}", served.1);
    let client = trusting(&files.root).build().expect("a client");
    assert_eq!(health(&client, &served.1).await.expect("an answer"), 200);
    assert!(logged(&mut served.0, "chmod").contains("key.pem"));
    let renewed = trusting(&write(files.folder.path())).build().expect("a client");
    let hung_up = Command::new("kill").args(["-HUP", &served.0.id().to_string()]).status().expect("kill runs");
    assert!(hung_up.success());
    logged(&mut served.0, "read again");
    assert_eq!(health(&renewed, &served.1).await.expect("an answer"), 200);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_that_others_can_reach_is_limited_and_asks_for_keys() {
    let files = Files::new();
    let key = "0123456789abcdef";
    let served = started(&files, &["--listen", "0.0.0.0:0", "--client-api-key", key]);
    let base = served.1.replace("0.0.0.0", "127.0.0.1");
    let client = trusting(&files.root).build().expect("a client");
    let chat = || client.post(format!("{base}/chat")).json(&serde_json::json!({ "message": "hi" }));
    assert_eq!(chat().send().await.expect("an answer").status(), 401);
    assert_eq!(chat().header("x-api-key", key).send().await.expect("an answer").status(), 200);
    let mut refused = 0;
    for _ in 0..60 {
        refused += u32::from(health(&client, &base).await.expect("an answer") == 429);
    }
    assert!(refused > 0);
}

#[test]
fn a_key_that_is_too_short_is_refused_and_no_key_is_ever_shown() {
    let serve = |variables: &[(&str, &str)], arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_payment-smart-bot"));
        let output = command.arg("serve").args(arguments).envs(variables.iter().copied()).output().expect("it runs");
        let text = [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).expect("text")).concat();
        (output.status.code(), text)
    };
    let good = "0123456789abcdef-kept";
    for (variables, arguments) in [
        (&[("API_KEYS", "short-secretive")][..], &[][..]),
        (&[("API_KEYS", "0123456789abcdef-kept,short-secretive")], &[]),
        (&[("CLIENT_API_KEYS", "secretive with spaces in it")], &[]),
        (&[], &["--api-key", "short-secretive"]),
        (&[], &["--client-api-key", "sécretive-sécretive"]),
    ] {
        let (code, said) = serve(variables, arguments);
        assert_eq!(code, Some(2), "{said}");
        assert!(said.contains("at least 16") && !said.contains("cretive") && !said.contains(good), "{said}");
    }
    for help in ["-h", "--help"] {
        let (code, said) = serve(&[("API_KEYS", good), ("CLIENT_API_KEYS", good)], &[help]);
        assert_eq!(code, Some(0));
        assert!(said.contains("API_KEYS") && !said.contains(good), "{said}");
    }
    let (code, said) = serve(&[], &["--cors-origin", "*"]);
    assert_eq!(code, Some(2));
    assert!(said.contains("wildcard"), "{said}");
    let (code, said) = serve(&[], &["--tls-cert", "chain.pem"]);
    assert_eq!(code, Some(2));
    assert!(said.contains("--tls-key"), "{said}");
    let (code, said) = serve(&[], &["--memory", "--tls-cert", "none.pem", "--tls-key", "none.pem"]);
    assert_eq!(code, Some(3));
    assert!(said.contains("none.pem cannot be read"), "{said}");
}

#[cfg(unix)]
#[test]
fn a_certificate_that_ends_soon_or_has_ended_is_told_by_start_reload_and_doctor() {
    let files = Files::new();
    let run = |command: &str| {
        let mut bot = Command::new(env!("CARGO_BIN_EXE_payment-smart-bot"));
        bot.args([command, "--listen", "127.0.0.1:0", "--memory", "--tls-cert"]).arg(files.certificate());
        let output = bot.arg("--tls-key").arg(files.key()).env_remove("RUST_LOG").output().expect("it runs");
        (
            output.status.code(),
            [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).expect("text")).concat(),
        )
    };
    write_for(files.folder.path(), -2);
    let (code, said) = run("serve");
    assert_eq!(code, Some(3), "{said}");
    assert!(said.contains("chain.pem expired on ") && said.contains("renew it"), "{said}");
    let (code, said) = run("doctor");
    assert!(code == Some(1) && said.contains("chain.pem expired on "), "{said}");
    assert!(!said.contains("ok    socket"), "nobody can come in there: {said}");
    write_for(files.folder.path(), 60);
    let (_, said) = run("doctor");
    assert!(said.contains("good until ") && !said.contains("expires"), "{said}");
    write_for(files.folder.path(), 10);
    let (_, said) = run("doctor");
    assert!(said.contains("chain.pem expires on ") && said.contains("send SIGHUP"), "{said}");
    let mut served = started(&files, &["--listen", "127.0.0.1:0"]);
    let mut log = BufReader::new(served.0.stderr.take().expect("a log")).lines().map_while(Result::ok);
    let mut logged =
        |text: &str| log.find(|line| line.contains(text)).unwrap_or_else(|| panic!("the log has no {text:?}"));
    logged("chain.pem expires on ");
    let hang_up = || Command::new("kill").args(["-HUP", &served.0.id().to_string()]).status().expect("kill runs");
    // One that has ended takes the place of none that has not.
    write_for(files.folder.path(), -2);
    hang_up();
    assert!(logged("stays as it was").contains("expired on "));
    write_for(files.folder.path(), 9);
    hang_up();
    logged("read again");
    logged("in 8 days");
}
