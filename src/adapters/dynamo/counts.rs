//! Counts that bound abuse, in the table of what is short-lived: `sessionId` is `count#<key>`, `n` the count, `ttl` its end.

use std::collections::HashMap;
use std::hash::{BuildHasher as _, Hasher as _};
use std::time::Duration;

use async_trait::async_trait;
use aws_sdk_dynamodb::config::Builder;
use aws_sdk_dynamodb::config::retry::RetryConfig;
use aws_sdk_dynamodb::operation::put_item::PutItemError;
use aws_sdk_dynamodb::operation::update_item::UpdateItemError;
use aws_sdk_dynamodb::types::{AttributeValue, KeysAndAttributes, ReturnValue};
use jiff::Timestamp;

use super::fault::fault;
use super::item::{Item, SESSION_ID, number, text};
use super::{BACKOFF, DynamoSessions};
use crate::adapters::ceil_second;
use crate::ports::{Counts, StoreError};

/// So many rivals may come first when a count that is over begins anew.
const TRIES: u32 = 5;

/// `BatchGetItem` takes so many keys.
const BATCH: usize = 100;

/// How long to wait before what was left is asked for again: half of it by chance, so that not all come back at once.
fn backoff(tried: u32) -> Duration {
    let most = BACKOFF * 2_u32.pow(tried.min(TRIES));
    let chance = std::collections::hash_map::RandomState::new().build_hasher().finish();
    let half = u64::try_from(most.as_micros() / 2).unwrap_or(0).max(1);
    Duration::from_micros(half + chance % half)
}

fn key(key: &str) -> AttributeValue {
    text(format!("count#{key}"))
}

fn count(item: &Item) -> i64 {
    let n = item.get("n").and_then(|n| n.as_n().ok());
    n.and_then(|n| n.parse().ok()).unwrap_or(0)
}

impl DynamoSessions {
    /// Adds to a count that is there, or is not there yet; `None` when it is over.
    async fn add_to(&self, name: &str, by: i64, now: i64, until: i64) -> Result<Option<i64>, StoreError> {
        let adding = self
            .client
            .update_item()
            .table_name(&self.sessions)
            .key(SESSION_ID, key(name))
            .update_expression("ADD n :by SET #ttl = :until")
            .condition_expression("attribute_not_exists(#ttl) OR #ttl > :now")
            .expression_attribute_names("#ttl", "ttl")
            .expression_attribute_values(":by", number(&by))
            .expression_attribute_values(":until", number(&until))
            .expression_attribute_values(":now", number(&now))
            .return_values(ReturnValue::UpdatedNew);
        // A try whose answer was lost may count twice: strict where something is added, and so never done where it is
        // taken back.
        let sent = if by < 0 {
            let once = Builder::new().retry_config(RetryConfig::disabled());
            adding.customize().config_override(once).send().await
        } else {
            adding.send().await
        };
        match sent {
            Ok(updated) => Ok(Some(updated.attributes().map_or(0, count))),
            Err(error) => match error.as_service_error() {
                Some(UpdateItemError::ConditionalCheckFailedException(_)) => Ok(None),
                _ => Err(fault("UpdateItem", &self.sessions, &error)),
            },
        }
    }

    /// Begins a count that is over anew; `false` when somebody else did.
    async fn begin(&self, name: &str, by: i64, now: i64, until: i64) -> Result<bool, StoreError> {
        let sent = self
            .client
            .put_item()
            .table_name(&self.sessions)
            .item(SESSION_ID, key(name))
            .item("n", number(&by))
            .item("ttl", number(&until))
            .condition_expression("#ttl <= :now")
            .expression_attribute_names("#ttl", "ttl")
            .expression_attribute_values(":now", number(&now))
            .send()
            .await;
        match sent {
            Ok(_) => Ok(true),
            Err(error) => match error.as_service_error() {
                Some(PutItemError::ConditionalCheckFailedException(_)) => Ok(false),
                _ => Err(fault("PutItem", &self.sessions, &error)),
            },
        }
    }

    /// The items of these keys, those that the table did not get to asked for again.
    async fn counted(&self, keys: &[String]) -> Result<Vec<Item>, StoreError> {
        let wanted = keys.iter().map(|name| HashMap::from([(SESSION_ID.to_owned(), key(name))])).collect();
        let wanted = KeysAndAttributes::builder().set_keys(Some(wanted)).consistent_read(true).build();
        let wanted = wanted.map_err(|_| StoreError("a read of counts lacked a part".to_owned()))?;
        let mut left = Some(HashMap::from([(self.sessions.clone(), wanted)]));
        let mut found = Vec::new();
        for tried in 0..TRIES {
            // What the table did not get to, it is too busy for: AWS asks to wait longer each time.
            if tried > 0 {
                tokio::time::sleep(backoff(tried)).await;
            }
            let read = self.client.batch_get_item().set_request_items(left).send().await;
            let mut read = read.map_err(|error| fault("BatchGetItem", &self.sessions, &error))?;
            found.extend(read.responses.take().into_iter().flat_map(HashMap::into_values).flatten());
            left = read.unprocessed_keys.filter(|left| !left.is_empty());
            if left.is_none() {
                return Ok(found);
            }
        }
        Err(StoreError(format!("BatchGetItem on {} was not carried out whole", self.sessions)))
    }
}

#[async_trait]
impl Counts for DynamoSessions {
    async fn add(&self, key: &str, by: i64, now: Timestamp, until: Timestamp) -> Result<i64, StoreError> {
        let (now, until) = (now.as_second(), ceil_second(until));
        for _ in 0..TRIES {
            if let Some(count) = self.add_to(key, by, now, until).await? {
                return Ok(count);
            }
            if self.begin(key, by, now, until).await? {
                return Ok(by);
            }
        }
        Err(StoreError(format!("a count in {} was changed by others again and again", self.sessions)))
    }

    async fn read(&self, keys: &[String], now: Timestamp) -> Result<Vec<i64>, StoreError> {
        let mut counts = HashMap::new();
        for keys in keys.chunks(BATCH) {
            for item in self.counted(keys).await? {
                let ends: Option<i64> =
                    item.get("ttl").and_then(|ttl| ttl.as_n().ok()).and_then(|ttl| ttl.parse().ok());
                if ends.is_some_and(|ends| ends > now.as_second())
                    && let Some(Ok(name)) = item.get(SESSION_ID).map(AttributeValue::as_s)
                {
                    counts.insert(name.clone(), count(&item));
                }
            }
        }
        Ok(keys.iter().map(|key| counts.get(&format!("count#{key}")).copied().unwrap_or(0)).collect())
    }
}
