//! Phrases as a deterministic finite automaton: built once, and then one lookup a word.
//!
//! Phrases are first laid into an automaton that may be in several places at once, in which alternatives meet again where
//! they end. That keeps "three subjects, six adverbs, twenty approvals" a sum and no product. Then it's made deterministic.

use std::hash::{Hash as _, Hasher as _};

use rustc_hash::{FxHashMap, FxHasher};

/// A word, a class of phrases, or a gap.
pub type Symbol = u16;

/// A word that no phrase has.
pub const UNKNOWN: Symbol = 0;
/// A place where a value stands.
pub const VALUE: Symbol = 1;
/// The first symbol of a word.
pub const FIRST_WORD: Symbol = 2;
/// The first symbol of a class.
pub const FIRST_CLASS: Symbol = 0xf000;
/// Up to three words of any kind.
pub const GAP: Symbol = 0xffff;

/// A phrase of symbols.
#[derive(Clone, Debug)]
pub enum Place {
    /// This symbol.
    One(Symbol),
    /// One after the other.
    All(Vec<Self>),
    /// One of several.
    Any(Vec<Self>),
    /// It, or nothing.
    Maybe(Box<Self>),
    /// Once or more.
    Many(Box<Self>),
}

/// Phrases in the making.
pub struct Builder<T> {
    nodes: Vec<Node>,
    meanings: Vec<(u32, T)>,
    /// Symbols that lead the same way: what is said in many phrases is one edge in each of them.
    bundles: Vec<Box<[Symbol]>>,
    known: FxHashMap<Box<[Symbol]>, u32>,
}

#[derive(Clone, Default)]
struct Node {
    /// By one of these symbols, to that node.
    edges: Vec<(u32, u32)>,
    /// Nodes that are reached by nothing at all.
    free: Vec<u32>,
}

/// Where every phrase begins.
const START: u32 = 0;
/// The first number of a bundle; smaller ones are the symbols themselves.
const BUNDLES: u32 = 1 << 16;

impl<T: Copy> Builder<T> {
    /// No phrases.
    pub fn new() -> Self {
        let (bundles, known) = (Vec::new(), FxHashMap::default());
        Self { nodes: vec![Node::default()], meanings: Vec::new(), bundles, known }
    }

    /// Adds a phrase; several meanings of one phrase are kept in the order they came.
    pub fn insert(&mut self, phrase: &Place, meaning: T) {
        let end = self.fresh();
        self.lay(START, phrase, end);
        self.meanings.push((end, meaning));
    }

    fn fresh(&mut self) -> u32 {
        self.nodes.push(Node::default());
        index(self.nodes.len() - 1)
    }

    fn edge(&mut self, from: u32, mut symbols: Vec<Symbol>, to: u32) {
        symbols.sort_unstable();
        symbols.dedup();
        let bundle = match symbols[..] {
            [] => return,
            [one] => u32::from(one),
            [..] => self.bundle(symbols.into_boxed_slice()),
        };
        self.nodes[from as usize].edges.push((bundle, to));
    }

    fn bundle(&mut self, symbols: Box<[Symbol]>) -> u32 {
        if let Some(&bundle) = self.known.get(&symbols) {
            return bundle;
        }
        let bundle = BUNDLES + index(self.bundles.len());
        self.bundles.push(symbols.clone());
        self.known.insert(symbols, bundle);
        bundle
    }

    fn lay(&mut self, from: u32, place: &Place, to: u32) {
        match place {
            Place::One(symbol) => self.nodes[from as usize].edges.push((u32::from(*symbol), to)),
            Place::All(parts) => match parts.split_last() {
                None => self.nodes[from as usize].free.push(to),
                Some((last, parts)) => {
                    let mut at = from;
                    for part in parts {
                        let next = self.fresh();
                        self.lay(at, part, next);
                        at = next;
                    }
                    self.lay(at, last, to);
                }
            },
            Place::Any(_) => {
                let (mut symbols, mut longer) = (Vec::new(), Vec::new());
                ways(place, &mut symbols, &mut longer);
                self.edge(from, symbols, to);
                for way in longer {
                    self.lay(from, way, to);
                }
            }
            Place::Maybe(part) => {
                self.lay(from, part, to);
                self.nodes[from as usize].free.push(to);
            }
            Place::Many(part) => {
                // A node of its own, so that no other way through `from` comes round again.
                let round = self.fresh();
                self.lay(from, part, round);
                self.lay(round, part, round);
                self.nodes[round as usize].free.push(to);
            }
        }
    }

    /// The deterministic automaton.
    pub fn build(self) -> Automaton<T> {
        let marks = vec![0; self.nodes.len()];
        let mut making = Making { nodes: &self.nodes, marks, mark: 0, known: FxHashMap::default(), sets: Vec::new() };
        let mut first = vec![START];
        making.close(&mut first);
        making.state(first);
        let mut edges = Vec::new();
        let mut starts = vec![0];
        let mut at = 0;
        while at < making.sets.len() {
            let set = making.sets[at].clone();
            making.moves(&set, &self.bundles, &mut edges);
            starts.push(index(edges.len()));
            at += 1;
        }
        let mut meant: FxHashMap<u32, usize> = FxHashMap::default();
        meant.extend(self.meanings.iter().enumerate().map(|(at, &(end, _))| (end, at)));
        let mut accepts = Vec::new();
        let mut heads = vec![0];
        for set in &making.sets {
            let mut said: Vec<usize> = set.iter().filter_map(|node| meant.get(node).copied()).collect();
            said.sort_unstable();
            accepts.extend(said.into_iter().map(|at| self.meanings[at].1));
            heads.push(index(accepts.len()));
        }
        Automaton { edges, starts, accepts, heads }
    }
}

/// Splits a choice, with the choices inside it, into single symbols and longer ways.
fn ways<'a>(choice: &'a Place, symbols: &mut Vec<Symbol>, longer: &mut Vec<&'a Place>) {
    match choice {
        Place::One(symbol) => symbols.push(*symbol),
        Place::Any(inner) => inner.iter().for_each(|way| ways(way, symbols, longer)),
        Place::All(_) | Place::Maybe(_) | Place::Many(_) => longer.push(choice),
    }
}

/// The ways that a symbol goes, and the state that they lead to.
type Led<'a> = (&'a [(Symbol, u32)], u32);

/// States found so far: each is a set of nodes.
struct Making<'a> {
    nodes: &'a [Node],
    /// The set that a node was last added to.
    marks: Vec<u32>,
    mark: u32,
    known: FxHashMap<std::rc::Rc<[u32]>, u32>,
    sets: Vec<std::rc::Rc<[u32]>>,
}

impl Making<'_> {
    /// Adds what is reached by nothing; sorted, each once.
    fn close(&mut self, set: &mut Vec<u32>) {
        self.mark += 1;
        let mark = self.mark;
        for &node in set.iter() {
            self.marks[node as usize] = mark;
        }
        let mut at = 0;
        while let Some(&node) = set.get(at) {
            for &free in &self.nodes[node as usize].free {
                if std::mem::replace(&mut self.marks[free as usize], mark) != mark {
                    set.push(free);
                }
            }
            at += 1;
        }
        set.sort_unstable();
        set.dedup();
    }

    /// Adds the moves of a state, in the order of their symbols.
    fn moves(&mut self, set: &[u32], bundles: &[Box<[Symbol]>], edges: &mut Vec<(Symbol, u32)>) {
        let mut ways: Vec<(u32, u32)> = Vec::new();
        for &node in set {
            ways.extend_from_slice(&self.nodes[node as usize].edges);
        }
        ways.sort_unstable();
        ways.dedup();
        let ways: Vec<&[(u32, u32)]> = ways.chunk_by(|a, b| a.0 == b.0).collect();
        let mut symbols: Vec<(Symbol, u32)> = Vec::new();
        for (way, same) in (0..).zip(&ways) {
            match same[0].0.checked_sub(BUNDLES) {
                Some(bundle) => symbols.extend(bundles[bundle as usize].iter().map(|&symbol| (symbol, way))),
                None => symbols.extend(Symbol::try_from(same[0].0).ok().map(|symbol| (symbol, way))),
            }
        }
        symbols.sort_unstable();
        // Most symbols go the same ways as others do: where these lead is found once.
        let mut led: FxHashMap<u64, Led<'_>> = FxHashMap::default();
        for same in symbols.chunk_by(|a, b| a.0 == b.0) {
            let mut hasher = FxHasher::default();
            for (_, way) in same {
                way.hash(&mut hasher);
            }
            let known = led
                .get(&hasher.finish())
                .filter(|(other, _)| other.len() == same.len() && other.iter().zip(same).all(|(a, b)| a.1 == b.1));
            let state = if let Some(&(_, state)) = known {
                state
            } else {
                let ways = same.iter().flat_map(|&(_, way)| ways[way as usize]);
                let mut next: Vec<u32> = ways.map(|&(_, node)| node).collect();
                self.close(&mut next);
                let state = self.state(next);
                led.insert(hasher.finish(), (same, state));
                state
            };
            edges.push((same[0].0, state));
        }
    }

    fn state(&mut self, set: Vec<u32>) -> u32 {
        if let Some(&state) = self.known.get(&*set) {
            return state;
        }
        let (set, state) = (std::rc::Rc::<[u32]>::from(set), index(self.sets.len()));
        self.sets.push(set.clone());
        self.known.insert(set, state);
        state
    }
}

/// Phrases, and what each of them means.
pub struct Automaton<T> {
    /// The moves of every state, those of one state in the order of their symbols.
    edges: Vec<(Symbol, u32)>,
    /// For each state, where its moves begin in `edges`.
    starts: Vec<u32>,
    accepts: Vec<T>,
    /// For each state, where its meanings begin in `accepts`.
    heads: Vec<u32>,
}

impl<T: Copy> Automaton<T> {
    /// Where every phrase begins.
    pub const START: u32 = START;

    /// The state that follows by `symbol`.
    pub fn step(&self, state: u32, symbol: Symbol) -> Option<u32> {
        if symbol <= VALUE {
            return None;
        }
        let moves = range(&self.starts, state);
        let edges = &self.edges[moves];
        edges.binary_search_by_key(&symbol, |&(symbol, _)| symbol).ok().map(|at| edges[at].1)
    }

    /// What the phrase that ends here means, in the order it was added; nothing inside a phrase.
    pub fn accepts(&self, state: u32) -> &[T] {
        &self.accepts[range(&self.heads, state)]
    }

    /// How many states there are.
    #[cfg(test)]
    pub fn states(&self) -> usize {
        self.heads.len() - 1
    }
}

fn range(starts: &[u32], state: u32) -> std::ops::Range<usize> {
    let at = state as usize;
    starts[at] as usize..starts[at + 1] as usize
}

fn index(length: usize) -> u32 {
    u32::try_from(length).expect("a grammar has fewer than four thousand million places")
}
