//! What a model may do to a reply: open it with a listed courtesy, and nothing else, whatever it answers and however it
//! fails.

mod failing;
mod harvest;

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use payment_smart_bot::adapters::{Bedrock, BedrockSettings, Frames, Guardrail};
use payment_smart_bot::dialogue::Language;
use payment_smart_bot::turn::{Bot, Chatted, DeliveryKey, Now, Running, Turn};
use payment_smart_bot::wording::{Moment, Request, Tone, Voice, Wordings, sentence_by_digest};

use crate::converse_server::{ConverseServer, Mood};
use crate::kms_server::config;
use crate::support::{Bench, Client, Mood as Gateway, TO_REVIEW, bench};

const FIRST: &str = "us.meta.llama3-2-1b-instruct-v1:0";
const SECOND: &str = "us.meta.llama3-1-8b-instruct-v1:0";

fn model(server: &ConverseServer, settings: BedrockSettings) -> Bedrock {
    Bedrock::connect(&config(&server.endpoint()), settings)
}

/// How long a busy machine may take: what is said must not depend on it.
const PATIENT: Duration = Duration::from_secs(20);

fn framed(model: Bedrock) -> Bench {
    let bench = bench(Gateway::Pays);
    Bench { bot: Bot { framer: Arc::new(Frames::new(model, PATIENT)), ..bench.bot }, ..bench }
}

/// A bench whose model is this server's.
fn framed_by(server: &ConverseServer) -> Bench {
    framed(model(server, BedrockSettings { deadline: PATIENT, ..BedrockSettings::default() }))
}

/// What speaks so.
fn speaking(bot: &Bot, voice: Voice) -> Bot {
    let digests = bot.running.now().digests.clone();
    Bot { running: Arc::new(Running::new(Now { voice, digests })), ..bot.clone() }
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

/// Twenty turns of a customer who mistypes, asks and changes their mind.
const TWENTY: [&str; 20] = [
    "hi",
    "Jane Roe",
    "4242 4242 4242 4241",
    "what number do you mean?",
    "why do you need it?",
    "4242 4242",
    "4242 4242",
    "13/30",
    "what is that?",
    "12/2030",
    "change the name",
    "Jane Marie Roe",
    "12",
    "what's the security code?",
    "why do you need it?",
    "change the card",
    "5555 5555 5555 4444",
    "11/2031",
    "thanks",
    "99",
];

#[tokio::test]
async fn a_courtesy_stands_before_what_is_asked_and_nothing_else_changes() {
    let server = ConverseServer::start(Mood::Well);
    let bench = framed_by(&server);
    let (framed, plain) = (replies(&bench.bot, &TO_REVIEW).await, plain(&TO_REVIEW).await);
    assert_eq!(framed[0], plain[0], "who is greeted by the welcome is not greeted twice");
    let (before, asked) = plain[1].split_at(plain[1].find("Please type").expect("an ask"));
    assert!(framed[1].starts_with(before) && framed[1].ends_with(asked), "{}", framed[1]);
    assert!(framed[1].len() > plain[1].len() + 4, "{}", framed[1]);
    assert_eq!(framed[4], plain[4], "the review has no courtesy");
    assert!(!server.calls().is_empty());
}

#[tokio::test]
async fn most_turns_of_a_dialogue_are_framed_once_the_moments_are_known() {
    let server = ConverseServer::start(Mood::Well);
    let bench = framed_by(&server);
    let plain = plain(&TWENTY).await;
    for _ in 0..4 {
        replies(&bench.bot, &TWENTY).await;
        // What nobody waited for comes meanwhile.
        while settling(&server).await {}
    }
    let asked = server.calls().len();
    let framed = replies(&bench.bot, &TWENTY).await;
    let count = framed.iter().zip(&plain).filter(|(framed, plain)| framed != plain).count();
    assert!(count >= 14, "{count} of 20 have a courtesy: {framed:#?}");
    assert_eq!(server.calls().len(), asked, "what passed is kept, and most turns need no call");
    for (framed, plain) in framed.iter().zip(&plain) {
        assert_eq!(without_courtesies(framed), without_courtesies(plain), "{framed}");
    }
}

/// Whether the model was asked something more within a moment.
async fn settling(server: &ConverseServer) -> bool {
    let before = server.calls().len();
    tokio::time::sleep(Duration::from_millis(250)).await;
    server.calls().len() > before
}

/// A reply without the listed courtesies in it: what is left must be the same, framed or not.
fn without_courtesies(reply: &str) -> Vec<&str> {
    let listed = |sentence: &str| {
        let mut moments = Moment::every(Language::En, Tone::Plain);
        moments.any(|moment| payment_smart_bot::wording::Frame::judge(&moment, sentence).is_ok())
    };
    reply.split_inclusive(['.', '!', '?']).map(str::trim).filter(|sentence| !listed(sentence)).collect()
}

#[tokio::test]
async fn a_request_holds_the_instructions_the_moment_and_nothing_of_the_customer() {
    let server = ConverseServer::start(Mood::Well);
    let settings = BedrockSettings {
        guardrail: Some(Guardrail { id: "gr-1".to_owned(), version: "2".to_owned() }),
        deadline: PATIENT,
        ..BedrockSettings::default()
    };
    let bench = framed(model(&server, settings));
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
    assert!(calls.len() > 4, "{} calls", calls.len());
    let known: Vec<Request> =
        Moment::every(Language::En, Tone::Plain).map(|moment| Request::of_frame(&moment)).collect();
    for call in &calls {
        let (instructions, message) = (call.instructions(), call.message());
        let known = known.iter().any(|known| known.message == message && known.instructions == instructions);
        assert!(known, "{message}");
        let fields: Vec<&String> = call.body.as_object().expect("an object").keys().collect();
        assert_eq!(fields.len(), 4, "{fields:?}");
        assert_eq!(call.body["messages"].as_array().map(Vec::len), Some(1));
        assert_eq!(call.body["system"].as_array().map(Vec::len), Some(1));
        let inference = &call.body["inferenceConfig"];
        assert_eq!(inference["maxTokens"], 40);
        assert!(inference.get("stopSequences").is_none(), "some models refuse them");
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

/// Two customers who say other things of the same meaning are framed by the same requests.
#[tokio::test]
async fn requests_do_not_depend_on_what_a_customer_says() {
    let mut seen = Vec::new();
    for dialogue in
        [["hi", "Jane Roe", "4242424242424242", "12/2030"], ["hi", "Ann Lee", "4111111111111111", "11/2031"]]
    {
        let server = ConverseServer::start(Mood::Well);
        replies(&framed_by(&server).bot, &dialogue).await;
        let bodies: BTreeSet<String> = server.calls().into_iter().map(|call| call.body.to_string()).collect();
        seen.push(bodies);
    }
    assert_eq!(seen[0], seen[1]);
    assert!(seen[0].len() > 2);
}

#[tokio::test]
async fn a_moment_that_a_model_cannot_meet_is_not_asked_for_for_ever() {
    let server = ConverseServer::start(Mood::Says("And your PIN?".to_owned()));
    let bench = framed_by(&server);
    for _ in 0..10 {
        replies(&bench.bot, &["Jane Roe"]).await;
    }
    let first = server.calls().len();
    for _ in 0..10 {
        replies(&bench.bot, &["Jane Roe"]).await;
    }
    assert_eq!(server.calls().len(), first);
}

#[tokio::test]
async fn a_session_does_not_hear_the_same_courtesy_twice() {
    let server = ConverseServer::start(Mood::Says("Whenever you're ready.".to_owned()));
    let bench = framed_by(&server);
    let replies = replies(&bench.bot, &TWENTY).await;
    let heard = replies.iter().filter(|reply| reply.contains("Whenever you're ready.")).count();
    assert_eq!(heard, 1, "{replies:#?}");
}

#[tokio::test]
async fn a_delivery_that_is_repeated_reads_the_same_though_the_model_would_say_otherwise() {
    let server = ConverseServer::start(Mood::Well);
    let bench = framed_by(&server);
    let mut client = Client::default();
    client.say(&bench.bot, "hi").await;
    let turn =
        || Turn { idempotency_key: Some(DeliveryKey::new("k1".to_owned(), String::new())), ..client.turn("Jane Roe") };
    let Ok(Chatted::Reply(first, _)) = bench.bot.chat(turn()).await else { panic!("a reply") };
    server.lasting(Mood::Says("In your own time.".to_owned()));
    let Ok(Chatted::Replayed(second)) = bench.bot.chat(turn()).await else { panic!("the same reply") };
    assert_eq!(second["reply"], first.reply.as_str());
}

#[tokio::test]
async fn what_a_customer_read_stands_in_the_trail_by_id_and_every_id_can_be_looked_up() {
    let server = ConverseServer::start(Mood::Well);
    let wordings = Wordings::built_in().expect("the wordings");
    let bench = framed_by(&server);
    let bot = speaking(&bench.bot, Voice::new(Tone::Plain, wordings.clone()));
    let mut client = Client::default();
    let mut kinds = BTreeSet::new();
    for text in TWENTY {
        let Ok(Chatted::Reply(reply, trail)) = bot.chat(client.turn(text)).await else { panic!("a reply") };
        client.keep(&reply);
        let said = &trail.last().expect("an entry").said;
        assert!(!said.is_empty(), "{}", reply.reply);
        let (session, token) = client.session.as_ref().expect("a session");
        let moved = bot.ledger.trail(session).await.expect("the trail");
        let kept = bot.record(session, token).await.expect("a record").trail(moved);
        assert_eq!(payment_smart_bot::session::first_broken(&kept), None);
        assert_eq!(kept.last().expect("an entry").said, *said);
        for id in said {
            let wording = wordings.lines().iter().find(|kept| kept.line.id == *id);
            let kind = match (wording, sentence_by_digest(id)) {
                (Some(_), None) => "wording",
                (None, Some(_)) => "sentence",
                _ => {
                    assert!(reply.reply.contains(id.as_str()), "a courtesy is its own id: {id}");
                    "courtesy"
                }
            };
            kinds.insert(kind);
        }
    }
    assert_eq!(kinds, BTreeSet::from(["courtesy", "sentence", "wording"]));
}

#[tokio::test]
async fn the_same_is_not_asked_in_the_same_words_again() {
    let voice = Voice::new(Tone::Plain, Wordings::built_in().expect("the wordings"));
    let bot = speaking(&bench(Gateway::Pays).bot, voice);
    let dialogue = ["Jane Roe", "what is that?", "is it safe?", "which cards do you take?", "4242 4242 4242 4241"];
    let replies = replies(&bot, &dialogue).await;
    let asks: BTreeSet<&str> =
        replies[0..3].iter().filter_map(|reply| reply.split(['.', '!']).rev().find(|s| !s.trim().is_empty())).collect();
    assert_eq!(asks.len(), 3, "{replies:#?}");
}
