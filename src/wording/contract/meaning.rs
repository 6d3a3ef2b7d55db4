//! What of a contract depends on words: a wording may say its sentence another way, and may not say another thing.

use std::collections::BTreeSet;

use super::breach::Breach;
use super::lexicon::{Lexicon, Tag, Weight, lexicon};
use super::shape;
use super::units::stretches;
use crate::dialogue::Language;
use crate::wording::Sentence;

/// What a sentence gives ground for.
struct Ground {
    units: BTreeSet<String>,
    /// Concepts that its own words touch.
    spoken: BTreeSet<usize>,
    /// Those, and what it is about without a word of it.
    touched: BTreeSet<usize>,
    /// How often its words turn a meaning round.
    negations: usize,
}

/// Judges the words of a wording.
pub(super) fn meaning(sentence: &Sentence, wording: &str) -> Result<(), Breach> {
    let lexicon = lexicon(sentence.language());
    let ground = Ground::of(sentence, lexicon);
    let said = units(lexicon, wording);
    let fault = said.iter().filter_map(|unit| ground.fault(unit, lexicon, sentence.language())).min();
    match fault {
        // What a wording adds on purpose tells more than what it lacks, and that more than a word that is not known.
        Some((Telling::Added, breach)) => return Err(breach),
        Some((Telling::Vague, _)) | None => {}
    }
    shape::questions(sentence, wording, ground.requests(sentence, lexicon))?;
    if !sentence.text().contains('?') && !ground.asks_the_same(wording, lexicon) {
        return Err(Breach::Question);
    }
    ground.kept(&said, wording.contains('?'), lexicon)?;
    fault.map_or(Ok(()), |(_, breach)| Err(breach))
}

/// How much a fault tells of what a wording does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Telling {
    Added,
    Vague,
}

/// The words of a sentence that are listed nowhere.
#[cfg(test)]
pub(super) fn unlisted(sentence: &Sentence) -> Vec<String> {
    let lexicon = lexicon(sentence.language());
    units(lexicon, sentence.text()).into_iter().filter(|unit| lexicon.tags(unit).is_empty()).collect()
}

/// Whether a sentence asks the customer for something, be it an ask or a note that does.
pub(super) fn requests(sentence: &Sentence) -> bool {
    let lexicon = lexicon(sentence.language());
    Ground::of(sentence, lexicon).requests(sentence, lexicon)
}

/// The concepts that a wording must and may speak of, by name.
pub(super) fn concepts(sentence: &Sentence) -> (Vec<&'static str>, Vec<&'static str>) {
    let lexicon = lexicon(sentence.language());
    let ground = Ground::of(sentence, lexicon);
    let is_must = |at: &&usize| ground.spoken.contains(at) && lexicon.concepts[**at].weight != Weight::Plain;
    let (must, may): (Vec<&usize>, Vec<&usize>) = ground.touched.iter().partition(is_must);
    let names = |found: Vec<&usize>| found.into_iter().map(|&at| lexicon.concepts[at].name).collect();
    (names(must), names(may))
}

fn units(lexicon: &Lexicon, text: &str) -> Vec<String> {
    stretches(text).iter().flat_map(|words| lexicon.units(words)).collect()
}

impl Ground {
    fn of(sentence: &Sentence, lexicon: &Lexicon) -> Self {
        let said = units(lexicon, sentence.text());
        let negations = said.iter().filter(|unit| lexicon.tags(unit).contains(&Tag::Negation)).count();
        let units: BTreeSet<String> = said.into_iter().collect();
        let tags = || units.iter().flat_map(|unit| lexicon.tags(unit));
        let spoken: BTreeSet<usize> = tags().filter_map(|tag| concept_of(*tag)).collect();
        let mut touched = spoken.clone();
        if sentence.asks() {
            let asked = lexicon.concepts.iter().enumerate().filter(|(_, concept)| concept.asks);
            touched.extend(asked.map(|(at, _)| at));
        }
        touched.extend(sentence.about().and_then(|field| lexicon.concept(field.wire())));
        Self { units, spoken, touched, negations }
    }

    fn requests(&self, sentence: &Sentence, lexicon: &Lexicon) -> bool {
        let request = |at: &usize| lexicon.concepts[*at].asks && lexicon.concepts[*at].weight == Weight::Key;
        sentence.asks() || self.spoken.iter().any(request)
    }

    /// What is wrong with saying `unit`.
    fn fault(&self, unit: &str, lexicon: &Lexicon, language: Language) -> Option<(Telling, Breach)> {
        let tags = lexicon.tags(unit);
        let grounded = |tag: &Tag| match *tag {
            Tag::Of(concept) | Tag::Also(concept) => self.touched.contains(&concept),
            Tag::Negation => self.negations > 0,
            Tag::Free | Tag::Exact | Tag::Optional | Tag::Negative | Tag::Never(_) => false,
        };
        if self.units.contains(unit) || tags.iter().any(grounded) {
            return None;
        }
        let never = tags.iter().find_map(|tag| match *tag {
            Tag::Never(breach) => Some(breach),
            Tag::Free | Tag::Of(_) | Tag::Also(_) | Tag::Exact | Tag::Optional | Tag::Negation | Tag::Negative => None,
        });
        if let Some(breach) = never {
            return Some((Telling::Added, breach));
        }
        if tags.contains(&Tag::Free) {
            return None;
        }
        if tags.contains(&Tag::Negation) {
            return Some((Telling::Added, Breach::Negation));
        }
        let field = |tag: &Tag| concept_of(*tag).is_some_and(|at| lexicon.concepts[at].weight == Weight::Field);
        if tags.is_empty() && is_foreign(unit, language) {
            return Some((Telling::Added, Breach::Language));
        }
        let breach = if tags.iter().any(field) { Breach::OtherField } else { Breach::Strays };
        Some((Telling::Vague, breach))
    }

    /// Where a request is put as a question: whether the question is that request.
    fn asks_the_same(&self, wording: &str, lexicon: &Lexicon) -> bool {
        let Some(end) = wording.find('?') else { return true };
        let begin = wording[..end].rfind(['.', '!', '¿']).unwrap_or_default();
        let Some(question) = wording.get(begin..end) else { return false };
        let said = units(lexicon, question.trim_start_matches(['.', '!', '¿']));
        let key = |tag: &Tag| {
            concept_of(*tag).is_some_and(|at| {
                self.spoken.contains(&at) && lexicon.concepts[at].weight != Weight::Plain && !lexicon.concepts[at].asks
            })
        };
        said.iter().flat_map(|unit| lexicon.tags(unit)).any(key)
    }

    /// Whether everything that matters of the sentence is said.
    fn kept(&self, said: &[String], question: bool, lexicon: &Lexicon) -> Result<(), Breach> {
        let tags = || said.iter().flat_map(|unit| lexicon.tags(unit));
        let has = |at: usize| tags().any(|tag| *tag == Tag::Of(at) || *tag == Tag::Also(at));
        let matters = |&at: &usize| {
            let concept = &lexicon.concepts[at];
            let asked = concept.asks && !question;
            concept.weight != Weight::Plain && (self.spoken.contains(&at) && !concept.asks || asked)
        };
        let lost = self.touched.iter().copied().filter(matters).any(|at| !has(at));
        let exact = |unit: &&String| {
            let tags = lexicon.tags(unit);
            tags.contains(&Tag::Exact) || tags.is_empty()
        };
        let dropped = self.units.iter().filter(exact).any(|unit| !said.contains(unit));
        if lost || dropped {
            return Err(Breach::Field);
        }
        // A negation may be said by a word that has it in itself, but not by one that the sentence has beside it.
        let count = |tag| said.iter().filter(|unit| lexicon.tags(unit).contains(&tag)).count();
        let own = |unit: &&String| lexicon.tags(unit).contains(&Tag::Negative) && !self.units.contains(*unit);
        let negations = count(Tag::Negation);
        let turned = negations > self.negations || negations + said.iter().filter(own).count() < self.negations;
        if turned { Err(Breach::Negation) } else { Ok(()) }
    }
}

const fn concept_of(tag: Tag) -> Option<usize> {
    match tag {
        Tag::Of(concept) => Some(concept),
        Tag::Free | Tag::Also(_) | Tag::Exact | Tag::Optional | Tag::Negation | Tag::Negative | Tag::Never(_) => None,
    }
}

/// Whether another language knows the word, or its letters are none of English.
fn is_foreign(unit: &str, language: Language) -> bool {
    !unit.is_ascii() || language.others().map(lexicon).any(|lexicon| !lexicon.tags(unit).is_empty())
}
