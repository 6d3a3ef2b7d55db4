//! What a model may say of its own, whatever it answers.

use std::collections::BTreeSet;

use proptest::prelude::*;
use serde::Deserialize;

use crate::dialogue::{
    Act, Ask, Asked, Decline, Field, Fields, Language, Moved, Note, Question, Rejected, StateName, Topic,
};
use crate::wording::courtesy::{Kind, courtesy, pieces};
use crate::wording::{Breach, Frame, Moment, Tone, all};

/// Every moment of every language and tone.
fn moments() -> impl Iterator<Item = Moment> {
    let tones = Language::ALL.into_iter().flat_map(|language| Tone::ALL.map(|tone| (language, tone)));
    tones.flat_map(|(language, tone)| Moment::every(language, tone))
}

fn moment(notes: &[Note], ask: Ask) -> Option<Moment> {
    Moment::of(&Act { notes: notes.to_vec(), ask: Some(ask) }, Language::En, Tone::Warm)
}

#[test]
fn the_lists_are_short_and_hold_what_is_courtesy_alone() {
    for language in Language::ALL {
        let courtesy = courtesy(language);
        assert!(courtesy.faults.is_empty(), "{:?}", courtesy.faults);
        let words: BTreeSet<String> =
            courtesy.every().flat_map(|phrase| phrase.written.split(' ')).map(str::to_lowercase).collect();
        assert!((80..=200).contains(&words.len()), "{}: {} words", language.code(), words.len());
        // No phrase has a digit, a placeholder, a question or a mark; and none has a word of a field or a negation.
        for phrase in courtesy.every() {
            let plain = |c: char| c.is_alphabetic() || c == ' ' || c == '\'';
            assert!(phrase.written.chars().all(plain), "{phrase:?}");
            assert!(phrase.written.split(' ').count() <= 10, "{phrase:?}");
            // Before a refusal, nothing may sound as if the value had been taken.
            let taken = ["fine", "okay", "right", "good", "perfect", "bien", "listo", "perfecto", "vale"];
            let says = |word: &str| taken.contains(&word.to_lowercase().as_str());
            let consoles = matches!(phrase.kind, Kind::Ease | Kind::Slip | Kind::Sorry);
            assert!(!consoles || !phrase.written.split(' ').any(says), "{phrase:?}");
        }
        // What the contract of candidates calls a field, a negation, a claim, a number or an order stands nowhere.
        let kinds =
            ["field ", "negation", "never claim", "never digit", "never amount", "never human", "never instruction"];
        let forbidden = |section: &&str| kinds.iter().any(|kind| section.starts_with(kind));
        let mut checked = 0;
        for section in language.pack().contract.split("\n[").filter(forbidden) {
            // Words by themselves: phrases, in quotes, are made of common words.
            let lone =
                section.lines().skip(1).flat_map(|line| line.split('"').step_by(2)).flat_map(str::split_whitespace);
            for word in lone.take_while(|word| !word.starts_with('#')) {
                assert!(!words.contains(&word.to_lowercase()), "{}: {word}", language.code());
                checked += 1;
            }
        }
        assert!(checked > 60, "{}: {checked}", language.code());
    }
}

#[test]
fn a_frame_is_written_as_the_list_has_it() {
    let accepted = moment(&[Note::Accepted(Fields::NONE.with(Field::Card))], Ask::Expiry(Asked::First)).expect("one");
    let judged = |text: &str| Frame::judge(&accepted, text).map(|frame| frame.text().to_owned());
    assert_eq!(judged("that\u{2019}s lovely!  WE'RE GETTING THERE"), Ok("That's lovely! We're getting there.".into()));
    assert_eq!(judged("Perfect, let's carry on;"), Ok("Perfect, let's carry on.".into()));
    let name = moment(&[Note::Accepted(Fields::NONE.with(Field::Name))], Ask::Card(Asked::First)).expect("one");
    let thanked = Frame::judge(&name, "i APPRECIATE it…").map(|frame| frame.text().to_owned());
    assert_eq!(thanked, Ok("I appreciate it.".into()));
    for (text, breach) in [
        ("", Breach::Empty),
        ("!!!", Breach::Empty),
        ("Thank you for your card number.", Breach::Strays),
        ("Perfect, {name}.", Breach::Placeholder),
        ("Perfect 4242.", Breach::Digit),
        ("Great, shall we?", Breach::Strays),
        ("Great?", Breach::Question),
        ("That happens.", Breach::Unfitting),
        ("Thank you.", Breach::Unfitting),
        ("Almost there.", Breach::Unfitting),
        ("Great, perfect.", Breach::TooLong),
        ("That's very good, let's take it step by step, lovely.", Breach::TooLong),
        ("Gracias.", Breach::Strays),
    ] {
        assert_eq!(judged(text), Err(breach), "{text}");
    }
}

#[test]
fn spanish_opens_what_it_closes_and_a_formal_voice_does_not_shout() {
    let act = Act { notes: vec![Note::Gathered(4)], ask: Some(Ask::Card(Asked::First)) };
    let judged = |tone, text| {
        let moment = Moment::of(&act, Language::Es, tone).expect("a moment");
        Frame::judge(&moment, text).map(|frame| frame.text().to_owned())
    };
    assert_eq!(judged(Tone::Warm, "muchas gracias! paso a paso"), Ok("¡Muchas gracias! Paso a paso.".into()));
    assert_eq!(judged(Tone::Formal, "¡Muchas gracias!"), Ok("Muchas gracias.".into()));
    assert_eq!(judged(Tone::Formal, "¡Bueno!"), Err(Breach::Unfitting));
}

#[test]
fn where_money_an_outcome_or_trouble_is_spoken_of_there_is_no_moment() {
    let card = Ask::Card(Asked::First);
    assert!(moment(&[], card).is_some());
    for grave in [
        Note::Declined(Decline::Plain),
        Note::Sympathy,
        Note::Minor,
        Note::Pressed(Moved::Nothing),
        Note::Unsure,
        Note::GatewayDown,
        Note::NotUnderstood,
        Note::Stands { step: StateName::Card, charging: true },
        Note::Helped(Topic::Genuine),
        Note::Welcome { payment: true, demonstration: true },
    ] {
        assert_eq!(moment(&[grave], card), None, "{grave:?}");
        assert_eq!(moment(&[Note::Gathered(4), grave], card), None, "{grave:?}");
    }
    for fixed in [Ask::Review { charging: true }, Ask::Processing, Ask::Sure { of: Question::Cancel, again: false }] {
        assert_eq!(moment(&[Note::Accepted(Fields::NONE)], fixed), None, "{fixed:?}");
    }
    let refused = Note::Rejected(Rejected::Card(crate::card::NumberRejection::Mistyped { brand: None }));
    let refused = moment(&[Note::Gathered(4), refused], Ask::Card(Asked::Last)).expect("a moment");
    assert!(refused.kinds().contains(&Kind::Sorry) && !refused.kinds().contains(&Kind::Praise));
}

#[test]
fn every_moment_can_be_met_by_something_on_the_list() {
    for moment in moments() {
        let kinds = moment.kinds();
        for example in courtesy(moment.language()).examples(&kinds, moment.tone) {
            assert!(Frame::judge(&moment, example).is_ok(), "{moment:?}: {example}");
        }
    }
}

/// A sentence that was written to get past the contract of candidates.
#[derive(Deserialize)]
struct Attack {
    lang: String,
    text: String,
}

#[test]
fn no_attack_on_the_contract_gets_through_as_a_frame() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/wordings/attacks.jsonl");
    let attacks = std::fs::read_to_string(path).expect("the attacks");
    let mut count = 0;
    for line in attacks.lines() {
        let attack: Attack = serde_json::from_str(line).expect("an attack");
        let language = Language::from_tag(&attack.lang).expect("a language");
        for moment in moments().filter(|moment| moment.language() == language) {
            assert!(Frame::judge(&moment, &attack.text).is_err(), "{}", attack.text);
        }
        count += 1;
    }
    assert!(count > 100, "{count}");
}

/// Answers that are made of what is listed, of what sentences say, and of anything.
fn answers() -> impl Strategy<Value = String> {
    let mut pieces: Vec<String> = Language::ALL
        .into_iter()
        .flat_map(|language| courtesy(language).every().map(|phrase| phrase.written.clone()))
        .collect();
    pieces.sort_unstable();
    let sentences = Language::ALL.into_iter().flat_map(all).map(|(_, sentence)| sentence.text().to_owned());
    pieces.extend(sentences.flat_map(|text| text.split(' ').map(str::to_owned).collect::<Vec<_>>()));
    pieces.extend(["PIN", "not", "4242", "{name}", "\u{202e}", "\n", "http://x.y", "🙂"].map(str::to_owned));
    let marks = prop::sample::select(vec![" ", ", ", ". ", "! ", "? ", ""]);
    let made = prop::collection::vec((prop::sample::select(pieces), marks), 0..6);
    let joined = made.prop_map(|made| made.into_iter().map(|(words, mark)| words + mark).collect());
    prop_oneof![joined, any::<String>()]
}

proptest! {
    #[test]
    fn prop_a_frame_holds_listed_phrases_that_fit_and_nothing_else(which in any::<prop::sample::Index>(), text in answers()) {
        let moments: Vec<Moment> = moments().collect();
        let moment = which.get(&moments);
        if let Ok(frame) = Frame::judge(moment, &text) {
            let kinds = moment.kinds();
            let mut words = 0;
            for (piece, _) in pieces(frame.text()) {
                let phrase = courtesy(moment.language()).phrase(piece);
                prop_assert!(phrase.is_some_and(|phrase| kinds.contains(&phrase.kind)), "{}", frame.text());
                words += piece.split(' ').count();
            }
            prop_assert!((1..=12).contains(&words), "{}", frame.text());
            prop_assert!(!frame.text().contains(['?', '{', '}', '\n', '\u{202e}']), "{}", frame.text());
            prop_assert_eq!(Frame::judge(moment, frame.text()), Ok(frame), "written, it is judged as before");
        }
    }
}
