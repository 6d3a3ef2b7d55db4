//! Account numbers (IBAN) and telephone numbers: digits in groups that are no card.

use super::message::Message;
use super::vocabulary::{Link, Phrase, link};
use crate::language::text::Kind;

/// Letters and digits that an IBAN has at most, and at least. Source: ISO 13616.
const IBAN: std::ops::RangeInclusive<usize> = 15..=34;
/// Digits of a telephone number at most. Source: ITU-T E.164.
const TELEPHONE: usize = 15;

/// Two letters and two check digits, then up to thirty letters and digits, in groups; its end when it is one.
pub(super) fn iban(message: &mut Message, at: usize) -> Option<usize> {
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
            Kind::Word => {
                token.plain.is_ascii()
                    && token.plain.len() <= 4
                    && (!message.means_something(end) || token.plain.len() == 4)
            }
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
pub(super) fn telephone(message: &mut Message, at: usize) -> Option<usize> {
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
        let dashed =
            |at: usize| message.mark(at).is_some_and(|mark| matches!(link(mark), Some(Link::Dash | Link::Dot)));
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
        || (before > 0
            && message.mark(before).is_some_and(|mark| link(mark).is_some())
            && message.kind(before - 1) == Some(Kind::Digits))
}

fn mark_all(message: &mut Message, from: usize, to: usize) {
    for at in from..to {
        message.odd[at] |= message.kind(at) == Some(Kind::Digits) && !message.cards[at];
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
