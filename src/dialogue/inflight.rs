//! *InFlight*: money is in the air, and only a verdict ends that.

use super::answers::{Standing, answer, not_answered};
use super::bounds::{no_attempt_left, told};
use super::collecting::{ask, cancelled, card_again, restarted, stopped};
use super::confirm::{declined, our_fault, review};
use super::context::{Context, Guard};
use super::intent::{intent_key, order_current, purpose};
use super::sure::{Forget, Meant, Met, Sure, meet};
use crate::card::Name;

use super::{
    Aside, AttemptId, Card, Command, Delivery, Dropped, Effect, Field, Fields, Flight, Heard, IntentId, Link, Memory,
    NameState, Note, Over, Question, Receipt, Refusal, State, StateName, Verdict, Wish,
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

    /// Whether the customer wished for something that takes a cancellation since the charge was sent.
    fn is_wished(&self, cx: &mut Context<'_>) -> bool {
        cx.ask(Guard::Wished, self.flight.wish.is_some_and(Wish::cancels))
    }

    /// Whether it took too long.
    fn is_lapsed(&self, cx: &mut Context<'_>) -> bool {
        let over = self.flight.since + cx.inputs.policy.undecided <= cx.inputs.now;
        cx.ask(Guard::Lapsed, over)
    }

    /// Whether nobody waits for a yes of the gateway any more: something else was wished for, or it took too long.
    fn is_given_up(&self, cx: &mut Context<'_>) -> bool {
        self.is_wished(cx) || self.is_lapsed(cx)
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
        if self.flight.wish == Some(Wish::Delete) {
            // The payment's end needs neither name nor date.
            self.flight.card.details = None;
        }
        cx.note(Note::CancelAsked);
        cx.say_notes();
        cx.effects.push(Effect::CancelPayment(self.flight.confirmation()));
    }

    /// Nothing is sent again. No wish that was there before is taken back by that, and no cancellation is asked for.
    fn not_again(&mut self, cx: &mut Context<'_>) {
        if self.flight.wish.is_none() {
            self.flight.wish = Some(Wish::NotAgain);
        }
        cx.note(Note::NotAgain);
    }

    /// The same, and then another card.
    fn other_card(&mut self, sure: Sure<Forget>, cx: &mut Context<'_>) {
        self.not_again(cx);
        if !self.is_wished(cx) {
            self.flight.wish = Some(sure.wish_for_another_card());
        }
    }

    /// One message while money is in the air.
    ///
    /// Every question ends here too, and none of them ends the payment, which may have moved: put twice running, or as often
    /// as there may be turns without progress, it closes, and the state's own ask comes back with a person to contact. What
    /// it held is then resolved as "not again": the payment is looked up, and nothing is sent a second time without a new
    /// yes. That way nothing is undone that could be the customer's own, and nothing more is charged than was on its way.
    pub fn heard(&mut self, heard: &Heard, delivery: Delivery, memory: &mut Memory, cx: &mut Context<'_>) {
        // A wish that stands is carried out: nothing is left to be asked.
        let wished = self.is_wished(cx);
        let met = if wished { Met::Apart } else { meet(heard, delivery, memory, cx) };
        let question = match met {
            Met::Agreed(meant) => return self.agreed(meant, cx),
            Met::Declined(question) => {
                cx.note(Note::Kept(question));
                return self.report(cx);
            }
            Met::Neither => None,
            Met::Stray(question) => Question::again(question, self.state_name(), !self.flight.keeping),
            Met::Apart => match self.said(heard, memory, cx) {
                Said::Done => return,
                Said::Asks(question) => question.filter(|_| !wished),
            },
        };
        if let Some(question) = question {
            let left = cx.ask(Guard::QuestionsLeft, memory.counters.stale < cx.inputs.policy.stale_turns);
            if left && cx.ask_whether(question) {
                // What is asked about holds everything: nothing is sent, or sent again, until it is answered.
                memory.counters.stale = memory.counters.stale.saturating_add(1);
                return;
            }
            self.not_again(cx);
            cx.note(Note::Handoff);
        } else if !wished && cx.ask(Guard::QuestionOpen, cx.open.0.is_of_an_act()) {
            self.not_again(cx);
        }
        self.report(cx);
    }

    /// The yes to a question.
    fn agreed(&mut self, meant: Meant, cx: &mut Context<'_>) {
        let at_bank = self.link.is_some();
        match meant {
            Meant::Stop(sure) => self.cancel(sure.wish(), cx),
            Meant::Restart(sure) if at_bank => self.cancel(sure.wish(), cx),
            Meant::Change(Some(field), sure) if at_bank => self.cancel(sure.wish(field), cx),
            Meant::Restart(_) => self.refuse(Refusal::Restart, cx),
            Meant::Change(..) => self.refuse(Refusal::Change, cx),
            Meant::Back(_) | Meant::Take(_) | Meant::Pay(_) | Meant::No | Meant::GoOn => self.report(cx),
        }
    }

    /// A message that is read by itself: done, or asked about, or only looked up.
    fn said(&mut self, heard: &Heard, memory: &mut Memory, cx: &mut Context<'_>) -> Said {
        let standing = Standing {
            step: self.state_name(),
            charging: !self.flight.keeping,
            held: [Field::Name, Field::Card, Field::Expiry].into_iter().collect::<Fields>(),
        };
        let answered = answer(heard, standing, memory, cx);
        if self.link.is_some() && heard.told.cvv.is_some() {
            cx.note(Note::BankCode);
        }
        if heard.told.is_empty() && heard.command.is_none() && heard.asks && !answered {
            not_answered(heard, cx);
        }
        let said = if let Some(meant) = Meant::ordered(heard) {
            self.ordered(meant, heard, cx)
        } else {
            // Whoever may want another card is not charged again on this one, and whoever is in doubt isn't either.
            let other = self.link.is_none() && heard.command == Some(Command::Change(Some(Field::Card)));
            let doubt = heard.command.is_none()
                && (heard.asides.contains(&Aside::Hedge)
                    || heard.asides.contains(&Aside::Wait)
                    || heard.asks && !answered);
            if other || doubt {
                self.not_again(cx);
            }
            Said::Asks(self.likely(heard))
        };
        said.unless(doubts(heard))
    }

    /// A command that is certain.
    fn ordered(&mut self, meant: Meant, heard: &Heard, cx: &mut Context<'_>) -> Said {
        let at_bank = self.link.is_some();
        let field = if heard.told.name.is_some() { Field::Name } else { Field::Card };
        let wish = match meant {
            Meant::Stop(sure) => Some(sure.wish()),
            Meant::Restart(sure) if at_bank => Some(sure.wish()),
            Meant::Change(target, sure) if at_bank => Some(sure.wish(target.unwrap_or(field))),
            Meant::No if at_bank => return Said::Asks(Some(Question::Cancel)),
            Meant::Restart(_) => {
                cx.note(Note::Refusing(Refusal::Restart));
                None
            }
            Meant::Change(Some(Field::Card), sure) => {
                self.other_card(sure, cx);
                None
            }
            Meant::Change(..) => {
                cx.note(Note::Refusing(Refusal::Change));
                None
            }
            Meant::No => {
                self.not_again(cx);
                None
            }
            // "I'm back", "done", "yes, I approved it": looked up.
            Meant::Back(_) | Meant::Take(_) | Meant::Pay(_) | Meant::GoOn => None,
        };
        let Some(wish) = wish else { return Said::Asks(None) };
        self.cancel(wish, cx);
        Said::Done
    }

    /// What is likely is asked about, where it could be done at all.
    fn likely(&self, heard: &Heard) -> Option<Question> {
        let at_bank = self.link.is_some();
        let field = if heard.told.name.is_some() { Field::Name } else { Field::Card };
        match heard.command? {
            Command::Cancel | Command::Deny => Some(Question::Cancel),
            Command::Restart => at_bank.then_some(Question::Restart),
            Command::Change(target) => at_bank.then_some(Question::Change(target.unwrap_or(field))),
            Command::Back | Command::Affirm => None,
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
        self.cancel(Sure::owner().wish_to_delete(), cx);
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
                if let Some(over) = decline.made_already() {
                    return Some(self.duplicate(over, memory, cx));
                }
                let deleting = self.flight.wish == Some(Wish::Delete);
                if self.is_wished(cx) {
                    memory.counters.declines = memory.counters.declines.saturating_add(1);
                    let told = told(*decline, self.flight.card.fingerprint.as_ref(), memory, cx);
                    cx.note(Note::Declined(told));
                    let state = self.wished(memory, cx);
                    return Some(purged(state, deleting, cx));
                }
                let name = self.name();
                declined(name, (*decline, self.flight.card.fingerprint.as_ref()), memory, cx)
            }
            Verdict::Voided => {
                if let Some(state) = self.unsent(memory, cx) {
                    return Some(state);
                }
                let deleting = self.flight.wish == Some(Wish::Delete);
                memory.intent = None;
                memory.intent_key = intent_key(cx.inputs.fresh);
                if matches!(self.flight.wish, Some(Wish::Restart | Wish::Change(_))) {
                    cx.note(Note::Voided);
                }
                let state = if self.is_wished(cx) { self.wished(memory, cx) } else { cancelled(Over::Voided, cx) };
                purged(state, deleting, cx)
            }
            Verdict::ActionRequired(link) => ask(State::Authenticating(self.flight.clone(), link.clone()), memory, cx),
            Verdict::Pending => ask(State::Processing(self.flight.clone()), memory, cx),
            Verdict::NotReached => self.again(memory, cx),
            Verdict::Refused => self.refused(memory, cx),
            Verdict::Unknown => {
                cx.note(Note::Unsure);
                self.stay(memory, cx)
            }
        })
    }

    /// What was not to be sent again is cancelled before it ever arrived: it is reviewed anew, or another card is asked for.
    fn unsent(&self, memory: &mut Memory, cx: &mut Context<'_>) -> Option<State> {
        let wish = self.flight.wish?;
        if !cx.ask(Guard::NotAgainWished, !wish.cancels()) || self.is_lapsed(cx) {
            return None;
        }
        memory.intent = None;
        memory.intent_key = intent_key(cx.inputs.fresh);
        cx.note(Note::Voided);
        if let Some(reason) = no_attempt_left(memory, cx) {
            return Some(cancelled(reason, cx));
        }
        cx.ask(Guard::OtherCardWished, wish == Wish::OtherCard);
        if let Meant::Change(_, sure) = Meant::wished(wish) {
            return Some(self.other_card_asked(sure, memory, cx));
        }
        let Some(card) = self.whole(cx) else {
            return Some(card_again(None, Dropped::Unreadable, memory, cx));
        };
        // Nobody saw what a look brought: it is shown in the turn that comes.
        let unseen = cx.ask(Guard::NobodyListens, memory.nudged);
        let turn = memory.counters.turns.saturating_add(u32::from(unseen));
        Some(review(card, turn, memory, cx))
    }

    /// The gateway refused the attempt as a request: it counts as none, and the card is as good as before.
    fn refused(&self, memory: &mut Memory, cx: &mut Context<'_>) -> State {
        memory.counters.attempts = memory.counters.attempts.saturating_sub(1);
        if self.is_wished(cx) {
            cx.note(Note::OurFault);
            return purged(self.wished(memory, cx), self.flight.wish == Some(Wish::Delete), cx);
        }
        let wish = self.flight.wish.filter(|&wish| cx.ask(Guard::OtherCardWished, wish == Wish::OtherCard));
        if let Some(Meant::Change(_, sure)) = wish.map(Meant::wished) {
            cx.note(Note::OurFault);
            return self.other_card_asked(sure, memory, cx);
        }
        let card = self.whole(cx);
        our_fault(card, memory, cx)
    }

    /// The issuer takes the attempt for a payment that was made already: whatever was wished for, no other card is asked
    /// for, and nothing is tried again.
    fn duplicate(&self, over: Over, memory: &mut Memory, cx: &mut Context<'_>) -> State {
        memory.counters.declines = memory.counters.declines.saturating_add(1);
        purged(cancelled(over, cx), self.flight.wish == Some(Wish::Delete), cx)
    }

    fn paid(&self, memory: &Memory, cx: &mut Context<'_>) -> State {
        let Flight { card, intent, wish, keeping, .. } = &*self.flight;
        if cx.ask(Guard::Wished, wish.is_some_and(Wish::cancels)) {
            cx.note(Note::PaidAfterAll);
        }
        let moved = !cx.ask(Guard::Keeping, *keeping);
        let intent = moved.then(|| intent.clone());
        let receipt = Receipt { token: card.token.clone(), face: card.face, intent };
        purged(ask(State::Complete(receipt), memory, cx), *wish == Some(Wish::Delete), cx)
    }

    /// Nothing was charged, and the customer had wished for something.
    fn wished(&self, memory: &mut Memory, cx: &mut Context<'_>) -> State {
        let Some(wish) = self.flight.wish else { return cancelled(Over::Voided, cx) };
        if matches!(wish, Wish::Restart | Wish::Change(_))
            && let Some(reason) = no_attempt_left(memory, cx)
        {
            return cancelled(reason, cx);
        }
        let _ = cx.ask(Guard::RestartWished, wish == Wish::Restart)
            || cx.ask(Guard::ChangeWished(Field::Name), wish == Wish::Change(Field::Name))
            || cx.ask(Guard::ChangeWished(Field::Card), matches!(wish, Wish::Change(_)));
        match Meant::wished(wish) {
            Meant::Stop(sure) => stopped(sure, cx),
            Meant::Restart(sure) => restarted(sure, memory, cx),
            Meant::Change(Some(Field::Name), sure) => other_name(sure, memory, cx),
            Meant::Change(_, sure) => self.other_card_asked(sure, memory, cx),
            Meant::Pay(_) | Meant::Back(_) | Meant::Take(_) | Meant::No | Meant::GoOn => cancelled(Over::Voided, cx),
        }
    }

    /// The attempt never reached the gateway: sent again under its key while it is as good as on the first try, else
    /// cancelled. A yes is not kept for a later hour. While it is open whether to go on, nothing is done; and where nothing
    /// is to be sent again, what may still be on its way is kept from arriving first.
    fn again(&self, memory: &Memory, cx: &mut Context<'_>) -> State {
        let Flight { consent, keeping, wish, .. } = &*self.flight;
        let confirmation = self.flight.confirmation();
        let given_up = self.is_given_up(cx);
        if !given_up && cx.ask(Guard::QuestionOpen, memory.pending.is_of_an_act()) {
            return self.here();
        }
        let effect = if given_up || cx.ask(Guard::NotAgainWished, wish.is_some()) || !order_current(memory, cx) {
            Effect::CancelPayment(confirmation)
        } else {
            Effect::Charge { confirmation, purpose: purpose(*keeping, memory), consent: consent.clone() }
        };
        cx.effects.push(effect);
        State::Processing(self.flight.clone())
    }

    /// The card is given up, because another one was wished for.
    fn other_card_asked(&self, _: Sure<Forget>, memory: &mut Memory, cx: &mut Context<'_>) -> State {
        card_again(self.name(), Dropped::Changed, memory, cx)
    }

    /// The card as it was reviewed, where all of it is still known.
    fn whole(&self, cx: &mut Context<'_>) -> Option<Card> {
        let card = self.flight.card.whole();
        cx.ask(Guard::DetailsKnown, card.is_some());
        card
    }

    /// The cardholder, where the name is still known.
    fn name(&self) -> Option<Name> {
        self.flight.card.details.as_ref().map(|details| details.name.clone())
    }

    fn here(&self) -> State {
        match self.link {
            Some(link) => State::Authenticating(self.flight.clone(), link.clone()),
            None => State::Processing(self.flight.clone()),
        }
    }

    fn stay(&self, memory: &Memory, cx: &mut Context<'_>) -> State {
        ask(self.here(), memory, cx)
    }
}

/// What became of a message.
enum Said {
    /// The gateway is asked to cancel.
    Done,
    /// This is asked, or nothing is and the payment is looked up.
    Asks(Option<Question>),
}

impl Said {
    /// What is said of a payment that nobody wanted is asked about first, where nothing is done already.
    const fn unless(self, doubted: bool) -> Self {
        match self {
            Self::Asks(None) if doubted => Self::Asks(Some(Question::Cancel)),
            Self::Done | Self::Asks(_) => self,
        }
    }
}

/// Whether the customer may not want this payment at all.
fn doubts(heard: &Heard) -> bool {
    heard.asides.iter().any(|aside| matches!(aside, Aside::NotMe | Aside::Pressed))
}

/// Another name was wished for: everything is given anew.
fn other_name(_: Sure<Forget>, memory: &mut Memory, cx: &mut Context<'_>) -> State {
    memory.dropped = Some(Dropped::Changed);
    memory.card_revision = memory.card_revision.wrapping_add(1);
    cx.note(Note::CardAgain(Dropped::Changed));
    ask(State::Name(NameState::default()), memory, cx)
}

fn purged(state: State, deleting: bool, cx: &mut Context<'_>) -> State {
    if cx.ask(Guard::DeleteWished, deleting) {
        cx.effects.push(Effect::Purge);
    }
    state
}
