//! What a session let go of is gone from every face: what its owner sees, what is given again under a key, what is kept.

use std::sync::atomic::Ordering;

use payment_smart_bot::dialogue::Language;
use payment_smart_bot::session::{ANSWERED, REPLIES, Record, SessionId};
use payment_smart_bot::turn::{ChatError, Chatted, Deletion, DeliveryKey, Turn};
use proptest::prelude::*;
use serde_json::Value;

use crate::support::{Bench, Client, Mood, bench};

/// Values that nothing else in a record or a reply has in it.
const NAMES: [&str; 3] = ["Mary Stonebridge", "John Kettlewell", "Jane Quimby"];
const CARDS: [(&str, &str); 4] = [
    ("4000 0566 5566 5556", "5556"),
    ("5555 5555 5555 4444", "4444"),
    ("3782 822463 10005", "0005"),
    ("6011 1111 1111 1117", "1117"),
];
const YEARS: [&str; 3] = ["2031", "2032", "2033"];

/// What happens next.
#[derive(Clone, Debug)]
enum Move {
    /// This is said.
    Say(String),
    /// So many minutes pass.
    Wait(i64),
    /// A payment in flight is looked up, and so are all others.
    Look,
    /// The owner wants it deleted; where it is so, the gateway gives no answer.
    Delete(bool),
}

fn moves() -> impl Strategy<Value = Vec<Move>> {
    let name = prop::sample::select(NAMES.as_slice());
    let card = prop::sample::select(CARDS.as_slice()).prop_map(|(number, _)| number);
    let year = prop::sample::select(YEARS.as_slice());
    let whole =
        (name.clone(), card.clone(), year.clone()).prop_map(|(name, card, year)| format!("{name}, {card}, 11/{year}"));
    let value = prop_oneof![
        name.clone().prop_map(str::to_owned),
        card.clone().prop_map(str::to_owned),
        year.clone().prop_map(|year| format!("11/{year}")),
        Just("123".to_owned()),
    ];
    let changed = prop_oneof![
        name.prop_map(|name| format!("change the name to {name}")),
        card.prop_map(|card| format!("use another card: {card}")),
        year.prop_map(|year| format!("no, the expiry date is 11/{year}")),
    ];
    let command = prop::sample::select(vec![
        "yes",
        "no",
        "cancel",
        "stop",
        "start over",
        "back",
        "change",
        "keep",
        "keep going",
        "change the name",
        "change the card",
        "change the expiry date",
        "I think I want to stop",
        "is it safe?",
        "auf Deutsch",
        "en español, por favor",
        "did it go through?",
    ]);
    let said = prop_oneof![
        3 => whole,
        6 => value,
        2 => changed,
        6 => command.prop_map(str::to_owned),
        2 => Just("123".to_owned()),
        2 => Just("yes".to_owned()),
    ];
    let next = prop_oneof![
        20 => said.prop_map(Move::Say),
        1 => prop_oneof![Just(5_i64), Just(16)].prop_map(Move::Wait),
        1 => Just(Move::Look),
        1 => any::<bool>().prop_map(Move::Delete),
    ];
    prop::collection::vec(next, 1..16)
}

/// What a person could read in it: no hashes, no seals, no moments.
fn read_in(json: &Value) -> String {
    fn gather(json: &Value, into: &mut Vec<String>) {
        match json {
            Value::String(text) if text.len() <= 16 || text.contains(' ') => into.push(text.clone()),
            Value::Number(number) => into.push(number.to_string()),
            Value::Array(all) => all.iter().for_each(|one| gather(one, into)),
            Value::Object(all) => all.values().for_each(|one| gather(one, into)),
            Value::String(_) | Value::Bool(_) | Value::Null => {}
        }
    }
    let mut texts = Vec::new();
    gather(json, &mut texts);
    texts.join("\n")
}

/// The values that a face shows though the session lets people see only `held`.
fn beyond(face: &Value, held: &str) -> Vec<&'static str> {
    let (face, cards) = (read_in(face), CARDS.iter().map(|(_, last)| *last));
    NAMES.into_iter().chain(cards).chain(YEARS).filter(|value| face.contains(value) && !held.contains(value)).collect()
}

/// What a session lets people see: what is collected, and what it asks about.
fn held(record: &Record, offered: &str) -> String {
    let json: Value = serde_json::from_slice(&record.to_json()).expect("JSON");
    let asks = json["state"].get("offer").is_some();
    let collected = serde_json::to_string(record.collected_data()).expect("JSON");
    // A number that is asked about is sealed: what was said since stands for it.
    if asks { format!("{collected} {offered}") } else { collected }
}

struct Story {
    bench: Bench,
    client: Client,
    said: Vec<String>,
    /// What was said since a value is asked about.
    offered: String,
}

impl Story {
    fn new(mood: Mood) -> Self {
        Self { bench: bench(mood), client: Client::default(), said: Vec::new(), offered: String::new() }
    }

    fn turn(&self, at: usize) -> Turn {
        let key = DeliveryKey::new(format!("key of {at}"), String::new());
        Turn { idempotency_key: Some(key), language: Some(Language::default()), ..self.client.turn(&self.said[at]) }
    }

    async fn record(&self) -> Option<Record> {
        let (id, token) = self.client.session.as_ref()?;
        self.bench.bot.record(id, token).await.ok()
    }

    async fn go(&mut self, next: &Move) {
        match (next, &self.client.session) {
            (Move::Say(text), _) => {
                self.said.push(text.clone());
                if let Ok(Chatted::Reply(reply, _)) = self.bench.bot.chat(self.turn(self.said.len() - 1)).await {
                    self.client.keep(&reply);
                }
            }
            (Move::Wait(minutes), _) => self.bench.clock.wind(*minutes),
            (Move::Look, Some((id, token))) => {
                let _ = self.bench.bot.nudge(id.clone(), token).await;
            }
            (Move::Delete(silent), Some((id, token))) => {
                self.bench.gateway.silent.store(*silent, Ordering::SeqCst);
                let _ = self.bench.bot.delete(id.clone(), token).await;
                self.bench.gateway.silent.store(false, Ordering::SeqCst);
            }
            (Move::Look | Move::Delete(_), None) => {}
        }
    }

    /// No face shows more than the session lets people see.
    async fn shows_what_is_held(&mut self) {
        let Some(record) = self.record().await else { return };
        let asks = serde_json::from_slice::<Value>(&record.to_json()).expect("JSON")["state"].get("offer").is_some();
        match self.said.last() {
            Some(said) if asks => self.offered.push_str(said),
            Some(_) | None => self.offered.clear(),
        }
        let held = held(&record, &self.offered);
        let view = serde_json::to_value(record.view()).expect("JSON");
        assert_eq!(beyond(&view, &held), Vec::<&str>::new(), "in the view, after {:?}", self.said);
        let json: Value = serde_json::from_slice(&record.to_json()).expect("JSON");
        // The machine has the face of a card in hand as long as its payment is in the air; it's deleted then, and nobody sees it.
        let deleting = json["state"]["flight"]["wish"] == "delete";
        let found =
            beyond(&json, &held).into_iter().filter(|value| !deleting || CARDS.iter().all(|(_, last)| last != value));
        assert_eq!(found.collect::<Vec<_>>(), Vec::<&str>::new(), "in the record, after {:?}", self.said);
        for at in self.said.len().saturating_sub(REPLIES + ANSWERED)..self.said.len() {
            match self.bench.bot.chat(self.turn(at)).await {
                Ok(Chatted::Replayed(again)) => {
                    assert_eq!(beyond(&again, &held), Vec::<&str>::new(), "{at} again, after {:?}", self.said);
                }
                Err(ChatError::AnsweredAlready) => {}
                other => panic!("{at} was run anew after {:?}: {other:?}", self.said),
            }
        }
        assert_eq!(self.record().await.expect("it stays").to_json(), record.to_json());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn no_face_shows_what_the_session_does_not_hold_any_more(
        mood in prop::sample::select(vec![Mood::Pays, Mood::Declines, Mood::Asks, Mood::Waits, Mood::Leaves]),
        moves in moves(),
    ) {
        let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
        runtime.block_on(async {
            let mut story = Story::new(mood);
            for next in [&Move::Say("hi".to_owned())].into_iter().chain(&moves) {
                story.go(next).await;
                story.shows_what_is_held().await;
            }
        });
    }
}

/// A way in which something is let go of: after these words, this is gone and that is still there.
struct Way {
    mood: Mood,
    said: &'static [&'static str],
    gone: &'static [&'static str],
    there: &'static [&'static str],
}

const ALL: &str = "Mary Stonebridge, 4000 0566 5566 5556, 11/2031";

const fn way(said: &'static [&'static str], gone: &'static [&'static str], there: &'static [&'static str]) -> Way {
    Way { mood: Mood::Pays, said, gone, there }
}

const WAYS: [Way; 9] = [
    way(&[ALL, "123", "cancel"], &["Stonebridge", "5556", "2031"], &["name: removed", "card: removed"]),
    way(&[ALL, "start over"], &["Stonebridge", "5556", "2031"], &["expiry date: removed"]),
    way(&[ALL, "123", "change the name"], &["Stonebridge"], &["name: removed"]),
    way(&[ALL, "123", "change the card"], &["5556", "2031"], &["name: Mary Stonebridge", "card: removed"]),
    way(&[ALL, "change the expiry date"], &["2031"], &["name: Mary Stonebridge", "card •••• 5556"]),
    way(&[ALL, "no, the expiry date is 11/2032"], &["2031"], &["expiry date: removed", "expiry 11/2032"]),
    way(&[ALL, "123", "yes"], &["Stonebridge", "2031"], &["name: removed", "card •••• 5556", "expiry date: removed"]),
    way(&[ALL, "en español", "cancelar"], &["Stonebridge", "5556", "2031"], &["nombre: eliminado"]),
    Way {
        mood: Mood::Declines,
        said: &[ALL, "123", "yes"],
        gone: &["5556", "2031"],
        there: &["name: Mary Stonebridge", "card: removed"],
    },
];

#[tokio::test]
async fn what_a_sentence_says_is_gone_is_gone() {
    for Way { mood, said, gone, there } in WAYS {
        let mut story = Story::new(mood);
        for text in said {
            story.go(&Move::Say((*text).to_owned())).await;
            story.shows_what_is_held().await;
        }
        let record = story.record().await.expect("a session");
        let seen = read_in(&serde_json::to_value(record.view()).expect("JSON"));
        let kept = read_in(&serde_json::from_slice(&record.to_json()).expect("JSON"));
        for value in gone {
            assert!(!seen.contains(value) && !kept.contains(value), "{value} after {said:?}: {seen}");
        }
        for line in there {
            assert!(seen.contains(line), "{line} after {said:?}: {seen}");
        }
        // The last message can still be sent again, and is answered as it was.
        let last = story.bench.bot.chat(story.turn(said.len() - 1)).await;
        assert!(matches!(last, Ok(Chatted::Replayed(_))), "{said:?}: {last:?}");
    }
}

#[tokio::test]
async fn a_deletion_that_waits_for_money_in_the_air_shows_nothing_meanwhile() {
    let mut story = Story::new(Mood::Asks);
    for text in [ALL, "123", "yes"] {
        story.go(&Move::Say(text.to_owned())).await;
    }
    let (id, token): (SessionId, _) = story.client.session.clone().expect("a session");
    story.bench.gateway.silent.store(true, Ordering::SeqCst);
    assert_eq!(story.bench.bot.delete(id.clone(), &token).await, Ok(Deletion::Waiting));
    let record = story.record().await.expect("until it is settled");
    let view = serde_json::to_value(record.view()).expect("JSON");
    assert_eq!((&view["status"], &view["collectedData"]), (&"awaiting_authentication".into(), &serde_json::json!({})));
    story.shows_what_is_held().await;
    // Nor does what is said meanwhile.
    story.bench.gateway.silent.store(true, Ordering::SeqCst);
    let reply = story.client.clone().say(&story.bench.bot, "what do you have of me?").await;
    let reply = serde_json::to_value(reply).expect("JSON");
    assert_eq!(beyond(&reply, ""), Vec::<&str>::new(), "{reply}");
    story.go(&Move::Look).await;
    assert!(story.record().await.is_none(), "it is gone once the payment is settled");
}
