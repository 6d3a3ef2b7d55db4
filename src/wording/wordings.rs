//! The wordings that people have approved: the only words besides the catalog's own that ask for anything.

use std::collections::{BTreeMap, HashMap};

use sha2::{Digest as _, Sha256};

use super::contract::{self, Breach};
use super::line::{Line, Standing};
use super::{Sentence, Tone, all};
use crate::packs::Language;

/// Other words for a sentence, approved by a person for the sentence as it stands.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Wording {
    id: String,
    text: String,
}

impl Wording {
    /// Its id, as logs and the audit trail name it.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Its words, with `{placeholders}`.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }
}

/// What comes of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It is said to customers.
    Spoken,
    /// A person has yet to judge it, or has rejected it.
    Unspoken,
    /// Its sentence has changed since, or is gone.
    Stale,
    /// Its text isn't the one that its id was made from: it was edited after it was approved.
    Edited,
    /// No wording of its sentence may look so, whoever approved it.
    Unfit(Breach),
}

/// One line, where it stands, and what comes of it.
#[derive(Clone, Debug)]
pub struct Kept {
    /// The language.
    pub language: Language,
    /// The tone.
    pub tone: Tone,
    /// The line.
    pub line: Line,
    /// What comes of it.
    pub fate: Fate,
}

/// How far a language and tone are covered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// The sentences that may be said in other words; those that read the same count once.
    pub sentences: usize,
    /// Of these, the ones that have an approved wording.
    pub covered: usize,
    /// Lines that are spoken.
    pub approved: usize,
    /// Lines that wait for a person.
    pub proposed: usize,
    /// Lines that a person rejected.
    pub rejected: usize,
    /// Lines whose sentence has changed since.
    pub stale: usize,
    /// Approved lines that were edited since, or that no wording may look like.
    pub unfit: usize,
}

/// Every line of a set of files, and what may be said.
#[derive(Clone, Debug)]
pub struct Wordings {
    kept: Vec<Kept>,
    spoken: HashMap<(Language, &'static str, Tone), Vec<Wording>>,
}

impl Wordings {
    /// None at all: every sentence is said as the catalog has it.
    #[must_use]
    pub fn none() -> Self {
        Self::of(Vec::new())
    }

    /// Those that are compiled in.
    ///
    /// # Errors
    /// The lines that cannot be read; a test holds that there are none.
    pub fn built_in() -> Result<Self, Vec<String>> {
        let files = Language::ALL.into_iter().flat_map(|language| {
            Tone::ALL.map(|tone| {
                let pack = language.pack();
                let text = match tone {
                    Tone::Plain => pack.plain,
                    Tone::Warm => pack.warm,
                    Tone::Formal => pack.formal,
                };
                (language, tone, text.to_owned())
            })
        });
        Self::read(files)
    }

    /// Those of these files.
    ///
    /// # Errors
    /// The lines that cannot be read, by file and number. A wording that is stale or edited is no fault: it is only not
    /// said.
    pub fn read(files: impl IntoIterator<Item = (Language, Tone, String)>) -> Result<Self, Vec<String>> {
        let (mut kept, mut faults) = (Vec::new(), Vec::new());
        let mut sentences = Sentences::default();
        for (language, tone, text) in files {
            let name = file_name(language, tone);
            // Some editors begin a file with a mark of its encoding.
            let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
            for (number, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
                match serde_json::from_str::<Line>(line) {
                    Ok(line) => {
                        let fate = fate(sentences.by_digest(language, &line.sentence), tone, &line);
                        kept.push(Kept { language, tone, line, fate });
                    }
                    Err(error) => faults.push(format!("{name} line {}: {error}", number + 1)),
                }
            }
        }
        if faults.is_empty() { Ok(Self::of(kept)) } else { Err(faults) }
    }

    fn of(kept: Vec<Kept>) -> Self {
        let mut spoken = HashMap::<_, Vec<Wording>>::new();
        let mut sentences = Sentences::default();
        for Kept { language, tone, line, fate } in &kept {
            if *fate == Fate::Spoken
                && let Some(sentence) = sentences.by_digest(*language, &line.sentence)
            {
                let wordings = spoken.entry((*language, sentence.text(), *tone)).or_default();
                let wording = Wording { id: line.id.clone(), text: line.text.clone() };
                if !wordings.contains(&wording) {
                    wordings.push(wording);
                }
            }
        }
        Self { kept, spoken }
    }

    /// The wordings of a sentence, in a tone.
    #[must_use]
    pub fn wordings(&self, sentence: &Sentence, tone: Tone) -> &[Wording] {
        self.spoken.get(&(sentence.language(), sentence.text(), tone)).map_or(&[], Vec::as_slice)
    }

    /// SHA-256 in hexadecimal over all that may be said in a tone, in whatever order the files have it.
    #[must_use]
    pub fn digest(&self, tone: Tone) -> String {
        let spoken = self.spoken.iter().filter(|((_, _, of), _)| *of == tone).flat_map(|(_, wordings)| wordings);
        let ids: std::collections::BTreeSet<&str> = spoken.map(Wording::id).collect();
        let hasher = ids.iter().fold(Sha256::new(), Sha256::chain_update);
        hex::encode(hasher.finalize())
    }

    /// The id of the sentence that a wording was made from.
    #[must_use]
    pub fn sentence_of(&self, id: &str) -> Option<&str> {
        self.kept.iter().find(|kept| kept.line.id == id).map(|kept| kept.line.sentence.as_str())
    }

    /// Every line, in the order of the files.
    #[must_use]
    pub fn lines(&self) -> &[Kept] {
        &self.kept
    }

    /// How far each language and tone are covered.
    #[must_use]
    pub fn coverage(&self) -> BTreeMap<(Language, Tone), Coverage> {
        let mut all_of = BTreeMap::new();
        for language in Language::ALL {
            let texts: std::collections::BTreeSet<_> =
                all(language).filter(|(_, sentence)| !sentence.fixed()).map(|(_, sentence)| sentence.text()).collect();
            for tone in Tone::ALL {
                let covered = texts.iter().filter(|text| self.spoken.contains_key(&(language, **text, tone))).count();
                all_of.insert((language, tone), Coverage { sentences: texts.len(), covered, ..Coverage::default() });
            }
        }
        for Kept { language, tone, line, fate } in &self.kept {
            let coverage = all_of.entry((*language, *tone)).or_default();
            let count = match (fate, line.state) {
                (Fate::Spoken, _) => &mut coverage.approved,
                (Fate::Unspoken, Standing::Rejected) => &mut coverage.rejected,
                (Fate::Unspoken, _) => &mut coverage.proposed,
                (Fate::Stale, _) => &mut coverage.stale,
                (Fate::Edited | Fate::Unfit(_), _) => &mut coverage.unfit,
            };
            *count += 1;
        }
        all_of
    }
}

/// The name of a file of wordings, under the folder that holds the languages.
#[must_use]
pub fn file_name(language: Language, tone: Tone) -> String {
    format!("{}/wordings/{}.jsonl", language.code(), tone.wire())
}

/// Sentences by their digest, each language's once it is asked for.
#[derive(Default)]
struct Sentences(HashMap<Language, HashMap<&'static str, Sentence>>);

impl Sentences {
    fn by_digest(&mut self, language: Language, digest: &str) -> Option<Sentence> {
        let of = |language| all(language).map(|(_, sentence)| (sentence.digest(), sentence)).collect();
        self.0.entry(language).or_insert_with(|| of(language)).get(digest).cloned()
    }
}

fn fate(sentence: Option<Sentence>, tone: Tone, line: &Line) -> Fate {
    let Some(sentence) = sentence else { return Fate::Stale };
    match line.state {
        Standing::Proposed | Standing::Rejected => Fate::Unspoken,
        Standing::Approved if !line.is_unedited(tone) => Fate::Edited,
        Standing::Approved => contract::fits(&sentence, &line.text).map_or_else(Fate::Unfit, |()| Fate::Spoken),
    }
}

/// The sentence that has this id now, in whatever language.
#[must_use]
pub fn sentence_by_digest(digest: &str) -> Option<Sentence> {
    let every = Language::ALL.into_iter().flat_map(all).map(|(_, sentence)| sentence);
    every.into_iter().find(|sentence| sentence.digest() == digest)
}
