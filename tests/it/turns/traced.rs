//! When the trail goes to the ledger: with the first card data, with what moves money, and at the end. Of a session that came to
//! none of these a count is left.

use std::sync::Arc;

use payment_smart_bot::adapters::MemorySessions;
use payment_smart_bot::ports::{Clock as _, Counts as _, Ledger as _};
use payment_smart_bot::session::{TrailEntry, first_broken};
use payment_smart_bot::turn::{Bot, ended_without_a_card};

use crate::support::{Bench, Client, Mood, TestClock, bench_over};

struct Traced {
    bot: Bot,
    store: Arc<MemorySessions>,
    clock: Arc<TestClock>,
}

impl Traced {
    fn new() -> Self {
        let store = Arc::new(MemorySessions::default());
        let Bench { mut bot, clock, .. } = bench_over(Mood::Pays, store.clone());
        (bot.ledger, bot.counts) = (store.clone(), store.clone());
        Self { bot, store, clock }
    }

    /// The events that are in the ledger, and those that lie in the record.
    async fn events(&self, client: &Client) -> (Vec<String>, Vec<String>) {
        let (id, token) = client.session.as_ref().expect("a session");
        let moved = self.store.trail(id).await.expect("a ledger");
        let whole = self.bot.record(id, token).await.expect("a record").trail(moved.clone());
        assert_eq!(first_broken(&whole), None, "one chain, wherever its parts lie");
        let events = |entries: &[TrailEntry]| entries.iter().map(|entry| entry.event.clone()).collect();
        (events(&moved), events(&whole[moved.len()..]))
    }

    async fn over(&self, how: &str) -> i64 {
        let now = self.clock.now();
        let (_, keys) =
            ended_without_a_card(now, 1).into_iter().find(|(reason, _)| reason.wire() == how).expect("a reason");
        self.store.read(&keys, now).await.expect("counts").iter().sum()
    }
}

#[tokio::test]
async fn steps_lie_in_the_record_until_there_is_a_card_and_go_with_what_moves_money() {
    let traced = Traced::new();
    let mut client = Client::default();
    client.say(&traced.bot, "hi").await;
    client.say(&traced.bot, "Jane Roe").await;
    let (moved, held) = traced.events(&client).await;
    assert_eq!((moved.len(), held.len()), (0, 3), "{held:?}");
    client.say(&traced.bot, "4242 4242 4242 4242").await;
    let (moved, held) = traced.events(&client).await;
    assert_eq!((moved.len(), held.len()), (4, 0), "the first card data: {moved:?}");
    client.say(&traced.bot, "12/2030").await;
    client.say(&traced.bot, "123").await;
    let (moved, held) = traced.events(&client).await;
    assert_eq!((moved.len(), held.len()), (4, 3), "{held:?}");
    client.say(&traced.bot, "yes").await;
    let (moved, held) = traced.events(&client).await;
    assert_eq!((moved.len(), held.len()), (10, 0), "{moved:?}");
    assert_eq!(moved.last().map(String::as_str), Some("Verdict: paid"));
}

#[tokio::test]
async fn a_session_that_ends_without_a_card_leaves_a_count_and_nothing_else() {
    let traced = Traced::new();
    for _ in 0..3 {
        let mut client = Client::default();
        client.say(&traced.bot, "hi").await;
        assert_eq!(client.say(&traced.bot, "cancel").await.status, "cancelled");
        client.say(&traced.bot, "thanks").await;
        let (moved, held) = traced.events(&client).await;
        assert_eq!((moved.len(), held.len()), (0, 4), "{held:?}");
    }
    assert_eq!(traced.over("customer").await, 3);
}

#[tokio::test]
async fn a_session_that_had_a_card_is_traced_to_its_end() {
    let traced = Traced::new();
    let mut client = Client::default();
    for text in ["hi", "Jane Roe", "4242 4242 4242 4242", "wait", "cancel"] {
        client.say(&traced.bot, text).await;
    }
    let (moved, held) = traced.events(&client).await;
    assert_eq!((moved.len(), held.len()), (6, 0), "{moved:?}");
    client.say(&traced.bot, "thanks").await;
    assert_eq!(traced.events(&client).await.0.len(), 7, "and after it");
    assert_eq!(traced.over("customer").await, 0, "it is in the ledger, and counted nowhere else");
}

#[tokio::test]
async fn one_message_with_all_of_it_is_traced_and_so_is_a_card_in_the_message_that_ends_it() {
    let traced = Traced::new();
    let mut client = Client::default();
    client.say(&traced.bot, "Jane Roe, 4242 4242 4242 4242, 12/2030, 123").await;
    let (moved, held) = traced.events(&client).await;
    assert_eq!((moved.len(), held.len()), (3, 0), "{moved:?}");
}
