//! What an answer from outside means for the turn.

use super::Io;
use crate::dialogue::Event;

/// What an answer from outside means for the turn.
#[derive(Debug)]
pub(super) enum Settled {
    /// The gateway answered: step this.
    Result(Event),
    /// Go on with the next I/O.
    GoOn,
    /// Do this next.
    Do(Io),
    /// Another turn was committed first.
    Lost,
    /// Another session claimed the order first.
    OrderLost,
    /// Whether our commit was kept is unknown: look.
    Check,
    /// It cannot go on.
    Unavailable,
}

/// What a turn in hand does next.
#[derive(Debug)]
pub(super) enum Ahead {
    /// This I/O.
    Do(Io),
    /// This event, which needs no I/O.
    Step(Event),
    /// Nothing: it is kept, and its reply ready.
    Kept,
}

impl From<Ahead> for Settled {
    fn from(ahead: Ahead) -> Self {
        match ahead {
            Ahead::Do(io) => Self::Do(io),
            Ahead::Step(event) => Self::Result(event),
            Ahead::Kept => Self::GoOn,
        }
    }
}
