//! A tree of phrases over symbols.

use rustc_hash::{FxBuildHasher, FxHashMap};

use super::phrase::Left;

/// A word, a class of phrases, or a gap.
pub(super) type Symbol = u16;

/// A word that no phrase has.
pub(super) const UNKNOWN: Symbol = 0;
/// A place where a value stands.
pub(super) const VALUE: Symbol = 1;
/// The first symbol of a word.
pub(super) const FIRST_WORD: Symbol = 2;
/// The first symbol of a class.
pub(super) const FIRST_CLASS: Symbol = 0xf000;
/// Up to three words of any kind.
pub(super) const GAP: Symbol = 0xffff;

/// One place in a phrase of symbols.
#[derive(Clone, Debug)]
pub(super) enum Place {
    /// This symbol.
    One(Symbol),
    /// One of several sequences.
    Choice(Vec<Vec<Place>>, Left),
}

/// Phrases, and what each of them means.
pub(super) struct Trie<T> {
    edges: FxHashMap<(u32, Symbol), u32>,
    /// For each node, the place in `meanings` of its first one.
    heads: Vec<u32>,
    /// The meanings, each with the place of the next one of the same phrase.
    meanings: Vec<(T, u32)>,
}

/// There is no (further) meaning.
const NONE: u32 = u32::MAX;

impl<T: Copy> Trie<T> {
    pub(super) const ROOT: u32 = 0;

    pub(super) fn with_capacity(nodes: usize) -> Self {
        let mut heads = Vec::with_capacity(nodes);
        heads.push(NONE);
        let edges = FxHashMap::with_capacity_and_hasher(nodes, FxBuildHasher);
        Self { edges, heads, meanings: Vec::with_capacity(nodes / 2) }
    }

    /// Adds every phrase that `places` stand for; several meanings of one phrase are kept in the order they came.
    pub(super) fn insert(&mut self, places: &[Place], meaning: T) {
        for end in self.grow(vec![Self::ROOT], places) {
            if end != Self::ROOT {
                self.accept(end, meaning);
            }
        }
    }

    fn accept(&mut self, node: u32, meaning: T) {
        let fresh = index(self.meanings.len());
        self.meanings.push((meaning, NONE));
        let mut at = self.heads[node as usize];
        if at == NONE {
            self.heads[node as usize] = fresh;
            return;
        }
        while self.meanings[at as usize].1 != NONE {
            at = self.meanings[at as usize].1;
        }
        self.meanings[at as usize].1 = fresh;
    }

    /// The nodes that are reached from `nodes` by `places`.
    fn grow(&mut self, mut nodes: Vec<u32>, places: &[Place]) -> Vec<u32> {
        for place in places {
            match place {
                Place::One(symbol) => {
                    for node in &mut nodes {
                        *node = self.child(*node, *symbol);
                    }
                }
                Place::Choice(ways, left) => {
                    let mut after = if *left == Left::Out { nodes.clone() } else { Vec::new() };
                    for way in ways {
                        after.extend(self.grow(nodes.clone(), way));
                    }
                    after.sort_unstable();
                    after.dedup();
                    nodes = after;
                }
            }
        }
        nodes
    }

    fn child(&mut self, node: u32, symbol: Symbol) -> u32 {
        let fresh = index(self.heads.len());
        let child = *self.edges.entry((node, symbol)).or_insert(fresh);
        if child == fresh {
            self.heads.push(NONE);
        }
        child
    }

    /// The node that follows by `symbol`.
    pub(super) fn step(&self, node: u32, symbol: Symbol) -> Option<u32> {
        if symbol <= VALUE {
            return None;
        }
        self.edges.get(&(node, symbol)).copied()
    }

    /// What the phrase that ends here means, in the order it was added; nothing inside a phrase.
    pub(super) fn accepts(&self, node: u32) -> impl Iterator<Item = T> {
        let mut at = self.heads[node as usize];
        std::iter::from_fn(move || {
            let (meaning, next) = *self.meanings.get(at as usize)?;
            at = next;
            Some(meaning)
        })
    }
}

fn index(length: usize) -> u32 {
    u32::try_from(length).expect("a lexicon has fewer than four thousand million nodes")
}
