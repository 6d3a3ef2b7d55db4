//! Requests that are not taken, and what their senders are told.

use reqwest::Method;
use serde_json::json;

use super::{Server, Session};
use crate::support::{Bench, Mood, TestClock, bench};

#[tokio::test]
async fn a_malformed_request_is_400() {
    let server = Server::of(bench(Mood::Pays).bot).await;
    let raw = |body: &'static str| {
        server.request(Method::POST, "/chat").header("content-type", "application/json").body(body)
    };
    for body in ["", "{", "hi", "{\"message\": 'hi'}", "{\"message\":\"4242424242424242\"} and more"] {
        let answer = server.send(raw(body)).await;
        answer.is_problem(400, "malformed-json");
        assert!(!answer.text.contains("4242"));
    }
    let session = server.begin().await;
    for id in ["", "1", "not-a-uuid", "00000000-0000-0000-0000-000000000000", "4242424242424242"] {
        let request = server.request(Method::POST, "/chat").bearer_auth(&session.token);
        let answer = server.send(request.json(&json!({ "sessionId": id, "message": "hi" }))).await;
        answer.is_problem(400, "malformed-session-id");
        assert!(!answer.text.contains("4242"));
    }
    server
        .send(server.request(Method::GET, "/session/%ff").bearer_auth("t"))
        .await
        .is_problem(400, "malformed-session-id");
    for key in [String::new(), "two words".to_owned(), "k".repeat(256)] {
        let request = server.saying(&session, "hi").header("idempotency-key", key);
        server.send(request).await.is_problem(400, "malformed-idempotency-key");
    }
}

#[tokio::test]
async fn a_session_opens_to_its_token_only() {
    let server = Server::of(bench(Mood::Pays).bot).await;
    let (session, other) = (server.begin().await, server.begin().await);
    let body = json!({ "sessionId": session.id, "message": "hi" });
    let none = server.chat(body.clone()).await;
    none.is_problem(401, "no-token");
    assert!(none.header("www-authenticate").starts_with("Bearer"));
    let wrong = server.send(server.request(Method::POST, "/chat").bearer_auth(&other.token).json(&body)).await;
    wrong.is_problem(401, "wrong-token");
    assert!(wrong.header("www-authenticate").contains("invalid_token"));
    let stolen = Session { id: session.id.clone(), token: other.token.clone() };
    server.session(Method::GET, &stolen).await.is_problem(401, "wrong-token");
    server.session(Method::DELETE, &stolen).await.is_problem(401, "wrong-token");
    let bare = server.send(server.request(Method::GET, &format!("/session/{}", session.id))).await;
    bare.is_problem(401, "no-token");
    assert_eq!(server.session(Method::GET, &session).await.status, 200);
}

#[tokio::test]
async fn what_is_not_there_is_404_and_is_never_created() {
    let Bench { bot, clock, .. } = bench(Mood::Pays);
    let server = Server::of(bot).await;
    let session = server.begin().await;
    let unknown = Session { id: "3f0e8c1a-5b6d-4e7f-8a9b-0c1d2e3f4a5b".to_owned(), token: session.token.clone() };
    server.say(&unknown, "hi").await.is_problem(404, "unknown-session");
    server.session(Method::GET, &unknown).await.is_problem(404, "unknown-session");
    server.session(Method::DELETE, &unknown).await.is_problem(404, "unknown-session");
    for path in ["/nope", "/session", "/chat/", "/4242424242424242"] {
        let answer = server.send(server.request(Method::GET, path)).await;
        answer.is_problem(404, "unknown-path");
        assert!(!answer.text.contains("4242"));
    }
    TestClock::wind(&clock, 61);
    server.say(&session, "hi").await.is_problem(404, "unknown-session");
    server.session(Method::GET, &session).await.is_problem(404, "unknown-session");
}

#[tokio::test]
async fn a_method_that_a_route_does_not_have_is_405_and_says_which_it_has() {
    let server = Server::of(bench(Mood::Pays).bot).await;
    for (method, path, allowed) in [
        (Method::GET, "/chat", "POST"),
        (Method::PUT, "/chat", "POST"),
        (Method::POST, "/session/3f0e8c1a-5b6d-4e7f-8a9b-0c1d2e3f4a5b", "GET,HEAD,DELETE"),
        (Method::DELETE, "/", "GET,HEAD"),
        (Method::POST, "/health", "GET,HEAD"),
    ] {
        let answer = server.send(server.request(method.clone(), path)).await;
        answer.is_problem(405, "method-not-allowed");
        assert_eq!(answer.header("allow"), allowed);
        let options = server.send(server.request(Method::OPTIONS, path)).await;
        assert_eq!((options.status.as_u16(), options.header("allow")), (204, allowed));
    }
}

#[tokio::test]
async fn what_is_too_long_is_413() {
    let server = Server::of(bench(Mood::Pays).bot).await;
    assert_eq!(server.chat(json!({ "message": "é".repeat(4_000) })).await.status, 200);
    server.chat(json!({ "message": "é".repeat(4_001) })).await.is_problem(413, "message-too-long");
    server.chat(json!({ "message": "hi", "more": "x".repeat(70_000) })).await.is_problem(413, "body-too-large");
}

#[tokio::test]
async fn what_is_not_declared_as_json_is_415_and_json_of_another_shape_422() {
    let server = Server::of(bench(Mood::Pays).bot).await;
    let post = || server.request(Method::POST, "/chat").body("{\"message\":\"hi\"}");
    server.send(post()).await.is_problem(415, "unsupported-media-type");
    server.send(post().header("content-type", "text/plain")).await.is_problem(415, "unsupported-media-type");
    let declared = post().header("content-type", "application/json; charset=utf-8");
    assert_eq!(server.send(declared).await.status, 200);
    for (body, pointers) in [
        (json!({}), &["/message"][..]),
        (json!([]), &[""]),
        (json!("4242424242424242"), &[""]),
        (json!({ "message": 4_242_424_242_424_242_u64 }), &["/message"]),
        (json!({ "message": null }), &["/message"]),
        (json!({ "message": "hi", "sessionId": 7 }), &["/sessionId"]),
        (json!({ "message": "hi", "answering": "1" }), &["/answering"]),
        (json!({ "answering": 1.5, "language": ["es"] }), &["/message", "/language", "/answering"]),
    ] {
        let answer = server.chat(body).await;
        answer.is_problem(422, "wrong-shape");
        assert!(!answer.text.contains("4242"));
        let errors = answer.body["errors"].as_array().expect("errors");
        let told: Vec<&str> = errors.iter().filter_map(|error| error["pointer"].as_str()).collect();
        assert_eq!(told, pointers, "{}", answer.text);
        assert!(errors.iter().all(|error| error["detail"].as_str().is_some_and(|detail| detail.ends_with('.'))));
    }
    for (written, meant) in [("anwsering", "answering"), ("session_id", "sessionId"), ("lanugage", "language")] {
        let answer = server.chat(json!({ "message": "hi", written: 1 })).await;
        answer.is_problem(400, "misspelt-member");
        assert!(answer.text_at("detail").contains(&format!("\"{meant}\"")), "{}", answer.text);
    }
    let lenient = server.chat(json!({ "message": "", "sessionId": null, "answering": null, "more": [1] })).await;
    assert_eq!(lenient.status, 200);
}
