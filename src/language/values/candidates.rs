//! What may be meant for a field, and which of it is taken.

use std::ops::Range;

use super::cards::LENGTHS;
use super::plausible::Sure;
use crate::card::{Wiped, is_card};
use crate::dialogue::{Field, Reading, Said, SaidExpiry, Told};

/// How much speaks for a candidate, the most first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    /// Called by its name, and of the right shape.
    Sure,
    /// Of the right shape.
    Shaped,
    /// Called by its name.
    Named,
    /// Only asked for.
    Bare,
}

/// What was read.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum What {
    Digits(Wiped),
    /// Several numbers, one over the other.
    Several,
    Date(SaidExpiry),
    Name(Wiped, Sure),
}

impl What {
    /// Whether it says the same, however sure it is.
    fn says_as(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Name(name, _), Self::Name(same, _)) => name == same,
            (Self::Digits(_) | Self::Several | Self::Date(_) | Self::Name(..), _) => self == other,
        }
    }
}

/// One thing that may be meant for a field.
#[derive(Debug)]
pub(super) struct Candidate {
    pub field: Field,
    pub what: What,
    pub rank: Rank,
    pub tokens: Range<usize>,
}

impl Rank {
    /// Whether it is called by its name.
    const fn is_named(self) -> bool {
        match self {
            Self::Sure | Self::Named => true,
            Self::Shaped | Self::Bare => false,
        }
    }
}

/// Takes, for each field, the one candidate that is left. `repairs` are the tokens of "no, wait" and the like, in
/// order; `whole` says that the candidates are the whole message, but for politeness. What is neither that nor called
/// by its name is only likely.
pub(super) fn settle(candidates: &[Candidate], repairs: &[usize], whole: bool) -> Told {
    let text = |field| chosen(candidates, field, repairs, whole, what_text);
    Told {
        name: text(Field::Name),
        number: pieced(candidates, repairs, whole).or_else(|| text(Field::Card)),
        expiry: chosen(candidates, Field::Expiry, repairs, whole, what_date),
        cvv: text(Field::Cvv),
    }
}

fn what_text(what: &What) -> Option<Reading> {
    match what {
        What::Digits(text) | What::Name(text, _) => Some(Reading::new(text)),
        What::Several | What::Date(_) => None,
    }
}

const fn what_date(what: &What) -> Option<SaidExpiry> {
    match what {
        What::Date(date) => Some(*date),
        What::Several | What::Digits(_) | What::Name(..) => None,
    }
}

/// The candidates for a field that a self-repair leaves: those after the last one that any follows.
fn left<'a>(candidates: &'a [Candidate], field: Field, repairs: &[usize]) -> Vec<&'a Candidate> {
    let of_field = candidates.iter().filter(|candidate| candidate.field == field);
    let last = of_field.clone().map(|candidate| candidate.tokens.start).max();
    let since = repairs.iter().rev().find(|&&repair| last.is_some_and(|last| repair < last)).copied().unwrap_or(0);
    of_field.filter(|candidate| candidate.tokens.start >= since).collect()
}

/// What was said for a field: the one thing that most speaks for, if it is one.
fn chosen<T>(
    candidates: &[Candidate],
    field: Field,
    repairs: &[usize],
    whole: bool,
    value: impl Fn(&What) -> Option<T>,
) -> Option<Said<T>> {
    let left = left(candidates, field, repairs);
    let best_rank = left.iter().map(|candidate| candidate.rank).min()?;
    let mut best = left.into_iter().filter(|candidate| candidate.rank == best_rank);
    let first = best.next()?;
    if !best.all(|other| other.what.says_as(&first.what)) {
        return Some(Said::Several);
    }
    let sure = match first.what {
        What::Several => return Some(Said::Several),
        What::Name(_, sure) => sure,
        What::Digits(_) | What::Date(_) => sure(whole || best_rank.is_named()),
    };
    Some(sure.said(value(&first.what)?))
}

/// Pieces of a number, said one after the other with words between them, that make a card together.
fn pieced(candidates: &[Candidate], repairs: &[usize], whole: bool) -> Option<Said<Reading>> {
    let left = left(candidates, Field::Card, repairs);
    if left.len() < 2 || left.len() > 8 {
        return None;
    }
    let mut number = Wiped::with_room(left.len() * LENGTHS.start());
    let named = left.iter().all(|candidate| candidate.rank.is_named());
    for candidate in left {
        match &candidate.what {
            What::Digits(digits) if digits.len() < *LENGTHS.start() => number.push_str(digits),
            What::Digits(_) | What::Several | What::Date(_) | What::Name(..) => return None,
        }
    }
    is_card(&number).then(|| sure(whole || named).said(Reading::new(&number)))
}

/// What is called by its name, or the whole message, is certain.
const fn sure(certain: bool) -> Sure {
    if certain { Sure::Certain } else { Sure::Likely }
}
