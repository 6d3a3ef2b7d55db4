//! Whether a message is a plain yes or no, and nothing else.
//!
//! Consent is precious: every word must belong to a form that the lexicon lists, as it is listed.

use super::book::{Book, Plain};
use super::line::{Fit, Line};
use crate::language::grammar::Automaton;

/// A plain answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    Yes,
    No,
}

/// Nobody needs more words for a plain answer.
const LONGEST: usize = 24;

/// What the words so far amount to.
const NOTHING: u8 = 1;
const YES: u8 = 2;
const YES_ALONE: u8 = 4;
const NO: u8 = 8;
const DONE: u8 = 16;

/// The plain answer that the whole of `line` is.
pub fn answer(book: &Book, line: &Line) -> Option<Answer> {
    let end = amount(book, line);
    match end {
        end if end & NO != 0 && end & (YES | YES_ALONE) == 0 => Some(Answer::No),
        end if end & (YES | YES_ALONE) != 0 && end & NO == 0 => Some(Answer::Yes),
        _ => None,
    }
}

/// Whether all of `line` says that something is done.
pub fn is_done(book: &Book, line: &Line) -> bool {
    amount(book, line) & DONE != 0
}

/// What all the words of `line` amount to.
fn amount(book: &Book, line: &Line) -> u8 {
    let count = line.words.len();
    if line.asks || line.odd || line.values || count > LONGEST {
        return 0;
    }
    let mut reached = [0_u8; LONGEST + 1];
    reached[0] = NOTHING;
    for from in 0..count {
        let so_far = reached[from];
        let mut node = Automaton::<Plain>::START;
        for to in from..count {
            if so_far == 0 {
                break;
            }
            let word = line.words[to];
            let Some(next) = book.plain.step(node, word.symbol) else { break };
            node = next;
            for &form in book.plain.accepts(node) {
                let words = &line.words[from..=to];
                reached[to + 1] |= after(so_far, form, words.iter().all(|word| word.fit == Fit::Exact));
            }
        }
    }
    reached[count]
}

/// What words amount to with one more form after them.
const fn after(so_far: u8, form: Plain, exact: bool) -> u8 {
    match form {
        Plain::Polite => so_far,
        Plain::Yes if exact && so_far & (NOTHING | YES) != 0 => YES,
        Plain::YesAlone if exact && so_far & NOTHING != 0 => YES_ALONE,
        Plain::No if so_far & (NOTHING | NO) != 0 => NO,
        Plain::Done if so_far & (NOTHING | DONE | YES) != 0 => DONE,
        Plain::Yes | Plain::YesAlone | Plain::No | Plain::Done => 0,
    }
}
