//! What a phrase of the lexicon is made of, once its brackets are expanded.
//!
//! Beside words a phrase may hold `@name`, which is any phrase of the section `[@name]`, and `...`, which is up to
//! three words of any kind. A class is matched first and stands for one place, so that a phrase with two of them
//! need not be written out a thousand times.

/// One place in a phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    /// A word.
    Word(&'a str),
    /// Any phrase of a class.
    Class(&'a str),
    /// Up to three words of any kind.
    Gap,
}

/// The pieces of an expanded phrase.
pub(super) fn pieces(phrase: &str) -> impl Iterator<Item = Piece<'_>> {
    phrase.split_whitespace().map(|text| match text.strip_prefix('@') {
        _ if text == "..." => Piece::Gap,
        Some(class) => Piece::Class(class),
        None => Piece::Word(text),
    })
}
