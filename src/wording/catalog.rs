//! The catalog of a language: parsed once, and every sentence resolved ahead of time, so that a turn looks one up.

use std::collections::HashMap;

use super::case::Part;
use super::digest::short_digest;
use super::every;
use super::format::Format;
use super::given::Given;
use super::placeholder::Placeholder;
use super::what::What;
use super::words::Words;
use crate::dialogue::Field;
use crate::packs::{EachLanguage, Language};

/// One sentence of the catalog.
#[derive(Debug, PartialEq, Eq, Hash)]
pub(super) struct Entry {
    pub id: String,
    /// What the audit trail calls it: made from language and text.
    pub digest: String,
    pub text: String,
    pub fixed: bool,
    /// Whether it asks for something.
    pub asks: bool,
    /// What it says of the moment.
    pub what: Option<What>,
    /// The field that it speaks of.
    pub about: Option<Field>,
    pub language: Language,
    pub placeholders: Vec<Placeholder>,
}

/// Every sentence of a language, and how it writes values.
#[derive(Debug)]
pub(super) struct Catalog {
    pub format: Format,
    /// In the order of [`every::parts`].
    pub entries: Vec<(Part, Given, Entry)>,
    index: HashMap<(Part, Given), usize>,
    /// What is wrong with the files: a test holds that nothing is.
    #[cfg_attr(not(test), expect(dead_code, reason = "the files are compiled in; a test reads it"))]
    pub problems: Vec<String>,
}

static CATALOGS: EachLanguage<Catalog> = EachLanguage::new(Catalog::read);

/// The catalog of a language.
pub(super) fn catalog(language: Language) -> &'static Catalog {
    CATALOGS.of(language)
}

impl Catalog {
    fn read(language: Language) -> Self {
        let mut words = Words::read(language);
        let mut entries = Vec::new();
        let mut index = HashMap::new();
        for part in every::parts() {
            for given in Given::every(part.depends_on()) {
                let case = part.case(given);
                if let Some(text) = words.resolve(&case) {
                    let placeholders = super::placeholder::placeholders(&text);
                    let id = words.id(&case);
                    let digest = short_digest("s", &[language.code(), &text]);
                    index.insert((part, given), entries.len());
                    let entry = Entry {
                        id,
                        digest,
                        text,
                        fixed: part.is_fixed(),
                        asks: part.asks(),
                        what: part.what(),
                        about: part.about(),
                        language,
                        placeholders,
                    };
                    entries.push((part, given, entry));
                }
            }
        }
        Self { format: Format::read(&mut words), entries, index, problems: words.problems }
    }

    /// The sentence of a part.
    pub fn entry(&self, part: Part, given: Given) -> Option<&Entry> {
        let part = part.plain();
        let at = self.index.get(&(part, given.only(part.depends_on())))?;
        Some(&self.entries[*at].2)
    }
}
