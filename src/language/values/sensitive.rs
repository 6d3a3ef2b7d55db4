//! Where card numbers stand in any text, whatever was asked: for redaction.
//!
//! A card number here is a number of a known brand, of its length, with the right check digit; or one that is shaped
//! like it, with a wrong check digit, unless it is called an order number or the like. Precision comes first:
//! telephones, IBANs, amounts, dates, identifiers and long runs of digits stay as they are. A right number inside a
//! longer run is noise, but for one case: number, date and code written as one ("42424242424242421228123").

use std::ops::Range;

use super::cards::{self, is_card};
use super::chains::Digits;
use super::labels::{Named, Places, before};
use super::message::Message;
use super::odd;
use super::vocabulary::{Link, vocabulary};
use crate::card::Brand;
use crate::dialogue::Language;
use crate::language::text::Token;

/// A card number in a text.
#[derive(Clone, Debug)]
pub(in crate::language) struct Place {
    /// Its first code point.
    pub start: usize,
    /// The code point after its last one.
    pub end: usize,
    /// Its last four digits, which may be shown.
    pub last_four: String,
}

/// The card numbers among these tokens, read in every language, in order; and the code point from which on more text
/// could change what was found: the beginning of the last chain of digits, when it stands at the end.
pub(in crate::language) fn card_places(tokens: &[Token]) -> (Vec<Place>, Option<usize>) {
    let mut places: Vec<Place> = Vec::new();
    let mut open = None;
    for language in Language::ALL {
        let mut message = Message::read(tokens, vocabulary(language));
        odd::set_aside(&mut message);
        let digits = Digits::read(&message);
        let chains = digits.chains.iter().map(|chain| digits.tokens(chain));
        let numbers = Places::new(tokens.len(), chains);
        for chain in &digits.chains {
            let called = before(&message, &numbers, &digits.tokens(chain));
            for (card, last) in in_chain(&digits, chain, called == Named::Aside) {
                let range = digits.tokens(&card);
                let (start, end) = (tokens[range.start].start, tokens[range.end - 1].end);
                if !places.iter().any(|place| place.start < end && start < place.end) {
                    places.push(Place { start, end, last_four: last });
                }
            }
        }
        if let Some(last) =
            digits.chains.last().map(|chain| digits.tokens(chain)).filter(|last| last.end + 4 > tokens.len())
        {
            let start = tokens[last.start].start;
            open = Some(open.map_or(start, |open: usize| open.min(start)));
        }
    }
    places.sort_by_key(|place| place.start);
    (places, open)
}

/// The card numbers of a chain, with their last four digits.
fn in_chain(digits: &Digits, chain: &Range<usize>, set_aside: bool) -> Vec<(Range<usize>, String)> {
    let mut found: Vec<(Range<usize>, String)> = Vec::new();
    let mut start = chain.start;
    let cards = cards::find(digits, chain);
    for card in cards.into_iter().chain(std::iter::once(chain.end..chain.end)) {
        shaped(digits, start..card.start, set_aside, &mut found);
        start = card.end;
        if !card.is_empty() {
            let last = last_four(digits.of(&card));
            found.push((card, last));
        }
    }
    found
}

/// Adds what is shaped like a card number among groups that hold none.
fn shaped(digits: &Digits, groups: Range<usize>, set_aside: bool, found: &mut Vec<(Range<usize>, String)>) {
    let mut at = groups.start;
    while at < groups.end {
        let used = shaped_at(digits, at..groups.end, set_aside);
        match used {
            Some((used, last)) => {
                found.push((at..at + used, last));
                at += used;
            }
            None => at += 1,
        }
    }
}

fn shaped_at(digits: &Digits, groups: Range<usize>, set_aside: bool) -> Option<(usize, String)> {
    let first = digits.at(groups.start);
    if let Some(number) = number_date_and_code(first) {
        return Some((1, last_four(number)));
    }
    if set_aside {
        return None;
    }
    if has_shape(first) {
        return Some((1, last_four(first)));
    }
    let (lengths, known) = cards::lengths(digits, &groups);
    let used = match &lengths[..known] {
        [4, 4, 4, 4, ..] => 4,
        [4, 6, 4 | 5, ..] => 3,
        _ => return None,
    };
    let number = groups.start..groups.start + used;
    let apart = |at: usize| matches!(digits.atoms[at].link, Link::Join | Link::Of);
    if number.clone().skip(1).any(apart) || !has_shape(digits.of(&number)) {
        return None;
    }
    Some((used, last_four(digits.of(&number))))
}

/// Whether these are as many digits as nearly all cards of their brand have.
fn has_shape(digits: &str) -> bool {
    if !(14..=16).contains(&digits.len()) {
        return false;
    }
    Brand::of_prefix(digits).is_some_and(|brand| {
        let usual = match brand {
            Brand::Amex => 15,
            Brand::Diners => 14,
            Brand::Visa
            | Brand::Mastercard
            | Brand::Discover
            | Brand::Jcb
            | Brand::UnionPay
            | Brand::Maestro
            | Brand::Mir
            | Brand::Elo
            | Brand::Hiper
            | Brand::Hipercard
            | Brand::Troy
            | Brand::Verve
            | Brand::RuPay => 16,
        };
        digits.len() == usual
    })
}

/// A right number with nothing behind it but a date, a code, or both.
fn number_date_and_code(digits: &str) -> Option<&str> {
    let month = |rest: &str| matches!(rest.get(..2).and_then(|month| month.parse().ok()), Some(1_u8..=12));
    [16, 15, 14].into_iter().find_map(|length| {
        let (number, rest) = digits.split_at_checked(length)?;
        let explained = match rest.len() {
            3 => true,
            4 | 6 | 7..=10 => month(rest),
            _ => false,
        };
        (explained && is_card(number)).then_some(number)
    })
}

fn last_four(digits: &str) -> String {
    digits[digits.len() - 4..].to_owned()
}
