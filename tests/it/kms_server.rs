//! A KMS of our own, over real HTTP (AWS JSON 1.1): it wraps data keys with AES-GCM, bound to key and encryption
//! context, as the real one does; it notes every request, and fails as it is told to.

use std::collections::{BTreeMap, VecDeque};
use std::sync::{Arc, Mutex};

use aws_lc_rs::aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use axum::response::{IntoResponse as _, Response};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use payment_smart_bot::adapters::KmsVault;
use serde_json::{Value, json};

use crate::http_server::{Answer, HttpServer, Request, answer, cut_short};
pub use crate::sessions::dynamo_server::settings as config;
use crate::support::lock;

/// The key that the server has.
pub const KEY: &str = "arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";

/// The table that vaults of tests are for.
pub const TABLE: &str = "sessions";

/// What goes wrong with a call.
#[derive(Clone, Copy, Debug)]
pub enum Fault {
    /// This status and code.
    Answers(u16, &'static str),
    /// No answer ever.
    Stalls,
    /// The connection ends before the answer.
    CutsOff,
    /// The connection ends within the answer.
    CutsShort,
    /// 200, with a body that is no JSON.
    Babbles,
    /// A data key of 31 bytes, and nothing wrapped.
    Shortens,
}

/// A call: what was asked, with all of its headers and its body.
#[derive(Clone, Debug)]
pub struct Call {
    pub action: String,
    pub head: String,
    pub body: String,
}

#[derive(Default)]
struct Inner {
    calls: Mutex<Vec<Call>>,
    /// What the next calls meet, before the lasting one.
    next: Mutex<VecDeque<Fault>>,
    lasting: Mutex<Option<Fault>>,
    /// Every data key that was given out, in clear.
    given: Mutex<Vec<[u8; 32]>>,
}

/// The server; it ends with the test.
pub struct KmsServer {
    inner: Arc<Inner>,
    server: HttpServer,
}

impl KmsServer {
    pub fn start() -> Self {
        let inner = Arc::<Inner>::default();
        Self { server: HttpServer::start(inner.clone(), Inner::serve), inner }
    }

    pub fn endpoint(&self) -> String {
        self.server.base.clone()
    }

    /// A vault that has nothing in hand yet.
    pub fn vault(&self) -> KmsVault {
        self.vault_of(TABLE)
    }

    pub fn vault_of(&self, table: &str) -> KmsVault {
        vault_at(&self.endpoint(), KEY, table)
    }

    pub fn calls(&self) -> Vec<Call> {
        lock(&self.inner.calls).clone()
    }

    /// What was asked, without the wrapped keys: random text, in which anything may be found by chance.
    pub fn requests(&self) -> Vec<String> {
        let bare = |call: Call| {
            let mut body: Value = serde_json::from_str(&call.body).expect("JSON");
            body.as_object_mut().expect("an object").remove("CiphertextBlob");
            format!("{} {body}", call.head)
        };
        self.calls().into_iter().map(bare).collect()
    }

    /// What was asked since the last time, in order.
    pub fn asked(&self) -> Vec<String> {
        std::mem::take(&mut *lock(&self.inner.calls)).into_iter().map(|call| call.action).collect()
    }

    pub fn next(&self, faults: impl IntoIterator<Item = Fault>) {
        lock(&self.inner.next).extend(faults);
    }

    /// Forgets the faults that nothing has met.
    pub fn clear(&self) {
        lock(&self.inner.next).clear();
    }

    pub fn lasting(&self, fault: Option<Fault>) {
        *lock(&self.inner.lasting) = fault;
    }

    pub fn given(&self) -> Vec<[u8; 32]> {
        lock(&self.inner.given).clone()
    }
}

/// A vault at this endpoint.
pub fn vault_at(endpoint: &str, key: &str, table: &str) -> KmsVault {
    KmsVault::connect(&config(endpoint), key.to_owned(), table.to_owned())
}

impl Inner {
    async fn serve(self: Arc<Self>, request: Request) -> Option<Response> {
        let action = request.header("x-amz-target")?.strip_prefix("TrentService.")?.to_owned();
        let call = Call { action, head: request.lines(), body: request.body };
        lock(&self.calls).push(call.clone());
        let next = lock(&self.next).pop_front();
        let fault = next.or(*lock(&self.lasting));
        let answer = match fault {
            None => self.answer(&call),
            Some(Fault::Answers(status, code)) => refusal(status, code),
            Some(Fault::Babbles) => said("<html>"),
            Some(Fault::Shortens) => {
                let short = BASE64.encode([1; 31]);
                said(json!({ "KeyId": KEY, "Plaintext": short, "CiphertextBlob": "" }).to_string())
            }
            Some(Fault::Stalls) => std::future::pending().await,
            Some(Fault::CutsOff) => return None,
            Some(Fault::CutsShort) => return Some(cut_short(&self.answer(&call))),
        };
        Some(answer.into_response())
    }

    /// What a sound KMS says.
    fn answer(&self, call: &Call) -> Answer {
        let body: Value = serde_json::from_str(&call.body).expect("JSON");
        let bound = format!("{KEY} {}", context(&body));
        match call.action.as_str() {
            "GenerateDataKey" if body["KeyId"] == KEY && body["KeySpec"] == "AES_256" => {
                let clear: [u8; 32] = random();
                lock(&self.given).push(clear);
                let wrapped = BASE64.encode(wrap(&bound, &clear));
                let clear = BASE64.encode(clear);
                said(json!({ "KeyId": KEY, "Plaintext": clear, "CiphertextBlob": wrapped }).to_string())
            }
            "Decrypt" if body["KeyId"] == KEY => {
                let wrapped = body["CiphertextBlob"].as_str().and_then(|text| BASE64.decode(text).ok());
                match wrapped.and_then(|wrapped| unwrap(&bound, &wrapped)) {
                    Some(clear) => said(json!({ "KeyId": KEY, "Plaintext": BASE64.encode(clear) }).to_string()),
                    None => refusal(400, "InvalidCiphertextException"),
                }
            }
            "Decrypt" => refusal(400, "IncorrectKeyException"),
            _ => refusal(400, "NotFoundException"),
        }
    }
}

/// The encryption context, in the order of its names.
fn context(body: &Value) -> String {
    let pairs: BTreeMap<String, Value> =
        body["EncryptionContext"].as_object().into_iter().flatten().map(|(k, v)| (k.clone(), v.clone())).collect();
    format!("{pairs:?}")
}

const JSON: (&str, &str) = ("content-type", "application/x-amz-json-1.1");

fn said(body: impl Into<String>) -> Answer {
    answer(200, &[JSON], body)
}

/// As KMS refuses: with a message that would tell too much.
fn refusal(status: u16, code: &str) -> Answer {
    let message = "EncryptionContext {session=told-too-much} arn:aws:iam::111122223333:role/x";
    answer(status, &[JSON], json!({ "__type": code, "message": message }).to_string())
}

fn random<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    aws_lc_rs::rand::fill(&mut bytes).expect("random bytes");
    bytes
}

/// The key that never leaves the server.
fn master() -> LessSafeKey {
    LessSafeKey::new(UnboundKey::new(&AES_256_GCM, &[7; 32]).expect("a key"))
}

fn wrap(bound: &str, clear: &[u8]) -> Vec<u8> {
    let nonce: [u8; NONCE_LEN] = random();
    let mut text = clear.to_vec();
    master().seal_in_place_append_tag(Nonce::assume_unique_for_key(nonce), Aad::from(bound), &mut text).expect("wraps");
    [&nonce[..], &text].concat()
}

fn unwrap(bound: &str, wrapped: &[u8]) -> Option<Vec<u8>> {
    let (nonce, text) = wrapped.split_first_chunk::<NONCE_LEN>()?;
    let mut text = text.to_vec();
    let clear = master().open_in_place(Nonce::assume_unique_for_key(*nonce), Aad::from(bound), &mut text).ok()?;
    Some(clear.to_vec())
}
