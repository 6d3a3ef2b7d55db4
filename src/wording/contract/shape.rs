//! What of a contract can be seen without understanding a word: placeholders, characters, digits, marks, length.

use super::breach::Breach;
use crate::wording::Sentence;
use crate::wording::catalog::catalog;
use crate::wording::placeholder::{outside, placeholders};

/// The checks that come before words are looked at.
pub(super) fn shape(sentence: &Sentence, wording: &str) -> Result<(), Breach> {
    if !wording.chars().any(char::is_alphanumeric) {
        return Err(Breach::Empty);
    }
    same_placeholders(sentence.text(), wording)?;
    links(wording)?;
    characters(sentence, wording)?;
    pairs(sentence, wording)?;
    digits(sentence.text(), wording)
}

/// The check that comes after: length.
pub(super) fn measure(sentence: &Sentence, wording: &str) -> Result<(), Breach> {
    let (fewest, most) = bounds(sentence.text());
    let length = spoken(wording);
    if length > most {
        return Err(Breach::TooLong);
    }
    if length < fewest { Err(Breach::TooShort) } else { Ok(()) }
}

/// The fewest and the most characters of a wording, placeholders left out.
pub(super) fn bounds(sentence: &str) -> (usize, usize) {
    let length = spoken(sentence);
    (length / 4, length * 8 / 5 + 60)
}

/// How many characters stand outside placeholders.
fn spoken(text: &str) -> usize {
    outside(text).map(|words| words.chars().count()).sum()
}

/// The sentence's placeholders in the sentence's order, and no brace besides: exchanged, they would say another thing.
fn same_placeholders(sentence: &str, wording: &str) -> Result<(), Breach> {
    let stray = outside(wording).any(|words| words.contains(['{', '}']));
    if stray || placeholders(sentence) != placeholders(wording) { Err(Breach::Placeholder) } else { Ok(()) }
}

/// The marks of plain prose.
const MARKS: &str = " .,;:?!'\u{2019}-–—…()¿¡";

/// Letters of the language, and the marks of plain prose.
fn characters(sentence: &Sentence, wording: &str) -> Result<(), Breach> {
    let letters = &catalog(sentence.language()).format.letters;
    let is_letter =
        |character: char| character.is_alphabetic() && letters.iter().any(|range| range.contains(&character));
    for character in outside(wording).flat_map(str::chars) {
        let fault = match character {
            '0'..='9' => None,
            letter if is_letter(letter) || MARKS.contains(letter) => None,
            // Between digits it belongs to a number, and numbers are looked at next.
            '/' if wording.bytes().any(|byte| byte.is_ascii_digit()) => None,
            '/' | '"' | '“' | '”' | '«' | '»' | '•' | '\n' if sentence.text().contains(character) => None,
            '$' | '€' | '£' | '¥' | '¢' | '₹' | '₽' | '₩' | '₺' | '%' => Some(Breach::Amount),
            '@' => Some(Breach::Link),
            other if other.is_numeric() => Some(Breach::Digit),
            other if other.is_alphabetic() || is_unseen(other) => Some(Breach::Script),
            _ => Some(Breach::Markup),
        };
        if let Some(fault) = fault {
            return Err(fault);
        }
    }
    Ok(())
}

/// Characters that cannot be seen, or that order others; white space but the plain one.
fn is_unseen(character: char) -> bool {
    let breaks = matches!(character, '\n' | '\r' | '\t');
    let joins = matches!(character, '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202f}');
    let orders =
        matches!(character, '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e0000}'..='\u{e01ef}');
    !breaks && (joins || orders || character.is_control() || character.is_whitespace())
}

/// A letter right after a dot, as in the names of the net ("example.com", "wa.me/…"): no sentence has one.
fn links(wording: &str) -> Result<(), Breach> {
    let characters: Vec<char> = wording.chars().collect();
    let joined =
        characters.windows(3).any(|three| three[0].is_alphanumeric() && three[1] == '.' && three[2].is_alphanumeric());
    if joined || wording.contains("://") { Err(Breach::Link) } else { Ok(()) }
}

/// Every run of digits stands in the sentence too, and no more often.
fn digits(sentence: &str, wording: &str) -> Result<(), Breach> {
    let mut left: Vec<&str> = runs(sentence).collect();
    for run in runs(wording) {
        let at = left.iter().position(|&found| found == run).ok_or(Breach::Digit)?;
        left.swap_remove(at);
    }
    Ok(())
}

fn runs(text: &str) -> impl Iterator<Item = &str> {
    outside(text).flat_map(|words| words.split(|c: char| !c.is_ascii_digit())).filter(|run| !run.is_empty())
}

/// A question stays one; a request may be put as one; nothing else becomes one.
pub(super) fn questions(sentence: &Sentence, wording: &str, requests: bool) -> Result<(), Breach> {
    let count = |text: &str, mark: char| text.chars().filter(|&c| c == mark).count();
    let (ours, theirs) = (count(sentence.text(), '?'), count(wording, '?'));
    let most = ours.max(usize::from(requests));
    let lost = ours > 0 && theirs == 0;
    if lost || theirs > most { Err(Breach::Question) } else { Ok(()) }
}

/// What a language opens with a mark of its own is closed, and the other way round.
fn pairs(sentence: &Sentence, wording: &str) -> Result<(), Breach> {
    let count = |mark: char| wording.chars().filter(|&c| c == mark).count();
    let opens = catalog(sentence.language()).format.opens_questions;
    let whole = |opening, closing| count(opening) == if opens { count(closing) } else { 0 };
    if whole('¿', '?') && whole('¡', '!') { Ok(()) } else { Err(Breach::Question) }
}
