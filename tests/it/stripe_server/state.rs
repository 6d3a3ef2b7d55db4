//! What Stripe knows: payment methods, intents, and the money that moved.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::cards::{Behaviour, behaviour, refused};
use super::rules::{Call, Route};
use super::said;
use crate::http_server::Answer;

/// A payment method.
struct Method {
    behaviour: Behaviour,
    fingerprint: String,
    last4: String,
    holder: String,
    used: bool,
}

/// An intent, to pay or to keep a card.
#[derive(Clone)]
pub struct Intent {
    pub id: String,
    pub setup: bool,
    pub status: &'static str,
    pub amount: u64,
    pub currency: String,
    pub metadata: BTreeMap<String, String>,
    pub method: Option<String>,
    pub back: Option<String>,
    error: Option<Value>,
    /// How often it succeeded: once at most, or the fake is wrong.
    pub paid: u32,
}

#[derive(Default)]
pub struct State {
    made: u64,
    methods: BTreeMap<String, Method>,
    /// Numbers that were seen, in order: a fingerprint is a place in it.
    numbers: Vec<String>,
    customers: Vec<String>,
    /// How often cards were confirmed, and how often they paid, by the name on them.
    pub charged: BTreeMap<String, (u32, u32)>,
    pub intents: BTreeMap<String, Intent>,
    /// Card numbers are not taken.
    pub raw_cards_off: bool,
    /// The secret key is not known.
    pub locked: bool,
    /// The next confirmations stay in `processing`.
    pub pending: u32,
    pub base: String,
}

type Form = BTreeMap<String, String>;

impl Intent {
    /// The intent, as the API shows it.
    pub fn json(&self, base: &str) -> Value {
        let action = (self.status == "requires_action").then(|| {
            let url = format!("{base}/3ds/{}", self.id);
            json!({ "type": "redirect_to_url", "redirect_to_url": { "url": url, "return_url": self.back } })
        });
        let mut object = json!({
            "id": self.id, "status": self.status, "payment_method": self.method, "metadata": self.metadata,
            "next_action": action, "payment_method_types": ["card"], "livemode": false,
        });
        if self.setup {
            object["object"] = "setup_intent".into();
            object["last_setup_error"] = self.error.clone().into();
        } else {
            object["object"] = "payment_intent".into();
            object["amount"] = self.amount.into();
            object["currency"] = self.currency.clone().into();
            object["last_payment_error"] = self.error.clone().into();
        }
        object
    }

    fn succeed(&mut self) {
        self.status = "succeeded";
        self.error = None;
        self.paid += 1;
        assert!(self.paid == 1, "an intent succeeded twice");
    }

    fn fail(&mut self, code: &str, decline_code: Option<&str>) {
        let method = self.method.take();
        let kind = if code.ends_with("authentication_failure") { "invalid_request_error" } else { "card_error" };
        let mut error = json!({ "type": kind, "code": code, "message": "No.", "payment_method": { "id": method } });
        if let Some(decline_code) = decline_code {
            error["decline_code"] = decline_code.into();
        }
        self.error = Some(error);
        self.status = "requires_payment_method";
    }
}

fn refusal(status: u16, kind: &str, code: &str, message: &str) -> Answer {
    let mut error = json!({ "type": kind, "message": message });
    if !code.is_empty() {
        error["code"] = code.into();
    }
    said(status, &json!({ "error": error }))
}

fn missing(what: &str) -> Answer {
    refusal(404, "invalid_request_error", "resource_missing", &format!("No such {what}"))
}

impl State {
    fn id(&mut self, kind: &str) -> String {
        self.made += 1;
        format!("{kind}_fake{:04}", self.made)
    }

    /// Whether the attempt that `key` is of is written in the intent's metadata, where a webhook finds it.
    pub fn is_noted(&self, intent: &str, key: Option<&str>) -> bool {
        let noted = self.intents.get(intent).and_then(|intent| intent.metadata.get("attempt"));
        noted.zip(key).is_none_or(|(noted, key)| {
            key.strip_prefix(noted.as_str()).is_some_and(|rest| !rest.starts_with(|c: char| c != '_'))
        })
    }

    /// Does what was asked for.
    pub fn answer(&mut self, route: &Route, form: &Form) -> Answer {
        if self.locked {
            return refusal(401, "invalid_request_error", "", "Invalid API Key provided");
        }
        match route.call {
            Call::Tokenise => self.tokenise(form),
            Call::Customer => {
                let id = self.id("cus");
                self.customers.push(id.clone());
                said(200, &json!({ "id": id, "object": "customer" }))
            }
            Call::OpenIntent => self.open(route.setup, form),
            Call::Note | Call::Confirm | Call::Cancel | Call::LookUp => {
                let Some(mut intent) =
                    self.intents.get(&route.id).cloned().filter(|intent| intent.setup == route.setup)
                else {
                    return missing("intent");
                };
                let response = self.on(&mut intent, route.call, form);
                self.intents.insert(intent.id.clone(), intent);
                response
            }
        }
    }

    fn tokenise(&mut self, form: &Form) -> Answer {
        if self.raw_cards_off {
            let message = "Sending credit card numbers directly to the Stripe API is generally unsafe. We suggest you \
                           use test tokens that map to the test card you are using.";
            return refusal(400, "invalid_request_error", "", message);
        }
        let value = |name: &str| form.get(name).map(String::as_str).unwrap_or_default();
        let number = value("card[number]");
        let (month, year) = (value("card[exp_month]"), value("card[exp_year]"));
        if let Some((code, param)) = refused(number, month, year, value("card[cvc]")) {
            // The message echoes what was sent, as a careless one might.
            let error = json!({ "type": "card_error", "code": code, "param": param, "message": number });
            return said(402, &json!({ "error": error }));
        }
        let seen = self.numbers.iter().position(|known| known == number).unwrap_or_else(|| {
            self.numbers.push(number.to_owned());
            self.numbers.len() - 1
        });
        let id = self.id("pm");
        let holder = value("billing_details[name]");
        let method = Method {
            behaviour: behaviour(number),
            fingerprint: format!("fp_fake{seen}"),
            last4: number[number.len() - 4..].to_owned(),
            holder: holder.to_owned(),
            used: false,
        };
        let card = json!({ "fingerprint": method.fingerprint, "last4": method.last4 });
        let body = json!({
            "id": id, "object": "payment_method", "type": "card", "card": card,
            "billing_details": { "name": holder },
        });
        self.methods.insert(id, method);
        said(200, &body)
    }

    fn open(&mut self, setup: bool, form: &Form) -> Answer {
        if setup && !form.get("customer").is_some_and(|customer| self.customers.contains(customer)) {
            return missing("customer");
        }
        let id = self.id(if setup { "seti" } else { "pi" });
        let metadata = metadata(form);
        let intent = Intent {
            id: id.clone(),
            setup,
            status: "requires_payment_method",
            amount: form.get("amount").and_then(|amount| amount.parse().ok()).unwrap_or(0),
            currency: form.get("currency").cloned().unwrap_or_default(),
            metadata,
            method: None,
            back: None,
            error: None,
            paid: 0,
        };
        let body = intent.json(&self.base);
        self.intents.insert(id, intent);
        said(200, &body)
    }

    fn on(&mut self, intent: &mut Intent, call: Call, form: &Form) -> Answer {
        let shown = |intent: &Intent, base: &str| said(200, &intent.json(base));
        match call {
            Call::Note => {
                intent.metadata.extend(metadata(form));
                shown(intent, &self.base)
            }
            Call::Cancel if matches!(intent.status, "succeeded" | "canceled" | "processing") => self.unexpected(intent),
            Call::Cancel => {
                intent.status = "canceled";
                shown(intent, &self.base)
            }
            Call::Confirm => self.confirm(intent, form),
            Call::LookUp | Call::Tokenise | Call::Customer | Call::OpenIntent => shown(intent, &self.base),
        }
    }

    fn unexpected(&self, intent: &Intent) -> Answer {
        let kind = if intent.setup { "setup_intent" } else { "payment_intent" };
        let mut error = json!({
            "type": "invalid_request_error", "code": format!("{kind}_unexpected_state"), "message": "Not in this state.",
        });
        error[kind] = intent.json(&self.base);
        said(400, &json!({ "error": error }))
    }

    fn confirm(&mut self, intent: &mut Intent, form: &Form) -> Answer {
        if !matches!(intent.status, "requires_payment_method" | "requires_confirmation" | "requires_action") {
            return self.unexpected(intent);
        }
        let id = form.get("payment_method").cloned().unwrap_or_default();
        let Some(method) = self.methods.get_mut(&id) else {
            let error = json!({
                "type": "invalid_request_error", "code": "resource_missing", "param": "payment_method",
                "message": "No such PaymentMethod",
            });
            return said(400, &json!({ "error": error }));
        };
        if method.used {
            let message = "The provided PaymentMethod was previously used without Customer attachment.";
            let error = json!({ "type": "invalid_request_error", "param": "payment_method", "message": message });
            return said(400, &json!({ "error": error }));
        }
        method.used = true;
        let charged = self.charged.entry(method.holder.clone()).or_default();
        charged.0 += 1;
        charged.1 += u32::from(method.behaviour == Behaviour::Pays);
        (intent.method, intent.back) = (Some(id), form.get("return_url").cloned());
        if self.pending > 0 {
            self.pending -= 1;
            intent.status = "processing";
            return said(200, &intent.json(&self.base));
        }
        match method.behaviour {
            Behaviour::Pays => intent.succeed(),
            Behaviour::Asks | Behaviour::AsksThenDeclines => intent.status = "requires_action",
            Behaviour::Declines(code, decline_code) => {
                intent.fail(code, decline_code);
                let mut error = intent.error.clone().unwrap_or_default();
                let kind = if intent.setup { "setup_intent" } else { "payment_intent" };
                error[kind] = intent.json(&self.base);
                return said(402, &json!({ "error": error }));
            }
        }
        said(200, &intent.json(&self.base))
    }

    /// The cardholder passes 3-D Secure, or a pending payment is decided; says where the cardholder is led back to.
    pub fn settle(&mut self, id: &str, passed: bool) -> Option<String> {
        let intent = self.intents.get_mut(id)?;
        let behaviour = self.methods.get(intent.method.as_ref()?)?.behaviour;
        let setup = intent.setup;
        match (intent.status, passed, behaviour) {
            ("requires_action", false, _) => {
                let code = if setup { "setup_intent" } else { "payment_intent" };
                intent.fail(&format!("{code}_authentication_failure"), None);
            }
            ("requires_action", true, Behaviour::AsksThenDeclines) | ("processing", false, _) => {
                intent.fail("card_declined", Some("generic_decline"));
            }
            ("requires_action" | "processing", true, _) => intent.succeed(),
            _ => {}
        }
        let result = if intent.status == "succeeded" { "succeeded" } else { "failed" };
        let back = intent.back.clone()?;
        let mark = if back.contains('?') { '&' } else { '?' };
        let kind = if setup { "setup_intent" } else { "payment_intent" };
        Some(format!("{back}{mark}{kind}={id}&redirect_status={result}"))
    }
}

/// `metadata[name]=value`
fn metadata(form: &Form) -> BTreeMap<String, String> {
    let named = |name: &str| Some(name.strip_prefix("metadata[")?.strip_suffix(']')?.to_owned());
    form.iter().filter_map(|(name, value)| Some((named(name)?, value.clone()))).collect()
}
