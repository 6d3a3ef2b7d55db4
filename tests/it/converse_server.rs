//! A Bedrock of our own, over real HTTP: it speaks the Converse operation's wire protocol, notes every request, and
//! answers, fails, stalls and drips as it is told to.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::response::{IntoResponse as _, Response};
use serde_json::{Value, json};

use crate::http_server::{Answer, HttpServer, Request, answer, cut_short, dripping};
use crate::support::lock;

/// How the server behaves at a call.
#[derive(Clone, Debug)]
pub enum Mood {
    /// This text, as a model's answer.
    Says(String),
    /// As a good model would: a courtesy that the instructions list, another one each time it is asked; or the sentence in
    /// other words.
    Well,
    /// This status and error code, with this message.
    Answers(u16, &'static str, &'static str),
    /// 200 with this body.
    Body(&'static str),
    /// The answer is cut off by the limit of tokens.
    MaxTokens,
    /// The guardrail stepped in.
    Guardrail,
    /// No answer ever.
    Stalls,
    /// An answer, a byte every 100 ms.
    Drips,
    /// The connection ends before the answer.
    CutsOff,
    /// The connection ends within the answer.
    CutsShort,
}

/// One request.
#[derive(Clone, Debug)]
pub struct Call {
    pub model: String,
    pub head: String,
    pub body: Value,
}

impl Call {
    /// The moment, or the sentence that was to be said in other words.
    pub fn message(&self) -> &str {
        self.body["messages"][0]["content"][0]["text"].as_str().expect("a message")
    }

    /// What the model was told to do.
    pub fn instructions(&self) -> &str {
        self.body["system"][0]["text"].as_str().expect("instructions")
    }
}

struct Inner {
    calls: Mutex<Vec<Call>>,
    next: Mutex<VecDeque<Mood>>,
    lasting: Mutex<Mood>,
    /// Models that there are not.
    gone: Mutex<Vec<String>>,
}

/// The server; it ends with the test.
pub struct ConverseServer {
    inner: Arc<Inner>,
    server: HttpServer,
}

impl ConverseServer {
    pub fn start(mood: Mood) -> Self {
        let inner = Arc::new(Inner {
            calls: Mutex::default(),
            next: Mutex::default(),
            lasting: Mutex::new(mood),
            gone: Mutex::default(),
        });
        Self { server: HttpServer::start(inner.clone(), Inner::serve), inner }
    }

    pub fn endpoint(&self) -> String {
        self.server.base.clone()
    }

    /// The requests so far.
    pub fn calls(&self) -> Vec<Call> {
        lock(&self.inner.calls).clone()
    }

    pub fn next(&self, moods: impl IntoIterator<Item = Mood>) {
        lock(&self.inner.next).extend(moods);
    }

    pub fn lasting(&self, mood: Mood) {
        *lock(&self.inner.lasting) = mood;
    }

    pub fn gone(&self, model: &str) {
        lock(&self.inner.gone).push(model.to_owned());
    }
}

impl Inner {
    async fn serve(self: Arc<Self>, request: Request) -> Option<Response> {
        let model = request.head.uri.path().strip_prefix("/model/")?.split("/converse").next()?;
        let model = model.replace("%3A", ":").replace("%2F", "/");
        let call = Call { model, body: serde_json::from_str(&request.body).ok()?, head: request.lines() };
        // A connection that is only warmed has no sentence.
        if call.body.get("messages").is_none_or(Value::is_null) {
            return Some(refusal(400, "ValidationException", "messages: is required").into_response());
        }
        let times = {
            let mut calls = lock(&self.calls);
            calls.push(call.clone());
            calls.iter().filter(|other| other.message() == call.message()).count()
        };
        let mood = lock(&self.next).pop_front().unwrap_or_else(|| lock(&self.lasting).clone());
        let gone = lock(&self.gone).contains(&call.model);
        let mood = if gone { Mood::Answers(404, "ResourceNotFoundException", "end of life") } else { mood };
        let answer = match mood {
            Mood::Says(text) => said(&text, "end_turn"),
            Mood::Well => said(&well(&call, times), "end_turn"),
            Mood::MaxTokens => said(call.message(), "max_tokens"),
            Mood::Guardrail => said("Blocked.", "guardrail_intervened"),
            Mood::Body(body) => answer(200, &[JSON], body),
            Mood::Answers(status, code, message) => refusal(status, code, message),
            Mood::Stalls => std::future::pending().await,
            Mood::Drips => return Some(dripping(&said(call.message(), "end_turn"), Duration::from_millis(100))),
            Mood::CutsOff => return None,
            Mood::CutsShort => return Some(cut_short(&said(call.message(), "end_turn"))),
        };
        Some(answer.into_response())
    }
}

/// What a good model answers when it is asked so often.
pub fn well(call: &Call, times: usize) -> String {
    let listed = call.instructions().lines().find(|line| line.contains("; "));
    let listed: Vec<&str> = listed.map(|line| line.split("; ").collect()).unwrap_or_default();
    if listed.is_empty() { reworded(call.message()) } else { listed[times % listed.len()].to_owned() }
}

/// The sentence in other words, as a good model might have them.
pub fn reworded(sentence: &str) -> String {
    format!("{} ", sentence.replacen("Please ", "Kindly ", 1).replacen("Thanks", "Thank you", 1)).trim().to_owned()
}

const JSON: (&str, &str) = ("content-type", "application/json");

/// A model's answer on the wire.
fn said(text: &str, stop: &str) -> Answer {
    let body = json!({
        "output": { "message": { "role": "assistant", "content": [{ "text": text }] } },
        "stopReason": stop,
        "usage": { "inputTokens": 200, "outputTokens": 20, "totalTokens": 220 },
        "metrics": { "latencyMs": 1 },
    });
    answer(200, &[JSON], body.to_string())
}

fn refusal(status: u16, code: &str, message: &str) -> Answer {
    answer(status, &[JSON, ("x-amzn-errortype", code)], json!({ "message": message }).to_string())
}
