//! The cardholder's name: of any script, up to 255 characters, and nothing that is not a name.

use std::fmt;

use strum::IntoStaticStr;
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use super::{Wiped, digit, is_invisible};

/// A cardholder's name, as written, with white space collapsed. Wiped on drop.
#[derive(Clone, PartialEq, Eq)]
pub struct Name(Wiped);

/// Why a text is not taken for a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
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
    pub fn wire(self) -> &'static str {
        self.into()
    }
}

/// So many digits in a name look like a card number.
const CARD_LIKE: usize = 8;

/// More marks than this on one letter are scribble: Vietnamese needs two, pointed Hebrew and Tibetan three or four.
const MAX_MARKS: usize = 4;

/// Top-level domains that an address in the place of a name may end in.
const DOMAINS: &[&str] = &[
    "ai", "app", "biz", "co", "com", "dev", "edu", "eu", "gov", "info", "io", "ly", "me", "mil", "net", "online",
    "org", "shop", "site", "tv", "uk", "us", "xyz",
];

impl Name {
    /// The longest name that is taken, in code points.
    pub const MAX_CHARS: usize = 255;

    /// Parses a name: NFC, without invisible characters, white space collapsed.
    ///
    /// Letters of any script with their marks; apostrophes, hyphens, dots, middle dots, commas ("Roe, Jr."), "&"
    /// between words and "/" between letters ("a/l", as Malaysian names have it). A last word may be an ordinal ("3rd"),
    /// and up to three digits may stand between words ("Studio 54 Ltd"); no other digit is taken. Eight digits or more, of
    /// any script, look like a card.
    ///
    /// # Errors
    /// Why it is not a name, judged in the order empty, looks like a card, too long, not a name.
    pub fn parse(input: &str) -> Result<Self, NameRejection> {
        let name = tidy(input);
        if name.is_empty() {
            return Err(NameRejection::Empty);
        }
        if name.chars().filter(|&c| is_numeral(c)).take(CARD_LIKE).count() == CARD_LIKE {
            return Err(NameRejection::LooksLikeCard);
        }
        if name.chars().nth(Self::MAX_CHARS).is_some() {
            return Err(NameRejection::TooLong);
        }
        if is_name(&name) { Ok(Self(name)) } else { Err(NameRejection::NotAName) }
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

/// NFC, single spaces, nothing that cannot be seen but the joiners that shape a letter before them.
fn tidy(input: &str) -> Wiped {
    let visible = input.chars().filter(|&c| is_joiner(c) || !is_invisible(c));
    // NFC makes UTF-8 at most three times longer: with that much room the string never moves.
    let mut tidied = Wiped::with_room(3 * input.len());
    let mut last = ' ';
    for character in visible.nfc() {
        let shown = if character.is_whitespace() { ' ' } else { character };
        let shapes = !last.is_ascii() && (last.is_alphabetic() || is_combining_mark(last));
        if (shown == ' ' && last == ' ') || (is_joiner(shown) && !shapes) {
            continue;
        }
        if shown == ' ' && is_joiner(last) {
            tidied.pop();
        }
        tidied.push(shown);
        last = shown;
    }
    let end = tidied.trim_end_matches(|c| c == ' ' || is_joiner(c)).len();
    // Once more: what a dropped joiner kept apart may now belong together.
    Wiped::gathered(3 * end, tidied[..end].nfc())
}

/// Zero-width joiner and non-joiner: they shape letters of Persian and of the scripts of India.
const fn is_joiner(character: char) -> bool {
    matches!(character, '\u{200c}' | '\u{200d}')
}

/// A digit of any script, the ten Han numerals among them: a number can be written with those, too.
fn is_numeral(character: char) -> bool {
    digit(character).is_some() || "〇零一二三四五六七八九".contains(character)
}

fn is_name(name: &str) -> bool {
    let words: Vec<&str> = name.split(' ').collect();
    let (last, others) = words.split_last().unwrap_or((&"", &[]));
    let ordinal = others.iter().any(|word| word.chars().any(is_letter)) && is_ordinal(last);
    let lettered = if ordinal { others } else { &words[..] };
    lettered.iter().any(|word| word.chars().any(is_letter))
        && lettered.iter().enumerate().all(|(at, word)| {
            is_name_word(word, words.len() > 1) || (at > 0 && at + 1 < words.len() && is_short_number(word))
        })
        && name.starts_with(|c| is_letter(c) || is_apostrophe(c))
        && name.ends_with(|c: char| is_letter(c) || is_combining_mark(c) || is_apostrophe(c) || c == '.' || ordinal)
}

/// A word of a name; `among` others, it may be "&", or hold a slash.
fn is_name_word(word: &str, among: bool) -> bool {
    if word == "&" {
        return among;
    }
    let mut marks = 0;
    let mut points = 0;
    for character in word.chars() {
        let (mark, point) = (is_combining_mark(character), is_point(character));
        if !(is_letter(character) || mark || point || is_joiner(character) || (among && character == '/')) {
            return false;
        }
        marks = if mark { marks + 1 } else { 0 };
        points = if point { points + 1 } else { 0 };
        if marks > MAX_MARKS || points > 2 {
            return false;
        }
    }
    !word.starts_with(is_combining_mark) && !is_address(word) && word.split('/').all(|part| !part.is_empty())
}

/// The number in the name of a business.
fn is_short_number(word: &str) -> bool {
    word.len() <= 3 && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// A letter, but none of the circled and squared ones that are drawn as emoji.
fn is_letter(character: char) -> bool {
    let squared = matches!(character, '\u{24b6}'..='\u{24e9}' | '\u{1f130}'..='\u{1f189}');
    character.is_alphabetic() && !squared
}

/// What stands between and after the letters of a name.
fn is_point(character: char) -> bool {
    is_apostrophe(character)
        || matches!(character, '-' | '\u{2010}'..='\u{2013}' | '\u{5be}' | '\u{30a0}')
        || matches!(character, '.' | ',' | '\u{b7}' | '\u{2027}' | '\u{30fb}' | '\u{60c}' | '\u{3001}' | '\u{ff0c}')
}

/// Straight and curly apostrophes, what keyboards have in their place, and the Hebrew geresh and gershayim.
const fn is_apostrophe(character: char) -> bool {
    matches!(
        character,
        '\'' | '`' | '\u{b4}' | '\u{2018}' | '\u{2019}' | '\u{201b}' | '\u{2032}' | '\u{5f3}' | '\u{5f4}' | '\u{ff07}'
    )
}

/// "2nd", "3rd", "4th": one digit and its ending.
fn is_ordinal(word: &str) -> bool {
    ["1st", "2nd", "3rd", "4th", "5th", "6th", "7th", "8th", "9th"].iter().any(|one| word.eq_ignore_ascii_case(one))
}

/// "www.example.com" is made of letters and dots, and is no name; "J.R.R." and "St.John" are.
fn is_address(word: &str) -> bool {
    let host = word.split('/').next().unwrap_or_default();
    let Some((before, last)) = host.rsplit_once('.') else { return false };
    let is_domain = || DOMAINS.iter().any(|domain| last.eq_ignore_ascii_case(domain));
    word.get(..4).is_some_and(|begins| begins.eq_ignore_ascii_case("www."))
        || (before.rsplit('.').next().is_some_and(|label| label.len() > 1) && is_domain())
}
