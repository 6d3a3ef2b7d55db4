//! What cannot be undone is never guessed: who charges, cancels, restarts, goes back, or drops or changes a held value
//! takes a [`Sure`], and this is the only file that makes one.

use super::context::{Context, Guard};
use super::{Answer, Certainty, Command, Delivery, Heard, Memory, Pending, Said, Wish};

/// Proof that something was meant: by a command that its grammar explains whole, by the plain yes (or the act's word) to
/// its own question, or by a value that is certain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sure(());

impl Sure {
    /// The command of a message that is nothing else.
    pub(super) fn command(heard: &Heard) -> Option<(Command, Self)> {
        match heard.certainty {
            Certainty::Certain => heard.command.map(|command| (command, Self(()))),
            Certainty::Likely | Certainty::Torn => None,
        }
    }

    /// A value that is certain stands for itself: it takes the place of an earlier one.
    pub(super) const fn told<T>(said: &Said<T>) -> Option<Self> {
        match said {
            Said::Certain(_) => Some(Self(())),
            Said::Likely(_) | Said::Doubtful(_) | Said::Several => None,
        }
    }

    /// A wish that stands was sure when it was made.
    pub(super) fn wished(wish: Option<Wish>) -> Option<(Wish, Self)> {
        wish.map(|wish| (wish, Self(())))
    }

    /// The owner of the session asked for deletion, by a request of its own.
    pub(super) const fn owner() -> Self {
        Self(())
    }
}

/// What a message is to the question about an act that is open.
pub(super) enum Met {
    /// Nothing: none is open, or the message is to be read by itself.
    Apart,
    /// Its yes.
    Agreed(Pending, Sure),
    /// Its no: nothing is done.
    Declined(Pending, Sure),
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
        Reads::Yes => Met::Agreed(open, Sure(())),
        Reads::No => Met::Declined(open, Sure(())),
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
        None => match Sure::command(heard)?.0 {
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
        (Pending::Usual | Pending::WhatToChange, _) | (_, Answer::Stop | Answer::Noted) => Reads::Apart,
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
