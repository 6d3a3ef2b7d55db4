//! Placeholders are filled after wording, by code; then the sentences of a turn become one reply.

use super::catalog::catalog;
use super::frame::Frame;
use super::placeholder::{Piece, Placeholder, pieces};
use super::values::Values;
use super::voice::Spoken;
use crate::dialogue::Language;

/// What stands for a value that is not there. No sentence of the catalog should come to that.
const MISSING: &str = "…";

/// First strong isolate, and its end (Unicode Standard Annex 9).
const ISOLATE: (char, char) = ('\u{2068}', '\u{2069}');

/// Fills the placeholders of a wording.
///
/// One pass from left to right: braces in a value stay braces. Neither control characters nor direction marks survive,
/// in values or wording, but for the line breaks of a wording. A value with right-to-left letters is isolated, so that
/// it cannot reorder what stands around it.
#[must_use]
pub fn fill(wording: &str, values: &Values, language: Language) -> String {
    let mut text = String::with_capacity(wording.len() + 64);
    for piece in pieces(wording) {
        match piece {
            Piece::Words(words) => {
                // "Jr." ends the sentence by itself.
                let words = if text.ends_with('.') { words.strip_prefix('.').unwrap_or(words) } else { words };
                text.extend(words.chars().filter(|&c| c == '\n' || !is_unwanted(c)));
            }
            Piece::Value(placeholder, _) => put_value(placeholder, values, language, &mut text),
        }
    }
    text
}

/// The reply of a turn: each sentence as it is said, with its frame before it.
///
/// Sentences flow in one paragraph; one that is a block of lines stands on lines of its own.
#[must_use]
pub fn reply(parts: &[Spoken], values: &Values) -> String {
    let mut reply = String::with_capacity(512);
    let mut after_block = false;
    for part in parts {
        let text = fill(part.text(), values, part.sentence.language());
        if text.is_empty() {
            continue;
        }
        let block = text.contains('\n');
        if !reply.is_empty() {
            reply.push(if block || after_block { '\n' } else { ' ' });
        }
        if let Some(frame) = part.frame.as_ref().map(Frame::text) {
            reply.push_str(frame);
            reply.push(' ');
        }
        reply.push_str(&text);
        after_block = block;
    }
    reply
}

fn put_value(placeholder: Placeholder, values: &Values, language: Language, text: &mut String) {
    let format = &catalog(language).format;
    match placeholder {
        Placeholder::Name => put(values.name.as_ref().map(crate::card::Name::expose), text),
        Placeholder::Brand => put(values.brand.map(crate::card::Brand::display), text),
        Placeholder::BrandRead => put(values.brand_read.map(crate::card::Brand::display), text),
        Placeholder::LastFour => put(values.last_four.map(|digits| digits.to_string()).as_deref(), text),
        Placeholder::Expiry => put(values.expiry.map(|expiry| format.expiry(expiry)).as_deref(), text),
        Placeholder::Amount => put(values.amount().map(|amount| format.money(amount)).as_deref(), text),
        Placeholder::Payee => put(values.payee(), text),
        Placeholder::Description => put(values.description(), text),
        Placeholder::Contact => put(Some(&values.contact), text),
        Placeholder::OtherWays => put(Some(values.other_ways.as_deref().unwrap_or(&format.other_ways)), text),
        Placeholder::Link => put(values.link.as_ref().map(crate::dialogue::Link::as_str), text),
        Placeholder::Digits => put(values.digits.map(|digits| digits.to_string()).as_deref(), text),
        Placeholder::Accepted => put(Some(&format.brands(values.accepted)), text),
        Placeholder::Receipt => put(values.receipt.as_ref().map(crate::dialogue::IntentId::as_str), text),
        Placeholder::Token => put(values.token.as_ref().map(crate::dialogue::Token::as_str), text),
        Placeholder::Until => put(until(values).as_deref(), text),
        Placeholder::Minutes => put(Some(&values.minutes.to_string()), text),
        Placeholder::Answer => put(values.answer.as_deref(), text),
    }
}

/// The moment, to the minute, by the clock of Greenwich.
fn until(values: &Values) -> Option<String> {
    Some(values.until()?.strftime("%Y-%m-%d %H:%M UTC").to_string())
}

/// Puts a value in, on one line, cleaned and isolated where that is needed.
fn put(value: Option<&str>, text: &mut String) {
    let value = value.map(str::trim).filter(|value| !value.is_empty()).unwrap_or(MISSING);
    let isolated = value.chars().any(is_right_to_left);
    if isolated {
        text.push(ISOLATE.0);
    }
    text.extend(value.chars().filter_map(|c| match c {
        '\n' | '\r' | '\t' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some(' '),
        unwanted if is_unwanted(unwanted) => None,
        wanted => Some(wanted),
    }));
    if isolated {
        text.push(ISOLATE.1);
    }
}

/// Control characters, line and paragraph separators, direction marks, and marks that cannot be seen. Joiners stay:
/// names of some scripts need them.
fn is_unwanted(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}'
        )
}

/// Letters written from right to left. Source: bidirectional classes R and AL of the Unicode Character Database, by block.
const fn is_right_to_left(character: char) -> bool {
    matches!(
        character,
        '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}'
    )
}
