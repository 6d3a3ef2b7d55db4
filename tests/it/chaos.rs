//! Whole dialogues over DynamoDB, KMS and Bedrock while every call may fail, be lost, or be throttled, and the process may
//! die at any await: nobody sees an error that trying again could have avoided, no session is lost, money moves once.
//!
//! In one dialogue of a hundred nothing can be written for a whole minute, from before the charge on or from after it.
//!
//! `CHAOS_DIALOGUES` says how many; `CHAOS_SEED` repeats a run.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use payment_smart_bot::adapters::{BedrockSettings, DynamoSessions, Frames, KmsVault, SystemClock};
use payment_smart_bot::ports::Ledger as _;
use payment_smart_bot::session::first_broken;
use payment_smart_bot::turn::{Bot, ChatError, Chatted, DeliveryKey, Stop, Turn};
use serde_json::Value;
use tracing::instrument::WithSubscriber as _;
use tracing_subscriber::Layer as _;
use tracing_subscriber::layer::SubscriberExt as _;

use crate::converse_server::{ConverseServer, Mood as Model};
use crate::kms_server::{Fault, KmsServer, config};
use crate::leaks::Lines;
use crate::sessions::dynamo_server::{Tables, Wire};
use crate::support::{Bench, Client, Mood, bench_over, lock};

/// Dialogues side by side.
const LANES: u64 = 8;

/// One dialogue in so many has a minute in which nothing can be written.
const OUTAGES: u64 = 100;

/// What is said, and the step that the reply must stand at, whatever fails meanwhile.
const SCRIPTS: [&[(&str, &str)]; 6] = [
    &[("hi", "name"), ("Jane Roe", "card"), ("4242 4242 4242 4242", "expiry"), ("12/2030", "cvv"), ("123", "confirm")],
    &[
        ("Jane Roe, 4242 4242 4242 4242", "expiry"),
        ("13/30", "expiry"),
        ("is it safe?", "expiry"),
        ("12/2030", "cvv"),
        ("12", "cvv"),
        ("123", "confirm"),
    ],
    &[
        ("me llamo Jane Roe", "card"),
        ("4242 4242", "card"),
        ("4242 4242", "expiry"),
        ("12/2030", "cvv"),
        ("no, the expiry is 11/2030", "cvv"),
        ("123", "confirm"),
    ],
    &[
        ("hello", "name"),
        ("Jane Roe", "card"),
        ("4242 4242 4242 4243", "card"),
        ("4242 4242 4242 4242", "expiry"),
        ("start over", "name"),
        ("Jane Roe, 4242 4242 4242 4242, 12/30", "cvv"),
        ("123", "confirm"),
    ],
    // Questions: one that is asked while collecting and at the review, and one that the yes at the end answers.
    &[
        ("Jane Roe, 4242 4242 4242 4242, 12/30", "cvv"),
        ("I think I want to stop", "cvv"),
        ("keep going", "cvv"),
        ("123", "confirm"),
        ("I think I want to stop", "confirm"),
        ("no", "confirm"),
    ],
    &[("Jane Roe, 4242 4242 4242 4242, 12/30", "cvv"), ("123", "confirm"), ("\u{1f44d}", "confirm")],
];

/// Chance that can be repeated (xorshift64*).
struct Chance(u64);

impl Chance {
    fn below(&mut self, n: u64) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33) % n
    }

    fn of<T: Clone>(&mut self, all: &[T]) -> T {
        let n = self.below(all.len() as u64);
        all[usize::try_from(n).expect("few")].clone()
    }
}

/// What one lane stands on.
struct Lane {
    store: Arc<DynamoSessions>,
    wire: Arc<Mutex<VecDeque<Wire>>>,
    kms: KmsServer,
    converse: ConverseServer,
    framer: Arc<Frames>,
    chance: Chance,
    met: u64,
    dialogues: u64,
    /// Until when nothing can be written.
    unwritable: Option<Instant>,
    outages: u64,
}

impl Lane {
    fn new(tables: &Tables, seed: u64) -> Self {
        let (store, wire) = tables.disturbed(&[]);
        let converse = ConverseServer::start(Model::Well);
        let settings = BedrockSettings { deadline: Duration::from_millis(400), ..BedrockSettings::default() };
        let bedrock = payment_smart_bot::adapters::Bedrock::connect(&config(&converse.endpoint()), settings);
        Self {
            store: Arc::new(store),
            wire,
            kms: KmsServer::start(),
            framer: Arc::new(Frames::new(bedrock, Frames::WAIT)),
            converse,
            chance: Chance(seed | 1),
            met: 0,
            dialogues: 0,
            unwritable: None,
            outages: 0,
        }
    }

    /// What goes wrong in the next turn: never more in a row than a call is tried.
    fn disturb(&mut self) {
        let wires = [Wire::Lost, Wire::Throttled, Wire::Failed, Wire::Contended];
        let faults = [
            Fault::Answers(400, "ThrottlingException"),
            Fault::Answers(500, "KMSInternalException"),
            Fault::CutsOff,
            Fault::CutsShort,
        ];
        let models = [
            Model::Says("Your card is approved! And your PIN?".to_owned()),
            Model::Answers(429, "ThrottlingException", "slow down"),
            Model::Answers(500, "InternalServerException", "oops"),
            Model::Body("{"),
            Model::Guardrail,
            Model::CutsOff,
            Model::CutsShort,
            Model::MaxTokens,
        ];
        lock(&self.wire).clear();
        self.kms.clear();
        for _ in 0..self.chance.below(3) {
            let wire = self.chance.of(&wires);
            lock(&self.wire).push_back(wire);
            self.met += 1;
        }
        if self.chance.below(4) == 0 {
            self.kms.next([self.chance.of(&faults)]);
            self.met += 1;
        }
        for _ in 0..self.chance.below(3) {
            self.converse.next([self.chance.of(&models)]);
            self.met += 1;
        }
    }

    /// A process of its own: nothing in hand but what the stores have.
    fn process(&self, bench: &Bench) -> Bot {
        let vault: Arc<KmsVault> = Arc::new(self.kms.vault());
        Bot { sessions: self.store.clone(), vault, framer: self.framer.clone(), ..bench.bot.clone() }
    }

    /// Says it until it is answered; the process may die on the way.
    async fn say(&mut self, bench: &Bench, client: &mut Client, text: &str, key: &str) -> Value {
        for attempt in 0.. {
            let outage = self.unwritable.is_some_and(|until| Instant::now() < until);
            if !outage {
                self.disturb();
            }
            let dies = !outage && attempt < 2 && self.chance.below(4) == 0;
            let bot = self.process(bench);
            // How long a turn goes on trying is told by the clock on the wall.
            let bot = if outage { Bot { clock: Arc::new(SystemClock), ..bot } } else { bot };
            let turn =
                Turn { idempotency_key: Some(DeliveryKey::new(key.to_owned(), String::new())), ..client.turn(text) };
            let patience = if dies { Duration::from_micros(self.chance.below(12_000)) } else { Duration::from_mins(1) };
            match tokio::time::timeout(patience, bot.chat(turn)).await {
                Err(_) => self.met += 1,
                Ok(Ok(Chatted::Reply(reply, _))) => {
                    client.keep(&reply);
                    return serde_json::to_value(&*reply).expect("JSON");
                }
                Ok(Ok(Chatted::Replayed(reply))) => return reply,
                Ok(Err(ChatError::Stopped(stop))) if outage => {
                    let moved = bench.gateway.times_paid() > 0;
                    assert!(!moved || stop == Stop::Undecided, "money moved, and the customer reads {stop:?}");
                    self.met += 1;
                    tokio::time::sleep(Duration::from_secs(1)).await;
                }
                Ok(other) => panic!(
                    "{text:?} ended with {other:?}, which trying again would have avoided (turn {key}, try {attempt})"
                ),
            }
        }
        unreachable!("the third process lives")
    }

    async fn dialogue(&mut self) {
        let mood = self.chance.of(&[Mood::Pays, Mood::Pays, Mood::Declines, Mood::Asks, Mood::Waits]);
        let bench = bench_over(mood, self.store.clone());
        // Ids are drawn by chance that a test holds: every dialogue must draw others.
        self.dialogues += 1;
        bench.clock.draw_from(self.dialogues << 20);
        let mut client = Client::default();
        for (n, (text, step)) in self.chance.of(&SCRIPTS).iter().enumerate() {
            let reply = self.say(&bench, &mut client, text, &format!("k{n}")).await;
            assert_eq!(reply["currentStep"], *step, "{text:?}: {reply}");
        }
        if self.chance.below(OUTAGES) == 0 {
            let until = Instant::now() + Duration::from_mins(1);
            self.unwritable = Some(until);
            self.outages += 1;
            // None, the one before the charge, and what else the turn may keep.
            let kept = self.chance.of(&[0, 1, 2, 3]);
            *lock(&self.wire) = VecDeque::from([Wire::Unwritable(kept, until)]);
            self.kms.clear();
        }
        let mut reply = self.say(&bench, &mut client, "yes", "yes").await;
        for n in 0..4 {
            // A process that died may have left the outcome to the next message.
            if !matches!(reply["status"].as_str(), Some("processing" | "awaiting_authentication")) {
                break;
            }
            // Asked whether to stop, nobody loses what is on its way.
            if self.chance.below(3) == 0 {
                let asked = self.say(&bench, &mut client, "I think I want to stop", &format!("d{n}")).await;
                assert_eq!(asked["status"], reply["status"], "a question moves nothing: {asked}");
                reply = self.say(&bench, &mut client, "keep going", &format!("g{n}")).await;
                continue;
            }
            reply = self.say(&bench, &mut client, "did it go through?", &format!("s{n}")).await;
        }
        let (status, paid) = match mood {
            Mood::Pays | Mood::Asks | Mood::Leaves | Mood::Waits | Mood::Down => ("complete", 1),
            Mood::Declines => ("collecting", 0),
        };
        assert_eq!(reply["status"], status, "{mood:?}: {reply}");
        assert_eq!(bench.gateway.times_paid(), paid, "{mood:?}: money moves once");
        let (id, _) = client.session.as_ref().expect("a session");
        let trail = loop {
            // Reading is disturbed as well, and an auditor tries again.
            if let Ok(trail) = self.store.trail(id).await {
                break trail;
            }
        };
        assert_eq!(first_broken(&trail), None, "the trail holds");
        assert!(
            self.store
                .open_attempts(None, 1_000)
                .await
                .is_ok_and(|open| open.iter().all(|open| open.attempt.session != *id))
        );
    }
}

/// What was logged last, for whoever has to find out why.
fn last_lines(log: &Lines) -> String {
    let log = String::from_utf8_lossy(&lock(&log.0)).into_owned();
    let lines: Vec<&str> = log.lines().filter(|line| line.contains("payment_smart_bot")).collect();
    lines[lines.len().saturating_sub(12)..].join("\n")
}

/// A number that the environment gives, or the usual one.
fn given(name: &str, usual: u64) -> u64 {
    #[expect(clippy::disallowed_methods, reason = "a long run is asked for by the environment")]
    let text = std::env::var(name).ok();
    text.map_or(usual, |text| text.parse().expect("a number"))
}

#[tokio::test(flavor = "multi_thread")]
async fn dialogues_come_to_their_end_whatever_fails_on_the_way() {
    let (dialogues, seed) = (given("CHAOS_DIALOGUES", 500), given("CHAOS_SEED", 20_261_123));
    let log = Lines::default();
    // As the service logs: what this crate says, all of it, and nothing of the libraries.
    let ours = tracing_subscriber::filter::filter_fn(|metadata| metadata.target().starts_with("payment_smart_bot"));
    let lines = tracing_subscriber::fmt::layer().with_ansi(false).with_writer(log.clone()).with_filter(ours);
    let subscriber = Arc::new(tracing_subscriber::registry().with(lines));
    let running = (0..LANES).map(|lane| {
        let subscriber = subscriber.clone();
        let run = async move {
            let tables = Tables::new().await;
            let mut lane_of = Lane::new(&tables, seed.wrapping_mul(lane + 1));
            for _ in 0..dialogues.div_ceil(LANES) {
                lane_of.dialogue().await;
            }
            let requests = format!("{:?} {:?}", lane_of.converse.calls(), lane_of.kms.requests());
            (lane_of.met, lane_of.outages, requests)
        };
        tokio::spawn(run.with_subscriber(subscriber))
    });
    let (mut met, mut outages) = (0, 0);
    let mut sinks = String::new();
    for lane in running.collect::<Vec<_>>() {
        let (of_lane, minutes, requests) = match lane.await {
            Ok(done) => done,
            Err(failed) => panic!("{failed}\n{}", last_lines(&log)),
        };
        met += of_lane;
        outages += minutes;
        sinks += &requests;
    }
    println!("{dialogues} dialogues met {met} faults, and {outages} minutes without a write (seed {seed})");
    assert!(outages > 0 || dialogues < 500, "nothing was ever unwritable");
    assert!(met > dialogues * 3, "only {met} faults");
    sinks += &String::from_utf8_lossy(&lock(&log.0));
    for secret in ["4242424242424242", "4242 4242", "Jane", "Roe"] {
        assert!(!sinks.contains(secret), "a log or a request has {secret}");
    }
}
