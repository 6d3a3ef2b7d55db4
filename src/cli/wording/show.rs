//! `wording status` and `wording show`: what may be said, and what an id means.

use std::fmt::Write as _;
use std::io::{self, Write as _, stdout};

use payment_smart_bot::dialogue::Language;
use payment_smart_bot::wording::{Coverage, Fate, Frame, Moment, Tone, Wordings, sentence_by_digest};

use crate::cli::End;

/// A line for each language and tone.
pub fn status(wordings: &Wordings) -> io::Result<()> {
    let mut out = stdout().lock();
    for ((language, tone), coverage) in wordings.coverage() {
        writeln!(out, "{}  {:<7} {}", language.code(), tone.wire(), told(&coverage))?;
    }
    for kept in wordings.lines() {
        let (id, act) = (&kept.line.id, &kept.line.act);
        let file = format!("{} {}", kept.language.code(), kept.tone.wire());
        match kept.fate {
            Fate::Spoken | Fate::Unspoken | Fate::Stale => {}
            Fate::Edited => writeln!(out, "{file}: {id} ({act}) was edited after it was approved: review it again")?,
            Fate::Unfit(breach) => writeln!(out, "{file}: {id} ({act}) cannot be said: {}", breach.wire())?,
        }
    }
    Ok(())
}

/// How far a language and tone are covered, in words.
pub fn told(coverage: &Coverage) -> String {
    let Coverage { sentences, covered, approved, proposed, rejected, stale, unfit } = coverage;
    let mut told = format!("{approved} approved, {covered} of {sentences} sentences covered");
    for (count, what) in [
        (proposed, "to be reviewed"),
        (rejected, "rejected"),
        (stale, "stale (the sentence has changed since)"),
        (unfit, "not said (edited since, or unfit)"),
    ] {
        if *count > 0 {
            let _ = write!(told, ", {count} {what}");
        }
    }
    told
}

/// What an id means.
pub fn show(id: &str, wordings: &Wordings) -> anyhow::Result<End> {
    let mut out = stdout().lock();
    if let Some(kept) = wordings.lines().iter().find(|kept| kept.line.id == id) {
        let line = &kept.line;
        writeln!(out, "{}  a wording in {}, {}", line.id, kept.language.code(), kept.tone.wire())?;
        writeln!(out, "text      {}", line.text)?;
        let sentence = sentence_by_digest(&line.sentence);
        let now = sentence.as_ref().map_or("(it has changed since)", |sentence| sentence.text());
        writeln!(out, "sentence  {}  {}  {now}", line.act, line.sentence)?;
        writeln!(out, "state     {} by {} on {}", line.state.wire(), line.by, line.at)?;
        if let Some(model) = &line.model {
            writeln!(out, "made by   {model}, told {}", line.instructions.as_deref().unwrap_or("?"))?;
        }
        return Ok(End::Well);
    }
    if let Some(sentence) = sentence_by_digest(id) {
        writeln!(out, "{id}  a sentence in {}: {}", sentence.language().code(), sentence.id())?;
        writeln!(out, "text      {}", sentence.text())?;
        return Ok(End::Well);
    }
    for (language, tone) in Language::ALL.into_iter().flat_map(|language| Tone::ALL.map(|tone| (language, tone))) {
        if let Some(frame) = Moment::every(language, tone).find_map(|moment| Frame::judge(&moment, id).ok()) {
            writeln!(out, "a courtesy in {}, made of listed phrases", language.code())?;
            writeln!(out, "text      {}", frame.text())?;
            return Ok(End::Well);
        }
    }
    eprintln!(
        "payment-smart-bot: nothing of this program reads as {id} now: ask the version that wrote it (its log names it), or \
         name its folder with --wordings"
    );
    Ok(End::Failed)
}
