//! Card numbers taken out of text.

use super::text::{digit, tokens};
use super::values::{Place, Span, card_places};
use crate::card::Wiped;
use crate::dialogue::Field;

/// How much text is looked at at once, in code points: bounds the memory that a long line takes.
const CHUNK: usize = 16_384;

/// How often a text is looked at: once more than numbers can stand in each other's way.
const MOST_PASSES: usize = 4;

/// What stands for a security code, and for part of a number.
const HIDDEN: &str = "[•••]";

/// `text` with every card number in it replaced by a mark with its last four digits: `[•••• 4242]`.
///
/// Numbers are found across spaces, dashes, dots and characters that cannot be seen, in the digits of every script,
/// and in the number words of every language that is spoken here. Nothing else changes, and redacting twice is
/// redacting once.
#[must_use]
pub fn redact(text: &str) -> String {
    let mut redacted = pass(text);
    if redacted == text {
        return redacted;
    }
    // Without its neighbour, what was one long row of digits can be a number too.
    for _ in 1..MOST_PASSES {
        let again = pass(&redacted);
        if again == redacted {
            break;
        }
        redacted = again;
    }
    redacted
}

fn pass(text: &str) -> String {
    let mut redacted = String::with_capacity(text.len());
    let mut rest = text;
    while !rest.is_empty() {
        let (chunk, more) = rest.split_at(cut(rest));
        let tokens = tokens(chunk);
        let (mut places, open) = card_places(&tokens);
        // What stands at the end of a chunk is looked at again with the next one.
        let done = match open {
            Some(open) if !more.is_empty() && open > 0 => byte_of(chunk, open),
            Some(_) | None => chunk.len(),
        };
        let (chunk, _) = rest.split_at(done);
        let length = chunk.chars().count();
        places.retain(|place| place.end <= length);
        replace(chunk, &places, &mut redacted);
        rest = &rest[done..];
    }
    redacted
}

/// `text` with the numbers and codes at `spans` replaced, and every other card number too. A piece of a number shows
/// no digits: the pieces of several messages would show it all.
#[must_use]
pub fn redact_told(text: &str, spans: &[Span]) -> String {
    let mut redacted = String::with_capacity(text.len());
    let mut from = 0;
    for span in spans.iter().filter(|span| matches!(span.field, Field::Card | Field::Cvv)) {
        let (start, end) = (byte_of(text, span.start), byte_of(text, span.end));
        if start < from || end <= start {
            continue;
        }
        redacted.push_str(&redact(&text[from..start]));
        let said = &text[start..end];
        let mut digits = Wiped::with_room(said.len());
        digits.extend(said.chars().filter_map(digit));
        match span.field {
            Field::Card if digits.len() >= 13 => redacted.push_str(&mark(&digits[digits.len() - 4..])),
            Field::Card | Field::Cvv | Field::Name | Field::Expiry => redacted.push_str(HIDDEN),
        }
        from = end;
    }
    redacted.push_str(&redact(&text[from..]));
    redacted
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

fn replace(text: &str, places: &[Place], redacted: &mut String) {
    let mut places = places.iter().peekable();
    for (at, character) in text.chars().enumerate() {
        while places.next_if(|place| place.end <= at).is_some() {}
        match places.peek() {
            Some(place) if place.start == at => redacted.push_str(&mark(&place.last_four)),
            Some(place) if place.start < at => {}
            Some(_) | None => redacted.push(character),
        }
    }
}
