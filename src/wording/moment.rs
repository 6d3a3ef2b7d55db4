//! The kind of moment that a reply is said in: all that a model is told of it, and which courtesy fits.
//!
//! It is made from the act alone: no word and no value of a customer can be in it, and there are few of them.

use super::case::Part;
use super::courtesy::Kind;
use super::what::{Bearing, What, bearing};
use super::{Tone, all};
use crate::dialogue::{Act, Ask, Asked, Field};
use crate::packs::Language;

/// The reasons that are slips of the keys, or a mix-up of what stands on a card.
const SLIPS: [&str; 4] = ["mistyped", "no_such_month", "three_wanted", "four_wanted"];

/// A kind of moment. Where money, consent, an outcome or trouble is spoken of there is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment {
    /// The language of the reply.
    pub(super) language: Language,
    /// How it shall sound.
    pub(super) tone: Tone,
    pub(super) what: What,
    pub(super) next: Next,
    /// How often it has been asked.
    pub(super) asked: Asked,
}

/// What is asked for next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Next {
    /// A field.
    Field(Field),
    /// The rest of the number.
    Rest,
    /// What to change.
    Change,
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
            What::Refused(_, reason) if SLIPS.contains(&reason) => vec![Kind::Ease, Kind::Slip, Kind::Onward],
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
        let asks: std::collections::BTreeSet<_> = asks.collect();
        let whats: std::collections::BTreeSet<_> =
            all(language).filter_map(|(part, _)| part.what()).chain([What::Again]).collect();
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
