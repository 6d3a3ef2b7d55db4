//! Misspelt keywords, found by an index of the spellings that lie nearby, never by a scan of all words.
//!
//! Two words within one edit share a spelling that is got by leaving out at most one letter of each (within two, two):
//! the index holds those of every keyword, and a word is looked up by its own.

use std::ops::Deref;

use crate::language::automaton::Symbol;

/// Shorter keywords are never corrected.
const SHORTEST: usize = 4;
/// The shortest word that another can be near to.
const NEAREST: usize = 3;
/// From this length on two edits are forgiven.
const LONG: usize = 8;
/// No keyword is longer: longer words are not looked up.
const LONGEST: usize = 18;

/// The index of keywords: a table of chains, which is built quickly.
pub(super) struct Spelling {
    /// How many edits are forgiven of a keyword, by its length.
    forgiven: fn(&[char], &[char]) -> Option<usize>,
    shortest: usize,
    /// From this length on what is left without two letters is looked at, too.
    long: usize,
    keywords: Vec<(Box<[char]>, Symbol)>,
    /// Where each chain begins in `links`; its length is a power of two.
    heads: Vec<u32>,
    links: Vec<Link>,
}

struct Link {
    hash: u32,
    keyword: u16,
    next: u32,
}

/// The words that a misspelt one may have been, each once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Slips([Option<Symbol>; 4]);

impl Slips {
    /// Adds a word, unless there are too many.
    pub(super) fn add(&mut self, symbol: Symbol) {
        if let Some(free) = self.0.iter_mut().find(|slip| slip.is_none_or(|held| held == symbol)) {
            *free = Some(symbol);
        }
    }

    /// Whether there are none.
    pub const fn is_empty(self) -> bool {
        self.0[0].is_none()
    }
}

impl IntoIterator for Slips {
    type Item = Symbol;
    type IntoIter = std::iter::Flatten<std::array::IntoIter<Option<Symbol>, 4>>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter().flatten()
    }
}

/// The letters of a word that may be near to a keyword; none of a longer one. No allocation is left with them.
pub(super) struct Letters([char; LONGEST + 2], usize);

impl Letters {
    pub(super) fn of(word: &str) -> Option<Self> {
        let mut letters = Self(['\0'; LONGEST + 2], 0);
        for letter in word.chars() {
            *letters.0.get_mut(letters.1)? = letter;
            letters.1 += 1;
        }
        Some(letters)
    }
}

impl Deref for Letters {
    type Target = [char];

    fn deref(&self) -> &[char] {
        &self.0[..self.1]
    }
}

/// How many chains there are: a few for each of the spellings of a usual lexicon.
const CHAINS: usize = 1 << 16;
/// The end of a chain.
const END: u32 = u32::MAX;

impl Spelling {
    /// Keywords that are recognised when they are misspelt.
    pub(super) fn forgiving() -> Self {
        Self::new(edits, SHORTEST, LONG)
    }

    /// Words that are known from one edit away, however short they are.
    pub(super) fn near() -> Self {
        Self::new(|word, known| Some(distance(word, known)).filter(|&edits| edits <= 1), NEAREST, usize::MAX)
    }

    fn new(forgiven: fn(&[char], &[char]) -> Option<usize>, shortest: usize, long: usize) -> Self {
        let (heads, links) = (vec![END; CHAINS], Vec::with_capacity(CHAINS / 4));
        Self { forgiven, shortest, long, keywords: Vec::new(), heads, links }
    }

    /// Adds a keyword, if it is long enough to be recognised when it is misspelt.
    pub(super) fn add(&mut self, keyword: &str, symbol: Symbol) {
        let letters: Box<[char]> = keyword.chars().collect();
        let (Ok(index), Ok(_)) = (u16::try_from(self.keywords.len()), u32::try_from(self.links.len() + 256)) else {
            return;
        };
        if !(self.shortest..=LONGEST).contains(&letters.len()) {
            return;
        }
        let (heads, links) = (&mut self.heads, &mut self.links);
        shortened(&letters, self.long, |hash| {
            let head = &mut heads[chain(hash)];
            let place = u32::try_from(links.len()).unwrap_or(END);
            links.push(Link { hash: mark(hash), keyword: index, next: *head });
            *head = place;
        });
        self.keywords.push((letters, symbol));
    }

    /// The keyword that `word` was meant to be: the nearest; of equally near ones, mostly forms of one word, that
    /// which the lexicon has first.
    pub(super) fn correct(&self, word: &str) -> Option<Symbol> {
        self.nearest(word, |word, known, _| (self.forgiven)(word, known))
    }

    /// The keywords that one slip of the keys makes `word` of: the first few of them.
    pub(super) fn slips(&self, word: &str) -> Slips {
        let mut slips = Slips::default();
        let _ = self.nearest(word, |word, known, symbol| {
            if is_slip(word, known) {
                slips.add(symbol);
            }
            None
        });
        slips
    }

    fn nearest(
        &self,
        word: &str,
        mut forgiven: impl FnMut(&[char], &[char], Symbol) -> Option<usize>,
    ) -> Option<Symbol> {
        let letters = &*Letters::of(word).filter(|letters| letters.len() >= self.shortest)?;
        let mut best: Option<(usize, u16)> = None;
        // Long words share dozens of spellings with a keyword that is near: it's compared once.
        let mut compared = Vec::new();
        shortened(letters, self.long, |hash| {
            let mut at = self.heads[chain(hash)];
            while let Some(link) = self.links.get(at as usize) {
                at = link.next;
                if link.hash != mark(hash) || compared.contains(&link.keyword) {
                    continue;
                }
                compared.push(link.keyword);
                let (keyword, symbol) = &self.keywords[usize::from(link.keyword)];
                if let Some(edits) = forgiven(letters, keyword, *symbol)
                    && best.is_none_or(|best| (edits, link.keyword) < best)
                {
                    best = Some((edits, link.keyword));
                }
            }
        });
        best.map(|(_, keyword)| self.keywords[usize::from(keyword)].1)
    }
}

/// What of a hash is kept: the chain tells the rest.
fn mark(hash: u64) -> u32 {
    u32::try_from(hash >> 32).unwrap_or_default()
}

fn chain(hash: u64) -> usize {
    usize::try_from((hash ^ (hash >> 32)) & (CHAINS as u64 - 1)).unwrap_or_default()
}

/// The hashes of a word and of what is left of it without one letter, and from the length `long` on without two.
///
/// A hash is a polynomial of the letters, so that what is left is made of the hashes of what stands before, between and
/// behind the letters that were taken out.
fn shortened(letters: &[char], long: usize, mut visit: impl FnMut(u64)) {
    const BASE: u64 = 0x9e37_79b9_7f4a_7c15;
    let mut powers = [1_u64; LONGEST + 3];
    let mut upto = [0_u64; LONGEST + 3];
    for (at, &letter) in letters.iter().enumerate() {
        powers[at + 1] = powers[at].wrapping_mul(BASE);
        upto[at + 1] = upto[at].wrapping_mul(BASE).wrapping_add(u64::from(letter));
    }
    let end = letters.len();
    // `before`, and the letters from `from` to `to` after it.
    let and = |before: u64, from: usize, to: usize| {
        let between = upto[to].wrapping_sub(upto[from].wrapping_mul(powers[to - from]));
        before.wrapping_mul(powers[to - from]).wrapping_add(between)
    };
    let mixed = |hash: u64| (hash ^ (hash >> 32)).wrapping_mul(BASE);
    visit(mixed(upto[end]));
    for (first, &before) in upto[..end].iter().enumerate() {
        visit(mixed(and(before, first + 1, end)));
        if end >= long {
            for second in first + 1..end {
                visit(mixed(and(and(before, first + 1, second), second + 1, end)));
            }
        }
    }
}

/// How many edits lead from `word` to `keyword`, if no more than may be forgiven.
///
/// A keyword of four letters forgives only two that changed places: one edit away from it stand too many real words.
fn edits(word: &[char], keyword: &[char]) -> Option<usize> {
    let edits = distance(word, keyword);
    let forgiven = match keyword.len() {
        ..5 => return (edits == 1 && word.len() == keyword.len() && swapped(word, keyword)).then_some(1),
        5..LONG => 1,
        LONG.. => 2,
    };
    (edits <= forgiven).then_some(edits)
}

/// Whether one edit, at most, makes `known` of `word`: a letter more, less or other, or two that changed places.
#[must_use]
pub fn within_an_edit(word: &[char], known: &[char]) -> bool {
    known.len() <= LONGEST && word.len().abs_diff(known.len()) <= 1 && distance(word, known) <= 1
}

/// Whether one slip makes `word` of `known`: a letter too many, too few, its neighbour on the keyboard, two that changed
/// places, or inside a long word one vowel for another ("conferm"). The last one may make another word of it: "cobre".
pub(super) fn is_slip(word: &[char], known: &[char]) -> bool {
    if distance(word, known) != 1 {
        return false;
    }
    let mut differ = word.iter().zip(known).enumerate().filter(|(_, (a, b))| a != b);
    let (first, second) = (differ.next(), differ.next());
    let vowels = |at: usize, letters: [char; 2]| {
        (LONG_ENOUGH..).contains(&word.len()) && at + 1 < word.len() && letters.iter().all(|&c| "aeiou".contains(c))
    };
    let near = |(at, (&a, &b)): (usize, (&char, &char))| are_neighbours(a, b) || vowels(at, [a, b]);
    word.len() != known.len() || second.is_some() || first.is_some_and(near)
}

/// In a shorter word another vowel makes another word.
const LONG_ENOUGH: usize = 6;

/// Whether two keys touch, on the keyboards that Latin letters are typed on.
fn are_neighbours(one: char, other: char) -> bool {
    const ROWS: [&str; 3] = ["qwertyuiop", "asdfghjklñ", "zxcvbnm"];
    let place = |key: char| {
        let column = |row: &str| row.chars().position(|letter| letter == key);
        ROWS.iter().enumerate().find_map(|(row, letters)| Some((row, column(letters)?)))
    };
    let (Some(one), Some(other)) = (place(one), place(other)) else { return false };
    let ((upper, left), (lower, right)) = if one <= other { (one, other) } else { (other, one) };
    match lower - upper {
        0 => right - left == 1,
        // Each row stands half a key to the right of the one above it.
        1 => left == right || left == right + 1,
        _ => false,
    }
}

fn swapped(word: &[char], keyword: &[char]) -> bool {
    word.iter().zip(keyword).filter(|(a, b)| a != b).count() == 2
}

/// Insertions, deletions, substitutions, and neighbours that changed places (optimal string alignment).
fn distance(a: &[char], b: &[char]) -> usize {
    const WIDTH: usize = LONGEST + 3;
    let mut rows = [[0_usize; WIDTH]; 3];
    for (j, cell) in rows[0].iter_mut().enumerate() {
        *cell = j;
    }
    for i in 1..=a.len() {
        let [before, above, now] = [(i + 1) % 3, (i + 2) % 3, i % 3];
        rows[now][0] = i;
        for j in 1..=b.len() {
            let changed = usize::from(a[i - 1] != b[j - 1]);
            let mut cell = (rows[above][j] + 1).min(rows[now][j - 1] + 1).min(rows[above][j - 1] + changed);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                cell = cell.min(rows[before][j - 2] + 1);
            }
            rows[now][j] = cell;
        }
    }
    rows[a.len() % 3][b.len()]
}
