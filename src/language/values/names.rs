//! Names that are introduced as such, and how many words are one name.

use std::ops::Range;

use zeroize::Zeroizing;

use super::candidates::{Candidate, Rank, What};
use super::message::Message;
use super::plausible::{Manner, is_plausible};
use super::vocabulary::{Phrase, Traits};
use crate::card::Wiped;
use crate::dialogue::{Field, StateName};
use crate::language::Listening;
use crate::language::text::{Kind, Token};

/// More words than this are a sentence.
const MOST_WORDS: usize = 15;
/// How many marks and words of repair stand between a name and the one that replaces it, at most.
const MOST_REPAIRS: usize = 8;

/// Adds the names that the message introduces ("it's under …", "my name is …").
pub(super) fn introduced(message: &Message, listening: &Listening, candidates: &mut Vec<Candidate>) {
    let theirs = message.hits.iter().any(|hit| hit.phrase == Phrase::Theirs);
    for hit in &message.hits {
        let (rank, manner) = match hit.phrase {
            Phrase::OnCard => (Rank::Sure, Manner::Introduced),
            // "My husband, John Roe" and "my husband is John Roe" name him; "my husband pays" does not.
            Phrase::Theirs if after_introduction(message, hit.to) > hit.to => (Rank::Sure, Manner::Introduced),
            Phrase::Theirs => (Rank::Sure, Manner::Capital),
            Phrase::Own | Phrase::Family if theirs => continue,
            Phrase::Own | Phrase::Family
                if listening.state == StateName::Name && !speaks_in_capitals(message, hit.from) =>
            {
                (Rank::Named, Manner::Introduced)
            }
            Phrase::Family => (Rank::Named, Manner::Capital),
            Phrase::Own if listening.state == StateName::Name => (Rank::Named, Manner::Capital),
            Phrase::Own => (Rank::Named, Manner::Full),
            Phrase::Label(_)
            | Phrase::CardNoun
            | Phrase::Aside
            | Phrase::Ending
            | Phrase::Not
            | Phrase::Repair
            | Phrase::SameDate
            | Phrase::Vague => continue,
        };
        let after = name_at(message, after_introduction(message, hit.to));
        let before = || (hit.phrase == Phrase::OnCard).then(|| name_before(message, hit.from)).flatten();
        let after = after.map(|name| repeated(message, &name).unwrap_or(name));
        let plausible = |name: &Range<usize>| is_plausible(message, name, manner);
        if let Some(tokens) = after.filter(plausible).or_else(|| before().filter(plausible)) {
            if hit.phrase == Phrase::Family && join(message, candidates, &tokens) {
                continue;
            }
            if let Some(name) = repaired(message, tokens.end) {
                let what = What::Name(written(message.tokens, &name));
                candidates.push(Candidate { field: Field::Name, what, rank, tokens: tokens.start..name.end });
                continue;
            }
            let what = What::Name(written(message.tokens, &tokens));
            candidates.push(Candidate { field: Field::Name, what, rank, tokens });
        }
    }
    contrasted(message, listening, candidates);
}

/// "First name Jane, last name Roe": one name of two.
fn join(message: &Message, candidates: &mut [Candidate], family: &Range<usize>) -> bool {
    let Some(given) = candidates.last_mut().filter(|last| last.field == Field::Name && last.tokens.end < family.start)
    else {
        return false;
    };
    given.what = What::Name(full(&written(message.tokens, &given.tokens), &written(message.tokens, family)));
    given.tokens.end = family.end;
    true
}

/// Whether the writer begins sentences in upper case: then a name is in upper case too.
fn speaks_in_capitals(message: &Message, at: usize) -> bool {
    let upright = |token: &Token| {
        token.text.len() == 1 || token.written.starts_with("I'") || token.written.starts_with("I\u{2019}")
    };
    message.tokens.get(at).is_some_and(|token| token.capital && !upright(token))
        && message.tokens.iter().any(|token| token.kind == Kind::Word && !token.capital)
}

/// Marks and words that may stand between an introduction and the name.
fn after_introduction(message: &Message, mut at: usize) -> usize {
    for _ in 0..4 {
        let mark = matches!(message.mark(at), Some(':' | '-' | '–' | '—' | '"' | '“' | '«' | '\'' | '=' | '(' | ','));
        match message.hit(at) {
            Some(hit) if hit.phrase == Phrase::Own => at = hit.to,
            None if mark
                || (message.is(at, Traits::COPULA.or(Traits::JOIN)) && message.kind(at) == Some(Kind::Word)) =>
            {
                at += 1;
            }
            Some(_) | None => break,
        }
    }
    at
}

/// "… Jane Doe, no, sorry, Jane Roe": the name that takes the place of the one that ends at `at`.
fn repaired(message: &Message, mut at: usize) -> Option<Range<usize>> {
    let mut repairs = false;
    let mut apart = false;
    for _ in 0..MOST_REPAIRS {
        match message.hit(at) {
            Some(hit) if hit.phrase == Phrase::Repair => (repairs, apart, at) = (true, false, hit.to),
            Some(_) => return None,
            None if matches!(message.mark(at), Some(',' | '.' | '…' | ';' | '!' | '-' | '–' | '—')) => {
                (apart, at) = (true, at + 1);
            }
            None => break,
        }
    }
    // "No Jane Doe", with no mark, says which it is not.
    let name = name_at(message, at).filter(|_| repairs && apart)?;
    is_plausible(message, &name, Manner::Capital).then_some(name)
}

/// Adds "Jane Roe" of "Jane Roe, not Jane Doe". Where no name was asked for, both begin with the same word: "Blue Bank,
/// not Red Bank" names nobody.
fn contrasted(message: &Message, listening: &Listening, candidates: &mut Vec<Candidate>) {
    let alike =
        |one: &Range<usize>, other: &Range<usize>| message.tokens[one.start].plain == message.tokens[other.start].plain;
    for hit in message.hits.iter().filter(|hit| hit.phrase == Phrase::Not) {
        let end = hit.from - usize::from(hit.from > 0 && message.mark(hit.from - 1) == Some(','));
        let full = |name: &Range<usize>| is_plausible(message, name, Manner::Full);
        let Some(other) = name_at(message, hit.to).filter(full) else { continue };
        let ends_there = |at| name_at(message, at).filter(|name| name.end == end && full(name));
        let Some(name) = (end.saturating_sub(MOST_WORDS)..end).find_map(ends_there) else { continue };
        if listening.state != StateName::Name && !alike(&name, &other) {
            continue;
        }
        let known = candidates.iter().any(|found| found.field == Field::Name && found.tokens.contains(&name.start));
        if !known {
            let what = What::Name(written(message.tokens, &name));
            let tokens = name.start..other.end;
            candidates.push(Candidate { field: Field::Name, what, rank: Rank::Named, tokens });
        }
    }
}

/// "Roe, Jane Roe": the whole name after its last word.
fn repeated(message: &Message, name: &Range<usize>) -> Option<Range<usize>> {
    message.mark(name.end).filter(|&mark| mark == ',')?;
    let whole = name_at(message, name.end + 1)?;
    let same = whole.len() > name.len() && message.tokens[whole.end - 1].plain == message.tokens[name.end - 1].plain;
    (same && name.len() == 1).then_some(whole)
}

/// "Jane Roe is the name on the card": the name before an introduction.
fn name_before(message: &Message, introduction: usize) -> Option<Range<usize>> {
    let copula = introduction.checked_sub(1).filter(|&at| message.is(at, Traits::COPULA))?;
    let part = |at: &usize| message.kind(*at) == Some(Kind::Word) && message.hit(*at).is_none();
    let start = (copula.saturating_sub(MOST_WORDS)..copula).rev().take_while(part).last()?;
    name_at(message, start).filter(|name| name.end == copula)
}

/// The words from `at` on that can be one name.
pub(super) fn name_at(message: &Message, at: usize) -> Option<Range<usize>> {
    let mut end = at;
    let mut words = 0;
    let mut next = at;
    while words < MOST_WORDS {
        match message.kind(next) {
            Some(Kind::Word) if is_name_word(message, next, words) => {
                words += 1;
                next += 1;
                end = next;
            }
            Some(Kind::Mark) if words > 0 && joins_names(message, next) => {
                next += 1;
                if message.mark(next - 1) == Some('.') {
                    end = next;
                }
            }
            // "John Doe 3rd".
            Some(Kind::Digits)
                if words > 1
                    && message.tokens[next].text.len() == 1
                    && message.is(next + 1, Traits::ORDINAL)
                    && message.glued(next + 1) =>
            {
                return Some(at..next + 2);
            }
            _ => break,
        }
    }
    while end > at + 1 && message.is(end - 1, Traits::PARTICLE) && message.is(end - 1, Traits::STOP) {
        end -= 1;
    }
    (words > 0).then_some(at..end)
}

/// Whether the word can be part of a name of which `words` words are there.
fn is_name_word(message: &Message, at: usize, words: usize) -> bool {
    let capital = message.tokens[at].capital;
    if message.hit(at).is_some() && !is_surname(message, at, words > 0) {
        return false;
    }
    if message.is(at, Traits::PARTICLE) && (words > 0 || capital) {
        let next = at + 1;
        return message.kind(next) == Some(Kind::Word) && message.hit(next).is_none() && {
            let stops = message.is(next, Traits::STOP) && !message.is(next, Traits::PARTICLE);
            !stops
                && (message.tokens[next].capital
                    || !message.is(next, Traits::NOT_NAME)
                    || message.is(next, Traits::PARTICLE))
        } || (capital && !message.is(at, Traits::STOP));
    }
    if message.is(at, Traits::STOP) {
        return false;
    }
    capital || !message.is(at, Traits::NOT_NAME)
}

/// "Case", "Box", "Pin": named like a number that is set aside, behind a name.
pub(super) fn is_surname(message: &Message, at: usize, behind: bool) -> bool {
    let single = message.hit(at).is_some_and(|hit| hit.phrase == Phrase::Aside && hit.to - hit.from == 1);
    single
        && behind
        && message.tokens[at].capital
        && message.tokens[at - 1].capital
        && message.kind(at + 1) != Some(Kind::Digits)
}

/// Whether a mark stands inside a name: "O'Neil", "Mary-Jane", "J. Roe", "Roe, Jr.".
pub(super) fn joins_names(message: &Message, at: usize) -> bool {
    let previous = &message.tokens[at - 1];
    match message.mark(at) {
        Some('-' | '‐' | '‑' | '–' | '·' | '・' | '\'' | '’') => {
            message.glued(at) && message.glued(at + 1) && message.kind(at + 1) == Some(Kind::Word)
        }
        Some('.') => {
            let short = previous.text.chars().count() == 1;
            let title = message.is(at - 1, Traits::HONORIFIC.or(Traits::SUFFIX));
            previous.kind == Kind::Word && (short || title)
        }
        Some(',') => message.is(at + 1, Traits::SUFFIX),
        _ => false,
    }
}

/// A given name and a family name, as one.
pub(super) fn full(given: &str, family: &str) -> Zeroizing<String> {
    let mut name = Wiped::with_room(given.len() + 1 + family.len());
    name.push_str(given);
    name.push(' ');
    name.push_str(family);
    name.into()
}

/// As written, with white space collapsed.
pub(super) fn written(tokens: &[Token], range: &Range<usize>) -> Zeroizing<String> {
    let tokens = &tokens[range.clone()];
    let mut text = Wiped::with_room(tokens.iter().map(|token| token.written.len() + 1).sum());
    for token in tokens {
        if token.spaced && !text.is_empty() {
            text.push(' ');
        }
        text.push_str(&token.written);
    }
    text.into()
}
