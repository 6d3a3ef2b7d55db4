//! Idempotency keys as documented: the first result is replayed, a 500 too; most 4xx are not kept.
//! Source: <https://docs.stripe.com/api/idempotent_requests>.

use std::collections::HashMap;

use serde_json::json;
use sha2::{Digest as _, Sha256};

use super::{said, with};
use crate::http_server::{Answer, Request};

#[derive(Default)]
pub struct Keys(HashMap<String, Entry>);

struct Entry {
    /// A digest of what was asked: its body may hold a card.
    asked: Vec<u8>,
    /// `None` while it is worked on.
    result: Option<Answer>,
}

fn asked(request: &Request) -> Vec<u8> {
    Sha256::digest(format!("{} {}", request.head.uri, request.body)).to_vec()
}

fn refusal(status: u16, kind: &str, code: &str) -> Answer {
    said(status, &json!({ "error": { "type": kind, "code": code, "message": "Keys are for one request." } }))
}

impl Keys {
    /// Begins a request; the answer, where its key has one already.
    pub fn begin(&mut self, request: &Request) -> Option<Answer> {
        let key = request.header("idempotency-key")?;
        match self.0.get(key) {
            Some(entry) if entry.asked != asked(request) => Some(refusal(400, "idempotency_error", "")),
            Some(Entry { result: Some(result), .. }) => Some(with(result.clone(), "idempotent-replayed", "true")),
            Some(Entry { result: None, .. }) => {
                let busy = refusal(409, "idempotency_error", "idempotency_key_in_use");
                Some(with(busy, "stripe-should-retry", "true"))
            }
            None => {
                self.0.insert(key.to_owned(), Entry { asked: asked(request), result: None });
                None
            }
        }
    }

    /// Ends it: what was carried out is kept, or failed while it was; what was refused before it began is not.
    pub fn end(&mut self, request: &Request, response: &Answer) {
        let Some(key) = request.header("idempotency-key") else { return };
        let begun = match response.status().as_u16() {
            401 | 403 | 404 | 409 | 429 => false,
            400 => response.body().contains("unexpected_state"),
            _ => true,
        };
        if begun {
            if let Some(entry) = self.0.get_mut(key) {
                entry.result = Some(response.clone());
            }
        } else {
            self.0.remove(key);
        }
    }

    /// All keys are over, as after 24 hours.
    pub fn forget(&mut self) {
        self.0.clear();
    }
}
