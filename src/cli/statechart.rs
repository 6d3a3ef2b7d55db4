//! `statechart`: draws the machine that runs, or checks a drawing of it.

use std::io::{Write as _, stdout};
use std::path::PathBuf;

use anyhow::Context as _;
use clap::{Args, ValueEnum};
use payment_smart_bot::adapters::DECLINES;
use payment_smart_bot::dialogue::Policy;
use payment_smart_bot::settings::AnswersOptions;
use payment_smart_bot::statechart;

use super::End;

/// The form of the drawing.
#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum Format {
    /// The whole page for auditors.
    #[default]
    Markdown,
    /// The diagram alone.
    Mermaid,
    /// Every cell, for programs.
    Json,
}

/// Draws the statechart by driving the machine that runs, or checks a drawing of it.
#[derive(Args)]
#[command(after_help = "\
Examples:
  payment-smart-bot statechart > statechart.md
  payment-smart-bot statechart --check statechart.md       exit code 1 when file and machine differ
  payment-smart-bot statechart --format json | head -c 300")]
pub struct Statechart {
    /// The form of the drawing.
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// Compare with this file instead of printing.
    #[arg(long, value_name = "FILE")]
    check: Option<PathBuf>,
    /// Print what src/statechart/digests.txt must hold.
    #[arg(long, hide = true)]
    digests: bool,
    #[command(flatten)]
    answers: AnswersOptions,
}

impl Statechart {
    /// Prints, or compares.
    pub fn run(self) -> anyhow::Result<End> {
        let policy = Policy { own_answers: self.answers.answers(), ..Policy::default() };
        let drawn = match self.format {
            _ if self.digests => statechart::digests_file(&policy, &DECLINES),
            Format::Markdown => statechart::markdown(&policy, &DECLINES),
            Format::Mermaid => statechart::mermaid(&policy),
            Format::Json => statechart::json(&policy),
        };
        let Some(file) = self.check else {
            stdout().lock().write_all(drawn.as_bytes())?;
            return Ok(End::Well);
        };
        let kept = std::fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
        if kept == drawn {
            return Ok(End::Well);
        }
        let line = kept.lines().zip(drawn.lines()).take_while(|(kept, drawn)| kept == drawn).count() + 1;
        eprintln!("payment-smart-bot: {} differs from the machine that runs, from line {line} on", file.display());
        Ok(End::Failed)
    }
}
