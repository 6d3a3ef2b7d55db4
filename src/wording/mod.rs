//! A dialogue act becomes sentences, in the words of a catalog; values are filled in afterwards.
//!
//! Architecture invariants: a [`Sentence`] holds no value of the customer, and nothing outside `prompts/<language>/`
//! knows a word of a language.

mod case;
mod catalog;
mod contract;
mod depends;
mod every;
mod fill;
mod fixed;
mod format;
mod given;
mod placeholder;
mod request;
mod reviewed;
mod sentence;
mod source;
mod values;
mod words;

#[cfg(test)]
mod tests;

pub use case::Part;
pub use contract::{Breach, CONTRACT_VERSION, Terms, Wording};
pub use fill::{fill, reply};
pub use placeholder::Placeholder;
pub use request::{INSTRUCTIONS, NoSuchTone, Request, Tone, request};
pub use reviewed::reviewed;
pub use sentence::{Sentence, all, sentences};
pub use values::Values;
