//! Commands and asides: what a message means beside its values.

mod book;
mod line;
mod meaning;
mod plain;
mod scan;
mod sense;
mod spelling;
mod vocabulary;

pub(super) use book::{Book, book};
pub(super) use line::{Fit, Line};
pub(super) use meaning::{Item, Meaning};
pub(super) use plain::answer;
pub(super) use scan::{Found, scan};
pub(super) use sense::{Sense, make_sense};
pub(super) use vocabulary::Traits;

use crate::dialogue::Language;

/// The exact forms of a plain yes, each with any politeness around it.
pub fn affirm_forms(language: Language) -> impl Iterator<Item = String> {
    forms(language, &["yes", "yes alone"])
}

/// The forms of a plain no.
pub fn deny_forms(language: Language) -> impl Iterator<Item = String> {
    forms(language, &["deny"])
}

/// The forms of a wish to cancel; `@name` stands for any phrase of the lexicon's section of that name.
pub fn cancel_forms(language: Language) -> impl Iterator<Item = String> {
    forms(language, &["cancel", "cancel alone"])
}

fn forms(language: Language, sections: &[&str]) -> impl Iterator<Item = String> {
    let lexicon = book::lexicon(language);
    let mut forms: Vec<String> =
        sections.iter().flat_map(|section| lexicon.section(section)).map(|entry| entry.phrase.clone()).collect();
    forms.sort_unstable();
    forms.dedup();
    forms.into_iter()
}

/// Whether a word belongs to this language and to no other that is spoken here.
pub(super) fn has_own_word(language: Language, text: &str, plain: &str) -> bool {
    let words = &book(language).words;
    matches!(words.exact(text, plain), Some(vocabulary::Found::Exact(symbol)) if words.traits(symbol).any(Traits::OWN))
}

/// Whether a language has a word as it is written, with its accents.
pub(super) fn has_word(language: Language, text: &str) -> bool {
    book(language).words.exact(text, text).is_some()
}
