//! No sink gets a secret. The same dialogue with another number (same brand, same last four) and another code, with
//! time, ids and chance fixed, must leave every sink but the seal and the gateway's wire byte for byte the same.

use std::io::Write;
use std::sync::{Arc, Mutex};

use payment_smart_bot::adapters::MemorySessions;
use payment_smart_bot::ports::{Clock as _, Ledger as _, Sessions as _};
use payment_smart_bot::turn::Chatted;
use tracing::instrument::WithSubscriber as _;
use tracing_subscriber::fmt::MakeWriter;

use crate::support::{Client, Mood, bench_over, lock};

/// What of a script differs between two runs.
pub struct Secrets {
    /// A good number; the three published ones share brand, length, last four and behaviour.
    pub number: &'static str,
    /// A number with a typing error: its last four are the same in every run too.
    pub mistyped: &'static str,
    pub cvv: &'static str,
}

pub const RUNS: [Secrets; 2] = [
    Secrets { number: "4000000760000002", mistyped: "4000000760010002", cvv: "123" },
    Secrets { number: "4000005280000002", mistyped: "4000005280010002", cvv: "987" },
];

/// Dialogues in which N, M and C stand for the number, the mistyped one and the code.
pub const DIALOGUES: &[&[&str]] = &[
    &["hi", "Jane Roe", "N", "12/2030", "C", "yes", "did it go through?"],
    &["Jane Roe, N, 12/30, C", "no", "change the card", "N", "12/30", "C", "yes"],
    &["N", "Jane Roe", "M", "is it safe?", "12/2030", "my cvv is C", "cancel"],
    &["Jane Roe, N, 12/30, C", "I think I want to stop", "no", "\u{1f44d}", "pay"],
    &["Jane Roe, N", "I think I want to stop N", "keep going", "12/30", "I want to go back maybe C", "C", "yes"],
    &["Jane Roe", "M", "N", "C", "the code is C", "13/30", "12/30", "C", "C", "N", "yes"],
    &["my name is N", "C", "Jane Roe", "N N", "card N or M?", "what did I say? N", "talk to a person about N"],
    &["Jane", "N and C", "order number N", "12/30 C", "restart N", "Jane", "N", "N 12/30 C", "cancel N C"],
    &["me llamo Juana, N", "N, C, 12/30", "en español, N", "M", "sí", "mi tarjeta es N", "gracias C"],
];

#[derive(Clone, Default)]
pub struct Lines(pub Arc<Mutex<Vec<u8>>>);

impl Write for Lines {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        lock(&self.0).extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Lines {
    type Writer = Self;

    fn make_writer(&'a self) -> Self {
        self.clone()
    }
}

/// Everything that a dialogue leaves: replies, the trail, records without their seals, the ledger, and the log at TRACE.
async fn sinks(dialogue: &[&str], secrets: &Secrets, mood: Mood) -> Vec<String> {
    let log = Lines::default();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(tracing::Level::TRACE)
        .with_writer(log.clone())
        .without_time()
        .finish();
    let mut sinks = talk(dialogue, secrets, mood).with_subscriber(subscriber).await;
    sinks.push(String::from_utf8(lock(&log.0).clone()).expect("text"));
    sinks
}

async fn talk(dialogue: &[&str], secrets: &Secrets, mood: Mood) -> Vec<String> {
    let store = Arc::new(MemorySessions::default());
    let bench = bench_over(mood, store.clone());
    let mut client = Client::default();
    let mut sinks = Vec::new();
    for line in dialogue {
        let text = line.replace('N', secrets.number).replace('M', secrets.mistyped).replace('C', secrets.cvv);
        match bench.bot.chat(client.turn(&text)).await {
            Ok(Chatted::Reply(reply, trail)) => {
                client.keep(&reply);
                sinks.push(serde_json::to_string(&*reply).expect("JSON"));
                sinks.push(serde_json::to_string(&trail).expect("JSON"));
                sinks.push(format!("{reply:?}"));
            }
            other => sinks.push(format!("{other:?}")),
        }
        let (id, _) = client.session.as_ref().expect("a session");
        if let Some(mut record) = store.load(id, bench.clock.now()).await.expect("a store") {
            let sealed = record.take_sealed();
            sinks.push(format!("sealed: {:?}", sealed.map(|seal| seal.len())));
            sinks.push(String::from_utf8(record.to_json()).expect("text"));
            sinks.push(format!("{record:?}"));
        }
        sinks.push(serde_json::to_string(&store.trail(id).await.expect("a store")).expect("JSON"));
        sinks.push(serde_json::to_string(&store.open_attempts(None, 9).await.expect("a store")).expect("JSON"));
    }
    sinks
}

#[tokio::test]
async fn no_sink_depends_on_the_hidden_digits_of_a_number_or_on_a_code() {
    let mut compared = 0;
    for dialogue in DIALOGUES {
        for mood in [Mood::Pays, Mood::Declines, Mood::Asks, Mood::Waits] {
            let [a, b] = [sinks(dialogue, &RUNS[0], mood).await, sinks(dialogue, &RUNS[1], mood).await];
            assert_eq!(a.len(), b.len(), "{dialogue:?}");
            for (a, b) in a.iter().zip(&b) {
                assert_eq!(a, b, "{dialogue:?}");
                compared += 1;
            }
        }
    }
    assert!(compared > 500, "{compared} sinks were compared");
}

/// The plain search beside it: no form of a number or a code in any sink.
#[tokio::test]
async fn no_sink_holds_a_number_or_a_code_in_any_form() {
    use base64::Engine as _;
    for dialogue in DIALOGUES {
        let secrets = &RUNS[1];
        let all = sinks(dialogue, secrets, Mood::Pays).await.join("\n");
        for number in [secrets.number, secrets.mistyped] {
            let grouped: Vec<String> =
                number.as_bytes().chunks(4).map(|chunk| String::from_utf8_lossy(chunk).into_owned()).collect();
            let hex = hex::encode(number.as_bytes());
            let encoded = base64::prelude::BASE64_STANDARD.encode(number);
            for form in [number.to_owned(), grouped.join(" "), grouped.join("-"), hex, encoded, number[..12].to_owned()]
            {
                assert!(!all.contains(&form), "a number, as {} characters", form.len());
            }
        }
        assert!(!all.contains("\"987\"") && !all.contains(" 987 ") && !all.contains("987."), "a code");
    }
}
