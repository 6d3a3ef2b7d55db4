use super::*;
use crate::dialogue::{Field, Pending, Step};

/// The tables: a message, a state, the event, and words that are either a field or something it also says.
const TABLES: [(Language, &str); 2] = [
    (Language::En, include_str!("../../../tests/understanding/en.tsv")),
    (Language::Es, include_str!("../../../tests/understanding/es.tsv")),
];

fn listening(state: &str, language: Language) -> Listening {
    let (step, pending) = match state.split_once('?') {
        Some((step, "change")) => (step, Pending::WhatToChange),
        Some((step, "cancel")) => (step, Pending::ReallyCancel),
        Some(_) => panic!("no such question: {state}"),
        None => (state, Pending::Usual),
    };
    let step = Step::from_wire(step).unwrap_or_else(|| panic!("no such state: {state}"));
    Listening { pending, ..Listening::new(step, language) }
}

fn hear(text: &str, state: &str, language: Language) -> Understood {
    understand(&Utterance::new(text.to_owned()), &listening(state, language))
}

fn fault(row: &str, language: Language) -> Option<String> {
    let mut cells = row.split('\t');
    let [text, state, event] = [(); 3].map(|()| cells.next().unwrap_or_else(|| panic!("three cells at least: {row}")));
    let heard = hear(text, state, language);
    let mut wrong = Vec::new();
    if heard.event() != event {
        wrong.push(format!("{} and not {event}", heard.event()));
    }
    for word in cells.next().unwrap_or_default().split_whitespace() {
        let held = if Field::ALL.iter().any(|field| field.wire() == word) {
            heard.field().is_some_and(|field| field.wire() == word)
        } else {
            heard.also().contains(&word)
        };
        if !held {
            wrong.push(format!("no {word} in {:?} {:?}", heard.field(), heard.also()));
        }
    }
    (!wrong.is_empty()).then(|| format!("[{}] {text:?} in {state}: {}", language.code(), wrong.join(", ")))
}

#[test]
fn every_row_of_the_tables_is_understood() {
    let rows = TABLES.iter().flat_map(|&(language, table)| {
        table.lines().filter(|row| !row.is_empty() && !row.starts_with('#')).map(move |row| (language, row))
    });
    let faults: Vec<String> = rows.filter_map(|(language, row)| fault(row, language)).collect();
    assert!(faults.is_empty(), "{} rows:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn the_lexicons_have_no_faults() {
    for language in Language::ALL {
        assert_eq!(book(language).faults, Vec::<String>::new(), "{language:?}");
    }
}
