//! No reply says less than what may have happened: whatever cannot be written, when, and for how long.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};

use async_trait::async_trait;
use jiff::Timestamp;
use payment_smart_bot::adapters::{EmbeddedSessions, MemorySessions, Sealing, SystemClock};
use payment_smart_bot::dialogue::OrderId;
use payment_smart_bot::ports::{CommitError, Counts, Sessions, Store, StoreError};
use payment_smart_bot::session::{Commit, OrderRecord, Record, SessionId};
use payment_smart_bot::turn::{Bot, ChatError, Chatted, ClientKey, Closed, Stop, Turn};

use crate::support::{Bench, Client, Mood, TO_REVIEW, bench_over};

/// A store that reads well, and keeps nothing for a while.
struct Unwriting {
    store: Arc<dyn Store>,
    /// So many commits are kept before it begins.
    until: AtomicI64,
    /// So many commits fail then.
    failing: AtomicI64,
    /// Whether a commit that fails is kept all the same, and only its answer lost.
    keeps: bool,
    /// Whether nothing can be read once a commit failed.
    blinds: bool,
    /// Whether one failed.
    failed: AtomicBool,
}

#[async_trait]
impl Sessions for Unwriting {
    async fn load(&self, id: &SessionId, now: Timestamp) -> Result<Option<Record>, StoreError> {
        if self.blinds && self.failed.load(Ordering::SeqCst) {
            return Err(StoreError("the disk is gone".to_owned()));
        }
        self.store.load(id, now).await
    }

    async fn commit(&self, commit: Commit) -> Result<(), CommitError> {
        let fails = self.until.fetch_sub(1, Ordering::SeqCst) <= 0 && self.failing.fetch_sub(1, Ordering::SeqCst) > 0;
        self.failed.fetch_or(fails, Ordering::SeqCst);
        if fails && !self.keeps {
            return Err(StoreError("no space left on device".to_owned()).into());
        }
        let kept = self.store.commit(commit).await;
        if fails { Err(StoreError("the answer was lost".to_owned()).into()) } else { kept }
    }

    async fn rehearse(&self, now: Timestamp, until: Timestamp) -> Result<(), StoreError> {
        self.store.rehearse(now, until).await
    }

    async fn order(&self, id: &OrderId) -> Result<Option<OrderRecord>, StoreError> {
        self.store.order(id).await
    }

    async fn overdue(&self, now: Timestamp) -> Result<u64, StoreError> {
        self.store.overdue(now).await
    }
}

/// What a customer was told, as far as it speaks of money.
#[derive(Debug, PartialEq, Eq)]
enum Told {
    /// Nothing was done for this message, or nothing is half done.
    Nothing,
    /// It isn't known yet.
    Undecided,
    /// A reply, and where it says that the payment stands.
    Status(&'static str),
}

async fn told(bot: &Bot, client: &mut Client, text: &str) -> Told {
    match bot.chat(client.turn(text)).await {
        Ok(Chatted::Reply(reply, _)) => {
            client.keep(&reply);
            Told::Status(reply.status)
        }
        Err(ChatError::Stopped(Stop::Conflict | Stop::Closed(Closed::Unavailable))) => Told::Nothing,
        Err(ChatError::Stopped(Stop::Undecided)) => Told::Undecided,
        other => panic!("{text}: {other:?}"),
    }
}

/// One story: what is written until it comes to the yes, the yes, and what is asked after it.
async fn story(store: Arc<dyn Store>, mood: Mood, (until, failing, keeps): (i64, i64, bool)) {
    let sessions = Arc::new(Unwriting {
        store: store.clone(),
        until: until.into(),
        failing: failing.into(),
        keeps,
        blinds: false,
        failed: false.into(),
    });
    let mut bench = bench_over(mood, sessions.clone());
    (bench.bot.ledger, bench.bot.counts) = (store.clone(), store);
    let Bench { bot, gateway, .. } = bench;
    // The embedded store sweeps by the clock on the wall.
    let bot = Bot { clock: Arc::new(SystemClock), ..bot };
    let mut client = Client::default();
    for text in TO_REVIEW {
        // Before the yes nothing is charged, whatever fails; what was not answered is sent again.
        while told(&bot, &mut client, text).await == Told::Nothing {
            assert_eq!(gateway.times_paid(), 0);
            sessions.failing.store(0, Ordering::SeqCst);
        }
    }
    let mut asked = told(&bot, &mut client, "yes").await;
    for _ in 0..4 {
        let moved = gateway.times_paid() > 0 || gateway.attempts() > 0;
        let says_less = match &asked {
            Told::Nothing => moved,
            Told::Status("awaiting_confirmation" | "collecting" | "cancelled") => gateway.times_paid() > 0,
            Told::Status(_) | Told::Undecided => false,
        };
        assert!(!says_less, "{mood:?} {until} {failing} {keeps}: {asked:?}, paid {}", gateway.times_paid());
        if asked == Told::Status("complete") {
            break;
        }
        sessions.failing.store(0, Ordering::SeqCst);
        asked = told(&bot, &mut client, "did it work?").await;
    }
    assert!(gateway.times_paid() <= 1, "{mood:?} {until} {failing}");
    if matches!(mood, Mood::Pays | Mood::Asks | Mood::Waits) && gateway.attempts() > 0 {
        assert_eq!((asked, gateway.times_paid()), (Told::Status("complete"), 1), "{mood:?} {until} {failing} {keeps}");
    }
}

/// Stories wait for each other's stores nowhere, so all of them are told at once.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn whatever_cannot_be_written_a_reply_says_no_less_than_what_may_have_happened() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut stories = Vec::new();
    for mood in [Mood::Pays, Mood::Declines, Mood::Asks, Mood::Waits, Mood::Down] {
        // From each commit on: those before the yes, the one before the charge, and the verdict's.
        for until in 0..8 {
            for (failing, keeps) in [1, 3, 5, 1_000].into_iter().flat_map(|failing| [(failing, false), (failing, true)])
            {
                let failure = (until, failing, keeps);
                stories.push(tokio::spawn(story(Arc::new(MemorySessions::default()), mood, failure)));
                if mood == Mood::Pays && failing != 3 {
                    let name = folder.path().join(stories.len().to_string());
                    let store = Arc::new(EmbeddedSessions::open(&name, Sealing::default()).expect("a store"));
                    stories.push(tokio::spawn(story(store, mood, failure)));
                }
            }
        }
    }
    assert!(stories.len() > 350, "{}", stories.len());
    for story in stories {
        story.await.expect("a story that says what is so");
    }
}

/// The attempt is kept, its answer is lost, and then nothing can be read: whoever looks for it later sends it, so nobody is
/// told that nothing was done.
#[tokio::test]
async fn an_attempt_that_may_be_kept_is_told_of_where_nothing_can_be_read() {
    let store: Arc<dyn Store> = Arc::new(MemorySessions::default());
    let blind = Unwriting {
        store: store.clone(),
        until: i64::try_from(TO_REVIEW.len()).expect("few").into(),
        failing: 1.into(),
        keeps: true,
        blinds: true,
        failed: false.into(),
    };
    let sessions = Arc::new(blind);
    let mut bench = bench_over(Mood::Pays, sessions.clone());
    (bench.bot.ledger, bench.bot.counts) = (store.clone(), store);
    let Bench { bot, gateway, .. } = bench;
    let mut client = Client::default();
    for text in TO_REVIEW {
        assert!(matches!(told(&bot, &mut client, text).await, Told::Status(_)), "{text}");
    }
    assert_eq!(told(&bot, &mut client, "yes").await, Told::Undecided);
    assert_eq!(gateway.attempts(), 0, "nothing was sent yet");
    sessions.failed.store(false, Ordering::SeqCst);
    assert_eq!(told(&bot, &mut client, "did it work?").await, Told::Status("complete"), "what was kept is sent");
    assert_eq!(gateway.times_paid(), 1);
}

/// Counts of which those of all together cannot be changed while `fails`.
struct Uncounting {
    counts: MemorySessions,
    fails: AtomicBool,
}

#[async_trait]
impl Counts for Uncounting {
    async fn add(&self, key: &str, by: i64, now: Timestamp, until: Timestamp) -> Result<i64, StoreError> {
        if key.starts_with("all#") && self.fails.load(Ordering::SeqCst) {
            return Err(StoreError("throttled".to_owned()));
        }
        self.counts.add(key, by, now, until).await
    }

    async fn read(&self, keys: &[String], now: Timestamp) -> Result<Vec<i64>, StoreError> {
        self.counts.read(keys, now).await
    }
}

/// A failure of ours is no attempt of the customer's: after ten of them the eleventh yes is still taken.
#[tokio::test]
async fn what_we_could_not_count_locks_nobody_out() {
    let counts = Arc::new(Uncounting { counts: MemorySessions::default(), fails: false.into() });
    let mut bench = bench_over(Mood::Pays, Arc::new(MemorySessions::default()));
    bench.bot.counts = counts.clone();
    let Bench { bot, gateway, .. } = bench;
    let mut client = Client::default();
    let turn =
        |client: &Client, text: &str| Turn { client: Some(ClientKey::new(vec!["a".to_owned()])), ..client.turn(text) };
    for text in TO_REVIEW {
        let Ok(Chatted::Reply(reply, _)) = bot.chat(turn(&client, text)).await else { panic!("{text}") };
        client.keep(&reply);
    }
    counts.fails.store(true, Ordering::SeqCst);
    for _ in 0..10 {
        let stopped = bot.chat(turn(&client, "yes")).await.expect_err("nothing can be counted");
        assert_eq!(stopped, ChatError::Stopped(Stop::Closed(Closed::Unavailable)));
    }
    counts.fails.store(false, Ordering::SeqCst);
    let Ok(Chatted::Reply(reply, _)) = bot.chat(turn(&client, "yes")).await else { panic!("a yes") };
    assert_eq!((reply.status, gateway.times_paid()), ("complete", 1));
}

/// A yes, and six others who ask something at the same time: whoever is told that nothing was done had nothing done.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_yes_in_a_race_with_six_askers_says_no_less_than_what_happened() {
    for _ in 0..20 {
        let store: Arc<dyn Store> = Arc::new(MemorySessions::default());
        let mut bench = bench_over(Mood::Pays, store.clone());
        (bench.bot.ledger, bench.bot.counts) = (store.clone(), store);
        let Bench { bot, gateway, .. } = bench;
        let mut client = Client::default();
        for text in TO_REVIEW {
            client.say(&bot, text).await;
        }
        let asking = (0..6).map(|_| {
            let (bot, client) = (bot.clone(), client.clone());
            tokio::spawn(async move {
                for _ in 0..15 {
                    let _ = bot.chat(client.turn("what is a cvv?")).await;
                }
            })
        });
        let asking: Vec<_> = asking.collect();
        let mut yes = client.clone();
        let answered = told(&bot, &mut yes, "yes").await;
        for asker in asking {
            asker.await.expect("no panic");
        }
        let says_less = answered == Told::Nothing && gateway.attempts() > 0;
        assert!(!says_less, "it says that nothing was done, and {} was paid", gateway.times_paid());
        assert!(gateway.times_paid() <= 1);
    }
}
