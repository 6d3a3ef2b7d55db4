//! The values in a message: numbers, dates, codes, and names that are introduced as such.
//!
//! A message becomes groups of digits (`chains`); what is plainly something else is set aside (`odd`); the rest is
//! sorted into candidates for the fields by shape, by what it is called and by what was asked (`sorting`); and a
//! value is taken only when one candidate is left (`candidates`). All of it takes time linear in the message.

mod bare;
mod candidates;
mod cards;
mod chains;
mod dates;
mod foreign;
mod glued;
mod kept;
mod labels;
mod message;
mod names;
mod odd;
mod parts;
mod plausible;
mod runs;
mod sensitive;
mod sorting;
mod spoken;
mod vocabulary;

pub use bare::{Named, bare_name, name_before_question, whole_name};

pub(super) use spoken::Spoken;

pub(super) use sensitive::{Place, merged};

use super::listening::Listening;
use super::text::{Kind, Token, is_question_mark};
use crate::dialogue::{Field, Language, Told};
use candidates::{Candidate, settle};
use chains::Digits;
use dates::Calendar;
use message::Message;
use sorting::Sorter;
use vocabulary::{Phrase, Traits, vocabulary};

/// Longer messages than this are read in one language only.
const MOST_TOKENS: usize = 400;

/// Who reads a text after this.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::language) enum Level {
    /// Who wrote it: too much would be in their way.
    Shown,
    /// Anybody, at any time: too much does no harm.
    Kept,
    /// Either of them, where what is hidden makes more to be hidden, on and on: no digit is left.
    Unsettled,
}

/// Where a value stands in the utterance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// Its first code point.
    pub start: usize,
    /// The code point after its last one.
    pub end: usize,
    /// What it is a value of.
    pub field: Field,
}

/// The values of one message, and where they stand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Values {
    /// The values.
    pub told: Told,
    /// Where they stand, and where what was taken back for them stood; in order, not overlapping.
    pub spans: Vec<Span>,
    /// Where the words stand that only introduce them ("my card number is", "exp"); in order, not overlapping.
    pub framing: Vec<Span>,
}

/// What is to be hidden among these tokens, read in every language, in order; and the code point from which on more text
/// could change what was found: the beginning of the last chain of digits, when it stands at the end.
pub(in crate::language) fn places(tokens: &[Token], level: Level) -> (Vec<Place>, Option<usize>) {
    match level {
        Level::Shown => sensitive::places(tokens),
        Level::Kept | Level::Unsettled => kept::places(tokens, level),
    }
}

/// The tokens of a message, with what is glued to a card number taken from it.
#[must_use]
pub fn unglued(tokens: Vec<Token>, listening: &Listening) -> Vec<Token> {
    // Whether month or day stands first changes nothing in a date without a day.
    glued::unglued(tokens, Calendar { month_first: true, today: listening.today })
}

/// Reads the values that stand in a message by themselves. A bare name is not among them: see [`bare_name`].
#[must_use]
pub fn extract(tokens: &[Token], listening: &Listening) -> Values {
    let (values, explained) = read(tokens, listening, listening.language);
    // Months, numbers in words and labels of another language say the same; of a long text, its own are enough.
    if explained || tokens.len() > MOST_TOKENS || tokens.iter().all(|token| token.kind != Kind::Word) {
        return values;
    }
    let others = listening.language.others();
    others
        .map(|language| read(tokens, listening, language).0)
        .find(|other| !other.told.is_empty() && other.told.name.is_none())
        .unwrap_or(values)
}

/// The values, and whether nothing is left to explain: something was told, or set aside.
fn read(tokens: &[Token], listening: &Listening, language: Language) -> (Values, bool) {
    let mut message = Message::read(tokens, vocabulary(language));
    odd::set_aside(&mut message, Some(listening));
    let digits = Digits::read(&message);
    let mut found = Sorter::sort(&message, &digits, listening);
    names::introduced(&message, listening, &mut found);
    found.sort_by_key(|candidate| candidate.tokens.start);
    let repairs: Vec<usize> =
        message.hits.iter().filter(|hit| hit.phrase == Phrase::Repair).map(|hit| hit.from).collect();
    let told = settle(&found, &repairs, is_whole(&message, &found));
    let aside = |hit: &message::Hit| matches!(hit.phrase, Phrase::Aside | Phrase::Ending | Phrase::Not);
    let explained = !told.is_empty() || message.odd.contains(&true) || message.hits.iter().any(aside);
    (Values { told, spans: spans(tokens, &found), framing: framing(&message, &found) }, explained)
}

/// Whether a message is its values, what they are called, and politeness.
fn is_whole(message: &Message, candidates: &[Candidate]) -> bool {
    let mut candidates = candidates.iter().peekable();
    (0..message.tokens.len()).all(|at| {
        while candidates.next_if(|candidate| candidate.tokens.end <= at).is_some() {}
        let inside = candidates.peek().is_some_and(|candidate| candidate.tokens.contains(&at));
        inside
            || match (message.hit(at), message.mark(at)) {
                (Some(hit), _) => match hit.phrase {
                    Phrase::Label(_)
                    | Phrase::CardNoun
                    | Phrase::OnCard
                    | Phrase::Own
                    | Phrase::Family
                    | Phrase::Called
                    | Phrase::Signed
                    | Phrase::Holder
                    | Phrase::Printed
                    | Phrase::Repair
                    | Phrase::Vague
                    | Phrase::SameDate
                    | Phrase::Ending => true,
                    Phrase::Aside | Phrase::Not | Phrase::Theirs => false,
                },
                (None, Some(mark)) => !is_question_mark(mark),
                (None, None) => message.is(at, message::EXPLAINED.or(Traits::HESITATION)),
            }
    })
}

fn span(tokens: &[Token], range: &std::ops::Range<usize>, field: Field) -> Span {
    Span { start: tokens[range.start].start, end: tokens[range.end - 1].end, field }
}

fn spans(tokens: &[Token], candidates: &[Candidate]) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::with_capacity(candidates.len());
    for candidate in candidates {
        let span = span(tokens, &candidate.tokens, candidate.field);
        if spans.last().is_none_or(|last| last.end <= span.start) {
            spans.push(span);
        }
    }
    spans
}

/// Labels and introductions, where any value was read; repairs, where they stand between two candidates.
fn framing(message: &Message, candidates: &[Candidate]) -> Vec<Span> {
    let (Some(first), Some(last)) = (candidates.first(), candidates.last()) else { return Vec::new() };
    let named = candidates.iter().any(|candidate| candidate.field == Field::Name);
    let inside = first.tokens.end..last.tokens.start;
    let frames = message.hits.iter().filter_map(|hit| {
        let field = match hit.phrase {
            Phrase::Label(field) => field,
            Phrase::CardNoun => Field::Card,
            Phrase::OnCard
            | Phrase::Called
            | Phrase::Signed
            | Phrase::Holder
            | Phrase::Printed
            | Phrase::Theirs
            | Phrase::Family
            | Phrase::Own
                if named =>
            {
                Field::Name
            }
            Phrase::Repair if inside.contains(&hit.from) => last.field,
            Phrase::Repair
            | Phrase::OnCard
            | Phrase::Called
            | Phrase::Signed
            | Phrase::Holder
            | Phrase::Printed
            | Phrase::Theirs
            | Phrase::Family
            | Phrase::Own
            | Phrase::Aside
            | Phrase::Ending
            | Phrase::Not
            | Phrase::SameDate
            | Phrase::Vague => {
                return None;
            }
        };
        Some(span(message.tokens, &(hit.from..hit.to), field))
    });
    let taken = spans(message.tokens, candidates);
    let is_free = |frame: &Span| {
        let next = taken.partition_point(|span| span.end <= frame.start);
        taken.get(next).is_none_or(|span| frame.end <= span.start)
    };
    frames.filter(is_free).collect()
}

#[cfg(test)]
mod tests;
