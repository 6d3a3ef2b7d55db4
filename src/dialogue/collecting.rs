//! *Collecting*: values in any order, corrections, and the first thing that is missing.

use super::answers::{Standing, answer, charges, keeps};
use super::bounds::{Tally, count};
use super::context::{Context, Guard};
use super::draft::{Draft, own_ask};
use super::sure::{Forget, Meant, Met, Restart, Stop, Sure, is_plain, meet};
use super::taking::{Taken, take, take_cvv, take_offer};
use super::{
    Aside, Ask, CancelReason, Certainty, Command, Delivery, Dropped, Effect, Field, FullCard, Heard, Memory, NameState,
    Note, Over, Pending, Question, State, StateName, Topic,
};
use crate::card::Name;

/// One message in a collecting state that waits for `field`.
pub(super) fn heard(
    field: Field,
    draft: Draft,
    (heard, delivery): (&Heard, Delivery),
    memory: &mut Memory,
    cx: &mut Context<'_>,
) -> State {
    if cx.ask(Guard::Untold, memory.untold.is_some())
        && let Some(decline) = memory.untold.take()
    {
        cx.note(Note::Declined(decline));
    }
    match meet(heard, delivery, memory, cx) {
        Met::Agreed(meant) => agreed(meant, field, draft, memory, cx),
        Met::Declined(question) => {
            kept(question, cx);
            asks_again(None, draft, memory, cx)
        }
        Met::Neither => asks_again(None, draft, memory, cx),
        Met::Stray(question) => {
            asks_again(Question::again(question, step_of(field), charges(memory, cx)), draft, memory, cx)
        }
        // "Ok", a thumb up: perhaps a yes, so the words to type are named.
        Met::Apart if may_agree(heard) && cx.ask(Guard::ValueAsked, cx.open.0.is_of_a_value()) => {
            cx.ask(Guard::Asked(cx.open.0), true);
            let question = draft.asks_about();
            asks_again(question, draft, memory, cx)
        }
        Met::Apart => said(field, draft, heard, memory, cx),
    }
}

/// Whether a message may be a yes, and is nothing else.
fn may_agree(heard: &Heard) -> bool {
    heard.command == Some(Command::Affirm) && is_plain(heard)
}

/// The yes to a question.
fn agreed(meant: Meant, field: Field, mut draft: Draft, memory: &mut Memory, cx: &mut Context<'_>) -> State {
    let (target, sure) = match meant {
        Meant::Stop(sure) => return stopped(sure, cx),
        Meant::Restart(sure) => return restarted(sure, memory, cx),
        Meant::Take(sure) => return taken_after_all(sure, draft, memory, cx),
        Meant::Back(sure) => (field.before(), Some(sure)),
        Meant::Change(target, sure) => (target, Some(sure)),
        Meant::Pay(_) | Meant::No | Meant::GoOn => (None, None),
    };
    let moved = target.zip(sure).is_some_and(|(target, sure)| move_to(target, &mut draft, sure, memory, cx));
    if let Some(reason) = count(Tally { progress: moved, invalid: None, correction: moved }, memory, cx) {
        return cancelled(reason, cx);
    }
    ask_of(draft, memory, cx)
}

/// The yes to a value that was asked about.
fn taken_after_all(sure: Sure<Forget>, mut draft: Draft, memory: &mut Memory, cx: &mut Context<'_>) -> State {
    let Some(value) = draft.offer.take() else { return asks_again(None, draft, memory, cx) };
    let taken = take_offer(&mut draft, value, sure, memory, cx);
    say_what_was_taken(&taken, cx);
    let tally = Tally { progress: true, invalid: None, correction: !taken.changed.is_empty() };
    if let Some(reason) = count(tally, memory, cx) {
        return cancelled(reason, cx);
    }
    ask_of(draft, memory, cx)
}

/// The no to a question: what was held stays, and what was not is asked for.
pub(super) fn kept(question: Pending, cx: &mut Context<'_>) {
    match question.takes() {
        Some(field) => cx.note(Note::KeptOld(field)),
        None if question == Pending::IsName => {}
        None => cx.note(Note::Kept(question)),
    }
}

/// A turn that brought nothing: a question is put once more, or the state's own.
fn asks_again(question: Option<Question>, draft: Draft, memory: &mut Memory, cx: &mut Context<'_>) -> State {
    if let Some(reason) = count(Tally::default(), memory, cx) {
        return cancelled(reason, cx);
    }
    asks(question, draft, memory, cx)
}

/// The state that waits for what `draft` misses; it is asked whether something is meant, or its own question.
fn asks(question: Option<Question>, draft: Draft, memory: &Memory, cx: &mut Context<'_>) -> State {
    let state = draft.into_state(cx);
    let Some(question) = question else { return ask(state, memory, cx) };
    if cx.ask_whether(question) {
        return state;
    }
    if let Some(field) = question.pending().takes() {
        cx.note(Note::KeptOld(field));
    }
    ask(state, memory, cx)
}

/// A message that is read by itself.
fn said(field: Field, mut draft: Draft, heard: &Heard, memory: &mut Memory, cx: &mut Context<'_>) -> State {
    match Meant::ordered(heard) {
        Some(Meant::Stop(sure)) => return stopped(sure, cx),
        Some(Meant::Restart(sure)) => return restarted(sure, memory, cx),
        Some(Meant::Pay(_) | Meant::No | Meant::Change(..) | Meant::Back(_) | Meant::Take(_) | Meant::GoOn) | None => {}
    }
    let mut taken = take(&mut draft, &heard.told, memory, cx);
    let moved = relocate(field, &mut draft, heard, memory, cx);
    let command = likely(field, &draft, heard, cx);
    draft.offer.clone_from(&taken.offer);
    if let (Some(_), Some(field)) = (command, draft.asks_about().and_then(|asks| asks.pending().takes())) {
        cx.note(Note::KeptOld(field));
    }
    let question = command.or_else(|| draft.asks_about());
    take_cvv(&draft, &heard.told, moved == Went::Away || question.is_some(), &mut taken, cx);
    say_what_was_taken(&taken, cx);
    let standing = Standing { step: step_of(field), charging: charges(memory, cx), held: draft.held() };
    let answered = answer(heard, standing, memory, cx) || moved != Went::Not || question.is_some();
    let invalid = taken.rejected.iter().next().filter(|_| !heard.asks);
    let unclear = heard.told.is_empty() && !answered && !cx.ask(Guard::FirstTurn, memory.counters.turns <= 1);
    if unclear {
        cx.note(Note::NotUnderstood);
    }
    let correction = moved == Went::Away || !taken.changed.is_empty();
    let tally = Tally { progress: taken.progress() || moved == Went::Away, invalid, correction };
    if let Some(reason) = count(tally, memory, cx) {
        return cancelled(reason, cx);
    }
    if unclear {
        // No value was tried: that is no invalid answer, and is answered with help and a person.
        cx.note(Note::Helped(Topic::What(field)));
        cx.note(Note::Handoff);
    }
    if let Some(cvv) = taken.cvv
        && let (Some(name), Some(number), Some(expiry)) = (&draft.name, &draft.number, draft.expiry)
    {
        let card = FullCard { name: name.clone(), number: number.value.clone(), expiry, cvv };
        cx.say_notes();
        cx.effects.push(Effect::Tokenise { revision: memory.card_revision, card: Box::new(card) });
        return draft.into_state(cx);
    }
    if question.is_none() && field == Field::Name && draft.name.is_none() && heard.asides.contains(&Aside::NoName) {
        let state = draft.into_state(cx);
        cx.say(Ask::OwnName);
        return state;
    }
    asks(question, draft, memory, cx)
}

/// A command that is likely is asked about.
fn likely(field: Field, draft: &Draft, heard: &Heard, cx: &mut Context<'_>) -> Option<Question> {
    let command = match heard.certainty {
        Certainty::Certain => return None,
        Certainty::Torn => return Some(Question::Which { reviewing: false }),
        Certainty::Likely => heard.command?,
    };
    let held = |field: &Field, cx: &mut Context<'_>| cx.ask(Guard::Holds(*field), draft.holds(*field));
    match command {
        Command::Cancel | Command::Restart | Command::Back | Command::Change(Some(_)) if !heard.told.is_empty() => {
            Some(Question::Which { reviewing: false })
        }
        Command::Cancel => Some(Question::Cancel),
        Command::Restart => Some(Question::Restart),
        Command::Back => field.before().filter(|field| held(field, cx)).map(Question::Back),
        Command::Change(field) => field.filter(|field| held(field, cx)).map(Question::Change),
        Command::Affirm | Command::Deny => None,
    }
}

/// The state, with its own question asked.
pub(super) fn ask(state: State, memory: &Memory, cx: &mut Context<'_>) -> State {
    if matches!(state, State::Confirm(_)) && cx.ask(Guard::Keeping, keeps(memory, cx)) {
        cx.note(Note::Mandate);
    }
    let ask = own_ask(&state, memory, charges(memory, cx));
    cx.say(ask);
    state
}

/// The state that waits for what `draft` misses, with its question asked.
pub(super) fn ask_of(draft: Draft, memory: &Memory, cx: &mut Context<'_>) -> State {
    let state = draft.into_state(cx);
    ask(state, memory, cx)
}

/// Ends without a payment, and by itself.
pub(super) fn cancelled(over: Over, cx: &mut Context<'_>) -> State {
    ended(CancelReason::Over(over), cx)
}

/// Ends because the customer, or the owner of the session, wished that.
pub(super) fn stopped(_: Sure<Stop>, cx: &mut Context<'_>) -> State {
    ended(CancelReason::Customer, cx)
}

fn ended(reason: CancelReason, cx: &mut Context<'_>) -> State {
    cx.say(Ask::Ended(reason));
    State::Cancelled(reason)
}

/// Everything that was given is wiped; the counters that guard against abuse stay.
pub(super) fn restarted(_: Sure<Restart>, memory: &mut Memory, cx: &mut Context<'_>) -> State {
    memory.counters.invalid = [0; 4];
    memory.counters.stale = 0;
    memory.refused = super::Fields::NONE;
    memory.dropped = Some(Dropped::Restarted);
    memory.card_revision = memory.card_revision.wrapping_add(1);
    if memory.counters.turns >= cx.inputs.policy.turns {
        cx.ask(Guard::WithinBounds, false);
        return cancelled(Over::Turns, cx);
    }
    cx.ask(Guard::WithinBounds, true);
    cx.note(Note::CardAgain(Dropped::Restarted));
    ask(State::Name(NameState::default()), memory, cx)
}

/// Back to the card, with the name kept where it is known, and the reason said.
pub(super) fn card_again(name: Option<Name>, why: Dropped, memory: &mut Memory, cx: &mut Context<'_>) -> State {
    memory.dropped = Some(why);
    memory.card_revision = memory.card_revision.wrapping_add(1);
    cx.note(Note::CardAgain(why));
    let draft = Draft { name, ..Draft::default() };
    ask_of(draft, memory, cx)
}

/// Card data reached its age, or does not open: the number is gone, and what depends on it.
pub(super) fn dropped(mut draft: Draft, gone: bool, why: Dropped, memory: &mut Memory, cx: &mut Context<'_>) -> State {
    if cx.ask(Guard::HoldsNumber, gone || draft.number.is_some() || draft.pieces.is_some()) {
        draft.expire();
        memory.dropped = Some(why);
        memory.card_revision = memory.card_revision.wrapping_add(1);
        cx.note(Note::CardAgain(why));
        return ask_of(draft, memory, cx);
    }
    draft.into_state(cx)
}

/// Whether a command led somewhere else.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Went {
    /// There was no such command.
    Not,
    /// A field that was held is asked for again.
    Away,
    /// The command was answered, and the same field is asked for.
    Nowhere,
}

/// `change` and `back`: the field is forgotten, so that it is asked for again.
fn relocate(field: Field, draft: &mut Draft, heard: &Heard, memory: &mut Memory, cx: &mut Context<'_>) -> Went {
    let (target, sure) = match (heard.command, Meant::ordered(heard)) {
        (Some(Command::Change(None)), _) if heard.told.is_empty() => {
            // Said once; asked for again, it was not understood.
            if cx.ask(Guard::Asked(Pending::WhatToChange), memory.pending == Pending::WhatToChange) {
                return Went::Not;
            }
            cx.note(Note::ChangeWhat);
            return Went::Nowhere;
        }
        (Some(Command::Affirm), _) if heard.told.is_empty() => {
            // "Ok, thanks": what is answered needs no remark on the yes before it.
            if heard.asides.is_empty() {
                cx.note(Note::ValueWanted(field));
            }
            return Went::Nowhere;
        }
        (_, Some(Meant::Change(Some(target), sure))) => (target, sure),
        (_, Some(Meant::Back(sure))) => match field.before() {
            Some(target) => (target, sure),
            None => return Went::Nowhere,
        },
        (Some(Command::Change(Some(_)) | Command::Back), None) if heard.told.is_empty() => return Went::Nowhere,
        (
            Some(
                Command::Change(_)
                | Command::Back
                | Command::Affirm
                | Command::Deny
                | Command::Restart
                | Command::Cancel,
            )
            | None,
            _,
        ) => return Went::Not,
    };
    if heard.told.has(target) {
        return Went::Not;
    }
    if move_to(target, draft, sure, memory, cx) { Went::Away } else { Went::Nowhere }
}

/// Forgets a field that is held, and says so; `false` when it is not.
fn move_to(target: Field, draft: &mut Draft, sure: Sure<Forget>, memory: &mut Memory, cx: &mut Context<'_>) -> bool {
    if !cx.ask(Guard::Holds(target), draft.holds(target)) {
        return false;
    }
    cx.note(Note::BackTo(target));
    if target == Field::Card && cx.ask(Guard::DateGone, draft.expiry.is_some()) {
        cx.note(Note::DateToo);
    }
    draft.forget(target, sure);
    memory.card_revision = memory.card_revision.wrapping_add(1);
    true
}

const fn step_of(field: Field) -> StateName {
    match field {
        Field::Name => StateName::Name,
        Field::Card => StateName::Card,
        Field::Expiry => StateName::Expiry,
        Field::Cvv => StateName::Cvv,
    }
}

/// What is good comes before what is not, and another card before its date.
pub(super) fn say_what_was_taken(taken: &Taken, cx: &mut Context<'_>) {
    if !taken.accepted.is_empty() {
        cx.note_first(Note::Accepted(taken.accepted));
    }
    if !taken.changed.is_empty() {
        cx.note_first(Note::Changed(taken.changed));
    }
}
