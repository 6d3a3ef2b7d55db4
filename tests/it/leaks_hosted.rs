//! No sink of the hosted service gets a secret: the same comparison as in `leaks`, over what DynamoDB keeps, what KMS and
//! the model are asked, and what is logged.

use std::collections::BTreeMap;
use std::sync::Arc;

use aws_sdk_dynamodb::types::AttributeValue;
use payment_smart_bot::adapters::{Bedrock, BedrockSettings, Frames};
use payment_smart_bot::turn::{Bot, Chatted};
use serde_json::Value;
use tracing::instrument::WithSubscriber as _;
use tracing_subscriber::Layer as _;
use tracing_subscriber::layer::SubscriberExt as _;

use crate::converse_server::{ConverseServer, Mood as Model};
use crate::kms_server::{KmsServer, config};
use crate::leaks::{DIALOGUES, Lines, RUNS, Secrets};
use crate::sessions::dynamo_server::Tables;
use crate::support::{Client, Mood, bench_over, lock};

/// A busy machine must not decide what is compared.
const PATIENT: std::time::Duration = std::time::Duration::from_secs(20);

/// Everything that a dialogue leaves anywhere but in the seal.
async fn sinks(dialogue: &[&str], secrets: &Secrets) -> Vec<String> {
    let log = Lines::default();
    let ours = tracing_subscriber::filter::filter_fn(|metadata| metadata.target().starts_with("payment_smart_bot"));
    let lines = tracing_subscriber::fmt::layer().with_ansi(false).without_time().with_writer(log.clone());
    let subscriber = tracing_subscriber::registry().with(lines.with_filter(ours));
    let mut sinks = talk(dialogue, secrets).with_subscriber(subscriber).await;
    let log = String::from_utf8(lock(&log.0).clone()).expect("text");
    // What is done side by side is logged in an order of chance.
    let mut lines: Vec<&str> = log.lines().collect();
    lines.sort_unstable();
    sinks.push(lines.join("\n"));
    sinks
}

/// An attribute with its names in order.
fn canonical(value: &AttributeValue) -> Value {
    match value {
        AttributeValue::M(map) => {
            let sorted: BTreeMap<_, _> = map.iter().collect();
            Value::Object(sorted.into_iter().map(|(name, value)| (name.clone(), canonical(value))).collect())
        }
        AttributeValue::L(list) => list.iter().map(canonical).collect(),
        other => format!("{other:?}").into(),
    }
}

async fn talk(dialogue: &[&str], secrets: &Secrets) -> Vec<String> {
    let (tables, kms) = (Tables::new().await, KmsServer::start());
    let converse = ConverseServer::start(Model::Well);
    let store = Arc::new(tables.store());
    let bench = bench_over(Mood::Pays, store.clone());
    let model = Bedrock::connect(
        &config(&converse.endpoint()),
        BedrockSettings { deadline: PATIENT, ..BedrockSettings::default() },
    );
    let framer = Arc::new(Frames::new(model, PATIENT));
    let bot = Bot { vault: Arc::new(kms.vault()), framer, ..bench.bot.clone() };
    let mut client = Client::default();
    let mut sinks = Vec::new();
    for line in dialogue {
        let text = line.replace('N', secrets.number).replace('M', secrets.mistyped).replace('C', secrets.cvv);
        match bot.chat(client.turn(&text)).await {
            Ok(Chatted::Reply(reply, trail)) => {
                client.keep(&reply);
                sinks.push(serde_json::to_string(&*reply).expect("JSON"));
                sinks.push(serde_json::to_string(&trail).expect("JSON"));
            }
            other => sinks.push(format!("{other:?}")),
        }
        let (id, _) = client.session.as_ref().expect("a session");
        let mut item: BTreeMap<_, _> = tables.raw(id).await.into_iter().flatten().collect();
        let sealed = item.remove("sealed").map(|sealed| sealed.as_b().map(|blob| blob.as_ref().len()).ok());
        let item = item.iter().map(|(name, value)| (name.clone(), canonical(value))).collect();
        sinks.push(format!("{}, sealed: {sealed:?}", Value::Object(item)));
        let ledger = tables.client.scan().table_name(&tables.ledger).send().await.expect("scans");
        let mut items: Vec<String> =
            ledger.items().iter().map(|item| canonical(&AttributeValue::M(item.clone())).to_string()).collect();
        items.sort_unstable();
        sinks.push(items.join("\n"));
    }
    let mut asked: Vec<String> = converse.calls().iter().map(|call| format!("{} {}", call.model, call.body)).collect();
    asked.sort_unstable();
    sinks.push(asked.join("\n"));
    for call in kms.calls() {
        let mut body: Value = serde_json::from_str(&call.body).expect("JSON");
        // The wrapped key is random.
        body.as_object_mut().expect("an object").remove("CiphertextBlob");
        body.sort_all_objects();
        sinks.push(format!("{} {body}", call.action));
    }
    sinks
}

#[tokio::test(flavor = "multi_thread")]
async fn no_hosted_sink_depends_on_the_hidden_digits_of_a_number_or_on_a_code() {
    let mut compared = 0;
    for dialogue in DIALOGUES {
        let [a, b] = [sinks(dialogue, &RUNS[0]).await, sinks(dialogue, &RUNS[1]).await];
        assert_eq!(a.len(), b.len(), "{dialogue:?}");
        for (a, b) in a.iter().zip(&b) {
            assert_eq!(a, b, "{dialogue:?}");
            compared += 1;
        }
    }
    assert!(compared > 200, "{compared} sinks were compared");
}
