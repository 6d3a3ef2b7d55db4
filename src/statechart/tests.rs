use std::collections::BTreeSet;

use jiff::Timestamp;
use proptest::prelude::*;

use super::*;
use crate::dialogue::{Decline, Guard, Heard, Inputs, Language, Memory, NameState, Session, State, StateName, step};
use crate::session::{Entry, history};
use crate::wording::Part;

/// The codes of a gateway that has few.
const CODES: DeclineCodes =
    DeclineCodes { known: &[("wrong_code", Decline::Cvv), ("stolen", Decline::Plain)], other: Decline::OtherCard };

fn driven() -> &'static (Driven, Vec<Property>) {
    static DRIVEN: std::sync::LazyLock<(Driven, Vec<Property>)> =
        std::sync::LazyLock::new(|| drive(&Policy::default()));
    &DRIVEN
}

#[test]
fn two_runs_in_one_cell_never_disagree() {
    let (driven, _) = driven();
    assert!(driven.seen.runs > 100_000, "{} runs", driven.seen.runs);
    assert!(driven.seen.disagreements.is_empty(), "a guard is missing: {:#?}", driven.seen.disagreements);
}

#[test]
fn every_property_holds_and_was_put_to_the_test() {
    for Property { claim, checked, broken } in &driven().1 {
        assert!(broken.is_empty(), "{claim}: {broken:#?}");
        assert!(*checked > 0, "{claim}: never put to the test");
    }
}

/// Guards that a state decides by what it is: a value that it cannot lack, or cannot hold.
const DECIDED_BY_THE_STATE: &[(StateName, Guard, bool)] = {
    use crate::dialogue::Field::{Card, Cvv, Expiry, Name};
    &[
        (StateName::Name, Guard::Holds(Name), false),
        (StateName::Name, Guard::Holds(Cvv), false),
        (StateName::Card, Guard::Holds(Name), true),
        (StateName::Card, Guard::Holds(Cvv), false),
        (StateName::Expiry, Guard::Piece, false),
        (StateName::Expiry, Guard::Holds(Name), true),
        (StateName::Expiry, Guard::Holds(Card), true),
        (StateName::Expiry, Guard::Holds(Expiry), false),
        (StateName::Expiry, Guard::Holds(Cvv), false),
        (StateName::Expiry, Guard::InPieces, false),
        (StateName::Expiry, Guard::HoldsNumber, true),
        (StateName::Cvv, Guard::Piece, false),
        (StateName::Cvv, Guard::Holds(Name), true),
        (StateName::Cvv, Guard::Holds(Card), true),
        (StateName::Cvv, Guard::Holds(Cvv), false),
        (StateName::Cvv, Guard::InPieces, false),
        (StateName::Cvv, Guard::HoldsNumber, true),
        (StateName::Confirm, Guard::Holds(Name), true),
        (StateName::Confirm, Guard::SameAsHeld(Card), false),
        (StateName::Confirm, Guard::Piece, false),
        (StateName::Confirm, Guard::Holds(Card), true),
        (StateName::Confirm, Guard::InPieces, false),
        (StateName::Processing, Guard::Known(Card), false),
        (StateName::Processing, Guard::InPieces, false),
        (StateName::Authenticating, Guard::Known(Card), false),
        (StateName::Authenticating, Guard::InPieces, false),
    ]
};

#[test]
fn every_guard_is_seen_true_and_false_in_every_state_that_does_not_decide_it_itself() {
    let mut expected = DECIDED_BY_THE_STATE.to_vec();
    expected.sort_unstable();
    assert_eq!(driven().0.one_sided(), expected);
}

#[test]
fn the_matrix_has_no_blank() {
    let matrix = table::matrix(&table::rows(&driven().0));
    for line in matrix.lines() {
        assert!(!line.contains("|  |"), "a blank in: {line}");
    }
}

#[test]
fn every_decline_has_its_sentence_and_its_next_states_in_the_page() {
    let page = markdown::page(&Policy::default(), &CODES, &driven().0, &driven().1);
    let (_, declines) = page.split_once("## Declines").expect("a chapter");
    for (decline, codes) in [
        (Decline::Cvv, "wrong_code"),
        (Decline::Plain, "stolen"),
        (Decline::OtherCard, "and every code that is unknown"),
        (Decline::Number, ""),
    ] {
        assert!(declines.contains(&format!("| `{}` | {codes} |", decline.wire())), "{}", decline.wire());
    }
    for decline in Decline::ALL {
        let row = declines.lines().find(|line| line.starts_with(&format!("| `{}` |", decline.wire()))).expect("a row");
        let next = match decline {
            Decline::Duplicate | Decline::PaidBefore => "| `cancelled` |",
            Decline::Number
            | Decline::Expiry
            | Decline::Cvv
            | Decline::TryAgain
            | Decline::OtherCard
            | Decline::Authentication
            | Decline::Plain => "| `cancelled`, `card`, `name` |",
        };
        assert!(row.contains(next), "{row}");
        assert_eq!(row.matches('“').count(), Language::ALL.len(), "{row}");
    }
}

#[test]
fn the_template_is_filled_whole() {
    let page = markdown::page(&Policy::default(), &CODES, &driven().0, &driven().1);
    assert!(!page.contains("{{"), "something was not filled in");
}

#[test]
fn the_machine_in_the_repository_is_the_one_that_runs() {
    assert_eq!(
        digests(&Policy::default(), &Voice::catalog()).machine,
        digests::machine(&driven().0),
        "run: payment-smart-bot statechart --digests > src/statechart/digests.txt"
    );
}

#[test]
fn another_code_of_the_gateway_s_is_another_rule() {
    let made = |codes| digests::made(&driven().0, &codes);
    let other = DeclineCodes { known: &[("wrong_code", Decline::Plain)], ..CODES };
    assert_ne!(made(CODES), made(other));
}

#[test]
fn another_limit_is_another_rule() {
    let usual = digests(&Policy::default(), &Voice::catalog());
    let other = digests(&Policy { turns: 61, ..Policy::default() }, &Voice::catalog());
    assert_eq!(usual.machine, other.machine);
    assert_ne!(usual.rules, other.rules);
}

#[test]
fn every_file_of_words_is_among_the_sources_of_the_rules() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/prompts");
    let mut found = Vec::new();
    let inside = |path: &std::path::Path| -> Vec<std::path::PathBuf> {
        std::fs::read_dir(path).expect("a folder").map(|entry| entry.expect("an entry").path()).collect()
    };
    for path in inside(folder.as_ref()) {
        let files = if path.is_dir() { inside(&path) } else { vec![path] };
        let named = |file: &std::path::PathBuf| {
            file.strip_prefix(folder).expect("below prompts").to_string_lossy().replace('\\', "/")
        };
        // What may be said instead of a sentence is in the voice's own part of the digest.
        let hidden = |file: &std::path::PathBuf| named(file).starts_with('.');
        found.extend(files.iter().filter(|file| !file.ends_with("wordings") && !hidden(file)).map(named));
    }
    found.sort();
    let mut listed: Vec<String> = digests::sources().map(|(path, _)| path).collect();
    listed.sort();
    assert_eq!(found, listed);
}

/// A cell without the guards of the bounds, and its outcome without what they add: they do the same everywhere.
fn unbounded(cell: &Cell, outcome: &Outcome) -> (Cell, Outcome) {
    let (mut cell, mut outcome) = (cell.clone(), outcome.clone());
    cell.guards.retain(|(guard, _)| !table::is_bound(*guard));
    let asked_for_help = cell.event.contains("help ");
    outcome.said.retain(|said| said != "near bound" && (asked_for_help || !said.starts_with("helped what_")));
    (cell, outcome)
}

/// Whether an outcome is the one of its cell; at a bound, whether it is the end that every message has there.
fn agrees(cell: &Cell, outcome: &Outcome) -> bool {
    static UNBOUNDED: std::sync::LazyLock<std::collections::BTreeMap<Cell, Outcome>> = std::sync::LazyLock::new(|| {
        let all = driven().0.plain.iter().chain(&driven().0.broad);
        let within = all.filter(|(cell, _)| !cell.guards.contains(&(Guard::WithinBounds, false)));
        within.map(|(cell, outcome)| unbounded(cell, outcome)).collect()
    });
    if let Some(known) = driven().0.outcome(cell) {
        return known == outcome;
    }
    if cell.guards.contains(&(Guard::WithinBounds, false)) {
        return outcome.next == StateName::Cancelled && outcome.effects == ["Say"];
    }
    let (cell, outcome) = unbounded(cell, outcome);
    match UNBOUNDED.get(&cell) {
        Some(known) => *known == outcome,
        // After the token several values are driven in `Confirm` only: elsewhere nothing is collected.
        None => matches!(
            cell.state,
            StateName::Processing | StateName::Authenticating | StateName::Complete | StateName::Cancelled
        ),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, ..ProptestConfig::default() })]

    /// Any concrete dialogue, under any bounds, stays in cells that were driven, and does what they say.
    #[test]
    fn prop_a_concrete_step_agrees_with_its_cell(
        choices in proptest::collection::vec(any::<prop::sample::Index>(), 1..40),
        bounds in (1_u8..8, 1_u8..14, 1_u32..70, 1_u8..12, 1_u8..5, 0_u8..4),
        pays: bool,
        keeps: bool,
    ) {
        static EVENTS: std::sync::LazyLock<Vec<crate::dialogue::Event>> = std::sync::LazyLock::new(|| {
            let mut events = [
                alphabet::messages_with_a_value(),
                alphabet::messages_without_values(),
                alphabet::messages_that_may_say_either(),
                alphabet::messages_of_unsure_values(),
            ]
            .concat();
            events.extend(alphabet::other_events());
            events.extend(alphabet::broad_messages().into_iter().step_by(7));
            events
        });
        let policy = Policy {
            invalid_answers: bounds.0,
            stale_turns: bounds.1,
            turns: bounds.2,
            corrections: bounds.3,
            attempts: bounds.4,
            cards: bounds.5,
            demonstration: false,
            keep: keeps,
            ..Policy::default()
        };
        let payment = pays.then(|| crate::dialogue::Payment {
            amount: "1.00 EUR".parse().expect("an amount"),
            payee: None,
            description: None,
            order: None,
        });
        let inputs = Inputs { now: memories::NOW, policy: &policy, fresh: 9, resumed: false };
        let mut session = Session::begin(Language::En, payment, 9);
        for choice in choices {
            let event = choice.get(&EVENTS);
            let before = session.state_name();
            let after = step(session, event, &inputs);
            let (cell, outcome) = cell_of(before, event, &after);
            prop_assert!(agrees(&cell, &outcome), "{:?}: {:?}", cell, outcome);
            session = after.session;
        }
    }
}

#[test]
fn whatever_is_said_and_asked_is_kept_in_words_of_every_language() {
    for language in Language::ALL {
        let texts: BTreeSet<&str> =
            language.pack().history.lines().filter_map(|line| Some(line.split_once(" = ")?.1)).collect();
        let memory = Memory { language, ..Memory::default() };
        let session = Session { memory, state: State::Name(NameState::default()) };
        let lines = |heard: &Heard| history(heard, &session, &session).into_iter().map(|line| line.what);
        let mut kept: Vec<String> = Vec::new();
        for aside in alphabet::asides() {
            kept.extend(lines(&Heard { asides: vec![aside], ..Heard::default() }));
        }
        for command in alphabet::commands() {
            kept.extend(lines(&Heard { command: Some(command), ..Heard::default() }));
        }
        for (part, _) in crate::wording::all(language) {
            if let Part::Ask(ask) = part {
                kept.push(Entry::bot(Timestamp::UNIX_EPOCH, 1, (ask, language), Vec::new()).what);
            }
        }
        // What names a field or a language has its text before the colon.
        let known = |what: &String| texts.contains(what.as_str()) || what.contains(": ");
        let lost: Vec<_> = kept.iter().filter(|what| !known(what)).collect();
        assert!(kept.len() > 100 && lost.is_empty(), "{}: {lost:?}", language.code());
    }
}
