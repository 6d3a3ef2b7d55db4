//! The contract of a sentence: what any wording of it must keep. Pure.
//!
//! A wording may use the words of its sentence, words that say nothing by themselves, and words of the meanings that
//! its sentence has: it is an allow-list, so that whatever a model invents is refused until a person has listed it.
//! Whatever matters of the sentence must be there. The words are in `prompts/<language>/contract.lex`.
//!
//! Architecture invariant: a [`Wording`] is made here only, so that nothing unchecked can be said to a customer.

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

/// Counts up when contracts judge otherwise than before: what was cached or reviewed under another is judged anew.
pub const CONTRACT_VERSION: u32 = 1;

/// No answer of a model is looked at beyond this many bytes.
const MOST: usize = 2_000;

/// A model's version of a sentence that passed its contract, with its placeholders.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Wording(String);

impl Wording {
    /// Judges `text` as a wording of `sentence`. White space around it is dropped; accents are composed (NFC).
    ///
    /// # Errors
    /// The first reason against it, in the order of how much it tells.
    pub fn judge(sentence: &Sentence, text: &str) -> Result<Self, Breach> {
        if sentence.fixed() {
            return Err(Breach::Fixed);
        }
        if text.len() > MOST {
            return Err(Breach::TooLong);
        }
        let text: String = text.trim().nfc().collect();
        shape::shape(sentence, &text)?;
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
