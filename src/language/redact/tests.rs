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
