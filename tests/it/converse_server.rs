//! A Bedrock of our own, over real HTTP: it speaks the Converse operation's wire protocol, notes every request, and
//! answers, fails, stalls and drips as it is told to.

use std::collections::VecDeque;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use serde_json::{Value, json};
use tokio::io::{AsyncBufReadExt as _, AsyncReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

use crate::support::lock;

/// How the server behaves at a call.
#[derive(Clone, Debug)]
pub enum Mood {
    /// This text, as a model's answer.
    Says(String),
    /// What was asked, with a word of courtesy more: a wording that keeps most contracts.
    Echoes,
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
    /// The sentence that was to be worded.
    pub fn sentence(&self) -> &str {
        self.body["messages"][0]["content"][0]["text"].as_str().expect("a sentence")
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
    address: SocketAddr,
    task: JoinHandle<()>,
}

impl Drop for ConverseServer {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl ConverseServer {
    pub async fn start(mood: Mood) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = listener.local_addr().expect("an address");
        let inner = Arc::new(Inner {
            calls: Mutex::default(),
            next: Mutex::default(),
            lasting: Mutex::new(mood),
            gone: Mutex::default(),
        });
        let serving = inner.clone();
        let task = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let inner = serving.clone();
                tokio::spawn(async move { inner.serve(stream).await });
            }
        });
        Self { inner, address, task }
    }

    pub fn endpoint(&self) -> String {
        format!("http://{}", self.address)
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
    async fn serve(&self, stream: TcpStream) {
        let mut stream = BufReader::new(stream);
        while let Some(call) = read(&mut stream).await {
            // A connection that is only warmed has no sentence.
            if call.body.get("messages").is_none_or(Value::is_null) {
                let body = json!({ "message": "messages: is required" }).to_string();
                if send(&mut stream, 400, "ValidationException", &body).await.is_err() {
                    return;
                }
                continue;
            }
            lock(&self.calls).push(call.clone());
            let mood = lock(&self.next).pop_front().unwrap_or_else(|| lock(&self.lasting).clone());
            let gone = lock(&self.gone).contains(&call.model);
            let mood = if gone { Mood::Answers(404, "ResourceNotFoundException", "end of life") } else { mood };
            if self.answer(&mut stream, &call, mood).await.is_err() {
                return;
            }
        }
    }

    async fn answer(&self, stream: &mut BufReader<TcpStream>, call: &Call, mood: Mood) -> std::io::Result<()> {
        let ended = || Err(std::io::ErrorKind::ConnectionReset.into());
        match mood {
            Mood::Says(text) => send(stream, 200, "", &said(&text, "end_turn")).await,
            Mood::Echoes => send(stream, 200, "", &said(&reworded(call.sentence()), "end_turn")).await,
            Mood::MaxTokens => send(stream, 200, "", &said(call.sentence(), "max_tokens")).await,
            Mood::Guardrail => send(stream, 200, "", &said("Blocked.", "guardrail_intervened")).await,
            Mood::Body(body) => send(stream, 200, "", body).await,
            Mood::Answers(status, code, message) => {
                send(stream, status, code, &json!({ "message": message }).to_string()).await
            }
            Mood::Stalls => {
                tokio::time::sleep(Duration::from_mins(1)).await;
                ended()
            }
            Mood::Drips => {
                let body = said(call.sentence(), "end_turn");
                stream.write_all(head(200, "", body.len()).as_bytes()).await?;
                for byte in body.bytes() {
                    stream.write_all(&[byte]).await?;
                    tokio::time::sleep(Duration::from_millis(100)).await;
                }
                Ok(())
            }
            Mood::CutsOff => ended(),
            Mood::CutsShort => {
                let body = said(call.sentence(), "end_turn");
                stream.write_all(head(200, "", body.len()).as_bytes()).await?;
                stream.write_all(&body.as_bytes()[..body.len() / 2]).await?;
                ended()
            }
        }
    }
}

/// The sentence in other words, as a good model might have them.
pub fn reworded(sentence: &str) -> String {
    format!("{} ", sentence.replacen("Please ", "Kindly ", 1).replacen("Thank you", "Thanks", 1)).trim().to_owned()
}

/// A model's answer on the wire.
fn said(text: &str, stop: &str) -> String {
    json!({
        "output": { "message": { "role": "assistant", "content": [{ "text": text }] } },
        "stopReason": stop,
        "usage": { "inputTokens": 200, "outputTokens": 20, "totalTokens": 220 },
        "metrics": { "latencyMs": 1 },
    })
    .to_string()
}

fn head(status: u16, code: &str, length: usize) -> String {
    let code = if code.is_empty() { String::new() } else { format!("x-amzn-errortype: {code}\r\n") };
    format!("HTTP/1.1 {status} X\r\ncontent-type: application/json\r\n{code}content-length: {length}\r\n\r\n")
}

async fn send(stream: &mut BufReader<TcpStream>, status: u16, code: &str, body: &str) -> std::io::Result<()> {
    stream.write_all(format!("{}{body}", head(status, code, body.len())).as_bytes()).await
}

/// One request; `None` at the end of the connection.
async fn read(stream: &mut BufReader<TcpStream>) -> Option<Call> {
    let mut head = String::new();
    while !head.ends_with("\r\n\r\n") {
        if stream.read_line(&mut head).await.ok()? == 0 {
            return None;
        }
    }
    let length = head
        .lines()
        .filter_map(|line| line.split_once(':'))
        .find(|(key, _)| key.eq_ignore_ascii_case("content-length"));
    let mut body = vec![0; length?.1.trim().parse().ok()?];
    stream.read_exact(&mut body).await.ok()?;
    let model = head.strip_prefix("POST /model/")?.split("/converse").next()?;
    let model = model.replace("%3A", ":").replace("%2F", "/");
    Some(Call { model, body: serde_json::from_slice(&body).ok()?, head })
}
