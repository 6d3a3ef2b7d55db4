//! Groups of digits, and which of them belong together.

use std::ops::Range;

use super::message::Message;
use super::vocabulary::{Link, Traits, link};
use crate::card::{Wiped, is_card};
use crate::language::text::{Kind, is_question_mark};

/// How many marks may stand between two groups of one number.
const MOST_MARKS: usize = 4;
/// And where anything may stand between them that is no word.
const MOST_MARKS_FAR: usize = 16;

/// How far apart the groups of one chain may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reach {
    /// As people write what they want to be read.
    Near,
    /// With any marks between them, whatever they are called: for what must not be kept.
    Far,
}

/// A group of digits, a number in words, or the name of a month.
#[derive(Clone, Debug)]
pub(super) struct Atom {
    /// Where its digits are in [`Digits::all`]; none for a month.
    pub digits: Range<usize>,
    /// Its tokens.
    pub tokens: Range<usize>,
    /// What stands before it.
    pub link: Link,
    /// Whether it is written in words.
    pub spelled: bool,
    /// Whether it only sounds like a number.
    sounds: bool,
    /// Whether it is zero among other digits only.
    oh: bool,
    /// The month it names.
    pub month: Option<u8>,
}

/// All groups of a message, and the chains that they make.
#[derive(Debug, Default)]
pub(super) struct Digits {
    /// The digits of all groups, one after the other.
    pub all: Wiped,
    pub atoms: Vec<Atom>,
    /// Atoms that stand together, with nothing but separators between them.
    pub chains: Vec<Range<usize>>,
}

impl Digits {
    pub fn read(message: &Message) -> Self {
        Self::within(message, Reach::Near)
    }

    /// The groups and chains of a message, as far apart as `reach` lets them be.
    pub fn within(message: &Message, reach: Reach) -> Self {
        let most = match reach {
            Reach::Near => MOST_MARKS,
            Reach::Far => MOST_MARKS_FAR,
        };
        let mut digits = Self { all: Wiped::with_room(room(message)), ..Self::default() };
        let mut begin = 0;
        let mut pending = Link::Start;
        let mut marks = 0;
        let mut at = 0;
        while at < message.tokens.len() {
            let hidden = message.hidden(at);
            if hidden == 0
                && let Some(next) = digits.atom(message, at, pending, reach)
            {
                at = next;
                pending = Link::Space;
                marks = 0;
                continue;
            }
            match between(message, at, reach) {
                Some(link) if hidden == 0 && pending != Link::Start && marks < most => {
                    pending = stronger(pending, link);
                    marks += 1;
                    at += 1;
                }
                Some(_) | None => {
                    digits.close(&mut begin, message, reach);
                    pending = Link::Start;
                    marks = 0;
                    at += hidden.max(1);
                }
            }
        }
        digits.close(&mut begin, message, reach);
        digits
    }

    /// The digits of atoms that follow each other.
    pub fn of(&self, atoms: &Range<usize>) -> &str {
        match (self.atoms.get(atoms.start), atoms.end.checked_sub(1).and_then(|last| self.atoms.get(last))) {
            (Some(first), Some(last)) if !atoms.is_empty() => &self.all[first.digits.start..last.digits.end],
            _ => "",
        }
    }

    /// The digits of one atom.
    pub fn at(&self, atom: usize) -> &str {
        &self.all[self.atoms[atom].digits.clone()]
    }

    /// The tokens from the first of these atoms to the last.
    pub fn tokens(&self, atoms: &Range<usize>) -> Range<usize> {
        self.atoms[atoms.start].tokens.start..self.atoms[atoms.end - 1].tokens.end
    }

    /// These groups, with as many spoken zeros beside them as make `wanted` digits; as they are, if there are not enough.
    pub fn with_zeros(&self, groups: &Range<usize>, wanted: usize) -> Range<usize> {
        let mut wider = groups.clone();
        let beside = |one: usize| self.atoms[one].tokens.end == self.atoms[one + 1].tokens.start;
        while wider.start > 0
            && self.of(&wider).len() < wanted
            && self.atoms[wider.start - 1].oh
            && beside(wider.start - 1)
        {
            wider.start -= 1;
        }
        while self.of(&wider).len() < wanted
            && self.atoms.get(wider.end).is_some_and(|atom| atom.oh)
            && beside(wider.end - 1)
        {
            wider.end += 1;
        }
        if self.of(&wider).len() == wanted { wider } else { groups.clone() }
    }

    fn atom(&mut self, message: &Message, at: usize, link: Link, reach: Reach) -> Option<usize> {
        let from = self.all.len();
        let mut atom = Atom {
            digits: from..from,
            tokens: at..at + 1,
            link,
            spelled: false,
            sounds: false,
            oh: false,
            month: None,
        };
        if reach == Reach::Near && (message.odd[at] || message.hit(at).is_some()) {
            return None;
        }
        match message.tokens[at].kind {
            Kind::Digits => self.all.push_str(&message.tokens[at].text),
            Kind::Word => {
                if let Some(numeral) = message.numeral(at, &mut self.all) {
                    atom.tokens.end = at + numeral.used;
                    (atom.spelled, atom.sounds, atom.oh) = (true, numeral.sounds, numeral.oh);
                } else if let Some(month) = message.words[at].month {
                    atom.month = Some(month);
                } else if looks_like_digits(message, at) {
                    let digits = message.tokens[at].plain.chars().map(|c| if c == 'o' { '0' } else { '1' });
                    self.all.extend(digits);
                } else {
                    return None;
                }
            }
            Kind::Mark => return None,
        }
        atom.digits.end = self.all.len();
        let next = atom.tokens.end;
        self.atoms.push(atom);
        Some(next)
    }

    /// Ends the chain that began at `begin`; what only sounds like a number stays where the rest is mostly digits.
    fn close(&mut self, begin: &mut usize, message: &Message, reach: Reach) {
        let chain = *begin..self.atoms.len();
        *begin = chain.end;
        if chain.is_empty() {
            return;
        }
        if reach == Reach::Far || self.is_dictated(&chain, message) {
            self.push(chain);
            return;
        }
        let loose = |atom: &Atom| atom.sounds || atom.oh;
        let (mut from, mut to) = (chain.start, chain.end);
        while from < to && loose(&self.atoms[from]) {
            from += 1;
        }
        while from < to && loose(&self.atoms[to - 1]) {
            let follows_words = to - from > 3 && self.atoms[to - 2].spelled && self.atoms[to - 1].oh;
            if follows_words {
                break;
            }
            to -= 1;
        }
        let sounding = self.atoms[from..to].iter().filter(|atom| atom.sounds).count();
        if sounding == 0 {
            self.push(from..to);
            return;
        }
        let spoken = |atom: &Atom| atom.spelled || atom.digits.len() == 1;
        let mostly = sounding * 2 < to - from
            && self.atoms[from..to].iter().filter(|atom| spoken(atom)).count() * 4 > (to - from) * 3;
        if mostly {
            self.push(from..to);
            return;
        }
        let mut start = from;
        for at in from..to {
            if self.atoms[at].sounds {
                self.push(start..at);
                start = at + 1;
            }
        }
        self.push(start..to);
    }

    /// "For two for two": what sounds like digits all through is digits, where it makes a card, or a message in fours.
    fn is_dictated(&self, chain: &Range<usize>, message: &Message) -> bool {
        let atoms = &self.atoms[chain.clone()];
        let sounding = atoms.iter().filter(|atom| atom.sounds).count();
        let single = |atom: &Atom| atom.spelled && !atom.oh && atom.digits.len() == 1;
        let whole = self.tokens(chain) == (0..message.tokens.len());
        let fours = whole && atoms.len().is_multiple_of(4) && atoms.iter().all(single) && sounding * 2 <= atoms.len();
        sounding > 0 && atoms.iter().all(|atom| atom.spelled) && (fours || is_card(self.of(chain)))
    }

    fn push(&mut self, chain: Range<usize>) {
        if !chain.is_empty() {
            self.atoms[chain.start].link = Link::Start;
            self.chains.push(chain);
        }
    }
}

/// Room for all digits of a message: a word says fewer than two a letter.
pub(super) fn room(message: &Message) -> usize {
    2 * message.tokens.iter().map(|token| token.text.len()).sum::<usize>()
}

/// What may stand between two groups of one chain: which link it is.
fn between(message: &Message, at: usize, reach: Reach) -> Option<Link> {
    let far = reach == Reach::Far;
    if !far && (message.hit(at).is_some() || message.odd[at]) {
        return None;
    }
    if let Some(mark) = message.mark(at) {
        // "4242 ok? 4242"
        let beside = |at: usize| message.is(at, Traits::HESITATION);
        let asks = is_question_mark(mark) && at > 0 && (beside(at - 1) || beside(at + 1));
        return link(mark).or_else(|| (far || asks || decorates(message, at, mark)).then_some(Link::Space));
    }
    let word = message.words.get(at)?;
    if let Some(link) = word.spoken {
        return Some(link);
    }
    if word.traits.any(Traits::OF) || (word.traits.any(Traits::ORDINAL) && is_ordinal(message, at)) {
        return Some(Link::Of);
    }
    if word.traits.any(Traits::JOIN) {
        return Some(Link::Join);
    }
    word.traits.any(Traits::HESITATION).then_some(Link::Space)
}

/// Whether a mark parts nothing where it stands: a bracket or the like among groups of four digits ("(4242) 4242"), or
/// a picture between groups of four or single ones.
fn decorates(message: &Message, at: usize, mark: char) -> bool {
    let picture = matches!(mark, '\u{2190}'..='\u{27bf}' | '\u{2b00}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}');
    // Square brackets stand around what was redacted.
    if !picture && !matches!(mark, '(' | ')' | '{' | '}' | '<' | '>' | '*' | '+' | '=' | '"' | '^') {
        return false;
    }
    let mut near = (at.saturating_sub(MOST_MARKS)..at).rev();
    let before = near.find(|&at| message.kind(at) == Some(Kind::Digits));
    let after = (at + 1..=at + MOST_MARKS).find(|&at| message.kind(at) == Some(Kind::Digits));
    let length = |at: Option<usize>| at.map_or(0, |at| message.tokens[at].text.len());
    match (length(before), length(after)) {
        (4, 4) => true,
        (1, 1) => picture,
        _ => false,
    }
}

/// "12th of", "31st December", "31st, 2028": not "the 2nd one".
fn is_ordinal(message: &Message, at: usize) -> bool {
    let word =
        |at: usize| message.words.get(at).is_some_and(|word| word.month.is_some() || word.traits.any(Traits::OF));
    message.glued(at) && (word(at + 1) || message.mark(at + 1) == Some(','))
}

/// Of several marks between two groups, the one that says most.
fn stronger(one: Link, other: Link) -> Link {
    let rank = |link| match link {
        Link::Start | Link::Space => 0,
        Link::Dot | Link::Comma => 1,
        Link::Dash | Link::Colon => 2,
        Link::Join => 3,
        Link::Of => 4,
        Link::Slash => 5,
    };
    if rank(other) >= rank(one) { other } else { one }
}

/// Letters that stand for digits they look like: "4OOO", "4l11".
fn looks_like_digits(message: &Message, at: usize) -> bool {
    let token = &message.tokens[at];
    let after_digits = message.glued(at) && message.kind(at - 1) == Some(Kind::Digits);
    let before_digits = message.glued(at + 1) && message.kind(at + 1) == Some(Kind::Digits);
    match token.plain.len() {
        length if token.plain.bytes().all(|byte| byte == b'o') => {
            (length == 4 && token.capital) || after_digits || before_digits
        }
        _ => after_digits && before_digits && token.plain.bytes().all(|byte| matches!(byte, b'o' | b'l' | b'i')),
    }
}
