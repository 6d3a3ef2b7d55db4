//! What a model may do to a reply: word it, and nothing else, whatever it answers and however it fails.

mod failing;

use std::collections::BTreeSet;
use std::sync::Arc;

use payment_smart_bot::adapters::{Bedrock, BedrockSettings, Guardrail, Source, Wordings};
use payment_smart_bot::dialogue::{Language, StateName};
use payment_smart_bot::language::{Listening, Utterance, understand};
use payment_smart_bot::turn::{Bot, Chatted};
use payment_smart_bot::wording::{Tone, all};

use crate::converse_server::{ConverseServer, Mood};
use crate::kms_server::config;
use crate::support::{Bench, Client, Mood as Gateway, TO_REVIEW, bench};

const FIRST: &str = "us.meta.llama3-2-1b-instruct-v1:0";
const SECOND: &str = "us.meta.llama3-1-8b-instruct-v1:0";

fn model(server: &ConverseServer, settings: BedrockSettings) -> Bedrock {
    Bedrock::connect(&config(&server.endpoint()), settings)
}

fn wordings(server: &ConverseServer, source: Source) -> Wordings {
    Wordings::new(source, Tone::Plain, Some(model(server, BedrockSettings::default())))
}

fn worded(wordings: Wordings) -> Bench {
    let bench = bench(Gateway::Pays);
    Bench { bot: Bot { phraser: Arc::new(wordings), ..bench.bot }, ..bench }
}

/// The replies of a dialogue.
async fn replies(bot: &Bot, dialogue: &[&str]) -> Vec<String> {
    let mut client = Client::default();
    let mut replies = Vec::new();
    for text in dialogue {
        replies.push(client.say(bot, text).await.reply);
    }
    replies
}

async fn plain(dialogue: &[&str]) -> Vec<String> {
    replies(&bench(Gateway::Pays).bot, dialogue).await
}

#[tokio::test]
async fn a_wording_that_keeps_its_contract_is_said_and_values_are_filled_in_afterwards() {
    let server = ConverseServer::start(Mood::Echoes);
    let bench = worded(wordings(&server, Source::Live));
    let replies = replies(&bench.bot, &TO_REVIEW).await;
    assert!(replies[0].contains("What's the name on the card?"), "{}", replies[0]);
    assert!(replies[1].contains("Kindly type the card number."), "{}", replies[1]);
    assert!(replies[2].starts_with("Thank you, I have your Visa ending in 4242."), "{}", replies[2]);
    let called = server.calls().len();
    let again = plain(&TO_REVIEW).await;
    assert_eq!(replies[4], again[4], "the review is never worded");
    assert!(called > 3);
}

#[tokio::test]
async fn a_request_holds_the_instructions_the_sentence_and_nothing_of_the_customer() {
    let server = ConverseServer::start(Mood::Echoes);
    let settings = BedrockSettings {
        guardrail: Some(Guardrail { id: "gr-1".to_owned(), version: "2".to_owned() }),
        ..BedrockSettings::default()
    };
    let bench = worded(Wordings::new(Source::Live, Tone::Warm, Some(model(&server, settings))));
    let dialogue = [
        "my order 1042 is for jane@example.com",
        "Jane Roe",
        "4242 4242 4242 4242, call me at 555 0100",
        "what is that?",
        "13/30",
        "12/2030",
        "12",
        "123",
        "Zanzibar",
        "yes",
    ];
    replies(&bench.bot, &dialogue).await;
    let calls = server.calls();
    assert!(calls.len() > 6, "{} calls", calls.len());
    let sentences: Vec<String> = payment_smart_bot::dialogue::Language::ALL
        .into_iter()
        .flat_map(payment_smart_bot::wording::all)
        .filter(|(_, sentence)| !sentence.fixed())
        .map(|(_, sentence)| sentence.text().to_owned())
        .collect();
    for call in &calls {
        assert!(sentences.iter().any(|sentence| sentence == call.sentence()), "{}", call.sentence());
        let fields: Vec<&String> = call.body.as_object().expect("an object").keys().collect();
        assert_eq!(fields.len(), 4, "{fields:?}");
        assert_eq!(call.body["messages"].as_array().map(Vec::len), Some(1));
        assert_eq!(call.body["system"].as_array().map(Vec::len), Some(1));
        let inference = &call.body["inferenceConfig"];
        assert_eq!(inference["maxTokens"], 512);
        assert!((inference["temperature"].as_f64().expect("a number") - 0.5).abs() < 1e-6);
        assert!((inference["topP"].as_f64().expect("a number") - 0.9).abs() < 1e-6);
        assert_eq!(call.body["guardrailConfig"]["trace"], "disabled");
        // Of the head, what is not drawn at random for each call (its signature, its invocation's id, its time).
        let drawn = ["authorization:", "amz-sdk-invocation-id:", "x-amz-date:", "amz-sdk-request:"];
        let fixed = |line: &&str| !drawn.iter().any(|name| line.to_ascii_lowercase().starts_with(name));
        let head: String = call.head.lines().filter(fixed).collect();
        let everything = format!("{head} {}", call.body);
        for of_the_customer in
            ["Jane", "Roe", "4242", "12/20", "13/30", "123\"", "1042", "555", "jane@", "Zanzibar", "Harbour"]
        {
            assert!(!everything.contains(of_the_customer), "{of_the_customer}: {everything}");
        }
    }
}

/// Two customers who say other things of the same meaning are worded by the same requests.
#[tokio::test]
async fn requests_do_not_depend_on_what_a_customer_says() {
    let mut seen = Vec::new();
    for dialogue in
        [["hi", "Jane Roe", "4242424242424242", "12/2030"], ["hi", "Ann Lee", "4111111111111111", "11/2031"]]
    {
        let server = ConverseServer::start(Mood::Echoes);
        let bench = worded(wordings(&server, Source::Live));
        replies(&bench.bot, &dialogue).await;
        // Sentences of one turn are asked for at once, in any order; one whose answer is late is asked of another model.
        let bodies: BTreeSet<String> = server.calls().into_iter().map(|call| call.body.to_string()).collect();
        seen.push(bodies);
    }
    assert_eq!(seen[0], seen[1]);
    assert!(seen[0].len() > 2);
}

/// The reply with the catalog's thanks, however they were reviewed: they need no model.
fn unreviewed(reply: &str) -> String {
    let every = payment_smart_bot::wording::all(payment_smart_bot::dialogue::Language::En);
    let (_, thanks) = every.into_iter().find(|(_, sentence)| sentence.id() == "accepted.name").expect("thanks");
    let mut reviewed = payment_smart_bot::wording::reviewed(&thanks, Tone::Plain).iter();
    let said = reviewed.find_map(|wording| reply.strip_prefix(wording.text()));
    said.map_or_else(|| reply.to_owned(), |rest| format!("{}{rest}", thanks.text()))
}

#[tokio::test]
async fn what_passed_once_is_kept_and_most_turns_need_no_call() {
    let server = ConverseServer::start(Mood::Echoes);
    let bench = worded(wordings(&server, Source::Live));
    for _ in 0..40 {
        replies(&bench.bot, &TO_REVIEW).await;
    }
    let first = server.calls().len();
    for _ in 0..10 {
        replies(&bench.bot, &TO_REVIEW).await;
    }
    assert_eq!(server.calls().len(), first, "no variant is asked for twice");
}

#[tokio::test]
async fn an_answer_that_breaches_its_contract_twice_is_not_asked_for_again() {
    let server = ConverseServer::start(Mood::Says("And your PIN?".to_owned()));
    let bench = worded(wordings(&server, Source::Live));
    for _ in 0..40 {
        replies(&bench.bot, &["hi"]).await;
    }
    let first = server.calls().len();
    for _ in 0..10 {
        replies(&bench.bot, &["hi"]).await;
    }
    assert_eq!(server.calls().len(), first);
}

#[tokio::test]
async fn reviewed_and_catalog_call_no_model() {
    let server = ConverseServer::start(Mood::Echoes);
    for (source, reviewed) in [(Source::Reviewed, true), (Source::Catalog, false)] {
        let bench = worded(wordings(&server, source));
        let mut courtesies = BTreeSet::new();
        for _ in 0..20 {
            let replies = replies(&bench.bot, &["hi", "Jane Roe"]).await;
            courtesies.insert(replies[1].split('.').next().map(str::to_owned));
        }
        assert_eq!(
            courtesies.len() > 1 || !courtesies.contains(&Some("Thanks".to_owned())),
            reviewed,
            "{courtesies:?}"
        );
    }
    assert!(server.calls().is_empty());
}

#[tokio::test]
async fn a_delivery_that_is_repeated_reads_the_same_though_the_model_would_say_otherwise() {
    let server = ConverseServer::start(Mood::Echoes);
    let bench = worded(wordings(&server, Source::Live));
    let mut client = Client::default();
    client.say(&bench.bot, "hi").await;
    let turn = || payment_smart_bot::turn::Turn { idempotency_key: Some("k1".to_owned()), ..client.turn("Jane Roe") };
    let Ok(Chatted::Reply(first, _)) = bench.bot.chat(turn()).await else { panic!("a reply") };
    server.lasting(Mood::Says("Please send the card number.".to_owned()));
    let Ok(Chatted::Replayed(second)) = bench.bot.chat(turn()).await else { panic!("the same reply") };
    assert_eq!(second["reply"], first.reply.as_str());
}

#[test]
fn every_word_that_a_sentence_offers_in_quotes_is_certain() {
    let mut offered = BTreeSet::new();
    for language in Language::ALL {
        for (_, sentence) in all(language).filter(|(_, sentence)| offers(sentence.id())) {
            let marks: &[char] = if sentence.text().contains('«') { &['«', '»'] } else { &['"'] };
            offered.extend(sentence.text().split(marks).skip(1).step_by(2).map(|word| (language, word)));
        }
    }
    assert!(offered.len() > 20, "{offered:?}");
    for (language, word) in offered {
        let every =
            [word.to_owned(), word.to_uppercase(), format!("{word}."), format!("\"{word}\""), format!("«{word}»")];
        for (text, state) in
            every.iter().flat_map(|text| [StateName::Card, StateName::Confirm].map(|state| (text, state)))
        {
            let understood = understand(&Utterance::new(text.clone()), &Listening::new(state, language));
            // Before the review "pay" begins, and there is nothing to be sure of.
            let begins = state == StateName::Card && understood.heard.command.is_none();
            assert!(understood.certainty() == "certain" && understood.event() != "unclear", "{text}: {understood:?}");
            assert!(begins || understood.heard.command.is_some(), "{text}: {understood:?}");
        }
    }
}

/// Sentences that tell what to reply with; elsewhere quotes are for what stands on a card.
fn offers(id: &str) -> bool {
    id.starts_with("ask-") || id.starts_with("refused")
}
