//! The words of a contract, as `prompts/<language>/contract.lex` lists them.

use std::collections::HashMap;

use super::breach::Breach;
use super::units::words;
use crate::packs::{EachLanguage, Language};

/// What a word or phrase is to a contract. One may be several things.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tag {
    /// It says nothing by itself.
    Free,
    /// It belongs to a concept.
    Of(usize),
    /// It keeps a concept, and does not touch it.
    Also(usize),
    /// Kept as it is where the sentence has it, and not allowed elsewhere.
    Exact,
    /// It may be left out.
    Optional,
    /// It turns a meaning round.
    Negation,
    /// It keeps a negation without being one.
    Negative,
    /// No wording has it.
    Never(Breach),
}

/// How much a concept matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Weight {
    /// It may be said where the sentence says it.
    Plain,
    /// It must be said then.
    Key,
    /// It must be said then; elsewhere it asks for something else.
    Field,
}

/// Words of one meaning.
#[derive(Debug)]
pub(super) struct Concept {
    pub name: &'static str,
    pub weight: Weight,
    /// Whether every ask touches it.
    pub asks: bool,
}

/// The words of one language's contracts.
#[derive(Debug, Default)]
pub(super) struct Lexicon {
    pub concepts: Vec<Concept>,
    phrases: HashMap<String, Vec<Tag>>,
    /// How many words the longest phrase has.
    longest: usize,
    /// Lines that could not be read: a test holds that there are none.
    pub faults: Vec<String>,
}

static LEXICONS: EachLanguage<Lexicon> = EachLanguage::new(|language| Lexicon::parse(language.pack().contract));

/// The lexicon of a language.
pub(super) fn lexicon(language: Language) -> &'static Lexicon {
    LEXICONS.of(language)
}

impl Lexicon {
    fn parse(source: &'static str) -> Self {
        let mut lexicon = Self::default();
        let mut tag = None;
        for line in source.lines().map(str::trim) {
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            if let Some(section) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
                tag = lexicon.section(section);
                if tag.is_none() {
                    lexicon.faults.push(format!("[{section}]: no such section"));
                }
            } else if let Some(tag) = tag {
                for phrase in phrases(line) {
                    lexicon.add(phrase, tag);
                }
            }
        }
        lexicon
    }

    fn section(&mut self, section: &'static str) -> Option<Tag> {
        let mut parts = section.split(' ');
        let (kind, name, asks) = (parts.next()?, parts.next(), parts.next());
        let weight = match (kind, name) {
            ("free", None) => return Some(Tag::Free),
            ("exact", None) => return Some(Tag::Exact),
            ("optional", None) => return Some(Tag::Optional),
            ("negation", None) => return Some(Tag::Negation),
            ("negative", None) => return Some(Tag::Negative),
            ("never", Some(reason)) => return reason.parse().ok().map(Tag::Never),
            ("also", Some(name)) => return self.concept(name).map(Tag::Also),
            ("concept", Some(_)) => Weight::Plain,
            ("key", Some(_)) => Weight::Key,
            ("field", Some(_)) => Weight::Field,
            (_, _) => return None,
        };
        self.concepts.push(Concept { name: name?, weight, asks: asks == Some("asks") });
        Some(Tag::Of(self.concepts.len() - 1))
    }

    /// The place of a concept.
    pub fn concept(&self, name: &str) -> Option<usize> {
        self.concepts.iter().position(|concept| concept.name == name)
    }

    fn add(&mut self, phrase: &str, tag: Tag) {
        let found: Vec<String> = words(phrase).collect();
        self.longest = self.longest.max(found.len());
        let tags = self.phrases.entry(found.join(" ")).or_default();
        if !tags.contains(&tag) {
            tags.push(tag);
        }
    }

    /// What a phrase is; nothing when it is not listed.
    pub fn tags(&self, phrase: &str) -> &[Tag] {
        self.phrases.get(phrase).map_or(&[], Vec::as_slice)
    }

    /// Cuts words into listed phrases, the longest first; a word that is not listed stands alone.
    pub fn units(&self, words: &[String]) -> Vec<String> {
        let mut units = Vec::with_capacity(words.len());
        let mut rest = words;
        while !rest.is_empty() {
            let longest = (1..=rest.len().min(self.longest)).rev().find_map(|length| {
                let phrase = rest[..length].join(" ");
                self.phrases.contains_key(&phrase).then_some((phrase, length))
            });
            let (unit, length) = longest.unwrap_or_else(|| (rest[0].clone(), 1));
            units.push(unit);
            rest = &rest[length..];
        }
        units
    }
}

/// The words and quoted phrases of a line.
fn phrases(line: &'static str) -> impl Iterator<Item = &'static str> {
    line.split('"').enumerate().flat_map(|(i, part)| {
        let quoted = i % 2 == 1;
        let whole = quoted.then_some(part);
        whole.into_iter().chain((!quoted).then(|| part.split_whitespace()).into_iter().flatten())
    })
}
