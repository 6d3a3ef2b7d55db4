//! Card numbers among groups of digits.

use std::cmp::Reverse;
use std::ops::{Range, RangeInclusive};

use super::chains::Digits;
use super::dates::{self, Calendar};
use super::glued;
use super::vocabulary::Link;
use crate::card::{Brand, brand_of_card};

/// Digits that a card number has.
pub(super) const LENGTHS: RangeInclusive<usize> = 12..=19;
/// A shorter one, made of several groups among others, is chance.
const SHORTEST_AMONG_OTHERS: usize = 14;
/// Digits of what is still taken for a number with too many keys hit.
const MISTYPED: RangeInclusive<usize> = 13..=19;
const MISTYPED_WITH_BRAND: RangeInclusive<usize> = 12..=24;

/// A card number among groups of digits.
#[derive(Clone, Debug)]
pub(super) struct Found {
    /// Its groups; where it can be read in several ways, those of all of them.
    pub groups: Range<usize>,
    pub how: How,
}

/// How sure it is that it's this number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum How {
    /// Nothing else can be meant.
    One,
    /// These groups hold several numbers, one over the other: it must be asked which.
    Several,
    /// Nobody writes a card in groups like these, and something else stands beside it: it's chance, most likely.
    Chance,
}

/// A row of groups in which numbers are looked for.
struct Row<'a> {
    digits: &'a Digits,
    stretch: &'a Range<usize>,
    calendar: Calendar,
    /// Whether what the row begins with is called something else.
    called: bool,
    windows: Vec<Window>,
}

/// Groups that make a number of a brand, of its length, with the right check digit.
#[derive(Clone, Debug)]
struct Window {
    groups: Range<usize>,
    brand: Brand,
    /// How much speaks against it by itself.
    own: u8,
}

/// What counts against a number: groups in which nobody writes a card, or a telephone number in it.
const ODD_GROUPS: u8 = 2;
const TELEPHONE: u8 = 3;
/// A length that few cards of the brand have.
const ODD_LENGTH: u8 = 1;
/// Digits beside it that nothing explains.
const UNEXPLAINED: u8 = 1;
/// With this much against it, a number is there by chance.
const CHANCE: u8 = 3;
/// So many numbers, one over the other, are not weighed one by one.
const MOST_WEIGHED: usize = 24;

/// The card numbers in a row of groups, none overlapping, in order. `called` says that what the row begins with has a
/// name that is none of ours.
///
/// Of numbers that overlap, the one is taken that less speaks against than against any other: so a telephone, a date or
/// an order number before or behind a number makes no other number of both.
pub(super) fn find(digits: &Digits, stretch: &Range<usize>, calendar: Calendar, called: bool) -> Vec<Found> {
    if digits.of(stretch).len() < *LENGTHS.start() {
        return Vec::new();
    }
    let mut row = Row { digits, stretch, calendar, called, windows: Vec::new() };
    for at in stretch.clone() {
        row.starting(at);
    }
    let mut found = Vec::new();
    let mut rest = row.windows.as_slice();
    while let [first, ..] = rest {
        let mut end = first.groups.end;
        let mut overlapping = 0;
        while rest.get(overlapping).is_some_and(|window| window.groups.start < end) {
            end = end.max(rest[overlapping].groups.end);
            overlapping += 1;
        }
        let (cluster, others) = rest.split_at(overlapping);
        row.weigh(cluster, &mut found);
        rest = others;
    }
    found.sort_by_key(|found: &Found| found.groups.start);
    found
}

impl Row<'_> {
    /// Adds the numbers that begin with this group, with what speaks against each by itself.
    fn starting(&mut self, at: usize) {
        let digits = self.digits;
        if !digits.at(at).bytes().next().is_some_and(may_begin) {
            return;
        }
        let mut length = 0;
        for to in at + 1..=self.stretch.end {
            length += digits.at(to - 1).len();
            if length > *LENGTHS.end() {
                break;
            }
            let groups = at..to;
            let alone = to == at + 1 || groups == *self.stretch;
            let least = if alone { *LENGTHS.start() } else { SHORTEST_AMONG_OTHERS };
            if length < least {
                continue;
            }
            let Some(brand) = brand_of_card(digits.of(&groups)) else { continue };
            // A telephone alone makes no card.
            let most = if groups == *self.stretch { ODD_GROUPS } else { TELEPHONE };
            let cost = if is_usual(brand, length) { 0 } else { ODD_LENGTH } + against(digits, &groups).min(most);
            self.windows.push(Window { groups, brand, own: cost });
        }
    }

    /// How much speaks against a number, with what stands beside it.
    fn cost(&self, window: &Window) -> u8 {
        let explained = self.is_explained_before(&window.groups) && self.is_explained_after(window);
        window.own + if explained { 0 } else { UNEXPLAINED }
    }

    fn is_explained_before(&self, groups: &Range<usize>) -> bool {
        let before = self.stretch.start..groups.start;
        if before.is_empty() || self.called || self.parts(groups, groups.start) {
            return true;
        }
        let digits = self.digits.of(&before);
        let date = dates::read(self.digits, before.start, before.end, self.calendar.month_first);
        has_phone_shape(self.digits, &before)
            || (before.len() == 1 && (PHONE.contains(&digits.len()) || digits.len() == 3))
            || date.is_some_and(|date| date.atoms == before && self.calendar.is_to_come(date.said))
            || self.ends_another(groups.start)
    }

    fn is_explained_after(&self, Window { groups, brand, .. }: &Window) -> bool {
        let after = groups.end..self.stretch.end;
        if after.is_empty() || self.parts(groups, groups.end) {
            return true;
        }
        let length = self.digits.of(&after).len();
        let code = brand.cvv_length();
        let date = dates::read(self.digits, after.start, after.end, self.calendar.month_first);
        let dated = date.filter(|date| self.calendar.is_to_come(date.said)).is_some_and(|date| {
            let rest = date.atoms.end..after.end;
            rest.is_empty() || self.digits.of(&rest).len() == code || self.parts(groups, rest.start)
        });
        let telephone = has_phone_shape(self.digits, &after) || (after.len() == 1 && PHONE.contains(&length));
        let next = self.windows.partition_point(|window| window.groups.start < after.start);
        let another =
            self.windows.get(next).is_some_and(|window| window.groups.start == after.start && window.own == 0);
        length == code || dated || telephone || another
    }

    /// Whether the groups before `at` end a number that nothing speaks against.
    fn ends_another(&self, at: usize) -> bool {
        let before = self.windows.partition_point(|window| window.groups.start < at);
        let near = self.windows[..before].iter().rev().take_while(|window| window.groups.start + LENGTHS.end() >= at);
        near.take(2 * MOST_WEIGHED).any(|window| window.groups.end == at && window.own == 0)
    }

    /// Whether what stands before the group at `at` parts more than what stands inside the number.
    fn parts(&self, groups: &Range<usize>, at: usize) -> bool {
        let link = |at: usize| self.digits.atoms[at].link;
        let inner = groups.clone().skip(1).map(link);
        match link(at) {
            Link::Comma | Link::Join | Link::Of | Link::Colon | Link::Slash => {
                !inner.clone().any(|one| one == link(at))
            }
            Link::Start | Link::Space | Link::Dash | Link::Dot => false,
        }
    }

    /// Takes what least speaks against, of numbers that overlap.
    fn weigh(&self, cluster: &[Window], found: &mut Vec<Found>) {
        let whole =
            || cluster[0].groups.start..cluster.iter().map(|window| window.groups.end).max().unwrap_or_default();
        if cluster.len() > MOST_WEIGHED {
            found.push(Found { groups: whole(), how: How::Several });
            return;
        }
        let first = found.len();
        let mut order: Vec<(u8, &Window)> = cluster.iter().map(|window| (self.cost(window), window)).collect();
        order.sort_by_key(|(cost, window)| (*cost, window.groups.start, Reverse(window.groups.end)));
        for &(cost, window) in &order {
            if found[first..].iter().any(|found| overlap(&found.groups, &window.groups)) {
                continue;
            }
            let rival = |&&(others, other): &&(u8, &Window)| {
                // Nineteen digits are rather one number than one of sixteen and a code.
                let code =
                    window.own == 0 && window.groups == *self.stretch && other.groups.start == window.groups.start;
                others <= cost
                    && !code
                    && overlap(&other.groups, &window.groups)
                    && self.digits.of(&other.groups) != self.digits.of(&window.groups)
            };
            let mut groups = window.groups.clone();
            for (_, rival) in order.iter().filter(rival) {
                groups = groups.start.min(rival.groups.start)..groups.end.max(rival.groups.end);
            }
            let leftover = self.leftover(&window.groups);
            groups.end += usize::from(leftover && groups == window.groups);
            let several = groups != window.groups || self.is_glued(&window.groups);
            let how = match (cost, several) {
                (CHANCE.., _) => How::Chance,
                (_, true) => How::Several,
                (_, false) => How::One,
            };
            found.push(Found { groups, how });
        }
    }

    /// Whether one digit or two are left behind the number that belong to nothing: seventeen digits, typed in groups.
    fn leftover(&self, groups: &Range<usize>) -> bool {
        let left = groups.end + 1 == self.stretch.end && groups.len() > 1;
        left && self.digits.atoms.get(groups.end).is_some_and(|atom| {
            let apart = matches!(atom.link, Link::Space | Link::Dash | Link::Dot);
            apart && !atom.spelled && matches!(atom.digits.len(), 1 | 2)
        })
    }

    /// Whether one run of digits is a number, and a shorter one with a date or a code behind it, too.
    fn is_glued(&self, groups: &Range<usize>) -> bool {
        groups.len() == 1 && glued::splits(self.digits.of(groups), None, self.calendar).len() > 1
    }
}

/// Whether a brand has numbers that begin with this digit: none has any with 0 or 7.
pub(super) const fn may_begin(digit: u8) -> bool {
    !matches!(digit, b'0' | b'7')
}

/// Whether two runs of groups share one.
pub(super) const fn overlap(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}

/// Digits of a telephone number that is written as one.
const PHONE: RangeInclusive<usize> = 9..=11;

/// Whether nearly all cards of the brand have so many digits.
pub(super) const fn is_usual(brand: Brand, length: usize) -> bool {
    match brand {
        Brand::Amex => length == 15,
        Brand::Diners => length == 14,
        Brand::UnionPay => matches!(length, 16 | 19),
        Brand::Maestro => matches!(length, 16 | 18 | 19),
        Brand::Visa
        | Brand::Mastercard
        | Brand::Discover
        | Brand::Jcb
        | Brand::Mir
        | Brand::Elo
        | Brand::Hiper
        | Brand::Hipercard
        | Brand::Troy
        | Brand::Verve
        | Brand::RuPay => length == 16,
    }
}

/// Whether people write cards in groups like these.
pub(super) fn is_regular(digits: &Digits, groups: &Range<usize>) -> bool {
    against(digits, groups) == 0
}

/// What speaks against a number by how its groups are written.
fn against(digits: &Digits, groups: &Range<usize>) -> u8 {
    let blocks = blocks(digits, groups);
    let link = |at: usize| digits.atoms[at].link;
    let alike = |one: Link, other: Link| {
        let light = |link| matches!(link, Link::Space | Link::Dash | Link::Dot);
        one == other || (light(one) && light(other))
    };
    let even = groups.clone().skip(2).all(|at| alike(link(at - 1), link(at)));
    let (last, rest) = blocks.split_last().unwrap_or((&0, &[]));
    let fours = rest.iter().all(|length| length % 4 == 0);
    let regular = fours
        || rest.iter().all(|length| length == rest.first().unwrap_or(last) && last <= length)
        || matches!(blocks.as_slice(), [4, 6, ..] | [6, 10 | 13]);
    if regular && even {
        return 0;
    }
    let telephone = |lengths: &[usize]| matches!(lengths, [3, 3, 4] | [3, 2, 2, 2]);
    let head = blocks.get(..3).is_some_and(telephone) || blocks.get(..4).is_some_and(telephone);
    let tail = blocks.len() > 3 && telephone(&blocks[blocks.len() - 3..]);
    if head || tail { TELEPHONE } else { ODD_GROUPS }
}

/// How many digits each group has, where digits that are said one by one are one group.
fn blocks(digits: &Digits, groups: &Range<usize>) -> Vec<usize> {
    let said = |at: usize| digits.atoms[at].spelled || digits.at(at).len() == 1;
    let mut blocks: Vec<usize> = Vec::with_capacity(groups.len());
    for at in groups.clone() {
        let length = digits.at(at).len();
        match blocks.last_mut() {
            Some(block) if said(at) && said(at - 1) => *block += length,
            Some(_) | None => blocks.push(length),
        }
    }
    blocks
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

/// Whether these are as many digits as nearly all cards of their brand have, mistyped or not.
pub(super) fn has_shape(digits: &str) -> bool {
    // What JCB has below 3 are fifteen digits, of which there are none any more.
    matches!(digits.len(), 14..=16)
        && !digits.starts_with(['1', '0'])
        && Brand::of_prefix(digits).is_some_and(|brand| is_usual(brand, digits.len()))
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
