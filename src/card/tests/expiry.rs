use jiff::civil::{Date, date};

use crate::card::{Expiry, ExpiryRejection, furthest_west};

const TODAY: Date = date(2026, 11, 22);

fn read(input: &str) -> Result<(u8, u16), ExpiryRejection> {
    Expiry::parse(input, TODAY).map(|expiry| (expiry.month(), expiry.year()))
}

#[test]
fn numeric_forms_are_read() {
    for input in [
        "12/28",
        "12/2028",
        "12-28",
        "12-2028",
        "12.28",
        "12 28",
        "1 2 2 8",
        "1 2 / 2 8",
        "1, 2, 2, 0, 2, 8",
        "1228",
        "122028",
        "202812",
        "2028-12",
        "2028/12",
        "2028.12",
        "12 / 28",
        " 12 / 2028 ",
        "12\\28",
        "12–28",
        "12/'28",
        "12/’28",
        "１２/２８",
        "١٢/٢٨",
        "१२/२८",
        "๑๒๒๘",
        "12\u{2009}/\u{2009}28",
        "12/28\u{200e}",
        "12/28.",
        "12,28",
        "12/28/",
    ] {
        assert_eq!(read(input), Ok((12, 2028)), "{input:?}");
    }
    assert_eq!(read("1/28"), Ok((1, 2028)));
    assert_eq!(read("2028-1"), Ok((1, 2028)));
    assert_eq!(read("01/28"), Ok((1, 2028)));
}

#[test]
fn what_leaves_the_month_or_the_year_open_is_unreadable() {
    for input in [
        "",
        " ",
        "/",
        "12",
        "1",
        "128",
        "2028",
        "12/",
        "/28",
        "12/8",
        "12/128",
        "12/20288",
        "123/28",
        "12/31/2028",
        "2028-12-31",
        "1 2 8",
        "1 2 3 4 5",
        "1 2 28",
        "12281",
        "1234567",
        "12/28 or so",
        "december",
        "1e/28",
        "+12/28",
        "12:28",
        "12/2028/12",
        "99999999999999999999",
    ] {
        assert_eq!(read(input), Err(ExpiryRejection::Unreadable), "{input:?}");
    }
}

#[test]
fn the_month_is_judged_first() {
    for input in ["13/28", "00/28", "0/28", "13/20", "99/99", "1320", "132028", "2028-13"] {
        assert_eq!(read(input), Err(ExpiryRejection::NoSuchMonth), "{input}");
    }
}

#[test]
fn a_card_is_good_through_the_last_day_of_its_month() {
    assert_eq!(read("11/26"), Ok((11, 2026)));
    assert_eq!(read("10/26"), Err(ExpiryRejection::Past));
    assert!(Expiry::judge(11, 2026, date(2026, 11, 30)).is_ok());
    assert_eq!(Expiry::judge(11, 2026, date(2026, 12, 1)), Err(ExpiryRejection::Past));
    assert_eq!(read("12/2020"), Err(ExpiryRejection::Past));
    assert_eq!(read("12/1928"), Err(ExpiryRejection::Past));
    assert_eq!(read("12/0028"), Err(ExpiryRejection::Past));
}

#[test]
fn more_than_nineteen_years_ahead_is_too_far() {
    assert_eq!(read("11/45"), Ok((11, 2045)));
    assert_eq!(read("12/45"), Err(ExpiryRejection::TooFar));
    assert_eq!(read("12/9999"), Err(ExpiryRejection::TooFar));
    assert_eq!(Expiry::judge(1, u16::MAX, TODAY), Err(ExpiryRejection::TooFar));
}

#[test]
fn a_card_is_good_while_it_is_still_its_last_day_anywhere() {
    let west = |text: &str| furthest_west(text.parse().unwrap());
    assert_eq!(west("2026-12-01T11:59:59Z"), date(2026, 11, 30));
    assert_eq!(west("2026-12-01T12:00:00Z"), date(2026, 12, 1));
    assert!(Expiry::judge(11, 2026, west("2026-12-01T11:59:59Z")).is_ok());
}

#[test]
fn a_record_gives_back_what_it_could_have_held() {
    let kept = Expiry::stored(1, 2028).unwrap();
    assert_eq!((kept.month(), kept.year(), kept.to_string().as_str()), (1, 2028, "01/2028"));
    assert!(Expiry::stored(12, 2020).is_some(), "a card that has expired since is still what was said");
    for (month, year) in [(0, 2028), (13, 2028), (12, 28), (12, 0), (12, u16::MAX)] {
        assert_eq!(Expiry::stored(month, year), None);
    }
}

#[test]
fn reasons_have_names_on_the_wire() {
    let reasons =
        [ExpiryRejection::Past, ExpiryRejection::TooFar, ExpiryRejection::NoSuchMonth, ExpiryRejection::Unreadable];
    assert_eq!(reasons.map(ExpiryRejection::wire), ["past", "too_far", "no_such_month", "unreadable"]);
}
