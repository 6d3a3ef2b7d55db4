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
    /// Whether our commit was kept is unknown: look.
    Check,
    /// It cannot go on.
    Unavailable,
}
