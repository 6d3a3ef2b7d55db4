//! What somebody can read who copies everything that a machine keeps: for each state in which a conversation may be, each way in
//! which it may stop there, and each age of the copy. The files are read byte by byte, pages included that the database let go
//! of, and tried with every key that is there then.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use jiff::SignedDuration;
use payment_smart_bot::adapters::{EmbeddedSessions, KeyWrap, RawFindings, Sealing, SlotVault, Slots, look_through};
use payment_smart_bot::dialogue::{Confirmation, Policy, Token, Verdict};
use payment_smart_bot::ports::{Clock as _, Gateway as _};
use payment_smart_bot::turn::{Bot, Looked};

use crate::support::{Bench, Client, Mood, TestClock, bench_over};

/// A published test number, and a name that is in no list of ours.
const NUMBER: &str = "5555555555554444";
const NAME: &str = "Zelda Quixworth";

/// A conversation's state: what leads there, what the gateway does, and whether a number is held there.
struct Standing {
    name: &'static str,
    said: &'static [&'static str],
    mood: Mood,
    number: bool,
}

const STATES: [Standing; 10] = [
    Standing { name: "name", said: &["hi"], mood: Mood::Pays, number: false },
    Standing { name: "name, with a number", said: &["my card is 5555555555554444"], mood: Mood::Pays, number: true },
    Standing { name: "card", said: &[NAME], mood: Mood::Pays, number: false },
    Standing { name: "card, in pieces", said: &[NAME, "5555 5555"], mood: Mood::Pays, number: true },
    Standing { name: "expiry", said: &[NAME, NUMBER], mood: Mood::Pays, number: true },
    Standing { name: "cvv", said: &[NAME, NUMBER, "11/2031"], mood: Mood::Pays, number: true },
    Standing { name: "confirm", said: &[NAME, NUMBER, "11/2031", "123"], mood: Mood::Pays, number: false },
    Standing { name: "processing", said: &[NAME, NUMBER, "11/2031", "123", "yes"], mood: Mood::Waits, number: false },
    Standing {
        name: "authenticating",
        said: &[NAME, NUMBER, "11/2031", "123", "yes"],
        mood: Mood::Leaves,
        number: false,
    },
    Standing { name: "complete", said: &[NAME, NUMBER, "11/2031", "123", "yes"], mood: Mood::Pays, number: false },
];

/// How a conversation stops.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    /// The process dies: the files are copied while it runs.
    Killed,
    /// The process ends in order.
    Stopped,
    /// The customer starts over.
    StartedOver,
    /// The customer has everything deleted.
    Deleted,
    /// The customer stops the payment.
    Ended,
    /// Nobody comes any more, and the process goes on.
    Idle,
}

const WAYS: [Way; 6] = [Way::Killed, Way::Stopped, Way::StartedOver, Way::Deleted, Way::Ended, Way::Idle];

/// A service over a data folder, and its keys.
struct Machine {
    bench: Bench,
    slots: Arc<Slots>,
    store: Option<Arc<EmbeddedSessions>>,
}

impl Machine {
    fn over(folder: &Path, mood: Mood, clock: Option<Arc<TestClock>>) -> Self {
        let clock = clock.unwrap_or_else(|| Arc::new(TestClock::new()));
        let slots = Arc::new(Slots::in_memory(clock.clone()));
        let sealing = Sealing { slots: slots.clone(), clock: clock.clone(), ..Sealing::default() };
        let store = Arc::new(EmbeddedSessions::open(folder, sealing).expect("opens"));
        let bench = bench_over(mood, store.clone());
        let vault = Arc::new(SlotVault::new(slots.clone()));
        let bot = Bot { ledger: store.clone(), counts: store.clone(), vault, clock: clock.clone(), ..bench.bot };
        Self { bench: Bench { bot, clock, gateway: bench.gateway }, slots, store: Some(store) }
    }

    /// In order: all is written, and the files are closed.
    fn stop(&mut self) {
        self.bench = bench_over(Mood::Pays, Arc::new(payment_smart_bot::adapters::MemorySessions::default()));
        self.store = None;
    }
}

fn copied(from: &Path) -> tempfile::TempDir {
    let copy = tempfile::tempdir().expect("a folder");
    for entry in fs::read_dir(from).expect("reads") {
        let entry = entry.expect("reads");
        fs::copy(entry.path(), copy.path().join(entry.file_name())).expect("copies");
    }
    copy
}

/// Every form in which a number or a name could lie in a file, however it's encoded.
fn forms(secret: &str) -> Vec<Vec<u8>> {
    let mut forms = vec![secret.as_bytes().to_vec(), hex::encode(secret).into_bytes()];
    forms.push(hex::encode_upper(secret).into_bytes());
    forms.push(secret.encode_utf16().flat_map(u16::to_le_bytes).collect());
    for shift in 0..3 {
        // Of whatever stands before and after it, base64 changes the signs at the edges only.
        let encoded = BASE64_STANDARD.encode([&vec![b'x'; shift], secret.as_bytes()].concat());
        forms.push(encoded.as_bytes()[4..encoded.len() - 4].to_vec());
    }
    if let Ok(number) = secret.parse::<u64>() {
        let grouped =
            |mark: &str| secret.as_bytes().chunks(4).map(String::from_utf8_lossy).collect::<Vec<_>>().join(mark);
        forms.extend([" ", "-", ".", "\u{a0}"].map(|mark| grouped(mark).into_bytes()));
        forms.extend([
            number.to_be_bytes().to_vec(),
            number.to_le_bytes().to_vec(),
            hex::decode(secret).expect("even"),
        ]);
    }
    forms
}

/// Whatever the keys are: nothing lies there in clear.
fn nothing_in_clear(folder: &Path, what: &str) {
    for entry in fs::read_dir(folder).expect("reads") {
        let entry = entry.expect("reads");
        let bytes = fs::read(entry.path()).expect("reads");
        for secret in [NUMBER, NAME, "Quixworth", "11/2031"] {
            for form in forms(secret) {
                let found = bytes.windows(form.len()).any(|window| window == form);
                assert!(!found, "{what}: {} holds {secret} in some form", entry.path().display());
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_opens_is_what_may_open() {
    for standing in STATES {
        for way in WAYS {
            let what = format!("{}, {way:?}", standing.name);
            let folder = tempfile::tempdir().expect("a folder");
            let mut machine = Machine::over(folder.path(), standing.mood, None);
            let (bot, clock) = (machine.bench.bot.clone(), machine.bench.clock.clone());
            let mut client = Client::default();
            for text in standing.said {
                client.say(&bot, text).await;
            }
            let (id, token) = client.session.clone().expect("a session");
            match way {
                Way::Killed | Way::Stopped | Way::Idle => {}
                Way::StartedOver => drop(client.say(&bot, "start over").await),
                Way::Ended => drop(client.say(&bot, "cancel the payment").await),
                Way::Deleted => drop(bot.delete(id.clone(), &token).await.expect("deleted")),
            }
            drop(bot);
            let given = clock.now();
            let mut copy = None;
            match way {
                Way::Killed => copy = Some(copied(folder.path())),
                Way::Stopped => machine.stop(),
                Way::StartedOver | Way::Deleted | Way::Ended | Way::Idle => {}
            }
            let seen = copy.as_ref().map_or(folder.path(), tempfile::TempDir::path);
            for (age, numbers, shown) in [(0, true, true), (14, true, true), (17, false, true), (72, false, false)] {
                let passed = clock.now().duration_since(given).as_mins();
                clock.wind(age - passed);
                machine.slots.sweep();
                let found = look_through(seen, &machine.slots, clock.now()).expect("reads");
                let RawFindings { in_time, overdue, shown: sessions, closed: _, in_clear } = found.clone();
                assert!(numbers || in_time == 0, "{what}, {age} minutes old: a number opens: {found:?}");
                assert!(shown || sessions == 0, "{what}, {age} minutes old: a session can be read: {found:?}");
                assert_eq!((overdue, in_clear.len()), (0, 0), "{what}, {age} minutes old: {found:?}");
                let stays = standing.number && matches!(way, Way::Killed | Way::Stopped | Way::Idle);
                assert!(
                    !stays || !numbers || in_time > 0,
                    "{what}, {age} minutes old: nothing opens that may: {found:?}"
                );
                assert!(!stays || !shown || sessions > 0, "{what}, {age} minutes old: the session is lost: {found:?}");
                nothing_in_clear(seen, &format!("{what}, {age} minutes old"));
            }
        }
    }
}

/// Money in the air depends on no key: three days later, after a restart that ended them all, the payment comes to its end.
#[tokio::test]
async fn a_payment_in_the_air_comes_to_its_end_with_every_key_gone() {
    for (mood, charged) in [(Mood::Waits, true), (Mood::Leaves, false)] {
        let folder = tempfile::tempdir().expect("a folder");
        let mut machine = Machine::over(folder.path(), mood, None);
        let mut client = Client::default();
        for text in [NAME, NUMBER, "11/2031", "123", "yes"] {
            client.say(&machine.bench.bot, text).await;
        }
        let (clock, gateway) = (machine.bench.clock.clone(), machine.bench.gateway.clone());
        if charged {
            // The bank decides while nobody listens.
            let open = machine.bench.bot.ledger.open_attempts(None, 9).await.expect("reads").swap_remove(0).attempt;
            let (intent, attempt, token) = (open.intent, open.attempt, Token::new("pm_0"));
            assert_eq!(gateway.look_up(&Confirmation { intent, attempt, token }).await, Verdict::Paid);
        }
        machine.stop();
        clock.wind(3 * 24 * 60);
        let machine = Machine::over(folder.path(), mood, Some(clock));
        let bot = Bot { gateway: gateway.clone(), ..machine.bench.bot.clone() };
        let (id, token) = client.session.clone().expect("a session");
        let before = serde_json::to_value(bot.record(&id, &token).await.expect("it is there").view()).expect("JSON");
        assert!(!before.to_string().contains("Quixworth") && !before.to_string().contains("2031"), "{before}");
        assert_eq!(before["collectedData"]["card"]["last4"], "4444", "{before}");
        let open = bot.ledger.open_attempts(None, 9).await.expect("reads");
        assert!(matches!(bot.look_up(&open[0].attempt.attempt).await, Ok(Looked::Answered(..))));
        let reply = client.say(&bot, "what happened?").await;
        let (message, times) = (reply.reply.clone(), gateway.times_paid());
        assert_eq!(times, u64::from(charged), "{message}");
        if charged {
            for part in ["49.90", "4444", "Mastercard"] {
                assert!(message.contains(part), "{part}: {message}");
            }
        } else {
            // Too long ago for a yes to stand: it's cancelled, and nothing was charged.
            assert!(bot.ledger.open_attempts(None, 9).await.expect("reads").is_empty(), "{message}");
        }
    }
}

/// A session whose keys are gone begins anew, says so, and loses neither its bounds nor its token.
#[tokio::test]
async fn a_session_whose_keys_are_gone_asks_again_for_what_was_given() {
    for standing in STATES.into_iter().filter(|standing| standing.mood == Mood::Pays && standing.name != "complete") {
        let folder = tempfile::tempdir().expect("a folder");
        let mut machine = Machine::over(folder.path(), standing.mood, None);
        let mut client = Client::default();
        for text in standing.said {
            client.say(&machine.bench.bot, text).await;
        }
        let clock = machine.bench.clock.clone();
        machine.stop();
        let machine = Machine::over(folder.path(), Mood::Pays, Some(clock));
        let reply = client.say(&machine.bench.bot, "yes").await;
        assert_eq!(reply.current_step, "name", "{}: {}", standing.name, reply.reply);
        assert!(reply.reply.contains("need them again"), "{}: {}", standing.name, reply.reply);
        assert_eq!(machine.bench.gateway.attempts(), 0, "{}", standing.name);
        for text in [NAME, NUMBER, "11/2031", "123", "yes"] {
            client.say(&machine.bench.bot, text).await;
        }
        assert_eq!(machine.bench.gateway.times_paid(), 1, "{}", standing.name);
    }
}

/// As long as a session lives what was said can be read; a look at a payment in the air keeps it so.
#[tokio::test]
async fn who_comes_in_time_finds_everything_there() {
    let folder = tempfile::tempdir().expect("a folder");
    let machine = Machine::over(folder.path(), Mood::Pays, None);
    let (bot, clock) = (&machine.bench.bot, &machine.bench.clock);
    let mut client = Client::default();
    for text in [NAME, NUMBER, "11/2031", "123"] {
        client.say(bot, text).await;
    }
    let (id, token) = client.session.clone().expect("a session");
    let shown = |record: payment_smart_bot::session::Record| serde_json::to_string(&record.view()).expect("JSON");
    let minutes = Policy::default().session.as_mins();
    clock.wind(minutes - 1);
    machine.slots.sweep();
    assert!(shown(bot.record(&id, &token).await.expect("there")).contains("Quixworth"));
    client.say(bot, "help").await;
    clock.wind(minutes - 1);
    machine.slots.sweep();
    assert!(shown(bot.record(&id, &token).await.expect("there")).contains("Quixworth"));

    let folder = tempfile::tempdir().expect("a folder");
    let machine = Machine::over(folder.path(), Mood::Leaves, None);
    let (bot, clock) = (&machine.bench.bot, &machine.bench.clock);
    let mut client = Client::default();
    for text in [NAME, NUMBER, "11/2031", "123", "yes"] {
        client.say(bot, text).await;
    }
    let (id, token) = client.session.clone().expect("a session");
    // Nobody gives it up meanwhile; only the looks keep what was said readable.
    let policy = Policy { undecided: SignedDuration::from_hours(24), ..Policy::default() };
    let bot = &Bot { policy: Arc::new(policy), ..bot.clone() };
    for _ in 0..6 {
        clock.wind(35);
        let open = bot.ledger.open_attempts(None, 9).await.expect("reads");
        drop(bot.look_up(&open[0].attempt.attempt).await);
        machine.slots.sweep();
        assert!(shown(bot.record(&id, &token).await.expect("there")).contains("Quixworth"));
    }
}

/// Nobody comes, and nobody asks for it: the store destroys keys by itself.
#[tokio::test]
async fn a_quiet_store_destroys_its_keys() {
    let folder = tempfile::tempdir().expect("a folder");
    let machine = Machine::over(folder.path(), Mood::Pays, None);
    let mut client = Client::default();
    client.say(&machine.bench.bot, "my card is 5555555555554444").await;
    let opens = || {
        let found = look_through(folder.path(), &machine.slots, machine.bench.clock.now()).expect("reads");
        found.in_time + found.overdue + found.shown
    };
    assert!(opens() >= 2);
    machine.bench.clock.wind(80);
    let quiet = (0..100).any(|_| {
        std::thread::sleep(std::time::Duration::from_millis(100));
        opens() == 0
    });
    assert!(quiet, "keys are there after their time");
}

/// Keys in a folder outlive the process that made them; the next one destroys what is over, and opens what isn't.
#[tokio::test]
async fn a_process_that_comes_after_one_that_died_destroys_what_is_over() {
    for (minutes, opens) in [(5, true), (17, false)] {
        let folder = tempfile::tempdir().expect("a folder");
        let (data, keys) = (folder.path().join("data"), folder.path().join("keys"));
        let clock = Arc::new(TestClock::new());
        let slots = || {
            let wrap = KeyWrap::under(&[1; 32]).expect("derives");
            Arc::new(Slots::in_folder(&keys, Some(wrap), clock.clone()).expect("opens"))
        };
        let machine = |slots: Arc<Slots>| {
            let sealing = Sealing { slots: slots.clone(), ..Sealing::in_memory(clock.clone()) };
            let store = Arc::new(EmbeddedSessions::open(&data, sealing).expect("opens"));
            let Bench { bot, .. } = bench_over(Mood::Pays, store.clone());
            let vault = Arc::new(SlotVault::new(slots));
            Bot { ledger: store.clone(), counts: store, vault, clock: clock.clone(), ..bot }
        };
        let mut client = Client::default();
        let bot = machine(slots());
        for text in [NAME, NUMBER] {
            client.say(&bot, text).await;
        }
        // As by a kill: nobody destroys anything.
        drop(bot);
        clock.wind(minutes);
        let slots = slots();
        let found = look_through(&data, &slots, clock.now()).expect("reads");
        assert_eq!((found.in_time > 0, found.overdue), (opens, 0), "{minutes} minutes later: {found:?}");
        let reply = client.say(&machine(slots), "11/2031").await;
        assert_eq!(reply.current_step, if opens { "cvv" } else { "card" }, "{minutes}: {}", reply.reply);
    }
}
