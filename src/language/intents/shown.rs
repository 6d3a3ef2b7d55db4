//! What a message names of the review: the amount, the card, its date, who is paid, what for. It counts only where it is
//! what was shown, so that nobody pays what they didn't read.

use std::fmt::Write as _;

use super::book::{
    Book, REVIEWED_AMOUNT, REVIEWED_BRAND, REVIEWED_DATE, REVIEWED_FOUR, REVIEWED_NUMBER, REVIEWED_PAYEE,
};
use crate::card::Wiped;
use crate::dialogue::Money;
use crate::language::automaton::Symbol;
use crate::language::listening::Reviewed;
use crate::language::text::{Kind, Token};
use crate::language::values::Spoken;

/// A message beside what the review shows.
pub struct Shown<'a> {
    book: &'a Book,
    tokens: &'a [Token],
    spoken: Spoken,
    reviewed: &'a Reviewed,
}

impl<'a> Shown<'a> {
    pub(in crate::language) fn read(book: &'a Book, tokens: &'a [Token], reviewed: &'a Reviewed) -> Self {
        Self { book, tokens, spoken: Spoken::read(tokens, book.language), reviewed }
    }

    /// What of it begins at a token, and the token after it.
    pub(super) fn at(&self, at: usize) -> Option<(Symbol, usize)> {
        let Reviewed { amount, brand, payee, what, .. } = self.reviewed;
        let brands = [brand.display(), brand.wire()];
        let is_brand = || brands.into_iter().any(|brand| self.text(at).eq_ignore_ascii_case(brand));
        let amount = amount.and_then(|money| self.amount(at, money));
        amount
            .map(|end| (REVIEWED_AMOUNT, end))
            .or_else(|| self.date(at).map(|end| (REVIEWED_DATE, end)))
            .or_else(|| self.four(at).map(|end| (REVIEWED_FOUR, end)))
            .or_else(|| payee.at(&self.tokens[at..]).map(|used| (REVIEWED_PAYEE, at + used)))
            .or_else(|| what.at(&self.tokens[at..]).map(|used| (REVIEWED_NUMBER, at + used)))
            .or_else(|| self.purpose(at).map(|end| (REVIEWED_NUMBER, end)))
            .or_else(|| is_brand().then_some((REVIEWED_BRAND, at + 1)))
    }

    /// Where what the review shows stands, in code points.
    pub(in crate::language) fn places(&self) -> Vec<(usize, usize)> {
        let mut places = Vec::new();
        let mut at = 0;
        while at < self.tokens.len() {
            let Some((_, end)) = self.at(at) else {
                at += 1;
                continue;
            };
            places.push((self.tokens[at].start, self.tokens[end - 1].end));
            at = end;
        }
        places
    }

    fn text(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| token.text.as_str())
    }

    /// "4242", "42 42", "four two four two", and no part of a longer number.
    fn four(&self, at: usize) -> Option<usize> {
        let dash = |at| usize::from(self.text(at) == "-") == 1;
        let end = self.spoken.digits(at, &self.reviewed.last_four.to_string(), dash)?;
        let glued = self.tokens.get(end).is_some_and(|next| next.kind == Kind::Digits && !next.spaced);
        (!glued && !self.is_fraction(end)).then_some(end)
    }

    /// Whether digits go on behind a point or a comma that stands there.
    fn is_fraction(&self, at: usize) -> bool {
        let digits = self.tokens.get(at + 1).filter(|next| next.kind == Kind::Digits && !next.spaced);
        digits.is_some() && matches!(self.text(at), "." | ",") && !self.tokens[at].spaced
    }

    /// "12/30", "12-2030", "December 2030", "diciembre de 2030", "december twenty thirty".
    fn date(&self, at: usize) -> Option<usize> {
        let (month, year) = self.reviewed.expiry?;
        let numbers = || self.spoken.number(at).filter(|(digits, _)| digits.parse() == Ok(month));
        let (mut next, named) = match (self.spoken.month(at), numbers()) {
            (Some(said), _) => (at + 1, (said == month).then_some(true)?),
            (None, Some((_, used))) => (at + used, false),
            (None, None) => return None,
        };
        let linked = matches!(self.text(next), "/" | "-" | ".");
        next += usize::from(linked);
        while named && !linked && self.spoken.links(next) {
            next += 1;
        }
        let end = [format!("{year}"), format!("{:02}", year % 100)]
            .into_iter()
            .find_map(|year| self.spoken.digits(next, &year, |_| false))?;
        let glued = self.tokens.get(end).is_some_and(|next| matches!(next.text.as_str(), "/" | "-") && !next.spaced);
        ((named || linked) && !glued).then_some(end)
    }

    /// A number that tells what is paid for, of two digits at least: "1042", "ten forty-two".
    fn purpose(&self, at: usize) -> Option<usize> {
        let numbers = self.reviewed.numbers.into_iter().flatten();
        let end = numbers.filter_map(|number| self.spoken.digits(at, &number.to_string(), |_| false)).max()?;
        let glued = self.tokens.get(end).is_some_and(|next| next.kind == Kind::Digits && !next.spaced);
        (!glued && !self.is_fraction(end)).then_some(end)
    }

    /// "€49.90", "49,90 euros", "49 euros 90", "EUR 1,234.50", "forty-nine euros and ninety cents".
    fn amount(&self, at: usize, money: Money) -> Option<usize> {
        self.written_amount(at, money).or_else(|| self.said_amount(at, money))
    }

    fn written_amount(&self, at: usize, money: Money) -> Option<usize> {
        let mut end = self.currency(at, money)?;
        let named = end > at;
        let (said, taken) = number(&self.tokens[end..])?;
        end += taken;
        let after = self.currency(end, money)?;
        if named && after > end {
            return None;
        }
        is_written(&said, money).then_some(after)
    }

    /// Whole and rest, each a number of its own.
    fn said_amount(&self, at: usize, money: Money) -> Option<usize> {
        let decimals = usize::from(money.currency().decimals());
        let unit = 10_u64.pow(u32::from(money.currency().decimals()));
        let (whole, rest) = (money.minor() / unit, money.minor() % unit);
        let before = self.currency(at, money)?;
        let (said, used) = self.spoken.number(before)?;
        if said.parse() != Ok(whole) {
            return None;
        }
        let next = self.currency(before + used, money)?;
        let named = before > at || next > before + used;
        if rest == 0 {
            return Some(next);
        }
        let joined = next + usize::from(self.book.money.joins(self.text(next)));
        let digits = format!("{rest:0decimals$}");
        let short = digits.trim_end_matches('0').to_owned();
        let end = [digits, short].iter().find_map(|rest| self.spoken.digits(joined, rest, |_| false))?;
        let end = end + usize::from(self.book.money.is_small(self.text(end)));
        // "49, 90" may be two things; in words, or with a currency, it is an amount.
        let close =
            named || joined > next || self.tokens[before].kind == Kind::Word || self.currency(end, money)? > end;
        let end = if named { end } else { self.currency(end, money)? };
        close.then_some(end)
    }

    /// The token after the name of this currency, or after nothing; `None` where it is another currency.
    fn currency(&self, at: usize, money: Money) -> Option<usize> {
        let Some(token) = self.tokens.get(at).filter(|token| token.kind != Kind::Digits) else { return Some(at) };
        if !self.book.money.names(&token.text) {
            return Some(at);
        }
        self.book.money.is(&token.text, money).then_some(at + 1)
    }
}

/// The digits that `tokens` begin with, and the dots and commas right between them; and how many tokens these are.
fn number(tokens: &[Token]) -> Option<(Wiped, usize)> {
    let first = tokens.first().filter(|token| token.kind == Kind::Digits)?;
    let (mut said, mut taken) = (first.text.clone(), 1);
    while let [mark, digits, ..] = &tokens[taken..]
        && matches!(mark.text.as_str(), "." | ",")
        && digits.kind == Kind::Digits
        && !mark.spaced
        && !digits.spaced
    {
        said.push_str(&mark.text);
        said.push_str(&digits.text);
        taken += 2;
    }
    let apart = tokens.get(taken).is_none_or(|next| next.spaced || next.kind != Kind::Digits);
    apart.then_some((said, taken))
}

/// Whether `said` is how anybody writes this amount.
fn is_written(said: &str, money: Money) -> bool {
    let decimals = usize::from(money.currency().decimals());
    let unit = 10_u64.pow(u32::from(money.currency().decimals()));
    let (whole, rest) = (money.minor() / unit, money.minor() % unit);
    [("", "."), ("", ","), (",", "."), (".", ",")].into_iter().any(|(thousands, point)| {
        let mut written = grouped(whole, thousands);
        if rest == 0 && said == written {
            return true;
        }
        if decimals > 0 {
            let _ = write!(written, "{point}{rest:0decimals$}");
        }
        said == written
    })
}

/// "1,234".
fn grouped(whole: u64, mark: &str) -> String {
    let digits = whole.to_string();
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push_str(mark);
        }
        grouped.push(digit);
    }
    grouped
}
