//! What came of a script, as text that reads like a story: for people, and for snapshots.

use std::fmt::Write as _;

use crate::session::{NextAction, Record, TrailEntry};
use crate::turn::{ChatError, Chatted, Deletion, Looked, Reply, Stop};

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

    /// How a message was answered, and what is kept.
    pub fn chatted(&mut self, chatted: &Result<Chatted, ChatError>, record: Option<&Record>) {
        match chatted {
            Ok(Chatted::Reply(reply, trail)) => self.reply(reply, trail),
            Ok(Chatted::Replayed(reply)) => {
                let said = reply.get("reply").and_then(serde_json::Value::as_str).unwrap_or_default();
                self.line("again", said);
            }
            Err(error @ ChatError::Refused(..)) => self.line("refused", &error.to_string()),
            Err(
                error @ (ChatError::Stopped(_)
                | ChatError::OrderTooLate
                | ChatError::OtherOrder
                | ChatError::OtherMessage
                | ChatError::AnsweredAlready),
            ) => self.line("error", &error.to_string()),
        }
        self.stored(record);
    }

    /// What a look came to, and what is kept.
    pub fn looked(&mut self, looked: &Result<Looked, Stop>, record: Option<&Record>) {
        match looked {
            Ok(Looked::Answered(reply, trail) | Looked::Unanswered(reply, trail)) => self.reply(reply, trail),
            Ok(Looked::Idle) => self.line("idle", "nothing was to be looked up"),
            Err(stop) => self.line("error", &stop.to_string()),
        }
        self.stored(record);
    }

    /// What a deletion came to, and what is kept.
    pub fn deleted(&mut self, deletion: &Result<Deletion, Stop>, record: Option<&Record>) {
        match deletion {
            Ok(Deletion::Done) => self.line("deleted", "the session is gone"),
            Ok(Deletion::Charged { .. }) => {
                self.line("deleted", "the session is gone; the record of its payment stays");
            }
            Ok(Deletion::Waiting) => self.line("deleting", "as soon as the payment is settled"),
            Err(stop) => self.line("error", &stop.to_string()),
        }
        self.stored(record);
    }

    /// What the turn did and said.
    fn reply(&mut self, reply: &Reply, trail: &[TrailEntry]) {
        self.steps(trail);
        self.line("bot", &reply.reply);
        match &reply.next.action {
            Some(NextAction::Redirect { url }) => self.line("action", &format!("redirect {url}")),
            Some(NextAction::NewSession) => self.line("action", "new_session"),
            None => {}
        }
        if let Some(token) = &reply.result.payment_method_id {
            let intent = reply.result.payment_intent_id.as_deref().map(|id| format!(", {id}")).unwrap_or_default();
            self.line("result", &format!("{token}{intent}"));
        }
    }

    fn stored(&mut self, record: Option<&Record>) {
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
