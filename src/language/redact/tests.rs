//! Long lines.

use super::*;

#[test]
fn a_long_line_is_looked_at_a_bounded_number_of_times() {
    let shapes = [
        "4",
        "4242",
        "4 ",
        "4242 ",
        "four ",
        "4,",
        "<",
        "<b>4",
        "\\u0034",
        "%34",
        "&amp;",
        "a 4",
        "12/28 ",
        "4242424242424242 ",
    ];
    for shape in shapes {
        let length = if shape == "4242424242424242 " { 1 << 20 } else { 1 << 16 };
        let text = shape.repeat(length / shape.len());
        let decoded = Decoded::of(&text);
        for text in [Some(text.as_str()), decoded.as_ref().map(Decoded::text)].into_iter().flatten() {
            let (mut rest, mut read, mut done) = (text, 0, 0);
            while !rest.is_empty() {
                read += rest[..cut(rest)].chars().count();
                let looked = look(rest, Level::Kept);
                done += looked.done;
                rest = &rest[byte_of(rest, looked.done)..];
            }
            assert_eq!(done, text.chars().count(), "{shape}");
            assert!(read <= 3 * done, "{shape}: {read} of {done}");
        }
    }
}

#[test]
fn a_number_at_the_seam_of_two_chunks_is_found() {
    for filler in ["x", "x ", "1", "1 ", "one ", "7.", "7"] {
        for before in (CHUNK - 40) / filler.len()..(CHUNK + 20) / filler.len() {
            if before % 5 == 0 {
                let text = format!("{}4242424242424242 and more{}", filler.repeat(before), " x".repeat(CHUNK / 8));
                assert!(!redact(&text).contains("42424242424"), "{filler} {before}");
            }
        }
    }
}

#[test]
fn redacting_twice_is_redacting_once_however_many_passes_it_takes() {
    // Any groups may be the code that the name behind them names.
    let spoken = "four two double four triple zero oh four two double four triple zero oh 7-47 \
                  four two double four triple zero oh cvv";
    // Each number waits for the one behind it: it is called by the name between them only once that is hidden.
    let waiting = |count| "123 cvv 12345123451234 card ".repeat(count) + "4242424242424242";
    for text in [spoken.to_owned(), "1001 ".repeat(40) + "cvv", waiting(2), waiting(40)] {
        let once = redact(&text);
        assert_eq!(redact(&once), once, "{text}");
    }
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).count();
    assert!(digits(&redact(&waiting(40))) <= 4 * MOST_PASSES, "{}", redact(&waiting(40)));
}

#[test]
fn what_is_shown_twice_is_as_it_is_shown_once_where_one_number_hides_another() {
    for text in [
        "ES91 2100 0418 four two double four triple zero oh ७५६६ 3-4618 cvv 4242 4242 4242 4242",
        "4242 4242 12345123451234 7 4242424242424242 4242424242424242",
    ] {
        let once = redact_told(text, &[]);
        assert_eq!(redact_told(&once, &[]), once, "{text}");
    }
}

#[test]
fn messages_that_differ_in_their_numbers_alone_are_one_without_digits() {
    for (one, other) in [
        ("123", "987"),
        ("1234", "９８７６"),
        ("one two three", "nine eight seven"),
        ("uno dos tres", "nueve ocho siete"),
        ("my code is 1 2 3, ok?", "my code is 9 8 7, ok?"),
        ("Jane, 4000 0007 6000 0002 12/30 123", "Jane, 4000 0052 8000 0002 12/30 987"),
        ("4000000760000002", "4000005280000002"),
        (r"\u0031\u0032\u0033", r"\u0039\u0038\u0037"),
    ] {
        assert_eq!(without_digits(one), without_digits(other), "{one}");
    }
    for (one, other) in [("yes", "no"), ("Jane Roe", "John Roe"), ("", "123"), ("pay 5", "stop 5")] {
        assert_ne!(without_digits(one), without_digits(other), "{one}");
    }
    assert!(without_digits("4242 4242, 12/28 and four").chars().all(|c| !c.is_ascii_digit()));
}
