//! What was understood, and the names of it on the wire.

use crate::dialogue::{Aside, Command, Field, Heard, Topic};
use crate::language::values::Span;

/// What one message means, and where its values stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Understood {
    /// For the machine.
    pub heard: Heard,
    /// Where each value stands, in code points; sorted, none over another.
    pub spans: Vec<Span>,
}

impl Understood {
    /// The strongest thing it says.
    #[must_use]
    pub fn event(&self) -> &'static str {
        self.names().next().unwrap_or("unclear")
    }

    /// Everything else it says, strongest first.
    #[must_use]
    pub fn also(&self) -> Vec<&'static str> {
        let mut also: Vec<&'static str> = Vec::new();
        for name in self.names().skip(1) {
            if name != self.event() && !also.contains(&name) {
                also.push(name);
            }
        }
        also
    }

    /// The field that a change, a refusal, an "already" or a question is about.
    #[must_use]
    pub fn field(&self) -> Option<Field> {
        if let Some(Command::Change(field)) = self.heard.command {
            return field;
        }
        let mut asides: Vec<Aside> = self.heard.asides.clone();
        asides.sort_by_key(|&aside| rank(aside));
        asides.into_iter().find_map(field_of)
    }

    fn names(&self) -> impl Iterator<Item = &'static str> {
        let Heard { told, command, asides, noticed, .. } = &self.heard;
        let mut asides = asides.clone();
        asides.sort_by_key(|&aside| rank(aside));
        let said = command.map(named).into_iter().chain((!told.is_empty()).then_some("told"));
        said.chain(asides.into_iter().filter_map(name)).chain(noticed.map(|_| "language"))
    }
}

const fn named(command: Command) -> &'static str {
    match command {
        Command::Affirm => "affirm",
        Command::Deny => "deny",
        Command::Change(_) => "change",
        Command::Back => "back",
        Command::Restart => "restart",
        Command::Cancel => "cancel",
    }
}

/// The name of an aside; a hedge is none by itself.
const fn name(aside: Aside) -> Option<&'static str> {
    Some(match aside {
        Aside::Help(_) => "help",
        Aside::Repeat => "repeat",
        Aside::Status => "status",
        Aside::Language(_) => "language",
        Aside::Handoff => "handoff",
        Aside::OtherWay => "other_way",
        Aside::Refuse(_) | Aside::NoCode => "refuse",
        Aside::Already(_) => "already",
        Aside::Wait => "wait",
        Aside::Complaint => "complaint",
        Aside::Privacy => "privacy",
        Aside::Identity => "identity",
        Aside::Begin => "begin",
        Aside::Greeting => "greeting",
        Aside::Thanks => "thanks",
        Aside::Goodbye => "goodbye",
        Aside::Hedge => return None,
    })
}

/// Questions come before what only tells, and that before politeness.
const fn rank(aside: Aside) -> u8 {
    match aside {
        Aside::Handoff => 0,
        Aside::OtherWay => 1,
        Aside::Language(_) => 2,
        Aside::Help(_) => 3,
        Aside::Privacy => 4,
        Aside::Identity => 5,
        Aside::Status => 6,
        Aside::Repeat => 7,
        Aside::NoCode => 8,
        Aside::Refuse(_) => 9,
        Aside::Already(_) => 10,
        Aside::Wait => 11,
        Aside::Complaint => 12,
        Aside::Begin => 13,
        Aside::Thanks => 14,
        Aside::Goodbye => 15,
        Aside::Greeting => 16,
        Aside::Hedge => 17,
    }
}

const fn field_of(aside: Aside) -> Option<Field> {
    match aside {
        Aside::Help(topic) => match topic {
            Topic::WhyName | Topic::WhatName => Some(Field::Name),
            Topic::WhyCard | Topic::WhatCard => Some(Field::Card),
            Topic::WhyExpiry | Topic::WhatExpiry => Some(Field::Expiry),
            Topic::WhyCvv | Topic::WhatCvv => Some(Field::Cvv),
            Topic::General | Topic::WhyDeclined | Topic::Safety | Topic::Brands | Topic::Payment => None,
        },
        Aside::Refuse(field) | Aside::Already(field) => field,
        Aside::NoCode => Some(Field::Cvv),
        Aside::Repeat
        | Aside::Status
        | Aside::Language(_)
        | Aside::Handoff
        | Aside::OtherWay
        | Aside::Wait
        | Aside::Complaint
        | Aside::Privacy
        | Aside::Identity
        | Aside::Begin
        | Aside::Greeting
        | Aside::Thanks
        | Aside::Goodbye
        | Aside::Hedge => None,
    }
}
