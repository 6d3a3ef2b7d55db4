//! The kind of moment that a reply is said in: all that a model is told of it, and which courtesy fits.
//!
//! It is made from the act alone: no word and no value of a customer can be in it, and there are few of them.

use super::case::Part;
use super::courtesy::Kind;
use super::{Tone, all};
use crate::dialogue::{Act, Ask, Asked, Field, Fields, Note, Topic};
use crate::packs::Language;

/// A kind of moment. Where money, consent, an outcome or trouble is spoken of there is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Moment {
    /// The language of the reply.
    pub(super) language: Language,
    /// How it shall sound.
    pub(super) tone: Tone,
    pub(super) what: What,
    pub(super) next: Next,
    /// For the how many-th time it is asked.
    pub(super) asked: Asked,
}

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

/// What is asked for next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Next {
    /// A field.
    Field(Field),
    /// The rest of the number.
    Rest,
    /// What to change.
    Change,
}

/// What a note means for the moment.
enum Bearing {
    /// No courtesy belongs beside it.
    Grave,
    /// Nothing.
    None,
    /// This.
    Is(What),
}

impl Moment {
    /// The moment of `act`; `None` where no courtesy of a model belongs.
    #[must_use]
    pub fn of(act: &Act, language: Language, tone: Tone) -> Option<Self> {
        let (next, asked) = next(act.ask?)?;
        let mut what = What::Again;
        for &note in &act.notes {
            match bearing(note) {
                Bearing::Grave => return None,
                Bearing::None => {}
                Bearing::Is(other) => what = what.max(other),
            }
        }
        Some(Self { language, tone, what, next, asked })
    }

    /// The language of the reply.
    #[must_use]
    pub const fn language(&self) -> Language {
        self.language
    }

    /// The courtesies that fit.
    pub(super) fn kinds(&self) -> Vec<Kind> {
        let mut kinds = match self.what {
            // A name is read back; whatever else is taken is thanked for by its sentence.
            What::Accepted(fields) if fields.contains(Field::Name) => vec![Kind::Praise, Kind::Thanks, Kind::Onward],
            What::Accepted(_) => vec![Kind::Praise, Kind::Onward],
            What::Gathered => vec![Kind::Thanks, Kind::Agreed, Kind::Onward],
            What::Changed(_) => vec![Kind::Gladly, Kind::Agreed, Kind::Onward],
            What::Question => vec![Kind::Helping, Kind::Gladly],
            What::Again => vec![Kind::Gladly, Kind::Onward],
            What::Answered | What::Back => vec![Kind::Onward],
            What::Several(_) | What::Refused(..) => vec![Kind::Ease, Kind::Onward],
        };
        let taken = matches!(self.what, What::Accepted(_));
        if taken && self.next == Next::Field(Field::Cvv) {
            kinds.push(Kind::Nearly);
        }
        if !taken && self.asked == Asked::Last {
            kinds.push(Kind::Sorry);
        }
        kinds
    }

    /// Every moment there is, in a language and tone.
    pub fn every(language: Language, tone: Tone) -> impl Iterator<Item = Self> {
        let asks = all(language).filter_map(|(part, _)| if let Part::Ask(ask) = part { next(ask) } else { None });
        let asks: std::collections::HashSet<_> = asks.collect();
        let is = |part| match part {
            Part::Note(note) => {
                if let Bearing::Is(what) = bearing(note) {
                    Some(what)
                } else {
                    None
                }
            }
            Part::Ask(_) => None,
        };
        let whats: std::collections::BTreeSet<_> =
            all(language).filter_map(|(part, _)| is(part)).chain([What::Again]).collect();
        asks.into_iter().flat_map(move |(next, asked)| {
            whats.clone().into_iter().map(move |what| Self { language, tone, what, next, asked })
        })
    }
}

/// What is asked for, where a courtesy may stand before it.
const fn next(ask: Ask) -> Option<(Next, Asked)> {
    Some(match ask {
        Ask::Name(asked) => (Next::Field(Field::Name), asked),
        Ask::Card(asked) => (Next::Field(Field::Card), asked),
        Ask::Expiry(asked) => (Next::Field(Field::Expiry), asked),
        Ask::Cvv(asked, _) => (Next::Field(Field::Cvv), asked),
        Ask::Rest => (Next::Rest, Asked::First),
        Ask::WhatToChange => (Next::Change, Asked::First),
        Ask::OwnName
        | Ask::Review { .. }
        | Ask::ReviewAgain { .. }
        | Ask::Sure { .. }
        | Ask::Processing
        | Ask::Authenticate
        | Ask::Receipt { .. }
        | Ask::Ended(_)
        | Ask::Anew => return None,
    })
}

fn bearing(note: Note) -> Bearing {
    match note {
        Note::Rejected(_) if Part::Note(note).is_fixed() => Bearing::Grave,
        Note::Rejected(rejected) => Bearing::Is(What::Refused(rejected.field(), rejected.reason())),
        Note::Accepted(fields) => Bearing::Is(What::Accepted(fields)),
        Note::Changed(fields) => Bearing::Is(What::Changed(fields)),
        Note::WhichOne(field) => Bearing::Is(What::Several(field)),
        Note::Gathered(_) => Bearing::Is(What::Gathered),
        Note::Helped(topic) => topic_bearing(topic),
        Note::Own(_) | Note::Simpler | Note::Already { .. } => Bearing::Is(What::Answered),
        Note::BackTo(_) => Bearing::Is(What::Back),
        Note::KeptOld(_) | Note::DateToo | Note::CvvNotKept | Note::Kept(_) => Bearing::None,
        // Small talk is a courtesy already.
        Note::Greeted
        | Note::Waiting
        | Note::Welcomed
        | Note::LanguageSet
        | Note::ChangeWhat
        | Note::ValueWanted(_)
        | Note::Welcome { .. }
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
        | Note::Unsure
        | Note::RulesChanged
        | Note::OrderBusy
        | Note::Mandate => Bearing::Grave,
    }
}

/// After an answer about money, the other side or the bank, a courtesy would sound glib.
const fn topic_bearing(topic: Topic) -> Bearing {
    match topic {
        Topic::General | Topic::What(_) | Topic::Brands => Bearing::Is(What::Question),
        Topic::Why(_) | Topic::Safety | Topic::Pin | Topic::Deadline | Topic::Later => Bearing::Is(What::Answered),
        Topic::WhyDeclined
        | Topic::Payment
        | Topic::Worn
        | Topic::Fees
        | Topic::Tax
        | Topic::Statement
        | Topic::Payee
        | Topic::Genuine => Bearing::Grave,
    }
}
