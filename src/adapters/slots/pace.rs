//! The clock that slots end by: the wall clock as it was when the process began, and the time since then by a clock that nobody
//! sets.

use jiff::{SignedDuration, Timestamp};

use crate::ports::Clock;

/// Clocks that differ by less are the same.
const SAME: SignedDuration = SignedDuration::from_secs(5);

/// A wall clock that is ahead for so long is right: the machine stood still without knowing, as a virtual one may.
const BELIEVED: SignedDuration = SignedDuration::from_mins(1);

/// How time passes.
pub(super) struct Pace {
    wall: Timestamp,
    elapsed: SignedDuration,
    /// Since when, by the clock that nobody sets, the wall clock has been ahead.
    ahead: Option<SignedDuration>,
}

impl Pace {
    /// Beginning now.
    pub fn of(clock: &dyn Clock) -> Self {
        Self { wall: clock.now(), elapsed: clock.elapsed(), ahead: None }
    }

    /// The time by the clock that nobody sets, and the later of that and the wall clock.
    pub fn moments(&mut self, clock: &dyn Clock) -> (Timestamp, Timestamp) {
        let (wall, elapsed) = (clock.now(), clock.elapsed());
        let since = elapsed.saturating_sub(self.elapsed);
        let real = self.wall.saturating_add(since).unwrap_or(self.wall);
        if wall.duration_since(real) < SAME {
            self.ahead = None;
        } else if elapsed.saturating_sub(*self.ahead.get_or_insert(elapsed)) >= BELIEVED {
            *self = Self { wall, elapsed, ahead: None };
            return (wall, wall);
        }
        (real, real.max(wall))
    }
}

/// How far the wall clock is behind, where it was set back.
pub(super) fn behind(real: Timestamp, wall: Timestamp) -> SignedDuration {
    let behind = real.duration_since(wall);
    if behind < SAME { SignedDuration::ZERO } else { behind }
}
