//! Requests as Stripe takes them: a path, a form, and an idempotency key for what writes.

use bytes::Bytes;
use reqwest::Method;

use crate::card::Wiped;
use crate::dialogue::{AttemptId, FullCard, IntentId, Payment, Token};

/// Room for every form that we write.
const ROOM: usize = 4096;

/// One request, to be sent once or several times. Its body is one buffer of ours, wiped when the last that sends it lets
/// go of it; the copies that TLS and the system make on the way are not ours to wipe.
#[derive(Clone)]
pub(super) struct Ask {
    pub method: Method,
    pub path: String,
    /// For what writes.
    pub key: Option<String>,
    pub body: Bytes,
    /// How often it may be sent again.
    pub retries: u32,
}

/// A form, percent-encoded as it is written.
struct Form(Wiped);

impl Form {
    fn new() -> Self {
        Self(Wiped::with_room(ROOM))
    }

    fn with(mut self, name: &str, value: &str) -> Self {
        if !self.0.is_empty() {
            self.0.push('&');
        }
        self.encode(name);
        self.0.push('=');
        self.encode(value);
        self
    }

    /// What RFC 3986 calls unreserved stands for itself; a card's number and code are digits, and leave no copy.
    fn encode(&mut self, text: &str) {
        const HEX: &[u8; 16] = b"0123456789ABCDEF";
        for byte in text.bytes() {
            if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
                self.0.push(char::from(byte));
            } else {
                self.0.extend([b'%', HEX[usize::from(byte >> 4)], HEX[usize::from(byte & 15)]].map(char::from));
            }
        }
    }
}

/// Which kind of intent an id is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Payment,
    Setup,
}

impl Kind {
    /// By the id's first letters; `None` for an id that is not Stripe's, or that would leave its place in a path.
    pub fn of(intent: &IntentId) -> Option<Self> {
        let id = intent.as_str();
        let tame = id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
        match (tame, id) {
            (true, id) if id.starts_with("pi_") => Some(Self::Payment),
            (true, id) if id.starts_with("seti_") => Some(Self::Setup),
            (_, _) => None,
        }
    }

    const fn collection(self) -> &'static str {
        match self {
            Self::Payment => "payment_intents",
            Self::Setup => "setup_intents",
        }
    }

    fn path(self, intent: &IntentId, action: &str) -> String {
        format!("v1/{}/{}{action}", self.collection(), intent.as_str())
    }
}

impl Ask {
    fn post(path: impl Into<String>, key: impl Into<String>, form: Form) -> Self {
        let (method, path, key) = (Method::POST, path.into(), Some(key.into()));
        Self { method, path, key, body: Bytes::from_owner(form.0), retries: 2 }
    }

    /// The same request under another key.
    pub fn under(&self, key: String) -> Self {
        Self { key: Some(key), ..self.clone() }
    }

    pub fn tokenise(card: &FullCard, key: &str) -> Self {
        let form = Form::new()
            .with("type", "card")
            .with("card[number]", card.number.expose())
            .with("card[exp_month]", &card.expiry.month().to_string())
            .with("card[exp_year]", &card.expiry.year().to_string())
            .with("card[cvc]", card.cvv.expose())
            .with("billing_details[name]", card.name.expose());
        Self { retries: 1, ..Self::post("v1/payment_methods", key, form) }
    }

    /// Unconfirmed, and without a payment method: it moves nothing.
    pub fn open_payment(payment: &Payment, key: &str) -> Self {
        let mut form = Form::new()
            .with("amount", &payment.amount.minor().to_string())
            .with("currency", &payment.amount.currency().code().to_ascii_lowercase())
            .with("payment_method_types[]", "card");
        if let Some(description) = &payment.description {
            form = form.with("description", description);
        }
        if let Some(order) = &payment.order {
            form = form.with("metadata[order]", order.id.as_str());
        }
        Self::post("v1/payment_intents", key, form)
    }

    pub fn customer(key: &str) -> Self {
        Self::post("v1/customers", format!("{key}_c"), Form::new())
    }

    pub fn open_setup(customer: &str, key: &str) -> Self {
        let form =
            Form::new().with("usage", "off_session").with("payment_method_types[]", "card").with("customer", customer);
        Self::post("v1/setup_intents", key, form)
    }

    /// Notes the attempt at the intent, where a webhook finds it.
    pub fn note((kind, intent): (Kind, &IntentId), attempt: &AttemptId) -> Self {
        let form = Form::new().with("metadata[attempt]", attempt.as_str());
        Self::post(kind.path(intent, ""), format!("{}_m", attempt.as_str()), form)
    }

    pub fn confirm((kind, intent): (Kind, &IntentId), attempt: &AttemptId, token: &Token, back: &str) -> Self {
        let form = Form::new().with("payment_method", token.as_str()).with("return_url", back);
        Self::post(kind.path(intent, "/confirm"), attempt.as_str(), form)
    }

    pub fn cancel((kind, intent): (Kind, &IntentId), attempt: &AttemptId) -> Self {
        Self::post(kind.path(intent, "/cancel"), format!("{}_x", attempt.as_str()), Form::new())
    }

    pub fn look((kind, intent): (Kind, &IntentId)) -> Self {
        let path = kind.path(intent, "");
        Self { method: Method::GET, path, key: None, body: Bytes::new(), retries: 2 }
    }
}
