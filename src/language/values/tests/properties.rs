//! What holds of any message.

use proptest::prelude::*;

use super::*;
use crate::language::{redact, redact_told};

const STEPS: [StateName; 9] = StateName::ALL;

/// Text of the pieces that messages about cards are made of, and of anything at all.
fn messages() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("4242 4242 4242 4242".to_owned()),
        Just("378282246310005".to_owned()),
        "[0-9]{1,20}",
        "[0-9]{1,2}[/.-][0-9]{2,4}",
        "[٠-٩４-９०-९]{1,5}",
        Just("four two double four triple zero oh".to_owned()),
        Just("cuarenta y dos mil".to_owned()),
        Just("no wait".to_owned()),
        Just("my name is Jane O'Neil-Roe".to_owned()),
        Just("order number".to_owned()),
        Just("cvv".to_owned()),
        Just("dec 2028".to_owned()),
        Just("ES91 2100 0418".to_owned()),
        Just("\u{200b}\u{202e}\u{301}".to_owned()),
        "[ ,./:;|#$+()-]{1,3}",
        "\\PC{0,6}",
    ];
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.join(" "))
}

/// All that a run of digits may hold a number in.
fn windows(run: &str) -> impl Iterator<Item = &str> {
    (0..run.len()).flat_map(move |from| (from + 12..=from + 19).filter_map(move |to| run.get(from..to)))
}

/// What may stand between two groups in a log, a page or a chat.
fn gap() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "",
        " ",
        "-",
        ".",
        ", ",
        " - ",
        "_",
        "/",
        "|",
        "\t",
        "\u{a0}",
        "\u{2009}",
        "\u{200b}",
        "\u{ad}",
        "\u{fffd}",
        "\u{96}",
        "·",
        "**",
        "` `",
        "\\n",
        "\\t",
        "\\r\\n",
        "\\\\n",
        "\\u0020",
        "\\u00a0",
        "\\x20",
        "%20",
        "%2D",
        "%C2%A0",
        "+",
        "&nbsp;",
        "&#160;",
        "&#x20;",
        "&amp;nbsp;",
        "</b><b>",
        "<br/>",
        "</td>\n<td class=\"c1\">",
        ") (",
        " um ",
        " then ",
        "💳",
    ])
}

/// Numbers and codes with the names of fields between them, so many that what one is called may hang on the next, and so on.
fn rows() -> impl Strategy<Value = String> {
    let pieces = vec![
        "4242424242424242",
        "4242 4242",
        "12345123451234",
        "12345",
        "1001",
        "12/28",
        "123",
        "7",
        "cvv",
        "card",
        "exp",
        "is",
        "is my",
        ",",
        "[•••]",
    ];
    prop::collection::vec(prop::sample::select(pieces), 0..60).prop_map(|pieces| pieces.join(" "))
}

fn anything() -> impl Strategy<Value = String> {
    prop_oneof![messages(), rows(), any::<String>()]
}

proptest! {
    #[test]
    fn the_digits_of_a_message_never_move(text in anything()) {
        let tokens = tokens(&text);
        for language in Language::ALL {
            let mut message = Message::read(&tokens, vocabulary(language));
            odd::set_aside(&mut message, None);
            prop_assert_eq!(Digits::read(&message).all.room(), chains::room(&message), "{}", text);
        }
    }

    #[test]
    fn values_are_digits_and_spans_lie_in_the_message(
        text in anything(), step in 0..STEPS.len(), spanish in any::<bool>(), gathered in 0_usize..20,
    ) {
        let language = if spanish { Language::Es } else { Language::En };
        let listening = Listening { gathered, ..Listening::new(STEPS[step], language) };
        let tokens = tokens(&text);
        let values = extract(&tokens, &listening);
        for said in [&values.told.number, &values.told.cvv].into_iter().flatten() {
            if let Said::Certain(reading) = said {
                prop_assert!(!reading.expose().is_empty());
                prop_assert!(reading.expose().bytes().all(|byte| byte.is_ascii_digit()));
            }
        }
        let length = text.chars().count();
        let named = bare_name(&tokens, &values.spans, &listening);
        let name_span = named.as_ref().map(|named| named.span);
        for spans in [values.spans, values.framing] {
            prop_assert!(spans.windows(2).all(|pair| pair[0].end <= pair[1].start));
            prop_assert!(spans.iter().chain(&name_span).all(|span| span.start < span.end && span.end <= length));
        }
    }

    #[test]
    fn redacting_twice_is_redacting_once(text in anything()) {
        let once = redact(&text);
        prop_assert_eq!(redact(&once), once);
    }

    #[test]
    fn no_digits_in_a_row_that_are_a_card_are_kept(text in anything()) {
        let redacted = redact(&text);
        for run in redacted.split(|c: char| !c.is_ascii_digit()) {
            for window in windows(run) {
                prop_assert!(!crate::card::is_card(window), "{redacted}");
            }
        }
    }

    #[test]
    fn a_number_is_not_kept_whatever_stands_between_its_groups(
        number in 0..crate::card::published().len(),
        gaps in prop::collection::vec(gap(), 5),
        before in "[a-z]{0,5} ",
        behind in " [a-z]{0,5}",
    ) {
        let number = crate::card::published()[number];
        let mut text = before;
        for (at, digit) in number.chars().enumerate() {
            if at > 0 && at % 4 == 0 {
                text.push_str(gaps[at / 4]);
            }
            text.push(digit);
        }
        text.push_str(&behind);
        let redacted = redact(&text);
        prop_assert!(redacted.bytes().filter(u8::is_ascii_digit).count() <= 4, "{} -> {}", text, redacted);
        prop_assert_eq!(redact(&redacted), redacted);
    }

    #[test]
    fn what_is_shown_twice_is_as_it_is_shown_once(text in anything()) {
        let once = redact_told(&text, &[]);
        prop_assert_eq!(redact_told(&once, &[]), once);
    }

    #[test]
    fn text_without_digits_and_number_words_stays_as_it_is(text in "[a-zA-Z ,.!?ñáé]{0,60}") {
        prop_assert_eq!(redact_told(&text, &[]), text.as_str());
        prop_assert_eq!(redact(&text), text);
    }

    #[test]
    fn a_number_is_read_however_it_is_spaced(gaps in prop::collection::vec("( |-|\\.|, | - |\u{200b}|_)?", 15)) {
        let digits = "4242424242424242";
        let mut text = String::from("4");
        for (digit, gap) in digits.chars().skip(1).zip(gaps) {
            text.push_str(&gap);
            text.push(digit);
        }
        let found = told(&text, &Listening::new(StateName::Card, Language::En));
        prop_assert_eq!(found, format!("card={digits}"));
    }
}

#[test]
fn hostile_shapes_are_read_to_their_end() {
    let shapes = [
        "4 ",
        "4242",
        "1-",
        "aa11-",
        "1/",
        "four ",
        "oh ",
        "for ",
        "cvv ",
        "cvv 123 ",
        "no wait ",
        "a@1 ",
        "12/28 ",
        "$1,",
        "my name is ",
        "de la ",
        "(1)",
        "+1",
        "…",
        "dec ",
        "x1",
    ];
    for shape in shapes {
        let text = shape.repeat(4_000 / shape.len());
        for step in STEPS {
            let _ = told(&text, &Listening::new(step, Language::En));
        }
        let _ = redact(&text);
    }
}
