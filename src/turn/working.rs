//! A session that a turn has in hand: what was stepped, what is still to be done, what is to be said and kept.

use std::collections::VecDeque;

use jiff::Timestamp;

use super::Reply;
use super::bounds::{ClientKey, Tick};
use super::request::{Authority, Given, Request};
use crate::dialogue::{
    Act, AttemptId, Delivery, Effect, Event, Heard, Inputs, IntentId, NameState, OrderId, Payment, Purpose, Session,
    Shown, State, StateName, Verdict, step,
};
use crate::language::{Listening, Utterance, understand};
use crate::session::{
    Attempt, Entry, Header, OrderRecord, OrderWrite, Record, RestoreError, Secret, SessionId, Stored, TrailEntry,
    history,
};
use crate::wording::Sentence;

/// A session that a turn has in hand.
#[derive(Debug)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a fact of its own about the turn, and none excludes another"
)]
pub(super) struct Working<'a> {
    pub(super) given: Given<'a>,
    pub(super) session: Session,
    pub(super) header: Header,
    /// The version that must be in the store; `None` for a session that is not there yet.
    pub(super) stored: Option<u64>,
    /// Whether what is in the store is what is in hand.
    pub(super) saved: bool,
    pub(super) queue: VecDeque<Effect>,
    pub(super) said: Act,
    pub(super) trail: Vec<TrailEntry>,
    /// All of the turn, kept or not yet.
    pub(super) log: Vec<TrailEntry>,
    pub(super) attempt: Option<Attempt>,
    /// The order as it is once this session's claim is kept.
    pub(super) claim: Option<OrderRecord>,
    /// What is written of the order with the next commit.
    pub(super) order: Option<OrderWrite>,
    /// An attempt that ended: its order is still to be told.
    pub(super) settling: Option<(OrderId, AttemptId, Verdict)>,
    /// What was counted for the customer's place in this round, and is not kept yet.
    pub(super) unspent: Option<String>,
    /// Counts to be changed once this is kept.
    pub(super) ticks: Vec<Tick>,
    /// Where the customer is.
    pub(super) client: Option<ClientKey>,
    pub(super) calls: u8,
    /// Money moved, or may have: its verdict is kept before anything is worded.
    pub(super) moved: bool,
    pub(super) purge: bool,
    pub(super) waiting: Option<Waiting>,
    pub(super) words: Words,
    pub(super) replied: Option<Reply>,
    /// What the customer was asked for, where card data went meanwhile: a code that answers it is no card number.
    pub(super) asked: Option<StateName>,
    /// The session as it was when it was only to be looked up.
    pub(super) before: Option<Box<Session>>,
    /// Whether the next event goes on with a message that was stepped in an earlier round.
    pub(super) resumed: bool,
}

/// What was asked of the world.
#[derive(Debug)]
pub(super) enum Waiting {
    Token { revision: u32, shown: Shown },
    Order(Opening),
    Reserved(Opening),
    Intent,
    Settling(AttemptId, Verdict),
    Tally,
    Verdict { intent: IntentId, attempt: AttemptId },
    Words(Vec<Sentence>),
    Seal(Box<Record>, Timestamp),
    Commit,
}

/// An intent that is to stand.
#[derive(Debug)]
pub(super) struct Opening {
    pub key: String,
    pub known: Option<IntentId>,
    pub purpose: Purpose,
}

/// How far the wording is.
#[derive(Debug)]
pub(super) enum Words {
    Unasked,
    Ready(String),
}

impl<'a> Working<'a> {
    /// A session that begins with this turn.
    pub fn new(request: &Request, given: Given<'a>, round: u8) -> Self {
        let language = request.language.unwrap_or_default();
        let session = Session::begin(language, request.payment.clone(), given.fresh);
        let header = Header {
            session_id: SessionId::from_random(given.new_session),
            version: 0,
            turn: 0,
            turn_id: String::new(),
            token_hash: match &request.authority {
                Authority::Owner(token_hash) => token_hash.clone(),
                // The ledger begins no session; nothing opens one whose hash is empty.
                Authority::Ledger => String::new(),
            },
            digests: given.digests.clone(),
            replies: Vec::new(),
            history: Vec::new(),
            last_updated: given.now,
            ttl: None,
            trail_head: String::new(),
            reserved: None,
        };
        let mut working = Self::of(Stored { session, header }, None, given, round);
        working.client.clone_from(&request.client);
        working.step(&Event::Opened);
        working
    }

    /// A session that was kept; what became of its card data and of the rules meanwhile is stepped first.
    ///
    /// # Errors
    /// When this release cannot read the record.
    pub fn restore(
        record: &Record,
        secret: Option<Secret>,
        client: Option<ClientKey>,
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
        let asked = record.current_step().parse().ok().filter(|step: &StateName| step.field().is_some());
        let away = stored.header.last_updated + given.policy.card_data <= given.now;
        let mut working = Self::of(stored, Some(record.version()), given, round);
        working.client = client;
        if changed {
            working.header.digests = given.digests.clone();
            working.step(&Event::RulesChanged);
        }
        if broken {
            working.asked = asked;
            working.step(&Event::SealBroken);
        } else if gone || away {
            working.asked = asked;
            working.step(&Event::Idle { gone });
        }
        Ok(working)
    }

    fn of(stored: Stored, version: Option<u64>, given: Given<'a>, round: u8) -> Self {
        // A round that lost its commit may still be kept, late: its write must not be taken for that of the next.
        let turn_id = format!("{}{round:02x}", hex::encode(given.fresh.to_be_bytes()));
        Self {
            given,
            session: stored.session,
            header: Header { turn_id, ..stored.header },
            stored: version,
            saved: false,
            queue: VecDeque::new(),
            said: Act::default(),
            trail: Vec::new(),
            log: Vec::new(),
            attempt: None,
            claim: None,
            order: None,
            settling: None,
            unspent: None,
            ticks: Vec::new(),
            client: None,
            calls: 0,
            moved: false,
            purge: false,
            waiting: None,
            words: Words::Unasked,
            replied: None,
            asked: None,
            before: None,
            resumed: false,
        }
    }

    /// From here on, what changes nothing is not kept: somebody only says that it is time to look.
    pub fn only_look(&mut self) {
        self.before = Some(Box::new(self.session.clone()));
    }

    /// Whether it was only looked, and nothing came of it.
    pub(super) fn is_as_before(&self) -> bool {
        self.before.as_ref().is_some_and(|before| **before == self.session) && self.settling.is_none()
    }

    /// The session.
    pub const fn session_id(&self) -> &SessionId {
        &self.header.session_id
    }

    /// What the session is to pay.
    pub const fn payment(&self) -> Option<&Payment> {
        self.session.memory.payment.as_ref()
    }

    /// Whether the record goes with this turn.
    pub const fn purges(&self) -> bool {
        self.purge
    }

    /// Understands a message where the session stands, and steps it.
    pub fn hear(&mut self, utterance: &Utterance, delivery: Delivery) {
        let now = Listening::to(&self.session);
        let listening = Listening { state: self.asked.unwrap_or(now.state), ..now };
        let heard = understand(utterance, &listening).heard;
        let before = self.session.clone();
        self.step(&Event::Heard(heard.clone(), delivery));
        self.note_heard(&heard, &before);
    }

    fn note_heard(&mut self, heard: &Heard, before: &Session) {
        let at = self.given.now;
        let turn = self.session.memory.counters.turns;
        self.header
            .history
            .extend(history(heard, before, &self.session).into_iter().map(|what| Entry::customer(at, turn, what)));
    }

    /// Forgets what was asked of the gateway, because the answer is there already; what is to be said or purged stays.
    pub fn forget_asked(&mut self) {
        self.queue.retain(|effect| match effect {
            Effect::Say(_) | Effect::Purge => true,
            Effect::Tokenise { .. }
            | Effect::OpenIntent { .. }
            | Effect::Charge { .. }
            | Effect::LookUp(_)
            | Effect::CancelPayment(_) => false,
        });
    }

    /// Steps one event, and keeps what it leaves.
    pub fn step(&mut self, event: &Event) {
        let Given { now, policy, fresh, .. } = self.given;
        let inputs = Inputs { now, policy, fresh, resumed: self.resumed };
        let from = self.session.state_name();
        let flying = self.session.state.flight().map(|flight| flight.attempt.clone());
        // A placeholder without card data stands in for the moment that the machine owns the session.
        let idle = Session { memory: self.session.memory.clone(), state: State::Name(NameState::default()) };
        let stepped = step(std::mem::replace(&mut self.session, idle), event, &inputs);
        self.session = stepped.session;
        self.saved = false;
        // A verdict that comes when the attempt has ended already says nothing new, and opens nothing again.
        if let Event::Verdict { intent, attempt, verdict } = event
            && flying.as_ref() == Some(attempt)
        {
            self.note_verdict(intent, attempt, verdict, from == StateName::Authenticating);
        }
        let entry = TrailEntry {
            at: self.given.now,
            session: self.header.session_id.clone(),
            turn: self.session.memory.counters.turns,
            turn_id: self.header.turn_id.clone(),
            event: event.label(),
            from: from.wire().to_owned(),
            to: self.session.state_name().wire().to_owned(),
            effects: stepped.effects.iter().map(|effect| effect.wire().to_owned()).collect(),
            guards: stepped.guards.iter().map(|(guard, holds)| format!("{}={holds}", guard.wire())).collect(),
            previous: String::new(),
            digest: String::new(),
        }
        .chained(&self.header.trail_head);
        self.header.trail_head.clone_from(&entry.digest);
        self.trail.push(entry.clone());
        self.log.push(entry);
        self.queue.extend(stepped.effects);
    }
}
