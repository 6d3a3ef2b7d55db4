//! Groups of digits taken for a field that was named or asked for.

use std::ops::{Range, RangeInclusive};

use zeroize::Zeroizing;

use super::Sorter;
use crate::dialogue::{Field, SaidExpiry, StateName};
use crate::language::text::{Kind, is_question_mark};
use crate::language::values::candidates::{Rank, What};
use crate::language::values::cards;
use crate::language::values::dates::{Date, Shape};
use crate::language::values::vocabulary::{Link, Phrase, Traits};

impl Sorter<'_> {
    pub(super) fn named_date(&mut self, rest: &Range<usize>) -> Option<usize> {
        if let Some(date) = self.read_date(rest) {
            return Some(self.date(&date, Rank::Sure));
        }
        let date = Date { said: SaidExpiry::Unreadable, atoms: rest.start..rest.start + 1, shape: Shape::Loose };
        (self.digits.at(rest.start).len() <= 8).then(|| self.date(&date, Rank::Sure))
    }

    pub(super) fn named_number(&mut self, rest: &Range<usize>, least: usize) -> Option<usize> {
        let least = if self.listening.state == StateName::Card { 1 } else { least };
        let number = cards::mistyped(self.digits, rest).unwrap_or_else(|| rest.clone());
        let length = self.digits.of(&number).len();
        let counts = self.counts(&number)
            || (length < 3 && self.is_spelled(&number))
            || (least == 1 && length < 4 && !self.light);
        (length >= least && length <= 24 && !counts).then(|| self.number(&number, Rank::Named))
    }

    /// A number or a piece of one, where a number was asked for.
    pub(super) fn piece(&mut self, rest: &Range<usize>) -> Option<usize> {
        let length = self.digits.of(rest).len();
        let enough = length >= 4 || (length > 0 && (self.light || self.listening.gathered > 0));
        let spelled = self.is_spelled(rest) && length < 3;
        let fraction = length <= 8 && rest.clone().any(|at| self.digits.atoms[at].link == Link::Slash);
        // "Do you have 4242 on file?"
        let enough = enough && (length >= 8 || self.light || !self.asks());
        let fits = enough && !fraction && !spelled && length <= 24 && !self.has_card && !self.counts(rest);
        fits.then(|| self.number(rest, Rank::Bare))
    }

    pub(super) fn asked_date(&mut self, rest: &Range<usize>) -> Option<usize> {
        if self.counts(rest) {
            return None;
        }
        let read = self.read_date(rest);
        if let Some(date) = &read {
            let sure = matches!(date.said, SaidExpiry::MonthYear { month: 1..=12, .. });
            if sure || self.light {
                return Some(self.date(date, if sure { Rank::Shaped } else { Rank::Bare }));
            }
        }
        let short = self.digits.of(rest).len() <= 8 && !self.digits.of(rest).is_empty();
        let date = Date { said: SaidExpiry::Unreadable, atoms: rest.clone(), shape: Shape::Loose };
        (self.light && short).then(|| self.date(&date, Rank::Bare))
    }

    /// A security code at the beginning of these groups: one group, or small ones that belong together.
    pub(super) fn code(&mut self, rest: &Range<usize>, rank: Rank, lengths: RangeInclusive<usize>) -> Option<usize> {
        let mut end = rest.start + 1;
        let joined =
            |at: usize| matches!(self.digits.atoms[at].link, Link::Space | Link::Dash) && self.digits.at(at).len() <= 2;
        if self.digits.at(rest.start).len() <= 2 {
            while end < rest.end && joined(end) && self.digits.of(&(rest.start..end + 1)).len() <= 4 {
                end += 1;
            }
        }
        let code = rest.start..end;
        let length = self.digits.of(&code).len();
        let word = self.is_spelled(&code) && length < 2 && rank != Rank::Sure;
        if !lengths.contains(&length) || word {
            return None;
        }
        self.push(Field::Cvv, What::Digits(self.reading(&code)), rank, &code);
        Some(code.len())
    }

    fn asks(&self) -> bool {
        (0..self.message.tokens.len()).any(|at| self.message.mark(at).is_some_and(is_question_mark))
    }

    fn is_spelled(&self, atoms: &Range<usize>) -> bool {
        self.digits.atoms[atoms.clone()].iter().all(|atom| atom.spelled)
    }

    /// Whether a word after these groups says that they count something: "2 cards".
    pub(super) fn counts(&self, atoms: &Range<usize>) -> bool {
        let end = self.digits.tokens(atoms).end;
        let short = atoms.len() == 1 && self.digits.of(atoms).len() <= 4;
        let unit = self.message.is(end, Traits::UNIT) && self.message.kind(end) == Some(Kind::Word);
        short && unit && self.message.hit(end).is_none_or(|hit| hit.phrase == Phrase::CardNoun)
    }

    pub(super) fn reading(&self, atoms: &Range<usize>) -> Zeroizing<String> {
        Zeroizing::new(self.digits.of(atoms).to_owned())
    }
}
