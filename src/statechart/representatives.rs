//! Sessions that stand for all sessions: every state in each way in which it can hold what it holds.
//!
//! Card numbers here are published test numbers.

use jiff::Timestamp;

use crate::card::{Brand, BrandSet, CardNumber, Expiry, LastFour, Name, Pieces};
use crate::dialogue::{
    AttemptId, CancelReason, Card, CardState, ConfirmState, Consent, Counters, CvvState, Dropped, ExpiryState, Field,
    Fields, Flight, Held, IntentId, Link, Memory, NameState, Payment, Pending, Policy, Receipt, Review, ReviewId,
    Session, Shown, State, Token, Wish,
};

/// The moment at which everything is driven: 2026-11-22, noon in UTC.
pub(super) const NOW: Timestamp = Timestamp::constant(1_795_348_800, 0);

pub(super) const HELD: &str = "4242424242424242";
const AMEX: &str = "378282246310005";

fn name(text: &str) -> Name {
    Name::parse(text).expect("a name of the alphabet")
}

fn number(digits: &str, policy: &Policy) -> Held<CardNumber> {
    let value = CardNumber::parse(digits, &BrandSet::ALL).expect("a number of the alphabet");
    Held { value, until: NOW + policy.card_data }
}

fn expiry() -> Expiry {
    Expiry::stored(12, 2030).expect("a date of the alphabet")
}

fn pieces(digits: &str, policy: &Policy) -> Held<Pieces> {
    let mut value = Pieces::default();
    value.push(digits);
    Held { value, until: NOW + policy.card_data }
}

pub(super) fn card() -> Card {
    let shown =
        Shown { brand: Brand::Visa, last_four: LastFour::parse("4242").expect("four digits"), month: 12, year: 2030 };
    Card { name: name("Jane Roe"), token: Token::new("pm_held"), shown }
}

fn flight(wish: Option<Wish>) -> Flight {
    Flight {
        card: card(),
        intent: IntentId::new("pi_ours"),
        attempt: AttemptId::new("at_ours"),
        consent: Consent::to(None, &Token::new("pm_held")),
        wish,
    }
}

fn confirm(turn: u32, affirmed: bool) -> State {
    let review = Review {
        id: ReviewId::new("rv_shown"),
        turn,
        attempt: AttemptId::new("at_ours"),
        consent: Consent::to(None, &Token::new("pm_held")),
    };
    State::Confirm(ConfirmState { card: card(), review, affirmed })
}

/// Every state, in each way in which it can hold what it holds.
fn states(policy: &Policy) -> Vec<State> {
    let held = || Some(number(HELD, policy));
    let wishes = [None, Some(Wish::Cancel), Some(Wish::Restart), Some(Wish::Delete)]
        .into_iter()
        .chain([Field::Name, Field::Card].map(|field| Some(Wish::Change(field))));
    let jane = || name("Jane Roe");
    let card = |expiry, pieces| State::Card(CardState { name: jane(), expiry, pieces });
    let cvv = |digits| State::Cvv(CvvState { name: jane(), number: number(digits, policy), expiry: expiry() });
    let mut states = vec![
        State::Name(NameState::default()),
        State::Name(NameState { number: held(), expiry: None }),
        State::Name(NameState { number: held(), expiry: Some(expiry()) }),
        State::Name(NameState { number: None, expiry: Some(expiry()) }),
        card(None, None),
        card(Some(expiry()), None),
        card(None, Some(pieces("4242", policy))),
        card(None, Some(pieces("42424242424242", policy))),
        card(Some(expiry()), Some(pieces("424242424242", policy))),
        State::Expiry(ExpiryState { name: jane(), number: number(HELD, policy) }),
        cvv(HELD),
        cvv(AMEX),
        confirm(5, false),
        confirm(5, true),
        confirm(99, false),
    ];
    for wish in wishes {
        states.push(State::Processing(flight(wish)));
        states.push(State::Authenticating(flight(wish), Link::new("https://bank.example/")));
    }
    for intent in [None, Some(IntentId::new("pi_ours"))] {
        let Card { token, shown, .. } = self::card();
        states.push(State::Complete(Receipt { token, shown, intent }));
    }
    states.extend(CancelReason::ALL.map(State::Cancelled));
    states
}

/// Memories: the usual ones, and those with a counter at, or one before, its bound.
fn memories(policy: &Policy) -> (Vec<Memory>, Vec<Memory>) {
    let payment = Payment { amount: "49.90 EUR".parse().expect("an amount"), payee: None, description: None };
    let usual = Memory {
        counters: Counters { turns: 9, ..Counters::default() },
        intent_key: "in_ours".to_owned(),
        card_revision: 3,
        ..Memory::default()
    };
    let paying = Memory { payment: Some(payment), ..usual.clone() };
    let counted = |count: &dyn Fn(&mut Counters)| {
        let mut memory = paying.clone();
        count(&mut memory.counters);
        memory
    };
    let edges = vec![
        counted(&|counters| counters.turns = 0),
        counted(&|counters| counters.turns = policy.turns - 2),
        counted(&|counters| counters.turns = policy.turns - 1),
        counted(&|counters| counters.turns = policy.turns),
        counted(&|counters| counters.invalid = [policy.help_at - 1; 4]),
        counted(&|counters| counters.invalid = [policy.invalid_answers - 2; 4]),
        counted(&|counters| counters.invalid = [policy.invalid_answers - 1; 4]),
        counted(&|counters| counters.stale = policy.stale_turns - 2),
        counted(&|counters| counters.stale = policy.stale_turns - 1),
        counted(&|counters| counters.corrections = policy.corrections - 2),
        counted(&|counters| counters.corrections = policy.corrections - 1),
        counted(&|counters| counters.attempts = policy.attempts - 1),
        counted(&|counters| counters.attempts = policy.attempts),
        counted(&|counters| counters.declines = policy.cards - 1),
        counted(&|counters| counters.declines = policy.cards),
        Memory { refused: Field::ALL.into_iter().collect::<Fields>(), ..paying.clone() },
        Memory { dropped: Some(Dropped::Declined), ..paying.clone() },
        Memory { pending: Pending::WhatToChange, ..paying.clone() },
        Memory { pending: Pending::ReallyCancel, ..paying.clone() },
        Memory { intent: Some(IntentId::new("pi_ours")), ..paying.clone() },
    ];
    (vec![usual, paying], edges)
}

/// Sessions with the usual memories, and sessions with memories at an edge.
pub(super) fn sessions(policy: &Policy) -> (Vec<Session>, Vec<Session>) {
    let (usual, edges) = memories(policy);
    let all = |memories: &[Memory]| {
        states(policy)
            .into_iter()
            .flat_map(|state| {
                memories.iter().map(move |memory| Session { memory: memory.clone(), state: state.clone() })
            })
            .collect::<Vec<_>>()
    };
    (all(&usual), all(&edges))
}
