//! What the words around a number say that it is.

use std::ops::Range;

use super::message::{Hit, Message};
use super::vocabulary::{Phrase, Traits};
use crate::dialogue::Field;
use crate::language::text::{Kind, is_question_mark};

/// How far from a number its label may stand, in tokens and phrases.
const REACH: usize = 9;

/// What a number is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Named {
    /// Nothing calls it anything.
    Bare,
    /// By the name of a field.
    Field(Field),
    /// "Card": said in passing as often.
    Card,
    /// By a name that is none of ours.
    Aside,
    /// As the end of a number that is known.
    Ending,
    /// As what it is not.
    Not,
}

/// For each token, whether it is part of a chain of digits.
pub(super) struct Places(Vec<bool>);

impl Places {
    pub fn new(length: usize, chains: impl Iterator<Item = Range<usize>>) -> Self {
        let mut places = vec![false; length];
        for chain in chains {
            places[chain].fill(true);
        }
        Self(places)
    }

    pub fn has(&self, at: usize) -> bool {
        self.0.get(at).copied().unwrap_or(false)
    }
}

/// What the number in these tokens is called, by what stands before it.
pub(super) fn before(message: &Message, places: &Places, number: &Range<usize>) -> Named {
    let mut found = Named::Bare;
    let mut comma = false;
    let mut at = number.start;
    for _ in 0..REACH {
        let Some(previous) = at.checked_sub(1) else { break };
        if places.has(previous) {
            break;
        }
        if let Some(hit) = message.hit(previous) {
            match hit.phrase {
                Phrase::Aside if comma || matches!(found, Named::Field(_)) => break,
                Phrase::Aside => return Named::Aside,
                Phrase::Ending => return Named::Ending,
                Phrase::Not => return Named::Not,
                // "Call me 415…".
                Phrase::Called if found == Named::Bare => return Named::Aside,
                Phrase::Label(_) | Phrase::CardNoun if belongs_to_previous(message, places, hit, comma) => break,
                Phrase::Label(field) if !matches!(found, Named::Field(_)) => found = Named::Field(field),
                Phrase::CardNoun | Phrase::Printed if found == Named::Bare => found = Named::Card,
                Phrase::Label(_) | Phrase::CardNoun | Phrase::Own | Phrase::Printed => {}
                Phrase::Repair
                | Phrase::Vague
                | Phrase::SameDate
                | Phrase::OnCard
                | Phrase::Called
                | Phrase::Signed
                | Phrase::Holder
                | Phrase::Theirs
                | Phrase::Family => break,
            }
            at = hit.from;
            continue;
        }
        match message.mark(previous) {
            Some(',') => comma = true,
            Some(':' | '=' | '#' | '(' | '[' | '"' | '\'' | '“' | '«' | '-' | '–' | '—' | '>' | '*') => {}
            Some('.') if message.glued(previous) => {}
            // "Cvv oh oh seven": the zeros are part of it.
            None if message.says_zero(previous) => {}
            None if message.is(previous, Traits::FILLER.or(Traits::COPULA).or(Traits::OF).or(Traits::TOWARDS)) => {}
            Some(_) | None => break,
        }
        at = previous;
    }
    found
}

/// Whether a label between two numbers names the first: "123 is the cvv, 12/28 …", "4242… card, 12/28 exp".
fn belongs_to_previous(message: &Message, places: &Places, label: Hit, comma: bool) -> bool {
    let mut at = label.from;
    let mut copula = false;
    for _ in 0..3 {
        let Some(previous) = at.checked_sub(1) else { return false };
        if places.has(previous) {
            return copula || comma;
        }
        let own = message.hit(previous).is_some_and(|hit| hit.phrase == Phrase::Own);
        if message.is(previous, Traits::COPULA) || own {
            copula = true;
        } else if !message.is(previous, Traits::FILLER) || message.kind(previous) != Some(Kind::Word) {
            return false;
        }
        at = previous;
    }
    false
}

/// What the number in these tokens is called, by what stands after it.
pub(super) fn after(message: &Message, places: &Places, number: &Range<usize>) -> Named {
    let mut at = number.end;
    let mut copula = false;
    let mut purpose = false;
    for _ in 0..5 {
        if let Some(hit) = message.hit(at) {
            let named = match hit.phrase {
                Phrase::Label(field) => Named::Field(field),
                Phrase::CardNoun => Named::Card,
                Phrase::Printed if copula => Named::Card,
                // "4242 … for my order" is none.
                Phrase::Aside if purpose => return Named::Bare,
                Phrase::Aside => Named::Aside,
                Phrase::Own => {
                    copula = true;
                    at = hit.to;
                    continue;
                }
                Phrase::Ending
                | Phrase::Not
                | Phrase::Repair
                | Phrase::Vague
                | Phrase::SameDate
                | Phrase::OnCard
                | Phrase::Called
                | Phrase::Signed
                | Phrase::Holder
                | Phrase::Printed
                | Phrase::Theirs
                | Phrase::Family => {
                    return Named::Bare;
                }
            };
            return if copula || !leads_to_number(message, places, hit.to) { named } else { Named::Bare };
        }
        if message.is(at, Traits::COPULA) && message.kind(at) == Some(Kind::Word) {
            copula = true;
            purpose |= message.is(at, Traits::PURPOSE);
        } else if !(copula && message.is(at, Traits::FILLER)) {
            return Named::Bare;
        }
        at += 1;
    }
    Named::Bare
}

/// Whether a number follows, with no comma before it: then a label names that one.
fn leads_to_number(message: &Message, places: &Places, mut at: usize) -> bool {
    for _ in 0..REACH {
        if places.has(at) {
            return true;
        }
        let goes_on = match (message.hit(at), message.mark(at)) {
            (Some(hit), _)
                if matches!(hit.phrase, Phrase::Label(_) | Phrase::CardNoun | Phrase::Own | Phrase::Printed) =>
            {
                true
            }
            (Some(_), _) => false,
            (None, Some(mark)) => matches!(mark, ':' | '=' | '#' | '(' | '-' | '.'),
            (None, None) => message.is(at, Traits::FILLER.or(Traits::COPULA)),
        };
        if !goes_on {
            return false;
        }
        at += 1;
    }
    false
}

/// Whether only marks and words that say nothing stand between two tokens.
pub(super) fn is_light(message: &Message, between: Range<usize>) -> bool {
    between.len() <= REACH
        && between.clone().all(|at| match message.hit(at) {
            Some(hit) => {
                matches!(hit.phrase, Phrase::Label(_) | Phrase::CardNoun | Phrase::Own | Phrase::Printed)
            }
            None => match message.mark(at) {
                Some(mark) => !is_question_mark(mark) && !matches!(mark, '!' | '#' | '+' | '%'),
                None => message.is(at, super::message::EXPLAINED),
            },
        })
}
