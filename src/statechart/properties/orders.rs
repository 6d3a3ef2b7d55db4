//! What holds of intents, of charges that were barred, and of what a decline tells.

use super::does;
use crate::dialogue::{Decline, Effect, Event, Note};
use crate::statechart::drive::Run;

/// Where an intent stands, it is named.
pub(super) fn one_intent(run: &Run<'_>) -> Option<bool> {
    run.after.effects.iter().find_map(|effect| {
        let Effect::OpenIntent { known, .. } = effect else { return None };
        Some(*known == run.before.memory.intent)
    })
}

const fn names_a_field(note: Note) -> bool {
    matches!(note, Note::Declined(Decline::Number | Decline::Expiry | Decline::Cvv))
}

/// What was not sent changes no flight and no count.
pub(super) fn barred(run: &Run<'_>) -> Option<bool> {
    matches!(run.event, Event::ChargeBarred(_)).then(|| {
        let flown = run.before.state_name().is_in_flight() != run.after.session.state_name().is_in_flight();
        let (before, after) = (&run.before.memory.counters, &run.after.session.memory.counters);
        !flown && before.attempts == after.attempts && !does(run, "Charge")
    })
}

/// A field is named for a signed order, and once a card.
pub(super) fn hinted(run: &Run<'_>) -> Option<bool> {
    let told = run
        .after
        .effects
        .iter()
        .any(|effect| matches!(effect, Effect::Say(act) if act.notes.iter().copied().any(names_a_field)));
    let happened = matches!(run.event, Event::Verdict { .. } | Event::TokeniseRefused { .. });
    (told && happened).then(|| {
        let (before, after) = (&run.before.memory, &run.after.session.memory);
        before.order().is_some() && after.hinted.len() == before.hinted.len() + 1
    })
}
