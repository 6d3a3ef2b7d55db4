//! What holds of the whole graph of states: where it leads, and that all of it can be reached.

use std::collections::{BTreeMap, BTreeSet};

use super::drive::Driven;
use super::properties::Property;
use crate::dialogue::Step;

const fn ended(step: Step) -> bool {
    matches!(step, Step::Complete | Step::Cancelled)
}

/// Which states follow which.
fn graph(driven: &Driven) -> BTreeMap<Step, BTreeSet<Step>> {
    let mut graph: BTreeMap<Step, BTreeSet<Step>> = BTreeMap::new();
    for (cell, outcome) in driven.plain.iter().chain(&driven.broad) {
        graph.entry(cell.state).or_default().insert(outcome.next);
    }
    graph
}

fn reachable(graph: &BTreeMap<Step, BTreeSet<Step>>, from: Step) -> BTreeSet<Step> {
    let mut found = BTreeSet::from([from]);
    let mut open = vec![from];
    while let Some(step) = open.pop() {
        for &next in graph.get(&step).into_iter().flatten() {
            if found.insert(next) {
                open.push(next);
            }
        }
    }
    found
}

pub(super) fn reaches_an_end(driven: &Driven) -> Property {
    let graph = graph(driven);
    let stuck = |step: &Step| !reachable(&graph, *step).into_iter().any(ended);
    let broken = Step::ALL.iter().filter(|step| stuck(step)).map(|step| step.wire().to_owned()).collect();
    Property { claim: "every state reaches an ended one", checked: Step::ALL.len(), broken }
}

pub(super) fn every_state_is_reached(driven: &Driven) -> Property {
    let graph = graph(driven);
    let found = reachable(&graph, Step::Name);
    let broken = Step::ALL.iter().filter(|step| !found.contains(step)).map(|step| step.wire().to_owned()).collect();
    Property { claim: "every state can be reached from the first", checked: Step::ALL.len(), broken }
}
