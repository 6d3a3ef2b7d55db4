//! Commands and asides: what a message means beside its values.

mod book;
mod currencies;
mod line;
mod loose;
mod meaning;
mod part;
mod scan;
mod sense;
mod shown;
mod sounds;
mod spelling;
mod vocabulary;
mod whole;

pub(super) use book::{Book, book};
pub(super) use line::{Fit, Line};
pub(super) use meaning::{Item, Meaning};
pub(super) use scan::{Found, scan};
pub(super) use sense::{Sense, make_sense};
pub(super) use shown::Shown;
pub use spelling::within_an_edit;
pub(super) use vocabulary::Traits;
pub(super) use whole::whole;

use crate::dialogue::Language;
use crate::packs::Grammar;

/// Reads the grammars of every language anew, and says how many there are: for benchmarks, as what is in use is read once.
#[must_use]
pub fn make_ready() -> usize {
    book::books().len()
}

/// The lines that say, in a language, what is a command as a whole message: each with its section.
pub fn command_lines(language: Language) -> impl Iterator<Item = (&'static str, &'static str)> {
    let grammar = command_grammar(language);
    let lines: Vec<_> = grammar.rules().iter().map(|rule| (rule.section, rule.written)).collect();
    lines.into_iter()
}

/// What is a command as a whole message, as its file says it.
pub fn command_grammar(language: Language) -> Grammar<'static> {
    Grammar::read(language.pack().commands)
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
