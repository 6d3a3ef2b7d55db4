//! The numbers and months of a message, in digits and in words, for whoever compares it with what was shown.

use super::message::Message;
use super::vocabulary::{Traits, vocabulary};
use crate::card::Wiped;
use crate::language::text::{Kind, Token};
use crate::packs::Language;

/// What the tokens of a message say in numbers, by the token where each begins.
pub struct Spoken {
    numbers: Vec<Option<(Wiped, usize)>>,
    months: Vec<Option<u8>>,
    /// What may stand between the parts of a date: "of".
    links: Vec<bool>,
}

impl Spoken {
    /// Reads the tokens in a language.
    pub fn read(tokens: &[Token], language: Language) -> Self {
        let message = Message::read(tokens, vocabulary(language));
        let places = 0..tokens.len();
        Self {
            numbers: places.clone().map(|at| number(&message, at)).collect(),
            months: places.clone().map(|at| message.words[at].month).collect(),
            links: places.map(|at| message.is(at, Traits::OF)).collect(),
        }
    }

    /// The digits that begin at a token, and how many tokens say them: "4242", "forty-two".
    pub fn number(&self, at: usize) -> Option<(&str, usize)> {
        self.numbers.get(at)?.as_ref().map(|(digits, used)| (digits.as_str(), *used))
    }

    /// The month that a word names.
    pub fn month(&self, at: usize) -> Option<u8> {
        self.months.get(at).copied().flatten()
    }

    /// Whether the token only links the parts of a date.
    pub fn links(&self, at: usize) -> bool {
        self.links.get(at).copied().unwrap_or_default()
    }

    /// The tokens after `at` that say exactly these digits, one number after the other: "4242", "42 42", "four two four
    /// two", "forty-two, forty-two".
    pub fn digits(&self, mut at: usize, digits: &str, between: impl Fn(usize) -> bool) -> Option<usize> {
        let mut rest = digits;
        loop {
            let (said, used) = self.number(at)?;
            rest = rest.strip_prefix(said)?;
            at += used;
            if rest.is_empty() {
                return Some(at);
            }
            at += usize::from(between(at));
        }
    }
}

fn number(message: &Message, at: usize) -> Option<(Wiped, usize)> {
    let token = &message.tokens[at];
    if token.kind == Kind::Digits {
        return Some((token.text.clone(), 1));
    }
    let mut digits = Wiped::with_room(8);
    let numeral = message.numeral(at, &mut digits).filter(|numeral| !numeral.sounds)?;
    Some((digits, numeral.used))
}
