//! The diagram, in Mermaid: states, superstates, and the edges of the driven table.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use super::drive::Driven;
use crate::dialogue::StateName;

const STATES: &str = "  [*] --> Name
  state Active {
    state Collecting {
      Name
      Card
      Expiry
      Cvv
    }
    Confirm
    state InFlight {
      Processing
      Authenticating
    }
  }
  state Ended {
    Complete
    Cancelled
  }
";

/// The name of a state in the diagram.
const fn title(step: StateName) -> &'static str {
    match step {
        StateName::Name => "Name",
        StateName::Card => "Card",
        StateName::Expiry => "Expiry",
        StateName::Cvv => "Cvv",
        StateName::Confirm => "Confirm",
        StateName::Processing => "Processing",
        StateName::Authenticating => "Authenticating",
        StateName::Complete => "Complete",
        StateName::Cancelled => "Cancelled",
    }
}

/// What kind of event it is, for an edge: few enough to be read.
fn kind(event: &str) -> &str {
    let heard = event.strip_prefix("Heard: ");
    match heard {
        Some(said) if said.starts_with("told ") && said.contains(", ") => "values and a command",
        Some(said) if said.starts_with("told ") => "values",
        Some(said) if said.starts_with("change") => "change",
        Some(said) if said.starts_with("affirm") => "affirm",
        Some("cancel" | "back" | "restart" | "deny") => heard.unwrap_or(event),
        // Whatever else is said leads elsewhere at a bound only.
        Some(_) => "bound",
        None if event.starts_with("Verdict: declined") => "declined",
        None if event.starts_with("TokeniseRefused") => "refused",
        None => event.strip_prefix("Verdict: ").unwrap_or(event),
    }
}

/// `stateDiagram-v2`: every pair of states between which the machine moves, with the kinds of event that move it.
#[must_use]
pub(super) fn draw(driven: &Driven) -> String {
    let mut edges: BTreeMap<(StateName, StateName), BTreeSet<&str>> = BTreeMap::new();
    for (cell, outcome) in driven.plain.iter().chain(&driven.broad) {
        if cell.state != outcome.next {
            edges.entry((cell.state, outcome.next)).or_default().insert(kind(&cell.event));
        }
    }
    let mut text = String::from("stateDiagram-v2\n");
    text.push_str(STATES);
    for ((from, to), kinds) in edges {
        let label = if to == StateName::Cancelled && from < StateName::Processing {
            "cancel, deleted, a bound".to_owned()
        } else {
            kinds.into_iter().filter(|kind| *kind != "values and a command").collect::<Vec<_>>().join(", ")
        };
        let _ = writeln!(text, "  {} --> {}: {label}", title(from), title(to));
    }
    text.trim_end().to_owned()
}
