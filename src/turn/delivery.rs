//! What a message that is delivered twice is known again by.

use std::fmt;

use zeroize::Zeroizing;

use crate::session::SessionId;

/// The client's key for one delivery, and what was delivered: both under keyed hashes, which is all that is ever kept.
#[derive(Clone, PartialEq, Eq)]
pub struct DeliveryKey {
    key: String,
    says: String,
    formerly: Vec<(String, String)>,
    begins: Vec<Begun>,
}

/// Where a session began with a key of its client's: who knows the key is given the token again.
#[derive(Clone, PartialEq, Eq)]
pub struct Begun {
    /// The session.
    pub session: SessionId,
    /// The token that opens it.
    pub token: Zeroizing<String>,
}

impl Begun {
    /// The session that 122 of these bits name, and its token.
    #[must_use]
    pub fn new(id: [u8; 16], token: Zeroizing<String>) -> Self {
        Self { session: SessionId::from_random(id), token }
    }
}

impl DeliveryKey {
    /// A key, and what the message says, by keyed hashes.
    #[must_use]
    pub const fn new(key: String, says: String) -> Self {
        Self { key, says, formerly: Vec::new(), begins: Vec::new() }
    }

    /// The same, that was kept under these hashes where it came before the service's keys were rotated.
    #[must_use]
    pub fn formerly(self, formerly: Vec<(String, String)>) -> Self {
        Self { formerly, ..self }
    }

    /// The same, of a message that begins a session in the first of these places, unless it did so before in any of them.
    #[must_use]
    pub fn beginning(self, begins: Vec<Begun>) -> Self {
        Self { begins, ..self }
    }

    /// The hash of the key.
    pub(super) fn key(&self) -> &str {
        &self.key
    }

    /// The hash of what was said.
    pub(super) fn says(&self) -> &str {
        &self.says
    }

    /// Every hash of the key, and of what was said, that it may be kept under.
    pub(super) fn hashes(&self) -> impl Iterator<Item = (&str, &str)> {
        let formerly = self.formerly.iter().map(|(key, says)| (key.as_str(), says.as_str()));
        std::iter::once((self.key(), self.says())).chain(formerly)
    }

    /// Where a session began with it, or begins.
    pub(super) fn places(&self) -> &[Begun] {
        &self.begins
    }

    /// Where a session begins with it; `None` where its id and token are drawn by chance.
    pub(super) fn begins(&self) -> Option<&Begun> {
        self.begins.first()
    }
}

/// Shows no token, and nothing that a key could be compared with.
impl fmt::Debug for DeliveryKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("DeliveryKey(…)")
    }
}

impl fmt::Debug for Begun {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Begun({})", self.session)
    }
}

/// What it is counted under that a session is gone which its first message could begin again.
pub(super) fn gone(session: &SessionId) -> String {
    format!("gone#{session}")
}
