//! What a session is called.

use std::fmt;

use serde::{Deserialize, Serialize};
use uuid::fmt::Hyphenated;
use uuid::{Builder, Uuid, Variant, Version};

/// The name of a session: a version 4 UUID (RFC 9562), 36 characters in lower case. It opens nothing and may be logged.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct SessionId(String);

impl SessionId {
    /// The id made of 122 of these random bits.
    #[must_use]
    pub fn from_random(bytes: [u8; 16]) -> Self {
        Self::of(Builder::from_random_bytes(bytes).into_uuid())
    }

    /// The id written so, in either case; `None` when it is not a version 4 UUID.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        // Without hyphens, in braces or as a URN it is longer or shorter.
        random_uuid(text).filter(|_| text.len() == Hyphenated::LENGTH).map(Self::of)
    }

    fn of(id: Uuid) -> Self {
        Self(id.hyphenated().to_string())
    }

    /// The id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The id as sixteen bytes: the key in a database.
    #[must_use]
    pub fn to_bytes(&self) -> [u8; 16] {
        Uuid::try_parse(&self.0).unwrap_or_default().into_bytes()
    }
}

/// The UUID of version 4 that is written so, in any of the forms of RFC 9562 and its predecessors.
#[must_use]
pub fn random_uuid(text: &str) -> Option<Uuid> {
    let id = Uuid::try_parse(text).ok()?;
    (id.get_version() == Some(Version::Random) && id.get_variant() == Variant::RFC4122).then_some(id)
}

impl fmt::Display for SessionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for SessionId {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).ok_or("a session id is a version 4 UUID of 36 characters")
    }
}

impl From<SessionId> for String {
    fn from(id: SessionId) -> Self {
        id.0
    }
}
