//! The languages that are spoken here.

use strum::{IntoStaticStr, VariantArray};

/// A language of the catalog and of the lexicon; each has its folder under `prompts/`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "lowercase")]
pub enum Language {
    /// English.
    #[default]
    En,
    /// Spanish.
    Es,
}

impl Language {
    /// Every language.
    pub const ALL: [Self; Self::VARIANTS.len()] = *Self::VARIANTS.as_array().unwrap();

    /// The ISO 639-1 code: the name of its folder, and on the wire.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.into()
    }

    /// The language of a BCP 47 tag ("es", "es-MX", "EN_us"), by its first subtag.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        let first = tag.split(['-', '_']).next()?;
        Self::ALL.into_iter().find(|language| language.code().eq_ignore_ascii_case(first))
    }
}
