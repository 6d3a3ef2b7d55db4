//! Dialogue scripts: one snapshot each, and what holds for all of them.

use std::path::{Path, PathBuf};

use insta::Settings;
use payment_smart_bot::script::{Script, play};

/// The issue asks for so many at least.
const AT_LEAST: usize = 80;

/// The codes that scripts use, in English and Spanish; no script says these digits for anything else.
const CODES: [&str; 4] = ["123", "1234", "12345", "012"];

#[test]
fn every_script_plays_as_its_snapshot_says() {
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
    let mut settings = Settings::clone_current();
    settings.set_snapshot_path("../../snapshots");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| {
        insta::glob!("../dialogues", "*.dialogue", |path| {
            let script = Script::parse(&read(path)).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            let transcript =
                runtime.block_on(play(&script)).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            // The snapshot is named after its script alone.
            let mut settings = Settings::clone_current();
            settings.remove_snapshot_suffix();
            settings.bind(|| insta::assert_snapshot!(stem(path), transcript));
        });
    });
}

#[test]
fn there_are_enough_scripts_each_with_a_title_and_a_snapshot_of_its_own() {
    let scripts = files("tests/dialogues", "dialogue");
    let spanish = scripts.iter().filter(|path| read(path).contains("@language es")).count();
    assert!(scripts.len() >= AT_LEAST, "{} scripts", scripts.len());
    assert!(spanish >= 20, "{spanish} scripts in Spanish");
    for path in &scripts {
        let script = Script::parse(&read(path)).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        assert!(!script.title.is_empty(), "{} has no title", path.display());
    }
    let expected: Vec<String> = scripts.iter().map(|path| stem(path)).collect();
    let kept: Vec<String> =
        files("snapshots", "snap").iter().map(|path| stem(path)).filter(|name| !name.starts_with("catalog_")).collect();
    assert_eq!(kept, expected, "a snapshot without a script, or a script without a snapshot");
}

#[test]
fn no_snapshot_shows_more_of_a_card_than_its_last_four_digits() {
    for path in files("snapshots", "snap") {
        for line in read(&path).lines() {
            let longest = digits_in_a_row(line);
            assert!(longest < 12, "{}: {longest} digits in a row: {line}", path.display());
        }
    }
}

#[test]
fn no_snapshot_shows_a_security_code() {
    for path in files("snapshots", "snap") {
        for line in read(&path).lines() {
            let shown = line.split(|c: char| !c.is_alphanumeric()).find(|word| CODES.contains(word));
            assert_eq!(shown, None, "{}: {line}", path.display());
        }
    }
}

/// How many digits stand together at most, across spaces, dots and dashes. Ids of the gateway (`pm_…`) are hexadecimal,
/// made of a digest, and no part of a card.
fn digits_in_a_row(line: &str) -> usize {
    let (mut longest, mut run) = (0, 0);
    let words: Vec<&str> = line.split(' ').map(|word| if word.contains("_sandbox_") { "id" } else { word }).collect();
    for c in words.join(" ").chars() {
        run = match c {
            c if c.is_numeric() => run + 1,
            ' ' | '.' | '-' | '·' => run,
            _ => 0,
        };
        longest = longest.max(run);
    }
    longest
}

fn files(folder: &str, extension: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let entries = std::fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths: Vec<PathBuf> = entries
        .map(|entry| entry.expect("a folder can be listed").path())
        .filter(|path| path.extension().is_some_and(|found| found == extension))
        .collect();
    paths.sort();
    paths
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn stem(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}
