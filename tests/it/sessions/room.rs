//! How much of a data folder a finished dialogue keeps, and that one which came to nothing keeps none.

use std::sync::Arc;

use jiff::SignedDuration;
use payment_smart_bot::adapters::EmbeddedSessions;
use payment_smart_bot::ports::Clock as _;
use redb::{Database, ReadableDatabase as _, TableHandle as _};

use crate::support::{Bench, Client, Mood, TO_REVIEW, TestClock, bench_over, lasting};

const MANY: u64 = 40;

/// The most bytes of keys and values that are left of a finished dialogue.
const MOST: u64 = 2_560;

/// The bytes of keys and values in all tables, once the sessions are over.
async fn left_of(dialogue: &[&str]) -> u64 {
    let folder = tempfile::tempdir().expect("a folder");
    let clock = Arc::new(TestClock::new());
    {
        let sealing = lasting(folder.path(), clock.clone());
        let store = Arc::new(EmbeddedSessions::open(folder.path(), sealing).expect("opens"));
        let Bench { mut bot, .. } = bench_over(Mood::Pays, store.clone());
        (bot.ledger, bot.counts, bot.clock) = (store.clone(), store.clone(), clock.clone());
        for _ in 0..MANY {
            let mut client = Client::default();
            for text in dialogue {
                client.say(&bot, text).await;
            }
        }
        // Counts of sessions that ended without a card stay for a year: one line an hour.
        clock.wind(60 * 24 * 400);
        assert!(clock.now() > jiff::Timestamp::UNIX_EPOCH + SignedDuration::from_hours(1));
        tokio::time::sleep(std::time::Duration::from_secs(3)).await;
    }
    let database = Database::open(folder.path().join("sessions.redb")).expect("the file");
    let read = database.begin_read().expect("reads");
    let mut bytes = 0;
    for table in read.list_tables().expect("tables").collect::<Vec<_>>() {
        let name = table.name().to_owned();
        let stored = {
            use redb::ReadableTableMetadata as _;
            read.open_untyped_table(table).expect("a table").stats().expect("its size").stored_bytes()
        };
        if stored > 0 {
            println!("{name}: {stored}");
        }
        bytes += stored;
    }
    bytes
}

#[tokio::test(flavor = "multi_thread")]
async fn a_finished_dialogue_keeps_little_and_a_bare_word_nothing() {
    let dialogue: Vec<&str> = TO_REVIEW.into_iter().chain(["yes"]).collect();
    let kept = left_of(&dialogue).await / MANY;
    println!("figure: {kept} bytes are left of a finished dialogue in a data folder");
    assert!(kept <= MOST, "{kept} bytes");
    assert_eq!(left_of(&["hi"]).await, 0, "of a bare word");
}
