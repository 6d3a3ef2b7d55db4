//! The statechart itself: which state or superstate handles which event. The only file that names statig.
//!
//! The trait form is used without the library's wrapper: `handle` gives the outcome by value, clones no secret, and
//! hands back what nobody handled, so that the root can answer it.

use statig::Outcome;
use statig::blocking::{IntoStateMachine, State as Leaf, StateExt as _, Superstate as Composite};

use super::collecting::{self, cancelled, stopped};
use super::confirm::{self, Barred};
use super::context::{Context, Guard};
use super::draft::Collecting;
use super::ended::Ended;
use super::inflight::InFlight;
use super::sure::Sure;
use super::{ConfirmState, CvvState, Dropped, Effect, Event, Link, Memory, NameState, Note, Over, State};

/// Hands `event` to the state and its superstates; `false` when none of them handled it.
pub(super) fn dispatch(state: &mut State, memory: &mut Memory, event: &Event, cx: &mut Context<'_>) -> bool {
    match state.handle(memory, event, cx) {
        Outcome::Handled => true,
        Outcome::Transition(next) => {
            *state = next;
            true
        }
        Outcome::Super => false,
    }
}

/// Where a session begins.
pub(super) fn initial() -> State {
    <Memory as IntoStateMachine>::initial()
}

/// The composite states, each with a view of what its children own.
pub enum Superstate<'a> {
    /// `Name` to `Cvv`.
    Collecting(Collecting<'a>),
    /// `Processing` and `Authenticating`.
    InFlight(InFlight<'a>),
    /// `Complete` and `Cancelled`.
    Ended(Ended),
    /// All but *Ended*.
    Active,
}

impl IntoStateMachine for Memory {
    type Event<'evt> = Event;
    type Context<'ctx> = Context<'ctx>;
    type State = State;
    type Superstate<'sub> = Superstate<'sub>;

    fn initial() -> State {
        State::Name(NameState::default())
    }
}

impl Leaf<Memory> for State {
    fn call_handler(&mut self, memory: &mut Memory, event: &Event, cx: &mut Context<'_>) -> Outcome<Self> {
        match self {
            Self::Name(_) => name(event, memory, cx),
            Self::Cvv(cvv) => code(cvv, event, memory, cx),
            Self::Confirm(state) => confirmation(state, event, memory, cx),
            Self::Card(_)
            | Self::Expiry(_)
            | Self::Processing(_)
            | Self::Authenticating(..)
            | Self::Complete(_)
            | Self::Cancelled(_) => Outcome::Super,
        }
    }

    fn superstate(&mut self) -> Option<Superstate<'_>> {
        let collecting = |child| Some(Superstate::Collecting(child));
        let in_flight = |flight, link| Some(Superstate::InFlight(InFlight { flight, link }));
        match self {
            Self::Name(state) => collecting(Collecting::Name(state)),
            Self::Card(state) => collecting(Collecting::Card(state)),
            Self::Expiry(state) => collecting(Collecting::Expiry(state)),
            Self::Cvv(state) => collecting(Collecting::Cvv(state)),
            Self::Confirm(_) => Some(Superstate::Active),
            Self::Processing(flight) => in_flight(flight, None::<&Link>),
            Self::Authenticating(flight, link) => in_flight(flight, Some(&*link)),
            Self::Complete(receipt) => Some(Superstate::Ended(Ended::Complete { charged: receipt.intent.is_some() })),
            Self::Cancelled(reason) => Some(Superstate::Ended(Ended::Cancelled(*reason))),
        }
    }
}

impl Composite<Memory> for Superstate<'_> {
    fn call_handler(&mut self, memory: &mut Memory, event: &Event, cx: &mut Context<'_>) -> Outcome<State> {
        match self {
            Self::Collecting(child) => collect(child, event, memory, cx),
            Self::InFlight(child) => fly(child, event, memory, cx),
            Self::Ended(how) => end(*how, event, memory, cx),
            Self::Active => active(event, cx),
        }
    }

    fn superstate(&mut self) -> Option<Superstate<'_>> {
        match self {
            Self::Collecting(_) | Self::InFlight(_) => Some(Superstate::Active),
            Self::Ended(_) | Self::Active => None,
        }
    }
}

/// `Name`: where a session opens.
fn name(event: &Event, memory: &Memory, cx: &mut Context<'_>) -> Outcome<State> {
    match event {
        Event::Opened => {
            let demonstration = cx.inputs.policy.demonstration;
            cx.note(Note::Automated);
            cx.note(Note::Welcome { payment: memory.payment.is_some(), demonstration });
            cx.say_notes();
            Outcome::Handled
        }
        Event::Heard(..)
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
        | Event::Deleted => Outcome::Super,
    }
}

/// `Cvv`: where the card becomes a token.
fn code(state: &CvvState, event: &Event, memory: &mut Memory, cx: &mut Context<'_>) -> Outcome<State> {
    let ours = |revision: u32, memory: &Memory, cx: &mut Context<'_>| {
        cx.ask(Guard::RevisionCurrent, revision == memory.card_revision)
    };
    match event {
        Event::Tokenised { revision, token, fingerprint, shown } if ours(*revision, memory, cx) => {
            let (name, token) = (state.name.clone(), token.clone());
            let card = super::Card { name, token, fingerprint: fingerprint.clone(), shown: shown.clone() };
            Outcome::Transition(confirm::tokenised(card, memory, cx))
        }
        Event::TokeniseRefused { revision, decline } if ours(*revision, memory, cx) => {
            Outcome::Transition(confirm::declined(Some(state.name.clone()), (*decline, None), memory, cx))
        }
        Event::TokeniseFailed { .. } => {
            cx.note(Note::GatewayDown);
            Outcome::Super
        }
        Event::Tokenised { .. }
        | Event::TokeniseRefused { .. }
        | Event::Opened
        | Event::Heard(..)
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
        | Event::Deleted => Outcome::Super,
    }
}

/// *Collecting*: values, corrections, commands, and the end of card data.
fn collect(child: &mut Collecting<'_>, event: &Event, memory: &mut Memory, cx: &mut Context<'_>) -> Outcome<State> {
    match event {
        Event::Heard(heard, delivery) => {
            Outcome::Transition(collecting::heard(child.field(), child.draft(), (heard, *delivery), memory, cx))
        }
        Event::Idle { gone } => {
            Outcome::Transition(collecting::dropped(child.draft(), *gone, Dropped::TooOld, memory, cx))
        }
        Event::SealBroken => {
            Outcome::Transition(collecting::dropped(child.draft(), true, Dropped::Unreadable, memory, cx))
        }
        Event::GatewayMisconfigured => Outcome::Transition(cancelled(Over::Misconfigured, cx)),
        // Nobody is asked for a card that could not be charged.
        Event::ChargeBarred(bar) => match confirm::barred(*bar) {
            Barred::ForGood(reason) => Outcome::Transition(cancelled(reason, cx)),
            Barred::ForNow(note) => {
                cx.note(note);
                Outcome::Super
            }
        },
        Event::Opened
        | Event::Tokenised { .. }
        | Event::TokeniseRefused { .. }
        | Event::TokeniseFailed { .. }
        | Event::IntentOpened(_)
        | Event::IntentFailed
        | Event::IntentRefused
        | Event::Verdict { .. }
        | Event::Nudged
        | Event::RulesChanged
        | Event::Deleted => Outcome::Super,
    }
}

/// `Confirm`: the review.
fn confirmation(state: &mut ConfirmState, event: &Event, memory: &mut Memory, cx: &mut Context<'_>) -> Outcome<State> {
    let next = match event {
        Event::Heard(heard, delivery) => confirm::heard(state, heard, *delivery, memory, cx),
        Event::IntentOpened(intent) => Some(confirm::intent_opened(state, intent, memory, cx)),
        Event::IntentFailed => Some(confirm::intent_failed(state, memory, cx)),
        Event::IntentRefused => Some(confirm::our_fault(Some(state.card.clone()), memory, cx)),
        Event::ChargeBarred(bar) => Some(confirm::not_sent(state, *bar, memory, cx)),
        Event::RulesChanged => Some(confirm::rules_changed(state, memory, cx)),
        // The token is harmless: it may wait.
        Event::Idle { .. } => None,
        Event::GatewayMisconfigured => Some(cancelled(Over::Misconfigured, cx)),
        Event::Opened
        | Event::Tokenised { .. }
        | Event::TokeniseRefused { .. }
        | Event::TokeniseFailed { .. }
        | Event::Verdict { .. }
        | Event::Nudged
        | Event::SealBroken
        | Event::Deleted => return Outcome::Super,
    };
    next.map_or(Outcome::Handled, Outcome::Transition)
}

/// *InFlight*: left by a verdict only.
fn fly(child: &mut InFlight<'_>, event: &Event, memory: &mut Memory, cx: &mut Context<'_>) -> Outcome<State> {
    match event {
        Event::Heard(heard, delivery) => {
            child.heard(heard, *delivery, memory, cx);
            Outcome::Handled
        }
        Event::Verdict { intent, attempt, verdict } => {
            child.verdict((intent, attempt, verdict), memory, cx).map_or(Outcome::Super, Outcome::Transition)
        }
        Event::Nudged => {
            child.nudged(memory, cx);
            Outcome::Handled
        }
        Event::Deleted => {
            child.deleted(cx);
            Outcome::Handled
        }
        Event::Idle { .. } | Event::RulesChanged => Outcome::Handled,
        Event::Opened
        | Event::Tokenised { .. }
        | Event::TokeniseRefused { .. }
        | Event::TokeniseFailed { .. }
        | Event::GatewayMisconfigured
        | Event::IntentOpened(_)
        | Event::IntentFailed
        | Event::IntentRefused
        | Event::ChargeBarred(_)
        | Event::SealBroken => Outcome::Super,
    }
}

/// *Ended*: answers, and forgets when told to.
fn end(how: Ended, event: &Event, memory: &mut Memory, cx: &mut Context<'_>) -> Outcome<State> {
    match event {
        Event::Heard(heard, _) => {
            how.heard(heard, memory, cx);
            Outcome::Handled
        }
        Event::Deleted => {
            cx.effects.push(Effect::Purge);
            Outcome::Handled
        }
        Event::Idle { .. } | Event::RulesChanged | Event::Nudged => Outcome::Handled,
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
        | Event::SealBroken => Outcome::Super,
    }
}

/// *Active*: what is the same in `Confirm`, while collecting, and in flight.
fn active(event: &Event, cx: &mut Context<'_>) -> Outcome<State> {
    match event {
        Event::Deleted => {
            let state = stopped(Sure::owner(), cx);
            cx.effects.push(Effect::Purge);
            Outcome::Transition(state)
        }
        Event::Nudged | Event::RulesChanged => Outcome::Handled,
        Event::Opened
        | Event::Heard(..)
        | Event::Tokenised { .. }
        | Event::TokeniseRefused { .. }
        | Event::TokeniseFailed { .. }
        | Event::GatewayMisconfigured
        | Event::IntentOpened(_)
        | Event::IntentFailed
        | Event::IntentRefused
        | Event::ChargeBarred(_)
        | Event::Verdict { .. }
        | Event::Idle { .. }
        | Event::SealBroken => Outcome::Super,
    }
}
