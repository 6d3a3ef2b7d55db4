//! The cardholder's name: of any script, up to 255 characters, and nothing that is not a name.

use std::fmt;

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;
use zeroize::Zeroizing;

use super::{digit, is_invisible};

/// A cardholder's name, as written, with white space collapsed. Wiped on drop.
#[derive(Clone, PartialEq, Eq)]
pub struct Name(Zeroizing<String>);

/// Why a text is not taken for a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
pub enum NameRejection {
    /// Nothing in it can be seen.
    #[error("a name has at least one letter")]
    Empty,
    /// A run of digits: perhaps the card number came first.
    #[error("that looks like a card number, not a name")]
    LooksLikeCard,
    /// Letters, marks, apostrophes, hyphens and dots make a name; something else was in it.
    #[error("a name is made of letters, spaces, apostrophes, hyphens and dots")]
    NotAName,
    /// More than 255 characters.
    #[error("a name has at most 255 characters")]
    TooLong,
}

impl NameRejection {
    /// The name on the wire.
    #[must_use]
    pub const fn wire(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::LooksLikeCard => "looks_like_card",
            Self::NotAName => "not_a_name",
            Self::TooLong => "too_long",
        }
    }
}

/// So many digits in a name look like a card number.
const CARD_LIKE: usize = 8;

impl Name {
    /// The longest name that is taken, in code points.
    pub const MAX_CHARS: usize = 255;

    /// Parses a name: NFC, without invisible characters, white space collapsed.
    ///
    /// An ordinal suffix ("3rd") may hold a digit; no other word may.
    ///
    /// # Errors
    /// Why it is not a name.
    pub fn parse(input: &str) -> Result<Self, NameRejection> {
        // A text far beyond the limit is not normalised first.
        if input.chars().take(8 * Self::MAX_CHARS + 1).count() > 8 * Self::MAX_CHARS {
            return Err(NameRejection::TooLong);
        }
        let visible: Zeroizing<String> = Zeroizing::new(input.chars().filter(|&c| keeps(c)).nfc().collect());
        let words: Vec<&str> = visible.split_whitespace().collect();
        let name = Zeroizing::new(words.join(" "));
        if name.is_empty() {
            return Err(NameRejection::Empty);
        }
        if name.chars().filter(|&c| digit(c).is_some()).count() >= CARD_LIKE {
            return Err(NameRejection::LooksLikeCard);
        }
        if name.chars().count() > Self::MAX_CHARS {
            return Err(NameRejection::TooLong);
        }
        let letters = name.chars().any(char::is_alphabetic);
        if !letters || !words.iter().enumerate().all(|(i, word)| is_name_word(word, i)) || has_dotted_host(&name) {
            return Err(NameRejection::NotAName);
        }
        Ok(Self(name))
    }

    /// The name itself: for what the customer sees, the gateway and the record.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Name(…)")
    }
}

/// Joiners shape letters in some scripts (ZWNJ, ZWJ); all else that cannot be seen goes.
fn keeps(character: char) -> bool {
    matches!(character, '\u{200c}' | '\u{200d}') || !is_invisible(character)
}

fn is_name_word(word: &str, index: usize) -> bool {
    word.chars().all(is_name_character) || (index > 0 && is_ordinal(word))
}

/// Letters of any script, their marks, and what stands inside names: apostrophes, hyphens, dots, middle dots, and what
/// joins two holders.
fn is_name_character(character: char) -> bool {
    character.is_alphabetic()
        || is_combining_mark(character)
        || matches!(character, '\'' | '\u{2018}' | '\u{2019}' | '\u{2bc}' | '\u{ff07}' | '`' | '\u{b4}')
        || matches!(character, '-' | '\u{2010}' | '\u{2011}' | '.' | ',' | '\u{b7}' | '\u{30fb}' | '\u{30a0}')
        || matches!(character, '\u{200c}' | '\u{200d}' | '&' | '/')
}

/// "2nd", "3rd", "4th": a digit and two letters.
fn is_ordinal(word: &str) -> bool {
    let word = word.trim_end_matches(['.', ',']);
    let mut characters = word.chars();
    characters.next().is_some_and(|c| matches!(c, '1'..='9'))
        && word.len() == 3
        && characters.all(|c| c.is_ascii_alphabetic())
}

/// "www.example.com" is made of letters and dots, and is no name: three letters or more on both sides of a dot.
fn has_dotted_host(name: &str) -> bool {
    name.split(' ').any(|word| {
        let parts: Vec<&str> = word.split('.').collect();
        parts.windows(2).any(|pair| {
            pair[0].chars().count() > 3
                && matches!(pair[1].len(), 2..)
                && pair[1].chars().all(|c| c.is_ascii_lowercase())
        })
    })
}
