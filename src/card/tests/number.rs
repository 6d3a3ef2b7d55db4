use crate::card::{Brand, BrandSet, CardNumber, LastFour, NumberRejection, Pieces, passes_luhn};

fn parsed(input: &str) -> Result<(String, Brand), NumberRejection> {
    CardNumber::parse(input, &BrandSet::ALL).map(|number| (number.expose().to_owned(), number.brand()))
}

fn reason(input: &str) -> NumberRejection {
    parsed(input).unwrap_err()
}

#[test]
fn separators_and_scripts_do_not_matter() {
    for input in [
        "4242424242424242",
        "4242 4242 4242 4242",
        "4242-4242-4242-4242",
        "4242.4242.4242.4242",
        "4242,4242,4242,4242",
        "4242_4242_4242_4242",
        "4242/4242/4242/4242",
        "4242–4242—4242‑4242",
        "4242\u{a0}4242\u{2009}4242\u{3000}4242",
        "4242\u{200b}4242\u{2060}4242\u{feff}4242",
        " 4 2 4 2 4 2 4 2 4 2 4 2 4 2 4 2\t\r\n",
        "４２４２　４２４２　４２４２　４２４２",
        "٤٢٤٢ ٤٢٤٢ ٤٢٤٢ ٤٢٤٢",
        "४२४२ ४२४२ ४२४२ ४२४२",
        "๔๒๔๒-๔๒๔๒-๔๒๔๒-๔๒๔๒",
        "4242 ４２４２ ٤٢٤٢ ४२४२",
        "\u{202e}4242424242424242\u{202c}",
    ] {
        assert_eq!(parsed(input), Ok(("4242424242424242".to_owned(), Brand::Visa)), "{input:?}");
    }
}

#[test]
fn every_length_that_a_brand_issues_is_taken() {
    for (digits, brand) in [
        ("4111111111111111110", Brand::Visa),
        ("2223003122003222", Brand::Mastercard),
        ("378282246310005", Brand::Amex),
        ("30569309025904", Brand::Diners),
        ("3056930009020004", Brand::Diners),
        ("6011111111111117", Brand::Discover),
        ("3530111333300000", Brand::Jcb),
        ("6205500000000000004", Brand::UnionPay),
        ("8171999900000000021", Brand::UnionPay),
        ("6799990100000000019", Brand::Maestro),
        ("2200000000000053", Brand::Mir),
        ("5066991111111118", Brand::Elo),
        ("6277809990229178", Brand::Elo),
        ("6370950000000005", Brand::Hiper),
        ("6062828888666688", Brand::Hipercard),
        ("9792030000000000", Brand::Troy),
        ("5060990580000217499", Brand::Verve),
        ("6074825972083818", Brand::RuPay),
    ] {
        assert_eq!(parsed(digits), Ok((digits.to_owned(), brand)));
    }
}

#[test]
fn the_shortest_maestro_number_has_twelve_digits() {
    let twelve = with_check_digit("67599900000");
    assert_eq!(parsed(&twelve), Ok((twelve.clone(), Brand::Maestro)));
    assert_eq!(reason(&with_check_digit("6759990000")), NumberRejection::TooShort { brand: Some(Brand::Maestro) });
}

#[test]
fn text_without_a_digit_has_no_digits() {
    for input in ["", " ", "-", "card", "my card", "四二四二", "\u{200b}", "💳"] {
        assert_eq!(reason(input), NumberRejection::NoDigits, "{input:?}");
    }
}

#[test]
fn a_letter_among_the_digits_is_a_typing_error() {
    for input in ["4242 4242 4242 424O", "4242x424242424242", "4242 4242 4242 4242!", "card 4242424242424242"] {
        assert_eq!(reason(input), NumberRejection::Mistyped { brand: Some(Brand::Visa) }, "{input}");
    }
}

#[test]
fn the_length_is_judged_by_the_brand() {
    let (short, long) = (|brand| NumberRejection::TooShort { brand }, |brand| NumberRejection::TooLong { brand });
    for (digits, expected) in [
        ("4242", short(Some(Brand::Visa))),
        ("424242424242424", short(Some(Brand::Visa))),
        ("4222222222222", short(Some(Brand::Visa))),
        ("42424242424242424", long(Some(Brand::Visa))),
        ("42424242424242424242", long(Some(Brand::Visa))),
        ("37828224631000", short(Some(Brand::Amex))),
        ("3782822463100055", long(Some(Brand::Amex))),
        ("55555555555544444", long(Some(Brand::Mastercard))),
        ("305693090259044", long(Some(Brand::Diners))),
        ("60628288886666888", long(Some(Brand::Hipercard))),
        ("9", short(Some(Brand::Troy))),
        ("5", short(None)),
        ("00000000000", short(None)),
        ("00000000000000000000", long(None)),
    ] {
        assert_eq!(reason(digits), expected, "{digits}");
    }
    assert_eq!(reason(&"4".repeat(100_000)), long(Some(Brand::Visa)));
}

#[test]
fn a_wrong_check_digit_is_a_typing_error() {
    assert_eq!(reason("4242424242424241"), NumberRejection::Mistyped { brand: Some(Brand::Visa) });
    assert_eq!(reason("7000000000000000"), NumberRejection::Mistyped { brand: None });
}

#[test]
fn unionpay_numbers_may_go_without_a_check_digit() {
    assert!(!passes_luhn("6200000000000001"));
    assert_eq!(parsed("6200000000000001"), Ok(("6200000000000001".to_owned(), Brand::UnionPay)));
}

#[test]
fn one_digit_over_and_over_is_a_typing_error() {
    assert_eq!(reason("0000000000000000"), NumberRejection::Mistyped { brand: None });
    assert_eq!(reason("4444444444444444"), NumberRejection::Mistyped { brand: Some(Brand::Visa) });
    assert!(passes_luhn("6666666666666"));
    assert_eq!(reason("6666666666666"), NumberRejection::Mistyped { brand: Some(Brand::Maestro) });
}

#[test]
fn brands_that_are_not_accepted_are_named() {
    let amex_only = BrandSet::EMPTY.with(Brand::Amex);
    assert_eq!(
        CardNumber::parse("4242424242424242", &amex_only).unwrap_err(),
        NumberRejection::NotAccepted { brand: Some(Brand::Visa) }
    );
    assert!(CardNumber::parse("378282246310005", &amex_only).is_ok());
    let unknown = with_check_digit("700000000000001");
    assert_eq!(reason(&unknown), NumberRejection::NotAccepted { brand: None });
}

#[test]
fn the_last_four_digits_may_be_shown() {
    let number = CardNumber::parse("4000000000000002", &BrandSet::ALL).unwrap();
    assert_eq!(number.last_four().to_string(), "0002");
    assert_eq!(LastFour::parse("0002"), Some(number.last_four()));
    assert_eq!(serde_json::to_value(number.last_four()).unwrap(), "0002");
    assert_eq!(serde_json::from_str::<LastFour>("\"0002\"").unwrap(), number.last_four());
    assert!(serde_json::from_str::<LastFour>("\"00021\"").is_err());
    for text in ["", "424", "42424", "424a", "４２", "-424"] {
        assert_eq!(LastFour::parse(text), None, "{text}");
    }
}

#[test]
fn debug_texts_show_no_digit() {
    let number = CardNumber::parse("4242424242424242", &BrandSet::ALL);
    assert_eq!(format!("{number:?}"), "Ok(CardNumber(visa, …))");
    let mut pieces = Pieces::default();
    pieces.push("4242");
    assert_eq!(format!("{pieces:?}"), "Pieces(…)");
}

#[test]
fn pieces_grow_to_one_digit_more_than_any_number_has() {
    let mut pieces = Pieces::default();
    assert!(pieces.is_empty());
    pieces.push("4242 42");
    pieces.push("");
    pieces.push("x４２-4242424242");
    assert_eq!((pieces.len(), pieces.expose()), (18, "424242424242424242"));
    let kept = pieces.clone();
    pieces.push("42424242");
    assert_eq!(pieces.len(), 20);
    assert_eq!(kept.expose(), "424242424242424242");
    assert_ne!(pieces, kept);
}

#[test]
fn reasons_have_names_on_the_wire() {
    let brand = None;
    let reasons = [
        NumberRejection::NoDigits,
        NumberRejection::TooShort { brand },
        NumberRejection::TooLong { brand },
        NumberRejection::Mistyped { brand },
        NumberRejection::NotAccepted { brand },
        NumberRejection::Demonstration,
    ];
    assert_eq!(
        reasons.map(NumberRejection::wire),
        ["no_digits", "too_short", "too_long", "mistyped", "brand_not_accepted", "demonstration"]
    );
}

fn with_check_digit(payload: &str) -> String {
    (0..10).map(|digit| format!("{payload}{digit}")).find(|digits| passes_luhn(digits)).unwrap()
}
