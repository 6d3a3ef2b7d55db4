//! What a model is asked: the instructions and one sentence. Nothing of the customer can be in it, as nothing of the
//! customer is given to this module.

use strum::{EnumString, IntoStaticStr, VariantArray};

use super::Sentence;
use super::catalog::catalog;

/// How a wording shall sound.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "lowercase", parse_err_ty = NoSuchTone, parse_err_fn = no_such_tone)]
pub enum Tone {
    /// Plain, everyday words.
    #[default]
    Plain,
    /// Friendly.
    Warm,
    /// Polite and formal.
    Formal,
}

impl Tone {
    /// Every tone.
    pub const ALL: [Self; Self::VARIANTS.len()] = *Self::VARIANTS.as_array().unwrap();

    /// Its name in settings and files.
    #[must_use]
    pub fn wire(self) -> &'static str {
        self.into()
    }
}

/// There is no such tone.
#[derive(Debug, thiserror::Error)]
#[error("a tone is plain, warm or formal")]
pub struct NoSuchTone;

const fn no_such_tone(_: &str) -> NoSuchTone {
    NoSuchTone
}

/// All that a model is given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// What it is to do, and how it shall sound.
    pub instructions: String,
    /// The sentence, with its `{placeholders}`.
    pub sentence: &'static str,
}

/// The request for a wording of `sentence`; `None` for a fixed one, which no model ever sees.
#[must_use]
pub fn request(sentence: &Sentence, tone: Tone) -> Option<Request> {
    if sentence.fixed() {
        return None;
    }
    let instructions = section("instructions")
        .replace("{language}", &catalog(sentence.language()).format.model_language)
        .replace("{tone}", &section(&format!("tone {}", tone.wire())));
    Some(Request { instructions, sentence: sentence.text() })
}

/// The model's instructions, in sections.
pub const INSTRUCTIONS: &str = include_str!("../../prompts/instructions.txt");

fn section(name: &str) -> String {
    let heading = format!("[{name}]");
    let lines = INSTRUCTIONS.lines().filter(|line| !line.starts_with('#')).skip_while(|line| **line != heading).skip(1);
    let lines: Vec<&str> = lines.take_while(|line| !line.starts_with('[')).collect();
    lines.join("\n").trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dialogue::Language;
    use crate::wording::all;

    #[test]
    fn every_language_and_tone_has_its_instructions() {
        for language in Language::ALL {
            let (_, sentence) = all(language).find(|(_, sentence)| !sentence.fixed()).expect("a sentence");
            let mut seen = std::collections::BTreeSet::new();
            for tone in Tone::ALL {
                let request = request(&sentence, tone).expect("a request");
                assert!(!request.instructions.contains("{language}") && !request.instructions.contains("{tone}"));
                assert!(request.instructions.len() > section("instructions").len() - 20, "{}", language.code());
                assert_eq!(request.sentence, sentence.text());
                assert!(seen.insert(request.instructions), "two tones are told the same");
                assert_eq!(tone.wire().parse::<Tone>().expect("a tone"), tone);
            }
        }
    }

    #[test]
    fn a_fixed_sentence_is_never_asked_for() {
        for (_, sentence) in Language::ALL.into_iter().flat_map(all) {
            assert_eq!(request(&sentence, Tone::Plain).is_none(), sentence.fixed(), "{}", sentence.id());
        }
    }
}
