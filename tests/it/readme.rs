//! What the README says is so.

use std::fs;
use std::process::Command;

use payment_smart_bot::adapters::SCENARIOS;

fn read(path: &str) -> String {
    fs::read_to_string(format!("{}/{path}", env!("CARGO_MANIFEST_DIR"))).expect(path)
}

#[test]
fn the_dialogue_in_the_readme_is_the_one_that_is_played() {
    let readme = read("README.md");
    let block = readme.split("## A dialogue").nth(1).and_then(|rest| rest.split("```").nth(1)).expect("a dialogue");
    let snapshot = read("snapshots/happy-path-charged.snap");
    let lines: Vec<&str> =
        block.lines().filter(|line| line.starts_with("customer") || line.starts_with("bot")).collect();
    assert!(lines.len() >= 12, "a whole dialogue");
    for line in lines {
        assert!(snapshot.contains(line), "not in the snapshot: {line}");
    }
}

#[test]
fn every_test_card_that_does_something_is_listed_with_what_it_does() {
    let readme = read("README.md");
    for scenario in SCENARIOS {
        let row = format!("| `{}` | {} |", scenario.number, scenario.about);
        assert!(readme.contains(&row), "missing: {row}");
    }
}

#[test]
fn every_option_of_serve_is_listed_with_its_variable() {
    let help = Command::new(env!("CARGO_BIN_EXE_payment-smart-bot")).args(["help", "serve"]).output().expect("help");
    let help = String::from_utf8(help.stdout).expect("text");
    let readme = read("README.md");
    let variables: Vec<&str> = help.split("[env: ").skip(1).filter_map(|rest| rest.split(['=', ']']).next()).collect();
    assert!(variables.len() > 10, "{variables:?}");
    for variable in variables {
        assert!(readme.contains(&format!("`{variable}`")), "{variable} is not in the README");
    }
}

#[test]
fn the_page_of_keys_is_what_the_program_says_of_them() {
    assert!(read("README.md").contains("(docs/keys.md)"));
    assert!(
        read("docs/keys.md") == payment_smart_bot::settings::custody::page(),
        "`bash .ci/redraw` makes docs/keys.md anew"
    );
}

#[test]
fn the_readme_names_every_command() {
    let help = Command::new(env!("CARGO_BIN_EXE_payment-smart-bot")).arg("--help").output().expect("help");
    let help = String::from_utf8(help.stdout).expect("text");
    let commands = help.split("Commands:").nth(1).and_then(|rest| rest.split("Options:").next()).expect("commands");
    let named =
        commands.lines().filter_map(|line| line.strip_prefix("  ")?.split(' ').next().filter(|name| !name.is_empty()));
    let readme = read("README.md");
    for command in named.filter(|name| *name != "help") {
        assert!(readme.contains(&format!("| `{command}")), "{command} is not in the README");
    }
}
