//! The whole catalog of each language, filled with example values, to be read by people.

use std::fmt::Write as _;

use super::sample;
use crate::card::{Brand, CvvRejection, ExpiryRejection, NumberRejection};
use crate::dialogue::{Act, Ask, Asked, Field, Fields, Language, Note, Rejected, Topic};
use crate::wording::courtesy::courtesy;
use crate::wording::{Frame, Moment, Part, Request, Tone, Values, Voice, all, fill, open, reply, sentences};

#[test]
fn the_catalog_reads_well() {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../../../snapshots");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| {
        for language in Language::ALL {
            insta::assert_snapshot!(format!("catalog_{}", language.code()), story(language));
        }
    });
}

/// Every place that a courtesy can have: what just came, with the first example of each kind that fits, in a whole reply.
#[test]
fn framed_replies_read_well() {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../../../snapshots");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| {
        for language in Language::ALL {
            insta::assert_snapshot!(format!("catalog_framed_{}", language.code()), framed(language));
        }
    });
}

/// What may have come before an ask, in the order in which it is told.
fn stories() -> Vec<(Vec<Note>, Ask)> {
    let only = |field| Fields::NONE.with(field);
    let mistyped = Note::Rejected(Rejected::Card(NumberRejection::Mistyped { brand: Some(Brand::Mastercard) }));
    let refused = Note::Rejected(Rejected::Card(NumberRejection::NotAccepted { brand: Some(Brand::Mastercard) }));
    let no_month = Note::Rejected(Rejected::Expiry(ExpiryRejection::NoSuchMonth));
    let past = Note::Rejected(Rejected::Expiry(ExpiryRejection::Past));
    let code = Note::Rejected(Rejected::Cvv(CvvRejection::ThreeWanted));
    vec![
        (vec![], Ask::Card(Asked::First)),
        (vec![Note::Accepted(only(Field::Name))], Ask::Card(Asked::First)),
        (vec![Note::Accepted(only(Field::Card))], Ask::Expiry(Asked::First)),
        (vec![Note::Accepted(only(Field::Expiry))], Ask::Cvv(Asked::First, Brand::Visa)),
        (vec![Note::Accepted(only(Field::Card).with(Field::Name))], Ask::Expiry(Asked::First)),
        (vec![Note::Accepted(only(Field::Card)), no_month], Ask::Expiry(Asked::Second)),
        (vec![Note::Changed(only(Field::Name))], Ask::Expiry(Asked::First)),
        (vec![mistyped], Ask::Card(Asked::Second)),
        (vec![refused], Ask::Card(Asked::Last)),
        (vec![past], Ask::Expiry(Asked::Second)),
        (vec![code], Ask::Cvv(Asked::Last, Brand::Visa)),
        (vec![Note::WhichOne(Field::Card)], Ask::Card(Asked::Second)),
        (vec![Note::Gathered(8)], Ask::Rest),
        (vec![Note::Helped(Topic::What(Field::Cvv))], Ask::Cvv(Asked::Second, Brand::Visa)),
        (vec![Note::Helped(Topic::Why(Field::Card))], Ask::Card(Asked::Second)),
        (vec![Note::Helped(Topic::Brands)], Ask::Card(Asked::Second)),
        (vec![Note::BackTo(Field::Name)], Ask::Name(Asked::First)),
        (vec![Note::BackTo(Field::Card), Note::DateToo], Ask::Card(Asked::First)),
        (vec![], Ask::WhatToChange),
    ]
}

fn framed(language: Language) -> String {
    let values = sample::values();
    let voice = Voice::catalog();
    let mut story = String::new();
    for (notes, ask) in stories() {
        let act = Act { notes, ask: Some(ask) };
        let moment = Moment::of(&act, language, Tone::Warm).expect("a moment");
        let _ = writeln!(story, "{}", Request::of_frame(&moment).message);
        for kind in moment.kinds() {
            let example = courtesy(language).examples(&[kind], Tone::Warm).next().expect("an example");
            let frame = Frame::judge(&moment, example).expect("a frame");
            let mut spoken = voice.speak(sentences(&act, language, &values), &[], 0);
            open(&mut spoken, &moment, &[frame], (&[], 0));
            let _ = writeln!(story, "    {}", reply(&spoken, &values).replace('\n', "\n    "));
        }
    }
    story
}

fn story(language: Language) -> String {
    let mut story = String::new();
    let mut last = "";
    for (part, sentence) in all(language) {
        if sentence.id() == last {
            continue;
        }
        last = sentence.id();
        let mark = if sentence.fixed() { " (fixed)" } else { "" };
        let brand = match part {
            Part::Ask(Ask::Cvv(_, brand)) => brand,
            Part::Ask(_) | Part::Note(_) => Brand::Visa,
        };
        let values = Values { brand: Some(brand), ..sample::values() };
        let text = fill(sentence.text(), &values, language).replace('\n', "\n    ");
        let _ = writeln!(story, "{}{mark}\n    {text}", sentence.id());
    }
    story
}
