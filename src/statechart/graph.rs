//! What holds of the whole graph of states: where it leads, and that all of it can be reached.

use std::collections::{BTreeMap, BTreeSet};

use super::drive::Driven;
use super::property::Property;
use crate::dialogue::StateName;

const fn ended(step: StateName) -> bool {
    matches!(step, StateName::Complete | StateName::Cancelled)
}

/// Which states follow which.
fn graph(driven: &Driven) -> BTreeMap<StateName, BTreeSet<StateName>> {
    let mut graph: BTreeMap<StateName, BTreeSet<StateName>> = BTreeMap::new();
    for (cell, outcome) in driven.plain.iter().chain(&driven.broad) {
        graph.entry(cell.state).or_default().insert(outcome.next);
    }
    graph
}

fn reachable(graph: &BTreeMap<StateName, BTreeSet<StateName>>, from: StateName) -> BTreeSet<StateName> {
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
    let stuck = |step: &StateName| !reachable(&graph, *step).into_iter().any(ended);
    let broken = StateName::ALL.iter().filter(|step| stuck(step)).map(|step| step.wire().to_owned()).collect();
    Property { claim: "every state reaches an ended one", checked: StateName::ALL.len(), broken }
}

pub(super) fn every_state_is_reached(driven: &Driven) -> Property {
    let graph = graph(driven);
    let found = reachable(&graph, StateName::Name);
    let broken =
        StateName::ALL.iter().filter(|step| !found.contains(step)).map(|step| step.wire().to_owned()).collect();
    Property { claim: "every state can be reached from the first", checked: StateName::ALL.len(), broken }
}

/// Every kind of event, as labels begin.
const KINDS: [&str; 16] = [
    "Opened",
    "Heard",
    "Tokenised",
    "TokeniseRefused",
    "TokeniseFailed",
    "GatewayMisconfigured",
    "IntentOpened",
    "IntentFailed",
    "IntentRefused",
    "ChargeBarred",
    "Verdict",
    "Nudged",
    "Idle",
    "SealBroken",
    "RulesChanged",
    "Deleted",
];

/// No arm of the machine's matches over states and events is left out.
pub(super) fn every_state_meets_every_event(driven: &Driven) -> Property {
    let kind = |label: &str| label.split([':', ' ']).next().unwrap_or_default().to_owned();
    let met: BTreeSet<(StateName, String)> = driven.plain.keys().map(|cell| (cell.state, kind(&cell.event))).collect();
    let mut broken = Vec::new();
    for step in StateName::ALL {
        let missing = KINDS.iter().filter(|kind| !met.contains(&(step, (**kind).to_owned())));
        broken.extend(missing.map(|kind| format!("{} never meets {kind}", step.wire())));
    }
    broken.extend(met.iter().filter(|(_, kind)| !KINDS.contains(&kind.as_str())).map(|(_, kind)| kind.clone()));
    Property {
        claim: "every state meets every kind of event, so that no arm of the machine is left out",
        checked: met.len(),
        broken,
    }
}
