//! What any wording must keep, held against the candidates of `tests/wordings`, and by properties.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::dialogue::Language;
use crate::wording::contract::{faults, unlisted};
use crate::wording::{Breach, Sentence, Wording, all};

/// One line of `tests/wordings/<language>.jsonl`.
#[derive(Deserialize)]
struct Candidate {
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
fn verdict(sentences: &BTreeMap<&str, Sentence>, candidate: &Candidate) -> &'static str {
    match sentences.get(candidate.act.as_str()).map(|sentence| Wording::judge(sentence, &candidate.text)) {
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
        let judged = Wording::judge(&sentence, sentence.text());
        let expected = if sentence.fixed() { Err(Breach::Fixed) } else { Ok(sentence.text().to_owned()) };
        assert_eq!(judged.map(|wording| wording.text().to_owned()), expected, "{}", sentence.id());
    }
}

#[test]
fn candidates_are_judged_as_a_reviewer_would() {
    let mut wrong = Vec::new();
    let (mut count, mut honest, mut refused) = (0, 0, 0);
    for language in Language::ALL {
        let path = format!("{}/tests/wordings/{}.jsonl", env!("CARGO_MANIFEST_DIR"), language.code());
        let sentences = sentences(language);
        for line in std::fs::read_to_string(path).expect("the candidates").lines().filter(|line| !line.is_empty()) {
            let candidate: Candidate = serde_json::from_str(line).expect("a candidate");
            let verdict = verdict(&sentences, &candidate);
            count += 1;
            honest += usize::from(candidate.accepted || candidate.honest);
            refused += usize::from(candidate.honest);
            let reasons: Vec<&str> = match &candidate.reason {
                Some(serde_json::Value::String(reason)) => vec![reason],
                Some(serde_json::Value::Array(reasons)) => {
                    reasons.iter().filter_map(serde_json::Value::as_str).collect()
                }
                _ => Vec::new(),
            };
            // An allow-list knows no more of a word than that it is not on it.
            let stray = verdict == "strays" && !reasons.contains(&"fixed");
            let well = if candidate.accepted { verdict.is_empty() } else { stray || reasons.contains(&verdict) };
            if !well {
                wrong.push(format!("{}: got {verdict:?}: {line}", language.code()));
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {count}:\n{}", wrong.len(), wrong.join("\n"));
    assert!(count >= 400, "only {count} candidates");
    assert!(refused * 40 <= honest, "{refused} of {honest} honest wordings are refused: the contract is too narrow");
}

#[test]
fn only_names_are_unlisted() {
    for language in Language::ALL {
        let unlisted: std::collections::BTreeSet<String> = all(language)
            .filter(|(_, sentence)| !sentence.fixed())
            .flat_map(|(_, sentence)| unlisted(&sentence))
            .collect();
        let brands: std::collections::BTreeSet<String> = [
            "visa",
            "mastercard",
            "diners",
            "club",
            "discover",
            "jcb",
            "unionpay",
            "maestro",
            "mir",
            "elo",
            "hiper",
            "hipercard",
            "troy",
            "verve",
            "rupay",
        ]
        .map(str::to_owned)
        .into();
        assert_eq!(unlisted, brands, "{}", language.code());
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
        if let Ok(wording) = Wording::judge(sentence, &answer) {
            let text = wording.text();
            proptest::prop_assert!(!sentence.fixed());
            proptest::prop_assert_eq!(text.matches('{').count(), sentence.text().matches('{').count());
            let foreign = ["http", "4242", "@", "**", "\u{202e}", "PIN", "verified"];
            proptest::prop_assert!(foreign.iter().all(|word| !text.contains(word)), "{}", text);
        }
    }
}
