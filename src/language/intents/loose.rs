//! Parts of a consent among other words: what no grammar explains whole may still be asked about.

use std::ops::Range;

use super::book::Book;
use super::line::{Fit, Line, Word};
use super::part::Part;
use crate::language::automaton::{Automaton, Symbol};

/// A message of which some words are parts of a consent.
pub struct Loose {
    /// Which words a part explains.
    explained: Vec<bool>,
    /// Whether the parts come to a consent that may be asked about, whatever the words between them are.
    pub consents: bool,
    /// Whether one part of the message is a yes by itself.
    pub apart: bool,
    /// Which words belong to an act.
    pays: Vec<bool>,
    /// Whether it goes on after its last word: what ends in "and" is not over.
    pub goes_on: bool,
}

impl Loose {
    /// Whether parts of a consent explain all these words.
    pub fn explains(&self, mut words: Range<usize>) -> bool {
        words.all(|at| self.explained[at])
    }

    /// Whether a word belongs to an act: "charge it".
    pub fn pays(&self, at: usize) -> bool {
        self.pays[at]
    }
}

/// What the parts so far come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Core {
    /// No consent.
    None,
    /// An acknowledgement.
    Noted,
    /// A yes.
    Yes,
    /// An act, just now: "do it right" goes on with it.
    Act,
    /// What leads to an act, just now.
    Leading,
}

impl Core {
    const ALL: [Self; 5] = [Self::None, Self::Noted, Self::Yes, Self::Act, Self::Leading];

    /// With one more part, which stands `apart` where a mark stands before it; `None` where it has no place in a consent.
    const fn with(self, part: Part, apart: bool) -> Option<Self> {
        match (part, self) {
            (Part::Pay | Part::Go, _) => Some(Self::Act),
            (Part::May, _) | (Part::Polite | Part::Now, Self::Leading) => Some(Self::Leading),
            (_, Self::Leading) => None,
            (Part::Noted, Self::Act) if !apart => None,
            (Part::Yes, _) | (Part::Noted | Part::Farewell, Self::Act | Self::Yes) => Some(Self::Yes),
            (Part::Noted, Self::None | Self::Noted) => Some(Self::Noted),
            (Part::And | Part::Polite | Part::Social | Part::Greeting | Part::Heard | Part::Beside | Part::Now, _)
            | (Part::Understood, Self::None | Self::Act) => Some(self),
            (
                Part::Lead
                | Part::No
                | Part::Stop
                | Part::Keep
                | Part::Back
                | Part::Restart
                | Part::Change(_)
                | Part::Never
                | Part::Done
                | Part::Understood
                | Part::Farewell,
                _,
            ) => None,
        }
    }
}

/// How a place of a message is reached.
#[derive(Clone, Copy)]
struct Way {
    /// Over how many words that no part explains.
    skipped: usize,
    /// With how many slips of the keys in words of a consent.
    slips: usize,
    from: usize,
    core: Core,
    /// The part between the two places; none for a word that is unexplained.
    part: Option<Part>,
}

/// No part is looked for behind so many words.
const LONGEST: usize = 120;

/// For each core, the best way to it.
type Reached = [Option<Way>; Core::ALL.len()];

/// Looks for the parts that leave the fewest words unexplained. An idiom that only sounds like a yes leaves none.
pub fn loose(book: &Book, line: &Line) -> Option<Loose> {
    let count = line.words.len().min(LONGEST);
    let mut reached: Vec<Reached> = vec![[None; Core::ALL.len()]; count + 1];
    let start = Way { skipped: 0, slips: 0, from: 0, core: Core::None, part: None };
    reached[0][Core::None as usize] = Some(start);
    for from in 0..count {
        let so_far: Vec<(Core, Way)> =
            Core::ALL.into_iter().filter_map(|core| Some((core, reached[from][core as usize]?))).collect();
        for &(core, way) in &so_far {
            let skip = Way { skipped: way.skipped + 1, from, core, part: None, ..way };
            let next = match core {
                Core::Leading => Core::None,
                Core::Act => Core::Yes,
                Core::None | Core::Noted | Core::Yes => core,
            };
            better(&mut reached[from + 1], next, skip);
        }
        for Found { end, part, slips } in parts_from(book, line, from, count) {
            if part == Part::Never {
                return None;
            }
            for &(core, way) in &so_far {
                if let Some(next) = core.with(part, line.words[from].breaks) {
                    let way = Way { slips: way.slips + slips, from, core, part: Some(part), ..way };
                    better(&mut reached[end], next, way);
                }
            }
        }
    }
    let last = [Core::Act, Core::Yes, Core::Noted].into_iter().filter_map(|core| reached[count][core as usize]);
    traced(line, &reached, last.min_by_key(|way| way.skipped)?, count)
}

fn better(reached: &mut Reached, core: Core, way: Way) {
    // Of two readings of its last words that which may end it: "pues" is a courtesy, too.
    let cost = |way: Way| (way.skipped, way.slips, matches!(way.part, Some(Part::And | Part::May)));
    let best = &mut reached[core as usize];
    if best.is_none_or(|best| cost(way) < cost(best)) {
        *best = Some(way);
    }
}

/// An act in so many words names what it is done to: "take the payment".
pub const NAMED: usize = 3;

/// Goes the way back, and notes which words a part explains on it.
fn traced(line: &Line, reached: &[Reached], last: Way, count: usize) -> Option<Loose> {
    let mut explained = vec![false; line.words.len()];
    let mut acts = vec![false; line.words.len()];
    let mut pays = vec![false; line.words.len()];
    let (mut at, mut way, mut over, mut named) = (count, last, None, false);
    loop {
        // "And now" is not over, either.
        if over.is_none() && !matches!(way.part, Some(Part::Polite | Part::Now)) {
            over = Some(!matches!(way.part, Some(Part::And | Part::May)));
        }
        explained[way.from..at].fill(way.part.is_some());
        acts[way.from..at].fill(matches!(way.part, Some(Part::Yes | Part::Pay | Part::Go)));
        let pay = way.part == Some(Part::Pay);
        pays[way.from..at].fill(pay);
        named |= pay && at - way.from >= NAMED;
        at = way.from;
        if at == 0 {
            break;
        }
        way = reached[at][way.core as usize]?;
    }
    let whole = last.skipped == 0 && line.words.len() == count;
    let slipped = (0..count).any(|at| acts[at] && line.words[at].long && !line.words[at].slips.is_empty());
    let is_yes = |part: Range<usize>| part.clone().all(|at| explained[at]) && part.into_iter().any(|at| acts[at]);
    let apart = (0..count).filter(|&at| line.words[at].breaks).any(|at| is_yes(line.part(at)));
    let goes_on = over == Some(false);
    Some(Loose { consents: !goes_on && (whole || slipped || named), explained, pays, apart, goes_on })
}

/// A part that was found.
struct Found {
    /// The word after its last.
    end: usize,
    part: Part,
    /// How many of its words have a slip of the keys, where it is a consent.
    slips: usize,
}

/// So many readings of misspelt words are followed at once.
const READINGS: usize = 8;

/// The parts that begin at a word, however their words are spelled.
fn parts_from(book: &Book, line: &Line, from: usize, count: usize) -> Vec<Found> {
    let mut found = Vec::new();
    let mut readings = vec![(Automaton::<Part>::START, 0)];
    for (at, word) in line.words.iter().enumerate().take(count).skip(from) {
        if readings.is_empty() || (at > from && word.breaks) {
            break;
        }
        readings = readings.iter().flat_map(|&reading| steps(book, reading, word)).take(READINGS).collect();
        for &(state, slips) in &readings {
            let parts = book.parts.accepts(state).iter();
            let slips = |part: Part| if part.is_consent() { slips } else { 0 };
            found.extend(parts.map(|&part| Found { end: at + 1, part, slips: slips(part) }));
        }
    }
    found
}

/// The states after a word, each with how many words were taken for misspelt ones on the way to it.
fn steps(book: &Book, (state, slips): (u32, usize), word: &Word) -> impl Iterator<Item = (u32, usize)> {
    let by = move |symbol: Symbol| book.parts.step(state, symbol);
    let written = matches!(word.fit, Fit::Exact | Fit::DrawnOut).then_some(word.symbol);
    let right = word.shown.and_then(by).or_else(|| written.and_then(by)).map(|next| (next, slips));
    right.into_iter().chain(word.slips.into_iter().filter_map(by).map(move |next| (next, slips + 1)))
}
