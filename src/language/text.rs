//! An utterance, and its words with the places they came from.

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

use crate::card::{Wiped, is_invisible};

pub use crate::card::digit;

/// One message of the customer, as it came: wiped on drop, without `Display` and `Serialize`.
pub struct Utterance(Wiped);

impl Utterance {
    /// Takes the message over.
    #[must_use]
    pub fn new(text: impl Into<Wiped>) -> Self {
        Self(text.into())
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
    pub text: Wiped,
    /// `text` without its accents ("si").
    pub plain: Wiped,
    /// As it was written, without characters that cannot be seen.
    pub written: Wiped,
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
    /// The token that is written so, and begins at that code point.
    fn read(kind: Kind, token: &str, start: usize, spaced: bool) -> Self {
        let written = Wiped::gathered(token.len(), token.chars().filter(|&c| !is_invisible(c)));
        let (text, plain) = fold(kind, &written);
        let end = start + token.chars().count();
        Self { kind, text, plain, written, start, end, spaced, capital: token.starts_with(char::is_uppercase) }
    }

    /// Some of the digits of a run that is written with nothing between them.
    #[must_use]
    pub(super) fn part(&self, digits: Range<usize>) -> Self {
        let cut = || Wiped::from(&self.text[digits.clone()]);
        Self {
            kind: self.kind,
            text: cut(),
            plain: cut(),
            written: Wiped::gathered(self.written.len(), self.written.chars().skip(digits.start).take(digits.len())),
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
    let (mut rest, mut at) = (text, 0);
    while let Some(character) = rest.chars().next() {
        let space = character.is_whitespace() || character.is_control();
        if space || is_invisible(character) {
            spaced |= space;
            at += 1;
            rest = &rest[character.len_utf8()..];
            continue;
        }
        let kind = kind_of(character);
        let length = match kind {
            Kind::Digits => run(rest, belongs_to_digits),
            Kind::Word => run(rest, belongs_to_word),
            Kind::Mark => character.len_utf8(),
        };
        let (token, behind) = rest.split_at(rest[..length].trim_end_matches(is_invisible).len());
        tokens.push(Token::read(kind, token, at, spaced));
        at = tokens.last().map_or(at, |token| token.end);
        rest = behind;
        spaced = false;
    }
    tokens
}

/// How many bytes of `text` belong to the token that its first character begins: each that does is told what follows it.
fn run(text: &str, belongs: impl Fn(char, &str) -> bool) -> usize {
    let mut others = text.char_indices().skip(1);
    others.find(|&(at, c)| !belongs(c, &text[at + c.len_utf8()..])).map_or(text.len(), |(at, _)| at)
}

/// Digits, and marks drawn over or around them ("4̶", "4️⃣").
fn belongs_to_digits(character: char, _: &str) -> bool {
    digit(character).is_some() || is_invisible(character) || is_combining_mark(character)
}

fn belongs_to_word(character: char, behind: &str) -> bool {
    kind_of(character) == Kind::Word
        || is_combining_mark(character)
        || is_invisible(character)
        || (is_apostrophe(character) && behind.starts_with(|next| kind_of(next) == Kind::Word))
}

/// The forms that a token is compared in: with accents and without.
fn fold(kind: Kind, written: &str) -> (Wiped, Wiped) {
    if written.is_ascii() {
        let lower = Wiped::from(written.to_ascii_lowercase());
        return (lower.clone(), lower);
    }
    let straight = written.chars().map(|c| if is_apostrophe(c) { '\'' } else { c });
    let text = match kind {
        Kind::Digits => Wiped::gathered(written.len(), written.chars().filter_map(digit)),
        Kind::Word | Kind::Mark => Wiped::gathered(written.len(), straight.nfkc().flat_map(char::to_lowercase)),
    };
    let plain = Wiped::gathered(text.len(), text.nfd().filter(|&c| !is_combining_mark(c)));
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
