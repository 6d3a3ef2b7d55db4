//! A dialogue act in the catalog's own words.

use std::fmt;

use super::case::Part;
use super::catalog::{Entry, catalog};
use super::given::Given;
use super::values::Values;
use super::what::What;
use crate::card::CvvRejection;
use crate::dialogue::{Act, Ask, Asked, CancelReason, Dropped, Field, Language, Note, Over, Question, Rejected, Topic};

/// A sentence (or two) of the catalog, in one language, with `{placeholders}`. It holds no value of the customer.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Sentence(&'static Entry);

impl Sentence {
    /// Its name in the catalog: the message, and what it was selected by ("ask-cvv.amex.second").
    #[must_use]
    pub fn id(&self) -> &'static str {
        &self.0.id
    }

    /// Its id as it reads now: `s-` and ten hexadecimal digits, made from its language and words. Logs and the audit
    /// trail name it so.
    #[must_use]
    pub fn digest(&self) -> &'static str {
        &self.0.digest
    }

    /// Its words, with `{placeholders}`.
    #[must_use]
    pub fn text(&self) -> &'static str {
        &self.0.text
    }

    /// Whether it is always said as it is, and never sent to a model.
    #[must_use]
    pub const fn fixed(&self) -> bool {
        self.0.fixed
    }

    /// Whether it asks for something.
    #[must_use]
    pub const fn asks(&self) -> bool {
        self.0.asks
    }

    /// What it says of the moment, where it says something.
    pub(super) const fn what(&self) -> Option<What> {
        self.0.what
    }

    /// The field that it asks for or speaks of, where it is about one.
    #[must_use]
    pub const fn about(&self) -> Option<Field> {
        self.0.about
    }

    /// Its language.
    #[must_use]
    pub const fn language(&self) -> Language {
        self.0.language
    }
}

impl fmt::Debug for Sentence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Sentence").field(&self.0.language.code()).field(&self.0.id).finish()
    }
}

/// The sentences of an act: one for each note, then one for the ask.
///
/// A note that speaks of something the session no longer has (the digits of a number that is gone) is left out. The
/// ways out are named once: where a note has named them, the ask does not repeat them.
#[must_use]
pub fn sentences(act: &Act, language: Language, values: &Values) -> Vec<Sentence> {
    let catalog = catalog(language);
    let given = values
        .given()
        .and_if(matches!(act.ask, Some(Ask::Cvv(..))), Given::CODE)
        .and_if(act.ask.is_some_and(reviews), Given::REVIEW)
        .and_if(act.ask.is_some_and(settles), Given::SETTLED);
    let entry = |part| {
        let entry = catalog.entry(part, given);
        debug_assert!(entry.is_some(), "the catalog has no sentence for {part:?}");
        entry
    };
    let notes = act
        .notes
        .iter()
        .filter(|&&note| !is_said_by_another(note, act))
        .filter_map(|&note| entry(Part::Note(note)))
        .filter(|entry| entry.placeholders.iter().all(|&placeholder| values.has(placeholder)));
    let ways_named = act.notes.iter().copied().any(names_ways_out);
    let ask = act.ask.map(|ask| if ways_named { without_ways_out(ask) } else { ask });
    let ask = ask.and_then(|ask| entry(Part::Ask(ask)));
    notes.chain(ask).map(Sentence).collect()
}

/// Every sentence of a language, with what it words: a finite set.
pub fn all(language: Language) -> impl Iterator<Item = (Part, Sentence)> {
    catalog(language).entries.iter().map(|(part, _, entry)| (*part, Sentence(entry)))
}

/// Whether the rest of the reply says what this note says, or says that it no longer matters.
fn is_said_by_another(note: Note, Act { notes, ask }: &Act) -> bool {
    let has = |other: Note| notes.contains(&other);
    let named = |other: Note| other != Note::NearBound && names_ways_out(other);
    let ways = note == Note::NearBound && notes.iter().copied().any(named);
    // The review reads back whatever was taken.
    let reviewed = matches!(note, Note::Accepted(_)) && matches!(ask, Some(Ask::Review { .. }));
    let outcome = matches!(note, Note::Stands { .. }) && has(Note::Unsure);
    let cancelled = note == Note::CancelAsked && has(Note::Voided);
    let back = note == Note::BackTo(Field::Card) && has(Note::CardAgain(Dropped::Changed));
    let length = matches!(note, Note::Rejected(Rejected::Cvv(CvvRejection::ThreeWanted | CvvRejection::FourWanted)))
        && has(Note::Helped(Topic::What(Field::Cvv)));
    // Who is sorry once needn't be twice.
    let sorry = note == Note::Apologised && notes.iter().any(|&other| other != note && apologises(other));
    let contact = note == Note::Handoff && matches!(ask, Some(Ask::Ended(reason)) if *reason != CancelReason::Customer);
    ways || reviewed
        || outcome
        || cancelled
        || back
        || length
        || sorry
        || contact
        || ask.is_some_and(|ask| is_over(note, notes, ask))
}

/// Whether what a reply ends with leaves nothing to say of this note.
fn is_over(note: Note, notes: &[Note], ask: Ask) -> bool {
    let stands = matches!(note, Note::Stands { .. });
    if let Ask::Ended(reason) = ask {
        // At an end, nothing leads the customer on. And where another session paid the order, "nothing was charged" is no
        // answer to "was I charged?".
        let led_on = matches!(
            note,
            Note::Welcome { .. }
                | Note::CardAgain(_)
                | Note::NearBound
                | Note::BackTo(_)
                | Note::DateToo
                | Note::Kept(_)
                | Note::Waiting
                | Note::NotAgain
                | Note::CancelAsked
        );
        let sorry = note == Note::NotUnderstood && reason == CancelReason::Over(Over::InvalidAnswers);
        let declined = matches!(note, Note::Declined(_)) && reason == CancelReason::Over(Over::Attempts);
        return led_on || sorry || declined || stands && reason == CancelReason::Over(Over::OrderPaid);
    }
    // What was just paid answers whatever was asked meanwhile, and the review in one line says that nothing was charged.
    let unclear = note == Note::NotUnderstood || note == Note::Handoff && notes.contains(&Note::NotUnderstood);
    let paid = matches!(ask, Ask::Receipt { again: false, .. }) && unclear;
    let known = note == Note::NotAgain && settles(ask);
    paid || known || stands && matches!(ask, Ask::ReviewAgain { .. })
}

/// Whether a note says that we are sorry.
const fn apologises(note: Note) -> bool {
    matches!(
        note,
        Note::Apologised
            | Note::Delayed
            | Note::GatewayDown
            | Note::OurFault
            | Note::NotUnderstood
            | Note::CardAgain(Dropped::Unreadable)
    )
}

/// Whether a note says how to reach a person or pay another way.
const fn names_ways_out(note: Note) -> bool {
    matches!(
        note,
        Note::NearBound
            | Note::OurFault
            | Note::Handoff
            | Note::NoAnswer
            | Note::OtherWay
            | Note::Identity
            | Note::Refused { again: true, .. }
            | Note::Pressed(_)
            | Note::NotMe(_)
            | Note::Claimed(..)
    )
}

/// Whether an ask stands where the review does: there the code was used.
const fn reviews(ask: Ask) -> bool {
    match ask {
        Ask::Review { .. } | Ask::ReviewAgain { .. } => true,
        Ask::Sure { of, .. } => {
            matches!(
                of,
                Question::Pay { .. } | Question::Which { reviewing: true } | Question::Permission | Question::Resume
            )
        }
        Ask::Name(_)
        | Ask::OwnName
        | Ask::Card(_)
        | Ask::Expiry(_)
        | Ask::Cvv(..)
        | Ask::Rest
        | Ask::WhatToChange
        | Ask::Processing
        | Ask::Authenticate
        | Ask::Receipt { .. }
        | Ask::Ended(_)
        | Ask::Anew => false,
    }
}

/// Whether an ask is what follows an outcome. While money is in the air there is none yet.
const fn settles(ask: Ask) -> bool {
    match ask {
        Ask::Processing | Ask::Authenticate | Ask::Sure { .. } => false,
        Ask::Name(_)
        | Ask::OwnName
        | Ask::Card(_)
        | Ask::Expiry(_)
        | Ask::Cvv(..)
        | Ask::Rest
        | Ask::Review { .. }
        | Ask::ReviewAgain { .. }
        | Ask::WhatToChange
        | Ask::Receipt { .. }
        | Ask::Ended(_)
        | Ask::Anew => true,
    }
}

/// The last ask names the ways out; the one before it asks the same without them.
const fn without_ways_out(ask: Ask) -> Ask {
    match ask {
        Ask::Name(Asked::Last) => Ask::Name(Asked::Second),
        Ask::Card(Asked::Last) => Ask::Card(Asked::Second),
        Ask::Expiry(Asked::Last) => Ask::Expiry(Asked::Second),
        Ask::Cvv(Asked::Last, brand) => Ask::Cvv(Asked::Second, brand),
        Ask::Name(_)
        | Ask::OwnName
        | Ask::Card(_)
        | Ask::Expiry(_)
        | Ask::Cvv(..)
        | Ask::Rest
        | Ask::Review { .. }
        | Ask::WhatToChange
        | Ask::ReviewAgain { .. }
        | Ask::Sure { .. }
        | Ask::Processing
        | Ask::Authenticate
        | Ask::Receipt { .. }
        | Ask::Ended(_)
        | Ask::Anew => ask,
    }
}
