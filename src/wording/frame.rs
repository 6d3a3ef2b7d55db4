//! The short opening that a model may put before what is asked: made of listed courtesies that fit the moment.

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization as _;

use super::Tone;
use super::catalog::catalog;
use super::contract::Breach;
use super::courtesy::{Kind, courtesy, pieces};
use super::moment::Moment;

/// The most words of a frame.
pub const MOST_WORDS: usize = 12;

/// The most phrases of a frame.
const MOST_PHRASES: usize = 3;

/// No answer of a model is looked at beyond this many characters.
const MOST: usize = 200;

/// A courtesy before what is asked. It is written as the list has its phrases, whatever marks and capitals a model used.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Frame {
    text: String,
    kinds: BTreeSet<Kind>,
}

impl Frame {
    /// Judges `text` as a frame for `moment`.
    ///
    /// # Errors
    /// The first reason against it.
    pub fn judge(moment: &Moment, text: &str) -> Result<Self, Breach> {
        let text: String = text.trim().chars().take(MOST).nfc().collect();
        let courtesy = courtesy(moment.language);
        let fitting = moment.kinds();
        let (mut kinds, mut words, mut phrases) = (BTreeSet::new(), 0, Vec::new());
        for (piece, mark) in pieces(&text) {
            let phrase = courtesy.phrase(piece).ok_or_else(|| stray(piece))?;
            if !fitting.contains(&phrase.kind) || !phrase.tones.contains(&moment.tone) {
                return Err(Breach::Unfitting);
            }
            if mark == Some('?') {
                return Err(Breach::Question);
            }
            words += phrase.written.split(' ').count();
            if !kinds.insert(phrase.kind) || words > MOST_WORDS || kinds.len() > MOST_PHRASES {
                return Err(Breach::TooLong);
            }
            phrases.push((phrase.written.as_str(), mark));
        }
        if phrases.is_empty() { Err(Breach::Empty) } else { Ok(Self { text: written(&phrases, moment), kinds }) }
    }

    /// Its words. They hold nothing of a customer, and are their own id in logs and the audit trail.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether it leads on to what is asked.
    pub(super) fn leads_on(&self) -> bool {
        self.kinds.contains(&Kind::Onward) || self.kinds.contains(&Kind::Nearly)
    }

    /// Whether a text has the same words, whatever its marks and capitals.
    #[must_use]
    pub fn reads_as(&self, text: &str) -> bool {
        let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
        let (ours, theirs): (String, String) = (letters(&self.text), letters(text));
        ours == theirs
    }

    /// Whether the reply, as it is to be said, has a courtesy of the same kind already.
    pub(super) fn repeats(&self, said: &str, moment: &Moment) -> bool {
        !courtesy(moment.language).kinds_in(said).is_disjoint(&self.kinds)
    }
}

/// Why a piece that is on no list is refused.
fn stray(piece: &str) -> Breach {
    if piece.contains(['{', '}']) {
        Breach::Placeholder
    } else if piece.chars().any(char::is_numeric) {
        Breach::Digit
    } else {
        Breach::Strays
    }
}

/// Phrases as sentences: a comma stays one, what shouts is calmed in a formal tone, and all else ends with a full stop.
fn written(phrases: &[(&str, Option<char>)], moment: &Moment) -> String {
    let opens = catalog(moment.language).format.opens_questions;
    let mut text = String::new();
    let mut sentence: Vec<&str> = Vec::new();
    for (at, &(phrase, mark)) in phrases.iter().enumerate() {
        sentence.push(phrase);
        if mark == Some(',') && at + 1 < phrases.len() {
            continue;
        }
        let loud = mark == Some('!') && moment.tone != Tone::Formal;
        if !text.is_empty() {
            text.push(' ');
        }
        if loud && opens {
            text.push('¡');
        }
        let words = std::mem::take(&mut sentence).join(", ");
        let mut characters = words.chars();
        text.extend(characters.next().into_iter().flat_map(char::to_uppercase));
        text.push_str(characters.as_str());
        text.push(if loud { '!' } else { '.' });
    }
    text
}
