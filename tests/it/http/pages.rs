//! What is served beside the chat: the page, health and the description.

use std::sync::Arc;

use base64::Engine as _;
use payment_smart_bot::adapters::Sandbox;
use payment_smart_bot::dialogue::{Language, StateName};
use payment_smart_bot::http::{OPENAPI, Problem};
use payment_smart_bot::language::{Listening, Utterance, understand};
use payment_smart_bot::turn::Bot;
use reqwest::Method;
use serde_json::Value;
use sha2::Digest as _;

use super::{Server, contract};
use crate::support::{Mood, bench};

#[tokio::test]
async fn the_page_is_served_with_a_policy_that_lets_only_its_own_script_run() {
    let server = Server::of(bench(Mood::Pays).bot).await;
    let page = server.send(server.request(Method::GET, "/")).await;
    assert_eq!((page.status.as_u16(), page.header("content-type")), (200, "text/html; charset=utf-8"));
    let inside = |open: &str, close: &str| {
        let (_, rest) = page.text.split_once(open).expect("the tag");
        let digest = sha2::Sha256::digest(rest.split_once(close).expect("its end").0);
        format!("'sha256-{}'", base64::prelude::BASE64_STANDARD.encode(digest))
    };
    let policy = page.header("content-security-policy");
    assert!(policy.contains(&format!("script-src {};", inside("<script>", "</script>"))), "{policy}");
    assert!(policy.contains(&format!("style-src {};", inside("<style>", "</style>"))), "{policy}");
    for part in ["default-src 'none'", "frame-ancestors 'none'", "form-action 'none'", "base-uri 'none'"] {
        assert!(policy.contains(part), "{part}");
    }
    assert!(!policy.contains("unsafe"));
    assert_eq!(page.header("x-content-type-options"), "nosniff");
    assert_eq!(page.header("referrer-policy"), "no-referrer");
    let head = server.send(server.request(Method::HEAD, "/")).await;
    assert_eq!((head.status.as_u16(), head.text.as_str()), (200, ""));
}

#[tokio::test]
async fn the_sandbox_s_bank_is_there_with_the_sandbox_and_with_no_other_gateway() {
    // As with a processor's test key: only published numbers are taken, and the bank's page is not ours.
    let bot = bench(Mood::Pays).bot;
    assert!(bot.policy.demonstration);
    let sandboxed = Bot { gateway: Arc::new(Sandbox::new(None)), ..bot.clone() };
    let bank = |server: &Server| server.request(Method::GET, "/sandbox/3ds/pi_1").header("accept-language", "es");
    let server = Server::of(sandboxed).await;
    assert!(server.send(bank(&server)).await.text.contains("lang=\"es\""));
    let server = Server::of(bot).await;
    server.send(bank(&server)).await.is_problem(404, "unknown-path");
}

#[tokio::test]
async fn health_and_the_description_are_served() {
    let server = Server::of(bench(Mood::Pays).bot).await;
    let health = server.send(server.request(Method::GET, "/health")).await;
    assert_eq!(health.body["status"], "ok");
    assert_eq!((health.text_at("machine").as_str(), health.text_at("rules").as_str()), ("m", "r"));
    let described = server.send(server.request(Method::GET, "/openapi.json")).await;
    assert_eq!(described.body, contract());
}

#[test]
fn the_description_has_every_problem_and_every_reference_leads_somewhere() {
    let contract = contract();
    for problem in Problem::ALL {
        let status = problem.status().as_u16().to_string();
        let described = contract["paths"]
            .as_object()
            .expect("paths")
            .values()
            .flat_map(|path| path.as_object().expect("operations").values())
            .any(|operation| operation["responses"].get(&status).is_some());
        assert!(described, "{status}");
    }
    for (at, _) in OPENAPI.match_indices("\"$ref\"") {
        let reference = OPENAPI[at..].split('"').nth(3).unwrap_or_default().trim_start_matches('#');
        assert!(contract.pointer(reference).is_some(), "{reference}");
    }
}

#[test]
fn what_the_page_s_buttons_say_is_understood_in_every_language() {
    let expected = [
        ("begin", StateName::Name, "begin"),
        ("help", StateName::Card, "help"),
        ("back", StateName::Card, "back"),
        ("cancel", StateName::Card, "cancel"),
        ("yes", StateName::Confirm, "affirm"),
        ("no", StateName::Confirm, "deny"),
        ("change", StateName::Confirm, "change"),
        ("cancel", StateName::Confirm, "cancel"),
        ("review", StateName::Confirm, "repeat"),
        ("done", StateName::Authenticating, "status"),
        ("cancel", StateName::Authenticating, "cancel"),
        ("check", StateName::Processing, "status"),
        ("help", StateName::Processing, "help"),
    ];
    for language in Language::ALL {
        let words: Value = serde_json::from_str(language.pack().page).expect("JSON");
        for (button, step, event) in expected {
            let said = words["quick"][button].as_str().expect("a word").to_owned();
            let understood = understand(&Utterance::new(said.clone()), &Listening::new(step, language));
            assert_eq!(understood.event(), event, "{said:?} in {}", step.wire());
        }
    }
}
