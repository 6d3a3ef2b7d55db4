//! What may be meant for a field, and which of it is taken.

use std::ops::Range;

use zeroize::Zeroizing;

use super::cards::{LENGTHS, is_card};
use crate::card::Wiped;
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
    Digits(Zeroizing<String>),
    /// Several numbers, one over the other.
    Several,
    Date(SaidExpiry),
    Name(Zeroizing<String>),
}

/// One thing that may be meant for a field.
#[derive(Debug)]
pub(super) struct Candidate {
    pub field: Field,
    pub what: What,
    pub rank: Rank,
    pub tokens: Range<usize>,
}

/// Takes, for each field, the one candidate that is left. `repairs` are the tokens of "no, wait" and the like, in
/// order.
pub(super) fn settle(candidates: &[Candidate], repairs: &[usize]) -> Told {
    let text = |field| chosen(candidates, field, repairs, what_text);
    Told {
        name: text(Field::Name),
        number: pieced(candidates, repairs).or_else(|| text(Field::Card)),
        expiry: chosen(candidates, Field::Expiry, repairs, what_date),
        cvv: text(Field::Cvv),
    }
}

fn what_text(what: &What) -> Option<Reading> {
    match what {
        What::Digits(text) | What::Name(text) => Some(Reading::new(text.as_str())),
        What::Several | What::Date(_) => None,
    }
}

const fn what_date(what: &What) -> Option<SaidExpiry> {
    match what {
        What::Date(date) => Some(*date),
        What::Several | What::Digits(_) | What::Name(_) => None,
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
    value: impl Fn(&What) -> Option<T>,
) -> Option<Said<T>> {
    let left = left(candidates, field, repairs);
    let best = left.iter().map(|candidate| candidate.rank).min()?;
    let mut best = left.into_iter().filter(|candidate| candidate.rank == best);
    let first = best.next()?;
    let same = best.all(|other| other.what == first.what);
    Some(if same && first.what != What::Several { Said::One(value(&first.what)?) } else { Said::Several })
}

/// Pieces of a number, said one after the other with words between them, that make a card together.
fn pieced(candidates: &[Candidate], repairs: &[usize]) -> Option<Said<Reading>> {
    let left = left(candidates, Field::Card, repairs);
    if left.len() < 2 || left.len() > 8 {
        return None;
    }
    let mut whole = Wiped::with_room(left.len() * LENGTHS.start());
    for candidate in left {
        match &candidate.what {
            What::Digits(digits) if digits.len() < *LENGTHS.start() => whole.push_str(digits),
            What::Digits(_) | What::Several | What::Date(_) | What::Name(_) => return None,
        }
    }
    is_card(&whole).then(|| Said::One(Reading::new(&*whole)))
}
