//! `wording review`: a candidate and its sentence, one above the other, and a verdict.

use std::io::{self, BufRead as _, IsTerminal as _, Write, stdin, stdout};

use payment_smart_bot::adapters::Shelf;
use payment_smart_bot::wording::{Fate, Kept, Line, Sentence, Standing, Wordings, may_be_said, sentence_by_digest};
use similar::{ChangeTag, TextDiff};

use super::{Chosen, put, today};
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
    let listed = waiting(chosen, &wordings);
    let mut out = stdout().lock();
    for (at, (kept, sentence)) in listed.iter().enumerate() {
        let place = format!("{} of {}", at + 1, listed.len());
        shown(kept, sentence, &place, &mut out)?;
        let judged = |state| kept.line.judged(kept.tone, (state, by, today()));
        let lines = match asked(kept, sentence, &mut out)? {
            Verdict::Approve => vec![judged(Standing::Approved)],
            Verdict::Reject => vec![judged(Standing::Rejected)],
            // What a person typed is a line of its own, and the candidate is rejected.
            Verdict::Edit(text) => {
                let own = Line::new(sentence, kept.tone, &text, (Standing::Approved, by, today()));
                vec![judged(Standing::Rejected), own]
            }
            Verdict::Skip => continue,
            Verdict::Quit => break,
        };
        if !keep(shelf, kept, lines)? {
            writeln!(out, "  not taken down: the file no longer has this candidate")?;
        }
    }
    let left = waiting(chosen, &shelf.read()?).len();
    writeln!(out, "{left} left to review")?;
    Ok(())
}

/// What waits for a person, with the sentence that it words: what was proposed, and what was edited after it was approved.
/// Of a sentence that has changed since, nothing is asked.
fn waiting<'a>(chosen: &Chosen, wordings: &'a Wordings) -> Vec<(&'a Kept, Sentence)> {
    let lines = wordings.lines().iter().filter(|kept| chosen.has(kept.language, &kept.line.act));
    lines
        .filter(|kept| matches!((kept.fate, kept.line.state), (Fate::Unspoken, Standing::Proposed) | (Fate::Edited, _)))
        .filter_map(|kept| Some((kept, sentence_by_digest(&kept.line.sentence)?)))
        .collect()
}

/// Writes a verdict in the place of its candidate. False where the file has the candidate no longer.
fn keep(shelf: &Shelf, kept: &Kept, judged: Vec<Line>) -> anyhow::Result<bool> {
    let held = shelf.hold()?;
    let current = shelf.read()?;
    let of_file = current.lines().iter().filter(|other| (other.language, other.tone) == (kept.language, kept.tone));
    let mut lines: Vec<Line> = of_file.map(|other| other.line.clone()).collect();
    if !lines.iter().any(|line| line.reads_as(&kept.line)) {
        return Ok(false);
    }
    put(&mut lines, judged);
    held.replace(kept.language, kept.tone, &lines)?;
    Ok(true)
}

fn shown(kept: &Kept, sentence: &Sentence, place: &str, out: &mut impl Write) -> io::Result<()> {
    let maker = kept.line.model.as_deref().unwrap_or(&kept.line.by);
    let edited = if kept.line.is_unedited(kept.tone) { "" } else { ", edited since" };
    let (language, tone, act) = (kept.language.code(), kept.tone.wire(), &kept.line.act);
    writeln!(out, "\n{language}  {tone}  {act}  by {maker}{edited}  ({place})")?;
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

fn asked(kept: &Kept, sentence: &Sentence, out: &mut impl Write) -> io::Result<Verdict> {
    loop {
        let Some(said) = line("  a approve, r reject, e edit, s skip, q quit > ", out)? else {
            return Ok(Verdict::Quit);
        };
        let text = match said.as_str() {
            "a" => kept.line.text.clone(),
            "r" => return Ok(Verdict::Reject),
            "s" | "" => return Ok(Verdict::Skip),
            "q" => return Ok(Verdict::Quit),
            "e" => match line("  your words > ", out)? {
                Some(text) => text,
                None => return Ok(Verdict::Quit),
            },
            other => {
                writeln!(out, "  {other:?} is none of a, r, e, s and q")?;
                continue;
            }
        };
        match may_be_said(sentence, &text) {
            Ok(()) if text == kept.line.text => return Ok(Verdict::Approve),
            Ok(()) => return Ok(Verdict::Edit(text)),
            Err(breach) => writeln!(out, "  that cannot be said: {}", breach.wire())?,
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
