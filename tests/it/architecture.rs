//! The map of the house, held: who may import whom, what is pure, what is absent.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Which modules of the crate a module may name. `main` and the command line see everything.
const ARROWS: &[(&str, &[&str])] = &[
    ("card", &[]),
    ("dialogue", &["card"]),
    ("language", &["dialogue", "card"]),
    ("wording", &["dialogue", "card"]),
    ("session", &["dialogue", "card"]),
    ("statechart", &["wording", "language", "session", "dialogue", "card"]),
    ("turn", &["ports", "wording", "language", "session", "dialogue", "card"]),
    ("ports", &["wording", "session", "dialogue", "card"]),
    ("adapters", &["ports", "wording", "session", "dialogue", "card"]),
    ("orders", &["dialogue", "card"]),
    ("keys", &["turn", "ports", "dialogue"]),
    ("http", &["keys", "orders", "turn", "ports", "wording", "language", "session", "dialogue", "card"]),
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

/// Modules without I/O, clock, environment and randomness.
const PURE: &[&str] = &["card", "dialogue", "language", "wording", "session", "statechart"];

/// What a pure file may not name.
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
    "tokio",
    "async fn",
    "println!",
    "eprintln!",
    "dbg!",
];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Every source file, by its path below `src`.
fn sources() -> Vec<(String, String)> {
    files("src")
}

/// Every file of code in this folder of the crate, by its path below it.
fn files(folder: &str) -> Vec<(String, String)> {
    fn walk(dir: &Path, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(dir).expect("a folder of the crate") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                walk(&path, found);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                found.push(path);
            }
        }
    }
    let src = root().join(folder);
    let mut found = Vec::new();
    walk(&src, &mut found);
    found.sort();
    found
        .into_iter()
        .map(|path| {
            let name = path.strip_prefix(&src).expect("below src").to_string_lossy().replace('\\', "/");
            (name, fs::read_to_string(&path).expect("a source file"))
        })
        .collect()
}

/// The code of a file, without its comments.
fn code(text: &str) -> String {
    text.lines().map(|line| line.split("//").next().unwrap_or_default()).collect::<Vec<_>>().join("\n")
}

fn module_of(file: &str) -> &str {
    file.split(['/', '.']).next().unwrap_or_default()
}

fn is_test(file: &str) -> bool {
    file.contains("tests")
}

/// The crate's modules that a file names, as `crate::name` or in `use crate::{name…}`.
fn named_modules(text: &str) -> BTreeSet<String> {
    text.match_indices("crate::")
        .map(|(at, found)| {
            let rest = &text[at + found.len()..];
            rest.chars().take_while(|c| c.is_ascii_lowercase() || *c == '_').collect::<String>()
        })
        .filter(|name| !name.is_empty())
        .collect()
}

#[test]
fn modules_import_only_along_the_arrows() {
    for (file, text) in sources() {
        let module = module_of(&file);
        let Some((_, allowed)) = ARROWS.iter().find(|(name, _)| *name == module) else { continue };
        for named in named_modules(&code(&text)) {
            let known = ARROWS.iter().any(|(name, _)| *name == named);
            assert!(
                !known || named == module || allowed.contains(&named.as_str()),
                "src/{file} names crate::{named}, and nothing of `{module}` may"
            );
        }
    }
}

#[test]
fn pure_files_name_no_clock_no_environment_and_no_io() {
    for (file, text) in sources() {
        let pure = PURE.contains(&module_of(&file))
            || ["plan", "working", "asking", "keeping", "settle", "bounds", "request"]
                .iter()
                .any(|pure| file == format!("turn/{pure}.rs"));
        if !pure || is_test(&file) {
            continue;
        }
        for impure in IMPURE {
            assert!(!code(&text).contains(impure), "src/{file} names {impure}; give it in as an input instead");
        }
    }
}

#[test]
fn only_the_machine_names_the_state_machine_library() {
    let naming: Vec<String> =
        sources().into_iter().filter(|(_, text)| code(text).contains("statig")).map(|(file, _)| file).collect();
    assert_eq!(naming, ["dialogue/machine.rs"]);
}

/// Whether `step` is among what is imported of the dialogue.
fn imports_step(code: &str) -> bool {
    code.match_indices("use crate::dialogue::").any(|(at, found)| {
        let list = code[at + found.len()..].split(';').next().unwrap_or_default();
        list.split(|c: char| !c.is_alphanumeric() && c != '_').any(|name| name == "step")
    })
}

#[test]
fn only_a_turn_and_the_drawing_of_the_chart_step_the_machine() {
    for (file, text) in sources() {
        let calls = code(&text).contains("dialogue::step(") || imports_step(&code(&text));
        if calls && !is_test(&file) {
            let module = module_of(&file);
            assert!(
                ["dialogue", "turn", "statechart"].contains(&module),
                "src/{file} seems to step the machine; only a turn may"
            );
        }
    }
}

#[test]
fn a_file_of_code_has_fewer_than_300_lines() {
    for folder in ["src", "tests/it", "benches"] {
        for (file, text) in files(folder) {
            let lines = text.lines().count();
            assert!(lines < 300, "{folder}/{file} has {lines} lines; split it along what it does");
        }
    }
}

#[test]
fn no_wildcard_stands_in_for_a_state_or_an_event() {
    for (file, text) in sources() {
        if !file.starts_with("dialogue/machine") {
            continue;
        }
        assert!(!code(&text).contains("_ =>"), "src/{file} has a wildcard arm: a new event would be passed over");
    }
}

#[test]
fn card_values_and_utterances_are_neither_serialised_nor_displayed() {
    for (file, text) in sources() {
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
        .current_dir(root())
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
    for (file, text) in sources() {
        let named = text.to_ascii_lowercase().contains("stripe");
        let may = ["adapters", "settings"].contains(&module_of(&file)) || HELP.iter().any(|(known, _)| *known == file);
        assert!(!named || may, "src/{file} names the gateway; have its adapter bring what is needed, as data");
    }
}
