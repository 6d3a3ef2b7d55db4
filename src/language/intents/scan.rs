//! Finds the phrases of a lexicon in a message: from the left, the longest at each place, none over another.

use std::ops::Range;

use super::book::{Book, Said, is_field};
use super::line::{Fit, Line};
use super::meaning::{About, Item};
use super::vocabulary::Traits;
use crate::language::automaton::{Automaton, GAP, Symbol};

/// How many words a gap takes at most.
const GAP_WORDS: usize = 3;
/// How many fillers in a row a phrase takes at most.
const FILLERS: u8 = 3;
/// How many steps are made from one place at most: this keeps the time linear whatever is written.
const STEPS: u16 = 160;

/// A phrase of a class.
#[derive(Clone, Copy, Debug)]
pub struct Chunk {
    pub class: Symbol,
    pub about: About,
    pub start: usize,
    pub end: usize,
}

/// How many phrases are looked at in one message: nobody says more, and it bounds what comes after.
const ITEMS: usize = 48;

/// What was found in a message.
pub struct Found {
    pub items: Vec<Item>,
    pub chunks: Vec<Chunk>,
    /// Which item each word belongs to.
    owners: Vec<u8>,
}

/// A word that belongs to no item.
const FREE: u8 = u8::MAX;

impl Found {
    /// The item that a word belongs to.
    pub fn at(&self, word: usize) -> Option<&Item> {
        self.items.get(usize::from(self.owners[word]))
    }

    /// Whether a word belongs to what names a field.
    pub fn in_field(&self, word: usize) -> bool {
        self.chunks.iter().any(|chunk| chunk.names_field() && (chunk.start..chunk.end).contains(&word))
    }
}

/// Finds classes, then phrases.
pub fn scan(book: &Book, line: &Line) -> Found {
    let mut found = Found { items: Vec::new(), chunks: Vec::new(), owners: vec![FREE; line.words.len()] };
    for start in 0..line.words.len() {
        find_classes(book, line, start, &mut found.chunks);
    }
    let mut start = 0;
    while start < line.words.len() {
        let part = line.part(start);
        let before = found.items.len();
        let all_said = scan_part(book, line, part.clone(), true, &mut found);
        if !all_said {
            found.items.truncate(before);
            found.owners[part.clone()].fill(FREE);
            scan_part(book, line, part.clone(), false, &mut found);
        }
        start = part.end;
    }
    found
}

/// Finds the phrases of one part of a message. Phrases that must stand alone are found when `alone`; says whether
/// those that were found do.
fn scan_part(book: &Book, line: &Line, part: Range<usize>, alone: bool, found: &mut Found) -> bool {
    let mut must_stand_alone = false;
    let mut at = part.start;
    while at < part.end && found.items.len() < ITEMS {
        let first = found.chunks.partition_point(|chunk| chunk.start < at);
        let mut search =
            Search { book, line, chunks: &found.chunks[first..], start: at, steps: STEPS, alone, best: None };
        search.walk(Automaton::<Said>::START, at, 0, About::Open, at);
        match search.best {
            Some((end, said, about)) => {
                found.owners[at..end].fill(u8::try_from(found.items.len()).unwrap_or(FREE));
                found.items.push(Item { meaning: said.meaning, about, alone: said.alone, start: at, end });
                must_stand_alone |= said.alone;
                at = end;
            }
            None => at += 1,
        }
    }
    // "Is yes enough?": what stands alone has nothing beside it but politeness.
    let beside = |at: usize| match found.at(at) {
        Some(item) => item.alone || item.meaning.is_social(),
        None => line.words[at].is_idle(),
    };
    !must_stand_alone || part.into_iter().all(beside)
}

fn find_classes(book: &Book, line: &Line, start: usize, chunks: &mut Vec<Chunk>) {
    let mut node = Automaton::<(Symbol, About)>::START;
    for (end, word) in line.words.iter().enumerate().skip(start) {
        if end > start && word.breaks {
            break;
        }
        let Some(next) = book.classes.step(node, word.symbol) else { break };
        node = next;
        let found = book.classes.accepts(node);
        chunks.extend(found.iter().map(|&(class, about)| Chunk { class, about, start, end: end + 1 }));
    }
}

struct Search<'a> {
    book: &'a Book,
    line: &'a Line,
    /// Those that begin at the first word of the search or later.
    chunks: &'a [Chunk],
    /// The first word of the search.
    start: usize,
    steps: u16,
    /// Whether phrases count that must stand alone.
    alone: bool,
    best: Option<(usize, Said, About)>,
}

impl Search<'_> {
    /// Goes on from `node` at word `at`; `last` is where the last word that matched ended.
    fn walk(&mut self, node: u32, at: usize, fillers: u8, about: About, last: usize) {
        if let Some(said) = self.book.phrases.accepts(node).iter().copied().find(|said| self.alone || !said.alone)
            && last == at
            && (!said.meaning.is_answer() || self.spelled_right(at))
            && self.best.is_none_or(|(end, ..)| end < at)
        {
            let about = if said.about == About::Open { about } else { said.about };
            self.best = Some((at, said, about));
        }
        let Some(&word) = self.line.words.get(at) else { return };
        if self.steps == 0 || (node != Automaton::<Said>::START && word.breaks) {
            return;
        }
        self.steps -= 1;
        if let Some(next) = self.book.phrases.step(node, word.symbol) {
            self.walk(next, at + 1, 0, about, at + 1);
        }
        let first = self.chunks.partition_point(|chunk| chunk.start < at);
        for chunk in self.chunks[first..].iter().take_while(|chunk| chunk.start == at) {
            if let Some(next) = self.book.phrases.step(node, chunk.class) {
                let about = if about == About::Open { chunk.about } else { about };
                self.walk(next, chunk.end, 0, about, chunk.end);
            }
        }
        if node == Automaton::<Said>::START {
            return;
        }
        if word.traits.any(Traits::FILLER) && fillers < FILLERS {
            self.walk(node, at + 1, fillers + 1, about, last);
        }
        if let Some(gap) = self.book.phrases.step(node, GAP) {
            self.over_gap(gap, at, about);
        }
    }

    fn spelled_right(&self, end: usize) -> bool {
        self.line.words[self.start..end].iter().all(|word| !matches!(word.fit, Fit::Misspelt | Fit::Accented))
    }

    fn over_gap(&mut self, gap: u32, at: usize, about: About) {
        for to in at..=at + GAP_WORDS {
            self.walk(gap, to, FILLERS, about, to);
            if self.line.words.get(to).is_none_or(|word| word.breaks) {
                return;
            }
        }
    }
}

impl Chunk {
    /// Whether it names a field.
    pub fn names_field(&self) -> bool {
        is_field(self.class)
    }
}
