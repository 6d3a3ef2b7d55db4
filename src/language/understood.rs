//! What was understood, and the names of it on the wire.

use crate::dialogue::{Aside, Certainty, Command, Field, Heard, Topic};
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

    /// How sure it is that the event was meant: a command may be only `likely`; everything else acts on nothing.
    #[must_use]
    pub fn certainty(&self) -> &'static str {
        match (self.heard.command, self.heard.certainty) {
            (Some(_), Certainty::Likely | Certainty::Torn) => Certainty::Likely.into(),
            (Some(_), Certainty::Certain) | (None, _) => Certainty::Certain.into(),
        }
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
        let said = command.map(Into::into).into_iter().chain((!told.is_empty()).then_some("told"));
        said.chain(asides.into_iter().filter_map(name)).chain(noticed.map(|_| "language"))
    }
}

/// The name of an aside; a hedge is none by itself.
fn name(aside: Aside) -> Option<&'static str> {
    match aside {
        // What is not on the card cannot be given.
        Aside::NoCode | Aside::NoName => Some(Aside::Refuse(None).into()),
        Aside::Pressed | Aside::NotMe | Aside::ChargedTwice | Aside::WrongAmount | Aside::Distress => {
            Some(Aside::Complaint.into())
        }
        Aside::Refund | Aside::Return => Some(Aside::Handoff.into()),
        Aside::Receipt | Aside::BankCode => Some(Aside::Status.into()),
        Aside::OthersCard | Aside::Minor | Aside::Own(_) => Some(Aside::Help(Topic::General).into()),
        Aside::Help(Topic::Later) => Some(Aside::OtherWay.into()),
        Aside::Simpler => Some(Aside::Repeat.into()),
        Aside::Help(_)
        | Aside::Repeat
        | Aside::Status
        | Aside::Language(_)
        | Aside::Handoff
        | Aside::OtherWay
        | Aside::Refuse(_)
        | Aside::Already(_)
        | Aside::Wait
        | Aside::Complaint
        | Aside::Privacy
        | Aside::Identity
        | Aside::Begin
        | Aside::Greeting
        | Aside::Thanks
        | Aside::Goodbye => Some(aside.into()),
        Aside::Hedge => None,
    }
}

/// What may keep a payment from being made comes first; questions before what only tells, and that before politeness.
const fn rank(aside: Aside) -> u8 {
    match aside {
        Aside::Pressed | Aside::NotMe | Aside::Minor | Aside::OthersCard => 0,
        Aside::Handoff => 1,
        Aside::OtherWay => 2,
        Aside::Language(_)
        | Aside::ChargedTwice
        | Aside::WrongAmount
        | Aside::Refund
        | Aside::Return
        | Aside::Receipt => 3,
        Aside::Help(_) | Aside::Own(_) => 4,
        Aside::Privacy => 5,
        Aside::Identity | Aside::BankCode => 6,
        Aside::Status => 7,
        Aside::Repeat | Aside::Simpler => 8,
        Aside::NoCode | Aside::NoName => 9,
        Aside::Refuse(_) => 10,
        Aside::Already(_) => 11,
        Aside::Wait | Aside::Distress => 12,
        Aside::Complaint => 13,
        Aside::Begin => 14,
        Aside::Thanks => 15,
        Aside::Goodbye => 16,
        Aside::Greeting => 17,
        Aside::Hedge => 18,
    }
}

const fn field_of(aside: Aside) -> Option<Field> {
    match aside {
        Aside::Help(Topic::Why(field) | Topic::What(field)) => Some(field),
        Aside::Refuse(field) | Aside::Already(field) => field,
        Aside::NoCode => Some(Field::Cvv),
        Aside::NoName => Some(Field::Name),
        Aside::Help(
            Topic::General
            | Topic::WhyDeclined
            | Topic::Safety
            | Topic::Brands
            | Topic::Payment
            | Topic::Pin
            | Topic::Worn
            | Topic::Fees
            | Topic::Tax
            | Topic::Statement
            | Topic::Payee
            | Topic::Genuine
            | Topic::Deadline
            | Topic::Later,
        )
        | Aside::Own(_)
        | Aside::Simpler
        | Aside::Repeat
        | Aside::Status
        | Aside::Language(_)
        | Aside::Handoff
        | Aside::OtherWay
        | Aside::Wait
        | Aside::Complaint
        | Aside::OthersCard
        | Aside::Pressed
        | Aside::Minor
        | Aside::Distress
        | Aside::NotMe
        | Aside::ChargedTwice
        | Aside::WrongAmount
        | Aside::Refund
        | Aside::Return
        | Aside::Receipt
        | Aside::BankCode
        | Aside::Privacy
        | Aside::Identity
        | Aside::Begin
        | Aside::Greeting
        | Aside::Thanks
        | Aside::Goodbye
        | Aside::Hedge => None,
    }
}
