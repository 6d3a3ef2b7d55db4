//! What a turn asks of the world next, and what the answers mean.

use super::settle::{Ahead, Settled};
use super::working::{Opening, Waiting, Words, Working};
use super::{Back, Io};
use crate::dialogue::{
    Bar, Confirmation, Consent, Effect, Event, FullCard, OrderId, Purpose, Shown, State, StateName, Tokenised, Verdict,
};
use crate::session::{Claim, OrderRecord, OrderWrite};

/// A gateway that answers "not yet" or "never came" is asked no more than so often in one turn.
const GATEWAY_CALLS: u8 = 4;

impl Working<'_> {
    /// What is to be done next.
    pub fn ahead(&mut self, idempotency_key: Option<&str>) -> Ahead {
        while let Some(effect) = self.queue.pop_front() {
            if let Some(ahead) = self.effect(effect) {
                return ahead;
            }
        }
        if self.saved || self.is_as_before() {
            let ticks = std::mem::take(&mut self.ticks);
            if ticks.is_empty() {
                return Ahead::Kept;
            }
            self.waiting = Some(Waiting::Tally);
            return Ahead::Do(Io::Tally(ticks));
        }
        if let Some((order, attempt, verdict)) = self.settling.take() {
            // What a verdict means for its order is kept with it.
            let io = Io::Order(order);
            self.waiting = Some(Waiting::Settling(attempt, verdict));
            return Ahead::Do(io);
        }
        match &self.words {
            Words::Ready(_) => {}
            Words::Unasked => {
                let parts = self.sentences();
                if !self.moved && parts.iter().any(|sentence| !sentence.fixed()) {
                    self.waiting = Some(Waiting::Words(parts.clone()));
                    return Ahead::Do(Io::Phrase { sentences: parts, pick: self.pick() });
                }
                self.word(&parts, &[]);
            }
        }
        Ahead::Do(self.keep(idempotency_key))
    }

    /// One effect: I/O, an event, or something that only has to be remembered.
    fn effect(&mut self, effect: Effect) -> Option<Ahead> {
        match effect {
            Effect::Say(act) => {
                self.said = std::mem::take(&mut self.said).then(act);
                None
            }
            Effect::Purge => {
                self.purge = true;
                None
            }
            Effect::Tokenise { revision, card } => Some(Ahead::Do(self.tokenise(revision, card))),
            Effect::OpenIntent { key, known, purpose } => Some(self.open(Opening { key, known, purpose })),
            Effect::Charge { confirmation, purpose, consent } => {
                if !self.saved {
                    // The attempt and its key are kept before they are used, and with them the claim on the order.
                    self.attempt = Some(self.ledger(&confirmation.intent, &confirmation.attempt, false, None));
                    self.order = self.claim.take().map(OrderWrite::of);
                    self.queue.push_front(Effect::Charge { confirmation, purpose, consent });
                    return Some(Ahead::Do(self.keep(None)));
                }
                self.wait_for(&confirmation);
                self.moved = true;
                // What is charged is what was agreed to, or nothing is.
                let agreed = Consent::to(self.session.memory.payment.as_ref(), &confirmation.token) == consent;
                Some(Ahead::Do(if agreed { Io::Charge { confirmation, purpose } } else { Io::Cancel(confirmation) }))
            }
            Effect::LookUp(confirmation) => {
                self.wait_for(&confirmation);
                self.moved = true;
                Some(Ahead::Do(Io::LookUp(confirmation)))
            }
            Effect::CancelPayment(confirmation) => {
                if !self.saved && !self.is_as_before() {
                    // The wish is kept before it is acted upon.
                    self.queue.push_front(Effect::CancelPayment(confirmation));
                    return Some(Ahead::Do(self.keep(None)));
                }
                self.wait_for(&confirmation);
                self.moved = true;
                Some(Ahead::Do(Io::Cancel(confirmation)))
            }
        }
    }

    /// An intent is to be confirmed: first it is asked whether the order is free, then whether too much failed, and
    /// only then is it opened where none stands.
    fn open(&mut self, opening: Opening) -> Ahead {
        match self.session.memory.order() {
            Some(order) if matches!(opening.purpose, Purpose::Payment(_)) => {
                let io = Io::Order(order.id.clone());
                self.waiting = Some(Waiting::Order(opening));
                Ahead::Do(io)
            }
            Some(_) | None => self.reserve(opening),
        }
    }

    pub(super) fn have_intent(&mut self, opening: Opening) -> Ahead {
        let Opening { key, known, purpose } = opening;
        // Which intent is an order's is not for a session to remember: the order's own record says it.
        let (key, known) =
            self.claim.as_ref().map_or((key, known), |order| (order.intent_key(&purpose), order.intent.clone()));
        if let Some(intent) = known {
            return Ahead::Step(Event::IntentOpened(intent));
        }
        self.waiting = Some(Waiting::Intent);
        Ahead::Do(Io::OpenIntent { purpose, key })
    }

    /// The order that this session would still pay: not where a payment is in the air, or it has ended.
    pub fn order_to_be_paid(&self) -> Option<&OrderId> {
        let open = match self.session.state_name() {
            StateName::Name | StateName::Card | StateName::Expiry | StateName::Cvv | StateName::Confirm => true,
            StateName::Processing | StateName::Authenticating | StateName::Complete | StateName::Cancelled => false,
        };
        self.session.memory.order().map(|order| &order.id).filter(|_| open)
    }

    /// Why the session, as it stands, could not pay its order, of which this is `known`.
    pub fn bars(&self, known: Option<&OrderRecord>) -> Option<Bar> {
        if self.session.memory.order()?.expires <= self.given.now {
            return Some(Bar::OrderOver);
        }
        self.claim_on(known)?.err()
    }

    fn claim_on(&self, known: Option<&OrderRecord>) -> Option<Result<OrderRecord, Bar>> {
        let payment = self.session.memory.payment.as_ref()?;
        let order = &payment.order.as_ref()?.id;
        let (attempt, card) = match &self.session.state {
            State::Confirm(state) => (state.review.attempt.clone(), state.card.fingerprint.as_ref()),
            State::Name(_)
            | State::Card(_)
            | State::Expiry(_)
            | State::Cvv(_)
            | State::Processing(_)
            | State::Authenticating(..)
            | State::Complete(_)
            | State::Cancelled(_) => (crate::dialogue::AttemptId::new(""), None),
        };
        let (session, policy) = (self.session_id(), self.given.policy);
        Some(OrderRecord::claimed(known, Claim { payment, order, session, attempt: &attempt, card, policy }))
    }

    fn tokenise(&mut self, revision: u32, card: Box<FullCard>) -> Io {
        let shown = Shown {
            brand: card.number.brand(),
            last_four: card.number.last_four(),
            month: card.expiry.month(),
            year: card.expiry.year(),
        };
        self.waiting = Some(Waiting::Token { revision, shown });
        Io::Tokenise { card, key: format!("tk_{:032x}", self.given.fresh) }
    }

    fn wait_for(&mut self, confirmation: &Confirmation) {
        let (intent, attempt) = (confirmation.intent.clone(), confirmation.attempt.clone());
        self.waiting = Some(Waiting::Verdict { intent, attempt });
    }

    /// What an answer means.
    pub fn take(&mut self, back: Back) -> Settled {
        match (self.waiting.take(), back) {
            (Some(Waiting::Token { revision, shown }), Back::Tokenised(tokenised)) => {
                Settled::Result(match tokenised {
                    Tokenised::Token { token, fingerprint } => Event::Tokenised { revision, token, fingerprint, shown },
                    Tokenised::Refused(decline) => Event::TokeniseRefused { revision, decline },
                    Tokenised::Misconfigured => Event::GatewayMisconfigured,
                    Tokenised::Unknown => Event::TokeniseFailed { revision },
                })
            }
            (Some(Waiting::Order(opening)), Back::Order(known)) => match self.claim_on(known.as_deref()) {
                Some(Err(bar)) => Settled::Result(Event::ChargeBarred(bar)),
                Some(Ok(order)) => {
                    self.claim = Some(order);
                    self.reserve(opening).into()
                }
                None => Settled::Unavailable,
            },
            (Some(Waiting::Reserved(opening)), Back::Counted(counts)) => {
                if counts.iter().sum::<i64>() > i64::from(self.given.policy.place_failures) {
                    self.claim = None;
                    self.reserved_now();
                    self.give_back();
                    return Settled::Result(Event::ChargeBarred(Bar::Address));
                }
                self.reserved_now();
                self.have_intent(opening).into()
            }
            (Some(Waiting::Intent), Back::Intent(intent)) => {
                if let (Some(order), Some(intent)) = (&mut self.claim, &intent) {
                    order.intent = Some(intent.clone());
                }
                if intent.is_none() {
                    // The gateway's fault is not the customer's failed attempt.
                    self.give_back();
                }
                Settled::Result(intent.map_or(Event::IntentFailed, Event::IntentOpened))
            }
            (Some(Waiting::Settling(attempt, verdict)), Back::Order(known)) => {
                let settled = known.and_then(|order| order.settled(&attempt, &verdict));
                // Another card is not asked for that could not be charged.
                let bar = self.order_to_be_paid().and_then(|_| self.bars(settled.as_ref()));
                self.order = settled.map(OrderWrite::of);
                bar.map_or(Settled::GoOn, |bar| Settled::Result(Event::ChargeBarred(bar)))
            }
            (Some(Waiting::Tally), Back::Tallied) => Settled::GoOn,
            (Some(Waiting::Verdict { intent, attempt }), Back::Verdict(verdict)) => {
                self.calls += 1;
                let verdict = match verdict {
                    // Asked often enough: whoever comes next looks again.
                    Verdict::NotReached if self.calls >= GATEWAY_CALLS => Verdict::Unknown,
                    verdict => verdict,
                };
                Settled::Result(Event::Verdict { intent, attempt, verdict })
            }
            (Some(Waiting::Words(parts)), Back::Phrased(wordings)) => {
                self.word(&parts, &wordings);
                Settled::GoOn
            }
            (Some(Waiting::Seal(record, until)), Back::Sealed(sealed)) => {
                let io = self.commit(record.with_sealed(Some(sealed), Some(until)));
                Settled::Do(io)
            }
            (Some(Waiting::Commit), Back::Committed) => {
                self.stored = Some(self.header.version);
                self.saved = true;
                self.unspent = None;
                self.trail.clear();
                self.attempt = None;
                self.order = None;
                Settled::GoOn
            }
            // A claim names who holds the order; what lets it go does not.
            (Some(Waiting::Commit), Back::OrderConflict)
                if self.order.as_ref().is_some_and(|order| order.record.holder.is_some()) =>
            {
                Settled::OrderLost
            }
            (Some(Waiting::Commit), Back::Conflict | Back::OrderConflict) => Settled::Lost,
            (Some(Waiting::Commit), Back::Failed) => {
                self.waiting = Some(Waiting::Commit);
                Settled::Check
            }
            (_, _) => Settled::Unavailable,
        }
    }
}
