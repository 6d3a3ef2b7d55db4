//! Answers of the operator's own, to questions that the catalog has no answer for.

use super::Language;

/// An answer of the operator's own, in one language. `language::own_answer` makes one, and says what is wrong with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnAnswer {
    /// What it is about, for the operator's own eyes: "opening-hours".
    pub topic: String,
    /// The language it is asked and told in.
    pub language: Language,
    /// What customers ask: each phrase word by word, in lower case and without accents.
    pub phrases: Vec<Vec<String>>,
    /// What they are told.
    pub text: String,
}

/// All of them, in the order of their file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OwnAnswers(Vec<OwnAnswer>);

impl OwnAnswers {
    /// So many at most: a place is one byte.
    pub const MOST: usize = 100;

    /// Of the list; `None` when there are too many.
    #[must_use]
    pub fn new(answers: Vec<OwnAnswer>) -> Option<Self> {
        (answers.len() <= Self::MOST).then_some(Self(answers))
    }

    /// Whether the operator has none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The one at a place.
    #[must_use]
    pub fn get(&self, at: u8) -> Option<&OwnAnswer> {
        self.0.get(usize::from(at))
    }

    /// Each, with its place.
    pub fn iter(&self) -> impl Iterator<Item = (u8, &OwnAnswer)> {
        (0..).zip(&self.0)
    }
}
