//! A commit in DynamoDB's terms: items, conditions, and a token by which a second try is known.

use std::collections::HashMap;

use aws_sdk_dynamodb::error::BuildError;
use aws_sdk_dynamodb::types::builders::UpdateBuilder;
use aws_sdk_dynamodb::types::{
    AttributeValue, Delete, Put, ReturnValuesOnConditionCheckFailure, TransactWriteItem, Update,
};
use jiff::Timestamp;
use sha2::{Digest as _, Sha256};

use super::archive::TRAIL;
use super::item::{
    ATTEMPT, Item, LOOK_SHARD, NEXT_LOOK, OPEN, SESSION_ID, attempt_key, look_shard, moment, number, of_order,
    of_record, of_trail, text,
};
use crate::adapters::ceil_second;
use crate::session::{Attempt, Commit, OrderWrite, SessionId, TrailEntry, Write};

/// With a condition that failed comes the item that was in the way.
pub(super) const ALL_OLD: ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure::AllOld;

/// The key of what is written to try the tables.
const HEALTH: &str = "health";

/// A commit as it is sent.
pub(super) struct Writing {
    pub id: SessionId,
    /// The session's item; `None` deletes it.
    pub item: Option<Item>,
    /// The same for the same commit to the same table, and for no other.
    pub token: String,
    expected: Option<u64>,
    /// The version that is written; a deletion counts on as well.
    version: u64,
    turn_id: Option<String>,
    /// When it is written, in seconds since 1970.
    now: Option<i64>,
    trail: Vec<TrailEntry>,
    attempt: Option<Attempt>,
    order: Option<OrderWrite>,
}

impl Writing {
    /// `commit`, to be written to the table `sessions`.
    pub fn of(commit: Commit, sessions: &str) -> Self {
        let Commit { write, expected, attempt, order, trail } = commit;
        let id = write.session().clone();
        let mut digest = Sha256::new().chain_update(sessions).chain_update(id.as_str());
        digest.update(expected.unwrap_or(0).to_be_bytes());
        digest.update(
            serde_json::to_vec(&(&trail, &attempt, order.as_ref().map(|order| &order.record))).unwrap_or_default(),
        );
        let (version, turn_id, now, item) = match write {
            Write::Put(record) => {
                digest.update(record.to_json());
                let now = record.last_updated().as_second();
                (record.version(), Some(record.turn_id().to_owned()), Some(now), Some(of_record(*record)))
            }
            Write::Delete(_) => (expected.unwrap_or(0) + 1, None, None, None),
        };
        // DynamoDB takes at most 36 characters.
        let token = hex::encode(&digest.finalize()[..16]);
        Self { id, item, token, expected, version, turn_id, now, trail, attempt, order }
    }

    pub fn is_of_the_session_only(&self) -> bool {
        self.trail.is_empty() && self.attempt.is_none() && self.order.is_none()
    }

    /// What must hold of the session's item that is there. One that expired is never written again, only deleted.
    pub fn condition(&self) -> &'static str {
        match (self.expected, self.now) {
            (None, _) => "attribute_not_exists(sessionId)",
            (Some(_), Some(_)) => "#version = :expected AND (attribute_not_exists(#ttl) OR #ttl > :now)",
            (Some(_), None) => "#version = :expected",
        }
    }

    /// The condition's names.
    pub fn names(&self) -> Option<HashMap<String, String>> {
        self.expected?;
        let name = |short: &str, long: &str| (short.to_owned(), long.to_owned());
        let ttl = self.now.map(|_| name("#ttl", "ttl"));
        Some(std::iter::once(name("#version", "version")).chain(ttl).collect())
    }

    /// The condition's values.
    pub fn values(&self) -> Option<Item> {
        let expected = (":expected".to_owned(), number(&self.expected?));
        let now = self.now.map(|now| (":now".to_owned(), number(&now)));
        Some(std::iter::once(expected).chain(now).collect())
    }

    /// Whether an item that was in the way is what this commit wrote, in a try whose response was lost.
    pub fn is_ours(&self, item: &Item) -> bool {
        let is = |name: &str, value: &AttributeValue| item.get(name) == Some(value);
        is("version", &number(&self.version)) && self.turn_id.as_ref().is_some_and(|turn| is("turnId", &text(turn)))
    }

    /// The parts of a transaction: the session's item first, then what the ledger gets.
    pub fn items(&self, sessions: &str, ledger: &str) -> Result<Vec<TransactWriteItem>, BuildError> {
        let mut items = vec![self.session_part(sessions)?];
        if !self.trail.is_empty() {
            items.push(TransactWriteItem::builder().put(self.trail_part(ledger)?).build());
        }
        if let Some(attempt) = &self.attempt {
            items.push(TransactWriteItem::builder().update(attempt_part(attempt, ledger).build()?).build());
        }
        if let Some(order) = &self.order {
            items.push(TransactWriteItem::builder().put(order_part(order, ledger)?).build());
        }
        Ok(items)
    }

    /// Whether an order is written: then it is the last part.
    pub const fn writes_an_order(&self) -> bool {
        self.order.is_some()
    }

    fn session_part(&self, table: &str) -> Result<TransactWriteItem, BuildError> {
        let part = TransactWriteItem::builder();
        Ok(if let Some(item) = &self.item {
            let put = Put::builder()
                .table_name(table)
                .set_item(Some(item.clone()))
                .condition_expression(self.condition())
                .set_expression_attribute_names(self.names())
                .set_expression_attribute_values(self.values())
                .return_values_on_condition_check_failure(ALL_OLD);
            part.put(put.build()?).build()
        } else {
            let delete = Delete::builder()
                .table_name(table)
                .key(SESSION_ID, text(self.id.as_str()))
                .condition_expression(self.condition())
                .set_expression_attribute_names(self.names())
                .set_expression_attribute_values(self.values())
                .return_values_on_condition_check_failure(ALL_OLD);
            part.delete(delete.build()?).build()
        })
    }

    /// One item for the entries of one commit. Nothing ever overwrites it.
    fn trail_part(&self, table: &str) -> Result<Put, BuildError> {
        let mut item = Item::from([
            ("pk".to_owned(), text(self.id.as_str())),
            ("sk".to_owned(), text(format!("{TRAIL}{:010}", self.version))),
            ("version".to_owned(), number(&self.version)),
        ]);
        item.extend(of_trail(&self.trail));
        item.extend(self.turn_id.as_ref().map(|turn| ("turnId".to_owned(), text(turn))));
        Put::builder()
            .table_name(table)
            .set_item(Some(item))
            .condition_expression("attribute_not_exists(pk)")
            .return_values_on_condition_check_failure(ALL_OLD)
            .build()
    }
}

/// What is written to both tables to see whether a turn's commit would be: one item of each, of no customer's.
pub(super) fn rehearsal(
    sessions: &str,
    ledger: &str,
    now: Timestamp,
    until: Timestamp,
) -> Result<Vec<TransactWriteItem>, BuildError> {
    let put = |table: &str, keys: &[&str]| -> Result<TransactWriteItem, BuildError> {
        let over = [("at".to_owned(), moment(now)), ("ttl".to_owned(), number(&ceil_second(until)))];
        let item = keys.iter().map(|key| ((*key).to_owned(), text(HEALTH))).chain(over).collect();
        let put = Put::builder().table_name(table).set_item(Some(item)).build()?;
        Ok(TransactWriteItem::builder().put(put).build())
    };
    Ok(vec![put(sessions, &[SESSION_ID])?, put(ledger, &["pk", "sk"])?])
}

/// Keeps an order, in the place of the version before it.
pub(super) fn order_part(order: &OrderWrite, table: &str) -> Result<Put, BuildError> {
    let OrderWrite { record, expected } = order;
    let put = Put::builder().table_name(table).set_item(Some(of_order(record)));
    let put = match expected {
        None => put.condition_expression("attribute_not_exists(pk)"),
        Some(expected) => put
            .condition_expression("#version = :expected")
            .expression_attribute_names("#version", "version")
            .expression_attribute_values(":expected", number(expected)),
    };
    put.build()
}

/// Keeps an attempt: when it was opened stays what it was, and when its next look is; only an open one is in the index.
pub(super) fn attempt_part(attempt: &Attempt, table: &str) -> UpdateBuilder {
    let Attempt { intent, attempt: id, session, order, opened_at, closed, verdict } = attempt;
    let set = "SET intent = :intent, attempt = :attempt, #session = :session, closed = :closed, \
               verdict = :verdict, #order = :order, openedAt = if_not_exists(openedAt, :openedAt)";
    let update = Update::builder()
        .table_name(table)
        .key("pk", text(attempt_key(id)))
        .key("sk", text(ATTEMPT))
        .expression_attribute_names("#order", "order")
        .expression_attribute_values(
            ":order",
            order.as_ref().map_or(AttributeValue::Null(true), |order| text(order.as_str())),
        )
        .expression_attribute_names("#session", "session")
        .expression_attribute_values(":intent", text(intent.as_str()))
        .expression_attribute_values(":attempt", text(id.as_str()))
        .expression_attribute_values(":session", text(session.as_str()))
        .expression_attribute_values(":closed", AttributeValue::Bool(*closed))
        .expression_attribute_values(":verdict", verdict.as_ref().map_or(AttributeValue::Null(true), text))
        .expression_attribute_values(":openedAt", moment(*opened_at));
    if *closed {
        update
            .update_expression(format!("{set} REMOVE #open, #shard, #next"))
            .expression_attribute_names("#open", OPEN)
            .expression_attribute_names("#shard", LOOK_SHARD)
            .expression_attribute_names("#next", NEXT_LOOK)
    } else {
        update
            .update_expression(format!("{set}, #shard = :shard, #next = if_not_exists(#next, :next)"))
            .expression_attribute_names("#shard", LOOK_SHARD)
            .expression_attribute_names("#next", NEXT_LOOK)
            .expression_attribute_values(":shard", look_shard(id))
            .expression_attribute_values(":next", moment(attempt.first_look()))
    }
}
