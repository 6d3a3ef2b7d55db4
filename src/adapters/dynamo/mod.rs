//! Sessions and the ledger in DynamoDB, in two tables.
//!
//! Sessions live in one that nothing copies: the partition key is `sessionId`, and DynamoDB deletes what is past `ttl`
//! when it gets to it, so `ttl` is looked at after every read and in every condition. That may take days, so a seal that is
//! over and that no turn came for is deleted by a schedule, by way of the index `seals`. The ledger is the other:
//! the trail is under `pk` = session and `sk` = `trail#<version>`, an attempt under `attempt#<id>`, an order under
//! `order#<id>`; attempts without an end are in its index `looks`, in 16 shards and by their next look. Counts live beside the sessions, as `count#<key>`. Each table
//! has one item `health`, which is overwritten whenever the tables are tried; what operators did is under `operators`.
//!
//! An ordinary turn is one consistent read and one write. The SDK tries each call three times at most, within
//! [`Patience`].

mod archive;
mod commit;
mod counts;
mod fault;
mod item;
mod looks;
mod overdue;
mod tables;
mod writing;

use std::time::Duration;

use async_trait::async_trait;
use aws_config::SdkConfig;
use aws_sdk_dynamodb::Client;
use aws_sdk_dynamodb::config::Builder;
use aws_sdk_dynamodb::config::retry::{RetryConfig, RetryPartition, TokenBucket};
use aws_sdk_dynamodb::config::timeout::TimeoutConfig;
use aws_sdk_dynamodb::types::Select;
use jiff::Timestamp;
use serde_json::Value;

pub use tables::{Told, create_tables, inspect_tables};

use crate::dialogue::{AttemptId, OrderId};
use crate::ports::{CommitError, Ledger, Sessions, StoreError};
use crate::session::{Attempt, Commit, OpenAttempt, OrderRecord, OrderWrite, Record, SessionId, TrailEntry};
use fault::{Contended, fault};
use item::{
    ATTEMPT, Item, ORDER, SESSION_ID, attempt_key, moment, order_key, text, to_attempt, to_order, to_record, to_trail,
};

/// How often a call is tried.
const TRIES: u32 = 3;

/// The longest wait before the second try; it doubles with each. A random part of it is waited.
const BACKOFF: Duration = Duration::from_millis(25);

/// How long a call may take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Patience {
    /// One try, connecting included.
    pub attempt: Duration,
    /// All tries, and the waits between them.
    pub whole: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self { attempt: Duration::from_secs(1), whole: Duration::from_secs(3) }
    }
}

/// Sessions, and what the ledger knows of them, in two tables of DynamoDB.
#[derive(Clone, Debug)]
pub struct DynamoSessions {
    client: Client,
    sessions: String,
    ledger: String,
}

impl DynamoSessions {
    /// Over a client, with its time-outs and retries; see [`Self::connect`] for a client that has ours.
    #[must_use]
    pub fn new(client: Client, sessions: String, ledger: String) -> Self {
        Self { client, sessions, ledger }
    }

    /// A client with these settings, and with time-outs and retries that suit a turn. Connects at the first call.
    #[must_use]
    pub fn connect(settings: &SdkConfig, sessions: String, ledger: String) -> Self {
        Self::connect_within(settings, sessions, ledger, Patience::default())
    }

    /// As [`Self::connect`], with other time-outs.
    #[must_use]
    pub fn connect_within(settings: &SdkConfig, sessions: String, ledger: String, patience: Patience) -> Self {
        Self::new(client(settings, patience), sessions, ledger)
    }

    /// Opens a connection, so that the first turn need not wait for it. An error is not told here: the first turn meets
    /// it again.
    pub async fn warm(&self) {
        let nobody = self.client.get_item().table_name(&self.sessions).key(SESSION_ID, text("nobody"));
        if let Err(error) = nobody.send().await {
            tracing::debug!(error = %fault("GetItem", &self.sessions, &error), "no connection to warm");
        }
    }
}

impl DynamoSessions {
    async fn ledger_item(&self, pk: String, sk: &str) -> Result<Option<Item>, StoreError> {
        let read = self.client.get_item().table_name(&self.ledger).key("pk", text(pk)).key("sk", text(sk));
        let read = read.consistent_read(true).send().await;
        Ok(read.map_err(|error| fault("GetItem", &self.ledger, &error))?.item)
    }
}

/// A client that tries everything that passes three times, within `patience`.
fn client(settings: &SdkConfig, patience: Patience) -> Client {
    let timeouts = TimeoutConfig::builder()
        .connect_timeout(patience.attempt)
        .operation_attempt_timeout(patience.attempt)
        .operation_timeout(patience.whole)
        .build();
    let retries = RetryConfig::standard()
        .with_max_attempts(TRIES)
        .with_initial_backoff(BACKOFF)
        .with_max_backoff(BACKOFF * TRIES);
    // The SDK stops to retry when many calls failed, until as many were well. A turn is bounded by itself, and the API
    // by its limits: so that each call has its three tries, the store is large.
    let tokens = TokenBucket::builder().capacity(1_000_000).refill_rate(10_000.0).build();
    let config = Builder::from(settings)
        .timeout_config(timeouts)
        .retry_config(retries)
        .retry_partition(RetryPartition::custom("sessions").token_bucket(tokens).build())
        .retry_classifier(Contended)
        .build();
    Client::from_conf(config)
}

#[async_trait]
impl Sessions for DynamoSessions {
    async fn load(&self, id: &SessionId, now: Timestamp) -> Result<Option<Record>, StoreError> {
        let read = self.client.get_item().table_name(&self.sessions).key(SESSION_ID, text(id.as_str()));
        let read = read.consistent_read(true).send().await;
        let read = read.map_err(|error| fault("GetItem", &self.sessions, &error))?;
        let record = read.item.map(to_record).transpose()?;
        Ok(record.filter(|record| !record.is_expired(now)))
    }

    async fn commit(&self, commit: Commit) -> Result<(), CommitError> {
        self.write(commit).await
    }

    async fn rehearse(&self, now: Timestamp, until: Timestamp) -> Result<(), StoreError> {
        self.rehearsed(now, until).await
    }

    async fn order(&self, id: &OrderId) -> Result<Option<OrderRecord>, StoreError> {
        self.ledger_item(order_key(id), ORDER).await?.map(to_order).transpose()
    }

    async fn overdue(&self, now: Timestamp) -> Result<u64, StoreError> {
        let mut pages = self
            .client
            .scan()
            .table_name(&self.sessions)
            .consistent_read(true)
            .select(Select::Count)
            .filter_expression(
                "attribute_exists(sealed) AND (attribute_not_exists(sealedUntil) OR sealedUntil <= :now)",
            )
            .expression_attribute_values(":now", moment(now))
            .into_paginator()
            .send();
        let mut overdue = 0;
        while let Some(page) = pages.next().await {
            let page = page.map_err(|error| fault("Scan", &self.sessions, &error))?;
            overdue += u64::try_from(page.count()).unwrap_or(0);
        }
        Ok(overdue)
    }

    async fn delete_overdue(&self, now: Timestamp) -> Result<u64, StoreError> {
        self.delete_seals(now).await
    }
}

#[async_trait]
impl Ledger for DynamoSessions {
    async fn open_attempts(&self, by: Option<Timestamp>, limit: usize) -> Result<Vec<OpenAttempt>, StoreError> {
        self.open_in_shards(by, limit).await
    }

    async fn look_again(&self, open: &OpenAttempt, next: Timestamp) -> Result<bool, StoreError> {
        self.move_look(open, next).await
    }

    async fn close(&self, ended: Attempt, order: Option<OrderWrite>) -> Result<(), CommitError> {
        self.close_open(&ended, order.as_ref()).await
    }

    async fn attempt(&self, id: &AttemptId) -> Result<Option<Attempt>, StoreError> {
        self.ledger_item(attempt_key(id), ATTEMPT).await?.map(to_attempt).transpose()
    }

    async fn trail(&self, id: &SessionId) -> Result<Vec<TrailEntry>, StoreError> {
        let mut items = self.query_trail(id).into_paginator().items().send();
        let mut trail = Vec::new();
        while let Some(item) = items.next().await {
            let item = item.map_err(|error| fault("Query", &self.ledger, &error))?;
            let previous = trail.last().map(|entry: &TrailEntry| entry.digest.clone()).unwrap_or_default();
            trail.extend(to_trail(item, id, &previous)?);
        }
        Ok(trail)
    }

    async fn note(&self, at: Timestamp, act: &str, found: Value) -> Result<(), StoreError> {
        self.note_down(at, act, found).await
    }
}
