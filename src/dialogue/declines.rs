//! A gateway's decline codes, as data that its adapter brings.

use super::Decline;

/// A gateway's decline codes, and what a customer may know of each.
#[derive(Clone, Copy, Debug)]
pub struct DeclineCodes {
    /// Each code that is known, with its class.
    pub known: &'static [(&'static str, Decline)],
    /// The class of every other code.
    pub other: Decline,
}

impl DeclineCodes {
    /// The class of a code, known or not.
    #[must_use]
    pub fn class(&self, code: &str) -> Decline {
        self.known(code).unwrap_or(self.other)
    }

    /// The class of a code that is known.
    #[must_use]
    pub fn known(&self, code: &str) -> Option<Decline> {
        self.known.iter().find(|(known, _)| *known == code).map(|&(_, decline)| decline)
    }
}
