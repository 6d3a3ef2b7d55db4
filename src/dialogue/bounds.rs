//! Every loop ends: what is counted, and what happens at and before a bound.

use super::context::{Context, Guard};
use super::{Counters, Decline, DeclineDetail, Field, Fingerprint, Memory, Note, Over, Policy, Topic};

/// What one message brought, as far as the counters care.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Tally {
    /// A value, a piece or a step in the flow.
    pub progress: bool,
    /// The field that was asked for was answered wrongly.
    pub invalid: Option<Field>,
    /// A value that was held was to be corrected.
    pub correction: bool,
}

/// Counts one message; says how the session ends when a counter reached its bound.
pub(super) fn count(tally: Tally, memory: &mut Memory, cx: &mut Context<'_>) -> Option<Over> {
    let counters = &mut memory.counters;
    if let Some(field) = tally.invalid {
        let invalid = &mut counters.invalid[field as usize];
        *invalid = invalid.saturating_add(1);
    }
    counters.stale = if tally.progress { 0 } else { counters.stale.saturating_add(1) };
    counters.corrections = counters.corrections.saturating_add(u8::from(tally.correction));

    let policy = cx.inputs.policy;
    let over = reached(counters, policy, 0);
    if !cx.ask(Guard::WithinBounds, over.is_none()) {
        return over;
    }
    if let Some(field) = tally.invalid
        && cx.ask(Guard::NeedsHelp, counters.invalid(field) >= policy.help_at)
    {
        cx.note(Note::Helped(Topic::What(field)));
    }
    let counts = tally.invalid.is_some() || tally.correction || !tally.progress;
    if cx.ask(Guard::NearBound, counts && reached(counters, policy, 1).is_some()) {
        cx.note(Note::NearBound);
    }
    None
}

/// The counter that is at its bound, or `before` it.
fn reached(counters: &Counters, policy: &Policy, before: u8) -> Option<Over> {
    let worst = counters.invalid.into_iter().max().unwrap_or(0);
    let at = |count: u8, bound: u8| count.saturating_add(before) >= bound;
    if at(worst, policy.invalid_answers) {
        Some(Over::InvalidAnswers)
    } else if at(counters.stale, policy.stale_turns) {
        Some(Over::NoProgress)
    } else if at(counters.corrections, policy.corrections) {
        Some(Over::Corrections)
    } else if counters.turns.saturating_add(u32::from(before)) >= policy.turns {
        Some(Over::Turns)
    } else {
        None
    }
}

/// Why a session that was declined may not go on; counts the decline, and says it where another card may follow.
pub(super) fn declined(
    decline: Decline,
    card: Option<&Fingerprint>,
    memory: &mut Memory,
    cx: &mut Context<'_>,
) -> Option<Over> {
    let counters = &mut memory.counters;
    counters.declines = counters.declines.saturating_add(1);
    if let Some(over) = decline.made_already() {
        return Some(over);
    }
    let (now, near) = (spent(counters, cx.inputs.policy, 0), spent(counters, cx.inputs.policy, 1));
    if !cx.ask(Guard::AttemptsLeft, now.is_none()) {
        return now;
    }
    let told = told(decline, card, memory, cx);
    if cx.ask(Guard::NobodyListens, memory.nudged) {
        memory.untold = Some(told);
    }
    cx.note(Note::Declined(told));
    if cx.ask(Guard::NearBound, near.is_some()) {
        cx.note(Note::NearBound);
    }
    None
}

/// What may be said of a decline. Naming the wrong field helps whoever tests stolen cards, and "use another card" would
/// single out a stolen one by its absence. So details are given only for orders that a merchant signed, and a field is
/// named only once per card.
pub(super) fn told(decline: Decline, card: Option<&Fingerprint>, memory: &mut Memory, cx: &mut Context<'_>) -> Decline {
    let card = card.cloned().unwrap_or_else(|| Fingerprint::new(""));
    let signed = memory.signed_order().is_some();
    let (hint, allowed) = match decline {
        Decline::Number | Decline::Expiry | Decline::Cvv => (true, signed && !memory.hinted.contains(&card)),
        Decline::TryAgain => (false, signed),
        // Only while another card would be taken.
        Decline::OtherCard => (false, signed && memory.cards.len() < usize::from(cx.inputs.policy.cards)),
        Decline::Authentication => (false, true),
        Decline::Duplicate | Decline::PaidBefore | Decline::Plain => return decline,
    };
    if !cx.ask(Guard::DeclineTold, allowed && cx.inputs.policy.decline_detail == DeclineDetail::Hint) {
        return Decline::Plain;
    }
    if hint {
        memory.hinted.push(card);
    }
    decline
}

/// Why no further attempt may begin: whatever led to it.
pub(super) fn no_attempt_left(memory: &Memory, cx: &mut Context<'_>) -> Option<Over> {
    let over = spent(&memory.counters, cx.inputs.policy, 0);
    cx.ask(Guard::AttemptsLeft, over.is_none());
    over
}

/// The bound of attempts or cards that is reached, or would be after `spare` more.
fn spent(counters: &Counters, policy: &Policy, spare: u8) -> Option<Over> {
    if counters.attempts.saturating_add(spare) >= policy.attempts {
        Some(Over::Attempts)
    } else if counters.declines.saturating_add(spare) > policy.cards {
        Some(Over::Cards)
    } else {
        None
    }
}
