//! Card numbers among groups of digits.

use std::ops::Range;

use super::chains::Digits;
use super::vocabulary::Link;
use crate::card::{Brand, passes_luhn};

/// Digits that a card number has.
pub(super) const LENGTHS: std::ops::RangeInclusive<usize> = 12..=19;
/// A shorter one, made of several groups among others, is chance.
const SHORTEST_AMONG_OTHERS: usize = 14;
/// Digits of what is still taken for a number with too many keys hit.
const MISTYPED: std::ops::RangeInclusive<usize> = 13..=19;
const MISTYPED_WITH_BRAND: std::ops::RangeInclusive<usize> = 12..=24;

/// Whether these are the digits of a card: of a known brand, of its length, with the right check digit.
pub(super) fn is_card(digits: &str) -> bool {
    LENGTHS.contains(&digits.len())
        && passes_luhn(digits)
        && !is_one_digit(digits)
        && Brand::of_prefix(digits).is_some_and(|brand| brand.lengths().contains(&digits.len()))
}

fn is_one_digit(digits: &str) -> bool {
    digits.bytes().all(|byte| byte == digits.as_bytes()[0])
}

/// The card numbers in a row of groups, each made of whole groups, none overlapping, in order.
pub(super) fn find(digits: &Digits, stretch: &Range<usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = stretch.start;
    if LENGTHS.contains(&digits.of(stretch).len()) && is_card(digits.of(stretch)) {
        return vec![stretch.clone()];
    }
    while at < stretch.end {
        match starting(digits, at, stretch.end) {
            Some(card) => {
                at = card.end;
                found.push(card);
            }
            None => at += 1,
        }
    }
    found
}

/// The card number that begins with this group. A longer one is preferred where sixteen digits are not the rule: a
/// code that follows a number makes a right longer number one time in ten.
fn starting(digits: &Digits, at: usize, end: usize) -> Option<Range<usize>> {
    let first = *digits.at(at).as_bytes().first()?;
    // No brand's numbers begin with 0, 1 or 7.
    if matches!(first, b'0' | b'1' | b'7') {
        return None;
    }
    let mut brand: Option<Option<Brand>> = None;
    let mut best: Option<Range<usize>> = None;
    let mut length = 0;
    for to in at + 1..=end {
        length += digits.at(to - 1).len();
        if length > *LENGTHS.end() {
            break;
        }
        let number = digits.of(&(at..to));
        let short = length < SHORTEST_AMONG_OTHERS && (to > at + 1 || length < *LENGTHS.start());
        if short || !passes_luhn(number) || is_one_digit(number) {
            continue;
        }
        let brand = *brand.get_or_insert_with(|| Brand::of_prefix(number));
        let lengths = brand.map_or(&[][..], Brand::lengths);
        let optional = brand.is_some_and(Brand::luhn_optional);
        if lengths.contains(&length) && best.as_ref().is_none_or(|best| digits.of(best).len() < 16 || optional) {
            best = Some(at..to);
        }
    }
    best
}

/// The groups at the beginning of a row that look like a card number, mistyped or of a wrong length.
pub(super) fn mistyped(digits: &Digits, stretch: &Range<usize>) -> Option<Range<usize>> {
    let (lengths, known) = lengths(digits, stretch);
    let fours = lengths.iter().take_while(|&&length| length == 4).count();
    let used = match &lengths[..known] {
        [] => return None,
        [length, ..] if *length >= *MISTYPED.start() => 1,
        [4, 6, 4..=6, ..] => 3,
        // The fifth group of four is a date or a code, unless nothing explains it; of three, it is a code.
        [4, 4, 4, 1..=4, ..] => 4,
        _ => stretch.len(),
    };
    let number = stretch.start..stretch.start + used;
    let written = digits.of(&number);
    let long = MISTYPED_WITH_BRAND.contains(&written.len()) && (written.len() > 12 || fours == 3);
    let fits = MISTYPED.contains(&written.len()) || (long && Brand::of_prefix(written).is_some());
    (fits && !has_phone_shape(digits, &number)).then_some(number)
}

/// Groups of three, three and four digits: a telephone number.
pub(super) fn has_phone_shape(digits: &Digits, groups: &Range<usize>) -> bool {
    let (lengths, known) = lengths(digits, groups);
    matches!(&lengths[..known], [3, 3, 3 | 4] | [1, 3, 3, 4] | [2, 3, 3, 3] | [3, 2, 2, 2])
        && groups.clone().all(|at| matches!(digits.atoms[at].link, Link::Start | Link::Space | Link::Dash | Link::Dot))
}

/// How many digits each of the first groups has, and how many groups that are.
pub(super) fn lengths(digits: &Digits, groups: &Range<usize>) -> ([usize; 6], usize) {
    let mut lengths = [0; 6];
    let mut known = 0;
    for (length, at) in lengths.iter_mut().zip(groups.clone()) {
        *length = digits.at(at).len();
        known += 1;
    }
    (lengths, known)
}
