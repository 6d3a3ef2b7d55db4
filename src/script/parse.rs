//! Reads a dialogue script.

use jiff::SignedDuration;
use jiff::civil::Date;

use crate::adapters::CURRENCIES;
use crate::card::BrandSet;
use crate::dialogue::{Language, Money, OrderId};

/// Every directive, with what it does: for `--help` and for designers.
pub const DIRECTIVES: &[(&str, &str)] = &[
    ("@language es", "the language that the session begins in"),
    ("@today 2026-11-22", "the date of the first message; it is noon in UTC"),
    ("@wait 16m", "so much time passes before the next message (s, m, h)"),
    ("@amount 49.90 EUR", "what is paid; without it the card only becomes a token"),
    ("@payee Harbour Books", "who is paid"),
    ("@description order 1042", "what is paid for"),
    ("@order order-1042 60m", "what is paid is a signed order, which can be paid for so long"),
    ("@elsewhere 4242424242424242", "in another conversation this card is offered for the same order"),
    ("@keep", "the card is kept for later payments"),
    ("@plain declines", "declines tell nothing of what was wrong"),
    ("@brands visa,mastercard", "which brands are taken"),
    ("@limit turns 5", "a limit of the policy: invalid, stale, turns, corrections, attempts or cards"),
    ("@gateway timeout", "what the gateway does at its next call; see the table of the sandbox"),
    ("@answering 3", "the next message answers the reply to turn 3"),
    ("@twice", "the next message is delivered twice, with the same idempotency key"),
    ("@seal broken", "what is sealed does not open at the next message"),
    ("@store down", "the store gives no answer at the next message"),
    ("@rules changed", "the service is another one from the next message on"),
    ("@nudge", "a webhook or a schedule says that it is time to look the payment up"),
    ("@delete", "the owner deletes the session"),
];

/// One line of a script.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// The customer says this.
    Say(String),
    /// `@language`
    Language(Language),
    /// `@today`
    Today(Date),
    /// `@wait`
    Wait(SignedDuration),
    /// `@amount`
    Amount(Money),
    /// `@payee`
    Payee(String),
    /// `@description`
    Description(String),
    /// `@order`, and how long it can be paid
    Order(OrderId, SignedDuration),
    /// `@keep`
    Keep,
    /// `@plain declines`
    PlainDeclines,
    /// `@elsewhere`: in another conversation this card is offered for the same order
    Elsewhere(String),
    /// `@brands`
    Brands(BrandSet),
    /// `@limit`
    Limit(Limit, u8),
    /// `@gateway`
    Gateway(String),
    /// `@answering`
    Answering(u32),
    /// `@twice`
    Twice,
    /// `@seal broken`
    SealBroken,
    /// `@store down`
    StoreDown,
    /// `@rules changed`
    RulesChanged,
    /// `@nudge`
    Nudge,
    /// `@delete`
    Delete,
}

/// A limit of the policy that a script may set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// Invalid answers to one field.
    Invalid,
    /// Turns without progress.
    Stale,
    /// Turns in all.
    Turns,
    /// Corrections.
    Corrections,
    /// Confirmed attempts.
    Attempts,
    /// Cards after a decline.
    Cards,
}

/// A dialogue script.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Script {
    /// Its first comment.
    pub title: String,
    /// Its lines, in order.
    pub lines: Vec<Line>,
}

/// Why a script cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {problem}")]
pub struct ScriptError {
    /// Which line, from 1.
    pub line: usize,
    /// What was expected there.
    pub problem: String,
}

impl Script {
    /// Reads a script.
    ///
    /// # Errors
    /// The first line that is not understood, and what was expected there.
    pub fn parse(text: &str) -> Result<Self, ScriptError> {
        let mut script = Self { title: String::new(), lines: Vec::new() };
        for (i, line) in text.lines().enumerate() {
            let at = |problem: String| ScriptError { line: i + 1, problem };
            let line = line.trim_end_matches('\r');
            if let Some(comment) = line.strip_prefix('#') {
                if script.title.is_empty() {
                    comment.trim().clone_into(&mut script.title);
                }
            } else if let Some(text) = line.strip_prefix('@') {
                script.lines.push(directive(text.trim()).map_err(at)?);
            } else if !line.trim().is_empty() {
                script.lines.push(Line::Say(unescape(line).map_err(at)?));
            }
        }
        Ok(script)
    }
}

fn directive(text: &str) -> Result<Line, String> {
    let (name, value) = text.split_once(' ').map_or((text, ""), |(name, value)| (name, value.trim()));
    let wants = |what: &str| format!("@{name} wants {what}");
    Ok(match (name, value) {
        ("language", _) => {
            Line::Language(Language::from_tag(value).ok_or_else(|| wants(&format!("one of {}", Language::spoken())))?)
        }
        ("today", _) => Line::Today(value.parse().map_err(|_| wants("a date like 2026-11-22"))?),
        ("wait", _) => Line::Wait(duration(value).ok_or_else(|| wants("a time like 90s, 16m or 2h"))?),
        ("amount", _) => Line::Amount(CURRENCIES.parse(value).map_err(|error| format!("@amount: {error}"))?),
        ("payee", _) => Line::Payee(value.to_owned()),
        ("description", _) => Line::Description(value.to_owned()),
        ("order", _) => order(value).ok_or_else(|| wants("an id and a time, like: order-1042 60m"))?,
        ("keep", "") => Line::Keep,
        ("plain", "declines") => Line::PlainDeclines,
        ("elsewhere", _) => Line::Elsewhere(value.to_owned()),
        ("brands", _) => Line::Brands(value.parse().map_err(|error| format!("@brands: {error}"))?),
        ("limit", _) => limit(value).ok_or_else(|| wants("a limit and a number, like: turns 5"))?,
        ("gateway", _) => Line::Gateway(value.to_owned()),
        ("answering", _) => Line::Answering(value.parse().map_err(|_| wants("the number of a turn"))?),
        ("twice", "") => Line::Twice,
        ("seal", "broken") => Line::SealBroken,
        ("store", "down") => Line::StoreDown,
        ("rules", "changed") => Line::RulesChanged,
        ("nudge", "") => Line::Nudge,
        ("delete", "") => Line::Delete,
        (_, _) => {
            let known: Vec<&str> = DIRECTIVES.iter().map(|(example, _)| *example).collect();
            return Err(format!("no such directive; known are: {}", known.join(", ")));
        }
    })
}

fn limit(value: &str) -> Option<Line> {
    let (name, number) = value.split_once(' ')?;
    let limit = match name {
        "invalid" => Limit::Invalid,
        "stale" => Limit::Stale,
        "turns" => Limit::Turns,
        "corrections" => Limit::Corrections,
        "attempts" => Limit::Attempts,
        "cards" => Limit::Cards,
        _ => return None,
    };
    Some(Line::Limit(limit, number.trim().parse().ok()?))
}

fn order(value: &str) -> Option<Line> {
    let (id, time) = value.split_once(' ')?;
    Some(Line::Order(id.parse().ok()?, duration(time.trim())?))
}

fn duration(value: &str) -> Option<SignedDuration> {
    let split = value.find(|c: char| !c.is_ascii_digit())?;
    let (number, unit) = value.split_at(split);
    let number: i64 = number.parse().ok()?;
    let seconds = match unit {
        "s" => number,
        "m" => number.checked_mul(60)?,
        "h" => number.checked_mul(3600)?,
        _ => return None,
    };
    Some(SignedDuration::from_secs(seconds))
}

fn unescape(line: &str) -> Result<String, String> {
    let mut said = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(at) = rest.find('\\') {
        said.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        let (character, used) = escape(rest)?;
        said.extend(character);
        rest = &rest[used..];
    }
    said.push_str(rest);
    Ok(said)
}

/// What stands after a backslash, and how long it is.
fn escape(rest: &str) -> Result<(Option<char>, usize), String> {
    let problem = || "after a backslash: @ # n e \\ or u{…} with a code point in hexadecimal".to_owned();
    match rest.chars().next() {
        Some(character @ ('@' | '#' | '\\')) => Ok((Some(character), 1)),
        Some('n') => Ok((Some('\n'), 1)),
        Some('e') => Ok((None, 1)),
        Some('u') => {
            let end = rest.find('}').ok_or_else(problem)?;
            let code = rest.get(2..end).filter(|_| rest[1..].starts_with('{')).ok_or_else(problem)?;
            let character = u32::from_str_radix(code, 16).ok().and_then(char::from_u32).ok_or_else(problem)?;
            Ok((Some(character), end + 1))
        }
        _ => Err(problem()),
    }
}
