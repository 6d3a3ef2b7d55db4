//! *InFlight*: money is in the air, and only a verdict ends that.

use super::answers::{Standing, answer};
use super::bounds::{no_attempt_left, told};
use super::collecting::{ask, cancelled, card_again, restarted};
use super::confirm::declined;
use super::context::{Context, Guard};
use super::intent::{intent_key, order_current, purpose};
use super::{
    Ask, AttemptId, CancelReason, Command, Dropped, Effect, Field, Fields, Flight, Heard, IntentId, Link, Memory,
    NameState, Note, Pending, Receipt, Refusal, State, StateName, Verdict, Wish,
};

/// A flight, and the link where 3-D Secure is awaited.
pub struct InFlight<'a> {
    pub flight: &'a mut Flight,
    pub link: Option<&'a Link>,
}

impl InFlight<'_> {
    const fn state_name(&self) -> StateName {
        match self.link {
            Some(_) => StateName::Authenticating,
            None => StateName::Processing,
        }
    }

    /// Whether the customer wished for something else since the charge was sent.
    fn is_wished(&self, cx: &mut Context<'_>) -> bool {
        cx.ask(Guard::Wished, self.flight.wish.is_some())
    }

    /// Whether nobody waits for a yes of the gateway any more: something else was wished for, or it took too long.
    fn is_given_up(&self, cx: &mut Context<'_>) -> bool {
        let over = self.flight.since + cx.inputs.policy.undecided <= cx.inputs.now;
        self.is_wished(cx) || cx.ask(Guard::Lapsed, over)
    }

    /// Where it is given up, looking is cancelling: again, where the first try never arrived. Without that, who leaves
    /// the bank's page and never comes back would hold an order for ever.
    fn look_up(&self, cx: &mut Context<'_>) {
        let confirmation = self.flight.confirmation();
        let given_up = self.is_given_up(cx);
        cx.effects.push(if given_up { Effect::CancelPayment(confirmation) } else { Effect::LookUp(confirmation) });
    }

    fn cancel(&mut self, wish: Wish, cx: &mut Context<'_>) {
        // Deletion was promised to the owner: no later wish takes that back.
        if self.flight.wish != Some(Wish::Delete) {
            self.flight.wish = Some(wish);
        }
        cx.note(Note::CancelAsked);
        cx.say_notes();
        cx.effects.push(Effect::CancelPayment(self.flight.confirmation()));
    }

    /// One message while money is in the air.
    pub fn heard(&mut self, heard: &Heard, memory: &mut Memory, cx: &mut Context<'_>) {
        let standing = Standing {
            step: self.state_name(),
            charging: !self.flight.keeping,
            held: [Field::Name, Field::Card, Field::Expiry].into_iter().collect::<Fields>(),
        };
        answer(heard, standing, memory, cx);
        let field = if heard.told.name.is_some() { Field::Name } else { Field::Card };
        let offered = cx.ask(Guard::CancelOpen, memory.pending == Pending::ReallyCancel);
        match (self.link.is_some(), heard.command) {
            (_, Some(Command::Cancel)) => self.cancel(Wish::Cancel, cx),
            (_, Some(Command::Affirm)) if offered => self.cancel(Wish::Cancel, cx),
            (true, Some(Command::Deny)) if !offered && !self.is_wished(cx) => cx.say(Ask::ReallyCancel),
            (true, Some(Command::Restart)) => self.cancel(Wish::Restart, cx),
            (true, Some(Command::Change(target))) => self.cancel(Wish::Change(target.unwrap_or(field)), cx),
            (true, Some(Command::Back)) => self.cancel(Wish::Change(Field::Card), cx),
            (false, Some(Command::Restart)) => self.refuse(Refusal::Restart, cx),
            (false, Some(Command::Change(_) | Command::Back)) => self.refuse(Refusal::Change, cx),
            (_, Some(Command::Affirm | Command::Deny) | None) => self.report(cx),
        }
    }

    fn refuse(&self, what: Refusal, cx: &mut Context<'_>) {
        cx.note(Note::Refusing(what));
        self.report(cx);
    }

    fn report(&self, cx: &mut Context<'_>) {
        cx.say_notes();
        self.look_up(cx);
    }

    /// Somebody says that it is time to look.
    pub fn nudged(&self, memory: &mut Memory, cx: &mut Context<'_>) {
        memory.nudged = true;
        self.look_up(cx);
    }

    /// The owner wants everything deleted: first the payment is cancelled.
    pub fn deleted(&mut self, cx: &mut Context<'_>) {
        self.cancel(Wish::Delete, cx);
    }

    /// What the gateway says; `None` when it is of another intent or attempt, and ignored.
    pub fn verdict(
        &mut self,
        (intent, attempt, verdict): (&IntentId, &AttemptId, &Verdict),
        memory: &mut Memory,
        cx: &mut Context<'_>,
    ) -> Option<State> {
        let ours = self.flight.intent == *intent && self.flight.attempt == *attempt;
        if !cx.ask(Guard::VerdictOurs, ours) {
            return None;
        }
        Some(match verdict {
            Verdict::Paid => self.paid(memory, cx),
            Verdict::Declined(decline) => {
                let deleting = self.flight.wish == Some(Wish::Delete);
                if self.is_wished(cx) {
                    memory.counters.declines = memory.counters.declines.saturating_add(1);
                    let told = told(*decline, self.flight.card.fingerprint.as_ref(), memory, cx);
                    cx.note(Note::Declined(told));
                    let state = self.wished(memory, cx);
                    return Some(purged(state, deleting, cx));
                }
                let card = &self.flight.card;
                declined(card.name.clone(), (*decline, card.fingerprint.as_ref()), memory, cx)
            }
            Verdict::Voided => {
                let deleting = self.flight.wish == Some(Wish::Delete);
                memory.intent = None;
                memory.intent_key = intent_key(cx.inputs.fresh);
                if matches!(self.flight.wish, Some(Wish::Restart | Wish::Change(_))) {
                    cx.note(Note::Voided);
                }
                let state =
                    if self.is_wished(cx) { self.wished(memory, cx) } else { cancelled(CancelReason::Voided, cx) };
                purged(state, deleting, cx)
            }
            Verdict::ActionRequired(link) => ask(State::Authenticating(self.flight.clone(), link.clone()), memory, cx),
            Verdict::Pending => ask(State::Processing(self.flight.clone()), memory, cx),
            Verdict::NotReached => self.again(memory, cx),
            Verdict::Unknown => {
                cx.note(Note::Unsure);
                self.stay(memory, cx)
            }
        })
    }

    fn paid(&self, memory: &Memory, cx: &mut Context<'_>) -> State {
        let Flight { card, intent, wish, keeping, .. } = &*self.flight;
        if cx.ask(Guard::Wished, wish.is_some()) {
            cx.note(Note::PaidAfterAll);
        }
        let moved = !cx.ask(Guard::Keeping, *keeping);
        let intent = moved.then(|| intent.clone());
        let receipt = Receipt { token: card.token.clone(), shown: card.shown.clone(), intent };
        purged(ask(State::Complete(receipt), memory, cx), *wish == Some(Wish::Delete), cx)
    }

    /// Nothing was charged, and the customer had wished for something.
    fn wished(&self, memory: &mut Memory, cx: &mut Context<'_>) -> State {
        let wish = self.flight.wish;
        if matches!(wish, Some(Wish::Restart | Wish::Change(_)))
            && let Some(reason) = no_attempt_left(memory, cx)
        {
            return cancelled(reason, cx);
        }
        if cx.ask(Guard::RestartWished, wish == Some(Wish::Restart)) {
            return restarted(memory, cx);
        }
        if cx.ask(Guard::ChangeWished(Field::Name), wish == Some(Wish::Change(Field::Name))) {
            memory.dropped = Some(Dropped::Changed);
            memory.card_revision = memory.card_revision.wrapping_add(1);
            cx.note(Note::CardAgain(Dropped::Changed));
            return ask(State::Name(NameState::default()), memory, cx);
        }
        if cx.ask(Guard::ChangeWished(Field::Card), matches!(wish, Some(Wish::Change(_)))) {
            return card_again(self.flight.card.name.clone(), Dropped::Changed, memory, cx);
        }
        cancelled(CancelReason::Customer, cx)
    }

    /// The attempt never reached the gateway: sent again under its key while it is as good as on the first try, else
    /// cancelled. A yes is not kept for a later hour.
    fn again(&self, memory: &Memory, cx: &mut Context<'_>) -> State {
        let Flight { consent, keeping, .. } = &*self.flight;
        let confirmation = self.flight.confirmation();
        let effect = if self.is_given_up(cx) || !order_current(memory, cx) {
            Effect::CancelPayment(confirmation)
        } else {
            Effect::Charge { confirmation, purpose: purpose(*keeping, memory), consent: consent.clone() }
        };
        cx.effects.push(effect);
        State::Processing(self.flight.clone())
    }

    fn stay(&self, memory: &Memory, cx: &mut Context<'_>) -> State {
        let state = match self.link {
            Some(link) => State::Authenticating(self.flight.clone(), link.clone()),
            None => State::Processing(self.flight.clone()),
        };
        ask(state, memory, cx)
    }
}

fn purged(state: State, deleting: bool, cx: &mut Context<'_>) -> State {
    if cx.ask(Guard::DeleteWished, deleting) {
        cx.effects.push(Effect::Purge);
    }
    state
}
