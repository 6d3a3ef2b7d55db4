//! The map of the house, held: who may import whom, what is pure, what is absent.

mod circles;
mod languages;
mod source;

use std::collections::BTreeSet;
use std::process::Command;

use source::{Named, Source, files, module_of};

/// Which modules of the library a module may name, and every module there is.
const ARROWS: &[(&str, &[&str])] = &[
    ("packs", &[]),
    ("card", &[]),
    ("dialogue", &["card", "packs"]),
    ("language", &["dialogue", "card", "packs"]),
    ("wording", &["dialogue", "card", "packs"]),
    ("session", &["dialogue", "card", "packs"]),
    ("statechart", &["wording", "language", "session", "dialogue", "card", "packs"]),
    ("limits", &["session", "dialogue"]),
    ("turn", &["limits", "ports", "wording", "language", "session", "dialogue", "card"]),
    ("ports", &["wording", "session", "dialogue", "card"]),
    ("adapters", &["ports", "wording", "session", "dialogue", "card"]),
    ("attempts", &["turn", "ports", "session", "dialogue"]),
    ("archive", &["ports", "session"]),
    ("orders", &["dialogue", "card", "packs"]),
    ("keys", &["turn", "ports", "session", "dialogue"]),
    ("http", &["keys", "orders", "turn", "ports", "wording", "language", "session", "dialogue", "card", "packs"]),
    (
        "settings",
        &[
            "http",
            "keys",
            "orders",
            "adapters",
            "ports",
            "turn",
            "statechart",
            "wording",
            "language",
            "session",
            "dialogue",
            "card",
        ],
    ),
    ("script", &["adapters", "ports", "turn", "wording", "language", "session", "dialogue", "card"]),
];

/// What `src` holds beside the library: the binaries, which see everything.
const BINARIES: &[&str] = &["main", "cli", "bin"];

/// Modules without I/O, clock, environment and randomness.
const PURE: &[&str] = &["packs", "card", "dialogue", "language", "wording", "session", "limits", "statechart"];

/// Pure modules that may await what they are given.
const WAITING: &[&str] = &["turn", "ports", "script"];

/// Modules that do I/O, or stand around those that do. Every other is pure.
const SHELL: &[&str] = &["adapters", "archive", "attempts", "http", "keys", "orders", "settings"];

/// The files of [`WAITING`] modules that do I/O all the same, spawn or log.
const DOES_IO: &[&str] = &["turn/asked.rs", "turn/bot.rs", "turn/looking.rs"];

/// What a pure file may not name, in any path.
const IMPURE: &[&str] = &[
    "std::time",
    "std::env",
    "std::fs",
    "std::net",
    "std::io",
    "std::thread",
    "std::process",
    "SystemTime",
    "Instant::now",
    "Timestamp::now",
    "Zoned::now",
    "getrandom",
    "rand",
    "RandomState",
    "tokio",
    "futures_util",
    "tracing",
    "print",
    "println",
    "eprint",
    "eprintln",
    "dbg",
];

/// Every file below `src`, read.
fn sources() -> Vec<Source> {
    files("src").iter().map(|(file, text)| Source::parse(file, text)).collect()
}

/// The module of the library that a file belongs to; none for the root and for the binaries.
fn room(file: &str) -> Option<String> {
    module_of(file).into_iter().next().filter(|room| !BINARIES.contains(&room.as_str()))
}

fn is_test(file: &str) -> bool {
    file.trim_end_matches(".rs").split('/').any(|part| part == "tests")
}

/// What a file of this module names and may not: modules that no arrow leads to, and what is no module at all.
fn off_the_arrows(room: &str, source: &Source) -> Vec<String> {
    let (_, allowed) = ARROWS.iter().find(|(name, _)| *name == room).expect("every module has its arrows");
    let rooms: BTreeSet<&String> = source
        .paths()
        .filter_map(|path| match path {
            Named::Ours(path) => path.first(),
            Named::Written(_) => None,
        })
        .collect();
    rooms.into_iter().filter(|&named| named != room && !allowed.contains(&named.as_str())).cloned().collect()
}

/// What a pure file names and may not.
fn impure(source: &Source) -> Vec<&'static str> {
    IMPURE.iter().copied().filter(|&impure| source.has(impure)).collect()
}

#[test]
fn every_module_has_its_arrows() {
    let rooms: BTreeSet<String> = files("src").iter().filter_map(|(file, _)| room(file)).collect();
    let mapped: BTreeSet<String> = ARROWS.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(rooms, mapped, "what is in src, and what the map knows");
    let kinds: Vec<String> = [PURE, WAITING, SHELL].concat().iter().map(|&room| room.to_owned()).collect();
    assert_eq!(kinds.len(), rooms.len(), "each is of one kind");
    assert_eq!(kinds.into_iter().collect::<BTreeSet<_>>(), rooms, "each is pure, waits, or does I/O");
}

#[test]
fn modules_import_only_along_the_arrows() {
    for source in sources() {
        let Some(room) = room(&source.file) else { continue };
        let off = off_the_arrows(&room, &source);
        assert!(off.is_empty(), "src/{} names {off:?}, and nothing of `{room}` may", source.file);
    }
}

#[test]
fn an_import_against_the_arrows_is_caught_however_it_is_written() {
    for text in [
        "use crate::http::App;",
        "use crate::{\n    card::Name,\n    http::{self, App},\n};",
        "use super::super::http;",
        "fn f() { assert!(super::super::http::f()) }",
    ] {
        assert_eq!(off_the_arrows("language", &Source::parse("language/text.rs", text)), ["http"], "{text}");
    }
    let unknown = Source::parse("language/text.rs", "use crate::attic;");
    assert_eq!(off_the_arrows("language", &unknown), ["attic"], "what the map does not know");
}

#[test]
fn pure_files_name_no_clock_no_environment_and_no_io() {
    let sources = sources();
    for file in DOES_IO {
        let source = sources.iter().find(|source| source.file == *file).expect("a file that does I/O");
        assert!(!impure(source).is_empty(), "src/{file} does no I/O: take it off DOES_IO");
    }
    for source in sources {
        let Some(room) = room(&source.file) else { continue };
        let pure = PURE.contains(&room.as_str());
        let waiting = WAITING.contains(&room.as_str()) && !DOES_IO.contains(&source.file.as_str());
        if is_test(&source.file) || !(pure || waiting) {
            continue;
        }
        let impure = impure(&source);
        assert!(impure.is_empty(), "src/{} names {impure:?}; give it in as an input instead", source.file);
        assert!(!pure || !source.has("async"), "src/{} waits for something", source.file);
    }
}

#[test]
fn impurity_is_caught_however_it_is_written() {
    for (text, expected) in [
        ("use std::{\n    env,\n    time::{Duration, Instant},\n};", &["std::time", "std::env"][..]),
        ("use std::env as e;", &["std::env"]),
        ("fn f() { ::std::env::var_os(\"A\"); }", &["std::env"]),
        ("fn f() { ::std::env::temp_dir(); }", &["std::env"]),
        ("async fn f() { tokio::time::sleep(d).await }", &["tokio"]),
        ("fn f() { futures_util::future::ready(tracing::info!(\"a\")) }", &["futures_util", "tracing"]),
        ("fn f() { Timestamp::now() }", &["Timestamp::now"]),
        ("fn f() { println!(\"std::fs\") } // std::net", &["println"]),
    ] {
        assert_eq!(impure(&Source::parse("card/name.rs", text)), expected, "{text}");
    }
    assert!(Source::parse("card/name.rs", "fn f() { async move {} }").has("async"));
}

#[test]
fn only_the_machine_names_the_state_machine_library() {
    let naming: Vec<String> =
        sources().into_iter().filter(|source| source.has("statig")).map(|source| source.file).collect();
    assert_eq!(naming, ["dialogue/machine.rs"]);
}

/// Whether a file names the one function that steps the machine, or all that stands beside it.
fn names_step(source: &Source) -> bool {
    source.has("dialogue::step") || source.has("dialogue::*")
}

#[test]
fn only_a_turn_and_the_drawing_of_the_chart_step_the_machine() {
    for source in sources().iter().filter(|source| names_step(source) && !is_test(&source.file)) {
        let room = room(&source.file).unwrap_or_default();
        assert!(
            ["dialogue", "turn", "statechart"].contains(&room.as_str()),
            "src/{} steps the machine; only a turn may",
            source.file
        );
    }
    for text in [
        "use crate::{card::Name, dialogue::{Event, step as go}};",
        "use crate::{card, dialogue::*};",
        "use crate::dialogue;\nfn f() { dialogue::step(a, b, c) }",
    ] {
        assert!(names_step(&Source::parse("adapters/memory.rs", text)), "{text}");
    }
}

/// `clippy::wildcard_enum_match_arm` sees a wildcard that stands for the rest of an enum, and none over a pair.
#[test]
fn no_wildcard_stands_in_for_a_state_or_an_event() {
    let files = files("src");
    let (_, machine) = files.iter().find(|(file, _)| file == "dialogue/machine.rs").expect("the machine");
    for wildcard in ["_ =>", "(_, _) =>"] {
        assert!(!machine.contains(wildcard), "the machine has an arm {wildcard}: a new event would be passed over");
    }
}

#[test]
fn card_values_and_utterances_are_neither_serialised_nor_displayed() {
    for (file, text) in files("src") {
        for secret in ["Name", "CardNumber", "Pieces", "Cvv", "Utterance", "Reading", "FullCard", "Secret"] {
            for forbidden in [format!("Display for {secret} "), format!("Serialize for {secret} ")] {
                assert!(!text.contains(&forbidden), "src/{file}: {forbidden}");
            }
            let declared = format!("pub struct {secret}");
            for (at, _) in text.match_indices(&declared) {
                let next = text[at + declared.len()..].chars().next();
                if next.is_some_and(char::is_alphanumeric) {
                    continue;
                }
                let before = &text[..at];
                let derive = before.rfind("#[derive(").map_or("", |from| &before[from..]);
                let attached = !derive.contains("\n}") && !derive.contains(";\n");
                assert!(!attached || !(derive.contains("Serialize")), "src/{file}: {secret} derives Serialize");
            }
        }
    }
}

#[test]
fn the_pure_core_has_no_runtime_http_or_cloud_crate_below_it() {
    let tree = Command::new(env!("CARGO"))
        .args(["tree", "--locked", "--offline", "--no-default-features", "--edges", "normal", "--prefix", "none"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo tree runs");
    assert!(tree.status.success(), "{}", String::from_utf8_lossy(&tree.stderr));
    let tree = String::from_utf8(tree.stdout).expect("text");
    let crates: BTreeSet<&str> = tree.lines().filter_map(|line| line.split(' ').next()).collect();
    assert!(crates.contains("statig"), "the tree was read");
    for banned in ["tokio", "axum", "hyper", "reqwest", "redb", "clap", "aws-lc-rs", "aws-config", "tracing"] {
        assert!(!crates.contains(banned), "{banned} is below the pure core");
    }
}

#[test]
fn a_gateway_is_named_by_its_adapter_the_settings_and_the_help_alone() {
    /// What a person types, or reads in the help of a command.
    const HELP: &[(&str, &str)] = &[
        ("cli/serve.rs", "the help of serve says which variable makes it charge"),
        ("cli/doctor.rs", "the help of doctor shows a call with a key, and says what is sent to whom"),
        ("cli/reconcile.rs", "the help of reconcile says what it needs beside the key"),
    ];
    for (file, text) in files("src") {
        let named = text.to_ascii_lowercase().contains("stripe");
        let at_home = room(&file).is_some_and(|room| ["adapters", "settings"].contains(&room.as_str()));
        let may = at_home || HELP.iter().any(|(known, _)| *known == file);
        assert!(!named || may, "src/{file} names the gateway; have its adapter bring what is needed, as data");
    }
}
