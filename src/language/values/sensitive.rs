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
    let readings: Vec<Vec<Chain>> = Language::ALL.into_iter().map(|language| chains(tokens, language)).collect();
    let set_aside: Vec<usize> =
        readings.iter().flatten().filter(|chain| chain.set_aside).map(|chain| chain.start).collect();
    let mut places: Vec<Place> = Vec::new();
    for chain in readings.iter().flatten() {
        // What one language calls an order number is none in any other.
        let shaped = if set_aside.contains(&chain.start) { &[][..] } else { &chain.shaped };
        for place in chain.cards.iter().chain(shaped) {
            if !places.iter().any(|other| other.start < place.end && place.start < other.end) {
                places.push(place.clone());
            }
        }
    }
    places.sort_by_key(|place| place.start);
    let open = readings.iter().flatten().filter(|chain| chain.open).map(|chain| chain.start).min();
    (places, open)
}

/// A chain of digits, in code points, with the card numbers in it.
struct Chain {
    start: usize,
    /// Whether it stands at the end of the text.
    open: bool,
    /// Whether it is called by a name that is none of ours.
    set_aside: bool,
    cards: Vec<Place>,
    shaped: Vec<Place>,
}

/// The chains of digits that `language` sees.
fn chains(tokens: &[Token], language: Language) -> Vec<Chain> {
    let mut message = Message::read(tokens, vocabulary(language));
    odd::set_aside(&mut message);
    let digits = Digits::read(&message);
    let numbers = Places::new(tokens.len(), digits.chains.iter().map(|chain| digits.tokens(chain)));
    let place = |(atoms, last_four): (Range<usize>, String)| {
        let range = digits.tokens(&atoms);
        Place { start: tokens[range.start].start, end: tokens[range.end - 1].end, last_four }
    };
    let read = |chain: &Range<usize>| {
        let range = digits.tokens(chain);
        let (cards, shaped) = in_chain(&digits, chain);
        Chain {
            start: tokens[range.start].start,
            open: range.end + 4 > tokens.len(),
            set_aside: before(&message, &numbers, &range) == Named::Aside,
            cards: cards.into_iter().map(place).collect(),
            shaped: shaped.into_iter().map(place).collect(),
        }
    };
    digits.chains.iter().map(read).collect()
}

/// Groups, and the last four digits of the number they hold.
type Found = Vec<(Range<usize>, String)>;

/// The card numbers of a chain, and what is shaped like one.
fn in_chain(digits: &Digits, chain: &Range<usize>) -> (Found, Found) {
    let (mut found, mut alike) = (Found::new(), Found::new());
    let mut start = chain.start;
    for card in cards::find(digits, chain) {
        shaped(digits, start..card.start, &mut found, &mut alike);
        start = card.end;
        let last = last_four(digits.of(&card));
        found.push((card, last));
    }
    shaped(digits, start..chain.end, &mut found, &mut alike);
    (found, alike)
}

/// Adds what is shaped like a card number among groups that hold none by themselves.
fn shaped(digits: &Digits, groups: Range<usize>, found: &mut Found, alike: &mut Found) {
    let mut at = groups.start;
    while at < groups.end {
        if let Some(number) = number_date_and_code(digits.at(at)) {
            found.push((at..at + 1, last_four(number)));
            at += 1;
            continue;
        }
        let used = shaped_at(digits, at..groups.end);
        if let Some(used) = used {
            alike.push((at..at + used, last_four(digits.of(&(at..at + used)))));
        }
        at += used.unwrap_or(1);
    }
}

/// How many groups from here on are shaped like a card number.
fn shaped_at(digits: &Digits, groups: Range<usize>) -> Option<usize> {
    if has_shape(digits.at(groups.start)) {
        return Some(1);
    }
    let (lengths, known) = cards::lengths(digits, &groups);
    let used = match &lengths[..known] {
        [4, 4, 4, 4, ..] => 4,
        [4, 6, 4 | 5, ..] => 3,
        _ => return None,
    };
    let number = groups.start..groups.start + used;
    let apart = |at: usize| matches!(digits.atoms[at].link, Link::Join | Link::Of);
    (!number.clone().skip(1).any(apart) && has_shape(digits.of(&number))).then_some(used)
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
