//! Names that stand alone.

use std::ops::Range;

use super::message::{Hit, Message};
use super::names::holds;
use super::plausible::{Manner, Sure, judge};
use super::runs::{full, is_of_business, is_ordinal, is_surname, joins_names, parts_two, trimmed, whole_run, written};
use super::vocabulary::{Phrase, Traits, vocabulary};
use super::{Span, span};
use crate::dialogue::{Field, Reading, Said, StateName};
use crate::language::Listening;
use crate::language::text::{Kind, Token, is_question_mark};

/// The name of a message, and where it stands.
#[derive(Debug)]
pub struct Named {
    /// The name.
    pub said: Said<Reading>,
    /// Where it stands.
    pub span: Span,
    /// Whether it has two words or more, all of them in upper case.
    pub upright: bool,
    /// Whether one of them is in no lexicon, too: whatever the others mean, they are part of the name.
    pub plain: bool,
}

/// A part of a message that is a name.
struct Part {
    words: Range<usize>,
    sure: Sure,
    /// Whether every word of it is in upper case, where there is one.
    upright: bool,
}

impl Part {
    fn is_plain(&self) -> bool {
        self.upright && self.words.len() > 1 && self.sure < Sure::Doubtful
    }

    /// Where more is said than the name, it is likely at most.
    fn beside_more(self) -> Self {
        Self { sure: self.sure.max(Sure::Likely), ..self }
    }

    fn taken(&self, message: &Message) -> Named {
        let said = self.sure.said(Reading::new(&written(message.tokens, &self.words)));
        let span = span(message.tokens, &self.words, Field::Name);
        Named { said, span, upright: self.upright && self.words.len() > 1, plain: self.is_plain() }
    }
}

/// The name that a message is, but for politeness, where a name was asked for; `values` are the places of values.
#[must_use]
pub fn whole_name(tokens: &[Token], values: &[Span], listening: &Listening) -> Option<Named> {
    if listening.state != StateName::Name {
        return None;
    }
    let message = Message::read(tokens, vocabulary(listening.language));
    if (0..tokens.len()).any(|at| message.mark(at).is_some_and(is_question_mark)) {
        return None;
    }
    let parts = parts(&message, values, !values.is_empty())?;
    let mut parts = parts.into_iter().filter(|part| !says_nothing(&message, part));
    let part = match (parts.next()?, parts.next(), parts.next()) {
        (part, None, _) => part,
        // "Li, Li Na".
        (family, Some(whole), None) if holds(tokens, &whole, &family) => whole,
        (_, Some(_), _) => return None,
    };
    let cut = is_cut(&message, &part);
    let name = named(&message, part)?;
    // What stands beside a phrase is no whole, and before anything was asked only a name in full is one.
    (!cut && (name.is_plain() || !listening.first)).then(|| name.taken(&message))
}

/// The name that is left of a message when all else is taken out of it, and where it stands.
///
/// `taken` are the places that something else explains, in order: values, commands, politeness. `None` when what is
/// left is no plausible name: a question, an excuse, a sentence, keys that were hit.
#[must_use]
pub fn bare_name(tokens: &[Token], taken: &[Span], listening: &Listening) -> Option<Named> {
    let values = taken.iter().any(|span| span.field != Field::Name);
    if listening.state != StateName::Name && !values {
        return None;
    }
    let message = Message::read(tokens, vocabulary(listening.language));
    let theirs = message.hits.iter().any(|hit| hit.phrase == Phrase::Theirs);
    let mut names: Vec<Part> = Vec::new();
    for part in parts(&message, taken, values)? {
        if says_nothing(&message, &part) || is_others(&message, theirs, &part) {
            continue;
        }
        let known =
            part.clone().all(|at| message.is_known(at)) || part.clone().any(|at| message.is(at, Traits::SENTENCE));
        let cut = is_cut(&message, &part);
        match named(&message, part).filter(|name| counts(&message, name, cut, values, listening)) {
            Some(name) => names.push(name.beside_more()),
            // A word or two beside card values ("here you go"), what follows a name in full ("…, all caps"), or an
            // apology before one are no reason to overlook it.
            None if values || known || names.iter().any(|name| name.words.len() > 1) => {}
            None => return None,
        }
    }
    choose(&message, names, taken)
}

/// Whether a part may be a name where it stands.
fn counts(message: &Message, name: &Part, cut: bool, values: bool, listening: &Listening) -> bool {
    let long = name.words.len() > 1;
    let plain = name.upright && judge(message, &name.words, Manner::Full).is_some();
    if listening.state != StateName::Name || (listening.first && !values) {
        return plain;
    }
    // "Id like to pay": what is cut out of a sentence is no name.
    plain || (long && name.sure < Sure::Doubtful) || (!cut && !values) || (!cut && name.upright)
}

/// The name in full that a question follows ("Jane Roe, but is it safe?"), where a name was asked for.
#[must_use]
pub fn name_before_question(tokens: &[Token], taken: &[Span], listening: &Listening) -> Option<Named> {
    if listening.state != StateName::Name {
        return None;
    }
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
        let name = named(&message, start..end)?;
        // "Jane Roe, or John Roe?" asks which.
        let sure = name.sure == Sure::Certain || name.upright;
        let full = name.words.len() > 1 && sure && !message.is(end + 1, Traits::OR);
        return full.then(|| name.beside_more().taken(&message));
    }
    None
}

fn choose(message: &Message, names: Vec<Part>, taken: &[Span]) -> Option<Named> {
    let is_value = |span: &&Span| span.field != Field::Name;
    let values = taken.iter().any(|span| is_value(&span));
    let last = names.last()?.words.clone();
    let inside = |at: usize| {
        let next = names.partition_point(|name| name.words.end <= at);
        names.get(next).is_some_and(|name| name.words.start <= at)
    };
    let mut repairs = message.hits.iter().rev().filter(|hit| hit.phrase == Phrase::Repair && !inside(hit.from));
    let since = repairs.next().map(|hit| hit.from).filter(|&repair| repair < last.start).unwrap_or(0);
    let mut names: Vec<Part> = names.into_iter().filter(|name| name.words.start >= since).collect();
    let is_full = |name: &Part| judge(message, &name.words, Manner::Full).is_some();
    if values && names.len() > 1 && names.iter().any(is_full) {
        names.retain(is_full);
    }
    let reading = |name: &Part| written(message.tokens, &name.words);
    let whole = names.first()?.words.start..last.end;
    let whole = span(message.tokens, &whole, Field::Name);
    // "Bond, James Bond": only the longest can hold all the others, of several as long the first.
    let longest = names.iter().rev().max_by_key(|name| name.words.len())?;
    // "Jane Roe, 12/28, Jane": the place of a name is not over that of a value.
    let over = taken.iter().filter(is_value).any(|value| whole.start < value.end && value.start < whole.end);
    let span = if over { longest.taken(message).span } else { whole };
    let within = |part: &Part| {
        holds(message.tokens, &longest.words, &part.words)
            || (longest.words.len() == part.words.len() && reading(longest) == reading(part))
    };
    if names.iter().all(within) {
        return Some(Named { span, ..longest.taken(message) });
    }
    let said = match names.as_slice() {
        [family, given] if comma_between(message, family, given) => {
            let name = full(&reading(given), &reading(family));
            family.sure.max(given.sure).said(Reading::new(&name))
        }
        // "Jane Roe, London", or "Roe Doe, Jane".
        [name, other] if name.words.len() > 1 && other.words.len() == 1 => {
            Sure::Doubtful.said(Reading::new(&reading(name)))
        }
        _ => Said::Several,
    };
    Some(Named { said, span, upright: false, plain: false })
}

/// "Roe, Jane".
fn comma_between(message: &Message, family: &Part, given: &Part) -> bool {
    family.words.len() == 1
        && given.words.start == family.words.end + 1
        && message.mark(family.words.end) == Some(',')
        && family.upright
}

/// The name that a part is, without the politeness around it: "hi Jane Roe here".
fn named(message: &Message, part: Range<usize>) -> Option<Part> {
    let (words, leads) = stripped(message, part)?;
    let words = whole_run(message, words)?;
    let sure = judge(message, &words, Manner::Alone)?;
    let upright = words.clone().all(|at| {
        message.kind(at) != Some(Kind::Word) || !message.is_low(at) || message.is(at, Traits::PARTICLE.or(Traits::AND))
    });
    Some(Part { words, sure: if leads { Sure::Doubtful } else { sure }, upright })
}

/// Whether a word stands right beside the part that is none of it.
fn is_cut(message: &Message, part: &Range<usize>) -> bool {
    let words = |at: usize| [at, at + 1].into_iter().all(|at| message.kind(at) == Some(Kind::Word));
    (part.start > 0 && words(part.start - 1)) || words(part.end - 1)
}

/// "I'm Jane, but it's my dad's card", "it is not Jane": hers is not the name on it.
fn is_others(message: &Message, theirs: bool, part: &Range<usize>) -> bool {
    let own = |hit: Hit| hit.phrase == Phrase::Not || (theirs && matches!(hit.phrase, Phrase::Own | Phrase::Called));
    part.start > 0 && message.hit(part.start - 1).is_some_and(own)
}

/// Whether every word of a part is politeness or of no weight.
fn says_nothing(message: &Message, part: &Range<usize>) -> bool {
    const NOTHING: Traits = Traits::POLITE.or(Traits::COPULA).or(Traits::JOIN).or(Traits::COURTESY);
    part.clone().all(|at| message.kind(at) == Some(Kind::Mark) || message.is(at, NOTHING))
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
        let framed = message.hit(at).is_some() && !is_surname(message, at, start);
        let splits = match here.kind {
            _ if is_taken || framed || message.is(at, Traits::OR) => true,
            // "Jane Roe and John Roe".
            Kind::Word => parts_two(message, at, start),
            Kind::Digits if (at > start && is_ordinal(message, at)) || is_of_business(message, at) => false,
            // "R2D2".
            Kind::Digits if !values && sticks(message, at) => return None,
            Kind::Digits => true,
            Kind::Mark => match message.mark(at) {
                Some(mark) if is_question_mark(mark) => return None,
                Some('<' | '>' | '{' | '}' | '\\' | '^') => return None,
                Some('@' | '/' | '=' | '+' | '_' | '#' | '*' | '|' | '~' | '$' | '%')
                    if !values && sticks(message, at) =>
                {
                    return None;
                }
                _ => !(at > start && joins_names(message, at)),
            },
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

/// Whether the token is stuck to a word.
fn sticks(message: &Message, at: usize) -> bool {
    let word = |at: usize| message.kind(at) == Some(Kind::Word);
    (message.glued(at) && word(at - 1)) || (message.glued(at + 1) && word(at + 1))
}

/// A part without the politeness around it, and whether its first word may be politeness, too: "Ok Taec-yeon".
fn stripped(message: &Message, mut part: Range<usize>) -> Option<(Range<usize>, bool)> {
    // "Taec-yeon" is one. Of many it is enough to see that there are more than two.
    let are_two = |part: &Range<usize>| {
        let words = part.clone().filter(|&at| message.kind(at) == Some(Kind::Word) && !message.glued(at));
        words.take(3).count() == 2
    };
    let mut leads = false;
    while !part.is_empty() {
        let at = part.start;
        let polite = message.is(at, Traits::POLITE.or(Traits::JOIN)) && !message.is(at, Traits::SENTENCE);
        let particle = message.is(at, Traits::PARTICLE) && message.tokens[at].capital;
        let hyphened =
            message.kind(at + 1) == Some(Kind::Mark) && joins_names(message, at + 1) && message.glued(at + 2);
        if message.kind(at) == Some(Kind::Mark) {
            part.start += 1;
            continue;
        }
        if !polite || particle || hyphened {
            break;
        }
        let apart = message.kind(at + 1) != Some(Kind::Word);
        let single = are_two(&part);
        let syllable = message.is(at, Traits::SYLLABLE) && (single || message.tokens[at].capital);
        if !apart && (syllable || (single && message.tokens[at].capital && message.tokens[at + 1].capital)) {
            leads = true;
            break;
        }
        part.start += 1;
    }
    loop {
        part = trimmed(message, part);
        let Some(last) = part.end.checked_sub(1).filter(|&last| last > part.start) else { break };
        let upright = !message.is_low(part.start);
        let ends = message.is(last, Traits::POLITE.or(Traits::STOP).or(Traits::COPULA)) && message.is_low(last);
        // "Jane Roe is my name": a word that leads on to what something else explains.
        let leads_on = message.is(last, Traits::STOP.or(Traits::COPULA)) && message.kind(part.end).is_some();
        let mark = message.kind(last) == Some(Kind::Mark) && message.mark(last) != Some('.');
        if mark || (ends && (upright || leads_on)) {
            part.end -= 1;
        } else {
            break;
        }
    }
    (!part.is_empty()).then_some((part, leads))
}
