//! What a turn keeps: sealed first where it holds card data, then committed, whole or not at all.

use super::desk::{Committed, Desk, World};
use super::hand::Hand;
use super::outcome::{Closed, Halt, Loss};
use crate::session::{Commit, Record, Write};

/// Keeps what is in hand.
///
/// # Errors
/// When the commit was lost to another one, or the store or the vault gave no answer.
pub async fn keep<W: World, E: From<Closed>>(desk: &Desk<'_, W>, hand: &mut Hand<'_>) -> Result<(), Halt<E>> {
    let now = desk.given.now;
    hand.header.version = hand.stored().unwrap_or(0) + 1;
    hand.header.turn = hand.session.memory.counters.turns;
    hand.header.last_updated = now;
    // A session with a payment in flight does not expire.
    let expires = (now + desk.given.policy.session).as_second();
    hand.header.ttl = hand.session.state.flight().is_none().then_some(expires);
    let trail = hand.moved();
    let commit = Commit {
        write: written(desk, hand).await?,
        expected: hand.stored(),
        attempt: hand.owed.attempt.clone(),
        order: hand.owed.order.clone(),
        trail,
    };
    // A claim names who holds the order; what lets it go does not.
    let claims = commit.order.as_ref().is_some_and(|order| order.record.holder.is_some());
    match desk.commit(commit).await? {
        Committed::Kept => {}
        Committed::OrderConflict if claims => return Err(Halt::Lost(Loss::OrderTaken)),
        Committed::Conflict | Committed::OrderConflict => return Err(Halt::Lost(Loss::Overtaken)),
        Committed::Unknown => {
            let record = desk.load(hand.header.session_id.clone()).await?;
            if !is_ours(record.as_deref(), hand) {
                return Err(Halt::Lost(Loss::Vanished));
            }
        }
    }
    hand.kept();
    Ok(())
}

async fn written<W: World>(desk: &Desk<'_, W>, hand: &Hand<'_>) -> Result<Write, Closed> {
    if hand.purges {
        return Ok(Write::Delete(hand.header.session_id.clone()));
    }
    let (record, secret) = Record::of(&hand.session, &hand.header);
    let Some(secret) = secret else { return Ok(Write::Put(Box::new(record))) };
    let sealed = desk.seal(&record, secret.until(), secret.to_bytes()).await?;
    Ok(Write::Put(Box::new(record.with_sealed(Some(sealed), Some(secret.until())))))
}

/// Whether what is in the store is what this turn wrote last: its answer was lost, and no rival came first.
fn is_ours(record: Option<&Record>, hand: &Hand<'_>) -> bool {
    match record {
        Some(record) => {
            !hand.purges && record.version() == hand.header.version && record.turn_id() == hand.header.turn_id
        }
        None => hand.purges,
    }
}
