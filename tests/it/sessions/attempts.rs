//! Closing an attempt: when the gateway says how it ended or that it never arrived, and never otherwise.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use async_trait::async_trait;
use payment_smart_bot::adapters::{EmbeddedSessions, Fault, MemorySessions, Sandbox};
use payment_smart_bot::attempts::{Closing, Refusal, close};
use payment_smart_bot::dialogue::{
    AttemptId, Confirmation, Decline, FullCard, Link, Opened, Purpose, Tokenised, Verdict,
};
use payment_smart_bot::ports::{Gateway, Sessions as _};
use payment_smart_bot::session::{Attempt, Commit, Holder, OrderRecord, OrderWrite, Write};
use payment_smart_bot::turn::Bot;

use super::{attempt, id, order, plain};
use crate::support::{Bench, Client, Mood, at_review, bench, bench_over, lasting};

/// Says this of every attempt, and that of one that is to be cancelled.
struct Says(Verdict, Verdict, AtomicU32);

impl Says {
    fn new(looked: Verdict, cancelled: Verdict) -> Arc<Self> {
        Arc::new(Self(looked, cancelled, AtomicU32::new(0)))
    }
}

#[async_trait]
impl Gateway for Says {
    async fn tokenise(&self, _: &FullCard, _: &str) -> Tokenised {
        panic!("nobody sends a card")
    }

    async fn open_intent(&self, _: &Purpose, _: &str) -> Opened {
        panic!("nobody opens an intent")
    }

    async fn charge(&self, _: &Confirmation, _: &Purpose) -> Verdict {
        panic!("nobody charges")
    }

    async fn look_up(&self, _: &Confirmation) -> Verdict {
        self.0.clone()
    }

    async fn cancel(&self, _: &Confirmation) -> Verdict {
        self.2.fetch_add(1, Ordering::SeqCst);
        self.1.clone()
    }
}

/// The ledger has an open attempt of an order, and its session is gone. `holder` says whose attempt holds the order.
async fn lost(holder: &Attempt, gateway: Arc<Says>) -> (Bot, tempfile::TempDir, Attempt, OrderRecord) {
    let folder = tempfile::tempdir().expect("a folder");
    let Bench { bot, clock, .. } = bench(Mood::Pays);
    clock.wind(1);
    let store = EmbeddedSessions::open(folder.path(), lasting(folder.path(), clock)).expect("opens");
    let holder = Holder { session: holder.session.clone(), attempt: holder.attempt.clone() };
    let held = OrderRecord { holder: Some(holder), paid: false, ..order("order-9", 1, None) };
    let opened = Attempt { order: Some(held.order.clone()), ..attempt(&id(1), 0, false) };
    let begun = Commit { attempt: Some(opened.clone()), order: Some(OrderWrite::of(held.clone())), ..plain(&id(1), 1) };
    store.commit(begun).await.expect("kept");
    let gone = Commit { write: Write::Delete(id(1)), ..plain(&id(1), 2) };
    store.commit(gone).await.expect("kept");
    let store = Arc::new(store);
    (Bot { sessions: store.clone(), ledger: store.clone(), counts: store, gateway, ..bot }, folder, opened, held)
}

fn ours() -> Attempt {
    attempt(&id(1), 0, false)
}

#[tokio::test]
async fn what_no_session_knows_is_closed_as_the_gateway_says_and_its_order_with_it() {
    let unknown = || Verdict::Unknown;
    for (looked, cancelled, said, paid, intent) in [
        (Verdict::Paid, unknown(), "paid", true, true),
        (Verdict::Declined(Decline::Plain), unknown(), "declined:plain", false, true),
        (Verdict::Voided, unknown(), "voided", false, false),
        (Verdict::Refused, unknown(), "refused", false, true),
        (Verdict::NotReached, Verdict::Voided, "voided", false, false),
        // It arrived after all, between the question and the wish to cancel.
        (Verdict::NotReached, Verdict::Paid, "paid", true, true),
    ] {
        let gateway = Says::new(looked, cancelled);
        let (bot, _folder, opened, held) = lost(&ours(), gateway).await;
        let Closing::Closed(ended) = close(&bot, &opened.attempt).await.expect("a store") else { panic!("{said}") };
        assert_eq!(ended.verdict.as_deref(), Some(said));
        assert_eq!(bot.ledger.attempt(&opened.attempt).await.expect("reads"), Some(ended.clone()));
        assert_eq!(bot.ledger.open_attempts(None, 9).await.expect("reads"), []);
        let order = bot.sessions.order(&held.order).await.expect("reads").expect("there");
        assert_eq!((order.holder, order.paid, order.intent.is_some()), (None, paid, intent), "{said}");
        assert_eq!(close(&bot, &opened.attempt).await.expect("a store"), Closing::Before(ended));
    }
}

#[tokio::test]
async fn nothing_is_guessed() {
    let another = attempt(&id(2), 0, false);
    let link = Link::new("https://bank.example");
    for (looked, cancelled, holder, why, cancels) in [
        (Verdict::Pending, Verdict::Voided, ours(), Refusal::Undecided, 0),
        (Verdict::ActionRequired(link), Verdict::Voided, ours(), Refusal::AtTheBank, 0),
        (Verdict::Unknown, Verdict::Voided, ours(), Refusal::Unanswered, 0),
        (Verdict::NotReached, Verdict::Unknown, ours(), Refusal::Unanswered, 1),
        (Verdict::NotReached, Verdict::NotReached, ours(), Refusal::Unanswered, 1),
        (Verdict::NotReached, Verdict::Pending, ours(), Refusal::Undecided, 1),
        (Verdict::NotReached, Verdict::Voided, another.clone(), Refusal::IntentInUse, 0),
        (Verdict::Paid, Verdict::Voided, another, Refusal::PaidOtherwise, 0),
    ] {
        let gateway = Says::new(looked, cancelled);
        let (bot, _folder, opened, held) = lost(&holder, gateway.clone()).await;
        assert_eq!(close(&bot, &opened.attempt).await.expect("a store"), Closing::Refused(why));
        assert_eq!(bot.ledger.attempt(&opened.attempt).await.expect("reads"), Some(opened), "{why:?}");
        assert_eq!(bot.sessions.order(&held.order).await.expect("reads"), Some(held));
        assert_eq!(gateway.2.load(Ordering::SeqCst), cancels, "{why:?}");
    }
    let (bot, ..) = lost(&ours(), Says::new(Verdict::Paid, Verdict::Paid)).await;
    assert_eq!(close(&bot, &AttemptId::new("at_0")).await.expect("a store"), Closing::NotFound);
}

#[tokio::test]
async fn an_intent_that_another_open_attempt_uses_is_not_cancelled() {
    let (bot, _folder, opened, _) = lost(&ours(), Says::new(Verdict::NotReached, Verdict::Voided)).await;
    let beside = Commit { attempt: Some(attempt(&id(3), 0, false)), ..plain(&id(3), 1) };
    bot.sessions.commit(beside).await.expect("kept");
    let came = close(&bot, &opened.attempt).await.expect("a store");
    assert_eq!(came, Closing::Refused(Refusal::IntentInUse));
}

/// A bot whose customer has said yes, and the attempt.
async fn flying(bench: &Bench) -> (Client, AttemptId) {
    let mut client = at_review(&bench.bot).await;
    client.say(&bench.bot, "yes").await;
    bench.clock.wind(1);
    let open = bench.bot.ledger.open_attempts(None, 9).await.expect("reads");
    (client, open[0].attempt.attempt.clone())
}

#[tokio::test]
async fn the_session_that_waits_for_it_learns_how_it_ended() {
    let bench = bench(Mood::Asks);
    let (mut client, open) = flying(&bench).await;
    let Closing::Closed(ended) = close(&bench.bot, &open).await.expect("a store") else { panic!("it is paid") };
    assert_eq!((ended.verdict.as_deref(), bench.gateway.times_paid()), (Some("paid"), 1));
    assert_eq!(client.say(&bench.bot, "is it paid?").await.status, "complete");
}

#[tokio::test]
async fn whoever_is_at_the_bank_stays_there() {
    let bench = bench(Mood::Leaves);
    let (mut client, open) = flying(&bench).await;
    assert_eq!(close(&bench.bot, &open).await.expect("a store"), Closing::Refused(Refusal::AtTheBank));
    assert_eq!(client.say(&bench.bot, "wait").await.status, "awaiting_authentication");
}

/// It would be sent again by any other look.
#[tokio::test]
async fn what_never_arrived_is_not_sent_again_and_its_session_ends() {
    let store = Arc::new(MemorySessions::default());
    let Bench { bot, clock, gateway } = bench_over(Mood::Pays, store.clone());
    let sandbox = Arc::new(Sandbox::new(None));
    let bot = Bot { ledger: store.clone(), counts: store, gateway: sandbox.clone(), ..bot };
    let bench = Bench { bot, clock, gateway };
    let mut client = at_review(&bench.bot).await;
    for _ in 0..9 {
        sandbox.force(Fault::named("charge:down").expect("a fault"));
    }
    client.say(&bench.bot, "yes").await;
    let young = bench.bot.ledger.open_attempts(None, 9).await.expect("reads").remove(0).attempt.attempt;
    assert_eq!(close(&bench.bot, &young).await.expect("a store"), Closing::Refused(Refusal::Young));
    bench.clock.wind(1);
    let open = bench.bot.ledger.open_attempts(None, 9).await.expect("reads").remove(0).attempt.attempt;
    let Closing::Closed(ended) = close(&bench.bot, &open).await.expect("a store") else { panic!("it is closed") };
    assert_eq!(ended.verdict.as_deref(), Some("voided"));
    let reply = client.say(&bench.bot, "is it paid?").await;
    assert_eq!(reply.status, "cancelled", "{}", reply.reply);
    assert!(bench.bot.ledger.open_attempts(None, 9).await.expect("reads").is_empty());
}
