//! A language's lexicon, made ready to be matched.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::meaning::{About, Meaning};
use super::phrase::{Line, Patterns, Piece, lines, written_out};
use super::trie::{FIRST_CLASS, GAP, Place, Symbol, Trie};
use super::vocabulary::{Traits, Vocabulary};
use crate::dialogue::{Field, Language};
use crate::language::lexicon::Lexicon;

/// A language, ready.
pub struct Book {
    /// Its words.
    pub words: Vocabulary,
    /// The phrases that stand for one place in others.
    pub(super) classes: Trie<(Symbol, About)>,
    /// The phrases with a meaning.
    pub(super) phrases: Trie<Said>,
    /// The forms of which a plain yes or no is made, nothing else beside it.
    pub(super) plain: Trie<Plain>,
    /// What is wrong with the file.
    pub faults: Vec<String>,
}

/// What a phrase means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Said {
    pub meaning: Meaning,
    pub about: About,
    pub alone: bool,
}

/// A part of a message that is a plain yes or no as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Plain {
    /// A yes, which may stand beside others.
    Yes,
    /// A yes that must be the only one.
    YesAlone,
    /// A no.
    No,
    /// "That is done", of what the bank asked for.
    Done,
    /// Politeness, which changes nothing.
    Polite,
}

/// The sections of which a plain answer is made.
const PLAIN: [(&str, Plain); 7] = [
    ("yes", Plain::Yes),
    ("yes alone", Plain::YesAlone),
    ("deny", Plain::No),
    ("done", Plain::Done),
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
pub const fn field_class(field: Field) -> Symbol {
    match field {
        Field::Name => FIELD + 1,
        Field::Card => FIELD + 2,
        Field::Expiry => FIELD + 3,
        Field::Cvv => FIELD + 4,
    }
}

/// Whether a class is that of any field.
pub const fn is_field(class: Symbol) -> bool {
    class == FIELD
}

/// The text of a language's lexicon.
pub const fn source(language: Language) -> &'static str {
    match language {
        Language::En => include_str!("../../../prompts/en/intents.lex"),
        Language::Es => include_str!("../../../prompts/es/intents.lex"),
    }
}

/// The lexicon of a language, written out: slow, for lists only.
pub fn lexicon(language: Language) -> Lexicon {
    Lexicon::parse(source(language))
}

/// The book of a language.
pub fn book(language: Language) -> &'static Book {
    static BOOKS: LazyLock<Vec<Book>> = LazyLock::new(|| {
        let mut books: Vec<Book> = Language::ALL.into_iter().map(|language| Book::read(source(language))).collect();
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

/// How many nodes the tree of phrases of a usual lexicon has, about.
const NODES: usize = 14_000;

impl Book {
    /// Makes a lexicon ready.
    pub fn read(source: &str) -> Self {
        let lines = lines(source);
        let mut sections: HashMap<&str, Vec<Line<'_>>> = HashMap::new();
        for line in &lines {
            sections.entry(line.section).or_default().push(*line);
        }
        let patterns = Patterns { lines: &lines };
        let mut maker = Maker { patterns, sections, classes: classes(&lines), book: Self::empty() };
        maker.read_words();
        maker.read_plain();
        maker.read_classes();
        maker.read_phrases();
        maker.read_traits();
        maker.book
    }

    fn empty() -> Self {
        Self {
            words: Vocabulary::new(),
            classes: Trie::with_capacity(NODES / 16),
            phrases: Trie::with_capacity(NODES),
            plain: Trie::with_capacity(NODES / 8),
            faults: Vec::new(),
        }
    }
}

/// The names of the classes, in the order of their symbols.
fn classes<'a>(lines: &[Line<'a>]) -> Vec<&'a str> {
    let mut classes = vec!["field", "name", "card", "expiry", "cvv"];
    for name in lines.iter().filter_map(|line| line.section.strip_prefix('@')) {
        if !classes.contains(&name) {
            classes.push(name);
        }
    }
    classes
}

/// A book in the making.
struct Maker<'a> {
    patterns: Patterns<'a>,
    sections: HashMap<&'a str, Vec<Line<'a>>>,
    classes: Vec<&'a str>,
    book: Book,
}

impl<'a> Maker<'a> {
    fn lines(&self, section: &str) -> impl Iterator<Item = Line<'a>> + use<'a> {
        self.sections.get(section).cloned().unwrap_or_default().into_iter()
    }

    /// Short forms, and words that are known before any phrase is read: those are never made keywords by chance.
    fn read_words(&mut self) {
        for Line { phrase, .. } in self.lines("accents") {
            self.book.words.accented(phrase);
        }
        for Line { phrase, value, .. } in self.lines("same") {
            let mut words = Vec::new();
            for word in value.unwrap_or_default().split_whitespace() {
                self.book.words.symbols(word, false, &mut words);
            }
            for short in written_out(&self.patterns.pieces(phrase)).concat() {
                self.book.words.same(short, words.clone());
            }
        }
        for section in ["words", "tells nothing"] {
            for word in self.lines(section).flat_map(|line| line.phrase.split_whitespace()) {
                self.book.words.symbols(word, false, &mut Vec::new());
            }
        }
    }

    fn read_plain(&mut self) {
        for (section, meaning) in PLAIN {
            for Line { phrase, .. } in self.lines(section) {
                let places = self.places(&self.patterns.pieces(phrase), false);
                self.book.plain.insert(&places, meaning);
            }
        }
    }

    fn read_classes(&mut self) {
        for (class, name) in (FIRST_CLASS..).zip(self.classes.clone()) {
            for line in self.lines(&format!("@{name}")) {
                let about = self.about(line);
                let places = self.places(&self.patterns.pieces(line.phrase), true);
                self.book.classes.insert(&places, (class, about));
                if let (FIELD, Some(field)) = (class, about.field()) {
                    self.book.classes.insert(&places, (field_class(field), about));
                }
            }
        }
    }

    fn read_phrases(&mut self) {
        for (section, meaning, alone) in Meaning::SECTIONS {
            // A yes is matched as it is written, and the short words of a no are too near to others.
            let keywords = !meaning.is_answer() && meaning != Meaning::Polite;
            for line in self.lines(section) {
                let about = self.about(line);
                let places = self.places(&self.patterns.pieces(line.phrase), keywords);
                self.book.phrases.insert(&places, Said { meaning, about, alone });
            }
        }
    }

    fn read_traits(&mut self) {
        for (section, traits) in TRAITS {
            for Line { phrase, .. } in self.lines(section) {
                for words in written_out(&self.patterns.pieces(phrase)) {
                    // A phrase of several words says nothing of each of them, but where words are only listed.
                    if words.len() > 1 && traits != Traits::SHARED {
                        continue;
                    }
                    for word in words {
                        if let Some(symbol) = self.book.words.intern(word) {
                            self.book.words.add_trait(symbol, traits);
                        }
                    }
                }
            }
        }
    }

    fn places(&mut self, pieces: &[Piece<'_>], keywords: bool) -> Vec<Place> {
        let mut places = Vec::with_capacity(pieces.len());
        for piece in pieces {
            match piece {
                Piece::Gap => places.push(Place::One(GAP)),
                Piece::Class(name) => match (FIRST_CLASS..).zip(&self.classes).find(|(_, class)| *class == name) {
                    Some((symbol, _)) => places.push(Place::One(symbol)),
                    None => self.book.faults.push(format!("no section [@{name}]")),
                },
                Piece::Word(word) => {
                    let mut symbols = Vec::with_capacity(1);
                    self.book.words.symbols(word, keywords, &mut symbols);
                    places.extend(symbols.into_iter().map(Place::One));
                }
                Piece::Choice(ways, left) => {
                    let ways = ways.iter().map(|way| self.places(way, keywords)).collect();
                    places.push(Place::Choice(ways, *left));
                }
            }
        }
        places
    }

    fn about(&mut self, line: Line<'_>) -> About {
        match line.value {
            None => About::Open,
            Some(value) => About::read(value).unwrap_or_else(|| {
                self.book.faults.push(format!("what \"{}\" is about: {value}", line.phrase));
                About::Open
            }),
        }
    }
}
