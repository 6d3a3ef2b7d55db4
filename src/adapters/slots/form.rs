//! How a seal begins: in clear, so that whoever looks through a file's bytes finds it, and knows which key to try.
//!
//! ```text
//! magic 8 | form 1 | what 1 | slot 8 | session 16 | version 8 | length of the rest 4 | nonce 12 | ciphertext and tag
//! ```
//!
//! Numbers are big endian. All that comes before the nonce is associated data.

use jiff::SignedDuration;

/// What every seal begins with; the last byte is its form.
pub const MAGIC: &[u8; 9] = b"psb-seal\x03";

/// So many bytes are in clear.
pub const HEAD: usize = MAGIC.len() + 1 + 8 + 16 + 8 + 4;

/// What a slot's key seals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, strum::Display, strum::EnumString)]
#[strum(serialize_all = "lowercase")]
pub enum What {
    /// Card numbers.
    Number = 1,
    /// What people may see of a session.
    Shown = 2,
}

impl What {
    /// How long it may be held at most: a number as law 3 says, a session for a day (the longest that an operator may set) and
    /// ten minutes.
    pub(super) const fn longest(self) -> SignedDuration {
        match self {
            Self::Number => SignedDuration::from_mins(15),
            Self::Shown => SignedDuration::from_mins(24 * 60 + 10),
        }
    }
}

/// What stands in clear at the beginning of a seal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Head {
    /// What is sealed.
    pub what: What,
    /// The minute in which it has to be gone, counted from 1970.
    pub slot: i64,
    /// Whose it is.
    pub session: [u8; 16],
    /// The version of the record that it belongs to.
    pub version: u64,
}

impl Head {
    /// As bytes, before `length` more.
    pub fn written(&self, length: usize) -> Vec<u8> {
        let length = u32::try_from(length).unwrap_or(u32::MAX).to_be_bytes();
        let parts =
            [&[self.what as u8][..], &self.slot.to_be_bytes(), &self.session, &self.version.to_be_bytes(), &length];
        [&MAGIC[..], &parts.concat()].concat()
    }

    /// The head of the seal that `bytes` begins with, and the rest of it; what follows is left out. `None` when it is none.
    pub fn read(bytes: &[u8]) -> Option<(Self, &[u8])> {
        let (head, rest) = bytes.split_at_checked(HEAD)?;
        let head = head.strip_prefix(MAGIC)?;
        let (what, head) = head.split_first()?;
        let what = match what {
            1 => What::Number,
            2 => What::Shown,
            _ => return None,
        };
        let (slot, head) = head.split_first_chunk()?;
        let (session, head) = head.split_first_chunk()?;
        let (version, length) = head.split_first_chunk()?;
        let length = u32::from_be_bytes(length.try_into().ok()?);
        let rest = rest.get(..usize::try_from(length).ok()?)?;
        let (slot, version) = (i64::from_be_bytes(*slot), u64::from_be_bytes(*version));
        Some((Self { what, slot, session: *session, version }, rest))
    }
}
