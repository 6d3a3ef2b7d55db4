//! Dialogue scripts: what a customer says line by line, as plain text that a designer can write, and what came of it.
//!
//! ```text
//! # The card is declined, and another one is paid with
//! @amount 49.90 EUR
//! @payee Harbour Books
//! I want to pay
//! Jane Roe
//! 4000 0000 0000 0002
//! 12/28
//! 123
//! yes
//! ```
//!
//! A line that begins with `#` is a comment (the first one is the title), one that begins with `@` a directive, and
//! every other line a message. `\@`, `\#`, `\n`, `\\` and `\u{202e}` write what could not be written otherwise;
//! `\e` alone is an empty message. See [`DIRECTIVES`].
//!
//! Architecture invariant: a script talks to a bot as a client does, over memory, the sandbox and a clock of its own; it
//! does no I/O and waits for no time (`tests/it/architecture.rs`).

mod parse;
mod run;
mod transcript;
mod world;

pub use parse::{DIRECTIVES, Line, Script, ScriptError};
pub use run::{play, play_over};
