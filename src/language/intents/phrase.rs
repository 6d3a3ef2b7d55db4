//! The phrases of a lexicon, unexpanded: what [`crate::language::lexicon`] writes out as a list is kept as a pattern
//! here, for a tree of phrases is built from it many times faster.
//!
//! Beside the signs that every lexicon knows ("(…)" may be left out, "<…|…>" is one of several, "{section}" is any
//! phrase of a section above) a phrase may hold `@name`, which is any phrase of the section `[@name]`, and `...`,
//! which is up to three words of any kind. A class is found first and stands for one place, so that a phrase with
//! two of them need not be written out a thousand times.

/// One line of a lexicon.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'a> {
    /// The section it stands in.
    pub section: &'a str,
    /// The phrase.
    pub phrase: &'a str,
    /// What stands after "=".
    pub value: Option<&'a str>,
}

/// Every line of a lexicon, in order.
pub(super) fn lines(source: &str) -> Vec<Line<'_>> {
    let mut section = "";
    let mut lines = Vec::new();
    for line in source.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
        match line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            Some(name) => section = name.trim(),
            None => lines.push(match line.split_once(" = ") {
                Some((phrase, value)) => Line { section, phrase: phrase.trim(), value: Some(value.trim()) },
                None => Line { section, phrase: line, value: None },
            }),
        }
    }
    lines
}

/// One place in a phrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    /// A word.
    Word(&'a str),
    /// Any phrase of a class.
    Class(&'a str),
    /// Up to three words of any kind.
    Gap,
    /// One of several, or none when it may be left out.
    Choice(Vec<Vec<Piece<'a>>>, Left),
}

/// Whether a choice may be left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Left {
    /// It may be left out.
    Out,
    /// It may not.
    In,
}

/// Reads the phrases of a lexicon.
pub(super) struct Patterns<'a> {
    /// The lines that "{section}" may name.
    pub lines: &'a [Line<'a>],
}

impl<'a> Patterns<'a> {
    /// The pieces of a phrase.
    pub(super) fn pieces(&self, phrase: &'a str) -> Vec<Piece<'a>> {
        let mut pieces = Vec::new();
        let mut rest = phrase;
        while let Some(at) = rest.find(['(', '<', '{']) {
            pieces.extend(rest[..at].split_whitespace().map(simple));
            let inside = &rest[at + 1..];
            let end = closing(inside);
            let body = &inside[..end];
            pieces.push(match rest.as_bytes()[at] {
                b'{' => Piece::Choice(self.section(body), Left::In),
                b'(' => Piece::Choice(self.ways(body), Left::Out),
                _ => Piece::Choice(self.ways(body), Left::In),
            });
            rest = inside.get(end + 1..).unwrap_or_default();
        }
        pieces.extend(rest.split_whitespace().map(simple));
        pieces
    }

    fn ways(&self, body: &'a str) -> Vec<Vec<Piece<'a>>> {
        let mut depth = 0_usize;
        let ways = body.split(|sign| {
            match sign {
                '(' | '<' | '{' => depth += 1,
                ')' | '>' | '}' => depth = depth.saturating_sub(1),
                _ => {}
            }
            sign == '|' && depth == 0
        });
        ways.map(|way| self.pieces(way)).collect()
    }

    fn section(&self, name: &str) -> Vec<Vec<Piece<'a>>> {
        let name = name.trim();
        self.lines.iter().filter(|line| line.section == name).map(|line| self.pieces(line.phrase)).collect()
    }
}

fn simple(text: &str) -> Piece<'_> {
    match text.strip_prefix('@') {
        _ if text == "..." => Piece::Gap,
        Some(class) => Piece::Class(class),
        None => Piece::Word(text),
    }
}

/// Where the bracket that was opened before `inside` closes; the end when it does not.
fn closing(inside: &str) -> usize {
    let mut depth = 0_usize;
    for (at, byte) in inside.bytes().enumerate() {
        match byte {
            b'(' | b'<' | b'{' => depth += 1,
            b')' | b'>' | b'}' if depth == 0 => return at,
            b')' | b'>' | b'}' => depth -= 1,
            _ => {}
        }
    }
    inside.len()
}

/// Every phrase of words that `pieces` stand for: for short lists only.
pub(super) fn written_out<'a>(pieces: &[Piece<'a>]) -> Vec<Vec<&'a str>> {
    let mut all = vec![Vec::new()];
    for piece in pieces {
        all = match piece {
            Piece::Word(word) | Piece::Class(word) => {
                all.into_iter().map(|begun| [&begun[..], &[*word]].concat()).collect()
            }
            Piece::Gap => all,
            Piece::Choice(ways, left) => {
                let mut longer = if *left == Left::Out { all.clone() } else { Vec::new() };
                for way in ways.iter().flat_map(|way| written_out(way)) {
                    longer.extend(all.iter().map(|begun| [&begun[..], &way[..]].concat()));
                }
                longer
            }
        };
    }
    all
}
