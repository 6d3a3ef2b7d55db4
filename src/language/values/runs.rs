//! Which words are one name.

use std::ops::Range;

use super::message::Message;
use super::vocabulary::{Phrase, Traits};
use crate::card::Wiped;
use crate::language::text::{Kind, Token};

/// More words than this are a sentence.
const MOST_WORDS: usize = 16;
/// Digits of a number in the name of a business, at most.
const MOST_DIGITS: usize = 3;
/// How many words on the word stands that tells a business.
const BUSINESS_REACH: usize = 5;

/// The words from `at` on that can be one name. Where capitals tell (`tells`), a word that ends other names is part of
/// one that has it in upper case: "Andy No".
pub(super) fn name_at(message: &Message, at: usize, tells: bool) -> Option<Range<usize>> {
    let mut end = at;
    let mut words = 0;
    let mut next = at;
    while words < MOST_WORDS {
        match message.kind(next) {
            Some(Kind::Word) if joins_two(message, next, at) => next += 1,
            Some(Kind::Word) if is_name_word(message, next, words, tells) => {
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
            Some(Kind::Digits) if is_of_business(message, next) => next += 1,
            // "John Doe 3rd".
            Some(Kind::Digits) if words > 1 && is_ordinal(message, next) => return Some(at..next + 2),
            _ => break,
        }
    }
    while end > at + 1 && message.is(end - 1, Traits::PARTICLE) && message.is(end - 1, Traits::STOP) {
        end -= 1;
    }
    (words > 0 && stands_apart(message, at, end)).then_some(at..end)
}

/// The words of a part in which nothing else is said, whatever they are: `None` where a mark or a phrase parts them.
pub(super) fn whole_run(message: &Message, part: Range<usize>) -> Option<Range<usize>> {
    let joined = |at: usize| match message.tokens[at].kind {
        Kind::Word => message.hit(at).is_none() || is_surname(message, at, part.start),
        Kind::Mark => at > part.start && joins_names(message, at),
        Kind::Digits => is_of_business(message, at) || is_ordinal(message, at),
    };
    let words = part.clone().filter(|&at| message.kind(at) == Some(Kind::Word)).count();
    let all = (1..=MOST_WORDS).contains(&words) && part.clone().all(joined);
    (all && stands_apart(message, part.start, part.end)).then_some(part)
}

/// Whether the word can be part of a name of which `words` words are there.
fn is_name_word(message: &Message, at: usize, words: usize, tells: bool) -> bool {
    let capital = message.tokens[at].capital;
    if message.hit(at).is_some() && !is_surname(message, at, at - words.min(at)) {
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
    let joined = message.mark(at + 1) == Some('-') && joins_names(message, at + 1);
    if message.is(at, Traits::STOP) {
        return capital && (tells || joined);
    }
    capital || words > 0 && !message.is(at, Traits::SENTENCE) || !message.is(at, Traits::NOT_NAME)
}

/// "Case", "Pin", "Card", "No": a word that means something to numbers, and stands among the words of a name in upper case.
pub(super) fn is_surname(message: &Message, at: usize, start: usize) -> bool {
    let capital = |at: usize| message.kind(at) == Some(Kind::Word) && message.tokens[at].capital;
    let follows = at > start && capital(at - 1);
    let leads = message.hit(at + 1).is_none() && capital(at + 1);
    is_capital_word(message, at) && (follows || leads)
}

/// Whether it is a phrase of one word, in upper case, that names no number here.
pub(super) fn is_capital_word(message: &Message, at: usize) -> bool {
    let single = message.hit(at).is_some_and(|hit| {
        hit.to - hit.from == 1
            && matches!(hit.phrase, Phrase::Aside | Phrase::CardNoun | Phrase::Label(_) | Phrase::Repair)
    });
    let names = matches!(message.mark(at + 1), Some(':' | '#' | '=')) || message.kind(at + 1) == Some(Kind::Digits);
    single && message.tokens[at].capital && !names
}

/// "Mr and Mrs Roe", "Jane and John Roe": between two titles, or two given names.
pub(super) fn joins_two(message: &Message, at: usize, start: usize) -> bool {
    let title = |at: usize| message.is(at, Traits::HONORIFIC);
    let name =
        |at: usize| message.kind(at) == Some(Kind::Word) && message.tokens[at].capital && message.hit(at).is_none();
    let titles = at > start && title(at - 1) && title(at + 1);
    let given = at == start + 1 && name(start) && name(at + 1) && name(at + 2);
    message.is(at, Traits::AND) && !message.tokens[at].capital && (titles || given)
}

/// "Jane Roe and John Roe" are two.
pub(super) fn parts_two(message: &Message, at: usize, start: usize) -> bool {
    let and = message.is(at, Traits::AND) && message.is_low(at) && !message.is(at, Traits::PARTICLE);
    and && !joins_two(message, at, start)
}

/// Whether a mark stands inside a name: "O'Neil", "Mary-Jane", "J. Roe", "Roe, Jr.", "Roe & Sons".
pub(super) fn joins_names(message: &Message, at: usize) -> bool {
    let previous = &message.tokens[at - 1];
    match message.mark(at) {
        Some('-' | '‐' | '‑' | '–' | '·' | '・' | '\'' | '’') => {
            message.glued(at) && message.glued(at + 1) && message.kind(at + 1) == Some(Kind::Word)
        }
        Some('.') => {
            let short = previous.text.chars().count() == 1;
            let title = message.is(at - 1, Traits::HONORIFIC.or(Traits::SUFFIX).or(Traits::SHORTENED));
            previous.kind == Kind::Word && (short || title)
        }
        Some(',') => message.is(at + 1, Traits::SUFFIX),
        Some('&') => message.kind(at + 1) == Some(Kind::Word),
        _ => false,
    }
}

/// Whether a number stands in the name of a business: "Studio 54 Ltd".
pub(super) fn is_of_business(message: &Message, at: usize) -> bool {
    let word = |at: usize| message.kind(at) == Some(Kind::Word);
    let within = at > 0 && word(at - 1) && word(at + 1) && !message.glued(at) && !message.glued(at + 1);
    let tells = || (at + 1..=at + BUSINESS_REACH).take_while(|&at| word(at)).any(|at| message.is(at, Traits::BUSINESS));
    message.kind(at) == Some(Kind::Digits) && message.tokens[at].text.len() <= MOST_DIGITS && within && tells()
}

/// "3rd", or its digit.
pub(super) fn is_ordinal(message: &Message, at: usize) -> bool {
    message.tokens[at].text.len() == 1 && message.is(at + 1, Traits::ORDINAL) && message.glued(at + 1)
}

/// Whether nothing sticks to it: "jane" of an address is no name.
fn stands_apart(message: &Message, start: usize, end: usize) -> bool {
    let sticks = |mark: usize, beyond: usize| {
        matches!(message.mark(mark), Some('@' | '.' | '_' | '/' | '\\' | '#' | '+' | '<' | '>' | '='))
            && message.kind(beyond).is_some_and(|kind| kind != Kind::Mark)
    };
    let after = message.glued(end) && message.glued(end + 1) && sticks(end, end + 1);
    let before = start > 0 && message.glued(start) && sticks(start - 1, start);
    let digits = |at: usize| message.kind(at) == Some(Kind::Digits);
    let stuck = (message.glued(end) && digits(end)) || (start > 0 && message.glued(start) && digits(start - 1));
    !(after || before || stuck)
}

/// Without what people write after a name: "Jane Roe sir", "jane roe xx".
pub(super) fn trimmed(message: &Message, name: Range<usize>) -> Range<usize> {
    let mut end = name.end;
    while end > name.start + 1 && message.is(end - 1, Traits::COURTESY) && !message.glued(end - 1) {
        // "Susan Dear" is called so.
        if message.tokens[end - 1].capital && end == name.start + 2 {
            break;
        }
        end -= 1;
    }
    name.start..end
}

/// A given name and a family name, as one.
pub(super) fn full(given: &str, family: &str) -> Wiped {
    let mut name = Wiped::with_room(given.len() + 1 + family.len());
    name.push_str(given);
    name.push(' ');
    name.push_str(family);
    name
}

/// As written, with white space collapsed.
pub(super) fn written(tokens: &[Token], range: &Range<usize>) -> Wiped {
    let tokens = &tokens[range.clone()];
    let mut text = Wiped::with_room(tokens.iter().map(|token| token.written.len() + 1).sum());
    for token in tokens {
        if token.spaced && !text.is_empty() {
            text.push(' ');
        }
        text.push_str(&token.written);
    }
    text
}
