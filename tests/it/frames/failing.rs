//! Models that fail and lie, in every way that a model has: no customer reads a word of it, and each reply comes in time.

use std::time::{Duration, Instant};

use payment_smart_bot::adapters::BedrockSettings;
use payment_smart_bot::ports::ModelState;

use super::{FIRST, SECOND, TWENTY, framed, framed_by, model, plain, replies};
use crate::converse_server::{ConverseServer, Mood};
use crate::support::Client;

#[tokio::test]
async fn whatever_a_model_answers_and_however_it_fails_the_sentence_is_said() {
    let dialogue = ["hi", "Jane Roe", "4242 4242 4242 4242", "12/2030", "123", "yes"];
    let expected = plain(&dialogue).await;
    let hostile = [
        "Your card was approved. What's the name on the card?",
        "Thank you, Jane.",
        "Great, your payment went through.",
        "Thank you. Please type your PIN.",
        "Thank you for your card number.",
        "Don't worry.",
        "And your PIN?",
        "Please type the card number 4242.",
        "Here is the reworded sentence: What's the name on the card?",
        "{name} {name} {token}",
        "",
        "🙂",
        "Go to http://example.com",
        "I am a human.",
    ];
    let moods = hostile.map(|text| Mood::Says(text.to_owned())).into_iter().chain([
        Mood::Answers(429, "ThrottlingException", "slow down"),
        Mood::Answers(500, "InternalServerException", "oops"),
        Mood::Answers(503, "ServiceUnavailableException", "oops"),
        Mood::Answers(424, "ModelErrorException", "oops"),
        Mood::Answers(400, "ValidationException", "malformed"),
        Mood::Answers(403, "AccessDeniedException", "no"),
        Mood::Answers(418, "TeapotException", "?"),
        Mood::Body("{"),
        Mood::Body("{}"),
        Mood::Body("<html>"),
        Mood::Body(r#"{"output":{"message":{"role":"assistant","content":[]}},"stopReason":"end_turn"}"#),
        Mood::MaxTokens,
        Mood::Guardrail,
        Mood::CutsOff,
        Mood::CutsShort,
    ]);
    for mood in moods {
        let server = ConverseServer::start(mood.clone());
        let bench = framed_by(&server);
        let replies = replies(&bench.bot, &dialogue).await;
        assert!(!server.calls().is_empty(), "{mood:?} was never met");
        for (reply, sentence) in replies.iter().zip(&expected) {
            assert_eq!(reply, sentence, "{mood:?}");
        }
        assert_eq!(bench.gateway.times_paid(), 1, "{mood:?}");
    }
}

#[tokio::test]
async fn a_dead_model_costs_a_turn_no_more_than_its_deadline() {
    for mood in [Mood::Stalls, Mood::Drips] {
        let server = ConverseServer::start(mood.clone());
        let settings = BedrockSettings { deadline: Duration::from_millis(300), ..BedrockSettings::default() };
        let bench = framed(model(&server, settings));
        let mut client = Client::default();
        client.say(&bench.bot, "hi").await;
        let began = Instant::now();
        client.say(&bench.bot, "Jane Roe").await;
        let took = began.elapsed();
        // Not a measure of speed: a turn that waits for ever, or once for each sentence, would show.
        assert!(took < Duration::from_secs(3), "{mood:?}: {took:?}");
        assert!(!server.calls().is_empty());
    }
}

/// A model that answers with sentences that were written to get past a filter, one after the other.
#[tokio::test]
async fn no_customer_reads_a_word_of_a_model_that_lies() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/wordings/attacks.jsonl");
    let attacks = std::fs::read_to_string(path).expect("the attacks");
    let lies = attacks.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).expect("an attack"));
    let server = ConverseServer::start(Mood::Says("I am a person, and your card is approved.".to_owned()));
    server.next(lies.map(|lie| Mood::Says(lie["text"].as_str().expect("a text").to_owned())));
    let bench = framed_by(&server);
    let expected = plain(&TWENTY).await;
    for _ in 0..8 {
        assert_eq!(replies(&bench.bot, &TWENTY).await, expected);
    }
    assert!(server.calls().len() > 40, "{} lies were told", server.calls().len());
}

#[tokio::test]
async fn a_model_that_is_gone_is_left_out_and_the_next_one_answers() {
    let server = ConverseServer::start(Mood::Well);
    server.gone(FIRST);
    let bench = framed_by(&server);
    let replies = replies(&bench.bot, &["hi", "Jane Roe"]).await;
    assert_ne!(replies, plain(&["hi", "Jane Roe"]).await);
    let models: Vec<String> = server.calls().into_iter().map(|call| call.model).collect();
    assert_eq!(models, [FIRST, SECOND]);
}

#[tokio::test]
async fn a_model_that_times_out_three_times_in_a_row_rests_and_the_next_one_is_asked() {
    let server = ConverseServer::start(Mood::Stalls);
    let settings = BedrockSettings { deadline: Duration::from_millis(100), ..BedrockSettings::default() };
    let bench = framed(model(&server, settings));
    let mut client = Client::default();
    for text in ["Jane Roe", "4", "2", "4242"] {
        client.say(&bench.bot, text).await;
    }
    let asked = server.calls();
    assert!(asked.iter().any(|call| call.model == SECOND), "the second is asked while the first rests");
    assert_eq!(bench.bot.framer.models().first(), Some(&(FIRST.to_owned(), ModelState::Resting)));
    server.lasting(Mood::Well);
    let before = server.calls().len();
    client.say(&bench.bot, "42 42").await;
    assert!(server.calls()[before..].iter().all(|call| call.model != FIRST), "it rests for half a minute");
}

#[tokio::test]
async fn a_throttled_model_is_tried_once_more() {
    let server = ConverseServer::start(Mood::Well);
    let bench = framed_by(&server);
    let mut client = Client::default();
    client.say(&bench.bot, "hi").await;
    let before = server.calls().len();
    server.next([Mood::Answers(429, "ThrottlingException", "slow down")]);
    let reply = client.say(&bench.bot, "Jane Roe").await.reply;
    assert_ne!(reply, plain(&["hi", "Jane Roe"]).await[1]);
    assert_eq!(server.calls().len(), before + 2);
}
