//! A tree of phrases over symbols.

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

/// Phrases, and what each of them means.
pub(super) struct Trie<T> {
    nodes: Vec<Node<T>>,
}

struct Node<T> {
    edges: Vec<(Symbol, u32)>,
    accepts: Vec<T>,
}

impl<T> Trie<T> {
    pub(super) const ROOT: u32 = 0;

    pub(super) fn new() -> Self {
        Self { nodes: vec![Node { edges: Vec::new(), accepts: Vec::new() }] }
    }

    /// Adds a phrase; several meanings of one phrase are kept in the order they came.
    pub(super) fn insert(&mut self, phrase: &[Symbol], meaning: T) {
        let mut at = 0;
        for &symbol in phrase {
            at = match self.nodes[at].edges.binary_search_by_key(&symbol, |edge| edge.0) {
                Ok(found) => self.nodes[at].edges[found].1 as usize,
                Err(place) => {
                    let fresh = self.nodes.len();
                    let index = u32::try_from(fresh).expect("a lexicon has fewer than four thousand million nodes");
                    self.nodes[at].edges.insert(place, (symbol, index));
                    self.nodes.push(Node { edges: Vec::new(), accepts: Vec::new() });
                    fresh
                }
            };
        }
        self.nodes[at].accepts.push(meaning);
    }

    /// The node that follows by `symbol`.
    pub(super) fn step(&self, node: u32, symbol: Symbol) -> Option<u32> {
        if symbol <= VALUE {
            return None;
        }
        let edges = &self.nodes[node as usize].edges;
        edges.binary_search_by_key(&symbol, |edge| edge.0).ok().map(|found| edges[found].1)
    }

    /// What the phrase that ends here means; empty inside a phrase.
    pub(super) fn accepts(&self, node: u32) -> &[T] {
        &self.nodes[node as usize].accepts
    }
}
