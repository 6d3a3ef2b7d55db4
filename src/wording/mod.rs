//! A dialogue act becomes sentences, in the words of a catalog; values are filled in afterwards.
//!
//! Architecture invariants: a [`Sentence`] holds no value of the customer; a [`Wording`] is made of a line that a person
//! approved, and a [`Frame`] of listed courtesies, so that nothing else can be said; and nothing outside
//! `prompts/<language>/` knows a word of a language.

mod case;
mod catalog;
mod contract;
mod courtesy;
mod depends;
mod digest;
mod every;
mod fill;
mod fixed;
mod format;
mod frame;
mod given;
mod line;
mod moment;
mod placeholder;
mod request;
mod sentence;
mod source;
mod tone;
mod values;
mod voice;
mod what;
mod wordings;
mod words;

#[cfg(test)]
mod tests;

pub use case::Part;
pub use contract::{Breach, Candidate, Terms, may_be_said};
pub use fill::{fill, reply};
pub use frame::Frame;
pub use line::{Line, Standing};
pub use moment::Moment;
pub use placeholder::Placeholder;
pub use request::{INSTRUCTIONS, Request};
pub use sentence::{Sentence, all, sentences};
pub use tone::{NoSuchTone, Tone};
pub use values::Values;
pub use voice::{Spoken, Voice, open};
pub use wordings::{Coverage, Fate, Kept, Wording, Wordings, file_name, sentence_by_digest};
