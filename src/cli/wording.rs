//! `wording`: what may be said, what a model makes of it, and what the contract says to that.

use std::collections::BTreeSet;
use std::io::{self, IsTerminal as _, Write as _, stderr, stdin, stdout};
use std::path::PathBuf;
use std::time::Instant;

use anyhow::{Context as _, bail};
use clap::{Args, Subcommand};
use payment_smart_bot::adapters::{Bedrock, aws};
use payment_smart_bot::dialogue::Language;
use payment_smart_bot::settings::{CloudOptions, language};
use payment_smart_bot::wording::{Sentence, Terms, Wording, all};
use serde::Deserialize;
use serde_json::{Value, json};

use super::{End, lines};

/// For people who tune prompts: lists what may be said, asks a model, and judges what it answers.
///
/// A model is given one finished sentence and never decides anything; what it answers must keep the sentence's contract.
#[derive(Args)]
#[command(after_help = "\
Examples:
  payment-smart-bot wording acts --lang en --act ask-
  echo '{\"act\":\"ask-card.first\",\"lang\":\"en\",\"text\":\"And your PIN?\"}' | payment-smart-bot wording score
  payment-smart-bot wording try --act ask-card --bedrock-model-id us.amazon.nova-micro-v1:0
  payment-smart-bot wording bake --lang en --bedrock-model-id usual >> prompts/en/wordings.jsonl")]
pub struct WordingCommand {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// Lists every act with its sentence and its contract.
    Acts {
        #[command(flatten)]
        chosen: Chosen,
        /// One JSON object a line.
        #[arg(long)]
        json: bool,
    },
    /// Asks a model for wordings, and shows sentence, wording, verdict and time.
    Try {
        #[command(flatten)]
        chosen: Chosen,
        #[command(flatten)]
        cloud: Box<CloudOptions>,
    },
    /// Judges candidates, as JSON Lines: in {"act","lang","text"}, out {"accepted","reason"}.
    Score,
    /// Asks a model for wordings and writes those that passed, for a person to review: lines for
    /// `prompts/<language>/wordings.jsonl`.
    Bake {
        #[command(flatten)]
        chosen: Chosen,
        /// How often to ask for each sentence.
        #[arg(long, value_name = "N", default_value_t = 3, value_parser = clap::value_parser!(u8).range(1..=20))]
        count: u8,
        /// The file to add to; standard output unless given.
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
        #[command(flatten)]
        cloud: Box<CloudOptions>,
    },
}

/// Which sentences.
#[derive(Args)]
struct Chosen {
    /// Only this language.
    #[arg(long, value_name = "TAG", value_parser = language)]
    lang: Option<Language>,

    /// Only acts that begin so, like "ask-" or "rejected-card".
    #[arg(long, value_name = "ACT", default_value = "")]
    act: String,
}

impl Chosen {
    /// The sentences, each act once.
    fn sentences(&self) -> anyhow::Result<Vec<Sentence>> {
        let mut seen = BTreeSet::new();
        let languages = Language::ALL.into_iter().filter(|&language| self.lang.is_none_or(|lang| lang == language));
        let sentences: Vec<Sentence> = languages
            .flat_map(all)
            .map(|(_, sentence)| sentence)
            .filter(|sentence| sentence.id().starts_with(&self.act))
            .filter(|sentence| seen.insert((sentence.language().code(), sentence.id())))
            .collect();
        if sentences.is_empty() {
            bail!("no act begins with {:?}; `payment-smart-bot wording acts` lists them all", self.act);
        }
        Ok(sentences)
    }

    /// Those that a model may word.
    fn worded(&self) -> anyhow::Result<Vec<Sentence>> {
        let sentences: Vec<_> = self.sentences()?.into_iter().filter(|sentence| !sentence.fixed()).collect();
        if sentences.is_empty() {
            bail!("every act that begins with {:?} is fixed: no model ever words it", self.act);
        }
        Ok(sentences)
    }
}

impl WordingCommand {
    /// Does what is asked.
    pub fn run(&self) -> anyhow::Result<End> {
        super::logging::start("error");
        match &self.what {
            What::Acts { chosen, json } => acts(&chosen.sentences()?, *json)?,
            What::Score => lines::json(stdin().lock(), stdout().lock(), Scorer::default().answer())?,
            What::Try { chosen, cloud } => return ask(cloud, |model| attempt(model, chosen)),
            What::Bake { chosen, count, out, cloud } => {
                return ask(cloud, |model| bake(model, chosen, *count, out.as_ref()));
            }
        }
        Ok(End::Well)
    }
}

fn acts(sentences: &[Sentence], as_json: bool) -> io::Result<()> {
    let mut out = stdout().lock();
    for sentence in sentences {
        let terms = Terms::of(sentence);
        if as_json {
            writeln!(out, "{}", described(sentence, terms.as_ref()))?;
            continue;
        }
        writeln!(out, "{}  {}", sentence.language().code(), sentence.id())?;
        writeln!(out, "    {}", sentence.text().replace('\n', "\n    "))?;
        match terms {
            None => writeln!(out, "    fixed: said as it is, never sent to a model\n")?,
            Some(terms) => writeln!(out, "    {}\n", spelt(&terms))?,
        }
    }
    Ok(())
}

fn described(sentence: &Sentence, terms: Option<&Terms>) -> Value {
    let contract = terms.map(|terms| {
        json!({
            "placeholders": terms.placeholders.iter().map(|placeholder| placeholder.wire()).collect::<Vec<_>>(),
            "question": terms.question,
            "mayAsk": terms.may_ask,
            "mustSay": terms.must_say,
            "maySay": terms.may_say,
            "length": { "least": terms.length.0, "most": terms.length.1 },
        })
    });
    json!({
        "act": sentence.id(),
        "lang": sentence.language().code(),
        "sentence": sentence.text(),
        "fixed": sentence.fixed(),
        "contract": contract,
    })
}

/// A contract on one line.
fn spelt(terms: &Terms) -> String {
    let listed = |names: &[&str]| if names.is_empty() { "nothing more".to_owned() } else { names.join(", ") };
    let placeholders: Vec<String> =
        terms.placeholders.iter().map(|placeholder| format!("{{{}}}", placeholder.wire())).collect();
    let kept = if placeholders.is_empty() { "no placeholder".to_owned() } else { placeholders.join(" ") };
    let asked = match (terms.question, terms.may_ask) {
        (true, _) => "stays a question",
        (false, true) => "may be put as a question",
        (false, false) => "stays a statement",
    };
    let (least, most) = terms.length;
    format!(
        "keeps {kept}; {asked}; must say: {}; may say: {}; {least} to {most} characters",
        listed(&terms.must_say),
        listed(&terms.may_say)
    )
}

/// One candidate.
#[derive(Deserialize)]
struct Candidate {
    act: String,
    lang: String,
    text: String,
}

/// Finds sentences by language and act.
#[derive(Default)]
struct Scorer(Option<Vec<Sentence>>);

impl Scorer {
    fn answer(mut self) -> impl FnMut(&str) -> Result<Value, &'static str> {
        move |line| {
            let candidate: Candidate = serde_json::from_str(line).map_err(
                |_| "expected a JSON object like {\"act\":\"ask-card.first\",\"lang\":\"en\",\"text\":\"…\"}",
            )?;
            let language = Language::from_tag(&candidate.lang).ok_or("no such language")?;
            let sentences =
                self.0.get_or_insert_with(|| Language::ALL.into_iter().flat_map(all).map(|(_, s)| s).collect());
            let found =
                sentences.iter().find(|sentence| sentence.language() == language && sentence.id() == candidate.act);
            let reason = match found.map(|sentence| Wording::judge(sentence, &candidate.text)) {
                None => Some("unknown_act"),
                Some(Err(breach)) => Some(breach.wire()),
                Some(Ok(_)) => None,
            };
            Ok(json!({ "accepted": reason.is_none(), "reason": reason }))
        }
    }
}

/// Runs `asking` with the models that are named.
fn ask<F: Future<Output = anyhow::Result<End>>>(
    cloud: &CloudOptions,
    asking: impl FnOnce(Bedrock) -> F,
) -> anyhow::Result<End> {
    tokio::runtime::Runtime::new().context("the runtime")?.block_on(async {
        let config = aws::settings().await;
        let Some(model) = cloud.model(&config) else {
            bail!("no model is named; set BEDROCK_MODEL_ID or give --bedrock-model-id (\"usual\" for Llama)");
        };
        asking(model).await
    })
}

async fn attempt(model: Bedrock, chosen: &Chosen) -> anyhow::Result<End> {
    let mut passed = 0;
    let sentences = chosen.worded()?;
    for sentence in &sentences {
        let began = Instant::now();
        let tried = model.word(sentence, tokio::time::Instant::now() + model.settings().deadline).await;
        let took = began.elapsed().as_millis();
        let mut out = stdout().lock();
        writeln!(out, "{}  {}\n    sentence  {}", sentence.language().code(), sentence.id(), sentence.text())?;
        match tried {
            Ok((wording, by)) => {
                passed += 1;
                writeln!(out, "    wording   {}\n    verdict   accepted, {took} ms, {by}\n", wording.text())?;
            }
            Err((miss, text)) => {
                if let Some(text) = text {
                    writeln!(out, "    wording   {}", text.escape_debug())?;
                }
                writeln!(out, "    verdict   {}, {took} ms\n", miss.wire())?;
            }
        }
    }
    writeln!(stdout().lock(), "{passed} of {} accepted", sentences.len())?;
    Ok(if passed == 0 { End::Failed } else { End::Well })
}

async fn bake(model: Bedrock, chosen: &Chosen, count: u8, out: Option<&PathBuf>) -> anyhow::Result<End> {
    let sentences = chosen.worded()?;
    let mut file: Box<dyn io::Write> = match out {
        Some(path) => {
            let file = std::fs::OpenOptions::new().append(true).create(true).open(path);
            Box::new(file.with_context(|| format!("the file {}", path.display()))?)
        }
        None => Box::new(stdout()),
    };
    let mut passed = 0;
    for (done, sentence) in sentences.iter().enumerate() {
        let mut seen = BTreeSet::new();
        for _ in 0..count {
            let tried = model.word(sentence, tokio::time::Instant::now() + model.settings().deadline).await;
            let Ok((wording, _)) = tried else { continue };
            if wording.text() != sentence.text() && seen.insert(wording.text().to_owned()) {
                let tone = model.settings().tone.wire();
                writeln!(file, "{}", json!({ "act": sentence.id(), "tone": tone, "text": wording.text() }))?;
                passed += 1;
            }
        }
        progress(done + 1, sentences.len(), passed);
    }
    eprintln!("{passed} wordings passed; read each one before it is kept");
    Ok(if passed == 0 { End::Failed } else { End::Well })
}

/// Shown where a person watches.
fn progress(done: usize, of: usize, passed: usize) {
    let mut err = stderr().lock();
    if err.is_terminal() {
        let _ = write!(err, "\r{done} of {of} sentences, {passed} wordings passed");
        if done == of {
            let _ = writeln!(err);
        }
    }
}
