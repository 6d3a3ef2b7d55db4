//! Deletes seals that are over and that nobody comes for, with the data keys that are wrapped in them.
//!
//! They are found by the index `seals`, in which an item is only while it holds one: so nobody has to list sessions, and the
//! service needs no right to. The index has keys alone. Items that a release before the index wrote are in none, and go by `ttl`.

use aws_sdk_dynamodb::operation::update_item::UpdateItemError;
use futures_util::future::join_all;
use jiff::Timestamp;

use super::DynamoSessions;
use super::fault::fault;
use super::item::{Item, SEALED_SHARD, SEALED_UNTIL, SEALS, SESSION_ID, SHARDS, moment, text};
use crate::ports::StoreError;

/// So many are read at once. Their deletions, one after another, take longer than to read the next ones.
const PAGE: i32 = 100;

impl DynamoSessions {
    /// Deletes what is over in every shard, all shards at once. One that fails keeps no other from being gone through.
    pub(super) async fn delete_seals(&self, now: Timestamp) -> Result<u64, StoreError> {
        let mut deleted = 0;
        for shard in join_all(SHARDS.chars().map(|shard| self.delete_in(shard, now))).await {
            deleted += shard?;
        }
        Ok(deleted)
    }

    async fn delete_in(&self, shard: char, now: Timestamp) -> Result<u64, StoreError> {
        let mut found = self
            .client
            .query()
            .table_name(&self.sessions)
            .index_name(SEALS)
            .key_condition_expression("#shard = :shard AND #until <= :now")
            .expression_attribute_names("#shard", SEALED_SHARD)
            .expression_attribute_names("#until", SEALED_UNTIL)
            .expression_attribute_values(":shard", text(shard))
            .expression_attribute_values(":now", moment(now))
            .limit(PAGE)
            .into_paginator()
            .items()
            .send();
        let mut deleted = 0;
        while let Some(item) = found.next().await {
            let item = item.map_err(|error| fault("Query", &self.sessions, &error))?;
            deleted += u64::from(self.delete_seal(item).await?);
        }
        Ok(deleted)
    }

    /// Deletes the seal that was found; `false` where somebody came first, who has taken it away or put another in its place.
    /// The version stays: a turn that is under way goes on, and writes what it holds.
    async fn delete_seal(&self, mut found: Item) -> Result<bool, StoreError> {
        let (Some(session), Some(until)) = (found.remove(SESSION_ID), found.remove(SEALED_UNTIL)) else {
            return Err(StoreError(format!("the index {SEALS} of {} has other attributes than ours", self.sessions)));
        };
        let sent = self
            .client
            .update_item()
            .table_name(&self.sessions)
            .key(SESSION_ID, session)
            .update_expression("REMOVE sealed, #shard")
            .condition_expression("attribute_exists(sealed) AND #until = :until")
            .expression_attribute_names("#shard", SEALED_SHARD)
            .expression_attribute_names("#until", SEALED_UNTIL)
            .expression_attribute_values(":until", until)
            .send()
            .await;
        let Err(error) = sent else { return Ok(true) };
        match error.as_service_error() {
            Some(
                UpdateItemError::ConditionalCheckFailedException(_) | UpdateItemError::TransactionConflictException(_),
            ) => Ok(false),
            _ => Err(fault("UpdateItem", &self.sessions, &error)),
        }
    }
}
