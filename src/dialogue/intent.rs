//! What an intent is opened for, under which key, and whether it may still be.

use super::context::{Context, Guard};
use super::{Memory, Purpose};

/// What is sent: the card to be kept, or the payment that this session is for.
pub(super) fn purpose(keeping: bool, memory: &Memory) -> Purpose {
    match &memory.payment {
        Some(payment) if !keeping => Purpose::Payment(payment.clone()),
        Some(_) | None => Purpose::Keep,
    }
}

/// Whether the order may still be paid; without one there is none to be over.
pub(super) fn order_current(memory: &Memory, cx: &mut Context<'_>) -> bool {
    cx.ask(Guard::OrderCurrent, memory.order().is_none_or(|order| order.expires > cx.inputs.now))
}

/// The idempotency key for opening an intent.
pub(super) fn intent_key(fresh: u128) -> String {
    format!("in_{fresh:032x}")
}
