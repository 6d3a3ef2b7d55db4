//! `wording sheet` and `wording take`: a sheet out, and its verdicts in.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::path::Path;

use anyhow::{Context as _, bail, ensure};
use payment_smart_bot::adapters::Shelf;
use payment_smart_bot::dialogue::{Language, Note};
use payment_smart_bot::wording::{Fate, Kept, Line, Part, Sentence, Standing, Tone, Wordings, all, may_be_said};
use serde::{Deserialize, Serialize};

use super::{Chosen, put, today};
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
    #[serde(default)]
    candidate: String,
    #[serde(default)]
    verdict: String,
    #[serde(default)]
    note: String,
}

impl Row {
    /// A text, and what it is a wording of.
    fn says<'a>(&'a self, text: &'a str) -> [&'a str; 4] {
        [&self.lang, &self.tone, &self.act, text]
    }
}

/// Writes every line of the chosen sentences, and an empty one where a sentence has none.
pub fn write(chosen: &Chosen, tone: Option<Tone>, wordings: &Wordings, mut out: impl Write) -> anyhow::Result<()> {
    // Without this mark, Excel takes UTF-8 for something else.
    out.write_all("\u{feff}".as_bytes())?;
    let mut sheet = csv::Writer::from_writer(out);
    for language in Language::ALL {
        for tone in Tone::ALL.into_iter().filter(|one| tone.is_none_or(|tone| tone == *one)) {
            let mut seen = BTreeSet::new();
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
    let row = |kept: Option<&Kept>| {
        let (verdict, note) = kept.map(standing).unwrap_or_default();
        Row {
            id: kept.map(|kept| kept.line.id.clone()).unwrap_or_default(),
            lang: sentence.language().code().to_owned(),
            tone: tone.wire().to_owned(),
            act: sentence.id().to_owned(),
            when: when(part).to_owned(),
            sentence: sentence.text().to_owned(),
            candidate: kept.map(|kept| kept.line.text.clone()).unwrap_or_default(),
            verdict,
            note,
        }
    };
    let of_it = |kept: &&Kept| kept.tone == tone && kept.line.sentence == sentence.digest();
    let lines: Vec<Row> = wordings.lines().iter().filter(of_it).map(|kept| row(Some(kept))).collect();
    if lines.is_empty() { vec![row(None)] } else { lines }
}

/// The verdict that a line has, and a note. A line that wants a new verdict gets none, so that a sheet that comes back as
/// it went out approves nothing that nobody looked at.
fn standing(kept: &Kept) -> (String, String) {
    let unjudged = |why| (String::new(), why);
    if !kept.line.is_unedited(kept.tone) {
        return unjudged("edited since: wants a verdict".to_owned());
    }
    match (kept.fate, kept.line.state) {
        (Fate::Unfit(breach), _) => unjudged(format!("cannot be said: {}", breach.wire())),
        (_, Standing::Proposed) => unjudged(String::new()),
        (_, state) => (state.wire().to_owned(), String::new()),
    }
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

/// The rows of a sheet, as spreadsheets save them: with a mark of the encoding before them, parted by what the country
/// uses, and with empty cells left out at the end of a row.
fn filled(sheet: &Path) -> anyhow::Result<Vec<Row>> {
    let named = || format!("the sheet {}", sheet.display());
    let bytes = std::fs::read(sheet).with_context(named)?;
    let Ok(text) = String::from_utf8(bytes) else {
        bail!("{} is not in UTF-8: save it as \"CSV UTF-8\"", named());
    };
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let mut reader = csv::ReaderBuilder::new().delimiter(separator(text)).flexible(true).from_reader(text.as_bytes());
    let headings = reader.headers().with_context(named)?.clone();
    let mut rows = Vec::new();
    for record in reader.records() {
        let mut record = record.with_context(named)?;
        let line = record.position().map_or(0, csv::Position::line);
        ensure!(record.len() <= headings.len(), "{}: line {line} has more cells than the headings", named());
        while record.len() < headings.len() {
            record.push_field("");
        }
        rows.push(record.deserialize(Some(&headings)).with_context(named)?);
    }
    Ok(rows)
}

/// What parts the cells: what the headings have most of.
fn separator(text: &str) -> u8 {
    let headings = text.lines().next().unwrap_or_default();
    let count = |mark: u8| headings.bytes().filter(|byte| *byte == mark).count();
    let others = [b';', b'\t'].into_iter().filter(|mark| count(*mark) > count(b','));
    others.max_by_key(|mark| count(*mark)).unwrap_or(b',')
}

/// Takes the verdicts down. Nothing is written where a row cannot be taken: all of them are named.
pub fn take(sheet: &Path, by: &str, shelf: &Shelf) -> anyhow::Result<End> {
    let rows = filled(sheet)?;
    let held = shelf.hold()?;
    let mut lines: Files = BTreeMap::new();
    for kept in shelf.read()?.lines() {
        lines.entry((kept.language, kept.tone)).or_default().push(kept.line.clone());
    }
    let before = lines.clone();
    let texts = rows.iter().map(|row| row.says(row.candidate.trim())).collect();
    let mut taking = Taking { by, texts, lines, approved: 0, rejected: 0, replaced: 0, left: 0 };
    let mut faults = Vec::new();
    for row in &rows {
        if let Err(fault) = taking.row(row) {
            faults.push(format!("{} {} {} {:?}: {fault:#}", row.lang, row.tone, row.act, row.candidate));
        }
    }
    if !faults.is_empty() {
        bail!("nothing was taken:\n  {}", faults.join("\n  "));
    }
    for ((language, tone), lines) in &taking.lines {
        if before.get(&(*language, *tone)) != Some(lines) {
            held.replace(*language, *tone, lines)?;
        }
    }
    let Taking { approved, rejected, replaced, left, .. } = taking;
    println!("{approved} approved, {rejected} rejected, {replaced} replaced, {left} left as they were");
    Ok(End::Well)
}

/// The lines of each file.
type Files = BTreeMap<(Language, Tone), Vec<Line>>;

/// Lines while verdicts are taken down, and what became of the rows.
struct Taking<'a> {
    by: &'a str,
    /// What the rows say, and of what.
    texts: BTreeSet<[&'a str; 4]>,
    lines: Files,
    approved: usize,
    rejected: usize,
    replaced: usize,
    left: usize,
}

impl Taking<'_> {
    fn row(&mut self, row: &Row) -> anyhow::Result<()> {
        let state = match row.verdict.trim().to_lowercase().as_str() {
            "a" | "approve" | "approved" => Standing::Approved,
            "r" | "reject" | "rejected" => Standing::Rejected,
            "" => {
                self.left += 1;
                return Ok(());
            }
            other => bail!("the verdict {other:?} is neither approve nor reject, nor empty"),
        };
        let language = Language::from_tag(&row.lang).context("no such language")?;
        let tone: Tone = row.tone.parse()?;
        let found = all(language).map(|(_, sentence)| sentence).find(|sentence| sentence.id() == row.act);
        let sentence = found.with_context(|| format!("no act {}", row.act))?;
        let text = row.candidate.trim();
        ensure!(row.sentence.is_empty() || row.sentence == sentence.text(), "the sentence has changed since");
        ensure!(!text.is_empty(), "there is no candidate");
        if state == Standing::Approved {
            may_be_said(&sentence, text).map_err(|breach| anyhow::anyhow!("it cannot be said: {}", breach.wire()))?;
        }
        let line = Line::new(&sentence, tone, text, (state, self.by, today()));
        self.replace(row, &line, (language, tone));
        self.judge(line, (language, tone));
        Ok(())
    }

    /// A text that was changed in the sheet takes the place of what it was; in a copy of its row it stands beside it.
    fn replace(&mut self, row: &Row, line: &Line, file: (Language, Tone)) {
        if row.id.is_empty() || row.id == line.id {
            return;
        }
        for known in self.lines.entry(file).or_default() {
            let was = known.id == row.id && known.sentence == line.sentence && known.state != Standing::Rejected;
            if was && !self.texts.contains(&row.says(&known.text)) {
                *known = known.judged(file.1, (Standing::Rejected, self.by, today()));
                self.replaced += 1;
            }
        }
    }

    /// Who said it first is kept where nothing changes.
    fn judge(&mut self, line: Line, file: (Language, Tone)) {
        let lines = self.lines.entry(file).or_default();
        let known = lines.iter().find(|known| known.reads_as(&line));
        if known.is_some_and(|known| known.state == line.state && known.is_unedited(file.1)) {
            self.left += 1;
            return;
        }
        match line.state {
            Standing::Approved => self.approved += 1,
            Standing::Rejected => self.rejected += 1,
            Standing::Proposed => self.left += 1,
        }
        let verdict = (line.state, self.by, today());
        let line = known.map_or(line, |known| known.judged(file.1, verdict));
        put(lines, vec![line]);
    }
}
