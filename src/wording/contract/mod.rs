//! The contract of a sentence: a filter between a model's candidates and the person who reads them. Pure.
//!
//! A candidate may use the words of its sentence, words that say nothing by themselves, and words of the meanings that
//! its sentence has; whatever matters of the sentence must be there. The words are in `prompts/<language>/contract.lex`.
//!
//! It looks at words, not at what they say together: more than half of the fluent sentences that were written to get past
//! it still do (`tests/wordings/attacks.jsonl`). So it spares people the crude ones, and approves nothing. What [`fits`] checks, the shape, holds for
//! wordings that a person approved as well.

mod breach;
mod lexicon;
mod meaning;
mod shape;
mod terms;
mod units;

use unicode_normalization::UnicodeNormalization as _;

use super::Sentence;

pub use breach::Breach;
pub use terms::Terms;

/// No answer of a model is looked at beyond this many bytes.
const MOST: usize = 2_000;

/// A model's version of a sentence that passed its contract: for a person to read, not for a customer.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Candidate(String);

impl Candidate {
    /// Judges `text` as a candidate for `sentence`. White space around it is dropped; accents are composed (NFC).
    ///
    /// # Errors
    /// The first reason against it, in the order of how much it tells.
    pub fn judge(sentence: &Sentence, text: &str) -> Result<Self, Breach> {
        let text: String = text.trim().chars().take(MOST + 1).nfc().collect();
        fits(sentence, &text)?;
        meaning::meaning(sentence, &text)?;
        shape::measure(sentence, &text)?;
        Ok(Self(text))
    }

    /// Its words, with `{placeholders}`.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.0
    }
}

/// Whether `text` has the shape of a wording of `sentence`: its placeholders in its order, its digits, no link, no markup.
pub(super) fn fits(sentence: &Sentence, text: &str) -> Result<(), Breach> {
    if sentence.fixed() {
        return Err(Breach::Fixed);
    }
    if text.len() > MOST {
        return Err(Breach::TooLong);
    }
    shape::shape(sentence, text)
}

/// Whether a person may approve `text` as a wording of `sentence`: whatever it says, it has the shape of one, and is not
/// the sentence itself.
///
/// # Errors
/// The first reason against it.
pub fn may_be_said(sentence: &Sentence, text: &str) -> Result<(), Breach> {
    if text == sentence.text() { Err(Breach::Empty) } else { fits(sentence, text) }
}

/// The most characters that a candidate may have, placeholders left out.
pub(super) fn longest(sentence: &Sentence) -> usize {
    shape::bounds(sentence.text()).1
}

/// What stands in the lexicons that could not be read; a test holds that nothing does.
#[cfg(test)]
pub(super) fn faults(language: crate::dialogue::Language) -> &'static [String] {
    &lexicon::lexicon(language).faults
}

/// The words of a sentence that its lexicon does not list: such a word is kept in every wording, as names are.
#[cfg(test)]
pub(super) fn unlisted(sentence: &Sentence) -> Vec<String> {
    meaning::unlisted(sentence)
}
