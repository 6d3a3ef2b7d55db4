//! The one format in which a language's words are written down, whatever they are used for.
//!
//! ```text
//! # a comment
//! [months]                        a section
//! diciembre = 12                  a phrase, and what it stands for
//! next (calendar) <month|year>    "(…)" may be left out, "<…|…>" is one of several, "(…|…)" is one or none
//! <ha|ja>+                        once or more; "(…)+" is any number of times
//! the card of my {relatives}      any phrase of the section "relatives", which ends above
//! charge ~ the card               "~" is a place where the phrases of the section "polite" may stand, or nothing
//! change @field                   any phrase of the section "[@field]", found first, as one place
//! change ... card                 up to three words of any kind
//! charg_<e|ed|ing>                one word of several pieces: "charge", "charged", "charging"; a piece may be left out, or
//!                                 be a section of single words ("{act}_(me)_(lo)")
//! ```
//!
//! A phrase must have a word that cannot be left out: one that could match nothing would match everywhere.

use std::borrow::Cow;
use std::collections::HashMap;

/// A part of a phrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pattern<'a> {
    /// A word.
    Word(Cow<'a, str>),
    /// `@name`: any phrase of a class.
    Class(&'a str),
    /// `{name}`: any phrase of a section above.
    Section(&'a str),
    /// `...`: up to three words of any kind.
    Gap,
    /// One after the other.
    All(Vec<Self>),
    /// One of several.
    Any(Vec<Self>),
    /// It, or nothing.
    Maybe(Box<Self>),
    /// Once or more.
    Many(Box<Self>),
}

/// One line: a phrase, the section it stands in, and what it stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule<'a> {
    /// The section.
    pub section: &'a str,
    /// The phrase.
    pub pattern: Pattern<'a>,
    /// The phrase as it is written.
    pub written: &'a str,
    /// What stands after "=", if anything does.
    pub value: Option<&'a str>,
}

/// The section whose phrases may stand where a "~" is.
const POLITE: &str = "polite";

/// How many phrases one line may stand for where it is written out: a slip in a pattern must not eat the memory.
const MOST_PHRASES: usize = 20_000;

/// The lines of one file.
#[derive(Debug, Default)]
pub struct Grammar<'a> {
    rules: Vec<Rule<'a>>,
    sections: HashMap<&'a str, Vec<usize>>,
    faults: Vec<String>,
    /// The sections that have ended. A phrase may refer only to these, so nothing can refer to itself.
    over: Vec<&'a str>,
}

impl<'a> Grammar<'a> {
    /// Reads a file. A line that cannot be read is left out and named in [`Grammar::faults`]; a test holds that no file
    /// of ours has one.
    #[must_use]
    pub fn read(source: &'a str) -> Self {
        let mut grammar = Self::default();
        let mut section = None;
        for (number, line) in source.lines().enumerate() {
            let line = line.trim();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            if let Some(name) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
                let name = name.trim();
                grammar.over.extend(section);
                if grammar.over.contains(&name) {
                    grammar.faults.push(format!("line {}: the section \"{name}\" stands above already", number + 1));
                }
                section = Some(name);
                continue;
            }
            let read = section.ok_or_else(|| "a phrase before the first section".to_owned());
            if let Err(fault) = read.and_then(|section| grammar.add(section, line)) {
                grammar.faults.push(format!("line {}: {fault}", number + 1));
            }
        }
        grammar
    }

    fn add(&mut self, section: &'a str, line: &'a str) -> Result<(), String> {
        let (written, value) = match line.split_once(" = ") {
            Some((phrase, value)) => (phrase.trim(), Some(value.trim())),
            None => (line, None),
        };
        let pattern = self.pattern(written)?;
        if !is_obligatory(&pattern) {
            return Err(format!("\"{written}\" has no word that cannot be left out"));
        }
        self.sections.entry(section).or_default().push(self.rules.len());
        self.rules.push(Rule { section, pattern, written, value });
        Ok(())
    }

    /// Every line, in order.
    #[must_use]
    pub fn rules(&self) -> &[Rule<'a>] {
        &self.rules
    }

    /// The lines of a section, in order; none when there is no such section.
    pub fn section<'s>(&'s self, name: &str) -> impl Iterator<Item = &'s Rule<'a>> + use<'s, 'a> {
        self.sections.get(name).into_iter().flatten().map(|&at| &self.rules[at])
    }

    /// What is wrong with the file, by line number.
    #[must_use]
    pub fn faults(&self) -> &[String] {
        &self.faults
    }

    /// Every phrase of words that a line stands for: for lists that are short.
    ///
    /// # Errors
    ///
    /// What keeps the phrases from being written out: a repetition, or too many of them.
    pub fn phrases(&self, pattern: &Pattern<'a>) -> Result<Vec<String>, String> {
        let joined = |phrases: Vec<String>, next: Vec<String>| -> Result<Vec<String>, String> {
            if phrases.len() * next.len() > MOST_PHRASES {
                return Err("stands for too many phrases".to_owned());
            }
            let join = |phrase: &String, more: &String| match (phrase.is_empty(), more.is_empty()) {
                (true, _) => more.clone(),
                (_, true) => phrase.clone(),
                (false, false) => format!("{phrase} {more}"),
            };
            Ok(phrases.iter().flat_map(|phrase| next.iter().map(move |more| join(phrase, more))).collect())
        };
        Ok(match pattern {
            Pattern::Word(word) => vec![word.clone().into_owned()],
            Pattern::Class(name) => vec![format!("@{name}")],
            Pattern::Gap => vec!["...".to_owned()],
            Pattern::Many(_) => return Err("a repetition can't be written out".to_owned()),
            Pattern::Section(name) => {
                self.section(name).map(|rule| self.phrases(&rule.pattern)).collect::<Result<Vec<_>, _>>()?.concat()
            }
            // A list of words is one phrase, however long it is.
            Pattern::All(parts) if let Some(words) = words(parts) => vec![words.join(" ")],
            Pattern::All(parts) => parts
                .iter()
                .map(|part| self.phrases(part))
                .try_fold(vec![String::new()], |phrases, next| joined(phrases, next?))?,
            Pattern::Any(ways) => ways.iter().map(|way| self.phrases(way)).collect::<Result<Vec<_>, _>>()?.concat(),
            Pattern::Maybe(part) => {
                let mut phrases = self.phrases(part)?;
                phrases.push(String::new());
                phrases
            }
        })
    }

    /// Reads a phrase.
    fn pattern(&self, phrase: &'a str) -> Result<Pattern<'a>, String> {
        let mut parts = Vec::new();
        let mut rest = phrase;
        while let Some(word) = glued(rest) {
            if word.start > 0 {
                parts.push(self.plain_pattern(&rest[..word.start])?);
            }
            let (pieces, after) = (&rest[word.clone()], &rest[word.end..]);
            parts.push(self.glued_word(pieces)?);
            rest = after;
        }
        if !rest.trim().is_empty() {
            parts.push(self.plain_pattern(rest)?);
        }
        Ok(if parts.len() == 1 { parts.remove(0) } else { Pattern::All(parts) })
    }

    /// Every word that the pieces of one make together, each a word by itself.
    fn glued_word(&self, word: &'a str) -> Result<Pattern<'a>, String> {
        let mut made = vec![String::new()];
        for piece in split(word, b'_') {
            let pattern = self.plain_pattern(piece)?;
            let pieces = self.phrases(&pattern)?;
            if pieces.iter().any(|piece| piece.contains(' ')) || made.len() * pieces.len() > MOST_PHRASES {
                return Err(format!("\"{word}\" is not made of pieces of a word"));
            }
            made = made.iter().flat_map(|start| pieces.iter().map(move |piece| format!("{start}{piece}"))).collect();
        }
        made.retain(|word| !word.is_empty());
        Ok(Pattern::Any(made.into_iter().map(|word| Pattern::Word(word.into())).collect()))
    }

    /// Reads a phrase that has no word of several pieces outside its brackets.
    fn plain_pattern(&self, phrase: &'a str) -> Result<Pattern<'a>, String> {
        let mut parts = Vec::new();
        let mut rest = phrase;
        while let Some(at) = rest.bytes().position(|byte| matches!(byte, b'(' | b'<' | b'{' | b')' | b'>' | b'}')) {
            for word in rest[..at].split_ascii_whitespace() {
                parts.push(self.simple(word)?);
            }
            let inside = &rest[at + 1..];
            let opening = rest.as_bytes()[at];
            let end = closing(inside, opening)
                .ok_or_else(|| format!("\"{phrase}\" has brackets that don't belong together"))?;
            let body = &inside[..end];
            rest = &inside[end + 1..];
            let many = rest.strip_prefix('+');
            rest = many.unwrap_or(rest);
            let part = if opening == b'{' { self.reference(body.trim())? } else { self.ways(body)? };
            let part = if many.is_some() { Pattern::Many(Box::new(part)) } else { part };
            parts.push(if opening == b'(' { Pattern::Maybe(Box::new(part)) } else { part });
        }
        for word in rest.split_ascii_whitespace() {
            parts.push(self.simple(word)?);
        }
        Ok(if parts.len() == 1 { parts.remove(0) } else { Pattern::All(parts) })
    }

    fn ways(&self, body: &'a str) -> Result<Pattern<'a>, String> {
        let ways = alternatives(body).into_iter().map(|way| self.pattern(way)).collect::<Result<Vec<_>, _>>()?;
        Ok(Pattern::Any(ways))
    }

    fn reference(&self, name: &'a str) -> Result<Pattern<'a>, String> {
        if self.over.contains(&name) && self.sections.contains_key(name) {
            return Ok(Pattern::Section(name));
        }
        Err(format!("no section \"{name}\" above"))
    }

    fn simple(&self, word: &'a str) -> Result<Pattern<'a>, String> {
        Ok(match word.strip_prefix('@') {
            _ if word == "..." => Pattern::Gap,
            _ if word == "~" => Pattern::Maybe(Box::new(Pattern::Many(Box::new(self.reference(POLITE)?)))),
            Some(class) => Pattern::Class(class),
            None => Pattern::Word(word.into()),
        })
    }
}

/// The words of a phrase that has nothing else.
fn words<'p>(parts: &'p [Pattern<'_>]) -> Option<Vec<&'p str>> {
    parts.iter().map(|part| if let Pattern::Word(word) = part { Some(word.as_ref()) } else { None }).collect()
}

/// Whether a pattern has a word that cannot be left out.
fn is_obligatory(pattern: &Pattern<'_>) -> bool {
    match pattern {
        Pattern::Word(_) | Pattern::Class(_) | Pattern::Section(_) => true,
        Pattern::Gap | Pattern::Maybe(_) => false,
        Pattern::Many(part) => is_obligatory(part),
        Pattern::All(parts) => parts.iter().any(|part| is_obligatory(part)),
        Pattern::Any(ways) => ways.iter().all(|way| is_obligatory(way)),
    }
}

/// Where the bracket that was opened before `inside` closes.
fn closing(inside: &str, opening: u8) -> Option<usize> {
    let mut open = vec![opening];
    for (at, byte) in inside.bytes().enumerate() {
        match byte {
            b'(' | b'<' | b'{' => open.push(byte),
            b')' | b'>' | b'}' => {
                let belongs = matches!((open.pop()?, byte), (b'(', b')') | (b'<', b'>') | (b'{', b'}'));
                if !belongs {
                    return None;
                }
                if open.is_empty() {
                    return Some(at);
                }
            }
            _ => {}
        }
    }
    None
}

/// Splits at the bars that stand in no inner bracket.
fn alternatives(inside: &str) -> Vec<&str> {
    split(inside, b'|')
}

/// Splits at each `mark` that stands in no inner bracket.
fn split(inside: &str, mark: u8) -> Vec<&str> {
    let (mut ways, mut from, mut depth) = (Vec::new(), 0, 0_usize);
    for (at, byte) in inside.bytes().enumerate() {
        match byte {
            b'(' | b'<' | b'{' => depth += 1,
            b')' | b'>' | b'}' => depth = depth.saturating_sub(1),
            byte if byte == mark && depth == 0 => {
                ways.push(&inside[from..at]);
                from = at + 1;
            }
            _ => {}
        }
    }
    ways.push(&inside[from..]);
    ways
}

/// Where the first word of several pieces stands, outside all brackets: "cobr_<a|e>". A bracket is one of its pieces.
fn glued(phrase: &str) -> Option<std::ops::Range<usize>> {
    let (mut start, mut depth, mut glue, mut bracket) = (0, 0_usize, false, false);
    for (at, byte) in phrase.bytes().enumerate() {
        match byte {
            b'(' | b'<' | b'{' => {
                bracket = true;
                depth += 1;
            }
            b')' | b'>' | b'}' => depth = depth.saturating_sub(1),
            b'_' if depth == 0 => glue = true,
            b' ' if depth == 0 => {
                if glue && bracket {
                    return Some(start..at);
                }
                (start, glue, bracket) = (at + 1, false, false);
            }
            _ => {}
        }
    }
    (glue && bracket).then_some(start..phrase.len())
}

#[cfg(test)]
mod tests;
