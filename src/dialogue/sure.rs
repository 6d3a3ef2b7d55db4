//! What cannot be undone is never guessed: who charges, cancels, restarts, or forgets a held value takes a [`Sure`] of that
//! very act, and this is the only file that makes one.

#![expect(clippy::unused_self, reason = "a wish takes the proof that it was meant, and nothing else of it")]

use std::marker::PhantomData;

use super::context::{Context, Guard};
use super::{Answer, Certainty, Command, Delivery, Field, Heard, Memory, Pending, Said, Wish};

/// Paying, or completing with the token.
pub(super) enum Pay {}
/// Stopping the payment for good.
pub(super) enum Stop {}
/// Starting over.
pub(super) enum Restart {}
/// Forgetting what is held: a change, a step back, or another value in its place.
pub(super) enum Forget {}

/// Proof that this act was meant: by a command that its grammar explains whole, by the plain yes (or the act's word) to
/// its own question, or by a value that is certain. It is neither copied nor cloned: what is done takes it.
pub(super) struct Sure<Act>(PhantomData<Act>);

const fn sure<Act>() -> Sure<Act> {
    Sure(PhantomData)
}

impl Sure<Stop> {
    /// The owner of the session asked for deletion, by a request of its own.
    pub const fn owner() -> Self {
        sure()
    }

    pub const fn wish(self) -> Wish {
        Wish::Cancel
    }

    pub const fn wish_to_delete(self) -> Wish {
        Wish::Delete
    }
}

impl Sure<Restart> {
    pub const fn wish(self) -> Wish {
        Wish::Restart
    }
}

impl Sure<Forget> {
    /// A value that is certain stands for itself: it takes the place of an earlier one.
    pub const fn told<T>(said: &Said<T>) -> Option<Self> {
        match said {
            Said::Certain(_) => Some(sure()),
            Said::Likely(_) | Said::Doubtful(_) | Said::Several => None,
        }
    }

    /// The card is one whole: whoever changes another part of it gives it anew.
    pub const fn wish(self, field: Field) -> Wish {
        match field {
            Field::Name => Wish::Change(Field::Name),
            Field::Card | Field::Expiry | Field::Cvv => Wish::Change(Field::Card),
        }
    }

    pub const fn wish_for_another_card(self) -> Wish {
        Wish::OtherCard
    }
}

/// That the review was agreed to, until it is charged in the same turn: only a proof of paying becomes one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Affirmed(());

impl Affirmed {
    pub(super) const fn by(_: Sure<Pay>) -> Self {
        Self(())
    }
}

/// What is meant, each act with its proof.
pub(super) enum Meant {
    Pay(Sure<Pay>),
    Stop(Sure<Stop>),
    Restart(Sure<Restart>),
    Back(Sure<Forget>),
    Change(Option<Field>, Sure<Forget>),
    /// The value that is asked about.
    Take(Sure<Forget>),
    No,
    /// The yes to a question after which nothing is done but going on.
    GoOn,
}

impl Meant {
    /// The command of a message that is nothing else.
    pub fn ordered(heard: &Heard) -> Option<Self> {
        match heard.certainty {
            Certainty::Certain => heard.command.map(|command| match command {
                Command::Affirm => Self::Pay(sure()),
                Command::Deny => Self::No,
                Command::Change(field) => Self::Change(field, sure()),
                Command::Back => Self::Back(sure()),
                Command::Restart => Self::Restart(sure()),
                Command::Cancel => Self::Stop(sure()),
            }),
            Certainty::Likely | Certainty::Torn => None,
        }
    }

    /// A wish that stands was meant when it was made.
    pub fn wished(wish: Wish) -> Self {
        match wish {
            Wish::Cancel | Wish::Delete => Self::Stop(sure()),
            Wish::Change(field) => Self::Change(Some(field), sure()),
            Wish::OtherCard => Self::Change(Some(Field::Card), sure()),
            Wish::Restart => Self::Restart(sure()),
            Wish::NotAgain => Self::No,
        }
    }

    /// The yes to a question.
    const fn agreed(question: Pending) -> Self {
        match question {
            Pending::ReallyCancel => Self::Stop(sure()),
            Pending::ReallyPay | Pending::WhichOfThese => Self::Pay(sure()),
            Pending::ReallyRestart => Self::Restart(sure()),
            Pending::ReallyBack => Self::Back(sure()),
            Pending::ChangeName | Pending::ChangeCard | Pending::ChangeExpiry | Pending::ChangeCvv => {
                Self::Change(question.field(), sure())
            }
            Pending::IsName | Pending::TakeName | Pending::TakeCard | Pending::TakeExpiry => Self::Take(sure()),
            Pending::Usual | Pending::WhatToChange | Pending::ReviewAgain | Pending::Permission | Pending::Resume => {
                Self::GoOn
            }
        }
    }
}

/// What a message is to the question about an act that is open.
pub(super) enum Met {
    /// Nothing: none is open, or the message is to be read by itself.
    Apart,
    /// Its yes. A no to "do you have permission?" is one, too: it stops the payment.
    Agreed(Meant),
    /// Its no: nothing is done.
    Declined(Pending),
    /// Yes and no, or either in the words of another act: neither counts.
    Neither,
    /// Yes or no to another reply than the one that asked.
    Stray(Pending),
}

/// How an answer reads to a question.
#[derive(Clone, Copy)]
enum Reads {
    Yes,
    No,
    Neither,
    Apart,
}

/// Reads a message as an answer to the question that is open.
pub(super) fn meet(heard: &Heard, delivery: Delivery, memory: &Memory, cx: &mut Context<'_>) -> Met {
    let open = memory.pending;
    let Some(answer) = said(heard) else { return Met::Apart };
    if !cx.ask(Guard::QuestionOpen, open.is_of_an_act()) {
        return Met::Apart;
    }
    cx.ask(Guard::Asked(open), true);
    let reads = reads(open, answer);
    if matches!(reads, Reads::Apart) {
        return Met::Apart;
    }
    if !cx.ask(Guard::ToThatQuestion, answers_the_asking_reply(delivery, memory)) {
        return Met::Stray(open);
    }
    match reads {
        Reads::Yes => Met::Agreed(Meant::agreed(open)),
        Reads::No if open == Pending::Permission => Met::Agreed(Meant::Stop(sure())),
        Reads::No => Met::Declined(open),
        Reads::Neither | Reads::Apart => Met::Neither,
    }
}

/// An answer counts for the question of the turn that it names. Where it names none, its question was in the last reply,
/// and no other message was in the air.
fn answers_the_asking_reply(delivery: Delivery, memory: &Memory) -> bool {
    match delivery.answering {
        Some(turn) => turn == memory.asked,
        None => !delivery.rerun && memory.asked.saturating_add(1) == memory.counters.turns,
    }
}

/// The answer that a message is, when it is one, whole.
fn said(heard: &Heard) -> Option<Answer> {
    if !is_plain(heard) {
        return None;
    }
    let certain = heard.certainty == Certainty::Certain;
    match heard.answer {
        Some(Answer::Keep | Answer::Mixed | Answer::Noted) => heard.answer,
        Some(Answer::Yes | Answer::No | Answer::Pay | Answer::Stop) => heard.answer.filter(|_| certain),
        None => match heard.command.filter(|_| certain)? {
            Command::Affirm => Some(Answer::Yes),
            Command::Deny => Some(Answer::No),
            Command::Cancel => Some(Answer::Stop),
            Command::Change(_) | Command::Back | Command::Restart => None,
        },
    }
}

/// What each answer is to each question. "Stop" needs no question: it is a command of its own.
const fn reads(open: Pending, answer: Answer) -> Reads {
    match (open, answer) {
        (Pending::Usual | Pending::WhatToChange | Pending::ReviewAgain, _) | (_, Answer::Stop | Answer::Noted) => {
            Reads::Apart
        }
        (_, Answer::Mixed) => Reads::Neither,
        (
            Pending::ReallyCancel
            | Pending::ReallyRestart
            | Pending::ReallyBack
            | Pending::ChangeName
            | Pending::ChangeCard
            | Pending::ChangeExpiry
            | Pending::ChangeCvv
            | Pending::IsName
            | Pending::TakeName
            | Pending::TakeCard
            | Pending::TakeExpiry,
            answer,
        ) => match answer {
            Answer::Yes => Reads::Yes,
            Answer::No | Answer::Keep => Reads::No,
            Answer::Pay | Answer::Stop | Answer::Mixed | Answer::Noted => Reads::Neither,
        },
        (Pending::ReallyPay | Pending::Permission, answer) => match answer {
            Answer::Yes | Answer::Pay => Reads::Yes,
            Answer::No => Reads::No,
            Answer::Keep | Answer::Stop | Answer::Mixed | Answer::Noted => Reads::Neither,
        },
        (Pending::WhichOfThese, answer) => match answer {
            Answer::Pay => Reads::Yes,
            Answer::Yes | Answer::No | Answer::Keep | Answer::Stop | Answer::Mixed | Answer::Noted => Reads::Neither,
        },
        (Pending::Resume, answer) => match answer {
            Answer::Yes | Answer::Pay | Answer::Keep => Reads::Yes,
            Answer::No => Reads::No,
            Answer::Stop | Answer::Mixed | Answer::Noted => Reads::Neither,
        },
    }
}

/// Whether nothing but politeness stands beside what a message says.
pub(super) fn is_plain(heard: &Heard) -> bool {
    heard.told.is_empty()
        && heard.noticed.is_none()
        && !heard.asks
        && heard.asides.iter().all(|aside| aside.is_polite())
}
