//! Law 2: which sentences are never sent to a model.

use super::case::Part;
use crate::card::NumberRejection;
use crate::dialogue::{Ask, Field, Note, Rejected, Topic};

impl Part {
    /// Whether the sentence is said as it is reviewed: whatever speaks of money, consent, outcomes, links, or of what is
    /// kept and seen of a customer.
    pub(super) const fn is_fixed(self) -> bool {
        match self {
            Self::Note(note) => note_is_fixed(note),
            Self::Ask(ask) => ask_is_fixed(ask),
        }
    }
}

const fn note_is_fixed(note: Note) -> bool {
    match note {
        Note::Welcome { demonstration, .. } => demonstration,
        Note::Rejected(rejected) => matches!(rejected, Rejected::Card(NumberRejection::Demonstration)),
        Note::Helped(topic) => topic_is_fixed(topic),
        // What a customer told is read back as it is.
        Note::Accepted(fields) => fields.contains(Field::Name) || fields.contains(Field::Expiry),
        // A first refusal is answered with why the field is needed, and what is kept of it.
        Note::Refused { again, .. } => !again,
        Note::CvvNotKept
        | Note::Own(_)
        | Note::Simpler
        | Note::CardAgain(_)
        | Note::Stands { .. }
        | Note::Identity
        | Note::Privacy
        | Note::Already { .. }
        | Note::YesUnclear
        | Note::Refusing(_)
        | Note::CancelAsked
        | Note::Voided
        | Note::Declined(_)
        | Note::PaidAfterAll
        | Note::GatewayDown
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
        | Note::NoAnswer
        | Note::Mandate => true,
        Note::Greeted
        | Note::Changed(_)
        | Note::KeptOld(_)
        | Note::WhichOne(_)
        | Note::Gathered(_)
        | Note::NotUnderstood
        | Note::Handoff
        | Note::OtherWay
        | Note::Apologised
        | Note::Waiting
        | Note::Welcomed
        | Note::Farewell
        | Note::LanguageSet
        | Note::LanguageUnknown
        | Note::ChangeWhat
        | Note::ValueWanted(_)
        | Note::NearBound => false,
    }
}

const fn topic_is_fixed(topic: Topic) -> bool {
    match topic {
        Topic::Why(_)
        | Topic::WhyDeclined
        | Topic::Safety
        | Topic::Payment
        | Topic::Pin
        | Topic::Worn
        | Topic::Fees
        | Topic::Tax
        | Topic::Statement
        | Topic::Payee
        | Topic::Genuine
        | Topic::Deadline
        | Topic::Later => true,
        Topic::General | Topic::What(_) | Topic::Brands => false,
    }
}

const fn ask_is_fixed(ask: Ask) -> bool {
    match ask {
        Ask::Review { .. }
        | Ask::ReviewAgain { .. }
        | Ask::OwnName
        | Ask::Sure { .. }
        | Ask::Processing
        | Ask::Authenticate
        | Ask::Receipt { .. }
        | Ask::Ended(_) => true,
        Ask::Name(_) | Ask::Card(_) | Ask::Rest | Ask::Expiry(_) | Ask::Cvv(..) | Ask::WhatToChange | Ask::Anew => {
            false
        }
    }
}
