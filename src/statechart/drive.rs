//! Drives the running machine over the alphabet, and gathers what it did into cells.

use std::collections::{BTreeMap, BTreeSet};

use super::alphabet::{broad_messages, other_events, plain_messages};
use super::representatives::{NOW, Sessions};
use crate::dialogue::{Ask, Effect, Event, Guard, Inputs, Note, Policy, Session, Step, Stepped, step};

/// What decides: a state, an event without its values, and the guards that were asked with their answers.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cell {
    /// The state before.
    pub state: Step,
    /// The event, by its label.
    pub event: String,
    /// The guards, in the order in which they were asked.
    pub guards: Vec<(Guard, bool)>,
}

/// What is decided.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Outcome {
    /// The state after.
    pub next: Step,
    /// The effects, in order, by name; what is said is named in `said`.
    pub effects: Vec<&'static str>,
    /// What is said: notes, then the ask. Reasons of rejections, and how often was asked, are left out.
    pub said: Vec<String>,
}

/// One run of the machine.
pub(super) struct Run<'a> {
    pub before: &'a Session,
    pub event: &'a Event,
    pub after: &'a Stepped,
    pub policy: &'a Policy,
}

/// The whole table, and what was seen on the way.
#[derive(Debug, Default)]
pub struct Driven {
    /// Cells of messages that say one thing, and of everything that is no message.
    pub plain: BTreeMap<Cell, Outcome>,
    /// Cells of messages that say several values at once.
    pub broad: BTreeMap<Cell, Outcome>,
    /// Two runs in one cell that did not agree: a guard is missing. Always empty, or the drawing is refused.
    pub disagreements: BTreeSet<String>,
    /// Every guard with every answer, by the state that asked it.
    pub answers: BTreeMap<(Step, Guard), BTreeSet<bool>>,
    /// How many runs there were.
    pub runs: usize,
}

/// The cell and the outcome of one run.
#[must_use]
pub fn cell_of(state: Step, event: &Event, after: &Stepped) -> (Cell, Outcome) {
    let cell = Cell { state, event: event.label(), guards: after.guards.clone() };
    let mut said = Vec::new();
    for effect in &after.effects {
        if let Effect::Say(act) = effect {
            said.extend(act.notes.iter().map(|&note| note_kind(note)));
            said.extend(act.ask.map(|ask| format!("ask {}", ask_kind(ask))));
        }
    }
    let effects = after.effects.iter().map(Effect::wire).collect();
    (cell, Outcome { next: after.session.step(), effects, said })
}

/// A note by its kind: the reason of a rejection is data, not a decision.
fn note_kind(note: Note) -> String {
    if let Note::Rejected(rejected) = note { format!("rejected {}", rejected.field().wire()) } else { note.wire() }
}

/// An ask by its kind.
#[must_use]
pub const fn ask_kind(ask: Ask) -> &'static str {
    match ask {
        Ask::Name(_) => "name",
        Ask::Card(_) => "card",
        Ask::Rest => "rest of the number",
        Ask::Expiry(_) => "expiry",
        Ask::Cvv(..) => "cvv",
        Ask::Review { .. } => "review",
        Ask::WhatToChange => "what to change",
        Ask::ReallyCancel => "really cancel",
        Ask::Processing => "processing",
        Ask::Authenticate => "authenticate",
        Ask::Receipt { .. } => "receipt",
        Ask::Ended(_) => "ended",
        Ask::Anew => "begin anew",
    }
}

/// Drives the machine over the whole alphabet; `watch` sees every run.
pub(super) fn drive(policy: &Policy, mut watch: impl FnMut(&Run<'_>)) -> Driven {
    let mut driven = Driven::default();
    let Sessions { usual, bounded, edges } = Sessions::of(policy);
    let (plain, broad, other) = (plain_messages(), broad_messages(), other_events());
    let inputs = Inputs { now: NOW, policy, fresh: 7 };
    let mut one = |session: &Session, event: &Event, is_broad: bool| {
        let after = step(session.clone(), event, &inputs);
        watch(&Run { before: session, event, after: &after, policy });
        driven.keep(session.step(), event, &after, is_broad);
    };
    for session in usual.iter().chain(&edges) {
        for event in plain.iter().chain(&other) {
            one(session, event, false);
        }
    }
    // After the token nothing is collected: there one value tells as much as several.
    let collects = |session: &&Session| session.step().field().is_some() || session.step() == Step::Confirm;
    for session in usual.iter().chain(&bounded).filter(collects) {
        for event in &broad {
            one(session, event, true);
        }
    }
    driven
}

impl Driven {
    fn keep(&mut self, state: Step, event: &Event, after: &Stepped, is_broad: bool) {
        self.runs += 1;
        for &(guard, answer) in &after.guards {
            self.answers.entry((state, guard)).or_default().insert(answer);
        }
        let (cell, outcome) = cell_of(state, event, after);
        let table = if is_broad { &mut self.broad } else { &mut self.plain };
        match table.get(&cell) {
            None => {
                table.insert(cell, outcome);
            }
            Some(known) if *known == outcome => {}
            Some(known) => {
                self.disagreements.insert(format!("{cell:?}: {known:?} and {outcome:?}"));
            }
        }
    }

    /// The outcome of a cell, wherever it is kept.
    #[must_use]
    pub fn outcome(&self, cell: &Cell) -> Option<&Outcome> {
        self.plain.get(cell).or_else(|| self.broad.get(cell))
    }

    /// Guards that were only ever answered one way in a state that asks them.
    #[must_use]
    pub fn one_sided(&self) -> Vec<(Step, Guard, bool)> {
        let only = |(&(step, guard), answers): (&(Step, Guard), &BTreeSet<bool>)| {
            (answers.len() == 1).then(|| answers.first().map(|&answer| (step, guard, answer))).flatten()
        };
        self.answers.iter().filter_map(only).collect()
    }
}
