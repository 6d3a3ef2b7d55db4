//! A customer, a clock and a gateway around the machine: every session here was stepped into from its first event.

use jiff::{SignedDuration, Timestamp};
use payment_smart_bot::dialogue::{
    Certainty, Command, Confirmation, Decline, Delivery, Effect, Event, FullCard, Heard, Inputs, IntentId, Language,
    Payment, Policy, Reading, Said, SaidExpiry, Session, Shown, State, Stepped, Token, Told, Wish, step,
};

use super::gateway::Gateway;

/// What happens next, from outside.
#[derive(Clone, Debug)]
pub enum Move {
    /// The customer gives what is asked for, or says yes.
    Forward,
    /// The customer says this.
    Hear(Heard, Delivery),
    /// So many minutes pass.
    Wait(i64),
    /// A webhook, a return page or a schedule.
    Nudge,
    /// `DELETE`.
    Delete,
    /// Other digests run now.
    Rules,
    /// The seal cannot be opened.
    SealBroken,
}

/// One step of the machine.
pub struct Seen<'a> {
    pub before: &'a Session,
    pub event: &'a Event,
    pub after: &'a Stepped,
}

/// A session, and the world around it.
pub struct World<'a> {
    pub policy: &'a Policy,
    pub session: Session,
    pub gateway: Gateway,
    pub now: Timestamp,
    /// Digits that are held, and when the first of them was given.
    pub digits: Option<(String, Timestamp)>,
    /// The owner was told that the record will be deleted.
    pub delete_promised: bool,
    pub purged: bool,
    turn: u128,
    drawn: Box<dyn Iterator<Item = u8>>,
}

impl<'a> World<'a> {
    pub fn new(policy: &'a Policy, pays: bool, drawn: Vec<u8>) -> Self {
        let amount = "49.90 EUR".parse().expect("an amount");
        let payment = pays.then_some(Payment { amount, payee: None, description: None, order: None });
        Self {
            policy,
            session: Session::begin(Language::En, payment, 1),
            gateway: Gateway::default(),
            now: "2026-11-22T12:00:00Z".parse().expect("a moment"),
            digits: None,
            delete_promised: false,
            purged: false,
            turn: 1,
            drawn: Box::new(drawn.into_iter().cycle()),
        }
    }

    /// One request, to its end; `watch` sees every step. The gateway is asked four times a turn at the most.
    pub fn go(&mut self, next: &Move, watch: &mut impl FnMut(&Seen<'_>)) {
        self.turn += 1;
        if let Move::Wait(minutes) = next {
            self.now += SignedDuration::from_mins(*minutes);
            return;
        }
        if self.session.state.card_data_until().is_some_and(|until| until <= self.now) {
            self.step(&Event::Idle { gone: true }, watch);
        }
        let event = match next {
            Move::Forward => Event::Heard(forward(&self.session), Delivery::default()),
            Move::Hear(heard, delivery) => Event::Heard(heard.clone(), *delivery),
            Move::Nudge | Move::Wait(_) => Event::Nudged,
            Move::Delete => Event::Deleted,
            Move::Rules => Event::RulesChanged,
            Move::SealBroken => Event::SealBroken,
        };
        let mut answer = self.step(&event, watch);
        for _ in 0..4 {
            let Some(event) = answer else { break };
            answer = self.step(&event, watch);
        }
    }

    fn step(&mut self, event: &Event, watch: &mut impl FnMut(&Seen<'_>)) -> Option<Event> {
        let before = self.session.clone();
        let inputs = Inputs { now: self.now, policy: self.policy, fresh: self.turn, resumed: false };
        let after = step(before.clone(), event, &inputs);
        self.session = after.session.clone();
        self.delete_promised |= *event == Event::Deleted;
        let since = self.digits.take();
        let whole = tells_a_whole_number(event) && before.state.number().is_none();
        self.digits = digits(&self.session.state).map(|digits| match since {
            Some((earlier, since)) if digits.starts_with(&earlier) && !whole => (digits, since),
            Some(_) | None => (digits, self.now),
        });
        watch(&Seen { before: &before, event, after: &after });
        let mut answer = None;
        for effect in &after.effects {
            answer = self.perform(effect).or(answer);
        }
        // The affirmation of a turn is never stored.
        if answer.is_none()
            && let State::Confirm(state) = &mut self.session.state
        {
            state.affirmed = None;
        }
        answer
    }

    fn perform(&mut self, effect: &Effect) -> Option<Event> {
        if matches!(effect, Effect::Say(_) | Effect::Purge) {
            self.purged |= matches!(effect, Effect::Purge);
            return None;
        }
        let drawn = self.drawn.next().unwrap_or(0);
        let verdict = match effect {
            Effect::Say(_) | Effect::Purge => return None,
            Effect::Tokenise { revision, card } => return Some(self.tokenised(*revision, card, drawn)),
            Effect::OpenIntent { .. } if drawn.is_multiple_of(12) => return Some(Event::IntentRefused),
            Effect::OpenIntent { .. } if drawn.is_multiple_of(6) => return Some(Event::IntentFailed),
            Effect::OpenIntent { known: Some(intent), .. } => return Some(Event::IntentOpened(intent.clone())),
            Effect::OpenIntent { key, .. } => return Some(Event::IntentOpened(IntentId::new(key.clone()))),
            Effect::Charge { confirmation: sent, .. } => {
                (sent, self.gateway.charge(&sent.intent, &sent.attempt, drawn))
            }
            Effect::LookUp(sent) => (sent, self.gateway.look_up(&sent.intent, drawn)),
            Effect::CancelPayment(sent) => (sent, self.gateway.cancel(&sent.intent, drawn)),
        };
        let (Confirmation { intent, attempt, .. }, verdict) = verdict;
        Some(Event::Verdict { intent: intent.clone(), attempt: attempt.clone(), verdict })
    }

    fn tokenised(&self, revision: u32, card: &FullCard, drawn: u8) -> Event {
        let shown = Shown {
            brand: card.number.brand(),
            last_four: card.number.last_four(),
            month: card.expiry.month(),
            year: card.expiry.year(),
        };
        match drawn % 12 {
            0 => Event::TokeniseFailed { revision },
            1 => Event::TokeniseRefused { revision, decline: Decline::Cvv },
            2 => Event::Tokenised {
                revision: revision.wrapping_add(1),
                token: Token::new("pm_stale"),
                fingerprint: None,
                shown,
            },
            _ => {
                Event::Tokenised { revision, token: Token::new(format!("pm_{}", self.turn)), fingerprint: None, shown }
            }
        }
    }
}

/// A whole number takes the place of pieces, and has a time of its own.
fn tells_a_whole_number(event: &Event) -> bool {
    let Event::Heard(Heard { told: Told { number: Some(said), .. }, .. }, _) = event else { return false };
    said.one().is_some_and(|digits| digits.expose().len() > 11)
}

fn digits(state: &State) -> Option<String> {
    match state {
        State::Card(card) => card.pieces.as_ref().map(|held| held.value.expose().to_owned()),
        State::Name(_)
        | State::Expiry(_)
        | State::Cvv(_)
        | State::Confirm(_)
        | State::Processing(_)
        | State::Authenticating(..)
        | State::Complete(_)
        | State::Cancelled(_) => state.number().map(|number| number.expose().to_owned()),
    }
}

/// What the customer wishes while money is in the air, where it takes a cancellation.
pub fn wish(state: &State) -> Option<Wish> {
    match state {
        State::Processing(flight) | State::Authenticating(flight, _) => flight.wish.filter(|wish| wish.cancels()),
        State::Name(_)
        | State::Card(_)
        | State::Expiry(_)
        | State::Cvv(_)
        | State::Confirm(_)
        | State::Complete(_)
        | State::Cancelled(_) => None,
    }
}

#[expect(clippy::unnecessary_wraps, reason = "a field of what was told is an option")]
pub fn reading(text: &str) -> Option<Said<Reading>> {
    Some(Said::Certain(Reading::new(text)))
}

/// The good answer to what is asked for.
pub fn forward(session: &Session) -> Heard {
    let mut told = Told::default();
    let mut command = None;
    match &session.state {
        State::Name(_) => told.name = reading("Jane Roe"),
        State::Card(_) => told.number = reading("4242424242424242"),
        State::Expiry(_) => told.expiry = Some(Said::Certain(SaidExpiry::MonthYear { month: 12, year: 2030 })),
        State::Cvv(_) => told.cvv = reading("123"),
        State::Confirm(_)
        | State::Processing(_)
        | State::Authenticating(..)
        | State::Complete(_)
        | State::Cancelled(_) => command = Some(Command::Affirm),
    }
    Heard { told, command, certainty: Certainty::Certain, ..Heard::default() }
}
