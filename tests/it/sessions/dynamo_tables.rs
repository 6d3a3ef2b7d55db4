//! `table create`, as an operator runs it.

use std::process::{Command, Output, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

use aws_sdk_dynamodb::Client;
use aws_sdk_dynamodb::types::{BillingMode, TimeToLiveStatus};
use payment_smart_bot::adapters::DynamoSessions;
use payment_smart_bot::ports::Sessions as _;

use super::dynamo_server::{endpoint, settings};
use super::{id, plain, version};

/// Names of tables that are not there.
fn names() -> (String, String) {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let (process, n) = (std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
    (format!("made-s-{process}-{n}"), format!("made-l-{process}-{n}"))
}

fn create(endpoint: &str, sessions: &str, ledger: &str, more: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_payment-smart-bot"))
        .args(["table", "create", "--sessions", sessions, "--ledger", ledger])
        .args(more)
        .env("AWS_ENDPOINT_URL_DYNAMODB", endpoint)
        .env("AWS_REGION", "eu-central-1")
        .env("AWS_ACCESS_KEY_ID", "test")
        .env("AWS_SECRET_ACCESS_KEY", "test")
        .env_remove("KMS_KEY_ID")
        .stdin(Stdio::null())
        .output()
        .expect("it runs")
}

fn ended(output: &Output) -> (i32, String, String) {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("UTF-8");
    (output.status.code().expect("a code"), text(&output.stdout), text(&output.stderr))
}

#[tokio::test]
async fn tables_that_it_made_serve_and_a_second_run_leaves_them() {
    let (sessions, ledger) = names();
    let (code, out, err) = ended(&create(endpoint(), &sessions, &ledger, &["--local"]));
    assert_eq!((code, err.as_str()), (0, ""), "{out}");
    assert_eq!(out, format!("table {sessions}: made\ntable {ledger}: made\n"), "plain lines when nobody watches");
    let store = DynamoSessions::connect(&settings(endpoint()), sessions.clone(), ledger.clone());
    store.commit(plain(&id(1), 1)).await.expect("kept");
    let (code, out, _) = ended(&create(endpoint(), &sessions, &ledger, &["--local"]));
    assert_eq!((code, out), (0, format!("table {sessions}: was there\ntable {ledger}: was there\n")));
    assert_eq!(version(&store, &id(1), 0).await, Some(1));
    let client = Client::new(&settings(endpoint()));
    for table in [sessions, ledger] {
        let found = client.describe_table().table_name(table).send().await.expect("reads").table.expect("there");
        let billed = found.billing_mode_summary().and_then(|summary| summary.billing_mode());
        assert_eq!(billed, Some(&BillingMode::PayPerRequest));
    }
}

#[tokio::test]
async fn what_the_server_cannot_do_is_told_and_the_rest_is_done() {
    let (sessions, ledger) = names();
    let (code, out, err) = ended(&create(endpoint(), &sessions, &ledger, &[]));
    assert_eq!(code, 1, "{out}{err}");
    assert!(err.contains("recovery"), "{err}");
    let client = Client::new(&settings(endpoint()));
    let expiry = client.describe_time_to_live().table_name(&sessions).send().await.expect("reads");
    let expiry = expiry.time_to_live_description.expect("described");
    assert_eq!(
        (expiry.time_to_live_status, expiry.attribute_name.as_deref()),
        (Some(TimeToLiveStatus::Enabled), Some("ttl"))
    );
    assert!(out.contains("expiry"), "{out}");
}

#[tokio::test]
async fn tables_with_other_keys_are_told_apart() {
    let (sessions, ledger) = names();
    assert_eq!(ended(&create(endpoint(), &sessions, &ledger, &["--local"])).0, 0);
    let (code, _, err) = ended(&create(endpoint(), &ledger, &sessions, &["--local"]));
    assert_eq!(code, 1);
    assert!(err.contains("other keys") && err.contains("index `open`"), "{err}");
}

#[test]
fn without_credentials_it_says_what_to_set() {
    let output = Command::new(env!("CARGO_BIN_EXE_payment-smart-bot"))
        .args(["table", "create", "--sessions", "sessions", "--ledger", "ledger"])
        .env_clear()
        .envs([("AWS_REGION", "eu-central-1"), ("AWS_EC2_METADATA_DISABLED", "true")])
        .stdin(Stdio::null())
        .output()
        .expect("it runs");
    let (code, _, err) = ended(&output);
    assert_eq!(code, 3);
    assert!(err.contains("no credentials") && err.contains("AWS_PROFILE") && err.lines().count() == 1, "{err}");
}

#[test]
fn a_server_that_is_not_there_ends_it_with_3() {
    let free = std::net::TcpListener::bind("127.0.0.1:0").expect("a port").local_addr().expect("bound");
    let (code, _, err) = ended(&create(&format!("http://{free}"), "sessions", "ledger", &["--local"]));
    assert_eq!(code, 3);
    assert!(err.contains("could not be reached"), "{err}");
}
