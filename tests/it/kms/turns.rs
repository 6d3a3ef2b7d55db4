//! Whole payments whose keys are from KMS.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use async_trait::async_trait;
use jiff::Timestamp;
use payment_smart_bot::adapters::MemorySessions;
use payment_smart_bot::dialogue::OrderId;
use payment_smart_bot::ports::{CommitError, Sessions, StoreError};
use payment_smart_bot::session::{Commit, OrderRecord, Record, SessionId};
use payment_smart_bot::turn::{ChatError, Closed, Stop};

use crate::kms_server::{Fault, KmsServer};
use crate::support::{Bench, Client, Mood, bench_over};

/// A store that hands out an edited seal when it is told to.
#[derive(Default)]
struct Tampering {
    inner: MemorySessions,
    edits: AtomicBool,
}

#[async_trait]
impl Sessions for Tampering {
    async fn load(&self, id: &SessionId, now: Timestamp) -> Result<Option<Record>, StoreError> {
        let mut record = self.inner.load(id, now).await?;
        if let Some(record) = record.as_mut().filter(|_| self.edits.load(Ordering::Relaxed)) {
            let mut seal = record.take_sealed().expect("a seal");
            *seal.last_mut().expect("bytes") ^= 1;
            record.put_sealed(Some(seal));
        }
        Ok(record)
    }

    async fn commit(&self, commit: Commit) -> Result<(), CommitError> {
        self.inner.commit(commit).await
    }

    async fn rehearse(&self, now: Timestamp, until: Timestamp) -> Result<(), StoreError> {
        self.inner.rehearse(now, until).await
    }

    async fn order(&self, id: &OrderId) -> Result<Option<OrderRecord>, StoreError> {
        self.inner.order(id).await
    }

    async fn overdue(&self, now: Timestamp) -> Result<u64, StoreError> {
        self.inner.overdue(now).await
    }
}

/// A bot over `sessions` whose keys are from `kms`.
fn bench(kms: &KmsServer, sessions: Arc<dyn Sessions>) -> Bench {
    let mut bench = bench_over(Mood::Pays, sessions);
    bench.bot.vault = Arc::new(kms.vault());
    bench
}

const TALK: [(&str, &str); 6] = [
    ("hi", "name"),
    ("Jane Roe", "card"),
    ("4242 4242 4242 4242", "expiry"),
    ("12/2030", "cvv"),
    ("123", "confirm"),
    ("yes", "confirm"),
];

#[tokio::test]
async fn a_whole_payment_asks_kms_once() {
    let kms = KmsServer::start();
    let bench = bench(&kms, Arc::new(MemorySessions::default()));
    let mut client = Client::default();
    for (text, step) in TALK {
        assert_eq!(client.say(&bench.bot, text).await.current_step, step, "after {text:?}");
    }
    assert_eq!(bench.gateway.times_paid(), 1);
    assert_eq!(kms.asked(), ["GenerateDataKey"]);
}

#[tokio::test]
async fn another_process_takes_a_payment_over_at_any_message() {
    let kms = KmsServer::start();
    let sessions: Arc<dyn Sessions> = Arc::new(MemorySessions::default());
    let mut client = Client::default();
    for (text, step) in TALK {
        // Each message meets a vault that has nothing in hand.
        let bench = bench(&kms, sessions.clone());
        assert_eq!(client.say(&bench.bot, text).await.current_step, step, "after {text:?}");
    }
    assert_eq!(kms.asked(), ["GenerateDataKey", "Decrypt", "Decrypt"]);
}

#[tokio::test]
async fn an_edited_seal_takes_the_customer_back_to_the_card_with_an_apology_and_no_reason() {
    let kms = KmsServer::start();
    let sessions = Arc::new(Tampering::default());
    let bench = bench(&kms, sessions.clone());
    let mut client = Client::default();
    for (text, _) in &TALK[..3] {
        client.say(&bench.bot, text).await;
    }
    sessions.edits.store(true, Ordering::Relaxed);
    let reply = client.say(&bench.bot, "12/2030").await;
    sessions.edits.store(false, Ordering::Relaxed);
    assert_eq!(reply.current_step, "card");
    assert!(reply.reply.contains("sorry"), "{}", reply.reply);
    let told = reply.reply.to_lowercase();
    for why in ["seal", "tamper", "kms", "key", "decrypt", "broken", "edited", "corrupt"] {
        assert!(!told.contains(why), "{why} in {told}");
    }
    // The date was in the message itself and is kept.
    for (text, step) in [("4242 4242 4242 4242", "cvv"), ("123", "confirm")] {
        assert_eq!(client.say(&bench.bot, text).await.current_step, step, "after {text:?}");
    }
}

#[tokio::test]
async fn a_dead_kms_makes_a_turn_unavailable_and_loses_nothing() {
    let kms = KmsServer::start();
    let sessions: Arc<dyn Sessions> = Arc::new(MemorySessions::default());
    let mut client = Client::default();
    for (text, step) in TALK {
        let bench = bench(&kms, sessions.clone());
        kms.lasting(Some(Fault::Answers(400, "DisabledException")));
        // The first and the last messages need no key.
        let needs_key = ["4242 4242 4242 4242", "12/2030", "123"].contains(&text);
        if needs_key {
            let outcome = bench.bot.chat(client.turn(text)).await;
            assert!(matches!(outcome, Err(ChatError::Stopped(Stop::Closed(Closed::Unavailable)))), "{text:?}");
        }
        kms.lasting(None);
        assert_eq!(client.say(&bench.bot, text).await.current_step, step, "after {text:?}");
    }
}
