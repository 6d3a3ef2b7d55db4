//! Answers of Stripe, as far as they are read, and what they mean. Nothing here is printed: a message may echo input.

use serde::Deserialize;

use super::super::DECLINES;
use crate::dialogue::{Decline, Link, Payment, Token, Verdict};

/// An object of the API: a payment method, a customer, a payment or setup intent.
#[derive(Deserialize)]
pub(super) struct Object {
    pub id: String,
    /// Kept under the idempotency key since an earlier request: it may have changed meanwhile.
    #[serde(skip)]
    pub replayed: bool,
    #[serde(default)]
    status: Option<String>,
    #[serde(default)]
    amount: Option<u64>,
    #[serde(default)]
    currency: Option<String>,
    #[serde(default)]
    payment_method: Option<Reference>,
    #[serde(default)]
    last_payment_error: Option<Failure>,
    #[serde(default)]
    last_setup_error: Option<Failure>,
    #[serde(default)]
    next_action: Option<NextAction>,
    #[serde(default)]
    card: Option<CardDetails>,
}

/// An object, or its id alone.
#[derive(Deserialize)]
#[serde(untagged)]
enum Reference {
    Id(String),
    Whole { id: String },
}

impl Reference {
    fn id(&self) -> &str {
        match self {
            Self::Id(id) | Self::Whole { id } => id,
        }
    }
}

#[derive(Deserialize)]
struct NextAction {
    #[serde(default)]
    redirect_to_url: Option<Redirect>,
}

#[derive(Deserialize)]
struct Redirect {
    #[serde(default)]
    url: Option<String>,
}

#[derive(Deserialize)]
struct CardDetails {
    #[serde(default)]
    fingerprint: Option<String>,
}

/// Why a request failed, or why an intent's last confirmation did.
#[derive(Default, Deserialize)]
pub(super) struct Failure {
    #[serde(default, rename = "type")]
    pub kind: Option<String>,
    #[serde(default)]
    pub code: Option<String>,
    #[serde(default)]
    decline_code: Option<String>,
    #[serde(default)]
    pub param: Option<String>,
    /// Read for one sentence only, and never printed.
    #[serde(default)]
    message: Option<String>,
    #[serde(default)]
    payment_method: Option<Reference>,
    #[serde(default)]
    payment_intent: Option<Box<Object>>,
    #[serde(default)]
    setup_intent: Option<Box<Object>>,
}

#[derive(Deserialize)]
pub(super) struct Failed {
    pub error: Failure,
}

impl Failure {
    /// The class of the decline: `decline_code`, else `code`.
    pub fn decline(&self) -> Decline {
        DECLINES.class(self.decline_code.as_deref().or(self.code.as_deref()).unwrap_or_default())
    }

    /// The class, where the request was refused for a card value that the customer can mend.
    pub fn of_value(&self) -> Option<Decline> {
        match DECLINES.known(self.code.as_deref()?)? {
            value @ (Decline::Number | Decline::Expiry | Decline::Cvv) => Some(value),
            Decline::TryAgain
            | Decline::OtherCard
            | Decline::Authentication
            | Decline::Duplicate
            | Decline::PaidBefore
            | Decline::Plain => None,
        }
    }

    /// The intent as it is now, where the error is of one.
    pub fn intent(&self) -> Option<&Object> {
        self.payment_intent.as_deref().or(self.setup_intent.as_deref())
    }

    pub fn is(&self, kind: &str) -> bool {
        self.kind.as_deref() == Some(kind)
    }

    /// Stripe has no code for this one. Source: the sentence as its support pages give it.
    pub fn refuses_raw_cards(&self) -> bool {
        self.message.as_deref().is_some_and(|message| message.contains("Sending credit card numbers directly"))
    }
}

impl Object {
    pub fn fingerprint(&self) -> Option<&str> {
        self.card.as_ref()?.fingerprint.as_deref()
    }

    /// Whether the intent is of this amount, in this currency.
    pub fn is_of(&self, payment: &Payment) -> bool {
        let currency = self.currency.as_deref().unwrap_or_default();
        self.amount == Some(payment.amount.minor()) && currency.eq_ignore_ascii_case(payment.amount.currency().code())
    }

    /// Whether the card of another attempt is being tried at the intent.
    pub fn is_in_other_hands(&self, token: &Token) -> bool {
        matches!(self.status(), "requires_action" | "processing")
            && self.payment_method.as_ref().is_some_and(|method| method.id() != token.as_str())
    }

    pub fn status(&self) -> &str {
        self.status.as_deref().unwrap_or_default()
    }

    /// What became of the attempt with this token.
    ///
    /// An intent that still waits for a card tells it by its last error, which names the card it is of: ours means that
    /// this attempt was declined, none or another one that it has left no trace.
    ///
    /// `NotReached` may be said while a confirmation of this very attempt is still under way. That is safe: whoever
    /// confirms again does so with the same key, the same token and the same intent, which Stripe locks while it works
    /// on it, and which succeeds once at most; and a cancellation either comes first, and the confirmation fails, or is
    /// refused because the intent succeeded.
    pub fn verdict(&self, token: &Token, plain_links: bool) -> Verdict {
        match self.status() {
            "succeeded" => Verdict::Paid,
            "processing" => Verdict::Pending,
            "canceled" => Verdict::Voided,
            "requires_action" => self.link(plain_links).map_or(Verdict::Pending, Verdict::ActionRequired),
            "requires_payment_method" | "requires_confirmation" => {
                let failed = self.last_payment_error.as_ref().or(self.last_setup_error.as_ref());
                let ours = |failure: &&Failure| {
                    failure.payment_method.as_ref().is_some_and(|method| method.id() == token.as_str())
                };
                failed.filter(ours).map_or(Verdict::NotReached, |failure| Verdict::Declined(failure.decline()))
            }
            // `requires_capture` among them: we never ask for a capture of our own.
            status => {
                tracing::error!(status = tame(status), "Stripe says something of an intent that was never asked for");
                Verdict::Unknown
            }
        }
    }

    fn link(&self, plain_links: bool) -> Option<Link> {
        let url = self.next_action.as_ref()?.redirect_to_url.as_ref()?.url.as_deref()?;
        let parsed = reqwest::Url::parse(url).ok()?;
        let safe = parsed.scheme() == "https" || (plain_links && super::is_plain_loopback(&parsed));
        if !safe {
            tracing::error!("Stripe gave a 3-D Secure link that is not https; it is not passed on");
        }
        safe.then(|| Link::new(url))
    }
}

/// A code or a parameter's name as far as it looks like one: what is printed was not made up by the other side.
pub(super) fn tame(text: &str) -> String {
    let fits = |c: &char| c.is_ascii_lowercase() || matches!(c, '_' | '[' | ']' | '.');
    text.chars().filter(fits).take(60).collect()
}
