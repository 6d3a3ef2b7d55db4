//! A language is one line in `src/packs/mod.rs` and a folder: no other file names one, or has words of one.

use std::path::Path;

use payment_smart_bot::dialogue::Language;

use super::source::Source;
use super::{is_test, sources};

/// Where the languages are listed.
const HOME: &str = "packs/mod.rs";

/// What a person reads in the help of a command.
const HELP: &[(&str, &str)] = &[
    ("cli/chat.rs", "the help shows how another language is begun in"),
    ("cli/mod.rs", "the help shows how another language is begun in"),
    ("cli/understand.rs", "the help shows a line in each language that its writer knows"),
    ("cli/wording.rs", "the help shows how a file of wordings is filled"),
    ("script/parse.rs", "the help shows a directive with its value"),
];

/// How a file names languages and their folders: by path, or in a text.
fn named(source: &Source) -> Vec<String> {
    let in_paths = |language: &Language| source.has(&format!("Language::{language:?}"));
    let in_texts = |language: &Language| {
        let words = source.texts.iter().flat_map(|text| text.split(|c: char| !c.is_alphanumeric()));
        words.into_iter().any(|word| word == language.code())
    };
    let named = Language::ALL.into_iter().filter(|language| in_paths(language) || in_texts(language));
    let all = source.has("Language::*").then(|| "all".to_owned());
    let folder = source.texts.iter().filter(|text| text.contains("/prompts/") && !text.contains("instructions"));
    named.map(|language| language.code().to_owned()).chain(all).chain(folder.cloned()).collect()
}

#[test]
fn a_language_is_named_in_one_place() {
    for source in sources().iter().filter(|source| source.file != HOME && !is_test(&source.file)) {
        let named = named(source);
        let helps = HELP.iter().any(|(file, _)| *file == source.file);
        assert!(named.is_empty() || helps, "src/{} names {named:?}; ask the language for its pack", source.file);
        assert!(!named.is_empty() || !helps, "src/{} names no language: take it off HELP", source.file);
    }
}

#[test]
fn a_language_is_found_however_it_is_named() {
    for text in [
        "use crate::dialogue::Language::{self, En};",
        "use crate::packs::Language::*;",
        "fn f(l: Language) { match l { Language::En => 1, _ => 2 } }",
        "fn f() { g(\"en\") }",
        "const A: &str = include_str!(\"../../prompts/en/asks.ftl\");",
        "const A: &str = concat!(\"../prompts/\", CODE);",
    ] {
        assert!(!named(&Source::parse("turn/reply.rs", text)).is_empty(), "{text}");
    }
    let innocent = "/// [`Language::En`], \"en\"\nfn f(l: Language) { l.pack().asks; \"then when\" }";
    assert_eq!(named(&Source::parse("turn/reply.rs", innocent)), [""; 0]);
}

#[test]
fn the_machine_knows_which_languages_there_are_and_none_of_their_words() {
    for source in sources().iter().filter(|source| source.file.starts_with("dialogue/")) {
        for words in ["pack", "Pack", "Texts", "EachLanguage"] {
            assert!(!source.has(words), "src/{} has {words}", source.file);
        }
    }
}

/// What a language needs beside its pack, to be tested.
#[test]
fn every_language_has_its_tables_of_tests() {
    for code in Language::ALL.map(Language::code) {
        for table in [
            format!("tests/understanding/{code}.tsv"),
            format!("tests/wordings/{code}.jsonl"),
            format!("src/language/values/tests/{code}.txt"),
            format!("snapshots/catalog_{code}.snap"),
        ] {
            assert!(Path::new(env!("CARGO_MANIFEST_DIR")).join(&table).is_file(), "{table} is missing");
        }
    }
}
