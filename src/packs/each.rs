//! One thing a language.

use std::sync::OnceLock;

use super::Language;

/// What is made of each language's pack, when it is first asked for.
pub struct EachLanguage<T> {
    made: [OnceLock<T>; Language::ALL.len()],
    make: fn(Language) -> T,
}

impl<T> EachLanguage<T> {
    /// Nothing is made yet; `make` will.
    pub const fn new(make: fn(Language) -> T) -> Self {
        Self { made: [const { OnceLock::new() }; Language::ALL.len()], make }
    }

    /// That of a language.
    pub fn of(&self, language: Language) -> &T {
        self.made[language as usize].get_or_init(|| (self.make)(language))
    }
}
