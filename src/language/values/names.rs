//! Names that are introduced as such.

use std::ops::Range;

use super::candidates::{Candidate, Rank, What};
use super::message::{Hit, Message};
use super::plausible::{Manner, Sure, judge};
use super::runs::{full, is_capital_word, name_at, trimmed, written};
use super::vocabulary::{Phrase, Traits};
use crate::dialogue::{Field, StateName};
use crate::language::Listening;
use crate::language::text::{Kind, Token};

/// A name has no more words than this before what introduces it.
const MOST_WORDS: usize = 15;
/// How many marks and words of repair stand between a name and the one that replaces it, at most.
const MOST_REPAIRS: usize = 8;

/// Adds the names that the message introduces ("it's under …", "my name is …").
pub(super) fn introduced(message: &Message, listening: &Listening, candidates: &mut Vec<Candidate>) {
    let has = |phrase: Phrase| message.hits.iter().any(|hit| hit.phrase == phrase);
    let (theirs, in_parts) = (has(Phrase::Theirs), has(Phrase::Family));
    for hit in &message.hits {
        let Some((rank, manner)) = introduces(message, *hit, [theirs, in_parts], listening) else { continue };
        let Some((tokens, sure)) = introduced_by(message, *hit, manner) else { continue };
        if hit.phrase == Phrase::Family && join(message, candidates, &tokens) {
            continue;
        }
        let (name, sure) = repaired(message, tokens.end).unwrap_or((tokens.clone(), sure));
        let what = What::Name(written(message.tokens, &name), sure);
        candidates.push(Candidate { field: Field::Name, what, rank, tokens: tokens.start.min(name.start)..name.end });
    }
    contrasted(message, listening, candidates);
}

/// How much a phrase says that a name stands beside it, and what that must look like. The message may speak of somebody
/// else's card (`theirs`), and may say a name `in_parts`.
fn introduces(
    message: &Message,
    hit: Hit,
    [theirs, in_parts]: [bool; 2],
    listening: &Listening,
) -> Option<(Rank, Manner)> {
    let named = listening.state == StateName::Name;
    let linked = after_introduction(message, hit.to) > hit.to;
    match hit.phrase {
        Phrase::OnCard => Some((Rank::Sure, Manner::Introduced)),
        // "The cardholder: jane roe", and not "the cardholder agrees".
        Phrase::Holder if linked => Some((Rank::Sure, Manner::Introduced)),
        Phrase::Holder => Some((Rank::Sure, Manner::Capital)),
        // "My husband, John Roe" and "my husband is John Roe" name him; "my husband pays" does not.
        Phrase::Theirs if linked => Some((Rank::Sure, Manner::Hinted)),
        Phrase::Theirs => (listening.state != StateName::Confirm).then_some((Rank::Sure, Manner::Capital)),
        Phrase::Called | Phrase::Signed | Phrase::Own | Phrase::Family if theirs => None,
        Phrase::Called | Phrase::Signed | Phrase::Family | Phrase::Printed if named => {
            Some((Rank::Named, Manner::Introduced))
        }
        Phrase::Own if named => Some((Rank::Named, Manner::Hinted)),
        // "First name Jane, last name Roe".
        Phrase::Family => Some((Rank::Named, Manner::Capital)),
        Phrase::Called if in_parts => Some((Rank::Named, Manner::Capital)),
        Phrase::Called | Phrase::Own | Phrase::Printed => Some((Rank::Named, Manner::Full)),
        // "Yes please. Sincerely, Jane Roe" renames nobody.
        Phrase::Signed
        | Phrase::Label(_)
        | Phrase::CardNoun
        | Phrase::Aside
        | Phrase::Ending
        | Phrase::Not
        | Phrase::Repair
        | Phrase::SameDate
        | Phrase::Vague => None,
    }
}

/// The name that stands after a phrase, or before it.
fn introduced_by(message: &Message, hit: Hit, manner: Manner) -> Option<(Range<usize>, Sure)> {
    let judged = |name: Range<usize>| {
        let name = trimmed(message, name);
        judge(message, &name, manner).map(|sure| (name, sure))
    };
    let before = match hit.phrase {
        Phrase::Printed => name_before(message, hit.from),
        Phrase::OnCard | Phrase::Called | Phrase::Holder => {
            // "Jane Roe is the name on the card".
            let copula =
                (1..=2).filter_map(|back| hit.from.checked_sub(back)).find(|&at| message.is(at, Traits::COPULA));
            copula.and_then(|copula| name_before(message, copula))
        }
        Phrase::Label(_)
        | Phrase::CardNoun
        | Phrase::Aside
        | Phrase::Ending
        | Phrase::Not
        | Phrase::Repair
        | Phrase::SameDate
        | Phrase::Vague
        | Phrase::Theirs
        | Phrase::Family
        | Phrase::Signed
        | Phrase::Own => None,
    };
    if hit.phrase == Phrase::Printed {
        return before.and_then(judged);
    }
    let start = after_introduction(message, hit.to);
    // "Last name Card".
    let word = |at: usize| hit.phrase == Phrase::Family && is_capital_word(message, at);
    let after = name_at(message, start, message.tells_capitals).or_else(|| word(start).then_some(start..start + 1));
    let after = after.map(|name| repeated(message, &name).unwrap_or(name));
    after.and_then(judged).or_else(|| before.and_then(judged))
}

/// "First name Jane, last name Roe": one name of two.
fn join(message: &Message, candidates: &mut [Candidate], family: &Range<usize>) -> bool {
    let Some(given) = candidates.last_mut().filter(|last| last.field == Field::Name && last.tokens.end < family.start)
    else {
        return false;
    };
    let name = full(&written(message.tokens, &given.tokens), &written(message.tokens, family));
    given.what = What::Name(name, Sure::Certain);
    given.tokens.end = family.end;
    true
}

/// Marks and words that may stand between an introduction and the name.
fn after_introduction(message: &Message, mut at: usize) -> usize {
    for _ in 0..4 {
        let mark = matches!(message.mark(at), Some(':' | '-' | '–' | '—' | '"' | '“' | '«' | '\'' | '=' | '(' | ','));
        let word = message.is(at, Traits::COPULA.or(Traits::JOIN)) && message.kind(at) == Some(Kind::Word);
        match message.hit(at) {
            Some(hit) if matches!(hit.phrase, Phrase::Own | Phrase::Called) => at = hit.to,
            // "Is actually Jane".
            Some(hit) if hit.phrase == Phrase::Repair && hit.to == hit.from + 1 && at > 0 => {
                if !message.is(at - 1, Traits::COPULA) {
                    break;
                }
                at = hit.to;
            }
            None if mark || word => at += 1,
            Some(_) | None => break,
        }
    }
    at
}

/// "… Jane Doe, no, sorry, Jane Roe": the name that takes the place of the one that ends at `at`.
fn repaired(message: &Message, mut at: usize) -> Option<(Range<usize>, Sure)> {
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
    let name = name_at(message, at, message.tells_capitals).filter(|_| repairs && apart)?;
    let sure = judge(message, &name, Manner::Capital)?;
    Some((name, sure))
}

/// Adds "Jane Roe" of "Jane Roe, not Jane Doe". Where no name was asked for, both begin with the same word: "Blue Bank,
/// not Red Bank" names nobody.
fn contrasted(message: &Message, listening: &Listening, candidates: &mut Vec<Candidate>) {
    let alike =
        |one: &Range<usize>, other: &Range<usize>| message.tokens[one.start].plain == message.tokens[other.start].plain;
    for hit in message.hits.iter().filter(|hit| hit.phrase == Phrase::Not) {
        let end = hit.from - usize::from(hit.from > 0 && message.mark(hit.from - 1) == Some(','));
        let full = |name: &Range<usize>| judge(message, name, Manner::Full).is_some();
        let at = |at| name_at(message, at, message.tells_capitals);
        let Some(other) = at(hit.to).filter(full) else { continue };
        let ends_there = |from| at(from).filter(|name| name.end == end && full(name));
        let Some(name) = (end.saturating_sub(MOST_WORDS)..end).find_map(ends_there) else { continue };
        if listening.state != StateName::Name && !alike(&name, &other) {
            continue;
        }
        let known = candidates.iter().any(|found| found.field == Field::Name && found.tokens.contains(&name.start));
        if !known {
            let what = What::Name(written(message.tokens, &name), Sure::Certain);
            let tokens = name.start..other.end;
            candidates.push(Candidate { field: Field::Name, what, rank: Rank::Named, tokens });
        }
    }
}

/// "Roe, Jane Roe", "Priya, Priya Rao": the whole name after its last word, or its first.
fn repeated(message: &Message, name: &Range<usize>) -> Option<Range<usize>> {
    message.mark(name.end).filter(|&mark| mark == ',')?;
    let whole = name_at(message, name.end + 1, message.tells_capitals)?;
    (name.len() == 1 && whole.len() > 1 && holds(message.tokens, &whole, name)).then_some(whole)
}

/// Whether one name begins or ends with another.
pub(super) fn holds(tokens: &[Token], whole: &Range<usize>, part: &Range<usize>) -> bool {
    let same = |from: usize| part.clone().zip(from..).all(|(a, b)| tokens[a].plain == tokens[b].plain);
    part.len() < whole.len() && (same(whole.start) || same(whole.end - part.len()))
}

/// The name that ends right before `end`: "Jane Roe is the name on the card", "Jane Roe on the card".
fn name_before(message: &Message, end: usize) -> Option<Range<usize>> {
    let part = |at: &usize| message.kind(*at) == Some(Kind::Word) && message.hit(*at).is_none();
    let start = (end.saturating_sub(MOST_WORDS)..end).rev().take_while(part).last()?;
    // "It says jane roe on the card": what introduces it has been heard already.
    let whole = (start..end).find(|&at| !message.is(at, Traits::SENTENCE.or(Traits::POLITE)))?;
    name_at(message, whole, message.tells_capitals).filter(|name| name.end == end)
}
