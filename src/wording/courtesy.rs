//! What a model may say of its own: courtesies that people have listed, whole, and nothing else.
//!
//! `prompts/<language>/courtesy.lex` is short enough to be read through. A phrase of it says nothing of a card, a payment
//! or an outcome, asks for nothing, and turns nothing round; so whatever is made of its phrases doesn't either.

use std::collections::{BTreeSet, HashMap};

use strum::EnumString;

use super::Tone;
use crate::packs::{EachLanguage, Grammar, Language, Rule};

/// What a courtesy does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumString)]
#[strum(serialize_all = "lowercase")]
pub enum Kind {
    /// It thanks.
    Thanks,
    /// It praises what went well.
    Praise,
    /// It says that something was heard.
    Agreed,
    /// It says yes to a wish.
    Gladly,
    /// It makes a slip feel small.
    Ease,
    /// It says that such a slip is easily made.
    Slip,
    /// It is sorry.
    Sorry,
    /// It encourages to go on.
    Onward,
    /// It says that little is left.
    Nearly,
    /// It is glad to be asked.
    Helping,
}

/// A phrase of the list.
#[derive(Clone, Debug)]
pub(super) struct Phrase {
    pub kind: Kind,
    /// The tones that it fits.
    pub tones: Vec<Tone>,
    /// As it is written, within a sentence.
    pub written: String,
}

/// The courtesies of a language.
#[derive(Debug, Default)]
pub(super) struct Courtesy {
    phrases: HashMap<String, Phrase>,
    /// One example for each line, in the order of the file.
    examples: Vec<Phrase>,
    /// Lines that cannot be read: a test holds that there are none.
    pub faults: Vec<String>,
}

static COURTESIES: EachLanguage<Courtesy> = EachLanguage::new(|language| Courtesy::read(language.pack().courtesy));

/// The courtesies of a language.
pub(super) fn courtesy(language: Language) -> &'static Courtesy {
    COURTESIES.of(language)
}

impl Courtesy {
    fn read(source: &str) -> Self {
        let grammar = Grammar::read(source);
        let mut courtesy = Self { faults: grammar.faults().to_vec(), ..Self::default() };
        for rule in grammar.rules() {
            if let Err(fault) = courtesy.add(&grammar, rule) {
                courtesy.faults.push(format!("[{}] {}: {fault}", rule.section, rule.written));
            }
        }
        courtesy
    }

    fn add(&mut self, grammar: &Grammar<'_>, rule: &Rule<'_>) -> Result<(), String> {
        let mut heading = rule.section.split(' ');
        let kind = heading.next().and_then(|name| name.parse().ok()).ok_or("no such kind")?;
        let some: Vec<Tone> = heading.map(|name| name.parse().map_err(|_| "no such tone")).collect::<Result<_, _>>()?;
        let tones = if some.is_empty() { Tone::ALL.to_vec() } else { some };
        let phrase = |written: &String| Phrase { kind, tones: tones.clone(), written: written.clone() };
        let written = grammar.phrases(&rule.pattern)?;
        self.examples.extend(written.iter().min_by_key(|written| written.len()).map(phrase));
        for written in &written {
            if self.phrases.insert(key(written), phrase(written)).is_some() {
                return Err(format!("\"{written}\" stands there twice"));
            }
        }
        Ok(())
    }

    /// The phrase that these words are, however they are written.
    pub fn phrase(&self, words: &str) -> Option<&Phrase> {
        self.phrases.get(&key(words))
    }

    /// One example of each line of these kinds that fits the tone.
    pub fn examples(&self, kinds: &[Kind], tone: Tone) -> impl Iterator<Item = &str> {
        let fits = move |phrase: &&Phrase| kinds.contains(&phrase.kind) && phrase.tones.contains(&tone);
        self.examples.iter().filter(fits).map(|phrase| phrase.written.as_str())
    }

    /// The kinds of courtesy that a text has already, phrase by phrase.
    pub fn kinds_in(&self, text: &str) -> BTreeSet<Kind> {
        pieces(text).filter_map(|(piece, _)| self.phrase(piece)).map(|phrase| phrase.kind).collect()
    }

    /// Every phrase there is.
    #[cfg(test)]
    pub fn every(&self) -> impl Iterator<Item = &Phrase> {
        self.phrases.values()
    }
}

/// Words as they are looked up.
fn key(words: &str) -> String {
    words.replace('\u{2019}', "'").split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// The marks that part phrases.
const MARKS: &[char] = &['.', ',', '!', ';', ':', '–', '—', '…', '?', '\n', '('];

/// A text cut at its marks, each piece with the mark that follows it; what opens an exclamation is left to the language.
pub(super) fn pieces(text: &str) -> impl Iterator<Item = (&str, Option<char>)> {
    text.split_inclusive(MARKS)
        .map(|piece| {
            let mark = piece.chars().next_back().filter(|last| MARKS.contains(last));
            (piece.trim_end_matches(MARKS).trim_start_matches(['¡', ' ', '\n']).trim(), mark)
        })
        .filter(|(piece, _)| !piece.is_empty())
}
