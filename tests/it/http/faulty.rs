//! A store that fails, a rival, a gateway that leaves it open, and a client that goes: what HTTP says, and what is kept.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Duration;

use async_trait::async_trait;
use jiff::Timestamp;
use payment_smart_bot::adapters::MemorySessions;
use payment_smart_bot::dialogue::{Confirmation, FullCard, Opened, OrderId, Purpose, Tokenised, Verdict};
use payment_smart_bot::ports::{CommitError, Gateway, Sessions, StoreError};
use payment_smart_bot::session::{Commit, OrderRecord, Record, SessionId};
use reqwest::Method;

use super::Server;
use crate::support::{Bench, CountingGateway, Mood, bench, bench_over};

/// A store that goes wrong as told.
#[derive(Default)]
struct Faulty {
    kept: MemorySessions,
    fault: AtomicU64,
    slow: AtomicBool,
}

const DOWN: u64 = 1;

const RIVAL: u64 = 2;

const PANIC: u64 = 3;

#[async_trait]
impl Sessions for Faulty {
    async fn load(&self, id: &SessionId, now: Timestamp) -> Result<Option<Record>, StoreError> {
        match self.fault.load(Ordering::SeqCst) {
            DOWN => Err(StoreError("told to fail".to_owned())),
            PANIC => panic!("told to panic"),
            _ => self.kept.load(id, now).await,
        }
    }

    async fn commit(&self, commit: Commit) -> Result<(), CommitError> {
        if self.slow.load(Ordering::SeqCst) {
            tokio::time::sleep(Duration::from_millis(300)).await;
        }
        if self.fault.load(Ordering::SeqCst) == RIVAL {
            return Err(CommitError::Conflict);
        }
        self.kept.commit(commit).await
    }

    async fn rehearse(&self, _: Timestamp, _: Timestamp) -> Result<(), StoreError> {
        if self.fault.load(Ordering::SeqCst) == 0 { Ok(()) } else { Err(StoreError("told to fail".to_owned())) }
    }

    async fn order(&self, id: &OrderId) -> Result<Option<OrderRecord>, StoreError> {
        self.kept.order(id).await
    }

    async fn overdue(&self, now: Timestamp) -> Result<u64, StoreError> {
        self.kept.overdue(now).await
    }
}

/// A gateway that does not know yet whether a payment can still be cancelled.
struct Undecided(Arc<CountingGateway>);

#[async_trait]
impl Gateway for Undecided {
    async fn tokenise(&self, card: &FullCard, key: &str) -> Tokenised {
        self.0.tokenise(card, key).await
    }

    async fn open_intent(&self, purpose: &Purpose, key: &str) -> Opened {
        self.0.open_intent(purpose, key).await
    }

    async fn charge(&self, confirmation: &Confirmation, purpose: &Purpose) -> Verdict {
        self.0.charge(confirmation, purpose).await
    }

    async fn look_up(&self, _: &Confirmation) -> Verdict {
        Verdict::Pending
    }

    async fn cancel(&self, _: &Confirmation) -> Verdict {
        Verdict::Pending
    }
}

/// A gateway that lets whoever asks after it wait for ever; and how often it was asked.
struct Mute(Undecided, Arc<AtomicU64>);

#[async_trait]
impl Gateway for Mute {
    async fn tokenise(&self, card: &FullCard, key: &str) -> Tokenised {
        self.0.tokenise(card, key).await
    }

    async fn open_intent(&self, purpose: &Purpose, key: &str) -> Opened {
        self.0.open_intent(purpose, key).await
    }

    async fn charge(&self, confirmation: &Confirmation, purpose: &Purpose) -> Verdict {
        self.0.charge(confirmation, purpose).await
    }

    async fn look_up(&self, confirmation: &Confirmation) -> Verdict {
        self.0.look_up(confirmation).await
    }

    async fn cancel(&self, confirmation: &Confirmation) -> Verdict {
        self.0.cancel(confirmation).await
    }

    async fn answers(&self) -> bool {
        self.1.fetch_add(1, Ordering::SeqCst);
        std::future::pending().await
    }
}

async fn faulty() -> (Server, Arc<Faulty>) {
    let store = Arc::new(Faulty::default());
    let server = Server::of(bench_over(Mood::Pays, store.clone()).bot).await;
    (server, store)
}

#[tokio::test]
async fn our_own_faults_say_nothing_of_their_cause() {
    let (server, store) = faulty().await;
    let session = server.begin().await;
    store.fault.store(DOWN, Ordering::SeqCst);
    for answer in [server.say(&session, "hi").await, server.session(Method::GET, &session).await] {
        answer.is_problem(503, "unavailable");
        assert_eq!(answer.header("retry-after"), "1");
        assert!(!answer.text.contains("told to"));
    }
    store.fault.store(PANIC, Ordering::SeqCst);
    for answer in [
        server.say(&session, "hi").await,
        server.session(Method::GET, &session).await,
        server.session(Method::DELETE, &session).await,
    ] {
        answer.is_problem(500, "internal");
        assert!(!answer.text.contains("told to"));
    }
    store.fault.store(RIVAL, Ordering::SeqCst);
    server.say(&session, "hi").await.is_problem(409, "conflict");
    store.fault.store(0, Ordering::SeqCst);
    assert_eq!(server.say(&session, "Jane Roe").await.status, 200, "and nothing was half done");
}

#[tokio::test]
async fn health_knows_of_reads_that_fail_and_finds_out_by_itself_that_they_work_again() {
    let store = Arc::new(Faulty::default());
    let Bench { bot, clock, .. } = bench_over(Mood::Pays, store.clone());
    let server = Server::of(bot.clone()).await;
    let health = || async { server.send(server.request(Method::GET, "/health")).await.status.as_u16() };
    let session = server.begin().await;
    assert_eq!(health().await, 200);
    store.fault.store(DOWN, Ordering::SeqCst);
    assert_eq!(health().await, 200, "nobody has met it");
    server.say(&session, "hi").await.is_problem(503, "unavailable");
    assert_eq!(health().await, 503, "no commit was tried");
    bot.try_again().await;
    store.fault.store(0, Ordering::SeqCst);
    assert_eq!(health().await, 503, "it was tried a moment ago");
    clock.wind(1);
    bot.try_again().await;
    assert_eq!(health().await, 200, "and nobody wrote");
}

#[tokio::test]
async fn health_asks_a_store_of_which_nothing_is_known_yet() {
    let (server, store) = faulty().await;
    store.fault.store(DOWN, Ordering::SeqCst);
    assert_eq!(server.send(server.request(Method::GET, "/health")).await.status, 503);
}

#[tokio::test]
async fn a_client_is_told_to_wait_longer_the_longer_the_store_fails() {
    let store = Arc::new(Faulty::default());
    let Bench { bot, clock, .. } = bench_over(Mood::Pays, store.clone());
    let server = Server::of(bot).await;
    let session = server.begin().await;
    store.fault.store(DOWN, Ordering::SeqCst);
    for (minutes, wait, told) in [(0, "1", "in a moment"), (1, "10", "in 10 seconds"), (2, "30", "in 30 seconds")] {
        clock.wind(minutes);
        let answer = server.say(&session, "hi").await;
        answer.is_problem(503, "unavailable");
        assert_eq!(answer.header("retry-after"), wait);
        assert!(answer.text_at("detail").contains(told), "{}", answer.text);
    }
    store.fault.store(0, Ordering::SeqCst);
    assert_eq!(server.say(&session, "Jane Roe").await.status, 200);
    store.fault.store(DOWN, Ordering::SeqCst);
    assert_eq!(server.say(&session, "hi").await.header("retry-after"), "1", "a fault of its own");
}

#[tokio::test]
async fn two_messages_at_once_both_count_once() {
    let Bench { bot, gateway, .. } = bench(Mood::Pays);
    let server = Server::of(bot).await;
    let session = server.begin().await;
    let (name, number) = tokio::join!(server.say(&session, "Jane Roe"), server.say(&session, "4242 4242 4242 4242"));
    assert_eq!((name.status.as_u16(), number.status.as_u16()), (200, 200));
    let seen = server.session(Method::GET, &session).await;
    assert_eq!(seen.body["turn"], 3);
    assert_eq!(seen.body["collectedData"]["name"], "Jane Roe");
    assert_eq!(seen.body["collectedData"]["card"]["last4"], "4242");
    server.say(&session, "12/2030").await;
    server.say(&session, "123").await;
    tokio::join!(server.say(&session, "yes"), server.say(&session, "yes"));
    assert_eq!(gateway.times_paid(), 1);
}

#[tokio::test]
async fn a_session_with_money_in_the_air_is_deleted_later() {
    let Bench { mut bot, gateway, .. } = bench(Mood::Waits);
    bot.gateway = Arc::new(Undecided(gateway));
    let server = Server::of(bot).await;
    let session = server.at_review().await;
    assert_eq!(server.say(&session, "yes").await.text_at("status"), "processing");
    assert_eq!(server.session(Method::DELETE, &session).await.status, 202);
}

#[tokio::test]
async fn each_thing_that_a_turn_stands_on_is_named_and_a_gateway_is_not_asked_by_everybody() {
    let Bench { mut bot, gateway, clock } = bench(Mood::Pays);
    let asked = Arc::new(AtomicU64::new(0));
    bot.gateway = Arc::new(Mute(Undecided(gateway), asked.clone()));
    let server = Server::of(bot).await;
    let ready = || async { server.send(server.request(Method::GET, "/health/ready")).await };
    let began = std::time::Instant::now();
    let (one, other) = tokio::join!(ready(), ready());
    for answer in [one, other, ready().await] {
        assert_eq!(answer.status, 200, "customers are answered: {}", answer.text);
        let known = serde_json::json!({
            "store": "ok", "key": "ok", "gateway": "not answering", "models": {}, "sessions": "open",
        });
        assert_eq!(answer.body, known);
    }
    assert!(began.elapsed() < Duration::from_secs(5), "it is not waited for");
    assert_eq!(asked.load(Ordering::SeqCst), 1);
    clock.wind(1);
    ready().await;
    assert_eq!(asked.load(Ordering::SeqCst), 2);
}

#[tokio::test]
async fn a_turn_goes_on_when_its_client_has_gone() {
    let (server, store) = faulty().await;
    let session = server.begin().await;
    store.slow.store(true, Ordering::SeqCst);
    let gone = tokio::time::timeout(Duration::from_millis(100), server.say(&session, "Jane Roe")).await;
    assert!(gone.is_err());
    tokio::time::sleep(Duration::from_millis(500)).await;
    let seen = server.session(Method::GET, &session).await;
    assert_eq!(seen.body["collectedData"]["name"], "Jane Roe");
}

#[tokio::test]
async fn what_is_under_way_is_answered_before_the_service_stops() {
    let (mut server, store) = faulty().await;
    let session = server.begin().await;
    store.slow.store(true, Ordering::SeqCst);
    let stop = server.stop.take();
    let stopping = async {
        tokio::time::sleep(Duration::from_millis(100)).await;
        drop(stop);
    };
    let (answer, ()) = tokio::join!(server.say(&session, "Jane Roe"), stopping);
    assert_eq!(answer.status, 200);
    tokio::time::timeout(Duration::from_secs(5), &mut server.running).await.expect("it stops").expect("in order");
    assert!(server.request(Method::GET, "/health").send().await.is_err(), "and takes no more");
}
