//! Digits that are plainly something else: account numbers (IBAN), telephones, amounts, times, identifiers, links.

use super::cards::{self, Found, How};
use super::chains::Digits;
use super::dates::Calendar;
use super::foreign::{iban, telephone};
use super::message::Message;
use super::vocabulary::{Link, Traits, link};
use crate::dialogue::StateName;
use crate::language::Listening;
use crate::language::text::Kind;

/// Digits of the shortest card number that is told from an identifier by its check digit.
const SHORTEST: usize = 14;

/// Marks the tokens whose digits are no values. A card number stays, whatever sticks to it; and so does what is written
/// like a time of day, where a date or a code is listened for.
pub(super) fn set_aside(message: &mut Message, listening: Option<&Listening>) {
    protect(message);
    let asked = listening.is_some_and(|listening| listening.state == StateName::Card);
    for at in 2..message.tokens.len() {
        message.odd[at] |= is_fraction(message, at, asked);
    }
    let listening = listening.filter(|_| says_no_time(message));
    let mut at = 0;
    while at < message.tokens.len() {
        let start = at;
        at += 1;
        while at < message.tokens.len() && !message.tokens[at].spaced {
            at += 1;
        }
        clump(message, start, at, listening);
    }
    let mut at = 0;
    while at < message.tokens.len() {
        at = iban(message, at).or_else(|| telephone(message, at)).unwrap_or(at + 1);
    }
}

/// Remembers where card numbers stand: with a sign or letters beside them, too.
fn protect(message: &mut Message) {
    let digits = message.tokens.iter().filter(|token| token.kind == Kind::Digits).map(|token| token.text.len());
    if digits.sum::<usize>() < SHORTEST {
        return;
    }
    let digits = Digits::read(message);
    let calendar = Calendar { month_first: message.vocabulary.month_first, today: None };
    for chain in &digits.chains {
        for Found { groups, how } in cards::find(&digits, chain, calendar, false) {
            if how != How::Chance && digits.of(&groups).len() >= SHORTEST {
                message.cards[digits.tokens(&groups)].fill(true);
            }
        }
    }
}

/// Whether the message has one colon between digits, and no word that makes a time of it.
fn says_no_time(message: &Message) -> bool {
    let colons = (0..message.tokens.len()).filter(|&at| message.mark(at) == Some(':')).take(2).count();
    let words = || (0..message.tokens.len()).filter(|&at| message.kind(at) == Some(Kind::Word));
    colons == 1 && words().all(|at| message.means_something(at) && !message.is(at, Traits::CLOCK))
}

/// "4:56" for a code, "12:28" for a date: people's machines write so what they dictate.
fn is_dictated(message: &Message, listening: &Listening, at: usize) -> bool {
    let [Some(first), Some(second)] = [at, at + 2].map(|at| message.tokens.get(at)) else { return false };
    let code = match listening.brand {
        Some(brand) => brand.cvv_length(),
        None => 3,
    };
    match listening.state {
        StateName::Expiry => matches!(first.text.parse(), Ok(1_u8..=12)) && second.text.len() == 2,
        StateName::Cvv => second.text.len() == 2 && first.text.len() + 2 == code,
        StateName::Name
        | StateName::Card
        | StateName::Confirm
        | StateName::Processing
        | StateName::Authenticating
        | StateName::Complete
        | StateName::Cancelled => false,
    }
}

fn mark_odd(message: &mut Message, from: usize, to: usize) {
    for at in from..to {
        message.odd[at] |= message.kind(at) == Some(Kind::Digits) && !message.cards[at];
    }
}

/// Judges what is written without a space in it.
fn clump(message: &mut Message, from: usize, to: usize, listening: Option<&Listening>) {
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
        if is_masked(message, at) || is_time(message, at, listening) || is_hashed(message, at) {
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
        || (message.mark(before) == Some('.')
            && message.glued(at)
            && before > 0
            && message.mark(before - 1) == Some('.'))
}

/// Digits that a fraction has at least to be taken for a card.
const SHORTEST_FRACTION: usize = 10;

/// "0.4111111111111111", "43.36912724126304": digits behind the point of a number. Where a card is asked for, "1." may
/// begin a list.
fn is_fraction(message: &Message, at: usize, asked: bool) -> bool {
    let digits = |at: usize| (message.kind(at) == Some(Kind::Digits)).then(|| message.tokens[at].text.as_str());
    let long = digits(at).is_some_and(|digits| digits.len() >= SHORTEST_FRACTION);
    if !long || !message.glued(at) || !message.glued(at - 1) {
        return false;
    }
    let Some(whole) = digits(at - 2) else { return false };
    let alone = !message.glued(at - 2)
        || message.mark(at - 3).is_some_and(|mark| matches!(mark, '-' | '+' | '(' | '[' | '=' | ':'));
    match message.mark(at - 1) {
        Some('.') => alone && whole.len() <= 3 && (whole == "0" || !asked),
        Some(',') => alone && whole == "0",
        Some(_) | None => false,
    }
}

/// "10:30".
fn is_time(message: &Message, at: usize, listening: Option<&Listening>) -> bool {
    let short = |at: usize| message.kind(at) == Some(Kind::Digits) && message.tokens[at].text.len() <= 2;
    let colon = |at: usize| message.mark(at) == Some(':') && message.glued(at) && message.glued(at + 1);
    let alone = |from: usize, to: usize| {
        !(from > 1
            && message.glued(from)
            && colon(from - 1)
            && message.kind(from - 2) == Some(Kind::Digits)
            && !short(from - 2))
            && !(colon(to) && message.kind(to + 1) == Some(Kind::Digits) && !short(to + 1))
    };
    let time = |at: usize| {
        short(at)
            && colon(at + 1)
            && short(at + 2)
            && alone(at, at + 3)
            && !listening.is_some_and(|listening| is_dictated(message, listening, at))
    };
    time(at) || (at > 1 && time(at - 2))
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
