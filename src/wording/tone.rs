//! How the bot sounds.

use strum::{EnumString, IntoStaticStr, VariantArray};

/// How what is said shall sound.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, EnumString, IntoStaticStr, VariantArray,
)]
#[strum(serialize_all = "lowercase", parse_err_ty = NoSuchTone, parse_err_fn = no_such_tone)]
pub enum Tone {
    /// Plain, everyday words.
    #[default]
    Plain,
    /// Friendly.
    Warm,
    /// Polite and formal.
    Formal,
}

impl Tone {
    /// Every tone.
    pub const ALL: [Self; Self::VARIANTS.len()] = *Self::VARIANTS.as_array().unwrap();

    /// Its name in settings and files.
    #[must_use]
    pub fn wire(self) -> &'static str {
        self.into()
    }
}

/// There is no such tone.
#[derive(Debug, thiserror::Error)]
#[error("a tone is plain, warm or formal")]
pub struct NoSuchTone;

const fn no_such_tone(_: &str) -> NoSuchTone {
    NoSuchTone
}
