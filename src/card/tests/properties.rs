//! What holds for every text, not only for the examples.

use jiff::civil::date;
use proptest::prelude::*;

use crate::card::{
    Brand, BrandSet, CardNumber, Cvv, Expiry, LastFour, Name, Pieces, digit, is_separator, passes_luhn, published,
};

/// Any text, and texts that come near to values: digits of several scripts among what may stand between them.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "\\PC*",
        "[0-9 ./'-]{0,24}",
        "[0-9０-９٠-٩०-९๐-๙ \u{200b}\u{200d}\u{202e}a-zé\u{301}]{0,40}",
    ]
}

fn published_number() -> impl Strategy<Value = &'static str> {
    proptest::sample::select(published())
}

fn brand() -> impl Strategy<Value = Brand> {
    proptest::sample::select(Brand::ALL.as_slice())
}

/// A whole number of any brand and any of its lengths, with its check digit.
fn any_number() -> impl Strategy<Value = String> {
    (proptest::sample::select(crate::card::RANGES), any::<[u8; 19]>(), any::<proptest::sample::Index>()).prop_map(
        |(range, rest, length)| {
            let brand = range.brand;
            let length = brand.lengths()[length.index(brand.lengths().len())];
            let rest = rest.iter().map(|byte| char::from(b'0' + byte % 10));
            let payload: String = range.from.chars().chain(rest).take(length - 1).collect();
            (0..10).map(|check| format!("{payload}{check}")).find(|digits| passes_luhn(digits)).unwrap_or_default()
        },
    )
}

proptest! {
    #[test]
    fn parsers_take_any_text_and_their_debug_shows_no_digit(text in text(), brand in brand()) {
        let shown = [
            format!("{:?}", Name::parse(&text)),
            format!("{:?}", CardNumber::parse(&text, &BrandSet::ALL)),
            format!("{:?}", Cvv::parse(&text, brand)),
        ];
        for shown in shown {
            prop_assert!(!shown.contains(|c| digit(c).is_some()), "{shown}");
        }
        let _ = Expiry::parse(&text, date(2026, 11, 22));
        let _ = LastFour::parse(&text);
        let _ = Brand::of_prefix(&text);
        let _ = text.parse::<BrandSet>();
        let mut pieces = Pieces::default();
        pieces.push(&text);
        prop_assert!(pieces.len() <= 20 && pieces.expose().bytes().all(|byte| byte.is_ascii_digit()));
    }

    #[test]
    fn a_name_that_was_taken_is_taken_again_unchanged(text in text()) {
        if let Ok(name) = Name::parse(&text) {
            prop_assert_eq!(Name::parse(name.expose()), Ok(name.clone()));
            prop_assert!(name.expose().chars().count() <= Name::MAX_CHARS);
            let bad = ['\u{202a}', '\u{202e}', '\u{2066}', '\u{200b}', '<', '@', '\n'];
            prop_assert!(!name.expose().contains(bad));
        }
    }

    #[test]
    fn a_number_is_the_same_however_it_is_grouped_and_written(
        digits in any_number(),
        gaps in proptest::collection::vec("[ .,/_\u{a0}\u{200b}\u{2013}-]{0,2}", 20),
        zero in proptest::sample::select(vec!['0', '０', '٠', '०', '๐']),
    ) {
        let mut written = String::new();
        for (byte, gap) in digits.bytes().zip(&gaps) {
            written.push_str(gap);
            written.extend(char::from_u32(u32::from(zero) + u32::from(byte - b'0')));
        }
        let plain = CardNumber::parse(&digits, &BrandSet::ALL);
        prop_assert_eq!(CardNumber::parse(&written, &BrandSet::ALL), plain.clone());
        if let Ok(number) = plain {
            prop_assert_eq!(number.expose(), digits.as_str());
            prop_assert_eq!(number.last_four().to_string(), &digits[digits.len() - 4..]);
            prop_assert!(number.brand().lengths().contains(&digits.len()));
            prop_assert_eq!(Some(number.brand()), Brand::of_prefix(&digits));
        }
    }

    #[test]
    fn the_accepted_brands_alone_decide_between_good_and_not_accepted(
        digits in published_number(),
        bits in any::<u16>(),
    ) {
        let accepted = Brand::ALL
            .into_iter()
            .filter(|&brand| bits >> brand as u16 & 1 == 1)
            .fold(BrandSet::EMPTY, BrandSet::with);
        let number = CardNumber::parse(digits, &BrandSet::ALL).unwrap();
        prop_assert_eq!(CardNumber::parse(digits, &accepted).is_ok(), accepted.contains(number.brand()));
    }

    #[test]
    fn the_check_digit_catches_every_wrong_digit(
        digits in any_number(),
        at in any::<proptest::sample::Index>(),
        add in 1..10_u8,
    ) {
        let mut wrong = digits.into_bytes();
        let at = at.index(wrong.len());
        wrong[at] = b'0' + (wrong[at] - b'0' + add) % 10;
        prop_assert!(!passes_luhn(&String::from_utf8(wrong).unwrap()));
    }

    #[test]
    fn the_check_digit_catches_swapped_neighbours_but_09(
        digits in any_number(),
        at in any::<proptest::sample::Index>(),
    ) {
        let mut swapped = digits.into_bytes();
        let at = at.index(swapped.len() - 1);
        let pair = [swapped[at], swapped[at + 1]];
        swapped.swap(at, at + 1);
        let unseen = pair[0] == pair[1] || pair == *b"09" || pair == *b"90";
        prop_assert_eq!(passes_luhn(&String::from_utf8(swapped).unwrap()), unseen);
    }

    #[test]
    fn eight_digits_tell_the_brand(digits in "[0-9]{12,19}") {
        let whole = Brand::of_prefix(&digits);
        prop_assert_eq!(Brand::of_prefix(&digits[..8]), whole);
    }

    #[test]
    fn a_date_is_read_as_it_is_written(month in 1..=12_u8, year in 2027..=2045_u16) {
        let today = date(2026, 11, 22);
        let judged = Expiry::judge(month, year, today);
        let short = year % 100;
        for written in [
            format!("{month:02}/{year}"),
            format!("{month}/{short}"),
            format!("{month:02}-{short}"),
            format!("{month:02} {short}"),
            format!("{month:02}{short}"),
            format!("{month:02}{year}"),
            format!("{year}{month:02}"),
            format!("{year}-{month:02}"),
        ] {
            prop_assert_eq!(Expiry::parse(&written, today), judged, "{}", written);
        }
        if let Ok(expiry) = judged {
            prop_assert_eq!(Expiry::parse(&expiry.to_string(), today), Ok(expiry));
            prop_assert_eq!(Expiry::stored(expiry.month(), expiry.year()), Some(expiry));
        }
    }

    #[test]
    fn any_month_and_year_is_judged(month in any::<u8>(), year in any::<u16>(), days in 0..30_000_i64) {
        let today = date(1990, 1, 1).checked_add(jiff::Span::new().days(days)).unwrap();
        if let Ok(expiry) = Expiry::judge(month, year, today) {
            let ahead = i32::from(expiry.year()) * 12 + i32::from(expiry.month())
                - i32::from(today.year()) * 12 - i32::from(today.month());
            prop_assert!((0..=19 * 12).contains(&ahead));
        }
    }

    #[test]
    fn a_code_is_the_digits_that_were_given(code in "[0-9]{1,6}", brand in brand()) {
        let parsed = Cvv::parse(&code, brand);
        prop_assert_eq!(parsed.is_ok(), code.len() == brand.cvv_length());
        if let Ok(cvv) = parsed {
            prop_assert_eq!(cvv.expose(), code);
        }
    }

    #[test]
    fn pieces_make_the_number_that_they_are_pieces_of(
        digits in published_number(),
        cuts in proptest::collection::vec(1..6_usize, 1..8),
    ) {
        let (mut pieces, mut rest) = (Pieces::default(), digits);
        for cut in cuts {
            let (piece, after) = rest.split_at(cut.min(rest.len()));
            pieces.push(piece);
            rest = after;
        }
        pieces.push(rest);
        prop_assert_eq!(pieces.expose(), digits);
    }
}

#[test]
fn a_character_is_a_digit_a_separator_or_neither() {
    let mut digits = 0;
    for character in '\0'..=char::MAX {
        let folded = digit(character);
        assert!(folded.is_none() || !is_separator(character), "{character:?}");
        assert!(folded.is_none_or(|folded| folded.is_ascii_digit() && character.is_numeric()), "{character:?}");
        digits += usize::from(folded.is_some());
    }
    assert!(digits > 700, "{digits}");
}
