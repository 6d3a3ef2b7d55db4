//! What every store keeps to for orders, for attempts by their ids, and for counts.

use jiff::Timestamp;
use payment_smart_bot::dialogue::{AttemptId, Fingerprint, IntentId, Money};
use payment_smart_bot::ports::CommitError;
use payment_smart_bot::session::{Attempt, Commit, Holder, OrderRecord, OrderWrite};

use super::{HOUR, Store, at, attempt, entry, id, join_all, plain, put, record_of_turn, version};

pub fn order(name: &str, version: u64, holder: Option<u8>) -> OrderRecord {
    let amount: Money = "49.90 EUR".parse().expect("money");
    OrderRecord {
        order: name.parse().expect("an id"),
        version,
        amount,
        intent: Some(IntentId::new("pi_1")),
        voided: 2,
        holder: holder.map(|n| Holder { session: id(n), attempt: AttemptId::new(format!("at_{n}")) }),
        paid: version > 2,
        attempts: 1,
        cards: vec![Fingerprint::new("fp_1"), Fingerprint::new("fp_2")],
        cards_at: vec![at(0), at(1)],
        claimed_at: Some(at(1)),
    }
}

/// A commit of session `n`, with a trail and an attempt, that writes the order.
pub fn claim(n: u8, session: u64, order: OrderRecord) -> Commit {
    let id = id(n);
    Commit {
        attempt: Some(Attempt { order: Some(order.order.clone()), ..attempt(&id, 5, false) }),
        trail: vec![entry(&id, u32::try_from(session).expect("few"), "")],
        order: Some(OrderWrite::of(order)),
        ..plain(&id, session)
    }
}

async fn stored(store: &dyn Store, name: &str) -> Option<OrderRecord> {
    store.order(&name.parse().expect("an id")).await.expect("reads")
}

pub async fn an_order_is_replaced_version_by_version(store: &dyn Store) {
    assert_eq!(stored(store, "order-1").await, None);
    for version in 1..=3 {
        let next = order("order-1", version, Some(21));
        store.commit(claim(21, version, next.clone())).await.expect("kept");
        assert_eq!(stored(store, "order-1").await, Some(next));
    }
    assert_eq!(stored(store, "order-2").await, None);
}

pub async fn of_two_sessions_one_claims_an_order_and_the_other_keeps_nothing(store: &dyn Store) {
    let ours = order("order-3", 1, Some(22));
    store.commit(claim(22, 1, ours.clone())).await.expect("kept");
    let refused = store.commit(claim(23, 1, order("order-3", 1, Some(23)))).await;
    assert!(matches!(refused, Err(CommitError::OrderConflict)), "{refused:?}");
    assert_eq!(stored(store, "order-3").await, Some(ours.clone()));
    assert_eq!(version(store, &id(23), 0).await, None);
    assert_eq!(store.trail(&id(23)).await.expect("reads"), []);
    assert_eq!(store.attempt(&AttemptId::new(format!("at_{}", id(23)))).await.expect("reads"), None);
    // With the session's version wrong too, it is the session's turn that was lost.
    let rival = |order: OrderRecord| Commit {
        order: Some(OrderWrite::of(order)),
        ..put(record_of_turn("another turn", &id(22), 1, Some(HOUR)), None)
    };
    let refused = store.commit(rival(order("order-3", 7, Some(22)))).await;
    assert!(matches!(refused, Err(CommitError::Conflict)), "{refused:?}");
    // And with the order's right, nothing of it is written.
    let refused = store.commit(rival(order("order-3", 2, None))).await;
    assert!(matches!(refused, Err(CommitError::Conflict)), "{refused:?}");
    assert_eq!(stored(store, "order-3").await, Some(ours));
}

pub async fn of_claims_at_once_one_wins(store: &dyn Store) {
    let claims = (100..108).map(|n| store.commit(claim(n, 1, order("order-4", 1, Some(n)))));
    let won = join_all(claims).await.into_iter().flatten().count();
    assert_eq!(won, 1);
    let holder = stored(store, "order-4").await.and_then(|order| order.holder).expect("held");
    assert_eq!(version(store, &holder.session, 0).await, Some(1), "who holds it was kept");
}

pub async fn an_attempt_is_found_by_its_id(store: &dyn Store) {
    let id = id(24);
    let name = AttemptId::new(format!("at_{id}"));
    assert_eq!(store.attempt(&name).await.expect("reads"), None);
    store.commit(claim(24, 1, order("order-5", 1, Some(24)))).await.expect("kept");
    let found = store.attempt(&name).await.expect("reads").expect("found");
    assert_eq!((&found.session, found.closed), (&id, false));
    assert_eq!(found.order.as_ref().map(ToOwned::to_owned).map(String::from), Some("order-5".to_owned()));
    store.commit(Commit { attempt: Some(attempt(&id, 9, true)), ..plain(&id, 2) }).await.expect("kept");
    let found = store.attempt(&name).await.expect("reads").expect("found");
    assert_eq!((found.closed, found.opened_at), (true, at(5)), "it began when it began");
}

async fn count(store: &dyn Store, key: &str, now: Timestamp) -> i64 {
    store.read(&["nothing".to_owned(), key.to_owned()], now).await.expect("reads")[1]
}

pub async fn counts_add_up_until_their_end(store: &dyn Store) {
    let (now, end) = (at(0), at(60));
    assert_eq!(count(store, "a", now).await, 0);
    for (by, is) in [(1, 1), (1, 2), (-1, 1), (5, 6)] {
        assert_eq!(store.add("a", by, now, end).await.expect("adds"), is);
        assert_eq!(count(store, "a", now).await, is);
    }
    assert_eq!(count(store, "b", now).await, 0);
    assert_eq!(count(store, "a", at(59)).await, 6);
    assert_eq!(count(store, "a", at(60)).await, 0, "it is over");
    assert_eq!(store.add("a", 2, at(60), at(HOUR)).await.expect("adds"), 2, "and begins anew");
    assert_eq!(count(store, "a", at(61)).await, 2);
    let many: Vec<String> = (0..150).map(|n| format!("many#{n}")).collect();
    store.add("many#149", 3, now, end).await.expect("adds");
    let counts = store.read(&many, now).await.expect("reads");
    assert_eq!((counts.len(), counts.iter().sum::<i64>(), counts[149]), (150, 3, 3));
    assert!(store.read(&[], now).await.expect("reads").is_empty());
}

pub async fn of_those_who_count_at_once_each_sees_another_count(store: &dyn Store) {
    for (key, began) in [("at once", false), ("at once anew", true)] {
        if began {
            store.add(key, 40, at(-120), at(-60)).await.expect("adds");
        }
        let adding = (0..10).map(|_| async move { store.add(key, 1, at(0), at(60)).await.expect("adds") });
        let mut seen = join_all(adding).await;
        seen.sort_unstable();
        assert_eq!(seen, (1..=10).collect::<Vec<_>>(), "{key}");
    }
}
