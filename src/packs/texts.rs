//! Short texts of a pack that stand by themselves, in Project Fluent: what is wrong with a request, what a conversation
//! is kept as.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};

use super::{EachLanguage, Language};

/// The texts of one file.
pub struct Texts(FluentBundle<FluentResource>);

impl Language {
    /// What a conversation is kept as, in this language.
    pub fn history(self) -> &'static Texts {
        static HISTORIES: EachLanguage<Texts> =
            EachLanguage::new(|language| Texts::read(language, language.pack().history));
        HISTORIES.of(self)
    }

    /// What is wrong with a request, in this language.
    pub fn problems(self) -> &'static Texts {
        static PROBLEMS: EachLanguage<Texts> =
            EachLanguage::new(|language| Texts::read(language, language.pack().problems));
        PROBLEMS.of(self)
    }
}

impl Texts {
    /// What cannot be read is left out: a test holds that nothing is.
    fn read(language: Language, source: &str) -> Self {
        let mut bundle = FluentBundle::new_concurrent(vec![language.code().parse().unwrap_or_default()]);
        bundle.set_use_isolating(false);
        let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(resource, _)| resource);
        bundle.add_resource_overriding(resource);
        Self(bundle)
    }

    /// The text of an id ("message", or "message.attribute"), with values put in; the id itself where there is none.
    #[must_use]
    pub fn say(&self, id: &str, values: &[(&str, &str)]) -> String {
        self.find(id, values).unwrap_or_else(|| id.to_owned())
    }

    fn find(&self, id: &str, values: &[(&str, &str)]) -> Option<String> {
        let (message, attribute) = id.split_once('.').map_or((id, None), |(message, rest)| (message, Some(rest)));
        let message = self.0.get_message(message)?;
        let pattern = match attribute {
            Some(attribute) => message.get_attribute(attribute)?.value(),
            None => message.value()?,
        };
        let args: FluentArgs<'_> = values.iter().copied().collect();
        let mut errors = Vec::new();
        let text = self.0.format_pattern(pattern, Some(&args), &mut errors).into_owned();
        errors.is_empty().then_some(text)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// The ids of a file, read line by line, apart from the parser that serves them.
    fn ids(source: &str) -> BTreeSet<String> {
        let mut message = "";
        let mut ids = BTreeSet::new();
        for line in source.lines() {
            let Some((id, _)) = line.split_once(" =").filter(|_| !line.starts_with('#')) else { continue };
            let id = id.trim_start();
            if !id.starts_with('.') {
                message = id;
            }
            let whole = id.strip_prefix('.').map_or(id.to_owned(), |attribute| format!("{message}.{attribute}"));
            assert!(ids.insert(whole), "{id} is there twice");
        }
        ids
    }

    #[test]
    fn every_language_has_the_same_texts_and_each_can_be_said() {
        let files = |language: Language| {
            let pack = language.pack();
            [(pack.history, language.history()), (pack.problems, language.problems())]
        };
        for (at, (source, _)) in files(Language::default()).into_iter().enumerate() {
            let usual = ids(source);
            assert!(usual.len() > 40, "the file was read");
            for language in Language::ALL {
                let (source, texts) = files(language)[at];
                assert_eq!(ids(source), usual, "{}", language.code());
                for id in &usual {
                    let values = [
                        ("spoken", "@"),
                        ("at", "@"),
                        ("value", "@"),
                        ("name", "@"),
                        ("amount", "@"),
                        ("reference", "@"),
                        ("contact", "@"),
                        ("came", "@"),
                        ("seconds", "@"),
                    ];
                    let found = texts.find(id, &values);
                    assert!(found.is_some_and(|text| !text.contains('\n')), "{} {id}", language.code());
                }
            }
        }
    }

    #[test]
    fn what_is_not_there_is_named() {
        let texts = Language::default().problems();
        assert_eq!(texts.say("no-such-text", &[]), "no-such-text");
        assert_eq!(texts.say("internal.no-such-part", &[]), "internal.no-such-part");
        assert_eq!(texts.say("unknown-language.detail", &[]), "unknown-language.detail", "a value is missing");
    }
}
