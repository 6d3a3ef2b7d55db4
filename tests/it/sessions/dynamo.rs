//! What is in DynamoDB's items, and what becomes of sessions of other releases there.

use std::collections::HashMap;
use std::sync::Arc;

use aws_sdk_dynamodb::types::AttributeValue;
use payment_smart_bot::ports::{CommitError, Ledger as _, Sessions as _};
use payment_smart_bot::session::{Commit, SessionId, Write};
use payment_smart_bot::turn::{ChatError, Closed, Stop};

use super::dynamo_server::{Tables, store};
use super::{HOUR, at, attempt, entry, id, plain, put, record, record_of_turn, sealed, version};
use crate::support::{Bench, Client, Mood, bench_over, running};

super::conformance!(store());

#[tokio::test]
async fn an_item_has_the_attributes_of_the_design_and_a_seal_in_binary() {
    let (store, tables) = store().await;
    store.commit(sealed(&id(1), 1, b"seal")).await.expect("kept");
    let item = tables.raw(&id(1)).await.expect("there");
    assert!(item["version"].as_n().is_ok_and(|version| version == "1"), "{item:?}");
    assert!(item["ttl"].as_n().is_ok() && item["recordVersion"].as_n().is_ok());
    assert!(item["collectedData"].is_m() && item["conversationHistory"].is_l() && item["digests"].is_m());
    assert!(item["currentStep"].is_s() && item["status"].is_s() && item["lastUpdated"].is_s());
    assert!(item["sealed"].as_b().is_ok_and(|seal| seal.as_ref() == b"seal"));
    store.commit(put(record(&id(1), 2, None), Some(1))).await.expect("kept");
    let item = tables.raw(&id(1)).await.expect("there");
    assert!(!item.contains_key("ttl"), "money in the air does not expire");
    assert!(!item.contains_key("sealed"), "a seal goes with the version that superseded it");
}

#[tokio::test]
async fn an_expired_item_that_is_still_there_is_neither_found_nor_overwritten() {
    let (store, tables) = store().await;
    store.commit(put(record(&id(1), 1, Some(-1)), None)).await.expect("kept");
    assert_eq!(version(&store, &id(1), 0).await, None);
    assert!(matches!(store.commit(plain(&id(1), 2)).await, Err(CommitError::Conflict)));
    let anew = put(record_of_turn("another", &id(1), 1, Some(HOUR)), None);
    assert!(matches!(store.commit(anew).await, Err(CommitError::Conflict)));
    let item = tables.raw(&id(1)).await.expect("there");
    assert_eq!(item["version"].as_n().map(String::as_str), Ok("1"));
    assert_eq!(version(&store, &id(1), 0).await, None);
}

#[tokio::test]
async fn an_attempt_is_in_the_index_only_while_it_is_open() {
    let (store, tables) = store().await;
    store.commit(Commit { attempt: Some(attempt(&id(1), 5, false)), ..plain(&id(1), 1) }).await.expect("kept");
    store.commit(Commit { attempt: Some(attempt(&id(1), 9, true)), ..plain(&id(1), 2) }).await.expect("kept");
    let items = tables.client.scan().table_name(&tables.ledger).send().await.expect("reads").items.expect("items");
    assert_eq!(items.len(), 1);
    assert!(!["open", "lookShard", "nextLook"].iter().any(|name| items[0].contains_key(*name)), "{items:?}");
    assert!(items[0]["openedAt"].as_s().is_ok_and(|at| at.ends_with("05.000000000Z")), "the first moment stays");
}

#[tokio::test]
async fn when_the_ledger_refuses_its_part_nothing_of_the_commit_is_kept() {
    let (store, tables) = store().await;
    let taken = HashMap::from([("pk", id(1).to_string()), ("sk", "trail#0000000001".to_owned())]);
    let taken = taken.into_iter().map(|(name, value)| (name.to_owned(), AttributeValue::S(value))).collect();
    tables.client.put_item().table_name(&tables.ledger).set_item(Some(taken)).send().await.expect("written");
    let commit = Commit {
        attempt: Some(attempt(&id(1), 0, false)),
        trail: vec![entry(&id(1), 1, "")],
        ..sealed(&id(1), 1, b"seal")
    };
    let refused = store.commit(commit).await.expect_err("refused");
    assert!(matches!(&refused, CommitError::Store(_)) && refused.to_string().contains("trail"), "{refused}");
    assert_eq!(version(&store, &id(1), 0).await, None);
    assert!(store.open_attempts(None, 9).await.expect("reads").is_empty());
}

#[tokio::test]
async fn a_record_beyond_400_kb_is_refused_and_what_was_there_stays() {
    let (store, _tables) = store().await;
    store.commit(sealed(&id(1), 1, b"seal")).await.expect("kept");
    let large = || sealed(&id(1), 2, &vec![7; 450_000]);
    for commit in [large(), Commit { trail: vec![entry(&id(1), 1, "")], ..large() }] {
        let refused = store.commit(commit).await.expect_err("refused");
        assert!(matches!(refused, CommitError::Store(_)) && refused.to_string().contains("400 KB"), "{refused}");
    }
    let found = store.load(&id(1), at(0)).await.expect("loads").expect("found");
    assert_eq!((found.version(), found.sealed()), (1, Some(b"seal".as_slice())));
    assert!(store.trail(&id(1)).await.expect("reads").is_empty());
}

#[tokio::test]
async fn long_trails_are_read_to_their_end() {
    let (store, _tables) = store().await;
    let mut head = String::new();
    for version in 1..=30 {
        // Two thousand bytes for each guard: more than the megabyte that one page holds.
        let mut entry = entry(&id(1), 1, "");
        entry.guards = vec!["g".repeat(2000); 20];
        let entry = entry.chained(&head);
        head.clone_from(&entry.digest);
        store.commit(Commit { trail: vec![entry], ..plain(&id(1), version) }).await.expect("kept");
    }
    let trail = store.trail(&id(1)).await.expect("reads");
    assert_eq!((trail.len(), payment_smart_bot::session::first_broken(&trail)), (30, None));
}

#[tokio::test]
async fn a_deletion_keeps_its_trail() {
    let (store, tables) = store().await;
    store.commit(sealed(&id(1), 1, b"seal")).await.expect("kept");
    let trail = vec![entry(&id(1), 1, "")];
    let delete =
        Commit { write: Write::Delete(id(1)), expected: Some(1), attempt: None, order: None, trail: trail.clone() };
    store.commit(delete).await.expect("deleted");
    assert!(tables.raw(&id(1)).await.is_none());
    assert_eq!(store.trail(&id(1)).await.expect("reads"), trail);
}

/// A bot over tables of its own, and a client that has given its card.
async fn talking() -> (Bench, Tables, Client, SessionId) {
    let (store, tables) = store().await;
    let bench = bench_over(Mood::Pays, Arc::new(store));
    let mut client = Client::default();
    for text in ["hi", "Jane Roe", "4242 4242 4242 4242"] {
        client.say(&bench.bot, text).await;
    }
    let id = client.session.as_ref().expect("a session").0.clone();
    (bench, tables, client, id)
}

#[tokio::test]
async fn no_item_holds_a_digit_of_the_number_beyond_the_last_four() {
    let (bench, tables, mut client, id) = talking().await;
    assert!(tables.raw(&id).await.expect("there").contains_key("sealed"), "the number is there, sealed");
    for text in ["12/2030", "123", "yes"] {
        for table in [&tables.sessions, &tables.ledger] {
            let items = tables.client.scan().table_name(table).send().await.expect("reads").items.expect("items");
            // Without separators, so that a number that is grouped would be found as well.
            let shown: String = format!("{items:?}").chars().filter(|c| !c.is_whitespace()).collect();
            assert!(!shown.contains("42424"), "{table}: {shown}");
            assert!(!shown.contains("NDI0"), "base64 of the number is in {table}");
        }
        client.say(&bench.bot, text).await;
    }
    let item = tables.raw(&id).await.expect("there");
    assert!(!item.contains_key("sealed"), "from the review on there is nothing to seal");
    assert_eq!(bench.gateway.times_paid(), 1);
}

#[tokio::test]
async fn a_session_of_a_later_release_is_refused_untouched() {
    let (bench, tables, client, id) = talking().await;
    tables.set(&id, "recordVersion", AttributeValue::N("99".to_owned())).await;
    tables.set(&id, "state", AttributeValue::S("a shape of later".to_owned())).await;
    let before = tables.raw(&id).await;
    let outcome = bench.bot.chat(client.turn("12/2030")).await;
    assert!(matches!(outcome, Err(ChatError::Stopped(Stop::Closed(Closed::Unreadable)))), "{outcome:?}");
    assert_eq!(tables.raw(&id).await, before);
}

#[tokio::test]
async fn a_session_without_what_later_releases_added_goes_on() {
    let (bench, tables, mut client, id) = talking().await;
    let item = tables.raw(&id).await.expect("there");
    let mut memory = item["memory"].as_m().expect("a map").clone();
    assert!(memory.remove("cardRevision").is_some());
    tables.set(&id, "memory", AttributeValue::M(memory)).await;
    let reply = client.say(&bench.bot, "12/2030").await;
    assert_eq!(reply.current_step, "cvv");
}

#[tokio::test]
async fn a_session_begun_under_other_digests_goes_on_under_ours() {
    let (bench, tables, mut client, id) = talking().await;
    let mut bot = bench.bot;
    bot.running = running("newer", "r");
    let reply = client.say(&bot, "12/2030").await;
    assert_eq!(reply.current_step, "cvv");
    let item = tables.raw(&id).await.expect("there");
    assert_eq!(item["digests"].as_m().expect("a map")["machine"], AttributeValue::S("newer".to_owned()));
}

#[tokio::test]
async fn a_conversation_over_dynamodb_ends_as_over_any_store() {
    let (bench, tables, mut client, id) = talking().await;
    for text in ["12/2030", "123"] {
        client.say(&bench.bot, text).await;
    }
    let reply = client.say(&bench.bot, "yes").await;
    assert_eq!((reply.status, bench.gateway.times_paid()), ("complete", 1));
    let store = tables.store();
    let trail = store.trail(&id).await.expect("reads");
    assert!(!trail.is_empty() && payment_smart_bot::session::first_broken(&trail).is_none());
    assert!(store.open_attempts(None, 9).await.expect("reads").is_empty());
}
