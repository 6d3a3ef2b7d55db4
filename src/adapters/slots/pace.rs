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

    /// What time it is.
    pub fn moments(&mut self, clock: &dyn Clock) -> Moments {
        let (wall, elapsed) = (clock.now(), clock.elapsed());
        let since = elapsed.saturating_sub(self.elapsed);
        let real = self.wall.saturating_add(since).unwrap_or(self.wall);
        if wall.duration_since(real) < SAME {
            self.ahead = None;
        } else if elapsed.saturating_sub(*self.ahead.get_or_insert(elapsed)) >= BELIEVED {
            *self = Self { wall, elapsed, ahead: None };
            return Moments { real: wall, wall };
        }
        Moments { real, wall }
    }
}

/// One moment, by two clocks.
#[derive(Clone, Copy)]
pub(super) struct Moments {
    /// By the one that nobody sets.
    pub real: Timestamp,
    /// By the one on the wall.
    pub wall: Timestamp,
}

impl Moments {
    /// By the later of the two.
    pub fn late(self) -> Timestamp {
        self.real.max(self.wall)
    }

    /// How far the wall clock is behind, where it was set back.
    pub fn behind(self) -> SignedDuration {
        let behind = self.real.duration_since(self.wall);
        if behind < SAME { SignedDuration::ZERO } else { behind }
    }
}
