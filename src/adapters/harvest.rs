//! Gathers candidates while the service runs: after a reply was sent, a model is asked for other words of one of its
//! sentences, for people to read. No customer waits for it, and none reads it.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use async_trait::async_trait;

use super::SystemClock;
use super::bedrock::Bedrock;
use super::shelf::{Shelf, ShelfError};
use crate::ports::{Clock as _, Framer, ModelState};
use crate::wording::{Frame, Line, Moment, Request, Sentence, Standing, Voice, sentence_by_digest};

/// So many lines of a sentence may wait for people at once.
const ENOUGH: usize = 3;

/// So often a process asks for one sentence, whatever comes of it.
const MOST_TRIES: u8 = 6;

/// How long a model may take: nobody waits.
const PATIENCE: Duration = Duration::from_secs(30);

/// Gathers candidates, one at a time.
#[derive(Clone, Debug)]
pub struct Harvest(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    model: Bedrock,
    shelf: Shelf,
    /// How often each sentence was asked for.
    tries: Mutex<HashMap<&'static str, u8>>,
    busy: Mutex<bool>,
}

impl Harvest {
    /// From these models, into this folder.
    #[must_use]
    pub fn new(model: Bedrock, shelf: Shelf) -> Self {
        Self(Arc::new(Inner { model, shelf, tries: Mutex::default(), busy: Mutex::default() }))
    }
}

impl Inner {
    /// Of these sentences, the one that may be worded and was asked for least.
    fn wanted(&self, ids: &[String], voice: &Voice) -> Option<Sentence> {
        let mut tries = self.tries.lock().unwrap_or_else(PoisonError::into_inner);
        let digests = ids.iter().map(|id| voice.wordings().sentence_of(id).unwrap_or(id));
        let free = digests.filter_map(sentence_by_digest).filter(|sentence| !sentence.fixed());
        let asked = |sentence: &Sentence| tries.get(sentence.digest()).copied().unwrap_or_default();
        let least = free.min_by_key(asked).filter(|sentence| asked(sentence) < MOST_TRIES)?;
        *tries.entry(least.digest()).or_default() += 1;
        Some(least)
    }

    async fn gather(&self, sentence: &Sentence, voice: &Voice) -> Result<(), ShelfError> {
        let tone = voice.tone();
        let wordings = self.shelf.read()?;
        let of_it: Vec<&Line> =
            wordings.lines().iter().map(|kept| &kept.line).filter(|line| line.sentence == sentence.digest()).collect();
        if of_it.iter().filter(|line| line.state == Standing::Proposed).count() >= ENOUGH {
            return Ok(());
        }
        let (candidate, model) = match self.model.candidate(sentence, tone, PATIENCE).await {
            Ok(answered) => answered,
            Err(missed) => {
                let reason = missed.miss.wire();
                tracing::info!(metric = "harvest_missed", reason, model = missed.model, "no candidate");
                return Ok(());
            }
        };
        let text = candidate.text();
        if text == sentence.text() || of_it.iter().any(|line| line.text == text) {
            return Ok(());
        }
        let today = SystemClock.now().to_zoned(jiff::tz::TimeZone::UTC).date();
        let mut line = Line::new(sentence, tone, text, (Standing::Proposed, "harvest", today));
        line.instructions = Request::of_candidate(sentence, tone).map(|request| request.digest());
        line.model = Some(model);
        self.shelf.add(sentence.language(), tone, &line)
    }

    /// Whether nothing is being gathered: then something is, from now on.
    fn begins(&self) -> bool {
        let mut busy = self.busy.lock().unwrap_or_else(PoisonError::into_inner);
        !std::mem::replace(&mut *busy, true)
    }

    fn ends(&self) {
        *self.busy.lock().unwrap_or_else(PoisonError::into_inner) = false;
    }
}

#[async_trait]
impl Framer for Harvest {
    async fn frames(&self, _: Moment) -> Vec<Frame> {
        Vec::new()
    }

    fn models(&self) -> Vec<(String, ModelState)> {
        self.0.model.standing()
    }

    fn said(&self, ids: &[String], voice: &Voice) {
        // One at a time: what comes meanwhile is said again some day.
        if !self.0.begins() {
            return;
        }
        let Some(sentence) = self.0.wanted(ids, voice) else { return self.0.ends() };
        let (inner, voice) = (self.0.clone(), voice.clone());
        tokio::spawn(async move {
            if let Err(error) = inner.gather(&sentence, &voice).await {
                tracing::warn!(%error, metric = "harvest_unkept", "a candidate could not be kept");
            }
            inner.ends();
        });
    }
}
