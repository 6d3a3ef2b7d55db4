//! A message with what the lexicon knows of its words.

use std::fmt::Write as _;

use super::vocabulary::{Number, Phrase, Standing, Traits, Vocabulary, Word, link};
use crate::card::Wiped;
use crate::language::text::{Kind, Token};

/// A phrase that was found.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hit {
    pub phrase: Phrase,
    /// Its first token.
    pub from: usize,
    /// The token after its last one.
    pub to: usize,
}

/// Tokens, what each of them can be, and the phrases that they make.
pub(super) struct Message<'a> {
    pub tokens: &'a [Token],
    pub vocabulary: &'static Vocabulary,
    pub words: Vec<Word>,
    pub hits: Vec<Hit>,
    /// Whether capitals tell a name: some word begins in lower case.
    pub tells_capitals: bool,
    /// For each token, the place in `hits` of the phrase it is part of.
    hit_at: Vec<Option<usize>>,
    /// For each token, whether its digits are part of something that is no value.
    pub odd: Vec<bool>,
    /// For each token, whether its digits are part of a card number.
    pub cards: Vec<bool>,
}

impl<'a> Message<'a> {
    pub fn read(tokens: &'a [Token], vocabulary: &'static Vocabulary) -> Self {
        let words = tokens
            .iter()
            .map(|token| match token.kind {
                Kind::Word | Kind::Mark => vocabulary.word(&token.plain),
                Kind::Digits => Word::default(),
            })
            .collect();
        let (odd, cards) = (vec![false; tokens.len()], vec![false; tokens.len()]);
        let lower =
            |token: &Token| token.kind == Kind::Word && token.spaced && token.written.starts_with(char::is_lowercase);
        let mut message = Self {
            tokens,
            vocabulary,
            words,
            hits: Vec::new(),
            tells_capitals: tokens.iter().any(lower),
            hit_at: vec![None; tokens.len()],
            odd,
            cards,
        };
        let mut at = 0;
        while at < tokens.len() {
            match vocabulary.phrases.longest(&tokens[at..]) {
                Some((used, phrase)) => {
                    message.hit_at[at..at + used].fill(Some(message.hits.len()));
                    message.hits.push(Hit { phrase, from: at, to: at + used });
                    at += used;
                }
                None => at += 1,
            }
        }
        message
    }

    /// The phrase that the token is part of.
    pub fn hit(&self, at: usize) -> Option<Hit> {
        self.hit_at.get(at).copied().flatten().map(|hit| self.hits[hit])
    }

    /// Whether the word there is any of these.
    pub fn is(&self, at: usize, traits: Traits) -> bool {
        self.words.get(at).is_some_and(|word| word.traits.any(traits))
    }

    pub fn kind(&self, at: usize) -> Option<Kind> {
        self.tokens.get(at).map(|token| token.kind)
    }

    /// Whether the token stands right behind the one before it.
    pub fn glued(&self, at: usize) -> bool {
        at > 0 && self.tokens.get(at).is_some_and(|token| !token.spaced)
    }

    /// How many tokens from here on stand for a number or a code that was taken out: "[•••• 4242]", "[•••]".
    pub fn hidden(&self, at: usize) -> usize {
        if self.mark(at) != Some('[') || self.mark(at + 1) != Some('•') {
            return 0;
        }
        let mut end = at + 1;
        while self.mark(end) == Some('•') && end < at + 6 {
            end += 1;
        }
        end += usize::from(self.kind(end) == Some(Kind::Digits));
        if self.mark(end) == Some(']') { end + 1 - at } else { 0 }
    }

    /// The mark there, if there is one.
    pub fn mark(&self, at: usize) -> Option<char> {
        let token = self.tokens.get(at)?;
        (token.kind == Kind::Mark).then(|| token.text.chars().next()).flatten()
    }

    /// Whether the word there begins in lower case, in a script that has one. "Taec-yeon" is in upper case.
    pub fn is_low(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        let dash = at > 1 && !token.spaced && self.mark(at - 1) == Some('-') && !self.tokens[at - 1].spaced;
        let hyphened = dash && self.tokens[at - 2].capital;
        let cased = token.written.starts_with(|c: char| c.is_lowercase() || c.is_uppercase());
        cased && !token.capital && !hyphened
    }

    /// Whether the token is a word of a lexicon, or none.
    pub fn is_known(&self, at: usize) -> bool {
        self.kind(at) != Some(Kind::Word) || self.standing(at) == Standing::Word
    }

    /// Whether the word there can be told from a name.
    pub fn standing(&self, at: usize) -> Standing {
        self.vocabulary.standing(&self.tokens[at].plain)
    }

    /// Whether the word there is known, to numbers, dates or labels.
    pub fn means_something(&self, at: usize) -> bool {
        let word = self.words[at];
        self.hit_at[at].is_some()
            || word.number.is_some()
            || word.month.is_some()
            || word.spoken.is_some()
            || word.traits.any(EXPLAINED.or(Traits::ORDINAL))
    }

    /// Reads the number that the words from `at` on say, as digits; says how many tokens it took, and whether it is
    /// only heard for a number.
    pub fn numeral(&self, at: usize, digits: &mut Wiped) -> Option<Numeral> {
        let plain = |used| Some(Numeral { used, sounds: false, oh: false });
        match self.number(at)? {
            Number::Oh => {
                digits.push('0');
                Some(Numeral { used: 1, sounds: false, oh: true })
            }
            Number::Sounds(digit) => {
                push(digits, digit);
                Some(Numeral { used: 1, sounds: true, oh: false })
            }
            Number::Repeat(times) => {
                let mut once = Wiped::default();
                let used = match self.number(at + 1) {
                    Some(Number::Repeat(_)) => None,
                    Some(_) => self.numeral(at + 1, &mut once).map(|numeral| numeral.used),
                    None if self.kind(at + 1) == Some(Kind::Digits) && self.tokens[at + 1].text.len() <= 2 => {
                        once.push_str(&self.tokens[at + 1].text);
                        Some(1)
                    }
                    None => None,
                }?;
                (0..times).for_each(|_| digits.push_str(&once));
                plain(used + 1)
            }
            Number::Digit(count) if let Some(Number::Plural(digit)) = self.number(at + 1) => {
                (0..count).for_each(|_| push(digits, digit));
                plain(2)
            }
            Number::Plural(_) => None,
            Number::Digit(_) | Number::Two(_) | Number::Ten(_) | Number::Hundred(_) | Number::Scale(_) => {
                let (value, used) = self.cardinal(at)?;
                push(digits, value);
                plain(used)
            }
        }
    }

    /// Whether it is zero among other digits: "oh".
    pub fn says_zero(&self, at: usize) -> bool {
        self.number(at) == Some(Number::Oh)
    }

    fn number(&self, at: usize) -> Option<Number> {
        self.words.get(at)?.number
    }

    /// "Two thousand (and) twenty-eight", "one hundred twenty-three", "forty-two", "four".
    fn cardinal(&self, at: usize) -> Option<(u16, usize)> {
        let (mut value, mut used) = match self.number(at)? {
            Number::Scale(1000) => (1000, 1),
            Number::Scale(_)
            | Number::Digit(_)
            | Number::Oh
            | Number::Two(_)
            | Number::Ten(_)
            | Number::Hundred(_)
            | Number::Repeat(_)
            | Number::Plural(_)
            | Number::Sounds(_) => match self.hundreds(at)? {
                (few, used) if few < 65 && self.number(at + used) == Some(Number::Scale(1000)) => {
                    (few * 1000, used + 1)
                }
                whole => return Some(whole),
            },
        };
        let and = usize::from(self.is(at + used, Traits::AND));
        if let Some((rest, more)) = self.hundreds(at + used + and) {
            value += rest;
            used += and + more;
        }
        Some((value, used))
    }

    fn hundreds(&self, at: usize) -> Option<(u16, usize)> {
        let (value, used) = match self.number(at)? {
            Number::Hundred(value) => (value, 1),
            Number::Digit(digit @ 1..) if self.number(at + 1) == Some(Number::Scale(100)) => (digit * 100, 2),
            Number::Digit(_)
            | Number::Oh
            | Number::Two(_)
            | Number::Ten(_)
            | Number::Scale(_)
            | Number::Repeat(_)
            | Number::Plural(_)
            | Number::Sounds(_) => return self.tens(at),
        };
        let and = usize::from(self.is(at + used, Traits::AND));
        match self.tens(at + used + and) {
            Some((rest, more)) => Some((value + rest, used + and + more)),
            None => Some((value, used)),
        }
    }

    fn tens(&self, at: usize) -> Option<(u16, usize)> {
        match self.number(at)? {
            Number::Digit(value) | Number::Two(value) => Some((value, 1)),
            Number::Ten(value) => {
                let dash = self.mark(at + 1).is_some_and(|mark| link(mark) == link('-'));
                let between = usize::from(dash || self.is(at + 1, Traits::AND));
                match self.number(at + 1 + between) {
                    Some(Number::Digit(digit @ 1..)) => Some((value + digit, 2 + between)),
                    _ => Some((value, 1)),
                }
            }
            Number::Oh
            | Number::Hundred(_)
            | Number::Scale(_)
            | Number::Repeat(_)
            | Number::Plural(_)
            | Number::Sounds(_) => None,
        }
    }
}

/// A number in words.
#[derive(Clone, Copy, Debug)]
pub(super) struct Numeral {
    /// How many tokens it takes.
    pub used: usize,
    /// Whether it is a word that only sounds like one.
    pub sounds: bool,
    /// Whether it is zero among other digits only.
    pub oh: bool,
}

/// Words that a message may have beside a value without saying anything else.
pub(super) const EXPLAINED: Traits = Traits::AND
    .or(Traits::JOIN)
    .or(Traits::OF)
    .or(Traits::CURRENCY)
    .or(Traits::UNIT)
    .or(Traits::COPULA)
    .or(Traits::FILLER)
    .or(Traits::POLITE);

fn push(digits: &mut Wiped, number: u16) {
    // A buffer takes whatever is written to it.
    let _ = write!(digits, "{number}");
}
