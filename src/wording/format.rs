//! How a language writes money, dates and lists: from its `format.ftl`.

use std::fmt::Write as _;
use std::ops::RangeInclusive;

use fluent_bundle::FluentArgs;

use super::words::Words;
use crate::card::{Brand, BrandSet, Expiry};
use crate::dialogue::Money;

/// The currencies that a language may have a symbol for; for others the ISO 4217 code stands beside the number.
const WITH_SYMBOL: [&str; 17] = [
    "AUD", "BRL", "CAD", "CNY", "EUR", "GBP", "HKD", "ILS", "INR", "JPY", "KRW", "MXN", "NZD", "PHP", "TWD", "USD",
    "VND",
];

/// A language's ways of writing values. Patterns have their parts in braces.
#[derive(Debug, Default)]
pub(super) struct Format {
    decimal_mark: String,
    group_mark: String,
    group_from: usize,
    money_symbol: String,
    money_code: String,
    expiry: String,
    list_next: String,
    list_last: Vec<String>,
    symbols: Vec<(&'static str, String)>,
    /// Another way to pay, where the operator named none.
    pub other_ways: String,
    /// What a model is told to write in.
    pub model_language: String,
    /// Whether a question opens with a mark of its own, too.
    pub opens_questions: bool,
    /// The letters that its words are written with.
    pub letters: Vec<RangeInclusive<char>>,
}

impl Format {
    pub fn read(words: &mut Words) -> Self {
        let mut args = FluentArgs::new();
        for part in ["symbol", "number", "month", "year", "list", "item"] {
            args.set(part, format!("{{{part}}}"));
        }
        let mut text = |id: &str| words.text(id, &args).unwrap_or_default();
        let mut format = Self {
            decimal_mark: text("decimal-mark"),
            group_mark: text("group-mark"),
            group_from: text("group-from").parse().unwrap_or(4),
            money_symbol: text("money-symbol"),
            money_code: text("money-code"),
            expiry: text("expiry"),
            list_next: text("list-next"),
            list_last: Vec::new(),
            other_ways: text("other-ways"),
            model_language: text("model-language"),
            opens_questions: text("question-opens") == "¿",
            letters: Vec::new(),
            symbols: WITH_SYMBOL.map(|code| (code, text(&format!("symbol-{code}")))).into(),
        };
        format.letters.extend(text("letters").split(' ').filter_map(range));
        for brand in Brand::ALL {
            args.set("brand_is", brand.wire());
            format.list_last.push(words.text("list-last", &args).unwrap_or_default());
        }
        format
    }

    /// "€1,234.50": always with the currency's own number of decimals.
    pub fn money(&self, money: Money) -> String {
        let code = money.currency();
        let symbol = self.symbols.iter().find(|(known, _)| *known == code.code()).map(|(_, symbol)| symbol.as_str());
        let (pattern, symbol) = symbol.map_or((&self.money_code, code.code()), |symbol| (&self.money_symbol, symbol));
        put(pattern, &[("{symbol}", symbol), ("{number}", &self.number(money))])
    }

    fn number(&self, money: Money) -> String {
        let decimals = money.currency().decimals();
        let unit = 10_u64.pow(u32::from(decimals));
        let whole = (money.minor() / unit).to_string();
        let mut text = String::with_capacity(24);
        for (at, digit) in whole.char_indices() {
            let left = whole.len() - at;
            if at > 0 && left.is_multiple_of(3) && whole.len() >= self.group_from {
                text.push_str(&self.group_mark);
            }
            text.push(digit);
        }
        if decimals > 0 {
            let fraction = money.minor() % unit;
            let _ = write!(text, "{}{fraction:0width$}", self.decimal_mark, width = usize::from(decimals));
        }
        text
    }

    /// "12/2028".
    pub fn expiry(&self, expiry: Expiry) -> String {
        let (month, year) = (format!("{:02}", expiry.month()), expiry.year().to_string());
        put(&self.expiry, &[("{month}", &month), ("{year}", &year)])
    }

    /// "Visa, Mastercard and Elo".
    pub fn brands(&self, brands: BrandSet) -> String {
        let mut rest = brands.iter().peekable();
        let mut list = rest.next().map(Brand::display).unwrap_or_default().to_owned();
        while let Some(brand) = rest.next() {
            let pattern = if rest.peek().is_some() { &self.list_next } else { &self.list_last[brand as usize] };
            list = put(pattern, &[("{list}", &list), ("{item}", brand.display())]);
        }
        list
    }
}

/// "a-z".
fn range(text: &str) -> Option<RangeInclusive<char>> {
    let (first, last) = text.split_once('-')?;
    Some(first.parse().ok()?..=last.parse().ok()?)
}

/// A pattern with its parts put in, in one pass.
fn put(pattern: &str, parts: &[(&str, &str)]) -> String {
    let mut text = String::with_capacity(pattern.len() + 16);
    let mut rest = pattern;
    while let Some(at) = rest.find('{') {
        let (before, from) = rest.split_at(at);
        text.push_str(before);
        let part = parts.iter().find_map(|(name, value)| from.strip_prefix(name).map(|after| (after, value)));
        if let Some((after, value)) = part {
            text.push_str(value);
            rest = after;
        } else {
            text.push('{');
            rest = &from[1..];
        }
    }
    text.push_str(rest);
    text
}
