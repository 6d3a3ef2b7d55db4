//! Names: those that are introduced as such, and those that stand alone.

use std::ops::Range;

use zeroize::Zeroizing;

use super::candidates::{Candidate, Rank, What};
use super::message::Message;
use super::plausible::{Manner, is_plausible};
use super::vocabulary::{Phrase, Traits, vocabulary};
use super::{Span, span};
use crate::dialogue::{Field, Reading, Said, Step};
use crate::language::Listening;
use crate::language::text::{Kind, Token};

/// More words than this are a sentence.
const MOST_WORDS: usize = 15;

/// Adds the names that the message introduces ("it's under …", "my name is …").
pub(super) fn introduced(message: &Message, listening: &Listening, candidates: &mut Vec<Candidate>) {
    let theirs = message.hits.iter().any(|hit| hit.phrase == Phrase::Theirs);
    for hit in &message.hits {
        let (rank, manner) = match hit.phrase {
            Phrase::OnCard | Phrase::Theirs => (Rank::Sure, Manner::Introduced),
            Phrase::Own if theirs => continue,
            Phrase::Own if listening.step == Step::Name && !speaks_in_capitals(message, hit.from) => {
                (Rank::Named, Manner::Introduced)
            }
            Phrase::Own if listening.step == Step::Name => (Rank::Named, Manner::Capital),
            Phrase::Own => (Rank::Named, Manner::Full),
            Phrase::Label(_)
            | Phrase::CardNoun
            | Phrase::Aside
            | Phrase::Ending
            | Phrase::Not
            | Phrase::Repair
            | Phrase::Vague => continue,
        };
        let after = name_at(message, after_introduction(message, hit.to));
        let before = || (hit.phrase == Phrase::OnCard).then(|| name_before(message, hit.from)).flatten();
        let after = after.map(|name| repeated(message, &name).unwrap_or(name));
        let plausible = |name: &Range<usize>| is_plausible(message, name, manner);
        if let Some(tokens) = after.filter(plausible).or_else(|| before().filter(plausible)) {
            let what = What::Name(written(message.tokens, &tokens));
            candidates.push(Candidate { field: Field::Name, what, rank, tokens });
        }
    }
}

/// Whether the writer begins sentences in upper case: then a name is in upper case too.
fn speaks_in_capitals(message: &Message, at: usize) -> bool {
    message.tokens.get(at).is_some_and(|token| token.capital && token.text.len() > 1 && &*token.written != "I")
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
fn name_at(message: &Message, at: usize) -> Option<Range<usize>> {
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
fn is_surname(message: &Message, at: usize, behind: bool) -> bool {
    let single = message.hit(at).is_some_and(|hit| hit.phrase == Phrase::Aside && hit.to - hit.from == 1);
    single
        && behind
        && message.tokens[at].capital
        && message.tokens[at - 1].capital
        && message.kind(at + 1) != Some(Kind::Digits)
}

/// Whether a mark stands inside a name: "O'Neil", "Mary-Jane", "J. Roe", "Roe, Jr.".
fn joins_names(message: &Message, at: usize) -> bool {
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

/// As written, with white space collapsed.
fn written(tokens: &[Token], range: &Range<usize>) -> Zeroizing<String> {
    let mut text = Zeroizing::new(String::with_capacity(64));
    for token in &tokens[range.clone()] {
        if token.spaced && !text.is_empty() {
            text.push(' ');
        }
        text.push_str(&token.written);
    }
    text
}

/// The name that is left of a message when all else is taken out of it, and where it stands.
///
/// `taken` are the places that something else explains, in order: values, commands, politeness. `None` when what is
/// left is no plausible name: a question, an excuse, a sentence, keys that were hit.
#[must_use]
pub fn bare_name(tokens: &[Token], taken: &[Span], listening: &Listening) -> Option<(Said<Reading>, Span)> {
    let message = Message::read(tokens, vocabulary(listening.language));
    if message.hits.iter().any(|hit| hit.phrase == Phrase::Theirs) {
        return None;
    }
    let values = taken.iter().any(|span| span.field != Field::Name);
    if listening.step != Step::Name && !values {
        return None;
    }
    let parts = parts(&message, taken, values)?;
    let manner = if listening.step == Step::Name { Manner::Alone } else { Manner::Full };
    let mut names = Vec::new();
    for part in parts {
        let part = stripped(&message, part);
        if part.is_empty() {
            continue;
        }
        let name = name_at(&message, part.start).filter(|name| name.end == part.end);
        match name.filter(|name| is_plausible(&message, name, manner)) {
            Some(name) => names.push(name),
            // A word or two beside card values ("here you go") are no reason to overlook a name in full.
            None if values => {}
            None => return None,
        }
    }
    choose(&message, names, values)
}

fn choose(message: &Message, names: Vec<Range<usize>>, values: bool) -> Option<(Said<Reading>, Span)> {
    let repair = message.hits.iter().rev().find(|hit| hit.phrase == Phrase::Repair).map(|hit| hit.from);
    let last = names.last()?.clone();
    let since = repair.filter(|&repair| repair < last.start).unwrap_or(0);
    let mut names: Vec<Range<usize>> = names.into_iter().filter(|name| name.start >= since).collect();
    if values && names.len() > 1 && names.iter().any(|name| is_plausible(message, name, Manner::Full)) {
        names.retain(|name| is_plausible(message, name, Manner::Full));
    }
    let reading = |name: &Range<usize>| written(message.tokens, name);
    let whole = names.first()?.start..last.end;
    let place = span(message.tokens, &whole, Field::Name);
    match names.as_slice() {
        [name] => Some((Said::One(Reading::new(reading(name).as_str())), place)),
        [family, given] if comma_between(message, family, given) => {
            let name = Zeroizing::new(format!("{} {}", *reading(given), *reading(family)));
            Some((Said::One(Reading::new(name.as_str())), place))
        }
        [first, rest @ ..] if rest.iter().all(|name| *reading(name) == *reading(first)) => {
            Some((Said::One(Reading::new(reading(first).as_str())), place))
        }
        _ => Some((Said::Several, place)),
    }
}

/// "Roe, Jane".
fn comma_between(message: &Message, family: &Range<usize>, given: &Range<usize>) -> bool {
    family.len() == 1
        && given.start == family.end + 1
        && message.mark(family.end) == Some(',')
        && message.tokens[family.start].capital
}

/// What is left between what is taken and marks; `None` when there is something that no name stands beside.
fn parts(message: &Message, taken: &[Span], values: bool) -> Option<Vec<Range<usize>>> {
    let mut parts = Vec::new();
    let mut start = 0;
    let mut spans = taken.iter().peekable();
    for at in 0..message.tokens.len() {
        let here = &message.tokens[at];
        while spans.next_if(|span| span.end <= here.start).is_some() {}
        let is_taken = spans.peek().is_some_and(|span| span.start < here.end);
        let framed = message.hit(at).is_some() && !is_surname(message, at, at > start);
        let ordinal = at > start && message.is(at + 1, Traits::ORDINAL) && message.glued(at + 1);
        let splits = match here.kind {
            _ if is_taken || framed || message.is(at, Traits::OR) => true,
            Kind::Digits if ordinal && here.text.len() == 1 => false,
            Kind::Digits if !values => return None,
            Kind::Digits => true,
            Kind::Mark => match message.mark(at) {
                Some('?' | '¿' | '؟' | '？' | '@' | '<' | '>' | '{' | '}' | '\\' | '$' | '%' | '^') => return None,
                Some('/' | '=' | '+' | '_' | '#' | '*' | '|' | '~') if !values => return None,
                _ => !(at > start && joins_names(message, at)),
            },
            Kind::Word => false,
        };
        if splits {
            parts.push(start..at);
            start = at + 1;
        }
    }
    parts.push(start..message.tokens.len());
    parts.retain(|part| !part.is_empty());
    Some(parts)
}

/// Without the politeness around it: "hi, Jane Roe here".
fn stripped(message: &Message, mut part: Range<usize>) -> Range<usize> {
    let says_nothing = |at: usize| {
        let particle = message.is(at, Traits::PARTICLE) && message.tokens[at].capital;
        message.kind(at) == Some(Kind::Mark) || (message.is(at, Traits::POLITE.or(Traits::JOIN)) && !particle)
    };
    while !part.is_empty() && says_nothing(part.start) {
        part.start += 1;
    }
    while !part.is_empty() && says_nothing(part.end - 1) && message.mark(part.end - 1) != Some('.') {
        part.end -= 1;
    }
    part
}
