//! Memories that stand for all memories: the usual ones, and those at an edge of what a guard asks.

use jiff::Timestamp;

use crate::dialogue::{
    After, Block, ConfirmState, Counters, Decline, Dropped, Field, Fields, Fingerprint, Flight, IntentId, Memory,
    Order, Payment, Pending, Policy, State, Value, Wish,
};

/// The moment at which everything is driven: 2026-11-22, noon in UTC.
pub(super) const NOW: Timestamp = Timestamp::constant(1_795_348_800, 0);

/// Nothing is paid for; something is.
pub(super) fn usual() -> [Memory; 2] {
    let usual = Memory {
        counters: Counters { turns: 9, ..Counters::default() },
        intent_key: "in_ours".to_owned(),
        card_revision: 3,
        asked: 9,
        after: After::Review,
        ..Memory::default()
    };
    let payment =
        Payment { amount: "49.90 EUR".parse().expect("an amount"), payee: None, description: None, order: None };
    let paying = Memory { payment: Some(payment), ..usual.clone() };
    [usual, paying]
}

fn counted(memory: &Memory, count: impl FnOnce(&mut Counters)) -> Memory {
    let mut memory = memory.clone();
    count(&mut memory.counters);
    memory
}

/// What is paid is an order; it is over in so many seconds.
fn ordered(memory: &Memory, seconds: i64) -> Memory {
    let expires = NOW + jiff::SignedDuration::from_secs(seconds);
    let order = Some(Order { id: "order-1042".parse().expect("an id"), expires, minted: false });
    Memory { payment: memory.payment.clone().map(|payment| Payment { order, ..payment }), ..memory.clone() }
}

/// Memories that differ in what was said before, as far as `state` asks for it.
pub(super) fn kinds(state: &State) -> Vec<Memory> {
    let paying = &usual()[1];
    let mut kinds = vec![
        counted(paying, |counters| counters.turns = 0),
        Memory { refused: Field::ALL.into_iter().collect::<Fields>(), ..paying.clone() },
    ];
    kinds.extend(Decline::ALL.map(|decline| Memory { untold: Some(decline), ..paying.clone() }));
    match state {
        State::Name(_) | State::Card(_) => {
            kinds.push(Memory { dropped: Some(Dropped::Declined), ..paying.clone() });
        }
        State::Confirm(state) => {
            kinds.extend(usual().map(|memory| Memory { after: After::Answer, ..memory }));
            kinds.extend(reviewed(state, paying));
        }
        State::Expiry(_)
        | State::Cvv(_)
        | State::Processing(_)
        | State::Authenticating(..)
        | State::Complete(_)
        | State::Cancelled(_) => {}
    }
    kinds
}

/// A question that was put once, and twice.
fn put(pending: Pending, memory: &Memory) -> [Memory; 2] {
    [false, true].map(|again| Memory { pending, again, ..memory.clone() })
}

/// What was said closes the review: one thing, or several.
fn blocked(memory: &Memory) -> Vec<Memory> {
    let [pressed, minor, others] = Block::ALL;
    let blocks = [vec![pressed], vec![minor], vec![others], vec![pressed, others], vec![minor, others]];
    blocks.map(|blocks| Memory { blocks: blocks.into_iter().collect(), ..memory.clone() }).to_vec()
}

/// The review was shown before: in one line, or it is closed, with the state's own question open or with one of those that
/// let it be shown.
fn reviewed(state: &ConfirmState, memory: &Memory) -> Vec<Memory> {
    let closed = if state.review.closed { blocked(memory) } else { Vec::new() };
    let opened = |memory: &Memory| {
        let questions = [Pending::Permission, Pending::Resume].map(|question| put(question, memory));
        [vec![memory.clone()], questions.concat()].concat()
    };
    put(Pending::ReviewAgain, memory).into_iter().chain(closed.iter().flat_map(opened)).collect()
}

/// The same at the bounds, which a message that brings nothing comes to.
pub(super) fn reviewed_at_bounds(state: &State, policy: &Policy) -> Vec<Memory> {
    let State::Confirm(state) = state else { return Vec::new() };
    reviewed(state, &usual()[1]).iter().flat_map(|memory| at_bounds(memory, policy)).collect()
}

/// Memories in which a question is open: put once, and put twice. After the end none is; and in flight one is only what
/// holds it, unless nothing else is to be looked at.
pub(super) fn questions(state: &State) -> Vec<Memory> {
    let [unpaid, paying] = &usual();
    let all = || Pending::ALL.into_iter().filter(|question| *question != Pending::Usual && !question.is_of_a_value());
    let each = |memory: &Memory| all().flat_map(|pending| put(pending, memory)).collect();
    let in_flight = |flight: &Flight| {
        let plain = flight.wish.is_none() && !flight.keeping && flight.since > NOW - Policy::default().undecided;
        let mut open = if plain { each(paying) } else { put(Pending::ReallyCancel, paying).to_vec() };
        // What is not sent again may come back to the review.
        if flight.wish.is_none_or(|wish| wish == Wish::NotAgain) {
            open.extend(blocked(paying));
            open.extend(blocked(&Memory { nudged: true, ..paying.clone() }));
        }
        open
    };
    if let Some(value) = state.offer() {
        return put(asks_about(&value, state), paying).to_vec();
    }
    match state {
        State::Complete(_) | State::Cancelled(_) => Vec::new(),
        State::Processing(flight) | State::Authenticating(flight, _) => in_flight(flight),
        State::Name(_) | State::Card(_) | State::Expiry(_) => each(paying),
        State::Cvv(_) => [each(paying), blocked(paying)].concat(),
        State::Confirm(state) => {
            let closed = if state.review.closed { blocked(paying) } else { Vec::new() };
            let closed = closed.iter().flat_map(each).collect();
            [each(paying), yes_pays(unpaid).to_vec(), reviewed(state, unpaid), closed].concat()
        }
    }
}

/// The question about a value.
fn asks_about<N>(value: &Value<N>, state: &State) -> Pending {
    match (value, state) {
        (Value::Name(_), State::Name(_)) => Pending::IsName,
        (Value::Name(_), _) => Pending::TakeName,
        (Value::Card(_), _) => Pending::TakeCard,
        (Value::Expiry(_), _) => Pending::TakeExpiry,
    }
}

/// A memory with a question open at the bounds that its answers can come to: on the way, that of questions alone.
pub(super) fn bounds_of_questions(state: &State, open: &Memory, policy: &Policy) -> Vec<Memory> {
    if state.flight().is_some() {
        return vec![counted(open, |counters| counters.stale = policy.stale_turns)];
    }
    vec![
        counted(open, |counters| counters.stale = policy.stale_turns - 2),
        counted(open, |counters| counters.stale = policy.stale_turns - 1),
        counted(open, |counters| counters.corrections = policy.corrections - 2),
        counted(open, |counters| counters.corrections = policy.corrections - 1),
    ]
}

/// Memories that differ in what was tried before, as far as `state` asks for it.
pub(super) fn tried(state: &State, policy: &Policy) -> Vec<Memory> {
    let paying = &usual()[1];
    match state {
        State::Cvv(_) => {
            let mut tried = attempted(paying, policy);
            let others = (0..policy.cards).map(|card| Fingerprint::new(format!("fp_{card}")));
            tried.push(Memory { cards: others.collect(), ..paying.clone() });
            tried
        }
        State::Confirm(_) => {
            let mut tried = flown(paying, policy);
            // What a yes to the review comes to, one to its own question comes to as well.
            tried.extend(attempted(paying, policy).into_iter().flat_map(|memory| yes_pays(&memory)));
            tried
        }
        State::Processing(_) | State::Authenticating(..) => flown(paying, policy),
        State::Name(_) | State::Card(_) | State::Expiry(_) | State::Complete(_) | State::Cancelled(_) => Vec::new(),
    }
}

/// The questions whose yes pays.
fn yes_pays(memory: &Memory) -> [Memory; 2] {
    [Pending::ReallyPay, Pending::WhichOfThese].map(|pending| Memory { pending, ..memory.clone() })
}

/// What was tried before a payment that is, or may be, on its way.
fn flown(memory: &Memory, policy: &Policy) -> Vec<Memory> {
    let mut flown = attempted(memory, policy);
    flown.push(counted(memory, |counters| counters.turns = policy.turns));
    flown.push(counted(memory, |counters| counters.faults = policy.faults - 1));
    flown.push(Memory { intent: Some(IntentId::new("pi_ours")), ..memory.clone() });
    flown
}

/// Attempts and declines before, at, and beyond their bounds; with an order whose card was told of, or not; and with or
/// without somebody who listens.
fn attempted(memory: &Memory, policy: &Policy) -> Vec<Memory> {
    let told = vec![Fingerprint::new(""), Fingerprint::new("fp_held")];
    let orders = [memory.clone(), ordered(memory, 60), Memory { hinted: told, ..ordered(memory, 60) }];
    let heard = orders.into_iter().flat_map(|memory| [false, true].map(|nudged| Memory { nudged, ..memory.clone() }));
    let counted = |memory: Memory| {
        [
            counted(&memory, |counters| counters.attempts = policy.attempts - 1),
            counted(&memory, |counters| counters.attempts = policy.attempts),
            counted(&memory, |counters| counters.declines = policy.cards - 1),
            counted(&memory, |counters| counters.declines = policy.cards),
            counted(&memory, |counters| counters.declines = policy.cards + 1),
            memory,
        ]
    };
    heard.flat_map(counted).chain([ordered(memory, -60)]).collect()
}

/// One memory for each combination of answers that the bounds' guards can give. Turns are left alone: under a strict
/// policy the first message may be the last.
pub(super) fn bounds(memory: &Memory, policy: &Policy) -> Vec<Memory> {
    vec![
        counted(memory, |counters| counters.corrections = policy.corrections),
        counted(memory, |counters| counters.corrections = policy.corrections - 1),
        counted(memory, |counters| counters.corrections = policy.corrections - 2),
        counted(memory, |counters| counters.invalid = [policy.help_at - 1; 4]),
        counted(memory, |counters| counters.invalid = [policy.invalid_answers - 2; 4]),
    ]
}

/// Every counter at, and before, its bound.
pub(super) fn at_bounds(memory: &Memory, policy: &Policy) -> Vec<Memory> {
    vec![
        counted(memory, |counters| counters.turns = policy.turns - 2),
        counted(memory, |counters| counters.turns = policy.turns - 1),
        counted(memory, |counters| counters.turns = policy.turns),
        counted(memory, |counters| counters.invalid = [policy.help_at - 1; 4]),
        counted(memory, |counters| counters.invalid = [policy.invalid_answers - 2; 4]),
        counted(memory, |counters| counters.invalid = [policy.invalid_answers - 1; 4]),
        counted(memory, |counters| counters.stale = policy.stale_turns - 2),
        counted(memory, |counters| counters.stale = policy.stale_turns - 1),
        counted(memory, |counters| counters.corrections = policy.corrections - 2),
        counted(memory, |counters| counters.corrections = policy.corrections - 1),
    ]
}
