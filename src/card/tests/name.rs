use crate::card::{Name, NameRejection};

fn parsed(input: &str) -> Result<String, NameRejection> {
    Name::parse(input).map(|name| name.expose().to_owned())
}

#[test]
fn names_of_all_kinds_are_taken_as_written() {
    for name in [
        "John Doe",
        "JANE ROE",
        "jane roe",
        "Mary-Jane O'Neil",
        "Mary‐Jane O’Neil",
        "D`Angelo",
        "'t Hooft",
        "Ta’ Xbiex",
        "J. R. R. Tolkien",
        "J.R.R. Tolkien",
        "J.-P. Sartre",
        "St.John Smythe",
        "Sammy Davis Jr.",
        "Davis, Sammy, Jr.",
        "Martin Luther King, Jr.",
        "Henry VIII",
        "Henry Ⅷ",
        "John Smith 3rd",
        "John Smith 2ND",
        "Jean d'Arc de la Fontaine",
        "Ludwig van der Rohe",
        "Osama bin al-Fulan",
        "Madonna",
        "Ng",
        "U",
        "X Æ",
        "Þórður Ægisson",
        "Gal·la Martí",
        "José Ángel Núñez y Peña",
        "Nguyễn Thị Minh Khai",
        "Βασίλης Παπαδόπουλος",
        "Владимир Иванов-Петров",
        "Соломія М’ята",
        "محمد بن سلمان",
        "دیاکو عزیزی",
        "יוסף בן־דוד",
        "ג׳ורג׳ כהן",
        "राहुल शर्मा",
        "สมชาย ใจดี",
        "佐藤 花子",
        "マリー・キュリー",
        "三木 一二三",
        "김철수",
        "ʻOkina Kamehameha",
        "ǃXóõ",
        "Ramasamy a/l Perumal",
        "Roe & Sons",
        "Anna–Lena Roe",
        "Mr. & Mrs. Roe",
        "Studio 54 Ltd",
    ] {
        assert_eq!(parsed(name).as_deref(), Ok(name));
    }
}

#[test]
fn white_space_is_collapsed_and_letters_composed() {
    assert_eq!(parsed("  Jane \t\n Roe\u{3000} ").as_deref(), Ok("Jane Roe"));
    assert_eq!(parsed("Jose\u{301}\u{a0}Roe").as_deref(), Ok("José Roe"));
}

#[test]
fn what_cannot_be_seen_goes_but_what_shapes_letters_stays() {
    assert_eq!(parsed("\u{feff}Ja\u{ad}ne\u{200b} \u{202e}Roe\u{202c}\u{200d}").as_deref(), Ok("Jane Roe"));
    assert_eq!(parsed("\u{2067}Jane\u{2069} \u{e0041}Roe").as_deref(), Ok("Jane Roe"));
    assert_eq!(parsed("e\u{200d}\u{301}").as_deref(), Ok("é"));
    assert_eq!(parsed("علی\u{200c}رضا").as_deref(), Ok("علی\u{200c}رضا"));
    assert_eq!(parsed("علی\u{200c} رضا\u{200c}").as_deref(), Ok("علی رضا"));
    assert_eq!(parsed("葛\u{e0100}城 花子").as_deref(), Ok("葛城 花子"));
}

#[test]
fn nothing_to_be_seen_is_empty() {
    for input in ["", " ", "\t\r\n", "\u{200b}\u{2060}", "\u{202e}\u{202c}", "\u{feff} \u{ad}", "\u{3164}", "\u{2800}"]
    {
        assert_eq!(parsed(input), Err(NameRejection::Empty), "{input:?}");
    }
}

#[test]
fn eight_digits_or_more_look_like_a_card() {
    for input in [
        "4242424242424242",
        "4242 4242",
        "Jane Roe 4242-4242-4242-4242",
        "４２４２ ４２４２ ４２４２ ４２４２",
        "٤٢٤٢٤٢٤٢",
        "四二四二 四二四二",
        "4a2b4c2d4e2f4g2h",
        "①②③④①②③④",
    ] {
        assert_eq!(parsed(input), Err(NameRejection::LooksLikeCard), "{input}");
    }
    assert_eq!(parsed(&"42".repeat(1000)), Err(NameRejection::LooksLikeCard));
}

#[test]
fn what_is_no_name_is_not_taken_for_one() {
    for input in [
        "12/28",
        "123",
        "John 3",
        "3rd",
        "3rd John",
        "Jane2",
        "John 10th",
        "54 Studio",
        "Studio 54",
        "Roe 1234 Ltd",
        "Studio 12/28 Ltd",
        "-",
        ".",
        "'",
        "...",
        "&",
        "a/l",
        "/",
        "-Jane",
        "Jane-",
        "Jane Roe,",
        "Jane & ",
        "J---R",
        "jane@example.com",
        "www.example.com",
        "example.com",
        "Jane Roe example.COM",
        "bit.ly/abc now",
        "http://example.com",
        "https: //x",
        "Jane/ Roe",
        "Jane // Roe",
        "<b>Jane</b>",
        "Jane; DROP TABLE x",
        "{name}",
        "Jane_Roe",
        "#jane",
        "$jane",
        "Jane?",
        "Jane!",
        "\"Jane\"",
        "Jane (Roe)",
        "Jane Roe 😀",
        "👩‍🚀",
        "🅰 Roe",
        "Ⓙⓐⓝⓔ",
        "Jane\0Roe",
        "\u{1b}[31mJane",
        "Jane\u{7}",
        "\u{301}Jane",
        "\u{301}",
        "J\u{30a}\u{30a}\u{30a}\u{30a}\u{30a}\u{30a}ane",
        "½",
        "Jane \u{e000}",
        "Jane \u{fffd}",
    ] {
        assert_eq!(parsed(input), Err(NameRejection::NotAName), "{input:?}");
    }
}

#[test]
fn a_name_has_at_most_255_characters() {
    let longest = "é".repeat(255);
    assert_eq!(parsed(&longest), Ok(longest.clone()));
    assert_eq!(parsed(&"é".repeat(256)), Err(NameRejection::TooLong));
    assert_eq!(parsed(&format!("{longest}   ")), Ok(longest));
    assert_eq!(parsed(&"jane ".repeat(100_000)), Err(NameRejection::TooLong));
    assert_eq!(parsed(&"e\u{301}".repeat(255)), Ok("é".repeat(255)), "what counts is what is kept");
}

#[test]
fn its_debug_text_shows_nothing() {
    assert_eq!(format!("{:?}", Name::parse("Jane Roe")), "Ok(Name(…))");
}

#[test]
fn reasons_have_names_on_the_wire() {
    let reasons = [NameRejection::Empty, NameRejection::LooksLikeCard, NameRejection::NotAName, NameRejection::TooLong];
    assert_eq!(reasons.map(NameRejection::wire), ["empty", "looks_like_card", "not_a_name", "too_long"]);
}
