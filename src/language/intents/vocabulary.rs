//! The words of a lexicon, and how a written word is found among them.

use std::borrow::Cow;
use std::hash::{Hash as _, Hasher as _};

use rustc_hash::{FxHashMap, FxHashSet, FxHasher};

use super::sounds::Sounds;
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
    /// Is a word of a yes.
    pub const CONSENT: Self = Self(1024);

    /// Whether one of `others` is among these.
    pub const fn any(self, others: Self) -> bool {
        self.0 & others.0 != 0
    }

    /// These but for `others`.
    const fn without(self, others: Self) -> Self {
        Self(self.0 & !others.0)
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
    /// No phrase has it, and one slip of the keys, or writing by ear, may have made it of one of these words of a yes.
    Slipped(Slips),
    /// No phrase has it, and one slip of the keys may have made it of a "not".
    Negates,
    /// No phrase has it.
    Unknown,
}

/// No run of words that is written as one has more letters, or more words.
const RUN_LETTERS: usize = 32;
const RUN_WORDS: u8 = 6;

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
    /// What the words of a yes sound like, as people write by ear.
    by_ear: FxHashMap<Box<str>, Slips>,
    /// What the words sound like that take away from a yes.
    against_by_ear: FxHashSet<Box<str>>,
    /// Which letters sound alike.
    sounds: Sounds,
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
            by_ear: FxHashMap::default(),
            against_by_ear: FxHashSet::default(),
            sounds: Sounds::default(),
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
        let Some(symbol) = self.symbol(word, false) else { return };
        let letters = plain(word);
        self.add_trait(symbol, Traits::CONSENT);
        self.consent.add(&letters, symbol);
        self.by_ear.entry((&*self.sounds.of(&letters)).into()).or_default().add(symbol);
    }

    /// Has only those words be of a yes for which `is_one` says so: "no" is one of "no problem", and by itself it is none.
    pub fn keep_for_a_yes(&mut self, is_one: impl Fn(Symbol) -> bool) {
        for (symbol, traits) in (0..).zip(&mut self.traits) {
            if !is_one(symbol) {
                *traits = traits.without(Traits::CONSENT);
            }
        }
    }

    /// Has `letters` sound like `sound`.
    pub fn sound(&mut self, letters: &str, sound: &str) {
        self.sounds.add(letters, sound);
    }

    /// Has nothing that is within one edit of `word` be taken for a word of a yes.
    pub fn keep_apart(&mut self, word: &str) {
        let letters = plain(word);
        self.against.add(&letters, UNKNOWN);
        let sound = self.sounds.of(&letters);
        // "Si" is both, and "zi" is a yes that is asked about.
        if !self.by_ear.contains_key(&*sound) {
            self.against_by_ear.insert((&*sound).into());
        }
    }

    /// Has what one slip of the keys makes of `word` negate, too.
    pub fn negate(&mut self, word: &str) {
        self.negators.push(plain(word).chars().collect());
    }

    /// Has what one slip of the keys makes of a short form that negates ("dont") negate, too.
    pub fn negate_short_forms(&mut self) {
        let negates = |symbols: &[Symbol]| symbols.iter().any(|&symbol| self.traits(symbol).any(Traits::NEGATOR));
        let shorts = self.written.iter().filter_map(|(short, meant)| match meant {
            Meant::Several(symbols) if negates(symbols) => Some(short.chars().collect()),
            Meant::Several(_) | Meant::One(_) => None,
        });
        let shorts: Vec<Box<[char]>> = shorts.collect();
        self.negators.extend(shorts);
    }

    /// Whether one slip of the keys may have made the word of one that negates.
    fn negates(&self, plain: &str) -> bool {
        let Some(letters) = Letters::of(plain).filter(|letters| letters.len() > 2) else { return false };
        let long = |negator: &[char]| negator.len() == letters.len() || negator.len() > 3;
        self.negators.iter().any(|negator| long(negator) && is_slip(&letters, negator))
    }

    /// What a word may have been which the language does not have; `None` where it is near no word of a yes.
    fn slipped(&self, plain: &str) -> Option<Found<'_>> {
        let sound = self.sounds.of(plain);
        let sounds = [&*sound, &*self.sounds.of(&once(plain))];
        let mut slips = Slips::default();
        let heard = sounds.into_iter().filter_map(|sound| self.by_ear.get(sound).copied());
        heard.chain([self.consent.slips(plain)]).flatten().for_each(|symbol| slips.add(symbol));
        if slips.is_empty() && self.consent.correct(plain).is_none() {
            return None;
        }
        let against = !self.against.slips(plain).is_empty() || self.against_by_ear.contains(&*sound);
        Some(if slips.is_empty() || against { Found::Unknown } else { Found::Slipped(slips) })
    }

    /// The words of a yes, and of politeness, that a word is which has lost the spaces between them: the fewest. It is none
    /// where it is a word of the language.
    pub fn run_on(&self, plain: &str) -> Option<Vec<(Traits, Slips)>> {
        if plain.len() > RUN_LETTERS || self.common.contains(&hash(plain)) {
            return None;
        }
        let piece = |from: usize, to: usize| plain.get(from..to).filter(|piece| piece.len() > 1);
        // For each place, by how few words it is reached, and where the last of them begins.
        let mut reached = [None; RUN_LETTERS + 1];
        reached[0] = Some((0_u8, 0));
        for to in 2..=plain.len() {
            let ways = (0..to - 1).filter_map(|from| {
                let (words, _) = reached[from].filter(|&(words, _)| words < RUN_WORDS)?;
                piece(from, to).filter(|piece| self.may_run_on(piece)).map(|_| (words + 1, from))
            });
            reached[to] = ways.min();
        }
        let mut words = Vec::new();
        let mut to = plain.len();
        while to > 0 {
            let (_, from) = reached[to]?;
            let symbols = self.symbols(piece(from, to)?);
            words.extend(
                symbols.iter().rev().map(|&symbol| (self.traits(symbol), self.sounding_like(symbol, &plain[from..to]))),
            );
            to = from;
        }
        words.reverse();
        (words.len() > 1).then_some(words)
    }

    fn symbols(&self, written: &str) -> &[Symbol] {
        match self.written.get(written) {
            Some(Meant::One(symbol)) => std::slice::from_ref(symbol),
            Some(Meant::Several(symbols)) => symbols,
            None => &[],
        }
    }

    /// Whether it is one of the words that a yes is made of.
    fn may_run_on(&self, written: &str) -> bool {
        const OF_A_YES: Traits = Traits::CONSENT.with(Traits::POLITE).with(Traits::FILLER);
        const OF_NONE: Traits = Traits::AGAINST.with(Traits::NEGATOR).with(Traits::LATER);
        let symbols = self.symbols(written);
        let of_a_yes = |&symbol: &Symbol| self.traits(symbol).any(OF_A_YES) && !self.traits(symbol).any(OF_NONE);
        !symbols.is_empty() && symbols.iter().all(of_a_yes)
    }

    /// A word, and what is written like it but for an accent: "si" and "sí".
    fn sounding_like(&self, symbol: Symbol, written: &str) -> Slips {
        let mut slips = Slips::default();
        slips.add(symbol);
        let alike = self.by_ear.get(&*self.sounds.of(written)).copied().unwrap_or_default();
        alike.into_iter().for_each(|symbol| slips.add(symbol));
        slips
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
            None => self.slipped(plain).unwrap_or_else(|| self.corrected(plain)),
        }
    }

    fn corrected(&self, plain: &str) -> Found<'_> {
        self.spelling.correct(plain).map_or(Found::Unknown, Found::Misspelt)
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

/// A word with no letter twice in a row.
fn once(word: &str) -> Wiped {
    let mut last = None;
    Wiped::gathered(word.len(), word.chars().filter(|&letter| last.replace(letter) != Some(letter)))
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
