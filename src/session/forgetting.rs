//! What a session let go of goes from its history and from the replies that are given again: they show what it still
//! lets people see, and nothing else.
//!
//! That is decided by what the session holds, whenever a record is made or looked at, and not by what happened. So no end,
//! restart, change, decline or expiry can be left out.

use serde::Deserialize as _;
use serde_json::Value;

use super::{CollectedData, Entry, Shows, Who};
use crate::dialogue::Language;

/// How a value is told in one language.
struct Told {
    shows: Shows,
    /// How the line begins, before any value.
    begins: String,
    /// The line with the value that is held, where one is.
    held: Option<String>,
}

impl Told {
    fn all(held: &CollectedData) -> Vec<Self> {
        let value = |shows| match shows {
            Shows::Name => held.name.clone(),
            Shows::Card => held.card.as_ref().map(|card| card.last4.to_string()),
            Shows::Expiry => held.expiry.clone(),
        };
        let told = |language: Language, shows: Shows| {
            let texts = language.history();
            let held = value(shows).map(|value| shows.told(texts, &value));
            Self { shows, begins: shows.told(texts, ""), held }
        };
        Language::ALL.into_iter().flat_map(|language| Shows::ALL.map(|shows| told(language, shows))).collect()
    }
}

/// The lines of a history, each without its value where that is not `held` any more.
pub(super) fn lines(history: &[Entry], held: &CollectedData, language: Language) -> Vec<Entry> {
    let told = Told::all(held);
    history.iter().map(|entry| line(entry, &told, language)).collect()
}

fn line(entry: &Entry, told: &[Told], language: Language) -> Entry {
    // A line of a former release does not say what it shows; it begins as the packs have it.
    let begun = |told: &&Told| entry.who == Who::Customer && entry.what.starts_with(&told.begins);
    let shows = entry.shows.or_else(|| told.iter().find(begun).map(|told| told.shows));
    // Compared in every language: the conversation may have changed it since.
    let is_held = |told: &Told| told.held.as_deref() == Some(&entry.what);
    match shows {
        Some(shows) if !told.iter().any(|told| told.shows == shows && is_held(told)) => {
            Entry { what: shows.forgotten(language.history()), shows: None, ..entry.clone() }
        }
        shows => Entry { shows, ..entry.clone() },
    }
}

/// Whether a reply may be given again in this `turn`: it shows nothing but what is `held`. A value that was asked about and
/// not taken stands in its words alone, so a reply that asks whether something is meant ends with its turn.
pub(super) fn may_be_given_again(reply: &Value, held: &CollectedData, turn: u32) -> bool {
    let shown = CollectedData::deserialize(&reply["collectedData"]);
    let asks = reply["ask"]["kind"] == "sure";
    shown.is_ok_and(|shown| shown.is_within(held)) && (!asks || reply["turn"] == turn)
}
