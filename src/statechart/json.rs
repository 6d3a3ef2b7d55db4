//! The whole table as JSON, for programs; canonical, so that it can be hashed.

use serde_json::{Value, json};

use super::drive::{Cell, Driven, Outcome};
use super::table::asked;
use crate::dialogue::Policy;

fn cell((cell, outcome): (&Cell, &Outcome)) -> Value {
    let guards: Vec<String> = cell.guards.iter().map(|&(guard, answer)| asked(guard, answer)).collect();
    json!({
        "state": cell.state.wire(),
        "event": cell.event,
        "guards": guards,
        "next": outcome.next.wire(),
        "effects": outcome.effects,
        "said": outcome.said,
    })
}

/// Every cell, in order.
pub(super) fn table(driven: &Driven) -> Value {
    driven.plain.iter().chain(&driven.broad).map(cell).collect()
}

/// The operator's limits and choices.
pub(super) fn policy(policy: &Policy) -> Value {
    let Policy {
        accepted,
        demonstration,
        charge,
        keep,
        decline_detail,
        invalid_answers,
        help_at,
        stale_turns,
        turns,
        corrections,
        attempts,
        cards,
        faults,
        place_failures,
        breaker_confirmations,
        card_data,
        session,
        undecided,
        fingerprints,
        contact,
        other_ways,
        own_answers,
    } = policy;
    let own: Vec<Value> =
        own_answers.iter().map(|(_, own)| json!([own.topic, own.language.code(), own.phrases, own.text])).collect();
    json!({
        "accepted": accepted.to_string(),
        "demonstration": demonstration,
        "charge": charge,
        "keep": keep,
        "declineDetail": decline_detail.wire(),
        "invalidAnswers": invalid_answers,
        "helpAt": help_at,
        "staleTurns": stale_turns,
        "turns": turns,
        "corrections": corrections,
        "attempts": attempts,
        "cards": cards,
        "faults": faults,
        "placeFailures": place_failures,
        "breakerConfirmations": breaker_confirmations,
        "cardDataSeconds": card_data.as_secs(),
        "sessionSeconds": session.as_secs(),
        "undecidedSeconds": undecided.as_secs(),
        "fingerprintSeconds": fingerprints.as_secs(),
        "contact": contact,
        "otherWays": other_ways,
        "ownAnswers": own,
    })
}
