//! The ledger from its first item to its last, and what operators did: under `operators`, by time.

use async_trait::async_trait;
use aws_sdk_dynamodb::operation::delete_item::DeleteItemError;
use aws_sdk_dynamodb::operation::query::builders::QueryFluentBuilder;
use aws_sdk_dynamodb::types::AttributeValue;
use futures_util::{StreamExt as _, stream};
use jiff::Timestamp;
use serde_json::Value;

use super::DynamoSessions;
use super::fault::fault;
use super::item::{
    ATTEMPT, Item, ORDER, attempt_key, moment, number, of_value, order_key, text, to_attempt, to_order, to_trail,
};
use crate::ports::{Archive, Bookmark, Row, StoreError};
use crate::session::SessionId;

/// So many items are read at once.
const PAGE: i32 = 256;

/// So many are deleted at once.
const AT_ONCE: usize = 16;

/// What operators did has this as its partition key.
const OPERATORS: &str = "operators";

/// What the sort keys of the trail begin with.
pub(super) const TRAIL: &str = "trail#";

impl DynamoSessions {
    /// Asks for the trail of a session.
    pub(super) fn query_trail(&self, session: &SessionId) -> QueryFluentBuilder {
        let query = self.client.query().table_name(&self.ledger).consistent_read(true);
        query
            .key_condition_expression("pk = :session AND begins_with(sk, :trail)")
            .expression_attribute_values(":session", text(session.as_str()))
            .expression_attribute_values(":trail", text(TRAIL))
    }

    pub(super) async fn note_down(&self, at: Timestamp, act: &str, found: Value) -> Result<(), StoreError> {
        let put = self.client.put_item().table_name(&self.ledger).item("pk", text(OPERATORS));
        let put = put.item("sk", text(format!("{at:.9}#{act}"))).item("at", moment(at)).item("act", text(act));
        let put = put.item("found", of_value(found)).send().await;
        put.map(|_| ()).map_err(|error| fault("PutItem", &self.ledger, &error))
    }

    /// Deletes one row; `false` where it was changed or is gone.
    async fn forget_one(&self, row: Row) -> Result<bool, StoreError> {
        let delete = self.client.delete_item().table_name(&self.ledger);
        let delete = match row {
            Row::Trail { session, place, .. } => delete
                .key("pk", text(session.as_str()))
                .key("sk", text(format!("{TRAIL}{place:010}")))
                .condition_expression("attribute_exists(pk)"),
            Row::Attempt(attempt) => delete
                .key("pk", text(attempt_key(&attempt.attempt)))
                .key("sk", text(ATTEMPT))
                .condition_expression("closed = :closed")
                .expression_attribute_values(":closed", AttributeValue::Bool(true)),
            Row::Order(order) => delete
                .key("pk", text(order_key(&order.order)))
                .key("sk", text(ORDER))
                .condition_expression("#version = :version")
                .expression_attribute_names("#version", "version")
                .expression_attribute_values(":version", number(&order.version)),
        };
        let Err(error) = delete.send().await else { return Ok(true) };
        match error.as_service_error() {
            Some(DeleteItemError::ConditionalCheckFailedException(_)) => Ok(false),
            _ => Err(fault("DeleteItem", &self.ledger, &error)),
        }
    }
}

/// The partition that was read last, and the digest of the last entry there.
#[derive(Default)]
struct Head {
    pk: String,
    digest: String,
}

/// The row in an item; `None` for what is neither trail, attempt nor order.
fn row(item: Item, head: &mut Head) -> Result<Option<Row>, StoreError> {
    let key = |name: &str| item.get(name).and_then(|key| key.as_s().ok()).cloned().unwrap_or_default();
    let (pk, sk) = (key("pk"), key("sk"));
    Ok(match (sk.as_str(), sk.strip_prefix(TRAIL).and_then(|place| place.parse().ok())) {
        (ATTEMPT, _) => Some(Row::Attempt(to_attempt(item)?)),
        (ORDER, _) => Some(Row::Order(to_order(item)?)),
        (_, Some(place)) => {
            let Some(session) = SessionId::parse(&pk) else { return Ok(None) };
            let entries = to_trail(item, &session, if head.pk == pk { &head.digest } else { "" })?;
            *head = Head { pk, digest: entries.last().map(|entry| entry.digest.clone()).unwrap_or_default() };
            Some(Row::Trail { session, place, entries })
        }
        (_, None) => None,
    })
}

#[async_trait]
impl Archive for DynamoSessions {
    async fn rows(&self, after: Option<&Bookmark>) -> Result<(Vec<Row>, Option<Bookmark>), StoreError> {
        let mut parts = after.map_or("", |Bookmark(mark)| mark.as_str()).split('\n');
        let start = parts.next().zip(parts.next()).map(|(pk, sk)| [("pk", pk), ("sk", sk)]);
        let start = start.map(|key| key.map(|(name, key)| (name.to_owned(), text(key))).into_iter().collect());
        let (pk, digest) = (parts.next().unwrap_or_default().to_owned(), parts.next().unwrap_or_default().to_owned());
        let mut head = Head { pk, digest };
        let scan = self.client.scan().table_name(&self.ledger).consistent_read(true).limit(PAGE);
        let page = scan.set_exclusive_start_key(start).send().await;
        let page = page.map_err(|error| fault("Scan", &self.ledger, &error))?;
        let key = |key: &Item, name: &str| key.get(name).and_then(|key| key.as_s().ok()).cloned().unwrap_or_default();
        let last = page.last_evaluated_key.as_ref().filter(|last| !last.is_empty());
        let keys = last.map(|last| (key(last, "pk"), key(last, "sk")));
        let rows = page.items.unwrap_or_default().into_iter().filter_map(|item| row(item, &mut head).transpose());
        let rows = rows.collect::<Result<_, _>>()?;
        // A session's items come in their order, and a page may end between them.
        let next = keys.map(|(pk, sk)| Bookmark([pk, sk, head.pk, head.digest].join("\n")));
        Ok((rows, next))
    }

    async fn last_step(&self, session: &SessionId) -> Result<Option<Timestamp>, StoreError> {
        let query = self.query_trail(session).scan_index_forward(false).limit(1);
        let found = query.send().await.map_err(|error| fault("Query", &self.ledger, &error))?;
        let Some(item) = found.items.unwrap_or_default().pop() else { return Ok(None) };
        Ok(to_trail(item, session, "")?.last().map(|entry| entry.at))
    }

    async fn forget(&self, rows: Vec<Row>) -> Result<u64, StoreError> {
        let mut deleting = stream::iter(rows.into_iter().map(|row| self.forget_one(row))).buffer_unordered(AT_ONCE);
        let mut gone = 0;
        while let Some(one) = deleting.next().await {
            gone += u64::from(one?);
        }
        Ok(gone)
    }
}
