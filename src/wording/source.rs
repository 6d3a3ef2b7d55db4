//! The files of the catalog.

use crate::packs::Language;

/// The catalog files of a language.
pub(super) const fn files(language: Language) -> [&'static str; 4] {
    let pack = language.pack();
    [pack.notes, pack.help, pack.asks, pack.format]
}
