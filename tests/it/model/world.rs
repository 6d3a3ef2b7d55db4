//! The world around the plan, small enough to be gone through whole: a store, a gateway, and turns under way.
//!
//! There is no second plan and no second machine here: a turn is what it was asked and the answers that it was given, and
//! what it does next is had by handing these to the real [`Plan`] from its beginning.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::{LazyLock, Mutex};

use jiff::Timestamp;
use payment_smart_bot::card::{Brand, LastFour, Name};
use payment_smart_bot::dialogue::{
    AttemptId, Card, ConfirmState, Consent, Decline, Fingerprint, IntentId, Language, Link, Opened, Order, Payment,
    Policy, Review, ReviewId, Session, Shown, State, Token, Verdict,
};
use payment_smart_bot::language::Utterance;
use payment_smart_bot::session::{Counted, Digests, Header, OrderRecord, Record, SessionId};
use payment_smart_bot::turn::{
    Authority, Back, ChatError, Closed, Given, Io, Next, Outcome, Plan, Request, Said, Stop,
};
use payment_smart_bot::wording::Voice;

pub static POLICY: LazyLock<Policy> = LazyLock::new(Policy::default);
static DIGESTS: LazyLock<Digests> =
    LazyLock::new(|| Digests { machine: "machine".to_owned(), rules: "rules".to_owned() });
static VOICE: LazyLock<Voice> = LazyLock::new(Voice::catalog);
const NOW: Timestamp = Timestamp::constant(1_800_000_000, 0);

/// What a turn is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Asked {
    Yes,
    /// At the review it closes it; on the way it is "not again"; at the bank it is asked whether to stop.
    No,
    /// A likely cancel: asked about, and the question holds what is on its way.
    Doubt,
    Cancel,
    Nudge,
}

/// An answer of the world, as it can be kept in a state.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Answer {
    Loaded(Option<Vec<u8>>),
    Order(Option<OrderRecord>),
    Counted(usize),
    Tallied,
    Intent(Option<IntentId>),
    Said(Word),
    Framed,
    Paused(bool),
    Committed,
    Conflict,
    OrderConflict,
    Failed,
}

/// What the gateway says of an attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Word {
    Paid,
    Declined,
    /// Refused as a request: nothing happened, and the same request is refused again under the same key.
    Refused,
    Voided,
    Action,
    NotReached,
    Unknown,
}

impl Answer {
    fn back(&self) -> Back {
        match self {
            Self::Loaded(record) => {
                Back::Loaded(record.as_ref().map(|json| Box::new(Record::from_json(json).expect("a record"))))
            }
            Self::Order(order) => Back::Order(order.clone().map(Box::new)),
            Self::Counted(keys) => Back::Counted(vec![0; *keys]),
            Self::Tallied => Back::Tallied,
            Self::Intent(intent) => Back::Intent(intent.clone().map_or(Opened::Unknown, Opened::Intent)),
            Self::Said(word) => Back::Verdict(match word {
                Word::Paid => Verdict::Paid,
                Word::Declined => Verdict::Declined(Decline::Plain),
                Word::Refused => Verdict::Refused,
                Word::Voided => Verdict::Voided,
                Word::Action => Verdict::ActionRequired(Link::new("https://bank.example/")),
                Word::NotReached => Verdict::NotReached,
                Word::Unknown => Verdict::Unknown,
            }),
            Self::Framed => Back::Framed(Vec::new()),
            Self::Paused(goes_on) => Back::Paused(*goes_on),
            Self::Committed => Back::Committed,
            Self::Conflict => Back::Conflict,
            Self::OrderConflict => Back::OrderConflict,
            Self::Failed => Back::Failed,
        }
    }
}

/// A turn under way.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Turn {
    pub session: u8,
    pub asked: Asked,
    /// Whether it begins when what is undecided has been so for too long.
    pub later: bool,
    /// The how-many-eth turn of its session: two turns never draw the same ids.
    pub number: u8,
    pub answers: Vec<Answer>,
}

/// What a turn wants done next, as it can be compared.
#[derive(Clone, Debug)]
pub enum Wants {
    Io(std::sync::Arc<Io>),
    /// Nothing: it has ended. `unanswered` says that nothing was done for it, or half done.
    Done {
        unanswered: bool,
    },
}

type Known = HashMap<Turn, Wants>;
static KNOWN: LazyLock<Mutex<Known>> = LazyLock::new(Mutex::default);

impl Turn {
    /// What it wants next, said by the real plan; what was asked before is remembered.
    pub fn wants(&self) -> Wants {
        if let Some(known) = KNOWN.lock().expect("no panic").get(self) {
            return known.clone();
        }
        let wants = self.replayed();
        KNOWN.lock().expect("no panic").insert(self.clone(), wants.clone());
        wants
    }

    fn replayed(&self) -> Wants {
        let said = |text: &str| Said::Message { utterance: Utterance::new(text.to_owned()), answering: None };
        let (authority, said) = match self.asked {
            Asked::Yes => (Authority::Owner("hash".to_owned()), said("yes")),
            Asked::No => (Authority::Owner("hash".to_owned()), said("no")),
            Asked::Doubt => (Authority::Owner("hash".to_owned()), said("i think i want to stop")),
            Asked::Cancel => (Authority::Owner("hash".to_owned()), said("cancel")),
            Asked::Nudge => (Authority::Ledger, Said::Nudge),
        };
        let request = Request {
            session: Some(session_id(self.session)),
            authority,
            language: None,
            idempotency_key: None,
            said,
            payment: None,
            order: None,
            client: None,
        };
        let fresh = 1000 * (u128::from(self.session) + 1) + u128::from(self.number);
        let now = if self.later { NOW + POLICY.undecided } else { NOW };
        let given = Given { now, fresh, new_session: [9; 16], policy: &POLICY, voice: &VOICE, digests: &DIGESTS };
        let (mut plan, mut next) = Plan::begin(request, given);
        for answer in &self.answers {
            next = plan.next(answer.back());
        }
        match next {
            Next::Do(io) => Wants::Io(std::sync::Arc::new(io)),
            Next::Done(outcome) => Wants::Done { unanswered: unanswered(&outcome) },
        }
    }
}

/// Whether a turn ended without a reply, and with no word of what may have happened to money.
fn unanswered(outcome: &Outcome) -> bool {
    let (Outcome::Chatted(Err(ChatError::Stopped(stop))) | Outcome::Deleted(Err(stop)) | Outcome::Looked(Err(stop))) =
        outcome
    else {
        return false;
    };
    matches!(stop, Stop::Conflict | Stop::Closed(Closed::Unavailable))
}

/// An intent at the gateway.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Intent {
    /// What became of each attempt that reached it.
    pub attempts: BTreeMap<String, Word>,
    pub voided: bool,
}

/// Everything there is.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct World {
    /// The sessions' records, as JSON.
    pub sessions: BTreeMap<u8, Vec<u8>>,
    pub order: Option<OrderRecord>,
    /// The attempts that were saved, and their sessions.
    pub saved: BTreeMap<String, u8>,
    pub open: BTreeSet<String>,
    pub intents: BTreeMap<String, Intent>,
    pub keys: BTreeMap<String, String>,
    /// Confirmations that are on their way, and may arrive at any time.
    pub late: BTreeSet<(String, String)>,
    pub turns: Vec<Turn>,
    /// Whether time has passed: so much that what is undecided has been so for too long.
    pub later: bool,
    pub begun: BTreeMap<u8, u8>,
    /// The attempts whose review stood when a yes was read.
    pub agreed: BTreeSet<String>,
    /// A turn asked the gateway for a verdict, and ended saying that nothing was done.
    pub understated: bool,
    /// How often money moved: intent and attempt.
    pub moved: Vec<(String, String)>,
    pub left: Left,
}

/// What may still happen, so that there is an end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Left {
    pub yes: u8,
    /// Of these a no is one, and a likely cancel another.
    pub doubts: u8,
    pub cancels: u8,
    pub nudges: u8,
    pub crashes: u8,
    pub losses: u8,
    pub declines: u8,
    /// Whether time may pass.
    pub time: u8,
    pub at_once: u8,
}

pub fn session_id(n: u8) -> SessionId {
    SessionId::from_random([n + 1; 16])
}

pub fn session_of(id: &SessionId) -> u8 {
    (0..8).find(|&n| session_id(n) == *id).expect("one of ours")
}

/// A session that shows its review, with a card that is a token.
pub fn at_review(n: u8, ordered: bool) -> Vec<u8> {
    let order = ordered.then(|| Order {
        id: "order-1042".parse().expect("an id"),
        expires: NOW + jiff::SignedDuration::from_hours(1),
        minted: false,
    });
    let amount = "49.90 EUR".parse().expect("money");
    let payment = Payment { amount, payee: None, description: None, order };
    let mut session = Session::begin(Language::En, Some(payment), u128::from(n));
    session.memory.counters.turns = 5;
    session.memory.asked = 5;
    let token = Token::new(format!("pm_{n}"));
    let shown =
        Shown { brand: Brand::Visa, last_four: LastFour::parse("4242").expect("digits"), month: 12, year: 2030 };
    session.state = State::Confirm(ConfirmState {
        review: Review {
            id: ReviewId::new(format!("rv_{n}")),
            turn: 5,
            attempt: AttemptId::new(format!("at_{n}")),
            consent: Consent::to(session.memory.payment.as_ref(), &token),
            closed: false,
        },
        card: Card {
            name: Name::parse("Jane Roe").expect("a name"),
            token,
            fingerprint: Some(Fingerprint::new("fp_1")),
            shown,
        },
        affirmed: None,
        offer: None,
    });
    let header = Header {
        session_id: session_id(n),
        version: 1,
        turn: 5,
        turn_id: "before".to_owned(),
        token_hash: "hash".to_owned(),
        digests: DIGESTS.clone(),
        replies: Vec::new(),
        answered: Vec::new(),
        begun: false,
        history: Vec::new(),
        last_updated: NOW,
        ttl: None,
        trail_head: String::new(),
        counted: Counted::default(),
        steps: Vec::new(),
    };
    Record::of(&session, &header).0.to_json()
}

impl World {
    pub fn record(&self, session: u8) -> Record {
        Record::from_json(&self.sessions[&session]).expect("a record")
    }

    /// Whether it was asked whether something is meant.
    pub fn asks(&self, session: u8) -> bool {
        self.record(session).restore(None).expect("restores").session.memory.pending.is_of_an_act()
    }

    /// The session as the machine knows it.
    pub fn state(&self, session: u8) -> State {
        self.record(session).restore(None).expect("restores").session.state
    }
}
