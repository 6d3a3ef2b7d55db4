//! A message as the words of a lexicon.

use super::book::Book;
use super::shown::Shown;
use super::spelling::Slips;
use super::vocabulary::{Found, Traits};
use crate::language::automaton::{Symbol, UNKNOWN, VALUE};
use crate::language::text::{Kind, Token, is_question_mark};
use crate::language::values::Span;

/// A word of a message.
#[derive(Clone, Copy, Debug)]
pub struct Word {
    /// Which word of the lexicon it is.
    pub symbol: Symbol,
    /// What the review shows, if it names that.
    pub shown: Option<Symbol>,
    /// The words of a yes that it is one slip of the keys away from.
    pub slips: Slips,
    /// What is known of it.
    pub traits: Traits,
    /// How near it is to what the lexicon has.
    pub fit: Fit,
    /// Whether a mark stands before it that ends what was said ("," "." "!").
    pub breaks: bool,
    /// Whether it stands alone, with letters enough for a slip to leave little doubt of what was meant.
    pub long: bool,
    /// Whether it is written in digits, or is the sign of a currency.
    pub counts: bool,
    /// Its token.
    pub token: usize,
}

/// How near a word is to what the lexicon has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fit {
    /// It is written so.
    Exact,
    /// It is drawn out ("nooo").
    DrawnOut,
    /// It has other accents.
    Accented,
    /// It is misspelt.
    Misspelt,
    /// It is nowhere in it, or is a value.
    Not,
}

impl Fit {
    /// Whether no letter had to be guessed.
    pub const fn is_right(self) -> bool {
        !matches!(self, Self::Misspelt | Self::Accented)
    }
}

impl Word {
    /// Whether it adds nothing to what it stands beside.
    pub const fn is_idle(&self) -> bool {
        self.traits.any(Traits::FILLER.with(Traits::POLITE))
    }
}

/// A slip in a word of so few letters makes another word of it.
const SHORT: usize = 3;

/// In a longer message no words are looked for that ran together.
const FEW: usize = 24;

/// The words of a message, and what its marks say.
pub struct Line {
    pub words: Vec<Word>,
    /// Whether it has a question mark.
    pub asks: bool,
    /// Whether it has marks that no plain answer has, or trails off ("ok…").
    pub odd: bool,
    /// Whether a value was taken out of it.
    pub values: bool,
}

impl Line {
    /// Finds the words of `tokens` in `book`, those aside that a value was made of; what the review `shown` is one word.
    pub fn read(book: &Book, tokens: &[Token], taken: &[Span], shown: Option<&Shown>) -> Self {
        let mut line = Self { words: Vec::with_capacity(tokens.len()), asks: false, odd: false, values: false };
        let mut breaks = true;
        let mut spans = taken.iter().peekable();
        let mut next = 0;
        for (index, token) in tokens.iter().enumerate() {
            if index < next {
                continue;
            }
            next = index + 1;
            while spans.next_if(|span| span.end <= token.start).is_some() {}
            if spans.peek().is_some_and(|span| span.start <= token.start) {
                line.push(VALUE, Traits::default(), Fit::Not, &mut breaks, index);
                line.values = true;
                continue;
            }
            let named = shown.and_then(|shown| shown.at(index));
            next = named.map_or(next, |(_, end)| end);
            if named.is_none() && token.kind == Kind::Mark && line.mark(book, token, &mut breaks) {
                continue;
            }
            let found = book.words.find(&token.text, &token.plain);
            // Only a yes is looked for in words that ran together, and only where one is asked for.
            let may_run_on = shown.is_some() && named.is_none() && tokens.len() <= FEW && token.kind == Kind::Word;
            if may_run_on && line.run_on(book, &found, token, &mut breaks, index) {
                continue;
            }
            let slips = if let Found::Slipped(slips) = found { slips } else { Slips::default() };
            let negates = matches!(found, Found::Negates);
            let (symbol, fit) = match found {
                Found::Exact(symbol) => (symbol, Fit::Exact),
                Found::DrawnOut(symbol) => (symbol, Fit::DrawnOut),
                Found::Accented(symbol) => (symbol, Fit::Accented),
                Found::Misspelt(symbol) => (symbol, Fit::Misspelt),
                Found::Slipped(_) | Found::Negates | Found::Unknown => (UNKNOWN, Fit::Not),
                Found::Several(symbols) => {
                    for &symbol in symbols {
                        line.push(symbol, book.words.traits(symbol), Fit::Exact, &mut breaks, index);
                    }
                    continue;
                }
            };
            line.push(symbol, book.words.traits(symbol), fit, &mut breaks, index);
            if let Some(word) = line.words.last_mut() {
                word.shown = named.map(|(shown, _)| shown);
                word.slips = slips;
                word.long = token.text.chars().count() > SHORT;
                word.traits = if negates { word.traits.with(Traits::NEGATOR) } else { word.traits };
            }
        }
        for word in &mut line.words {
            let Token { kind, text, .. } = &tokens[word.token];
            word.counts = *kind == Kind::Digits || matches!(text.as_str(), "€" | "$" | "£");
        }
        line.odd |= trails_off(tokens);
        line
    }

    /// Reads a word that is a yes of several, where the lexicon does not have it; says whether it is one.
    fn run_on(&mut self, book: &Book, found: &Found<'_>, token: &Token, breaks: &mut bool, index: usize) -> bool {
        if !matches!(found, Found::Unknown | Found::Slipped(_) | Found::Misspelt(_)) {
            return false;
        }
        let Some(run) = book.words.run_on(&token.plain) else { return false };
        for (traits, slips) in run {
            self.push(UNKNOWN, traits, Fit::Not, breaks, index);
            self.words.last_mut().into_iter().for_each(|word| word.slips = slips);
        }
        true
    }

    fn push(&mut self, symbol: Symbol, traits: Traits, fit: Fit, breaks: &mut bool, token: usize) {
        // A value of several tokens is one place.
        if symbol == VALUE && !*breaks && self.words.last().is_some_and(|last| last.symbol == VALUE) {
            return;
        }
        self.words.push(Word {
            symbol,
            shown: None,
            slips: Slips::default(),
            traits,
            fit,
            breaks: *breaks,
            long: false,
            counts: false,
            token,
        });
        *breaks = false;
    }

    /// Reads a mark; says whether that is all there is to it. A mark can be a word too: "👍".
    fn mark(&mut self, book: &Book, token: &Token, breaks: &mut bool) -> bool {
        match token.text.as_str() {
            mark if mark.contains(is_question_mark) => {
                self.asks = true;
                *breaks = true;
            }
            "." | "," | "!" | "¡" | "…" | ";" | ":" | "،" | "。" | "、" | "！" | "—" | "–" | "।" | "‼" =>
            {
                *breaks = true;
            }
            ")" | "\"" | "'" | "“" | "”" | "«" | "»" => {}
            // Inside a word ("re-enter") a dash joins; between words it parts.
            "-" => *breaks |= token.spaced,
            mark => {
                if book.words.exact(mark, mark).is_some() {
                    return false;
                }
                self.odd = true;
            }
        }
        true
    }

    /// The words that stand together with the one at `at`, with no mark between them.
    pub fn part(&self, at: usize) -> std::ops::Range<usize> {
        let start = (0..=at).rev().find(|&i| self.words[i].breaks).unwrap_or(0);
        let end = (at + 1..self.words.len()).find(|&i| self.words[i].breaks).unwrap_or(self.words.len());
        start..end
    }
}

/// Whether a message ends in dots: "ok…".
fn trails_off(tokens: &[Token]) -> bool {
    match tokens {
        [.., last] if last.text.as_str() == "…" => true,
        [.., before, last] => before.text.as_str() == "." && last.text.as_str() == ".",
        [..] => false,
    }
}
