//! Courtesies from a model, each kept once it passed, so that few customers wait for one.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use async_trait::async_trait;
use tokio::time::{Instant, timeout};

use super::bedrock::{Bedrock, Miss};
use crate::ports::{Framer, ModelState};
use crate::wording::{Frame, Moment, Voice};

/// So many courtesies are kept for a moment: enough that a session seldom runs out of them.
const VARIANTS: usize = 3;

/// A model that was refused so often for one moment is not asked for it again.
const MOST_REFUSED: usize = 3;

/// What a model made of a moment so far. Moments are finite (some hundreds a language and tone), and so is this.
#[derive(Debug, Default)]
struct Tried {
    frames: Vec<Frame>,
    refused: usize,
    /// Whether it is being asked for.
    asking: bool,
}

/// Finds courtesies.
#[derive(Clone, Debug)]
pub struct Frames(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    model: Bedrock,
    wait: Duration,
    tried: Mutex<HashMap<Moment, Tried>>,
}

impl Frames {
    /// A customer waits no longer than this. What comes later is kept, for whoever comes to the same moment next.
    pub const WAIT: Duration = Duration::from_millis(400);

    /// From these models; a customer waits so long, and no longer than a model may take.
    #[must_use]
    pub fn new(model: Bedrock, wait: Duration) -> Self {
        let wait = wait.min(model.settings().deadline);
        Self(Arc::new(Inner { model, wait, tried: Mutex::default() }))
    }

    /// Opens the connection to the models ahead of time.
    pub async fn warm(&self) {
        self.0.model.warm().await;
    }
}

impl Inner {
    fn tried(&self) -> MutexGuard<'_, HashMap<Moment, Tried>> {
        self.tried.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What is known for a moment, and whether a model is to be asked for more: by one at a time.
    fn known(&self, moment: Moment) -> (Vec<Frame>, bool) {
        let mut all = self.tried();
        let tried = all.entry(moment).or_default();
        let enough = tried.frames.len() >= VARIANTS || tried.refused >= MOST_REFUSED;
        let asks = !enough && !tried.asking;
        tried.asking |= asks;
        (tried.frames.clone(), asks)
    }

    async fn ask(&self, moment: Moment) {
        let answered = self.model.frame(&moment, Instant::now() + self.model.settings().deadline).await;
        let mut all = self.tried();
        let tried = all.entry(moment).or_default();
        tried.asking = false;
        match answered {
            Ok(frame) if !tried.frames.iter().any(|known| known.reads_as(frame.text())) => tried.frames.push(frame),
            // What it said before, or may not say: it has little more to give.
            Ok(_) | Err(Miss::Refused(_) | Miss::Guardrail | Miss::Incomplete) => tried.refused += 1,
            Err(Miss::Gone | Miss::TimedOut | Miss::Throttled | Miss::Failed | Miss::NoModel) => {}
        }
    }
}

#[async_trait]
impl Framer for Frames {
    async fn frames(&self, moment: Moment) -> Vec<Frame> {
        let (known, asks) = self.0.known(moment);
        if !asks {
            return known;
        }
        let inner = self.0.clone();
        let asking = tokio::spawn(async move { inner.ask(moment).await });
        // Where something is known already, nobody waits for more of it.
        if known.is_empty() {
            let _ = timeout(self.0.wait, asking).await;
            return self.0.tried().get(&moment).map(|tried| tried.frames.clone()).unwrap_or_default();
        }
        known
    }

    fn models(&self) -> Vec<(String, ModelState)> {
        self.0.model.standing()
    }

    fn said(&self, _: &[String], _: &Voice) {}
}
