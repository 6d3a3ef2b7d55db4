//! Expiry dates among groups of digits.

use std::ops::Range;

use jiff::civil::Date as Day;

use super::chains::Digits;
use super::vocabulary::Link;
use crate::card::Expiry;
use crate::dialogue::SaidExpiry;

/// How dates are read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Calendar {
    /// Whether the month stands before the day.
    pub month_first: bool,
    /// Today, where it is known.
    pub today: Option<Day>,
}

impl Calendar {
    /// Whether this can be the date of a card.
    pub fn is_to_come(self, said: SaidExpiry) -> bool {
        match (said, self.today) {
            (SaidExpiry::MonthYear { month, year }, Some(today)) => Expiry::judge(month, year, today).is_ok(),
            (SaidExpiry::MonthYear { month, year }, None) => (1..=12).contains(&month) && (2020..2070).contains(&year),
            (SaidExpiry::Same | SaidExpiry::Unreadable, _) => false,
        }
    }

    /// Whether these are the digits of a month and a year to come: "12" and "28", "12" and "2028".
    pub fn has(self, month: &str, year: &str) -> bool {
        month_and_year(month, year).is_some_and(|said| month.len() <= 2 && self.is_to_come(said))
    }
}

/// How sure it is that a date is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Shape {
    /// Two groups, or four or six digits: a date only where one was asked for.
    Loose,
    /// With a dash or a dot, and a month and year that can be.
    Likely,
    /// A full date, with a day: seldom an expiry date, unless one was asked for.
    Day,
    /// With a slash, or with the name of a month.
    Plain,
}

/// A date, and the groups it takes.
#[derive(Clone, Debug)]
pub(super) struct Date {
    pub said: SaidExpiry,
    pub atoms: Range<usize>,
    pub shape: Shape,
}

/// Reads the date that begins with the group at `at`, in groups before `end`.
pub(super) fn read(digits: &Digits, at: usize, end: usize, month_first: bool) -> Option<Date> {
    named(digits, at, end).or_else(|| {
        let (groups, known) = merged(digits, at, end);
        numeric(digits, &groups[..known], month_first)
    })
}

/// Up to five groups from `at` on; single digits ("1 2 / 2 8", "one, two, two, eight"), and "twenty twenty-eight", are
/// put together.
fn merged(digits: &Digits, at: usize, end: usize) -> ([Range<usize>; 5], usize) {
    let singles = (at..end).take(6).take_while(|&next| digits.at(next).len() == 1).count();
    let pair = singles == 2 && at + 2 < end && digits.atoms[at + 2].link == Link::Slash;
    let mut groups = std::array::from_fn(|_| 0..0);
    let mut known = 0_usize;
    for next in at..end {
        let atom = &digits.atoms[next];
        if atom.month.is_some() {
            break;
        }
        if let Some(last) = known.checked_sub(1).and_then(|last| groups.get_mut(last)) {
            let before = digits.of(last);
            let spelled = atom.spelled && atom.link == Link::Space && digits.atoms[next - 1].spelled;
            let single = digits.at(next).len() == 1 && digits.at(next - 1).len() == 1;
            let room = if before.starts_with("20") { 4 } else { 2 };
            let century = before == "20" && digits.at(next).len() == 2;
            let parted = match atom.link {
                Link::Space => pair || singles >= 4,
                Link::Comma | Link::Dot => singles >= 4,
                Link::Start | Link::Dash | Link::Slash | Link::Colon | Link::Join | Link::Of => false,
            };
            if ((spelled || parted) && single && before.len() < room) || (spelled && century) {
                last.end = next + 1;
                continue;
            }
        }
        let Some(group) = groups.get_mut(known) else { break };
        *group = next..next + 1;
        known += 1;
    }
    (groups, known)
}

fn numeric(digits: &Digits, groups: &[Range<usize>], month_first: bool) -> Option<Date> {
    let text = |group: usize| groups.get(group).map_or("", |group| digits.of(group));
    let link = |group: usize| groups.get(group).map(|group| digits.atoms[group.start].link);
    let date = |said, used: usize, shape| Some(Date { said, atoms: groups[0].start..groups[used - 1].end, shape });
    let (first, second, third) = (text(0), text(1), text(2));
    if let (Some(one), Some(two)) = (link(1), link(2))
        && one == two
        && is_mark(one)
        && link(3) != Some(one)
        && let Some(said) = with_day(first, second, third, month_first)
    {
        return date(said, 3, Shape::Day);
    }
    if let Some(one) = link(1)
        && (one != Link::Join)
        // "12-28-123": a code follows.
        && (!is_mark(one) || link(2) != Some(one) || third.len() == 3)
    {
        let shape = match one {
            Link::Of if second.len() == 4 => Shape::Plain,
            Link::Slash => Shape::Plain,
            Link::Dash | Link::Dot => Shape::Likely,
            Link::Start | Link::Space | Link::Comma | Link::Colon | Link::Join | Link::Of => Shape::Loose,
        };
        if let Some(said) = month_and_year(first, second) {
            let sure = matches!(said, SaidExpiry::MonthYear { month: 1..=12, .. });
            // An amount ("12.50") and a range ("10-15") look alike.
            let shape = if shape == Shape::Likely && (!sure || (one == Link::Dot && second.len() == 2)) {
                Shape::Loose
            } else {
                shape
            };
            return date(said, 2, shape);
        }
        if one == Link::Slash && matches!(first.len(), 1 | 2) && matches!(second.len(), 1 | 3 | 5) {
            return date(SaidExpiry::Unreadable, 2, Shape::Loose);
        }
    }
    glued(first).and_then(|said| date(said, 1, Shape::Loose))
}

const fn is_mark(link: Link) -> bool {
    matches!(link, Link::Slash | Link::Dash | Link::Dot)
}

/// "12" and "28", "12" and "2028", "2028" and "12".
fn month_and_year(first: &str, second: &str) -> Option<SaidExpiry> {
    let (month, year) = match (first.len(), second.len()) {
        (1 | 2, 2 | 4) => (first, second),
        (4, 1 | 2) if is_year(first) => (second, first),
        _ => return None,
    };
    Some(SaidExpiry::MonthYear { month: month.parse().ok()?, year: full_year(year)? })
}

/// "12/31/2028", "31/12/28", "2028-12-31": the month and the year of it.
fn with_day(first: &str, second: &str, third: &str, month_first: bool) -> Option<SaidExpiry> {
    let (one, two): (u8, u8) = match (first.len(), second.len(), third.len()) {
        (4, 1 | 2, 1 | 2) if is_year(first) => {
            return Some(SaidExpiry::MonthYear { month: second.parse().ok()?, year: first.parse().ok()? });
        }
        (1 | 2, 1 | 2, 2 | 4) => (first.parse().ok()?, second.parse().ok()?),
        _ => return None,
    };
    let month = match (one > 12, two > 12) {
        (true, false) => two,
        (false, true) => one,
        (false, false) | (true, true) => {
            if month_first {
                one
            } else {
                two
            }
        }
    };
    Some(SaidExpiry::MonthYear { month, year: full_year(third)? })
}

/// "1228", "122028", "202812", "12028".
fn glued(digits: &str) -> Option<SaidExpiry> {
    let part = |range: Range<usize>| digits.get(range).unwrap_or_default();
    let possible = |month: &str| matches!(month.parse(), Ok(1_u8..=12));
    match digits.len() {
        // A year alone says no month.
        4 if is_year(digits) => Some(SaidExpiry::Unreadable),
        4 => month_and_year(part(0..2), part(2..4)),
        5 if is_year(part(1..5)) => month_and_year(part(0..1), part(1..5)),
        6 if is_year(part(2..6)) && possible(part(0..2)) => month_and_year(part(0..2), part(2..6)),
        6 if is_year(part(0..4)) && possible(part(4..6)) => month_and_year(part(4..6), part(0..4)),
        6 if is_year(part(2..6)) => month_and_year(part(0..2), part(2..6)),
        8 if is_year(part(4..8)) => Some(SaidExpiry::Unreadable),
        _ => None,
    }
}

/// "December 2028", "31 December 2028", "December 31, 2028", "2028 December", "dec 28".
fn named(digits: &Digits, at: usize, end: usize) -> Option<Date> {
    let text = |at: usize| if at < end && digits.atoms[at].month.is_none() { digits.at(at) } else { "" };
    let month = |at: usize| if at < end { digits.atoms[at].month } else { None };
    let is_day = |text: &str| matches!(text.len(), 1 | 2) && matches!(text.parse(), Ok(1_u8..=31));
    let said = |month, year: &str, to| {
        Some(Date { said: SaidExpiry::MonthYear { month, year: full_year(year)? }, atoms: at..to, shape: Shape::Plain })
    };
    let (name, place) = match (month(at), month(at + 1)) {
        (Some(name), _) => (name, at),
        (None, Some(name)) if is_day(text(at)) || is_year(text(at)) => (name, at + 1),
        (None, _) => return None,
    };
    // "Twenty twenty-eight" is two groups.
    if text(place + 1) == "20" && text(place + 2).len() == 2 && digits.atoms[place + 1].spelled {
        return said(name, &format!("20{}", text(place + 2)), place + 3);
    }
    if is_day(text(place + 1)) && is_year(text(place + 2)) {
        return said(name, text(place + 2), place + 3).map(|date| Date { shape: Shape::Day, ..date });
    }
    let day_first = place > at && !is_year(text(at));
    if text(place + 1).len() == 2 || is_year(text(place + 1)) {
        return said(name, text(place + 1), place + 2)
            .map(|date| Date { shape: if day_first { Shape::Day } else { Shape::Plain }, ..date });
    }
    if place > at && is_year(text(at)) {
        return said(name, text(at), place + 1);
    }
    // A month without a year.
    Some(Date { said: SaidExpiry::Unreadable, atoms: at..place + 1, shape: Shape::Loose })
}

/// 1900 to 2199.
fn is_year(digits: &str) -> bool {
    digits.len() == 4 && matches!(&digits[..2], "19" | "20" | "21")
}

/// Two digits are of this century.
fn full_year(digits: &str) -> Option<u16> {
    let year: u16 = digits.parse().ok()?;
    match digits.len() {
        2 => Some(2000 + year),
        4 => Some(year),
        _ => None,
    }
}
