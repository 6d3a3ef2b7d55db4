//! A language's lexicon, made ready to be matched.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::currencies::CurrencyNames;
use super::meaning::{About, Meaning};
use super::part::Part;
use super::vocabulary::{Traits, Vocabulary};
use crate::dialogue::{Field, Language};
use crate::language::automaton::{Automaton, Builder, FIRST_CLASS, GAP, Place, Places, Symbol};
use crate::packs::Pack;
use crate::packs::{Grammar, Pattern, Rule};

/// A language, ready.
pub struct Book {
    /// Which language it is.
    pub language: Language,
    /// Its words.
    pub words: Vocabulary,
    /// The phrases that stand for one place in others.
    pub(super) classes: Automaton<(Symbol, About)>,
    /// The phrases with a meaning.
    pub(super) phrases: Automaton<Said>,
    /// The parts of which a message is made that is a command as a whole.
    pub(super) parts: Automaton<Part>,
    /// How it names currencies.
    pub(super) money: CurrencyNames,
    /// What is wrong with the files.
    #[cfg(test)]
    pub faults: Vec<String>,
}

/// What a phrase means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Said {
    pub meaning: Meaning,
    pub about: About,
    pub alone: bool,
}

/// The sections of the lexicon that may stand beside a command, as if they were not there.
const SOCIAL: [(&str, Part); 4] =
    [("thanks", Part::Social), ("greeting", Part::Greeting), ("farewell", Part::Farewell), ("trimmings", Part::Polite)];

/// The sections that say something of single words.
const TRAITS: [(&str, Traits); 12] = [
    ("filler", Traits::FILLER),
    ("polite", Traits::POLITE),
    ("heard", Traits::POLITE),
    ("trimmings", Traits::POLITE),
    ("and", Traits::POLITE),
    ("negators", Traits::NEGATOR),
    ("conditions", Traits::CONDITION),
    ("askers", Traits::ASKER),
    ("later", Traits::LATER),
    ("against", Traits::AGAINST),
    ("against within", Traits::AGAINST_WITHIN),
    ("tells nothing", Traits::SHARED),
];

/// The class of any field, and that of each.
const FIELD: Symbol = FIRST_CLASS;

/// What the review shows, in the words of a command.
const REVIEWED: [&str; 6] =
    ["reviewed-amount", "reviewed-brand", "reviewed-four", "reviewed-date", "reviewed-payee", "reviewed-number"];
/// The amount that the review shows.
pub const REVIEWED_AMOUNT: Symbol = FIRST_CLASS + 5;
/// The brand of the card that it shows.
pub const REVIEWED_BRAND: Symbol = FIRST_CLASS + 6;
/// That card's last four digits.
pub const REVIEWED_FOUR: Symbol = FIRST_CLASS + 7;
/// When it expires.
pub const REVIEWED_DATE: Symbol = FIRST_CLASS + 8;
/// Who is paid.
pub const REVIEWED_PAYEE: Symbol = FIRST_CLASS + 9;
/// What is paid for, or the number of it.
pub const REVIEWED_NUMBER: Symbol = FIRST_CLASS + 10;

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

/// The book of a language.
pub fn book(language: Language) -> &'static Book {
    static BOOKS: LazyLock<Vec<Book>> = LazyLock::new(books);
    &BOOKS[language as usize]
}

/// The book of every language, read anew.
pub fn books() -> Vec<Book> {
    let mut books: Vec<Book> =
        Language::ALL.into_iter().map(|language| Book::read(language, language.pack())).collect();
    mark_own_words(&mut books);
    books
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
    pub fn read(language: Language, pack: &'static Pack) -> Self {
        let (grammar, commands) = (Grammar::read(pack.intents), Grammar::read(pack.commands));
        let mut maker = Maker {
            classes: classes(&grammar),
            words: Vocabulary::new(),
            places: Places::default(),
            sections: FxHashMap::default(),
            faults: [grammar.faults(), commands.faults()].concat(),
            grammar: &grammar,
            commands: &commands,
        };
        maker.words.common(pack.words);
        maker.read_words();
        maker.guard();
        let parts = maker.parts();
        maker.words.keep_for_a_yes(|word| {
            let state = parts.step(Automaton::<Part>::START, word);
            state.is_none_or(|state| parts.accepts(state).iter().all(|part| part.leaves_a_yes()))
        });
        let money = maker.money();
        let classes = maker.read_classes();
        let phrases = maker.phrases();
        maker.read_traits();
        Self {
            language,
            words: maker.words,
            classes,
            phrases,
            parts,
            money,
            #[cfg(test)]
            faults: maker.faults,
        }
    }
}

/// The names of the classes, in the order of their symbols.
fn classes<'a>(grammar: &Grammar<'a>) -> Vec<&'a str> {
    let mut classes = vec!["field", "name", "card", "expiry", "cvv"];
    classes.extend(REVIEWED);
    for name in grammar.rules().iter().filter_map(|rule| rule.section.strip_prefix('@')) {
        if !classes.contains(&name) {
            classes.push(name);
        }
    }
    classes
}

/// A book in the making.
struct Maker<'a> {
    grammar: &'a Grammar<'a>,
    commands: &'a Grammar<'a>,
    classes: Vec<&'a str>,
    words: Vocabulary,
    places: Places,
    /// What a section stands for in the commands or beside them, with its words as keywords or not.
    sections: FxHashMap<(&'a str, bool, bool), Place>,
    faults: Vec<String>,
}

impl<'a> Maker<'a> {
    /// Every phrase of a section that is listed: its words, each by itself.
    fn listed(&mut self, grammar: &Grammar<'a>, section: &str) -> Vec<Vec<String>> {
        let mut listed = Vec::new();
        for rule in grammar.section(section) {
            match grammar.phrases(&rule.pattern) {
                Ok(phrases) => {
                    listed.extend(phrases.iter().map(|p| p.split_ascii_whitespace().map(str::to_owned).collect()));
                }
                Err(fault) => self.faults.push(format!("\"{}\" {fault}", rule.written)),
            }
        }
        listed
    }

    /// Short forms, and words that are known before any phrase is read: those are never made keywords by chance.
    fn read_words(&mut self) {
        for word in self.listed(self.grammar, "accents").into_iter().flatten() {
            self.words.accented(&word);
        }
        for rule in self.grammar.section("same") {
            let mut words = Vec::new();
            for word in rule.value.unwrap_or_default().split_whitespace() {
                match self.words.symbol(word, false) {
                    Some(symbol) => words.push(symbol),
                    None => words.extend_from_slice(self.words.several(word)),
                }
            }
            for short in self.grammar.phrases(&rule.pattern).unwrap_or_default() {
                self.words.same(&short, words.clone());
            }
        }
        for rule in self.grammar.section("sounds") {
            for letters in self.grammar.phrases(&rule.pattern).unwrap_or_default() {
                self.words.sound(&letters, rule.value.unwrap_or_default());
            }
        }
        for section in ["words", "tells nothing"] {
            for word in self.listed(self.grammar, section).into_iter().flatten() {
                self.words.symbol(&word, false);
            }
        }
    }

    fn parts(&mut self) -> Automaton<Part> {
        let mut parts = Builder::new();
        for (section, part, _) in Part::SECTIONS {
            for rule in self.commands.section(section) {
                let part = match (part, self.about(rule).field()) {
                    (Part::Change(None), field) => Part::Change(field),
                    (part, _) => part,
                };
                let place = self.place(self.commands, &rule.pattern, false);
                parts.insert(&self.places, place, part);
            }
        }
        for (section, part) in SOCIAL {
            for rule in self.grammar.section(section) {
                let place = self.place(self.grammar, &rule.pattern, false);
                parts.insert(&self.places, place, part);
            }
        }
        for rule in self.grammar.section("done") {
            let place = self.place(self.grammar, &rule.pattern, false);
            parts.insert(&self.places, place, Part::Done);
        }
        parts.build(&self.places)
    }

    /// Guards the words of a yes, each once.
    fn guard(&mut self) {
        let (mut words, mut seen) = (BTreeSet::new(), BTreeSet::new());
        let consents = |(_, part, meaning): &(&str, Part, Option<Meaning>)| {
            part.is_consent() && *meaning != Some(Meaning::Nothing)
        };
        for (section, ..) in Part::SECTIONS.into_iter().filter(consents) {
            self.commands.section(section).for_each(|rule| self.words_of(&rule.pattern, &mut seen, &mut words));
        }
        for word in words {
            self.words.guard(&word);
        }
    }

    fn money(&mut self) -> CurrencyNames {
        let mut names = CurrencyNames::default();
        for rule in self.grammar.section("currencies") {
            let phrases = self.grammar.phrases(&rule.pattern).unwrap_or_default();
            for name in phrases {
                names.add(&name, rule.value.unwrap_or_default());
            }
        }
        let mut listed = |section| self.listed(self.grammar, section).into_iter().flatten().map(Into::into).collect();
        names.parts(listed("amount joins"), listed("small money"));
        names
    }

    /// The words of a pattern, with those of each section that was not `seen` yet.
    fn words_of(&self, pattern: &Pattern<'a>, seen: &mut BTreeSet<&'a str>, words: &mut BTreeSet<String>) {
        match pattern {
            Pattern::Word(word) => {
                words.insert(word.clone().into_owned());
            }
            Pattern::Section(name) if seen.insert(name) => {
                self.commands.section(name).for_each(|rule| self.words_of(&rule.pattern, seen, words));
            }
            Pattern::All(parts) | Pattern::Any(parts) => parts.iter().for_each(|part| self.words_of(part, seen, words)),
            Pattern::Maybe(part) | Pattern::Many(part) => self.words_of(part, seen, words),
            Pattern::Section(_) | Pattern::Class(_) | Pattern::Gap => {}
        }
    }

    fn read_classes(&mut self) -> Automaton<(Symbol, About)> {
        let mut classes = Builder::new();
        for (class, name) in (FIRST_CLASS..).zip(self.classes.clone()) {
            for rule in self.grammar.section(&format!("@{name}")) {
                let about = self.about(rule);
                let place = self.place(self.grammar, &rule.pattern, true);
                classes.insert(&self.places, place, (class, about));
                if let (FIELD, Some(field)) = (class, about.field()) {
                    classes.insert(&self.places, place, (field_class(field), about));
                }
            }
        }
        classes.build(&self.places)
    }

    fn phrases(&mut self) -> Automaton<Said> {
        let mut phrases = Builder::new();
        for (section, meaning, alone) in Meaning::SECTIONS {
            // A yes is matched as it is written, and the short words of a no are too near to others.
            let keywords = !meaning.is_answer() && meaning != Meaning::Polite;
            for rule in self.grammar.section(section) {
                let about = self.about(rule);
                let place = self.place(self.grammar, &rule.pattern, keywords);
                phrases.insert(&self.places, place, Said { meaning, about, alone });
            }
            for section in Part::SECTIONS.into_iter().filter(|part| part.2 == Some(meaning) && !alone) {
                for rule in self.commands.section(section.0) {
                    let about = self.about(rule);
                    let place = self.place(self.commands, &rule.pattern, keywords);
                    phrases.insert(&self.places, place, Said { meaning, about, alone });
                }
            }
        }
        phrases.build(&self.places)
    }

    fn read_traits(&mut self) {
        for (section, traits) in TRAITS {
            let commands = self.listed(self.commands, section);
            for words in self.listed(self.grammar, section).into_iter().chain(commands) {
                // A phrase of several words says nothing of each of them, but where words are only listed.
                if words.len() > 1 && traits != Traits::SHARED {
                    continue;
                }
                for word in words {
                    if let Some(symbol) = self.words.symbol(&word, false) {
                        self.words.add_trait(symbol, traits);
                    }
                    if traits == Traits::NEGATOR {
                        self.words.negate(&word);
                    }
                    if traits.any(Traits::AGAINST.with(Traits::NEGATOR).with(Traits::CONDITION)) {
                        self.words.keep_apart(&word);
                    }
                }
            }
        }
        self.words.negate_short_forms();
    }

    fn place(&mut self, grammar: &'a Grammar<'a>, pattern: &Pattern<'a>, keywords: bool) -> Place {
        match pattern {
            Pattern::Gap => self.places.one(GAP),
            Pattern::Class(name) => {
                let class = (FIRST_CLASS..).zip(&self.classes).find(|(_, class)| *class == name);
                if let Some((symbol, _)) = class {
                    return self.places.one(symbol);
                }
                self.faults.push(format!("no section [@{name}]"));
                self.places.any(&[])
            }
            Pattern::Word(word) => {
                if let Some(symbol) = self.words.symbol(word, keywords) {
                    return self.places.one(symbol);
                }
                let parts: Vec<Place> = self.words.several(word).iter().map(|&part| self.places.one(part)).collect();
                self.places.all(&parts)
            }
            Pattern::Section(name) => {
                let key = (*name, std::ptr::eq(grammar, self.commands), keywords);
                if let Some(&place) = self.sections.get(&key) {
                    return place;
                }
                let ways: Vec<Place> =
                    grammar.section(name).map(|rule| self.place(grammar, &rule.pattern, keywords)).collect();
                let place = self.places.any(&ways);
                self.sections.insert(key, place);
                place
            }
            Pattern::All(parts) => {
                let parts: Vec<Place> = parts.iter().map(|part| self.place(grammar, part, keywords)).collect();
                self.places.all(&parts)
            }
            Pattern::Any(ways) => {
                let ways: Vec<Place> = ways.iter().map(|way| self.place(grammar, way, keywords)).collect();
                self.places.any(&ways)
            }
            Pattern::Maybe(part) => {
                let part = self.place(grammar, part, keywords);
                self.places.maybe(part)
            }
            Pattern::Many(part) => {
                let part = self.place(grammar, part, keywords);
                self.places.many(part)
            }
        }
    }

    fn about(&mut self, rule: &Rule<'_>) -> About {
        match rule.value {
            None => About::Open,
            Some(value) => About::read(value).unwrap_or_else(|| {
                self.faults.push(format!("what \"{}\" is about: {value}", rule.written));
                About::Open
            }),
        }
    }
}
