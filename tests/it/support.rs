//! A bot whose time and chance a test holds, and a gateway that counts how often money moved.

use std::collections::HashMap;
use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard};

use async_trait::async_trait;
use jiff::{SignedDuration, Timestamp};
use payment_smart_bot::adapters::{KeyWrap, MemorySessions, NoModel, Sealing, SlotVault, Slots};
use payment_smart_bot::dialogue::{
    Confirmation, Decline, Fingerprint, FullCard, IntentId, Link, Opened, Payment, Policy, Purpose, Token, Tokenised,
    Verdict,
};
use payment_smart_bot::language::Utterance;
use payment_smart_bot::ports::{Clock, Gateway, Sessions};
use payment_smart_bot::session::{Digests, SessionId};
use payment_smart_bot::turn::{Bot, Chatted, Now, Reply, Running, Turn};
use payment_smart_bot::wording::Voice;
use zeroize::Zeroizing;

/// A clock that a test winds; its chance is a count, so that two runs draw the same.
pub struct TestClock {
    now: Mutex<Timestamp>,
    drawn: AtomicU64,
}

impl TestClock {
    pub fn new() -> Self {
        Self { now: Mutex::new("2026-11-22T12:00:00Z".parse().expect("a moment")), drawn: AtomicU64::new(0) }
    }

    /// Draws on from there, so that two clocks never give the same ids.
    #[cfg(feature = "aws")]
    pub fn draw_from(&self, drawn: u64) {
        self.drawn.store(drawn, Ordering::Relaxed);
    }

    pub fn wind(&self, minutes: i64) {
        *lock(&self.now) += SignedDuration::from_mins(minutes);
    }
}

impl Clock for TestClock {
    fn now(&self) -> Timestamp {
        *lock(&self.now)
    }

    fn fill(&self, bytes: &mut [u8]) {
        for chunk in bytes.chunks_mut(8) {
            let drawn = self.drawn.fetch_add(1, Ordering::Relaxed).wrapping_mul(0x9e37_79b9_7f4a_7c15);
            chunk.copy_from_slice(&drawn.to_be_bytes()[..chunk.len()]);
        }
    }
}

pub fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}

/// What the gateway does with charges.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mood {
    /// Takes them.
    Pays,
    /// Declines them.
    Declines,
    /// Wants 3-D Secure first; looked up again, it is passed.
    Asks,
    /// Wants 3-D Secure first, and the cardholder leaves.
    Leaves,
    /// Is not sure yet; looked up again, it is paid.
    Waits,
    /// Opens no intent.
    Down,
}

/// A gateway that keeps intents as a real one does, and counts how often money moved.
pub struct CountingGateway {
    pub mood: Mood,
    intents: Mutex<HashMap<String, Kept>>,
    by_key: Mutex<HashMap<String, IntentId>>,
    pub paid: AtomicU64,
    pub tokens: AtomicU64,
    /// The next look, or the next wish to cancel, has no answer.
    pub silent: AtomicBool,
}

#[derive(Clone, Debug, Default)]
struct Kept {
    attempts: HashMap<String, Verdict2>,
    closed: Option<Verdict2>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Verdict2 {
    Paid,
    Declined,
    Asked,
    Waiting,
    Voided,
}

impl Verdict2 {
    fn say(self) -> Verdict {
        match self {
            Self::Paid => Verdict::Paid,
            Self::Declined => Verdict::Declined(Decline::Plain),
            Self::Asked => Verdict::ActionRequired(Link::new("https://bank.example/3ds")),
            Self::Waiting => Verdict::Pending,
            Self::Voided => Verdict::Voided,
        }
    }
}

impl CountingGateway {
    pub fn new(mood: Mood) -> Self {
        Self {
            mood,
            intents: Mutex::default(),
            by_key: Mutex::default(),
            paid: AtomicU64::new(0),
            tokens: AtomicU64::new(0),
            silent: AtomicBool::new(false),
        }
    }

    pub fn times_paid(&self) -> u64 {
        self.paid.load(Ordering::Relaxed)
    }

    /// How many confirmations reached it.
    pub fn attempts(&self) -> usize {
        lock(&self.intents).values().map(|kept| kept.attempts.len()).sum()
    }

    fn pay(&self) -> Verdict2 {
        self.paid.fetch_add(1, Ordering::Relaxed);
        Verdict2::Paid
    }
}

#[async_trait]
impl Gateway for CountingGateway {
    async fn tokenise(&self, _: &FullCard, _: &str) -> Tokenised {
        let n = self.tokens.fetch_add(1, Ordering::Relaxed);
        let (token, fingerprint) = (Token::new(format!("pm_{n}")), Some(Fingerprint::new("fp_test")));
        Tokenised::Token { token, fingerprint }
    }

    async fn open_intent(&self, _: &Purpose, key: &str) -> Opened {
        if self.mood == Mood::Down {
            return Opened::Unknown;
        }
        let mut by_key = lock(&self.by_key);
        let next = by_key.len();
        let id = by_key.entry(key.to_owned()).or_insert_with(|| IntentId::new(format!("pi_{next}"))).clone();
        lock(&self.intents).entry(id.as_str().to_owned()).or_default();
        Opened::Intent(id)
    }

    async fn charge(&self, Confirmation { intent, attempt, .. }: &Confirmation, _: &Purpose) -> Verdict {
        let mut intents = lock(&self.intents);
        let kept = intents.get_mut(intent.as_str()).expect("an intent that was opened");
        if let Some(closed) = kept.closed {
            return closed.say();
        }
        if let Some(before) = kept.attempts.get(attempt.as_str()) {
            return before.say();
        }
        let verdict = match self.mood {
            Mood::Pays | Mood::Down => self.pay(),
            Mood::Declines => Verdict2::Declined,
            Mood::Asks | Mood::Leaves => Verdict2::Asked,
            Mood::Waits => Verdict2::Waiting,
        };
        kept.attempts.insert(attempt.as_str().to_owned(), verdict);
        if verdict == Verdict2::Paid {
            kept.closed = Some(verdict);
        }
        verdict.say()
    }

    async fn look_up(&self, Confirmation { intent, attempt, .. }: &Confirmation) -> Verdict {
        if self.silent.swap(false, Ordering::SeqCst) {
            return Verdict::Unknown;
        }
        let mut intents = lock(&self.intents);
        let kept = intents.get_mut(intent.as_str()).expect("an intent that was opened");
        if let Some(closed) = kept.closed {
            return closed.say();
        }
        let verdict = match kept.attempts.get(attempt.as_str()) {
            None => return Verdict::NotReached,
            Some(asked @ Verdict2::Asked) if self.mood == Mood::Leaves => *asked,
            Some(Verdict2::Asked | Verdict2::Waiting) => {
                let paid = self.pay();
                kept.closed = Some(paid);
                paid
            }
            Some(verdict) => *verdict,
        };
        kept.attempts.insert(attempt.as_str().to_owned(), verdict);
        verdict.say()
    }

    async fn cancel(&self, Confirmation { intent, .. }: &Confirmation) -> Verdict {
        if self.silent.swap(false, Ordering::SeqCst) {
            return Verdict::Unknown;
        }
        let mut intents = lock(&self.intents);
        let kept = intents.get_mut(intent.as_str()).expect("an intent that was opened");
        kept.closed.get_or_insert(Verdict2::Voided).say()
    }
}

/// A bot over the memory store, and what a test may want to hold of it.
pub struct Bench {
    pub bot: Bot,
    pub clock: Arc<TestClock>,
    pub gateway: Arc<CountingGateway>,
}

pub fn payment() -> Payment {
    Payment {
        amount: "49.90 EUR".parse().expect("an amount"),
        payee: Some("Harbour Books".to_owned()),
        description: None,
        order: None,
    }
}

/// A bot that charges, with a gateway in this mood.
pub fn bench(mood: Mood) -> Bench {
    let store = Arc::new(MemorySessions::default());
    let mut bench = bench_over(mood, store.clone());
    (bench.bot.ledger, bench.bot.counts) = (store.clone(), store);
    bench
}

pub fn bench_over(mood: Mood, sessions: Arc<dyn Sessions>) -> Bench {
    let clock = Arc::new(TestClock::new());
    let gateway = Arc::new(CountingGateway::new(mood));
    let beside = Arc::new(MemorySessions::default());
    let bot = Bot {
        sessions,
        ledger: beside.clone(),
        counts: beside,
        vault: Arc::new(SlotVault::new(Arc::new(Slots::in_memory(clock.clone())))),
        gateway: gateway.clone(),
        framer: Arc::new(NoModel),
        clock: clock.clone(),
        policy: Arc::new(Policy::default()),
        running: running("m", "r"),
        payment: Some(payment()),
    };
    Bench { bot, clock, gateway }
}

/// Keys that outlive a process, beside its store.
pub fn lasting(folder: &Path, clock: Arc<dyn Clock>) -> Sealing {
    let wrap = KeyWrap::under(&[1; 32]).expect("derives");
    let slots = Slots::in_folder(&folder.join("slots"), Some(wrap), clock.clone()).expect("opens");
    Sealing { slots: Arc::new(slots), ..Sealing::in_memory(clock) }
}

/// A service of these digests, that says every sentence as the catalog has it.
pub fn running(machine: &str, rules: &str) -> Arc<Running> {
    let digests = Digests { machine: machine.to_owned(), rules: rules.to_owned() };
    Arc::new(Running::new(Now { voice: Voice::catalog(), digests }))
}

/// A client that keeps its session's id and token.
#[derive(Clone, Default)]
pub struct Client {
    pub session: Option<(SessionId, Zeroizing<String>)>,
}

impl Client {
    pub fn turn(&self, text: &str) -> Turn {
        Turn {
            session: self.session.clone(),
            message: Utterance::new(text.to_owned()),
            language: None,
            answering: None,
            idempotency_key: None,
            order: None,
            client: None,
        }
    }

    pub fn keep(&mut self, reply: &Reply) {
        if let Some(token) = &reply.session_token {
            self.session = Some((reply.session_id.clone(), Zeroizing::new(token.clone())));
        }
    }

    /// Says it, and gives the reply back; any other end of the turn fails the test.
    pub async fn say(&mut self, bot: &Bot, text: &str) -> Reply {
        match bot.chat(self.turn(text)).await {
            Ok(Chatted::Reply(reply, _)) => {
                self.keep(&reply);
                *reply
            }
            other => panic!("{text:?} ended with {other:?}"),
        }
    }
}

/// From "hi" to the review, with a card that is good.
pub const TO_REVIEW: [&str; 5] = ["hi", "Jane Roe", "4242 4242 4242 4242", "12/2030", "123"];

/// A client whose session waits for a yes.
pub async fn at_review(bot: &Bot) -> Client {
    let mut client = Client::default();
    for text in TO_REVIEW {
        client.say(bot, text).await;
    }
    client
}
