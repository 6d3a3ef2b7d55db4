//! *Ended*: every message still gets an honest answer.

use super::answers::{Standing, answer, not_answered};
use super::context::{Context, Guard};
use super::{Aside, Ask, CancelReason, Command, Fields, Heard, Memory, Note, Over, Refusal, StateName};

/// How it ended.
#[derive(Clone, Copy)]
pub enum Ended {
    Complete { charged: bool },
    Cancelled(CancelReason),
}

impl Ended {
    const fn state_name(self) -> StateName {
        match self {
            Self::Complete { .. } => StateName::Complete,
            Self::Cancelled(_) => StateName::Cancelled,
        }
    }

    const fn own_ask(self, again: bool) -> Ask {
        match self {
            Self::Complete { charged } => Ask::Receipt { charged, again },
            Self::Cancelled(reason) => Ask::Ended(reason),
        }
    }

    /// One message after the end: nothing it says is kept.
    pub fn heard(self, heard: &Heard, memory: &mut Memory, cx: &mut Context<'_>) {
        let charging = match self {
            Self::Complete { charged } => charged,
            Self::Cancelled(_) => false,
        };
        let standing = Standing { step: self.state_name(), charging, held: Fields::NONE };
        let answered = answer(heard, standing, memory, cx);
        let unclear = heard.told.is_empty() && heard.command.is_none() && !answered;
        if unclear {
            not_answered(heard, cx);
            if !heard.asks {
                cx.note(Note::Handoff);
            }
        }
        // What is paid is paid: another payment is another conversation.
        if matches!(self, Self::Complete { .. }) && heard.asides.contains(&Aside::Begin) {
            cx.note(Note::PayAgain);
        }
        if self.begins_anew(heard) && self.can_begin(memory, cx) {
            return cx.say(Ask::Anew);
        }
        if self.wants_a_person(heard.command) {
            cx.note(Note::Refusing(Refusal::Done));
            cx.note(Note::Handoff);
        }
        let whole = heard.asides.iter().any(|aside| matches!(aside, Aside::Status | Aside::Repeat | Aside::Simpler));
        let again = (answered || unclear || self.wants_a_person(heard.command)) && !whole;
        cx.say(self.own_ask(again));
    }

    /// Whether the customer wants another conversation.
    fn begins_anew(self, heard: &Heard) -> bool {
        let asked = heard.asides.contains(&Aside::Begin) || !heard.told.is_empty();
        match (self, heard.command) {
            (_, Some(Command::Restart))
            | (Self::Cancelled(_), Some(Command::Affirm | Command::Change(_) | Command::Back)) => true,
            (Self::Complete { .. }, Some(Command::Affirm | Command::Change(_) | Command::Back))
            | (_, Some(Command::Deny | Command::Cancel)) => false,
            (_, None) => asked,
        }
    }

    /// Whether another conversation could come further: not for an order that may not be paid any more.
    fn can_begin(self, memory: &Memory, cx: &mut Context<'_>) -> bool {
        let Self::Cancelled(reason) = self else { return true };
        let can = match reason {
            CancelReason::Customer => true,
            CancelReason::Over(over) => match over {
                Over::OrderPaid
                | Over::Finished
                | Over::OrderOver
                | Over::Address
                | Over::Duplicate
                | Over::PaidBefore => false,
                Over::Attempts | Over::Cards => memory.order().is_none(),
                Over::InvalidAnswers
                | Over::NoProgress
                | Over::Turns
                | Over::Corrections
                | Over::Voided
                | Over::Misconfigured => true,
            },
        };
        cx.ask(Guard::MayBeginAnew, can)
    }

    /// What is done can only be undone by a person.
    const fn wants_a_person(self, command: Option<Command>) -> bool {
        match (self, command) {
            (Self::Complete { .. }, Some(Command::Cancel | Command::Change(_) | Command::Back)) => true,
            (Self::Complete { .. }, Some(Command::Affirm | Command::Deny | Command::Restart) | None)
            | (Self::Cancelled(_), _) => false,
        }
    }
}
