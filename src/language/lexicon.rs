//! The words of a language, as its folder under `prompts/` lists them, and the finding of them in a message.
//!
//! A lexicon is written in the format of [`Grammar`], and read as a list of phrases.
//!
//! Phrases are matched without regard to case, accents and the shape of apostrophes: they are split by
//! [`tokens`], as messages are. Finding takes time linear in the message, whatever the message is.

use std::collections::HashMap;

use rustc_hash::FxHashMap;

use super::text::{Token, tokens};
use crate::packs::{Grammar, Rule};

/// One phrase of a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The phrase, with nothing left to expand.
    pub phrase: String,
    /// What stands after "=", if anything does.
    pub value: Option<&'static str>,
}

/// The sections of one file.
#[derive(Debug, Default)]
pub struct Lexicon {
    sections: HashMap<&'static str, Vec<Entry>>,
    faults: Vec<String>,
}

impl Lexicon {
    /// Reads a file. A line that cannot be read is left out and named in [`Lexicon::faults`]; a test holds that no
    /// file of ours has one.
    #[must_use]
    pub fn parse(source: &'static str) -> Self {
        let grammar = Grammar::read(source);
        let mut lexicon = Self { sections: HashMap::new(), faults: grammar.faults().to_vec() };
        for Rule { section, pattern, written, value } in grammar.rules() {
            match grammar.phrases(pattern) {
                Ok(phrases) => {
                    let entries = lexicon.sections.entry(section).or_default();
                    entries.extend(phrases.into_iter().map(|phrase| Entry { phrase, value: *value }));
                }
                Err(fault) => lexicon.faults.push(format!("\"{written}\" {fault}")),
            }
        }
        lexicon
    }

    /// The phrases of a section, in the order of the file; none when there is no such section.
    #[must_use]
    pub fn section(&self, name: &str) -> &[Entry] {
        self.sections.get(name).map_or(&[], Vec::as_slice)
    }

    /// The names of all sections.
    pub fn sections(&self) -> impl Iterator<Item = &'static str> + '_ {
        self.sections.keys().copied()
    }

    /// What is wrong with the file, by line number.
    #[must_use]
    pub fn faults(&self) -> &[String] {
        &self.faults
    }
}

/// Phrases and what each means, to be found in a message from any place in it.
///
/// The keys are ours, so a quick hash does: nobody else can add one.
#[derive(Debug)]
pub struct Phrases<T> {
    words: FxHashMap<Box<str>, u32>,
    edges: FxHashMap<(u32, u32), u32>,
    meanings: Vec<Option<T>>,
}

impl<T> Default for Phrases<T> {
    fn default() -> Self {
        Self { words: FxHashMap::default(), edges: FxHashMap::default(), meanings: vec![None] }
    }
}

impl<T: Copy> Phrases<T> {
    /// Adds a phrase. One that is there already keeps what it means.
    pub fn add(&mut self, phrase: &str, meaning: T) {
        let mut node = 0;
        for token in tokens(phrase) {
            let next = u32::try_from(self.words.len()).unwrap_or(u32::MAX);
            let word = *self.words.entry(token.plain.as_str().into()).or_insert(next);
            let fresh = u32::try_from(self.meanings.len()).unwrap_or(u32::MAX);
            node = *self.edges.entry((node, word)).or_insert(fresh);
            if node == fresh {
                self.meanings.push(None);
            }
        }
        self.meanings[node as usize].get_or_insert(meaning);
    }

    /// The longest phrase that `tokens` begins with: how many tokens it takes, and what it means.
    #[must_use]
    pub fn longest(&self, tokens: &[Token]) -> Option<(usize, T)> {
        let mut node = 0;
        let mut found = None;
        for (at, token) in tokens.iter().enumerate() {
            let Some(word) = self.words.get(token.plain.as_str()) else { break };
            let Some(&next) = self.edges.get(&(node, *word)) else { break };
            node = next;
            if let Some(meaning) = self.meanings[node as usize] {
                found = Some((at + 1, meaning));
            }
        }
        found
    }

    /// Whether any phrase has this word (in lower case, without accents).
    #[must_use]
    pub fn has_word(&self, plain: &str) -> bool {
        self.words.contains_key(plain)
    }
}

#[cfg(test)]
mod tests;
