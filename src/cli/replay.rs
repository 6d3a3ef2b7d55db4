//! `replay`: dialogue scripts to transcripts.

use std::fmt::Write as _;
use std::io::{Write as _, stdout};
use std::path::PathBuf;
use std::sync::Arc;

use anyhow::Context as _;
use clap::Args;
use payment_smart_bot::dialogue::Policy;
use payment_smart_bot::script::{DIRECTIVES, Script, play_over};
use payment_smart_bot::settings::AnswersOptions;
use payment_smart_bot::turn::Bot;

use super::End;

/// Plays dialogue scripts against the real turn and the sandbox, and prints what came of them.
///
/// A script is what a customer says, line by line. A line that begins with # is a comment (the first is the title), one
/// that begins with @ a directive. Time and chance are the script's own, so that a transcript is the same every time.
#[derive(Args)]
#[command(after_help = after_help())]
pub struct Replay {
    /// The scripts, in order.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,

    #[command(flatten)]
    answers: AnswersOptions,
}

impl Replay {
    /// Prints one transcript after the other; a script that cannot be played is named, and the next goes on.
    pub fn run(self) -> anyhow::Result<End> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let mut end = End::Well;
        for (i, file) in self.files.iter().enumerate() {
            let text = std::fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
            let played = match Script::parse(&text) {
                Ok(script) => runtime.block_on(play_over(&script, |bot| self.answering(bot))),
                Err(error) => Err(error.to_string()),
            };
            match played {
                Ok(transcript) => {
                    let mut output = stdout().lock();
                    if i > 0 {
                        output.write_all(b"\n")?;
                    }
                    output.write_all(transcript.as_bytes())?;
                }
                Err(problem) => {
                    eprintln!("payment-smart-bot: {}: {problem}", file.display());
                    end = End::Failed;
                }
            }
        }
        Ok(end)
    }

    /// The script's bot, with the operator's answers.
    fn answering(&self, bot: Bot) -> Bot {
        let policy = Policy { own_answers: self.answers.answers(), ..(*bot.policy).clone() };
        Bot { policy: Arc::new(policy), ..bot }
    }
}

fn after_help() -> String {
    let mut help =
        String::from("Examples:\n  payment-smart-bot replay tests/dialogues/canonical.dialogue\n\nDirectives:\n");
    for (example, about) in DIRECTIVES {
        let _ = writeln!(help, "  {example:<27} {about}");
    }
    help
}
