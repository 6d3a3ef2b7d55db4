//! What the ledger knows of an order: who is paying it, and that it is paid for ever. Every change of it is made here.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::SessionId;
use crate::dialogue::{AttemptId, Bar, Fingerprint, IntentId, Money, OrderId, Payment, Policy, Purpose, Verdict};

/// Who is paying an order now.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Holder {
    /// The session.
    pub session: SessionId,
    /// Its attempt.
    pub attempt: AttemptId,
}

/// An order as the ledger keeps it. Each version replaces the one before it, and nobody else's.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct OrderRecord {
    /// The merchant's id.
    pub order: OrderId,
    /// One more with every write; the first is 1.
    pub version: u64,
    /// What is paid: another amount under the same id is another order, and is refused.
    pub amount: Money,
    /// The one intent of this order; `None` after the gateway cancelled it for good.
    pub intent: Option<IntentId>,
    /// How many intents were cancelled for good.
    pub voided: u32,
    /// Whose attempt is in the air; `None` when none is.
    pub holder: Option<Holder>,
    /// Paid. For ever.
    pub paid: bool,
    /// Attempts of all sessions.
    pub attempts: u32,
    /// The cards of these attempts, each once, by the gateway's own id: as long as the operator lets them be kept, and not
    /// once it's paid.
    pub cards: Vec<Fingerprint>,
    /// When each of them was added. A former release did not say.
    #[serde(default)]
    pub cards_at: Vec<Timestamp>,
    /// When it was claimed last. A former release did not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub claimed_at: Option<Timestamp>,
}

/// A session that wants to pay an order.
#[derive(Clone, Copy, Debug)]
pub struct Claim<'a> {
    /// What it would pay.
    pub payment: &'a Payment,
    /// The order.
    pub order: &'a OrderId,
    /// Who.
    pub session: &'a SessionId,
    /// Under which attempt.
    pub attempt: &'a AttemptId,
    /// With which card.
    pub card: Option<&'a Fingerprint>,
    /// The operator's bounds.
    pub policy: &'a Policy,
    /// When.
    pub at: Timestamp,
}

impl OrderRecord {
    /// The order as it is once `claim` is kept; its intent may still have to be opened.
    ///
    /// # Errors
    /// Why the session may not pay it now.
    pub fn claimed(known: Option<&Self>, claim: Claim<'_>) -> Result<Self, Bar> {
        let Claim { payment, order, session, attempt, card, policy, at } = claim;
        let mut next = known.cloned().unwrap_or_else(|| Self {
            order: order.clone(),
            version: 0,
            amount: payment.amount,
            intent: None,
            voided: 0,
            holder: None,
            paid: false,
            attempts: 0,
            cards: Vec::new(),
            cards_at: Vec::new(),
            claimed_at: None,
        });
        if next.paid {
            let minted = payment.order.as_ref().is_some_and(|order| order.minted);
            return Err(if minted { Bar::Finished } else { Bar::OrderPaid });
        }
        if next.holder.is_some() {
            return Err(Bar::OrderBusy);
        }
        if next.amount != payment.amount {
            return Err(Bar::OrderChanged);
        }
        if next.attempts >= u32::from(policy.attempts) {
            return Err(Bar::Attempts);
        }
        if let Some(card) = card.filter(|card| !next.cards.contains(card)) {
            if next.cards.len() >= usize::from(policy.cards) {
                return Err(Bar::Cards);
            }
            next.cards.push(card.clone());
            next.cards_at.push(at);
        }
        next.version += 1;
        next.attempts += 1;
        next.holder = Some(Holder { session: session.clone(), attempt: attempt.clone() });
        next.claimed_at = Some(at);
        Ok(next)
    }

    /// The order after a verdict on `attempt`; `None` when it changes nothing, or the order is not held by that attempt.
    #[must_use]
    pub fn settled(&self, attempt: &AttemptId, verdict: &Verdict) -> Option<Self> {
        if self.holder.as_ref().is_none_or(|holder| holder.attempt != *attempt) {
            return None;
        }
        let next = Self { version: self.version + 1, holder: None, ..self.clone() };
        match verdict {
            // Nobody will try another card.
            Verdict::Paid => Some(Self { paid: true, cards: Vec::new(), cards_at: Vec::new(), ..next }),
            Verdict::Declined(_) => Some(next),
            // Nothing of it was carried out: it counts as no attempt.
            Verdict::Refused => Some(Self { attempts: self.attempts.saturating_sub(1), ..next }),
            Verdict::Voided => Some(Self { intent: None, voided: self.voided + 1, ..next }),
            Verdict::Pending | Verdict::ActionRequired(_) | Verdict::NotReached | Verdict::Unknown => None,
        }
    }

    /// The order without the cards that were added by `before`, or nobody knows when.
    #[must_use]
    pub fn without_cards(mut self, before: Timestamp) -> Self {
        let added = std::mem::take(&mut self.cards).into_iter().zip(std::mem::take(&mut self.cards_at));
        (self.cards, self.cards_at) = added.filter(|(_, at)| *at > before).unzip();
        self
    }

    /// The idempotency key under which the order's intent is opened: the same for every session that pays the same, and
    /// another after each intent that was cancelled. Whatever goes into the request goes into its key: an order that was
    /// signed anew with another description would else be refused as another request under a known key.
    #[must_use]
    pub fn intent_key(&self, purpose: &Purpose) -> String {
        let mut hash = Sha256::new_with_prefix(self.order.as_str());
        if let Purpose::Payment(Payment { amount, description, payee: _, order: _ }) = purpose {
            hash.update(format!("\n{} {}\n", amount.minor(), amount.currency().code()));
            hash.update(description.as_deref().unwrap_or_default());
        }
        format!("or_{}_{}", hex::encode(&hash.finalize()[..16]), self.voided)
    }
}

/// An order's next version, and the one that must be there now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrderWrite {
    /// The order as it is then.
    pub record: OrderRecord,
    /// The version that it replaces; `None`: there must be none.
    pub expected: Option<u64>,
}

impl OrderWrite {
    /// `record` in the place of the version before it.
    #[must_use]
    pub fn of(record: OrderRecord) -> Self {
        let expected = record.version.checked_sub(1).filter(|&version| version > 0);
        Self { record, expected }
    }
}
