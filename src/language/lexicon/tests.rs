//! How lexicons are read, and how phrases are found.

use super::*;

#[test]
fn a_line_is_a_phrase_with_or_without_a_value() {
    let lexicon = Lexicon::parse("# months\n[months]\ndiciembre = 12\n\nmayo\n");
    let expected =
        [Entry { phrase: "diciembre".into(), value: Some("12") }, Entry { phrase: "mayo".into(), value: None }];
    assert_eq!(lexicon.section("months"), expected);
    assert_eq!(lexicon.section("days"), []);
}

#[test]
fn the_longest_phrase_is_found_whatever_its_case_accents_and_apostrophes() {
    let mut found = Phrases::default();
    found.add("código", 1);
    found.add("código de seguridad", 2);
    found.add("it's", 3);
    assert_eq!(found.longest(&tokens("CODIGO de Seguridad 123")), Some((3, 2)));
    assert_eq!(found.longest(&tokens("código de barras")), Some((1, 1)));
    assert_eq!(found.longest(&tokens("It’s")), Some((1, 3)));
    assert_eq!(found.longest(&tokens("de")), None);
}
