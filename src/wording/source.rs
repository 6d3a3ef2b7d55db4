//! The files of the catalog, one folder a language: the only place where words come from.

use crate::dialogue::Language;

macro_rules! folder {
    ($language:literal) => {
        [
            include_str!(concat!("../../prompts/", $language, "/notes.ftl")),
            include_str!(concat!("../../prompts/", $language, "/help.ftl")),
            include_str!(concat!("../../prompts/", $language, "/asks.ftl")),
            include_str!(concat!("../../prompts/", $language, "/format.ftl")),
        ]
    };
}

/// The catalog files of a language.
pub(super) const fn files(language: Language) -> [&'static str; 4] {
    match language {
        Language::En => folder!("en"),
        Language::Es => folder!("es"),
    }
}
