//! Whether words can be somebody's name, and how sure that is.
//!
//! What decides is whether a word is in no lexicon, and whether the writer begins names in upper case: "Luis Cancel" is a
//! name whatever "cancel" means, and "will change" hardly is.

use std::ops::Range;

use super::message::Message;
use super::runs::joins_two;
use super::vocabulary::{Standing, Traits, Vocabulary, vocabulary};
use crate::dialogue::{Language, Said};
use crate::language::text::{Kind, Token};

/// More words are a sentence, particles ("de la") aside.
const MOST: usize = 10;
/// More particles are one, too.
const MOST_PARTICLES: usize = 6;
/// More words in lower case than this are a sentence.
const MOST_LOWER: usize = 5;
/// Letters of the longest word of a name.
const LONGEST: usize = 30;
/// Characters of a name in a script that writes a word, or more than a letter, with each.
const LONGEST_HAN: usize = 6;
/// Characters of a name in a script without spaces between words.
const LONGEST_UNSPACED: usize = 24;

/// How a name came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Manner {
    /// After words that say so.
    Introduced,
    /// After words that often say something else.
    Hinted,
    /// After words that say something else, by somebody who writes in upper and lower case.
    Capital,
    /// Where other things are said: two words or more, in upper case.
    Full,
    /// By itself, where a name was asked for.
    Alone,
}

/// How sure it is that words are a name, the surest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sure {
    /// They are.
    Certain,
    /// As far as can be told.
    Likely,
    /// They may as well be something else: it is asked.
    Doubtful,
}

impl Sure {
    /// What was said, as sure as this.
    pub fn said<T>(self, value: T) -> Said<T> {
        match self {
            Self::Certain => Said::Certain(value),
            Self::Likely => Said::Likely(value),
            Self::Doubtful => Said::Doubtful(value),
        }
    }
}

/// The words of what may be a name, counted.
struct Counted {
    /// The words, particles and titles aside: where each is, and what it is else.
    words: Vec<(usize, Standing)>,
    /// Those of which a sentence is made: the places in `words`.
    sentence: Vec<usize>,
    /// How many begin in lower case.
    lower: usize,
    /// Whether another language has all of them: "un momento".
    foreign: bool,
}

/// How sure it is that these tokens are a name, if they can be one.
pub(super) fn judge(message: &Message, name: &Range<usize>, manner: Manner) -> Option<Sure> {
    let words: Vec<usize> = name.clone().filter(|&at| message.kind(at) == Some(Kind::Word)).collect();
    let letters = |at: usize| message.tokens[at].text.chars().count();
    let long_enough =
        words.iter().map(|&at| letters(at)).sum::<usize>() >= 2 && words.iter().any(|&at| letters(at) > 1);
    if !long_enough || words.iter().any(|&at| is_mash(message, at) || is_too_long(&message.tokens[at])) {
        return None;
    }
    let counted = Counted::of(message, &words);
    if counted.words.is_empty() || counted.words.len() > MOST || words.len() > MOST + MOST_PARTICLES {
        return None;
    }
    let sure = if counted.lower == 0 { counted.upright(manner)? } else { counted.low(manner)? };
    let ends = |&(at, _): &(usize, _)| message.vocabulary.ends_as_no_name(&message.tokens[at].plain);
    (counted.lower == 0 || !counted.words.iter().all(ends)).then_some(sure)
}

impl Counted {
    fn of(message: &Message, words: &[usize]) -> Self {
        let mut counted =
            Self { words: Vec::with_capacity(words.len()), sentence: Vec::new(), lower: 0, foreign: false };
        for &at in words {
            let among = |traits| words.len() > 1 && message.is(at, traits);
            let ordinal = message.is(at, Traits::ORDINAL) && message.glued(at);
            if ordinal
                || among(Traits::PARTICLE.or(Traits::HONORIFIC).or(Traits::SUFFIX))
                || joins_two(message, at, words[0])
            {
                continue;
            }
            let token = &message.tokens[at];
            // An initial says as little as a word that is a name as often.
            let initial = words.len() > 1 && token.text.chars().count() == 1 && token.capital;
            let pronoun = initial && at == words[0] && message.mark(at + 1) != Some('.');
            if message.is(at, Traits::SENTENCE) && (!initial || pronoun) {
                counted.sentence.push(counted.words.len());
            }
            counted.lower += usize::from(message.is_low(at));
            counted.words.push((at, if initial { Standing::Both } else { message.standing(at) }));
        }
        let has =
            |vocabulary: &Vocabulary, at: usize| vocabulary.standing(&message.tokens[at].plain) != Standing::Unknown;
        counted.foreign = Language::ALL.into_iter().map(vocabulary).any(|other| {
            !std::ptr::eq(other, message.vocabulary) && counted.words.iter().all(|&(at, _)| has(other, at))
        });
        counted
    }

    fn count(&self, standing: Standing) -> usize {
        self.words.iter().filter(|&&(_, found)| found == standing).count()
    }

    /// Every word in upper case.
    fn upright(&self, manner: Manner) -> Option<Sure> {
        let (count, unknown, common) = (self.words.len(), self.count(Standing::Unknown), self.count(Standing::Word));
        match *self.sentence {
            [] => {}
            // "Nguyen Van An", "He Jiankui".
            [place] if unknown > 0 && common == 1 => {
                return (manner != Manner::Full).then_some(if place == 0 { Sure::Doubtful } else { Sure::Likely });
            }
            [_, ..] => return None,
        }
        if unknown == 0 && common > 0 {
            // "Mark Price".
            return match manner {
                Manner::Full => (count > common && count > 1).then_some(Sure::Doubtful),
                Manner::Introduced => Some(Sure::Doubtful),
                Manner::Capital | Manner::Hinted | Manner::Alone => (count > 1).then_some(Sure::Doubtful),
            };
        }
        match manner {
            Manner::Full => (count > 1).then_some(Sure::Certain),
            Manner::Alone | Manner::Hinted if count == 1 && unknown == 0 => Some(Sure::Likely),
            Manner::Introduced | Manner::Hinted | Manner::Capital | Manner::Alone => Some(Sure::Certain),
        }
    }

    /// A word or more in lower case.
    fn low(&self, manner: Manner) -> Option<Sure> {
        let (count, unknown, common) = (self.words.len(), self.count(Standing::Unknown), self.count(Standing::Word));
        let introduced = manner == Manner::Introduced;
        match manner {
            Manner::Capital | Manner::Full => return None,
            Manner::Introduced | Manner::Hinted | Manner::Alone => {}
        }
        match *self.sentence {
            [] => {}
            // "nguyen van an".
            [place] if place > 0 && unknown > 1 && common == 1 => return Some(Sure::Doubtful),
            [_, ..] => return None,
        }
        if self.lower > MOST_LOWER || (self.foreign && !introduced) {
            return None;
        }
        let first = self.words.first().is_some_and(|&(_, standing)| standing != Standing::Word);
        match (unknown, common) {
            (0, 0) if introduced && count > 1 => Some(Sure::Certain),
            (0, 0) if introduced => Some(Sure::Likely),
            (0, 0) => Some(Sure::Doubtful),
            (_, 0) if introduced || count > 1 => Some(Sure::Certain),
            (_, 0) if manner == Manner::Hinted => Some(Sure::Likely),
            (_, 0) => Some(Sure::Doubtful),
            // "mark price".
            (0, 1) if first && count == 2 && manner != Manner::Hinted => Some(Sure::Doubtful),
            (0, _) => None,
            // "my name is reginald fine".
            _ if introduced && first && count == 2 => Some(Sure::Certain),
            // "johnny cash", "sandra oh".
            _ if introduced || (first && common * 2 <= count) => Some(Sure::Doubtful),
            _ => None,
        }
    }
}

fn is_too_long(token: &Token) -> bool {
    let length = token.text.chars().count();
    let all = |from: char, to: char| token.text.chars().all(|c| (from..=to).contains(&c));
    let han = all('\u{3040}', '\u{9fff}');
    let unspaced = all('\u{e00}', '\u{eff}') || all('\u{1000}', '\u{109f}') || all('\u{1780}', '\u{17ff}');
    length > LONGEST || (han && length > LONGEST_HAN) || (unspaced && length > LONGEST_UNSPACED)
}

/// "asdf", "xkcdq", "aaaa".
fn is_mash(message: &Message, at: usize) -> bool {
    let plain = message.tokens[at].plain.as_bytes();
    if message.is(at, Traits::MASH) {
        return true;
    }
    if !plain.is_ascii() {
        return false;
    }
    let tripled = plain.windows(3).any(|three| three[0] == three[1] && three[1] == three[2]);
    let vowels = plain.iter().any(|byte| matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u' | b'y'));
    let suffix = message.is(at, Traits::SUFFIX.or(Traits::HONORIFIC).or(Traits::BUSINESS));
    (!suffix && tripled) || (!suffix && plain.len() > 3 && !vowels) || (plain.len() > 3 && walks_the_keyboard(plain))
}

/// Whether nearly every letter lies beside the one before it on a keyboard.
fn walks_the_keyboard(plain: &[u8]) -> bool {
    const ROWS: [&[u8]; 3] = [b"qwertyuiop", b"asdfghjkl", b"zxcvbnm"];
    let place = |byte: u8| {
        ROWS.iter().enumerate().find_map(|(row, keys)| keys.iter().position(|&key| key == byte).map(|at| (row, at)))
    };
    let beside = |pair: &[u8]| match (place(pair[0]), place(pair[1])) {
        (Some((one, left)), Some((other, right))) => one == other && left.abs_diff(right) == 1,
        _ => false,
    };
    let steps = plain.windows(2).filter(|pair| beside(pair)).count();
    steps * 5 > (plain.len() - 1) * 4
}
