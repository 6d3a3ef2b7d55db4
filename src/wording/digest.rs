//! Short names for texts.

use sha2::{Digest as _, Sha256};

/// A letter that says of what, and the first ten hexadecimal digits of a SHA-256 over all parts.
pub(super) fn short_digest(of: &str, parts: &[&str]) -> String {
    let mut hasher = Sha256::new();
    for part in parts {
        hasher.update(part);
        hasher.update([0]);
    }
    let mut digest = hex::encode(hasher.finalize());
    digest.truncate(10);
    format!("{of}-{digest}")
}
