//! What may happen, drawn at random.

use payment_smart_bot::dialogue::{Certainty, Delivery, Heard, Policy, Said, SaidExpiry, Told};
use payment_smart_bot::statechart::{answers, asides, commands};
use proptest::prelude::*;
use proptest::sample::select;

use super::world::{Move, reading};

pub fn told() -> impl Strategy<Value = Told> {
    let names = select(vec![None, reading("Jane Roe"), reading("Robert Roe"), reading("<b>"), Some(Said::Several)]);
    let numbers = select(vec![
        None,
        reading("4242424242424242"),
        reading("378282246310005"),
        reading("4242424242424241"),
        reading("4242"),
        reading("42424242"),
        reading("7"),
        Some(Said::Several),
    ]);
    let date = |month, year| Some(Said::Certain(SaidExpiry::MonthYear { month, year }));
    let unreadable = Some(Said::Certain(SaidExpiry::Unreadable));
    let dates = select(vec![None, date(12, 2030), date(11, 2031), date(1, 2020), unreadable, Some(Said::Several)]);
    let codes = select(vec![None, reading("123"), reading("1234"), reading("1"), Some(Said::Several)]);
    (names, numbers, dates, codes).prop_map(|(name, number, expiry, cvv)| Told { name, number, expiry, cvv })
}

/// A piece of a number: slow customers are drawn often enough.
fn piece() -> impl Strategy<Value = Heard> {
    let pieces = select(vec!["4242", "42", "424242", "4"]);
    pieces.prop_map(|piece| Heard { told: Told { number: reading(piece), ..Told::default() }, ..Heard::default() })
}

/// A message; of one in four nothing is known but what it is as an answer.
pub fn heard() -> impl Strategy<Value = Heard> {
    let told = prop_oneof![2 => Just(Told::default()), 1 => told()];
    let command = prop_oneof![1 => Just(None), 2 => select(commands()).prop_map(Some)];
    let certainty = prop_oneof![2 => Just(Certainty::Certain), 1 => select(Certainty::ALL.to_vec())];
    let asides = prop_oneof![3 => Just(Vec::new()), 1 => proptest::collection::vec(select(asides()), 1..3)];
    let rare = || proptest::bool::weighted(0.05);
    let said = (told, command, certainty, asides, rare(), rare()).prop_map(
        |(told, command, certainty, asides, asks, blank)| {
            let blank = blank && told.is_empty() && command.is_none() && asides.is_empty() && !asks;
            let certainty = if command.is_some() { certainty } else { Certainty::Likely };
            Heard { told, command, certainty, asks, asides, blank, ..Heard::default() }
        },
    );
    prop_oneof![3 => said, 1 => select(answers())]
}

fn delivery() -> impl Strategy<Value = Delivery> {
    let answering = prop_oneof![4 => Just(None), 1 => (0_u32..12).prop_map(Some)];
    (answering, proptest::bool::weighted(0.1)).prop_map(|(answering, rerun)| Delivery { answering, rerun })
}

pub fn moves() -> impl Strategy<Value = Move> {
    prop_oneof![
        12 => Just(Move::Forward),
        4 => (heard(), delivery()).prop_map(|(heard, delivery)| Move::Hear(heard, delivery)),
        2 => piece().prop_map(|heard| Move::Hear(heard, Delivery::default())),
        1 => (1_i64..15).prop_map(Move::Wait),
        1 => Just(Move::Nudge),
        1 => select(vec![Move::Delete, Move::Rules, Move::SealBroken]),
    ]
}

/// Operators who are strict, and operators who are not.
pub fn policies() -> impl Strategy<Value = Policy> {
    (1_u8..8, 1_u8..14, 3_u32..70, 1_u8..30, 1_u8..5, 0_u8..4, any::<bool>()).prop_map(
        |(invalid_answers, stale_turns, turns, corrections, attempts, cards, charge)| Policy {
            invalid_answers,
            stale_turns,
            turns,
            corrections,
            attempts,
            cards,
            charge,
            ..Policy::default()
        },
    )
}
