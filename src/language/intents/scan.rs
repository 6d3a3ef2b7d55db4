//! Finds the phrases of a lexicon in a message: from the left, the longest at each place, none over another.

use std::ops::Range;

use rustc_hash::FxHashSet;

use super::book::{Book, Said, is_field};
use super::line::Line;
use super::meaning::{About, Item};
use super::vocabulary::Traits;
use crate::language::automaton::{Automaton, GAP, Symbol};

/// How many words a gap takes at most.
const GAP_WORDS: usize = 3;
/// How many fillers in a row a phrase takes at most.
const FILLERS: u8 = 3;

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
    /// For each word, where the chunks that begin with it begin in `chunks`.
    heads: Vec<usize>,
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

    /// The phrases of classes that begin with a word.
    fn chunks_at(&self, word: usize) -> &[Chunk] {
        &self.chunks[self.heads[word]..self.heads[word + 1]]
    }

    /// Whether a word belongs to what names a field.
    pub fn in_field(&self, word: usize) -> bool {
        self.chunks.iter().any(|chunk| chunk.names_field() && (chunk.start..chunk.end).contains(&word))
    }
}

/// Finds classes, then phrases.
pub fn scan(book: &Book, line: &Line) -> Found {
    let (owners, mut heads) = (vec![FREE; line.words.len()], Vec::with_capacity(line.words.len() + 1));
    heads.push(0);
    let mut found = Found { items: Vec::new(), chunks: Vec::new(), heads, owners };
    for start in 0..line.words.len() {
        find_classes(book, line, start, &mut found.chunks);
        found.heads.push(found.chunks.len());
    }
    let mut search = Search { book, line, seen: FxHashSet::default(), ahead: Vec::new() };
    let mut start = 0;
    while start < line.words.len() {
        let part = line.part(start);
        let before = found.items.len();
        let all_said = search.part(part.clone(), true, &mut found);
        if !all_said {
            found.items.truncate(before);
            found.owners[part.clone()].fill(FREE);
            search.part(part.clone(), false, &mut found);
        }
        start = part.end;
    }
    found
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

/// The search for phrases in one message.
struct Search<'a> {
    book: &'a Book,
    line: &'a Line,
    /// From where words were matched. The first to come to a place finds all that can be found from there, and no later
    /// one has to: this keeps the time linear whatever is written.
    seen: FxHashSet<Place>,
    /// What is still to be followed, the next last.
    ahead: Vec<Ahead>,
}

/// How far a phrase was followed.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Place {
    node: u32,
    /// The word that comes next.
    at: usize,
    /// Whether every word so far is spelled right.
    right: bool,
    /// Whether phrases count that must stand alone.
    alone: bool,
}

/// A phrase that is to be followed.
#[derive(Clone, Copy)]
struct Ahead {
    place: Place,
    /// What it is about so far.
    about: About,
    /// How many fillers came last; none may after a gap.
    fillers: u8,
    /// Whether it may end here: no filler came last.
    ends: bool,
}

impl Search<'_> {
    /// Finds the phrases of one part of a message. Phrases that must stand alone are found when `alone`; says whether
    /// those that were found do.
    fn part(&mut self, part: Range<usize>, alone: bool, found: &mut Found) -> bool {
        let mut must_stand_alone = false;
        let mut at = part.start;
        while at < part.end && found.items.len() < ITEMS {
            match self.longest(found, at, alone) {
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
            None => self.line.words[at].is_idle(),
        };
        !must_stand_alone || part.into_iter().all(beside)
    }

    /// The longest phrase that begins at word `start`: where it ends, what it says and what that is about. Of several as
    /// long, the first that is found.
    fn longest(&mut self, found: &Found, start: usize, alone: bool) -> Option<(usize, Said, About)> {
        let mut best: Option<(usize, Said, About)> = None;
        let place = Place { node: Automaton::<Said>::START, at: start, right: true, alone };
        self.ahead.push(Ahead { place, about: About::Open, fillers: 0, ends: true });
        while let Some(here) = self.ahead.pop() {
            let at = here.place.at;
            if let Some(said) = self.said(here)
                && best.is_none_or(|(end, ..)| end < at)
            {
                best = Some((at, said, if said.about == About::Open { here.about } else { said.about }));
            }
            if at < self.line.words.len() {
                self.follow(found, here);
            }
        }
        best
    }

    /// What the phrase says that ends here.
    fn said(&self, Ahead { place: Place { node, right, alone, .. }, ends, .. }: Ahead) -> Option<Said> {
        let mut said = self.book.phrases.accepts(node).iter().copied();
        let said = said.find(|said| alone || !said.alone).filter(|_| ends)?;
        (right || !said.meaning.is_answer()).then_some(said)
    }

    /// Goes on from here to wherever a phrase may: what is to be followed first is put last.
    fn follow(&mut self, found: &Found, here: Ahead) {
        let Ahead { place: Place { node, at, .. }, about, fillers, .. } = here;
        let (phrases, words) = (&self.book.phrases, &self.line.words);
        let begun = node != Automaton::<Said>::START;
        if begun && words[at].breaks {
            return;
        }
        let right = |to: usize| here.place.right && words[at..to].iter().all(|word| word.fit.is_right());
        let to = |node, at, about| {
            let place = Place { node, at, right: right(at), ..here.place };
            Ahead { place, about, fillers: 0, ends: true }
        };
        let fresh = self.seen.insert(here.place);
        if fresh
            && begun
            && let Some(node) = phrases.step(node, GAP)
        {
            let breaks = |&to: &usize| words.get(to).is_none_or(|word| word.breaks);
            let last = (at..at + GAP_WORDS).find(breaks).unwrap_or(at + GAP_WORDS);
            self.ahead.extend((at..=last).rev().map(|at| Ahead { fillers: FILLERS, ..to(node, at, about) }));
        }
        if begun && fillers < FILLERS && words[at].traits.any(Traits::FILLER) {
            self.ahead.push(Ahead { fillers: fillers + 1, ends: false, ..to(node, at + 1, about) });
        }
        if !fresh {
            return;
        }
        for chunk in found.chunks_at(at).iter().rev() {
            if let Some(node) = phrases.step(node, chunk.class) {
                self.ahead.push(to(node, chunk.end, if about == About::Open { chunk.about } else { about }));
            }
        }
        if let Some(node) = phrases.step(node, words[at].symbol) {
            self.ahead.push(to(node, at + 1, about));
        }
    }
}

impl Chunk {
    /// Whether it names a field.
    pub fn names_field(&self) -> bool {
        is_field(self.class)
    }
}
