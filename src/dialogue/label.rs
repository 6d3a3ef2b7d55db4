//! Names for events, effects and guards: for the trail, snapshots and the generated statechart. Never a value.

use super::{Aside, Command, Effect, Event, Field, Guard, Heard, Note, Said, Told, Topic, Verdict};

impl Topic {
    /// The name in the catalog and in the trail.
    #[must_use]
    pub const fn wire(self) -> &'static str {
        match self {
            Self::General => "general",
            Self::WhyName => "why_name",
            Self::WhyCard => "why_card",
            Self::WhyExpiry => "why_expiry",
            Self::WhyCvv => "why_cvv",
            Self::WhatName => "what_name",
            Self::WhatCard => "what_card",
            Self::WhatExpiry => "what_expiry",
            Self::WhatCvv => "what_cvv",
            Self::Safety => "safety",
            Self::Brands => "brands",
            Self::Payment => "payment",
        }
    }
}

impl Command {
    /// The name in the trail: "affirm", "change card".
    #[must_use]
    pub const fn wire(self) -> &'static str {
        match self {
            Self::Affirm => "affirm",
            Self::Deny => "deny",
            Self::Change(None) => "change",
            Self::Change(Some(Field::Name)) => "change name",
            Self::Change(Some(Field::Card)) => "change card",
            Self::Change(Some(Field::Expiry)) => "change expiry",
            Self::Change(Some(Field::Cvv)) => "change cvv",
            Self::Back => "back",
            Self::Restart => "restart",
            Self::Cancel => "cancel",
        }
    }
}

impl Aside {
    /// The name in the trail: `status`, `help why_cvv`.
    #[must_use]
    pub fn wire(self) -> String {
        let plain = match self {
            Self::Help(topic) => return format!("help {}", topic.wire()),
            Self::Language(Some(language)) => return format!("language {}", language.code()),
            Self::Refuse(Some(field)) => return format!("refuse {}", field.wire()),
            Self::Already(Some(field)) => return format!("already {}", field.wire()),
            Self::Repeat => "repeat",
            Self::Status => "status",
            Self::Language(None) => "language",
            Self::Handoff => "handoff",
            Self::OtherWay => "other_way",
            Self::Refuse(None) => "refuse",
            Self::NoCode => "no_code",
            Self::Already(None) => "already",
            Self::Wait => "wait",
            Self::Complaint => "complaint",
            Self::Privacy => "privacy",
            Self::Identity => "identity",
            Self::Begin => "begin",
            Self::Greeting => "greeting",
            Self::Thanks => "thanks",
            Self::Goodbye => "goodbye",
            Self::Hedge => "hedge",
        };
        plain.to_owned()
    }
}

impl Verdict {
    /// The name in the trail and in the ledger.
    #[must_use]
    pub const fn wire(&self) -> &'static str {
        match self {
            Self::Paid => "paid",
            Self::Declined(_) => "declined",
            Self::Voided => "voided",
            Self::Pending => "pending",
            Self::ActionRequired(_) => "action_required",
            Self::NotReached => "not_reached",
            Self::Unknown => "unknown",
        }
    }
}

fn told(told: &Told) -> Vec<String> {
    fn one<T>(field: Field, said: Option<&Said<T>>) -> Option<String> {
        match said? {
            Said::One(_) => Some(field.wire().to_owned()),
            Said::Several => Some(format!("{}?", field.wire())),
        }
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

impl Heard {
    /// What was understood, without values: `told name+card, change expiry, help why_cvv`.
    #[must_use]
    pub fn label(&self) -> String {
        let told = told(&self.told);
        let told = (!told.is_empty()).then(|| format!("told {}", told.join("+")));
        let noticed = self.noticed.map(|language| format!("noticed {}", language.code()));
        let parts: Vec<String> = told
            .into_iter()
            .chain(self.command.map(|command| command.wire().to_owned()))
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
    pub const fn wire(&self) -> &'static str {
        match self {
            Self::Say(_) => "Say",
            Self::Tokenise { .. } => "Tokenise",
            Self::OpenIntent { .. } => "OpenIntent",
            Self::Charge { .. } => "Charge",
            Self::LookUp(_) => "LookUp",
            Self::CancelPayment(_) => "CancelPayment",
            Self::Purge => "Purge",
        }
    }
}

impl Guard {
    /// The guard's name: "card is good", "review was seen".
    #[must_use]
    pub fn wire(self) -> String {
        let plain = match self {
            Self::OneCandidate(field) => return format!("one {}", field.wire()),
            Self::Good(field) => return format!("{} good", field.wire()),
            Self::SameAsHeld(field) => return format!("same {}", field.wire()),
            Self::Holds(field) => return format!("{} held", field.wire()),
            Self::Known(field) => return format!("{} known", field.wire()),
            Self::ChangeWished(field) => return format!("change of {} wished", field.wire()),
            Self::InPieces => "in pieces",
            Self::RestartWished => "restart wished",
            Self::FirstTurn => "first turn",
            Self::Piece => "piece",
            Self::CardComplete => "card complete",
            Self::NothingOpen => "nothing open",
            Self::HoldsNumber => "number held",
            Self::NeedsHelp => "needs help",
            Self::WithinBounds => "within bounds",
            Self::NearBound => "near bound",
            Self::RefusedBefore => "refused before",
            Self::ReviewOpen => "review open",
            Self::ReviewSeen => "review seen",
            Self::ReviewNew => "review new",
            Self::Plain => "plain",
            Self::Charging => "charging",
            Self::Keeping => "keeping",
            Self::OrderCurrent => "order current",
            Self::CardAllowed => "card allowed",
            Self::DeclineTold => "decline told",
            Self::Untold => "untold",
            Self::NobodyListens => "nobody listens",
            Self::Affirmed => "affirmed",
            Self::RevisionCurrent => "revision current",
            Self::VerdictOurs => "verdict ours",
            Self::Wished => "wished",
            Self::Lapsed => "lapsed",
            Self::AttemptsLeft => "attempts left",
            Self::DeclinedLast => "declined last",
            Self::CancelOpen => "cancel open",
            Self::MayBeginAnew => "may begin anew",
            Self::DeleteWished => "delete wished",
        };
        plain.to_owned()
    }
}

impl Note {
    /// The note's name, with its reason where it has one: the first part of its sentence's id.
    #[must_use]
    pub fn wire(self) -> String {
        let plain = match self {
            Self::Accepted(fields) => return format!("accepted {}", fields.wire()),
            Self::Changed(fields) => return format!("changed {}", fields.wire()),
            Self::Rejected(rejected) => return format!("rejected {} {}", rejected.field().wire(), rejected.reason()),
            Self::KeptOld(field) => return format!("kept old {}", field.wire()),
            Self::WhichOne(field) => return format!("which {}", field.wire()),
            Self::CardAgain(why) => return format!("card again {}", why.wire()),
            Self::Helped(topic) => return format!("helped {}", topic.wire()),
            Self::Stands { step, .. } => return format!("stands {}", step.wire()),
            Self::Refused { field, again } => {
                return format!("refused {}{}", field.wire(), if again { " again" } else { "" });
            }
            Self::ValueWanted(field) => return format!("{} wanted", field.wire()),
            Self::Declined(decline) => return format!("declined {}", decline.wire()),
            Self::Welcome { .. } => "welcome",
            Self::Greeted => "greeted",
            Self::Gathered(_) => "gathered",
            Self::CvvNotKept => "cvv not kept",
            Self::NotUnderstood => "not understood",
            Self::Handoff => "handoff",
            Self::OtherWay => "other way",
            Self::Identity => "identity",
            Self::Privacy => "privacy",
            Self::Apologised => "apologised",
            Self::Already { .. } => "already",
            Self::Waiting => "waiting",
            Self::Welcomed => "welcomed",
            Self::Farewell => "farewell",
            Self::LanguageSet => "language set",
            Self::LanguageUnknown => "language unknown",
            Self::ChangeWhat => "change what",
            Self::YesUnclear => "yes unclear",
            Self::NearBound => "near bound",
            Self::Refusing(_) => "refusing",
            Self::CancelAsked => "cancel asked",
            Self::Voided => "voided",
            Self::PaidAfterAll => "paid after all",
            Self::GatewayDown => "gateway down",
            Self::Unsure => "unsure",
            Self::RulesChanged => "rules changed",
            Self::OrderBusy => "order busy",
            Self::Mandate => "mandate",
        };
        plain.to_owned()
    }
}
