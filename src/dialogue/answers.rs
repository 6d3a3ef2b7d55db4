//! Asides: each is answered, and changes nothing that was collected.

use super::context::{Context, Guard};
use super::{
    Answer, Aside, Claim, Decline, Dropped, Field, Fields, Heard, Memory, Moved, Note, Pending, Rejected, StateName,
    Topic,
};
use crate::card::CvvRejection;

/// What an answer may have to know of the state.
#[derive(Clone, Copy)]
pub(super) struct Standing {
    pub step: StateName,
    pub charging: bool,
    pub held: Fields,
}

impl Standing {
    /// Whether money moved, as far as it is known.
    fn moved(self, cx: &mut Context<'_>) -> Moved {
        let moved = match self.step {
            StateName::Complete => Moved::Paid,
            StateName::Processing | StateName::Authenticating => Moved::Open,
            StateName::Name
            | StateName::Card
            | StateName::Expiry
            | StateName::Cvv
            | StateName::Confirm
            | StateName::Cancelled => return Moved::Nothing,
        };
        if cx.ask(Guard::MoneyMoves, self.charging) { moved } else { Moved::Nothing }
    }

    /// Whether it ended.
    const fn ended(self) -> bool {
        matches!(self.step, StateName::Complete | StateName::Cancelled)
    }
}

/// Whether a payment is known and is to be charged; without asking the guard.
pub(super) fn charges(memory: &Memory, cx: &Context<'_>) -> bool {
    cx.inputs.policy.charge && memory.payment.is_some()
}

/// Whether a card that is not charged is kept for later payments; without asking the guard.
pub(super) fn keeps(memory: &Memory, cx: &Context<'_>) -> bool {
    cx.inputs.policy.keep && !charges(memory, cx)
}

/// Answers every aside, in the order said; says whether there was anything to answer.
pub(super) fn answer(heard: &Heard, standing: Standing, memory: &mut Memory, cx: &mut Context<'_>) -> bool {
    if let Some(language) = heard.noticed {
        memory.language = language;
        // The welcome of a first turn speaks it already.
        if !cx.ask(Guard::FirstTurn, memory.counters.turns <= 1) {
            cx.note(Note::LanguageSet);
        }
    }
    // "Don't cancel": nothing was, as long as nothing is on its way.
    let open = standing.step.field().is_some() || standing.step == StateName::Confirm;
    let keeps = open && heard.command.is_none() && heard.answer == Some(Answer::Keep);
    if keeps {
        cx.note(Note::Kept(Pending::ReallyCancel));
    }
    for &aside in &heard.asides {
        // "Wait, it is …" brings its value along: nobody is waited for. Nor is "take your time" said to who is in distress.
        if aside == Aside::Wait && (!heard.told.is_empty() || heard.asides.contains(&Aside::Distress)) {
            continue;
        }
        if let Some(note) = reply(aside, standing, memory, cx) {
            cx.note(note);
        }
    }
    keeps || heard.noticed.is_some() || heard.asides.iter().any(|&aside| aside != Aside::Hedge)
}

/// What is said where nothing was answered: of a question, who may know.
pub(super) fn not_answered(heard: &Heard, cx: &mut Context<'_>) {
    cx.note(if heard.asks { Note::NoAnswer } else { Note::NotUnderstood });
}

fn reply(aside: Aside, standing: Standing, memory: &mut Memory, cx: &mut Context<'_>) -> Option<Note> {
    let Standing { step, charging, held } = standing;
    match aside {
        // "Why?" is asked of the decline, where there was one.
        Aside::Help(Topic::Why(Field::Card)) if declined_last(step, memory, cx) => {
            Some(Note::Helped(Topic::WhyDeclined))
        }
        // Nothing is collected any more: what helps is where it stands, or a person.
        Aside::Help(Topic::General) if standing.ended() => Some(Note::Handoff),
        Aside::Help(Topic::General) if step.is_in_flight() => Some(Note::Stands { step, charging }),
        Aside::Help(topic) => Some(Note::Helped(topic)),
        Aside::Own(at) => Some(Note::Own(at)),
        Aside::Simpler => Some(Note::Simpler),
        Aside::Status if declined_last(step, memory, cx) => Some(Note::Declined(Decline::Plain)),
        Aside::Status => Some(Note::Stands { step, charging }),
        Aside::Language(Some(language)) => {
            memory.language = language;
            Some(Note::LanguageSet)
        }
        Aside::Language(None) => Some(Note::LanguageUnknown),
        Aside::Handoff => Some(Note::Handoff),
        Aside::OtherWay => Some(Note::OtherWay),
        Aside::Refuse(field) => refused(field, step, memory, cx),
        // Where the name is asked for, the customer's own is: that is the answer.
        Aside::NoName => (step != StateName::Name).then_some(Note::Helped(Topic::What(Field::Name))),
        Aside::NoCode => Some(Note::Rejected(Rejected::Cvv(CvvRejection::NoneOnCard))),
        Aside::Already(_) => {
            Some(Note::Already { held, dropped: memory.dropped, code: matches!(step, StateName::Cvv) })
        }
        Aside::Wait | Aside::Complaint if matches!(step, StateName::Processing) => Some(Note::Delayed),
        Aside::Wait => (!standing.ended()).then_some(Note::Waiting),
        Aside::Complaint => Some(Note::Apologised),
        Aside::Distress => Some(Note::Sympathy),
        // At the review that is asked about.
        Aside::OthersCard => (step != StateName::Confirm).then_some(Note::OthersCard),
        Aside::Pressed => Some(Note::Pressed(standing.moved(cx))),
        Aside::Minor => Some(Note::Minor),
        Aside::NotMe => Some(Note::NotMe(standing.moved(cx))),
        Aside::ChargedTwice => Some(Note::Claimed(Claim::ChargedTwice, standing.moved(cx))),
        Aside::WrongAmount => Some(Note::Claimed(Claim::WrongAmount, standing.moved(cx))),
        Aside::Refund => Some(Note::Claimed(Claim::Refund, standing.moved(cx))),
        Aside::Return => Some(Note::Claimed(Claim::Return, standing.moved(cx))),
        Aside::Receipt => Some(Note::Claimed(Claim::Receipt, standing.moved(cx))),
        Aside::BankCode => Some(Note::BankCode),
        Aside::Privacy => Some(Note::Privacy),
        Aside::Identity => Some(Note::Identity),
        Aside::Greeting => (!cx.ask(Guard::FirstTurn, memory.counters.turns <= 1)).then_some(Note::Greeted),
        Aside::Thanks => Some(Note::Welcomed),
        Aside::Goodbye => Some(Note::Farewell),
        // The ask itself is the answer.
        Aside::Repeat | Aside::Begin | Aside::Hedge => None,
    }
}

/// Whether the last that happened was a decline, and no other card has been given since.
fn declined_last(step: StateName, memory: &Memory, cx: &mut Context<'_>) -> bool {
    matches!(step, StateName::Name | StateName::Card)
        && cx.ask(Guard::DeclinedLast, memory.dropped == Some(Dropped::Declined))
}

/// A refusal is explained once; after that the ways out are named.
fn refused(field: Option<Field>, step: StateName, memory: &mut Memory, cx: &mut Context<'_>) -> Option<Note> {
    let field = field.or(step.field())?;
    let again = cx.ask(Guard::RefusedBefore, memory.refused.contains(field));
    memory.refused = memory.refused.with(field);
    Some(Note::Refused { field, again })
}
