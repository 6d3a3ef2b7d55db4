//! Law 4, gone through whole: machines, crashes between any two calls, answers that are lost, confirmations that arrive
//! late, webhooks in any number and order, two sessions for one order, cancel against success. What decides is the real
//! plan and the real machine; the model is only the world around them.

mod gateway;
mod steps;
mod world;

use std::collections::{BTreeMap, BTreeSet};
use std::time::Instant;

use payment_smart_bot::dialogue::State;
use stateright::{Checker as _, Expectation, Model as _, Property};
use world::{Left, World, at_review};

/// The world, and what of it does not do its part.
#[derive(Clone, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a safeguard that may be missing")]
pub struct Model {
    pub sessions: u8,
    pub ordered: bool,
    pub left: Option<Left>,
    /// Mutants: a safeguard that is missing.
    pub ignores_orders: bool,
    pub ignores_versions: bool,
    pub keeps_nothing: bool,
    pub forgets_keys: bool,
    pub forgets_orders: bool,
}

impl stateright::Model for Model {
    type State = World;
    type Action = steps::Step;

    fn init_states(&self) -> Vec<World> {
        vec![World {
            sessions: (0..self.sessions).map(|n| (n, at_review(n, self.ordered))).collect(),
            order: None,
            saved: BTreeMap::new(),
            open: BTreeSet::new(),
            intents: BTreeMap::new(),
            keys: BTreeMap::new(),
            late: BTreeSet::new(),
            turns: Vec::new(),
            later: false,
            begun: BTreeMap::new(),
            agreed: BTreeSet::new(),
            understated: false,
            moved: Vec::new(),
            left: self.left.unwrap_or(left(USUAL[0])),
        }]
    }

    fn actions(&self, world: &World, actions: &mut Vec<steps::Step>) {
        steps::possible(self, world, actions);
    }

    fn next_state(&self, world: &World, step: steps::Step) -> Option<World> {
        Some(steps::taken(self, world, &step))
    }

    fn properties(&self) -> Vec<Property<Self>> {
        vec![
            Property::always("money moves once an order", |model: &Self, world: &World| {
                if model.ordered {
                    return world.moved.len() <= 1;
                }
                let sessions: BTreeSet<_> = world.moved.iter().map(|(_, attempt)| world.saved.get(attempt)).collect();
                sessions.len() == world.moved.len()
            }),
            Property::always("what moved was saved before it was sent", |_: &Self, world: &World| {
                world.moved.iter().all(|(_, attempt)| world.saved.contains_key(attempt))
            }),
            Property::always("what moved was agreed to, by a yes to its own review", |_: &Self, world: &World| {
                world.moved.iter().all(|(_, attempt)| world.agreed.contains(attempt))
            }),
            Property::always(
                "a session says that it is paid when its own money moved, and no other",
                |_: &Self, world: &World| {
                    world.sessions.keys().all(|&session| {
                        let moved = world.moved.iter().any(|(_, attempt)| world.saved.get(attempt) == Some(&session));
                        match world.state(session) {
                            State::Complete(_) => moved,
                            State::Processing(_) | State::Authenticating(..) => true,
                            State::Name(_)
                            | State::Card(_)
                            | State::Expiry(_)
                            | State::Cvv(_)
                            | State::Confirm(_)
                            | State::Cancelled(_) => !moved,
                        }
                    })
                },
            ),
            Property::always(
                "an order is held by the one session whose payment of it is in the air",
                |model: &Self, world: &World| {
                    let flying = |session: u8| match world.state(session) {
                        State::Processing(flight) | State::Authenticating(flight, _) => Some(flight.attempt),
                        _ => None,
                    };
                    let flights: Vec<_> = world.sessions.keys().filter_map(|&session| flying(session)).collect();
                    let holder = world.order.as_ref().and_then(|order| order.holder.as_ref());
                    !model.ordered || flights == holder.map(|holder| vec![holder.attempt.clone()]).unwrap_or_default()
                },
            ),
            Property::always("paid is for ever, and said of what was paid", |_: &Self, world: &World| {
                world.order.as_ref().is_none_or(|order| !order.paid || world.moved.len() == 1)
            }),
            Property::always(
                "no turn that asked the gateway ends as if nothing had been done",
                |_: &Self, world: &World| !world.understated,
            ),
            Property::always(
                "nothing is stuck: one look, once the gateway has decided or had its time, ends what is in the air",
                steps::unstuck,
            ),
            Property::sometimes(
                "it is asked whether to stop a payment that is on its way",
                |_: &Self, world: &World| {
                    world.sessions.keys().any(|&session| world.state(session).flight().is_some() && world.asks(session))
                },
            ),
            Property::sometimes("a payment is made", |_: &Self, world: &World| world.moved.len() == 1),
            Property::sometimes("a payment is cancelled in time", |_: &Self, world: &World| {
                world.intents.values().any(|intent| intent.voided)
            }),
            Property::sometimes("a payment is declined", |_: &Self, world: &World| {
                world.intents.values().any(|intent| intent.attempts.values().any(|word| *word == world::Word::Declined))
            }),
        ]
    }
}

/// How much may happen: each kind of trouble by itself and with others, so that all of it can be gone through.
const fn left([yes, doubts, cancels, nudges, crashes, losses, declines, time]: [u8; 8]) -> Left {
    Left { yes, doubts, cancels, nudges, crashes, losses, declines, time, at_once: 2 }
}

/// What is gone through in every run of the tests, and what is where there is more time (`MODEL=large`).
/// Yes, no or a likely cancel, cancel, nudges, crashes, losses, declines, and whether so much time passes that what is undecided is given up.
const USUAL: [[u8; 8]; 7] = [
    [2, 0, 0, 1, 0, 0, 1, 0],
    [2, 0, 0, 0, 1, 0, 1, 0],
    [2, 0, 0, 0, 0, 1, 0, 0],
    [2, 0, 1, 0, 0, 0, 0, 0],
    [1, 0, 0, 2, 1, 0, 0, 1],
    [2, 0, 1, 0, 1, 0, 0, 0],
    // A no, or a likely cancel: at the review, on the way and at the bank.
    [1, 1, 0, 0, 0, 0, 0, 0],
];
/// And with one session, what is lost, or late, around these: with two it would take too long.
const ALONE: [[u8; 8]; 3] = [[2, 1, 0, 0, 0, 0, 0, 0], [1, 1, 0, 0, 0, 1, 0, 0], [1, 1, 0, 0, 1, 0, 0, 0]];
const LARGE: [[u8; 8]; 7] = [
    [1, 1, 0, 1, 0, 1, 0, 0],
    [1, 1, 0, 1, 1, 0, 0, 1],
    [1, 0, 1, 1, 0, 1, 0, 0],
    [2, 0, 0, 1, 1, 0, 1, 0],
    [2, 0, 0, 0, 1, 1, 1, 0],
    [2, 0, 1, 0, 0, 0, 1, 0],
    [3, 0, 0, 0, 0, 0, 1, 0],
];
/// And with one session: with two it would be millions.
const LARGEST: [[u8; 8]; 4] =
    [[2, 0, 1, 0, 0, 1, 0, 0], [2, 0, 0, 2, 0, 1, 0, 0], [2, 0, 0, 1, 0, 1, 0, 1], [2, 0, 1, 1, 1, 0, 0, 0]];

/// Goes through all of it: whatever is to hold always does, and what is to happen does happen.
#[expect(clippy::disallowed_methods, reason = "a long run is asked for by the environment")]
fn whole(model: &Model, name: &str, usual: usize) {
    let large = std::env::var("MODEL").is_ok_and(|size| size == "large");
    let (mut states, mut seen) = (0, BTreeSet::new());
    let alone = model.sessions == 1;
    let large: Vec<_> = LARGE.iter().chain(LARGEST.iter().filter(|_| alone)).filter(|_| large).collect();
    for bounds in USUAL.iter().chain(ALONE.iter().filter(|_| alone)).chain(large.iter().copied()) {
        let began = Instant::now();
        let model = Model { left: Some(left(*bounds)), ..model.clone() };
        let checked = model.clone().checker().threads(2).spawn_bfs().join();
        let seconds = began.elapsed().as_secs_f32();
        println!(
            "{name} {bounds:?}: {} states, depth {}, {seconds:.1} s",
            checked.unique_state_count(),
            checked.max_depth()
        );
        for property in model.properties() {
            let found = checked.discovery(property.name);
            match property.expectation {
                Expectation::Always => {
                    assert!(found.is_none(), "{name} {bounds:?}: {}: {}", property.name, told(found.as_ref()));
                }
                Expectation::Sometimes | Expectation::Eventually => seen.extend(found.map(|_| property.name)),
            }
        }
        states += checked.unique_state_count();
    }
    println!("{name}: {states} states in all");
    assert_eq!(seen.len(), 4, "{seen:?}");
    // A model that reaches less than it did holds less than it did.
    assert!(states >= usual, "{states} states, and at least {usual} in a usual run");
}

/// How it came to that.
fn told(found: Option<&stateright::Path<World, steps::Step>>) -> String {
    found.map(|path| format!("{:?}", path.clone().into_actions())).unwrap_or_default()
}

#[test]
fn two_sessions_for_one_order_move_money_once() {
    whole(&Model { sessions: 2, ordered: true, ..Model::default() }, "two sessions, one order", 399_093);
}

#[test]
fn one_session_on_two_machines_moves_money_once() {
    whole(&Model { sessions: 1, ordered: false, ..Model::default() }, "one session, no order", 153_817);
}

/// The model can fail: where a safeguard is taken away, it finds what goes wrong.
#[test]
fn without_a_safeguard_something_goes_wrong() {
    let left = Some(left([2, 0, 0, 1, 0, 0, 0, 0]));
    let usual = Model { sessions: 2, ordered: true, left, ..Model::default() };
    let one = Model { sessions: 1, ordered: false, ..usual.clone() };
    for (name, model) in [
        ("the claim on the order is not checked", Model { ignores_orders: true, ..usual.clone() }),
        ("the version of the session is not checked", Model { ignores_versions: true, ..one.clone() }),
        ("what is saved is lost", Model { keeps_nothing: true, ..one }),
        (
            "orders are forgotten, and the gateway's keys with them",
            Model { forgets_orders: true, ignores_orders: true, forgets_keys: true, ..usual },
        ),
    ] {
        let checked = model.checker().threads(2).spawn_bfs().join();
        let found: Vec<&str> = checked
            .discoveries()
            .into_keys()
            .filter(|name| !name.starts_with("a payment is") && !name.starts_with("it is asked"))
            .collect();
        println!("{name}: {found:?}");
        assert!(!found.is_empty(), "{name}, and nothing went wrong in {} states", checked.unique_state_count());
    }
}
