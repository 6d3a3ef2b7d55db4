//! Which facts the sentence of a part is selected by.

use super::case::Part;
use super::given::Given;
use crate::dialogue::{Ask, Field, Note, StateName, Topic};

impl Part {
    /// The facts that its sentence is selected by.
    pub(super) const fn depends_on(self) -> Given {
        match self {
            Self::Note(note) => of_note(note),
            Self::Ask(ask) => of_ask(ask),
        }
    }
}

const WHAT_IS_PAID: Given = Given::PAYEE.and(Given::DESCRIPTION);

const fn of_note(note: Note) -> Given {
    match note {
        Note::Welcome { payment, .. } => Given::NONE.and_if(payment, WHAT_IS_PAID),
        Note::Accepted(fields) | Note::Changed(fields) => Given::NONE.and_if(fields.contains(Field::Card), Given::CARD),
        Note::Helped(topic) => of_topic(topic),
        Note::Stands { step, .. } => of_step(step),
        Note::CancelAsked => Given::SETTLED,
        Note::OtherWay | Note::NearBound => Given::WAYS,
        Note::Refused { again, .. } => Given::NONE.and_if(again, Given::WAYS),
        Note::GatewayDown => Given::CODE,
        Note::CvvNotKept => Given::REVIEW,
        Note::Greeted
        | Note::Own(_)
        | Note::Simpler
        | Note::Rejected(_)
        | Note::KeptOld(_)
        | Note::WhichOne(_)
        | Note::Gathered(_)
        | Note::CardAgain(_)
        | Note::NotUnderstood
        | Note::NoAnswer
        | Note::Handoff
        | Note::Identity
        | Note::Privacy
        | Note::Apologised
        | Note::Already { .. }
        | Note::Waiting
        | Note::Welcomed
        | Note::Farewell
        | Note::LanguageSet
        | Note::LanguageUnknown
        | Note::ChangeWhat
        | Note::ValueWanted(_)
        | Note::YesUnclear
        | Note::Refusing(_)
        | Note::Voided
        | Note::Declined(_)
        | Note::PaidAfterAll
        | Note::OurFault
        | Note::Unsure
        | Note::RulesChanged
        | Note::OrderBusy
        | Note::Paused
        | Note::Automated
        | Note::BackTo(_)
        | Note::DateToo
        | Note::Kept(_)
        | Note::Sympathy
        | Note::OthersCard
        | Note::Pressed(_)
        | Note::Minor
        | Note::NotMe(_)
        | Note::Claimed(..)
        | Note::BankCode
        | Note::Delayed
        | Note::NotAgain
        | Note::PayAgain
        | Note::Mandate => Given::NONE,
    }
}

const fn of_topic(topic: Topic) -> Given {
    match topic {
        Topic::Payment => WHAT_IS_PAID.and(Given::PAYMENT).and(Given::CHARGING),
        Topic::What(Field::Cvv) => Given::THREE.and(Given::FOUR),
        Topic::Fees | Topic::Tax => Given::CHARGING,
        Topic::Payee | Topic::Genuine => Given::PAYEE,
        Topic::Deadline | Topic::Later => Given::ORDER,
        Topic::General
        | Topic::Why(_)
        | Topic::What(Field::Name | Field::Card | Field::Expiry)
        | Topic::WhyDeclined
        | Topic::Safety
        | Topic::Brands
        | Topic::Pin
        | Topic::Worn
        | Topic::Statement => Given::NONE,
    }
}

const fn of_step(step: StateName) -> Given {
    match step {
        StateName::Processing | StateName::Authenticating => Given::SETTLED,
        StateName::Name
        | StateName::Card
        | StateName::Expiry
        | StateName::Cvv
        | StateName::Confirm
        | StateName::Complete
        | StateName::Cancelled => Given::NONE,
    }
}

const fn of_ask(ask: Ask) -> Given {
    match ask {
        Ask::Review { charging } => Given::NONE.and_if(charging, WHAT_IS_PAID),
        Ask::Receipt { charged, again } => Given::NONE.and_if(charged && !again, Given::PAYEE),
        Ask::Name(_)
        | Ask::OwnName
        | Ask::Card(_)
        | Ask::Rest
        | Ask::Expiry(_)
        | Ask::Cvv(..)
        | Ask::WhatToChange
        | Ask::ReviewAgain { .. }
        | Ask::Sure { .. }
        | Ask::Processing
        | Ask::Authenticate
        | Ask::Ended(_)
        | Ask::Anew => Given::NONE,
    }
}
