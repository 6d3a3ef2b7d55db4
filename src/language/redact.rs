//! Card numbers and codes taken out of text, at two levels: what is kept, and what its writer is shown again.

mod decoded;

use super::text::{Kind, Token, digit, tokens};
use super::values::{Level, Place, Span, merged, places};
use crate::card::{Wiped, is_card};
use crate::dialogue::Field;
use decoded::Decoded;

/// How much text is looked at at once, in code points: bounds the memory that a long line takes.
const CHUNK: usize = 16_384;

/// Digits of the longest number: a chain of them that fills a chunk is looked at again from so many before its end.
const LONGEST: usize = 19;

/// How many passes a text gets: with one number hidden, the digits beside it may read as another. A text made for that may
/// want any number of them, so of one that still changes after these every digit is hidden.
const MOST_PASSES: usize = 6;

/// What stands for a security code, for part of a number, and for a number that may be one of several.
const HIDDEN: &str = "[•••]";

/// `text` as it may be kept, logged or sent on: without anything in it that may be a card number or a security code.
/// A number becomes `[•••• 4242]`, everything else `[•••]`.
///
/// Too much does no harm here. A number is found in a longer run of digits, across any marks, across the escapes of
/// JSON, of URLs and of HTML, and across its tags, in the digits of every script and the number words of every language
/// that is spoken here, and whatever it is called. Text without digits and number words stays as it is, and redacting
/// twice is redacting once.
#[must_use]
pub fn redact(text: &str) -> String {
    settled(text, Level::Kept).to_string()
}

/// `text` without any digit or number word in it, whatever it belongs to: two messages that differ in their numbers alone
/// are one and the same here.
///
/// It is what a repeated delivery is compared by. Nothing that is kept may depend on a card number or on a security code,
/// and which message holds one is known only where its session stands.
#[must_use]
pub fn without_digits(text: &str) -> Wiped {
    let mut left = Wiped::from(text);
    // With one number out of the way, the words beside it may read as another.
    for _ in 0..MOST_PASSES {
        let again = once(&left, Level::Unsettled);
        if again == left {
            break;
        }
        left = again;
    }
    Wiped::gathered(left.len(), left.chars().filter(|&character| digit(character).is_none()))
}

/// `text` as its writer is shown it again, as far as nothing was told in it: without card numbers, and else as it is.
fn shown(text: &str) -> Wiped {
    settled(text, Level::Shown)
}

/// `text` with what is to be hidden in it replaced, until nothing is left to be.
fn settled(text: &str, level: Level) -> Wiped {
    let mut redacted = Wiped::from(text);
    for _ in 0..MOST_PASSES {
        let again = once(&redacted, level);
        if again == redacted {
            return redacted;
        }
        redacted = again;
    }
    once(&redacted, Level::Unsettled)
}

/// With what is to be hidden in it as it's written; and, but for its writer, as it's decoded: it may be either.
fn once(text: &str, level: Level) -> Wiped {
    let mut places = in_bytes(text, hidden(text, level));
    if level != Level::Shown
        && let Some(decoded) = Decoded::of(text)
    {
        places.extend(decoded.in_source(hidden(decoded.text(), level)));
        places = merged(places);
    }
    replaced(text, &places)
}

/// What is to be hidden, in code points, in order.
fn hidden(text: &str, level: Level) -> Vec<Place> {
    let mut hidden: Vec<Place> = Vec::new();
    let mut begin = 0;
    let mut rest = text;
    while !rest.is_empty() {
        let looked = look(rest, level);
        let moved = looked.places.into_iter().map(|place| Place {
            start: place.start + begin,
            end: place.end + begin,
            last_four: place.last_four,
        });
        hidden.extend(moved);
        begin += looked.done;
        rest = &rest[byte_of(rest, looked.done)..];
    }
    hidden
}

/// What was found at the beginning of a text.
struct Looked {
    places: Vec<Place>,
    /// How many code points are done with.
    done: usize,
}

/// Looks at the first chunk of `rest`. What stands at its end is looked at again with the next one.
fn look(rest: &str, level: Level) -> Looked {
    let (chunk, more) = rest.split_at(cut(rest));
    let length = chunk.chars().count();
    let tokens = tokens(chunk);
    let (mut places, open) = places(&tokens, level);
    let done = match open.filter(|_| !more.is_empty()) {
        None => length,
        Some(open) if open > length / 2 => open,
        // One chain that is longer than a chunk.
        Some(_) => {
            let length_of = |token: &Token| if token.kind == Kind::Digits { token.text.len() } else { 0 };
            let digits = |from: usize| tokens[from..].iter().map(length_of).sum::<usize>();
            let near = (0..tokens.len()).rev().find(|&at| at + 4 * LONGEST < tokens.len() || digits(at) > 2 * LONGEST);
            let kept = near.map_or(length, |at| tokens[at].start);
            if kept > length / 2 { kept } else { length.saturating_sub(2 * LONGEST).max(length / 2 + 1).min(length) }
        }
    };
    // What reaches over the end begins the next chunk, unless nothing would be left of this one.
    let over = places.iter().find(|place| place.start < done && done < place.end).map(|place| place.start);
    let done = match over {
        Some(start) if start > length / 2 => start,
        Some(_) => length,
        None => done,
    };
    places.retain(|place| place.end <= done);
    Looked { places, done }
}

/// `text` as its writer is shown it again: with the numbers and codes at `spans` replaced, and every other card number
/// too, but for what is called something else. A piece of a number shows no digits: the pieces of several messages
/// would show it all.
#[must_use]
pub fn redact_told(text: &str, spans: &[Span]) -> String {
    let mut redacted = Wiped::with_room(text.len());
    let mut from = 0;
    for span in spans.iter().filter(|span| matches!(span.field, Field::Card | Field::Cvv)) {
        let (start, end) = (byte_of(text, span.start), byte_of(text, span.end));
        if start < from || end <= start {
            continue;
        }
        redacted.push_str(&shown(&text[from..start]));
        let said = &text[start..end];
        let digits = Wiped::gathered(said.len(), said.chars().filter_map(digit));
        match span.field {
            Field::Card if is_shown_by_its_end(&digits) => redacted.push_str(&mark(&digits[digits.len() - 4..])),
            Field::Card | Field::Cvv | Field::Name | Field::Expiry => redacted.push_str(HIDDEN),
        }
        from = end;
    }
    redacted.push_str(&shown(&text[from..]));
    redacted.to_string()
}

/// Whether the last four digits belong to the number, and not to a code that is glued to it.
fn is_shown_by_its_end(digits: &str) -> bool {
    match digits.len() {
        0..=12 => false,
        13..=16 => true,
        _ => is_card(digits) && !is_card(&digits[..16]),
    }
}

fn mark(last_four: &str) -> String {
    format!("[•••• {last_four}]")
}

/// Where the first chunk ends, in bytes: at white space, if there is any.
fn cut(text: &str) -> usize {
    let Some((end, _)) = text.char_indices().nth(CHUNK) else { return text.len() };
    text[..end].rfind(char::is_whitespace).filter(|&at| at > 0).unwrap_or(end)
}

/// The byte at which a code point begins.
fn byte_of(text: &str, code_point: usize) -> usize {
    text.char_indices().nth(code_point).map_or(text.len(), |(at, _)| at)
}

/// Places in code points, in order, as places in bytes.
fn in_bytes(text: &str, places: Vec<Place>) -> Vec<Place> {
    let mut bytes = text.char_indices().map(|(at, _)| at).chain([text.len()]).enumerate();
    let mut byte = |code_point: usize| bytes.find(|&(at, _)| at == code_point).map_or(text.len(), |(_, byte)| byte);
    let mut moved = Vec::with_capacity(places.len());
    let mut last = (0, 0);
    for place in places {
        // Two that touch share an edge.
        let start = if place.start == last.0 { last.1 } else { byte(place.start) };
        let end = byte(place.end);
        last = (place.end, end);
        moved.push(Place { start, end, last_four: place.last_four });
    }
    moved
}

/// `text` with these places in it, in bytes, replaced.
fn replaced(text: &str, places: &[Place]) -> Wiped {
    let mut redacted = Wiped::with_room(text.len());
    let mut from = 0;
    for place in places {
        redacted.push_str(&text[from..place.start]);
        redacted.push_str(&place.last_four.as_deref().map_or_else(|| HIDDEN.to_owned(), mark));
        from = place.end;
    }
    redacted.push_str(&text[from..]);
    redacted
}

#[cfg(test)]
mod tests;
