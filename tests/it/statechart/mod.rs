//! Random dialogues against the machine: from the first event on, with a gateway that fails in every way it can, what
//! `statechart.md` claims of single steps holds of whole conversations.

mod gateway;
mod moves;
mod promises;
mod questions;
mod reviewed;
mod world;

use std::sync::LazyLock;

use payment_smart_bot::dialogue::{
    Act, Answer, Aside, Ask, Certainty, Command, Delivery, Effect, Event, Field, Heard, Inputs, Note, Policy, Said,
    Session, State, StateName, Stepped, Told, Topic, Wish, step,
};
use payment_smart_bot::statechart::{Driven, asides, cell_of, commands, drive};
use proptest::prelude::*;

use moves::{moves, policies, told};
use world::{Move, Seen, World, wish};

static DRIVEN: LazyLock<Driven> = LazyLock::new(|| drive(&Policy::default()).0);

const fn ended(session: &Session) -> bool {
    matches!(session.state_name(), StateName::Complete | StateName::Cancelled)
}

fn charges(seen: &Seen<'_>) -> bool {
    seen.after.effects.iter().any(|effect| matches!(effect, Effect::Charge { .. }))
}

/// What holds of every single step, wherever it happens.
fn step_holds(seen: &Seen<'_>) {
    let Seen { before, event, after } = seen;
    let (was, is) = (&before.memory.counters, &after.session.memory.counters);
    let label = event.label();
    if wish(&before.state).is_some() {
        assert!(!charges(seen), "{label}: charged against the customer's wish");
    }
    if wish(&before.state) == Some(Wish::Delete) && !ended(&after.session) {
        assert_eq!(wish(&after.session.state), Some(Wish::Delete), "{label}: the promise to delete is forgotten");
    }
    if ended(before) {
        assert_eq!(before.state, after.session.state, "{label}: something leaves the end");
    }
    // What the gateway refused as a request was no attempt.
    let refused = matches!(seen.event, Event::Verdict { verdict: payment_smart_bot::dialogue::Verdict::Refused, .. });
    let attempts = was.attempts.saturating_sub(u8::from(refused));
    assert!(is.attempts >= attempts && is.declines >= was.declines, "{label}: an abuse counter is lowered");
    assert!(is.corrections >= was.corrections && is.turns >= was.turns, "{label}: an abuse counter is lowered");
}

/// What holds of the world after every request.
fn world_holds(world: &World<'_>, last: &Move) {
    assert!(world.gateway.paid <= 1, "paid {} times", world.gateway.paid);
    let sent = world.gateway.attempts.iter().collect::<std::collections::HashSet<_>>().len();
    assert!(sent <= usize::from(world.policy.attempts), "{sent} attempts where {} are allowed", world.policy.attempts);
    match &world.session.state {
        State::Complete(receipt) => assert_eq!(receipt.intent.is_some(), world.gateway.paid == 1, "a false receipt"),
        State::Cancelled(_) => {
            assert_eq!(world.gateway.paid, 0, "paid and cancelled, after {last:?}");
            assert!(!world.gateway.in_the_air(), "cancelled with money in the air");
        }
        State::Name(_) | State::Card(_) | State::Expiry(_) | State::Cvv(_) | State::Confirm(_) => {
            assert_eq!(world.gateway.paid, 0, "paid, and asked for a card again");
            assert!(!world.gateway.in_the_air(), "money is in the air, and nobody waits for it");
        }
        State::Processing(_) | State::Authenticating(..) => {}
    }
    if let (Some((_, since)), Some(until)) = (&world.digits, world.session.state.card_data_until()) {
        assert!(until <= *since + world.policy.card_data, "digits are held longer than they may be");
    }
    if world.delete_promised && ended(&world.session) {
        assert!(world.purged, "deletion was promised, and the record stays");
    }
}

/// Whether the alphabet has a message of this shape: one thing said, or, where values are taken, several values.
fn is_in_the_alphabet(state: StateName, event: &Event) -> bool {
    match event {
        Event::Heard(Heard { told, command, answer, certainty, asks, asides, .. }, delivery) => {
            let values = payment_smart_bot::dialogue::Field::ALL.iter().filter(|&&field| told.has(field)).count();
            let says = command.is_some() || answer.is_some() || *certainty == Certainty::Torn;
            let parts = values + usize::from(says) + usize::from(*asks) + asides.len();
            let several = state <= StateName::Confirm && parts == values && is_sure(told);
            *delivery == Delivery::default() && (parts <= 1 || several)
        }
        Event::Opened
        | Event::Tokenised { .. }
        | Event::TokeniseRefused { .. }
        | Event::TokeniseFailed { .. }
        | Event::GatewayMisconfigured
        | Event::IntentOpened(_)
        | Event::IntentFailed
        | Event::IntentRefused
        | Event::ChargeBarred(_)
        | Event::Verdict { .. }
        | Event::Nudged
        | Event::Idle { .. }
        | Event::SealBroken
        | Event::RulesChanged
        | Event::Deleted => true,
    }
}

/// Whether every value was told for certain, or not at all.
fn is_sure(told: &Told) -> bool {
    fn sure<T>(said: Option<&Said<T>>) -> bool {
        said.is_none_or(|said| matches!(said, Said::Certain(_) | Said::Several))
    }
    sure(told.name.as_ref()) && sure(told.number.as_ref()) && sure(told.expiry.as_ref()) && sure(told.cvv.as_ref())
}

/// A step of a dialogue does what its cell says; where the alphabet has its message, the cell is there.
fn agrees(seen: &Seen<'_>) {
    let (cell, outcome) = cell_of(seen.before.state_name(), seen.event, seen.after);
    match DRIVEN.outcome(&cell) {
        Some(known) => assert_eq!(*known, outcome, "{cell:?}"),
        None => assert!(!is_in_the_alphabet(seen.before.state_name(), seen.event), "not driven: {cell:?}"),
    }
}

fn asks(after: &Stepped) -> Vec<String> {
    let asked = after.effects.iter().filter_map(|effect| match effect {
        // Whether the review or the receipt is shown whole or in one line, and how short an ask is, is a matter of words.
        Effect::Say(Act { ask: Some(Ask::Review { charging } | Ask::ReviewAgain { charging, .. }), .. }) => {
            Some(format!("review, {charging}"))
        }
        // And so is whose name is asked for.
        Effect::Say(Act { ask: Some(Ask::Name(_) | Ask::OwnName), .. }) => Some("name".to_owned()),
        Effect::Say(Act { ask: Some(Ask::Receipt { charged, .. }), .. }) => Some(format!("receipt, {charged}")),
        Effect::Say(Act { ask, .. }) => ask.map(|ask| format!("{:?}", ask.plainest())),
        Effect::Tokenise { .. }
        | Effect::OpenIntent { .. }
        | Effect::Charge { .. }
        | Effect::LookUp(_)
        | Effect::CancelPayment(_)
        | Effect::Purge => Some(effect.wire().to_owned()),
    });
    asked.collect()
}

fn notes(after: &Stepped) -> Vec<Note> {
    let said = after.effects.iter().filter_map(|effect| match effect {
        Effect::Say(Act { notes, .. }) => Some(notes.clone()),
        Effect::Tokenise { .. }
        | Effect::OpenIntent { .. }
        | Effect::Charge { .. }
        | Effect::LookUp(_)
        | Effect::CancelPayment(_)
        | Effect::Purge => None,
    });
    said.flatten().collect()
}

/// Remarks on a yes or a no, which an aside beside it makes needless: what is answered was understood.
fn remarks_on_yes(note: Note) -> bool {
    matches!(
        note,
        Note::ValueWanted(_) | Note::YesUnclear | Note::NotUnderstood | Note::Helped(Topic::What(_)) | Note::Handoff
    )
}

/// Asides that are more than words: whether to go on at all is asked of them.
const fn asks_whether_to_go_on(aside: Aside) -> bool {
    matches!(aside, Aside::OthersCard | Aside::Pressed | Aside::Minor | Aside::NotMe)
}

/// What asides add to a message that says something else: words, and nothing but words.
fn asides_only_add_words(session: &Session, heard: &Heard, inputs: &Inputs<'_>) {
    let (event, label) = (Event::Heard(heard.clone(), Delivery::default()), heard.label());
    let with = step(session.clone(), &event, inputs);
    let plain = Heard { asides: Vec::new(), ..heard.clone() };
    let without = step(session.clone(), &Event::Heard(plain, Delivery::default()), inputs);
    if session.state_name() == StateName::Confirm && heard.command == Some(Command::Affirm) && heard.told.is_empty() {
        // Here an aside may take the force of a yes away: never the other way round.
        let polite = heard.asides.iter().all(|aside| matches!(aside, Aside::Thanks | Aside::Greeting));
        if !polite {
            assert_eq!(with.session.state_name(), StateName::Confirm, "{label}: a yes beside an aside counts");
            assert_eq!(asks(&with).len(), 1, "{label}");
            return;
        }
    }
    // On the way, a doubt or a "wait" keeps what never arrived from being sent again.
    let holds = |aside: &Aside| matches!(aside, Aside::Hedge | Aside::Wait);
    if session.state.flight().is_some() && heard.asides.iter().any(holds) {
        assert_eq!(with.session.state_name(), without.session.state_name(), "{label}");
        return;
    }
    assert_eq!(with.session.state, without.session.state, "{label}: an aside changes the state");
    assert_eq!(with.session.memory.counters, without.session.memory.counters, "{label}: an aside changes a counter");
    assert_eq!(asks(&with), asks(&without), "{label}: an aside changes what is asked");
    for note in notes(&without) {
        assert!(notes(&with).contains(&note) || remarks_on_yes(note), "{label}: an aside hides {note:?}");
    }
}

/// "Ok" to a question that an answer stands beside.
#[test]
fn ok_to_a_question_that_was_put_beside_an_answer_is_driven() {
    let policy = Policy::default();
    let doubts = [Command::Cancel, Command::Restart, Command::Back, Command::Change(Some(Field::Name))];
    let doubts = doubts.map(|command| (Some(command), Certainty::Likely)).into_iter();
    for (command, certainty) in doubts.chain([(None, Certainty::Torn)]) {
        let mut world = World::new(&policy, true, vec![3]);
        for _ in 0..4 {
            world.go(&Move::Forward, &mut agrees);
        }
        let asked = Heard { command, certainty, asides: vec![Aside::Status], ..Heard::default() };
        world.go(&Move::Hear(asked, Delivery::default()), &mut |_| {});
        assert!(world.session.memory.pending.is_of_an_act(), "{command:?}");
        let noted = Heard {
            command: Some(Command::Affirm),
            certainty: Certainty::Certain,
            answer: Some(Answer::Noted),
            ..Heard::default()
        };
        world.go(&Move::Hear(noted, Delivery::default()), &mut agrees);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::default())]

    #[test]
    fn prop_money_moves_once_and_promises_are_kept_in_every_dialogue(
        moves in proptest::collection::vec(moves(), 1..60),
        policy in policies(),
        pays in proptest::bool::weighted(0.8),
        drawn in proptest::collection::vec(any::<u8>(), 1..40),
    ) {
        let mut world = World::new(&policy, pays, drawn);
        world.go(&Move::Forward, &mut step_holds);
        for next in &moves {
            world.go(next, &mut step_holds);
            world_holds(&world, next);
        }
        // A gateway that answers again settles every wish by itself: nobody has to ask twice.
        if wish(&world.session.state).is_some() {
            world.gateway.calm = true;
            world.go(&Move::Nudge, &mut step_holds);
            world_holds(&world, &Move::Nudge);
            prop_assert!(wish(&world.session.state).is_none(), "a wish is never carried out");
        }
    }

    /// Whatever the operator's bounds: a step that the alphabet has is in a cell, and does what the cell says.
    #[test]
    fn prop_every_step_of_every_dialogue_agrees_with_its_cell(
        moves in proptest::collection::vec(moves(), 1..60),
        policy in policies(),
        pays in proptest::bool::weighted(0.8),
        drawn in proptest::collection::vec(any::<u8>(), 1..40),
    ) {
        let mut world = World::new(&policy, pays, drawn);
        for next in &moves {
            world.go(next, &mut agrees);
        }
    }

    /// The table does not multiply asides with everything else: this shows why it need not.
    #[test]
    fn prop_asides_add_words_and_take_the_force_of_a_yes_and_nothing_else(
        moves in proptest::collection::vec(moves(), 1..30),
        drawn in proptest::collection::vec(any::<u8>(), 1..40),
        told in told(),
        command in prop::option::of(prop::sample::select(commands())),
        asides in proptest::collection::vec(
            prop::sample::select(asides()).prop_filter("more than words", |&aside| !asks_whether_to_go_on(aside)),
            1..4,
        ),
    ) {
        let policy = Policy::default();
        prop_assume!(command.is_some() || !told.is_empty());
        let heard = Heard { told, command, certainty: Certainty::Certain, asides, ..Heard::default() };
        let mut world = World::new(&policy, true, drawn);
        for next in &moves {
            world.go(next, &mut |_| {});
            // An aside beside an answer makes it a message of its own; that is shown of each answer elsewhere.
            if world.session.memory.pending.is_of_an_act() {
                continue;
            }
            let inputs = Inputs { now: world.now, policy: &policy, fresh: 3, resumed: false };
            asides_only_add_words(&world.session, &heard, &inputs);
        }
    }
}
