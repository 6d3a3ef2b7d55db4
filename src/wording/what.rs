//! What a note means for the moment that a reply is said in.

use super::case::Part;
use crate::dialogue::{Field, Fields, Note, Topic};

/// What has just come of the customer's message. The later of two matters more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum What {
    /// The same is asked again, and nothing else is said.
    Again,
    /// They went back to a field.
    Back,
    /// A part of the number was taken.
    Gathered,
    /// These were changed.
    Changed(Fields),
    /// These were taken.
    Accepted(Fields),
    /// A question was answered, in words that are always the same.
    Answered,
    /// A question is answered.
    Question,
    /// There was more than one value for this field.
    Several(Field),
    /// What they gave for this field could not be taken, for this reason.
    Refused(Field, &'static str),
}

/// What a note means for the moment.
pub(super) enum Bearing {
    /// No courtesy belongs beside it.
    Grave,
    /// Nothing.
    None,
    /// This.
    Is(What),
}

pub(super) fn bearing(note: Note) -> Bearing {
    match note {
        Note::Rejected(_) if Part::Note(note).is_fixed() => Bearing::Grave,
        Note::Rejected(rejected) => Bearing::Is(What::Refused(rejected.field(), rejected.reason())),
        Note::Accepted(fields) => Bearing::Is(What::Accepted(fields)),
        Note::Changed(fields) => Bearing::Is(What::Changed(fields)),
        Note::WhichOne(field) => Bearing::Is(What::Several(field)),
        Note::Gathered(_) => Bearing::Is(What::Gathered),
        Note::Helped(topic) => topic_bearing(topic),
        Note::Simpler => Bearing::Is(What::Answered),
        Note::BackTo(_) => Bearing::Is(What::Back),
        Note::KeptOld(_) | Note::DateToo | Note::CvvNotKept => Bearing::None,
        // Small talk is a courtesy already.
        Note::Greeted
        | Note::Waiting
        | Note::Welcomed
        | Note::LanguageSet
        | Note::ChangeWhat
        | Note::ValueWanted(_)
        | Note::Welcome { .. }
        | Note::Own(_)
        | Note::Already { .. }
        | Note::Kept(_)
        | Note::Automated
        | Note::CardAgain(_)
        | Note::NotUnderstood
        | Note::NoAnswer
        | Note::Stands { .. }
        | Note::Handoff
        | Note::OtherWay
        | Note::Identity
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
        | Note::Privacy
        | Note::Apologised
        | Note::Refused { .. }
        | Note::Farewell
        | Note::LanguageUnknown
        | Note::YesUnclear
        | Note::NearBound
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
        | Note::Mandate => Bearing::Grave,
    }
}

/// After an answer about money, the other side or the bank, a courtesy would sound glib.
const fn topic_bearing(topic: Topic) -> Bearing {
    match topic {
        Topic::General | Topic::What(_) | Topic::Brands => Bearing::Is(What::Question),
        Topic::Why(_) | Topic::Safety | Topic::Pin => Bearing::Is(What::Answered),
        Topic::WhyDeclined
        | Topic::Deadline
        | Topic::Later
        | Topic::Payment
        | Topic::Worn
        | Topic::Fees
        | Topic::Tax
        | Topic::Statement
        | Topic::Payee
        | Topic::Genuine => Bearing::Grave,
    }
}

impl Part {
    /// What the sentence of this part says of the moment, where it says something.
    pub(super) fn what(self) -> Option<What> {
        match self {
            Self::Note(note) => match bearing(note) {
                Bearing::Is(what) => Some(what),
                Bearing::Grave | Bearing::None => None,
            },
            Self::Ask(_) => None,
        }
    }
}
