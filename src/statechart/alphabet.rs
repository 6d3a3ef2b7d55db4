//! Events that stand for all events.
//!
//! Card numbers here are published test numbers.

use super::representatives::{HELD, OTHER, card};
use crate::dialogue::{
    Answer, Aside, AttemptId, Bar, Card, Certainty, Command, Decline, Delivery, Event, Field, Heard, IntentId,
    Language, Link, Reading, Said, SaidExpiry, Told, Topic, Verdict,
};

type Choice<T> = Vec<Option<Said<T>>>;

fn readings(values: &[&str]) -> Choice<Reading> {
    let mut choice = vec![None, Some(Said::Several)];
    choice.extend(values.iter().map(|value| Some(Said::Certain(Reading::new(value)))));
    choice
}

/// Every outcome that each field can have: not said, several, the same, another, not good; for numbers pieces too.
fn told() -> Vec<Told> {
    let names = readings(&["Jane Roe", "Robert Roe", "<script>"]);
    let numbers = readings(&[HELD, OTHER, "4242424242424241", "4242", "42", "424242424242"]);
    let date = |month, year| Some(Said::Certain(SaidExpiry::MonthYear { month, year }));
    let dates = vec![None, Some(Said::Several), date(12, 2030), date(11, 2031), date(13, 2030)];
    let codes = readings(&["123", "1234", "12"]);
    let mut all = Vec::new();
    for name in &names {
        for number in &numbers {
            for expiry in &dates {
                for cvv in &codes {
                    let (name, number, expiry, cvv) = (name.clone(), number.clone(), expiry.clone(), cvv.clone());
                    all.push(Told { name, number, expiry, cvv });
                }
            }
        }
    }
    all
}

/// How many fields a message tells.
pub(super) fn breadth(told: &Told) -> usize {
    Field::ALL.into_iter().filter(|&field| told.has(field)).count()
}

/// Every command.
#[must_use]
pub fn commands() -> Vec<Command> {
    let mut commands =
        vec![Command::Affirm, Command::Deny, Command::Change(None), Command::Back, Command::Restart, Command::Cancel];
    commands.extend(Field::ALL.map(|field| Command::Change(Some(field))));
    commands
}

/// A language that is not the usual one.
fn another() -> Option<Language> {
    Language::default().others().next()
}

/// Every aside, with every topic and every field; of the languages one stands for all.
#[must_use]
pub fn asides() -> Vec<Aside> {
    let mut asides: Vec<Aside> = Topic::ALL.into_iter().map(Aside::Help).collect();
    asides.extend([
        Aside::Own(0),
        Aside::Simpler,
        Aside::Repeat,
        Aside::Status,
        Aside::Language(another()),
        Aside::Language(None),
        Aside::Handoff,
        Aside::OtherWay,
        Aside::Refuse(None),
        Aside::NoCode,
        Aside::NoName,
        Aside::Already(None),
        Aside::Wait,
        Aside::Complaint,
        Aside::OthersCard,
        Aside::Pressed,
        Aside::Minor,
        Aside::Distress,
        Aside::NotMe,
        Aside::ChargedTwice,
        Aside::WrongAmount,
        Aside::Refund,
        Aside::Return,
        Aside::Receipt,
        Aside::BankCode,
        Aside::Privacy,
        Aside::Identity,
        Aside::Begin,
        Aside::Greeting,
        Aside::Thanks,
        Aside::Goodbye,
        Aside::Hedge,
    ]);
    asides.extend(Field::ALL.map(|field| Aside::Refuse(Some(field))));
    asides.extend(Field::ALL.map(|field| Aside::Already(Some(field))));
    asides
}

fn heard(heard: Heard) -> Event {
    Event::Heard(heard, Delivery::default())
}

fn certain(command: Command) -> Heard {
    Heard { command: Some(command), certainty: Certainty::Certain, ..Heard::default() }
}

/// Every answer that a message can be to a question, with the command that it has then.
#[must_use]
pub fn answers() -> Vec<Heard> {
    let answer = |answer, heard: Heard| Heard { answer: Some(answer), ..heard };
    let likely = |heard| Heard { certainty: Certainty::Likely, ..heard };
    vec![
        answer(Answer::Yes, certain(Command::Affirm)),
        answer(Answer::No, certain(Command::Deny)),
        answer(Answer::Pay, certain(Command::Affirm)),
        answer(Answer::Stop, certain(Command::Cancel)),
        answer(Answer::Keep, certain(Command::Affirm)),
        answer(Answer::Keep, Heard::default()),
        answer(Answer::Mixed, likely(certain(Command::Affirm))),
        answer(Answer::Noted, certain(Command::Affirm)),
        answer(Answer::Noted, likely(certain(Command::Affirm))),
    ]
}

/// "Ok", as an answer: it counts only to the review alone.
pub(super) fn acknowledgements() -> Vec<Event> {
    answers().into_iter().filter(|said| said.answer == Some(Answer::Noted)).map(heard).collect()
}

/// Everything that a message without a value can be to a question: an answer, a command of any certainty, or neither.
pub(super) fn replies() -> Vec<Heard> {
    let mut replies = answers();
    for command in commands() {
        replies.extend(Certainty::ALL.map(|certainty| Heard { certainty, ..certain(command) }));
    }
    replies.push(Heard { certainty: Certainty::Torn, ..Heard::default() });
    replies.push(Heard { asks: true, ..Heard::default() });
    replies.push(Heard::default());
    replies
}

/// The same, in answer to the last reply.
pub(super) fn answering() -> Vec<Event> {
    replies().into_iter().map(heard).collect()
}

/// Answers as they may arrive: to the review, to another reply, or after losing a race.
fn stray() -> Vec<Event> {
    let turns = [None, Some(2), Some(5), Some(8), Some(9), Some(99)];
    let deliveries = turns.into_iter().flat_map(|answering| [false, true].map(|rerun| Delivery { answering, rerun }));
    let commands = [Command::Affirm, Command::Deny, Command::Cancel].map(certain);
    let said: Vec<Heard> = answers().into_iter().chain(commands).collect();
    deliveries.flat_map(|delivery| said.clone().into_iter().map(move |heard| Event::Heard(heard, delivery))).collect()
}

/// Messages without a value: an aside, a command, an answer, or nothing that was understood.
pub(super) fn messages_without_values() -> Vec<Event> {
    let mut events = vec![heard(Heard { blank: true, ..Heard::default() })];
    events.extend(asides().into_iter().map(|aside| heard(Heard { asides: vec![aside], ..Heard::default() })));
    for aside in [Aside::Hedge, Aside::Help(Topic::Safety), Aside::Thanks, Aside::Greeting, Aside::OthersCard] {
        for certainty in Certainty::ALL {
            events.push(heard(Heard { certainty, asides: vec![aside], ..certain(Command::Affirm) }));
        }
    }
    events.push(heard(Heard { noticed: another(), ..Heard::default() }));
    events.extend(answering());
    events.extend(stray());
    events
}

/// Messages that say one value, alone or beside a command.
pub(super) fn messages_with_a_value() -> Vec<Event> {
    let mut events = Vec::new();
    let singles: Vec<Told> = told().into_iter().filter(|told| breadth(told) == 1).collect();
    for command in commands().into_iter().map(Some).chain([None]) {
        let certainty = if command.is_some() { Certainty::Certain } else { Certainty::Likely };
        let said = |told: &Told| heard(Heard { told: told.clone(), command, certainty, ..Heard::default() });
        events.extend(singles.iter().map(said));
    }
    events
}

/// Messages that say a value beside a command that is not certain: what is taken of it one value tells as much as all.
pub(super) fn messages_that_may_say_either() -> Vec<Event> {
    let mut events = Vec::new();
    let singles: Vec<Told> = told().into_iter().filter(|told| breadth(told) == 1).collect();
    let good = |told: &&Told| told.name.is_some() || told.cvv.is_some();
    for certainty in [Certainty::Likely, Certainty::Torn] {
        for told in singles.iter().filter(good) {
            let unsure = |command| heard(Heard { told: told.clone(), certainty, ..certain(command) });
            events.extend(commands().into_iter().map(unsure));
        }
    }
    events
}

/// "Change", as the yes to "do you want to change the name to …?".
pub(super) fn words_of_a_value() -> Vec<Event> {
    let changes = [Command::Change(None), Command::Change(Some(Field::Name))].map(certain);
    changes.into_iter().map(|change| heard(Heard { answer: Some(Answer::Yes), ..change })).collect()
}

/// Messages whose values are not certain, or not all of them: of one field or several.
pub(super) fn messages_of_unsure_values() -> Vec<Event> {
    use Said::{Certain, Doubtful, Likely};
    let names = || ["Jane Roe", "Robert Roe"].map(Reading::new);
    let numbers = || [HELD, OTHER].map(Reading::new);
    let dates = || [(12, 2030), (11, 2031)].map(|(month, year)| SaidExpiry::MonthYear { month, year });
    let none = Told::default;
    let name = |name, told: Told| Told { name: Some(name), ..told };
    let number = |number, told: Told| Told { number: Some(number), ..told };
    let expiry = |expiry, told: Told| Told { expiry: Some(expiry), ..told };
    let cvv = |cvv, told: Told| Told { cvv: Some(cvv), ..told };
    let code = || Reading::new("123");
    let mut all = vec![
        name(Likely(Reading::new("<script>")), none()),
        number(Likely(Reading::new("4242")), none()),
        cvv(Likely(code()), none()),
        cvv(Doubtful(code()), none()),
        expiry(Certain(SaidExpiry::Same), none()),
        expiry(Likely(SaidExpiry::Same), none()),
    ];
    for one in names() {
        all.extend([Likely(one.clone()), Doubtful(one.clone())].map(|said| name(said, none())));
        all.push(name(Likely(one.clone()), cvv(Certain(code()), none())));
        for date in dates() {
            all.push(name(Certain(one.clone()), expiry(Likely(date), none())));
        }
        for other in numbers() {
            all.push(name(Likely(one.clone()), number(Certain(other.clone()), none())));
            all.push(name(Certain(one.clone()), number(Likely(other.clone()), none())));
            for date in dates() {
                let rest = expiry(Likely(date), none());
                all.push(name(Likely(one.clone()), number(Likely(other.clone()), rest)));
            }
        }
    }
    for one in numbers() {
        all.extend([Likely(one.clone()), Doubtful(one.clone())].map(|said| number(said, none())));
        let said = [Likely(one.clone()), Certain(one)];
        all.extend(said.map(|said| number(said, expiry(Certain(SaidExpiry::Same), none()))));
    }
    for date in dates() {
        all.extend([Likely(date), Doubtful(date)].map(|said| expiry(said, none())));
    }
    all.into_iter().map(|told| heard(Heard { told, ..Heard::default() })).collect()
}

/// Messages that say several values at once.
pub(super) fn broad_messages() -> Vec<Event> {
    let broad = told().into_iter().filter(|told| breadth(told) > 1);
    broad.map(|told| heard(Heard { told, ..Heard::default() })).collect()
}

/// Everything that is no message.
pub(super) fn other_events() -> Vec<Event> {
    let verdicts = || {
        let declines = Decline::ALL.into_iter().map(Verdict::Declined);
        let link = Link::new("https://bank.example/");
        declines.chain([
            Verdict::Paid,
            Verdict::Voided,
            Verdict::Pending,
            Verdict::ActionRequired(link),
            Verdict::NotReached,
            Verdict::Refused,
            Verdict::Unknown,
        ])
    };
    let mut events = vec![
        Event::Opened,
        Event::GatewayMisconfigured,
        Event::IntentOpened(IntentId::new("pi_ours")),
        Event::IntentFailed,
        Event::IntentRefused,
        Event::Nudged,
        Event::Idle { gone: false },
        Event::Idle { gone: true },
        Event::SealBroken,
        Event::RulesChanged,
        Event::Deleted,
    ];
    events.extend(Bar::ALL.map(Event::ChargeBarred));
    for revision in [3, 2] {
        let Card { token, fingerprint, shown, .. } = card();
        events.push(Event::Tokenised { revision, token, fingerprint, shown });
        events.push(Event::TokeniseFailed { revision });
        events.extend(Decline::ALL.map(|decline| Event::TokeniseRefused { revision, decline }));
    }
    for (intent, attempt) in [("pi_ours", "at_ours"), ("pi_ours", "at_other"), ("pi_other", "at_ours")] {
        events.extend(verdicts().map(|verdict| Event::Verdict {
            intent: IntentId::new(intent),
            attempt: AttemptId::new(attempt),
            verdict,
        }));
    }
    events
}
