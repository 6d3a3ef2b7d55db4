//! Turns under races, failures and crashes: nothing is lost, and money moves once.

mod fault;
mod order_of_io;
mod shape;
mod traced;
mod truth;
mod unseen;

use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use jiff::Timestamp;
use payment_smart_bot::adapters::MemorySessions;
use payment_smart_bot::dialogue::{Order, OrderId, Payment};
use payment_smart_bot::language::Utterance;
use payment_smart_bot::ports::{CommitError, Sessions, StoreError};
use payment_smart_bot::session::{Commit, OrderRecord, Record, SessionId};
use payment_smart_bot::turn::{
    Authority, Bot, ChatError, Chatted, Closed, Deletion, DeliveryKey, Given, Next, Plan, Request, Said, Stop,
    hash_token,
};
use zeroize::Zeroizing;

use crate::support::{Bench, Client, Mood, at_review, bench, bench_over, lock, payment};

#[tokio::test]
async fn a_yes_to_the_review_charges_once_and_completes() {
    let Bench { bot, gateway, .. } = bench(Mood::Pays);
    let mut client = at_review(&bot).await;
    let reply = client.say(&bot, "yes").await;
    assert_eq!((reply.status, gateway.times_paid()), ("complete", 1));
    assert!(reply.result.payment_intent_id.is_some());
    let reply = client.say(&bot, "yes").await;
    assert_eq!((reply.status, gateway.times_paid()), ("complete", 1));
}

/// A store that lets something else happen just before the commit of a chosen number.
struct Interrupted {
    kept: MemorySessions,
    commits: AtomicU32,
    at: u32,
    what: Mutex<What>,
}

#[derive(Clone)]
enum What {
    /// Another client's turn is committed first.
    Rival(Box<Option<(Bot, Client, &'static str)>>),
    /// Another client's turn is committed first, and ours has no answer.
    RivalAndDown(Box<(Bot, Client, &'static str)>),
    /// Another session wrote the order first.
    OrderTaken,
    /// The commit is kept, and its answer is lost.
    LostAnswer,
    /// The commit is not kept, and there is no answer.
    Down,
}

#[async_trait]
impl Sessions for Interrupted {
    async fn load(&self, id: &SessionId, now: Timestamp) -> Result<Option<Record>, StoreError> {
        self.kept.load(id, now).await
    }

    async fn commit(&self, commit: Commit) -> Result<(), CommitError> {
        let number = self.commits.fetch_add(1, Ordering::SeqCst) + 1;
        if number != self.at {
            return self.kept.commit(commit).await;
        }
        let what = lock(&self.what).clone();
        match what {
            What::Rival(rival) => {
                if let Some((bot, client, text)) = *rival {
                    let outcome = Box::pin(bot.chat(client.turn(text))).await;
                    assert!(matches!(outcome, Ok(Chatted::Reply(..))), "the rival's turn is kept: {outcome:?}");
                }
                self.kept.commit(commit).await
            }
            What::RivalAndDown(rival) => {
                let (bot, client, text) = *rival;
                let outcome = Box::pin(bot.chat(client.turn(text))).await;
                assert!(matches!(outcome, Ok(Chatted::Reply(..))), "the rival's turn is kept: {outcome:?}");
                Err(CommitError::Store(StoreError("down".to_owned())))
            }
            What::OrderTaken => Err(CommitError::OrderConflict),
            What::LostAnswer => {
                self.kept.commit(commit).await?;
                Err(CommitError::Store(StoreError("the answer was lost".to_owned())))
            }
            What::Down => Err(CommitError::Store(StoreError("down".to_owned()))),
        }
    }

    async fn rehearse(&self, now: Timestamp, until: Timestamp) -> Result<(), StoreError> {
        self.kept.rehearse(now, until).await
    }

    async fn order(&self, id: &OrderId) -> Result<Option<OrderRecord>, StoreError> {
        self.kept.order(id).await
    }

    async fn overdue(&self, now: Timestamp) -> Result<u64, StoreError> {
        self.kept.overdue(now).await
    }
}

/// A bot over an interrupted store, with a client that has said `before`; then `at` counts from the next commit.
async fn interrupted(before: &[&str], at: u32) -> (Bench, Arc<Interrupted>, Client) {
    interrupted_paying(payment(), before, at).await
}

async fn interrupted_paying(payment: Payment, before: &[&str], at: u32) -> (Bench, Arc<Interrupted>, Client) {
    let store = Arc::new(Interrupted {
        kept: MemorySessions::default(),
        commits: AtomicU32::new(0),
        at: u32::try_from(before.len()).expect("few") + at,
        what: Mutex::new(What::LostAnswer),
    });
    let mut bench = bench_over(Mood::Pays, store.clone());
    bench.bot.payment = Some(payment);
    let mut client = Client::default();
    for text in before {
        client.say(&bench.bot, text).await;
    }
    (bench, store, client)
}

#[tokio::test]
async fn two_messages_at_once_are_both_kept() {
    let (bench, store, mut client) = interrupted(&["hi"], 1).await;
    *lock(&store.what) = What::Rival(Box::new(Some((bench.bot.clone(), client.clone(), "Jane Roe"))));
    let reply = client.say(&bench.bot, "4242 4242 4242 4242").await;
    assert_eq!(reply.current_step, "expiry", "name of the one and number of the other: {}", reply.reply);
    assert_eq!(reply.collected_data.name.as_deref(), Some("Jane Roe"));
}

#[tokio::test]
async fn a_yes_that_lost_a_race_is_not_consent() {
    let before = crate::support::TO_REVIEW;
    let (bench, store, mut client) = interrupted(&before, 1).await;
    *lock(&store.what) = What::Rival(Box::new(Some((bench.bot.clone(), client.clone(), "is it safe?"))));
    let reply = client.say(&bench.bot, "yes").await;
    assert_eq!((reply.status, bench.gateway.times_paid()), ("awaiting_confirmation", 0));
    let reply = client.say(&bench.bot, "yes").await;
    assert_eq!((reply.status, bench.gateway.times_paid()), ("complete", 1));
}

#[tokio::test]
async fn a_lost_answer_of_our_own_commit_is_not_taken_for_a_rival() {
    for at in 1..=2 {
        let (bench, _store, mut client) = interrupted(&crate::support::TO_REVIEW, at).await;
        let reply = client.say(&bench.bot, "yes").await;
        assert_eq!((reply.status, bench.gateway.times_paid()), ("complete", 1), "commit {at}");
    }
}

#[tokio::test]
async fn a_rival_s_write_is_not_taken_for_our_own_whose_answer_was_lost() {
    let (bench, store, mut client) = interrupted(&["hi"], 1).await;
    *lock(&store.what) = What::RivalAndDown(Box::new((bench.bot.clone(), client.clone(), "Jane Roe")));
    let reply = client.say(&bench.bot, "4242 4242 4242 4242").await;
    assert_eq!(reply.collected_data.name.as_deref(), Some("Jane Roe"));
    assert!(reply.collected_data.card.is_some(), "the number was not lost with its answer: {}", reply.reply);
}

/// A claim that lost means that the order is busy; what lets an order go is only written again.
#[tokio::test]
async fn an_order_that_was_taken_bars_a_claim_and_not_a_verdict() {
    for (at, barred, status, paid) in [(1, true, "awaiting_confirmation", 0), (2, false, "complete", 1)] {
        let expires = "2026-11-23T12:00:00Z".parse().expect("a moment");
        let order = Some(Order { id: "order-1042".parse().expect("an id"), expires, minted: false });
        let ordered = Payment { order, ..payment() };
        let (bench, store, client) = interrupted_paying(ordered, &crate::support::TO_REVIEW, at).await;
        *lock(&store.what) = What::OrderTaken;
        let chatted = bench.bot.chat(client.turn("yes")).await;
        let Ok(Chatted::Reply(reply, trail)) = chatted else { panic!("{chatted:?}") };
        assert_eq!(trail.iter().any(|entry| entry.event.starts_with("ChargeBarred")), barred, "commit {at}");
        assert_eq!((reply.status, bench.gateway.times_paid()), (status, paid), "commit {at}: {}", reply.reply);
    }
}

#[tokio::test]
async fn a_store_that_is_down_changes_nothing_and_charges_nothing() {
    let (bench, store, mut client) = interrupted(&crate::support::TO_REVIEW, 1).await;
    *lock(&store.what) = What::Down;
    let reply = client.say(&bench.bot, "yes").await;
    assert_eq!(bench.gateway.times_paid(), 0, "a yes that was run again is no consent: {}", reply.reply);
    let reply = client.say(&bench.bot, "yes").await;
    assert_eq!((reply.status, bench.gateway.times_paid()), ("complete", 1));
}

/// Performs a turn and stops after `calls` answers, as a process does that is killed there. `true` when it had ended.
async fn killed_after(bot: &Bot, client: &mut Client, text: &str, calls: usize) -> bool {
    let mut chance = [0; 32];
    bot.clock.fill(&mut chance);
    let token = client.session.as_ref().map_or_else(|| Zeroizing::new("token".to_owned()), |(_, token)| token.clone());
    let request = Request {
        session: client.session.as_ref().map(|(id, _)| id.clone()),
        authority: Authority::Owner(hash_token(&token)),
        language: None,
        idempotency_key: None,
        said: Said::Message { utterance: Utterance::new(text.to_owned()), answering: None },
        payment: bot.payment.clone(),
        order: None,
        client: None,
    };
    let running = bot.running.now();
    let given = Given {
        now: bot.clock.now(),
        fresh: u128::from_be_bytes(chance[..16].try_into().expect("sixteen")),
        new_session: chance[16..].try_into().expect("sixteen"),
        policy: &bot.policy,
        voice: &running.voice,
        digests: &running.digests,
    };
    let (mut plan, mut next) = Plan::begin(request, given);
    for _ in 0..calls {
        match next {
            Next::Do(io) => next = plan.next(bot.perform(io, given.now).await),
            Next::Done(_) => return true,
        }
    }
    matches!(next, Next::Done(_))
}

/// Kills the turn that says yes after each of its I/O calls, whatever the gateway's mood; then the customer goes on.
#[tokio::test]
async fn a_kill_between_any_two_calls_never_charges_twice_and_never_loses_a_payment() {
    for mood in [Mood::Pays, Mood::Asks, Mood::Waits] {
        let mut points = 0;
        for calls in 0.. {
            let Bench { bot, gateway, .. } = bench(mood);
            let mut client = at_review(&bot).await;
            let ended = killed_after(&bot, &mut client, "yes", calls).await;
            let mut status = "";
            for text in ["did it go through?", "yes", "yes", "done", "did it go through?"] {
                status = client.say(&bot, text).await.status;
                if status == "complete" {
                    break;
                }
            }
            assert_eq!((status, gateway.times_paid()), ("complete", 1), "{mood:?}, killed after {calls} calls");
            points += 1;
            if ended {
                break;
            }
        }
        assert!(points >= 6, "{mood:?}: load, intent, commit, charge, commit at least; {points}");
    }
}

#[tokio::test]
async fn a_kill_between_any_two_calls_of_any_turn_loses_nothing_that_was_acknowledged() {
    for (i, text) in crate::support::TO_REVIEW.iter().enumerate().skip(1) {
        for calls in 0..6 {
            let Bench { bot, .. } = bench(Mood::Pays);
            let mut client = Client::default();
            for before in &crate::support::TO_REVIEW[..i] {
                client.say(&bot, before).await;
            }
            killed_after(&bot, &mut client, text, calls).await;
            for after in &crate::support::TO_REVIEW[i..] {
                let reply = client.say(&bot, after).await;
                if reply.status == "awaiting_confirmation" {
                    break;
                }
            }
            let reply = client.say(&bot, "is it safe?").await;
            assert_eq!(reply.status, "awaiting_confirmation", "killed at {text:?} after {calls}: {}", reply.reply);
        }
    }
}

#[tokio::test]
async fn a_card_number_is_forgotten_after_fifteen_minutes_and_the_session_after_an_hour() {
    let Bench { bot, clock, .. } = bench(Mood::Pays);
    let mut client = Client::default();
    for text in ["hi", "Jane Roe", "4242 4242 4242 4242"] {
        client.say(&bot, text).await;
    }
    clock.wind(16);
    let reply = client.say(&bot, "12/2030").await;
    assert_eq!(reply.current_step, "card");
    assert!(reply.collected_data.card.is_none(), "the number is gone");
    clock.wind(61);
    let outcome = bot.chat(client.turn("hello?")).await;
    assert!(matches!(outcome, Err(ChatError::Stopped(Stop::Closed(Closed::NotFound)))), "{outcome:?}");
}

#[tokio::test]
async fn another_token_opens_nothing() {
    let Bench { bot, .. } = bench(Mood::Pays);
    let mut client = at_review(&bot).await;
    let (id, _) = client.session.clone().expect("a session");
    client.session = Some((id, "0".repeat(64).into()));
    let outcome = bot.chat(client.turn("yes")).await;
    assert!(matches!(outcome, Err(ChatError::Stopped(Stop::Closed(Closed::Forbidden)))), "{outcome:?}");
}

#[tokio::test]
async fn a_message_delivered_twice_is_answered_once() {
    let Bench { bot, gateway, .. } = bench(Mood::Pays);
    let client = at_review(&bot).await;
    let turn = || payment_smart_bot::turn::Turn {
        idempotency_key: Some(DeliveryKey::new("k-1".to_owned(), String::new())),
        ..client.turn("yes")
    };
    let Ok(Chatted::Reply(first, _)) = bot.chat(turn()).await else { panic!("a reply") };
    let Ok(Chatted::Replayed(again)) = bot.chat(turn()).await else { panic!("the same reply") };
    assert_eq!(serde_json::to_value(&*first).expect("JSON"), again);
    assert_eq!(gateway.times_paid(), 1);
}

#[tokio::test]
async fn deleting_a_session_purges_it_and_waits_for_money_in_the_air() {
    let Bench { bot, .. } = bench(Mood::Pays);
    let client = at_review(&bot).await;
    let (id, token) = client.session.clone().expect("a session");
    assert_eq!(bot.delete(id.clone(), &token).await, Ok(Deletion::Done));
    assert_eq!(bot.delete(id, &token).await, Err(Stop::Closed(Closed::NotFound)));

    let Bench { bot, gateway, .. } = bench(Mood::Asks);
    let mut client = at_review(&bot).await;
    let reply = client.say(&bot, "yes").await;
    assert_eq!(reply.status, "awaiting_authentication");
    let (id, token) = client.session.clone().expect("a session");
    assert_eq!(bot.delete(id, &token).await, Ok(Deletion::Done), "the gateway cancelled at once");
    assert_eq!(gateway.times_paid(), 0);
}

#[tokio::test]
async fn a_declined_card_is_asked_for_again_with_the_name_kept_and_three_declines_end_it() {
    let Bench { bot, gateway, .. } = bench(Mood::Declines);
    let mut client = at_review(&bot).await;
    for _ in 0..2 {
        let reply = client.say(&bot, "yes").await;
        assert_eq!((reply.current_step, reply.collected_data.name.as_deref()), ("card", Some("Jane Roe")));
        for text in ["4242 4242 4242 4242", "12/2030", "123"] {
            client.say(&bot, text).await;
        }
    }
    let reply = client.say(&bot, "yes").await;
    assert_eq!((reply.status, gateway.times_paid()), ("cancelled", 0));
}
