//! Promises that once could be broken, each in the shortest dialogue that tried.

use jiff::SignedDuration;
use payment_smart_bot::dialogue::{
    CancelReason, Certainty, Command, Delivery, Effect, Field, Heard, Over, Policy, State, StateName, Told, Wish,
};

use super::world::{Move, Seen, World, reading, wish};

// What the gateway answers, as `Gateway` and `World` read a drawn number.
const TOKEN: u8 = 3;
const INTENT: u8 = 1;
const ASKS_3DS: u8 = 4;
const TIMES_OUT: u8 = 0;
const VOIDS: u8 = 5;

fn says(command: Command) -> Move {
    let certainty = Certainty::Certain;
    Move::Hear(Heard { command: Some(command), certainty, ..Heard::default() }, Delivery::default())
}

fn piece(digits: &str) -> Move {
    let told = Told { number: reading(digits), ..Told::default() };
    Move::Hear(Heard { told, ..Heard::default() }, Delivery::default())
}

fn go(world: &mut World<'_>, moves: &[Move]) {
    for next in moves {
        world.go(next, &mut |_| {});
    }
}

/// A session whose payment waits for 3-D Secure.
fn authenticating<'a>(policy: &'a Policy, then: &[u8]) -> World<'a> {
    let drawn = [TOKEN, INTENT, ASKS_3DS].iter().chain(then).copied().collect();
    let mut world = World::new(policy, true, drawn);
    go(&mut world, &[Move::Forward, Move::Forward, Move::Forward, Move::Forward, Move::Forward]);
    assert_eq!(world.session.state_name(), StateName::Authenticating);
    world
}

#[test]
fn an_attempt_that_is_given_up_for_a_change_counts_like_any_other() {
    for command in [Command::Restart, Command::Change(Some(Field::Card)), Command::Change(Some(Field::Name))] {
        let policy = Policy { attempts: 2, ..Policy::default() };
        let mut world = authenticating(&policy, &[VOIDS, TOKEN, INTENT, ASKS_3DS, VOIDS]);
        go(&mut world, &[says(command)]);
        assert!(world.session.state_name().field().is_some(), "one attempt is left");
        while world.session.state_name() != StateName::Authenticating {
            go(&mut world, &[Move::Forward]);
        }
        go(&mut world, &[says(command)]);
        assert_eq!(world.session.state, State::Cancelled(CancelReason::Over(Over::Attempts)), "{command:?}");
        assert_eq!(world.gateway.attempts.len(), 2);
    }
}

#[test]
fn a_yes_beyond_the_bound_of_attempts_is_not_charged() {
    let policy = Policy::default();
    let mut world = World::new(&policy, true, vec![TOKEN, INTENT, ASKS_3DS]);
    go(&mut world, &[Move::Forward, Move::Forward, Move::Forward, Move::Forward]);
    // The operator has become stricter since.
    let stricter = Policy { attempts: 0, ..Policy::default() };
    world.policy = &stricter;
    go(&mut world, &[Move::Rules, says(Command::Affirm), Move::Forward]);
    assert_eq!(world.session.state, State::Cancelled(CancelReason::Over(Over::Attempts)));
    assert!(world.gateway.attempts.is_empty());
}

#[test]
fn a_wish_that_the_gateway_did_not_hear_is_carried_out_by_whoever_comes_next() {
    for next in [Move::Nudge, says(Command::Deny), Move::Hear(Heard::default(), Delivery::default())] {
        let policy = Policy::default();
        let mut world = authenticating(&policy, &[TIMES_OUT, VOIDS]);
        go(&mut world, &[says(Command::Cancel)]);
        assert_eq!(wish(&world.session.state), Some(Wish::Cancel), "nobody knows yet");
        go(&mut world, &[next]);
        assert_eq!(world.session.state, State::Cancelled(CancelReason::Customer));
    }
}

#[test]
fn a_promised_deletion_is_not_taken_back_by_what_is_said_later() {
    for command in [Command::Cancel, Command::Restart, Command::Change(Some(Field::Card)), Command::Back] {
        let policy = Policy::default();
        let mut world = authenticating(&policy, &[TIMES_OUT, TIMES_OUT, VOIDS]);
        go(&mut world, &[Move::Delete, says(command)]);
        assert_eq!(wish(&world.session.state), Some(Wish::Delete), "{command:?}");
        go(&mut world, &[Move::Nudge]);
        assert!(world.purged, "{command:?}");
    }
}

#[test]
fn digits_that_come_slowly_are_held_no_longer_than_a_whole_number() {
    let policy = Policy::default();
    let mut world = World::new(&policy, true, vec![TOKEN]);
    go(&mut world, &[Move::Forward, piece("4242")]);
    let until = world.session.state.card_data_until();
    assert_eq!(until, Some(world.now + SignedDuration::from_mins(15)));
    for _ in 0..2 {
        go(&mut world, &[Move::Wait(7), piece("42")]);
        assert_eq!(world.session.state.card_data_until(), until, "another piece gives no more time");
    }
    go(&mut world, &[piece("42424242")]);
    assert_eq!(world.session.state_name(), StateName::Expiry);
    assert_eq!(world.session.state.card_data_until(), until, "nor does the last one");
    let mut forgotten = false;
    let mut watch = |seen: &Seen<'_>| forgotten |= seen.after.session.state.number().is_none();
    world.go(&Move::Wait(2), &mut watch);
    world.go(&Move::Forward, &mut watch);
    assert!(forgotten);
}

#[test]
fn nothing_is_charged_while_a_wish_stands() {
    let policy = Policy::default();
    // Charged, lost on the way; the customer gives up; the gateway never heard of the attempt.
    let mut world = World::new(&policy, true, vec![TOKEN, INTENT, 1, TIMES_OUT, 3, VOIDS]);
    go(&mut world, &[Move::Forward, Move::Forward, Move::Forward, Move::Forward, Move::Forward]);
    assert_eq!(world.session.state_name(), StateName::Processing);
    let mut charged = false;
    let mut watch = |seen: &Seen<'_>| {
        charged |= seen.after.effects.iter().any(|effect| matches!(effect, Effect::Charge { .. }));
    };
    world.go(&says(Command::Cancel), &mut watch);
    world.go(&Move::Nudge, &mut watch);
    assert_eq!(world.session.state, State::Cancelled(CancelReason::Customer));
    assert!(!charged);
}
