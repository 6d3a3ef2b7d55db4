//! A nudge from outside: it starts a look, and says no more than whether to come again.

use super::{App, Problem};
use crate::dialogue::AttemptId;
use crate::turn::Nudge;

/// Has the attempt looked up. A look that has begun is carried to its end, whether or not anybody still waits.
pub(super) async fn looked(app: App, nudge: Nudge, attempt: AttemptId) -> Result<(), Problem> {
    let looked = tokio::spawn(async move { app.bot.nudged(&nudge, &attempt).await }).await;
    looked.map_err(|_| Problem::Fault)?.map_err(Problem::from)
}
