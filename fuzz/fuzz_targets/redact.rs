//! A line of a log. What is left of it holds no card number in plain digits, and is left as it is by a second look.
#![no_main]

use libfuzzer_sys::fuzz_target;
use payment_smart_bot::card::is_card;
use payment_smart_bot::language::{redact, without_digits};

fuzz_target!(|text: &str| {
    let kept = redact(text);
    for run in kept.split(|c: char| !c.is_ascii_digit()) {
        for length in 13..=run.len().min(19) {
            let held = (0..=run.len() - length).any(|from| is_card(&run[from..from + length]));
            assert!(!held, "a number is left");
        }
    }
    assert!(redact(&kept) == kept, "redacting twice is redacting once");
    assert!(!without_digits(text).chars().any(|c| c.is_ascii_digit()), "a digit is left");
});
