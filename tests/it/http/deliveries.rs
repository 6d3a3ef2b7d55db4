//! A message that is delivered twice: the same answer, or a plain refusal, and never a second time.

use std::sync::Arc;

use payment_smart_bot::adapters::MemorySessions;
use payment_smart_bot::http::{App, Limits, Trust, router};
use payment_smart_bot::keys::ServiceKey;
use reqwest::Method;
use serde_json::{Value, json};

use super::{Answer, Server, Session};
use crate::support::{Bench, Mood, TestClock, bench, bench_over};

/// 128 bits of chance, as our own page draws them.
const KEY: &str = "0f8fad5bd9cb469fa16570867728950e";

async fn first(server: &Server, key: &str, body: Value) -> Answer {
    server.send(server.request(Method::POST, "/chat").header("idempotency-key", key).json(&body)).await
}

async fn next(server: &Server, session: &Session, key: &str, message: &str) -> Answer {
    server.send(server.saying(session, message).header("idempotency-key", key)).await
}

#[tokio::test]
async fn a_first_message_that_comes_twice_begins_one_session() {
    let Bench { bot, clock, .. } = bench(Mood::Pays);
    let server = Server::of(bot).await;
    let begun = first(&server, KEY, json!({ "message": "Jane Roe" })).await;
    for minutes in [0, 9] {
        TestClock::wind(&clock, minutes);
        let again = first(&server, KEY, json!({ "message": "Jane Roe" })).await;
        assert_eq!((again.status.as_u16(), again.header("idempotent-replayed")), (200, "true"));
        for field in ["sessionId", "sessionToken", "turn", "reply"] {
            assert_eq!(again.body[field], begun.body[field], "{field}");
        }
    }
    let session = Session { id: begun.text_at("sessionId"), token: begun.text_at("sessionToken") };
    // Whoever has the key and says something else learns nothing of the session.
    let other = first(&server, KEY, json!({ "message": "John Roe" })).await;
    other.is_problem(422, "idempotency-key-reused");
    assert!(!other.text.contains(&session.id));
    for other in [json!({ "message": "Jane Roe", "language": "es" }), json!({ "message": "Jane Roe", "answering": 1 })]
    {
        first(&server, KEY, other).await.is_problem(422, "idempotency-key-reused");
    }
    // Once there is a later message the first reply is not kept any more: its client had it.
    assert_eq!(next(&server, &session, "k-2", "4242 4242 4242 4242").await.text_at("currentStep"), "expiry");
    first(&server, KEY, json!({ "message": "Jane Roe" })).await.is_problem(409, "answered-already");
    // A key that can be guessed opens nothing: it begins another session each time.
    let weak = json!({ "message": "Jane Roe" });
    let ids = [first(&server, "order-1042", weak.clone()).await, first(&server, "order-1042", weak).await];
    assert_ne!(ids[0].body["sessionId"], ids[1].body["sessionId"]);
}

#[tokio::test]
async fn first_messages_that_come_at_once_begin_one_session_in_whichever_process() {
    let store = Arc::new(MemorySessions::default());
    let key = ServiceKey::derived(b"the same for all that share a store");
    let mut processes = Vec::new();
    for drawn in 0..2_u64 {
        let Bench { mut bot, clock, .. } = bench_over(Mood::Pays, store.clone());
        (bot.ledger, bot.counts) = (store.clone(), store.clone());
        for _ in 0..drawn * 1_000 {
            payment_smart_bot::ports::Clock::fill(&*clock, &mut [0; 8]);
        }
        let app = App::new(Arc::new(bot)).trusting(Trust { orders: None, key: key.clone() });
        processes.push(Server::through(router(app), Limits::default(), None).await);
    }
    let sent = (0..20).map(|n| first(&processes[n % 2], KEY, json!({ "message": "Jane Roe, 4242 4242 4242 4242" })));
    let answers = futures_util::future::join_all(sent).await;
    for answer in &answers {
        assert_eq!((answer.status.as_u16(), &answer.body["sessionId"]), (200, &answers[0].body["sessionId"]));
        assert_eq!(answer.body["sessionToken"], answers[0].body["sessionToken"]);
    }
    assert_eq!(answers.iter().filter(|answer| answer.header("idempotent-replayed").is_empty()).count(), 1);
}

#[tokio::test]
async fn what_came_before_the_service_key_was_rotated_is_known_again_until_the_old_one_is_retired() {
    let Bench { bot, .. } = bench(Mood::Pays);
    let bot = Arc::new(bot);
    let (old, new) = (ServiceKey::derived(b"old"), ServiceKey::derived(b"new"));
    let serving = async |key: ServiceKey| {
        let app = App::new(bot.clone()).trusting(Trust { orders: None, key });
        Server::through(router(app), Limits::default(), None).await
    };
    let hi = json!({ "message": "Jane Roe" });
    let before = serving(old).await;
    let begun = first(&before, KEY, hi.clone()).await;
    let session = Session { id: begun.text_at("sessionId"), token: begun.text_at("sessionToken") };
    let rotated = serving(new.clone().after(b"old")).await;
    let again = first(&rotated, KEY, hi.clone()).await;
    assert_eq!((again.status.as_u16(), again.header("idempotent-replayed")), (200, "true"), "{}", again.text);
    assert_eq!(again.body["sessionToken"], begun.body["sessionToken"]);
    first(&rotated, KEY, json!({ "message": "John Roe" })).await.is_problem(422, "idempotency-key-reused");
    let told = next(&before, &session, "k-1", "4242 4242 4242 4242").await;
    let again = next(&rotated, &session, "k-1", "4242 4242 4242 4242").await;
    assert_eq!((again.header("idempotent-replayed"), &again.body), ("true", &told.body));
    next(&rotated, &session, "k-1", "cancel").await.is_problem(422, "idempotency-key-reused");
    // What comes now is kept under the new one.
    let later = next(&rotated, &session, "k-2", "12/2030").await;
    let retired = serving(new).await;
    let again = next(&retired, &session, "k-2", "12/2030").await;
    assert_eq!((again.header("idempotent-replayed"), &again.body), ("true", &later.body));
    assert_ne!(first(&retired, KEY, hi).await.body["sessionId"], begun.body["sessionId"]);
}

#[tokio::test]
async fn a_key_that_came_with_another_message_is_refused_and_nothing_is_done() {
    let server = Server::of(bench(Mood::Pays).bot).await;
    let session = server.begin().await;
    assert_eq!(next(&server, &session, "k-1", "Jane Roe").await.text_at("currentStep"), "card");
    let other = next(&server, &session, "k-1", "cancel").await;
    other.is_problem(422, "idempotency-key-reused");
    let seen = server.session(Method::GET, &session).await;
    assert_eq!(seen.text_at("status"), "collecting");
    // What differs in digits alone is compared as one and the same: no trace of a number is kept.
    assert_eq!(next(&server, &session, "k-2", "4242 4242 4242 4242").await.text_at("currentStep"), "expiry");
    let other = next(&server, &session, "k-2", "5555 5555 5555 4444").await;
    assert_eq!((other.status.as_u16(), other.header("idempotent-replayed")), (200, "true"));
}

#[tokio::test]
async fn a_late_repeat_is_told_and_never_run_anew() {
    let Bench { bot, gateway, .. } = bench(Mood::Declines);
    let server = Server::of(bot).await;
    let begun = first(&server, KEY, json!({ "message": "hi" })).await;
    let session = Session { id: begun.text_at("sessionId"), token: begun.text_at("sessionToken") };
    for message in ["Jane Roe", "4242 4242 4242 4242", "12/2030", "123"] {
        assert_eq!(server.say(&session, message).await.status, 200);
    }
    assert_eq!(next(&server, &session, "the-yes", "yes").await.status, 200);
    assert_eq!(gateway.attempts(), 1);
    for n in 0..3 {
        assert_eq!(next(&server, &session, &format!("k-{n}"), "help").await.status, 200);
    }
    next(&server, &session, "the-yes", "yes").await.is_problem(409, "answered-already");
    assert_eq!(gateway.attempts(), 1);
    for n in 0..2 {
        next(&server, &session, &format!("k-{n}"), "help").await.is_problem(409, "answered-already");
    }
    assert_eq!(next(&server, &session, "k-2", "help").await.header("idempotent-replayed"), "true");
}

#[tokio::test]
async fn a_repeat_shows_nothing_that_was_erased_since() {
    let server = Server::of(bench(Mood::Pays).bot).await;
    let begun = first(&server, KEY, json!({ "message": "Jane Roe, 4242 4242 4242 4242, 12/2030" })).await;
    let session = Session { id: begun.text_at("sessionId"), token: begun.text_at("sessionToken") };
    let review = next(&server, &session, "review", "123").await;
    assert!(review.text.contains("Roe") && review.text.contains("4242"), "{}", review.text);
    let again = next(&server, &session, "review", "123").await;
    assert_eq!((again.header("idempotent-replayed"), &again.body), ("true", &review.body));
    let cancelled = next(&server, &session, "cancel", "cancel").await;
    assert!(cancelled.text_at("reply").contains("erased your card details"), "{}", cancelled.text);
    next(&server, &session, "review", "123").await.is_problem(409, "answered-already");
    let body = json!({ "message": "Jane Roe, 4242 4242 4242 4242, 12/2030" });
    first(&server, KEY, body).await.is_problem(409, "answered-already");
    let again = next(&server, &session, "cancel", "cancel").await;
    assert_eq!((again.header("idempotent-replayed"), &again.body), ("true", &cancelled.body));
    let seen = server.session(Method::GET, &session).await;
    let history = seen.body["conversationHistory"].to_string();
    for value in ["Roe", "4242", "2030"] {
        assert!(!history.contains(value), "{value}: {history}");
    }
    assert_eq!(seen.body["collectedData"], json!({}));
}

#[tokio::test]
async fn the_first_message_of_a_session_that_was_deleted_begins_it_no_more() {
    let server = Server::of(bench(Mood::Pays).bot).await;
    let begun = first(&server, KEY, json!({ "message": "hi" })).await;
    let session = Session { id: begun.text_at("sessionId"), token: begun.text_at("sessionToken") };
    assert_eq!(server.session(Method::DELETE, &session).await.status, 204);
    first(&server, KEY, json!({ "message": "hi" })).await.is_problem(409, "answered-already");
}

#[tokio::test]
async fn deleting_what_was_paid_says_so_and_what_is_kept() {
    let server = Server::of(bench(Mood::Pays).bot).await;
    for (language, name) in [("en", "your name"), ("es", "su nombre")] {
        let session = server.at_review().await;
        let paid = server.say(&session, "yes").await;
        let request = server.request(Method::DELETE, &format!("/session/{}", session.id)).bearer_auth(&session.token);
        let deleted = server.send(request.header("accept-language", language)).await;
        assert_eq!((deleted.status.as_u16(), deleted.header("content-language")), (200, language));
        assert_eq!(deleted.body["deleted"][0], name);
        assert_eq!(deleted.body["paymentIntentId"], paid.body["paymentIntentId"]);
        let kept = &deleted.body["kept"][0];
        assert!(kept["what"].as_str().is_some_and(|what| what.contains("pi_") && what.contains("49.90")), "{kept}");
        assert!(kept["why"].is_string() && kept["until"].is_null());
        assert!(!deleted.text.contains("4242") && !deleted.text.contains("Roe"), "{}", deleted.text);
        server.session(Method::GET, &session).await.is_problem(404, "unknown-session");
    }
}
