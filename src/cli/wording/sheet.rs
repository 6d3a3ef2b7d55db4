//! `wording sheet` and `wording take`: a sheet out, and its verdicts in.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;

use anyhow::{Context as _, bail, ensure};
use payment_smart_bot::adapters::Shelf;
use payment_smart_bot::dialogue::{Language, Note};
use payment_smart_bot::wording::{Kept, Line, Part, Sentence, Standing, Tone, Wordings, all, may_be_said};
use serde::{Deserialize, Serialize};

use super::{Chosen, today};
use crate::cli::End;

/// One row. The note is for people: it is not taken down.
#[derive(Debug, Serialize, Deserialize)]
struct Row {
    #[serde(default)]
    id: String,
    lang: String,
    tone: String,
    act: String,
    #[serde(default)]
    when: String,
    #[serde(default)]
    sentence: String,
    candidate: String,
    #[serde(default)]
    verdict: String,
    #[serde(default)]
    note: String,
}

/// Writes every line of the chosen sentences, and an empty one where a sentence has none.
pub fn write(chosen: &Chosen, tone: Option<Tone>, wordings: &Wordings, out: impl Write) -> anyhow::Result<()> {
    let mut sheet = csv::Writer::from_writer(out);
    for language in Language::ALL {
        for tone in Tone::ALL.into_iter().filter(|one| tone.is_none_or(|tone| tone == *one)) {
            let mut seen = std::collections::BTreeSet::new();
            for (part, sentence) in all(language).filter(|(_, sentence)| !sentence.fixed()) {
                if !chosen.has(language, sentence.id()) || !seen.insert(sentence.digest()) {
                    continue;
                }
                for row in rows(part, &sentence, tone, wordings) {
                    sheet.serialize(row)?;
                }
            }
        }
    }
    Ok(sheet.flush()?)
}

fn rows(part: Part, sentence: &Sentence, tone: Tone, wordings: &Wordings) -> Vec<Row> {
    let row = |line: Option<&Line>| Row {
        id: line.map(|line| line.id.clone()).unwrap_or_default(),
        lang: sentence.language().code().to_owned(),
        tone: tone.wire().to_owned(),
        act: sentence.id().to_owned(),
        when: when(part).to_owned(),
        sentence: sentence.text().to_owned(),
        candidate: line.map(|line| line.text.clone()).unwrap_or_default(),
        verdict: line
            .filter(|line| line.state != Standing::Proposed)
            .map(|line| line.state.wire().to_owned())
            .unwrap_or_default(),
        note: String::new(),
    };
    let of_it = |kept: &&Kept| kept.tone == tone && kept.line.sentence == sentence.digest();
    let lines: Vec<Row> = wordings.lines().iter().filter(of_it).map(|kept| row(Some(&kept.line))).collect();
    if lines.is_empty() { vec![row(None)] } else { lines }
}

/// When a sentence is said, for whoever reads it without the conversation around it.
const fn when(part: Part) -> &'static str {
    match part {
        Part::Ask(_) => "asked at the end of a reply",
        Part::Note(Note::Welcome { .. } | Note::Greeted) => "said at the beginning",
        Part::Note(Note::Accepted(_) | Note::Changed(_) | Note::Gathered(_)) => "said when something was given",
        Part::Note(Note::Rejected(_) | Note::WhichOne(_) | Note::NotUnderstood) => {
            "said before the same is asked again"
        }
        Part::Note(Note::Helped(_)) => "answers a question",
        Part::Note(_) => "said before what is asked",
    }
}

/// What became of the rows.
#[derive(Default)]
struct Taken {
    approved: usize,
    rejected: usize,
    left: usize,
}

/// Takes the verdicts down. Nothing is written where a row cannot be taken: all of them are named.
pub fn take(sheet: &Path, by: &str, shelf: &Shelf) -> anyhow::Result<End> {
    let mut lines: BTreeMap<(Language, Tone), Vec<Line>> = BTreeMap::new();
    for kept in shelf.read()?.lines() {
        lines.entry((kept.language, kept.tone)).or_default().push(kept.line.clone());
    }
    let (mut taken, mut faults) = (Taken::default(), Vec::new());
    let mut reader = csv::Reader::from_path(sheet).with_context(|| format!("the sheet {}", sheet.display()))?;
    for row in reader.deserialize() {
        let row: Row = row.with_context(|| format!("the sheet {}", sheet.display()))?;
        let act = format!("{} {} {} {:?}", row.lang, row.tone, row.act, row.candidate);
        if let Err(fault) = take_row(&row, by, &mut lines, &mut taken) {
            faults.push(format!("{act}: {fault:#}"));
        }
    }
    if !faults.is_empty() {
        bail!("nothing was taken:\n  {}", faults.join("\n  "));
    }
    for ((language, tone), lines) in &lines {
        shelf.replace(*language, *tone, lines)?;
    }
    println!("{} approved, {} rejected, {} left as they were", taken.approved, taken.rejected, taken.left);
    Ok(End::Well)
}

fn take_row(
    row: &Row,
    by: &str,
    lines: &mut BTreeMap<(Language, Tone), Vec<Line>>,
    taken: &mut Taken,
) -> anyhow::Result<()> {
    let state = match row.verdict.trim().to_lowercase().as_str() {
        "a" | "approve" | "approved" => Standing::Approved,
        "r" | "reject" | "rejected" => Standing::Rejected,
        "" => {
            taken.left += 1;
            return Ok(());
        }
        other => bail!("the verdict {other:?} is neither approve nor reject, nor empty"),
    };
    let language = Language::from_tag(&row.lang).context("no such language")?;
    let tone: Tone = row.tone.parse()?;
    let found = all(language).map(|(_, sentence)| sentence).find(|sentence| sentence.id() == row.act);
    let sentence = found.with_context(|| format!("no act {}", row.act))?;
    let text = row.candidate.trim();
    ensure!(row.sentence.is_empty() || row.sentence == sentence.text(), "the sentence reads otherwise now");
    if state == Standing::Approved {
        may_be_said(&sentence, text).map_err(|breach| anyhow::anyhow!("it cannot be said: {}", breach.wire()))?;
    }
    let of_tone = lines.entry((language, tone)).or_default();
    let line = Line::new(&sentence, tone, text, (state, by, today()));
    // A text that was changed in the sheet takes the place of what it was.
    if let Some(before) = of_tone.iter_mut().find(|line| line.id == row.id).filter(|before| before.id != line.id) {
        (before.state, before.by, before.at) = (Standing::Rejected, by.to_owned(), today());
    }
    match of_tone.iter_mut().find(|known| known.id == line.id) {
        // Who said it first is kept where nothing changes.
        Some(known) if known.state == state => taken.left += 1,
        Some(known) => {
            (known.state, known.by, known.at) = (state, by.to_owned(), today());
            taken.count(state);
        }
        None => {
            of_tone.push(line);
            taken.count(state);
        }
    }
    Ok(())
}

impl Taken {
    fn count(&mut self, state: Standing) {
        match state {
            Standing::Approved => self.approved += 1,
            Standing::Rejected => self.rejected += 1,
            Standing::Proposed => self.left += 1,
        }
    }
}
