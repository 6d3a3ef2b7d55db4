//! What holds of questions about what cannot be undone, and of what is done without one.

use super::{answered_yes, does, heard, ours, wish};
use crate::dialogue::{
    After, Answer, Aside, CancelReason, Certainty, Command, Effect, Event, Field, Guard, Heard, Note, Pending, Said,
    Session, State, StateName, Told, Verdict,
};
use crate::statechart::drive::Run;

fn notes<'a>(run: &'a Run<'_>) -> impl Iterator<Item = Note> + 'a {
    run.after
        .effects
        .iter()
        .filter_map(|effect| if let Effect::Say(act) = effect { Some(act) } else { None })
        .flat_map(|act| act.notes.iter().copied())
}

fn certain(heard: &Heard) -> Option<Command> {
    heard.command.filter(|_| heard.certainty == Certainty::Certain)
}

/// Whether the message was the answer to the question that was open, in its own turn.
fn to_its_question(run: &Run<'_>) -> bool {
    run.before.memory.pending.is_of_an_act() && answered_yes(run, &[Guard::ToThatQuestion])
}

/// Whether a yes was taken for consent.
fn pays(run: &Run<'_>) -> bool {
    does(run, "OpenIntent") || does(run, "Charge") || ended_in_a_token(run)
}

fn ended_in_a_token(run: &Run<'_>) -> bool {
    run.before.state_name() == StateName::Confirm && run.after.session.state_name() == StateName::Complete
}

fn cancels(run: &Run<'_>) -> bool {
    let ended = |session: &Session| session.state == State::Cancelled(CancelReason::Customer);
    ended(&run.after.session) && !ended(run.before) || wish(&run.after.session) != wish(run.before)
}

/// Whether something that was held is held no more. What an end leaves behind was not dropped by itself.
fn drops(run: &Run<'_>) -> bool {
    let (before, after) = (&run.before.state, &run.after.session.state);
    if matches!(after, State::Complete(_) | State::Cancelled(_)) || after.state_name().is_in_flight() {
        return false;
    }
    let token = matches!(before, State::Confirm(_)) && !matches!(after, State::Confirm(_));
    token || lost(before, after).next().is_some()
}

/// The fields that were held and are not.
fn lost(before: &State, after: &State) -> impl Iterator<Item = Field> {
    let number = |state: &State| state.number().is_some() || state.face().is_some();
    [
        (Field::Name, before.name().is_some() && after.name().is_none()),
        (Field::Card, number(before) && !number(after)),
        (Field::Expiry, before.expiry().is_some() && after.expiry().is_none()),
    ]
    .into_iter()
    .filter_map(|(field, is)| is.then_some(field))
}

/// Whether another value is held in the place of one.
fn replaces(run: &Run<'_>) -> bool {
    fn another<T: PartialEq>(before: Option<&T>, after: Option<&T>) -> bool {
        before.is_some() && after.is_some() && before != after
    }
    let (before, after) = (&run.before.state, &run.after.session.state);
    another(before.name(), after.name())
        || another(before.number(), after.number())
        || another(before.expiry().as_ref(), after.expiry().as_ref())
}

/// Whether a value was told that is certain: the code replaces nothing.
const fn tells_for_certain(told: &Told) -> bool {
    matches!(told.name, Some(Said::Certain(_)))
        || matches!(told.number, Some(Said::Certain(_)))
        || matches!(told.expiry, Some(Said::Certain(_)))
}

pub(super) fn sure(run: &Run<'_>) -> Option<bool> {
    let heard = heard(run)?;
    let told = tells_for_certain(&heard.told) && !pays(run) && !cancels(run);
    let done = pays(run) || cancels(run) || drops(run) || replaces(run);
    done.then(|| certain(heard).is_some() || to_its_question(run) || told)
}

pub(super) fn offered(run: &Run<'_>) -> Option<bool> {
    let Session { memory, state } = &run.after.session;
    let (offered, asked) = (state.offer().is_some(), memory.pending.is_of_a_value());
    (run.before.state.offer().is_some() || offered || asked).then_some(offered == asked)
}

pub(super) fn offered_again(run: &Run<'_>) -> Option<bool> {
    let (before, after) = (run.before.state.offer()?, run.after.session.state.offer());
    heard(run)?;
    Some(after != Some(before) || run.after.session.memory.again)
}

pub(super) fn doubtful(run: &Run<'_>) -> Option<bool> {
    let Some(Said::Doubtful(_)) = heard(run)?.told.name else { return None };
    let after = run.after.session.state.name();
    Some(after.is_none() || after == run.before.state.name())
}

pub(super) fn likely_yes(run: &Run<'_>) -> Option<bool> {
    let likely = heard(run)?.certainty != Certainty::Certain;
    likely.then(|| !pays(run))
}

pub(super) fn own_turn(run: &Run<'_>) -> Option<bool> {
    let stray = run.after.guards.contains(&(Guard::ToThatQuestion, false));
    let named = answered_yes(run, &[Guard::ReviewNamed]);
    stray.then(|| !cancels(run) && !drops(run) && !replaces(run) && (!pays(run) || named))
}

pub(super) fn ends(run: &Run<'_>) -> Option<bool> {
    let (before, after) = (&run.before.memory, &run.after.session.memory);
    heard(run)?;
    let same = before.pending == after.pending && after.pending != Pending::Usual;
    // What blocks the review is asked until it is answered, or until the session ends.
    let insists = matches!(after.pending, Pending::Permission | Pending::Resume) && !after.blocks.is_empty();
    let twice = after.pending != Pending::WhatToChange && after.again && (insists || !before.again);
    (before.pending != Pending::Usual).then_some(!same || twice)
}

/// At the bound of questions on the way none is put, and what was held is resolved.
pub(super) fn ends_in_flight(run: &Run<'_>) -> Option<bool> {
    heard(run)?;
    let (before, after) = (&run.before.memory, &run.after.session.memory);
    let flies = run.before.state_name().is_in_flight() && run.after.session.state_name().is_in_flight();
    let held = before.pending.is_of_an_act() && !to_its_question(run);
    (flies && before.counters.stale >= run.policy.stale_turns).then(|| {
        let looks = does(run, "LookUp") || does(run, "CancelPayment");
        let resolved = run.after.session.state.flight().is_some_and(|flight| flight.wish.is_some());
        !after.pending.is_of_an_act() && looks && !does(run, "Charge") && (!held || resolved)
    })
}

/// What closes the review, wherever it was said, closes it until the yes to its own question.
pub(super) fn blocked(run: &Run<'_>) -> Option<bool> {
    let heard = heard(run)?;
    let (before, after) = (&run.before.memory.blocks, &run.after.session.memory.blocks);
    let answered = to_its_question(run)
        && matches!(run.before.memory.pending, Pending::Permission | Pending::Resume)
        && certain(heard) != Some(Command::Deny)
        && heard.answer != Some(Answer::Mixed);
    let closed = match &run.after.session.state {
        State::Confirm(state) => state.review.closed && run.after.session.memory.pending.is_of_an_act(),
        State::Name(_)
        | State::Card(_)
        | State::Expiry(_)
        | State::Cvv(_)
        | State::Processing(_)
        | State::Authenticating(..)
        | State::Complete(_)
        | State::Cancelled(_) => true,
    };
    let asks_what = run.after.session.memory.pending == Pending::WhatToChange;
    (!before.is_empty())
        .then(|| (answered || after.is_superset(before)) && (after.is_empty() || closed || asks_what) && !pays(run))
}

/// What is said of it before the review is kept for the review.
pub(super) fn carried(run: &Run<'_>) -> Option<bool> {
    let heard = heard(run)?;
    let said = heard.asides.iter().filter(|aside| matches!(aside, Aside::Pressed | Aside::Minor | Aside::OthersCard));
    let ended = matches!(run.before.state, State::Complete(_) | State::Cancelled(_));
    let said = said.count();
    let stays = !ended && !matches!(run.after.session.state, State::Cancelled(_));
    (said > 0 && stays).then_some(run.after.session.memory.blocks.len() >= said)
}

pub(super) fn closed(run: &Run<'_>) -> Option<bool> {
    let State::Confirm(state) = &run.before.state else { return None };
    state.review.closed.then(|| {
        let fresh = match &run.after.session.state {
            State::Confirm(after) => after.review.closed || after.review.id != state.review.id,
            State::Name(_)
            | State::Card(_)
            | State::Expiry(_)
            | State::Cvv(_)
            | State::Processing(_)
            | State::Authenticating(..)
            | State::Complete(_)
            | State::Cancelled(_) => true,
        };
        fresh && (heard(run).is_none() || !pays(run))
    })
}

pub(super) fn refused(run: &Run<'_>) -> Option<bool> {
    let heard = heard(run)?;
    let refuses = matches!(heard.command, Some(Command::Cancel | Command::Deny)) && heard.told.is_empty();
    let (State::Confirm(before), State::Confirm(after)) = (&run.before.state, &run.after.session.state) else {
        return None;
    };
    let answers = run.after.guards.contains(&(Guard::QuestionOpen, true));
    (refuses && !answers).then(|| after.review.closed || after.review.id != before.review.id)
}

pub(super) fn acknowledged(run: &Run<'_>) -> Option<bool> {
    let noted = heard(run)?.answer == Some(Answer::Noted) && run.before.memory.after != After::Review;
    noted.then(|| !pays(run))
}

pub(super) fn holds(run: &Run<'_>) -> Option<bool> {
    let open = run.after.session.memory.pending.is_of_an_act();
    let flies = run.before.state_name().is_in_flight() && run.after.session.state_name().is_in_flight();
    (open && flies).then(|| {
        let lapsed = answered_yes(run, &[Guard::Lapsed]);
        let wished = answered_yes(run, &[Guard::Wished]);
        !does(run, "Charge") && (!does(run, "CancelPayment") || lapsed || wished || *run.event == Event::Deleted)
    })
}

pub(super) fn not_again(run: &Run<'_>) -> Option<bool> {
    let wish = run.before.state.flight()?.wish?;
    (!wish.cancels()).then(|| {
        let cancelled = does(run, "CancelPayment") || ours(run) != Some(&Verdict::NotReached) || open(run);
        !does(run, "Charge") && cancelled
    })
}

fn open(run: &Run<'_>) -> bool {
    run.before.memory.pending.is_of_an_act()
}

pub(super) fn invalid_answers(run: &Run<'_>) -> Option<bool> {
    let heard = heard(run)?;
    let (before, after) = (&run.before.memory.counters, &run.after.session.memory.counters);
    let counted = Field::ALL.into_iter().filter(|&field| after.invalid(field) > before.invalid(field)).count();
    (counted > 0).then(|| !heard.told.is_empty() && !heard.asks)
}

pub(super) fn automated(run: &Run<'_>) -> Option<bool> {
    let opens = *run.event == Event::Opened && run.before.state_name() == StateName::Name;
    opens.then(|| notes(run).next() == Some(Note::Automated))
}

pub(super) fn dropped_is_said(run: &Run<'_>) -> Option<bool> {
    heard(run)?;
    (drops(run)).then(|| {
        notes(run).any(|note| {
            // Another card is named where it takes the place of the one that was reviewed.
            let named = matches!(note, Note::Accepted(fields) if fields.contains(Field::Card));
            named || matches!(note, Note::BackTo(_) | Note::CardAgain(_) | Note::DateToo | Note::Changed(_))
        })
    })
}
