//! What a session remembers, as plain data.

use serde::{Deserialize, Serialize};

use super::RestoreError;
use super::kept::{Restored, read};
use crate::dialogue::{After, Counters, Decline, Fields, Fingerprint, IntentId, Language, Memory, OrderId, Payment};

/// What a session remembers beside its state.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct KeptMemory {
    language: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    payment: Option<Payment>,
    #[serde(skip_serializing_if = "is_none_of")]
    invalid: [u8; 4],
    #[serde(skip_serializing_if = "is_zero")]
    stale: u8,
    turns: u32,
    #[serde(skip_serializing_if = "is_zero")]
    corrections: u8,
    #[serde(skip_serializing_if = "is_zero")]
    attempts: u8,
    #[serde(skip_serializing_if = "is_zero")]
    declines: u8,
    #[serde(skip_serializing_if = "is_zero")]
    faults: u8,
    pending: String,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    again: bool,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    blocks: Vec<String>,
    /// The turn that asked last; a record of an earlier version does not tell, and there it is the last one.
    #[serde(skip_serializing_if = "Option::is_none")]
    asked: Option<u32>,
    after: String,
    card_revision: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    dropped: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    refused: Vec<String>,
    intent_key: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    intent: Option<IntentId>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    cards: Vec<Fingerprint>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    hinted: Vec<Fingerprint>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    nudged: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    untold: Option<Decline>,
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference")]
const fn is_zero(count: &u8) -> bool {
    *count == 0
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference")]
const fn is_none_of(counts: &[u8; 4]) -> bool {
    matches!(counts, [0, 0, 0, 0])
}

impl KeptMemory {
    pub(super) fn of(memory: &Memory) -> Self {
        let Memory { language, payment, counters, pending, again, blocks, asked, card_revision, .. } = memory.clone();
        let Memory { after, dropped, refused, intent_key, intent, cards, hinted, nudged, untold, .. } = memory.clone();
        let Counters { invalid, stale, turns, corrections, attempts, declines, faults } = counters;
        Self {
            language: language.code().to_owned(),
            payment,
            invalid,
            stale,
            turns,
            corrections,
            attempts,
            declines,
            faults,
            pending: pending.wire().to_owned(),
            again,
            blocks: blocks.into_iter().map(|block| block.wire().to_owned()).collect(),
            asked: Some(asked),
            after: after.wire().to_owned(),
            card_revision,
            dropped: dropped.map(|dropped| dropped.wire().to_owned()),
            refused: refused.iter().map(|field| field.wire().to_owned()).collect(),
            intent_key,
            intent,
            cards,
            hinted,
            nudged,
            untold,
        }
    }

    pub(super) fn restore(&self) -> Restored<Memory> {
        let kept = self.clone();
        Ok(Memory {
            language: Language::from_tag(&kept.language).ok_or(RestoreError::Malformed("language"))?,
            payment: kept.payment,
            counters: Counters {
                invalid: kept.invalid,
                stale: kept.stale,
                turns: kept.turns,
                corrections: kept.corrections,
                attempts: kept.attempts,
                declines: kept.declines,
                faults: kept.faults,
            },
            pending: read(&kept.pending, "pending")?,
            again: kept.again,
            blocks: kept.blocks.iter().map(|block| read(block, "blocks")).collect::<Restored<_>>()?,
            asked: kept.asked.unwrap_or(kept.turns),
            // A record of an earlier version does not tell: nothing is taken for an acknowledgement of a review.
            after: if kept.after.is_empty() { After::Answer } else { read(&kept.after, "after")? },
            card_revision: kept.card_revision,
            dropped: kept.dropped.map(|dropped| read(&dropped, "dropped")).transpose()?,
            refused: kept.refused.iter().map(|field| read(field, "refused")).collect::<Restored<Fields>>()?,
            intent_key: kept.intent_key,
            intent: kept.intent,
            cards: kept.cards,
            hinted: kept.hinted,
            nudged: kept.nudged,
            untold: kept.untold,
        })
    }

    /// The order that is paid, where there is one.
    pub(super) fn order(&self) -> Option<&OrderId> {
        Some(&self.payment.as_ref()?.order.as_ref()?.id)
    }
}
