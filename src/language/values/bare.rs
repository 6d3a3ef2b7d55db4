//! Names that stand alone.

use std::ops::Range;

use super::message::Message;
use super::names::{full, is_surname, joins_names, name_at, written};
use super::plausible::{Manner, is_plausible};
use super::vocabulary::{Phrase, Traits, vocabulary};
use super::{Span, span};
use crate::dialogue::{Field, Reading, Said, StateName};
use crate::language::Listening;
use crate::language::text::{Kind, Token, is_question_mark};

/// The name that is left of a message when all else is taken out of it, and where it stands.
///
/// `taken` are the places that something else explains, in order: values, commands, politeness. `None` when what is
/// left is no plausible name: a question, an excuse, a sentence, keys that were hit.
#[must_use]
pub fn bare_name(tokens: &[Token], taken: &[Span], listening: &Listening) -> Option<(Said<Reading>, Span)> {
    let message = Message::read(tokens, vocabulary(listening.language));
    // "I'm Jane, but it's my dad's card": hers is not the name on it.
    let any = |phrase| message.hits.iter().any(|hit| hit.phrase == phrase);
    if any(Phrase::Theirs) && any(Phrase::Own) {
        return None;
    }
    let values = taken.iter().any(|span| span.field != Field::Name);
    if listening.state != StateName::Name && !values {
        return None;
    }
    let parts = parts(&message, taken, values)?;
    let manner = if listening.state == StateName::Name { Manner::Alone } else { Manner::Full };
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

/// The name in full that a question follows ("Jane Roe, but is it safe?"), where a name was asked for.
#[must_use]
pub fn name_before_question(tokens: &[Token], taken: &[Span], listening: &Listening) -> Option<(Said<Reading>, Span)> {
    let message = Message::read(tokens, vocabulary(listening.language));
    let ends = |&at: &usize| matches!(message.mark(at), Some(',' | '.' | '!' | ';' | '¿' | '-' | '–' | '—'));
    let mut start = 0;
    for end in (1..tokens.len()).filter(ends) {
        if joins_names(&message, end) {
            continue;
        }
        // "Hello, Jane Roe, …": what something else explains comes before the name.
        if taken.iter().any(|span| span.start < tokens[end].start && tokens[start].start < span.end) {
            start = end + 1;
            continue;
        }
        let part = stripped(&message, start..end);
        let name = name_at(&message, part.start).filter(|name| !part.is_empty() && name.end == part.end)?;
        // "Jane Roe, or John Roe?" asks which.
        let full = is_plausible(&message, &name, Manner::Full) && !message.is(end + 1, Traits::OR);
        let reading = Reading::new(written(tokens, &name).as_str());
        return (full && listening.state == StateName::Name)
            .then(|| (Said::Certain(reading), span(tokens, &name, Field::Name)));
    }
    None
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
        [name] => Some((Said::Certain(Reading::new(reading(name).as_str())), place)),
        [family, given] if comma_between(message, family, given) => {
            let name = full(&reading(given), &reading(family));
            Some((Said::Certain(Reading::new(name.as_str())), place))
        }
        [first, rest @ ..] if rest.iter().all(|name| *reading(name) == *reading(first)) => {
            Some((Said::Certain(Reading::new(reading(first).as_str())), place))
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
                Some(mark) if is_question_mark(mark) => return None,
                Some('@' | '<' | '>' | '{' | '}' | '\\' | '$' | '%' | '^') => return None,
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
