//! What the automaton accepts.

use super::*;
use crate::packs::{Grammar, Pattern};

/// Words are numbered in the order they are met.
struct Words(Vec<String>);

impl Words {
    fn symbol(&mut self, word: &str) -> Symbol {
        let at = self.0.iter().position(|known| known == word).unwrap_or_else(|| {
            self.0.push(word.to_owned());
            self.0.len() - 1
        });
        FIRST_WORD + Symbol::try_from(at).expect("few words")
    }

    fn place(&mut self, places: &mut Places, grammar: &Grammar<'_>, pattern: &Pattern<'_>) -> Place {
        match pattern {
            Pattern::Word(word) => places.one(self.symbol(word)),
            Pattern::Class(word) => places.one(self.symbol(word)),
            Pattern::Gap => places.one(GAP),
            Pattern::Section(name) => {
                let ways: Vec<Place> =
                    grammar.section(name).map(|rule| self.place(places, grammar, &rule.pattern)).collect();
                places.any(&ways)
            }
            Pattern::All(parts) => {
                let parts: Vec<Place> = parts.iter().map(|part| self.place(places, grammar, part)).collect();
                places.all(&parts)
            }
            Pattern::Any(ways) => {
                let ways: Vec<Place> = ways.iter().map(|way| self.place(places, grammar, way)).collect();
                places.any(&ways)
            }
            Pattern::Maybe(part) => {
                let part = self.place(places, grammar, part);
                places.maybe(part)
            }
            Pattern::Many(part) => {
                let part = self.place(places, grammar, part);
                places.many(part)
            }
        }
    }
}

#[test]
fn the_automaton_accepts_what_the_patterns_stand_for_and_nothing_else() {
    let source = "[polite]\nplease\nthank you\n[yes]\nyes\n<ha>+\n(no) ~ <go|do> (it)+ now\ngo ~\nyes\n";
    let grammar = Grammar::read(source);
    let (mut words, mut places, mut builder) = (Words(Vec::new()), Places::default(), Builder::new());
    for (at, rule) in grammar.section("yes").enumerate() {
        let phrase = words.place(&mut places, &grammar, &rule.pattern);
        builder.insert(&places, phrase, at);
    }
    let automaton = builder.build(&places);
    let mut meant = |text: &str| {
        let mut state = Automaton::<usize>::START;
        for word in text.split_whitespace() {
            state = automaton.step(state, words.symbol(word))?;
        }
        Some(automaton.accepts(state).to_vec())
    };
    assert_eq!(meant("yes"), Some(vec![0, 4]), "in the order they were added");
    assert_eq!(meant("ha ha ha"), Some(vec![1]));
    assert_eq!(meant("no please thank you please go it it now"), Some(vec![2]));
    assert_eq!(meant("do now"), Some(vec![2]));
    assert_eq!(meant("go please"), Some(vec![3]));
    assert_eq!(meant("go"), Some(vec![3]));
    assert_eq!(meant("no"), Some(vec![]), "the beginning of a phrase is none");
    assert_eq!(meant("yes yes"), None);
    assert_eq!(meant("ha go"), None);
}

#[test]
fn parts_are_added_up_and_not_multiplied() {
    let of = |letter: char| (0..30).map(|n| format!("{letter}{n}")).collect::<Vec<_>>().join("|");
    let source = format!("[all]\n<{}> (<{}>) <{}>\n", of('a'), of('b'), of('c'));
    let grammar = Grammar::read(&source);
    let (mut words, mut places, mut builder) = (Words(Vec::new()), Places::default(), Builder::new());
    let phrase = words.place(&mut places, &grammar, &grammar.rules()[0].pattern);
    builder.insert(&places, phrase, ());
    assert_eq!(builder.build(&places).states(), 4);
}
