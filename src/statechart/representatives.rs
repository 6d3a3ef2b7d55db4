//! Sessions that stand for all sessions: every state in each way in which it can hold what it holds.
//!
//! Card numbers here are published test numbers.

use std::convert::Infallible;

use super::memories::{self, NOW, at_bounds, bounds, bounds_of_questions, kinds, questions, reviewed_at_bounds};
use crate::card::{Brand, BrandSet, CardNumber, Expiry, LastFour, Name, Pieces};
use crate::dialogue::{
    AttemptId, CancelReason, Card, CardState, Certainty, Command, ConfirmState, Consent, CvvState, Delivery, Event,
    ExpiryState, Field, Fingerprint, Flight, Flown, Heard, Held, Inputs, IntentId, Link, NameState, Policy, Receipt,
    Review, ReviewId, Session, Shown, State, StateName, Token, Value, Wish, step,
};

pub(super) const HELD: &str = "4242424242424242";
pub(super) const OTHER: &str = "5555555555554444";
const AMEX: &str = "378282246310005";

fn name(text: &str) -> Name {
    Name::parse(text).expect("a name of the alphabet")
}

fn number(digits: &str, policy: &Policy) -> Held<CardNumber> {
    let value = CardNumber::parse(digits, &BrandSet::ALL).expect("a number of the alphabet");
    Held { value, until: NOW + policy.card_data / 2 }
}

fn expiry() -> Expiry {
    Expiry::stored(12, 2030).expect("a date of the alphabet")
}

fn pieces(digits: &str, policy: &Policy) -> Held<Pieces> {
    let mut value = Pieces::default();
    value.push(digits);
    Held { value, until: NOW + policy.card_data / 2 }
}

pub(super) fn card() -> Card {
    let shown =
        Shown { brand: Brand::Visa, last_four: LastFour::parse("4242").expect("four digits"), month: 12, year: 2030 };
    Card { name: name("Jane Roe"), token: Token::new("pm_held"), fingerprint: Some(Fingerprint::new("fp_held")), shown }
}

/// Sent a minute ago; or so long ago that it is given up.
fn flight(wish: Option<Wish>, keeping: bool, lapsed: bool, known: bool, policy: &Policy) -> Flight {
    let ago = if lapsed { policy.undecided } else { jiff::SignedDuration::from_mins(1) };
    let card = Flown::from(card());
    Flight {
        card: Flown { details: card.details.filter(|_| known), ..card },
        intent: IntentId::new("pi_ours"),
        attempt: AttemptId::new("at_ours"),
        consent: Consent::to(None, &Token::new("pm_held")),
        since: NOW - ago,
        keeping,
        wish,
    }
}

fn confirm(turn: u32, closed: bool, offer: Option<Value<Infallible>>) -> State {
    let review = Review {
        id: ReviewId::new("rv_shown"),
        turn,
        attempt: AttemptId::new("at_ours"),
        consent: Consent::to(None, &Token::new("pm_held")),
        closed,
    };
    State::Confirm(ConfirmState { card: card(), review, affirmed: None, offer })
}

/// The review in the very turn of a yes: only the machine can make it.
fn affirmed(policy: &Policy) -> State {
    let [_, memory] = memories::usual();
    let inputs = Inputs { now: NOW, policy, fresh: 7, resumed: false };
    let yes = Heard { command: Some(Command::Affirm), certainty: Certainty::Certain, ..Heard::default() };
    let session = Session { memory, state: confirm(5, false, None) };
    step(session, &Event::Heard(yes, Delivery::default()), &inputs).session.state
}

/// Every state, in each way in which it can hold what it holds.
fn states(policy: &Policy) -> Vec<State> {
    let held = || Some(number(HELD, policy));
    let wishes = [None, Some(Wish::Cancel), Some(Wish::Restart), Some(Wish::Delete)]
        .into_iter()
        .chain([Some(Wish::NotAgain), Some(Wish::OtherCard)])
        .chain([Field::Name, Field::Card].map(|field| Some(Wish::Change(field))));
    let jane = || name("Jane Roe");
    let card = |expiry, pieces| State::Card(CardState { name: jane(), expiry, pieces, offer: None });
    let cvv =
        |digits| State::Cvv(CvvState { name: jane(), number: number(digits, policy), expiry: expiry(), offer: None });
    let mut states = vec![
        State::Name(NameState::default()),
        State::Name(NameState { number: held(), ..NameState::default() }),
        State::Name(NameState { number: held(), expiry: Some(expiry()), offer: None }),
        State::Name(NameState { number: None, expiry: Some(expiry()), offer: None }),
        card(None, None),
        card(Some(expiry()), None),
        card(None, Some(pieces("4242", policy))),
        card(None, Some(pieces("42424242424242", policy))),
        card(Some(expiry()), Some(pieces("424242424242", policy))),
        State::Expiry(ExpiryState { name: jane(), number: number(HELD, policy), offer: None }),
        cvv(HELD),
        cvv(AMEX),
        confirm(5, false, None),
        confirm(5, true, None),
        affirmed(policy),
        confirm(99, false, None),
    ];
    for wish in wishes {
        for keeping in [false, true] {
            for (lapsed, known) in [(false, true), (true, true), (false, false), (true, false)] {
                let flight = || flight(wish, keeping, lapsed, known, policy);
                states.push(State::Processing(flight()));
                states.push(State::Authenticating(flight(), Link::new("https://bank.example/")));
            }
        }
    }
    for intent in [None, Some(IntentId::new("pi_ours"))] {
        let Card { token, shown, .. } = self::card();
        states.push(State::Complete(Receipt { token, face: shown.face(), intent }));
    }
    states.extend(CancelReason::ALL.map(State::Cancelled));
    states
}

/// Every state that asks about a value, with each value that it can ask about.
fn offering(policy: &Policy) -> Vec<State> {
    fn robert<N>() -> Value<N> {
        Value::Name(name("Robert Roe"))
    }
    fn later<N>() -> Value<N> {
        Value::Expiry(Expiry::stored(11, 2031).expect("a date of the alphabet"))
    }
    let other = || Value::Card(number(OTHER, policy));
    let held = || number(HELD, policy);
    let jane = || name("Jane Roe");
    let in_name = |number, expiry, offer| State::Name(NameState { number, expiry, offer: Some(offer) });
    let in_card = |expiry, pieces, offer| State::Card(CardState { name: jane(), expiry, pieces, offer: Some(offer) });
    let in_expiry = |offer| State::Expiry(ExpiryState { name: jane(), number: held(), offer: Some(offer) });
    let in_cvv = |offer| State::Cvv(CvvState { name: jane(), number: held(), expiry: expiry(), offer: Some(offer) });
    vec![
        in_name(None, None, robert()),
        in_name(Some(held()), None, robert()),
        in_name(Some(held()), Some(expiry()), robert()),
        in_name(Some(held()), None, other()),
        in_name(Some(held()), Some(expiry()), other()),
        in_name(None, Some(expiry()), later()),
        in_card(None, None, robert()),
        in_card(Some(expiry()), Some(pieces("42424242424242", policy)), robert()),
        in_card(Some(expiry()), None, later()),
        in_card(Some(expiry()), Some(pieces("42424242424242", policy)), later()),
        in_expiry(robert()),
        in_expiry(other()),
        in_cvv(robert()),
        in_cvv(other()),
        in_cvv(later()),
        confirm(5, false, Some(robert())),
        confirm(5, true, Some(robert())),
        confirm(5, false, Some(later())),
        confirm(5, true, Some(later())),
    ]
}

/// The sessions that are driven.
pub(super) struct Sessions {
    /// Every state with the usual memories.
    pub usual: Vec<Session>,
    /// Where values are taken: with a memory for each answer that the guards of the bounds can give together.
    pub bounded: Vec<Session>,
    /// Every state with memories at an edge.
    pub edges: Vec<Session>,
    /// Every state with memories of what was tried before: no value of a message is judged by these.
    pub tried: Vec<Session>,
    /// Every state with each question open, and with each value that is asked about.
    pub asked: Vec<Session>,
    /// The same, where turns without progress are counted, at the bounds that they can come to.
    pub asked_at_bounds: Vec<Session>,
}

impl Sessions {
    pub fn of(policy: &Policy) -> Self {
        let of_all = memories::usual();
        let (mut usual, mut bounded, mut edges) = (Vec::new(), Vec::new(), Vec::new());
        let (mut tried, mut asked, mut asked_at_bounds) = (Vec::new(), Vec::new(), Vec::new());
        for state in states(policy) {
            let with = |memory| Session { memory, state: state.clone() };
            usual.extend(of_all.iter().cloned().map(with));
            let kinds = kinds(&state);
            if state.state_name() <= StateName::Confirm {
                bounded.extend(bounds(&of_all[0], policy).into_iter().map(with));
                edges.extend(at_bounds(&of_all[1], policy).into_iter().map(with));
                edges.extend(kinds.iter().flat_map(|kind| bounds(kind, policy)).map(with));
            }
            edges.extend(reviewed_at_bounds(&state, policy).into_iter().map(with));
            let questions = questions(&state);
            let at_bounds = |open| bounds_of_questions(&state, open, policy);
            asked_at_bounds.extend(questions.iter().flat_map(at_bounds).map(with));
            asked.extend(questions.into_iter().map(with));
            tried.extend(memories::tried(&state, policy).into_iter().map(with));
            edges.extend(kinds.into_iter().map(with));
        }
        for state in offering(policy) {
            let with = |memory| Session { memory, state: state.clone() };
            let questions = questions(&state);
            asked_at_bounds
                .extend(questions.iter().flat_map(|open| bounds_of_questions(&state, open, policy)).map(with));
            asked.extend(questions.into_iter().map(with));
        }
        Self { usual, bounded, edges, tried, asked, asked_at_bounds }
    }
}
