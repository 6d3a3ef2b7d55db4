//! Which words are said: approved ones, of the sentence as it stands, and none twice while there are others.

use jiff::civil::date;

use super::sample;
use crate::dialogue::{Act, Ask, Asked, Field, Fields, Language, Note};
use crate::wording::{
    Coverage, Fate, Frame, Line, Moment, Sentence, Standing, Tone, Voice, Wording, Wordings, open, reply,
    sentence_by_digest, sentences,
};

fn ask(asked: Asked) -> Sentence {
    let act = Act { notes: Vec::new(), ask: Some(Ask::Card(asked)) };
    sentences(&act, Language::En, &sample::values()).remove(0)
}

fn line(text: &str, state: Standing) -> Line {
    Line::new(&ask(Asked::First), Tone::Plain, text, (state, "A. Reader", date(2026, 11, 30)))
}

fn read(lines: &[Line]) -> Result<Wordings, Vec<String>> {
    let text = lines.iter().map(|line| serde_json::to_string(line).expect("JSON") + "\n").collect();
    Wordings::read([(Language::En, Tone::Plain, text)])
}

#[test]
fn what_comes_with_the_program_is_read_approved_and_covers_every_sentence_twice() {
    let wordings = Wordings::built_in().expect("the wordings");
    for kept in wordings.lines() {
        assert_eq!(kept.fate, Fate::Spoken, "{kept:?}");
    }
    for (of, coverage) in wordings.coverage() {
        let Coverage { sentences, covered, approved, .. } = coverage;
        assert_eq!(covered, sentences, "{of:?}");
        assert!(approved >= 2 * sentences, "{of:?}: {approved}");
    }
}

#[test]
fn only_what_a_person_approved_for_the_sentence_as_it_stands_is_said() {
    let approved = line("What's your card number?", Standing::Approved);
    let stale = Line { sentence: "s-0123456789".to_owned(), ..approved.clone() };
    let edited = Line { text: "What's your PIN?".to_owned(), ..approved.clone() };
    let unfit = line("Your card number: {last4}?", Standing::Approved);
    let waiting = line("Card number?", Standing::Proposed);
    let rejected = line("Number!", Standing::Rejected);
    let lines = [approved, stale, edited, unfit, waiting, rejected];
    let wordings = read(&lines).expect("lines");
    let fates: Vec<Fate> = wordings.lines().iter().map(|kept| kept.fate).collect();
    let breach = crate::wording::Breach::Placeholder;
    let expected = [Fate::Spoken, Fate::Stale, Fate::Edited, Fate::Unfit(breach), Fate::Unspoken, Fate::Unspoken];
    assert_eq!(fates, expected);
    let said: Vec<&str> = wordings.wordings(&ask(Asked::First), Tone::Plain).iter().map(Wording::text).collect();
    assert_eq!(said, ["What's your card number?"]);
    assert!(wordings.wordings(&ask(Asked::First), Tone::Warm).is_empty());
    let coverage = wordings.coverage()[&(Language::En, Tone::Plain)];
    let counts = [coverage.approved, coverage.proposed, coverage.rejected, coverage.stale, coverage.unfit];
    assert_eq!(counts, [1, 1, 1, 1, 2]);
}

#[test]
fn a_line_that_is_none_is_named() {
    let faults = Wordings::read([(Language::En, Tone::Warm, "\n{\"id\":\"w-1\"}\n".to_owned())]).expect_err("faults");
    assert_eq!(faults.len(), 1);
    assert!(faults[0].starts_with("en/wordings/warm.jsonl line 2: missing field"), "{faults:?}");
}

#[test]
fn another_set_of_wordings_has_another_digest() {
    let one = read(&[line("What's your card number?", Standing::Approved)]).expect("lines");
    let none = read(&[line("What's your card number?", Standing::Proposed)]).expect("lines");
    let digest = |wordings: &Wordings| wordings.digest(Tone::Plain);
    assert_ne!(digest(&one), digest(&none));
    assert_eq!(digest(&none), digest(&Wordings::none()));
    assert_eq!(one.digest(Tone::Warm), none.digest(Tone::Warm), "another tone is another voice");
    assert_ne!(Voice::new(Tone::Plain, one.clone()).digest(), Voice::new(Tone::Warm, one).digest());
}

/// What is said where the same is asked again and again.
fn asked_again(voice: &Voice, sentence: &Sentence, times: usize) -> Vec<String> {
    let mut said: Vec<String> = Vec::new();
    let mut texts = Vec::new();
    for pick in 0..times {
        let before: Vec<&str> = said.iter().map(String::as_str).collect();
        // Chance must not matter: the same place is picked each time, and another one each time.
        let spoken = voice.speak(vec![sentence.clone()], &before, (pick * pick) as u64);
        texts.push(spoken[0].text().to_owned());
        said.extend(spoken[0].ids().map(str::to_owned));
    }
    texts
}

#[test]
fn the_same_is_never_asked_twice_while_there_are_other_words() {
    let wordings = Wordings::built_in().expect("the wordings");
    for tone in Tone::ALL {
        let voice = Voice::new(tone, wordings.clone());
        for asked in Asked::ALL {
            // The last ask is repeated until the session ends, so it has one wording more.
            let ways = if asked == Asked::Last { 4 } else { 3 };
            let texts = asked_again(&voice, &ask(asked), 2 * ways);
            let distinct: std::collections::BTreeSet<&String> = texts[..ways].iter().collect();
            assert_eq!(distinct.len(), ways, "{texts:?}");
            assert_eq!(texts[..ways], texts[ways..], "then what was said longest ago");
            // The catalog is plain: elsewhere its own words come last.
            assert!(tone == Tone::Plain || texts[ways - 1] == ask(asked).text(), "{texts:?}");
        }
    }
    assert_eq!(asked_again(&Voice::catalog(), &ask(Asked::First), 2), [ask(Asked::First).text(); 2]);
}

#[test]
fn a_wording_takes_the_place_of_its_sentence_and_a_frame_stands_before_what_is_not_fixed() {
    let voice = Voice::new(Tone::Plain, read(&[line("What's your card number?", Standing::Approved)]).expect("lines"));
    let act = Act { notes: vec![Note::Accepted(Fields::NONE.with(Field::Name))], ask: Some(Ask::Card(Asked::First)) };
    let values = sample::values();
    let spoken = || voice.speak(sentences(&act, Language::En, &values), &[ask(Asked::First).digest()], 0);
    let plain = "Got it: the name on the card is Jane Roe. What's your card number?";
    assert_eq!(reply(&spoken(), &values), plain);
    let moment = Moment::of(&act, Language::En, Tone::Plain).expect("a moment");
    let frame = |text| Frame::judge(&moment, text).expect("a frame");
    let framed = |frames: &[Frame], said: &[&str]| {
        let mut spoken = spoken();
        open(&mut spoken, &moment, frames, (said, 0));
        reply(&spoken, &values)
    };
    let thanked = "Got it: the name on the card is Jane Roe. Thank you. What's your card number?";
    assert_eq!(framed(&[frame("thank you")], &[]), thanked);
    assert_eq!(framed(&[frame("thank you")], &["Thank you."]), plain, "it was said in this session");
    assert_eq!(framed(&[frame("thank you")], &["Thank you."]), plain);
    assert_eq!(framed(&[], &[]), plain);
}

#[test]
fn what_was_said_can_be_looked_up() {
    let sentence = ask(Asked::First);
    assert_eq!(sentence_by_digest(sentence.digest()).map(|found| found.text()), Some(sentence.text()));
    assert_eq!(sentence_by_digest("s-0123456789"), None);
    let voice = Voice::new(Tone::Plain, read(&[line("What's your card number?", Standing::Approved)]).expect("lines"));
    let spoken = voice.speak(vec![sentence.clone()], &[sentence.digest()], 0);
    let ids: Vec<&str> = spoken[0].ids().collect();
    assert_eq!(ids, [line("What's your card number?", Standing::Approved).id]);
}
