//! The audit trail: what happened in a session, step by step, without a word or a value of the customer's.
//!
//! Steps stay in the session's record until they move to the ledger: with the first card data, with every event of money, and at
//! the end. A session without card data leaves only a count.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::SessionId;

/// One step of a session in the audit trail: who, what, when, from where to where, and why.
///
/// Entries of a session are chained: the digest of each covers the digest of the one before it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TrailEntry {
    /// When, to the millisecond.
    pub at: Timestamp,
    /// Of which session.
    pub session: SessionId,
    /// In which turn.
    pub turn: u32,
    /// The turn's random id, in entries of former releases.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub turn_id: String,
    /// What happened ("Heard: affirm", "Verdict: paid", …): never a customer's words or values.
    pub event: String,
    /// The state before.
    pub from: String,
    /// The state after.
    pub to: String,
    /// The effects, in order, by name.
    pub effects: Vec<String>,
    /// The guards that were asked and their verdicts (`card complete=true`).
    pub guards: Vec<String>,
    /// The ids of what was said of it, in order: sentences (`s-…`), approved wordings (`w-…`), and courtesies in their own
    /// words. `wording show` prints what they say.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub said: Vec<String>,
    /// The digest of the entry before it; empty for the first of a session.
    pub previous: String,
    /// SHA-256 in hexadecimal over `previous` and this entry's JSON without its digest.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub digest: String,
}

impl TrailEntry {
    /// This entry as the successor of the one whose digest is `previous` (empty: as the first).
    #[must_use]
    pub fn chained(mut self, previous: &str) -> Self {
        previous.clone_into(&mut self.previous);
        self.digest = self.computed();
        self
    }

    /// The digest that belongs to what this entry says now.
    fn computed(&self) -> String {
        let bare = Self { digest: String::new(), ..self.clone() };
        // Fields are written in the order they are declared, so equal entries have equal bytes.
        let json = serde_json::to_string(&bare).unwrap_or_default();
        hex::encode(Sha256::new().chain_update(&self.previous).chain_update(json).finalize())
    }
}

/// The place of the first entry that was changed, or does not follow the one before it; `None` when the chain holds.
#[must_use]
pub fn first_broken(trail: &[TrailEntry]) -> Option<usize> {
    let mut previous = "";
    for (at, entry) in trail.iter().enumerate() {
        if entry.previous != previous || entry.digest != entry.computed() {
            return Some(at);
        }
        previous = &entry.digest;
    }
    None
}

/// A step as it is kept: an entry's values in their order, without their names, its session or its place in the chain. A
/// dialogue has a dozen of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step(
    /// Milliseconds since 1970.
    i64,
    /// Turn.
    u32,
    /// Event.
    String,
    /// The state before.
    String,
    /// The state after.
    String,
    /// Effects.
    String,
    /// Guards, each with `+` where it held and `-` where it did not.
    String,
    /// What was said.
    String,
);

/// What stands between effects and between guards; no name of one has it.
const BETWEEN: &str = ";";
/// What stands between the ids of what was said: a courtesy is one line.
const LINE: &str = "\n";

impl Step {
    /// Of an entry.
    #[must_use]
    pub fn of(entry: &TrailEntry) -> Self {
        let signed = |guard: &String| match guard.rsplit_once('=') {
            Some((name, "true")) => format!("{name}+"),
            Some((name, "false")) => format!("{name}-"),
            Some(_) | None => guard.clone(),
        };
        let guards: Vec<String> = entry.guards.iter().map(signed).collect();
        Self(
            entry.at.as_millisecond(),
            entry.turn,
            entry.event.clone(),
            entry.from.clone(),
            entry.to.clone(),
            entry.effects.join(BETWEEN),
            guards.join(BETWEEN),
            entry.said.join(LINE),
        )
    }

    /// The entry of a session, not chained yet.
    fn entry(self, session: &SessionId) -> TrailEntry {
        let Self(at, turn, event, from, to, effects, guards, said) = self;
        let parts = |text: &str, between| -> Vec<String> {
            text.split(between).filter(|part| !part.is_empty()).map(str::to_owned).collect()
        };
        let spelled = |guard: String| match (guard.strip_suffix('+'), guard.strip_suffix('-')) {
            (Some(name), _) => format!("{name}=true"),
            (None, Some(name)) => format!("{name}=false"),
            (None, None) => guard,
        };
        TrailEntry {
            at: Timestamp::from_millisecond(at).unwrap_or_default(),
            session: session.clone(),
            turn,
            turn_id: String::new(),
            event,
            from,
            to,
            effects: parts(&effects, BETWEEN),
            guards: parts(&guards, BETWEEN).into_iter().map(spelled).collect(),
            said: parts(&said, LINE),
            previous: String::new(),
            digest: String::new(),
        }
    }
}

/// These steps of a session as entries that follow the one whose digest is `previous`.
#[must_use]
pub fn chained(session: &SessionId, steps: impl IntoIterator<Item = Step>, previous: &str) -> Vec<TrailEntry> {
    let mut head = previous.to_owned();
    let chain = |step: Step| {
        let entry = step.entry(session).chained(&head);
        head.clone_from(&entry.digest);
        entry
    };
    steps.into_iter().map(chain).collect()
}

/// The entries that went to the ledger with one commit, as it keeps them: the steps, and the digest of the last of them, which
/// covers all before it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Moved {
    steps: Vec<Step>,
    digest: String,
}

impl Moved {
    /// Of entries; `None` where there are none.
    #[must_use]
    pub fn of(entries: &[TrailEntry]) -> Option<Self> {
        let digest = entries.last()?.digest.clone();
        Some(Self { steps: entries.iter().map(Step::of).collect(), digest })
    }

    /// The entries, after the one whose digest is `previous`. Where something was changed, the last of them has the digest that
    /// was written down, which is not its own any more.
    #[must_use]
    pub fn entries(self, session: &SessionId, previous: &str) -> Vec<TrailEntry> {
        let mut entries = chained(session, self.steps, previous);
        if let Some(last) = entries.last_mut() {
            last.digest = self.digest;
        }
        entries
    }
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::*;

    /// Entries as turns make them: names of events, states, effects and guards, and ids of what was said.
    fn any_entry() -> impl Strategy<Value = TrailEntry> {
        let name = || "[a-zA-Z: _]{1,12}";
        let guard = (name(), any::<bool>()).prop_map(|(name, holds)| format!("{name}={holds}"));
        let said = prop_oneof!["s-[0-9a-f]{10}", "[A-Z][a-z',]{1,9} [a-z]{1,9}; [a-z]{1,9}[.!]"];
        let words = (name(), name(), name());
        (0_i64..4_000_000_000_000, 1_u32..99, words, vec(name(), 0..4), vec(guard, 0..9), vec(said, 0..4)).prop_map(
            |(at, turn, (event, from, to), effects, guards, said)| TrailEntry {
                at: Timestamp::from_millisecond(at).expect("a time"),
                session: SessionId::from_random([1; 16]),
                turn,
                turn_id: String::new(),
                event,
                from,
                to,
                effects,
                guards,
                said,
                previous: String::new(),
                digest: String::new(),
            },
        )
    }

    fn chain(entries: Vec<TrailEntry>) -> Vec<TrailEntry> {
        let mut head = String::new();
        let next = |entry: TrailEntry| {
            let entry = entry.chained(&head);
            head.clone_from(&entry.digest);
            entry
        };
        entries.into_iter().map(next).collect()
    }

    proptest! {
        #[test]
        fn what_goes_to_the_ledger_in_parts_is_read_back_as_it_was(
            entries in vec(any_entry(), 1..12), cut in any::<prop::sample::Index>()
        ) {
            let trail = chain(entries);
            let session = trail[0].session.clone();
            let (first, second) = trail.split_at(cut.index(trail.len()));
            let mut read: Vec<TrailEntry> = Vec::new();
            for part in [first, second] {
                let json = serde_json::to_string(&Moved::of(part)).expect("JSON");
                let moved: Option<Moved> = serde_json::from_str(&json).expect("a part");
                let head = read.last().map(|entry| entry.digest.clone()).unwrap_or_default();
                read.extend(moved.into_iter().flat_map(|moved| moved.entries(&session, &head)));
            }
            prop_assert_eq!(&read, &trail);
            prop_assert_eq!(first_broken(&read), None);
        }

        #[test]
        fn what_was_changed_in_a_part_shows(
            entries in vec(any_entry(), 1..6), at in any::<prop::sample::Index>()
        ) {
            let trail = chain(entries);
            let mut moved = Moved::of(&trail).expect("a part");
            let at = at.index(moved.steps.len());
            moved.steps[at].4.push('x');
            let read = moved.entries(&trail[0].session, "");
            prop_assert_eq!(first_broken(&read), Some(read.len() - 1));
        }
    }
}
