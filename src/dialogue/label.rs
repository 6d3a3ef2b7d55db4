//! Names for events, effects and guards: for the trail, snapshots and the generated statechart. Never a value.

use super::{Answer, Aside, Certainty, Command, Effect, Event, Field, Guard, Heard, Note, Said, Told, Topic, Verdict};

impl Topic {
    /// The name in the catalog and in the trail: `general`, `why_cvv`.
    #[must_use]
    pub fn wire(self) -> String {
        self.to_string()
    }
}

impl Command {
    /// The name in the trail: "affirm", "change card".
    #[must_use]
    pub fn wire(self) -> String {
        let name: &str = self.into();
        match self {
            Self::Change(Some(field)) => format!("{name} {}", field.wire()),
            Self::Affirm | Self::Deny | Self::Change(None) | Self::Back | Self::Restart | Self::Cancel => {
                name.to_owned()
            }
        }
    }
}

impl Aside {
    /// The name in the trail: `status`, `help why_cvv`.
    #[must_use]
    pub fn wire(self) -> String {
        let name: &str = self.into();
        match self {
            Self::Help(topic) => format!("{name} {}", topic.wire()),
            Self::Language(Some(language)) => format!("{name} {}", language.code()),
            Self::Refuse(Some(field)) | Self::Already(Some(field)) => format!("{name} {}", field.wire()),
            Self::Own(_)
            | Self::Simpler
            | Self::Repeat
            | Self::Status
            | Self::Language(None)
            | Self::Handoff
            | Self::OtherWay
            | Self::Refuse(None)
            | Self::NoCode
            | Self::NoName
            | Self::Already(None)
            | Self::Wait
            | Self::Complaint
            | Self::OthersCard
            | Self::Pressed
            | Self::Minor
            | Self::Distress
            | Self::NotMe
            | Self::ChargedTwice
            | Self::WrongAmount
            | Self::Refund
            | Self::Return
            | Self::Receipt
            | Self::BankCode
            | Self::Privacy
            | Self::Identity
            | Self::Begin
            | Self::Greeting
            | Self::Thanks
            | Self::Goodbye
            | Self::Hedge => name.to_owned(),
        }
    }
}

impl Verdict {
    /// The name in the trail and in the ledger.
    #[must_use]
    pub fn wire(&self) -> &'static str {
        self.into()
    }

    /// What an attempt has of it in the ledger: "paid", "declined:plain".
    #[must_use]
    pub fn noted(&self) -> String {
        if let Self::Declined(decline) = self {
            format!("{}:{}", self.wire(), decline.wire())
        } else {
            self.wire().to_owned()
        }
    }
}

fn told(told: &Told) -> Vec<String> {
    fn one<T>(field: Field, said: Option<&Said<T>>) -> Option<String> {
        Some(match said? {
            Said::Certain(_) => field.wire().to_owned(),
            said @ (Said::Likely(_) | Said::Doubtful(_)) => format!("{} {}", said.wire(), field.wire()),
            Said::Several => format!("{}?", field.wire()),
        })
    }
    [
        one(Field::Name, told.name.as_ref()),
        one(Field::Card, told.number.as_ref()),
        one(Field::Expiry, told.expiry.as_ref()),
        one(Field::Cvv, told.cvv.as_ref()),
    ]
    .into_iter()
    .flatten()
    .collect()
}

impl Answer {
    /// The name in the trail, and on the wire.
    #[must_use]
    pub fn wire(self) -> &'static str {
        self.into()
    }
}

impl Certainty {
    /// The name in the trail, and on the wire.
    #[must_use]
    pub fn wire(self) -> &'static str {
        self.into()
    }
}

/// The command, with how sure it is where it is not, and with what it is as an answer where that says more.
fn commanded(heard: &Heard) -> Option<String> {
    let answer = heard.answer.filter(|&answer| {
        !matches!(
            (heard.command, answer),
            (Some(Command::Affirm), Answer::Yes)
                | (Some(Command::Deny), Answer::No)
                | (Some(Command::Cancel), Answer::Stop)
        )
    });
    let doubt = match heard.certainty {
        Certainty::Certain => None,
        Certainty::Likely => heard.command.map(|_| heard.certainty.wire()),
        Certainty::Torn => Some(heard.certainty.wire()),
    };
    let words: Vec<String> = doubt
        .map(str::to_owned)
        .into_iter()
        .chain(heard.command.map(Command::wire))
        .chain(answer.map(|answer| format!("as {}", answer.wire())))
        .collect();
    (!words.is_empty()).then(|| words.join(" "))
}

impl Heard {
    /// What was understood, without values: `told name+card, change expiry, help why_cvv`.
    #[must_use]
    pub fn label(&self) -> String {
        let told = told(&self.told);
        let told = (!told.is_empty()).then(|| format!("told {}", told.join("+")));
        let noticed = self.noticed.map(|language| format!("noticed {}", language.code()));
        let parts: Vec<String> = told
            .into_iter()
            .chain(commanded(self))
            .chain(self.asks.then(|| "asks".to_owned()))
            .chain(self.asides.iter().map(|aside| aside.wire()))
            .chain(noticed)
            .collect();
        match (parts.is_empty(), self.blank) {
            (true, true) => "blank".to_owned(),
            (true, false) => "unclear".to_owned(),
            (false, _) => parts.join(", "),
        }
    }
}

impl Event {
    /// What happened, without values: for the trail and for snapshots.
    #[must_use]
    pub fn label(&self) -> String {
        let plain = match self {
            Self::Heard(heard, delivery) => {
                let rerun = if delivery.rerun { " (run again)" } else { "" };
                return format!("Heard: {}{rerun}", heard.label());
            }
            Self::Verdict { verdict: Verdict::Declined(decline), .. } => {
                return format!("Verdict: declined {}", decline.wire());
            }
            Self::Verdict { verdict, .. } => return format!("Verdict: {}", verdict.wire()),
            Self::TokeniseRefused { decline, .. } => return format!("TokeniseRefused: {}", decline.wire()),
            Self::Opened => "Opened",
            Self::Tokenised { .. } => "Tokenised",
            Self::TokeniseFailed { .. } => "TokeniseFailed",
            Self::GatewayMisconfigured => "GatewayMisconfigured",
            Self::IntentOpened(_) => "IntentOpened",
            Self::IntentFailed => "IntentFailed",
            Self::IntentRefused => "IntentRefused",
            Self::ChargeBarred(bar) => return format!("ChargeBarred: {}", bar.wire()),
            Self::Nudged => "Nudged",
            Self::Idle { .. } => "Idle",
            Self::SealBroken => "SealBroken",
            Self::RulesChanged => "RulesChanged",
            Self::Deleted => "Deleted",
        };
        plain.to_owned()
    }
}

impl Effect {
    /// The effect's name.
    #[must_use]
    pub fn wire(&self) -> &'static str {
        self.into()
    }
}

impl Guard {
    /// The guard's name: "card good", "review seen".
    #[must_use]
    pub fn wire(self) -> String {
        self.to_string().to_lowercase()
    }
}

impl Note {
    /// The note's name, with its reason where it has one: `not understood`, `rejected card too_short`.
    #[must_use]
    pub fn wire(self) -> String {
        let again = if matches!(self, Self::Refused { again: true, .. }) { " again" } else { "" };
        self.to_string().to_lowercase() + again
    }
}
