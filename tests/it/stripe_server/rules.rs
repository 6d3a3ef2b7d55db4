//! What every request has to look like: its calls, their parameters, and nothing more.

use std::collections::BTreeMap;

use payment_smart_bot::adapters::STRIPE_VERSION;

use crate::http_server::Request;

/// What is asked of Stripe.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Call {
    Tokenise,
    Customer,
    OpenIntent,
    /// The attempt is written into an intent's metadata.
    Note,
    Confirm,
    LookUp,
    Cancel,
}

/// A call, and the id of the object that it is about.
pub struct Route {
    pub call: Call,
    pub setup: bool,
    pub id: String,
}

impl Route {
    pub fn of(request: &Request) -> Option<Self> {
        let parts: Vec<&str> = request.head.uri.path().trim_start_matches('/').split('/').collect();
        let (call, id) = match (request.head.method.as_str(), parts.as_slice()) {
            ("POST", ["v1", "payment_methods"]) => (Call::Tokenise, ""),
            ("POST", ["v1", "customers"]) => (Call::Customer, ""),
            ("POST", ["v1", "payment_intents" | "setup_intents"]) => (Call::OpenIntent, ""),
            ("POST", ["v1", "payment_intents" | "setup_intents", id]) => (Call::Note, *id),
            ("POST", ["v1", "payment_intents" | "setup_intents", id, "confirm"]) => (Call::Confirm, *id),
            ("POST", ["v1", "payment_intents" | "setup_intents", id, "cancel"]) => (Call::Cancel, *id),
            ("GET", ["v1", "payment_intents" | "setup_intents", id]) => (Call::LookUp, *id),
            _ => return None,
        };
        Some(Self { call, setup: parts.get(1) == Some(&"setup_intents"), id: id.to_owned() })
    }

    /// The parameters that have to be there, and those that may.
    const fn parameters(&self) -> (&'static [&'static str], &'static [&'static str]) {
        match (self.call, self.setup) {
            (Call::Tokenise, _) => (
                &["type", "card[number]", "card[exp_month]", "card[exp_year]", "card[cvc]", "billing_details[name]"],
                &[],
            ),
            (Call::OpenIntent, false) => {
                (&["amount", "currency", "payment_method_types[]"], &["description", "metadata[order]"])
            }
            (Call::OpenIntent, true) => (&["usage", "payment_method_types[]", "customer"], &[]),
            (Call::Note, _) => (&["metadata[attempt]"], &[]),
            (Call::Confirm, _) => (&["payment_method", "return_url"], &[]),
            (Call::Customer | Call::Cancel | Call::LookUp, _) => (&[], &[]),
        }
    }
}

/// What is wrong with a request: names of headers and parameters, never values.
pub fn violations(route: &Route, request: &Request, form: &BTreeMap<String, String>) -> Vec<String> {
    let mut found = Vec::new();
    let mut must = |held: bool, what: String| {
        if !held {
            found.push(format!("{:?}: {what}", route.call));
        }
    };
    must(request.header("stripe-version") == Some(STRIPE_VERSION), "another Stripe-Version".to_owned());
    must(request.header("user-agent").is_some_and(|agent| agent.starts_with("payment-smart-bot/")), "agent".to_owned());
    let key = request.header("idempotency-key");
    if request.head.method == "POST" {
        must(key.is_some_and(|key| (1..=255).contains(&key.len())), "a POST without a good key".to_owned());
        let kind = request.header("content-type");
        must(kind == Some("application/x-www-form-urlencoded"), "another content type".to_owned());
    } else {
        must(key.is_none() && request.body.is_empty(), "a GET with a key or a body".to_owned());
    }
    let (needed, allowed) = route.parameters();
    for name in needed {
        must(form.contains_key(*name), format!("without {name}"));
    }
    for name in form.keys() {
        must(needed.contains(&name.as_str()) || allowed.contains(&name.as_str()), format!("with {name}"));
    }
    let is = |name: &str, value: &str| form.get(name).is_none_or(|given| given == value);
    for (name, value) in [("type", "card"), ("payment_method_types[]", "card"), ("usage", "off_session")] {
        must(is(name, value), format!("another {name}"));
    }
    let fits = |name: &str, fits: fn(&str) -> bool| form.get(name).is_none_or(|value| fits(value));
    for (name, fits) in [
        ("amount", fits("amount", |amount| amount.parse::<u64>().is_ok_and(|amount| amount > 0))),
        ("currency", fits("currency", |code| code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_lowercase()))),
        ("return_url", fits("return_url", |url| url.starts_with("http://") || url.starts_with("https://"))),
        ("payment_method", fits("payment_method", |id| id.starts_with("pm_"))),
        ("metadata[attempt]", fits("metadata[attempt]", |id| id.starts_with("at_"))),
    ] {
        must(fits, format!("a bad {name}"));
    }
    // A code of three digits is found in many a random key; a number is not.
    let number = form.get("card[number]");
    must(
        !number.is_some_and(|number| key.unwrap_or_default().contains(number.as_str())),
        "number in the key".to_owned(),
    );
    found
}
