//! What an operator does about an attempt that has had no end: it is closed when the gateway says how it ended, or that it
//! never arrived. Nothing is guessed: whatever else the gateway says, the attempt stays open.
//!
//! Where its session waits for it, the session learns how it ended, as by any look. Where none does, because it was lost or is
//! somewhere else, the ledger learns it, and the order that the attempt holds.

use std::sync::Arc;

use jiff::SignedDuration;

use crate::dialogue::{AttemptId, Confirmation, Policy, Token, Verdict};
use crate::ports::{CommitError, StoreError};
use crate::session::{Attempt, FIRST_LOOK, OrderWrite};
use crate::turn::Bot;

/// What stands for the card of an attempt that no session knows. A gateway that tells cards apart says of it no more than it
/// knows of the intent.
const NO_CARD: &str = "unknown";

/// What came of closing an attempt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Closing {
    /// There is none with that id.
    NotFound,
    /// It had ended before: with this.
    Before(Attempt),
    /// It ended, and is written down: with this.
    Closed(Attempt),
    /// It stays open.
    Refused(Refusal),
}

/// Why an attempt stays open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The gateway has not decided.
    #[error("the gateway has not decided it yet: wait, or cancel the intent there, and close it then")]
    Undecided,
    /// The cardholder is at the bank's page.
    #[error(
        "its cardholder may be at the bank's page: it is given up by itself (PAYMENT_SMART_BOT_UNDECIDED_MINUTES), or cancel \
         the intent at the gateway, and close it then"
    )]
    AtTheBank,
    /// The gateway gave no answer that says anything.
    #[error("the gateway gave no answer that says what became of it: try again, or look for the attempt there")]
    Unanswered,
    /// A later release wrote the session, or it is broken.
    #[error("its session is there and this release can't read it: close it with the release that wrote it")]
    Unreadable,
    /// Its intent was paid, and by its order another attempt is the one that did.
    #[error(
        "its intent was paid, and its order does not say that this attempt paid it: look for the payment at the gateway, and \
         compare the attempt in its metadata"
    )]
    PaidOtherwise,
    /// The intent that it was for is in use.
    #[error(
        "it never arrived, and another attempt uses its intent, which can't be cancelled now: close it when that has ended"
    )]
    IntentInUse,
    /// Somebody else wrote the attempt or its order.
    #[error("somebody else wrote it or its order at the same time: try again")]
    Busy,
    /// It was sent a moment ago.
    #[error("it is younger than half a minute, so the turn that sent it may still be under way: try again then")]
    Young,
}

/// Closes an attempt, if the gateway says how it ended or that it never arrived.
///
/// # Errors
/// When the store gives no answer: then nothing is known, and nothing was written by this.
pub async fn close(bot: &Bot, id: &AttemptId) -> Result<Closing, StoreError> {
    let Some(attempt) = bot.ledger.attempt(id).await? else { return Ok(Closing::NotFound) };
    if attempt.closed {
        return Ok(Closing::Before(attempt));
    }
    if bot.clock.now().duration_since(attempt.opened_at).abs() < FIRST_LOOK {
        return Ok(Closing::Refused(Refusal::Young));
    }
    match flying(bot, &attempt).await? {
        Err(refusal) => Ok(Closing::Refused(refusal)),
        Ok(Some(confirmation)) => in_its_session(bot, &confirmation).await,
        Ok(None) => in_the_ledger(bot, attempt).await,
    }
}

/// The attempt as its session waits for it; `None` where none does.
async fn flying(bot: &Bot, attempt: &Attempt) -> Result<Result<Option<Confirmation>, Refusal>, StoreError> {
    let record = bot.sessions.load(&attempt.session, bot.clock.now()).await?;
    let Some(record) = record.filter(crate::session::Record::in_flight) else { return Ok(Ok(None)) };
    let Ok(stored) = record.restore_without_card() else { return Ok(Err(Refusal::Unreadable)) };
    let flight = stored.session.state.flight().filter(|flight| flight.attempt == attempt.attempt);
    Ok(Ok(flight.map(crate::dialogue::Flight::confirmation)))
}

/// What keeps an attempt open; `None` where it ended, or never arrived.
const fn undecided(verdict: &Verdict) -> Option<Refusal> {
    match verdict {
        Verdict::Pending => Some(Refusal::Undecided),
        Verdict::ActionRequired(_) => Some(Refusal::AtTheBank),
        Verdict::Unknown => Some(Refusal::Unanswered),
        Verdict::Paid | Verdict::Declined(_) | Verdict::Voided | Verdict::Refused | Verdict::NotReached => None,
    }
}

/// The session looks, as at any nudge. What never arrived is given up by that look: it would be sent again by another.
async fn in_its_session(bot: &Bot, confirmation: &Confirmation) -> Result<Closing, StoreError> {
    let verdict = bot.gateway.look_up(confirmation).await;
    if let Some(refusal) = undecided(&verdict) {
        return Ok(Closing::Refused(refusal));
    }
    let policy = Policy { undecided: SignedDuration::ZERO, ..(*bot.policy).clone() };
    let giving_up = Bot { policy: Arc::new(policy), ..bot.clone() };
    let looking = if verdict == Verdict::NotReached { &giving_up } else { bot };
    // Whatever kept it from being written down, the ledger says whether it was.
    let _ = looking.look_up(&confirmation.attempt).await;
    Ok(match bot.ledger.attempt(&confirmation.attempt).await? {
        Some(attempt) if attempt.closed => Closing::Closed(attempt),
        Some(_) | None => Closing::Refused(Refusal::Unanswered),
    })
}

/// The ledger alone learns it, and the order.
async fn in_the_ledger(bot: &Bot, attempt: Attempt) -> Result<Closing, StoreError> {
    let (intent, id) = (attempt.intent.clone(), attempt.attempt.clone());
    let confirmation = Confirmation { intent, attempt: id.clone(), token: Token::new(NO_CARD) };
    let order = match &attempt.order {
        Some(order) => bot.sessions.order(order).await?,
        None => None,
    };
    let holds = order.as_ref().is_some_and(|order| order.holder.as_ref().is_some_and(|holder| holder.attempt == id));
    let mut verdict = bot.gateway.look_up(&confirmation).await;
    if verdict == Verdict::NotReached {
        let held = order.as_ref().is_some_and(|order| order.holder.is_some());
        if held && !holds || in_use(bot, &attempt).await? {
            return Ok(Closing::Refused(Refusal::IntentInUse));
        }
        // It may be on its way still: what is cancelled for good, nothing pays any more.
        verdict = bot.gateway.cancel(&confirmation).await;
    }
    if let Some(refusal) = undecided(&verdict) {
        return Ok(Closing::Refused(refusal));
    }
    if verdict == Verdict::NotReached {
        return Ok(Closing::Refused(Refusal::Unanswered));
    }
    if verdict == Verdict::Paid && order.is_some() && !holds {
        return Ok(Closing::Refused(Refusal::PaidOtherwise));
    }
    let said = verdict.noted();
    let settled = order.and_then(|order| order.settled(&id, &verdict)).map(OrderWrite::of);
    let ended = Attempt { closed: true, verdict: Some(said), ..attempt };
    match bot.ledger.close(ended.clone(), settled).await {
        Ok(()) => Ok(Closing::Closed(ended)),
        Err(CommitError::Conflict | CommitError::OrderConflict) => Ok(Closing::Refused(Refusal::Busy)),
        Err(CommitError::Store(error)) => Err(error),
    }
}

/// Whether another attempt that is open uses the same intent.
async fn in_use(bot: &Bot, attempt: &Attempt) -> Result<bool, StoreError> {
    let open = bot.ledger.open_attempts(None, usize::MAX).await?;
    Ok(open.iter().any(|open| open.attempt.intent == attempt.intent && open.attempt.attempt != attempt.attempt))
}
