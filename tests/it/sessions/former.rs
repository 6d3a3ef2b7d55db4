//! What the release at 15c0f96 kept, in every state, as it lies in `tests/former`: this release reads it, goes on with it, and
//! keeps it its own way.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::Timestamp;
use payment_smart_bot::adapters::{
    EmbeddedSessions, FormerKey, Sandbox, Sealing, SlotVault, Slots, destroy_secret, look_through,
};
use payment_smart_bot::ports::Clock as _;
use payment_smart_bot::session::SessionId;
use payment_smart_bot::turn::Bot;
use zeroize::Zeroizing;

use crate::support::{Bench, Client, Mood, TestClock, bench_over};

/// A conversation of the former release: what it stood at, and what comes next.
struct Kept {
    name: &'static str,
    #[cfg_attr(not(feature = "aws"), expect(dead_code, reason = "only what makes the fixtures says it"))]
    said: &'static [&'static str],
    next: (&'static str, &'static str),
}

const fn kept(name: &'static str, said: &'static [&'static str], next: (&'static str, &'static str)) -> Kept {
    Kept { name, said, next }
}

const STATES: [Kept; 11] = [
    kept("name", &["hi"], ("Jane Roe", "card")),
    kept("number ahead", &["my card is 4242 4242 4242 4242"], ("Jane Roe", "expiry")),
    kept("card", &["Jane Roe"], ("4242 4242 4242 4242", "expiry")),
    kept("pieces", &["Jane Roe", "4242 4242"], ("4242 4242", "expiry")),
    kept("expiry", &["Jane Roe", "4242 4242 4242 4242"], ("12/2030", "cvv")),
    kept("cvv", &["Jane Roe", "4242 4242 4242 4242", "12/2030"], ("123", "confirm")),
    kept("confirm", &["Jane Roe", "4242 4242 4242 4242", "12/2030", "123"], ("yes", "complete")),
    kept("processing", &["Jane Roe", "4005 5192 0000 0004", "12/2030", "123", "yes"], ("any news?", "processing")),
    kept("authenticating", &["Jane Roe", "4000 0000 0000 3220", "12/2030", "123", "yes"], ("done", "complete")),
    kept("complete", &["Jane Roe", "4242 4242 4242 4242", "12/2030", "123", "yes"], ("thanks", "complete")),
    kept("cancelled", &["Jane Roe", "cancel"], ("hello?", "cancelled")),
];

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/former")
}

/// When they were made, and each conversation's id and token.
fn sessions(of: &str) -> (Timestamp, HashMap<String, (String, String)>) {
    let text = fs::read_to_string(fixtures().join(of).join("sessions.json")).expect("fixtures");
    serde_json::from_str(&text).expect("JSON")
}

fn client(sessions: &HashMap<String, (String, String)>, name: &str) -> Client {
    let (id, token) = &sessions[name];
    Client { session: Some((SessionId::parse(id).expect("an id"), Zeroizing::new(token.clone()))) }
}

/// A clock that shows this moment.
fn clock_at(at: Timestamp) -> Arc<TestClock> {
    let clock = TestClock::new();
    let minutes = at.duration_since(clock.now()).as_mins() + 1;
    clock.wind(minutes);
    Arc::new(clock)
}

/// Goes on with a conversation, and says yes once more where the review is shown again: the rules are others than they were.
async fn goes_on(bot: &Bot, mut client: Client, (text, next): (&str, &str), what: &str) {
    let mut reply = client.say(bot, text).await;
    if reply.current_step == "confirm" && next == "complete" {
        reply = client.say(bot, "yes").await;
    }
    assert!(reply.current_step == next || reply.status == next, "{what}: {} ({})", reply.reply, reply.current_step);
}

struct Taken {
    bot: Bot,
    clock: Arc<TestClock>,
    slots: Arc<Slots>,
    folder: tempfile::TempDir,
    sessions: HashMap<String, (String, String)>,
}

/// A data folder of the former release, opened by this one `minutes` after it was made.
fn taken_over(minutes: i64) -> Taken {
    let (made, sessions) = sessions("embedded");
    let folder = tempfile::tempdir().expect("a folder");
    for name in ["sessions.redb", "sealed.redb", "sandbox.jsonl", "key"] {
        fs::copy(fixtures().join("embedded").join(name), folder.path().join(name)).expect("copies");
    }
    let key = folder.path().join("key");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        fs::set_permissions(&key, fs::Permissions::from_mode(0o600)).expect("changes");
    }
    let clock = clock_at(made);
    clock.wind(minutes);
    let slots = Arc::new(Slots::in_memory(clock.clone()));
    let sealing = Sealing { slots: slots.clone(), ..Sealing::in_memory(clock.clone()) };
    let store = Arc::new(EmbeddedSessions::open(folder.path(), sealing).expect("opens"));
    let former = store.former();
    assert!(former.sessions >= STATES.len(), "{former:?}");
    let vault = SlotVault::new(slots.clone());
    let vault = if let Some(until) = former.sealed_until {
        vault.taking_over(FormerKey::read(&key).expect("a key"), until, Some(key))
    } else {
        destroy_secret(&key).expect("goes");
        vault
    };
    let Bench { bot, .. } = bench_over(Mood::Pays, store.clone());
    let gateway = Arc::new(Sandbox::kept_in(&folder.path().join("sandbox.jsonl"), None).expect("opens"));
    let (ledger, counts) = (store.clone(), store.clone());
    let bot = Bot { ledger, counts, vault: Arc::new(vault), gateway, clock: clock.clone(), ..bot };
    Taken { bot, clock, slots, folder, sessions }
}

#[tokio::test]
async fn a_data_folder_of_the_former_release_is_taken_over_in_every_state() {
    let Taken { bot, sessions, folder, slots, clock } = taken_over(1);
    for Kept { name, next, .. } in STATES {
        goes_on(&bot, client(&sessions, name), next, name).await;
    }
    // What it kept in clear is in no page any more; names were, and numbers were sealed.
    for file in ["sessions.redb", "sealed.redb"] {
        let bytes = fs::read(folder.path().join(file)).expect("reads");
        assert!(!bytes.windows(8).any(|window| window == b"Jane Roe"), "{file}");
    }
    clock.wind(15);
    bot.vault.tend();
    assert!(!folder.path().join("key").exists(), "what it sealed with it is over, and so is the key");
    clock.wind(2);
    slots.sweep();
    let found = look_through(folder.path(), &slots, clock.now()).expect("reads");
    assert_eq!((found.in_time, found.overdue), (0, 0), "{found:?}");
}

#[tokio::test]
async fn a_number_that_the_former_release_sealed_too_long_ago_is_asked_for_again() {
    let Taken { bot, sessions, folder, clock, .. } = taken_over(16);
    assert!(!folder.path().join("key").exists(), "nothing may be opened with it any more");
    for (name, text) in [("number ahead", "Jane Roe"), ("expiry", "12/2030"), ("cvv", "123")] {
        let reply = client(&sessions, name).say(&bot, text).await;
        assert_eq!(reply.current_step, "card", "{name}: {}", reply.reply);
    }
    goes_on(&bot, client(&sessions, "confirm"), ("yes", "complete"), "confirm").await;
    goes_on(&bot, client(&sessions, "processing"), ("any news?", "processing"), "processing").await;
    // Now it's given up, and the gateway says that it's too late for that.
    clock.wind(20);
    goes_on(&bot, client(&sessions, "processing"), ("any news?", "complete"), "processing").await;
}

/// Whoever only looked before, or came when all of it was over: nothing of what was in clear is left in any page.
#[tokio::test]
async fn nothing_that_the_former_release_kept_in_clear_stays_in_the_file() {
    for (looked, minutes) in [(false, 1), (true, 1), (false, 180), (true, 180)] {
        let (made, _) = sessions("embedded");
        let folder = tempfile::tempdir().expect("a folder");
        for name in ["sessions.redb", "sealed.redb"] {
            fs::copy(fixtures().join("embedded").join(name), folder.path().join(name)).expect("copies");
        }
        let clock = clock_at(made);
        clock.wind(minutes);
        let open = |takes_over: bool| {
            let sealing = Sealing { takes_over, ..Sealing::in_memory(clock.clone()) };
            EmbeddedSessions::open(folder.path(), sealing).expect("opens").former()
        };
        let kept = || fs::read(folder.path().join("sessions.redb")).expect("reads");
        let in_clear = || kept().windows(8).filter(|window| window == b"Jane Roe").count();
        assert!(in_clear() > 0, "or there is nothing to be seen");
        if looked {
            assert_eq!(open(false).sessions, 0);
        }
        let former = open(true);
        assert_eq!(in_clear(), 0, "looked at before: {looked}, {minutes} minutes old");
        // Of those that are over only what is in the air is left.
        assert_eq!(former.sessions < STATES.len(), minutes > 60, "{former:?}");
        assert_eq!(open(true).sessions, 0, "once is enough");
    }
}

#[cfg(feature = "aws")]
mod hosted {
    use aws_sdk_dynamodb::primitives::Blob;
    use aws_sdk_dynamodb::types::AttributeValue;
    use base64::Engine as _;
    use base64::prelude::BASE64_STANDARD;
    use jiff::SignedDuration;
    use serde_json::{Map, Value, json};

    use super::super::dynamo_server::store;
    use super::*;

    /// An attribute in the JSON of DynamoDB's API.
    pub fn to_json(value: &AttributeValue) -> Value {
        match value {
            AttributeValue::S(text) => json!({ "S": text }),
            AttributeValue::N(number) => json!({ "N": number }),
            AttributeValue::Bool(truth) => json!({ "BOOL": truth }),
            AttributeValue::B(bytes) => json!({ "B": BASE64_STANDARD.encode(bytes.as_ref()) }),
            AttributeValue::L(list) => json!({ "L": list.iter().map(to_json).collect::<Vec<_>>() }),
            AttributeValue::M(map) => json!({ "M": item_to_json(map) }),
            AttributeValue::Null(_) => json!({ "NULL": true }),
            other => panic!("no attribute of ours: {other:?}"),
        }
    }

    pub fn item_to_json(item: &HashMap<String, AttributeValue>) -> Value {
        let sorted: std::collections::BTreeMap<_, _> = item.iter().collect();
        sorted.into_iter().map(|(name, value)| (name.clone(), to_json(value))).collect::<Map<_, _>>().into()
    }

    fn of_json(value: &Value) -> AttributeValue {
        let (kind, value) = value.as_object().and_then(|object| object.iter().next()).expect("an attribute");
        let text = || value.as_str().expect("text").to_owned();
        match kind.as_str() {
            "S" => AttributeValue::S(text()),
            "N" => AttributeValue::N(text()),
            "BOOL" => AttributeValue::Bool(value.as_bool().expect("a truth")),
            "B" => AttributeValue::B(Blob::new(BASE64_STANDARD.decode(text()).expect("base64"))),
            "L" => AttributeValue::L(value.as_array().expect("a list").iter().map(of_json).collect()),
            "M" => AttributeValue::M(item_of_json(value)),
            _ => AttributeValue::Null(true),
        }
    }

    fn item_of_json(item: &Value) -> HashMap<String, AttributeValue> {
        item.as_object().expect("an item").iter().map(|(name, value)| (name.clone(), of_json(value))).collect()
    }

    #[tokio::test]
    async fn items_of_the_former_release_are_read_in_every_state() {
        let (made, sessions) = sessions("dynamo");
        let (store, tables) = store().await;
        let items: Value =
            serde_json::from_str(&fs::read_to_string(fixtures().join("dynamo/items.json")).expect("reads"))
                .expect("JSON");
        for (table, name) in [("sessions", &tables.sessions), ("ledger", &tables.ledger)] {
            for item in items[table].as_array().expect("items") {
                let put = tables.client.put_item().table_name(name).set_item(Some(item_of_json(item)));
                put.send().await.expect("put");
            }
        }
        let clock = clock_at(made);
        clock.wind(1);
        let store = Arc::new(store);
        let Bench { bot, .. } = bench_over(Mood::Pays, store.clone());
        let folder = tempfile::tempdir().expect("a folder");
        let book = folder.path().join("sandbox.jsonl");
        fs::copy(fixtures().join("dynamo/sandbox.jsonl"), &book).expect("copies");
        let gateway = Arc::new(Sandbox::kept_in(&book, None).expect("opens"));
        let key = folder.path().join("key");
        fs::copy(fixtures().join("dynamo/key"), &key).expect("copies");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            fs::set_permissions(&key, fs::Permissions::from_mode(0o600)).expect("changes");
        }
        let slots = Arc::new(Slots::in_memory(clock.clone()));
        let until = made + SignedDuration::from_mins(15);
        let former = FormerKey::read(&key).expect("a key");
        let vault = Arc::new(SlotVault::new(slots).taking_over(former, until, None));
        let (ledger, counts) = (store.clone(), store);
        let bot = Bot { ledger, counts, vault, gateway, clock, ..bot };
        for Kept { name, next, .. } in STATES {
            goes_on(&bot, client(&sessions, name), next, name).await;
        }
    }
}

/// How the fixtures are made, by the binary of that release: `FORMER_BINARY=… cargo test … -- --ignored former::making`.
#[cfg(feature = "aws")]
mod making {
    use std::io::{BufRead as _, BufReader};
    use std::process::{Command, Stdio};

    use payment_smart_bot::adapters::SystemClock;
    use serde_json::{Value, json};

    use super::super::dynamo_server::{Tables, endpoint};
    use super::*;

    #[tokio::test]
    #[ignore = "makes the fixtures anew, with the binary of that release"]
    async fn the_fixtures() {
        #[expect(clippy::disallowed_methods, reason = "whoever makes them says where that binary is")]
        let binary = std::env::var_os("FORMER_BINARY").expect("FORMER_BINARY names it");
        for of in ["embedded", "dynamo"] {
            let folder = fixtures().join(of);
            let _ = fs::remove_dir_all(&folder);
            fs::create_dir_all(&folder).expect("a folder");
            let tables = Tables::new().await;
            let mut command = Command::new(&binary);
            command.args(["serve", "--listen", "127.0.0.1:0", "--amount", "49.90 EUR", "--data"]).arg(&folder);
            command.env("RUST_LOG", "off").stdout(Stdio::piped());
            if of == "dynamo" {
                command.envs([("DYNAMODB_TABLE", &tables.sessions), ("LEDGER_TABLE", &tables.ledger)]);
                command.envs([("AWS_REGION", "eu-central-1"), ("AWS_ENDPOINT_URL_DYNAMODB", endpoint())]);
                command.envs([("AWS_ACCESS_KEY_ID", "test"), ("AWS_SECRET_ACCESS_KEY", "test")]);
            }
            let mut server = command.spawn().expect("starts");
            let mut lines = BufReader::new(server.stdout.take().expect("words")).lines().map_while(Result::ok);
            let base = lines.find_map(|line| Some(line.trim().strip_prefix("Listening")?.trim().to_owned()));
            let base = base.expect("it listens");
            let mut sessions = HashMap::new();
            for Kept { name, said, .. } in STATES {
                sessions.insert(name, talk(&base, said).await);
            }
            let text = serde_json::to_string_pretty(&(SystemClock.now(), sessions)).expect("JSON");
            fs::write(folder.join("sessions.json"), text).expect("writes");
            if of == "dynamo" {
                let mut items = json!({});
                for (name, table) in [("sessions", &tables.sessions), ("ledger", &tables.ledger)] {
                    let found =
                        tables.client.scan().table_name(table).send().await.expect("reads").items.expect("items");
                    items[name] = found.iter().map(super::hosted::item_to_json).collect();
                }
                fs::write(folder.join("items.json"), serde_json::to_string_pretty(&items).expect("JSON"))
                    .expect("writes");
            }
            server.kill().expect("is killed");
            server.wait().expect("has ended");
        }
    }

    async fn talk(base: &str, said: &[&str]) -> (String, String) {
        let (mut id, mut token) = (Value::Null, String::new());
        for text in said {
            let mut body = json!({ "message": text });
            let mut request = reqwest::Client::new().post(format!("{base}/chat"));
            if id.is_string() {
                body["sessionId"] = id.clone();
                request = request.bearer_auth(&token);
            }
            let reply: Value = request.json(&body).send().await.expect("an answer").json().await.expect("JSON");
            if let Some(new) = reply["sessionToken"].as_str() {
                (id, token) = (reply["sessionId"].clone(), new.to_owned());
            }
        }
        (id.as_str().expect("an id").to_owned(), token)
    }
}
