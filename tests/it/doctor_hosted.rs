//! `doctor` where AWS is named: tables, guardrail, and each model's place in its life, over real HTTP.

use std::collections::HashMap;
use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};

use crate::converse_server::{ConverseServer, Mood};
use crate::http_server::{Answer, HttpServer, Request, answer};
use crate::sessions::dynamo_server::{Tables, endpoint};
use crate::sigv4;

/// The secret that requests are signed with.
const SECRET: &str = "test";

/// Bedrock's control plane: what it knows, by path.
type Known = HashMap<String, Value>;

/// What is not signed as it should be gets no answer.
async fn control_plane(known: Known, request: Request) -> Option<Answer> {
    let refused = |status, code| answer(status, &[("x-amzn-errortype", code)], json!({ "message": "no" }).to_string());
    if let Err(wrong) = sigv4::check(&request, "eu-central-1", "bedrock", SECRET) {
        return Some(refused(403, wrong));
    }
    Some(match known.get(request.head.uri.path()) {
        Some(Value::String(code)) => refused(403, code),
        Some(body) => answer(200, &[("content-type", "application/json")], body.to_string()),
        None => refused(404, "ResourceNotFoundException"),
    })
}

/// A name as it stands in a path.
fn encoded(name: &str) -> String {
    name.replace(':', "%3A").replace('/', "%2F")
}

fn foundation(name: &str, life: &Value) -> (String, Value) {
    let arn = format!("arn:aws:bedrock:eu-central-1::foundation-model/{name}");
    let details = json!({ "modelArn": arn, "modelId": name, "modelLifecycle": life });
    (format!("/foundation-models/{}", encoded(name)), json!({ "modelDetails": details }))
}

fn profile(name: &str, model: &str) -> (String, Value) {
    let arn = format!("arn:aws:bedrock:eu-central-1:1:inference-profile/{name}");
    let models = json!([{ "modelArn": format!("arn:aws:bedrock:eu-west-1::foundation-model/{model}") }]);
    let profile = json!({
        "inferenceProfileName": name, "inferenceProfileArn": arn, "inferenceProfileId": name,
        "models": models, "status": "ACTIVE", "type": "SYSTEM_DEFINED",
    });
    (format!("/inference-profiles/{}", encoded(name)), profile)
}

fn guardrail(status: &str) -> (String, Value) {
    let guardrail = json!({
        "name": "g", "guardrailId": "g1", "guardrailArn": "arn:aws:bedrock:eu-central-1:1:guardrail/g1", "version": "1",
        "status": status, "createdAt": "2026-01-01T00:00:00Z", "updatedAt": "2026-01-01T00:00:00Z",
        "blockedInputMessaging": "no", "blockedOutputsMessaging": "no",
    });
    ("/guardrails/g1".to_owned(), guardrail)
}

/// What `doctor` says of these models; the models themselves answer.
async fn asked(folder: &Path, known: Known, models: &str, more: &[(&str, String)]) -> (Option<i32>, String) {
    let (control, converse) = (HttpServer::start(known, control_plane), ConverseServer::start(Mood::Well));
    let mut command = Command::new(env!("CARGO_BIN_EXE_payment-smart-bot"));
    command.arg("doctor").arg("--data").arg(folder);
    command.env("AWS_REGION", "eu-central-1").env("AWS_ACCESS_KEY_ID", "test").env("AWS_SECRET_ACCESS_KEY", SECRET);
    command.env("AWS_ENDPOINT_URL_BEDROCK", &control.base).env("AWS_ENDPOINT_URL_BEDROCK_RUNTIME", converse.endpoint());
    command
        .env("AWS_MAX_ATTEMPTS", "1")
        .env("BEDROCK_MODEL_ID", models)
        .envs(more.iter().map(|(name, value)| (name, value)));
    let output = tokio::task::spawn_blocking(move || command.output().expect("the binary")).await.expect("no panic");
    let said = [output.stdout, output.stderr].map(|text| String::from_utf8(text).expect("text")).concat();
    (output.status.code(), said)
}

#[tokio::test]
async fn each_model_is_told_by_where_it_stands_in_its_life() {
    let folder = tempfile::tempdir().expect("a folder");
    let known = Known::from([
        foundation("meta.new-v1:0", &json!({ "status": "ACTIVE" })),
        foundation("meta.old-v1:0", &json!({ "status": "LEGACY", "endOfLifeTime": "2099-07-07T00:00:00Z" })),
        foundation("meta.dead-v1:0", &json!({ "status": "LEGACY", "endOfLifeTime": "2026-07-07T00:00:00Z" })),
        profile("eu.meta.old-v1:0", "meta.old-v1:0"),
    ]);
    let (code, said) = asked(folder.path(), known.clone(), "meta.new-v1:0,eu.meta.old-v1:0", &[]).await;
    assert_eq!(code, Some(0), "{said}");
    for line in [
        "ok    models         meta.new-v1:0: active",
        "ok    models         meta.new-v1:0: answers",
        "note  models         eu.meta.old-v1:0: legacy: name another before it ends on 2099-07-07",
        "ok    models         eu.meta.old-v1:0: answers",
    ] {
        assert!(said.contains(line), "{line}: {said}");
    }
    let (code, said) = asked(folder.path(), known, "meta.dead-v1:0,meta.none-v1:0", &[]).await;
    assert_eq!(code, Some(1), "{said}");
    for line in [
        "WRONG models         meta.dead-v1:0: reached its end of life on 2026-07-07: name another",
        "WRONG models         meta.none-v1:0: no model or inference profile of this name in this Region",
    ] {
        assert!(said.contains(line), "{line}: {said}");
    }
}

#[tokio::test]
async fn models_named_by_arn_are_told_too() {
    let folder = tempfile::tempdir().expect("a folder");
    let (profile_arn, imported) = (
        "arn:aws:bedrock:eu-central-1:111122223333:application-inference-profile/a1",
        "arn:aws:bedrock:eu-central-1:111122223333:imported-model/i1",
    );
    let known = Known::from([
        foundation("meta.new-v1:0", &json!({ "status": "ACTIVE" })),
        profile(profile_arn, "meta.new-v1:0"),
        (format!("/imported-models/{}", encoded(imported)), json!({ "modelArn": imported })),
    ]);
    let (code, said) = asked(folder.path(), known, &format!("{profile_arn},{imported}"), &[]).await;
    assert_eq!(code, Some(0), "{said}");
    for line in [format!("{profile_arn}: active"), format!("{imported}: imported, without an end of life")] {
        assert!(said.contains(&line), "{line}: {said}");
    }
}

#[tokio::test]
async fn a_session_token_is_signed_and_a_wrong_secret_is_told() {
    let folder = tempfile::tempdir().expect("a folder");
    let known = Known::from([foundation("meta.new-v1:0", &json!({ "status": "ACTIVE" }))]);
    for (name, value, says) in [
        ("AWS_SESSION_TOKEN", "a+token/of=theirs", "ok    models         meta.new-v1:0: active"),
        ("AWS_SECRET_ACCESS_KEY", "another", "meta.new-v1:0: could not be read (InvalidSignatureException)"),
    ] {
        let (_, said) = asked(folder.path(), known.clone(), "meta.new-v1:0", &[(name, value.to_owned())]).await;
        assert!(said.contains(says), "{says}: {said}");
    }
}

#[tokio::test]
async fn a_role_that_may_not_read_the_control_plane_is_told_what_to_allow() {
    let folder = tempfile::tempdir().expect("a folder");
    let known = Known::from([("/foundation-models/meta.new-v1%3A0".to_owned(), json!("AccessDeniedException"))]);
    let (code, said) = asked(folder.path(), known, "meta.new-v1:0", &[]).await;
    assert_eq!(code, Some(0), "the model answers: {said}");
    assert!(said.contains("allow bedrock:GetFoundationModel to the role that asks"), "{said}");
}

#[tokio::test]
async fn a_guardrail_that_is_not_ready_or_not_there_is_told() {
    let folder = tempfile::tempdir().expect("a folder");
    let model = foundation("meta.new-v1:0", &json!({ "status": "ACTIVE" }));
    let named = [("BEDROCK_GUARDRAIL_ID", "g1".to_owned()), ("BEDROCK_GUARDRAIL_VERSION", "1".to_owned())];
    for (known, code, says) in [
        (Known::from([model.clone(), guardrail("READY")]), 0, "ok    guardrail      g1, version 1: ready"),
        (Known::from([model.clone(), guardrail("FAILED")]), 1, "WRONG guardrail      g1, version 1: not ready"),
        (Known::from([model]), 1, "WRONG guardrail      g1, version 1: there is none"),
    ] {
        let (ended, said) = asked(folder.path(), known, "meta.new-v1:0", &named).await;
        assert_eq!(ended, Some(code), "{said}");
        assert!(said.contains(says), "{says}: {said}");
    }
}

#[tokio::test]
async fn tables_are_looked_at_and_one_that_is_not_there_is_told() {
    let (folder, tables) = (tempfile::tempdir().expect("a folder"), Tables::new().await);
    let known = Known::from([foundation("meta.new-v1:0", &json!({ "status": "ACTIVE" }))]);
    let names = |sessions: &str, ledger: &str| {
        [
            ("DYNAMODB_TABLE", sessions.to_owned()),
            ("LEDGER_TABLE", ledger.to_owned()),
            ("AWS_ENDPOINT_URL_DYNAMODB", endpoint().to_owned()),
        ]
    };
    let there = names(&tables.sessions, &tables.ledger);
    let (_, said) = asked(folder.path(), known.clone(), "meta.new-v1:0", &there).await;
    for line in ["ok    configuration  in the DynamoDB table", "ok    ledger", "ok    counts", "tables "] {
        assert!(said.contains(line), "{line}: {said}");
    }
    let (code, said) = asked(folder.path(), known, "meta.new-v1:0", &names("no-such-table", &tables.ledger)).await;
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("WRONG tables"), "{said}");
}

#[test]
fn missing_credentials_or_region_are_told_with_how_to_set_them() {
    let folder = tempfile::tempdir().expect("a folder");
    for (region, says) in [("eu-central-1", "WRONG aws            no credentials were found"), ("", "set AWS_REGION")] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_payment-smart-bot"));
        command.args(["doctor", "--kms-key-id", "alias/sessions", "--data"]).arg(folder.path().join("data"));
        // Nothing of this machine's own settings.
        command.env_clear().env("HOME", folder.path()).env("AWS_EC2_METADATA_DISABLED", "true");
        if !region.is_empty() {
            command.env("AWS_REGION", region);
        }
        let output = command.output().expect("the binary");
        let said = String::from_utf8(output.stdout).expect("text");
        assert_eq!(output.status.code(), Some(1), "{said}");
        assert!(said.contains(says), "{says}: {said}");
    }
}
