//! Records, attempts and the trail as items, and back.
//!
//! An item has the fields of a record's JSON as attributes of the same names, with three exceptions: `sealed` is binary
//! (base64 would be a third longer), moments that are compared have nine decimals so that they sort as text, and a kept
//! reply is one string, so that it is given again with its fields in the same order. One attribute is the item's alone: by
//! `sealedShard` an item is in the index of seals, as long as it has one.

use std::collections::HashMap;

use aws_sdk_dynamodb::primitives::Blob;
use aws_sdk_dynamodb::types::AttributeValue;
use jiff::Timestamp;
use serde::de::DeserializeOwned;
use serde_json::Value;
use sha2::{Digest as _, Sha256};

use crate::dialogue::{AttemptId, OrderId};
use crate::ports::StoreError;
use crate::session::{Attempt, Moved, OpenAttempt, OrderRecord, Record, SessionId, TrailEntry};

/// An item, as the SDK has it.
pub(super) type Item = HashMap<String, AttributeValue>;

/// The partition key of the sessions table.
pub(super) const SESSION_ID: &str = "sessionId";

/// The index that a release before this one found open attempts by: all of them in one partition, as [`OPEN`].
pub(super) const OPEN: &str = "open";

/// The index of open attempts: by shard, then by when the next look is.
pub(super) const LOOKS: &str = "looks";

/// The partition key of that index: a digit of the digest of the attempt's id, so that no shard has more than the others.
pub(super) const LOOK_SHARD: &str = "lookShard";

/// Its sort key.
pub(super) const NEXT_LOOK: &str = "nextLook";

/// The shard of an attempt.
pub(super) fn look_shard(id: &AttemptId) -> AttributeValue {
    text(&hex::encode(&Sha256::digest(id.as_str())[..1])[..1])
}

/// The index of the sessions that hold a seal: by shard, then by when the seal is over.
pub(super) const SEALS: &str = "seals";

/// The partition key of that index: the first digit of the session's id. Ids are drawn, so no shard has more than the others.
pub(super) const SEALED_SHARD: &str = "sealedShard";

/// Its sort key.
pub(super) const SEALED_UNTIL: &str = "sealedUntil";

/// Every shard.
pub(super) const SHARDS: &str = "0123456789abcdef";

/// The sort key of an attempt, which is kept under its own id.
pub(super) const ATTEMPT: &str = "attempt";

/// The sort key of an order.
pub(super) const ORDER: &str = "order";

/// The partition key of an attempt.
pub(super) fn attempt_key(id: &AttemptId) -> String {
    format!("attempt#{}", id.as_str())
}

/// The partition key of an order.
pub(super) fn order_key(id: &OrderId) -> String {
    format!("order#{}", id.as_str())
}

/// A moment as text that sorts by time.
pub(super) fn moment(at: Timestamp) -> AttributeValue {
    AttributeValue::S(format!("{at:.9}"))
}

/// A text.
pub(super) fn text(text: impl Into<String>) -> AttributeValue {
    AttributeValue::S(text.into())
}

/// A number.
pub(super) fn number(number: &impl ToString) -> AttributeValue {
    AttributeValue::N(number.to_string())
}

/// The item of a record.
pub(super) fn of_record(mut record: Record) -> Item {
    let sealed = record.take_sealed();
    let mut fields = serde_json::to_value(&record).unwrap_or_default();
    for kept in fields.get_mut("replies").and_then(Value::as_array_mut).into_iter().flatten() {
        if let Some(reply) = kept.get_mut("reply") {
            *reply = Value::String(reply.to_string());
        }
    }
    let mut item = of_object(fields);
    if let Some(until) = record.sealed_until() {
        item.insert(SEALED_UNTIL.to_owned(), moment(until));
        if sealed.is_some() {
            item.insert(SEALED_SHARD.to_owned(), text(&record.session_id().as_str()[..1]));
        }
    }
    if let Some(sealed) = sealed {
        item.insert("sealed".to_owned(), AttributeValue::B(Blob::new(sealed)));
    }
    item
}

/// The record in an item. One of a later release comes back as well, so that it can be refused.
pub(super) fn to_record(mut item: Item) -> Result<Record, StoreError> {
    let unreadable = || StoreError("a session's item is not a record".to_owned());
    let sealed = match item.remove("sealed") {
        Some(AttributeValue::B(sealed)) => Some(sealed.into_inner()),
        Some(_) => return Err(unreadable()),
        None => None,
    };
    item.remove(SEALED_SHARD);
    let mut fields = to_object(item).ok_or_else(unreadable)?;
    for kept in fields.get_mut("replies").and_then(Value::as_array_mut).into_iter().flatten() {
        if let Some(reply) = kept.get_mut("reply")
            && let Some(Ok(parsed)) = reply.as_str().map(serde_json::from_str)
        {
            *reply = parsed;
        }
    }
    let mut record = Record::from_json(fields.to_string().as_bytes()).map_err(|_| unreadable())?;
    record.put_sealed(sealed);
    Ok(record)
}

/// The entries of one commit, as an item's attributes.
pub(super) fn of_trail(trail: &[TrailEntry]) -> Item {
    of_object(serde_json::to_value(Moved::of(trail)).unwrap_or_default())
}

/// The entries of one commit, after the one whose digest is `previous`. Former releases wrote them out.
pub(super) fn to_trail(mut item: Item, session: &SessionId, previous: &str) -> Result<Vec<TrailEntry>, StoreError> {
    let entries = match item.remove("entries") {
        Some(entries) => to_value(entries).and_then(read),
        None => to_object(item).and_then(read).map(|moved: Moved| moved.entries(session, previous)),
    };
    entries.ok_or_else(|| StoreError("an item of the trail cannot be read".to_owned()))
}

/// The attempt in an item.
pub(super) fn to_attempt(item: Item) -> Result<Attempt, StoreError> {
    to_object(item).and_then(read).ok_or_else(|| StoreError("an item of an attempt cannot be read".to_owned()))
}

/// The open attempt in an item, with its next look.
pub(super) fn to_open(item: Item) -> Result<OpenAttempt, StoreError> {
    let moved = item.get(NEXT_LOOK).and_then(|at| at.as_s().ok()?.parse().ok());
    Ok(OpenAttempt::of(to_attempt(item)?, moved))
}

/// The item of an order.
pub(super) fn of_order(order: &OrderRecord) -> Item {
    let mut item = of_object(serde_json::to_value(order).unwrap_or_default());
    item.insert("pk".to_owned(), text(order_key(&order.order)));
    item.insert("sk".to_owned(), text(ORDER));
    item
}

/// The order in an item.
pub(super) fn to_order(item: Item) -> Result<OrderRecord, StoreError> {
    to_object(item).and_then(read).ok_or_else(|| StoreError("an item of an order cannot be read".to_owned()))
}

fn read<T: DeserializeOwned>(value: Value) -> Option<T> {
    serde_json::from_value(value).ok()
}

fn of_object(value: Value) -> Item {
    match value {
        Value::Object(fields) => fields.into_iter().map(|(name, value)| (name, of_value(value))).collect(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Array(_) => Item::new(),
    }
}

pub(super) fn of_value(value: Value) -> AttributeValue {
    match value {
        Value::Null => AttributeValue::Null(true),
        Value::Bool(is) => AttributeValue::Bool(is),
        Value::Number(value) => number(&value),
        Value::String(value) => AttributeValue::S(value),
        Value::Array(values) => AttributeValue::L(values.into_iter().map(of_value).collect()),
        Value::Object(_) => AttributeValue::M(of_object(value)),
    }
}

fn to_object(item: Item) -> Option<Value> {
    let field = |(name, value)| Some((name, to_value(value)?));
    item.into_iter().map(field).collect::<Option<serde_json::Map<_, _>>>().map(Value::Object)
}

/// `None` for what JSON has no word for, as binary and sets.
#[expect(clippy::wildcard_enum_match_arm, reason = "the SDK's enum is open; what else it may be, no record has")]
fn to_value(value: AttributeValue) -> Option<Value> {
    match value {
        AttributeValue::Null(_) => Some(Value::Null),
        AttributeValue::Bool(is) => Some(Value::Bool(is)),
        AttributeValue::N(digits) => serde_json::from_str(&digits).ok().map(Value::Number),
        AttributeValue::S(value) => Some(Value::String(value)),
        AttributeValue::L(values) => values.into_iter().map(to_value).collect::<Option<_>>().map(Value::Array),
        AttributeValue::M(fields) => to_object(fields),
        _ => None,
    }
}
