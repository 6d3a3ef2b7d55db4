//! Drives the running machine over the alphabet, and gathers what it did into cells.

use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::alphabet::{
    acknowledgements, answering, broad_messages, messages_of_unsure_values, messages_that_may_say_either,
    messages_with_a_value, messages_without_values, other_events, words_of_a_value,
};
use super::memories::NOW;
use super::representatives::Sessions;
use crate::dialogue::{
    After, Ask, Decline, Effect, Event, Guard, Inputs, Memory, Note, Pending, Policy, Question, Session, StateName,
    Stepped, step,
};

/// What decides: a state, an event without its values, and the guards that were asked with their answers.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cell {
    /// The state before.
    pub state: StateName,
    /// The event, by its label.
    pub event: String,
    /// The guards, in the order in which they were asked.
    pub guards: Vec<(Guard, bool)>,
}

/// What is decided.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Outcome {
    /// The state after.
    pub next: StateName,
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
    /// Every guard with every answer, by the state that asked it.
    pub answers: BTreeMap<(StateName, Guard), BTreeSet<bool>>,
    /// What was seen on the way.
    pub seen: Seen,
}

/// What was seen on the way.
#[derive(Debug, Default)]
pub struct Seen {
    /// How many runs there were.
    pub runs: usize,
    /// Two runs in one cell that did not agree: a guard is missing. Always empty, or the drawing is refused.
    pub disagreements: BTreeSet<String>,
}

/// The cell and the outcome of one run.
#[must_use]
pub fn cell_of(state: StateName, event: &Event, after: &Stepped) -> (Cell, Outcome) {
    let cell = Cell { state, event: event.label(), guards: after.guards.clone() };
    (cell, outcome_of(&Done::of(after), &after.guards))
}

/// What was decided, before it is put into words: cheap to compare.
#[derive(Debug, PartialEq, Eq)]
struct Done {
    next: StateName,
    effects: Vec<&'static str>,
    notes: Vec<Note>,
    asks: Vec<(usize, Ask)>,
}

impl Done {
    fn of(after: &Stepped) -> Self {
        let (mut notes, mut asks) = (Vec::new(), Vec::new());
        for effect in &after.effects {
            if let Effect::Say(act) = effect {
                notes.extend_from_slice(&act.notes);
                asks.extend(act.ask.map(|ask| (notes.len(), ask)));
            }
        }
        Self {
            next: after.session.state_name(),
            effects: after.effects.iter().map(Effect::wire).collect(),
            notes,
            asks,
        }
    }
}

fn outcome_of(done: &Done, guards: &[(Guard, bool)]) -> Outcome {
    let before = guards.contains(&(Guard::Untold, true));
    let mut said = Vec::new();
    for at in 0..=done.notes.len() {
        let asks = done.asks.iter().filter(|&&(after, _)| after == at);
        said.extend(asks.map(|&(_, ask)| format!("ask {}", ask_kind(ask))));
        said.extend(done.notes.get(at).map(|&note| note_kind(note, before)));
    }
    Outcome { next: done.next, effects: done.effects.clone(), said }
}

/// A note by its kind: the reason of a rejection is data, not a decision; so is that of a decline that came `before`.
fn note_kind(note: Note, before: bool) -> String {
    if let Note::Rejected(rejected) = note {
        return format!("rejected {}", rejected.field().wire());
    }
    if before && matches!(note, Note::Declined(_)) { "declined before".to_owned() } else { note.wire() }
}

/// An ask by its kind.
#[must_use]
pub const fn ask_kind(ask: Ask) -> &'static str {
    match ask {
        Ask::Name(_) => "name",
        Ask::OwnName => "own name",
        Ask::Card(_) => "card",
        Ask::Rest => "rest of the number",
        Ask::Expiry(_) => "expiry",
        Ask::Cvv(..) => "cvv",
        Ask::Review { .. } => "review",
        Ask::ReviewAgain { again: false, .. } => "review in one line",
        Ask::ReviewAgain { again: true, .. } => "review in one line, with the words to type",
        Ask::WhatToChange => "what to change",
        Ask::Sure { of, again: false } => question_kind(of),
        Ask::Sure { again: true, .. } => "the same, with the words to type",
        Ask::Processing => "processing",
        Ask::Authenticate => "authenticate",
        Ask::Receipt { .. } => "receipt",
        Ask::Ended(_) => "ended",
        Ask::Anew => "begin anew",
    }
}

const fn question_kind(of: Question) -> &'static str {
    match of {
        Question::Cancel => "whether to stop",
        Question::Pay { .. } => "whether to pay",
        Question::Restart => "whether to start over",
        Question::Back(_) => "whether to go back",
        Question::Change(_) => "whether to change that",
        Question::IsName => "whether that is the name",
        Question::TakeName => "whether to change the name to that",
        Question::TakeCard => "whether to change the card to that",
        Question::TakeExpiry => "whether to change the date to that",
        Question::Which { .. } => "which of these",
        Question::Permission => "for the cardholder's permission",
        Question::Resume => "whether to go on",
    }
}

/// Drives the machine over the whole alphabet; `watch` sees every run.
pub(super) fn drive(policy: &Policy, mut watch: impl FnMut(&Run<'_>)) -> Driven {
    let mut driven = Driven::default();
    let Sessions { usual, bounded, edges, tried, asked, asked_at_bounds } = Sessions::of(policy);
    let all = || usual.iter().chain(&edges);
    let of_all: Vec<&Session> = all().collect();
    let with_questions: Vec<&Session> = all().chain(&asked).collect();
    let (flying, tried): (Vec<&Session>, Vec<&Session>) =
        tried.iter().partition(|session| session.state_name() > StateName::Confirm);
    let at_bounds: Vec<&Session> = asked_at_bounds.iter().collect();
    let asks_about_a_value = |session: &&Session| session.memory.pending.is_of_a_value();
    let offered: Vec<&Session> = asked.iter().filter(asks_about_a_value).collect();
    let offered_at_bounds: Vec<&Session> = asked_at_bounds.iter().filter(asks_about_a_value).collect();
    // Where cards are kept, only what follows the code differs.
    let keeping = Policy { keep: true, ..policy.clone() };
    let asked_to_keep = asked.iter().filter(|session| session.memory.payment.is_none());
    let after_the_code = usual.iter().filter(|session| session.state_name() >= StateName::Cvv);
    let kept: Vec<&Session> = after_the_code.chain(asked_to_keep).collect();
    let held: Vec<&Session> =
        asked.iter().chain(&asked_at_bounds).filter(|asked| asked.state.flight().is_some()).collect();
    // Only "ok" is not the same to a question that an answer stands beside.
    let beside = |session: &Session| Session {
        memory: Memory { after: After::Answer, ..session.memory.clone() },
        state: session.state.clone(),
    };
    let reviewing = |session: &&Session| session.state_name() == StateName::Confirm;
    let beside_answers: Vec<Session> = asked.iter().chain(&asked_at_bounds).filter(reviewing).map(beside).collect();
    let beside_answers: Vec<&Session> = beside_answers.iter().collect();
    // A value is taken alike whatever is asked, and what is no message knows of no question; but in flight a question holds
    // whatever comes.
    let without = || {
        let unsure = messages_that_may_say_either().into_iter().chain(messages_of_unsure_values());
        messages_without_values().into_iter().chain(unsure).chain(other_events())
    };
    let rounds: [(Vec<Event>, &[&Session], &Policy); 11] = [
        (messages_with_a_value().into_iter().chain(words_of_a_value()).collect(), &offered, policy),
        (messages_with_a_value(), &of_all, policy),
        (messages_with_a_value(), &held, policy),
        (without().collect(), &with_questions, policy),
        (answering(), &at_bounds, policy),
        (acknowledgements(), &beside_answers, policy),
        (messages_of_unsure_values(), &offered_at_bounds, policy),
        (without().collect(), &tried, policy),
        (other_events(), &flying, policy),
        (messages_with_a_value(), &kept, &keeping),
        (without().collect(), &kept, &keeping),
    ];
    for (events, sessions, policy) in rounds {
        for (label, events) in by_label(events) {
            let cells = meet(&label, &events, sessions, policy, &mut driven.seen, &mut watch);
            gather(&mut driven.plain, cells, &mut driven.seen);
        }
    }
    // After the token nothing is collected: there one value tells as much as several. A value that the review refuses
    // leads back to it, so there it counts how, and how often, the review was shown or a question put, and at which bound.
    let collecting = usual.iter().chain(&bounded).filter(|session| session.state_name() <= StateName::Confirm);
    let open: Vec<&Session> =
        collecting.chain(edges.iter().filter(|session| was_reviewed(session) || has_untold(session))).collect();
    let reviews: Vec<&Session> = open.iter().copied().filter(reviewing).collect();
    for (label, events) in by_label(broad_messages()) {
        for (sessions, policy) in [(&open, policy), (&reviews, &keeping)] {
            let cells = meet(&label, &events, sessions, policy, &mut driven.seen, &mut watch);
            gather(&mut driven.broad, cells, &mut driven.seen);
        }
    }
    driven.answers = answers(driven.plain.keys().chain(driven.broad.keys()));
    driven
}

/// Every guard with every answer that these cells have, by the state that asked it.
fn answers<'a>(cells: impl Iterator<Item = &'a Cell>) -> BTreeMap<(StateName, Guard), BTreeSet<bool>> {
    let mut answers: BTreeMap<_, BTreeSet<bool>> = BTreeMap::new();
    for cell in cells {
        for &(guard, answer) in &cell.guards {
            answers.entry((cell.state, guard)).or_default().insert(answer);
        }
    }
    answers
}

/// Whether the review was shown before: in one line, or it is closed until something is answered.
fn was_reviewed(session: &Session) -> bool {
    let Memory { pending, blocks, .. } = &session.memory;
    session.state_name() == StateName::Confirm && (*pending == Pending::ReviewAgain || !blocks.is_empty())
}

/// Whether a decline came while nobody listened, which leads to the card or the name. All declines are told alike here.
fn has_untold(session: &Session) -> bool {
    session.state_name() <= StateName::Card && session.memory.untold == Some(Decline::Plain)
}

/// Cells of another round: where they are known, they agree.
fn gather(table: &mut BTreeMap<Cell, Outcome>, cells: Vec<(Cell, Outcome)>, seen: &mut Seen) {
    for (cell, outcome) in cells {
        match table.get(&cell) {
            Some(known) if *known != outcome => {
                seen.disagreements.insert(format!("{cell:?}: {known:?} and {outcome:?}"));
            }
            Some(_) => {}
            None => {
                table.insert(cell, outcome);
            }
        }
    }
}

/// Events that differ in their values only are one event of the table.
fn by_label(events: impl IntoIterator<Item = Event>) -> BTreeMap<String, Vec<Event>> {
    let mut labelled: BTreeMap<String, Vec<Event>> = BTreeMap::new();
    for event in events {
        labelled.entry(event.label()).or_default().push(event);
    }
    labelled
}

/// The cells of events of one label, in every session.
fn meet(
    label: &str,
    events: &[Event],
    sessions: &[&Session],
    policy: &Policy,
    seen: &mut Seen,
    watch: &mut impl FnMut(&Run<'_>),
) -> Vec<(Cell, Outcome)> {
    let inputs = Inputs { now: NOW, policy, fresh: 7, resumed: false };
    let mut cells: HashMap<(StateName, Vec<(Guard, bool)>), Done> = HashMap::new();
    for (&before, event) in sessions.iter().flat_map(|before| events.iter().map(move |event| (before, event))) {
        let after = step(before.clone(), event, &inputs);
        watch(&Run { before, event, after: &after, policy });
        seen.runs += 1;
        let done = Done::of(&after);
        match cells.entry((before.state_name(), after.guards)) {
            Entry::Vacant(vacant) => {
                vacant.insert(done);
            }
            Entry::Occupied(known) if *known.get() == done => {}
            Entry::Occupied(known) => {
                let guards = &known.key().1;
                let (one, other) = (outcome_of(known.get(), guards), outcome_of(&done, guards));
                if one != other {
                    seen.disagreements.insert(format!("{label}, {:?}: {one:?} and {other:?}", known.key()));
                }
            }
        }
    }
    let cell = |(state, guards)| Cell { state, event: label.to_owned(), guards };
    cells
        .into_iter()
        .map(|(key, done)| {
            let outcome = outcome_of(&done, &key.1);
            (cell(key), outcome)
        })
        .collect()
}

impl Driven {
    /// The outcome of a cell, wherever it is kept.
    #[must_use]
    pub fn outcome(&self, cell: &Cell) -> Option<&Outcome> {
        self.plain.get(cell).or_else(|| self.broad.get(cell))
    }

    /// Guards that were only ever answered one way in a state that asks them. Which question is open, and what
    /// blocks the review, is named and not asked of each.
    #[must_use]
    pub fn one_sided(&self) -> Vec<(StateName, Guard, bool)> {
        let only = |(&(step, guard), answers): (&(StateName, Guard), &BTreeSet<bool>)| {
            (answers.len() == 1).then(|| answers.first().map(|&answer| (step, guard, answer))).flatten()
        };
        let named = |(_, guard, _): &(StateName, Guard, bool)| matches!(guard, Guard::Asked(_) | Guard::BlockedBy(_));
        self.answers.iter().filter_map(only).filter(|one| !named(one)).collect()
    }
}
