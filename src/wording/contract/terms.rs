//! A contract in terms that a person can read.

use super::meaning;
use super::shape::bounds;
use crate::wording::placeholder::placeholders;
use crate::wording::{Placeholder, Sentence};

/// What any wording of a sentence must keep.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Terms {
    /// These, once each as often as they stand here.
    pub placeholders: Vec<Placeholder>,
    /// Whether it is a question, and has to stay one.
    pub question: bool,
    /// Whether it may be put as a question.
    pub may_ask: bool,
    /// The meanings that must be said, by their names in `contract.lex`.
    pub must_say: Vec<&'static str>,
    /// The other meanings that may be said.
    pub may_say: Vec<&'static str>,
    /// The fewest and the most characters, placeholders left out.
    pub length: (usize, usize),
}

impl Terms {
    /// The terms of `sentence`; `None` when it is fixed and has no wordings.
    #[must_use]
    pub fn of(sentence: &Sentence) -> Option<Self> {
        if sentence.fixed() {
            return None;
        }
        let question = sentence.text().contains('?');
        let (must_say, may_say) = meaning::concepts(sentence);
        let placeholders = placeholders(sentence.text());
        let length = bounds(sentence.text());
        Some(Self {
            placeholders,
            question,
            may_ask: question || meaning::requests(sentence),
            must_say,
            may_say,
            length,
        })
    }
}
