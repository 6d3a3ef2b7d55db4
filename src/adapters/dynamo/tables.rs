//! Makes the two tables, and an index that a table of a former release lacks, for those who do not deploy the template.

use std::time::{Duration, Instant};

use aws_config::SdkConfig;
use aws_sdk_dynamodb::Client;
use aws_sdk_dynamodb::error::BuildError;
use aws_sdk_dynamodb::operation::create_table::CreateTableError;
use aws_sdk_dynamodb::operation::create_table::builders::CreateTableFluentBuilder;
use aws_sdk_dynamodb::types::{
    AttributeDefinition, BillingMode, CreateGlobalSecondaryIndexAction, GlobalSecondaryIndex,
    GlobalSecondaryIndexUpdate, IndexStatus, KeySchemaElement, KeyType, PointInTimeRecoverySpecification,
    PointInTimeRecoveryStatus, Projection, ProjectionType, ScalarAttributeType, SseSpecification, SseType,
    StreamSpecification, TableDescription, TableStatus, TimeToLiveSpecification, TimeToLiveStatus,
};

use super::fault::fault;
use super::item::{LOOK_SHARD, LOOKS, NEXT_LOOK, OPEN, SEALED_SHARD, SEALED_UNTIL, SEALS, SESSION_ID};
use super::{Patience, client};
use crate::ports::StoreError;

/// How long a table may take to be there.
const READY: Duration = Duration::from_mins(5);

/// By this attribute sessions expire, and seals and counts.
const TTL: &str = "ttl";
/// How often it is looked at.
const LOOK: Duration = Duration::from_millis(250);

/// What is told while tables are made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// Something was done, or was done before.
    Done(String),
    /// Something could not be done; the tables work without it, but not as they should.
    Missing(String),
    /// Waiting for a table, for so long by now.
    Waiting(String, Duration),
}

/// Makes the tables `sessions` and `ledger` where they are not there, and sees to what belongs to them: expiry and
/// encryption (by `kms_key`, else by the account's own key for DynamoDB), the index of seals where a former release made the
/// table, and recovery of the ledger. `plain` leaves out expiry, encryption and recovery, for servers that know none of it.
/// Sessions get neither recovery nor a stream: those are copies.
///
/// # Errors
/// When a table cannot be made or read, or is not ready in five minutes.
pub async fn create_tables(
    settings: &SdkConfig,
    sessions: &str,
    ledger: &str,
    kms_key: Option<&str>,
    plain: bool,
    tell: &mut (dyn FnMut(Told) + Send),
) -> Result<(), StoreError> {
    let patience = Patience { attempt: Duration::from_secs(10), whole: Duration::from_secs(30) };
    let client = client(settings, patience);
    let encryption = (!plain).then(|| {
        let key = kms_key.map(str::to_owned);
        SseSpecification::builder().enabled(true).sse_type(SseType::Kms).set_kms_master_key_id(key).build()
    });
    for (table, parts, keys) in
        [(sessions, sessions_parts as Parts, [SESSION_ID].as_slice()), (ledger, ledger_parts, ["pk", "sk"].as_slice())]
    {
        let made = make(&client, table, parts, encryption.clone()).await?;
        let mut found = until_ready(&client, table, tell).await?;
        tell(Told::Done(format!("table {table}: {}", if made { "made" } else { "was there" })));
        let index = if table == sessions { SEALS } else { LOOKS };
        if named(&found) == keys && !has_index(&found, index) {
            tell(add_index(&client, table, index).await);
            found = until_ready(&client, table, tell).await?;
        }
        for missing in lacking(&found, keys, table == ledger, plain) {
            tell(Told::Missing(format!("table {table}: {missing}")));
        }
    }
    if !plain {
        tell(expiry(&client, sessions).await);
        tell(recovery(&client, ledger).await);
        match recovers(&client, sessions).await {
            Ok(false) => {}
            Ok(true) => tell(Told::Missing(copied(sessions))),
            Err(error) => tell(Told::Missing(error.0)),
        }
    }
    Ok(())
}

/// Looks at the two tables, and changes nothing: says what is as it should be, and what is missing.
///
/// # Errors
/// When a table is not there or cannot be read.
pub async fn inspect_tables(settings: &SdkConfig, sessions: &str, ledger: &str) -> Result<Vec<Told>, StoreError> {
    let client = client(settings, Patience::default());
    let mut told = Vec::new();
    for (table, keys) in [(sessions, [SESSION_ID].as_slice()), (ledger, ["pk", "sk"].as_slice())] {
        let described = client.describe_table().table_name(table).send().await;
        let described = described.map_err(|error| fault("DescribeTable", table, &error))?;
        let found = described.table.ok_or_else(|| StoreError(format!("the table {table} was not described")))?;
        let lacks = lacking(&found, keys, table == ledger, false);
        if lacks.is_empty() {
            told.push(Told::Done(format!("table {table}: keys, index and encryption")));
        }
        told.extend(lacks.into_iter().map(|missing| Told::Missing(format!("table {table}: {missing}"))));
    }
    told.push(match expires_by(&client, sessions).await? {
        Some(attribute) if attribute == TTL => Told::Done(format!("table {sessions}: expiry is on")),
        Some(attribute) => Told::Missing(format!(
            "table {sessions}: expiry is by `{attribute}`, which no item has: turn it off, and on by `{TTL}`"
        )),
        None => Told::Missing(format!("table {sessions}: expiry by `{TTL}` is off: run table create, or turn it on")),
    });
    told.push(if recovers(&client, sessions).await? {
        Told::Missing(copied(sessions))
    } else {
        Told::Done(format!("table {sessions}: nothing copies it"))
    });
    told.push(if recovers(&client, ledger).await? {
        Told::Done(format!("table {ledger}: point-in-time recovery is on"))
    } else {
        Told::Missing(format!("table {ledger}: point-in-time recovery is off: the ledger is what lasts, turn it on"))
    });
    Ok(told)
}

/// What a table that was there lacks, and what is not given to a running one.
fn lacking(found: &TableDescription, keys: &[&str], is_ledger: bool, plain: bool) -> Vec<&'static str> {
    let streams = found.stream_specification().is_some_and(StreamSpecification::stream_enabled);
    let encrypted = found.sse_description().is_some();
    let checks = [
        (named(found) != keys, "it has other keys than ours; take another name"),
        (
            is_ledger && !has_index(found, LOOKS),
            "its index `looks` is missing, so no payment is looked up that its customer left: run table create",
        ),
        (is_ledger && !has_index(found, OPEN), "its index `open` is missing, by which a former release finds attempts"),
        (
            !is_ledger && !has_index(found, SEALS),
            "its index `seals` is missing, so card data that nobody comes back for stays until expiry: run table create",
        ),
        (!is_ledger && streams, "it has a stream, and that keeps copies: turn it off"),
        (!plain && !encrypted, "it is not encrypted by a KMS key"),
    ];
    checks.into_iter().filter_map(|(lacks, what)| lacks.then_some(what)).collect()
}

/// The attributes of a table's key.
fn named(found: &TableDescription) -> Vec<&str> {
    found.key_schema().iter().map(KeySchemaElement::attribute_name).collect()
}

fn has_index(found: &TableDescription, name: &str) -> bool {
    found.global_secondary_indexes().iter().any(|index| index.index_name() == Some(name))
}

/// What a table is made of, added to the request that makes it.
type Parts = fn(CreateTableFluentBuilder) -> Result<CreateTableFluentBuilder, BuildError>;

/// Makes the table; `false` when there is one.
async fn make(
    client: &Client,
    table: &str,
    parts: Parts,
    encryption: Option<SseSpecification>,
) -> Result<bool, StoreError> {
    let request = client.create_table().table_name(table).billing_mode(BillingMode::PayPerRequest);
    let request = parts(request).map_err(|_| StoreError(format!("the table {table} lacked a part")))?;
    match request.set_sse_specification(encryption).send().await {
        Ok(_) => Ok(true),
        Err(error) if error.as_service_error().is_some_and(CreateTableError::is_resource_in_use_exception) => Ok(false),
        Err(error) => Err(fault("CreateTable", table, &error)),
    }
}

fn sessions_parts(request: CreateTableFluentBuilder) -> Result<CreateTableFluentBuilder, BuildError> {
    Ok(request
        .attribute_definitions(attribute(SESSION_ID)?)
        .attribute_definitions(attribute(SEALED_SHARD)?)
        .attribute_definitions(attribute(SEALED_UNTIL)?)
        .key_schema(key(SESSION_ID, KeyType::Hash)?)
        .global_secondary_indexes(index(SEALS, [SEALED_SHARD, SEALED_UNTIL], keys_only())?))
}

fn ledger_parts(request: CreateTableFluentBuilder) -> Result<CreateTableFluentBuilder, BuildError> {
    Ok(request
        .attribute_definitions(attribute("pk")?)
        .attribute_definitions(attribute("sk")?)
        .attribute_definitions(attribute(OPEN)?)
        .attribute_definitions(attribute("openedAt")?)
        .attribute_definitions(attribute(LOOK_SHARD)?)
        .attribute_definitions(attribute(NEXT_LOOK)?)
        .key_schema(key("pk", KeyType::Hash)?)
        .key_schema(key("sk", KeyType::Range)?)
        .global_secondary_indexes(index(LOOKS, [LOOK_SHARD, NEXT_LOOK], whole())?)
        .global_secondary_indexes(index(OPEN, [OPEN, "openedAt"], whole())?))
}

fn index(name: &str, [hash, range]: [&str; 2], projection: Projection) -> Result<GlobalSecondaryIndex, BuildError> {
    GlobalSecondaryIndex::builder()
        .index_name(name)
        .key_schema(key(hash, KeyType::Hash)?)
        .key_schema(key(range, KeyType::Range)?)
        .projection(projection)
        .build()
}

/// An attempt is small, and nothing of it is secret.
fn whole() -> Projection {
    Projection::builder().projection_type(ProjectionType::All).build()
}

/// No seal is in the index of seals, and nothing that a customer said.
fn keys_only() -> Projection {
    Projection::builder().projection_type(ProjectionType::KeysOnly).build()
}

/// Gives a table that was there the index that a former release did not make. Turns go on meanwhile.
async fn add_index(client: &Client, table: &str, name: &str) -> Told {
    let (keys, projection) =
        if name == SEALS { ([SEALED_SHARD, SEALED_UNTIL], keys_only()) } else { ([LOOK_SHARD, NEXT_LOOK], whole()) };
    let parts = || -> Result<_, BuildError> {
        let index = CreateGlobalSecondaryIndexAction::builder()
            .index_name(name)
            .key_schema(key(keys[0], KeyType::Hash)?)
            .key_schema(key(keys[1], KeyType::Range)?)
            .projection(projection)
            .build()?;
        Ok(client
            .update_table()
            .table_name(table)
            .attribute_definitions(attribute(keys[0])?)
            .attribute_definitions(attribute(keys[1])?)
            .global_secondary_index_updates(GlobalSecondaryIndexUpdate::builder().create(index).build()))
    };
    let Ok(asked) = parts() else { return Told::Missing(format!("the index {name} of {table} lacked a part")) };
    match asked.send().await {
        Ok(_) => Told::Done(format!("table {table}: index `{name}` made")),
        Err(error) => Told::Missing(format!("index: {}", fault("UpdateTable", table, &error).0)),
    }
}

fn attribute(name: &str) -> Result<AttributeDefinition, BuildError> {
    AttributeDefinition::builder().attribute_name(name).attribute_type(ScalarAttributeType::S).build()
}

fn key(name: &str, key: KeyType) -> Result<KeySchemaElement, BuildError> {
    KeySchemaElement::builder().attribute_name(name).key_type(key).build()
}

async fn until_ready(
    client: &Client,
    table: &str,
    tell: &mut (dyn FnMut(Told) + Send),
) -> Result<TableDescription, StoreError> {
    let began = Instant::now();
    while began.elapsed() < READY {
        let described = client.describe_table().table_name(table).send().await;
        let described = described.map_err(|error| fault("DescribeTable", table, &error))?;
        if let Some(found) = described.table
            && found.table_status() == Some(&TableStatus::Active)
            && found.global_secondary_indexes().iter().all(|index| index.index_status() == Some(&IndexStatus::Active))
        {
            return Ok(found);
        }
        tell(Told::Waiting(table.to_owned(), began.elapsed()));
        tokio::time::sleep(LOOK).await;
    }
    Err(StoreError(format!("the table {table} was not ready after {} minutes", READY.as_secs() / 60)))
}

/// Has DynamoDB delete sessions that are over.
async fn expiry(client: &Client, table: &str) -> Told {
    if let Ok(Some(attribute)) = expires_by(client, table).await
        && attribute == TTL
    {
        return Told::Done(format!("table {table}: expiry was on"));
    }
    let wanted = TimeToLiveSpecification::builder().enabled(true).attribute_name(TTL).build();
    let asked = client.update_time_to_live().table_name(table).set_time_to_live_specification(wanted.ok());
    match asked.send().await {
        Ok(_) => Told::Done(format!("table {table}: expiry by `ttl` is on")),
        Err(error) => Told::Missing(format!("expiry: {}", fault("UpdateTimeToLive", table, &error).0)),
    }
}

/// Has DynamoDB keep what the ledger was at any time of the last 35 days.
async fn recovery(client: &Client, table: &str) -> Told {
    if matches!(recovers(client, table).await, Ok(true)) {
        return Told::Done(format!("table {table}: point-in-time recovery was on"));
    }
    let wanted = PointInTimeRecoverySpecification::builder().point_in_time_recovery_enabled(true).build();
    let asked = client.update_continuous_backups().table_name(table);
    match asked.set_point_in_time_recovery_specification(wanted.ok()).send().await {
        Ok(_) => Told::Done(format!("table {table}: point-in-time recovery is on")),
        Err(error) => Told::Missing(format!("recovery: {}", fault("UpdateContinuousBackups", table, &error).0)),
    }
}

/// Nothing keeps card data for longer than the table itself.
fn copied(table: &str) -> String {
    format!("table {table}: point-in-time recovery is on, and keeps copies: turn it off")
}

/// Whether copies of the table are kept.
async fn recovers(client: &Client, table: &str) -> Result<bool, StoreError> {
    let described = client.describe_continuous_backups().table_name(table).send().await;
    let described = described.map_err(|error| fault("DescribeContinuousBackups", table, &error))?;
    let recovery = described
        .continuous_backups_description
        .and_then(|backups| backups.point_in_time_recovery_description?.point_in_time_recovery_status);
    Ok(recovery == Some(PointInTimeRecoveryStatus::Enabled))
}

/// The attribute by which items of the table expire; `None` where none do.
async fn expires_by(client: &Client, table: &str) -> Result<Option<String>, StoreError> {
    let described = client.describe_time_to_live().table_name(table).send().await;
    let described = described.map_err(|error| fault("DescribeTimeToLive", table, &error))?.time_to_live_description;
    Ok(described
        .filter(|found| {
            let status = found.time_to_live_status.as_ref();
            matches!(status, Some(TimeToLiveStatus::Enabled | TimeToLiveStatus::Enabling))
        })
        .and_then(|found| found.attribute_name))
}
