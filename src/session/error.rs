//! Why a record cannot be read back.

/// Why a record cannot be read back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RestoreError {
    /// It was written by a later release: it is left untouched.
    #[error("the record has version {version}; this release reads up to {}", super::RECORD_VERSION)]
    Newer {
        /// Its record version.
        version: u32,
    },
    /// A field does not hold what it should.
    #[error("the record's {0} cannot be read")]
    Malformed(&'static str),
    /// Its state holds a number, and none was given: see [`Record::restore_without_card`](super::Record::restore_without_card).
    #[error("the record's card data is missing")]
    SecretMissing,
}
