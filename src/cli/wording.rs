//! `wording`: what may be said in other words, who approved it, and what a model makes of it.

mod acts;
#[cfg(feature = "aws")]
mod asking;
mod review;
mod score;
mod sheet;
mod show;

#[cfg(feature = "aws")]
use std::collections::BTreeSet;
use std::io::{stdin, stdout};
use std::path::{Path, PathBuf};
#[cfg(feature = "aws")]
use std::time::Duration;

use anyhow::bail;
use clap::{Args, Subcommand};
use payment_smart_bot::adapters::{Shelf, SystemClock};
use payment_smart_bot::dialogue::Language;
use payment_smart_bot::ports::Clock as _;
#[cfg(feature = "aws")]
use payment_smart_bot::settings::CloudOptions;
use payment_smart_bot::settings::{built_in, language};
use payment_smart_bot::wording::{Line, Sentence, Tone, Wordings, all};

pub use show::told;

use super::End;

/// For people who write what the bot says: lists sentences, shows what may be said instead, and has it approved.
///
/// A sentence that speaks of money, consent or an outcome is always said as it is. Any other may be said in wordings that a
/// person approved for the sentence as it stands. They come with the program, or lie in a folder of yours (--wordings):
/// <language>/wordings/<tone>.jsonl, as under prompts.
#[derive(Args)]
#[command(after_help = "\
Examples:
  payment-smart-bot wording status                                   how far each language and tone are covered
  payment-smart-bot wording acts --lang en --act ask-                every sentence that begins so
  payment-smart-bot wording show w-3fa9c0d1e2                        what a log or the audit trail means
  payment-smart-bot wording sheet --lang es --tone warm > es.csv     for people who like spreadsheets
  payment-smart-bot wording take es.csv --by 'Ana Ruiz' --wordings prompts
  payment-smart-bot wording review --by 'Ana Ruiz' --wordings prompts
With --features aws:
  payment-smart-bot wording bake --lang en --tone warm --wordings prompts --bedrock-model-id usual
  payment-smart-bot wording try --act ask-card --bedrock-model-id us.amazon.nova-micro-v1:0

Exit codes: 0 it is well; 1 a check failed, or no answer of a model could be used; 2 the arguments are wrong, or a model gave no answer at all")]
pub struct WordingCommand {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// Says how many wordings are approved, how many are stale, and how many sentences they cover.
    Status {
        #[command(flatten)]
        from: From,
    },
    /// Lists every act with its sentence, and what a model's candidate must keep.
    Acts {
        #[command(flatten)]
        chosen: Chosen,
        /// One JSON object a line.
        #[arg(long)]
        json: bool,
    },
    /// Prints what an id of the log or the audit trail says: a sentence (s-…), a wording (w-…), or a courtesy by its words.
    Show {
        /// The id, or the courtesy's words.
        #[arg(value_name = "ID")]
        id: String,
        #[command(flatten)]
        from: From,
    },
    /// Shows each candidate beside its sentence, and takes down what you say to it.
    Review {
        #[command(flatten)]
        chosen: Chosen,
        #[command(flatten)]
        into: Into,
    },
    /// Writes sentences, wordings and candidates as a sheet (CSV).
    Sheet {
        #[command(flatten)]
        chosen: Chosen,
        /// Only this tone.
        #[arg(long, value_name = "TONE", value_enum)]
        tone: Option<Tone>,
        #[command(flatten)]
        from: From,
    },
    /// Takes down the verdicts of a sheet. A line without an id is a wording of your own; one whose text you changed
    /// replaces what it was, and a changed copy of a line stands beside it.
    Take {
        /// The sheet.
        #[arg(value_name = "FILE")]
        sheet: PathBuf,
        #[command(flatten)]
        into: Into,
    },
    /// Judges candidates by their contract, as JSON Lines: in {"act","lang","text"} or a line of a file of wordings, out
    /// {"accepted","reason"}.
    Score {
        /// Judge each text as a courtesy instead: it is accepted where it fits some moment of its language.
        #[arg(long)]
        frames: bool,
    },
    /// Asks a model for a candidate of each sentence, and shows sentence, answer, verdict and time.
    #[cfg(feature = "aws")]
    Try {
        #[command(flatten)]
        chosen: Chosen,
        #[command(flatten)]
        asked: Asked,
    },
    /// Asks a model for courtesies, each for another moment, and shows moment, answer, verdict and time.
    #[cfg(feature = "aws")]
    Frames {
        /// In which language; the first unless given.
        #[arg(long, value_name = "TAG", value_parser = language)]
        lang: Option<Language>,
        /// For how many moments.
        #[arg(long, value_name = "N", default_value_t = 20)]
        count: usize,
        #[command(flatten)]
        asked: Asked,
    },
    /// Asks a model for candidates, and adds those that keep their contract to the files, for people to review.
    #[cfg(feature = "aws")]
    Bake {
        #[command(flatten)]
        chosen: Chosen,
        /// How often to ask for each sentence.
        #[arg(long, value_name = "N", default_value_t = 3, value_parser = clap::value_parser!(u8).range(1..=20))]
        count: u8,
        /// The folder of the files.
        #[arg(long, value_name = "DIR", env = "WORDINGS", default_value = "prompts")]
        wordings: PathBuf,
        #[command(flatten)]
        asked: Asked,
    },
}

/// Which sentences.
#[derive(Args)]
pub struct Chosen {
    /// Only this language.
    #[arg(long, value_name = "TAG", value_parser = language)]
    lang: Option<Language>,

    /// Only acts that begin so, like "ask-" or "rejected-card".
    #[arg(long, value_name = "ACT", default_value = "")]
    act: String,
}

/// Which wordings.
#[derive(Args)]
pub struct From {
    /// Those in this folder; unless given, those that come with the program.
    #[arg(long, value_name = "DIR", env = "WORDINGS")]
    wordings: Option<PathBuf>,
}

/// Where verdicts go, and whose they are.
#[derive(Args)]
pub struct Into {
    /// The folder of the files.
    #[arg(long, value_name = "DIR", env = "WORDINGS", default_value = "prompts")]
    wordings: PathBuf,

    /// Who says so: it stands beside each verdict.
    #[arg(long, value_name = "NAME", env = "USER")]
    by: String,
}

/// Which model is asked, and how patiently.
#[cfg(feature = "aws")]
#[derive(Args)]
pub struct Asked {
    /// How it shall sound.
    #[arg(long, value_name = "TONE", value_enum, default_value_t)]
    tone: Tone,

    /// How long to wait for one answer, in seconds.
    #[arg(long, value_name = "SECONDS", default_value_t = 30, value_parser = clap::value_parser!(u64).range(1..=600))]
    patience: u64,

    #[command(flatten)]
    cloud: Box<CloudOptions>,
}

#[cfg(feature = "aws")]
impl Asked {
    const fn patience(&self) -> Duration {
        Duration::from_secs(self.patience)
    }
}

impl Chosen {
    /// Whether a sentence is among them.
    fn has(&self, language: Language, act: &str) -> bool {
        self.lang.is_none_or(|lang| lang == language) && act.starts_with(&self.act)
    }

    /// The sentences, each act once.
    fn sentences(&self) -> anyhow::Result<Vec<Sentence>> {
        let every = Language::ALL.into_iter().flat_map(all).map(|(_, sentence)| sentence);
        let sentences: Vec<_> = every.filter(|sentence| self.has(sentence.language(), sentence.id())).collect();
        if sentences.is_empty() {
            bail!("no act begins with {:?}; `payment-smart-bot wording acts` lists them all", self.act);
        }
        Ok(sentences)
    }

    /// Those that may be said in other words, the ones that read the same once.
    #[cfg(feature = "aws")]
    fn worded(&self) -> anyhow::Result<Vec<Sentence>> {
        let mut seen = BTreeSet::new();
        let sentences = self.sentences()?.into_iter().filter(|sentence| !sentence.fixed());
        let sentences: Vec<_> = sentences.filter(|sentence| seen.insert(sentence.digest())).collect();
        if sentences.is_empty() {
            bail!("every act that begins with {:?} is always said as it is", self.act);
        }
        Ok(sentences)
    }
}

impl From {
    fn read(&self) -> anyhow::Result<Wordings> {
        read(self.wordings.as_deref())
    }
}

/// The wordings of a folder, or those that are built in.
fn read(folder: Option<&Path>) -> anyhow::Result<Wordings> {
    match folder {
        Some(folder) => Ok(filled(folder)?.read()?),
        None => built_in(),
    }
}

/// A folder that holds wordings already.
fn filled(folder: &Path) -> anyhow::Result<Shelf> {
    let shelf = Shelf::open(folder)?;
    shelf.has_files()?;
    Ok(shelf)
}

/// A folder that wordings are written into. Whoever named the wrong one is told where they go.
fn begun(folder: &Path) -> anyhow::Result<Shelf> {
    let shelf = Shelf::open(folder)?;
    if shelf.has_files().is_err() {
        let folder = folder.display();
        eprintln!(
            "payment-smart-bot: {folder} holds no wordings yet; they go into <language>/wordings/<tone>.jsonl in it"
        );
    }
    Ok(shelf)
}

/// Puts `judged` in the place of the first line that reads as one of them does, or at the end. Other lines that read so go:
/// what was said last counts.
fn put(lines: &mut Vec<Line>, judged: Vec<Line>) {
    let goes = |line: &Line| judged.iter().any(|one| one.reads_as(line));
    let at = lines.iter().position(goes).unwrap_or(lines.len());
    lines.retain(|line| !goes(line));
    lines.splice(at..at, judged);
}

/// The day, for what is taken down.
fn today() -> jiff::civil::Date {
    SystemClock.now().to_zoned(jiff::tz::TimeZone::UTC).date()
}

impl WordingCommand {
    /// Does what is asked.
    pub fn run(&self) -> anyhow::Result<End> {
        super::logging::start("error");
        match &self.what {
            What::Status { from } => show::status(&from.read()?)?,
            What::Acts { chosen, json } => acts::list(&chosen.sentences()?, *json)?,
            What::Show { id, from } => return show::show(id, &from.read()?),
            What::Review { chosen, into } => review::review(chosen, &into.by, &filled(&into.wordings)?)?,
            What::Sheet { chosen, tone, from } => sheet::write(chosen, *tone, &from.read()?, stdout().lock())?,
            What::Take { sheet, into } => return sheet::take(sheet, &into.by, &begun(&into.wordings)?),
            What::Score { frames } => return score::score(*frames, stdin().lock(), stdout().lock()),
            #[cfg(feature = "aws")]
            What::Try { chosen, asked } => return asking::candidates(chosen, asked),
            #[cfg(feature = "aws")]
            What::Frames { lang, count, asked } => return asking::frames(lang.unwrap_or_default(), *count, asked),
            #[cfg(feature = "aws")]
            What::Bake { chosen, count, wordings, asked } => {
                return asking::bake(chosen, *count, asked, &begun(wordings)?);
            }
        }
        Ok(End::Well)
    }
}
