//! A gateway that knows what is true, and does not always say it.

use std::collections::BTreeMap;

use payment_smart_bot::dialogue::{AttemptId, Decline, IntentId, Link, Verdict};

/// What is true of an intent, whatever was answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Truth {
    /// No attempt is open: none arrived, or the last one was declined.
    Open,
    /// 3-D Secure is awaited.
    Asked,
    /// The issuer has not decided.
    Pending,
    /// The money moved.
    Paid,
    /// Nothing can move any more.
    Voided,
}

/// A gateway whose answers are drawn: time-outs before and after the fact, delays, declines.
#[derive(Debug, Default)]
pub struct Gateway {
    truth: BTreeMap<String, Truth>,
    /// How often money moved.
    pub paid: usize,
    /// Every attempt that was sent and not refused as a request.
    pub attempts: Vec<AttemptId>,
    /// From now on every question is answered, truly and finally.
    pub calm: bool,
}

impl Gateway {
    fn truth(&mut self, intent: &IntentId) -> &mut Truth {
        self.truth.entry(intent.as_str().to_owned()).or_insert(Truth::Open)
    }

    /// Whether an attempt could still move money.
    pub fn in_the_air(&self) -> bool {
        self.truth.values().any(|truth| matches!(truth, Truth::Asked | Truth::Pending))
    }

    fn set(&mut self, intent: &IntentId, truth: Truth, verdict: Verdict) -> Verdict {
        if truth == Truth::Paid {
            self.paid += 1;
        }
        *self.truth(intent) = truth;
        verdict
    }

    /// Confirms; panics where that could move money twice.
    pub fn charge(&mut self, intent: &IntentId, attempt: &AttemptId, drawn: u8) -> Verdict {
        assert_eq!(*self.truth(intent), Truth::Open, "charged while an attempt is unresolved, or after it was paid");
        assert!(!self.in_the_air(), "charged while another intent is unresolved");
        // Refused as a request: nothing is done, and it counts as no attempt, however often it was sent.
        if drawn % 9 == 8 {
            self.attempts.retain(|sent| sent != attempt);
            return Verdict::Refused;
        }
        self.attempts.push(attempt.clone());
        match drawn % 9 {
            0 => self.set(intent, Truth::Open, Verdict::Declined(Decline::OtherCard)),
            1 => Verdict::Unknown,
            2 => self.set(intent, Truth::Paid, Verdict::Unknown),
            3 => self.set(intent, Truth::Pending, Verdict::Pending),
            4 | 5 => self.set(intent, Truth::Asked, Verdict::ActionRequired(link())),
            6 => self.set(intent, Truth::Asked, Verdict::Unknown),
            _ => self.set(intent, Truth::Paid, Verdict::Paid),
        }
    }

    /// What became of the attempt.
    pub fn look_up(&mut self, intent: &IntentId, drawn: u8) -> Verdict {
        let drawn = drawn % 6;
        let truth = *self.truth(intent);
        match truth {
            _ if drawn == 0 && !self.calm => Verdict::Unknown,
            Truth::Open => Verdict::NotReached,
            Truth::Paid => Verdict::Paid,
            Truth::Voided => Verdict::Voided,
            Truth::Asked | Truth::Pending if drawn == 1 => self.set(intent, Truth::Paid, Verdict::Paid),
            Truth::Asked | Truth::Pending if drawn == 2 => {
                self.set(intent, Truth::Open, Verdict::Declined(Decline::Authentication))
            }
            Truth::Asked => Verdict::ActionRequired(link()),
            Truth::Pending => Verdict::Pending,
        }
    }

    /// Cancels, where it is not too late.
    pub fn cancel(&mut self, intent: &IntentId, drawn: u8) -> Verdict {
        let drawn = drawn % 6;
        let truth = *self.truth(intent);
        match truth {
            Truth::Paid if self.calm || drawn > 1 => Verdict::Paid,
            Truth::Voided => Verdict::Voided,
            Truth::Open | Truth::Asked | Truth::Pending if self.calm => {
                self.set(intent, Truth::Voided, Verdict::Voided)
            }
            Truth::Open | Truth::Asked | Truth::Pending | Truth::Paid if drawn < 2 => Verdict::Unknown,
            Truth::Pending if drawn == 2 => Verdict::Pending,
            Truth::Pending if drawn == 3 => self.set(intent, Truth::Paid, Verdict::Paid),
            Truth::Open | Truth::Asked if drawn == 2 => self.set(intent, Truth::Voided, Verdict::Unknown),
            Truth::Open | Truth::Asked | Truth::Pending | Truth::Paid => {
                self.set(intent, Truth::Voided, Verdict::Voided)
            }
        }
    }
}

fn link() -> Link {
    Link::new("https://bank.example/3ds")
}
