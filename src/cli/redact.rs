//! `redact`: text without card numbers and codes.

use std::io::{stdin, stdout};

use clap::Args;
use payment_smart_bot::language::redact;

use super::End;
use super::lines::each;

/// Reads lines of text and writes them without card numbers and security codes, for logs and whatever else is kept.
///
/// Rather too much than too little: whatever digits may be a card's are taken out, inside longer runs too, across marks,
/// scripts, number words, and the escapes of JSON, URLs and HTML. Text without digits stays as it is. A line that is
/// longer than 1 MiB is replaced by an error object; bytes that are not UTF-8 become U+FFFD.
#[derive(Args)]
#[command(after_help = "\
Examples:
  echo 'my card is 4242 4242 4242 4242, ok?' | payment-smart-bot redact
  tail -f chat.log | payment-smart-bot redact > clean.log")]
pub struct Redact {}

impl Redact {
    /// From standard input to standard output.
    #[expect(clippy::unused_self, reason = "every command is run alike")]
    pub fn run(&self) -> anyhow::Result<End> {
        each(stdin().lock(), stdout().lock(), |line, output| {
            if let Some(text) = line.text {
                output.write_all(redact(&String::from_utf8_lossy(text)).as_bytes())?;
            } else {
                let error = serde_json::json!({ "error": "the line is longer than 1 MiB", "line": line.number });
                serde_json::to_writer(&mut *output, &error)?;
            }
            output.write_all(line.end.as_bytes())
        })?;
        Ok(End::Well)
    }
}
