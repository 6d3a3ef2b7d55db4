//! `Confirm`: yes, no, or a change of what is shown. In doubt, no charge.

use super::answers::{Standing, answer, charges, keeps};
use super::bounds::{Tally, count, no_attempt_left};
use super::collecting::{ask, ask_of, cancelled, card_again, restarted};
use super::context::{Context, Guard};
use super::draft::Draft;
use super::intent::{order_current, purpose};
use super::taking::{Taken, take};
use super::{
    Aside, Ask, AttemptId, Bar, CancelReason, Card, Command, ConfirmState, Consent, Decline, Delivery, Dropped, Effect,
    Field, Fields, Fingerprint, Flight, Heard, IntentId, Memory, Note, Pending, Receipt, Review, ReviewId, State,
    StateName,
};

/// A new review of `card`, shown in the reply to turn `turn`.
pub(super) fn review(card: Card, turn: u32, memory: &Memory, cx: &mut Context<'_>) -> State {
    let fresh = cx.inputs.fresh;
    let review = Review {
        id: ReviewId::new(format!("rv_{fresh:032x}")),
        turn,
        attempt: AttemptId::new(format!("at_{fresh:032x}")),
        consent: Consent::to(memory.payment.as_ref(), &card.token),
    };
    ask(State::Confirm(ConfirmState { card, review, affirmed: false }), memory, cx)
}

/// One message in `Confirm`; `None` when the state stays as it is.
pub(super) fn heard(
    state: &mut ConfirmState,
    heard: &Heard,
    delivery: Delivery,
    memory: &mut Memory,
    cx: &mut Context<'_>,
) -> Option<State> {
    match heard.command {
        Some(Command::Cancel) => return Some(cancelled(CancelReason::Customer, cx)),
        Some(Command::Restart) => return Some(restarted(memory, cx)),
        Some(Command::Affirm) if consents(state, heard, delivery, memory, cx) => return affirmed(state, memory, cx),
        Some(Command::Affirm | Command::Deny | Command::Change(_) | Command::Back) | None => {}
    }
    let mut draft = Draft { name: Some(state.card.name.clone()), ..Draft::default() };
    let taken = correct(&mut draft, heard, state, memory, cx);
    if let Some(changed) = change(&mut draft, &taken, heard, memory, cx) {
        return Some(changed);
    }
    Some(still(state, heard, &taken, memory, cx))
}

/// A yes counts only as consent to the review that the customer could see, and only when nothing takes away from it.
fn consents(state: &ConfirmState, heard: &Heard, delivery: Delivery, memory: &Memory, cx: &mut Context<'_>) -> bool {
    let plain = heard.told.is_empty() && heard.noticed.is_none() && heard.asides.iter().all(|&aside| harmless(aside));
    let shown = state.review.turn;
    // A reply that was not given yet cannot be answered.
    let now = memory.counters.turns;
    let seen = !delivery.rerun && shown < now && delivery.answering.is_none_or(|turn| (shown..now).contains(&turn));
    let consents = cx.ask(Guard::ReviewOpen, memory.pending == Pending::Usual)
        && cx.ask(Guard::ReviewSeen, seen)
        && cx.ask(Guard::Plain, plain);
    // A review that this very turn brought says itself why it is shown.
    if !consents && !cx.ask(Guard::ReviewNew, shown >= memory.counters.turns) {
        cx.note(Note::YesUnclear);
    }
    consents
}

/// Politeness beside a yes leaves it a yes; everything else takes away from it.
const fn harmless(aside: Aside) -> bool {
    match aside {
        Aside::Thanks | Aside::Greeting => true,
        Aside::Help(_)
        | Aside::Repeat
        | Aside::Status
        | Aside::Language(_)
        | Aside::Handoff
        | Aside::OtherWay
        | Aside::Refuse(_)
        | Aside::NoCode
        | Aside::Already(_)
        | Aside::Wait
        | Aside::Complaint
        | Aside::OthersCard
        | Aside::Pressed
        | Aside::Minor
        | Aside::Distress
        | Aside::NotMe
        | Aside::ChargedTwice
        | Aside::WrongAmount
        | Aside::Refund
        | Aside::Return
        | Aside::Receipt
        | Aside::BankCode
        | Aside::Privacy
        | Aside::Identity
        | Aside::Begin
        | Aside::Goodbye
        | Aside::Hedge => false,
    }
}

fn affirmed(state: &mut ConfirmState, memory: &mut Memory, cx: &mut Context<'_>) -> Option<State> {
    let keeping = !cx.ask(Guard::Charging, charges(memory, cx));
    if keeping && !cx.ask(Guard::Keeping, keeps(memory, cx)) {
        let receipt = Receipt { token: state.card.token.clone(), shown: state.card.shown.clone(), intent: None };
        return Some(ask(State::Complete(receipt), memory, cx));
    }
    if !order_current(memory, cx) {
        return Some(cancelled(CancelReason::OrderOver, cx));
    }
    if let Some(reason) = no_attempt_left(memory, cx) {
        return Some(cancelled(reason, cx));
    }
    state.affirmed = true;
    cx.effects.push(Effect::OpenIntent {
        key: memory.intent_key.clone(),
        known: memory.intent.clone(),
        purpose: purpose(keeping, memory),
    });
    None
}

/// The intent stands: charge it, if that is what was agreed to in this very turn.
pub(super) fn intent_opened(
    state: &ConfirmState,
    intent: &IntentId,
    memory: &mut Memory,
    cx: &mut Context<'_>,
) -> State {
    memory.intent = Some(intent.clone());
    if cx.ask(Guard::Affirmed, state.affirmed) {
        return charge(state, intent.clone(), memory, cx);
    }
    review(state.card.clone(), memory.counters.turns, memory, cx)
}

/// From here on money is in the air, or an issuer is asked.
fn charge(state: &ConfirmState, intent: IntentId, memory: &mut Memory, cx: &mut Context<'_>) -> State {
    memory.counters.attempts = memory.counters.attempts.saturating_add(1);
    memory.counters.stale = 0;
    let card = state.card.clone();
    if let Some(number) = card.fingerprint.as_ref().filter(|number| !memory.cards.contains(number)) {
        memory.cards.push(number.clone());
    }
    let Review { attempt, consent, .. } = state.review.clone();
    let keeping = !cx.ask(Guard::Charging, charges(memory, cx));
    let flight = Flight { card, intent, attempt, consent: consent.clone(), since: cx.inputs.now, keeping, wish: None };
    let confirmation = flight.confirmation();
    cx.effects.push(Effect::Charge { confirmation, purpose: purpose(keeping, memory), consent });
    State::Processing(flight)
}

/// What was agreed to was not sent. Where it may be sent later, the review is shown anew; else it ends here.
pub(super) fn barred(state: &ConfirmState, bar: Bar, memory: &Memory, cx: &mut Context<'_>) -> State {
    if let Some(reason) = barred_for_good(bar) {
        return cancelled(reason, cx);
    }
    cx.note(Note::OrderBusy);
    review(state.card.clone(), memory.counters.turns, memory, cx)
}

/// How a session ends that may never charge; `None` when it may later.
pub(super) const fn barred_for_good(bar: Bar) -> Option<CancelReason> {
    match bar {
        Bar::OrderBusy => None,
        Bar::OrderPaid => Some(CancelReason::OrderPaid),
        Bar::OrderChanged | Bar::OrderOver => Some(CancelReason::OrderOver),
        Bar::Address => Some(CancelReason::Address),
        Bar::Attempts => Some(CancelReason::Attempts),
        Bar::Cards => Some(CancelReason::Cards),
    }
}

/// The card became a token: it is shown for review, when it may be tried at all.
pub(super) fn tokenised(card: Card, memory: &Memory, cx: &mut Context<'_>) -> State {
    let tried = card.fingerprint.as_ref().is_none_or(|number| memory.cards.contains(number));
    let more = memory.cards.len() < usize::from(cx.inputs.policy.cards);
    if !cx.ask(Guard::CardAllowed, tried || more) {
        return cancelled(CancelReason::Cards, cx);
    }
    review(card, memory.counters.turns, memory, cx)
}

/// Values in a message that is not a yes: good ones are corrections.
fn correct(draft: &mut Draft, heard: &Heard, state: &ConfirmState, memory: &mut Memory, cx: &mut Context<'_>) -> Taken {
    let taken = take(draft, &heard.told, memory, cx);
    let shown = &state.card.shown;
    if let Some(expiry) = draft.expiry
        && cx.ask(Guard::SameAsHeld(Field::Expiry), expiry.month() == shown.month && expiry.year() == shown.year)
    {
        draft.expiry = None;
    }
    if taken.rejected.contains(Field::Card) {
        cx.note(Note::KeptOld(Field::Card));
    }
    if taken.rejected.contains(Field::Expiry) {
        cx.note(Note::KeptOld(Field::Expiry));
    }
    taken
}

/// A change after the card became a token: the token is dropped, and the card has to be given again.
fn change(draft: &mut Draft, taken: &Taken, heard: &Heard, memory: &mut Memory, cx: &mut Context<'_>) -> Option<State> {
    let told = taken.changed.contains(Field::Name)
        || taken.accepted.contains(Field::Card)
        || draft.expiry.is_some()
        || taken.piece;
    let target = match heard.command {
        Some(Command::Change(Some(field))) if !heard.told.has(field) => Some(field),
        Some(Command::Back) if heard.told.is_empty() => Some(Field::Card),
        Some(
            Command::Change(_) | Command::Back | Command::Affirm | Command::Deny | Command::Restart | Command::Cancel,
        )
        | None => None,
    };
    if !cx.ask(Guard::NothingOpen, !told && target.is_none()) {
        if target == Some(Field::Name) {
            draft.forget(Field::Name);
        }
        if !taken.changed.is_empty() {
            cx.note(Note::Changed(taken.changed));
        }
        let accepted: Fields =
            taken.accepted.iter().filter(|&field| draft.holds(field) && field != Field::Name).collect();
        if !accepted.is_empty() {
            cx.note(Note::Accepted(accepted));
        }
        memory.card_revision = memory.card_revision.wrapping_add(1);
        if draft.number.is_none() {
            memory.dropped = Some(Dropped::Changed);
            cx.note(Note::CardAgain(Dropped::Changed));
        }
        let standing = Standing { step: StateName::Confirm, charging: charges(memory, cx), held: draft.held() };
        answer(heard, standing, memory, cx);
        if heard.told.cvv.is_some() {
            cx.note(Note::CvvNotKept);
        }
        let tally = Tally { progress: true, invalid: None, correction: true };
        if let Some(reason) = count(tally, memory, cx) {
            return Some(cancelled(reason, cx));
        }
        return Some(ask_of(std::mem::take(draft), memory, cx));
    }
    None
}

/// Nothing changed: what was said is answered, and the review shown again.
fn still(state: &ConfirmState, heard: &Heard, taken: &Taken, memory: &mut Memory, cx: &mut Context<'_>) -> State {
    let held = [Field::Name, Field::Card, Field::Expiry].into_iter().collect();
    let standing = Standing { step: StateName::Confirm, charging: charges(memory, cx), held };
    let answered = answer(heard, standing, memory, cx);
    let silent = heard.told.is_empty() && !answered && heard.command.is_none();
    if silent {
        // A doubt was understood: it is no yes, and that is said.
        cx.note(if heard.asides.contains(&Aside::Hedge) { Note::YesUnclear } else { Note::NotUnderstood });
    }
    if heard.told.cvv.is_some() {
        cx.note(Note::CvvNotKept);
    }
    let tally = Tally { progress: false, invalid: taken.rejected.iter().next(), correction: false };
    if let Some(reason) = count(tally, memory, cx) {
        return cancelled(reason, cx);
    }
    let state = State::Confirm(state.clone());
    match heard.command {
        Some(Command::Deny | Command::Change(None)) if heard.told.is_empty() => {
            cx.say(Ask::WhatToChange);
            state
        }
        Some(
            Command::Deny | Command::Change(_) | Command::Affirm | Command::Back | Command::Restart | Command::Cancel,
        )
        | None => ask(state, memory, cx),
    }
}

/// No intent could be had: nothing was charged; the review is shown anew.
pub(super) fn intent_failed(state: &ConfirmState, memory: &Memory, cx: &mut Context<'_>) -> State {
    cx.note(Note::GatewayDown);
    review(state.card.clone(), memory.counters.turns, memory, cx)
}

/// The service changed since the review was shown: it is shown anew in the turn that begins now.
pub(super) fn rules_changed(state: &ConfirmState, memory: &Memory, cx: &mut Context<'_>) -> State {
    cx.note(Note::RulesChanged);
    review(state.card.clone(), memory.counters.turns.saturating_add(1), memory, cx)
}

/// The card did not survive: with the name kept, it is asked for again.
pub(super) fn declined(
    name: crate::card::Name,
    (decline, card): (Decline, Option<&Fingerprint>),
    memory: &mut Memory,
    cx: &mut Context<'_>,
) -> State {
    match super::bounds::declined(decline, card, memory, cx) {
        Some(reason) => cancelled(reason, cx),
        None => card_again(name, Dropped::Declined, memory, cx),
    }
}
