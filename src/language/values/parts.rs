//! A chain of digits, taken apart: card numbers, plain dates, and what is left.

use std::ops::Range;

use super::cards;
use super::chains::{Atom, Digits};
use super::dates::{self, Date, Shape};
use super::vocabulary::Link;

/// A part of a chain, with the groups it has.
#[derive(Debug)]
pub(super) enum Part {
    /// A card number, right in brand, length and check digit.
    Card(Range<usize>),
    /// A date that is plainly one.
    Date(Date),
    /// Anything else.
    Groups(Range<usize>),
}

impl Part {
    /// The groups of a card number.
    pub const fn card(&self) -> Option<&Range<usize>> {
        match self {
            Self::Card(card) => Some(card),
            Self::Date(_) | Self::Groups(_) => None,
        }
    }
}

/// The parts of a chain, in order.
pub(super) fn split(digits: &Digits, chain: &Range<usize>, month_first: bool) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut start = chain.start;
    let mut at = chain.start;
    while at < chain.end {
        let date = (digits.atoms[at].link != Link::Slash)
            .then(|| dates::read(digits, at, chain.end, month_first))
            .flatten()
            .filter(|date| date.shape == Shape::Plain || is_plain_day(digits, date));
        if let Some(date) = date {
            split_groups(digits, start..at, &mut parts);
            at = date.atoms.end;
            start = at;
            parts.push(Part::Date(date));
        } else {
            at += 1;
        }
    }
    split_groups(digits, start..chain.end, &mut parts);
    parts
}

/// A full date, with slashes or a month's name: those with dashes may be part of something longer.
fn is_plain_day(digits: &Digits, date: &Date) -> bool {
    let plain = |atom: &Atom| atom.month.is_some() || atom.link == Link::Slash;
    date.shape == Shape::Day && digits.atoms[date.atoms.clone()].iter().any(plain)
}

fn split_groups(digits: &Digits, stretch: Range<usize>, parts: &mut Vec<Part>) {
    let mut start = stretch.start;
    for card in cards::find(digits, &stretch) {
        if start < card.start {
            parts.push(Part::Groups(start..card.start));
        }
        start = card.end;
        parts.push(Part::Card(card));
    }
    if start < stretch.end {
        parts.push(Part::Groups(start..stretch.end));
    }
}
