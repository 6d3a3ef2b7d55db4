//! Misspelt keywords, found by an index of the spellings that lie nearby, never by a scan of all words.
//!
//! Two words within one edit share a spelling that is got by leaving out at most one letter of each (within two, two):
//! the index holds those of every keyword, and a word is looked up by its own.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use super::trie::Symbol;

/// Shorter keywords are never corrected.
const SHORTEST: usize = 4;
/// From this length on two edits are forgiven.
const LONG: usize = 8;
/// No keyword is longer: longer words are not looked up.
const LONGEST: usize = 18;

/// The index of keywords.
pub(super) struct Spelling {
    near: HashMap<u64, Vec<u16>, BuildHasherDefault<AsIs>>,
    keywords: Vec<(Box<[char]>, Symbol)>,
}

impl Spelling {
    pub(super) fn new() -> Self {
        Self { near: HashMap::default(), keywords: Vec::new() }
    }

    /// Adds a keyword, if it is long enough to be recognised when it is misspelt.
    pub(super) fn add(&mut self, keyword: &str, symbol: Symbol) {
        let letters: Box<[char]> = keyword.chars().collect();
        if !(SHORTEST..=LONGEST).contains(&letters.len()) {
            return;
        }
        let Ok(index) = u16::try_from(self.keywords.len()) else { return };
        let near = &mut self.near;
        shortened(&letters, |hash| {
            let known = near.entry(hash).or_default();
            if known.last() != Some(&index) {
                known.push(index);
            }
        });
        self.keywords.push((letters, symbol));
    }

    /// The keyword that `word` was meant to be: the nearest, of equally near ones that which the lexicon has first
    /// (they are mostly forms of one word).
    pub(super) fn correct(&self, word: &str) -> Option<Symbol> {
        let mut letters = ['\0'; LONGEST + 2];
        let mut length = 0;
        for letter in word.chars() {
            *letters.get_mut(length)? = letter;
            length += 1;
        }
        let letters = &letters[..length];
        if length < SHORTEST {
            return None;
        }
        let mut best: Option<(usize, Symbol)> = None;
        shortened(letters, |hash| {
            for &index in self.near.get(&hash).map_or(&[][..], Vec::as_slice) {
                let (keyword, symbol) = &self.keywords[usize::from(index)];
                if let Some(edits) = edits(letters, keyword)
                    && best.is_none_or(|(fewest, _)| edits < fewest)
                {
                    best = Some((edits, *symbol));
                }
            }
        });
        best.map(|(_, symbol)| symbol)
    }
}

/// The hashes of a word and of what is left of it without one letter, and of a long one without two.
fn shortened(letters: &[char], mut visit: impl FnMut(u64)) {
    let without = |first: usize, second: usize| {
        letters
            .iter()
            .enumerate()
            .filter(|&(i, _)| i != first && i != second)
            .fold(0xcbf2_9ce4_8422_2325, |hash, (_, &c)| {
                (hash ^ u64::from(u32::from(c))).wrapping_mul(0x0100_0000_01b3)
            })
    };
    visit(without(usize::MAX, usize::MAX));
    for first in 0..letters.len() {
        visit(without(first, usize::MAX));
        if letters.len() >= LONG {
            for second in first + 1..letters.len() {
                visit(without(first, second));
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

/// The keys are hashes already.
#[derive(Default)]
pub(super) struct AsIs(u64);

impl Hasher for AsIs {
    fn finish(&self) -> u64 {
        // Hash tables look at both ends of a hash: the multiplication above leaves the low end poor.
        self.0 ^ (self.0 >> 32)
    }

    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    fn write_u64(&mut self, hash: u64) {
        self.0 = hash;
    }
}
