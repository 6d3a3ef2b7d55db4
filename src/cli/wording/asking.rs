//! `wording try`, `frames` and `bake`: what a model makes of a sentence or a moment. Nobody waits, so the tools have
//! patience of their own, no model rests, and whatever fails is said.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, IsTerminal as _, Write as _, stderr, stdout};
use std::time::{Duration, Instant};

use anyhow::{Context as _, bail};
use futures_util::StreamExt as _;
use payment_smart_bot::adapters::{Bedrock, Miss, Missed, Shelf, aws};
use payment_smart_bot::dialogue::Language;
use payment_smart_bot::wording::{Line, Moment, Request, Sentence, Standing};

use super::{Asked, Chosen, today};
use crate::cli::End;

/// So many sentences are asked for at once.
const AT_ONCE: usize = 8;

/// How long to wait after a model said that it was too much, each time.
const PAUSES: [Duration; 3] = [Duration::from_secs(1), Duration::from_secs(3), Duration::from_secs(9)];

/// Answers, counted by what was said to them.
#[derive(Default)]
struct Tally {
    passed: usize,
    /// How often each reason, with an example of what Bedrock said of it.
    missed: BTreeMap<&'static str, (usize, Option<String>)>,
    unanswered: usize,
}

impl Tally {
    fn miss(&mut self, missed: &Missed) {
        let answered = match missed.miss {
            Miss::Refused(_) | Miss::Guardrail | Miss::Incomplete => true,
            Miss::Gone | Miss::TimedOut | Miss::Throttled | Miss::Failed | Miss::NoModel => false,
        };
        self.unanswered += usize::from(!answered);
        let (count, told) = self.missed.entry(missed.miss.wire()).or_default();
        *count += 1;
        if !answered {
            *told = told.take().or_else(|| missed.told.clone());
        }
    }

    /// Says what came of it. `what` is one of those that were asked for.
    fn end(&self, what: &str) -> End {
        let more = if self.passed == 1 { "" } else { "s" };
        eprintln!("{} {what}{more} passed", self.passed);
        for (reason, (count, told)) in &self.missed {
            let told = told.as_ref().map(|told| format!(" ({told})")).unwrap_or_default();
            eprintln!("  {count:>4} {reason}{told}");
        }
        match (self.unanswered, self.passed) {
            (1.., _) => End::Unanswered,
            (0, 0) => End::Failed,
            (0, _) => End::Well,
        }
    }
}

/// Runs `asking` with the models that are named, and with the tools' patience: they need not connect in the time that a
/// customer waits.
fn ask<F: Future<Output = anyhow::Result<End>>>(
    asked: &Asked,
    asking: impl FnOnce(Bedrock) -> F,
) -> anyhow::Result<End> {
    tokio::runtime::Runtime::new().context("the runtime")?.block_on(async {
        let config = aws::settings().await;
        let Some(model) = asked.cloud.model(&config, asked.patience()) else {
            bail!("no model is named; set BEDROCK_MODEL_ID or give --bedrock-model-id (\"usual\" for Llama)");
        };
        asking(model).await
    })
}

/// Asks again, after a pause, where it was too much at once.
async fn gently<T, F: Future<Output = Result<T, Missed>>>(asking: impl Fn() -> F) -> Result<T, Missed> {
    let mut pauses = PAUSES.into_iter();
    loop {
        match (asking().await, pauses.next()) {
            (Err(Missed { miss: Miss::Throttled, .. }), Some(pause)) => tokio::time::sleep(pause).await,
            (answered, _) => return answered,
        }
    }
}

fn verdict(missed: &Missed) -> (&'static str, &str) {
    (missed.miss.wire(), missed.told.as_deref().unwrap_or_default())
}

/// `try`.
pub fn candidates(chosen: &Chosen, asked: &Asked) -> anyhow::Result<End> {
    let patience = asked.patience();
    ask(asked, |model| async move {
        let mut tally = Tally::default();
        for sentence in chosen.worded()? {
            let began = Instant::now();
            let tried = gently(|| model.candidate(&sentence, asked.tone, patience)).await;
            let took = began.elapsed().as_millis();
            let mut out = stdout().lock();
            writeln!(out, "{}  {}\n    sentence   {}", sentence.language().code(), sentence.id(), sentence.text())?;
            match tried {
                Ok((candidate, by)) => {
                    tally.passed += 1;
                    writeln!(out, "    candidate  {}\n    verdict    passed, {took} ms, {by}\n", candidate.text())?;
                }
                Err(missed) => {
                    let (reason, told) = verdict(&missed);
                    writeln!(out, "    candidate  {}\n    verdict    {reason}, {took} ms\n", told.escape_debug())?;
                    tally.miss(&missed);
                }
            }
        }
        Ok(tally.end("candidate"))
    })
}

/// `frames`.
pub fn frames(language: Language, count: usize, asked: &Asked) -> anyhow::Result<End> {
    let patience = asked.patience();
    // Moments as they come, spread over all there are.
    let moments: Vec<Moment> = Moment::every(language, asked.tone).collect();
    let step = (moments.len() / count.max(1)).max(1);
    ask(asked, |model| async move {
        let mut tally = Tally::default();
        for moment in moments.iter().step_by(step).take(count) {
            let began = Instant::now();
            let tried = gently(|| model.courtesy(moment, patience)).await;
            let took = began.elapsed().as_millis();
            let mut out = stdout().lock();
            writeln!(out, "{}\n    moment     {}", language.code(), Request::of_frame(moment).message)?;
            match tried {
                Ok((frame, by)) => {
                    tally.passed += 1;
                    writeln!(out, "    frame      {}\n    verdict    passed, {took} ms, {by}\n", frame.text())?;
                }
                Err(missed) => {
                    let (reason, told) = verdict(&missed);
                    writeln!(out, "    frame      {}\n    verdict    {reason}, {took} ms\n", told.escape_debug())?;
                    tally.miss(&missed);
                }
            }
        }
        Ok(tally.end("frame"))
    })
}

/// `bake`.
pub fn bake(chosen: &Chosen, count: u8, asked: &Asked, shelf: &Shelf) -> anyhow::Result<End> {
    let patience = asked.patience();
    let mut known: BTreeSet<String> = shelf.read()?.lines().iter().map(|kept| kept.line.id.clone()).collect();
    ask(asked, |model| async move {
        let sentences = chosen.worded()?;
        let wanted = sentences.iter().flat_map(|sentence| std::iter::repeat_n(sentence, usize::from(count)));
        let of = sentences.len() * usize::from(count);
        let model = &model;
        let mut answers = futures_util::stream::iter(wanted)
            .map(|sentence| async move { (sentence, gently(|| model.candidate(sentence, asked.tone, patience)).await) })
            .buffer_unordered(AT_ONCE);
        let (mut tally, mut done) = (Tally::default(), 0);
        while let Some((sentence, tried)) = answers.next().await {
            done += 1;
            match tried {
                Ok((candidate, by)) => {
                    let line = proposed(sentence, asked, candidate.text(), by);
                    if candidate.text() != sentence.text() && known.insert(line.id.clone()) {
                        shelf.add(sentence.language(), asked.tone, &line)?;
                        tally.passed += 1;
                    } else {
                        tally.missed.entry("known, or the sentence itself").or_default().0 += 1;
                    }
                }
                Err(missed) => tally.miss(&missed),
            }
            progress(done, of, tally.passed)?;
        }
        if tally.passed > 0 {
            eprintln!("review them next: payment-smart-bot wording review --by YOU --wordings DIR");
        }
        Ok(tally.end("candidate"))
    })
}

fn proposed(sentence: &Sentence, asked: &Asked, text: &str, model: String) -> Line {
    let mut line = Line::new(sentence, asked.tone, text, (Standing::Proposed, "bake", today()));
    line.instructions = Request::of_candidate(sentence, asked.tone).map(|request| request.digest());
    line.model = Some(model);
    line
}

/// Shown where a person watches.
fn progress(done: usize, of: usize, passed: usize) -> io::Result<()> {
    let mut err = stderr().lock();
    if err.is_terminal() {
        write!(err, "\r{done} of {of} asked, {passed} passed")?;
        if done == of {
            writeln!(err)?;
        }
    }
    Ok(())
}
