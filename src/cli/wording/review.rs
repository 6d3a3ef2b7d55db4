//! `wording review`: a candidate and its sentence, one above the other, and a verdict.

use std::io::{self, BufRead as _, IsTerminal as _, Write, stdin, stdout};

use payment_smart_bot::adapters::Shelf;
use payment_smart_bot::wording::{Kept, Line, Sentence, Standing, Wordings, may_be_said, sentence_by_digest};
use similar::{ChangeTag, TextDiff};

use super::{Chosen, today};
use crate::cli::terminal::colours;

/// What a person says to a candidate.
enum Verdict {
    Approve,
    Reject,
    Edit(String),
    Skip,
    Quit,
}

/// Shows each candidate that waits, and keeps each verdict at once: what was said so far outlasts an interruption.
pub fn review(chosen: &Chosen, by: &str, shelf: &Shelf) -> anyhow::Result<()> {
    let wordings = shelf.read()?;
    let waiting = waiting(chosen, &wordings);
    let mut out = stdout().lock();
    for (at, (kept, sentence)) in waiting.iter().enumerate() {
        let place = format!("{} of {}", at + 1, waiting.len());
        shown(kept, sentence, &place, &mut out)?;
        let (state, text) = match asked(sentence, &mut out)? {
            Verdict::Approve => (Standing::Approved, kept.line.text.clone()),
            Verdict::Reject => (Standing::Rejected, kept.line.text.clone()),
            Verdict::Edit(text) => (Standing::Approved, text),
            Verdict::Skip => continue,
            Verdict::Quit => break,
        };
        keep(shelf, kept, sentence, (state, &text, by))?;
    }
    let left = super::review::waiting(chosen, &shelf.read()?).len();
    writeln!(out, "{left} left to review")?;
    Ok(())
}

/// What waits for a person, with the sentence that it words. Of a sentence that reads otherwise now nothing is asked.
fn waiting<'a>(chosen: &Chosen, wordings: &'a Wordings) -> Vec<(&'a Kept, Sentence)> {
    let proposed = wordings.lines().iter().filter(|kept| kept.line.state == Standing::Proposed);
    proposed
        .filter(|kept| chosen.has(kept.language, &kept.line.act))
        .filter_map(|kept| Some((kept, sentence_by_digest(&kept.line.sentence)?)))
        .collect()
}

/// Writes a verdict in the place of the candidate. What was edited is a line of its own, and the candidate is rejected.
fn keep(
    shelf: &Shelf,
    kept: &Kept,
    sentence: &Sentence,
    (state, text, by): (Standing, &str, &str),
) -> anyhow::Result<()> {
    let current = shelf.read()?;
    let mut lines: Vec<Line> = Vec::new();
    for other in current.lines().iter().filter(|other| (other.language, other.tone) == (kept.language, kept.tone)) {
        if other.line.id != kept.line.id {
            lines.push(other.line.clone());
            continue;
        }
        let standing = if text == kept.line.text { state } else { Standing::Rejected };
        lines.push(Line { state: standing, by: by.to_owned(), at: today(), ..other.line.clone() });
        if text != kept.line.text {
            lines.push(Line::new(sentence, kept.tone, text, (state, by, today())));
        }
    }
    Ok(shelf.replace(kept.language, kept.tone, &lines)?)
}

fn shown(kept: &Kept, sentence: &Sentence, place: &str, out: &mut impl Write) -> io::Result<()> {
    let maker = kept.line.model.as_deref().unwrap_or(&kept.line.by);
    writeln!(out, "\n{}  {}  {}  by {maker}  ({place})", kept.language.code(), kept.tone.wire(), kept.line.act)?;
    writeln!(out, "  sentence   {}", sentence.text())?;
    writeln!(out, "  candidate  {}", kept.line.text)?;
    writeln!(out, "  changes    {}", changes(sentence.text(), &kept.line.text, colours(stdout().is_terminal())))
}

/// The words that went and came, marked in colour or in brackets.
pub(super) fn changes(sentence: &str, candidate: &str, colours: bool) -> String {
    let diff = TextDiff::from_words(sentence, candidate);
    diff.iter_all_changes()
        .map(|change| {
            let words = change.value();
            match (change.tag(), colours) {
                (ChangeTag::Equal, _) => words.to_owned(),
                (_, _) if words.trim().is_empty() => words.to_owned(),
                (ChangeTag::Delete, true) => format!("\x1b[31;9m{words}\x1b[0m"),
                (ChangeTag::Insert, true) => format!("\x1b[32m{words}\x1b[0m"),
                (ChangeTag::Delete, false) => format!("[-{words}-]"),
                (ChangeTag::Insert, false) => format!("[+{words}+]"),
            }
        })
        .collect()
}

fn asked(sentence: &Sentence, out: &mut impl Write) -> io::Result<Verdict> {
    loop {
        let Some(said) = line("  a approve, r reject, e edit, s skip, q quit > ", out)? else {
            return Ok(Verdict::Quit);
        };
        match said.as_str() {
            "a" => return Ok(Verdict::Approve),
            "r" => return Ok(Verdict::Reject),
            "s" | "" => return Ok(Verdict::Skip),
            "q" => return Ok(Verdict::Quit),
            "e" => {
                let Some(text) = line("  your words > ", out)? else { return Ok(Verdict::Quit) };
                match may_be_said(sentence, &text) {
                    Ok(()) => return Ok(Verdict::Edit(text)),
                    Err(breach) => writeln!(out, "  that cannot be said: {}", breach.wire())?,
                }
            }
            other => writeln!(out, "  {other:?} is none of a, r, e, s and q")?,
        }
    }
}

fn line(prompt: &str, out: &mut impl Write) -> io::Result<Option<String>> {
    write!(out, "{prompt}")?;
    out.flush()?;
    let mut said = String::new();
    let read = stdin().lock().read_line(&mut said)?;
    Ok((read > 0).then(|| said.trim().to_owned()))
}
