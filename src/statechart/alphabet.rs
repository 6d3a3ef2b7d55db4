//! The finite alphabet: sessions that stand for all sessions, and events that stand for all events.
//!
//! Card numbers here are published test numbers.

use jiff::Timestamp;

use crate::card::{Brand, BrandSet, CardNumber, Expiry, LastFour, Name, Pieces};
use crate::dialogue::{
    Aside, AttemptId, CancelReason, Card, CardState, Command, ConfirmState, Consent, Counters, CvvState, Decline,
    Delivery, Dropped, Event, ExpiryState, Field, Fields, Flight, Heard, Held, IntentId, Language, Link, Memory,
    NameState, Payment, Pending, Policy, Reading, Receipt, Review, ReviewId, Said, SaidExpiry, Session, Shown, State,
    Token, Told, Topic, Verdict, Wish,
};

/// The moment at which everything is driven: 2026-11-22, noon in UTC.
pub(super) const NOW: Timestamp = Timestamp::constant(1_795_348_800, 0);

const HELD: &str = "4242424242424242";
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

fn card() -> Card {
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

type Choice<T> = Vec<Option<Said<T>>>;

fn readings(values: &[&str]) -> Choice<Reading> {
    let mut choice = vec![None, Some(Said::Several)];
    choice.extend(values.iter().map(|value| Some(Said::One(Reading::new(*value)))));
    choice
}

/// Every outcome that each field can have: not said, several, the same, another, not good; for numbers pieces too.
fn told() -> Vec<Told> {
    let names = readings(&["Jane Roe", "Robert Roe", "<script>"]);
    let numbers = readings(&[HELD, "5555555555554444", "4242424242424241", "4242", "42", "424242424242"]);
    let date = |month, year| Some(Said::One(SaidExpiry::MonthYear { month, year }));
    let dates = vec![None, Some(Said::Several), date(12, 2030), date(11, 2031), date(13, 2030)];
    let codes = readings(&["123", "1234", "12"]);
    let mut all = Vec::new();
    for name in &names {
        for number in &numbers {
            for expiry in &dates {
                for cvv in &codes {
                    let (name, number, expiry, cvv) = (name.clone(), number.clone(), expiry.clone(), cvv.clone());
                    all.push(Told { name, number, expiry, cvv });
                }
            }
        }
    }
    all
}

/// How many fields a message tells.
pub(super) fn breadth(told: &Told) -> usize {
    Field::ALL.into_iter().filter(|&field| told.has(field)).count()
}

/// Every command.
pub(super) fn commands() -> Vec<Command> {
    let mut commands =
        vec![Command::Affirm, Command::Deny, Command::Change(None), Command::Back, Command::Restart, Command::Cancel];
    commands.extend(Field::ALL.map(|field| Command::Change(Some(field))));
    commands
}

/// Every aside.
pub(super) fn asides() -> Vec<Aside> {
    let mut asides: Vec<Aside> = Topic::ALL.into_iter().map(Aside::Help).collect();
    asides.extend([
        Aside::Repeat,
        Aside::Status,
        Aside::Language(Some(Language::Es)),
        Aside::Language(None),
        Aside::Handoff,
        Aside::OtherWay,
        Aside::Refuse(None),
        Aside::NoCode,
        Aside::Already(None),
        Aside::Wait,
        Aside::Complaint,
        Aside::Privacy,
        Aside::Identity,
        Aside::Begin,
        Aside::Greeting,
        Aside::Thanks,
        Aside::Goodbye,
        Aside::Hedge,
    ]);
    asides.extend(Field::ALL.map(|field| Aside::Refuse(Some(field))));
    asides.extend(Field::ALL.map(|field| Aside::Already(Some(field))));
    asides
}

fn heard(heard: Heard) -> Event {
    Event::Heard(heard, Delivery::default())
}

/// Messages that say one thing, or a command and one value, or an aside; and those that nothing was understood of.
pub(super) fn plain_messages() -> Vec<Event> {
    let singles: Vec<Told> = told().into_iter().filter(|told| breadth(told) <= 1).collect();
    let mut events = vec![heard(Heard { blank: true, ..Heard::default() })];
    for command in commands().into_iter().map(Some).chain([None]) {
        events.extend(singles.iter().map(|told| heard(Heard { told: told.clone(), command, ..Heard::default() })));
    }
    events.extend(asides().into_iter().map(|aside| heard(Heard { asides: vec![aside], ..Heard::default() })));
    for aside in [Aside::Hedge, Aside::Help(Topic::Safety), Aside::Thanks, Aside::Greeting] {
        let command = Some(Command::Affirm);
        events.push(heard(Heard { command, asides: vec![aside], ..Heard::default() }));
    }
    events.push(heard(Heard { noticed: Some(Language::Es), ..Heard::default() }));
    let yes = || Heard { command: Some(Command::Affirm), ..Heard::default() };
    for delivery in [
        Delivery { answering: Some(2), rerun: false },
        Delivery { answering: Some(8), rerun: false },
        Delivery { answering: None, rerun: true },
    ] {
        events.push(Event::Heard(yes(), delivery));
    }
    events
}

/// Messages that say several values at once.
pub(super) fn broad_messages() -> Vec<Event> {
    let broad = told().into_iter().filter(|told| breadth(told) > 1);
    broad.map(|told| heard(Heard { told, ..Heard::default() })).collect()
}

/// Everything that is no message.
pub(super) fn other_events() -> Vec<Event> {
    let verdicts = || {
        let declines = Decline::ALL.into_iter().map(Verdict::Declined);
        let link = Link::new("https://bank.example/");
        declines.chain([
            Verdict::Paid,
            Verdict::Voided,
            Verdict::Pending,
            Verdict::ActionRequired(link),
            Verdict::NotReached,
            Verdict::Unknown,
        ])
    };
    let mut events = vec![
        Event::Opened,
        Event::GatewayMisconfigured,
        Event::IntentOpened(IntentId::new("pi_ours")),
        Event::IntentFailed,
        Event::Nudged,
        Event::Idle { gone: false },
        Event::Idle { gone: true },
        Event::SealBroken,
        Event::RulesChanged,
        Event::Deleted,
    ];
    for revision in [3, 2] {
        let Card { token, shown, .. } = card();
        events.push(Event::Tokenised { revision, token, shown });
        events.push(Event::TokeniseFailed { revision });
        events.extend(Decline::ALL.map(|decline| Event::TokeniseRefused { revision, decline }));
    }
    for (intent, attempt) in [("pi_ours", "at_ours"), ("pi_ours", "at_other"), ("pi_other", "at_ours")] {
        events.extend(verdicts().map(|verdict| Event::Verdict {
            intent: IntentId::new(intent),
            attempt: AttemptId::new(attempt),
            verdict,
        }));
    }
    events
}
