//! The service that is attacked: the real binary, as one process or as four over one store.

use std::fmt;
use std::io::{BufRead as _, BufReader};
use std::os::unix::fs::MetadataExt as _;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use jiff::{SignedDuration, Timestamp};
use payment_smart_bot::adapters::CURRENCIES;
use payment_smart_bot::dialogue::{Order, Payment};
use payment_smart_bot::orders::SigningKey;

const ORDER_KEY: &str = "a secret that merchant and service share";
const AMOUNT: &str = "49.90 EUR";

/// Where the service keeps what it knows.
pub enum Store {
    Embedded,
    DynamoDb(String),
}

impl fmt::Display for Store {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Embedded => "one process over the embedded store",
            Self::DynamoDb(_) => "four processes over DynamoDB",
        })
    }
}

/// Who may begin a session at a door: without an order key anybody, with one who has the merchant's order, and nobody else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Takes {
    Signed,
    Anybody,
}

/// One process; killed with the benchmark.
pub struct Door {
    pub base: String,
    takes: Takes,
    process: Child,
}

impl Door {
    /// Its address, as a connection takes it.
    pub fn address(&self) -> &str {
        self.base.trim_start_matches("http://")
    }
}

impl Drop for Door {
    fn drop(&mut self) {
        let _ended = self.process.kill();
        let _status = self.process.wait();
    }
}

pub struct Service {
    pub doors: Vec<Door>,
    signs: SigningKey,
    folder: tempfile::TempDir,
}

impl Service {
    pub fn start(store: &Store, stripe: &str) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let takes: &[Takes] = match store {
            Store::Embedded => &[Takes::Anybody],
            Store::DynamoDb(endpoint) => {
                make_tables(endpoint);
                &[Takes::Signed, Takes::Anybody, Takes::Signed, Takes::Anybody]
            }
        };
        let doors = takes.iter().map(|takes| open(*takes, store, stripe, folder.path())).collect();
        Self { doors, signs: SigningKey::parse(ORDER_KEY, &CURRENCIES).expect("a key"), folder }
    }

    /// The door for the n-th conversation of those that it takes.
    pub fn door(&self, takes: Takes, n: u32) -> Option<&Door> {
        let doors: Vec<&Door> = self.doors.iter().filter(|door| door.takes == takes).collect();
        // Customers of one class have every second number.
        let n = usize::try_from(n / 2).unwrap_or_default();
        doors.get(n.checked_rem(doors.len())?).copied()
    }

    /// Where anybody may begin a conversation.
    pub fn open(&self, n: u32) -> &str {
        &self.door(Takes::Anybody, n).expect("each service has one").base
    }

    /// The merchant's order of this name.
    pub fn order(&self, name: &str) -> String {
        let now = std::time::UNIX_EPOCH.elapsed().expect("after 1970").as_secs();
        let now = Timestamp::from_second(i64::try_from(now).expect("in range")).expect("in range");
        let order =
            Order { id: name.parse().expect("an id"), expires: now + SignedDuration::from_hours(1), minted: false };
        let amount = AMOUNT.parse().expect("money");
        let payment = Payment { amount, payee: None, description: None, order: Some(order) };
        self.signs.sign(&payment).expect("signs")
    }

    /// The most memory that the processes had, in KiB, all together.
    pub fn peak_memory(&self) -> u64 {
        let peak = |door: &Door| {
            let status = std::fs::read_to_string(format!("/proc/{}/status", door.process.id())).ok()?;
            status
                .lines()
                .find_map(|line| line.strip_prefix("VmHWM:"))?
                .trim()
                .trim_end_matches(" kB")
                .parse::<u64>()
                .ok()
        };
        self.doors.iter().filter_map(peak).sum()
    }

    /// What the processes keep in their folder, in KiB.
    pub fn disk(&self) -> u64 {
        kept(self.folder.path()) / 2
    }
}

/// The blocks of 512 bytes of all files below.
fn kept(folder: &Path) -> u64 {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let each = entries.map(|entry| match entry.metadata() {
        Ok(found) if found.is_dir() => kept(&entry.path()),
        Ok(found) => found.blocks(),
        Err(_) => 0,
    });
    each.sum()
}

fn binary() -> Command {
    Command::new(env!("CARGO_BIN_EXE_payment-smart-bot"))
}

const TABLES: [(&str, &str); 2] = [("DYNAMODB_TABLE", "attacked-sessions"), ("LEDGER_TABLE", "attacked-ledger")];

fn of_aws(endpoint: &str) -> [(&str, &str); 4] {
    [
        ("AWS_ENDPOINT_URL_DYNAMODB", endpoint),
        ("AWS_REGION", "eu-central-1"),
        ("AWS_ACCESS_KEY_ID", "test"),
        ("AWS_SECRET_ACCESS_KEY", "test"),
    ]
}

fn make_tables(endpoint: &str) {
    let [(_, sessions), (_, ledger)] = TABLES;
    let mut command = binary();
    command.args(["table", "create", "--local", "--sessions", sessions, "--ledger", ledger]).envs(of_aws(endpoint));
    let made = command.stdout(Stdio::null()).status().expect("it runs");
    assert!(made.success(), "the tables are made");
}

fn open(takes: Takes, store: &Store, stripe: &str, folder: &Path) -> Door {
    let mut command = binary();
    command
        .args(["serve", "--listen", "127.0.0.1:0", "--behind-tls-proxy", "--trusted-proxies", "1"])
        .env("STRIPE_SECRET_KEY", "sk_test_0123456789abcdef")
        .env("SERVICE_KEY", "the same for all that share a store")
        .env("PUBLIC_URL", "https://pay.example")
        .env("STRIPE_API_BASE", stripe)
        .env("RUST_LOG", "off")
        .arg("--data")
        .arg(folder.join("data"));
    if let Store::DynamoDb(endpoint) = store {
        command.envs(TABLES).envs(of_aws(endpoint));
    }
    match takes {
        Takes::Signed => command.env("ORDER_KEY", ORDER_KEY),
        Takes::Anybody => command.args(["--open-to-all", "--amount", AMOUNT]),
    };
    let mut process = command.stdout(Stdio::piped()).spawn().expect("the binary starts");
    let mut lines = BufReader::new(process.stdout.take().expect("its words")).lines().map_while(Result::ok);
    let base = lines.find_map(|line| Some(line.trim().strip_prefix("Listening")?.trim().to_owned()));
    Door { base: base.expect("it says where it listens"), takes, process }
}
