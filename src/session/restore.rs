//! A record read back as a session.

use super::{Record, Secret, Stored};
use crate::dialogue::Session;

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
    /// Its state holds a number, and none was given: see [`Record::restore_without_card`].
    #[error("the record's card data is missing")]
    SecretMissing,
}

impl Record {
    /// The session, with the card data that was unsealed for it.
    ///
    /// # Errors
    /// [`RestoreError::Newer`] before anything else is looked at; [`RestoreError::SecretMissing`] when the state holds
    /// card data and `secret` is none of its kind; [`RestoreError::Malformed`] for anything unreadable.
    pub fn restore(&self, secret: Option<Secret>) -> Result<Stored, RestoreError> {
        self.readable()?;
        let state = self.state.restore(secret)?;
        Ok(Stored { session: Session { memory: self.memory.restore()?, state }, header: self.header() })
    }

    /// The session as if its number, or the pieces of one, had never been given. Everything else is kept.
    ///
    /// # Errors
    /// As [`Self::restore`], but never [`RestoreError::SecretMissing`].
    pub fn restore_without_card(&self) -> Result<Stored, RestoreError> {
        self.readable()?;
        let state = self.state.restore_without_card()?;
        Ok(Stored { session: Session { memory: self.memory.restore()?, state }, header: self.header() })
    }

    /// Records of older versions are migrated here once there are any.
    fn readable(&self) -> Result<(), RestoreError> {
        match self.record_version() {
            0 => Err(RestoreError::Malformed("recordVersion")),
            super::RECORD_VERSION => Ok(()),
            version => Err(RestoreError::Newer { version }),
        }
    }
}
