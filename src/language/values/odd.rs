//! Digits that are plainly something else: account numbers (IBAN), telephones, amounts, times, identifiers, links.
//!
//! A number that passes as a card by itself is never set aside here for letters that stick to it.

use super::cards::is_card;
use super::message::Message;
use super::vocabulary::{Link, Phrase, Traits, link};
use crate::language::text::Kind;

/// Letters and digits that an IBAN has at most, and at least. Source: ISO 13616.
const IBAN: std::ops::RangeInclusive<usize> = 15..=34;
/// Digits of a telephone number at most. Source: ITU-T E.164.
const TELEPHONE: usize = 15;

/// Marks the tokens whose digits are no values.
pub(super) fn set_aside(message: &mut Message) {
    let mut at = 0;
    while at < message.tokens.len() {
        let start = at;
        at += 1;
        while at < message.tokens.len() && !message.tokens[at].spaced {
            at += 1;
        }
        clump(message, start, at);
    }
    let mut at = 0;
    while at < message.tokens.len() {
        at = iban(message, at).or_else(|| telephone(message, at)).unwrap_or(at + 1);
    }
}

fn mark_odd(message: &mut Message, from: usize, to: usize) {
    for at in from..to {
        let card = message.kind(at) == Some(Kind::Digits) && is_card(&message.tokens[at].text);
        message.odd[at] |= !card && message.kind(at) == Some(Kind::Digits);
    }
}

/// Judges what is written without a space in it.
fn clump(message: &mut Message, from: usize, to: usize) {
    if !(from..to).any(|at| message.kind(at) == Some(Kind::Digits)) {
        return;
    }
    let mark = |c| (from..to).any(|at| message.mark(at) == Some(c));
    if mark('@') || is_link(message, from, to) || sticks_to_letters(message, from, to) {
        mark_odd(message, from, to);
        return;
    }
    for at in from..to {
        if message.kind(at) != Some(Kind::Digits) {
            continue;
        }
        if is_masked(message, at) || is_time(message, at) || is_hashed(message, at) {
            mark_odd(message, at, at + 1);
        }
        if is_priced(message, at) {
            let end = amount_end(message, at);
            mark_odd(message, amount_start(message, at), end);
        }
    }
}

fn is_link(message: &Message, from: usize, to: usize) -> bool {
    (from..to).any(|at| {
        message.mark(at) == Some(':') && message.mark(at + 1) == Some('/') && message.mark(at + 2) == Some('/')
            || &*message.tokens[at].plain == "www"
    })
}

/// Letters that mean nothing right beside digits ("AB1234", a UUID). A mistyped card has many digits and few letters.
fn sticks_to_letters(message: &Message, from: usize, to: usize) -> bool {
    let digits: usize =
        (from..to).filter(|&at| message.kind(at) == Some(Kind::Digits)).map(|at| message.tokens[at].text.len()).sum();
    let mut letters = 0;
    let mut sticks = false;
    for at in (from..to).filter(|&at| message.kind(at) == Some(Kind::Word)) {
        let beside = |other: usize| (from..to).contains(&other) && message.kind(other) == Some(Kind::Digits);
        let look_alike = message.tokens[at].plain.bytes().all(|byte| matches!(byte, b'o' | b'l' | b'i'));
        if (beside(at + 1) || (at > from && beside(at - 1))) && !message.means_something(at) && !look_alike {
            sticks = true;
        }
        letters += message.tokens[at].text.chars().count();
    }
    sticks && (digits < 12 || letters > 2)
}

/// "**** 4242", "xxxx-4242", "…4242": the end of a number.
fn is_masked(message: &Message, at: usize) -> bool {
    let Some(mut before) = at.checked_sub(1) else { return false };
    if message.mark(before).is_some_and(|mark| link(mark) == Some(Link::Dash)) && before > 0 {
        before -= 1;
    }
    matches!(message.mark(before), Some('*' | '•' | '…' | '●' | '∙' | 'x'))
        || (message.kind(before) == Some(Kind::Word)
            && (message.tokens[before].plain.len() > 2 || message.glued(at))
            && message.tokens[before].plain.bytes().all(|byte| byte == b'x'))
        || (message.mark(before) == Some('.') && message.glued(at) && before > 0 && message.mark(before - 1) == Some('.'))
}

/// "10:30".
fn is_time(message: &Message, at: usize) -> bool {
    let short = |at: usize| message.kind(at) == Some(Kind::Digits) && message.tokens[at].text.len() <= 2;
    let colon = |at: usize| message.mark(at) == Some(':') && message.glued(at) && message.glued(at + 1);
    let alone = |from: usize, to: usize| {
        !(from > 1 && message.glued(from) && colon(from - 1) && message.kind(from - 2) == Some(Kind::Digits) && !short(from - 2))
            && !(colon(to) && message.kind(to + 1) == Some(Kind::Digits) && !short(to + 1))
    };
    (short(at) && colon(at + 1) && short(at + 2) && alone(at, at + 3))
        || (at > 1 && short(at) && colon(at - 1) && short(at - 2) && alone(at - 2, at + 1))
}

/// "#1001", with no label before it.
fn is_hashed(message: &Message, at: usize) -> bool {
    at > 0
        && message.glued(at)
        && matches!(message.mark(at - 1), Some('#' | '№'))
        && (at == 1 || message.hit(at - 2).is_none())
        && message.hit(at - 1).is_none()
}

/// A currency or a percent sign right beside it, or its name.
fn is_priced(message: &Message, at: usize) -> bool {
    let start = amount_start(message, at);
    let end = amount_end(message, at);
    let sign = |at: usize| message.mark(at).is_some_and(is_currency);
    let name = |at: usize| message.is(at, Traits::CURRENCY) && message.kind(at) == Some(Kind::Word);
    (start > 0 && (sign(start - 1) || name(start - 1))) || sign(end) || name(end) || message.mark(end) == Some('%')
}

/// Where the amount that holds this group begins: groups joined by "." or "," without spaces.
fn amount_start(message: &Message, mut at: usize) -> usize {
    let mut steps = 0;
    while at > 1 && steps < 5 && joins_amount(message, at - 1) && message.kind(at - 2) == Some(Kind::Digits) {
        at -= 2;
        steps += 1;
    }
    at
}

fn amount_end(message: &Message, at: usize) -> usize {
    let mut end = at + 1;
    let mut steps = 0;
    while steps < 5 && joins_amount(message, end) && message.kind(end + 1) == Some(Kind::Digits) {
        end += 2;
        steps += 1;
    }
    end
}

fn joins_amount(message: &Message, at: usize) -> bool {
    matches!(message.mark(at), Some('.' | ',')) && message.glued(at) && message.glued(at + 1)
}

const fn is_currency(mark: char) -> bool {
    matches!(mark, '$' | '¢' | '£' | '¤' | '¥' | '฿' | '\u{20a0}'..='\u{20cf}' | '\u{fe69}' | '\u{ff04}')
}

/// Two letters and two check digits, then up to thirty letters and digits, in groups; its end when it is one.
fn iban(message: &mut Message, at: usize) -> Option<usize> {
    let head = message.tokens.get(at)?;
    let starts = head.kind == Kind::Word
        && head.plain.len() == 2
        && head.plain.is_ascii()
        && message.kind(at + 1) == Some(Kind::Digits)
        && message.glued(at + 1)
        && message.tokens[at + 1].text.len() >= 2
        && (at == 0 || message.tokens[at].spaced || message.kind(at - 1) == Some(Kind::Mark))
        && message.hit(at).is_none_or(|hit| hit.phrase == Phrase::Own);
    if !starts {
        return None;
    }
    let (mut end, mut length) = (at + 1, 2);
    let mut checked = None;
    while let Some(token) = message.tokens.get(end) {
        let part = match token.kind {
            Kind::Digits => true,
            Kind::Word => token.plain.is_ascii() && token.plain.len() <= 4 && (!message.means_something(end) || token.plain.len() == 4),
            Kind::Mark => false,
        };
        let dash = message.mark(end).is_some_and(|mark| link(mark) == Some(Link::Dash));
        if dash && end > at + 1 && end < at + 2 * IBAN.end() {
            end += 1;
            continue;
        }
        if !part || length + token.plain.len() > *IBAN.end() {
            break;
        }
        length += token.plain.len();
        end += 1;
        if IBAN.contains(&length) && is_checked(message, at, end) {
            checked = Some(end);
        }
    }
    let digits = message.tokens[at + 1].text.len();
    let end = match checked {
        Some(end) => end,
        None if length >= *IBAN.start() && digits <= 4 => end,
        None => return None,
    };
    for odd in &mut message.odd[at..end] {
        *odd = true;
    }
    Some(end)
}

fn checksum(mut remainder: u32, part: &str) -> u32 {
    for character in part.chars() {
        remainder = match character.to_digit(36) {
            Some(value @ 0..=9) => (remainder * 10 + value) % 97,
            Some(value) => (remainder * 100 + value) % 97,
            None => remainder,
        };
    }
    remainder
}

/// Whether the tokens are an IBAN by its check digits, which count last, after the country. Source: ISO 7064, MOD 97-10.
fn is_checked(message: &Message, at: usize, end: usize) -> bool {
    let first = message.tokens[at + 1].text.as_str();
    let (check, rest) = first.split_at(2);
    let mut remainder = checksum(0, rest);
    for token in &message.tokens[at + 2..end] {
        remainder = checksum(remainder, &token.plain);
    }
    checksum(checksum(remainder, &message.tokens[at].plain), check) == 1
}

/// "+44 20 7946 0018", "(415) 555-0100", "415-555-0100"; its end when it is one.
fn telephone(message: &mut Message, at: usize) -> Option<usize> {
    let digits = |at: usize| (message.kind(at) == Some(Kind::Digits)).then(|| message.tokens[at].text.len());
    let plus = matches!(message.mark(at), Some('+' | '＋')) && digits(at + 1).is_some() && message.glued(at + 1);
    let area = message.mark(at) == Some('(')
        && digits(at + 1).is_some_and(|length| (2..=4).contains(&length))
        && message.mark(at + 2) == Some(')')
        && digits(at + 3).is_some();
    if plus || area {
        let (end, total) = telephone_end(message, at + 1);
        let enough = if plus { total >= 7 } else { total >= 9 };
        if enough && total <= TELEPHONE {
            mark_all(message, at, end);
            return Some(end);
        }
        return None;
    }
    let apart = at == 0 || !follows_digits(message, at);
    if digits(at) == Some(3) && digits(at + 2) == Some(3) && digits(at + 4) == Some(4) && apart {
        let dashed = |at: usize| message.mark(at).is_some_and(|mark| matches!(link(mark), Some(Link::Dash | Link::Dot)));
        let goes_on = digits(at + 5).is_some()
            || (digits(at + 6).is_some() && message.mark(at + 5).is_some_and(|mark| link(mark).is_some()));
        if dashed(at + 1) && dashed(at + 3) && !goes_on {
            mark_all(message, at, at + 5);
            return Some(at + 5);
        }
    }
    None
}

fn follows_digits(message: &Message, at: usize) -> bool {
    let before = at - 1;
    message.kind(before) == Some(Kind::Digits)
        || (before > 0 && message.mark(before).is_some_and(|mark| link(mark).is_some()) && message.kind(before - 1) == Some(Kind::Digits))
}

fn mark_all(message: &mut Message, from: usize, to: usize) {
    for at in from..to {
        message.odd[at] |= message.kind(at) == Some(Kind::Digits);
    }
}

/// Where the groups of a telephone number end, and how many digits they have.
fn telephone_end(message: &Message, mut at: usize) -> (usize, usize) {
    let mut total = 0;
    let mut end = at;
    while let Some(token) = message.tokens.get(at) {
        match token.kind {
            Kind::Digits if total + token.text.len() <= TELEPHONE => {
                total += token.text.len();
                at += 1;
                end = at;
            }
            Kind::Mark if matches!(message.mark(at), Some('-' | '.' | '(' | ')' | '/')) && at < end + 2 => at += 1,
            Kind::Digits => return (end, if at == end { total + token.text.len() } else { total }),
            Kind::Mark | Kind::Word => break,
        }
    }
    (end, total)
}
