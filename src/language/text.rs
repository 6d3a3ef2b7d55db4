//! An utterance, and its words with the places they came from.

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};
use zeroize::Zeroizing;

use crate::card::{Wiped, is_invisible};

pub use crate::card::digit;

/// One message of the customer, as it came: wiped on drop, without `Display` and `Serialize`.
pub struct Utterance(Zeroizing<String>);

impl Utterance {
    /// Takes the message over.
    #[must_use]
    pub fn new(text: String) -> Self {
        Self(Zeroizing::new(text))
    }

    /// The message itself.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Utterance {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Utterance(…)")
    }
}

/// What kind of token it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Letters, with apostrophes inside ("don't", "O'Neil").
    Word,
    /// Decimal digits of any script, folded to ASCII.
    Digits,
    /// One character that is neither, nor white space ("/", "?", "!", an emoji).
    Mark,
}

/// A word, a run of digits or a mark.
pub struct Token {
    /// What it is.
    pub kind: Kind,
    /// NFKC, lower case, curly apostrophes made straight; accents kept ("sí").
    pub text: Zeroizing<String>,
    /// `text` without its accents ("si").
    pub plain: Zeroizing<String>,
    /// As it was written, without characters that cannot be seen.
    pub written: Zeroizing<String>,
    /// Where it begins in the utterance, in code points.
    pub start: usize,
    /// Where it ends in the utterance, in code points (exclusive).
    pub end: usize,
    /// Whether white space (or the beginning) stands before it.
    pub spaced: bool,
    /// Whether its first letter was upper case.
    pub capital: bool,
}

impl Token {
    /// Some of the digits of a run that is written with nothing between them.
    #[must_use]
    pub(super) fn part(&self, digits: Range<usize>) -> Self {
        let cut = || Zeroizing::new(self.text[digits.clone()].to_owned());
        Self {
            kind: self.kind,
            text: cut(),
            plain: cut(),
            written: gathered(self.written.len(), self.written.chars().skip(digits.start).take(digits.len())),
            start: self.start + digits.start,
            end: self.start + digits.end,
            spaced: self.spaced && digits.start == 0,
            capital: self.capital,
        }
    }
}

/// Splits a message into tokens, in one pass.
///
/// Format characters (joiners, direction marks, byte-order marks) belong to no token and split none.
#[must_use]
pub fn tokens(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut spaced = true;
    let mut at = 0;
    let characters = characters(text);
    while let Some(&character) = characters.get(at) {
        let space = character.is_whitespace() || character.is_control();
        if space || is_invisible(character) {
            spaced |= space;
            at += 1;
            continue;
        }
        let start = at;
        let kind = kind_of(character);
        at += 1;
        match kind {
            Kind::Digits => at += run(&characters[at..], belongs_to_digits),
            Kind::Word => at += run(&characters[at..], belongs_to_word),
            Kind::Mark => {}
        }
        while at > start + 1 && is_invisible(characters[at - 1]) {
            at -= 1;
        }
        tokens.push(token(kind, &characters[start..at], start, spaced));
        spaced = false;
    }
    tokens
}

/// In a buffer that is wiped, and big enough from the start: one that grew would leave the message in the smaller ones.
fn characters(text: &str) -> Zeroizing<Vec<char>> {
    let mut characters = Zeroizing::new(Vec::with_capacity(text.chars().count()));
    characters.extend(text.chars());
    characters
}

/// How many of `rest` belong to the token that began before it.
fn run(rest: &[char], belongs: impl Fn(char, Option<&char>) -> bool) -> usize {
    rest.iter().enumerate().take_while(|&(i, &c)| belongs(c, rest.get(i + 1))).count()
}

/// Digits, and marks drawn over or around them ("4̶", "4️⃣").
fn belongs_to_digits(character: char, _: Option<&char>) -> bool {
    digit(character).is_some() || is_invisible(character) || is_combining_mark(character)
}

fn belongs_to_word(character: char, next: Option<&char>) -> bool {
    kind_of(character) == Kind::Word
        || is_combining_mark(character)
        || is_invisible(character)
        || (is_apostrophe(character) && next.is_some_and(|&next| kind_of(next) == Kind::Word))
}

fn token(kind: Kind, characters: &[char], start: usize, spaced: bool) -> Token {
    let visible = characters.iter().copied().filter(|&c| !is_invisible(c));
    let written = gathered(characters.iter().map(|c| c.len_utf8()).sum(), visible);
    let (text, plain) = fold(kind, &written);
    Token {
        kind,
        text,
        plain,
        written,
        start,
        end: start + characters.len(),
        spaced,
        capital: characters[0].is_uppercase(),
    }
}

/// The forms that a token is compared in: with accents and without.
fn fold(kind: Kind, written: &str) -> (Zeroizing<String>, Zeroizing<String>) {
    if written.is_ascii() {
        let lower = Zeroizing::new(written.to_ascii_lowercase());
        return (lower.clone(), lower);
    }
    let straight = written.chars().map(|c| if is_apostrophe(c) { '\'' } else { c });
    let text = match kind {
        Kind::Digits => gathered(written.len(), written.chars().filter_map(digit)),
        Kind::Word | Kind::Mark => gathered(written.len(), straight.nfkc().flat_map(char::to_lowercase)),
    };
    let plain = gathered(text.len(), text.nfd().filter(|&c| !is_combining_mark(c)));
    (text, plain)
}

/// A word of ours in lower case and without its accents, as tokens have it.
#[must_use]
pub fn plain(word: &str) -> Cow<'_, str> {
    if word.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase()) {
        return Cow::Borrowed(word);
    }
    word.nfkc().flat_map(char::to_lowercase).nfd().filter(|&c| !is_combining_mark(c)).collect::<String>().into()
}

/// These characters in a buffer that is wiped, with room for what they usually take.
fn gathered(room: usize, characters: impl Iterator<Item = char>) -> Zeroizing<String> {
    let mut text = Wiped::with_room(room);
    text.extend(characters);
    text.into()
}

fn kind_of(character: char) -> Kind {
    if digit(character).is_some() {
        Kind::Digits
    } else if character.is_alphabetic() || is_combining_mark(character) {
        Kind::Word
    } else {
        Kind::Mark
    }
}

/// Whether a token's mark asks: in `text` the wide and doubled ones are made of these.
#[must_use]
pub const fn is_question_mark(mark: char) -> bool {
    matches!(mark, '?' | '¿' | '؟' | '‽')
}

const fn is_apostrophe(character: char) -> bool {
    matches!(character, '\'' | '\u{2019}' | '\u{02bc}' | '\u{ff07}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn the_characters_of_a_message_never_move(text in any::<String>()) {
            let characters = characters(&text);
            prop_assert_eq!(characters.capacity(), text.chars().count());
            prop_assert!(characters.iter().copied().eq(text.chars()));
        }
    }
}
