//! The statechart as it runs: driven over a finite alphabet, checked, and drawn.
//!
//! Architecture invariants: nothing here decides: a row of the table is what [`step`](crate::dialogue::step) answered when
//! it was driven (`tests.rs` holds that any concrete step agrees with its row); and nothing here does I/O.
//!
//! `statechart.md` and `digests.txt` are made by this module and held by tests: they fail when file and machine differ.

mod alphabet;
mod digests;
mod drive;
mod graph;
mod json;
mod markdown;
mod memories;
mod mermaid;
mod properties;
mod property;
mod representatives;
mod table;
#[cfg(test)]
mod tests;

pub use alphabet::{answers, asides, commands};
pub use digests::digests;
pub use drive::{Cell, Driven, Outcome, Seen, ask_kind, cell_of};
pub use property::Property;

use crate::dialogue::{DeclineCodes, Policy};
use crate::wording::{Tone, Voice, Wordings};

/// The machine, driven over the alphabet, with what holds of it.
#[must_use]
pub fn drive(policy: &Policy) -> (Driven, Vec<Property>) {
    let mut checker = properties::Checker::new();
    let driven = drive::drive(policy, |run| checker.watch(run));
    let properties = checker.finish(&driven);
    (driven, properties)
}

/// `statechart.md`, with the codes of the gateway's for each class of decline.
#[must_use]
pub fn markdown(policy: &Policy, declines: &DeclineCodes) -> String {
    let (driven, properties) = drive(policy);
    markdown::page(policy, declines, &driven, &properties)
}

/// The diagram alone, as a Mermaid `stateDiagram-v2`.
#[must_use]
pub fn mermaid(policy: &Policy) -> String {
    mermaid::draw(&drive(policy).0) + "\n"
}

/// The whole table, the properties and the policy, as one line of JSON.
#[must_use]
pub fn json(policy: &Policy) -> String {
    let (driven, properties) = drive(policy);
    let digests = digests(policy, &usual_voice());
    let claims: Vec<_> = properties
        .iter()
        .map(|property| {
            serde_json::json!({ "claim": property.claim, "checked": property.checked, "broken": property.broken })
        })
        .collect();
    serde_json::json!({
        "digests": { "machine": digests.machine, "rules": digests.rules },
        "policy": json::policy(policy),
        "properties": claims,
        "cells": json::table(&driven),
    })
    .to_string()
        + "\n"
}

/// The voice of a service that sets nothing: plain, in the wordings that come with the program.
fn usual_voice() -> Voice {
    Wordings::built_in().map_or_else(|_| Voice::catalog(), |wordings| Voice::new(Tone::default(), wordings))
}

/// What `src/statechart/digests.txt` must hold for the machine that runs, with a gateway of these codes.
#[must_use]
pub fn digests_file(policy: &Policy, declines: &DeclineCodes) -> String {
    digests::made(&drive(policy).0, declines)
}
