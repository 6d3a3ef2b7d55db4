//! The session that a turn has in hand: what was stepped, what is still to be done, to be said and to be kept.

use std::collections::VecDeque;

use jiff::Timestamp;

use super::delivery::{DeliveryKey, gone};
use super::request::{Given, Message};
use crate::card::furthest_west;
use crate::dialogue::{
    Act, AttemptId, Bar, Command, Confirmation, Delivery, Effect, Event, Heard, Inputs, IntentId, Money, NameState,
    OrderId, Payment, Session, State, StateName, Verdict, step,
};
use crate::language::{Listening, Utterance, hear_own, understand};
use crate::limits::{Ended, Tally, Tick, begun_until, ended, over, paid, same_payment, ticks};
use crate::session::{
    Attempt, Claim, Counted, Entry, Header, OrderRecord, OrderWrite, Record, RestoreError, Secret, SessionId, Step,
    Stored, TrailEntry, chained, history,
};

/// The session that a turn has in hand.
pub(super) struct Hand<'a> {
    given: Given<'a>,
    pub session: Session,
    pub header: Header,
    store: InStore,
    effects: VecDeque<Effect>,
    said: Act,
    /// Whether the record goes with this turn.
    pub purges: bool,
    /// What was asked before card data expired, so that a code is not read as a card number.
    asked: Option<StateName>,
    trail: Trail,
    pub owed: Owed,
}

/// What the store holds of the session.
struct InStore {
    /// The version that must be there; `None` for a session that is not there yet.
    version: Option<u64>,
    /// On a look, the session as it was loaded: unchanged, it is not written again.
    session: Option<Box<Session>>,
}

/// What happened in this turn.
#[derive(Default)]
struct Trail {
    entries: Vec<TrailEntry>,
    /// How many of them are in the store.
    kept: usize,
    /// Whether the session has, or had, card data.
    card: bool,
}

/// So many steps lie in a record at most, once there is card data.
const HELD: usize = 24;

/// What ledger and counts are still to be told.
#[derive(Default)]
pub(super) struct Owed {
    /// The attempt, with the next commit.
    pub attempt: Option<Attempt>,
    /// Its order, with the next commit.
    pub order: Option<OrderWrite>,
    /// The order as this turn's claim left it in the store.
    pub claimed: Option<Box<OrderRecord>>,
    /// An attempt that ended, of which its order's record does not know yet.
    pub ended: Option<(OrderId, AttemptId, Verdict)>,
    /// Counts to be changed, once all else is kept.
    pub ticks: Vec<Tick>,
    /// The counts that an attempt of this round was added to, until a commit keeps it.
    pub unspent: Vec<String>,
}

impl<'a> Hand<'a> {
    /// A session that begins with this message.
    pub fn begin(message: &Message, given: Given<'a>, round: u8) -> Self {
        let session = Session::begin(message.language.unwrap_or_default(), message.payment.clone(), given.fresh);
        let begins = message.idempotency_key.as_ref().and_then(DeliveryKey::begins);
        let chance = || SessionId::from_random(given.new_session);
        let header = Header {
            session_id: begins.map_or_else(chance, |begins| begins.session.clone()),
            version: 0,
            turn: 0,
            turn_id: String::new(),
            token_hash: message.token_hash.clone(),
            digests: given.digests.clone(),
            replies: Vec::new(),
            answered: Vec::new(),
            begun: begins.is_some(),
            history: Vec::new(),
            last_updated: given.now,
            ttl: None,
            trail_head: String::new(),
            steps: Vec::new(),
            counted: Counted::default(),
        };
        let mut hand = Self::of(Stored { session, header }, None, given, round);
        hand.step(&Event::Opened);
        hand
    }

    /// A session that was kept; what became of its card data and of the rules meanwhile is stepped first.
    ///
    /// # Errors
    /// When this release cannot read the record.
    pub fn restore(
        record: &Record,
        secret: Option<&Secret>,
        given: Given<'a>,
        round: u8,
    ) -> Result<Self, RestoreError> {
        let gone = record.sealed_until().is_some_and(|until| until <= given.now);
        let restored = if gone { Err(RestoreError::SecretMissing) } else { record.restore(secret) };
        let (stored, broken) = match restored {
            Err(RestoreError::SecretMissing) => (record.restore_without_card()?, !gone),
            restored => (restored?, false),
        };
        let changed = stored.header.digests != *given.digests;
        let away = stored.header.last_updated + given.policy.card_data <= given.now;
        let mut hand = Self::of(stored, Some(record.version()), given, round);
        let step = record.bare_since().unwrap_or(record.current_step());
        let asked = step.parse().ok().filter(|state: &StateName| state.field().is_some());
        if changed {
            hand.header.digests = given.digests.clone();
            hand.step(&Event::RulesChanged);
        }
        if record.bare_since().is_some() {
            // What is in the air, or over, needs nothing of what is gone.
            if hand.session.state_name() == StateName::Name {
                hand.asked = asked;
                hand.step(&Event::SealBroken);
            }
        } else if broken {
            hand.asked = asked;
            hand.step(&Event::SealBroken);
        } else if gone || away {
            hand.asked = asked;
            hand.step(&Event::Idle { gone });
        }
        Ok(hand)
    }

    fn of(stored: Stored, version: Option<u64>, given: Given<'a>, round: u8) -> Self {
        let card = !stored.header.trail_head.is_empty();
        // A round that lost its commit may still be kept, late: its write must not be taken for that of the next.
        let turn_id = format!("{}{round:02x}", hex::encode(given.fresh.to_be_bytes()));
        Self {
            given,
            session: stored.session,
            header: Header { turn_id, ..stored.header },
            store: InStore { version, session: None },
            effects: VecDeque::new(),
            said: Act::default(),
            purges: false,
            asked: None,
            trail: Trail { card, ..Trail::default() },
            owed: Owed::default(),
        }
    }

    /// The time of the turn.
    pub const fn now(&self) -> Timestamp {
        self.given.now
    }

    /// What the session is to pay.
    pub const fn payment(&self) -> Option<&Payment> {
        self.session.memory.payment.as_ref()
    }

    /// What was charged, and by which intent.
    pub fn charged(&self) -> Option<(Money, IntentId)> {
        let State::Complete(receipt) = &self.session.state else { return None };
        Some((self.payment()?.amount, receipt.intent.clone()?))
    }

    /// From here on, a turn that changes nothing writes nothing: it was only asked to look.
    pub fn only_looks(&mut self) {
        self.store.session = Some(Box::new(self.session.clone()));
    }

    /// The version that must be in the store; `None` for a session that is not there yet.
    pub const fn stored(&self) -> Option<u64> {
        self.store.version
    }

    /// Whether there is something to keep: not where it was only looked, and nothing came of it.
    pub fn is_to_be_kept(&self) -> bool {
        let as_before = self.store.session.as_ref().is_some_and(|before| **before == self.session);
        !as_before || self.owed.ended.is_some() || self.fades()
    }

    /// Whether a payment in the air has to be written again: a store seals what people may see of it only for as long as a session
    /// lives after its last message.
    fn fades(&self) -> bool {
        let half = self.given.policy.session / 2;
        self.session.state.flight().is_some() && self.header.last_updated + half <= self.given.now
    }

    /// What of its trail goes to the ledger with the next commit; all else lies in the record.
    pub fn moved(&mut self) -> Vec<TrailEntry> {
        let new = self.trail.entries[self.trail.kept..].iter().map(Step::of);
        let steps: Vec<Step> = std::mem::take(&mut self.header.steps).into_iter().chain(new).collect();
        if !self.moves(steps.len()) {
            self.header.steps = steps;
            return Vec::new();
        }
        let moved = chained(&self.header.session_id, steps, &self.header.trail_head);
        if let Some(last) = moved.last() {
            self.header.trail_head.clone_from(&last.digest);
        }
        moved
    }

    /// Whether the steps move to the ledger now: with the first card data, with every event of money, at the end of a session that
    /// had either, and once there are so many that its record would grow large.
    fn moves(&self, steps: usize) -> bool {
        let money = self.owed.attempt.is_some() || self.owed.order.is_some();
        let in_ledger = !self.header.trail_head.is_empty();
        let ends = self.purges || self.session.state_name().is_over();
        money || (self.trail.card && (!in_ledger || ends || steps > HELD))
    }

    /// All of it is in the store now.
    pub fn kept(&mut self) {
        self.store.version = Some(self.header.version);
        self.trail.kept = self.trail.entries.len();
        self.owed.attempt = None;
        self.owed.order = None;
        self.owed.unspent.clear();
    }

    /// All that happened in this turn.
    pub fn into_trail(self) -> Vec<TrailEntry> {
        self.trail.entries
    }

    /// The next thing that the machine asks of the world.
    pub fn next_effect(&mut self) -> Option<Effect> {
        self.effects.pop_front()
    }

    /// What the machine says, after what it said before.
    pub fn say(&mut self, act: Act) {
        self.said = std::mem::take(&mut self.said).then(act);
    }

    /// What was said in this turn.
    pub const fn said(&self) -> &Act {
        &self.said
    }

    /// Understands a message where the session stands, and steps it.
    pub fn hear(&mut self, utterance: &Utterance, delivery: Delivery) {
        let heard = self.understood(utterance);
        let before = self.session.clone();
        self.step(&Event::Heard(heard.clone(), delivery));
        self.note_heard(&heard, &before);
    }

    fn understood(&self, utterance: &Utterance) -> Heard {
        let now = Listening::to(&self.session);
        let today = Some(furthest_west(self.given.now));
        let listening = Listening { state: self.asked.unwrap_or(now.state), today, ..now };
        let mut heard = understand(utterance, &listening).heard;
        hear_own(&mut heard, utterance, listening.language, &self.given.policy.own_answers);
        heard
    }

    /// Whether the order has to be read before this message is answered. It has to before a card is asked for, and whenever the
    /// customer says anything but a value, which may be a question about a payment. A yes claims the order, and so reads it anyway.
    pub fn order_matters(&self, utterance: &Utterance) -> bool {
        if self.session.state_name() == StateName::Name {
            return true;
        }
        let Heard { told, command, answer, asks, asides, .. } = self.understood(utterance);
        let value = !told.is_empty() && command.is_none() && answer.is_none() && !asks && asides.is_empty();
        let yes = self.session.state_name() == StateName::Confirm && command == Some(Command::Affirm) && !asks;
        !value && !yes
    }

    fn note_heard(&mut self, heard: &Heard, before: &Session) {
        let at = self.given.now;
        let turn = self.session.memory.counters.turns;
        self.header
            .history
            .extend(history(heard, before, &self.session).into_iter().map(|line| Entry::customer(at, turn, line)));
    }

    /// What is said of it, by id, stands in the trail with what was stepped last: no reply is without a step of its own.
    pub fn note_said(&mut self, ids: Vec<String>) {
        if let [.., last] = &mut self.trail.entries[self.trail.kept..] {
            last.said = ids;
        }
    }

    /// Steps what the gateway said in an earlier round of a message. The message itself was stepped then, and is counted
    /// as a turn of its own.
    pub fn resume(&mut self, results: &[Event]) {
        self.apply_in(results, true);
    }

    /// Steps what the gateway said in an earlier round.
    pub fn apply(&mut self, results: &[Event]) {
        self.apply_in(results, false);
    }

    fn apply_in(&mut self, results: &[Event], mut resumed: bool) {
        for result in results {
            // What the result before this one asked for is answered by this one, and not asked for again.
            self.effects.retain(|effect| match effect {
                Effect::Say(_) | Effect::Purge => true,
                Effect::Tokenise { .. }
                | Effect::OpenIntent { .. }
                | Effect::Charge { .. }
                | Effect::LookUp(_)
                | Effect::CancelPayment(_) => false,
            });
            self.step_in(result, std::mem::take(&mut resumed));
        }
    }

    /// Steps one event, and keeps what it leaves.
    pub fn step(&mut self, event: &Event) {
        self.step_in(event, false);
    }

    fn step_in(&mut self, event: &Event, resumed: bool) {
        let Given { now, policy, fresh, .. } = self.given;
        let from = self.session.state_name();
        let flying =
            self.session.state.flight().map(|flight| (flight.attempt.clone(), same_payment(flight, self.payment())));
        // A placeholder without card data stands in for the moment that the machine owns the session.
        let idle = Session { memory: self.session.memory.clone(), state: State::Name(NameState::default()) };
        let session = std::mem::replace(&mut self.session, idle);
        let stepped = step(session, event, &Inputs { now, policy, fresh, resumed });
        self.session = stepped.session;
        let untraced = !self.trail.card;
        self.trail.card |= self.session.state.holds_card();
        if untraced && !self.trail.card && !from.is_over() {
            self.owed.ticks.extend(over(&self.session.state, &self.header.session_id, now));
        }
        // A verdict that comes when the attempt has ended already says nothing new, and opens nothing again.
        if let Event::Verdict { intent, attempt, verdict } = event
            && let Some((flying, same)) = flying
            && flying == *attempt
        {
            if *verdict == Verdict::Paid {
                self.owed.ticks.extend(same.map(|same| paid(&same, now)));
            }
            self.note_verdict((intent, attempt), verdict, from == StateName::Authenticating);
        }
        let entry = TrailEntry {
            at: Timestamp::from_millisecond(now.as_millisecond()).unwrap_or(now),
            session: self.header.session_id.clone(),
            turn: self.session.memory.counters.turns,
            turn_id: String::new(),
            event: event.label(),
            from: from.wire().to_owned(),
            to: self.session.state_name().wire().to_owned(),
            effects: stepped.effects.iter().map(|effect| effect.wire().to_owned()).collect(),
            guards: stepped.guards.iter().map(|(guard, holds)| format!("{}={holds}", guard.wire())).collect(),
            said: Vec::new(),
            previous: String::new(),
            digest: String::new(),
        };
        self.trail.entries.push(entry);
        self.effects.extend(stepped.effects);
    }

    /// What the gateway said of an attempt, for the ledger and for the bounds; and whether the customer was at the bank.
    fn note_verdict(&mut self, (intent, attempt): (&IntentId, &AttemptId), verdict: &Verdict, at_bank: bool) {
        let said = verdict.noted();
        // Cancelling at the bank's page counts as a failure: by then it is known that the card was not refused. A
        // cancellation before that, as after an outage of the gateway, does not.
        let how = match verdict {
            Verdict::Paid => Some(Ended::Paid),
            Verdict::Declined(_) => Some(Ended::Failed),
            Verdict::Voided => Some(if at_bank { Ended::Failed } else { Ended::Untried }),
            // The operator's fault is nobody's failed attempt.
            Verdict::Refused => Some(Ended::Untried),
            Verdict::Pending | Verdict::ActionRequired(_) | Verdict::NotReached | Verdict::Unknown => None,
        };
        let closed = how.is_some();
        self.owed.attempt = Some(Attempt { closed, verdict: Some(said), ..self.attempt(intent, attempt) });
        if let Some(how) = how {
            let counted = std::mem::take(&mut self.header.counted);
            self.owed.ticks.extend(ended(&counted, how, self.given.now));
            let order = self.session.memory.order().map(|order| order.id.clone());
            self.owed.ended = order.map(|order| (order, attempt.clone(), verdict.clone()));
        }
    }

    /// An attempt of this session, as it is before the gateway said anything of it.
    fn attempt(&self, intent: &IntentId, attempt: &AttemptId) -> Attempt {
        Attempt {
            intent: intent.clone(),
            attempt: attempt.clone(),
            session: self.header.session_id.clone(),
            order: self.session.memory.order().map(|order| order.id.clone()),
            opened_at: self.given.now,
            closed: false,
            verdict: None,
        }
    }

    /// The next commit writes the attempt that is about to be sent, and the claim on its order.
    pub fn stage_attempt(&mut self, confirmation: &Confirmation, claim: Option<OrderRecord>) {
        self.owed.attempt = Some(self.attempt(&confirmation.intent, &confirmation.attempt));
        self.owed.claimed = claim.clone().map(Box::new);
        self.owed.order = claim.map(OrderWrite::of);
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

    /// The session's claim on its order, of which this is `known`; `None` where it pays none.
    pub fn claim_on(&self, known: Option<&OrderRecord>) -> Option<Result<OrderRecord, Bar>> {
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
            | State::Cancelled(_) => (AttemptId::new(""), None),
        };
        let (session, policy) = (&self.header.session_id, self.given.policy);
        Some(OrderRecord::claimed(
            known,
            Claim { payment, order, session, attempt: &attempt, card, policy, at: self.given.now },
        ))
    }

    /// The order that bounds this session, where a merchant signed it. One that the service minted for its page is none.
    pub fn signed_order(&self) -> Option<&OrderId> {
        self.session.memory.order().filter(|order| !order.minted).map(|order| &order.id)
    }

    /// A card more was counted under these keys that is about to become a token.
    pub fn counted_token(&mut self, keys: Vec<String>) {
        self.header.counted.token = keys;
    }

    /// An attempt more was counted under these keys.
    pub fn counted_attempt(&mut self, keys: Vec<String>) {
        self.owed.unspent.clone_from(&keys);
        self.header.counted.attempt = keys;
    }

    /// What was counted in an earlier round that lost its commit: nothing of it was sent.
    pub fn owe_back(&mut self, keys: &[String]) {
        self.owed.ticks.extend(ticks(keys, Tally::ATTEMPT.back(), self.given.now));
    }

    /// The record is deleted with this turn. A repeat of its first message would bring it back, so the deletion is noted.
    pub fn purge(&mut self) {
        self.purges = true;
        if self.header.begun {
            self.owed.ticks.push(Tick {
                key: gone(&self.header.session_id),
                by: 1,
                until: begun_until(self.given.now),
            });
        }
    }

    /// Nothing was tried: what was counted as an attempt is taken back.
    pub fn give_back(&mut self) {
        let keys = std::mem::take(&mut self.header.counted.attempt);
        self.owed.unspent.clear();
        self.owe_back(&keys);
    }
}
