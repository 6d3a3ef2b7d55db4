//! *Collecting*: values in any order, corrections, and the first thing that is missing.

use super::answers::{Standing, answer, charges, keeps};
use super::bounds::{Tally, count};
use super::context::{Context, Guard};
use super::draft::{Draft, own_ask};
use super::taking::{Taken, nothing_for, take, take_cvv};
use super::{
    CancelReason, Command, Dropped, Effect, Field, FullCard, Heard, Memory, NameState, Note, State, StateName,
};
use crate::card::Name;

/// One message in a collecting state that waits for `field`.
pub(super) fn heard(field: Field, mut draft: Draft, heard: &Heard, memory: &mut Memory, cx: &mut Context<'_>) -> State {
    if cx.ask(Guard::Untold, memory.untold.is_some())
        && let Some(decline) = memory.untold.take()
    {
        cx.note(Note::Declined(decline));
    }
    match heard.command {
        Some(Command::Cancel) => return cancelled(CancelReason::Customer, cx),
        Some(Command::Restart) => return restarted(memory, cx),
        Some(Command::Affirm | Command::Deny | Command::Change(_) | Command::Back) | None => {}
    }
    let mut taken = take(&mut draft, &heard.told, memory, cx);
    let moved = relocate(field, &mut draft, heard, memory, cx);
    take_cvv(&draft, &heard.told, moved == Moved::Away, &mut taken, cx);
    say_what_was_taken(&taken, cx);
    let standing = Standing { step: step_of(field), charging: charges(memory, cx), held: draft.held() };
    let answered = answer(heard, standing, memory, cx);
    let invalid = invalid(field, &draft, heard, &taken, answered || moved != Moved::Not, memory, cx);
    let correction = moved == Moved::Away || !taken.changed.is_empty();
    let tally = Tally { progress: taken.progress() || moved == Moved::Away, invalid, correction };
    if let Some(reason) = count(tally, memory, cx) {
        return cancelled(reason, cx);
    }
    if let Some(cvv) = taken.cvv
        && let (Some(name), Some(number), Some(expiry)) = (&draft.name, &draft.number, draft.expiry)
    {
        let card = FullCard { name: name.clone(), number: number.value.clone(), expiry, cvv };
        cx.say_notes();
        cx.effects.push(Effect::Tokenise { revision: memory.card_revision, card: Box::new(card) });
        return draft.into_state(cx);
    }
    ask_of(draft, memory, cx)
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

/// Ends without a payment.
pub(super) fn cancelled(reason: CancelReason, cx: &mut Context<'_>) -> State {
    let state = State::Cancelled(reason);
    cx.say(super::Ask::Ended(reason));
    state
}

/// Everything that was given is wiped; the counters that guard against abuse stay.
pub(super) fn restarted(memory: &mut Memory, cx: &mut Context<'_>) -> State {
    memory.counters.invalid = [0; 4];
    memory.counters.stale = 0;
    memory.refused = super::Fields::NONE;
    memory.dropped = Some(Dropped::Restarted);
    memory.card_revision = memory.card_revision.wrapping_add(1);
    if memory.counters.turns >= cx.inputs.policy.turns {
        cx.ask(Guard::WithinBounds, false);
        return cancelled(CancelReason::Turns, cx);
    }
    cx.ask(Guard::WithinBounds, true);
    cx.note(Note::CardAgain(Dropped::Restarted));
    ask(State::Name(NameState::default()), memory, cx)
}

/// Back to the card, with the name kept, and the reason said.
pub(super) fn card_again(name: Name, why: Dropped, memory: &mut Memory, cx: &mut Context<'_>) -> State {
    memory.dropped = Some(why);
    memory.card_revision = memory.card_revision.wrapping_add(1);
    cx.note(Note::CardAgain(why));
    let draft = Draft { name: Some(name), ..Draft::default() };
    ask_of(draft, memory, cx)
}

/// Card data reached its age, or does not open: the number is gone, and what depends on it.
pub(super) fn dropped(mut draft: Draft, gone: bool, why: Dropped, memory: &mut Memory, cx: &mut Context<'_>) -> State {
    if cx.ask(Guard::HoldsNumber, gone || draft.number.is_some() || draft.pieces.is_some()) {
        draft.forget(Field::Card);
        memory.dropped = Some(why);
        memory.card_revision = memory.card_revision.wrapping_add(1);
        cx.note(Note::CardAgain(why));
        return ask_of(draft, memory, cx);
    }
    draft.into_state(cx)
}

/// Whether a command led somewhere else.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Moved {
    /// There was no such command.
    Not,
    /// A field that was held is asked for again.
    Away,
    /// The command was answered, and the same field is asked for.
    Answered,
}

/// `change` and `back`: the field is forgotten, so that it is asked for again.
fn relocate(field: Field, draft: &mut Draft, heard: &Heard, memory: &mut Memory, cx: &mut Context<'_>) -> Moved {
    let target = match heard.command {
        Some(Command::Change(Some(target))) => target,
        Some(Command::Change(None)) if heard.told.is_empty() => {
            cx.note(Note::ChangeWhat);
            return Moved::Answered;
        }
        Some(Command::Back) => match before(field) {
            Some(target) => target,
            None => return Moved::Answered,
        },
        Some(Command::Affirm | Command::Deny) if heard.told.is_empty() => {
            // "Ok, thanks", "no, I will not": what is answered needs no remark on the yes or no before it.
            if heard.asides.is_empty() {
                cx.note(Note::ValueWanted(field));
            }
            return Moved::Answered;
        }
        Some(Command::Change(None) | Command::Affirm | Command::Deny | Command::Restart | Command::Cancel) | None => {
            return Moved::Not;
        }
    };
    if heard.told.has(target) {
        return Moved::Not;
    }
    if !cx.ask(Guard::Holds(target), draft.holds(target)) {
        return Moved::Answered;
    }
    draft.forget(target);
    memory.card_revision = memory.card_revision.wrapping_add(1);
    Moved::Away
}

/// The field before `field` in the flow.
const fn before(field: Field) -> Option<Field> {
    match field {
        Field::Name => None,
        Field::Card => Some(Field::Name),
        Field::Expiry => Some(Field::Card),
        Field::Cvv => Some(Field::Expiry),
    }
}

const fn step_of(field: Field) -> StateName {
    match field {
        Field::Name => StateName::Name,
        Field::Card => StateName::Card,
        Field::Expiry => StateName::Expiry,
        Field::Cvv => StateName::Cvv,
    }
}

/// What is good comes before what is not.
fn say_what_was_taken(taken: &Taken, cx: &mut Context<'_>) {
    if !taken.changed.is_empty() {
        cx.note_first(Note::Changed(taken.changed));
    }
    if !taken.accepted.is_empty() {
        cx.note_first(Note::Accepted(taken.accepted));
    }
}

/// The field that was answered wrongly, with a note where nothing else says so.
fn invalid(
    field: Field,
    draft: &Draft,
    heard: &Heard,
    taken: &Taken,
    answered: bool,
    memory: &Memory,
    cx: &mut Context<'_>,
) -> Option<Field> {
    if let Some(rejected) = taken.rejected.iter().next() {
        return Some(rejected);
    }
    let silent = heard.told.is_empty() && !answered;
    if !silent || cx.ask(Guard::FirstTurn, memory.counters.turns <= 1) {
        return None;
    }
    cx.note(Note::Rejected(nothing_for(field, draft, heard.blank)));
    Some(field)
}
