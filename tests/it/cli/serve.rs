//! `serve`, run as a user runs it: its data folder, its log, and why it does not start.

use std::fs;
use std::io::{BufRead as _, BufReader, Read as _};
use std::path::Path;
use std::process::{Child, Command};

use serde_json::{Value, json};

use super::{bot, code, run, text};

/// A server that runs until it is dropped, and its address.
pub struct Served(pub Child, pub String);

impl Served {
    pub fn start(mut command: Command) -> Self {
        let mut child = command.spawn().expect("it starts");
        let mut lines = BufReader::new(child.stdout.take().expect("an output")).lines();
        let address = lines
            .by_ref()
            .filter_map(Result::ok)
            .find_map(|line| line.trim().strip_prefix("Listening").map(|rest| rest.trim().to_owned()))
            .expect("it says where it is");
        std::thread::spawn(move || lines.for_each(drop));
        Self(child, address)
    }

    pub fn say(&self, body: &Value, token: Option<&str>) -> Value {
        let runtime = tokio::runtime::Runtime::new().expect("a runtime");
        runtime.block_on(async {
            let mut request = reqwest::Client::new().post(format!("{}/chat", self.1)).json(body);
            if let Some(token) = token {
                request = request.bearer_auth(token);
            }
            request.send().await.expect("an answer").json().await.expect("JSON")
        })
    }

    fn status(&self, path: &str) -> u16 {
        let runtime = tokio::runtime::Runtime::new().expect("a runtime");
        runtime
            .block_on(async { reqwest::get(format!("{}/{path}", self.1)).await.expect("an answer").status().as_u16() })
    }

    #[cfg(unix)]
    fn terminate(self) -> (i32, String) {
        let id = self.0.id().to_string();
        Command::new("kill").args(["-TERM", &id]).status().expect("kill runs");
        self.ended()
    }

    /// Waits for its end; with which code, and what it logged.
    #[cfg(unix)]
    pub fn ended(mut self) -> (i32, String) {
        let mut said = String::new();
        self.0.stderr.take().expect("a log").read_to_string(&mut said).expect("text");
        (self.0.wait().expect("it ends").code().unwrap_or(-1), said)
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[cfg(unix)]
#[test]
fn serve_reads_its_wordings_again_when_it_is_told_to_and_keeps_them_where_they_are_at_fault() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().to_str().expect("a path");
    let taken = |text: &str| {
        let sheet = folder.path().join("sheet.csv");
        let rows = format!("lang,tone,act,candidate,verdict\nen,plain,ask-name.first,{text},approve\n");
        fs::write(&sheet, rows).expect("written");
        let take = ["wording", "take", sheet.to_str().expect("a path"), "--by", "A. Reader", "--wordings", path];
        assert_eq!(code(&run(&take, b"")), 0);
    };
    taken("Whose name is on the card?");
    let server = Served::start(bot(&["serve", "--listen", "127.0.0.1:0", "--memory", "--wordings", path]));
    let hang_up = || {
        Command::new("kill").args(["-HUP", &server.0.id().to_string()]).status().expect("kill runs");
    };
    let asks = || -> std::collections::BTreeSet<String> {
        let reply = |_| server.say(&json!({ "message": "hi" }), None)["reply"].as_str().expect("a reply").to_owned();
        let last = |reply: String| reply.split(". ").last().expect("an ask").to_owned();
        (0..12).map(reply).map(last).collect()
    };
    let first = asks();
    assert!(first.contains("Whose name is on the card?") && !first.contains("Which name is on the card?"), "{first:?}");
    taken("Which name is on the card?");
    hang_up();
    let read = (0..100).any(|_| asks().contains("Which name is on the card?"));
    assert!(read, "the new wording is never said");
    fs::write(folder.path().join("en/wordings/plain.jsonl"), "nonsense\n").expect("written");
    hang_up();
    std::thread::sleep(std::time::Duration::from_millis(300));
    assert!(asks().contains("Which name is on the card?"), "what cannot be read changes nothing");
    let (ended, log) = server.terminate();
    assert!(ended == 0 && log.contains("en/wordings/plain.jsonl line 1"), "{log}");
    assert!(log.contains("said=[\"s-") || log.contains("said=[\"w-"), "what was said is logged by id: {log}");
}

#[cfg(unix)]
#[test]
fn a_server_that_is_drained_begins_nothing_goes_on_with_what_it_began_and_ends_with_the_last_of_it() {
    let server = Served::start(bot(&["serve", "--listen", "127.0.0.1:0", "--memory"]));
    let begun = [(); 2].map(|()| server.say(&json!({ "message": "hi" }), None));
    Command::new("kill").args(["-USR1", &server.0.id().to_string()]).status().expect("kill runs");
    let refused = (0..100).find_map(|_| {
        let reply = server.say(&json!({ "message": "hi" }), None);
        reply["type"].as_str().map(str::to_owned)
    });
    assert_eq!(refused.as_deref(), Some("urn:payment-smart-bot:problem:draining"));
    assert_eq!((server.status("health"), server.status("health/ready")), (200, 200), "those that go on are answered");
    for (which, text) in [(0, "cancel"), (1, "Jane Roe"), (1, "cancel")] {
        let token = begun[which]["sessionToken"].as_str();
        let reply = server.say(&json!({ "sessionId": begun[which]["sessionId"], "message": text }), token);
        assert_eq!(reply["status"], if text == "cancel" { "cancelled" } else { "collecting" }, "{reply}");
    }
    let (ended, log) = server.ended();
    assert!(ended == 0 && log.contains("draining") && log.contains("drained"), "{log}");
}

#[test]
fn a_server_that_only_finishes_begins_nothing() {
    let server = Served::start(bot(&["serve", "--listen", "127.0.0.1:0", "--memory", "--drain"]));
    let refused = server.say(&json!({ "message": "hi" }), None);
    assert_eq!((&refused["type"], &refused["status"]), (&json!("urn:payment-smart-bot:problem:draining"), &json!(503)));
}

/// The store's files may grow no more for a while, as on a full disk: that is told, and heals by itself.
#[cfg(target_os = "linux")]
#[test]
fn a_store_that_cannot_write_says_so_and_heals_without_a_restart() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("data");
    let program = env!("CARGO_BIN_EXE_payment-smart-bot");
    let mut command = Command::new("bash");
    // A file that grows too large fails to be written, and no signal ends the process.
    command.args([
        "-c",
        "trap '' XFSZ; ulimit -S -f 3000; exec \"$0\" serve --listen 127.0.0.1:0 --data \"$1\"",
        program,
    ]);
    // Nobody reads the log until the end: it has to fit into the pipe.
    command.arg(&data).env("RUST_LOG", "warn").stdin(std::process::Stdio::null());
    command.stdout(std::process::Stdio::piped()).stderr(std::process::Stdio::piped());
    let server = Served::start(command);
    let begun = server.say(&json!({ "message": "hi" }), None);
    let (id, token) = (begun["sessionId"].clone(), begun["sessionToken"].as_str().expect("a token").to_owned());
    let health = |path: &str| server.status(path);
    assert_eq!(health("health"), 200);
    let failed = (0..3_000).find_map(|_| {
        let reply = server.say(&json!({ "message": "hi" }), None);
        reply.get("status").filter(|status| status.is_number()).cloned()
    });
    assert_eq!(failed, Some(json!(503)), "a write that fails is no conflict");
    assert_eq!((health("health"), health("health/ready")), (503, 503));
    let limits = ["--pid", &server.0.id().to_string(), "--fsize=unlimited"];
    assert!(Command::new("prlimit").args(limits).status().expect("prlimit runs").success());
    let healed = (0..100).any(|_| {
        std::thread::sleep(std::time::Duration::from_millis(100));
        health("health") == 200
    });
    assert!(healed, "it stays ill");
    assert_eq!(health("health/ready"), 200);
    let reply = server.say(&json!({ "sessionId": id, "message": "Jane Roe" }), Some(&token));
    assert_eq!(reply["currentStep"], "card", "{reply}");
    let (_, log) = server.terminate();
    assert!(log.contains("opened anew"), "{log}");
}

#[test]
fn words_that_no_model_or_folder_can_give_are_not_promised() {
    for (set, told) in [
        (&[("WORDING", "live")][..], "ask a model: name one"),
        (&[("WORDING", "harvest")], "ask a model: name one"),
        (&[("WORDING", "harvest"), ("BEDROCK_MODEL_ID", "a")], "say into which folder"),
        (&[("WORDINGS", "/nowhere")], "/nowhere is no folder"),
    ] {
        let mut command = bot(&["serve", "--listen", "127.0.0.1:0", "--memory"]);
        command.envs(set.iter().copied()).env("AWS_REGION", "eu-central-1");
        let output = command.output().expect("it ends");
        assert_eq!(code(&output), 3, "{set:?}");
        assert!(text(&output.stderr).contains(told), "{told}: {}", text(&output.stderr));
    }
}

#[cfg(unix)]
#[test]
fn serve_remembers_in_its_data_folder_and_its_log_holds_no_secret_at_any_level() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("data");
    let arguments = ["serve", "--listen", "127.0.0.1:0", "--data", data.to_str().expect("text")];
    let (slots, key) = (folder.path().join("slots"), folder.path().join("key"));
    let (slots, key) = (slots.to_str().expect("text"), key.to_str().expect("text"));
    let lasting = ["--key-slots", slots, "--key-slots-on-disk", "--key-file", key];
    let start = |keys: &[&str]| {
        let mut command = bot(&[&arguments, keys].concat());
        command.env("RUST_LOG", "trace");
        Served::start(command)
    };
    let server = start(&lasting);
    let begun = server.say(&json!({ "message": "Jane Roe" }), None);
    let (id, token) = (begun["sessionId"].clone(), begun["sessionToken"].as_str().expect("a token").to_owned());
    server.say(&json!({ "sessionId": id, "message": "4242 4242 4242 4242 4242" }), Some(&token));
    server.say(&json!({ "sessionId": id, "message": "4242 4242 4242 4242" }), Some(&token));
    let overdue = run(&["retention", "verify", "--data", arguments[4]], b"");
    assert_eq!(code(&overdue), 3, "a running server holds the folder");
    let second = run(&["serve", "--listen", "127.0.0.1:0", "--data", arguments[4]], b"");
    assert_eq!(code(&second), 3);
    assert!(text(&second.stderr).contains("in use"), "{}", text(&second.stderr));
    let (ended, log) = server.terminate();
    assert_eq!(ended, 0, "{log}");
    assert!(log.contains("/chat") && log.contains("200"), "{log}");
    for secret in ["4242", "Jane", token.as_str()] {
        assert!(!log.contains(secret), "the log has {secret}: {log}");
    }
    let server = start(&lasting);
    let reply = server.say(&json!({ "sessionId": id, "message": "12/2030" }), Some(&token));
    assert_eq!(reply["currentStep"], "cvv", "{reply}");
    server.terminate();
    let verified = run(&[&["retention", "verify", "--data", arguments[4]][..], &lasting].concat(), b"");
    let said = text(&verified.stdout);
    assert!(code(&verified) == 0 && said.starts_with("overdue card data: 0\n"), "{said}");
    assert!(
        !said.contains(": 0 in time") && said.contains("in clear: 0\n"),
        "a key at hand opens what may be opened: {said}"
    );
    let verified = run(&["retention", "verify", "--data", arguments[4]], b"");
    assert!(text(&verified.stdout).contains(": 0 in time, 0 overdue"), "and nothing does without one");
    let log = fs::read_to_string(data.join("operators.jsonl")).expect("a log");
    assert_eq!(log.matches("\"act\":\"retention verified\"").count(), 2, "{log}");
    // Without the keys what was given is gone, and the session isn't.
    let server = start(&[]);
    let reply = server.say(&json!({ "sessionId": id, "message": "123" }), Some(&token));
    assert_eq!((&reply["currentStep"], &reply["turn"]), (&json!("name"), &json!(5)), "{reply}");
    let said = reply["reply"].as_str().expect("words");
    assert!(said.contains("need them again") && said.contains("codes are never kept"), "{reply}");
    server.terminate();
}

#[cfg(unix)]
#[test]
fn serve_closes_its_files_to_others_and_says_what_it_cannot_mend() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("data");
    let start = || Served::start(bot(&["serve", "--listen", "localhost:0", "--data", data.to_str().expect("text")]));
    let (_, log) = start().terminate();
    assert!(log.contains("support@example.com") && !log.contains("is gone") && !log.contains("chmod"), "{log}");
    let set = |path: &Path, mode| fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("it can be set");
    let mode = |path: &Path| fs::metadata(path).expect("it is there").permissions().mode() & 0o777;
    assert_eq!((mode(&data), mode(&data.join("sessions.redb"))), (0o700, 0o600));
    set(&data, 0o755);
    set(&data.join("sessions.redb"), 0o644);
    assert!(!data.join("key").exists(), "no key lies beside the data");
    fs::write(data.join("key"), [7; 32]).expect("writes");
    set(&data.join("key"), 0o600);
    let server = start();
    let second = run(&["doctor", "--data", data.to_str().expect("text")], b"");
    assert_eq!(code(&second), 3);
    assert!(text(&second.stderr).contains("stop it first"), "{}", text(&second.stderr));
    let (_, log) = server.terminate();
    assert!(log.contains("chmod 700"), "{log}");
    assert!(!data.join("key").exists(), "that of a former release opens nothing here, and goes");
    assert_eq!((mode(&data), mode(&data.join("sessions.redb"))), (0o755, 0o600));
    fs::write(data.join("sessions.redb"), "no database").expect("writes");
    let broken = run(&["serve", "--listen", "127.0.0.1:0", "--data", data.to_str().expect("text")], b"");
    assert_eq!(code(&broken), 3);
    assert!(text(&broken.stderr).contains("from a backup"), "{}", text(&broken.stderr));
}

#[test]
fn serve_says_how_to_try_out_orders() {
    let mut command = bot(&["serve", "--memory", "--listen", "127.0.0.1:0"]);
    command.env("ORDER_KEY", "a secret that is long enough for HS256");
    let mut child = command.spawn().expect("it starts");
    let lines = BufReader::new(child.stdout.take().expect("an output")).lines().map_while(Result::ok);
    let mut said = String::new();
    for line in lines {
        said += &line;
        if line.contains("Ctrl-C") {
            break;
        }
    }
    let _ = child.kill();
    let _ = child.wait();
    assert!(said.contains("payment-smart-bot order sign") && said.contains("\"order\":\"TOKEN\""), "{said}");
}

#[cfg(unix)]
#[test]
fn serve_says_why_it_cannot_start() {
    use std::os::unix::fs::PermissionsExt as _;
    let outside = run(&["serve", "--memory", "--listen", "0.0.0.0:0"], b"");
    assert_eq!(code(&outside), 3);
    assert!(text(&outside.stderr).contains("--tls-cert") && text(&outside.stderr).contains("--behind-tls-proxy"));
    // Behind a proxy others can come, wherever it listens.
    for address in ["0.0.0.0:0", "127.0.0.1:0", "[::1]:0"] {
        let unlocked =
            run(&["serve", "--memory", "--listen", address, "--behind-tls-proxy", "--trusted-proxies", "1"], b"");
        assert_eq!(code(&unlocked), 3);
        assert!(text(&unlocked.stderr).contains("CLIENT_API_KEYS"), "{}", text(&unlocked.stderr));
        let alike = run(&["serve", "--memory", "--listen", address, "--behind-tls-proxy", "--open-to-all"], b"");
        assert_eq!(code(&alike), 3);
        assert!(text(&alike.stderr).contains("--trusted-proxies"), "{}", text(&alike.stderr));
    }
    let folder = tempfile::tempdir().expect("a folder");
    let nowhere = folder.path().join("not-there");
    let none = run(&["reconcile", "--data", nowhere.to_str().expect("text")], b"");
    assert!(code(&none) == 3 && text(&none.stderr).contains("there is no store in"), "{}", text(&none.stderr));
    assert!(!nowhere.exists(), "nothing is made");
    let taken = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = taken.local_addr().expect("an address").to_string();
    let busy = run(&["serve", "--memory", "--listen", &address], b"");
    assert_eq!(code(&busy), 3);
    assert!(text(&busy.stderr).contains(&address));
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().to_str().expect("text");
    run(&["chat", "--data", data], b"");
    fs::set_permissions(folder.path().join("deliveries"), fs::Permissions::from_mode(0o644)).expect("it can be set");
    let open = run(&["serve", "--listen", "127.0.0.1:0", "--data", data], b"");
    assert_eq!(code(&open), 3);
    assert!(text(&open.stderr).contains("chmod 600"), "{}", text(&open.stderr));
    assert_eq!(code(&run(&["retention", "verify", "--data", "/nowhere/at/all"], b"")), 3);
}

/// Below a path of its host: every route, the page's own links, the bank's page, the return page and the webhook.
#[cfg(feature = "stripe")]
#[test]
fn serve_is_reached_below_a_base_path() {
    use payment_smart_bot::dialogue::AttemptId;
    let secret = "a service key of the test";
    let serve = ["serve", "--listen", "127.0.0.1:0", "--memory", "--amount", "49.90 EUR", "--base-path", "/shop/pay"];
    let mut sandbox = bot(&serve);
    sandbox.env("SERVICE_KEY", secret);
    let server = Served::start(sandbox);
    assert!(server.1.ends_with("/shop/pay"), "{}", server.1);
    for (path, status) in [("health", 200), ("health/ready", 200), ("openapi.json", 200), ("", 200), ("nothing", 404)] {
        assert_eq!(server.status(path), status, "{path}");
    }
    let host = server.1.trim_end_matches("/shop/pay");
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let get = |url: String| {
        runtime.block_on(async {
            let answer = reqwest::get(&url).await.expect("an answer");
            (answer.status().as_u16(), answer.url().path().to_owned(), answer.text().await.expect("a body"))
        })
    };
    assert_eq!(get(format!("{host}/health")).0, 404, "elsewhere there is nothing");
    // The page asks for "chat", which is below the slash.
    let (status, path, page) = get(format!("{host}/shop/pay"));
    assert_eq!((status, path.as_str()), (200, "/shop/pay/"));
    assert!(page.contains("ask(\"chat\"") && !page.contains("href=\"/") && !page.contains("ask(\"/"));
    let key = payment_smart_bot::keys::ServiceKey::derived(secret.as_bytes());
    let token = key.return_token(&AttemptId::new(format!("at_{:032x}", 7)));
    let (status, _, page) = get(format!("{host}/shop/pay/return/{token}"));
    assert!(status == 200 && page.contains("<form method=\"post\">"), "{page}");
    let begun = server.say(&json!({ "message": "Jane Roe, 4000 0000 0000 3220, 12/30" }), None);
    let token = begun["sessionToken"].as_str().expect("a token").to_owned();
    let say = |text: &str| server.say(&json!({ "sessionId": begun["sessionId"], "message": text }), Some(&token));
    say("123");
    let asked = say("yes");
    let bank = asked["nextAction"]["url"].as_str().expect("a link").to_owned();
    assert!(bank.starts_with(&format!("{}/sandbox/3ds/", server.1)), "{bank}");
    assert_eq!(get(bank).0, 200);

    let mut stripe = bot(&serve);
    stripe.envs([("SERVICE_KEY", secret), ("STRIPE_SECRET_KEY", "sk_test_0123456789abcdef")]);
    stripe.envs([("STRIPE_WEBHOOK_SECRET", "whsec_0123456789"), ("PUBLIC_URL", "https://shop.example/shop/pay")]);
    let server = Served::start(stripe);
    let posted = runtime.block_on(async {
        let request = reqwest::Client::new().post(format!("{}/webhooks/stripe", server.1));
        request.header("stripe-signature", "t=1,v1=00").body("{}").send().await.expect("an answer").status().as_u16()
    });
    assert_eq!(posted, 400, "it is there, and the signature is not");

    let elsewhere = [&serve[..], &["--public-url", "https://shop.example"]].concat();
    let refused = run(&elsewhere, b"");
    assert_eq!(code(&refused), 3);
    assert!(text(&refused.stderr).contains("it has to end in /shop/pay"), "{}", text(&refused.stderr));
}

/// Nobody set a key: what a delivery is known by is drawn, kept for its owner alone, and outlasts the process.
#[cfg(unix)]
#[test]
fn a_first_message_that_comes_again_after_a_restart_is_known_without_a_key_of_the_operators() {
    use std::os::unix::fs::PermissionsExt as _;
    let outer = tempfile::tempdir().expect("a folder");
    let begun = |data: &Path| {
        let at = |name: &str| data.with_extension(name).to_str().expect("a path").to_owned();
        let (slots, key) = (at("slots"), at("wrap"));
        let data = data.to_str().expect("a path");
        let keys = ["--key-slots", &slots, "--key-slots-on-disk", "--key-file", &key];
        let server = Served::start(bot(&[&["serve", "--listen", "127.0.0.1:0", "--data", data][..], &keys].concat()));
        let runtime = tokio::runtime::Runtime::new().expect("a runtime");
        let reply: Value = runtime.block_on(async {
            let request = reqwest::Client::new().post(format!("{}/chat", server.1)).json(&json!({ "message": "hi" }));
            let request = request.header("idempotency-key", "0f8fad5b-d9cb-469f-a165-70867728950e");
            request.send().await.expect("an answer").json().await.expect("JSON")
        });
        (reply["sessionId"].clone(), reply["sessionToken"].as_str().expect("a token").to_owned())
    };
    let (here, there) = (outer.path().join("here"), outer.path().join("there"));
    let first = begun(&here);
    assert_eq!(begun(&here), first, "it is the same session");
    assert_ne!(begun(&there), first, "and nobody can compute it who has the program");
    for name in ["deliveries", "sandbox.jsonl"] {
        let mode = fs::metadata(here.join(name)).expect(name).permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{name}");
    }
}

/// A database may come later than the service: it starts, says what is missing, and lets no balancer send customers.
#[cfg(all(unix, feature = "aws"))]
#[test]
fn a_database_that_is_not_there_is_told_at_the_start() {
    let free = std::net::TcpListener::bind("127.0.0.1:0").expect("a port").local_addr().expect("bound");
    let folder = tempfile::tempdir().expect("a folder");
    let mut command = bot(&["serve", "--listen", "127.0.0.1:0", "--data", folder.path().to_str().expect("a path")]);
    command.envs([("DYNAMODB_TABLE", "our-sessions"), ("LEDGER_TABLE", "our-ledger"), ("RUST_LOG", "warn")]);
    command.envs([("AWS_REGION", "eu-central-1"), ("AWS_ACCESS_KEY_ID", "a"), ("AWS_SECRET_ACCESS_KEY", "b")]);
    command.env("AWS_ENDPOINT_URL_DYNAMODB", format!("http://{free}"));
    let server = Served::start(command);
    let ill = (0..100).any(|_| {
        std::thread::sleep(std::time::Duration::from_millis(100));
        server.status("health") == 503
    });
    assert!(ill, "it says that all is well");
    let (_, log) = server.terminate();
    let told: Vec<&str> = log.lines().filter(|line| line.contains("nothing can be kept")).collect();
    assert_eq!(told.len(), 1, "{log}");
    for part in ["ERROR", "our-sessions", "our-ledger", "table create"] {
        assert!(told[0].contains(part), "{part}: {log}");
    }
}

/// A server over DynamoDB does what the schedule does for the function.
#[cfg(all(unix, feature = "aws"))]
#[test]
fn serve_deletes_card_data_in_dynamodb_that_nobody_came_back_for() {
    use aws_sdk_dynamodb::types::AttributeValue;
    use payment_smart_bot::session::SessionId;

    use crate::sessions::dynamo_server::{Tables, endpoint};
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let folder = tempfile::tempdir().expect("a folder");
    let tables = runtime.block_on(Tables::new());
    let started = || {
        let mut command = bot(&["serve", "--listen", "127.0.0.1:0", "--data", folder.path().to_str().expect("a path")]);
        command.envs([("DYNAMODB_TABLE", &tables.sessions), ("LEDGER_TABLE", &tables.ledger)]);
        command.envs([("AWS_REGION", "eu-central-1"), ("AWS_ACCESS_KEY_ID", "a"), ("AWS_SECRET_ACCESS_KEY", "b")]);
        Served::start({
            command.env("AWS_ENDPOINT_URL_DYNAMODB", endpoint());
            command
        })
    };
    let server = started();
    let begun = server.say(&json!({ "message": "Jane Roe, 4242 4242 4242 4242" }), None);
    server.terminate();
    let id = begun["sessionId"].as_str().and_then(SessionId::parse).expect("an id");
    let held = || runtime.block_on(tables.raw(&id)).expect("there").contains_key("sealed");
    assert!(held(), "{begun}");
    let past = AttributeValue::S("2020-01-01T00:00:00.000000000Z".to_owned());
    runtime.block_on(tables.set(&id, "sealedUntil", past));
    let server = started();
    let gone = (0..100).any(|_| {
        std::thread::sleep(std::time::Duration::from_millis(100));
        !held()
    });
    let (_, log) = server.terminate();
    assert!(gone && log.contains("card data that was over is deleted"), "{log}");
}

/// Somebody clears the disk while customers pay.
#[cfg(unix)]
#[test]
fn a_data_folder_that_is_deleted_under_serve_is_told() {
    let outer = tempfile::tempdir().expect("a folder");
    let data = outer.path().join("data");
    let mut command = bot(&["serve", "--listen", "127.0.0.1:0", "--data", data.to_str().expect("a path")]);
    command.env("RUST_LOG", "warn");
    let server = Served::start(command);
    assert_eq!(server.say(&json!({ "message": "hi" }), None)["currentStep"], "name");
    assert_eq!((server.status("health"), server.status("health/ready")), (200, 200));
    fs::remove_dir_all(&data).expect("deleted");
    assert_eq!(
        (server.status("health"), server.status("health/ready")),
        (503, 503),
        "at once, and before anybody writes"
    );
    let refused = server.say(&json!({ "message": "hi" }), None);
    assert_eq!(refused["type"], "urn:payment-smart-bot:problem:unavailable", "{refused}");
    let (_, log) = server.terminate();
    assert!(
        log.contains("deleted or replaced while the service ran") && log.contains(data.to_str().expect("a path")),
        "{log}"
    );
    assert!(!data.join("sessions.redb").exists(), "no empty store is made in its place");
}
