//! A session, and the one function that changes it.

use super::answers::charges;
use super::context::Context;
use super::draft::own_ask;
use super::intent::intent_key;
use super::machine::{dispatch, initial};
use super::{Effect, Event, Guard, Inputs, Language, Memory, Payment, State, StateName};

/// A session: what it remembers, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// What it remembers beside its state.
    pub memory: Memory,
    /// Where it stands, and what it holds there.
    pub state: State,
}

/// What one event did.
#[derive(Clone, Debug)]
pub struct Stepped {
    /// The session after it.
    pub session: Session,
    /// What the machine asks of the world, in order.
    pub effects: Vec<Effect>,
    /// Every guard that was asked, with its answer, in order.
    pub guards: Vec<(Guard, bool)>,
}

impl Session {
    /// A session before its first message; `fresh` names the key under which its intent will be opened.
    #[must_use]
    pub fn begin(language: Language, payment: Option<Payment>, fresh: u128) -> Self {
        let memory = Memory { language, payment, intent_key: intent_key(fresh), ..Memory::default() };
        Self { memory, state: initial() }
    }

    /// The state's name.
    #[must_use]
    pub const fn state_name(&self) -> StateName {
        self.state.state_name()
    }
}

/// The one function that changes a state: pure, total, and the same for every caller.
#[must_use]
pub fn step(session: Session, event: &Event, inputs: &Inputs<'_>) -> Stepped {
    let Session { mut memory, mut state } = session;
    let mut cx = Context::new(inputs);
    let heard = matches!(event, Event::Heard(..));
    if heard || inputs.resumed {
        memory.counters.turns = memory.counters.turns.saturating_add(1);
    }
    if heard {
        memory.nudged = false;
    }
    if !dispatch(&mut state, &mut memory, event, &mut cx) {
        // The root: what nobody handled is answered with the state's own question.
        let charging = charges(&memory, &cx);
        if let State::Card(card) = &state {
            cx.ask(Guard::InPieces, card.pieces.is_some());
        }
        cx.say(own_ask(&state, &memory, charging));
    }
    if cx.effects.iter().any(|effect| matches!(effect, Effect::Say(act) if act.ask.is_some())) {
        memory.pending = cx.pending;
    }
    Stepped { session: Session { memory, state }, effects: cx.effects, guards: cx.guards }
}
