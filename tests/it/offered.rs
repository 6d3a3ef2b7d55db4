//! What a sentence or an approved wording says to reply with is understood, for certain.

use std::collections::BTreeSet;

use payment_smart_bot::dialogue::{Language, StateName};
use payment_smart_bot::language::{Listening, Utterance, understand};
use payment_smart_bot::wording::{Tone, Wording, Wordings, all};

#[test]
fn every_word_that_a_sentence_offers_in_quotes_is_certain() {
    let wordings = Wordings::built_in().expect("the wordings");
    let mut offered = BTreeSet::new();
    for language in Language::ALL {
        for (_, sentence) in all(language).filter(|(_, sentence)| offers(sentence.id())) {
            let worded = Tone::ALL.into_iter().flat_map(|tone| wordings.wordings(&sentence, tone));
            for text in worded.map(Wording::text).chain([sentence.text()]) {
                let marks: &[char] = if text.contains('«') { &['«', '»'] } else { &['"'] };
                offered.extend(text.split(marks).skip(1).step_by(2).map(|word| (language, word.to_owned())));
            }
        }
    }
    assert!(offered.len() > 20, "{offered:?}");
    for (language, word) in offered {
        let every = [word.clone(), word.to_uppercase(), format!("{word}."), format!("\"{word}\""), format!("«{word}»")];
        for (text, state) in
            every.iter().flat_map(|text| [StateName::Card, StateName::Confirm].map(|state| (text, state)))
        {
            let understood = understand(&Utterance::new(text.clone()), &Listening::new(state, language));
            // Before the review "pay" begins, and there is nothing to be sure of.
            let begins = state == StateName::Card && understood.heard.command.is_none();
            assert!(understood.certainty() == "certain" && understood.event() != "unclear", "{text}: {understood:?}");
            assert!(begins || understood.heard.command.is_some(), "{text}: {understood:?}");
        }
    }
}

/// Sentences that tell what to reply with; elsewhere quotes are for what stands on a card.
fn offers(id: &str) -> bool {
    id.starts_with("ask-") || id.starts_with("refused")
}
