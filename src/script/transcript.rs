//! What came of a script, as text that reads like a story: for people, and for snapshots.

use std::fmt::Write as _;

use crate::session::{Record, TrailEntry};
use crate::turn::Outcome;

/// A transcript under way.
pub(super) struct Transcript(String);

impl Transcript {
    pub fn new(title: &str) -> Self {
        Self(format!("{title}\n"))
    }

    pub fn finish(self) -> String {
        self.0
    }

    fn line(&mut self, who: &str, what: &str) {
        for (i, line) in what.lines().enumerate() {
            let _ = writeln!(self.0, "{:<9} {line}", if i == 0 { who } else { "" });
        }
        if what.is_empty() {
            let _ = writeln!(self.0, "{who:<9} (nothing)");
        }
    }

    /// Something that happens between messages.
    pub fn aside(&mut self, what: &str) {
        let _ = writeln!(self.0, "\n— {what} —");
    }

    /// What the customer wrote, masked.
    pub fn customer(&mut self, masked: &str) {
        self.0.push('\n');
        let visible: String = masked
            .chars()
            .map(|c| if c.is_control() || crate::card::is_invisible(c) { '\u{fffd}' } else { c })
            .collect();
        let shown = if visible.chars().count() > 200 {
            format!("{}… ({} characters)", visible.chars().take(120).collect::<String>(), masked.chars().count())
        } else {
            visible
        };
        self.line("customer", &shown);
    }

    /// What the turn did, said and kept.
    pub fn outcome(&mut self, outcome: &Outcome, record: Option<&Record>) {
        match outcome {
            Outcome::Reply(reply, trail) => {
                self.steps(trail);
                self.line("bot", &reply.reply);
                if let Some(action) = &reply.next_action {
                    let url = action.url.as_deref().unwrap_or_default();
                    self.line("action", format!("{} {url}", action.r#type).trim_end());
                }
                if let Some(token) = &reply.payment_method_id {
                    let intent = reply.payment_intent_id.as_deref().map(|id| format!(", {id}")).unwrap_or_default();
                    self.line("result", &format!("{token}{intent}"));
                }
            }
            Outcome::Replayed(reply) => {
                let said = reply.get("reply").and_then(serde_json::Value::as_str).unwrap_or_default();
                self.line("again", said);
            }
            Outcome::Deleted => self.line("deleted", "the session is gone"),
            Outcome::Deleting => self.line("deleting", "as soon as the payment is settled"),
            Outcome::NotFound => self.line("error", "there is no such session"),
            Outcome::Forbidden => self.line("error", "the token does not open the session"),
            Outcome::OrderTooLate => self.line("error", "an order comes with the first message"),
            Outcome::OtherOrder => self.line("error", "this session is for another order"),
            Outcome::Refused(_, seconds) => self.line("refused", &format!("wait {seconds} seconds")),
            Outcome::Idle => self.line("idle", "nothing was to be looked up"),
            Outcome::Conflict => self.line("error", "other turns came first"),
            Outcome::Unavailable => self.line("error", "no answer; nothing was changed"),
            Outcome::Unreadable => self.line("error", "the record cannot be read"),
        }
        self.line("stored", &stored(record));
    }

    fn steps(&mut self, trail: &[TrailEntry]) {
        for entry in trail {
            let guards: Vec<String> =
                entry.guards.iter().map(|guard| guard.replace("=true", "").replace("=false", "?no")).collect();
            self.line("event", &entry.event);
            let asked = if guards.is_empty() { String::new() } else { format!(" [{}]", guards.join("; ")) };
            self.line("state", &format!("{} → {}{asked}", entry.from, entry.to));
            if !entry.effects.is_empty() {
                self.line("effects", &entry.effects.join(", "));
            }
        }
    }
}

/// What is stored of the session, in one line.
fn stored(record: Option<&Record>) -> String {
    let Some(record) = record else { return "nothing".to_owned() };
    let collected = serde_json::to_string(record.collected_data()).unwrap_or_default();
    let sealed = match (record.sealed(), record.sealed_until()) {
        (Some(_), Some(until)) => format!("card data sealed until {}", until.strftime("%H:%M")),
        (_, _) => "nothing sealed".to_owned(),
    };
    let expires = match record.ttl().and_then(|ttl| jiff::Timestamp::from_second(ttl).ok()) {
        Some(ttl) => format!("expires {}", ttl.strftime("%H:%M")),
        None => "does not expire".to_owned(),
    };
    format!("v{} {} {collected}; {sealed}; {expires}", record.version(), record.status())
}
