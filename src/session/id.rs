//! What a session is called.

use std::fmt;

use serde::{Deserialize, Serialize};

/// The name of a session: a version 4 UUID (RFC 9562), 36 characters in lower case. It opens nothing and may be logged.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct SessionId(String);

impl SessionId {
    /// Where the hyphens stand.
    const HYPHENS: [usize; 4] = [8, 13, 18, 23];

    /// The id made of 122 of these random bits.
    #[must_use]
    pub fn from_random(mut bytes: [u8; 16]) -> Self {
        bytes[6] = bytes[6] & 0x0f | 0x40;
        bytes[8] = bytes[8] & 0x3f | 0x80;
        let mut text = hex::encode(bytes);
        for at in Self::HYPHENS {
            text.insert(at, '-');
        }
        Self(text)
    }

    /// The id written so, in either case; `None` when it is not a version 4 UUID.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let shaped = text.len() == 36
            && text.bytes().enumerate().all(|(at, byte)| match at {
                8 | 13 | 18 | 23 => byte == b'-',
                14 => byte == b'4',
                19 => matches!(byte, b'8' | b'9' | b'a' | b'b' | b'A' | b'B'),
                _ => byte.is_ascii_hexdigit(),
            });
        shaped.then(|| Self(text.to_ascii_lowercase()))
    }

    /// The id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The id as sixteen bytes: the key in a database.
    #[must_use]
    pub fn to_bytes(&self) -> [u8; 16] {
        let mut digits = self.0.bytes().filter(|&byte| byte != b'-').map(|byte| match byte {
            b'0'..=b'9' => byte - b'0',
            letter => letter.wrapping_sub(b'a').wrapping_add(10) & 0x0f,
        });
        std::array::from_fn(|_| digits.next().unwrap_or(0) << 4 | digits.next().unwrap_or(0))
    }
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
