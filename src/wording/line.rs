//! One line of a file of wordings: a candidate, and what a person said to it.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use strum::{IntoStaticStr, VariantArray};

use super::digest::short_digest;
use super::{Sentence, Tone};

/// What a person said to a candidate.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, IntoStaticStr, VariantArray,
)]
#[serde(rename_all = "lowercase")]
#[strum(serialize_all = "lowercase")]
pub enum Standing {
    /// Nothing yet.
    Proposed,
    /// It may be said.
    Approved,
    /// It may not, and isn't to be proposed again.
    Rejected,
}

impl Standing {
    /// Its name in files.
    #[must_use]
    pub fn wire(self) -> &'static str {
        self.into()
    }
}

/// One line of `<language>/wordings/<tone>.jsonl`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Line {
    /// Made from sentence, tone and text, so that a text that was edited by hand no longer carries its approval.
    pub id: String,
    /// The act that the sentence words. Others that read the same share the wording.
    pub act: String,
    /// The id of the sentence that it was made from, as the sentence read then.
    pub sentence: String,
    /// The words, with `{placeholders}`.
    pub text: String,
    /// What a person said to it.
    pub state: Standing,
    /// Who: of a proposal, who or what made it.
    pub by: String,
    /// When.
    pub at: Date,
    /// The model that made it, where one did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub model: Option<String>,
    /// The digest of what that model was told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instructions: Option<String>,
}

impl Line {
    /// What `by` says to `text` as a wording of `sentence`.
    #[must_use]
    pub fn new(sentence: &Sentence, tone: Tone, text: &str, (state, by, at): (Standing, &str, Date)) -> Self {
        Self {
            id: wording_id(sentence.digest(), tone, text),
            act: sentence.id().to_owned(),
            sentence: sentence.digest().to_owned(),
            text: text.to_owned(),
            state,
            by: by.to_owned(),
            at,
            model: None,
            instructions: None,
        }
    }

    /// The same line with what `by` says to it. Its id is made anew: a text that was mended in the file still carries the
    /// id of the text before.
    #[must_use]
    pub fn judged(&self, tone: Tone, (state, by, at): (Standing, &str, Date)) -> Self {
        let id = wording_id(&self.sentence, tone, &self.text);
        Self { id, state, by: by.to_owned(), at, ..self.clone() }
    }

    /// Whether it words the same sentence in the same words, whatever its id.
    #[must_use]
    pub fn reads_as(&self, other: &Self) -> bool {
        (&self.sentence, &self.text) == (&other.sentence, &other.text)
    }

    /// Whether its id is that of its text, in a file of this tone.
    #[must_use]
    pub fn is_unedited(&self, tone: Tone) -> bool {
        self.id == wording_id(&self.sentence, tone, &self.text)
    }
}

/// The id of a wording: `w-` and ten hexadecimal digits.
fn wording_id(sentence: &str, tone: Tone, text: &str) -> String {
    short_digest("w", &[sentence, tone.wire(), text])
}
