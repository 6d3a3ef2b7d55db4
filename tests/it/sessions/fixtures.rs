//! Records, attempts and entries of a trail, as the stores are given them.

use jiff::Timestamp;
use payment_smart_bot::dialogue::{AttemptId, IntentId, Language, Session};
use payment_smart_bot::session::{Attempt, Commit, Counted, Digests, Header, Record, SessionId, TrailEntry, Write};

pub const START: i64 = 1_800_000_000;
pub const HOUR: i64 = 3600;

pub fn at(seconds: i64) -> Timestamp {
    Timestamp::new(START + seconds, 0).expect("in range")
}

pub fn id(n: u8) -> SessionId {
    SessionId::from_random([n; 16])
}

pub fn record(id: &SessionId, version: u64, ttl: Option<i64>) -> Record {
    record_of_turn(&format!("turn {version}"), id, version, ttl)
}

pub fn record_of_turn(turn_id: &str, id: &SessionId, version: u64, ttl: Option<i64>) -> Record {
    let header = Header {
        session_id: id.clone(),
        version,
        turn: 1,
        turn_id: turn_id.to_owned(),
        token_hash: "hash".to_owned(),
        digests: Digests::default(),
        replies: Vec::new(),
        answered: Vec::new(),
        begun: false,
        history: Vec::new(),
        last_updated: at(0),
        ttl: ttl.map(|ttl| START + ttl),
        trail_head: String::new(),
        counted: Counted::default(),
        steps: Vec::new(),
    };
    Record::of(&Session::begin(Language::En, None, 1), &header).0
}

pub fn put(record: Record, expected: Option<u64>) -> Commit {
    Commit { write: Write::Put(Box::new(record)), expected, attempt: None, order: None, trail: Vec::new() }
}

/// An ordinary write: alive for an hour, without card data.
pub fn plain(id: &SessionId, version: u64) -> Commit {
    put(record(id, version, Some(HOUR)), version.checked_sub(1).filter(|&before| before > 0))
}

/// A write with a seal that is over after a quarter of an hour.
pub fn sealed(id: &SessionId, version: u64, seal: &[u8]) -> Commit {
    let record = record(id, version, Some(HOUR)).with_sealed(Some(seal.to_vec()), Some(at(HOUR / 4)));
    put(record, version.checked_sub(1).filter(|&before| before > 0))
}

pub fn attempt(id: &SessionId, opened_at: i64, closed: bool) -> Attempt {
    Attempt {
        intent: IntentId::new("pi_1"),
        order: None,
        attempt: AttemptId::new(format!("at_{id}")),
        session: id.clone(),
        opened_at: at(opened_at),
        closed,
        verdict: closed.then(|| "paid".to_owned()),
    }
}

pub fn entry(id: &SessionId, turn: u32, previous: &str) -> TrailEntry {
    TrailEntry {
        said: Vec::new(),
        at: at(0),
        session: id.clone(),
        turn,
        turn_id: String::new(),
        event: "heard".to_owned(),
        from: "name".to_owned(),
        to: "card".to_owned(),
        effects: Vec::new(),
        guards: Vec::new(),
        previous: String::new(),
        digest: String::new(),
    }
    .chained(previous)
}
