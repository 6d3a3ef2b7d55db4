//! What a message names of the review: the amount, the brand, the last four digits. It counts only where it is what was
//! shown, so that nobody pays what they didn't read.

use std::fmt::Write as _;

use super::book::{Book, REVIEWED_AMOUNT, REVIEWED_BRAND, REVIEWED_FOUR};
use crate::dialogue::Money;
use crate::language::automaton::Symbol;
use crate::language::listening::Reviewed;
use crate::language::text::{Kind, Token};

/// What stands at the beginning of `tokens`, and how many of them it takes.
pub(super) fn shown(book: &Book, tokens: &[Token], reviewed: &Reviewed) -> Option<(Symbol, usize)> {
    let amount = reviewed.amount.and_then(|money| amount(book, tokens, money)).map(|taken| (REVIEWED_AMOUNT, taken));
    amount.or_else(|| four(tokens, reviewed).then_some((REVIEWED_FOUR, 1))).or_else(|| {
        let brands = [reviewed.brand.display(), reviewed.brand.wire()];
        brands.into_iter().any(|brand| tokens[0].text.eq_ignore_ascii_case(brand)).then_some((REVIEWED_BRAND, 1))
    })
}

/// "4242", and no part of a longer number.
fn four(tokens: &[Token], reviewed: &Reviewed) -> bool {
    let alone = number(tokens).is_some_and(|(_, taken)| taken == 1);
    alone && tokens[0].text.as_str() == reviewed.last_four.to_string()
}

/// "€49.90", "49,90 euros", "49 euros 90", "EUR 1,234.50": how many tokens it takes, if it is this much money.
fn amount(book: &Book, tokens: &[Token], money: Money) -> Option<usize> {
    let before = usize::from(tokens.first().is_some_and(|first| is_currency(book, first)));
    let (mut said, taken) = number(&tokens[before..])?;
    let mut end = before + taken;
    let after = tokens.get(end).is_some_and(|next| is_currency(book, next));
    if after {
        end += 1;
        let rest = tokens.get(end).filter(|token| token.kind == Kind::Digits && taken == 1);
        if let Some(cents) = rest.filter(|token| token.text.len() == usize::from(money.currency().decimals())) {
            said = format!("{said}.{}", cents.text.as_str());
            end += 1;
        }
    }
    let mut named = (before == 1).then(|| &tokens[0]).into_iter().chain(after.then(|| &tokens[before + taken]));
    (named.all(|token| book.money.is(&token.text, money)) && is_written(&said, money)).then_some(end)
}

fn is_currency(book: &Book, token: &Token) -> bool {
    token.kind != Kind::Digits && book.money.names(&token.text)
}

/// The digits that `tokens` begin with, and the dots and commas right between them; and how many tokens these are.
fn number(tokens: &[Token]) -> Option<(String, usize)> {
    let first = tokens.first().filter(|token| token.kind == Kind::Digits)?;
    let (mut said, mut taken) = (first.text.to_string(), 1);
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
