//! Courtesies from a model, each kept once it passed, so that few customers wait for one.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use async_trait::async_trait;
use tokio::time::Instant;

use super::bedrock::{Bedrock, Miss};
use crate::ports::Framer;
use crate::wording::{Frame, Moment};

/// So many courtesies are kept for a moment: enough that a session seldom runs out of them.
const VARIANTS: usize = 3;

/// A model that was refused so often for one moment is not asked for it again: customers would only wait.
const MOST_REFUSED: usize = 3;

/// What a model made of a moment so far. Moments are finite (some hundreds a language and tone), and so is this.
#[derive(Debug, Default)]
struct Tried {
    frames: Vec<Frame>,
    refused: usize,
}

/// Finds courtesies.
#[derive(Debug)]
pub struct Frames {
    model: Bedrock,
    tried: Mutex<HashMap<Moment, Tried>>,
}

impl Frames {
    /// From these models.
    #[must_use]
    pub fn new(model: Bedrock) -> Self {
        Self { model, tried: Mutex::default() }
    }

    /// Opens the connection to the models ahead of time.
    pub async fn warm(&self) {
        self.model.warm().await;
    }

    fn tried(&self) -> MutexGuard<'_, HashMap<Moment, Tried>> {
        self.tried.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[async_trait]
impl Framer for Frames {
    async fn frames(&self, moment: Moment) -> Vec<Frame> {
        let known = |tried: &Tried| {
            let enough = tried.frames.len() >= VARIANTS || tried.refused >= MOST_REFUSED;
            enough.then(|| tried.frames.clone())
        };
        if let Some(frames) = self.tried().get(&moment).and_then(known) {
            return frames;
        }
        let until = Instant::now() + self.model.settings().deadline;
        let answered = self.model.frame(&moment, until).await;
        let mut all = self.tried();
        let tried = all.entry(moment).or_default();
        match answered {
            Ok(frame) if !tried.frames.contains(&frame) => tried.frames.push(frame),
            // What it said before, or may not say: it has little more to give.
            Ok(_) | Err(Miss::Refused(_) | Miss::Guardrail | Miss::Incomplete) => tried.refused += 1,
            Err(_) => {}
        }
        tried.frames.clone()
    }

    fn said(&self, _: &[String]) {}
}
