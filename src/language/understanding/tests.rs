use super::*;
use crate::card::{Brand, LastFour};
use crate::dialogue::{After, Answer, Certainty, Field, Pending, Said, StateName};
use crate::language::intents::command_grammar;
use crate::language::{Naming, Reviewed, command_lines};
use crate::packs::{Grammar, Pattern};

/// The table of a language: a message, a state, the event, and words that are either a field or something it also says.
fn table(language: Language) -> String {
    let path = format!("{}/tests/understanding/{}.tsv", env!("CARGO_MANIFEST_DIR"), language.code());
    std::fs::read_to_string(path).expect("a table")
}

fn listening(state: &str, language: Language) -> Listening {
    let (step, pending) = match state.split_once('?') {
        Some((step, "change")) => (step, Pending::WhatToChange),
        Some((step, "cancel")) => (step, Pending::ReallyCancel),
        Some(_) => panic!("no such question: {state}"),
        None => (state, Pending::Usual),
    };
    let step = step.parse().unwrap_or_else(|_| panic!("no such state: {state}"));
    let card = || Reviewed::card(Brand::Visa, LastFour::parse("4242").expect("four digits"));
    let reviewed = (step == StateName::Confirm).then(|| Reviewed {
        amount: "49.90 EUR".parse().ok(),
        expiry: Some((12, 2030)),
        payee: Naming::of("Harbour Books"),
        ..card().paying(Some("order 1042"), None)
    });
    Listening { pending, reviewed, ..Listening::new(step, language) }
}

fn hear(text: &str, state: &str, language: Language) -> Understood {
    understand(&Utterance::new(text.to_owned()), &listening(state, language))
}

/// A file of `tests/understanding` that each language has: its lines that say something.
fn lines(file: &str, language: Language) -> Vec<String> {
    let path = format!("{}/tests/understanding/{file}.{}.txt", env!("CARGO_MANIFEST_DIR"), language.code());
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).map(str::to_owned).collect()
}

/// The name that is taken, with "?" before one that is asked about.
fn name_of(understood: &Understood) -> String {
    match &understood.heard.told.name {
        Some(Said::Certain(name) | Said::Likely(name)) => name.expose().to_owned(),
        Some(Said::Doubtful(name)) => format!("?{}", name.expose()),
        Some(Said::Several) => "several".to_owned(),
        None => "none".to_owned(),
    }
}

fn fault(row: &str, language: Language) -> Option<String> {
    let mut cells = row.split('\t');
    let [text, state, event] = [(); 3].map(|()| cells.next().unwrap_or_else(|| panic!("three cells at least: {row}")));
    let heard = hear(text, state, language);
    let mut wrong = Vec::new();
    // "affirm?" is a yes that is asked about; every other yes is certain.
    let likely = heard.certainty() == "likely" && (event.ends_with('?') || heard.event() == "affirm");
    let heard_as = format!("{}{}", heard.event(), if likely { "?" } else { "" });
    if heard_as != event {
        wrong.push(format!("{heard_as} and not {event}"));
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
    let mut faults = Vec::new();
    for language in Language::ALL {
        let table = table(language);
        let rows = table.lines().filter(|row| !row.is_empty() && !row.starts_with('#'));
        faults.extend(rows.filter_map(|row| fault(row, language)));
    }
    assert!(faults.is_empty(), "{} rows:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn the_lexicons_have_no_faults() {
    for language in Language::ALL {
        assert_eq!(book(language).faults, Vec::<String>::new(), "{language:?}");
    }
}

/// Words that take away from a yes, wherever they stand.
const TAKING_AWAY: [(Language, &[&str]); 2] = [
    (
        Language::En,
        &[
            "not",
            "no",
            "never",
            "but",
            "if",
            "unless",
            "maybe",
            "perhaps",
            "guess",
            "later",
            "wait",
            "why",
            "change the card",
            "except",
            "?",
        ],
    ),
    (
        Language::Es,
        &[
            "no",
            "nunca",
            "pero",
            "quizás",
            "tal vez",
            "salvo que",
            "luego",
            "espera",
            "cambia la tarjeta",
            "supongo",
            "aunque",
            "?",
        ],
    ),
];

/// Phrases that the lines of some sections stand for: of each line the first, the last, and some between.
fn phrases(language: Language, sections: &[&str]) -> Vec<String> {
    let grammar = command_grammar(language);
    let rules = sections.iter().flat_map(|section| grammar.section(section));
    let mut phrases: Vec<String> =
        rules.flat_map(|rule| (0..48).map(|seed| phrase(&grammar, &rule.pattern, &mut (seed * 7919)))).collect();
    phrases.sort_unstable();
    phrases.dedup();
    phrases
}

/// One phrase of a pattern, which one by `seed`.
fn phrase(grammar: &Grammar<'_>, pattern: &Pattern<'_>, seed: &mut usize) -> String {
    let mut choose = |count: usize| {
        *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (*seed >> 33) % count.max(1)
    };
    match pattern {
        Pattern::Word(word) => word.clone().into_owned(),
        Pattern::Section(name) => {
            let rules: Vec<_> = grammar.section(name).collect();
            let chosen = choose(rules.len());
            phrase(grammar, &rules[chosen].pattern, seed)
        }
        Pattern::All(parts) => {
            let parts: Vec<String> = parts.iter().map(|part| phrase(grammar, part, seed)).collect();
            parts.iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(" ")
        }
        Pattern::Any(ways) => {
            let chosen = choose(ways.len());
            phrase(grammar, &ways[chosen], seed)
        }
        Pattern::Maybe(part) if choose(2) == 0 => phrase(grammar, part, seed),
        Pattern::Class("reviewed-amount") => "49.90".to_owned(),
        Pattern::Class("reviewed-brand") => "Visa".to_owned(),
        Pattern::Class("reviewed-four") => "4242".to_owned(),
        Pattern::Class("reviewed-date") => "12/30".to_owned(),
        Pattern::Class("reviewed-payee") => "Harbour Books".to_owned(),
        Pattern::Class("reviewed-number") => "1042".to_owned(),
        Pattern::Maybe(_) | Pattern::Class(_) | Pattern::Gap => String::new(),
        Pattern::Many(part) => phrase(grammar, part, seed),
    }
}

/// The sections that are a yes to the review.
const CONSENT: &[&str] = &["yes", "pay", "go", "go whole", "noted", "noted whole", "approval"];

#[test]
fn what_the_lines_of_a_plain_yes_stand_for_is_one_whatever_its_case_and_politeness() {
    let mut missed = Vec::new();
    for (language, please) in [(Language::En, "please"), (Language::Es, "por favor")] {
        let forms = phrases(language, CONSENT);
        assert!(forms.len() > 300, "{language:?}: {}", forms.len());
        for form in forms {
            for text in [form.clone(), form.to_uppercase(), format!("  {form}!! "), format!("{form}, {please}.")] {
                let heard = hear(&text, "confirm", language).heard;
                if (heard.command, heard.certainty) != (Some(Command::Affirm), Certainty::Certain) {
                    missed.push(text);
                }
            }
        }
    }
    assert_eq!(missed, Vec::<String>::new());
}

#[test]
fn what_the_lines_of_other_commands_stand_for_is_certain_too() {
    let mut missed = Vec::new();
    for language in Language::ALL {
        for (section, event) in [
            ("no", "deny"),
            ("stop", "cancel"),
            ("stop whole", "cancel"),
            ("back", "back"),
            ("restart", "restart"),
            ("change", "change"),
        ] {
            for form in phrases(language, &[section]) {
                let understood = hear(&form, "confirm", language);
                if understood.event() != event || understood.certainty() != "certain" {
                    missed.push((form, event, understood.event()));
                }
            }
        }
    }
    assert_eq!(missed, Vec::new());
}

/// Messages that were written by people who had not seen the lexicons; a row is a JSON object (its README has the fields).
fn blind(file: &str, code: &str) -> Vec<serde_json::Value> {
    let path = format!("{}/tests/understanding/blind/{file}.{code}.jsonl", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    text.lines().map(|line| serde_json::from_str(line).expect("an object")).collect()
}

fn hear_blind(row: &serde_json::Value, language: Language) -> Understood {
    let text = row["text"].as_str().expect("a text");
    let listening = listening(row["state"].as_str().expect("a state"), language);
    let after = row["after"].as_str().map_or(After::Review, |after| after.parse().expect("what the last reply was"));
    understand(&Utterance::new(text.to_owned()), &Listening { after, ..listening })
}

fn is_certain_yes(understood: &Understood) -> bool {
    understood.event() == "affirm" && understood.certainty() == "certain"
}

#[test]
fn no_sly_yes_charges() {
    let mut charged = Vec::new();
    let mut asked = 0;
    for language in Language::ALL {
        let rows: Vec<_> = ["traps", "commands"].into_iter().flat_map(|file| blind(file, language.code())).collect();
        assert!(rows.len() > 450, "{language:?}: {}", rows.len());
        for row in rows.iter().filter(|row| row["charge"] == "never") {
            asked += 1;
            let understood = hear_blind(row, language);
            if is_certain_yes(&understood) {
                charged.push(row["text"].to_string());
            }
        }
    }
    assert!(asked > 900, "{asked}");
    assert_eq!(charged, [""; 0]);
}

#[test]
fn a_plain_yes_is_heard_or_asked_about() {
    for language in Language::ALL {
        let rows: Vec<_> = blind("yes", language.code()).into_iter().filter(|row| row["charge"] == "must").collect();
        let heard: Vec<Understood> = rows.iter().map(|row| hear_blind(row, language)).collect();
        let missed = heard.iter().filter(|understood| understood.event() != "affirm").count();
        let certain = heard.iter().filter(|understood| is_certain_yes(understood)).count();
        assert!(rows.len() > 300, "{language:?}: {}", rows.len());
        assert!(missed * 1000 <= rows.len() * 32, "{language:?}: {missed} of {} are not heard", rows.len());
        assert!(certain * 100 >= rows.len() * 84, "{language:?}: {certain} of {} are certain", rows.len());
    }
}

#[test]
fn a_yes_may_name_what_the_review_shows_and_nothing_else() {
    let named = [
        (
            "en",
            "Yes, charge {} to my card",
            &["49.90", "€49.90", "forty-nine euros ninety", "forty nine ninety"][..],
            "48.90",
        ),
        ("en", "Yes, my card ending in {}, go ahead", &["4242", "four two four two", "forty-two forty-two"], "4243"),
        ("en", "Yes, pay {} now", &["Harbour Books", "harbour books"], "Harbour Toys"),
        ("en", "Yes, expiry {}, charge it", &["12/30", "12/2030", "december 2030", "December twenty thirty"], "11/30"),
        ("en", "Yes please, order {}", &["1042", "ten forty-two"], "1043"),
        ("es", "Sí, cobre {}", &["49,90", "49,90 €", "cuarenta y nueve con noventa", "49 euros con 90"], "59,90"),
        ("es", "Sí, con la tarjeta terminada en {}, adelante", &["4242", "cuatro dos cuatro dos"], "4243"),
        ("es", "Sí, vence en {}, adelante", &["12/30", "diciembre de 2030", "diciembre del dos mil treinta"], "11/30"),
        ("es", "Sí, el pedido {}", &["1042", "mil cuarenta y dos"], "1043"),
    ];
    for (code, said, shown, other) in named {
        let language = Language::from_tag(code).expect("a language");
        for value in shown {
            let text = said.replace("{}", value);
            assert!(is_certain_yes(&hear(&text, "confirm", language)), "{text}");
        }
        let text = said.replace("{}", other);
        assert!(!is_certain_yes(&hear(&text, "confirm", language)), "{text}");
    }
}

#[test]
fn the_end_of_the_card_is_no_security_code() {
    for text in ["yes, 4242", "4242 yes", "visa 4242 is fine, yes"] {
        assert!(hear(text, "confirm", Language::En).heard.told.is_empty(), "{text}");
    }
    assert!(!hear("my security code is 4242", "confirm", Language::En).heard.told.is_empty());
}

#[test]
fn one_slip_of_the_keys_in_a_yes_is_asked_about() {
    let slipped = [
        ("en", ["yse", "chrage it", "go aheda please", "confrim"]),
        ("es", ["confrimo", "adelanet", "cobarlo", "procceda"]),
    ];
    for (code, texts) in slipped {
        for text in texts {
            let understood = hear(text, "confirm", Language::from_tag(code).expect("a language"));
            assert_eq!((understood.event(), understood.certainty()), ("affirm", "likely"), "{text}");
        }
    }
    // What may have been a "not" is none of a yes.
    assert_ne!(hear("do nto charge it", "confirm", Language::En).event(), "affirm");
}

#[test]
fn a_yes_that_is_written_by_ear_doubled_or_as_one_word_is_asked_about() {
    let written = [
        ("en", &["surethingchargeit", "yesofcourse", "aggreed", "conferm it", "athorize it"][..]),
        ("es", &["claroquesi", "sicobrelo", "kovrelo", "haseptado", "konfirmado"][..]),
    ];
    for (code, texts) in written {
        for text in texts {
            let understood = hear(text, "confirm", Language::from_tag(code).expect("a language"));
            assert_eq!((understood.event(), understood.certainty()), ("affirm", "likely"), "{text}");
        }
    }
    for text in ["nocharge", "yesbut", "yesno", "dontcharge", "donot charge it"] {
        assert_ne!(hear(text, "confirm", Language::En).event(), "affirm", "{text}");
    }
}

#[test]
fn an_acknowledgement_of_what_was_just_heard_charges_nothing() {
    let heard = [
        ("en", &["ah ok", "oh ok", "ok, I see", "yes, hello", "yes I understand"][..]),
        ("es", &["ah ok", "ah vale", "sí, entiendo", "sí, buenos días", "si es así"][..]),
    ];
    for (code, texts) in heard {
        for text in texts {
            assert!(!is_certain_yes(&hear(text, "confirm", Language::from_tag(code).expect("a language"))), "{text}");
        }
    }
}

/// A word that one of our own questions tells to answer with, the command that it is, and the answer.
type Offered = (&'static str, &'static str, Option<Answer>);

const OFFERED: [(&str, &[Offered]); 2] = [
    (
        "en",
        &[
            ("yes", "affirm", Some(Answer::Yes)),
            ("no", "deny", Some(Answer::No)),
            ("pay", "affirm", Some(Answer::Pay)),
            ("stop", "cancel", Some(Answer::Stop)),
            ("cancel", "cancel", Some(Answer::Stop)),
            ("keep going", "affirm", Some(Answer::Keep)),
            ("start over", "restart", None),
            ("go back", "back", None),
            ("change", "change", None),
            ("change the name", "change", None),
            ("change the card", "change", None),
            ("change the date", "change", None),
            ("change the code", "change", None),
        ],
    ),
    (
        "es",
        &[
            ("sí", "affirm", Some(Answer::Yes)),
            ("no", "deny", Some(Answer::No)),
            ("pagar", "affirm", Some(Answer::Pay)),
            ("cancelar", "cancel", Some(Answer::Stop)),
            ("detener", "cancel", Some(Answer::Stop)),
            ("seguir", "affirm", Some(Answer::Keep)),
            ("empezar de nuevo", "restart", None),
            ("volver", "back", None),
            ("cambiar", "change", None),
            ("cambiar el nombre", "change", None),
            ("cambiar la tarjeta", "change", None),
            ("cambiar la fecha", "change", None),
            ("cambiar el código", "change", None),
        ],
    ),
];

#[test]
fn the_words_that_we_tell_to_answer_with_are_certain() {
    for (code, offered) in OFFERED {
        let language = Language::from_tag(code).expect("a language");
        for &(word, event, answer) in offered {
            for text in [word.to_owned(), word.to_uppercase(), format!("{word}."), format!("\"{word}\"")] {
                let understood = hear(&text, "confirm", language);
                let heard = (understood.event(), understood.certainty(), understood.heard.answer);
                assert_eq!(heard, (event, "certain", answer), "{text}");
            }
        }
    }
}

/// What an auditor has to read: so many lines a language, none too long for a screen.
#[test]
fn what_does_something_fits_on_two_pages() {
    for language in Language::ALL {
        assert!(command_lines(language).count() <= 120, "{language:?}: {}", command_lines(language).count());
        for (_, line) in command_lines(language) {
            assert!(line.chars().count() <= 120, "{line}");
        }
    }
}

#[test]
fn a_yes_beside_what_takes_away_from_it_is_none() {
    for (language, words) in TAKING_AWAY {
        for form in phrases(language, CONSENT) {
            for word in words {
                for text in [format!("{form} {word}"), format!("{word} {form}"), format!("{form}, {word}")] {
                    let heard = hear(&text, "confirm", language).heard;
                    let consents = heard.command == Some(Command::Affirm) && heard.certainty == Certainty::Certain;
                    // "No problem at all" is none of these words.
                    let listed = text.starts_with("no ") || text.contains(" no ");
                    assert!(!consents || listed, "{text:?}");
                }
            }
        }
    }
}

#[test]
fn a_yes_in_another_language_than_that_of_the_review_is_none() {
    for (language, other) in [(Language::En, Language::Es), (Language::Es, Language::En)] {
        for form in phrases(other, CONSENT) {
            let heard = hear(&form, "confirm", language);
            // "Ok" and the like are of both.
            let shared = form.split(' ').all(|word| book(language).words.exact(word, word).is_some());
            assert!(shared || heard.heard.command != Some(Command::Affirm), "{form:?}");
        }
    }
}

#[test]
fn names_command_nothing_and_switch_no_language() {
    let names = include_str!("../../../tests/understanding/names.txt");
    let mut faults = Vec::new();
    for name in names.lines().filter(|name| !name.starts_with('#')) {
        for language in Language::ALL {
            let heard = hear(name, "name", language).heard;
            if heard.told.name.is_none() || heard.command.is_some() || heard.noticed.is_some() {
                faults.push((name, language, heard));
            }
        }
    }
    assert!(faults.is_empty(), "{faults:?}");
}

#[test]
fn names_of_the_hard_kinds_are_taken_whole() {
    let mut faults = Vec::new();
    for language in Language::ALL {
        let lines = lines("names", language);
        assert!(lines.len() >= 60, "{language:?}: {}", lines.len());
        for line in lines {
            let (text, name) = line.split_once(" => ").expect("a message and a name");
            let understood = hear(text, "name", language);
            let (found, command) = (name_of(&understood), understood.heard.command);
            if found != name || command.is_some() {
                faults.push(format!("{text:?} is {name}: {found}, {command:?}"));
            }
        }
    }
    assert!(faults.is_empty(), "{}:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn what_is_no_name_is_not_taken_for_one() {
    let mut faults = Vec::new();
    for language in Language::ALL {
        let lines = lines("no-names", language);
        assert!(lines.len() >= 60, "{language:?}: {}", lines.len());
        for line in lines {
            let (text, state) = line.split_once('\t').expect("a message and a state");
            let first = state == "first";
            let listening = Listening { first, ..listening(if first { "name" } else { state }, language) };
            let found = name_of(&understand(&Utterance::new(text.to_owned()), &listening));
            if found != "none" {
                faults.push(format!("{text:?} ({state}): {found}"));
            }
        }
    }
    assert!(faults.is_empty(), "{}:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn long_hostile_messages_are_heard_out() {
    for piece in [
        "do you ",
        "no ",
        "change the ",
        "?",
        "yes ",
        "let me get my ",
        "x",
        "aaaa ",
        "no quiero ",
        "😀",
        "the ",
        "¿por qué ",
    ] {
        let text: String = piece.repeat(4000 / piece.chars().count());
        for language in Language::ALL {
            let _ = hear(&text, "confirm", language);
        }
    }
}

#[test]
fn what_follows_the_beginning_of_a_phrase_is_heard_however_often_that_is_said() {
    for (piece, text, language) in [
        ("the ", "I want to cancel", Language::En),
        ("i ", "want to cancel", Language::En),
        ("la el ", "quiero cancelar", Language::Es),
    ] {
        let text = piece.repeat(600) + text;
        assert_eq!(hear(&text, "confirm", language).event(), "cancel", "{piece}");
    }
}

/// Found by fuzzing.
#[test]
fn the_place_of_a_name_that_is_said_twice_is_not_over_the_values_between() {
    for text in
        ["Jane Roe, 5555555555554444, 12/28, Jane", "Jane Roe, cvv 123, Roe, 5555555555554444", "Jane, 12/28, Jane Roe"]
    {
        let listening = Listening::new(StateName::Name, Language::En);
        let spans = understand(&Utterance::new(text.to_owned()), &listening).spans;
        assert!(spans.is_sorted_by(|one, next| one.end <= next.start), "{text}: {spans:?}");
        let named = spans.iter().find(|span| span.field == Field::Name).map(|span| &text[span.start..span.end]);
        assert_eq!(named, Some("Jane Roe"), "{text}");
    }
}

proptest::proptest! {
    #[test]
    fn any_message_is_heard(text in ".{0,80}", step in 0..9_usize) {
        for language in Language::ALL {
            let listening = Listening::new(StateName::ALL[step], language);
            let understood = understand(&Utterance::new(text.clone()), &listening);
            let length = text.chars().count();
            proptest::prop_assert!(understood.spans.iter().all(|span| span.start < span.end && span.end <= length));
            proptest::prop_assert!(understood.spans.is_sorted_by(|one, next| one.end <= next.start));
        }
    }

    #[test]
    fn a_name_is_made_of_words_of_the_message_and_of_no_digits_of_a_card(
        pieces in proptest::collection::vec(proptest::sample::select(AROUND_NAMES), 1..7),
        first in proptest::bool::ANY,
    ) {
        let text = pieces.concat();
        for language in Language::ALL {
            let listening = Listening { first, ..Listening::new(StateName::Name, language) };
            let understood = understand(&Utterance::new(text.clone()), &listening);
            let name = name_of(&understood);
            if !matches!(&*name, "none" | "several") {
                let name = name.trim_start_matches('?');
                proptest::prop_assert!(name.split(' ').all(|word| text.contains(word)), "{name} of {text}");
                proptest::prop_assert!(!name.contains("4242"), "{name} of {text}");
            }
        }
    }

    #[test]
    fn words_of_the_lexicon_in_any_order_are_heard_whatever_their_case(
        words in proptest::collection::vec(proptest::sample::select(SOME_WORDS), 1..9),
    ) {
        let text = words.join(" ");
        let heard = hear(&text, "confirm", Language::En);
        let loud = hear(&text.to_uppercase(), "confirm", Language::En).heard;
        // Capitals make a name of a word that a small letter does not.
        if loud.told == heard.heard.told {
            proptest::prop_assert_eq!(&loud, &heard.heard);
        }
        proptest::prop_assert_eq!(heard.event(), hear(&format!("  {text} . "), "confirm", Language::En).event());
        if heard.heard.command == Some(Command::Affirm) && heard.heard.certainty == Certainty::Certain {
            // "If you please" sets no condition.
            let said = text.replace("if you please", "");
            let against = ["not", "no", "if", "but", "cancel", "maybe", "why"];
            proptest::prop_assert!(said.split_whitespace().all(|word| !against.contains(&word)), "{text}");
        }
    }
}

const AROUND_NAMES: &[&str] = &[
    "Tessa ",
    "lindqvist ",
    "Omar, ",
    "de la ",
    "Cancel ",
    "oh ",
    "my name is ",
    "4242 4242 4242 4242 ",
    "4242 ",
    "Ltd ",
    "sir ",
    "& ",
    "and ",
    "it's ",
    "soy ",
    "a nombre de ",
    "- ",
    ". ",
    "12/28 ",
    "not ",
    "Mr ",
    "Card ",
    "hi ",
    "por favor ",
];

const SOME_WORDS: &[&str] = &[
    "yes", "no", "not", "ok", "cancel", "change", "the", "card", "name", "please", "if", "but", "why", "do", "you",
    "need", "my", "cvv", "go", "ahead", "back", "start", "over", "maybe", "thanks", "is", "it", "safe", "already",
    "gave", "confirm",
];
