//! The words of a lexicon, and how a written word is found among them.

use std::borrow::Cow;
use std::hash::{Hash as _, Hasher as _};

use rustc_hash::{FxHashMap, FxHashSet, FxHasher};

use super::spelling::{Letters, Slips, Spelling, is_slip};
use crate::card::Wiped;
use crate::language::automaton::{FIRST_WORD, Symbol, UNKNOWN};
use crate::language::text::plain;

/// What is known of a word by itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Traits(u16);

impl Traits {
    /// May stand anywhere inside a phrase ("the", "please", "really").
    pub const FILLER: Self = Self(1);
    /// Changes nothing of what it stands beside ("please", "sir").
    pub const POLITE: Self = Self(2);
    /// Turns what follows into its opposite ("not", "never").
    pub const NEGATOR: Self = Self(4);
    /// Makes what follows depend on something ("if", "unless").
    pub const CONDITION: Self = Self(8);
    /// Makes a question of what follows ("how", "when").
    pub const ASKER: Self = Self(16);
    /// Puts off what stands before it ("later").
    pub const LATER: Self = Self(32);
    /// Tells nothing of the language of a message: it is a name, or used in other languages too.
    pub const SHARED: Self = Self(64);
    /// Belongs to this language and to no other that is spoken here.
    pub const OWN: Self = Self(128);
    /// Takes away from a yes that stands anywhere beside it ("but", "other", "instead").
    pub const AGAINST: Self = Self(256);
    /// Takes away from a yes in its own part of a message, and from none that another part is by itself.
    pub const AGAINST_WITHIN: Self = Self(512);

    /// Whether one of `others` is among these.
    pub const fn any(self, others: Self) -> bool {
        self.0 & others.0 != 0
    }

    /// These and `others`.
    pub const fn with(self, others: Self) -> Self {
        Self(self.0 | others.0)
    }
}

/// A written word, found.
pub enum Found<'a> {
    /// It is this word.
    Exact(Symbol),
    /// It is a short form of several ("wanna").
    Several(&'a [Symbol]),
    /// It is this word with letters drawn out.
    DrawnOut(Symbol),
    /// It is this word with accents that it does not have.
    Accented(Symbol),
    /// It was meant to be this word.
    Misspelt(Symbol),
    /// No phrase has it, and one slip of the keys may have made it of one of these words of a yes.
    Slipped(Slips),
    /// No phrase has it, and one slip of the keys may have made it of a "not".
    Negates,
    /// No phrase has it.
    Unknown,
}

/// How long a common word is, with the space after it.
const LETTERS: usize = 7;

/// Every word of a lexicon.
pub struct Vocabulary {
    written: FxHashMap<Box<str>, Meant>,
    traits: Vec<Traits>,
    spelling: Spelling,
    /// The words of a yes: what is within one edit of them is never taken for anything else.
    consent: Spelling,
    /// Words that take away from a yes: what is one slip of the keys from one of these is no word of a yes.
    against: Spelling,
    /// Words that negate, by their letters.
    negators: Vec<Box<[char]>>,
    /// Common words of the language, as the hashes of their letters without accents: they are no misspellings.
    common: FxHashSet<u64>,
    /// Which words are in the index of spellings.
    keywords: Vec<bool>,
    /// The words that have accents, with them.
    with_accents: FxHashSet<Box<str>>,
    /// Words whose accents tell them from others ("sí").
    accented: Vec<Box<str>>,
}

enum Meant {
    One(Symbol),
    Several(Box<[Symbol]>),
}

impl Vocabulary {
    pub fn new() -> Self {
        let traits = vec![Traits::default(); usize::from(FIRST_WORD)];
        Self {
            written: FxHashMap::default(),
            traits,
            spelling: Spelling::forgiving(),
            consent: Spelling::near(),
            against: Spelling::near(),
            negators: Vec::new(),
            common: FxHashSet::default(),
            keywords: Vec::new(),
            with_accents: FxHashSet::default(),
            accented: Vec::new(),
        }
    }

    /// Has the accents of `word` tell it from others from now on.
    pub fn accented(&mut self, word: &str) {
        self.accented.push(word.into());
    }

    /// The symbol of a word of the lexicon, a new one if need be; `None` if it is short for [several](Self::several). A
    /// keyword is recognised when it is misspelt.
    pub fn symbol(&mut self, word: &str, keyword: bool) -> Option<Symbol> {
        let spelled = self.spelled(word);
        if *spelled != *word && !self.with_accents.contains(word) {
            self.with_accents.insert(word.into());
        }
        let symbol = match self.written.get(&*spelled) {
            Some(Meant::One(symbol)) => *symbol,
            Some(Meant::Several(_)) => return None,
            None => self.fresh(spelled.into_owned()),
        };
        if keyword {
            self.make_keyword(word, symbol);
        }
        Some(symbol)
    }

    /// The words that a short form stands for.
    pub fn several(&self, short: &str) -> &[Symbol] {
        match self.written.get(&*self.spelled(short)) {
            Some(Meant::Several(symbols)) => symbols,
            Some(Meant::One(_)) | None => &[],
        }
    }

    /// Has the words of a list be words of the language.
    pub fn common(&mut self, list: &str) {
        let words = list.lines().filter(|line| !line.starts_with('#')).flat_map(str::split_ascii_whitespace);
        self.common.reserve(list.len() / LETTERS);
        self.common.extend(words.map(|word| hash(&plain(word))));
    }

    /// Has nothing that is within one edit of `word` be taken for anything else.
    pub fn guard(&mut self, word: &str) {
        let symbol = self.symbol(word, false).unwrap_or(UNKNOWN);
        self.consent.add(&plain(word), symbol);
    }

    /// Has nothing that is within one edit of `word` be taken for a word of a yes.
    pub fn keep_apart(&mut self, word: &str) {
        self.against.add(&plain(word), UNKNOWN);
    }

    /// Has what one slip of the keys makes of `word` negate, too.
    pub fn negate(&mut self, word: &str) {
        self.negators.push(plain(word).chars().collect());
    }

    /// Whether one slip of the keys may have made the word of one that negates.
    fn negates(&self, plain: &str) -> bool {
        let Some(letters) = Letters::of(plain).filter(|letters| letters.len() > 2) else { return false };
        let near = |negator: &[char]| negator.len() == letters.len() && is_slip(&letters, negator);
        self.negators.iter().any(|negator| near(negator))
    }

    /// What a word may have been which the language does not have, and which is near a word of a yes.
    fn slipped(&self, plain: &str) -> Found<'_> {
        let slips = self.consent.slips(plain);
        if slips.is_empty() || !self.against.slips(plain).is_empty() { Found::Unknown } else { Found::Slipped(slips) }
    }

    fn make_keyword(&mut self, word: &str, symbol: Symbol) {
        let at = usize::from(symbol);
        if self.keywords.len() <= at {
            self.keywords.resize(at + 1, false);
        }
        if !std::mem::replace(&mut self.keywords[at], true) {
            self.spelling.add(&plain(word), symbol);
        }
    }

    /// Has `short` stand for `words`.
    pub fn same(&mut self, short: &str, words: Vec<Symbol>) {
        let meant = match words[..] {
            [one] => Meant::One(one),
            [..] => Meant::Several(words.into()),
        };
        self.written.insert(plain(short).into_owned().into(), meant);
    }

    fn spelled<'a>(&self, word: &'a str) -> Cow<'a, str> {
        if self.accented.iter().any(|kept| **kept == *word) { Cow::Borrowed(word) } else { plain(word) }
    }

    fn fresh(&mut self, spelled: String) -> Symbol {
        let symbol = Symbol::try_from(self.traits.len()).expect("a lexicon has fewer than 60,000 words");
        self.traits.push(Traits::default());
        self.written.insert(spelled.into(), Meant::One(symbol));
        symbol
    }

    pub fn add_trait(&mut self, word: Symbol, more: Traits) {
        let traits = &mut self.traits[usize::from(word)];
        *traits = traits.with(more);
    }

    pub fn traits(&self, word: Symbol) -> Traits {
        self.traits[usize::from(word)]
    }

    /// Looks a word up: `text` with its accents, `plain` without them.
    pub fn find(&self, text: &str, plain: &str) -> Found<'_> {
        if let Some(found) = self.exact(text, plain) {
            return match found {
                Found::Exact(symbol) if text != plain && !self.has_accents(text) && !is_stressed_early(text) => {
                    Found::Accented(symbol)
                }
                found @ (Found::Exact(_)
                | Found::Several(_)
                | Found::DrawnOut(_)
                | Found::Accented(_)
                | Found::Misspelt(_)
                | Found::Slipped(_)
                | Found::Negates
                | Found::Unknown) => found,
            };
        }
        // A number is written so, or is none of ours.
        if plain.bytes().all(|byte| byte.is_ascii_digit()) {
            return Found::Unknown;
        }
        let drawn_out =
            squeezed(plain).and_then(|[twice, once]| self.exact(&twice, &twice).or_else(|| self.exact(&once, &once)));
        match drawn_out {
            Some(Found::Exact(symbol)) => Found::DrawnOut(symbol),
            Some(found) => found,
            None if self.common.contains(&hash(plain)) => Found::Unknown,
            None if self.negates(plain) => Found::Negates,
            None if self.consent.correct(plain).is_some() => self.slipped(plain),
            None => self.spelling.correct(plain).map_or(Found::Unknown, Found::Misspelt),
        }
    }

    /// Whether the lexicon has `text` with these accents.
    fn has_accents(&self, text: &str) -> bool {
        self.with_accents.contains(text) || self.written.contains_key(text)
    }

    /// Looks a word up as it is written.
    pub fn exact(&self, text: &str, plain: &str) -> Option<Found<'_>> {
        let meant = match self.written.get(text) {
            None if text != plain => self.written.get(plain),
            found => found,
        };
        meant.map(|meant| match meant {
            Meant::One(symbol) => Found::Exact(*symbol),
            Meant::Several(symbols) => Found::Several(symbols),
        })
    }

    /// The words as written that stand for one symbol, with it.
    pub fn words(&self) -> impl Iterator<Item = (&str, Symbol)> {
        self.written.iter().filter_map(|(word, meant)| match meant {
            Meant::One(symbol) => Some((&**word, *symbol)),
            Meant::Several(_) => None,
        })
    }
}

/// Whether the one accent of a word stands before its last two vowels: "cóbralo". There it tells it from no other word.
fn is_stressed_early(text: &str) -> bool {
    let mut accents = text.char_indices().filter(|(_, letter)| "áéíóú".contains(*letter));
    let (Some((at, _)), None) = (accents.next(), accents.next()) else { return false };
    let rest = text[at..].chars().skip(1).map(|letter| "aeiouü".contains(letter));
    // Each group of vowels is one syllable.
    let groups = rest.fold((0, true), |(groups, vowel), next| (groups + usize::from(next && !vowel), next)).0;
    groups >= 2
}

fn hash(word: &str) -> u64 {
    let mut hasher = FxHasher::default();
    word.hash(&mut hasher);
    hasher.finish()
}

/// A drawn-out word ("heeelp", "nooo") with each letter at most twice in a row, and once.
fn squeezed(word: &str) -> Option<[Wiped; 2]> {
    let bytes = word.as_bytes();
    if !bytes.windows(3).any(|three| three[0] == three[1] && three[1] == three[2]) {
        return None;
    }
    let [mut twice, mut once] = [Wiped::with_room(word.len()), Wiped::with_room(word.len())];
    let mut last = [None, None];
    for letter in word.chars() {
        if last[0] != Some(letter) {
            once.push(letter);
        }
        if last != [Some(letter); 2] {
            twice.push(letter);
        }
        last = [Some(letter), last[0]];
    }
    Some([twice, once])
}
