//! How the format is read.

use super::Grammar;

fn phrases(source: &str, section: &str) -> Vec<String> {
    let grammar = Grammar::read(source);
    assert_eq!(grammar.faults(), [""; 0]);
    grammar.section(section).flat_map(|rule| grammar.phrases(&rule.pattern).expect("phrases")).collect()
}

#[test]
fn patterns_stand_for_every_phrase_they_can_make() {
    let source = "[who]\nmum\ndad\n[what]\n(please) <send|give (me)> it\nof my {who}\n";
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
    assert_eq!(phrases(source, "what"), expected);
}

#[test]
fn a_word_may_be_made_of_pieces() {
    let source = "[end]\nme\nlo\n[what]\n<cobr|pag>_<a|e>_({end})\n(me) <no_lo|ca_<r|s>_a>\n";
    let made = phrases(source, "what");
    assert_eq!(made.len(), 12 + 6, "{made:?}");
    for word in ["cobra", "cobrame", "pagelo", "me cara", "casa", "no_lo"] {
        assert!(made.iter().any(|phrase| phrase == word), "{word} of {made:?}");
    }
    // A piece is no phrase of several words.
    assert_eq!(Grammar::read("[a]\nre_<do it|do>\n").faults().len(), 1);
}

#[test]
fn lines_that_cannot_be_read_are_named() {
    let source = "lost\n[a]\nopen (bracket\n{nothing}\nfine\nclosed) bracket\n<a|b)\n(all) (optional)\n(<x|y>)+\n{a} b\n[b]\nb ~\n[a]\n{b} c\n";
    let grammar = Grammar::read(source);
    assert_eq!(grammar.faults().len(), 11, "{:?}", grammar.faults());
    assert_eq!(grammar.section("a").map(|rule| rule.written).collect::<Vec<_>>(), ["fine"]);
}
