//! Seals that nobody comes for: the schedule deletes what is over, and nothing else, by an index that a table of a former release
//! is given.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use aws_sdk_dynamodb::types::{
    AttributeDefinition, AttributeValue, BillingMode, KeySchemaElement, KeyType, ProjectionType, ScalarAttributeType,
};
use axum::response::{IntoResponse as _, Response};
use payment_smart_bot::adapters::{DynamoSessions, Told, create_tables, inspect_tables};
use payment_smart_bot::ports::{Counts as _, Sessions as _};
use payment_smart_bot::session::{Commit, SessionId};
use serde_json::json;

use super::dynamo_server::{AMPLE, Tables, Wire, endpoint, settings, store};
use super::{HOUR, at, id, plain, put, record, sealed};
use crate::http_server::{HttpServer, Request, answer, forward};
use crate::support::{Client, Mood, bench_over, lock};

/// When every seal of [`sealed`] is over.
const OVER: i64 = HOUR / 4;

#[tokio::test]
async fn what_is_over_goes_and_nothing_else() {
    let (store, tables) = store().await;
    let later = record(&id(0x22), 1, Some(HOUR)).with_sealed(Some(b"later".to_vec()), Some(at(OVER + 1)));
    for commit in [sealed(&id(0x11), 1, b"over"), sealed(&id(0xf1), 1, b"over"), put(later, None), plain(&id(0x33), 1)]
    {
        store.commit(commit).await.expect("kept");
    }
    store.add("a count", 1, at(0), at(HOUR)).await.expect("counted");
    let before = tables.raw(&id(0x11)).await.expect("there");
    let others = || async { [tables.raw(&id(0x22)).await, tables.raw(&id(0x33)).await] };
    let untouched = others().await;
    assert_eq!(store.delete_overdue(at(OVER - 1)).await.expect("sweeps"), 0);
    assert_eq!(tables.raw(&id(0x11)).await.expect("there"), before, "not a second too early");
    assert_eq!(store.delete_overdue(at(OVER)).await.expect("sweeps"), 2);
    let mut left = before;
    assert!(left.remove("sealed").is_some() && left.remove("sealedShard").is_some());
    assert_eq!(tables.raw(&id(0x11)).await.expect("there"), left, "all else stays, and until when it was held");
    assert_eq!(others().await, untouched);
    assert_eq!(store.read(&["a count".to_owned()], at(0)).await.expect("reads"), [1]);
    assert_eq!(
        (store.overdue(at(OVER)).await.expect("counts"), store.delete_overdue(at(OVER)).await.ok()),
        (0, Some(0))
    );
    let found = store.load(&id(0x11), at(OVER)).await.expect("loads").expect("found");
    assert_eq!((found.version(), found.sealed(), found.sealed_until()), (1, None, Some(at(OVER))));
    store.commit(plain(&id(0x11), 2)).await.expect("a turn that had begun before it goes on");
}

#[tokio::test]
async fn an_item_is_in_the_index_only_while_it_has_a_seal_and_the_index_has_nothing_but_keys() {
    let (store, tables) = store().await;
    store.commit(sealed(&id(0xa1), 1, b"seal")).await.expect("kept");
    let indexed = || async {
        let found = tables.client.scan().table_name(&tables.sessions).index_name("seals").send().await;
        found.expect("reads").items.expect("items")
    };
    let text = |text: &str| AttributeValue::S(text.to_owned());
    let keys = HashMap::from([
        ("sessionId".to_owned(), text(id(0xa1).as_str())),
        ("sealedShard".to_owned(), text("a")),
        ("sealedUntil".to_owned(), tables.raw(&id(0xa1)).await.expect("there")["sealedUntil"].clone()),
    ]);
    assert_eq!(indexed().await, [keys]);
    store.commit(plain(&id(0xa1), 2)).await.expect("kept");
    assert_eq!(indexed().await, []);
}

/// More of one shard than one page holds.
#[tokio::test]
async fn it_goes_on_to_the_last_page() {
    let (store, _tables) = store().await;
    let of_a_shard = |n: u8| SessionId::from_random(std::array::from_fn(|at| if at == 0 { 0x70 } else { n }));
    for n in 0..=230 {
        store.commit(sealed(&of_a_shard(n), 1, b"seal")).await.expect("kept");
    }
    assert_eq!(store.delete_overdue(at(OVER)).await.expect("sweeps"), 231);
    assert_eq!(store.overdue(at(OVER)).await.expect("counts"), 0);
}

/// What comes before the next update.
type Rival = Arc<Mutex<Option<(DynamoSessions, Commit)>>>;

async fn after_a_rival(rival: Rival, request: Request) -> Option<Response> {
    let updates = request.header("x-amz-target").is_some_and(|target| target.ends_with("UpdateItem"));
    let first = if updates { lock(&rival).take() } else { None };
    if let Some((store, commit)) = first {
        store.commit(commit).await.expect("kept");
    }
    Some(forward(endpoint(), request).await.expect("the server answers"))
}

#[tokio::test]
async fn a_turn_that_writes_between_look_and_deletion_wins() {
    let over = Some(at(OVER));
    let another = record(&id(1), 2, Some(HOUR)).with_sealed(Some(b"another".to_vec()), Some(at(2 * OVER)));
    for (commit, held) in [(put(another, Some(1)), Some(b"another".as_slice())), (plain(&id(1), 2), None)] {
        let (store, tables) = store().await;
        store.commit(sealed(&id(1), 1, b"one")).await.expect("kept");
        let rival: Rival = Arc::new(Mutex::new(Some((tables.store(), commit))));
        let wire = HttpServer::start(rival.clone(), after_a_rival);
        let sweeping = tables.store_at(&wire.base, AMPLE);
        assert_eq!(sweeping.delete_overdue(at(OVER)).await.expect("no fault"), 0);
        assert!(lock(&rival).is_none(), "it came between");
        let found = store.load(&id(1), at(OVER)).await.expect("loads").expect("found");
        assert_eq!((found.version(), found.sealed()), (2, held));
        assert_ne!(found.sealed_until(), over);
    }
}

#[tokio::test]
async fn a_session_that_is_deleted_meanwhile_is_not_made_anew() {
    let (store, tables) = store().await;
    store.commit(sealed(&id(1), 1, b"one")).await.expect("kept");
    let write = payment_smart_bot::session::Write::Delete(id(1));
    let gone = Commit { write, expected: Some(1), attempt: None, order: None, trail: Vec::new() };
    let wire = HttpServer::start(Arc::new(Mutex::new(Some((tables.store(), gone)))), after_a_rival);
    assert_eq!(tables.store_at(&wire.base, AMPLE).delete_overdue(at(OVER)).await.ok(), Some(0));
    assert_eq!(tables.raw(&id(1)).await, None);
}

#[tokio::test]
async fn what_another_transaction_holds_is_left_for_the_next_time() {
    let (store, tables) = store().await;
    store.commit(sealed(&id(1), 1, b"one")).await.expect("kept");
    // One for the read of each shard, which meets none; then the deletion's.
    let (disturbed, left) = tables.disturbed(&[Wire::Contended; 17]);
    assert_eq!(disturbed.delete_overdue(at(OVER)).await.expect("no fault"), 0);
    assert!(lock(&left).is_empty());
    assert_eq!(store.delete_overdue(at(OVER)).await.expect("sweeps"), 1);
}

#[tokio::test]
async fn a_right_that_is_missing_is_told() {
    let tables = Tables::new().await;
    let (store, _) = tables.disturbed(&[Wire::Denied; 16]);
    let told = store.delete_overdue(at(0)).await.expect_err("denied").to_string();
    assert!(told.contains("allow dynamodb:Query on sessions-"), "{told}");
}

/// Who comes back late is asked for the card once more, whether or not the schedule came first.
#[tokio::test]
async fn a_customer_whose_seal_was_deleted_is_asked_for_the_card_as_any_who_comes_late() {
    let mut replies = Vec::new();
    for sweeps in [true, false] {
        let (store, tables) = store().await;
        let bench = bench_over(Mood::Pays, Arc::new(store));
        let mut client = Client::default();
        for text in ["hi", "Jane Roe", "4242 4242 4242 4242"] {
            client.say(&bench.bot, text).await;
        }
        bench.clock.wind(14);
        assert_eq!(bench.bot.delete_overdue().await.expect("sweeps"), 0);
        bench.clock.wind(2);
        if sweeps {
            assert_eq!(bench.bot.delete_overdue().await.expect("sweeps"), 1);
            let (session, _) = client.session.as_ref().expect("a session");
            assert!(!tables.raw(session).await.expect("there").contains_key("sealed"));
        }
        let reply = client.say(&bench.bot, "12/2030").await;
        assert_eq!(reply.current_step, "card", "{}", reply.reply);
        replies.push(reply.reply.clone());
        for text in ["4242 4242 4242 4242", "12/2030", "123", "yes"] {
            client.say(&bench.bot, text).await;
        }
        assert_eq!(bench.gateway.times_paid(), 1);
    }
    assert_eq!(replies[0], replies[1]);
}

/// Says that nothing copies the tables; all else is the server's.
async fn uncopied((): (), request: Request) -> Option<Response> {
    if request.header("x-amz-target").is_some_and(|target| target.ends_with("DescribeContinuousBackups")) {
        let none = json!({ "ContinuousBackupsDescription": { "ContinuousBackupsStatus": "DISABLED" } });
        return Some(answer(200, &[("content-type", "application/x-amz-json-1.0")], none.to_string()).into_response());
    }
    Some(forward(endpoint(), request).await.expect("the server answers"))
}

/// Tables as a former release made them: sessions without an index.
async fn former() -> (aws_sdk_dynamodb::Client, String, String) {
    let tables = Tables::new().await;
    let sessions = format!("former-{}", tables.sessions);
    let attribute = AttributeDefinition::builder().attribute_name("sessionId").attribute_type(ScalarAttributeType::S);
    let key = KeySchemaElement::builder().attribute_name("sessionId").key_type(KeyType::Hash);
    let made = tables.client.create_table().table_name(&sessions).billing_mode(BillingMode::PayPerRequest);
    let made = made.attribute_definitions(attribute.build().expect("whole")).key_schema(key.build().expect("whole"));
    made.send().await.expect("made");
    (tables.client.clone(), sessions, tables.ledger.clone())
}

#[tokio::test]
async fn a_table_of_a_former_release_is_told_and_given_its_index_while_turns_go_on() {
    let (client, sessions, ledger) = former().await;
    let settings = settings(endpoint());
    let store = DynamoSessions::connect(&settings, sessions.clone(), ledger.clone());
    store.commit(sealed(&id(1), 1, b"seal")).await.expect("turns need no index");
    let failed = store.delete_overdue(at(OVER)).await.expect_err("there is no index").to_string();
    assert!(failed.contains(&sessions) && failed.contains("table create"), "{failed}");
    let lacks = |told: &Told| matches!(told, Told::Missing(what) if what.contains("`seals`"));
    // What the engine of this process knows nothing of is answered for it.
    let wire = HttpServer::start((), uncopied);
    let at_the_wire = super::dynamo_server::settings(&wire.base);
    let look = || async {
        let looked = inspect_tables(&at_the_wire, &sessions, &ledger).await;
        looked.expect("reads").iter().any(lacks)
    };
    assert!(look().await, "doctor tells");
    let mut told = Vec::new();
    for made in [true, false] {
        create_tables(&settings, &sessions, &ledger, None, true, &mut |one| told.push(one)).await.expect("there");
        let done = Told::Done(format!("table {sessions}: index `seals` made"));
        assert_eq!(told.contains(&done), made, "{told:?}");
        assert!(!told.iter().any(lacks), "{told:?}");
        told.clear();
    }
    assert!(!look().await);
    let found = client.describe_table().table_name(&sessions).send().await.expect("reads").table.expect("there");
    let [index] = found.global_secondary_indexes() else { panic!("one index: {found:?}") };
    let keys: Vec<&str> = index.key_schema().iter().map(KeySchemaElement::attribute_name).collect();
    assert_eq!(keys, ["sealedShard", "sealedUntil"]);
    assert_eq!(index.projection().and_then(|it| it.projection_type()), Some(&ProjectionType::KeysOnly));
    assert_eq!(store.delete_overdue(at(OVER)).await.expect("sweeps"), 1);
}
