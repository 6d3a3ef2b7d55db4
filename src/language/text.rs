//! An utterance, and its words with the places they came from.

use std::fmt;

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};
use zeroize::Zeroizing;

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
    /// Where it begins in the utterance, in code points.
    pub start: usize,
    /// Where it ends in the utterance, in code points (exclusive).
    pub end: usize,
    /// Whether white space (or the beginning) stands before it.
    pub spaced: bool,
    /// Whether its first letter was upper case.
    pub capital: bool,
}

/// Splits a message into tokens, in one pass.
///
/// Format characters (joiners, direction marks, byte-order marks) belong to no token and split none.
#[must_use]
pub fn tokens(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut spaced = true;
    let mut at = 0;
    let characters: Vec<char> = text.chars().collect();
    while let Some(&character) = characters.get(at) {
        if character.is_whitespace() || is_format(character) {
            spaced |= character.is_whitespace();
            at += 1;
            continue;
        }
        let start = at;
        let kind = kind_of(character);
        at += 1;
        match kind {
            Kind::Digits => at += run(&characters[at..], |c, _| kind_of(c) == Kind::Digits || is_format(c)),
            Kind::Word => at += run(&characters[at..], belongs_to_word),
            Kind::Mark => {}
        }
        while at > start + 1 && is_format(characters[at - 1]) {
            at -= 1;
        }
        tokens.push(token(kind, &characters[start..at], start, spaced));
        spaced = false;
    }
    tokens
}

/// How many of `rest` belong to the token that began before it.
fn run(rest: &[char], belongs: impl Fn(char, Option<&char>) -> bool) -> usize {
    rest.iter().enumerate().take_while(|&(i, &c)| belongs(c, rest.get(i + 1))).count()
}

fn belongs_to_word(character: char, next: Option<&char>) -> bool {
    kind_of(character) == Kind::Word
        || is_combining_mark(character)
        || is_format(character)
        || (is_apostrophe(character) && next.is_some_and(|&next| kind_of(next) == Kind::Word))
}

fn token(kind: Kind, characters: &[char], start: usize, spaced: bool) -> Token {
    let visible = characters.iter().copied().filter(|&c| !is_format(c));
    let text: String = match kind {
        Kind::Digits => visible.filter_map(digit).collect(),
        Kind::Word | Kind::Mark => visible
            .map(|c| if is_apostrophe(c) { '\'' } else { c })
            .nfkc()
            .flat_map(char::to_lowercase)
            .collect(),
    };
    let plain: String = text.nfd().filter(|&c| !is_combining_mark(c)).collect();
    Token {
        kind,
        text: Zeroizing::new(text),
        plain: Zeroizing::new(plain),
        start,
        end: start + characters.len(),
        spaced,
        capital: characters[0].is_uppercase(),
    }
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

const fn is_apostrophe(character: char) -> bool {
    matches!(character, '\'' | '\u{2019}' | '\u{02bc}' | '\u{ff07}')
}

/// Characters that are there but not to be seen: joiners, direction marks, soft hyphens.
const fn is_format(character: char) -> bool {
    matches!(
        character,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{206f}' | '\u{feff}' | '\u{fe0e}' | '\u{fe0f}'
    )
}

/// Where each script's ten decimal digits begin: general category Nd of the Unicode Character Database.
const ZEROS: &[u32] = &[
    0x30, 0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50, 0xed0,
    0xf20, 0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50, 0x1bb0, 0x1c40, 0x1c50, 0xa620,
    0xa8d0, 0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0, 0xff10, 0x104a0, 0x10d30, 0x11066, 0x110f0, 0x11136, 0x111d0,
    0x112f0, 0x11450, 0x114d0, 0x11650, 0x116c0, 0x11730, 0x118e0, 0x11950, 0x11c50, 0x11d50, 0x11da0, 0x16a60,
    0x16ac0, 0x16b50, 0x1d7ce, 0x1d7d8, 0x1d7e2, 0x1d7ec, 0x1d7f6, 0x1e140, 0x1e2f0, 0x1e4f0, 0x1e950, 0x1fbf0,
];

/// The ASCII digit that a character stands for: any script's decimal digits, and circled or superscript ones.
#[must_use]
pub fn digit(character: char) -> Option<char> {
    if character.is_ascii() {
        return character.is_ascii_digit().then_some(character);
    }
    let code = u32::from(character);
    let before = ZEROS.partition_point(|&zero| zero <= code).checked_sub(1)?;
    let value = code - ZEROS[before];
    if value < 10 {
        return char::from_digit(value, 10);
    }
    match code {
        0xb9 => Some('1'),
        0xb2 | 0xb3 => char::from_digit(code - 0xb0, 10),
        0x2070 | 0x2074..=0x2079 => char::from_digit(code - 0x2070, 10),
        0x2080..=0x2089 => char::from_digit(code - 0x2080, 10),
        0x2460..=0x2468 => char::from_digit(code - 0x245f, 10),
        0x24ea => Some('0'),
        _ => None,
    }
}
