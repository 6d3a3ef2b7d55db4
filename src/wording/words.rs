//! The messages of a language, as its Fluent files have them.

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};

use super::case::{Case, Selector};
use super::placeholder::Placeholder;
use super::source;
use crate::dialogue::Language;

/// The messages of a language.
pub(super) struct Words {
    bundle: FluentBundle<FluentResource>,
    pub problems: Vec<String>,
}

impl Words {
    pub fn read(language: Language) -> Self {
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
    pub fn resolve(&mut self, case: &Case) -> Option<String> {
        let mut args = FluentArgs::new();
        for placeholder in Placeholder::ALL {
            args.set(placeholder.wire(), format!("{{{}}}", placeholder.wire()));
        }
        for selector in &case.selectors {
            match selector {
                Selector::Word(name, word) => args.set(*name, word.as_ref()),
                Selector::Flag(name, holds, _) => args.set(*name, if *holds { "yes" } else { "no" }),
                Selector::Count(count) => args.set("count", *count),
            }
        }
        self.text(&case.message, &args).map(|text| tidy(&text))
    }

    /// The id of a case's sentence: the message, each selector's word, and what holds.
    pub fn id(&mut self, case: &Case) -> String {
        let mut id = case.message.clone();
        for selector in &case.selectors {
            let word = match selector {
                Selector::Word(_, word) => word.to_string(),
                Selector::Flag(_, true, word) => (*word).to_owned(),
                Selector::Count(count) => self.plural(*count),
                Selector::Flag(_, false, _) => continue,
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
