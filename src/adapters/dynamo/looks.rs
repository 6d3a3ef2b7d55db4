//! Attempts without an end: where they are found, and when they are looked up next.
//!
//! An open attempt is in the index `looks`, in one of 16 shards. A release before this one had them all in one partition, in the
//! index `open`: what is found there is moved over. A process of that release may end an attempt of ours and leave it in
//! `looks`; it is taken out where it is met.

use std::collections::HashSet;

use aws_sdk_dynamodb::operation::transact_write_items::TransactWriteItemsError;
use aws_sdk_dynamodb::operation::update_item::UpdateItemError;
use aws_sdk_dynamodb::operation::update_item::builders::UpdateItemFluentBuilder;
use aws_sdk_dynamodb::types::{AttributeValue, TransactWriteItem};
use futures_util::future::join_all;
use jiff::Timestamp;

use super::DynamoSessions;
use super::fault::{CONDITION, CONTENDED, fault};
use super::item::{
    ATTEMPT, LOOK_SHARD, LOOKS, NEXT_LOOK, OPEN, SHARDS, attempt_key, look_shard, moment, text, to_open,
};
use super::writing::{attempt_part, order_part};
use crate::dialogue::AttemptId;
use crate::ports::{CommitError, StoreError};
use crate::session::{Attempt, OpenAttempt, OrderWrite};

/// So many attempts of a former release are moved over at a time.
const MOVED: usize = 100;

/// So many items are read at once.
const PAGE: usize = 1_000;

impl DynamoSessions {
    /// What is open: at most `limit` of each shard, all shards read at once. Whoever asks what is due moves over what a former
    /// release left.
    pub(super) async fn open_in_shards(
        &self,
        by: Option<Timestamp>,
        limit: usize,
    ) -> Result<Vec<OpenAttempt>, StoreError> {
        // Whoever only lists changes nothing.
        let looks = by.is_some();
        let former = self.of_former(if looks { MOVED } else { limit }).await?;
        if looks {
            self.move_over(&former).await?;
        }
        let mut open: Vec<OpenAttempt> = Vec::new();
        for shard in join_all(SHARDS.chars().map(|shard| self.open_in(shard, by, limit))).await {
            open.extend(shard?);
        }
        if !looks {
            let known: HashSet<AttemptId> = open.iter().map(|open| open.attempt.attempt.clone()).collect();
            open.extend(former.into_iter().filter(|former| !known.contains(&former.attempt.attempt)));
        }
        open.sort_by_key(|open| open.next_look);
        Ok(open)
    }

    async fn open_in(&self, shard: char, by: Option<Timestamp>, limit: usize) -> Result<Vec<OpenAttempt>, StoreError> {
        let query = self
            .client
            .query()
            .table_name(&self.ledger)
            .index_name(LOOKS)
            .expression_attribute_names("#shard", LOOK_SHARD)
            .expression_attribute_values(":shard", text(shard))
            .limit(i32::try_from(limit.clamp(1, PAGE)).unwrap_or(1));
        let query = match by {
            Some(by) => query
                .key_condition_expression("#shard = :shard AND #next <= :by")
                .expression_attribute_names("#next", NEXT_LOOK)
                .expression_attribute_values(":by", moment(by)),
            None => query.key_condition_expression("#shard = :shard"),
        };
        let mut items = query.into_paginator().items().send();
        let mut open = Vec::new();
        while open.len() < limit
            && let Some(item) = items.next().await
        {
            let found = to_open(item.map_err(|error| fault("Query", &self.ledger, &error))?)?;
            if found.attempt.closed {
                if by.is_some() {
                    self.take_out(&found.attempt.attempt).await?;
                }
            } else {
                open.push(found);
            }
        }
        Ok(open)
    }

    /// What a former release left open, some of it.
    async fn of_former(&self, limit: usize) -> Result<Vec<OpenAttempt>, StoreError> {
        let mut items = self
            .client
            .query()
            .table_name(&self.ledger)
            .index_name(OPEN)
            .key_condition_expression("#open = :open")
            .expression_attribute_names("#open", OPEN)
            .expression_attribute_values(":open", text(OPEN))
            .into_paginator()
            .items()
            .send();
        let mut found = Vec::new();
        while found.len() < limit
            && let Some(item) = items.next().await
        {
            found.push(to_open(item.map_err(|error| fault("Query", &self.ledger, &error))?)?);
        }
        Ok(found)
    }

    /// Gives them their shard. Whoever is killed in between leaves each in one of the two.
    async fn move_over(&self, former: &[OpenAttempt]) -> Result<(), StoreError> {
        for OpenAttempt { attempt, .. } in former {
            let update = self
                .update(&attempt.attempt)
                .update_expression("SET #shard = :shard, #next = if_not_exists(#next, :next) REMOVE #open")
                .condition_expression("#open = :open AND closed = :closed")
                .expression_attribute_names("#open", OPEN)
                .expression_attribute_values(":open", text(OPEN))
                .expression_attribute_values(":closed", AttributeValue::Bool(false))
                .expression_attribute_values(":shard", look_shard(&attempt.attempt))
                .expression_attribute_values(":next", moment(attempt.first_look()));
            self.sent(update).await?;
        }
        Ok(())
    }

    async fn take_out(&self, id: &AttemptId) -> Result<bool, StoreError> {
        let update = self.update(id).update_expression("REMOVE #shard, #next").condition_expression("closed = :closed");
        self.sent(update.expression_attribute_values(":closed", AttributeValue::Bool(true))).await
    }

    /// Moves the next look, where it is still the one that was read. Whoever loses the answer takes it for somebody else's look,
    /// and looks the next time.
    pub(super) async fn move_look(&self, open: &OpenAttempt, next: Timestamp) -> Result<bool, StoreError> {
        let update = self
            .update(&open.attempt.attempt)
            .update_expression("SET #next = :next")
            .condition_expression("attribute_exists(#shard) AND closed = :closed AND #next = :read")
            .expression_attribute_values(":closed", AttributeValue::Bool(false))
            .expression_attribute_values(":read", moment(open.next_look))
            .expression_attribute_values(":next", moment(next));
        self.sent(update).await
    }

    fn update(&self, id: &AttemptId) -> UpdateItemFluentBuilder {
        let item = self.client.update_item().table_name(&self.ledger);
        item.key("pk", text(attempt_key(id)))
            .key("sk", text(ATTEMPT))
            .expression_attribute_names("#shard", LOOK_SHARD)
            .expression_attribute_names("#next", NEXT_LOOK)
    }

    /// Sends an update; `false` where its condition does not hold any more, or a transaction has the item.
    async fn sent(&self, update: UpdateItemFluentBuilder) -> Result<bool, StoreError> {
        let Err(error) = update.send().await else { return Ok(true) };
        match error.as_service_error() {
            Some(
                UpdateItemError::ConditionalCheckFailedException(_) | UpdateItemError::TransactionConflictException(_),
            ) => Ok(false),
            _ => Err(fault("UpdateItem", &self.ledger, &error)),
        }
    }

    /// Writes down how an attempt ended, with its order, where it is still open.
    pub(super) async fn close_open(&self, ended: &Attempt, order: Option<&OrderWrite>) -> Result<(), CommitError> {
        let parts = || {
            let attempt = attempt_part(ended, &self.ledger)
                .condition_expression("closed = :open")
                .expression_attribute_values(":open", AttributeValue::Bool(false));
            let attempt = TransactWriteItem::builder().update(attempt.build()?).build();
            let order = order.map(|order| order_part(order, &self.ledger)).transpose()?;
            let order = order.map(|order| TransactWriteItem::builder().put(order).build());
            Ok::<_, aws_sdk_dynamodb::error::BuildError>(std::iter::once(attempt).chain(order).collect::<Vec<_>>())
        };
        let parts = parts().map_err(|_| StoreError("a transaction lacked a part".to_owned()))?;
        let sent = self.client.transact_write_items().set_transact_items(Some(parts)).send().await;
        let Err(error) = sent else { return Ok(()) };
        if let Some(TransactWriteItemsError::TransactionCanceledException(cancelled)) = error.as_service_error() {
            let reasons = cancelled.cancellation_reasons();
            let refused = |at: usize| {
                let code = reasons.get(at).and_then(|reason| reason.code());
                code.is_some_and(|code| [CONDITION, CONTENDED].contains(&code))
            };
            if refused(0) {
                return Err(CommitError::Conflict);
            }
            if refused(1) {
                return Err(CommitError::OrderConflict);
            }
        }
        Err(fault("TransactWriteItems", &self.ledger, &error).into())
    }
}
