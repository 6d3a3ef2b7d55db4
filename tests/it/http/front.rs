//! Who may come in, how often, and from which pages: over a real socket.

use std::num::NonZeroU32;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::routing::get;
use payment_smart_bot::http::{App, Front, Keys, Limits, Origin, Problem, RequestLimit, operators_only, router};
use reqwest::Method;
use serde_json::json;

use super::{Answer, Server};
use crate::support::{Mood, bench};

const OLD: &str = "a-key-of-last-year-1";
const NEW: &str = "a-key-of-this-year-2";

async fn behind(front: Front) -> Server {
    let app = App::new(Arc::new(bench(Mood::Pays).bot)).behind(front);
    Server::through(router(app), Limits::default(), None).await
}

fn limit(requests: u32) -> Option<RequestLimit> {
    NonZeroU32::new(requests).map(RequestLimit::per_second)
}

fn origin(text: &str) -> Origin {
    text.parse().expect("an origin")
}

#[tokio::test]
async fn a_client_needs_one_of_the_keys_where_there_are_some() {
    let server = behind(Front { clients: Keys::new([OLD, NEW]), ..Front::default() }).await;
    let chat = || server.request(Method::POST, "/chat").json(&json!({ "message": "hi" }));
    for key in [OLD, NEW] {
        assert_eq!(server.send(chat().header("x-api-key", key)).await.status, 200);
    }
    let longer = format!("{NEW}2");
    for wrong in [&longer, "A-KEY-OF-THIS-YEAR-2", "", "a-key-of-this-year-1", "no key at all, by far"] {
        server.send(chat().header("x-api-key", wrong)).await.is_problem(401, "wrong-api-key");
    }
    let none = server.send(chat()).await;
    none.is_problem(401, "wrong-api-key");
    assert!(none.header("www-authenticate").starts_with("ApiKey"));
    assert!(none.text.contains("x-api-key"), "it says what to do: {}", none.text);
    let both = chat().header("x-api-key", NEW).header("x-api-key", "another");
    server.send(both).await.is_problem(401, "wrong-api-key");
}

#[tokio::test]
async fn a_session_needs_a_client_s_key_as_well_as_its_token_and_pages_need_none() {
    let server = behind(Front { clients: Keys::new([NEW]), ..Front::default() }).await;
    let path = "/session/3f0e8c1a-5b6d-4e7f-8a9b-0c1d2e3f4a5b";
    for method in [Method::GET, Method::DELETE] {
        let bare = || server.request(method.clone(), path).bearer_auth("token");
        server.send(bare()).await.is_problem(401, "wrong-api-key");
        server.send(bare().header("x-api-key", NEW)).await.is_problem(404, "unknown-session");
    }
    for open in ["/", "/health", "/openapi.json"] {
        assert_eq!(server.send(server.request(Method::GET, open)).await.status, 200, "{open}");
    }
    let options = server.send(server.request(Method::OPTIONS, "/chat")).await;
    assert_eq!((options.status.as_u16(), options.header("allow")), (204, "POST"));
}

#[tokio::test]
async fn operators_routes_open_to_their_keys_alone() {
    let front = |operators: Option<Keys>| Front { operators, clients: Keys::new([OLD]), ..Front::default() };
    let asked = async |operators: Option<Keys>, key: &str| {
        let app = App::new(Arc::new(bench(Mood::Pays).bot)).behind(front(operators));
        let routes = operators_only(&app, Router::new().route("/metrics", get(|| async { "figures" })));
        let server = Server::through(routes.with_state(app), Limits::default(), None).await;
        server.send(server.request(Method::GET, "/metrics").header("x-api-key", key)).await.status.as_u16()
    };
    assert_eq!(asked(Some(Keys::new([NEW])), NEW).await, 200);
    assert_eq!(asked(Some(Keys::new([NEW])), OLD).await, 401, "a client's key is none of theirs");
    assert_eq!(asked(Some(Keys::new([])), "").await, 401, "where there is no key, nobody has it");
    assert_eq!(asked(None, "").await, 200, "where none is asked for");
}

#[test]
fn keys_are_not_shown() {
    let front = Front { operators: Some(Keys::new([NEW])), clients: Keys::new([OLD]), ..Front::default() };
    let shown = format!("{front:?}");
    assert!(shown.contains("Keys(1)") && !shown.contains("year"), "{shown}");
}

fn preflight(server: &Server, origin: &str, path: &str) -> reqwest::RequestBuilder {
    let request = server.request(Method::OPTIONS, path).header("origin", origin);
    let request = request.header("access-control-request-method", "POST");
    request.header("access-control-request-headers", "content-type,x-api-key,authorization,idempotency-key")
}

#[tokio::test]
async fn a_page_that_is_allowed_may_call_and_read_the_answers() {
    let origins = vec![origin("https://shop.example"), origin("https://pay.example:8443")];
    let clients = Keys::new([NEW]);
    let server = behind(Front { origins, clients, ..Front::default() }).await;
    for page in ["https://shop.example", "https://pay.example:8443"] {
        let asked = server.send(preflight(&server, page, "/chat")).await;
        assert!(asked.status.is_success(), "{}", asked.status);
        assert_eq!(asked.header("access-control-allow-origin"), page);
        for (header, words) in [
            ("access-control-allow-methods", &["GET", "POST", "DELETE"][..]),
            ("access-control-allow-headers", &["authorization", "content-type", "idempotency-key", "x-api-key"]),
        ] {
            let mut allowed: Vec<&str> = asked.header(header).split(',').map(str::trim).collect();
            allowed.sort_unstable();
            let mut expected = words.to_vec();
            expected.sort_unstable();
            assert_eq!(allowed, expected);
        }
        let chat = server.request(Method::POST, "/chat").header("origin", page).json(&json!({ "message": "hi" }));
        let refused = server.send(chat.try_clone().expect("a copy")).await;
        refused.is_problem(401, "wrong-api-key");
        let answered = server.send(chat.header("x-api-key", NEW)).await;
        assert_eq!(answered.status, 200);
        for answer in [refused, answered] {
            assert_eq!(answer.header("access-control-allow-origin"), page);
            assert_eq!(answer.header("cross-origin-resource-policy"), "cross-origin");
            assert!(answer.header("access-control-expose-headers").contains("retry-after"));
            assert!(answer.header("vary").contains("origin"), "a cache keeps them apart");
            assert_eq!(answer.header("access-control-allow-credentials"), "");
        }
    }
}

#[tokio::test]
async fn any_other_page_is_not_let_in() {
    let let_in = |answer: &Answer| {
        answer.headers.contains_key("access-control-allow-origin")
            || answer.header("cross-origin-resource-policy") != "same-origin"
    };
    let listed = behind(Front { origins: vec![origin("https://shop.example")], ..Front::default() }).await;
    let nobody = behind(Front::default()).await;
    for server in [&listed, &nobody] {
        for page in ["https://evil.example", "https://shop.example.evil.example", "http://shop.example", "null"] {
            assert!(!let_in(&server.send(preflight(server, page, "/chat")).await), "{page}");
            let chat = server.request(Method::POST, "/chat").header("origin", page).json(&json!({ "message": "hi" }));
            assert!(!let_in(&server.send(chat).await), "{page}");
        }
    }
    assert!(!let_in(&nobody.send(preflight(&nobody, "https://shop.example", "/chat")).await));
}

#[tokio::test]
async fn a_client_that_comes_too_often_waits_and_others_do_not() {
    let server = behind(Front { trusted_proxies: 1, limit: limit(2), ..Front::default() }).await;
    let from = |client: &str| server.request(Method::GET, "/health").header("x-forwarded-for", client);
    for _ in 0..4 {
        assert_eq!(server.send(from("198.51.100.1, 203.0.113.7")).await.status, 200, "twice as many at once");
    }
    let refused = server.send(from("203.0.113.9, 203.0.113.7")).await;
    refused.is_problem(429, "too-many-requests");
    assert_eq!(refused.header("retry-after"), "1");
    assert!(refused.text.contains("Retry-After"), "it says what to do: {}", refused.text);
    assert_eq!(server.send(from("203.0.113.8")).await.status, 200, "another client");
    assert_eq!(server.send(from("2001:db8::1")).await.status, 200);
    tokio::time::sleep(Duration::from_secs(1)).await;
    assert_eq!(server.send(from("203.0.113.7")).await.status, 200, "after the time that was named");
}

#[tokio::test]
async fn without_trusted_proxies_nobody_gets_more_by_naming_other_addresses() {
    let server = behind(Front { limit: limit(1), ..Front::default() }).await;
    let mut refused = 0;
    for n in 0..6 {
        let request = server.request(Method::GET, "/health").header("x-forwarded-for", format!("203.0.113.{n}"));
        refused += u32::from(server.send(request).await.status == 429);
    }
    assert!(refused >= 3, "{refused}");
}

#[tokio::test]
async fn every_response_has_the_headers_that_protect_and_over_tls_the_one_that_keeps_it() {
    let plain = behind(Front::default()).await;
    let secure = behind(Front { tls: true, ..Front::default() }).await;
    for path in ["/", "/health", "/openapi.json", "/nothing"] {
        let answers =
            [plain.send(plain.request(Method::GET, path)).await, secure.send(secure.request(Method::GET, path)).await];
        for answer in &answers {
            assert_eq!(answer.header("x-content-type-options"), "nosniff");
            assert_eq!(answer.header("referrer-policy"), "no-referrer");
            assert_eq!(answer.header("x-frame-options"), "DENY");
            assert_eq!(answer.header("cross-origin-resource-policy"), "same-origin");
            assert_eq!(answer.header("cross-origin-opener-policy"), "same-origin");
            assert!(answer.header("permissions-policy").contains("payment=()"));
            assert!(answer.header("content-security-policy").contains("frame-ancestors 'none'"));
            assert!(!answer.headers.contains_key("server"));
        }
        assert_eq!(answers[0].header("strict-transport-security"), "");
        assert_eq!(answers[1].header("strict-transport-security"), "max-age=31536000");
    }
}

#[test]
fn every_problem_has_a_name_of_its_own() {
    let mut names: Vec<&str> = Problem::ALL.iter().map(|problem| problem.name()).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), Problem::ALL.len());
}

#[tokio::test]
async fn where_the_answered_turn_is_required_a_message_without_it_is_422_and_does_nothing() {
    let server = behind(Front { require_answering: true, ..Front::default() }).await;
    let session = server.begin().await;
    server.say(&session, "Jane Roe").await.is_problem(422, "answering-needed");
    let body = json!({ "sessionId": session.id, "message": "Jane Roe", "answering": 1 });
    let answer = server.send(server.request(Method::POST, "/chat").bearer_auth(&session.token).json(&body)).await;
    assert_eq!((answer.status.as_u16(), answer.body["turn"].as_u64()), (200, Some(2)), "what was refused was no turn");
}
