//! Gathers candidates while the service runs: after a reply was sent, a model is asked for other words of one of its
//! sentences, for people to read. No customer waits for it, and none reads it.

use std::collections::{BTreeSet, HashMap};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use async_trait::async_trait;

use super::bedrock::Bedrock;
use super::shelf::Shelf;
use crate::ports::{Clock as _, Framer};
use crate::wording::{Frame, Line, Moment, Request, Sentence, Standing, Tone, Wordings, sentence_by_digest};

use super::SystemClock;

/// So many lines of a sentence wait for people at once; then it is not asked for.
const ENOUGH: usize = 3;

/// How long a model may take: nobody waits.
const PATIENCE: Duration = Duration::from_secs(30);

/// Gathers candidates, one at a time.
#[derive(Clone, Debug)]
pub struct Harvest(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    model: Bedrock,
    shelf: Shelf,
    tone: Tone,
    /// What each wording was made from, so that a wording that was said leads back to its sentence.
    made_from: HashMap<String, String>,
    /// What each sentence has already.
    known: Mutex<HashMap<String, Known>>,
    busy: tokio::sync::Mutex<()>,
}

/// The lines of one sentence.
#[derive(Debug, Default)]
struct Known {
    texts: BTreeSet<String>,
    waiting: usize,
}

impl Harvest {
    /// From these models, in this tone, into this folder, which holds `wordings` now.
    #[must_use]
    pub fn new(model: Bedrock, shelf: Shelf, tone: Tone, wordings: &Wordings) -> Self {
        let mut known: HashMap<String, Known> = HashMap::new();
        let mut made_from = HashMap::new();
        for kept in wordings.lines().iter().filter(|kept| kept.tone == tone) {
            made_from.insert(kept.line.id.clone(), kept.line.sentence.clone());
            let known = known.entry(kept.line.sentence.clone()).or_default();
            known.texts.insert(kept.line.text.clone());
            known.waiting += usize::from(kept.line.state == Standing::Proposed);
        }
        let (known, busy) = (Mutex::new(known), tokio::sync::Mutex::default());
        Self(Arc::new(Inner { model, shelf, tone, made_from, known, busy }))
    }
}

impl Inner {
    /// The first of these sentences that may be worded and has few lines yet.
    fn wanted(&self, ids: &[String]) -> Option<Sentence> {
        let known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let sentences = ids.iter().map(|id| self.made_from.get(id).unwrap_or(id));
        let few = sentences.filter(|id| known.get(*id).is_none_or(|known| known.waiting < ENOUGH));
        few.filter_map(|id| sentence_by_digest(id)).find(|sentence| !sentence.fixed())
    }

    async fn gather(&self, sentence: &Sentence) {
        // One at a time: what comes meanwhile is said again some day.
        let Ok(_busy) = self.busy.try_lock() else { return };
        let (candidate, model) = match self.model.candidate(sentence, self.tone, PATIENCE).await {
            Ok(answered) => answered,
            Err(missed) => {
                tracing::info!(
                    metric = "harvest_missed",
                    reason = missed.miss.wire(),
                    model = missed.model,
                    "no candidate"
                );
                return;
            }
        };
        let is_new = {
            let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
            let known = known.entry(sentence.digest().to_owned()).or_default();
            let is_new = candidate.text() != sentence.text() && known.texts.insert(candidate.text().to_owned());
            // An answer that says nothing new counts too, or a model that only echoes is asked for ever.
            known.waiting += 1;
            is_new
        };
        if is_new {
            let today = SystemClock.now().to_zoned(jiff::tz::TimeZone::UTC).date();
            let mut line = Line::new(sentence, self.tone, candidate.text(), (Standing::Proposed, "harvest", today));
            line.instructions = Request::of_candidate(sentence, self.tone).map(|request| request.digest());
            line.model = Some(model);
            if let Err(error) = self.shelf.add(sentence.language(), self.tone, &line) {
                tracing::warn!(%error, metric = "harvest_unkept", "a candidate could not be kept");
            }
        }
    }
}

#[async_trait]
impl Framer for Harvest {
    async fn frames(&self, _: Moment) -> Vec<Frame> {
        Vec::new()
    }

    fn said(&self, ids: &[String]) {
        if let Some(sentence) = self.0.wanted(ids) {
            let inner = self.0.clone();
            tokio::spawn(async move { inner.gather(&sentence).await });
        }
    }
}
