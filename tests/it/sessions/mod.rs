//! What every store of sessions keeps to; run on each adapter.

mod archive;
mod attempts;
#[cfg(feature = "aws")]
mod dynamo;
#[cfg(feature = "aws")]
mod dynamo_faults;
#[cfg(feature = "aws")]
mod dynamo_looks;
#[cfg(feature = "aws")]
mod dynamo_overdue;
#[cfg(feature = "aws")]
pub mod dynamo_server;
#[cfg(feature = "aws")]
mod dynamo_tables;
mod embedded;
mod expiring;
mod fixtures;
mod former;
mod looks;
mod memory;
mod orders;
mod room;

use std::time::{Duration, Instant};

use fixtures::{HOUR, at, attempt, entry, id, plain, put, record, record_of_turn, sealed};
use orders::{
    an_attempt_is_found_by_its_id, an_order_is_replaced_version_by_version, counts_add_up_until_their_end,
    of_claims_at_once_one_wins, of_those_who_count_at_once_each_sees_another_count,
    of_two_sessions_one_claims_an_order_and_the_other_keeps_nothing, order,
};
use payment_smart_bot::dialogue::{Language, Session};
use payment_smart_bot::ports::{CommitError, Store};
use payment_smart_bot::session::{
    Attempt, Commit, Delivered, Header, KeptReply, OpenAttempt, OrderWrite, Record, SessionId, Write, first_broken,
};

async fn version(store: &dyn Store, id: &SessionId, now: i64) -> Option<u64> {
    store.load(id, at(now)).await.expect("loads").map(|record| record.version())
}

async fn what_was_kept_comes_back(store: &dyn Store) {
    let id = id(1);
    assert!(store.load(&id, at(0)).await.expect("loads").is_none());
    let commit = sealed(&id, 1, b"seal one");
    let Write::Put(kept) = commit.write.clone() else { unreachable!("a put") };
    store.commit(commit).await.expect("kept");
    assert_eq!(store.load(&id, at(0)).await.expect("loads"), Some(*kept));
}

async fn a_newer_version_takes_its_place_with_its_own_seal(store: &dyn Store) {
    let id = id(2);
    for (version, seal) in [(1, b"one".as_slice()), (2, b"two"), (3, b"three")] {
        store.commit(sealed(&id, version, seal)).await.expect("kept");
        let found = store.load(&id, at(0)).await.expect("loads").expect("found");
        assert_eq!((found.version(), found.sealed()), (version, Some(seal)));
    }
    store.commit(plain(&id, 4)).await.expect("kept");
    let found = store.load(&id, at(0)).await.expect("loads").expect("found");
    assert_eq!((found.sealed(), found.sealed_until()), (None, None));
    // Deleted right after the commit that superseded them, not within it.
    let gone = soon(|| async { store.overdue(at(HOUR)).await.expect("counts") == 0 }).await;
    assert!(gone, "superseded seals are deleted");
}

async fn a_write_on_another_version_keeps_nothing(store: &dyn Store) {
    let id = id(3);
    store.commit(sealed(&id, 1, b"seal")).await.expect("kept");
    for expected in [None, Some(2), Some(7)] {
        let mut commit = put(record(&id, 2, Some(HOUR)).with_sealed(Some(b"x".to_vec()), Some(at(9))), expected);
        commit.attempt = Some(attempt(&id, 0, false));
        commit.trail = vec![entry(&id, 1, "")];
        assert!(matches!(store.commit(commit).await, Err(CommitError::Conflict)), "{expected:?}");
    }
    let found = store.load(&id, at(0)).await.expect("loads").expect("found");
    assert_eq!((found.version(), found.sealed()), (1, Some(b"seal".as_slice())));
    assert!(store.open_attempts(None, 9).await.expect("reads").is_empty());
    assert!(store.trail(&id).await.expect("reads").is_empty());
    assert!(
        matches!(store.commit(plain(&super_id(), 2)).await, Err(CommitError::Conflict)),
        "there is no such session"
    );
}

fn super_id() -> SessionId {
    id(0xee)
}

async fn of_writers_at_once_one_wins(store: &dyn Store) {
    let id = id(4);
    store.commit(plain(&id, 1)).await.expect("kept");
    let rivals = (0..16_u8).map(|rival| {
        let id = &id;
        let record = record_of_turn(&format!("rival {rival}"), id, 2, Some(HOUR));
        let record = record.with_sealed(Some(vec![rival]), Some(at(HOUR / 4)));
        async move { store.commit(put(record, Some(1))).await.is_ok().then_some(rival) }
    });
    let won: Vec<u8> = join_all(rivals).await.into_iter().flatten().collect();
    assert_eq!(won.len(), 1, "{won:?}");
    let found = store.load(&id, at(0)).await.expect("loads").expect("found");
    assert_eq!(found.sealed(), Some(won.as_slice()), "the seal is the winner's");
}

async fn join_all<T>(futures: impl Iterator<Item = impl Future<Output = T>>) -> Vec<T> {
    let mut waiting: Vec<_> = futures.map(|future| (Box::pin(future), None)).collect();
    std::future::poll_fn(|cx| {
        let mut all = true;
        for (future, done) in &mut waiting {
            if done.is_none() {
                match future.as_mut().poll(cx) {
                    std::task::Poll::Ready(value) => *done = Some(value),
                    std::task::Poll::Pending => all = false,
                }
            }
        }
        if all { std::task::Poll::Ready(()) } else { std::task::Poll::Pending }
    })
    .await;
    waiting.into_iter().filter_map(|(_, done)| done).collect()
}

async fn an_expired_session_is_not_found(store: &dyn Store) {
    let (mortal, flying) = (id(5), id(6));
    store.commit(plain(&mortal, 1)).await.expect("kept");
    store.commit(put(record(&flying, 1, None), None)).await.expect("kept");
    assert_eq!(version(store, &mortal, HOUR - 1).await, Some(1));
    assert_eq!(version(store, &mortal, HOUR).await, None);
    assert_eq!(version(store, &flying, 1000 * HOUR).await, Some(1), "money in the air does not expire");
}

async fn a_session_that_lives_on_expires_later(store: &dyn Store) {
    let id = id(7);
    store.commit(plain(&id, 1)).await.expect("kept");
    store.commit(put(record(&id, 2, Some(2 * HOUR)), Some(1))).await.expect("kept");
    assert_eq!(version(store, &id, HOUR).await, Some(2));
    assert_eq!(version(store, &id, 2 * HOUR).await, None);
}

async fn a_deleted_session_is_gone_with_its_seal(store: &dyn Store) {
    let id = id(8);
    store.commit(sealed(&id, 1, b"seal")).await.expect("kept");
    let delete =
        |expected| Commit { write: Write::Delete(id.clone()), expected, attempt: None, order: None, trail: Vec::new() };
    assert!(matches!(store.commit(delete(Some(2))).await, Err(CommitError::Conflict)));
    store.commit(delete(Some(1))).await.expect("deleted");
    assert_eq!(version(store, &id, 0).await, None);
    store.commit(plain(&id, 1)).await.expect("the place is free again");
    let found = store.load(&id, at(0)).await.expect("loads").expect("found");
    assert_eq!(found.sealed(), None);
}

async fn open_attempts_are_found_until_a_verdict_closes_them(store: &dyn Store) {
    let (early, late) = (id(9), id(10));
    for (id, opened_at) in [(&late, 20), (&early, 10)] {
        store.commit(Commit { attempt: Some(attempt(id, opened_at, false)), ..plain(id, 1) }).await.expect("kept");
    }
    let open = |id, opened_at, next| OpenAttempt { attempt: attempt(id, opened_at, false), next_look: at(next) };
    let found = async |by| store.open_attempts(by, 9).await.expect("reads");
    assert_eq!(found(None).await, [open(&early, 10, 40), open(&late, 20, 50)], "the one first that is looked up first");
    assert_eq!(found(Some(at(39))).await, [], "a turn is under way");
    assert_eq!(found(Some(at(40))).await, [open(&early, 10, 40)]);
    // A later word of the gateway does not make an attempt younger, and moves no look.
    store.commit(Commit { attempt: Some(attempt(&early, 30, false)), ..plain(&early, 2) }).await.expect("kept");
    assert_eq!(found(None).await[0], open(&early, 10, 40));
    store.commit(Commit { attempt: Some(attempt(&early, 40, true)), ..plain(&early, 3) }).await.expect("kept");
    assert_eq!(found(None).await, [open(&late, 20, 50)]);
}

async fn a_look_is_moved_by_one_of_those_who_would_look(store: &dyn Store) {
    let id = id(16);
    store.commit(Commit { attempt: Some(attempt(&id, 0, false)), ..plain(&id, 1) }).await.expect("kept");
    let found = async |by| store.open_attempts(Some(at(by)), 9).await.expect("reads");
    let read = found(30).await.remove(0);
    assert!(store.look_again(&read, at(90)).await.expect("writes"));
    assert!(!store.look_again(&read, at(95)).await.expect("writes"), "somebody else has it");
    assert_eq!(found(89).await, []);
    let moved = found(90).await.remove(0);
    assert_eq!((moved.next_look, &moved.attempt), (at(90), &read.attempt));
    // Where it stands in a turn's commit, its look stays.
    store.commit(Commit { attempt: Some(attempt(&id, 60, false)), ..plain(&id, 2) }).await.expect("kept");
    assert_eq!(found(90).await, std::slice::from_ref(&moved));
    store.commit(Commit { attempt: Some(attempt(&id, 70, true)), ..plain(&id, 3) }).await.expect("kept");
    assert!(!store.look_again(&moved, at(200)).await.expect("writes"), "it ended");
    assert_eq!(found(1_000).await, []);
}

async fn an_attempt_that_no_session_knows_is_closed_once_and_with_its_order(store: &dyn Store) {
    let id = id(17);
    let order = |version| order("order-17", version, Some(17));
    let opened =
        Commit { attempt: Some(attempt(&id, 0, false)), order: Some(OrderWrite::of(order(1))), ..plain(&id, 1) };
    store.commit(opened).await.expect("kept");
    let ended = Attempt { verdict: Some("voided".to_owned()), ..attempt(&id, 50, true) };
    let late = store.close(ended.clone(), Some(OrderWrite::of(order(3)))).await;
    assert!(matches!(late, Err(CommitError::OrderConflict)), "{late:?}");
    assert_eq!(store.open_attempts(None, 9).await.expect("reads").len(), 1, "nothing of it was kept");
    store.close(ended.clone(), Some(OrderWrite::of(order(2)))).await.expect("kept");
    let kept = store.attempt(&ended.attempt).await.expect("reads").expect("there");
    assert_eq!(kept, Attempt { opened_at: at(0), ..ended.clone() });
    assert_eq!(store.order(&order(1).order).await.expect("reads").map(|order| order.version), Some(2));
    assert_eq!(store.open_attempts(None, 9).await.expect("reads"), []);
    let again = store.close(ended, None).await;
    assert!(matches!(again, Err(CommitError::Conflict)), "{again:?}");
}

async fn the_trail_grows_in_order(store: &dyn Store) {
    let (id, other) = (id(11), id(12));
    let first = entry(&id, 1, "");
    let second = entry(&id, 2, &first.digest);
    let third = entry(&id, 3, &second.digest);
    let all = vec![first.clone(), second.clone(), third.clone()];
    store.commit(Commit { trail: vec![first, second], ..plain(&id, 1) }).await.expect("kept");
    store.commit(Commit { trail: vec![entry(&other, 1, "")], ..plain(&other, 1) }).await.expect("kept");
    store.commit(Commit { trail: vec![third], ..plain(&id, 2) }).await.expect("kept");
    let trail = store.trail(&id).await.expect("reads");
    assert_eq!(first_broken(&trail), None);
    assert_eq!(trail, all);
}

async fn a_reply_comes_back_with_its_fields_in_order(store: &dyn Store) {
    let (id, text) = (id(15), r#"{"z":1,"reply":"Hi","collectedData":{},"a":{"y":null,"b":[1.5,true]}}"#);
    let header = Header {
        replies: vec![KeptReply {
            key: "k".to_owned(),
            says: "s".to_owned(),
            reply: serde_json::from_str(text).expect("JSON"),
        }],
        ..record(&id, 1, Some(HOUR)).header()
    };
    let (record, _) = Record::of(&Session::begin(Language::En, None, 1), &header);
    store.commit(put(record, None)).await.expect("kept");
    let found = store.load(&id, at(0)).await.expect("loads").expect("found");
    let Delivered::Kept(kept) = found.delivered("k") else { panic!("it is kept") };
    assert_eq!((kept.says.as_str(), kept.reply.to_string().as_str()), ("s", text));
}

async fn card_data_that_should_be_gone_is_counted(store: &dyn Store) {
    store.commit(sealed(&id(13), 1, b"seal")).await.expect("kept");
    store.commit(plain(&id(14), 1)).await.expect("kept");
    assert_eq!(store.overdue(at(HOUR / 4 - 1)).await.expect("counts"), 0);
    assert_eq!(store.overdue(at(HOUR / 4)).await.expect("counts"), 1);
}

/// Runs every behaviour on the store that `$store` makes, each on one of its own.
macro_rules! conformance {
    ($store:expr) => {
        $crate::sessions::conformance! { @each $store;
            what_was_kept_comes_back
            a_newer_version_takes_its_place_with_its_own_seal
            a_write_on_another_version_keeps_nothing
            of_writers_at_once_one_wins
            an_expired_session_is_not_found
            a_session_that_lives_on_expires_later
            a_deleted_session_is_gone_with_its_seal
            open_attempts_are_found_until_a_verdict_closes_them
            a_look_is_moved_by_one_of_those_who_would_look
            an_attempt_that_no_session_knows_is_closed_once_and_with_its_order
            the_trail_grows_in_order
            card_data_that_should_be_gone_is_counted
            a_reply_comes_back_with_its_fields_in_order
            an_order_is_replaced_version_by_version
            of_two_sessions_one_claims_an_order_and_the_other_keeps_nothing
            of_claims_at_once_one_wins
            an_attempt_is_found_by_its_id
            counts_add_up_until_their_end
            of_those_who_count_at_once_each_sees_another_count
        }
    };
    (@each $store:expr; $($behaviour:ident)*) => {
        mod conformance {
            use super::*;
            $(#[tokio::test]
            async fn $behaviour() {
                let (store, _held) = $store.await;
                $crate::sessions::$behaviour(&store).await;
            })*
        }
    };
}
pub(crate) use conformance;

/// Waits for what the writer does when nobody waits.
async fn soon<F: Future<Output = bool>>(what: impl Fn() -> F) -> bool {
    let end = Instant::now() + Duration::from_secs(10);
    while Instant::now() < end {
        if what().await {
            return true;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    false
}
