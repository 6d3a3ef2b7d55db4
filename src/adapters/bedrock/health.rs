//! Whether a model is worth asking.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use tokio::time::Instant;

use crate::ports::ModelState;

/// So many time-outs in a row rest a model.
const IN_A_ROW: u8 = 3;

/// For so long.
pub const REST: Duration = Duration::from_secs(30);

/// How a model has been doing.
#[derive(Debug, Default)]
pub(super) struct Health(Mutex<State>);

#[derive(Clone, Copy, Debug, Default)]
struct State {
    gone: bool,
    timed_out: u8,
    rests_until: Option<Instant>,
}

impl Health {
    /// Whether it is there and does not rest.
    pub fn can_be_asked(&self, now: Instant) -> bool {
        let state = *self.0.lock().unwrap_or_else(PoisonError::into_inner);
        !state.gone && state.rests_until.is_none_or(|until| until <= now)
    }

    /// How it stands.
    pub fn standing(&self, now: Instant) -> ModelState {
        let gone = self.0.lock().unwrap_or_else(PoisonError::into_inner).gone;
        match self.can_be_asked(now) {
            true => ModelState::Ok,
            false if gone => ModelState::Gone,
            false => ModelState::Resting,
        }
    }

    /// It is left out for the life of the process.
    pub fn gone(&self) {
        self.change(|state| state.gone = true);
    }

    /// It answered, well or not.
    pub fn answered(&self) {
        self.change(|state| state.timed_out = 0);
    }

    /// It did not.
    pub fn timed_out(&self, now: Instant) {
        self.change(|state| {
            state.timed_out += 1;
            if state.timed_out >= IN_A_ROW {
                *state = State { timed_out: 0, rests_until: Some(now + REST), ..*state };
                tracing::warn!(
                    metric = "model_rests",
                    "a model did not answer in time, three times in a row; it rests"
                );
            }
        });
    }

    fn change(&self, change: impl FnOnce(&mut State)) {
        change(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner));
    }
}
