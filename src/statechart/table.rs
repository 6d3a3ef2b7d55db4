//! The driven table as rows for people: bounds folded away, equal rows merged.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::drive::{Cell, Driven, Outcome};
use crate::dialogue::{Guard, Language, StateName};

/// A row: what decides, and what is decided.
type Row = (StateName, String, String, Outcome);

/// Guards that do the same everywhere, and are explained once.
pub(super) const fn is_bound(guard: Guard) -> bool {
    matches!(guard, Guard::WithinBounds | Guard::NearBound | Guard::NeedsHelp)
}

/// The rows that are printed, in order.
pub(super) fn rows(driven: &Driven) -> BTreeSet<Row> {
    driven.plain.iter().filter_map(|(cell, outcome)| row(cell, outcome)).collect()
}

fn row(cell: &Cell, outcome: &Outcome) -> Option<Row> {
    let answered = |guard, answer| cell.guards.contains(&(guard, answer));
    let at_bound = answered(Guard::WithinBounds, false) || answered(Guard::NeedsHelp, true);
    // What is asked again, and an answer to another reply, are explained once.
    let again = answered(Guard::AskedOnce, true) || answered(Guard::AskedTwice, true);
    let stray = answered(Guard::ToThatQuestion, false);
    if at_bound || again || stray || answered(Guard::NearBound, true) || says_several(&cell.event) {
        return None;
    }
    let guards: Vec<String> = cell
        .guards
        .iter()
        .filter(|(guard, _)| !is_bound(*guard) && !matches!(guard, Guard::AskedOnce | Guard::AskedTwice))
        .map(|&(guard, answer)| asked(guard, answer))
        .collect();
    Some((cell.state, cell.event.clone(), guards.join("; "), outcome.clone()))
}

/// A message with a value and a command, or with several values.
fn says_several(event: &str) -> bool {
    event.starts_with("Heard: told ") && (event.contains(',') || event.contains('+'))
}

/// A guard with its answer.
pub(super) fn asked(guard: Guard, answer: bool) -> String {
    format!("{}{}", guard.wire(), if answer { "" } else { "?no" })
}

/// One table a state, folded.
pub(super) fn transitions(rows: &BTreeSet<Row>) -> String {
    let mut text = String::new();
    for step in StateName::ALL {
        let of_step: Vec<&Row> = rows.iter().filter(|(state, ..)| *state == step).collect();
        let _ = writeln!(text, "<details><summary><code>{}</code>: {} rows</summary>\n", step.wire(), of_step.len());
        text.push_str("| event | guards | next | effects | said |\n|---|---|---|---|---|\n");
        for (_, event, guards, outcome) in of_step {
            let Outcome { next, effects, said } = outcome;
            let effects = effects.iter().filter(|effect| **effect != "Say").copied().collect::<Vec<_>>().join(", ");
            let _ = writeln!(text, "| {event} | {guards} | `{}` | {effects} | {} |", next.wire(), said.join(", "));
        }
        text.push_str("\n</details>\n\n");
    }
    text.trim_end().to_owned()
}

/// The commands and asides of the matrix, by their labels; "@" stands for any language.
const MATRIX: &[(&str, &[&str])] = &[
    ("affirm", &["Heard: affirm"]),
    ("deny", &["Heard: deny"]),
    (
        "change",
        &["Heard: change", "Heard: change name", "Heard: change card", "Heard: change expiry", "Heard: change cvv"],
    ),
    ("back", &["Heard: back"]),
    ("restart", &["Heard: restart"]),
    ("cancel", &["Heard: cancel"]),
    ("likely affirm", &["Heard: likely affirm"]),
    ("likely deny", &["Heard: likely deny"]),
    ("likely change", &["Heard: likely change card"]),
    ("likely back", &["Heard: likely back"]),
    ("likely restart", &["Heard: likely restart"]),
    ("likely cancel", &["Heard: likely cancel"]),
    ("torn between two", &["Heard: torn"]),
    ("acknowledgement", &["Heard: likely affirm as noted"]),
    ("help", &["Heard: help general", "Heard: help safety"]),
    ("repeat", &["Heard: repeat"]),
    ("status", &["Heard: status"]),
    ("language", &["Heard: language @", "Heard: language", "Heard: noticed @"]),
    ("handoff", &["Heard: handoff"]),
    ("other way", &["Heard: other_way"]),
    ("refuse", &["Heard: refuse"]),
    ("already", &["Heard: already"]),
    ("wait", &["Heard: wait"]),
    ("complaint", &["Heard: complaint"]),
    ("somebody else's card", &["Heard: others_card"]),
    ("pressed, a minor", &["Heard: pressed", "Heard: minor"]),
    ("not me", &["Heard: not_me"]),
    ("distress", &["Heard: distress"]),
    ("charged twice, wrong amount", &["Heard: charged_twice", "Heard: wrong_amount"]),
    ("refund, return, receipt", &["Heard: refund", "Heard: return", "Heard: receipt"]),
    ("the bank's code", &["Heard: bank_code"]),
    ("privacy", &["Heard: privacy"]),
    ("identity", &["Heard: identity"]),
    ("begin", &["Heard: begin"]),
    ("greeting, thanks, goodbye", &["Heard: greeting", "Heard: thanks", "Heard: goodbye"]),
    ("not understood", &["Heard: unclear", "Heard: blank"]),
    ("idle 15 minutes", &["Idle"]),
    ("seal broken", &["SealBroken"]),
    ("rules changed", &["RulesChanged"]),
    ("deleted by its owner", &["Deleted"]),
    ("nudged", &["Nudged"]),
];

/// Command × state, without a blank.
pub(super) fn matrix(rows: &BTreeSet<Row>) -> String {
    let mut text = String::from("| |");
    for step in StateName::ALL {
        let _ = write!(text, " `{}` |", step.wire());
    }
    let _ = write!(text, "\n|---|{}", "---|".repeat(StateName::ALL.len()));
    for (name, events) in MATRIX {
        let _ = write!(text, "\n| {name} |");
        for step in StateName::ALL {
            let _ = write!(text, " {} |", square(rows, step, events));
        }
    }
    text
}

fn square(rows: &BTreeSet<Row>, step: StateName, events: &[&str]) -> String {
    let mut found: BTreeSet<String> = BTreeSet::new();
    for (state, event, _, outcome) in rows {
        if *state == step && events.iter().any(|label| is(event, label)) {
            found.insert(summary(step, outcome));
        }
    }
    found.into_iter().collect::<Vec<_>>().join("; ")
}

fn is(event: &str, label: &str) -> bool {
    let of_language = |start: &str| event.strip_prefix(start).is_some_and(|code| Language::from_tag(code).is_some());
    label.strip_suffix('@').map_or(event == label, of_language)
}

/// Where it leads, what is asked of the world, and what of the customer.
fn summary(step: StateName, Outcome { next, effects, said }: &Outcome) -> String {
    let mut parts: Vec<String> = Vec::new();
    if *next != step {
        parts.push(format!("→ `{}`", next.wire()));
    }
    parts.extend(effects.iter().filter(|effect| **effect != "Say").map(ToString::to_string));
    parts.extend(said.last().map(|last| last.strip_prefix("ask ").unwrap_or(last).to_owned()));
    if parts.is_empty() { "stays".to_owned() } else { parts.join(", ") }
}
