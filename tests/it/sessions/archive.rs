//! The ledger as a whole: written out, and pruned of what is old and over, in every store that lasts.

use std::path::Path;
use std::process::{Command, Output};
use std::sync::Arc;

use jiff::{Timestamp, ToSpan as _, tz::TimeZone};
use payment_smart_bot::adapters::{EmbeddedSessions, OperatorsLog};
use payment_smart_bot::archive::{ArchiveError, PRUNED, Pruned, export, prune};
use payment_smart_bot::ports::{Archive, Sessions};
use payment_smart_bot::session::{
    Attempt, Commit, Holder, OrderRecord, OrderWrite, SessionId, Step, TrailEntry, chained, first_broken,
};
use serde_json::Value;

use super::{at, attempt, entry, id, order, plain};
use crate::support::{TestClock, lasting};

const DAY: i64 = 24 * 3_600;

fn step(id: &SessionId, day: i64) -> TrailEntry {
    TrailEntry { at: at(day * DAY), ..entry(id, 1, "") }.chained("")
}

/// A session whose attempt is opened on the one day and whose last step is on the other; it pays an order of its own.
async fn session(store: &dyn Sessions, n: u8, (opened, last): (i64, i64), open: bool) {
    let id = id(n);
    let payment = Attempt { opened_at: at(opened * DAY), ..attempt(&id, 0, !open) };
    let holder = open.then(|| Holder { session: id.clone(), attempt: payment.attempt.clone() });
    let claimed_at = Some(at(opened * DAY));
    let paid = OrderRecord { holder, claimed_at, ..order(&format!("order-{n}"), 1, None) };
    let first = Commit {
        attempt: Some(Attempt { order: Some(paid.order.clone()), ..payment }),
        order: Some(OrderWrite::of(paid)),
        trail: vec![step(&id, opened)],
        ..plain(&id, 1)
    };
    store.commit(first).await.expect("kept");
    store.commit(Commit { trail: vec![step(&id, last)], ..plain(&id, 2) }).await.expect("kept");
}

/// Thirteen months after the beginning.
fn now() -> Timestamp {
    at(0).to_zoned(TimeZone::UTC).checked_add(13.months()).expect("in range").timestamp()
}

async fn lines(archive: &dyn Archive) -> Vec<Value> {
    let mut out = Vec::new();
    let lines = export(archive, &mut out).await.expect("reads");
    let out = String::from_utf8(out).expect("text");
    assert_eq!(out.lines().count() as u64, lines);
    assert!(!out.contains("fp_"), "no id of a card");
    out.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

fn of(lines: &[Value], kind: &str, field: &str) -> Vec<String> {
    let mut found: Vec<String> = lines
        .iter()
        .filter(|line| line["kind"] == kind)
        .map(|line| line[field].as_str().expect("text").into())
        .collect();
    found.sort();
    found
}

async fn what_is_old_and_over_goes_and_all_else_stays<S: Sessions + Archive>(store: &S) {
    session(store, 1, (0, 1), false).await;
    // Open, and as old.
    session(store, 2, (0, 1), true).await;
    // It began long ago, and went on until lately.
    session(store, 3, (0, 200), false).await;
    session(store, 4, (100, 101), false).await;
    let undated = OrderRecord { claimed_at: None, ..order("order-5", 1, None) };
    store.commit(Commit { order: Some(OrderWrite::of(undated)), ..plain(&id(5), 1) }).await.expect("kept");
    let all = lines(store).await;
    assert_eq!(all.len(), 8 + 4 + 5, "{all:?}");

    let few = prune(store, now(), 11, false).await;
    assert!(matches!(few, Err(ArchiveError::TooFew)), "{few:?}");
    let expected = Pruned { trail: 2, attempts: 2, orders: 2, undated: 1, gone: 0 };
    assert_eq!(prune(store, now(), 12, true).await.expect("reads"), expected);
    assert_eq!(lines(store).await, all, "a dry run deletes nothing");
    assert_eq!(prune(store, now(), 14, false).await.expect("reads"), Pruned { undated: 1, ..Pruned::default() });

    let pruned = prune(store, now(), 12, false).await.expect("writes");
    assert_eq!(pruned, Pruned { gone: 6, ..expected });
    let left = lines(store).await;
    let sessions = |left: &[u8]| left.iter().map(|&n| id(n).to_string()).collect::<Vec<_>>();
    assert_eq!(of(&left, "trail", "session"), sessions(&[2, 2, 3, 3, 4, 4]), "a trail goes whole, or not at all");
    assert_eq!(of(&left, "attempt", "session"), sessions(&[2, 4]));
    assert_eq!(of(&left, "order", "order"), ["order-2", "order-4", "order-5"]);
    assert_eq!(store.open_attempts(None, 9).await.expect("reads").len(), 1);
    assert_eq!(store.trail(&id(1)).await.expect("reads"), []);
    let again = prune(store, now(), 12, false).await.expect("writes");
    assert_eq!(again, Pruned { undated: 1, ..Pruned::default() });
}

#[tokio::test]
async fn in_a_data_folder_what_is_old_and_over_goes_and_all_else_stays() {
    let folder = tempfile::tempdir().expect("a folder");
    let sealing = lasting(folder.path(), Arc::new(TestClock::new()));
    let store = EmbeddedSessions::open(folder.path(), sealing).expect("opens");
    what_is_old_and_over_goes_and_all_else_stays(&store).await;
    assert_eq!(OperatorsLog::of(folder.path()).last(PRUNED).expect("reads"), Some(now()));
}

/// More rows than are held at a time; and a session of which a page ends in the middle.
#[tokio::test]
async fn all_pages_are_gone_through() {
    let folder = tempfile::tempdir().expect("a folder");
    let store =
        EmbeddedSessions::open(folder.path(), lasting(folder.path(), Arc::new(TestClock::new()))).expect("opens");
    for n in 1..=3 {
        let mut head = String::new();
        for version in 1..=120 {
            let steps = (0..2).map(|turn| Step::of(&entry(&id(n), turn, "")));
            let trail = chained(&id(n), steps, &head);
            head.clone_from(&trail[1].digest);
            store.commit(Commit { trail, ..plain(&id(n), version) }).await.expect("kept");
        }
    }
    let written = lines(&store).await;
    assert_eq!(written.len(), 720);
    let of_second: Vec<TrailEntry> = written
        .into_iter()
        .filter(|line| line["session"] == id(2).to_string())
        .map(|line| serde_json::from_value(line).expect("an entry"))
        .collect();
    assert_eq!((of_second.len(), first_broken(&of_second)), (240, None), "the chain holds over pages");
    let pruned = prune(&store, now(), 12, false).await.expect("writes");
    assert_eq!((pruned.trail, pruned.gone), (360, 360));
    assert_eq!(lines(&store).await.len(), 0);
}

#[cfg(feature = "aws")]
#[tokio::test]
async fn in_dynamodb_what_is_old_and_over_goes_and_all_else_stays() {
    let (store, tables) = super::dynamo_server::store().await;
    store.rehearse(at(0), at(1)).await.expect("works");
    what_is_old_and_over_goes_and_all_else_stays(&store).await;
    let items = tables.client.scan().table_name(&tables.ledger).send().await.expect("reads").items.expect("items");
    let noted = items.iter().filter(|item| item["pk"].as_s().is_ok_and(|pk| pk == "operators")).count();
    assert!(noted >= 1, "{items:?}");
}

fn run(arguments: &[&str], folder: &Path) -> (Option<i32>, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_payment-smart-bot"));
    let Output { status, stdout, stderr } = command.args(arguments).arg("--data").arg(folder).output().expect("runs");
    (status.code(), [stdout, stderr].map(|text| String::from_utf8(text).expect("text")).concat())
}

#[tokio::test]
async fn the_commands_say_what_there_is_and_what_they_did() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path();
    let (code, said) = run(&["ledger", "export"], data);
    assert!(code == Some(3) && said.contains("there is no store"), "{said}");
    let sealing = lasting(data, Arc::new(TestClock::new()));
    let store = EmbeddedSessions::open(data, sealing).expect("opens");
    session(&store, 1, (0, 1), true).await;
    let (code, said) = run(&["ledger", "export"], data);
    assert!(code == Some(3) && said.contains("stop it first"), "{said}");
    drop(store);

    let (code, said) = run(&["ledger", "export"], data);
    assert!(code == Some(0) && said.lines().all(|line| line.starts_with(r#"{"kind":"#)), "{said}");
    assert_eq!(run(&["ledger", "prune", "--keep-months", "11"], data).0, Some(2));
    let (code, said) = run(&["ledger", "prune", "--keep-months", "12", "--dry-run"], data);
    assert!(code == Some(0) && said.contains("nothing was deleted"), "{said}");

    let payment = format!("at_{}", id(1));
    let (code, said) = run(&["attempts", "list"], data);
    assert!(code == Some(0) && said.contains(&payment) && said.contains("order-1"), "{said}");
    for shown in [payment.as_str(), "order-1"] {
        let (code, said) = run(&["attempts", "show", shown], data);
        assert!(code == Some(0) && said.contains(&payment) && said.contains("order-1"), "{said}");
        assert!(!said.contains("fp_"), "{said}");
    }
    assert_eq!(run(&["attempts", "show", "order-2"], data).0, Some(1));
    assert_eq!(run(&["attempts", "close", "at_0"], data).0, Some(1));
    // The sandbox knows nothing of it: it never arrived.
    let (code, said) = run(&["attempts", "close", &payment], data);
    assert!(code == Some(0) && said.contains("is closed: voided"), "{said}");
    let (code, said) = run(&["attempts", "list"], data);
    assert!(code == Some(0) && !said.contains(&payment), "{said}");
    let noted = std::fs::read_to_string(data.join("operators.jsonl")).expect("reads");
    assert!(noted.contains("attempt closed") && noted.contains(&payment), "{noted}");
}
