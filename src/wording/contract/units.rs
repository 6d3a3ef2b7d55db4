//! A text as stretches of words, without its placeholders, digits and marks.

use crate::wording::placeholder::outside;

/// The words of a text: letters with apostrophes between them, in lower case.
pub(super) fn words(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| !c.is_alphabetic() && !is_apostrophe(c))
        .map(|word| word.trim_matches(is_apostrophe))
        .filter(|word| !word.is_empty())
        .map(|word| word.chars().map(|c| if is_apostrophe(c) { '\'' } else { c }).collect::<String>().to_lowercase())
}

/// The stretches of words between placeholders and the ends of sentences: no phrase reaches over those.
pub(super) fn stretches(text: &str) -> Vec<Vec<String>> {
    outside(text)
        .flat_map(|piece| piece.split(['.', '?', '!', ':', ';', '\n', '(', ')', '¿', '¡']))
        .map(|stretch| words(stretch).collect::<Vec<_>>())
        .filter(|stretch| !stretch.is_empty())
        .collect()
}

const fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}')
}
