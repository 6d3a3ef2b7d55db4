//! DynamoDB when it is slow, throttled, gone, or when its answers are lost: kept once, or said to be unknown.

use std::time::{Duration, Instant};

use payment_smart_bot::adapters::{DynamoSessions, Patience};
use payment_smart_bot::ports::{CommitError, Counts as _, Ledger as _, Sessions as _};
use payment_smart_bot::session::{Commit, SessionId, Write};

use super::dynamo_server::{Tables, Wire, endpoint, settings};
use super::{at, attempt, entry, id, plain, sealed, version};
use crate::support::lock;

fn with_ledger(version: u64) -> Commit {
    Commit { attempt: Some(attempt(&id(1), 0, false)), trail: vec![entry(&id(1), 1, "")], ..plain(&id(1), version) }
}

#[tokio::test]
async fn a_write_whose_response_is_lost_is_kept_once_and_well() {
    let tables = Tables::new().await;
    let (store, left) = tables.disturbed(&[Wire::Lost]);
    store.commit(sealed(&id(1), 1, b"seal")).await.expect("our own write is no rival's");
    assert!(lock(&left).is_empty(), "a response was lost");
    lock(&left).push_back(Wire::Lost);
    store.commit(plain(&id(1), 2)).await.expect("the same over a write that was there");
    assert_eq!(version(&store, &id(1), 0).await, Some(2));
}

#[tokio::test]
async fn a_transaction_whose_response_is_lost_is_kept_once_and_well() {
    let tables = Tables::new().await;
    let (store, left) = tables.disturbed(&[Wire::Lost]);
    store.commit(with_ledger(1)).await.expect("kept");
    assert!(lock(&left).is_empty(), "a response was lost");
    assert_eq!(version(&store, &id(1), 0).await, Some(1));
    assert_eq!(store.trail(&id(1)).await.expect("reads").len(), 1);
    lock(&left).push_back(Wire::Lost);
    let trail = vec![entry(&id(1), 2, "")];
    let delete = Commit { write: Write::Delete(id(1)), expected: Some(1), attempt: None, order: None, trail };
    store.commit(delete).await.expect("a deletion as well");
    assert_eq!(store.trail(&id(1)).await.expect("reads").len(), 2);
}

#[tokio::test]
async fn a_commit_that_is_sent_again_much_later_is_known_by_its_turn() {
    let tables = Tables::new().await;
    let store = tables.store();
    for commit in [plain(&id(1), 1), sealed(&id(2), 1, b"seal")] {
        store.commit(commit.clone()).await.expect("kept");
        store.commit(commit).await.expect("the same turn and version: it is ours");
    }
}

#[tokio::test]
async fn what_passes_is_tried_three_times() {
    let tables = Tables::new().await;
    for fault in [Wire::Throttled, Wire::Failed] {
        let (store, left) = tables.disturbed(&[fault, fault]);
        assert_eq!(version(&store, &id(1), 0).await, None, "{fault:?}");
        assert!(lock(&left).is_empty());
        lock(&left).extend([fault; 4]);
        let failed = store.commit(plain(&id(1), 1)).await.expect_err("not kept");
        assert!(matches!(failed, CommitError::Store(_)), "{failed}");
        assert_eq!(lock(&left).len(), 1, "three tries: {fault:?}");
    }
}

#[tokio::test]
async fn a_turn_that_meets_another_transaction_tries_again_before_it_gives_way() {
    let tables = Tables::new().await;
    for (n, commit) in [plain as fn(&SessionId, u64) -> Commit, |_, version| with_ledger(version)].iter().enumerate() {
        let (store, left) = tables.disturbed(&[Wire::Contended; 2]);
        let before = 2 * n as u64;
        store.commit(commit(&id(1), before + 1)).await.expect("kept at the third try");
        assert!(lock(&left).is_empty());
        lock(&left).extend([Wire::Contended; 3]);
        assert!(matches!(store.commit(commit(&id(1), before + 2)).await, Err(CommitError::Conflict)));
        store.commit(commit(&id(1), before + 2)).await.expect("kept when nobody is in the way");
    }
}

#[tokio::test]
async fn what_is_denied_is_told_by_its_name_and_not_tried_again() {
    let tables = Tables::new().await;
    let (store, left) = tables.disturbed(&[Wire::Denied; 4]);
    let told = [
        store.load(&id(1), at(0)).await.expect_err("denied").to_string(),
        store.commit(plain(&id(1), 1)).await.expect_err("denied").to_string(),
        store.commit(with_ledger(1)).await.expect_err("denied").to_string(),
        store.overdue(at(0)).await.expect_err("denied").to_string(),
    ];
    assert!(lock(&left).is_empty(), "each was asked once");
    for (told, action) in told.iter().zip(["GetItem", "PutItem", "PutItem", "Scan"]) {
        assert!(told.contains(&format!("allow dynamodb:{action}")), "{told}");
        assert!(!told.contains("Jane"), "the server's words may hold values: {told}");
    }
}

#[tokio::test]
async fn keys_that_were_not_come_to_are_waited_for_longer_each_time() {
    let tables = Tables::new().await;
    let (store, left) = tables.disturbed(&[Wire::Unprocessed; 3]);
    let began = Instant::now();
    assert_eq!(store.read(&["a".to_owned(), "b".to_owned()], at(0)).await.expect("read in the end"), [0, 0]);
    assert!(lock(&left).is_empty());
    // 25, 50 and 100 ms at least.
    assert!(began.elapsed() >= Duration::from_millis(175), "{:?}", began.elapsed());
    lock(&left).extend([Wire::Unprocessed; 9]);
    store.read(&["a".to_owned()], at(0)).await.expect_err("it does not ask for ever");
    assert_eq!(lock(&left).len(), 4);
}

#[tokio::test]
async fn tries_are_as_many_after_a_long_outage() {
    let tables = Tables::new().await;
    let (store, left) = tables.disturbed(&[Wire::Failed; 180]);
    for _ in 0..60 {
        store.load(&id(1), at(0)).await.expect_err("down");
    }
    assert!(lock(&left).is_empty(), "each was tried three times");
    lock(&left).extend([Wire::Failed; 2]);
    store.load(&id(1), at(0)).await.expect("well again, at the third try");
}

#[tokio::test]
async fn a_server_that_is_gone_or_silent_is_told_within_the_budget() {
    let patience = Patience { attempt: Duration::from_millis(200), whole: Duration::from_millis(500) };
    let free = std::net::TcpListener::bind("127.0.0.1:0").expect("a port").local_addr().expect("bound");
    let gone = DynamoSessions::connect_within(
        &settings(&format!("http://{free}")),
        "sessions".to_owned(),
        "ledger".to_owned(),
        patience,
    );
    let tables = Tables::new().await;
    let silent = tables.silent(patience);
    for (store, said) in [(gone, "could not be reached"), (silent, "in time")] {
        let began = Instant::now();
        let failed = store.commit(plain(&id(1), 1)).await.expect_err("not kept");
        let took = began.elapsed();
        assert!(matches!(failed, CommitError::Store(_)) && failed.to_string().contains(said), "{failed}");
        // The budget, and a quarter of a second for a busy machine.
        assert!(took < patience.whole + Duration::from_millis(250), "{took:?}");
    }
}

#[tokio::test]
async fn a_table_that_is_not_there_is_told_with_the_way_to_make_it() {
    let settings = settings(endpoint());
    let store = DynamoSessions::connect(&settings, "no-sessions".to_owned(), "no-ledger".to_owned());
    store.warm().await;
    let failed = store.load(&id(1), at(0)).await.expect_err("no table");
    assert!(failed.to_string().contains("payment-smart-bot table create"), "{failed}");
    let failed = store.commit(with_ledger(1)).await.expect_err("no table");
    assert!(failed.to_string().contains("payment-smart-bot table create"), "{failed}");
}

#[tokio::test]
async fn what_health_writes_is_a_transaction_over_both_tables_and_stays_one_item_of_each() {
    let tables = Tables::new().await;
    let (store, left) = tables.disturbed(&[Wire::Untransacted]);
    store.add("a", 1, at(0), at(60)).await.expect("a count is no transaction");
    store.rehearse(at(0), at(60)).await.expect_err("what customers need does not work");
    lock(&left).clear();
    for second in [1, 2] {
        store.rehearse(at(second), at(60)).await.expect("it works");
    }
    let ledger = tables.client.scan().table_name(&tables.ledger).send().await.expect("reads").items.expect("items");
    let sessions = tables.client.scan().table_name(&tables.sessions).send().await.expect("reads").items.expect("items");
    assert_eq!((ledger.len(), sessions.len()), (1, 2), "the other one is the count");
    assert!(sessions.iter().all(|item| item.contains_key("ttl")), "and each is over by itself");
    assert_eq!(store.overdue(at(1_000)).await.expect("reads"), 0);
    assert_eq!(store.open_attempts(None, 1).await.expect("reads"), []);
}

#[tokio::test]
async fn tables_that_are_not_there_are_told_with_what_makes_them() {
    let store = DynamoSessions::connect(&settings(endpoint()), "no-sessions".to_owned(), "no-ledger".to_owned());
    let told = store.rehearse(at(0), at(60)).await.expect_err("there are none").to_string();
    assert!(told.contains("no-sessions") && told.contains("no-ledger") && told.contains("table create"), "{told}");
}
