//! Whether a message is a command, or an answer, as a whole.
//!
//! What cannot be undone is never guessed: every word must belong to a part that the language lists, as it is listed, and
//! the parts together must come to one thing.

use super::book::Book;
use super::line::{Fit, Line};
use super::meaning::{Meaning, Order};
use crate::dialogue::{Answer, Command, Field};
use crate::language::grammar::Automaton;

/// A part of a message that is a command as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// A yes to whatever was asked.
    Yes,
    /// What is a yes only at the beginning: "si", which else makes a condition.
    Lead,
    /// A yes in the words of paying.
    Pay,
    /// "Go on", which says only that it should not stop here.
    Go,
    /// "Ok", "that's right": an acknowledgement.
    Noted,
    /// A no to whatever was asked.
    No,
    /// Stop the payment.
    Stop,
    /// "Don't cancel."
    Keep,
    /// To the field before.
    Back,
    /// From the beginning.
    Restart,
    /// Give another value.
    Change(Option<Field>),
    /// What sounds like a yes and is none.
    Never,
    /// "That's done", of what the bank asked for.
    Done,
    /// What joins two parts, and never ends a message.
    And,
    /// Politeness, which changes nothing.
    Polite,
    /// Thanks or a greeting: politeness that may stand after an "and".
    Social,
}

impl Part {
    /// The sections of `commands.lex`, and what a phrase of each is within a longer message, if it is anything there.
    pub const SECTIONS: [(&'static str, Self, Option<Meaning>); 19] = [
        ("stop", Self::Stop, Some(Meaning::Order(Order::Cancel))),
        ("stop whole", Self::Stop, None),
        ("restart", Self::Restart, Some(Meaning::Order(Order::Restart))),
        ("restart whole", Self::Restart, None),
        ("change", Self::Change(None), Some(Meaning::Order(Order::Change))),
        ("change whole", Self::Change(None), None),
        ("back", Self::Back, Some(Meaning::Order(Order::Back))),
        ("back whole", Self::Back, None),
        ("no", Self::No, Some(Meaning::No)),
        ("yes", Self::Yes, Some(Meaning::Order(Order::Yes))),
        ("yes first", Self::Lead, None),
        ("pay", Self::Pay, Some(Meaning::Order(Order::Yes))),
        ("go", Self::Go, Some(Meaning::Order(Order::Yes))),
        ("noted", Self::Noted, Some(Meaning::Polite)),
        ("approval", Self::Noted, Some(Meaning::Order(Order::Yes))),
        ("keep", Self::Keep, Some(Meaning::Nothing)),
        ("never", Self::Never, Some(Meaning::Nothing)),
        ("and", Self::And, None),
        ("polite", Self::Polite, Some(Meaning::Polite)),
    ];
}

/// What the parts so far come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sum {
    Nothing,
    Noted,
    Lead,
    Yes,
    Pay,
    Go,
    No,
    Stop,
    Keep,
    Back,
    Restart,
    Change(Option<Field>),
    Done,
    Mixed,
    Never,
}

impl Sum {
    const ALL: [Self; 19] = [
        Self::Nothing,
        Self::Noted,
        Self::Lead,
        Self::Yes,
        Self::Pay,
        Self::Go,
        Self::No,
        Self::Stop,
        Self::Keep,
        Self::Back,
        Self::Restart,
        Self::Change(None),
        Self::Change(Some(Field::Name)),
        Self::Change(Some(Field::Card)),
        Self::Change(Some(Field::Expiry)),
        Self::Change(Some(Field::Cvv)),
        Self::Done,
        Self::Mixed,
        Self::Never,
    ];

    /// What it comes to with one more part.
    fn with(self, part: Part) -> Self {
        match (self, part) {
            (sum, Part::Polite | Part::Social | Part::And) => sum,
            (Self::Never, _) | (_, Part::Never) => Self::Never,
            (Self::Nothing | Self::Noted | Self::Lead | Self::Done, Part::Done) => Self::Done,
            (Self::Done, Part::Noted | Part::Yes) => Self::Done,
            (Self::Nothing, Part::Lead) | (Self::Noted | Self::Lead, Part::Lead) => Self::Lead,
            // Only at the beginning: "I accept if …" is half a sentence.
            (_, Part::Lead) | (Self::Done, _) | (_, Part::Done) => Self::Never,
            (Self::Nothing | Self::Noted | Self::Lead, part) => Self::first(part, self),
            (Self::Yes, Part::Noted | Part::Yes) => Self::Yes,
            (Self::Yes | Self::Pay | Self::Go, Part::Pay | Part::Go) | (Self::Pay, Part::Noted | Part::Yes) => {
                Self::Pay
            }
            (Self::Go, Part::Noted | Part::Yes) => Self::Pay,
            (Self::No, Part::No) => Self::No,
            (Self::No | Self::Keep | Self::Stop, Part::Keep) | (Self::Keep, Part::No | Part::Noted) => Self::Keep,
            (Self::No, Part::Go) | (Self::Keep, Part::Go) | (Self::Go, Part::Keep) => Self::Keep,
            (Self::Yes | Self::No | Self::Stop, Part::Stop) | (Self::Stop, Part::Noted | Part::Yes) => Self::Stop,
            (Self::Yes | Self::No | Self::Back, Part::Back) | (Self::Back, Part::Noted | Part::Yes) => Self::Back,
            (Self::Yes | Self::No | Self::Restart, Part::Restart) | (Self::Restart, Part::Noted | Part::Yes) => {
                Self::Restart
            }
            (Self::No, Part::Change(field)) => Self::Change(field),
            (Self::Change(field), Part::Noted) => Self::Change(field),
            (Self::Change(None), Part::Change(field)) => Self::Change(field),
            (Self::Change(field), Part::Change(other)) if other.is_none() || other == field => Self::Change(field),
            _ => Self::Mixed,
        }
    }

    /// What the first part comes to that is more than an acknowledgement.
    const fn first(part: Part, before: Self) -> Self {
        match part {
            Part::Yes => Self::Yes,
            Part::Noted => match before {
                Self::Lead => Self::Yes,
                _ => Self::Noted,
            },
            Part::Pay => Self::Pay,
            Part::Go => match before {
                Self::Lead => Self::Pay,
                _ => Self::Go,
            },
            Part::No => Self::No,
            Part::Stop => Self::Stop,
            Part::Keep => Self::Keep,
            Part::Back => Self::Back,
            Part::Restart => Self::Restart,
            Part::Change(field) => Self::Change(field),
            Part::Lead | Part::Never | Part::Done | Part::And | Part::Polite | Part::Social => before,
        }
    }

    fn bit(self) -> u64 {
        let at = Self::ALL.iter().position(|&sum| sum == self).unwrap_or_default();
        1 << (2 * at)
    }
}

/// What a whole message is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whole {
    /// A command, and what it is as an answer to a question of ours.
    Command(Command, Option<Answer>),
    /// An answer and no command.
    Answer(Answer),
    /// "That's done", of what the bank asked for.
    Done,
}

/// Nobody needs more words for one command.
const LONGEST: usize = 40;

/// What the whole of `line` is; `None` where it is more than one thing, or holds what no part explains. "Done" is said
/// to whoever `waits` for the bank, and to nobody else.
pub fn whole(book: &Book, line: &Line, waits: bool) -> Option<Whole> {
    let sums = sums(book, line);
    if sums & Sum::Never.bit() != 0 {
        return None;
    }
    if waits && sums & Sum::Done.bit() != 0 {
        return Some(Whole::Done);
    }
    let sums = sums & !Sum::Done.bit();
    let mut readings = Sum::ALL.into_iter().filter(|sum| sums & sum.bit() != 0).filter_map(Sum::whole);
    // Of two readings of one command the one that says less counts; two commands are none.
    let first = readings.next()?;
    let same = |other: Whole| match (first, other) {
        (Whole::Command(first, _), Whole::Command(other, _)) => first == other,
        (first, other) => first == other,
    };
    Some(if readings.all(same) { first } else { Whole::Answer(Answer::Mixed) })
}

impl Sum {
    /// What a message is that comes to this.
    const fn whole(self) -> Option<Whole> {
        Some(match self {
            Self::Nothing | Sum::Never => return None,
            Self::Done => Whole::Done,
            Self::Mixed => Whole::Answer(Answer::Mixed),
            Self::Noted => Whole::Command(Command::Affirm, Some(Answer::Noted)),
            Self::Lead | Sum::Yes => Whole::Command(Command::Affirm, Some(Answer::Yes)),
            Self::Pay => Whole::Command(Command::Affirm, Some(Answer::Pay)),
            Self::Go => Whole::Command(Command::Affirm, Some(Answer::Keep)),
            Self::No => Whole::Command(Command::Deny, Some(Answer::No)),
            Self::Stop => Whole::Command(Command::Cancel, Some(Answer::Stop)),
            Self::Keep => Whole::Answer(Answer::Keep),
            Self::Back => Whole::Command(Command::Back, None),
            Self::Restart => Whole::Command(Command::Restart, None),
            Self::Change(field) => Whole::Command(Command::Change(field), None),
        })
    }
}

/// Everything that the words of `line` may come to, a bit each.
fn sums(book: &Book, line: &Line) -> u64 {
    let count = line.words.len();
    if line.asks || line.odd || line.values || count > LONGEST {
        return 0;
    }
    let mut reached = [0_u64; LONGEST + 1];
    reached[0] = Sum::Nothing.bit();
    for from in 0..count {
        if reached[from] == 0 {
            continue;
        }
        let mut state = Automaton::<Part>::START;
        for to in from..count {
            let word = line.words[to];
            // A part is said in one breath, and is spelled as it is listed: a drawn-out letter is no misspelling.
            if (to > from && word.breaks) || word.fit == Fit::Misspelt {
                break;
            }
            let Some(next) = book.parts.step(state, word.symbol) else { break };
            state = next;
            for &part in book.parts.accepts(state) {
                reached[to + 1] |= after(reached[from], part, line.words[from].breaks);
            }
        }
    }
    // What ends in "and" is not over.
    reached[count] & ENDED
}

/// The bits of sums after which nothing need follow; the bit beside each is that of the same sum after an "and".
const ENDED: u64 = 0x5555_5555_5555_5555;

/// What `so_far` comes to with `part` after it, which stands after a mark where it is `apart`.
fn after(so_far: u64, part: Part, apart: bool) -> u64 {
    // "Do it right" is an order; "do it, right" is a yes.
    let so_far = if part == Part::Noted && !apart { so_far & !(Sum::Pay.bit() | Sum::Go.bit()) } else { so_far };
    Sum::ALL.into_iter().fold(0, |all, sum| {
        let (ended, open) = (sum.bit(), sum.bit() << 1);
        let next = sum.with(part).bit();
        all | match part {
            Part::And => {
                if so_far & (ended | open) != 0 {
                    next << 1
                } else {
                    0
                }
            }
            // Politeness alone is not what an "and" waits for.
            Part::Polite => {
                (if so_far & ended != 0 { next } else { 0 }) | (if so_far & open != 0 { next << 1 } else { 0 })
            }
            Part::Yes
            | Part::Lead
            | Part::Pay
            | Part::Go
            | Part::Noted
            | Part::No
            | Part::Stop
            | Part::Keep
            | Part::Back
            | Part::Restart
            | Part::Change(_)
            | Part::Never
            | Part::Done
            | Part::Social => {
                if so_far & (ended | open) != 0 {
                    next
                } else {
                    0
                }
            }
        }
    })
}
