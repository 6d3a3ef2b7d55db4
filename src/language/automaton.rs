//! Phrases as a deterministic finite automaton: built once, and then one lookup a word.
//!
//! What is the same is kept once. Equal places of phrases are one [`Place`], and whatever goes on alike from a place is one
//! node of an automaton that may be in several places at once: that keeps "three subjects, six adverbs, twenty approvals" a
//! sum and no product. Then it's made deterministic, by letters: symbols that no phrase tells apart are one of these.

use std::rc::Rc;

use rustc_hash::FxHashMap;

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

/// How many symbols there are.
const SYMBOLS: usize = 1 << 16;

/// What stands in a place of a phrase, as [`Places`] keeps it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place(u32);

/// Everything that stands in a place of any phrase, each once.
#[derive(Default)]
pub struct Places {
    kinds: Vec<Kind>,
    known: FxHashMap<Kind, Place>,
}

#[derive(Clone, PartialEq, Eq, Hash)]
enum Kind {
    One(Symbol),
    OneOf(Rc<[Symbol]>),
    All(Rc<[Place]>),
    Any(Rc<[Place]>),
    Maybe(Place),
    Many(Place),
}

impl Places {
    /// This symbol.
    pub fn one(&mut self, symbol: Symbol) -> Place {
        self.kept(Kind::One(symbol))
    }

    /// One after the other.
    pub fn all(&mut self, parts: &[Place]) -> Place {
        match parts {
            [one] => *one,
            parts => self.kept(Kind::All(parts.into())),
        }
    }

    /// One of several.
    pub fn any(&mut self, ways: &[Place]) -> Place {
        let (mut symbols, mut longer) = (Vec::new(), Vec::new());
        self.ways(ways, &mut symbols, &mut longer);
        symbols.sort_unstable();
        symbols.dedup();
        match symbols[..] {
            [] => {}
            [one] => longer.push(self.one(one)),
            [..] => longer.push(self.kept(Kind::OneOf(symbols.into()))),
        }
        longer.sort_unstable();
        longer.dedup();
        match longer[..] {
            [one] => one,
            [..] => self.kept(Kind::Any(longer.into())),
        }
    }

    /// It, or nothing.
    pub fn maybe(&mut self, part: Place) -> Place {
        self.kept(Kind::Maybe(part))
    }

    /// Once or more.
    pub fn many(&mut self, part: Place) -> Place {
        self.kept(Kind::Many(part))
    }

    /// Splits a choice, with the choices inside it, into single symbols and longer ways.
    fn ways(&self, ways: &[Place], symbols: &mut Vec<Symbol>, longer: &mut Vec<Place>) {
        for &way in ways {
            match self.kind(way) {
                Kind::One(symbol) => symbols.push(*symbol),
                Kind::OneOf(several) => symbols.extend_from_slice(several),
                Kind::Any(inner) => self.ways(inner, symbols, longer),
                Kind::All(_) | Kind::Maybe(_) | Kind::Many(_) => longer.push(way),
            }
        }
    }

    fn kept(&mut self, kind: Kind) -> Place {
        if let Some(&place) = self.known.get(&kind) {
            return place;
        }
        let place = Place(index(self.kinds.len()));
        self.kinds.push(kind.clone());
        self.known.insert(kind, place);
        place
    }

    fn kind(&self, place: Place) -> &Kind {
        &self.kinds[place.0 as usize]
    }

    /// The symbols of a place that is made of nothing else.
    fn symbols(&self, place: Place) -> &[Symbol] {
        match self.kind(place) {
            Kind::One(symbol) => std::slice::from_ref(symbol),
            Kind::OneOf(symbols) => symbols,
            Kind::All(_) | Kind::Any(_) | Kind::Maybe(_) | Kind::Many(_) => &[],
        }
    }
}

/// Phrases in the making.
pub struct Builder<T> {
    nodes: Vec<Node>,
    /// The node from which a place leads to a node.
    entries: FxHashMap<(Place, u32), u32>,
    /// What phrases mean, in the order they came, and the node where such a phrase ends.
    meanings: Vec<(T, u32)>,
}

enum Node {
    /// Here a phrase ends: the place of its meaning.
    End(u32),
    /// By one of the symbols of a place to a node.
    By(Place, u32),
    /// By nothing at all to any of these.
    Free(Vec<u32>),
}

/// Where every phrase begins.
const START: u32 = 0;

impl<T: Copy + PartialEq> Builder<T> {
    /// No phrases.
    pub fn new() -> Self {
        Self { nodes: vec![Node::Free(Vec::new())], entries: FxHashMap::default(), meanings: Vec::new() }
    }

    /// Adds a phrase; several meanings of one phrase are kept in the order they came.
    pub fn insert(&mut self, places: &Places, phrase: Place, meaning: T) {
        let end = match self.meanings.last() {
            // One after the other that mean the same end in one node, and may go on alike before it.
            Some(&(last, end)) if last == meaning => end,
            Some(_) | None => {
                let end = self.fresh(Node::End(index(self.meanings.len())));
                self.meanings.push((meaning, end));
                end
            }
        };
        let entry = self.entry(places, phrase, end);
        self.free(START, entry);
    }

    fn fresh(&mut self, node: Node) -> u32 {
        self.nodes.push(node);
        index(self.nodes.len() - 1)
    }

    fn free(&mut self, from: u32, to: u32) {
        if let Node::Free(free) = &mut self.nodes[from as usize] {
            free.push(to);
        }
    }

    /// The node from which `place` leads to `to`, and nothing else does.
    fn entry(&mut self, places: &Places, place: Place, to: u32) -> u32 {
        if let Some(&entry) = self.entries.get(&(place, to)) {
            return entry;
        }
        let entry = match places.kind(place) {
            Kind::One(_) | Kind::OneOf(_) => self.fresh(Node::By(place, to)),
            Kind::All(parts) => parts.iter().rev().fold(to, |to, &part| self.entry(places, part, to)),
            Kind::Any(ways) => {
                let ways = ways.iter().map(|&way| self.entry(places, way, to)).collect();
                self.fresh(Node::Free(ways))
            }
            Kind::Maybe(part) => {
                let part = self.entry(places, *part, to);
                self.fresh(Node::Free(vec![part, to]))
            }
            Kind::Many(part) => {
                let round = self.fresh(Node::Free(vec![to]));
                let first = self.entry(places, *part, round);
                self.free(round, first);
                first
            }
        };
        self.entries.insert((place, to), entry);
        entry
    }

    /// The deterministic automaton.
    pub fn build(self, places: &Places) -> Automaton<T> {
        let letters = Letters::of(&self.nodes, places);
        let mut making = Making::new(&self.nodes);
        making.state_of(&[START]);
        let (mut edges, mut starts) = (Vec::new(), vec![0]);
        let (mut accepts, mut heads) = (Vec::new(), vec![0]);
        let mut at = 0;
        while let Some(set) = making.sets.get(at).cloned() {
            making.moves(&set, &letters, &mut edges);
            starts.push(index(edges.len()));
            let mut said: Vec<u32> = set.iter().filter_map(|&node| making.end(node)).collect();
            said.sort_unstable();
            accepts.extend(said.into_iter().map(|at| self.meanings[at as usize].0));
            heads.push(index(accepts.len()));
            at += 1;
        }
        Automaton { letters: letters.of_symbols, edges, starts, accepts, heads }
    }
}

/// Symbols that stand in the same places.
type Letter = u16;

/// The letter of a symbol that stands in no place.
const NO_LETTER: Letter = 0;

/// Which symbols phrases tell apart.
struct Letters {
    of_symbols: Vec<Letter>,
    /// The letters of each place by which a node is left.
    of_places: Vec<Vec<Letter>>,
}

impl Letters {
    fn of(nodes: &[Node], places: &Places) -> Self {
        let mut used: Vec<Place> = nodes
            .iter()
            .filter_map(|node| match node {
                Node::By(place, _) => Some(*place),
                Node::End(_) | Node::Free(_) => None,
            })
            .collect();
        used.sort_unstable();
        used.dedup();
        // Each place parts its symbols from what else they were one letter with so far.
        let mut parted = vec![0_u32; SYMBOLS];
        let mut count = 0;
        let mut split: FxHashMap<u32, u32> = FxHashMap::default();
        for &place in &used {
            split.clear();
            for &symbol in places.symbols(place) {
                let letter = &mut parted[usize::from(symbol)];
                *letter = *split.entry(*letter).or_insert_with(|| {
                    count += 1;
                    count
                });
            }
        }
        let mut letters =
            Self { of_symbols: vec![NO_LETTER; SYMBOLS], of_places: vec![Vec::new(); places.kinds.len()] };
        let mut numbers: FxHashMap<u32, Letter> = FxHashMap::default();
        for &place in &used {
            let of_place = &mut letters.of_places[place.0 as usize];
            for &symbol in places.symbols(place) {
                let next = Letter::try_from(numbers.len() + 1).expect("no more letters than symbols");
                let letter = *numbers.entry(parted[usize::from(symbol)]).or_insert(next);
                letters.of_symbols[usize::from(symbol)] = letter;
                of_place.push(letter);
            }
            of_place.sort_unstable();
            of_place.dedup();
        }
        letters
    }
}

/// States found so far: each is a set of nodes, none of which is left by nothing.
struct Making<'a> {
    nodes: &'a [Node],
    /// The set that a node was last added to.
    marks: Vec<u32>,
    mark: u32,
    /// The state that one node leads to by itself.
    alone: Vec<u32>,
    known: FxHashMap<Rc<[u32]>, u32>,
    sets: Vec<Rc<[u32]>>,
    /// Room for the moves of one state, and for what they lead to.
    moves: Vec<(Letter, u32)>,
    set: Vec<u32>,
}

/// No state is known yet.
const NONE: u32 = u32::MAX;

impl<'a> Making<'a> {
    fn new(nodes: &'a [Node]) -> Self {
        let (marks, alone) = (vec![0; nodes.len()], vec![NONE; nodes.len()]);
        let (known, sets, moves, set) = (FxHashMap::default(), Vec::new(), Vec::new(), Vec::new());
        Self { nodes, marks, mark: 0, alone, known, sets, moves, set }
    }

    /// The meaning of what ends here.
    fn end(&self, node: u32) -> Option<u32> {
        match self.nodes[node as usize] {
            Node::End(meaning) => Some(meaning),
            Node::By(..) | Node::Free(_) => None,
        }
    }

    /// Adds the moves of a state, in the order of their letters.
    fn moves(&mut self, set: &[u32], letters: &Letters, edges: &mut Vec<(Letter, u32)>) {
        let mut moves = std::mem::take(&mut self.moves);
        moves.clear();
        for &node in set {
            if let Node::By(place, to) = self.nodes[node as usize] {
                moves.extend(letters.of_places[place.0 as usize].iter().map(|&letter| (letter, to)));
            }
        }
        moves.sort_unstable();
        let mut targets = Vec::new();
        for same in moves.chunk_by(|a, b| a.0 == b.0) {
            targets.clear();
            targets.extend(same.iter().map(|&(_, to)| to));
            edges.push((same[0].0, self.state_of(&targets)));
        }
        self.moves = moves;
    }

    /// The state that is in all of these nodes.
    fn state_of(&mut self, nodes: &[u32]) -> u32 {
        if let &[node] = nodes
            && self.alone[node as usize] != NONE
        {
            return self.alone[node as usize];
        }
        self.mark += 1;
        self.set.clear();
        for &node in nodes {
            self.reach(node);
        }
        self.set.sort_unstable();
        let state = if let Some(&state) = self.known.get(&*self.set) {
            state
        } else {
            let (set, state) = (Rc::<[u32]>::from(&*self.set), index(self.sets.len()));
            self.sets.push(set.clone());
            self.known.insert(set, state);
            state
        };
        if let &[node] = nodes {
            self.alone[node as usize] = state;
        }
        state
    }

    /// Adds a node to the set, or what it leads to by nothing.
    fn reach(&mut self, node: u32) {
        if std::mem::replace(&mut self.marks[node as usize], self.mark) == self.mark {
            return;
        }
        let nodes = self.nodes;
        match &nodes[node as usize] {
            Node::End(_) | Node::By(..) => self.set.push(node),
            Node::Free(free) => free.iter().for_each(|&free| self.reach(free)),
        }
    }
}

/// Phrases, and what each of them means.
pub struct Automaton<T> {
    /// The letter of each symbol.
    letters: Vec<Letter>,
    /// The moves of every state, those of one state in the order of their letters.
    edges: Vec<(Letter, u32)>,
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
        let letter = self.letters[usize::from(symbol)];
        if letter == NO_LETTER {
            return None;
        }
        let edges = &self.edges[range(&self.starts, state)];
        edges.binary_search_by_key(&letter, |&(letter, _)| letter).ok().map(|at| edges[at].1)
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

#[cfg(test)]
mod tests;
