//! Every note and every ask has its sentence in every language, and no file has anything besides.

use std::collections::{BTreeMap, BTreeSet};

use super::{files, sample};
use crate::dialogue::Language;
use crate::wording::catalog::catalog;
use crate::wording::every;
use crate::wording::given::Given;
use crate::wording::placeholder::{Piece, pieces};
use crate::wording::{Sentence, all, fill};

/// Messages that say how values are written, in every `format.ftl`.
const FORMAT: [&str; 13] = [
    "other-ways",
    "decimal-mark",
    "group-mark",
    "group-from",
    "money-symbol",
    "money-code",
    "expiry",
    "list-next",
    "list-last",
    "plural",
    "model-language",
    "question-opens",
    "letters",
];

#[test]
fn nothing_is_missing_or_faulty() {
    for language in Language::ALL {
        let problems = &catalog(language).problems;
        assert!(problems.is_empty(), "{}: {problems:#?}", language.code());
    }
}

#[test]
fn no_message_is_unused_or_given_twice() {
    let used: BTreeSet<_> = every::parts()
        .flat_map(|part| Given::every(part.depends_on()).map(move |given| part.case(given).message))
        .collect();
    for language in Language::ALL {
        let (ids, _) = files::read(language);
        let unused: Vec<_> = ids
            .iter()
            .filter(|id| !used.contains(*id) && !FORMAT.contains(&id.as_str()) && !id.starts_with("symbol-"))
            .collect();
        assert!(unused.is_empty(), "{}: unused: {unused:?}", language.code());
        let once: BTreeSet<_> = ids.iter().collect();
        assert_eq!(once.len(), ids.len(), "{}: a message is there twice", language.code());
    }
}

#[test]
fn every_variant_can_be_chosen_and_every_choice_has_its_variant() {
    let mut words = files::words();
    let brands = crate::card::Brand::ALL.map(|brand| brand.wire().to_owned());
    words.insert(("list-last".to_owned(), "brand_is"), brands.into());
    words.insert(("plural".to_owned(), "count"), ["one", "other"].map(str::to_owned).into());
    for language in Language::ALL {
        for select in files::read(language).1 {
            let at = format!("{}: {} ${}", language.code(), select.message, select.selector);
            let chosen = words
                .iter()
                .find(|((message, selector), _)| *message == select.message && *selector == select.selector)
                .unwrap_or_else(|| panic!("{at}: no such selector"))
                .1;
            for key in &select.keys {
                let never = !chosen.contains(key.as_str()) && key != "other";
                assert!(!never, "{at}: [{key}] is never chosen");
            }
            for word in chosen {
                assert!(select.has_other || select.keys.contains(word), "{at}: [{word}] is missing");
            }
        }
    }
}

#[test]
fn an_id_names_one_text() {
    for language in Language::ALL {
        let mut texts: BTreeMap<&str, &str> = BTreeMap::new();
        for (_, sentence) in all(language) {
            let first = texts.entry(sentence.id()).or_insert(sentence.text());
            assert_eq!(*first, sentence.text(), "{} is two sentences", sentence.id());
        }
    }
}

#[test]
fn languages_have_the_same_sentences_with_the_same_placeholders() {
    let of = |language| -> Vec<_> { all(language).map(|(part, sentence)| (part, placeholders(&sentence))).collect() };
    let english = of(Language::En);
    for language in Language::ALL {
        for (ours, theirs) in english.iter().zip(of(language)) {
            assert_eq!(*ours, theirs, "{}", language.code());
        }
        assert_eq!(english.len(), of(language).len());
    }
}

#[test]
fn braces_hold_placeholders_only() {
    for (_, sentence) in Language::ALL.into_iter().flat_map(all) {
        for piece in pieces(sentence.text()) {
            if let Piece::Words(words) = piece {
                assert!(!words.contains(['{', '}', '$']), "{}: {words}", sentence.id());
            }
        }
    }
}

#[test]
fn every_sentence_can_be_filled_and_ends_like_one() {
    let values = sample::values();
    for (_, sentence) in Language::ALL.into_iter().flat_map(all) {
        let text = fill(sentence.text(), &values, sentence.language());
        assert!(!text.contains(['{', '}', '…']), "{text}");
        assert!(!text.contains("  ") && text.trim() == text, "{text:?}");
        let ends = text.ends_with(['.', '?', '!']) || sentence.text().ends_with("{link}");
        assert!(ends, "{}: {text}", sentence.id());
    }
}

#[test]
fn only_what_may_not_be_reworded_is_fixed() {
    let fixed: BTreeSet<_> = all(Language::En)
        .filter(|(_, sentence)| sentence.fixed())
        .map(|(_, sentence)| sentence.id().split('.').next().expect("an id"))
        .collect();
    for law in ["ask-review", "ask-receipt", "ask-ended", "ask-authenticate", "ask-processing", "declined", "privacy"] {
        assert!(fixed.contains(law), "{law}");
    }
    for (_, sentence) in all(Language::En).filter(|(_, sentence)| !sentence.fixed()) {
        let claims = ["charged", "stored", "encrypted", "{link}", "{receipt}", "{token}"];
        let claim = claims.iter().find(|claim| sentence.text().contains(**claim));
        assert_eq!(claim, None, "{} is not fixed", sentence.id());
    }
}

#[test]
fn no_sentence_names_a_value() {
    let values = ["Jane", "Roe", "12/2028", "49.90", "49,90", "Acme", "1042", "@", "http", "pi_", "pm_", "transfer"];
    for (_, sentence) in Language::ALL.into_iter().flat_map(all) {
        let named = values.iter().find(|value| sentence.text().contains(**value));
        assert_eq!(named, None, "{}", sentence.id());
    }
}

#[test]
fn no_sentence_calls_a_card_verified() {
    let claims = ["verified", "is valid", "authentic", "verificad", "es válida", "auténtic"];
    for (_, sentence) in Language::ALL.into_iter().flat_map(all) {
        let text = sentence.text().to_lowercase();
        assert!(!claims.iter().any(|claim| text.contains(claim)), "{text}");
    }
}

fn placeholders(sentence: &Sentence) -> Vec<crate::wording::Placeholder> {
    let mut found: Vec<_> = pieces(sentence.text())
        .filter_map(|piece| match piece {
            Piece::Value(placeholder, _) => Some(placeholder),
            Piece::Words(_) => None,
        })
        .collect();
    found.sort_unstable();
    found
}
