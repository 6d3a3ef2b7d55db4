//! One write of a session: a conditional put or delete, or a transaction when the ledger is written too.

use aws_sdk_dynamodb::operation::delete_item::DeleteItemError;
use aws_sdk_dynamodb::operation::put_item::PutItemError;
use aws_sdk_dynamodb::operation::transact_write_items::TransactWriteItemsError;
use aws_sdk_dynamodb::types::CancellationReason;
use aws_sdk_dynamodb::types::error::{ConditionalCheckFailedException, TransactionCanceledException};
use jiff::Timestamp;

use super::DynamoSessions;
use super::fault::{CONDITION, CONTENDED, cancelled_for, fault, is_too_large, too_large};
use super::item::{SESSION_ID, text};
use super::writing::{ALL_OLD, Writing, rehearsal};
use crate::ports::{CommitError, StoreError};
use crate::session::Commit;

const UNBUILT: &str = "a transaction lacked a part";

/// Sends a write of the session's item alone. The SDK has types of its own for each call, and no trait over them.
macro_rules! send_alone {
    ($store:ident, $writing:ident, $action:literal, $error:ident, $call:expr) => {{
        let sent = $call
            .table_name(&$store.sessions)
            .condition_expression($writing.condition())
            .set_expression_attribute_names($writing.names())
            .set_expression_attribute_values($writing.values())
            .return_values_on_condition_check_failure(ALL_OLD)
            .send()
            .await;
        let Err(error) = sent else { return Ok(()) };
        match error.as_service_error() {
            Some($error::ConditionalCheckFailedException(failed)) => lost(&$writing, failed),
            Some($error::TransactionConflictException(_)) => Err(CommitError::Conflict),
            _ => Err(fault($action, &$store.sessions, &error).into()),
        }
    }};
}

impl DynamoSessions {
    pub(super) async fn write(&self, commit: Commit) -> Result<(), CommitError> {
        let writing = Writing::of(commit, &self.sessions);
        if !writing.is_of_the_session_only() {
            return self.transact(&writing).await;
        }
        if let Some(item) = &writing.item {
            let put = self.client.put_item().set_item(Some(item.clone()));
            send_alone!(self, writing, "PutItem", PutItemError, put)
        } else {
            let delete = self.client.delete_item().key(SESSION_ID, text(writing.id.as_str()));
            send_alone!(self, writing, "DeleteItem", DeleteItemError, delete)
        }
    }

    /// All of it, or nothing. A try after a lost response has the same token, and DynamoDB takes it for the same one.
    async fn transact(&self, writing: &Writing) -> Result<(), CommitError> {
        let items = writing.items(&self.sessions, &self.ledger).map_err(|_| StoreError(UNBUILT.to_owned()))?;
        let sent = self
            .client
            .transact_write_items()
            .client_request_token(&writing.token)
            .set_transact_items(Some(items))
            .send()
            .await;
        let Err(error) = sent else { return Ok(()) };
        if let Some(TransactWriteItemsError::TransactionCanceledException(cancelled)) = error.as_service_error() {
            return self.cancelled(writing, cancelled);
        }
        Err(fault("TransactWriteItems", &self.both(), &error).into())
    }

    /// Both tables, for whoever has to know which right is missing.
    fn both(&self) -> String {
        format!("{} and {}", self.sessions, self.ledger)
    }

    /// A transaction over both tables, as a turn's: the same item of each is overwritten every time.
    pub(super) async fn rehearsed(&self, now: Timestamp, until: Timestamp) -> Result<(), StoreError> {
        let items = rehearsal(&self.sessions, &self.ledger, now, until);
        let items = items.map_err(|_| StoreError(UNBUILT.to_owned()))?;
        let Err(error) = self.client.transact_write_items().set_transact_items(Some(items)).send().await else {
            return Ok(());
        };
        match error.as_service_error() {
            // Another process tries the tables, too: who comes too late is answered by tables that work.
            Some(TransactWriteItemsError::TransactionCanceledException(cancelled))
                if cancelled_for(cancelled, CONTENDED) =>
            {
                Ok(())
            }
            _ => Err(fault("TransactWriteItems", &self.both(), &error)),
        }
    }

    fn cancelled(&self, writing: &Writing, cancelled: &TransactionCanceledException) -> Result<(), CommitError> {
        let reasons = cancelled.cancellation_reasons();
        if reasons.iter().filter_map(|reason| reason.item()).any(|item| writing.is_ours(item)) {
            return Ok(());
        }
        // The session's item is the first of the transaction.
        let failed =
            |reason: Option<&CancellationReason>, code| reason.is_some_and(|reason| reason.code() == Some(code));
        if failed(reasons.first(), CONDITION) || failed(reasons.first(), CONTENDED) {
            return Err(CommitError::Conflict);
        }
        // The order's is the last.
        let ordered = reasons.last().filter(|_| writing.writes_an_order());
        if failed(ordered, CONDITION) || failed(ordered, CONTENDED) {
            return Err(CommitError::OrderConflict);
        }
        if cancelled_for(cancelled, CONTENDED) {
            return Err(CommitError::Conflict);
        }
        if cancelled_for(cancelled, CONDITION) {
            let ledger = &self.ledger;
            let message = format!("{ledger} already has a trail of this version of the session; nothing was written");
            return Err(StoreError(message).into());
        }
        if reasons.iter().any(|reason| is_too_large(reason.message())) {
            return Err(StoreError(too_large(&self.sessions)).into());
        }
        let codes: Vec<&str> = reasons.iter().filter_map(|reason| reason.code()).collect();
        Err(StoreError(format!("the transaction was cancelled: {}", codes.join(", "))).into())
    }
}

fn lost(writing: &Writing, failed: &ConditionalCheckFailedException) -> Result<(), CommitError> {
    let done = match failed.item() {
        Some(item) => writing.is_ours(item),
        // What is to be gone is gone, whoever deleted it: perhaps this, in a try whose answer was lost.
        None => writing.item.is_none(),
    };
    if done { Ok(()) } else { Err(CommitError::Conflict) }
}
