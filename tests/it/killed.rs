//! What the embedded store has said it kept, it keeps when its process is killed the next moment.

use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;

use jiff::Timestamp;
use payment_smart_bot::adapters::{EmbeddedReader, EmbeddedSessions};
use payment_smart_bot::dialogue::{Language, Session};
use payment_smart_bot::ports::{Clock as _, Ledger as _, Sessions as _};
use payment_smart_bot::session::{
    Commit, Counted, Digests, Header, Record, SessionId, TrailEntry, Write, first_broken,
};

use crate::support::{TestClock, lasting};

const FOLDER: &str = "KILLED_FOLDER";

fn now() -> Timestamp {
    TestClock::new().now()
}

fn id() -> SessionId {
    SessionId::from_random([1; 16])
}

/// Version `version` of the one session, with a seal that names it and one more entry in the trail.
fn commit(version: u64, head: &str) -> Commit {
    let header = Header {
        session_id: id(),
        version,
        turn: 1,
        turn_id: format!("turn {version}"),
        token_hash: "hash".to_owned(),
        digests: Digests::default(),
        replies: Vec::new(),
        answered: Vec::new(),
        begun: false,
        history: Vec::new(),
        last_updated: now(),
        ttl: None,
        trail_head: head.to_owned(),
        counted: Counted::default(),
        steps: Vec::new(),
    };
    let entry = TrailEntry {
        said: Vec::new(),
        at: now(),
        session: id(),
        turn: u32::try_from(version).expect("few"),
        turn_id: String::new(),
        event: "heard".to_owned(),
        from: "name".to_owned(),
        to: "card".to_owned(),
        effects: Vec::new(),
        guards: Vec::new(),
        previous: String::new(),
        digest: String::new(),
    };
    let (record, _) = Record::of(&Session::begin(Language::En, None, 1), &header);
    let seal = version.to_be_bytes().to_vec();
    // Over in a thousand years: nothing is swept meanwhile.
    let until = Timestamp::new(32_503_680_000, 0).expect("in range");
    Commit {
        write: Write::Put(Box::new(record.with_sealed(Some(seal), Some(until)))),
        expected: version.checked_sub(1).filter(|&before| before > 0),
        attempt: None,
        order: None,
        trail: vec![entry.chained(head)],
    }
}

/// Not a test of its own: the process that is killed. Says each version once it is kept.
#[test]
#[ignore = "run by the test beside it, which kills it"]
fn the_process_that_is_killed() {
    #[expect(clippy::disallowed_methods, reason = "the parent says where the child keeps its store")]
    let Some(folder) = std::env::var_os(FOLDER).map(PathBuf::from) else { return };
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let store = EmbeddedSessions::open(&folder, lasting(&folder, Arc::new(TestClock::new()))).expect("opens");
    let mut head = String::new();
    for version in 1..=100_000 {
        let commit = commit(version, &head);
        head.clone_from(&commit.trail[0].digest);
        runtime.block_on(store.commit(commit)).expect("kept");
        println!("\nkept {version}");
    }
}

/// Runs that process until it has said so many, and kills it; gives back the last version that it said.
fn killed_after(folder: &Path, said: usize) -> u64 {
    let mut child = Command::new(std::env::current_exe().expect("this binary"))
        .args(["killed::the_process_that_is_killed", "--exact", "--ignored", "--nocapture"])
        .env(FOLDER, folder)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("starts");
    let lines = BufReader::new(child.stdout.take().expect("piped")).lines().map_while(Result::ok);
    let mut kept = lines.filter_map(|line| line.strip_prefix("kept ").and_then(|version| version.parse().ok()));
    let mut last = kept.by_ref().take(said).last().expect("it keeps");
    child.kill().expect("is killed");
    // What it said between the last look and the end counts as well.
    if let Some(later) = kept.last() {
        last = later;
    }
    child.wait().expect("has ended");
    last
}

#[tokio::test]
async fn nothing_that_was_kept_is_lost_when_the_process_is_killed() {
    for said in [1, 7, 60] {
        let folder = tempfile::tempdir().expect("a folder");
        let last = killed_after(folder.path(), said);
        let store = EmbeddedSessions::open(folder.path(), lasting(folder.path(), Arc::new(TestClock::new())))
            .expect("opens again");
        let found = store.load(&id(), now()).await.expect("loads").expect("found");
        // One more may have been kept and not yet said.
        assert!((last..=last + 1).contains(&found.version()), "said {last}, found {}", found.version());
        assert_eq!(found.sealed(), Some(found.version().to_be_bytes().as_slice()), "with its own seal");
        let trail = store.trail(&id()).await.expect("reads");
        assert_eq!((trail.len() as u64, first_broken(&trail)), (found.version(), None), "all of a commit, or nothing");
    }
}

#[test]
fn a_reader_puts_the_files_of_a_killed_server_in_order() {
    let folder = tempfile::tempdir().expect("a folder");
    killed_after(folder.path(), 3);
    let reader = EmbeddedReader::open(folder.path()).expect("opens");
    assert_eq!(reader.overdue(now()).expect("counts"), 0);
}
