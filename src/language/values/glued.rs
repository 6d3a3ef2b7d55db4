//! Number, date and code in one run of digits: "424242424242424212/28", "42424242424242421228123".

use super::dates::Calendar;
use crate::card::{Brand, is_card};
use crate::language::text::{Kind, Token};

/// Digits of the shortest number that something is looked for behind, and of the shortest run that has both.
const SHORTEST: usize = 14;
const SHORTEST_RUN: usize = 17;

/// One way to take a run of digits apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Split {
    /// How many digits the number has.
    number: usize,
    /// How many digits behind it are a date, or the month of one.
    date: usize,
    /// How many digits the year has that stands behind a slash; none without one.
    year: usize,
}

/// Every way in which a run of digits is a card number with a date to come, a code, both or nothing behind it.
/// `behind` are the digits that follow a slash.
pub(super) fn splits(run: &str, behind: Option<&str>, calendar: Calendar) -> Vec<Split> {
    let mut splits = Vec::new();
    for number in SHORTEST..=run.len().min(19) {
        let (digits, rest) = run.split_at(number);
        if !is_card(digits) {
            continue;
        }
        let code = Brand::of_prefix(digits).map_or(3, Brand::cvv_length);
        if let Some(behind) = behind {
            let year = [2, 4].into_iter().find(|&year| {
                (behind.len() == year || behind.len() == year + code) && calendar.has(rest, &behind[..year])
            });
            splits.extend(year.map(|year| Split { number, date: rest.len(), year }));
            continue;
        }
        let dated = |&date: &usize| {
            (rest.len() == date || rest.len() == date + code) && calendar.has(&rest[..2], &rest[2..date])
        };
        splits.extend([4, 6].into_iter().filter(dated).map(|date| Split { number, date, year: 0 }));
        if rest.is_empty() || rest.len() == code {
            splits.push(Split { number, date: 0, year: 0 });
        }
    }
    splits
}

/// Digits that are a date and a code: how many of them are the date, if there is one way only.
pub(super) fn date_and_code(digits: &str, code: usize, calendar: Calendar) -> Option<usize> {
    let date = digits.len().checked_sub(code).filter(|date| matches!(date, 4 | 6))?;
    calendar.has(&digits[..2], &digits[2..date]).then_some(date)
}

/// The tokens of a message, with every run of digits taken apart that is a number with more behind it, where there is
/// exactly one way to do it.
pub(in crate::language) fn unglued(tokens: Vec<Token>, calendar: Calendar) -> Vec<Token> {
    let cuts = cuts(&tokens, calendar);
    if cuts.is_empty() {
        return tokens;
    }
    let mut cuts = cuts.into_iter().peekable();
    let mut apart = Vec::with_capacity(tokens.len() + 4);
    for (at, token) in tokens.into_iter().enumerate() {
        match cuts.next_if(|cut| cut.0 == at) {
            Some((_, places)) => cut(&token, places, &mut apart),
            None => apart.push(token),
        }
    }
    apart
}

/// Which tokens are to be cut, and before which of their digits.
fn cuts(tokens: &[Token], calendar: Calendar) -> Vec<(usize, [usize; 2])> {
    let mut cuts = Vec::new();
    let mut read = 0;
    for (at, token) in tokens.iter().enumerate() {
        // A digit with marks of its own cannot be told from the others by its place.
        let plain = token.end - token.start == token.text.len();
        if token.kind != Kind::Digits || !plain {
            continue;
        }
        if let Some(year) = year_and_code(tokens, at, calendar).filter(|_| read >= SHORTEST) {
            cuts.push((at, [year, year]));
        }
        read += token.text.len();
        if token.text.len() <= SHORTEST {
            continue;
        }
        let behind = behind(tokens, at);
        let found = match behind {
            None if token.text.len() < SHORTEST_RUN => continue,
            Some(_) | None => splits(&token.text, behind, calendar),
        };
        if let &[Split { number, date, year }] = found.as_slice()
            && number < token.text.len()
        {
            cuts.push((at, [number, number + date]));
            cuts.extend((year > 0).then_some((at + 2, [year, year])));
        }
    }
    cuts
}

/// "12/28123", behind a number: how many digits of the last group are the year.
fn year_and_code(tokens: &[Token], at: usize, calendar: Calendar) -> Option<usize> {
    let [month, slash] = tokens.get(at.checked_sub(2)?..at)? else { return None };
    let glued = !slash.spaced && !tokens[at].spaced && slash.text.as_str() == "/" && month.kind == Kind::Digits;
    let digits = tokens[at].text.as_str();
    let year = match digits.len() {
        5 => 2,
        7 => 4,
        _ => return None,
    };
    (glued && month.text.len() <= 2 && calendar.has(&month.text, &digits[..year])).then_some(year)
}

/// The digits that follow a slash right behind a long run of them.
fn behind(tokens: &[Token], at: usize) -> Option<&str> {
    let [_, mark, digits, ..] = &tokens[at..] else { return None };
    let glued = !mark.spaced && !digits.spaced && matches!(mark.text.as_str(), "/" | "-" | ".");
    let plain = digits.kind == Kind::Digits && digits.end - digits.start == digits.text.len();
    (glued && plain).then_some(digits.text.as_str())
}

/// Adds the token, cut before these of its digits.
fn cut(token: &Token, places: [usize; 2], apart: &mut Vec<Token>) {
    let mut from = 0;
    for to in places.into_iter().chain([token.text.len()]) {
        if from < to {
            apart.push(token.part(from..to));
            from = to;
        }
    }
}
