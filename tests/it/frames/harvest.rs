//! Candidates that are gathered while the service runs: for people to read, and for no customer.

use std::sync::Arc;
use std::time::Duration;

use payment_smart_bot::adapters::{BedrockSettings, Harvest, Shelf};
use payment_smart_bot::turn::Bot;
use payment_smart_bot::wording::{Fate, Standing};

use super::{model, plain, replies};
use crate::converse_server::{ConverseServer, Mood};
use crate::support::{Bench, Mood as Gateway, bench};

fn harvesting(server: &ConverseServer, shelf: &Shelf) -> Bench {
    let harvest = Harvest::new(model(server, BedrockSettings::default()), shelf.clone());
    let bench = bench(Gateway::Pays);
    Bench { bot: Bot { framer: Arc::new(harvest), ..bench.bot }, ..bench }
}

#[tokio::test]
async fn candidates_are_written_down_as_proposed_and_no_customer_reads_one() {
    let folder = tempfile::tempdir().expect("a folder");
    let shelf = Shelf::open(folder.path()).expect("a shelf");
    let server = ConverseServer::start(Mood::Well);
    let bench = harvesting(&server, &shelf);
    let dialogue = ["hi", "Jane Roe", "4242 4242 4242 4242", "12/2030"];
    let expected = plain(&dialogue).await;
    for _ in 0..50 {
        assert_eq!(replies(&bench.bot, &dialogue).await, expected);
        tokio::time::sleep(Duration::from_millis(20)).await;
        if shelf.read().expect("lines").lines().len() >= 2 {
            break;
        }
    }
    let wordings = shelf.read().expect("lines");
    assert!(wordings.lines().len() >= 2, "{wordings:?}");
    for kept in wordings.lines() {
        assert_eq!((kept.fate, kept.line.state), (Fate::Unspoken, Standing::Proposed), "{kept:?}");
        assert!(kept.line.model.is_some() && kept.line.instructions.is_some(), "{kept:?}");
        assert!(!kept.line.text.contains("Jane") && !kept.line.text.contains("4242"), "{kept:?}");
    }
}

#[tokio::test]
async fn a_model_that_has_nothing_to_give_is_not_asked_for_ever() {
    for nothing in ["Please type the card number.", "And your PIN?"] {
        let folder = tempfile::tempdir().expect("a folder");
        let shelf = Shelf::open(folder.path()).expect("a shelf");
        let server = ConverseServer::start(Mood::Says(nothing.to_owned()));
        let bench = harvesting(&server, &shelf);
        for _ in 0..30 {
            replies(&bench.bot, &["hi", "Jane Roe"]).await;
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        let asked: std::collections::BTreeSet<String> =
            server.calls().iter().map(|call| call.message().to_owned()).collect();
        // The only sentences of this dialogue that may be said in other words.
        // Six times each, of two models.
        assert!(server.calls().len() <= 6 * 2 * asked.len(), "{} calls for {asked:?}", server.calls().len());
        assert!(shelf.read().expect("lines").lines().len() <= 1, "the sentence itself is no wording of it");
    }
}
