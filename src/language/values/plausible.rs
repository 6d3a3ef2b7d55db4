//! Whether words can be somebody's name.

use std::ops::Range;

use super::message::Message;
use super::vocabulary::Traits;
use crate::language::text::{Kind, Token};

/// More words in lower case than this are a sentence.
const MOST_LOWER: usize = 5;
/// Letters of the longest word of a name.
const LONGEST: usize = 30;
/// Characters of a name in a script that writes a word, or more than a letter, with each.
const LONGEST_HAN: usize = 6;
/// Characters of a name in a script without spaces between words.
const LONGEST_UNSPACED: usize = 24;

/// How a name came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Manner {
    /// After words that say so.
    Introduced,
    /// After words that often say something else, by somebody who writes in upper and lower case.
    Capital,
    /// Where other things are said: two words or more, in upper case.
    Full,
    /// By itself, where a name was asked for.
    Alone,
}

/// Whether these tokens can be a name.
pub(super) fn is_plausible(message: &Message, name: &Range<usize>, manner: Manner) -> bool {
    let words: Vec<usize> = name.clone().filter(|&at| message.kind(at) == Some(Kind::Word)).collect();
    let letters = |at: usize| message.tokens[at].text.chars().count();
    let full: Vec<usize> = words.iter().copied().filter(|&at| !message.is(at, Traits::PARTICLE)).collect();
    let common = full.iter().filter(|&&at| message.is(at, Traits::NOT_NAME)).count();
    let lower = full.iter().filter(|&&at| has_case(&message.tokens[at]) && !message.tokens[at].capital).count();
    let long_enough =
        words.iter().map(|&at| letters(at)).sum::<usize>() >= 2 && words.iter().any(|&at| letters(at) > 1);
    if full.is_empty() || !long_enough || common == full.len() || (common > 0 && lower > 0) {
        return false;
    }
    if lower > MOST_LOWER || words.iter().any(|&at| is_mash(message, at) || is_too_long(&message.tokens[at])) {
        return false;
    }
    let ends_wrong = lower > 0 && full.iter().all(|&at| message.vocabulary.ends_as_no_name(&message.tokens[at].plain));
    match manner {
        Manner::Introduced | Manner::Alone => !ends_wrong,
        Manner::Capital => lower == 0,
        Manner::Full => lower == 0 && full.len() > 1 && common * 2 <= full.len(),
    }
}

/// Whether the script has upper and lower case.
fn has_case(token: &Token) -> bool {
    token.written.chars().next().is_some_and(|c| c.is_lowercase() || c.is_uppercase())
}

fn is_too_long(token: &Token) -> bool {
    let length = token.text.chars().count();
    let all = |from: char, to: char| token.text.chars().all(|c| (from..=to).contains(&c));
    let han = all('\u{3040}', '\u{9fff}');
    let unspaced = all('\u{e00}', '\u{eff}') || all('\u{1000}', '\u{109f}') || all('\u{1780}', '\u{17ff}');
    length > LONGEST || (han && length > LONGEST_HAN) || (unspaced && length > LONGEST_UNSPACED)
}

/// "asdf", "xkcdq", "aaaa".
fn is_mash(message: &Message, at: usize) -> bool {
    let plain = message.tokens[at].plain.as_bytes();
    if message.is(at, Traits::MASH) {
        return true;
    }
    if !plain.is_ascii() {
        return false;
    }
    let tripled = plain.windows(3).any(|three| three[0] == three[1] && three[1] == three[2]);
    let vowels = plain.iter().any(|byte| matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u' | b'y'));
    let suffix = message.is(at, Traits::SUFFIX.or(Traits::HONORIFIC));
    (!suffix && tripled) || (!suffix && plain.len() > 3 && !vowels) || (plain.len() > 3 && walks_the_keyboard(plain))
}

/// Whether nearly every letter lies beside the one before it on a keyboard.
fn walks_the_keyboard(plain: &[u8]) -> bool {
    const ROWS: [&[u8]; 3] = [b"qwertyuiop", b"asdfghjkl", b"zxcvbnm"];
    let place = |byte: u8| {
        ROWS.iter().enumerate().find_map(|(row, keys)| keys.iter().position(|&key| key == byte).map(|at| (row, at)))
    };
    let beside = |pair: &[u8]| match (place(pair[0]), place(pair[1])) {
        (Some((one, left)), Some((other, right))) => one == other && left.abs_diff(right) == 1,
        _ => false,
    };
    let steps = plain.windows(2).filter(|pair| beside(pair)).count();
    steps * 5 > (plain.len() - 1) * 4
}
