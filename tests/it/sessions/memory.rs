//! The store in memory.

use std::sync::Arc;

use payment_smart_bot::adapters::MemorySessions;
use payment_smart_bot::ports::{Clock as _, Counts as _, Ledger as _, Sessions as _};

use super::{HOUR, at, conformance, id, sealed};
use crate::support::{Bench, Client, Mood, bench_over};

conformance!(async { (MemorySessions::default(), ()) });

#[tokio::test]
async fn memory_drops_what_is_over_in_passing() {
    let store = MemorySessions::default();
    store.commit(sealed(&id(1), 1, b"seal")).await.expect("kept");
    store.sweep(at(HOUR / 4)).await;
    assert_eq!(store.overdue(at(HOUR)).await.expect("counts"), 0);
    let found = store.load(&id(1), at(HOUR / 4)).await.expect("loads").expect("the session stays");
    assert_eq!((found.sealed(), found.sealed_until()), (None, Some(at(HOUR / 4))));
}

/// A customer who leaves a card number behind and never comes back.
async fn left_alone() -> (Arc<MemorySessions>, Bench, Client) {
    let store = Arc::new(MemorySessions::default());
    let mut bench = bench_over(Mood::Pays, store.clone());
    (bench.bot.ledger, bench.bot.counts) = (store.clone(), store.clone());
    let mut client = Client::default();
    for text in ["hi", "Jane Roe", "4242 4242 4242 4242"] {
        client.say(&bench.bot, text).await;
    }
    bench.clock.wind(16);
    assert_eq!(store.overdue(bench.clock.now()).await.expect("counts"), 1, "the number is still there");
    (store, bench, client)
}

#[tokio::test]
async fn with_nobody_there_card_data_and_sessions_go() {
    let (store, bench, client) = left_alone().await;
    store.add("count", 1, bench.clock.now(), bench.clock.now()).await.expect("counts");
    bench.bot.tend().await;
    assert_eq!(store.overdue(bench.clock.now()).await.expect("counts"), 0, "the number is gone");
    assert!(!format!("{store:?}").contains("\"count\""), "so is the count");
    let (session, _) = client.session.expect("a session");
    assert!(!store.trail(&session).await.expect("reads").is_empty(), "and the session is not yet");
    bench.clock.wind(24 * 60);
    bench.bot.tend().await;
    assert!(store.trail(&session).await.expect("reads").is_empty(), "now it is");
}

#[tokio::test]
async fn with_new_sessions_alone_what_others_left_goes() {
    let (store, bench, _) = left_alone().await;
    for _ in 0..200 {
        Client::default().say(&bench.bot, "hi").await;
    }
    assert_eq!(store.overdue(bench.clock.now()).await.expect("counts"), 0, "the number is gone");
}
