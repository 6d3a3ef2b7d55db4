//! What a customer wrote, as an event for the machine. Pure: words in, meaning out.
//!
//! A message is split into [`text::tokens`]; [`values`] reads numbers, dates, codes and introduced names out of it;
//! `intents` reads commands and asides out of what is left; and what is still left may be a bare name.
//! Every word that is known here stands in the language's own folder under `prompts/`; nothing else in this module
//! knows any language's words. Matching takes time linear in the message.
//!
//! Architecture invariants: nothing here reads a clock, the environment or the network; no [`Utterance`] is serialised or
//! displayed (`tests/it/architecture.rs`); and what is read of one lies in buffers that never move and are wiped (property
//! tests of [`text`] and [`values`]).

mod automaton;
mod intents;
pub mod lexicon;
mod listening;
mod noticing;
mod own;
mod redact;
pub mod text;
mod understanding;
mod understood;
pub mod values;

pub use intents::{command_lines, make_ready, within_an_edit};
pub use listening::{Listening, Naming, Reviewed};
pub use own::{hear_own, own_answer};
pub use redact::{redact, redact_told, without_digits};
pub use text::Utterance;
pub use understanding::understand;
pub use understood::Understood;
pub use values::Span;
