//! Whether a message is in another language than the session.
//!
//! It is only when it has words of the other language and none of the current one. Names, "ok", "no" and words that
//! both languages have tell nothing.

use super::intents::{has_own_word, has_word};
use super::text::{Kind, Token};
use crate::dialogue::Language;

/// The other language of which `tokens` has words. Ask only when it has none of `current`.
pub(super) fn other_language(tokens: &[Token], current: Language) -> Option<Language> {
    let mut noticed = current.others().filter(|&language| {
        tokens.iter().any(|token| {
            token.kind == Kind::Word
                && has_own_word(language, &token.text, &token.plain)
                && !has_word(current, &token.text)
        })
    });
    // Words of two other languages at once tell nothing.
    noticed.next().filter(|_| noticed.next().is_none())
}
