//! Where card numbers stand in a text that its writer is shown again, whatever was asked.
//!
//! A card number here is a number of a known brand, of a length that is usual for it, with the right check digit; or one
//! that is shaped like it, with a wrong check digit. Precision comes first: what is called an order, a parcel, a
//! telephone or the like stays as it is, and so do IBANs, amounts, dates, fractions, identifiers and long runs of digits.
//! A right number inside a longer run is noise, but for one case: number, date and code written as one
//! ("42424242424242421228123"). What must not be kept is found in `kept`, where precision comes last.

use std::cmp::Reverse;
use std::ops::Range;

use super::cards::{self, Found, How};
use super::chains::Digits;
use super::dates::Calendar;
use super::labels::{Named, Places, after, before};
use super::message::Message;
use super::odd;
use super::vocabulary::{Link, vocabulary};
use crate::card::{Brand, is_card};
use crate::dialogue::Language;
use crate::language::text::Token;

/// A card number or a security code in a text: places in code points, unless it says otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::language) struct Place {
    /// Its first code point.
    pub start: usize,
    /// The code point after its last one.
    pub end: usize,
    /// The last four digits of a number, which may be shown, where it's sure which number it is.
    pub last_four: Option<String>,
}

/// What is to be hidden, in order; and where the last chain of digits begins, when it stands at the end.
pub(super) fn places(tokens: &[Token]) -> (Vec<Place>, Option<usize>) {
    let readings: Vec<Chain> = Language::ALL.into_iter().flat_map(|language| chains(tokens, language)).collect();
    // What one language calls an order number is none in any other.
    let mut aside: Vec<usize> = readings.iter().flat_map(|chain| chain.aside).flatten().collect();
    aside.sort_unstable();
    let is_aside = |at: usize| aside.binary_search(&at).is_ok();
    let open = readings.iter().filter(|chain| chain.open).map(|chain| chain.start).min();
    let found = readings.into_iter().flat_map(|chain| chain.found);
    (merged(found.filter(|place| !is_aside(place.start) && !is_aside(place.end)).collect()), open)
}

/// In order, with those that overlap made one: the widest, or all of them, when none is.
pub(in crate::language) fn merged(mut places: Vec<Place>) -> Vec<Place> {
    places.sort_by_key(|place| (place.start, Reverse(place.end)));
    let mut merged: Vec<Place> = Vec::with_capacity(places.len());
    for place in places {
        match merged.last_mut().filter(|last| place.start < last.end) {
            Some(last) if place.end > last.end => {
                last.end = place.end;
                last.last_four = None;
            }
            // A shorter number, and a longer one with what stands behind it: either may be meant.
            Some(last) if place.end < last.end => last.last_four = None,
            Some(_) => {}
            None => merged.push(place),
        }
    }
    merged
}

/// A chain of digits, in code points, with the card numbers in it.
struct Chain {
    start: usize,
    /// Whether it stands at the end of the text.
    open: bool,
    /// Where a number begins or ends that is called by a name that is none of ours.
    aside: [Option<usize>; 2],
    found: Vec<Place>,
}

/// The chains of digits that `language` sees.
fn chains(tokens: &[Token], language: Language) -> Vec<Chain> {
    let mut message = Message::read(tokens, vocabulary(language));
    odd::set_aside(&mut message, None);
    let digits = Digits::read(&message);
    let numbers = Places::new(tokens.len(), digits.chains.iter().map(|chain| digits.tokens(chain)));
    let place = |(atoms, last_four): (Range<usize>, Option<String>)| {
        let range = digits.tokens(&atoms);
        Place { start: tokens[range.start].start, end: tokens[range.end - 1].end, last_four }
    };
    let read = |chain: &Range<usize>| {
        let range = digits.tokens(chain);
        let (start, end) = (tokens[range.start].start, tokens[range.end - 1].end);
        let names = [before(&message, &numbers, &range), after(&message, &numbers, &range)];
        let aside = [(names[0], start), (names[1], end)].map(|(name, at)| (name == Named::Aside).then_some(at));
        let found = in_chain(&message, &digits, chain, names).into_iter().map(place).collect();
        Chain { start, open: range.end + 4 > tokens.len(), aside, found }
    };
    digits.chains.iter().map(read).collect()
}

/// Groups, and the last four digits of the number they hold.
type Hidden = Vec<(Range<usize>, Option<String>)>;

/// The card numbers of a chain, and what is shaped like one.
fn in_chain(message: &Message, digits: &Digits, chain: &Range<usize>, names: [Named; 2]) -> Hidden {
    let calendar = Calendar { month_first: message.vocabulary.month_first, today: None };
    let called = names.iter().any(|name| matches!(name, Named::Field(_) | Named::Card));
    let mut hidden = Hidden::new();
    let mut start = chain.start;
    for Found { groups, how } in cards::find(digits, chain, calendar, names[0] == Named::Aside) {
        let one = how == How::One;
        let usual = Brand::of_prefix(digits.of(&groups))
            .is_some_and(|brand| cards::is_usual(brand, digits.of(&groups).len()))
            && !digits.of(&groups).starts_with('1')
            && cards::is_regular(digits, &groups);
        if how == How::Chance || (one && !called && !usual) {
            continue;
        }
        shaped(digits, start..groups.start, &mut hidden);
        start = groups.end;
        let last = one.then(|| last_four(digits.of(&groups)));
        hidden.push((groups, last));
    }
    shaped(digits, start..chain.end, &mut hidden);
    hidden
}

/// Adds what is shaped like a card number among groups that hold none by themselves.
fn shaped(digits: &Digits, groups: Range<usize>, hidden: &mut Hidden) {
    let mut at = groups.start;
    while at < groups.end {
        if let Some(number) = number_date_and_code(digits.at(at)) {
            hidden.push((at..at + 1, Some(last_four(number))));
            at += 1;
            continue;
        }
        let used = shaped_at(digits, at..groups.end);
        if let Some(used) = used {
            hidden.push((at..at + used, Some(last_four(digits.of(&(at..at + used))))));
        }
        at += used.unwrap_or(1);
    }
}

/// How many groups from here on are shaped like a card number.
pub(super) fn shaped_at(digits: &Digits, groups: Range<usize>) -> Option<usize> {
    if cards::has_shape(digits.at(groups.start)) {
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
    (!number.clone().skip(1).any(apart) && cards::has_shape(digits.of(&number))).then_some(used)
}

/// A right number with nothing behind it but a date, a code, or both.
pub(super) fn number_date_and_code(digits: &str) -> Option<&str> {
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

pub(super) fn last_four(digits: &str) -> String {
    digits[digits.len() - 4..].to_owned()
}
