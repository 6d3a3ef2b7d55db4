//! What a thousand dialogues cost at KMS: measured for a data key of each session, as it is, and counted for what it was weighed
//! against, one key a minute for all processes, in a table of its own.

use std::collections::HashSet;
use std::sync::Arc;

use payment_smart_bot::adapters::MemorySessions;
use payment_smart_bot::turn::Bot;

use crate::kms_server::KmsServer;
use crate::support::{Client, Mood, bench_over};

const DIALOGUES: usize = 1_000;
const TALK: [&str; 5] = ["Jane Roe", "4242 4242 4242 4242", "12/2030", "123", "yes"];

/// The turns that need a key: the number is sealed, and sealed again with the date; date and code open it.
const NUMBER: usize = 1;
const DATE: usize = 2;
const CODE: usize = 3;

/// A customer takes so many seconds for a turn.
const TURN: u64 = 15;

const HOUR: u64 = 3_600;
const DAY: u64 = 24 * HOUR;

/// Billionths of a US dollar, on demand in us-east-1: a request to KMS, a unit written, a unit read.
const KMS: usize = 3_000;
const WRITTEN: usize = 625;
const READ: usize = 125;

/// Chance that is the same in every run (`SplitMix64`).
struct Drawn(u64);

impl Drawn {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % bound
    }
}

/// When a dialogue begins, and which process each of its turns meets.
struct Course {
    begins: u64,
    met: [usize; TALK.len()],
}

impl Course {
    fn at(&self, turn: usize) -> u64 {
        self.begins + TURN * u64::try_from(turn).expect("few")
    }
}

/// All dialogues, spread over so many seconds, each turn at one of so many processes.
fn courses(processes: u64, over: u64) -> Vec<Course> {
    let mut drawn = Drawn(16);
    let course = |_| Course {
        begins: drawn.below(over),
        met: [(); TALK.len()].map(|()| usize::try_from(drawn.below(processes)).expect("few")),
    };
    (0..DIALOGUES).map(course).collect()
}

/// What KMS is asked when these dialogues are talked: for new data keys, and to unwrap one.
///
/// The dialogues overlap as they would within an hour. The vault forgets keys after five minutes of the machine's own time, which
/// no dialogue takes here or there.
async fn talked(courses: &[Course], processes: usize) -> (usize, usize) {
    let kms = KmsServer::start();
    let bench = bench_over(Mood::Pays, Arc::new(MemorySessions::default()));
    let process = |_| Bot { vault: Arc::new(kms.vault()), ..bench.bot.clone() };
    let bots: Vec<Bot> = (0..processes).map(process).collect();
    let mut turns: Vec<(u64, usize, usize)> = Vec::new();
    for (dialogue, course) in courses.iter().enumerate() {
        turns.extend((0..TALK.len()).map(|turn| (course.at(turn), dialogue, turn)));
    }
    turns.sort_unstable();
    let mut clients = vec![Client::default(); courses.len()];
    let mut minute = 0;
    for (at, dialogue, turn) in turns {
        bench.clock.wind(i64::try_from(at / 60 - minute).expect("an hour"));
        minute = at / 60;
        clients[dialogue].say(&bots[courses[dialogue].met[turn]], TALK[turn]).await;
    }
    assert_eq!(bench.gateway.times_paid(), courses.len() as u64);
    let asked = kms.asked();
    let count = |action: &str| asked.iter().filter(|asked| *asked == action).count();
    let counted = (count("GenerateDataKey"), count("Decrypt"));
    assert_eq!(counted.0 + counted.1, asked.len());
    counted
}

/// The same without talking: a key is unwrapped by every further process that a dialogue meets from the number to the code.
fn counted(courses: &[Course]) -> (usize, usize) {
    let met = |course: &Course| HashSet::from([NUMBER, DATE, CODE].map(|turn| course.met[turn])).len();
    (courses.len(), courses.iter().map(|course| met(course) - 1).sum())
}

/// One key a minute for all: how many are made, and how often a further process fetches and unwraps one. It is the key of the
/// minute in which the number was given, however often it is sealed. Races for a new key, and the look that finds none, are not
/// counted: that is in favour of it.
fn slotted(courses: &[Course]) -> (usize, usize) {
    let slot = |course: &Course| course.at(NUMBER) / 60;
    let slots: HashSet<u64> = courses.iter().map(slot).collect();
    let touched = |course| [NUMBER, DATE, CODE].map(|turn| (slot(course), course.met[turn]));
    let touched: HashSet<(u64, usize)> = courses.iter().flat_map(touched).collect();
    (slots.len(), touched.len() - slots.len())
}

/// A data key a session: requests, and a unit each to put a seal into the index of seals and to take it out again.
fn cost_of_sessions((made, unwrapped): (usize, usize)) -> usize {
    (made + unwrapped) * KMS + 2 * DIALOGUES * WRITTEN
}

/// A key a minute: requests, a unit each to put a key and to delete it, and one to read it for each further process.
fn cost_of_slots((made, unwrapped): (usize, usize)) -> usize {
    (made + unwrapped) * KMS + 2 * made * WRITTEN + unwrapped * READ
}

fn told(what: &str, (made, unwrapped): (usize, usize), cost: usize) {
    let rounded = (cost + 50_000) / 100_000;
    println!("figure: {what}: {made} GenerateDataKey, {unwrapped} Decrypt, $0.{rounded:04} for 1,000 dialogues");
}

#[tokio::test]
async fn a_data_key_a_session_costs_less_than_a_cent_more_for_a_thousand_dialogues_than_a_key_a_minute() {
    for (processes, talks, hour, day) in
        [(1, (1_000, 0), (61, 0), (731, 0)), (8, (1_000, 1_651), (61, 423), (731, 1_653))]
    {
        let within_an_hour = courses(processes, HOUR);
        let within_a_day = courses(processes, DAY);
        let measured = talked(&within_an_hour, usize::try_from(processes).expect("few")).await;
        assert_eq!(measured, counted(&within_an_hour), "the vault asks no more than it has to");
        let keys = (slotted(&within_an_hour), slotted(&within_a_day));
        let kept = cost_of_sessions(measured);
        told(&format!("a data key a session, {processes} process(es), measured"), measured, kept);
        for (span, keys) in [("an hour", keys.0), ("a day", keys.1)] {
            let cost = cost_of_slots(keys);
            told(&format!("a key a minute, {processes} process(es), over {span}, counted"), keys, cost);
            assert!(kept < cost + 10_000_000, "less than a cent: {kept} instead of {cost}");
        }
        assert_eq!((measured, keys.0, keys.1), (talks, hour, day), "{processes}");
    }
}
