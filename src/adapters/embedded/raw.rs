//! A data folder's files byte by byte, pages that the database let go of included: what could be read by who copied them.

use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::Path;
use std::sync::LazyLock;

use jiff::Timestamp;
use regex::bytes::Regex;
use zeroize::Zeroizing;

use crate::adapters::Slots;
use crate::adapters::slots::{Tried, What};
use crate::card::{Wiped, is_card};

/// So much is read at once; and so much of it again with the next piece, so that nothing is cut in two. No seal is longer.
const PIECE: usize = 4 << 20;
const OVERLAP: usize = 512 << 10;

/// What every seal begins with.
static SEAL: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"(?-u)psb-seal\x03").expect("a pattern"));
/// Groups of digits; what other numbers stand around one is no part of it.
static GROUPS: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"(?-u)[0-9]+(?:[ -][0-9]+)*").expect("a pattern"));
/// A card number has so many digits (ISO/IEC 7812), and is written in so many groups at most.
const DIGITS: std::ops::RangeInclusive<usize> = 12..=19;
const MOST_GROUPS: usize = 10;

/// What was found in a data folder's files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RawFindings {
    /// Seals of card numbers that open, and may: their time isn't over.
    pub in_time: u64,
    /// Seals of card numbers that open, and should not.
    pub overdue: u64,
    /// Seals of what people may see that open. They may.
    pub shown: u64,
    /// Seals that no key opens any more.
    pub closed: u64,
    /// Where something looks like a card number in clear: the file's name, and the byte at which it begins.
    pub in_clear: Vec<(String, u64)>,
}

/// Looks through every file of a data folder, and tries each seal with these keys.
///
/// # Errors
/// When a file can't be read.
pub fn look_through(folder: &Path, slots: &Slots, now: Timestamp) -> io::Result<RawFindings> {
    let mut found = RawFindings::default();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_file() {
            let name = entry.file_name().to_string_lossy().into_owned();
            pieces(&entry.path(), |at, piece, fresh| found.add(&name, at, piece, fresh, slots, now))?;
        }
    }
    Ok(found)
}

impl RawFindings {
    /// Adds what begins among the first `fresh` bytes of a piece, which is at this byte of the file.
    fn add(&mut self, name: &str, at: u64, piece: &[u8], fresh: usize, slots: &Slots, now: Timestamp) {
        for seal in SEAL.find_iter(piece).take_while(|seal| seal.start() < fresh) {
            match slots.tried(&piece[seal.start()..], now) {
                Tried::Opens { what: What::Number, in_time: true } => self.in_time += 1,
                Tried::Opens { what: What::Number, in_time: false } => self.overdue += 1,
                Tried::Opens { what: What::Shown, .. } => self.shown += 1,
                Tried::Closed => self.closed += 1,
            }
        }
        for run in GROUPS.find_iter(piece).take_while(|run| run.start() < fresh) {
            let alone = |byte: Option<&u8>| byte.is_none_or(|byte| !byte.is_ascii_alphanumeric());
            let before = run.start().checked_sub(1).and_then(|before| piece.get(before));
            if alone(before) && alone(piece.get(run.end())) {
                let found =
                    numbers_in(run.as_bytes()).map(|start| (name.to_owned(), at + (run.start() + start) as u64));
                self.in_clear.extend(found);
            }
        }
    }
}

/// Where card numbers begin in groups of digits.
fn numbers_in(run: &[u8]) -> impl Iterator<Item = usize> {
    let starts = (0..run.len()).filter(|&at| at == 0 || !run[at - 1].is_ascii_digit());
    starts.filter(|&start| {
        let mut digits = Wiped::with_room(*DIGITS.end());
        for group in run[start..].split(|byte| !byte.is_ascii_digit()).take(MOST_GROUPS) {
            if digits.len() + group.len() > *DIGITS.end() {
                return false;
            }
            digits.extend(group.iter().map(|&byte| char::from(byte)));
            if DIGITS.contains(&digits.len()) && is_card(&digits) {
                return true;
            }
        }
        false
    })
}

/// Reads a file piece by piece: where each begins, its bytes, and how many of them don't come again with the next.
fn pieces(path: &Path, mut look: impl FnMut(u64, &[u8], usize)) -> io::Result<()> {
    let mut file = File::open(path)?;
    let mut piece = Zeroizing::new(Vec::with_capacity(PIECE));
    let mut at = 0;
    loop {
        let wanted = (PIECE - piece.len()) as u64;
        let read = (&mut file).take(wanted).read_to_end(&mut piece)? as u64;
        let last = read < wanted;
        let fresh = if last { piece.len() } else { PIECE - OVERLAP };
        look(at, &piece, fresh);
        if last {
            return Ok(());
        }
        piece.drain(..fresh);
        at += fresh as u64;
    }
}
