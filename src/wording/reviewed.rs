//! Wordings that a person has read: they need no model. `wording bake` fills the files, a person prunes them.

use std::collections::HashMap;

use serde::Deserialize;

use super::{Sentence, Tone, Wording, all};
use crate::packs::{EachLanguage, Language};

/// One line of `prompts/<language>/wordings.jsonl`.
#[derive(Deserialize)]
struct Line {
    act: String,
    tone: String,
    text: String,
}

/// By what a sentence says: where two acts say the same, they share their wordings.
type Reviewed = HashMap<(&'static str, Tone), Vec<Wording>>;

static REVIEWED: EachLanguage<Reviewed> = EachLanguage::new(|language| read(language).0);

/// The reviewed wordings of a sentence, in a tone.
#[must_use]
pub fn reviewed(sentence: &Sentence, tone: Tone) -> &'static [Wording] {
    REVIEWED.of(sentence.language()).get(&(sentence.text(), tone)).map_or(&[], Vec::as_slice)
}

/// The wordings of a file, and its lines that are none: a test holds that there are none. Each is held against its
/// contract once more, since sentence or contract may have changed after it was reviewed.
fn read(language: Language) -> (Reviewed, Vec<String>) {
    let sentences: HashMap<&str, Sentence> = all(language).map(|(_, sentence)| (sentence.id(), sentence)).collect();
    let mut reviewed = Reviewed::new();
    let mut faults = Vec::new();
    for (number, line) in language.pack().wordings.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        match judged(&sentences, line) {
            Ok((key, wording)) => reviewed.entry(key).or_default().push(wording),
            Err(fault) => faults.push(format!("{} line {}: {fault}", language.code(), number + 1)),
        }
    }
    (reviewed, faults)
}

fn judged(sentences: &HashMap<&str, Sentence>, line: &str) -> Result<((&'static str, Tone), Wording), String> {
    let line: Line = serde_json::from_str(line).map_err(|error| error.to_string())?;
    let tone = line.tone.parse().map_err(|error: super::request::NoSuchTone| error.to_string())?;
    let sentence = sentences.get(line.act.as_str()).ok_or_else(|| format!("no act {}", line.act))?;
    let wording = Wording::judge(sentence, &line.text).map_err(|breach| format!("{}: {}", line.act, breach.wire()))?;
    Ok(((sentence.text(), tone), wording))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reviewed_wording_keeps_its_contract() {
        for language in Language::ALL {
            let (_, faults) = read(language);
            assert!(faults.is_empty(), "{faults:#?}");
        }
    }
}
