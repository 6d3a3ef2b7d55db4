//! A chain of digits, taken apart: card numbers, plain dates, and what is left.

use std::ops::Range;

use super::cards::{self, Found, How};
use super::chains::{Atom, Digits};
use super::dates::{self, Calendar, Date, Shape};
use super::vocabulary::Link;

/// A part of a chain, with the groups it has.
#[derive(Debug)]
pub(super) enum Part {
    /// A card number, right in brand, length and check digit, or several that stand one over the other.
    Card(Found),
    /// A date that is plainly one.
    Date(Date),
    /// Anything else.
    Groups(Range<usize>),
}

impl Part {
    /// The groups of a card number that can be no other.
    pub fn card(&self) -> Option<&Range<usize>> {
        match self {
            Self::Card(found) => (found.how == How::One).then_some(&found.groups),
            Self::Date(_) | Self::Groups(_) => None,
        }
    }
}

/// The parts of a chain, in order. `called` says that it begins with something whose name is none of ours.
pub(super) fn split(digits: &Digits, chain: &Range<usize>, calendar: Calendar, called: bool) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut start = chain.start;
    let mut at = chain.start;
    while at < chain.end {
        let date = (digits.atoms[at].link != Link::Slash)
            .then(|| dates::read(digits, at, chain.end, calendar.month_first))
            .flatten()
            .filter(|date| date.shape == Shape::Plain || is_plain_day(digits, date));
        if let Some(date) = date {
            split_groups(digits, start..at, calendar, called && start == chain.start, &mut parts);
            at = date.atoms.end;
            start = at;
            parts.push(Part::Date(date));
        } else {
            at += 1;
        }
    }
    split_groups(digits, start..chain.end, calendar, called && start == chain.start, &mut parts);
    parts
}

/// A full date, with slashes or a month's name: those with dashes may be part of something longer.
fn is_plain_day(digits: &Digits, date: &Date) -> bool {
    let plain = |atom: &Atom| atom.month.is_some() || atom.link == Link::Slash;
    date.shape == Shape::Day && digits.atoms[date.atoms.clone()].iter().any(plain)
}

fn split_groups(digits: &Digits, stretch: Range<usize>, calendar: Calendar, called: bool, parts: &mut Vec<Part>) {
    let mut start = stretch.start;
    for found in cards::find(digits, &stretch, calendar, called) {
        if start < found.groups.start {
            parts.push(Part::Groups(start..found.groups.start));
        }
        start = found.groups.end;
        parts.push(Part::Card(found));
    }
    if start < stretch.end {
        parts.push(Part::Groups(start..stretch.end));
    }
}
