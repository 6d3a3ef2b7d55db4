//! Where card numbers and security codes may stand in a text that is kept, logged or sent on.
//!
//! Here too much does no harm. A number is any twelve to nineteen digits of a brand, of a length that it has, with the
//! right check digit, wherever they stand in a longer run, whatever marks stand between them, and whatever they are
//! called; anything shaped like a number; and thirteen digits or more that are called a card. A code is what is called
//! one, or follows a number.

use std::ops::Range;

use super::Level;
use super::cards;
use super::chains::{Digits, Reach};
use super::dates;
use super::labels::{Named, Places, after, before};
use super::message::Message;
use super::sensitive::{Place, last_four, merged, number_date_and_code, shaped_at};
use super::vocabulary::vocabulary;
use crate::card::Brand;
use crate::dialogue::{Field, Language};
use crate::language::text::Token;

/// Digits of a number that is called a card.
const CALLED: std::ops::RangeInclusive<usize> = 13..=19;
/// A group of fewer digits is never cut: the last four of a number, and at least one that is glued to them.
const SHORTEST_CUT: usize = 5;
/// How many groups a code may be said in.
const MOST_GROUPS: usize = 4;
/// Digits of a code.
const CODE: std::ops::RangeInclusive<usize> = 3..=4;

/// What is to be hidden, in order; and where the last chain of digits begins, when it stands at the end.
pub(super) fn places(tokens: &[Token], level: Level) -> (Vec<Place>, Option<usize>) {
    let mut places = Vec::new();
    let mut open = None;
    for language in Language::ALL {
        let message = Message::read(tokens, vocabulary(language));
        let digits = Digits::within(&message, Reach::Far);
        let numbers = Places::new(tokens.len(), digits.chains.iter().map(|chain| digits.tokens(chain)));
        for chain in &digits.chains {
            let range = digits.tokens(chain);
            let names = [before(&message, &numbers, &range), after(&message, &numbers, &range)];
            let month_first = message.vocabulary.month_first;
            let row = Row { tokens, digits: &digits, chain, names, month_first };
            if range.end + cards::LENGTHS.end() > tokens.len() {
                let start = tokens[range.start].start;
                open = Some(open.map_or(start, |open: usize| open.min(start)));
            }
            match level {
                Level::Unsettled => row.hide_all(&mut places),
                Level::Kept | Level::Shown => row.hide(&mut places),
            }
        }
    }
    (merged(places), open)
}

/// A chain of digits, and what it is called before and behind.
struct Row<'a> {
    tokens: &'a [Token],
    digits: &'a Digits,
    chain: &'a Range<usize>,
    names: [Named; 2],
    /// Whether dates are read month before day.
    month_first: bool,
}

impl Row<'_> {
    /// Every digit, whatever it belongs to.
    fn hide_all(&self, places: &mut Vec<Place>) {
        if !self.digits.of(self.chain).is_empty() {
            places.push(self.place(self.chain, None));
        }
    }

    fn hide(&self, places: &mut Vec<Place>) {
        let first = places.len();
        for (groups, number) in windows(self.digits, self.chain) {
            // Of a number with a code glued to it, the last digits are those of the code.
            let alone = number.len() == self.digits.of(&groups).len();
            let number = if alone { Some(&self.digits.all[number]) } else { None };
            let number = number.or_else(|| number_date_and_code(self.digits.at(groups.start)));
            places.push(self.place(&groups, number.map(last_four)));
        }
        self.shaped(places);
        let found = merged(places.split_off(first));
        places.extend(found.iter().cloned());
        let rest = self.behind(&found);
        self.called_codes(&rest, places);
        if !found.is_empty() {
            self.code_after_number(&rest, places);
        }
    }

    /// The groups behind the last number; all of them, where there is none.
    fn behind(&self, numbers: &[Place]) -> Range<usize> {
        let end = numbers.last().map_or(0, |number| number.end);
        let behind = |at: &usize| self.tokens[self.digits.atoms[*at].tokens.start].start >= end;
        self.chain.clone().rev().take_while(behind).last().unwrap_or(self.chain.end)..self.chain.end
    }

    fn place(&self, groups: &Range<usize>, last_four: Option<String>) -> Place {
        let range = self.digits.tokens(groups);
        Place { start: self.tokens[range.start].start, end: self.tokens[range.end - 1].end, last_four }
    }

    /// What is shaped like a number, or is called a card.
    fn shaped(&self, places: &mut Vec<Place>) {
        let called = |name: &Named| matches!(name, Named::Field(Field::Card) | Named::Card);
        let whole = self.digits.of(self.chain);
        if CALLED.contains(&whole.len()) && self.names.iter().any(called) {
            places.push(self.place(self.chain, Some(last_four(whole))));
        }
        let mut at = self.chain.start;
        while at < self.chain.end {
            let one = at..at + 1;
            if let Some(number) = number_date_and_code(self.digits.at(at)) {
                places.push(self.place(&one, Some(last_four(number))));
            } else if CALLED.contains(&self.digits.at(at).len()) && self.names.iter().any(called) {
                places.push(self.place(&one, Some(last_four(self.digits.at(at)))));
            } else if let Some(used) = shaped_at(self.digits, at..self.chain.end) {
                let groups = at..at + used;
                places.push(self.place(&groups, Some(last_four(self.digits.of(&groups)))));
            }
            at += 1;
        }
    }

    /// Codes that are called so: the first groups of the chain; and where the name stands behind it, the last ones of `rest`.
    /// What stands before those is as near to the name once they are hidden, so it may be the code as well.
    fn called_codes(&self, rest: &Range<usize>, places: &mut Vec<Place>) {
        let code = Named::Field(Field::Cvv);
        if !self.names.contains(&code) {
            return;
        }
        let start = self.chain.start;
        let firsts = self.chain.clone().map(|last| start..last + 1);
        places.extend(self.longest_code(firsts).map(|groups| self.place(&groups, None)));
        let mut end = if self.names[1] == code { rest.end } else { rest.start };
        while let Some(groups) = self.longest_code((rest.start..end).rev().map(|first| first..end)) {
            end = groups.start;
            places.push(self.place(&groups, None));
        }
    }

    /// The longest of the first few, each longer than the one before, that is as long as a code.
    fn longest_code(&self, groups: impl Iterator<Item = Range<usize>>) -> Option<Range<usize>> {
        groups.take(MOST_GROUPS).filter(|groups| self.is_code(groups)).last()
    }

    /// A code that follows the last number, or the date behind that.
    fn code_after_number(&self, rest: &Range<usize>, places: &mut Vec<Place>) {
        let start = rest.start.max(rest.end.saturating_sub(8));
        let date = dates::read(self.digits, start, rest.end, self.month_first);
        let after = date.map_or(start, |date| date.atoms.end)..rest.end;
        if !after.is_empty() && self.is_code(&after) {
            places.push(self.place(&after, None));
        }
    }

    fn is_code(&self, groups: &Range<usize>) -> bool {
        CODE.contains(&self.digits.of(groups).len())
    }
}

/// The numbers of a chain: the groups that each takes, and its digits. Each digit is looked at a bounded number of times.
fn windows(digits: &Digits, chain: &Range<usize>) -> Vec<(Range<usize>, Range<usize>)> {
    let text = digits.of(chain);
    if text.len() < *cards::LENGTHS.start() {
        return Vec::new();
    }
    let base = digits.atoms[chain.start].digits.start;
    let mut atom_of = Vec::with_capacity(text.len());
    for at in chain.clone() {
        atom_of.extend(std::iter::repeat_n(at, digits.at(at).len()));
    }
    let sums = Sums::of(text);
    let first = |at: usize| at == 0 || atom_of[at - 1] != atom_of[at];
    let last = |at: usize| at + 1 == text.len() || atom_of[at + 1] != atom_of[at];
    let (mut whole, mut cut) = (Vec::new(), Vec::new());
    for start in 0..text.len() {
        if !cards::may_begin(text.as_bytes()[start]) {
            continue;
        }
        for end in (start + cards::LENGTHS.start()..=start + cards::LENGTHS.end()).take_while(|&end| end <= text.len())
        {
            let one = atom_of[start] == atom_of[end - 1];
            let (begins, ends) = (first(start), last(end - 1));
            let cut_is_long = |at: usize| digits.at(atom_of[at]).len() >= SHORTEST_CUT;
            let glued = (begins && cut_is_long(end - 1)) || (ends && cut_is_long(start));
            if (one || (begins && ends) || glued) && sums.pass(start, end) && is_of_a_brand(&text[start..end]) {
                let found = (atom_of[start]..atom_of[end - 1] + 1, base + start..base + end);
                if one || (begins && ends) { whole.push(found) } else { cut.push(found) }
            }
        }
    }
    // What ends inside a group is a number with something glued to it, unless the groups make one without that.
    let mut taken = whole.clone().into_iter().peekable();
    cut.retain(|(groups, _)| {
        while taken.next_if(|(other, _)| other.end <= groups.start).is_some() {}
        !taken.peek().is_some_and(|(other, _)| cards::overlap(other, groups))
    });
    whole.extend(cut);
    whole
}

/// Whether a brand has numbers that begin like this, of this length. Visa had thirteen digits once.
fn is_of_a_brand(digits: &str) -> bool {
    let old = digits.len() == 13 && digits.starts_with('4');
    old || Brand::of_prefix(digits).is_some_and(|brand| brand.lengths().contains(&digits.len()))
}

/// The sums that check digits are judged by, up to each digit: with every other digit doubled, from the first or the
/// second on. So a window is judged by two subtractions, however many windows there are.
struct Sums([Vec<u32>; 2]);

impl Sums {
    fn of(digits: &str) -> Self {
        let sums = |parity: usize| {
            let mut sum = 0;
            let mut sums = Vec::with_capacity(digits.len() + 1);
            sums.push(0);
            for (at, byte) in digits.bytes().enumerate() {
                let value = u32::from(byte - b'0');
                let doubled = if value > 4 { value * 2 - 9 } else { value * 2 };
                sum += if at % 2 == parity { doubled } else { value };
                sums.push(sum);
            }
            sums
        };
        Self([sums(0), sums(1)])
    }

    /// Whether the last digit of the window is the check digit of the others.
    fn pass(&self, start: usize, end: usize) -> bool {
        let sums = &self.0[end % 2];
        (sums[end] - sums[start]).is_multiple_of(10)
    }
}
