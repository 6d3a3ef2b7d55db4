//! What can happen next in the world, and what comes of it.

use payment_smart_bot::dialogue::{Confirmation, State};
use payment_smart_bot::session::{Commit, Write};
use payment_smart_bot::turn::Io;

use super::Model;
use super::world::{Answer, Asked, Turn, Wants, Word, World, session_of};

/// One thing that happens.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// A turn begins.
    Begin(u8, Asked),
    /// What a turn wants is done, and it is told.
    Do(usize, Word),
    /// It is done, and the answer is lost.
    Unheard(usize, Word),
    /// It never arrives, and no answer comes.
    Lost(usize),
    /// A confirmation is sent, seems lost, and arrives later.
    Delayed(usize),
    /// The process that carries the turn dies.
    Crash(usize),
    /// A late confirmation arrives.
    Arrive((String, String), Word),
    /// So much time passes that what is undecided has been so for too long.
    Wait,
    /// The gateway decides what it had not decided.
    Decide(String, String, Word),
}

/// What a confirmation can come to.
fn results(world: &World) -> Vec<Word> {
    let mut results = vec![Word::Paid, Word::Action];
    if world.left.declines > 0 {
        results.extend([Word::Declined, Word::Refused]);
    }
    results
}

pub fn possible(_: &Model, world: &World, steps: &mut Vec<Step>) {
    if world.turns.len() < usize::from(world.left.at_once) {
        for &session in world.sessions.keys() {
            if world.left.yes > 0 {
                steps.push(Step::Begin(session, Asked::Yes));
            }
            if world.left.doubts > 0 {
                steps.push(Step::Begin(session, Asked::No));
                steps.push(Step::Begin(session, Asked::Doubt));
            }
            if world.left.cancels > 0 {
                steps.push(Step::Begin(session, Asked::Cancel));
            }
            // A webhook knows an attempt that was saved, open or not.
            if world.left.nudges > 0 && world.saved.values().any(|&of| of == session) {
                steps.push(Step::Begin(session, Asked::Nudge));
            }
        }
    }
    for (at, turn) in world.turns.iter().enumerate() {
        let Wants::Io(io) = turn.wants() else { continue };
        if world.left.crashes > 0 {
            steps.push(Step::Crash(at));
        }
        let moves =
            matches!(*io, Io::Charge { .. } | Io::LookUp(_) | Io::Cancel(_) | Io::OpenIntent { .. } | Io::Commit(_));
        let words = if matches!(*io, Io::Charge { .. }) { results(world) } else { vec![Word::Unknown] };
        steps.extend(words.iter().map(|&word| Step::Do(at, word)));
        if moves && world.left.losses > 0 {
            steps.extend(words.iter().map(|&word| Step::Unheard(at, word)));
            steps.push(Step::Lost(at));
            if matches!(*io, Io::Charge { .. }) {
                steps.push(Step::Delayed(at));
            }
        }
    }
    if world.left.time > 0 && !world.saved.is_empty() {
        steps.push(Step::Wait);
    }
    for late in &world.late {
        steps.extend(results(world).into_iter().map(|word| Step::Arrive(late.clone(), word)));
    }
    for (id, intent) in &world.intents {
        for (attempt, word) in &intent.attempts {
            if !intent.voided && *word == Word::Action {
                steps.push(Step::Decide(id.clone(), attempt.clone(), Word::Paid));
                steps.push(Step::Decide(id.clone(), attempt.clone(), Word::Declined));
            }
        }
    }
}

pub fn taken(model: &Model, before: &World, step: &Step) -> World {
    let mut next = before.clone();
    match step {
        Step::Begin(session, asked) => {
            let left = match asked {
                Asked::Yes => &mut next.left.yes,
                Asked::No | Asked::Doubt => &mut next.left.doubts,
                Asked::Cancel => &mut next.left.cancels,
                Asked::Nudge => &mut next.left.nudges,
            };
            *left -= 1;
            next.begin(*session, *asked);
        }
        Step::Do(at, word) => {
            next.left.declines -= u8::from(matches!(word, Word::Declined | Word::Refused));
            let answer = next.perform(model, *at, *word);
            next.answered(*at, answer);
        }
        Step::Unheard(at, word) => {
            next.left.losses -= 1;
            next.left.declines -= u8::from(matches!(word, Word::Declined | Word::Refused));
            let answer = next.perform(model, *at, *word);
            next.answered(*at, unheard(&answer));
        }
        Step::Lost(at) => {
            next.left.losses -= 1;
            let answer = match &*next.io(*at) {
                Io::Commit(_) => Answer::Failed,
                Io::OpenIntent { .. } => Answer::Intent(None),
                _ => Answer::Said(Word::Unknown),
            };
            next.answered(*at, answer);
        }
        Step::Delayed(at) => {
            next.left.losses -= 1;
            if let Io::Charge { confirmation, .. } = &*next.io(*at) {
                next.late.insert((confirmation.intent.as_str().to_owned(), confirmation.attempt.as_str().to_owned()));
            }
            next.answered(*at, Answer::Said(Word::Unknown));
        }
        Step::Crash(at) => {
            next.left.crashes -= 1;
            next.turns.remove(*at);
        }
        Step::Arrive(late, word) => {
            next.late.remove(late);
            next.left.declines -= u8::from(matches!(word, Word::Declined | Word::Refused));
            next.confirm(&late.0, &late.1, *word);
        }
        Step::Wait => {
            next.left.time -= 1;
            next.later = true;
        }
        Step::Decide(intent, attempt, word) => next.decide(intent, attempt, *word),
    }
    next
}

/// What a turn hears when the answer is lost.
fn unheard(answer: &Answer) -> Answer {
    match answer {
        Answer::Committed | Answer::Conflict | Answer::OrderConflict => Answer::Failed,
        Answer::Intent(_) => Answer::Intent(None),
        Answer::Said(_) => Answer::Said(Word::Unknown),
        other => other.clone(),
    }
}

impl World {
    fn begin(&mut self, session: u8, asked: Asked) {
        let number = self.begun.get(&session).copied().unwrap_or(0) + 1;
        self.begun.insert(session, number);
        let later = self.later;
        self.turns.push(Turn { session, asked, later, number, answers: Vec::new() });
    }

    fn io(&self, at: usize) -> std::sync::Arc<Io> {
        match self.turns[at].wants() {
            Wants::Io(io) => io,
            Wants::Done { .. } => unreachable!("a turn that is done is not there"),
        }
    }

    /// The turn goes on; one that is done is gone.
    fn answered(&mut self, at: usize, answer: Answer) {
        self.turns[at].answers.push(answer);
        if let Wants::Done { unanswered } = self.turns[at].wants() {
            let turn = self.turns.remove(at);
            self.understated |= unanswered && turn.answers.iter().any(|answer| matches!(answer, Answer::Said(_)));
        }
    }

    /// Does what a turn wants; `result` is what a confirmation comes to.
    fn perform(&mut self, model: &Model, at: usize, result: Word) -> Answer {
        let ids = |Confirmation { intent, attempt, .. }: &Confirmation| {
            (intent.as_str().to_owned(), attempt.as_str().to_owned())
        };
        match &*self.io(at) {
            Io::Load(id) => {
                let turn = &self.turns[at];
                // What is read again after a lost commit may be another review: no yes was said to that. Nor is one said to a
                // review that is closed.
                if let (Asked::Yes, true, State::Confirm(state)) =
                    (turn.asked, turn.answers.is_empty(), self.state(turn.session))
                    && !state.review.closed
                {
                    self.agreed.insert(state.review.attempt.as_str().to_owned());
                }
                Answer::Loaded(self.sessions.get(&session_of(id)).cloned())
            }
            Io::Order(_) if model.forgets_orders => Answer::Order(None),
            Io::Order(_) => Answer::Order(self.order.clone()),
            Io::Count(keys) | Io::Glance(keys) => Answer::Counted(keys.len()),
            Io::Reserve(ticks) => Answer::Counted(ticks.len()),
            Io::Tally(_) => Answer::Tallied,
            Io::Frame(_) => Answer::Framed,
            Io::Pause(lost) => Answer::Paused(*lost < 3),
            Io::OpenIntent { key, .. } => {
                Answer::Intent(Some(payment_smart_bot::dialogue::IntentId::new(self.open(key, model))))
            }
            Io::Charge { confirmation, .. } => {
                let (intent, attempt) = ids(confirmation);
                Answer::Said(self.confirm(&intent, &attempt, result))
            }
            Io::LookUp(confirmation) => {
                let (intent, attempt) = ids(confirmation);
                Answer::Said(self.look(&intent, &attempt))
            }
            Io::Cancel(confirmation) => Answer::Said(self.void(confirmation.intent.as_str())),
            Io::Commit(commit) => self.commit(model, commit),
            Io::Open { .. } | Io::Tokenise { .. } | Io::Seal { .. } => unreachable!("no card data from the review on"),
        }
    }

    /// One transaction, as every store keeps it.
    fn commit(&mut self, model: &Model, commit: &Commit) -> Answer {
        let session = session_of(commit.write.session());
        if !model.ignores_versions && Some(self.record(session).version()) != commit.expected {
            return Answer::Conflict;
        }
        if let Some(order) = &commit.order
            && !model.ignores_orders
            && self.order.as_ref().map(|order| order.version) != order.expected
        {
            return Answer::OrderConflict;
        }
        if model.keeps_nothing {
            return Answer::Committed;
        }
        if let Some(order) = &commit.order {
            self.order = Some(order.record.clone());
        }
        if let Some(attempt) = &commit.attempt {
            let id = attempt.attempt.as_str().to_owned();
            self.saved.insert(id.clone(), session);
            if attempt.closed {
                self.open.remove(&id);
            } else {
                self.open.insert(id);
            }
        }
        match &commit.write {
            Write::Put(record) => {
                self.sessions.insert(session, record.to_json());
            }
            Write::Delete(_) => unreachable!("nobody deletes"),
        }
        Answer::Committed
    }
}

/// Once nobody is at work and the gateway has decided, or has not for too long, the schedule's look ends whatever is in
/// the air.
pub fn unstuck(model: &Model, world: &World) -> bool {
    let undecided = |world: &World| {
        world
            .intents
            .values()
            .any(|intent| !intent.voided && intent.attempts.values().any(|word| *word == Word::Action))
    };
    if !world.turns.is_empty() || !world.late.is_empty() || model.keeps_nothing {
        return true;
    }
    let flying =
        |world: &World, session| matches!(world.state(session), State::Processing(_) | State::Authenticating(..));
    // While it is open whether to stop, what never arrived is held: until it is answered, or its time is over.
    let asked = world.sessions.keys().any(|&session| world.asks(session));
    let mut world = World { later: world.later || undecided(world) || asked, ..world.clone() };
    for session in world.sessions.keys().copied().collect::<Vec<_>>() {
        if flying(&world, session) {
            world.begin(session, Asked::Nudge);
            while !world.turns.is_empty() {
                let answer = world.perform(model, 0, Word::Paid);
                world.answered(0, answer);
            }
            if flying(&world, session) {
                return false;
            }
        }
    }
    // What has no end in the ledger has none in its session, and the other way round.
    world.open.is_empty()
}
