//! Attempts without an end in DynamoDB: in 16 shards, beside processes of a former release, and many of them.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::time::Instant;

use aws_sdk_dynamodb::Client;
use aws_sdk_dynamodb::types::{
    AttributeDefinition, AttributeValue, BillingMode, GlobalSecondaryIndex, KeySchemaElement, KeyType, Projection,
    ProjectionType, ScalarAttributeType,
};
use axum::response::Response;
use futures_util::{StreamExt as _, stream};
use jiff::SignedDuration;
use payment_smart_bot::adapters::{DynamoSessions, Sandbox, Told, create_tables};
use payment_smart_bot::dialogue::Policy;
use payment_smart_bot::ports::{Ledger as _, Sessions as _};
use payment_smart_bot::session::{Attempt, Commit, OpenAttempt};
use payment_smart_bot::turn::Bot;
use serde_json::Value;
use sha2::{Digest as _, Sha256};

use super::dynamo_server::{AMPLE, Tables, endpoint, is_a_peer, settings, store};
use super::{at, attempt, id, plain};
use crate::http_server::{HttpServer, Request, forward};
use crate::support::{Bench, Client as Customer, Mood, bench_over, lock};

fn text(text: &str) -> AttributeValue {
    AttributeValue::S(text.to_owned())
}

/// Changes an attempt's item as a process of the former release does, which knows one partition and no next look.
async fn by_the_former_release(client: &Client, ledger: &str, attempt: &Attempt) {
    let update =
        client.update_item().table_name(ledger).key("pk", text(&format!("attempt#{}", attempt.attempt.as_str())));
    let update = update
        .key("sk", text("attempt"))
        .expression_attribute_names("#open", "open")
        .expression_attribute_names("#session", "session")
        .expression_attribute_values(":attempt", text(attempt.attempt.as_str()))
        .expression_attribute_values(":intent", text(attempt.intent.as_str()))
        .expression_attribute_values(":session", text(attempt.session.as_str()))
        .expression_attribute_values(":closed", AttributeValue::Bool(attempt.closed))
        .expression_attribute_values(":at", text(&format!("{:.9}", attempt.opened_at)));
    let set = "SET attempt = :attempt, intent = :intent, #session = :session, closed = :closed, \
               openedAt = if_not_exists(openedAt, :at)";
    let update = if attempt.closed {
        update.update_expression(format!("{set} REMOVE #open"))
    } else {
        update.update_expression(format!("{set}, #open = :open")).expression_attribute_values(":open", text("open"))
    };
    update.send().await.expect("written");
}

async fn items(tables: &Tables, index: &str) -> usize {
    let found = tables.client.scan().table_name(&tables.ledger).index_name(index).send().await;
    found.expect("reads").items.expect("items").len()
}

#[tokio::test]
async fn what_the_former_release_left_open_is_found_and_moved_over() {
    let (store, tables) = store().await;
    for n in 1..=3 {
        by_the_former_release(&tables.client, &tables.ledger, &attempt(&id(n), i64::from(n), false)).await;
    }
    assert_eq!((items(&tables, "open").await, items(&tables, "looks").await), (3, 0));
    let open = |n: u8| OpenAttempt { attempt: attempt(&id(n), n.into(), false), next_look: at(30 + i64::from(n)) };
    for (by, left) in [(None, (3, 0)), (Some(at(60)), (0, 3)), (None, (0, 3))] {
        assert_eq!(store.open_attempts(by, 9).await.expect("reads"), [open(1), open(2), open(3)]);
        assert_eq!((items(&tables, "open").await, items(&tables, "looks").await), left, "who only lists moves nothing");
    }
    // It says something of one more, beside us: a look that was moved stays moved.
    assert!(store.look_again(&open(1), at(600)).await.expect("writes"));
    by_the_former_release(&tables.client, &tables.ledger, &attempt(&id(1), 50, false)).await;
    let found = store.open_attempts(None, 9).await.expect("reads");
    assert_eq!(found, [open(2), open(3), OpenAttempt { next_look: at(600), ..open(1) }]);
}

#[tokio::test]
async fn what_the_former_release_ended_is_not_looked_at_and_what_we_opened_it_reads_by_its_id() {
    let (store, tables) = store().await;
    for n in 1..=2 {
        let opened = Commit { attempt: Some(attempt(&id(n), 0, false)), ..plain(&id(n), 1) };
        store.commit(opened).await.expect("kept");
    }
    by_the_former_release(&tables.client, &tables.ledger, &attempt(&id(1), 9, true)).await;
    assert_eq!(items(&tables, "looks").await, 2, "it knows nothing of that index");
    let found = store.open_attempts(Some(at(60)), 9).await.expect("reads");
    assert_eq!(found.iter().map(|open| open.attempt.session.clone()).collect::<Vec<_>>(), [id(2)]);
    assert_eq!(items(&tables, "looks").await, 1, "it is taken out");
    // All that it reads is there, under the names that it knows.
    let read = tables.client.get_item().table_name(&tables.ledger).consistent_read(true).key("sk", text("attempt"));
    let read = read.key("pk", text(&format!("attempt#at_{}", id(2)))).send().await.expect("reads").item.expect("there");
    for name in ["intent", "attempt", "session", "openedAt", "closed", "verdict"] {
        assert!(read.contains_key(name), "{name}: {read:?}");
    }
}

/// A ledger as the former release made it.
#[tokio::test]
async fn a_ledger_of_the_former_release_is_told_and_given_its_index() {
    let tables = Tables::new().await;
    let ledger = format!("former-{}", tables.ledger);
    let attribute = |name: &str| {
        let attribute = AttributeDefinition::builder().attribute_name(name).attribute_type(ScalarAttributeType::S);
        attribute.build().expect("whole")
    };
    let key = |name: &str, key: KeyType| {
        KeySchemaElement::builder().attribute_name(name).key_type(key).build().expect("whole")
    };
    let open = GlobalSecondaryIndex::builder()
        .index_name("open")
        .key_schema(key("open", KeyType::Hash))
        .key_schema(key("openedAt", KeyType::Range))
        .projection(Projection::builder().projection_type(ProjectionType::All).build());
    let made = tables.client.create_table().table_name(&ledger).billing_mode(BillingMode::PayPerRequest);
    let made =
        ["pk", "sk", "open", "openedAt"].iter().fold(made, |made, name| made.attribute_definitions(attribute(name)));
    let made = made.key_schema(key("pk", KeyType::Hash)).key_schema(key("sk", KeyType::Range));
    made.global_secondary_indexes(open.build().expect("whole")).send().await.expect("made");
    let settings = settings(endpoint());
    let store = DynamoSessions::connect_within(&settings, tables.sessions.clone(), ledger.clone(), AMPLE);
    by_the_former_release(&tables.client, &ledger, &attempt(&id(1), 0, false)).await;
    let failed = store.open_attempts(None, 9).await.expect_err("there is no index").to_string();
    assert!(failed.contains(&ledger) && failed.contains("table create"), "{failed}");
    let mut told = Vec::new();
    create_tables(&settings, &tables.sessions, &ledger, None, true, &mut |one| told.push(one)).await.expect("there");
    assert!(told.contains(&Told::Done(format!("table {ledger}: index `looks` made"))), "{told:?}");
    assert_eq!(store.open_attempts(None, 9).await.expect("reads").len(), 1);
}

/// How often each item was written that is an attempt's, by its key.
type Written = Arc<Mutex<BTreeMap<String, usize>>>;

/// Counts what is written through it, and forwards it.
async fn counted(written: Written, request: Request) -> Option<Response> {
    let asked: Value = serde_json::from_str(&request.body).unwrap_or_default();
    let parts = asked["TransactItems"].as_array().into_iter().flatten().map(|part| &part["Update"]);
    for update in parts.chain([&asked]).filter(|update| update["UpdateExpression"].is_string()) {
        if let Some(key) = update["Key"]["pk"]["S"].as_str().filter(|key| key.starts_with("attempt#")) {
            *lock(&written).entry(key.to_owned()).or_default() += 1;
        }
    }
    Some(forward(endpoint(), request).await.expect("the server answers"))
}

/// So many customers are at their banks at a time.
const PAYMENTS: usize = 100;

/// They come to the page of their bank, and leave it to the schedule to find out that they passed.
async fn pay(bot: &Bot) {
    let pays = |_| async move {
        let mut customer = Customer::default();
        for text in ["hi", "Jane Roe", "4000 0027 6000 3184", "12/2030", "123"] {
            customer.say(bot, text).await;
        }
        assert_eq!(customer.say(bot, "yes").await.status, "awaiting_authentication");
    };
    stream::iter(0..PAYMENTS).map(pays).buffer_unordered(16).collect::<Vec<()>>().await;
}

/// Whoever writes is counted at the wire, by the item's key; how fast it goes is measured without it.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn fifty_looks_a_second_are_made_and_no_item_takes_more_than_a_sixteenth_of_the_writes() {
    let (store, tables) = store().await;
    let written = Written::default();
    let wire = HttpServer::start(written.clone(), counted);
    let Bench { bot, clock, .. } = bench_over(Mood::Leaves, Arc::new(tables.store()));
    // So many at their banks at once would else make the service rest.
    let policy = Arc::new(Policy { breaker_confirmations: 1_000, ..Policy::default() });
    let bot = Bot { gateway: Arc::new(Sandbox::new(None)), policy, ..bot };
    let over = |store: DynamoSessions| {
        let store = Arc::new(store);
        Bot { sessions: store.clone(), ledger: store, ..bot.clone() }
    };
    let (counting, direct) = (over(tables.store_at(&wire.base, AMPLE)), over(store));
    let looked = async |bot: &Bot| {
        pay(bot).await;
        clock.wind(1);
        let began = Instant::now();
        let done = bot.reconcile(SignedDuration::from_secs(60)).await.expect("a ledger");
        let rate = u32::try_from(PAYMENTS).map_or(0.0, f64::from) / began.elapsed().as_secs_f64();
        assert_eq!((usize::try_from(done.ended).expect("few"), done.failed), (PAYMENTS, 0), "{done:?}");
        rate
    };

    looked(&counting).await;
    let written = std::mem::take(&mut *lock(&written));
    let all: usize = written.values().sum();
    let mut shards = BTreeMap::<String, usize>::new();
    for (key, times) in &written {
        *shards.entry(shard(key)).or_default() += times;
    }
    let most = |counts: &BTreeMap<String, usize>| counts.values().max().copied().unwrap_or(0);
    let (item, partition) = (most(&written), most(&shards));
    println!(
        "of {all} writes of attempts the busiest item took {item}, the busiest of {} shards {partition}",
        shards.len()
    );
    assert!(written.len() == PAYMENTS && item * 16 <= all, "{item} of {all}");
    // A hundred ids fall into sixteen shards by chance.
    assert!(partition * 16 <= 3 * all, "{shards:?}");

    let rate = looked(&direct).await.max(looked(&direct).await);
    println!("{rate:.0} looks a second at {PAYMENTS} open attempts");
    // The engine of this process, unoptimised, is itself most of the time.
    assert!(rate >= 50.0 || !is_a_peer(), "{rate} looks a second");
}

fn shard(key: &str) -> String {
    let id = key.strip_prefix("attempt#").unwrap_or(key);
    hex::encode(&Sha256::digest(id)[..1])[..1].to_owned()
}
