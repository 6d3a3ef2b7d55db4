//! The expiry date: a month and a year, good to the end of that month anywhere on earth.

use std::fmt;

use jiff::civil::Date;
use jiff::{Timestamp, tz::Offset};
use strum::IntoStaticStr;

use super::{digit, is_invisible, is_separator};

/// A month and a year up to which a card is good. Not secret.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Expiry {
    year: u16,
    month: u8,
}

/// Why a date is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum ExpiryRejection {
    /// Its month is over.
    #[error("the card has expired")]
    Past,
    /// Further ahead than any card is issued for.
    #[error("the date is more than 19 years ahead")]
    TooFar,
    /// Not a month from 1 to 12.
    #[error("a month is a number from 1 to 12")]
    NoSuchMonth,
    /// Not a month and a year.
    #[error("an expiry date is a month and a year, like 12/28")]
    Unreadable,
}

impl ExpiryRejection {
    /// The name on the wire.
    #[must_use]
    pub fn wire(self) -> &'static str {
        self.into()
    }
}

impl Expiry {
    /// Cards are issued for less than twenty years: a date further ahead is a typing error.
    pub const MAX_YEARS: i16 = 19;

    /// A month and a four-digit year, judged on the day `today`.
    ///
    /// # Errors
    /// Why the date is not taken; the month is judged first.
    pub fn judge(month: u8, year: u16, today: Date) -> Result<Self, ExpiryRejection> {
        if !(1..=12).contains(&month) {
            return Err(ExpiryRejection::NoSuchMonth);
        }
        let now = (i32::from(today.year()), i32::from(today.month()));
        let then = (i32::from(year), i32::from(month));
        if then < now {
            return Err(ExpiryRejection::Past);
        }
        if then > (now.0 + i32::from(Self::MAX_YEARS), now.1) {
            return Err(ExpiryRejection::TooFar);
        }
        Ok(Self { year, month })
    }

    /// A date that was judged when it was given, read back from a record.
    #[must_use]
    pub fn stored(month: u8, year: u16) -> Option<Self> {
        ((1..=12).contains(&month) && (2000..=2199).contains(&year)).then_some(Self { year, month })
    }

    /// Parses the numeric forms, in digits of any script: 12/28, 12/2028, 12-28, 12.28, "12 / 28", 12/'28, 1/28, 12 28,
    /// 1228, 122028, 202812, 2028-12, 2028/12, and single digits ("1 2 / 2 8"). Two digits of a year are 20yy.
    ///
    /// A year alone ("2028"), three digits and full dates are [`ExpiryRejection::Unreadable`]: they leave the
    /// month open.
    ///
    /// # Errors
    /// Why the date is not taken.
    pub fn parse(input: &str, today: Date) -> Result<Self, ExpiryRejection> {
        let (month, year) = read(input).ok_or(ExpiryRejection::Unreadable)?;
        Self::judge(month, year, today)
    }

    /// The month, 1 to 12.
    #[must_use]
    pub const fn month(self) -> u8 {
        self.month
    }

    /// The year, with its century.
    #[must_use]
    pub const fn year(self) -> u16 {
        self.year
    }
}

/// "12/2028"
impl fmt::Display for Expiry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}/{}", self.month, self.year)
    }
}

/// Month and year of a numeric form, not judged.
fn read(input: &str) -> Option<(u8, u16)> {
    let mut groups = digit_groups(input)?;
    if groups.len() > 2 && groups.iter().all(|group| group.len() == 1) {
        groups = vec![groups.concat()];
    }
    let (month, year) = match groups.as_slice() {
        [one] => month_and_year_in_one(one)?,
        [year, month] if year.len() == 4 => (month.as_str(), year.as_str()),
        [month, year] => (month.as_str(), year.as_str()),
        _ => return None,
    };
    if month.len() > 2 {
        return None;
    }
    let century = match year.len() {
        2 => 2000,
        4 => 0,
        _ => return None,
    };
    Some((month.parse().ok()?, century + year.parse::<u16>().ok()?))
}

/// The runs of digits, folded to ASCII; `None` when there is anything but digits and separators, or too much of them.
fn digit_groups(input: &str) -> Option<Vec<String>> {
    let mut groups: Vec<String> = Vec::new();
    let mut inside = false;
    for character in input.chars().filter(|&c| !is_invisible(c)) {
        match digit(character) {
            Some(digit) => {
                if !inside {
                    groups.push(String::new());
                }
                groups.last_mut()?.push(digit);
                inside = true;
            }
            None if is_separator(character) || matches!(character, '\\' | '\'' | '\u{2019}') => inside = false,
            None => return None,
        }
        let most = if groups.iter().all(|group| group.len() == 1) { 6 } else { 2 };
        if groups.len() > most || groups.last().is_some_and(|group| group.len() > 6) {
            return None;
        }
    }
    Some(groups)
}

/// 1228, 122028 and 202812; not 2028, which is a year alone, as no month begins with 20.
fn month_and_year_in_one(digits: &str) -> Option<(&str, &str)> {
    match digits.len() {
        4 if !digits.starts_with("20") => Some(digits.split_at(2)),
        6 if digits.starts_with("20") => digits.split_at_checked(4).map(|(year, month)| (month, year)),
        6 => Some(digits.split_at(2)),
        _ => None,
    }
}

/// The date in the time zone that is furthest west (UTC−12): while it is still this day anywhere, a card is good.
#[must_use]
pub fn furthest_west(now: Timestamp) -> Date {
    Offset::constant(-12).to_datetime(now).date()
}
