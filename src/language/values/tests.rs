//! What is read out of messages: one table a language, a line a message, that anybody can add to.

use super::vocabulary::lexicon;
use super::*;
use crate::card::Brand;
use crate::dialogue::{Reading, Said, SaidExpiry, StateName};
use crate::language::text::tokens;
use crate::language::{redact, redact_told};

mod beside;
mod properties;

/// `state` is the name of a state, with "+8" after it when eight digits are gathered.
fn listening(state: &str, language: Language) -> Listening {
    let (name, gathered) = state.split_once('+').unwrap_or((state, "0"));
    let step = name.parse().unwrap_or_else(|_| panic!("no state {name}"));
    Listening { gathered: gathered.parse().unwrap(), ..Listening::new(step, language) }
}

fn shown<T>(field: &str, said: Option<&Said<T>>, show: impl Fn(&T) -> String) -> Option<String> {
    said.map(|said| match said {
        Said::Certain(value) => format!("{field}={}", show(value)),
        Said::Likely(value) | Said::Doubtful(value) => format!("{field}={}({})", said.wire(), show(value)),
        Said::Several => format!("{field}=several"),
    })
}

/// What was told, as the tables write it.
fn told(text: &str, listening: &Listening) -> String {
    let tokens = unglued(tokens(text), listening);
    let Values { mut told, spans, .. } = extract(&tokens, listening);
    if told.name.is_none() {
        let named = whole_name(&tokens, &spans, listening).or_else(|| bare_name(&tokens, &spans, listening));
        told.name = named.map(|named| named.said);
    }
    let reading = |reading: &Reading| reading.expose().to_owned();
    let expiry = |said: &SaidExpiry| match said {
        SaidExpiry::MonthYear { month, year } => format!("{month}/{year}"),
        SaidExpiry::Same => "same".to_owned(),
        SaidExpiry::Unreadable => "unreadable".to_owned(),
    };
    let parts = [
        shown("name", told.name.as_ref(), reading),
        shown("card", told.number.as_ref(), reading),
        shown("expiry", told.expiry.as_ref(), expiry),
        shown("cvv", told.cvv.as_ref(), reading),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    if parts.is_empty() { "-".to_owned() } else { parts.join("; ") }
}

fn check(table: &str, language: Language) {
    let mut wrong = Vec::new();
    let mut rows = 0;
    for line in table.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let [text, state, expected] = line.split(" | ").collect::<Vec<_>>()[..] else {
            panic!("three columns: {line}")
        };
        let found = told(text, &listening(state.trim(), language));
        if found != expected.trim() {
            wrong.push(format!("{text} | {state}\n    expected {expected}\n    found    {found}"));
        }
        rows += 1;
    }
    assert!(rows > 80, "the table is there");
    assert!(wrong.is_empty(), "{} of {rows} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn messages_are_read_as_the_table_of_their_language_says() {
    for language in Language::ALL {
        let path = format!("{}/src/language/values/tests/{}.txt", env!("CARGO_MANIFEST_DIR"), language.code());
        check(&std::fs::read_to_string(path).expect("a table"), language);
    }
}

fn check_redaction(table: &str, redact: impl Fn(&str) -> String) {
    let lines = table.lines().filter(|line| !line.is_empty() && !line.starts_with("# "));
    let wrong: Vec<String> = lines
        .filter_map(|line| {
            let (text, expected) = line.split_once(" => ").unwrap_or((line, line));
            let found = redact(text);
            (found != expected).then(|| format!("{text}\n    expected {expected}\n    found    {found}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn what_may_be_a_card_number_or_a_code_is_not_kept() {
    check_redaction(include_str!("tests/redacted.txt"), redact);
}

#[test]
fn who_wrote_a_text_is_shown_it_without_card_numbers_and_else_as_it_is() {
    check_redaction(include_str!("tests/shown.txt"), |text| redact_told(text, &[]));
}

#[test]
fn harmless_numbers_are_shown() {
    let table = include_str!("tests/harmless.txt");
    let lines: Vec<&str> = table.lines().filter(|line| !line.starts_with("# ")).collect();
    assert_eq!(lines.len(), 500);
    let hidden: Vec<&str> = lines.iter().copied().filter(|line| redact_told(line, &[]) != **line).collect();
    assert!(hidden.len() <= 10, "{} hidden: {hidden:#?}", hidden.len());
}

#[test]
fn long_text_is_redacted_piece_by_piece() {
    let text = "some words, 4242 4242 4242 4242; ".repeat(4_000);
    let redacted = redact(&text);
    assert_eq!(redacted, "some words, [•••• 4242]; ".repeat(4_000));
    let digits = |text: &str| text.bytes().filter(u8::is_ascii_digit).count();
    assert!(digits(&redact(&"4242 ".repeat(20_000))) < 100);
}

#[test]
fn what_was_told_is_redacted_a_piece_of_a_number_to_nothing() {
    let told = |text: &str, step| {
        let values = extract(&tokens(text), &Listening::new(step, Language::En));
        redact_told(text, &values.spans)
    };
    assert_eq!(told("it starts 4242 4242", StateName::Card), "it starts [•••]");
    assert_eq!(told("ñ 4242 4242 4242 4241, cvv 123", StateName::Card), "ñ [•••• 4241], cvv [•••]");
    assert_eq!(told("four two four two", StateName::Card), "[•••]");
    assert_eq!(told("12/28", StateName::Expiry), "12/28");
}

#[test]
fn every_line_of_the_lexicons_can_be_read() {
    for language in Language::ALL {
        assert_eq!(lexicon(language).faults(), [] as [String; 0], "{language:?}");
    }
}

#[test]
fn every_language_has_the_same_sections() {
    let sections = |language| {
        let lexicon = lexicon(language);
        let mut sections: Vec<&str> = lexicon.sections().collect();
        sections.sort_unstable();
        sections.join(" ")
    };
    for language in Language::ALL {
        assert_eq!(
            sections(language).replace("hundreds ", ""),
            sections(Language::En).replace("hundreds ", ""),
            "{language:?}"
        );
    }
}

#[test]
fn spans_say_where_the_values_stand() {
    let text = "Ñandú: card 4242 4242 4242 4242, exp 12/28, cvv 123";
    let values = extract(&tokens(text), &Listening::new(StateName::Card, Language::En));
    let characters: Vec<char> = text.chars().collect();
    let at: Vec<(Field, String)> =
        values.spans.iter().map(|span| (span.field, characters[span.start..span.end].iter().collect())).collect();
    let expected = [(Field::Card, "4242 4242 4242 4242"), (Field::Expiry, "12/28"), (Field::Cvv, "123")];
    assert_eq!(at, expected.map(|(field, text)| (field, text.to_owned())));
}

#[test]
fn words_that_only_introduce_values_are_framing() {
    let text = "my name is Jane Roe, the card number is 4242 4242 4242 4242";
    let values = extract(&tokens(text), &Listening::new(StateName::Name, Language::En));
    let characters: Vec<char> = text.chars().collect();
    let framing: Vec<String> =
        values.framing.iter().map(|span| characters[span.start..span.end].iter().collect()).collect();
    assert_eq!(framing, ["my name is", "card number"]);
}

#[test]
fn a_name_has_its_span() {
    let text = "hi, Jane  Roe here";
    let tokens = tokens(text);
    let Named { said, span, .. } = whole_name(&tokens, &[], &Listening::new(StateName::Name, Language::En)).unwrap();
    assert_eq!(said, Said::Certain(Reading::new("Jane Roe")));
    assert_eq!((span.start, span.end, span.field), (4, 13, Field::Name));
}

#[test]
fn published_numbers_of_every_brand_are_read_in_groups_of_four() {
    for number in crate::card::published() {
        let groups: Vec<&str> = number.as_bytes().chunks(4).map(|group| std::str::from_utf8(group).unwrap()).collect();
        let found = told(&groups.join(" "), &Listening::new(StateName::Card, Language::En));
        let brand = Brand::of_prefix(number);
        assert_eq!(found, format!("card={number}"), "{brand:?}");
    }
}
