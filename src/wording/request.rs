//! What a model is asked: the instructions, and one sentence or one kind of moment. Nothing of the customer can be in it,
//! as nothing of the customer is given to this module.

use super::catalog::catalog;
use super::contract::longest;
use super::courtesy::courtesy;
use super::digest::short_digest;
use super::frame::MOST_WORDS;
use super::moment::{Moment, Next};
use super::what::What;
use super::{Sentence, Tone};
use crate::dialogue::{Field, Fields};
use crate::packs::Language;

/// All that a model is given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// What it is to do, and how it shall sound.
    pub instructions: String,
    /// The sentence, with its `{placeholders}`, or the kind of moment.
    pub message: String,
    /// The longest answer, in tokens.
    pub max_tokens: u16,
}

impl Request {
    /// For a candidate of `sentence`; `None` for a fixed one, which no model ever sees.
    #[must_use]
    pub fn of_candidate(sentence: &Sentence, tone: Tone) -> Option<Self> {
        if sentence.fixed() {
            return None;
        }
        let instructions = instructions("candidate", sentence.language(), tone);
        // A token is about four characters of English and three of Spanish; placeholders come on top.
        let max_tokens = longest(sentence) / 2 + 32;
        let max_tokens = u16::try_from(max_tokens).unwrap_or(u16::MAX);
        Some(Self { instructions, message: sentence.text().to_owned(), max_tokens })
    }

    /// For a frame.
    #[must_use]
    pub fn of_frame(moment: &Moment) -> Self {
        let examples: Vec<&str> = courtesy(moment.language).examples(&moment.kinds(), moment.tone).collect();
        let instructions = instructions("frame", moment.language, moment.tone)
            .replace("{words}", &MOST_WORDS.to_string())
            .replace("{phrases}", &examples.join("; "));
        Self { instructions, message: told(moment), max_tokens: 40 }
    }

    /// What a line of the store keeps of the instructions, to tell which ones made it.
    #[must_use]
    pub fn digest(&self) -> String {
        short_digest("i", &[&self.instructions])
    }
}

fn instructions(task: &str, language: Language, tone: Tone) -> String {
    section(task)
        .replace("{language}", &catalog(language).format.model_language)
        .replace("{tone}", &section(&format!("tone {}", tone.wire())))
}

/// The moment in plain English.
fn told(moment: &Moment) -> String {
    let field = |field: Field| entry("fields", field.wire());
    let fields = |fields: Fields| {
        let named: Vec<String> = fields.iter().map(field).collect();
        if named.is_empty() { entry("fields", "none") } else { named.join(" and ") }
    };
    let what = match moment.what {
        What::Accepted(taken) => entry("moments", "accepted").replace("{fields}", &fields(taken)),
        What::Changed(changed) => entry("moments", "changed").replace("{fields}", &fields(changed)),
        What::Several(of) => entry("moments", "several").replace("{field}", &field(of)),
        What::Refused(of, reason) => {
            let why = entry("reasons", &format!("{}-{reason}", of.wire()));
            entry("moments", "refused").replace("{field}", &field(of)).replace("{reason}", &why)
        }
        What::Gathered => entry("moments", "gathered"),
        What::Question => entry("moments", "question"),
        What::Answered => entry("moments", "answered"),
        What::Back => entry("moments", "back"),
        What::Again => entry("moments", "again"),
    };
    let next = match moment.next {
        Next::Field(of) => entry("next", of.wire()),
        Next::Rest => entry("next", "rest"),
        Next::Change => entry("next", "change"),
    };
    let asked = entry("asked", moment.asked.wire());
    [what, next, asked].iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The model's instructions, in sections.
pub const INSTRUCTIONS: &str = include_str!("../../prompts/instructions.txt");

fn section(name: &str) -> String {
    let heading = format!("[{name}]");
    let lines = INSTRUCTIONS.lines().filter(|line| !line.starts_with('#')).skip_while(|line| **line != heading).skip(1);
    let lines: Vec<&str> = lines.take_while(|line| !line.starts_with('[')).collect();
    lines.join("\n").trim().to_owned()
}

/// What stands after `name =` in a section; a test holds that all are there.
fn entry(list: &str, name: &str) -> String {
    let section = section(list);
    let found = section.lines().filter_map(|line| line.split_once('=')).find(|(key, _)| key.trim() == name);
    debug_assert!(found.is_some(), "the instructions have no {name} under [{list}]");
    found.map(|(_, text)| text.trim().to_owned()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wording::all;

    #[test]
    fn every_language_and_tone_has_its_instructions() {
        for language in Language::ALL {
            let (_, sentence) = all(language).find(|(_, sentence)| !sentence.fixed()).expect("a sentence");
            let mut seen = std::collections::BTreeSet::new();
            for tone in Tone::ALL {
                let request = Request::of_candidate(&sentence, tone).expect("a request");
                assert!(!request.instructions.contains("{language}") && !request.instructions.contains("{tone}"));
                assert!(request.instructions.len() > section("candidate").len() - 20, "{}", language.code());
                assert_eq!(request.message, sentence.text());
                assert!(seen.insert(request.instructions), "two tones are told the same");
                assert_eq!(tone.wire().parse::<Tone>().expect("a tone"), tone);
            }
        }
    }

    #[test]
    fn a_fixed_sentence_is_never_asked_for() {
        for (_, sentence) in Language::ALL.into_iter().flat_map(all) {
            assert_eq!(Request::of_candidate(&sentence, Tone::Plain).is_none(), sentence.fixed(), "{}", sentence.id());
        }
    }

    #[test]
    fn every_moment_is_told_and_nothing_is_left_to_fill_in() {
        for (language, tone) in Language::ALL.into_iter().flat_map(|language| Tone::ALL.map(|tone| (language, tone))) {
            let moments: Vec<Moment> = Moment::every(language, tone).collect();
            assert!(moments.len() > 300, "{}", moments.len());
            for moment in moments {
                let Request { instructions, message, .. } = Request::of_frame(&moment);
                assert!(!instructions.contains(['{', '}']) && !message.contains(['{', '}', '=']), "{message}");
                assert!(message.ends_with('.') && !message.contains("  "), "{message}");
                let examples = courtesy(language).examples(&moment.kinds(), tone).count();
                assert!(examples >= 4, "{moment:?} has {examples} examples");
            }
        }
    }
}
