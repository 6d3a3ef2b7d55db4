//! Models that fail, in every way that a model has: the sentence itself is said, in time.

use std::time::{Duration, Instant};

use payment_smart_bot::adapters::{BedrockSettings, Source, Wordings};
use payment_smart_bot::wording::Tone;

use super::{FIRST, SECOND, model, plain, replies, unreviewed, worded, wordings};
use crate::converse_server::{ConverseServer, Mood};
use crate::support::Client;

#[tokio::test]
async fn whatever_a_model_answers_and_however_it_fails_the_sentence_is_said() {
    let dialogue = ["hi", "Jane Roe", "4242 4242 4242 4242", "12/2030", "123", "yes"];
    let expected = plain(&dialogue).await;
    let hostile = [
        "Your card was approved. What's the name on the card?",
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
        let bench = worded(wordings(&server, Source::Live));
        let replies = replies(&bench.bot, &dialogue).await;
        assert!(!server.calls().is_empty(), "{mood:?} was never met");
        for (reply, sentence) in replies.iter().zip(&expected) {
            let reply = unreviewed(reply);
            assert_eq!(&reply, sentence, "{mood:?}");
        }
        assert_eq!(bench.gateway.times_paid(), 1, "{mood:?}");
    }
}

#[tokio::test]
async fn a_dead_model_costs_a_turn_no_more_than_its_deadline() {
    for mood in [Mood::Stalls, Mood::Drips] {
        let server = ConverseServer::start(mood.clone());
        let settings = BedrockSettings { deadline: Duration::from_millis(300), ..BedrockSettings::default() };
        let bench = worded(Wordings::new(Source::Live, Tone::Plain, Some(model(&server, settings))));
        let mut client = Client::default();
        let began = Instant::now();
        client.say(&bench.bot, "Jane Roe").await;
        let took = began.elapsed();
        // Not a measure of speed: a turn that waits for ever, or once for each sentence, would show.
        assert!(took < Duration::from_secs(3), "{mood:?}: {took:?}");
        assert!(!server.calls().is_empty());
    }
}

#[tokio::test]
async fn a_model_that_is_gone_is_left_out_and_the_next_one_words() {
    let server = ConverseServer::start(Mood::Echoes);
    server.gone(FIRST);
    let bench = worded(wordings(&server, Source::Live));
    let replies = replies(&bench.bot, &["hi", "Jane Roe"]).await;
    assert!(replies[1].contains("Kindly type the card number."), "{}", replies[1]);
    let models: Vec<String> = server.calls().into_iter().map(|call| call.model).collect();
    assert_eq!(models.iter().filter(|model| *model == FIRST).count() as u64, first_turn_of(&models), "{models:?}");
    assert!(models.contains(&SECOND.to_owned()));
}

/// The sentences of the first turn are asked at once: each may meet the model before it is known to be gone.
fn first_turn_of(models: &[String]) -> u64 {
    models.iter().take_while(|model| *model == FIRST).count() as u64
}

#[tokio::test]
async fn a_model_that_times_out_three_times_in_a_row_rests_and_the_next_one_is_asked() {
    let server = ConverseServer::start(Mood::Stalls);
    let settings = BedrockSettings { deadline: Duration::from_millis(100), ..BedrockSettings::default() };
    let bench = worded(Wordings::new(Source::Live, Tone::Plain, Some(model(&server, settings))));
    let mut client = Client::default();
    for text in ["Jane Roe", "4", "hello", "2"] {
        client.say(&bench.bot, text).await;
    }
    let asked = server.calls();
    assert!(asked.iter().any(|call| call.model == SECOND), "the second is asked while the first rests");
    server.lasting(Mood::Echoes);
    let before = server.calls().len();
    client.say(&bench.bot, "42 42").await;
    assert!(server.calls()[before..].iter().all(|call| call.model != FIRST), "it rests for half a minute");
}

#[tokio::test]
async fn a_throttled_model_is_tried_once_more() {
    let server = ConverseServer::start(Mood::Echoes);
    let bench = worded(wordings(&server, Source::Live));
    let mut client = Client::default();
    client.say(&bench.bot, "hi").await;
    let before = server.calls().len();
    server.next([Mood::Answers(429, "ThrottlingException", "slow down")]);
    let reply = client.say(&bench.bot, "Jane Roe").await.reply;
    assert!(reply.contains("Kindly type the card number."), "{reply}");
    assert_eq!(server.calls().len(), before + 2);
}
