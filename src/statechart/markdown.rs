//! `statechart.md`: the template, filled with what the driven machine says.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use super::drive::{Cell, Driven};
use super::property::Property;
use super::table::{matrix, rows, transitions};
use super::{digests, json, mermaid};
use crate::card::{Brand, RANGES};
use crate::dialogue::{Ask, CancelReason, Decline, DeclineCodes, Guard, Language, Note, Policy};
use crate::language::command_lines;
use crate::wording::{self, Part, Sentence};

const TEMPLATE: &str = include_str!("template.md");

/// The page, for this policy and these codes of the gateway's.
pub(super) fn page(policy: &Policy, codes: &DeclineCodes, driven: &Driven, properties: &[Property]) -> String {
    let rows = rows(driven);
    let digests = digests::digests(policy, &super::usual_voice());
    let cells = driven.plain.len() + driven.broad.len();
    let filled: &[(&str, String)] = &[
        ("machine", digests.machine),
        ("rules", digests.rules),
        ("mermaid", mermaid::draw(driven)),
        ("matrix", matrix(&rows)),
        ("runs", driven.seen.runs.to_string()),
        ("cells", cells.to_string()),
        ("printed", rows.len().to_string()),
        ("unprinted", driven.broad.len().to_string()),
        ("table", transitions(&rows)),
        ("guards", guards(driven)),
        ("one_sided", one_sided(driven)),
        ("card_minutes", policy.card_data.as_mins().to_string()),
        ("session_minutes", policy.session.as_mins().to_string()),
        ("fingerprint_days", (policy.fingerprints.as_hours() / 24).to_string()),
        ("invalid", policy.invalid_answers.to_string()),
        ("help", policy.help_at.to_string()),
        ("stale", policy.stale_turns.to_string()),
        ("turns", policy.turns.to_string()),
        ("corrections", policy.corrections.to_string()),
        ("attempts", policy.attempts.to_string()),
        ("cards", policy.cards.to_string()),
        ("faults", policy.faults.to_string()),
        ("places", policy.place_failures.to_string()),
        ("breaker", policy.breaker_confirmations.to_string()),
        ("tokens", policy.tokens().to_string()),
        ("all_tokens", policy.all_tokens().to_string()),
        ("forms", Language::ALL.into_iter().map(forms).collect()),
        ("brands", brands()),
        ("declines", declines(driven, codes)),
        ("disagreements", driven.seen.disagreements.len().to_string()),
        ("fixed", fixed()),
        ("properties", claims(properties)),
        ("policy", limits(policy)),
    ];
    filled
        .iter()
        .fold(TEMPLATE.to_owned(), |page, (name, text)| page.replace(&format!("{{{{{name}}}}}"), text.trim_end()))
}

fn guards(driven: &Driven) -> String {
    let mut states: BTreeMap<Guard, BTreeSet<&str>> = BTreeMap::new();
    for (step, guard) in driven.answers.keys() {
        states.entry(*guard).or_default().insert(step.wire());
    }
    let mut text = String::from("| guard | asked in |\n|---|---|\n");
    for (guard, states) in states {
        let _ = writeln!(text, "| {} | {} |", guard.wire(), states.into_iter().collect::<Vec<_>>().join(", "));
    }
    text
}

fn one_sided(driven: &Driven) -> String {
    let mut text = String::from("| state | guard | always |\n|---|---|---|\n");
    for (step, guard, answer) in driven.one_sided() {
        let _ = writeln!(text, "| `{}` | {} | {} |", step.wire(), guard.wire(), if answer { "yes" } else { "no" });
    }
    text
}

fn forms(language: Language) -> String {
    let mut text = format!("```text\n# {}", language.code());
    let mut last = "";
    for (section, line) in command_lines(language) {
        if section != last {
            let _ = write!(text, "\n[{section}]\n");
            last = section;
        }
        let _ = writeln!(text, "{line}");
    }
    text + "```\n\n"
}

fn brands() -> String {
    let mut text = String::from("| brand | lengths | code | check digit | prefixes |\n|---|---|---|---|---|\n");
    for brand in Brand::ALL {
        let lengths: Vec<String> = brand.lengths().iter().map(ToString::to_string).collect();
        let prefixes: Vec<String> =
            RANGES
                .iter()
                .filter(|range| range.brand == brand)
                .map(|range| {
                    if range.from == range.to {
                        range.from.to_owned()
                    } else {
                        format!("{}–{}", range.from, range.to)
                    }
                })
                .collect();
        let luhn = if brand.luhn_optional() { "optional" } else { "Luhn" };
        let (lengths, prefixes) = (lengths.join(", "), prefixes.join(", "));
        let _ = writeln!(text, "| {} | {lengths} | {} | {luhn} | {prefixes} |", brand.display(), brand.cvv_length());
    }
    text
}

/// Which codes of the gateway a class stands for.
fn codes_of(decline: Decline, codes: &DeclineCodes) -> String {
    let known = codes.known.iter().filter(|(_, class)| *class == decline).map(|(code, _)| *code);
    let unknown = (codes.other == decline).then_some("and every code that is unknown");
    known.chain(unknown).collect::<Vec<_>>().join(", ")
}

fn declines(driven: &Driven, codes: &DeclineCodes) -> String {
    let mut text = format!("| class | codes | next | said ({}) |\n|---|---|---|---|\n", Language::spoken());
    for decline in Decline::ALL {
        let said: Vec<String> = Language::ALL.into_iter().flat_map(|language| declined(language, decline)).collect();
        let labels = [format!("Verdict: declined {}", decline.wire()), format!("TokeniseRefused: {}", decline.wire())];
        // Whether a further try is allowed is not asked where the payment was made already.
        let of_this_card = |&(guard, holds): &(Guard, bool)| match decline.made_already() {
            Some(_) => holds && matches!(guard, Guard::VerdictOurs | Guard::RevisionCurrent),
            None => guard == Guard::AttemptsLeft,
        };
        // A wish, a verdict on something else and a token of an earlier card have rows of their own above.
        let decides = |cell: &Cell| {
            labels.contains(&cell.event)
                && cell.guards.iter().any(of_this_card)
                && !cell.guards.contains(&(Guard::Wished, true))
        };
        let next: BTreeSet<&str> =
            driven.plain.iter().filter(|(cell, _)| decides(cell)).map(|(_, done)| done.next.wire()).collect();
        let next = next.into_iter().map(|step| format!("`{step}`")).collect::<Vec<_>>().join(", ");
        let _ =
            writeln!(text, "| `{}` | {} | {next} | {} |", decline.wire(), codes_of(decline, codes), said.join("; "));
    }
    text
}

/// What is said of a decline, in a language.
fn declined(language: Language, decline: Decline) -> Vec<String> {
    let is_it = |part: &Part| match (part, decline.made_already()) {
        (Part::Note(Note::Declined(said)), None) => *said == decline,
        (Part::Ask(Ask::Ended(CancelReason::Over(over))), Some(ends)) => *over == ends,
        (Part::Note(_) | Part::Ask(_), _) => false,
    };
    let quoted = |sentence: Sentence| format!("“{}”", sentence.text().replace('\n', " "));
    wording::all(language).filter(|(part, _)| is_it(part)).map(|(_, sentence)| quoted(sentence)).collect()
}

fn fixed() -> String {
    let (mut fixed, mut all) = (BTreeSet::new(), BTreeSet::new());
    for (_, sentence) in wording::all(Language::default()) {
        let family = sentence.id().split('.').next().unwrap_or_default().to_owned();
        all.insert(sentence.id().to_owned());
        if sentence.fixed() {
            fixed.insert(family);
        }
    }
    let list = fixed.iter().map(|id| format!("`{id}`")).collect::<Vec<_>>().join(", ");
    format!("{} kinds, of the catalog's {} sentences a language: {list}", fixed.len(), all.len())
}

fn claims(properties: &[Property]) -> String {
    let mut text = String::from("| property | runs | broken |\n|---|---|---|\n");
    for Property { claim, checked, broken } in properties {
        let _ = writeln!(text, "| {claim} | {checked} | {} |", broken.len());
    }
    text
}

fn limits(policy: &Policy) -> String {
    let mut text = String::from("| | |\n|---|---|\n");
    if let Some(limits) = json::policy(policy).as_object() {
        for (name, value) in limits {
            let _ = writeln!(text, "| {name} | {value} |");
        }
    }
    text
}
