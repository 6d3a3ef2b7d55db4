//! What any wording must keep, held against the candidates of `tests/wordings`, and by properties.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::dialogue::Language;
use crate::wording::contract::{faults, unlisted};
use crate::wording::{Breach, Candidate, Sentence, all};

/// One line of `tests/wordings/<language>.jsonl`.
#[derive(Deserialize)]
struct Labelled {
    act: String,
    text: String,
    accepted: bool,
    reason: Option<serde_json::Value>,
    /// It is refused although a reviewer would let it pass.
    #[serde(default)]
    honest: bool,
}

fn sentences(language: Language) -> BTreeMap<&'static str, Sentence> {
    all(language).map(|(_, sentence)| (sentence.id(), sentence)).collect()
}

/// What is said against a candidate; empty for an accepted one.
fn verdict(sentences: &BTreeMap<&str, Sentence>, candidate: &Labelled) -> &'static str {
    match sentences.get(candidate.act.as_str()).map(|sentence| Candidate::judge(sentence, &candidate.text)) {
        None => "unknown_act",
        Some(Ok(_)) => "",
        Some(Err(breach)) => breach.wire(),
    }
}

#[test]
fn no_lexicon_has_a_fault() {
    for language in Language::ALL {
        assert!(faults(language).is_empty(), "{}: {:?}", language.code(), faults(language));
    }
}

#[test]
fn a_sentence_is_a_wording_of_itself_unless_it_is_fixed() {
    for (_, sentence) in Language::ALL.into_iter().flat_map(all) {
        let judged = Candidate::judge(&sentence, sentence.text());
        let expected = if sentence.fixed() { Err(Breach::Fixed) } else { Ok(sentence.text().to_owned()) };
        assert_eq!(judged.map(|wording| wording.text().to_owned()), expected, "{}", sentence.id());
    }
}

/// What the contract says to the labelled candidates: figures of a filter, which `.ci/full` prints. It is no gate: that is
/// the person who reads what passed. What must not happen is that a crude one passes.
#[test]
fn candidates_are_filtered_as_the_figures_say() {
    let mut figures: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    let mut crude = Vec::new();
    for language in Language::ALL {
        let path = format!("{}/tests/wordings/{}.jsonl", env!("CARGO_MANIFEST_DIR"), language.code());
        let sentences = sentences(language);
        for line in std::fs::read_to_string(path).expect("the candidates").lines().filter(|line| !line.is_empty()) {
            let candidate: Labelled = serde_json::from_str(line).expect("a candidate");
            let verdict = verdict(&sentences, &candidate);
            // An act that is gone, or fixed by now, has no wordings.
            if matches!(verdict, "unknown_act" | "fixed") {
                continue;
            }
            let kind = if candidate.accepted { "good, and passed" } else { "bad, and refused" };
            let (well, of) = figures.entry(kind).or_default();
            *of += 1;
            *well += usize::from(verdict.is_empty() == candidate.accepted);
            let named =
                |reason: &str| candidate.reason.as_ref().is_some_and(|reasons| reasons.to_string().contains(reason));
            let is_crude = ["link", "markup", "amount", "placeholder", "script"].iter().any(|reason| named(reason));
            if verdict.is_empty() && is_crude && !candidate.honest {
                crude.push(line.to_owned());
            }
        }
    }
    for (kind, (well, of)) in &figures {
        println!("figure: candidates {kind}: {well} of {of}");
    }
    assert!(crude.is_empty(), "{crude:#?}");
    assert_eq!(figures.len(), 2, "{figures:?}");
}

#[test]
fn every_word_of_a_sentence_is_listed() {
    for language in Language::ALL {
        let unlisted: std::collections::BTreeSet<String> = all(language)
            .filter(|(_, sentence)| !sentence.fixed())
            .flat_map(|(_, sentence)| unlisted(&sentence))
            .collect();
        assert!(unlisted.is_empty(), "{}: {unlisted:?}", language.code());
    }
}

/// Any text at all, and texts that are made of what contracts look at.
fn answers() -> impl proptest::strategy::Strategy<Value = String> {
    use proptest::prelude::*;
    let pieces = prop::sample::select(vec![
        "please",
        "the",
        "card",
        "number",
        "name",
        "{brand}",
        "{last4}",
        "{contact}",
        "{",
        "}",
        "?",
        ".",
        "not",
        "verified",
        "PIN",
        "4242",
        "¿",
        "escriba",
        "número",
        "http://x.y",
        "\u{202e}",
        "four",
        "\n",
        "**",
        "🙂",
        "a\u{301}",
        "'",
        "com.",
        ".com",
    ]);
    prop_oneof![any::<String>(), prop::collection::vec(pieces, 0..30).prop_map(|words| words.join(" "))]
}

proptest::proptest! {
    #[test]
    fn prop_what_is_accepted_holds_nothing_of_its_own(which in 0..10_000_usize, answer in answers()) {
        let every: Vec<Sentence> = Language::ALL.into_iter().flat_map(all).map(|(_, sentence)| sentence).collect();
        let sentence = &every[which % every.len()];
        if let Ok(wording) = Candidate::judge(sentence, &answer) {
            let text = wording.text();
            proptest::prop_assert!(!sentence.fixed());
            proptest::prop_assert_eq!(text.matches('{').count(), sentence.text().matches('{').count());
            let foreign = ["http", "4242", "@", "**", "\u{202e}", "PIN", "verified"];
            proptest::prop_assert!(foreign.iter().all(|word| !text.contains(word)), "{}", text);
        }
    }
}
