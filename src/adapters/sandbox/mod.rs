//! The gateway that is built in: takes published test numbers, moves no money, and can go wrong in every way.
//!
//! A token names how its card behaves. What became of an attempt cannot be read off its id, which the machine makes, so
//! the sandbox notes it: in memory, and in a file where it shall survive a killed process.

mod book;
mod fault;
mod plan;
mod scenarios;
#[cfg(test)]
mod tests;

use std::collections::VecDeque;
use std::io;
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};

use async_trait::async_trait;
use sha2::{Digest as _, Sha256};

pub use fault::Fault;
pub use plan::Plan;
pub use scenarios::{Behaviour, SCENARIOS, Scenario};

use crate::dialogue::{
    Confirmation, Decline, Fingerprint, FullCard, IntentId, Link, Opened, Purpose, Token, Tokenised, Verdict,
};
use crate::ports::{Clock, Finding, Gateway};
use book::Book;
use fault::{Call, What};
use plan::Said;

const TOKEN: &str = "pm_sandbox_";
const INTENT: &str = "pi_sandbox_";
/// The route of the page that stands in for a bank.
const BANK_PAGE: &str = "/sandbox/3ds/{intent}";

/// The sandbox gateway.
#[derive(Debug, Default)]
pub struct Sandbox {
    base_url: Option<String>,
    book: Mutex<Book>,
    faults: Mutex<VecDeque<Fault>>,
}

impl Sandbox {
    /// A sandbox that remembers as long as it lives. Its 3-D Secure links are `{base_url}/sandbox/3ds/{intent}`.
    #[must_use]
    pub fn new(base_url: Option<String>) -> Self {
        Self { base_url, ..Self::default() }
    }

    /// A sandbox that remembers in a file what became of its intents.
    ///
    /// # Errors
    /// When the file cannot be read or written.
    pub fn kept_in(file: &Path, base_url: Option<String>) -> io::Result<Self> {
        Ok(Self { base_url, book: Mutex::new(Book::open(file)?), ..Self::default() })
    }

    /// What goes wrong at the next call that it can happen at; several happen one after the other.
    pub fn force(&self, fault: Fault) {
        lock(&self.faults).push_back(fault);
    }

    /// The first fault in line that happens at this call.
    fn fault(&self, call: Call) -> Option<What> {
        let mut faults = lock(&self.faults);
        let first = faults.iter().position(|fault| fault.happens_at(call))?;
        faults.remove(first).map(|fault| fault.what)
    }

    fn verdict(&self, intent: &IntentId, said: Said) -> Verdict {
        match said {
            Said::Paid => Verdict::Paid,
            Said::Declined(decline) => Verdict::Declined(decline),
            Said::Voided => Verdict::Voided,
            Said::Pending => Verdict::Pending,
            Said::Action => {
                let base = self.base_url.as_deref().unwrap_or("https://pay.example").trim_end_matches('/');
                Verdict::ActionRequired(Link::new(format!("{base}{}", BANK_PAGE.replace("{intent}", intent.as_str()))))
            }
            Said::NotReached => Verdict::NotReached,
            Said::Unknown => Verdict::Unknown,
        }
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The same id for the same key, as with a gateway that keeps idempotency keys; the key does not show.
fn short(key: &str) -> String {
    hex::encode(&Sha256::digest(key)[..10])
}

fn token(plan: Plan, key: &str) -> Token {
    Token::new(format!("{TOKEN}{}_{}", plan.wire(), short(key)))
}

/// The sandbox's id of a card number: published test numbers with the same brand and last four are one card to it.
fn fingerprint(card: &FullCard) -> Fingerprint {
    let number = &card.number;
    Fingerprint::new(format!("fp_sandbox_{}_{}", number.brand().wire(), number.last_four()))
}

/// How a card behaves, by its token; a token that is not ours is declined.
fn plan(token: &Token) -> Plan {
    let plan = token.as_str().strip_prefix(TOKEN).and_then(|rest| rest.rsplit_once('_'));
    plan.and_then(|(plan, _)| Plan::from_wire(plan)).unwrap_or(Plan::Declined(Decline::Plain))
}

#[async_trait]
impl Gateway for Sandbox {
    async fn tokenise(&self, card: &FullCard, key: &str) -> Tokenised {
        let planned = scenarios::behaviour(card.number.expose());
        let behaviour = match self.fault(Call::Tokenise) {
            Some(What::Timeout | What::Down) => Behaviour::Unanswered,
            Some(What::Misconfigured) => Behaviour::Misconfigured,
            Some(What::Declined(decline)) => Behaviour::Refused(decline),
            Some(What::Charge(_) | What::Paid | What::Refused) | None => planned,
        };
        match behaviour {
            Behaviour::Charge(plan) => {
                Tokenised::Token { token: token(plan, key), fingerprint: Some(fingerprint(card)) }
            }
            Behaviour::Refused(decline) => Tokenised::Refused(decline),
            Behaviour::Unanswered => Tokenised::Unknown,
            Behaviour::Misconfigured => Tokenised::Misconfigured,
        }
    }

    async fn open_intent(&self, _: &Purpose, key: &str) -> Opened {
        match self.fault(Call::OpenIntent) {
            Some(What::Refused) => Opened::Refused,
            Some(
                What::Timeout | What::Down | What::Misconfigured | What::Declined(_) | What::Charge(_) | What::Paid,
            ) => Opened::Unknown,
            None => Opened::Intent(IntentId::new(format!("{INTENT}{}", short(key)))),
        }
    }

    async fn charge(&self, confirmation: &Confirmation, _: &Purpose) -> Verdict {
        let Confirmation { intent, attempt, token } = confirmation;
        let plan = match self.fault(Call::Charge) {
            Some(What::Timeout) => Plan::Moved,
            Some(What::Down) => Plan::Lost,
            Some(What::Declined(decline)) => Plan::Declined(decline),
            Some(What::Charge(plan)) => plan,
            Some(What::Paid) => Plan::Paid,
            Some(What::Refused) => return Verdict::Refused,
            Some(What::Misconfigured) | None => plan(token),
        };
        let said = lock(&self.book).charge(intent, attempt, plan);
        self.verdict(intent, said)
    }

    async fn look_up(&self, Confirmation { intent, attempt, .. }: &Confirmation) -> Verdict {
        let mut book = lock(&self.book);
        let said = match self.fault(Call::LookUp) {
            Some(What::Timeout | What::Down) => Said::Unknown,
            Some(What::Declined(decline)) => book.settle(intent, attempt, Plan::Declined(decline)),
            Some(What::Paid) => book.settle(intent, attempt, Plan::Paid),
            Some(What::Charge(_) | What::Misconfigured | What::Refused) | None => book.look(intent, attempt),
        };
        self.verdict(intent, said)
    }

    async fn cancel(&self, Confirmation { intent, attempt, .. }: &Confirmation) -> Verdict {
        let mut book = lock(&self.book);
        let said = match self.fault(Call::Cancel) {
            Some(What::Timeout) => {
                book.cancel(intent, attempt);
                Said::Unknown
            }
            Some(What::Down) => Said::Unknown,
            Some(What::Paid) => book.settle(intent, attempt, Plan::Paid),
            Some(What::Declined(_) | What::Charge(_) | What::Misconfigured | What::Refused) | None => {
                book.cancel(intent, attempt)
            }
        };
        self.verdict(intent, said)
    }

    fn bank_page(&self) -> Option<&'static str> {
        Some(BANK_PAGE)
    }

    async fn health(&self, _: &dyn Clock) -> Vec<Finding> {
        let told = if cfg!(feature = "stripe") {
            "the sandbox: no money moves (STRIPE_SECRET_KEY names an account)"
        } else {
            "the sandbox: no money moves"
        };
        vec![Finding::note("gateway", told)]
    }
}
