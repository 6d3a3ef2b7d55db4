//! A language's lexicon, made ready to be matched.

use std::sync::LazyLock;

use super::meaning::{About, Meaning};
use super::phrase::{Piece, pieces};
use super::trie::{FIRST_CLASS, GAP, Symbol, Trie};
use super::vocabulary::{Traits, Vocabulary};
use crate::dialogue::{Field, Language};
use crate::language::lexicon::{Entry, Lexicon};

/// A language, ready.
pub(super) struct Book {
    /// Its words.
    pub words: Vocabulary,
    /// The phrases that stand for one place in others.
    pub classes: Trie<(Symbol, About)>,
    /// The phrases with a meaning.
    pub phrases: Trie<Said>,
    /// The forms of which a plain yes or no is made, nothing else beside it.
    pub plain: Trie<Plain>,
    /// What is wrong with the file.
    pub faults: Vec<String>,
}

/// What a phrase means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Said {
    pub meaning: Meaning,
    pub about: About,
    pub alone: bool,
}

/// A part of a message that is a plain yes or no as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Plain {
    /// A yes, which may stand beside others.
    Yes,
    /// A yes that must be the only one.
    YesAlone,
    /// A no.
    No,
    /// Politeness, which changes nothing.
    Polite,
}

/// The sections of which a plain answer is made.
const PLAIN: [(&str, Plain); 6] = [
    ("yes", Plain::Yes),
    ("yes alone", Plain::YesAlone),
    ("deny", Plain::No),
    ("polite", Plain::Polite),
    ("thanks", Plain::Polite),
    ("greeting", Plain::Polite),
];

/// The sections that say something of single words.
const TRAITS: [(&str, Traits); 7] = [
    ("filler", Traits::FILLER),
    ("polite", Traits::POLITE),
    ("negators", Traits::NEGATOR),
    ("conditions", Traits::CONDITION),
    ("askers", Traits::ASKER),
    ("later", Traits::LATER),
    ("tells nothing", Traits::SHARED),
];

/// The class of any field, and that of each.
const FIELD: Symbol = FIRST_CLASS;

/// The symbol of the phrases about one field.
pub(super) const fn field_class(field: Field) -> Symbol {
    match field {
        Field::Name => FIELD + 1,
        Field::Card => FIELD + 2,
        Field::Expiry => FIELD + 3,
        Field::Cvv => FIELD + 4,
    }
}

/// Whether a class is that of any field.
pub(super) const fn is_field(class: Symbol) -> bool {
    class == FIELD
}

/// The text of a language's lexicon.
pub(super) const fn source(language: Language) -> &'static str {
    match language {
        Language::En => include_str!("../../../prompts/en/intents.lex"),
        Language::Es => include_str!("../../../prompts/es/intents.lex"),
    }
}

/// The lexicon of a language, as its file has it.
pub(super) fn lexicon(language: Language) -> Lexicon {
    Lexicon::parse(source(language))
}

/// The book of a language.
pub(super) fn book(language: Language) -> &'static Book {
    static BOOKS: LazyLock<Vec<Book>> = LazyLock::new(|| {
        let mut books: Vec<Book> = Language::ALL.into_iter().map(|language| Book::read(&lexicon(language))).collect();
        mark_own_words(&mut books);
        books
    });
    &BOOKS[language as usize]
}

/// Marks the words that one language has and no other.
fn mark_own_words(books: &mut [Book]) {
    for index in 0..books.len() {
        let others = || books.iter().enumerate().filter(|&(other, _)| other != index).map(|(_, book)| book);
        let own: Vec<Symbol> = books[index]
            .words
            .words()
            .filter(|&(word, symbol)| {
                !books[index].words.traits(symbol).any(Traits::SHARED)
                    && others().all(|other| other.words.exact(word, word).is_none())
            })
            .map(|(_, symbol)| symbol)
            .collect();
        for symbol in own {
            books[index].words.add_trait(symbol, Traits::OWN);
        }
    }
}

impl Book {
    /// Makes a lexicon ready.
    pub(super) fn read(lexicon: &Lexicon) -> Self {
        let mut book = Self {
            words: Vocabulary::new(),
            classes: Trie::new(),
            phrases: Trie::new(),
            plain: Trie::new(),
            faults: lexicon.faults().to_vec(),
        };
        for entry in lexicon.section("accents") {
            book.words.accented(&entry.phrase);
        }
        for Entry { phrase, value } in lexicon.section("same") {
            let words = book.words.phrase(value.unwrap_or_default(), false);
            book.words.same(phrase, words);
        }
        // Known words come early: one that is listed is never taken for a misspelt keyword.
        for section in ["words", "tells nothing"] {
            for entry in lexicon.section(section) {
                book.words.phrase(&entry.phrase, false);
            }
        }
        book.read_plain(lexicon);
        let classes = book.read_classes(lexicon);
        book.read_phrases(lexicon, &classes);
        book.read_words(lexicon);
        book
    }

    fn read_plain(&mut self, lexicon: &Lexicon) {
        for (section, meaning) in PLAIN {
            for Entry { phrase, .. } in lexicon.section(section) {
                let symbols = self.words.phrase(phrase, false);
                self.plain.insert(&symbols, meaning);
            }
        }
    }

    fn read_classes(&mut self, lexicon: &Lexicon) -> Vec<&'static str> {
        let mut classes = vec!["field", "name", "card", "expiry", "cvv"];
        let mut names: Vec<&'static str> = lexicon.sections().filter_map(|name| name.strip_prefix('@')).collect();
        names.sort_unstable();
        classes.extend(names.into_iter().filter(|&name| name != "field"));
        for (class, name) in (FIRST_CLASS..).zip(&classes) {
            for entry in lexicon.section(&format!("@{name}")) {
                let about = self.about(entry);
                let symbols = self.words.phrase(&entry.phrase, true);
                self.classes.insert(&symbols, (class, about));
                if let (FIELD, Some(field)) = (class, about.field()) {
                    self.classes.insert(&symbols, (field_class(field), about));
                }
            }
        }
        classes
    }

    fn read_phrases(&mut self, lexicon: &Lexicon, classes: &[&str]) {
        for (section, meaning, alone) in Meaning::SECTIONS {
            for entry in lexicon.section(section) {
                let about = self.about(entry);
                match self.symbols(&entry.phrase, meaning, classes) {
                    Some(symbols) => self.phrases.insert(&symbols, Said { meaning, about, alone }),
                    None => self.faults.push(format!("no such class: {}", entry.phrase)),
                }
            }
        }
        for Entry { phrase, .. } in lexicon.section("polite") {
            let symbols = self.words.phrase(phrase, false);
            self.phrases.insert(&symbols, Said { meaning: Meaning::Polite, about: About::Open, alone: false });
        }
    }

    /// The symbols of a phrase; `None` when it names a class that is not there.
    fn symbols(&mut self, phrase: &str, meaning: Meaning, classes: &[&str]) -> Option<Vec<Symbol>> {
        // A yes is matched as it is written, and the short words of a no are too near to others.
        let keywords = !matches!(meaning, Meaning::Yes | Meaning::No);
        let mut symbols = Vec::new();
        for piece in pieces(phrase) {
            match piece {
                Piece::Gap => symbols.push(GAP),
                Piece::Class(name) => symbols.push((FIRST_CLASS..).zip(classes).find(|(_, class)| **class == name)?.0),
                Piece::Word(word) => symbols.extend(self.words.phrase(word, keywords)),
            }
        }
        Some(symbols)
    }

    fn read_words(&mut self, lexicon: &Lexicon) {
        for (section, traits) in TRAITS {
            for Entry { phrase, .. } in lexicon.section(section) {
                let words: Vec<&str> = phrase.split_whitespace().collect();
                // A phrase of several words says nothing of each of them, but where words are only listed.
                if words.len() > 1 && section != "tells nothing" {
                    continue;
                }
                for word in words {
                    if let Some(symbol) = self.words.intern(word) {
                        self.words.add_trait(symbol, traits);
                    }
                }
            }
        }
    }

    fn about(&mut self, entry: &Entry) -> About {
        match entry.value {
            None => About::Open,
            Some(value) => About::read(value).unwrap_or_else(|| {
                self.faults.push(format!("what \"{}\" is about: {value}", entry.phrase));
                About::Open
            }),
        }
    }
}
