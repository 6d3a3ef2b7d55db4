//! Every note and every ask there is: a finite set.

use super::case::{MOST_DIGITS, Part};
use crate::card::{Brand, CvvRejection, ExpiryRejection, NameRejection, NumberRejection};
use crate::dialogue::{
    Ask, Asked, CancelReason, Claim, Decline, Dropped, Field, Fields, Moved, Note, Pending, Question, Refusal,
    Rejected, StateName, Topic,
};

/// Every part, without what no sentence depends on ([`Part::plain`]), each once.
pub(super) fn parts() -> impl Iterator<Item = Part> {
    notes().map(Part::Note).chain(asks().map(Part::Ask))
}

fn notes() -> impl Iterator<Item = Note> {
    let several = welcomes()
        .chain(held().flat_map(|fields| [Note::Accepted(fields), Note::Changed(fields)]))
        .chain(rejections().map(Note::Rejected))
        .chain((1..=MOST_DIGITS).map(Note::Gathered))
        .chain(Dropped::ALL.map(Note::CardAgain))
        .chain(Topic::ALL.map(Note::Helped))
        .chain(Decline::ALL.map(Note::Declined));
    several.chain(of_fields()).chain(standings()).chain(already()).chain(of_acts()).chain(PLAIN_NOTES)
}

fn asks() -> impl Iterator<Item = Ask> {
    let codes = Asked::ALL.into_iter().flat_map(|asked| code_lengths().map(move |brand| Ask::Cvv(asked, brand)));
    let fields = Asked::ALL.into_iter().flat_map(|asked| [Ask::Name(asked), Ask::Card(asked), Ask::Expiry(asked)]);
    fields.chain(codes).chain(CancelReason::ALL.map(Ask::Ended)).chain(PLAIN_ASKS).chain(questions())
}

/// One brand for each length of a security code.
fn code_lengths() -> impl Iterator<Item = Brand> {
    [3, 4].into_iter().filter_map(|length| Brand::ALL.into_iter().find(|brand| brand.cvv_length() == length))
}

fn questions() -> impl Iterator<Item = Ask> {
    let plain = [
        Question::Cancel,
        Question::Pay { charging: true },
        Question::Pay { charging: false },
        Question::Restart,
        Question::IsName,
        Question::TakeName,
        Question::TakeCard,
        Question::TakeExpiry,
        Question::Which { reviewing: true },
        Question::Which { reviewing: false },
        Question::Permission,
        Question::Resume,
    ];
    // Nothing goes back to the code: it is never held.
    let back = [Field::Name, Field::Card, Field::Expiry].map(Question::Back);
    let all = plain.into_iter().chain(back).chain(Field::ALL.map(Question::Change));
    all.flat_map(|of| [false, true].map(|again| Ask::Sure { of, again }))
}

const PLAIN_ASKS: [Ask; 16] = [
    Ask::OwnName,
    Ask::Rest,
    Ask::Review { charging: true },
    Ask::Review { charging: false },
    Ask::ReviewAgain { charging: true, again: false },
    Ask::ReviewAgain { charging: true, again: true },
    Ask::ReviewAgain { charging: false, again: false },
    Ask::ReviewAgain { charging: false, again: true },
    Ask::WhatToChange,
    Ask::Processing,
    Ask::Authenticate,
    Ask::Receipt { charged: true, again: false },
    Ask::Receipt { charged: true, again: true },
    Ask::Receipt { charged: false, again: false },
    Ask::Receipt { charged: false, again: true },
    Ask::Anew,
];

const PLAIN_NOTES: [Note; 41] = [
    Note::Automated,
    Note::Own(0),
    Note::Simpler,
    Note::DateToo,
    Note::Sympathy,
    Note::OthersCard,
    Note::Minor,
    Note::BankCode,
    Note::Delayed,
    Note::NotAgain,
    Note::PayAgain,
    Note::Greeted,
    Note::CvvNotKept,
    Note::NotUnderstood,
    Note::NoAnswer,
    Note::Handoff,
    Note::OtherWay,
    Note::Identity,
    Note::Privacy,
    Note::Apologised,
    Note::Waiting,
    Note::Welcomed,
    Note::Farewell,
    Note::LanguageSet,
    Note::LanguageUnknown,
    Note::ChangeWhat,
    Note::YesUnclear,
    Note::NearBound,
    Note::Refusing(Refusal::Change),
    Note::Refusing(Refusal::Restart),
    Note::Refusing(Refusal::Done),
    Note::CancelAsked,
    Note::Voided,
    Note::PaidAfterAll,
    Note::GatewayDown,
    Note::OurFault,
    Note::Unsure,
    Note::RulesChanged,
    Note::OrderBusy,
    Note::Paused,
    Note::Mandate,
];

fn welcomes() -> impl Iterator<Item = Note> {
    [false, true]
        .into_iter()
        .flat_map(|payment| [false, true].map(|demonstration| Note::Welcome { payment, demonstration }))
}

/// Every set of fields that can be held: a code never is.
fn held() -> impl Iterator<Item = Fields> {
    let held = [Field::Name, Field::Card, Field::Expiry];
    (0..1_u8 << held.len()).map(move |set| {
        held.into_iter().enumerate().filter(|&(bit, _)| set >> bit & 1 == 1).map(|(_, field)| field).collect()
    })
}

fn rejections() -> impl Iterator<Item = Rejected> {
    use CvvRejection::{FourWanted, NoneOnCard, ThreeWanted};
    use ExpiryRejection::{NoSuchMonth, Past, TooFar, Unreadable};
    use NameRejection::{Empty, LooksLikeCard, NotAName, TooLong};
    let names = [Empty, LooksLikeCard, NotAName, TooLong].map(Rejected::Name);
    let brands = [None, Some(Brand::ALL[0])].into_iter();
    let numbers = brands
        .flat_map(|brand| {
            [
                NumberRejection::TooShort { brand },
                NumberRejection::TooLong { brand },
                NumberRejection::Mistyped { brand },
                NumberRejection::NotAccepted { brand },
            ]
        })
        .chain([NumberRejection::NoDigits, NumberRejection::Demonstration])
        .map(Rejected::Card);
    let dates = [Past, TooFar, NoSuchMonth, Unreadable].map(Rejected::Expiry);
    let codes = [ThreeWanted, FourWanted, NoneOnCard].map(Rejected::Cvv);
    names.into_iter().chain(numbers).chain(dates).chain(codes)
}

fn of_fields() -> impl Iterator<Item = Note> {
    Field::ALL.into_iter().flat_map(|field| {
        [
            Note::KeptOld(field),
            Note::WhichOne(field),
            Note::Refused { field, again: false },
            Note::Refused { field, again: true },
            Note::ValueWanted(field),
        ]
    })
}

fn of_acts() -> impl Iterator<Item = Note> {
    // A no to the cardholder's permission ends it, and a no to going on is a question whether to stop.
    let ends = [Pending::Permission, Pending::Resume, Pending::WhichOfThese];
    let plain = move |act: &Pending| act.is_of_an_act() && !act.is_of_a_value() && !ends.contains(act);
    let kept = Pending::ALL.into_iter().filter(plain).map(Note::Kept);
    let moved = Moved::ALL.into_iter().flat_map(|moved| [Note::Pressed(moved), Note::NotMe(moved)]);
    let claims = Claim::ALL.into_iter().flat_map(|claim| Moved::ALL.map(|moved| Note::Claimed(claim, moved)));
    // The code is not held, and nothing goes back to it.
    let back = [Field::Name, Field::Card, Field::Expiry].map(Note::BackTo);
    kept.chain(moved).chain(claims).chain(back)
}

fn standings() -> impl Iterator<Item = Note> {
    StateName::ALL.into_iter().flat_map(|step| [true, false].map(|charging| Note::Stands { step, charging }))
}

fn already() -> impl Iterator<Item = Note> {
    held().flat_map(|held| {
        let reasons = std::iter::once(None).chain(Dropped::ALL.into_iter().map(Some));
        let can_be = move |dropped: &Option<Dropped>| dropped.is_none() || !held.contains(Field::Card);
        reasons.filter(can_be).flat_map(move |dropped| [false, true].map(|code| Note::Already { held, dropped, code }))
    })
}
