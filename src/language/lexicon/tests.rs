//! How lexicons are read, and how phrases are found.

use super::*;

fn phrases(lexicon: &Lexicon, section: &str) -> Vec<String> {
    lexicon.section(section).iter().map(|entry| entry.phrase.clone()).collect()
}

#[test]
fn a_line_is_a_phrase_with_or_without_a_value() {
    let lexicon = Lexicon::parse("# months\n[months]\ndiciembre = 12\n\nmayo\n");
    let expected =
        [Entry { phrase: "diciembre".into(), value: Some("12") }, Entry { phrase: "mayo".into(), value: None }];
    assert_eq!(lexicon.section("months"), expected);
    assert_eq!(lexicon.section("days"), []);
}

#[test]
fn patterns_stand_for_every_phrase_they_can_make() {
    let lexicon = Lexicon::parse("[who]\nmum\ndad\n[what]\n(please) <send|give (me)> it\nof my {who}\n");
    let expected = [
        "please send it",
        "please give me it",
        "please give it",
        "send it",
        "give me it",
        "give it",
        "of my mum",
        "of my dad",
    ];
    assert_eq!(phrases(&lexicon, "what"), expected);
}

#[test]
fn lines_that_cannot_be_read_are_named() {
    let lexicon = Lexicon::parse("lost\n[a]\nopen (bracket\n{nothing}\nfine\n");
    assert_eq!(lexicon.faults().len(), 3, "{:?}", lexicon.faults());
    assert_eq!(phrases(&lexicon, "a"), ["fine"]);
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
