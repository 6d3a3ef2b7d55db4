//! `Confirm`: yes, no, or a change of what is shown. In doubt, no charge.

use std::convert::Infallible;

use super::answers::{Standing, answer, charges, keeps, not_answered};
use super::bounds::{Tally, count, no_attempt_left};
use super::collecting::{ask, ask_of, cancelled, card_again, kept, restarted, say_what_was_taken, stopped};
use super::context::{Context, Guard};
use super::draft::Draft;
use super::intent::{order_current, purpose};
use super::sure::{Forget, Meant, Met, Pay, Sure, is_plain, meet};
use super::taking::{Taken, take, take_offer};
use super::{
    Affirmed, After, Answer, Aside, Ask, AttemptId, Bar, Block, Card, Certainty, Command, ConfirmState, Consent,
    Decline, Delivery, Dropped, Effect, Field, Fingerprint, Flight, Flown, Heard, IntentId, Memory, Moved, Note, Over,
    Pending, Question, Receipt, Review, ReviewId, State, StateName, Value,
};

/// A new review of `card`, shown in the reply to turn `turn`; or closed, with what has to be answered before it.
pub(super) fn review(card: Card, turn: u32, memory: &Memory, cx: &mut Context<'_>) -> State {
    let fresh = cx.inputs.fresh;
    let blocked = blocked(memory, cx);
    let review = Review {
        id: ReviewId::new(format!("rv_{fresh:032x}")),
        turn,
        attempt: AttemptId::new(format!("at_{fresh:032x}")),
        consent: Consent::to(memory.payment.as_ref(), &card.token),
        closed: blocked.is_some(),
    };
    let state = State::Confirm(ConfirmState { card, review, affirmed: None, offer: None });
    if let Some(block) = blocked {
        match block {
            Block::Pressed => cx.note(Note::Pressed(Moved::Nothing)),
            Block::Minor => cx.note(Note::Minor),
            // The question says it.
            Block::OthersCard => {}
        }
        cx.insist_on(before_all(block));
        return state;
    }
    cx.reviewed = true;
    ask(state, memory, cx)
}

/// The most pressing of what closes the review.
fn blocked(memory: &Memory, cx: &mut Context<'_>) -> Option<Block> {
    let first = memory.blocks.first().copied();
    cx.ask(Guard::Blocked, first.is_some());
    cx.ask(Guard::BlockedBy(first?), true);
    first
}

/// The question whose yes lets the review be shown.
const fn before_all(block: Block) -> Question {
    match block {
        Block::Pressed | Block::Minor => Question::Resume,
        Block::OthersCard => Question::Permission,
    }
}

/// One message in `Confirm`; `None` when the state stays as it is.
pub(super) fn heard(
    state: &mut ConfirmState,
    heard: &Heard,
    delivery: Delivery,
    memory: &mut Memory,
    cx: &mut Context<'_>,
) -> Option<State> {
    match meet(heard, delivery, memory, cx) {
        Met::Agreed(meant) => agreed(meant, state, memory, cx),
        Met::Declined(Pending::Resume) => Some(asks_again(Some(Question::Cancel), state, memory, cx)),
        Met::Declined(question) => {
            kept(question, cx);
            Some(asks_again(None, state, memory, cx))
        }
        Met::Neither => Some(asks_again(None, state, memory, cx)),
        // The Pay button of the open review counts whatever was asked since.
        Met::Stray(question) if !cx.ask(Guard::ReviewNamed, delivery.answering == Some(state.review.turn)) => {
            let question = Question::again(question, StateName::Confirm, charges(memory, cx));
            Some(asks_again(question, state, memory, cx))
        }
        // "No, but he won't mind", "great": no plain answer, and nothing to go on with either.
        Met::Apart
            if cx.open.0 == Pending::Permission && matches!(heard.command, Some(Command::Deny | Command::Affirm)) =>
        {
            state.review.closed = true;
            Some(asks_again(None, state, memory, cx))
        }
        Met::Stray(_) | Met::Apart => said(state, heard, delivery, memory, cx),
    }
}

/// The yes to a question.
fn agreed(meant: Meant, state: &mut ConfirmState, memory: &mut Memory, cx: &mut Context<'_>) -> Option<State> {
    match meant {
        Meant::Stop(sure) => Some(stopped(sure, cx)),
        Meant::Restart(sure) => Some(restarted(sure, memory, cx)),
        Meant::Back(sure) => Some(given_up(state, Some(Field::Card), sure, memory, cx)),
        Meant::Change(field, sure) => Some(given_up(state, field, sure, memory, cx)),
        Meant::Take(sure) => Some(taken_after_all(state, sure, memory, cx)),
        Meant::Pay(sure)
            if cx.ask(Guard::ReviewStands, !state.review.closed)
                && cx.ask(Guard::ReviewSeen, state.review.turn <= memory.asked) =>
        {
            affirmed(state, sure, memory, cx)
        }
        Meant::GoOn => {
            memory.blocks.retain(|block| before_all(*block).pending() != cx.open.0);
            Some(asks_again(None, state, memory, cx))
        }
        Meant::Pay(_) | Meant::No => Some(asks_again(None, state, memory, cx)),
    }
}

/// A turn that brought nothing: a question is put once more, or the review is shown.
fn asks_again(question: Option<Question>, state: &ConfirmState, memory: &mut Memory, cx: &mut Context<'_>) -> State {
    if let Some(reason) = count(Tally::default(), memory, cx) {
        return cancelled(reason, cx);
    }
    match question {
        Some(question) if cx.ask_whether(question) => State::Confirm(state.clone()),
        Some(_) | None => show(state, false, memory, cx),
    }
}

/// The review, in one line, or whole where that is asked for, or where one line was not answered twice. A yes to one that
/// is closed does not count any more: a fresh one takes its place, and is shown whole. What blocks it is no lapse: it is
/// asked until it is answered, or the session ends.
fn show(state: &ConfirmState, whole: bool, memory: &Memory, cx: &mut Context<'_>) -> State {
    if let Some(block) = blocked(memory, cx) {
        let mut state = state.clone();
        state.review.closed = true;
        cx.insist_on(before_all(block));
        return State::Confirm(state);
    }
    if !cx.ask(Guard::ReviewStands, !state.review.closed) {
        return review(state.card.clone(), memory.counters.turns, memory, cx);
    }
    // One that this very turn brought was not seen yet.
    let whole = cx.ask(Guard::ReviewNew, state.review.turn >= memory.counters.turns) || whole;
    let charging = charges(memory, cx);
    if !whole && cx.ask_twice(|again| Ask::ReviewAgain { charging, again }) {
        return State::Confirm(state.clone());
    }
    ask(State::Confirm(state.clone()), memory, cx)
}

/// A message that is read by itself.
fn said(
    state: &mut ConfirmState,
    heard: &Heard,
    delivery: Delivery,
    memory: &mut Memory,
    cx: &mut Context<'_>,
) -> Option<State> {
    match Meant::ordered(heard) {
        Some(Meant::Stop(sure)) => return Some(stopped(sure, cx)),
        Some(Meant::Restart(sure)) => return Some(restarted(sure, memory, cx)),
        Some(Meant::Pay(sure)) if consents(state, heard, delivery, memory, cx) => {
            return affirmed(state, sure, memory, cx);
        }
        Some(Meant::Pay(_) | Meant::No | Meant::Change(..) | Meant::Back(_) | Meant::Take(_) | Meant::GoOn) | None => {}
    }
    let mut draft = Draft::reviewed(&state.card);
    let mut taken = if is_torn(heard) { Taken::default() } else { take(&mut draft, &heard.told, memory, cx) };
    if let Some((target, sure)) = wished(&mut taken, heard, cx) {
        return Some(change(draft, taken, (target, sure), heard, memory, cx));
    }
    Some(still(state, heard, &taken, memory, cx))
}

/// Whether it is open which of several things is meant: a likely command beside a value is one of two.
fn is_torn(heard: &Heard) -> bool {
    match heard.certainty {
        Certainty::Certain => false,
        Certainty::Likely => heard.command.is_some() && !heard.told.is_empty(),
        Certainty::Torn => true,
    }
}

/// A yes counts only as consent to the review that the customer could see, and only when nothing takes away from it.
fn consents(state: &ConfirmState, heard: &Heard, delivery: Delivery, memory: &Memory, cx: &mut Context<'_>) -> bool {
    let Review { turn: shown, closed, .. } = state.review;
    let own = match heard.answer {
        None | Some(Answer::Yes | Answer::Pay) => true,
        // "Ok" to an answer or a note is no consent to what stands below it.
        Some(Answer::Noted) => cx.ask(Guard::ReviewAlone, cx.after == After::Review),
        Some(Answer::No | Answer::Stop | Answer::Keep | Answer::Mixed) => false,
    };
    let open = matches!(memory.pending, Pending::Usual | Pending::ReviewAgain) || delivery.answering == Some(shown);
    // A reply that was not given yet cannot be answered.
    let named = delivery.answering.is_none_or(|turn| turn == shown || turn == memory.asked);
    let seen = !delivery.rerun && shown < memory.counters.turns && named;
    own && cx.ask(Guard::ReviewStands, !closed)
        && cx.ask(Guard::ReviewOpen, open)
        && cx.ask(Guard::ReviewSeen, seen)
        && cx.ask(Guard::Plain, is_plain(heard))
}

fn affirmed(state: &mut ConfirmState, sure: Sure<Pay>, memory: &Memory, cx: &mut Context<'_>) -> Option<State> {
    let keeping = !cx.ask(Guard::Charging, charges(memory, cx));
    if keeping && !cx.ask(Guard::Keeping, keeps(memory, cx)) {
        let receipt = Receipt { token: state.card.token.clone(), face: state.card.shown.face(), intent: None };
        return Some(ask(State::Complete(receipt), memory, cx));
    }
    if !order_current(memory, cx) {
        return Some(cancelled(Over::OrderOver, cx));
    }
    if let Some(reason) = no_attempt_left(memory, cx) {
        return Some(cancelled(reason, cx));
    }
    state.affirmed = Some(Affirmed::by(sure));
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
    cx.ask(Guard::Affirmed, state.affirmed.is_some());
    if let Some(affirmed) = &state.affirmed {
        return charge(state, intent.clone(), affirmed, memory, cx);
    }
    review(state.card.clone(), memory.counters.turns, memory, cx)
}

/// From here on money is in the air, or an issuer is asked.
fn charge(state: &ConfirmState, intent: IntentId, _: &Affirmed, memory: &mut Memory, cx: &mut Context<'_>) -> State {
    memory.counters.attempts = memory.counters.attempts.saturating_add(1);
    memory.counters.stale = 0;
    let card = Flown::from(state.card.clone());
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
pub(super) fn not_sent(state: &ConfirmState, bar: Bar, memory: &Memory, cx: &mut Context<'_>) -> State {
    match barred(bar) {
        Barred::ForGood(reason) => return cancelled(reason, cx),
        Barred::ForNow(note) => cx.note(note),
    }
    review(state.card.clone(), memory.counters.turns, memory, cx)
}

/// What a bar means for a session.
pub(super) enum Barred {
    /// It may never charge, and ends.
    ForGood(Over),
    /// It may charge later, and stays; this is said of it.
    ForNow(Note),
}

pub(super) const fn barred(bar: Bar) -> Barred {
    match bar {
        Bar::OrderBusy => Barred::ForNow(Note::OrderBusy),
        Bar::Paused => Barred::ForNow(Note::Paused),
        Bar::OrderPaid => Barred::ForGood(Over::OrderPaid),
        Bar::Finished => Barred::ForGood(Over::Finished),
        Bar::OrderChanged | Bar::OrderOver => Barred::ForGood(Over::OrderOver),
        Bar::Address => Barred::ForGood(Over::Address),
        Bar::Attempts => Barred::ForGood(Over::Attempts),
        Bar::Cards => Barred::ForGood(Over::Cards),
    }
}

/// The card became a token: it is shown for review, when it may be tried at all.
pub(super) fn tokenised(card: Card, memory: &Memory, cx: &mut Context<'_>) -> State {
    let tried = card.fingerprint.as_ref().is_none_or(|number| memory.cards.contains(number));
    let more = memory.cards.len() < usize::from(cx.inputs.policy.cards);
    if !cx.ask(Guard::CardAllowed, tried || more) {
        return cancelled(Over::Cards, cx);
    }
    review(card, memory.counters.turns, memory, cx)
}

/// What is to be changed, and the proof of that: a field that is given up, or values that are certain.
fn wished(taken: &mut Taken, heard: &Heard, cx: &mut Context<'_>) -> Option<(Option<Field>, Sure<Forget>)> {
    let wished = match Meant::ordered(heard) {
        Some(Meant::Change(Some(field), sure)) if !heard.told.has(field) => Some((Some(field), sure)),
        Some(Meant::Back(sure)) if heard.told.is_empty() => Some((Some(Field::Card), sure)),
        Some(
            Meant::Change(..)
            | Meant::Back(_)
            | Meant::Take(_)
            | Meant::Pay(_)
            | Meant::No
            | Meant::GoOn
            | Meant::Restart(_)
            | Meant::Stop(_),
        )
        | None => taken.sure.take().map(|sure| (None, sure)),
    };
    cx.ask(Guard::NothingOpen, wished.is_none());
    wished
}

/// A change after the card became a token: the token is dropped, and the card has to be given again.
fn change(
    mut draft: Draft,
    taken: Taken,
    (target, sure): (Option<Field>, Sure<Forget>),
    heard: &Heard,
    memory: &mut Memory,
    cx: &mut Context<'_>,
) -> State {
    if let Some(field) = taken.offer.as_ref().map(Value::field).filter(|&field| field != Field::Card) {
        cx.note(Note::KeptOld(field));
    }
    // Of what was told as it was reviewed only the date of another card needs a remark.
    let kept = |&field: &Field| field == Field::Expiry && draft.number.is_some();
    let accepted = taken.accepted.iter().filter(kept).collect();
    leave(&mut draft, &Taken { accepted, ..taken }, (target, sure), memory, cx);
    let standing = Standing { step: StateName::Confirm, charging: charges(memory, cx), held: draft.held() };
    answer(heard, standing, memory, cx);
    if heard.told.cvv.is_some() {
        cx.note(Note::CvvNotKept);
    }
    collect_again(draft, memory, cx)
}

/// A field is given up by the yes to its own question, and the token with it.
fn given_up(
    state: &ConfirmState,
    target: Option<Field>,
    sure: Sure<Forget>,
    memory: &mut Memory,
    cx: &mut Context<'_>,
) -> State {
    let mut draft = Draft { name: Some(state.card.name.clone()), ..Draft::default() };
    drop_token(&mut draft, target, sure, memory, cx);
    collect_again(draft, memory, cx)
}

/// The yes to a value that was asked about.
fn taken_after_all(state: &ConfirmState, sure: Sure<Forget>, memory: &mut Memory, cx: &mut Context<'_>) -> State {
    let mut draft = Draft::reviewed(&state.card);
    let value = state.offer.as_ref().map(|value| value.map_number(|never| match *never {}));
    let mut taken = value.map_or_else(Taken::default, |value| take_offer(&mut draft, value, sure, memory, cx));
    let Some(sure) = taken.sure.take() else { return asks_again(None, state, memory, cx) };
    leave(&mut draft, &taken, (None, sure), memory, cx);
    collect_again(draft, memory, cx)
}

/// Leaves the review with what was taken. The date that was reviewed goes with the number, unless it was told again.
fn leave(
    draft: &mut Draft,
    taken: &Taken,
    (target, sure): (Option<Field>, Sure<Forget>),
    memory: &mut Memory,
    cx: &mut Context<'_>,
) {
    say_what_was_taken(taken, cx);
    if !taken.has(Field::Expiry) {
        draft.expiry = None;
    }
    draft.token = false;
    drop_token(draft, target, sure, memory, cx);
}

/// Drops the token, which is left behind with its state, and says so.
fn drop_token(draft: &mut Draft, target: Option<Field>, sure: Sure<Forget>, memory: &mut Memory, cx: &mut Context<'_>) {
    if let Some(field @ (Field::Name | Field::Card)) = target {
        cx.note(Note::BackTo(field));
    }
    if let Some(field @ Field::Name) = target {
        draft.forget(field, sure);
    }
    memory.card_revision = memory.card_revision.wrapping_add(1);
    if draft.number.is_none() {
        memory.dropped = Some(Dropped::Changed);
        cx.note(Note::CardAgain(Dropped::Changed));
    }
}

/// From the review back to where values are collected: a correction.
fn collect_again(draft: Draft, memory: &mut Memory, cx: &mut Context<'_>) -> State {
    let tally = Tally { progress: true, invalid: None, correction: true };
    match count(tally, memory, cx) {
        Some(reason) => cancelled(reason, cx),
        None => ask_of(draft, memory, cx),
    }
}

/// Nothing changed: what was said is answered, and the review shown again, or it is asked what is meant.
fn still(state: &ConfirmState, heard: &Heard, taken: &Taken, memory: &mut Memory, cx: &mut Context<'_>) -> State {
    let offer = taken.offer.as_ref().and_then(without_number);
    let mut state = ConfirmState { offer, ..state.clone() };
    let held = [Field::Name, Field::Card, Field::Expiry].into_iter().collect();
    let standing = Standing { step: StateName::Confirm, charging: charges(memory, cx), held };
    let answered = answer(heard, standing, memory, cx);
    let doubt = heard.command.is_none() && heard.asides.contains(&Aside::Hedge);
    if heard.told.is_empty() && !answered && heard.command.is_none() && (heard.asks || !doubt) {
        not_answered(heard, cx);
    }
    if heard.told.cvv.is_some() {
        cx.note(Note::CvvNotKept);
    }
    let invalid = taken.rejected.iter().next().filter(|_| !heard.asks);
    if let Some(reason) = count(Tally { progress: false, invalid, correction: false }, memory, cx) {
        return cancelled(reason, cx);
    }
    state.review.closed |= refuses(heard) || blocking(heard).is_some() || !memory.blocks.is_empty();
    if let Some(question) = doubted(&state, heard, memory, cx).or_else(|| told(taken)) {
        if cx.ask_whether(question) {
            return State::Confirm(state);
        }
        if let Some(field) = taken.offer.as_ref().map(Value::field) {
            cx.note(Note::KeptOld(field));
        }
    }
    let changes = matches!(heard.command, Some(Command::Deny | Command::Change(None))) && heard.told.is_empty();
    let again = |cx: &mut Context<'_>| cx.ask(Guard::Asked(Pending::WhatToChange), cx.open.0 == Pending::WhatToChange);
    if changes && blocking(heard).is_none() && !is_torn(heard) && is_said_as_it_is(heard) && !again(cx) {
        cx.say(Ask::WhatToChange);
        return State::Confirm(state);
    }
    let whole = heard.noticed.is_some() || heard.asides.iter().copied().any(wants_it_whole);
    let unsure = heard.command == Some(Command::Affirm) || doubt;
    if unsure && (whole || state.review.closed) && memory.blocks.is_empty() {
        cx.note(Note::YesUnclear);
    }
    show(&state, whole, memory, cx)
}

/// What is asked of a value that is not certain. A number is not held for that: it is given again after the yes.
fn told(taken: &Taken) -> Option<Question> {
    match taken.offer.as_ref()? {
        Value::Card(_) => Some(Question::Change(Field::Card)),
        value @ (Value::Name(_) | Value::Expiry(_)) => value.question(true),
    }
}

/// What of a value may be held here.
fn without_number(value: &Value) -> Option<Value<Infallible>> {
    match value {
        Value::Name(name) => Some(Value::Name(name.clone())),
        Value::Expiry(expiry) => Some(Value::Expiry(*expiry)),
        Value::Card(_) => None,
    }
}

/// Whether a no is a no and not a likely one: of a likely one it is asked whether to stop.
fn is_said_as_it_is(heard: &Heard) -> bool {
    heard.command != Some(Command::Deny) || heard.certainty == Certainty::Certain
}

/// Whether the review is asked for, or asked for in other words.
const fn wants_it_whole(aside: Aside) -> bool {
    matches!(aside, Aside::Repeat | Aside::Language(Some(_)))
}

/// Whether a message may be a no to what is shown: a yes to the same review counts no more.
fn refuses(heard: &Heard) -> bool {
    matches!(heard.command, Some(Command::Cancel | Command::Deny)) && (heard.told.is_empty() || is_torn(heard))
}

/// What nobody pays before it is answered: the most pressing of what was said.
fn blocking(heard: &Heard) -> Option<Question> {
    let said = |aside| heard.asides.contains(&aside);
    if !heard.told.is_empty() {
        None
    } else if said(Aside::Pressed) || said(Aside::Minor) {
        Some(Question::Resume)
    } else if said(Aside::NotMe) {
        Some(Question::Cancel)
    } else {
        said(Aside::OthersCard).then_some(Question::Permission)
    }
}

/// What is to be asked before anything is done.
fn doubted(state: &ConfirmState, heard: &Heard, memory: &Memory, cx: &mut Context<'_>) -> Option<Question> {
    if let Some(question) = blocking(heard) {
        return Some(question);
    }
    if is_torn(heard) {
        return Some(Question::Which { reviewing: true });
    }
    let likely = heard.certainty != Certainty::Certain;
    let of_its_own = matches!(heard.answer, Some(Answer::Noted | Answer::Keep | Answer::Mixed));
    let perhaps = match heard.command {
        Some(Command::Cancel | Command::Deny) => return likely.then_some(Question::Cancel),
        Some(Command::Restart) => return likely.then_some(Question::Restart),
        Some(Command::Back) => return likely.then_some(Question::Back(Field::Card)),
        Some(Command::Change(field)) => return field.filter(|_| likely).map(Question::Change),
        Some(Command::Affirm) => likely || of_its_own,
        // "I guess so", "should be fine": perhaps a yes.
        None => heard.asides.contains(&Aside::Hedge),
    };
    let alone = heard.told.is_empty()
        && heard.noticed.is_none()
        && !heard.asks
        && heard.asides.iter().all(|&aside| aside.is_polite() || aside == Aside::Hedge);
    let asked = perhaps
        && alone
        && cx.ask(Guard::ReviewStands, !state.review.closed)
        && !cx.ask(Guard::ReviewNew, state.review.turn >= memory.counters.turns);
    asked.then(|| Question::Pay { charging: charges(memory, cx) })
}

/// No intent could be had: nothing was charged; the review is shown anew.
pub(super) fn intent_failed(state: &ConfirmState, memory: &Memory, cx: &mut Context<'_>) -> State {
    cx.note(Note::GatewayDown);
    review(state.card.clone(), memory.counters.turns, memory, cx)
}

/// The gateway refused what was sent, for good: that is neither the customer's fault nor the card's, and nothing was
/// charged. The card is kept where all of it is still known, and the review shown anew, since what is put right meanwhile works
/// then. The next refusal ends it: nobody is asked again and again for a yes that leads nowhere.
pub(super) fn our_fault(card: Option<Card>, memory: &mut Memory, cx: &mut Context<'_>) -> State {
    memory.counters.faults = memory.counters.faults.saturating_add(1);
    if !cx.ask(Guard::FaultsLeft, memory.counters.faults < cx.inputs.policy.faults) {
        return cancelled(Over::Misconfigured, cx);
    }
    cx.note(Note::OurFault);
    let Some(card) = card else { return card_again(None, Dropped::Unreadable, memory, cx) };
    // Nobody saw what a look brought: it is shown in the turn that comes.
    let unseen = cx.ask(Guard::NobodyListens, memory.nudged);
    review(card, memory.counters.turns.saturating_add(u32::from(unseen)), memory, cx)
}

/// The service changed since the review was shown: it is shown anew in the turn that begins now.
pub(super) fn rules_changed(state: &ConfirmState, memory: &Memory, cx: &mut Context<'_>) -> State {
    cx.note(Note::RulesChanged);
    review(state.card.clone(), memory.counters.turns.saturating_add(1), memory, cx)
}

/// The card did not survive: with the name kept where it is known, it is asked for again.
pub(super) fn declined(
    name: Option<crate::card::Name>,
    (decline, card): (Decline, Option<&Fingerprint>),
    memory: &mut Memory,
    cx: &mut Context<'_>,
) -> State {
    match super::bounds::declined(decline, card, memory, cx) {
        Some(reason) => cancelled(reason, cx),
        None => card_again(name, Dropped::Declined, memory, cx),
    }
}
