//! The catalog of a language: parsed once, and every sentence resolved ahead of time, so that a turn looks one up.

use std::collections::HashMap;
use std::sync::LazyLock;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};

use super::case::{Case, Part, Selector};
use super::every;
use super::format::Format;
use super::given::Given;
use super::placeholder::Placeholder;
use super::source;
use crate::dialogue::{Field, Language};

/// One sentence of the catalog.
#[derive(Debug, PartialEq, Eq, Hash)]
pub(super) struct Entry {
    pub id: String,
    pub text: String,
    pub fixed: bool,
    /// Whether it asks for something.
    pub asks: bool,
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

static CATALOGS: LazyLock<[Catalog; Language::ALL.len()]> = LazyLock::new(|| Language::ALL.map(Catalog::read));

/// The catalog of a language.
pub(super) fn catalog(language: Language) -> &'static Catalog {
    &CATALOGS[language as usize]
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
                    let placeholders = placeholders(&text);
                    let id = words.id(&case);
                    index.insert((part, given), entries.len());
                    let entry = Entry {
                        id,
                        text,
                        fixed: part.is_fixed(),
                        asks: part.asks(),
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

/// The placeholders of a sentence, each once, in order.
fn placeholders(text: &str) -> Vec<Placeholder> {
    let mut found = super::placeholder::placeholders(text);
    found.dedup();
    found
}

/// The messages of a language.
pub(super) struct Words {
    bundle: FluentBundle<FluentResource>,
    pub problems: Vec<String>,
}

impl Words {
    fn read(language: Language) -> Self {
        let mut problems = Vec::new();
        let locale = language.code().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new(vec![locale]);
        // What is filled in later is isolated then, and only where it has to be.
        bundle.set_use_isolating(false);
        for file in source::files(language) {
            let resource = FluentResource::try_new(file.to_owned()).unwrap_or_else(|(resource, errors)| {
                problems.extend(errors.iter().map(|error| format!("{}: {error}", language.code())));
                resource
            });
            if let Err(errors) = bundle.add_resource(resource) {
                problems.extend(errors.iter().map(|error| format!("{}: {error}", language.code())));
            }
        }
        Self { bundle, problems }
    }

    /// The text of a case: selectors are bound to their values, every placeholder to itself in braces.
    fn resolve(&mut self, case: &Case) -> Option<String> {
        let mut args = FluentArgs::new();
        for placeholder in Placeholder::ALL {
            args.set(placeholder.wire(), format!("{{{}}}", placeholder.wire()));
        }
        for selector in &case.selectors {
            match *selector {
                Selector::Word(name, word) => args.set(name, word),
                Selector::Flag(name, holds, _) => args.set(name, if holds { "yes" } else { "no" }),
                Selector::Count(count) => args.set("count", count),
                Selector::BrandNamed(brand) => args.set("brand_named", brand),
            }
        }
        self.text(&case.message, &args).map(|text| tidy(&text))
    }

    /// The id of a case's sentence: the message, each selector's word, and what holds.
    fn id(&mut self, case: &Case) -> String {
        let mut id = case.message.clone();
        for selector in &case.selectors {
            let word = match *selector {
                Selector::Word(_, word) | Selector::Flag(_, true, word) => word.to_owned(),
                Selector::Count(count) => self.plural(count),
                Selector::Flag(_, false, _) | Selector::BrandNamed(_) => continue,
            };
            id.push('.');
            id.push_str(&word);
        }
        id
    }

    /// The plural category of a number.
    fn plural(&mut self, count: u8) -> String {
        let mut args = FluentArgs::new();
        args.set("count", count);
        self.text("plural", &args).unwrap_or_default()
    }

    /// A message as the files have it; what is missing or faulty is kept as a problem.
    pub fn text(&mut self, id: &str, args: &FluentArgs<'_>) -> Option<String> {
        let Some(pattern) = self.bundle.get_message(id).and_then(|message| message.value()) else {
            self.problems.push(format!("missing: {id}"));
            return None;
        };
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(args), &mut errors).into_owned();
        self.problems.extend(errors.iter().map(|error| format!("{id}: {error}")));
        Some(text)
    }
}

/// Lines without stray spaces; lines that came out empty are left out.
fn tidy(text: &str) -> String {
    text.lines()
        .map(|line| line.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" "))
        .filter(|line| !line.is_empty())
        .collect::<Vec<_>>()
        .join("\n")
}
