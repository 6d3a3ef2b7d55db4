//! Where a wording comes from, in this order: reviewed ones, those that this process has seen pass, a model, and else the
//! sentence itself.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use async_trait::async_trait;
use tokio::time::Instant;

use super::bedrock::{Bedrock, Miss};
use super::source::Source;
use crate::dialogue::Language;
use crate::ports::Phraser;
use crate::wording::{Sentence, Tone, Wording, reviewed};

/// So many wordings of one sentence are kept: enough that two customers seldom read the same.
const VARIANTS: usize = 3;

/// What a model was asked for one variant.
#[derive(Clone, Debug)]
enum Slot {
    /// It passed.
    Kept(Wording),
    /// The model's answers breached the contract, twice: asking on would only make customers wait.
    Refused,
}

/// The variants of the sentences that were asked for. Sentences are finite (some two hundred a language), and so is
/// this; model, tone and contract are those of the process.
type Cache = HashMap<(Language, &'static str), [Option<Slot>; VARIANTS]>;

/// Finds wordings.
#[derive(Debug)]
pub struct Wordings {
    source: Source,
    tone: Tone,
    model: Option<Bedrock>,
    cache: Mutex<Cache>,
}

impl Wordings {
    /// Reviewed wordings, and `model` where there is one, as far as `source` allows.
    #[must_use]
    pub fn new(source: Source, tone: Tone, model: Option<Bedrock>) -> Self {
        Self { source, tone, model, cache: Mutex::default() }
    }

    /// Opens the connection to the models ahead of time.
    pub async fn warm(&self) {
        if let (Source::Live, Some(model)) = (self.source, &self.model) {
            model.warm().await;
        }
    }

    async fn wording(&self, sentence: &Sentence, pick: u64, until: Option<Instant>) -> Option<Wording> {
        if sentence.fixed() || self.source == Source::Catalog {
            return None;
        }
        let reviewed = reviewed(sentence, self.tone);
        if !reviewed.is_empty() {
            return reviewed.get(place(pick, reviewed.len())).cloned();
        }
        let (Source::Live, Some(model), Some(until)) = (self.source, &self.model, until) else { return None };
        let at = place(pick, VARIANTS);
        if let Some(slot) = self.slot(sentence, at) {
            return match slot {
                Slot::Kept(wording) => Some(wording),
                Slot::Refused => self.any(sentence),
            };
        }
        match model.word(sentence, until).await {
            Ok((wording, _)) => {
                self.keep(sentence, at, Slot::Kept(wording.clone()));
                Some(wording)
            }
            Err((miss, _)) => {
                if matches!(miss, Miss::Refused(_) | Miss::Guardrail) {
                    self.keep(sentence, at, Slot::Refused);
                }
                self.any(sentence)
            }
        }
    }

    fn cache(&self) -> MutexGuard<'_, Cache> {
        self.cache.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn slot(&self, sentence: &Sentence, at: usize) -> Option<Slot> {
        self.cache().get(&key(sentence)).and_then(|slots| slots[at].clone())
    }

    fn keep(&self, sentence: &Sentence, at: usize, slot: Slot) {
        self.cache().entry(key(sentence)).or_default()[at] = Some(slot);
    }

    /// Any variant that passed.
    fn any(&self, sentence: &Sentence) -> Option<Wording> {
        let cache = self.cache();
        cache.get(&key(sentence))?.iter().flatten().find_map(|slot| match slot {
            Slot::Kept(wording) => Some(wording.clone()),
            Slot::Refused => None,
        })
    }
}

/// Sentences that read the same are one.
fn key(sentence: &Sentence) -> (Language, &'static str) {
    (sentence.language(), sentence.text())
}

/// One of `count` places, by chance that is the turn's own.
fn place(pick: u64, count: usize) -> usize {
    usize::try_from(pick % count as u64).unwrap_or_default()
}

#[async_trait]
impl Phraser for Wordings {
    async fn phrase(&self, sentences: &[Sentence], pick: u64) -> Vec<Option<Wording>> {
        // One deadline for the whole turn, however many sentences it has.
        let until = self.model.as_ref().map(|model| Instant::now() + model.settings().deadline);
        futures_util::future::join_all(sentences.iter().map(|sentence| self.wording(sentence, pick, until))).await
    }
}
