//! The words of a language, as its folder under `prompts/` lists them, and the finding of them in a message.
//!
//! A lexicon is plain text that a person can edit:
//!
//! ```text
//! # a comment
//! [months]            a section
//! diciembre = 12      a phrase with a value
//! next (calendar) <month|year>     "(…)" may be left out, "<…|…>" is one of several, "(…|…)" is one or none
//! the card of my {relatives}       any phrase of the section "relatives"
//! ```
//!
//! Phrases are matched without regard to case, accents and the shape of apostrophes: they are split by
//! [`tokens`], as messages are. Finding takes time linear in the message, whatever the message is.

use std::collections::HashMap;

use rustc_hash::FxHashMap;

use super::text::{Token, tokens};

/// How many phrases one line may stand for: a slip in a pattern must not eat the memory.
const MOST_PHRASES: usize = 20_000;

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
        let mut raw: Vec<(&'static str, Vec<(usize, &'static str)>)> = Vec::new();
        let mut faults = Vec::new();
        for (number, line) in source.lines().enumerate() {
            let line = line.trim();
            if line.is_empty() || line.starts_with('#') {
            } else if let Some(name) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
                raw.push((name.trim(), Vec::new()));
            } else if let Some((_, lines)) = raw.last_mut() {
                lines.push((number + 1, line));
            } else {
                faults.push(format!("line {}: a phrase before the first section", number + 1));
            }
        }
        let mut lexicon = Self { sections: HashMap::new(), faults };
        // A reference looks upwards only, so that nothing can refer to itself.
        for (name, lines) in raw {
            for (number, line) in lines {
                lexicon.read(name, number, line);
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

    fn read(&mut self, section: &'static str, number: usize, line: &'static str) {
        let (pattern, value) = match line.split_once(" = ") {
            Some((pattern, value)) => (pattern.trim(), Some(value.trim())),
            None => (line, None),
        };
        match expand(pattern, self) {
            Ok(phrases) => {
                let entries = self.sections.entry(section).or_default();
                entries.extend(phrases.into_iter().map(|phrase| Entry { phrase, value }));
            }
            Err(fault) => self.faults.push(format!("line {number}: {fault}")),
        }
    }
}

/// Every phrase that a pattern stands for.
fn expand(pattern: &str, lexicon: &Lexicon) -> Result<Vec<String>, String> {
    if !pattern.contains(['(', '<', '{']) {
        return Ok(if pattern.is_empty() { Vec::new() } else { vec![pattern.to_owned()] });
    }
    let mut phrases = vec![String::new()];
    let mut rest = pattern;
    while let Some(at) = rest.find(['(', '<', '{']) {
        append(&mut phrases, &[rest[..at].to_owned()]);
        let opening = rest.as_bytes()[at];
        let inside = &rest[at + 1..];
        let end = closing(inside, opening).ok_or_else(|| format!("\"{pattern}\" has a bracket that does not close"))?;
        let mut choices = Vec::new();
        if opening == b'{' {
            let name = inside[..end].trim();
            choices.extend(lexicon.section(name).iter().map(|entry| entry.phrase.clone()));
            if choices.is_empty() {
                return Err(format!("no section \"{name}\" above"));
            }
        } else {
            for choice in alternatives(&inside[..end]) {
                choices.extend(expand(choice, lexicon)?);
            }
            if opening == b'(' {
                choices.push(String::new());
            }
        }
        append(&mut phrases, &choices);
        if phrases.len() > MOST_PHRASES {
            return Err(format!("\"{pattern}\" stands for too many phrases"));
        }
        rest = &inside[end + 1..];
    }
    append(&mut phrases, &[rest.to_owned()]);
    let collapsed = phrases.iter().map(|phrase| phrase.split_whitespace().collect::<Vec<_>>().join(" "));
    Ok(collapsed.filter(|phrase| !phrase.is_empty()).collect())
}

fn append(phrases: &mut Vec<String>, choices: &[String]) {
    *phrases =
        phrases.iter().flat_map(|phrase| choices.iter().map(move |choice| format!("{phrase} {choice}"))).collect();
}

/// Where the bracket that was opened before `inside` closes.
fn closing(inside: &str, opening: u8) -> Option<usize> {
    let close = match opening {
        b'(' => b')',
        b'<' => b'>',
        _ => b'}',
    };
    let mut depth = 0_usize;
    for (at, byte) in inside.bytes().enumerate() {
        if byte == close && depth == 0 {
            return Some(at);
        }
        match byte {
            b'(' | b'<' | b'{' => depth += 1,
            b')' | b'>' | b'}' => depth = depth.checked_sub(1)?,
            _ => {}
        }
    }
    None
}

/// Splits at the bars that stand in no inner bracket.
fn alternatives(inside: &str) -> Vec<&str> {
    let mut depth = 0_usize;
    inside
        .split(|c| {
            match c {
                '(' | '<' | '{' => depth += 1,
                ')' | '>' | '}' => depth = depth.saturating_sub(1),
                _ => {}
            }
            c == '|' && depth == 0
        })
        .collect()
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
