//! Filling: values stay values, and nothing invisible gets through.

use proptest::prelude::*;

use super::sample;
use crate::dialogue::Language;
use crate::wording::{Values, fill};

fn with_contact(contact: &str) -> Values {
    Values { contact: contact.to_owned(), ..sample::values() }
}

#[test]
fn a_value_cannot_bring_a_placeholder_along() {
    let values = with_contact("{name} {card} {{link}}");
    assert_eq!(fill("Write to {contact}.", &values, Language::En), "Write to {name} {card} {{link}}.");
}

#[test]
fn braces_around_other_words_are_words() {
    let text = "a { b {nothing} {contact";
    assert_eq!(fill(text, &sample::values(), Language::En), text);
    assert_eq!(fill("{{brand}}", &sample::values(), Language::En), "{Visa}");
}

#[test]
fn a_value_with_line_breaks_stays_on_its_line() {
    let values = with_contact(" a\r\nb\u{2028}c\u{85}d\n");
    assert_eq!(fill("{contact}", &values, Language::En), "a  b c d");
}

#[test]
fn a_value_with_right_to_left_letters_is_isolated() {
    let values = with_contact("שלום");
    assert_eq!(fill("({contact})", &values, Language::En), "(\u{2068}שלום\u{2069})");
    assert_eq!(fill("({contact})", &with_contact("Łukasz 李"), Language::En), "(Łukasz 李)");
}

#[test]
fn direction_marks_do_not_get_out_of_their_isolate() {
    let values = with_contact("\u{202e}م\u{2069}\u{2066}x");
    assert_eq!(fill("{contact}", &values, Language::En), "\u{2068}مx\u{2069}");
}

#[test]
fn values_do_not_show_in_debug() {
    assert_eq!(format!("{:?}", sample::values()), "Values(…)");
}

proptest! {
    #[test]
    fn filling_never_lets_a_control_character_through(wording in any::<String>(), value in any::<String>()) {
        let text = fill(&format!("{wording}{{contact}}"), &with_contact(&value), Language::Es);
        prop_assert!(text.chars().all(|c| c == '\n' || !c.is_control()));
        let opened = text.matches('\u{2068}').count();
        prop_assert_eq!(opened, text.matches('\u{2069}').count());
        let turned = text.contains(['\u{202a}', '\u{202b}', '\u{202d}', '\u{202e}', '\u{2066}', '\u{2067}']);
        prop_assert!(!turned);
    }

    #[test]
    fn a_value_is_filled_in_once_and_as_it_is(value in "[ -~]{1,40}") {
        let value = value.trim();
        prop_assume!(!value.is_empty());
        let text = fill("<{contact}|{brand}>", &with_contact(value), Language::En);
        prop_assert_eq!(text, format!("<{value}|Visa>"));
    }

    #[test]
    fn words_without_braces_stay_as_they_are(words in "[^{}\\p{C}\\p{Zl}\\p{Zp}]{0,60}") {
        prop_assert_eq!(fill(&words, &sample::values(), Language::En), words);
    }
}
