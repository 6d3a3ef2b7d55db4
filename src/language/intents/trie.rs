//! A tree of phrases over symbols.

use std::collections::HashMap;
use std::hash::BuildHasherDefault;

use super::hash::AsIs;
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
    edges: HashMap<u64, u32, BuildHasherDefault<AsIs>>,
    accepts: Vec<Vec<T>>,
}

impl<T: Copy> Trie<T> {
    pub(super) const ROOT: u32 = 0;

    pub(super) fn with_capacity(nodes: usize) -> Self {
        let mut accepts = Vec::with_capacity(nodes);
        accepts.push(Vec::new());
        Self { edges: HashMap::with_capacity_and_hasher(nodes, BuildHasherDefault::default()), accepts }
    }

    /// Adds every phrase that `places` stand for; several meanings of one phrase are kept in the order they came.
    pub(super) fn insert(&mut self, places: &[Place], meaning: T) {
        for end in self.grow(vec![Self::ROOT], places) {
            if end != Self::ROOT {
                self.accepts[end as usize].push(meaning);
            }
        }
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
        let fresh = u32::try_from(self.accepts.len()).expect("a lexicon has fewer than four thousand million nodes");
        let child = *self.edges.entry(key(node, symbol)).or_insert(fresh);
        if child == fresh {
            self.accepts.push(Vec::new());
        }
        child
    }

    /// The node that follows by `symbol`.
    pub(super) fn step(&self, node: u32, symbol: Symbol) -> Option<u32> {
        if symbol <= VALUE {
            return None;
        }
        self.edges.get(&key(node, symbol)).copied()
    }

    /// What the phrase that ends here means; empty inside a phrase.
    pub(super) fn accepts(&self, node: u32) -> &[T] {
        &self.accepts[node as usize]
    }
}

const fn key(node: u32, symbol: Symbol) -> u64 {
    // An odd factor mixes both parts into all bits (Fibonacci hashing).
    ((node as u64) << 16 | symbol as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}
