//! A session, and the one function that changes it.

use super::answers::charges;
use super::context::Context;
use super::draft::own_ask;
use super::intent::intent_key;
use super::machine::{dispatch, initial};
use super::{
    Act, After, Block, Effect, Event, Guard, Inputs, Language, Memory, Note, Payment, Pending, State, StateName,
};

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
    let mut cx = Context::new(inputs, &memory);
    if matches!(event, Event::Heard(..)) || inputs.resumed {
        memory.counters.turns = memory.counters.turns.saturating_add(1);
    }
    if let Event::Heard(heard, _) = event {
        memory.nudged = false;
        memory.blocks.extend(heard.asides.iter().copied().filter_map(Block::of));
    }
    if !dispatch(&mut state, &mut memory, event, &mut cx) {
        // The root: what nobody handled is answered with the state's own question.
        let charging = charges(&memory, &cx);
        if let State::Card(card) = &state {
            cx.ask(Guard::InPieces, card.pieces.is_some());
        }
        cx.say(own_ask(&state, &memory, charging));
    }
    remember(&mut memory, &state, event, &cx);
    // What is asked about is held for as long as its question is open.
    if !memory.pending.is_of_a_value() {
        state.close_offer();
    }
    Stepped { session: Session { memory, state }, effects: cx.effects, guards: cx.guards }
}

/// What was asked, in which turn, and what the reply is so far.
fn remember(memory: &mut Memory, state: &State, event: &Event, cx: &Context<'_>) {
    let acts = || cx.effects.iter().filter_map(said);
    let asks = acts().any(|act| act.ask.is_some());
    // Nobody sees what a look brings: a question that was put before it stays open, as long as its payment is in the air.
    if memory.nudged {
        if asks && state.flight().is_none() {
            (memory.pending, memory.again) = (Pending::Usual, false);
        }
        return;
    }
    let begins = matches!(event, Event::Opened | Event::Heard(..));
    let before = if begins { After::Review } else { memory.after };
    let notes = acts().flat_map(|act| &act.notes).map(|&note| after(note)).max().unwrap_or(After::Review);
    let alone = !asks || cx.reviewed;
    memory.after = before.max(notes).max(if alone { After::Review } else { After::Answer });
    // Whatever a customer writes closes the question that was open; what was asked since is open now.
    if asks {
        (memory.pending, memory.again) = (cx.pending, cx.again);
        memory.asked = memory.counters.turns;
    } else if begins {
        (memory.pending, memory.again) = (Pending::Usual, false);
    }
}

const fn said(effect: &Effect) -> Option<&Act> {
    match effect {
        Effect::Say(act) => Some(act),
        Effect::Tokenise { .. }
        | Effect::OpenIntent { .. }
        | Effect::Charge { .. }
        | Effect::LookUp(_)
        | Effect::CancelPayment(_)
        | Effect::Purge => None,
    }
}

/// What a note makes of the review below it: "ok" may be said to the note.
const fn after(note: Note) -> After {
    match note {
        Note::Automated | Note::Welcome { .. } | Note::Accepted(_) | Note::Mandate => After::Review,
        Note::Changed(_) => After::Changed,
        Note::NotUnderstood | Note::NoAnswer | Note::YesUnclear => After::Unclear,
        Note::Greeted
        | Note::Rejected(_)
        | Note::KeptOld(_)
        | Note::WhichOne(_)
        | Note::Gathered(_)
        | Note::CvvNotKept
        | Note::CardAgain(_)
        | Note::Helped(_)
        | Note::Own(_)
        | Note::Simpler
        | Note::Stands { .. }
        | Note::Handoff
        | Note::OtherWay
        | Note::Identity
        | Note::BackTo(_)
        | Note::DateToo
        | Note::Kept(_)
        | Note::Sympathy
        | Note::OthersCard
        | Note::Pressed(_)
        | Note::Minor
        | Note::NotMe(_)
        | Note::Claimed(..)
        | Note::BankCode
        | Note::Delayed
        | Note::NotAgain
        | Note::PayAgain
        | Note::Privacy
        | Note::Apologised
        | Note::Already { .. }
        | Note::Waiting
        | Note::Refused { .. }
        | Note::Welcomed
        | Note::Farewell
        | Note::LanguageSet
        | Note::LanguageUnknown
        | Note::ChangeWhat
        | Note::ValueWanted(_)
        | Note::NearBound
        | Note::Refusing(_)
        | Note::CancelAsked
        | Note::Voided
        | Note::Declined(_)
        | Note::PaidAfterAll
        | Note::GatewayDown
        | Note::OurFault
        | Note::Unsure
        | Note::RulesChanged
        | Note::OrderBusy
        | Note::Paused => After::Answer,
    }
}
