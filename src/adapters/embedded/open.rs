//! The files of a running store, opened anew when the database says that it can't go on with them.

use std::path::{Path, PathBuf};
use std::sync::{PoisonError, RwLock, RwLockReadGuard};

use redb::Database;

use super::files::{Files, Identity, OpenError, unbroken};
use crate::ports::StoreError;

/// Below so many free bytes no session begins, and the files are not opened anew: what is there can still be read, and the
/// payments under way can be ended.
pub(super) const FLOOR: u64 = 8 << 20;

/// The two databases of a folder, while they are open.
#[derive(Debug)]
pub(super) struct Open {
    folder: PathBuf,
    files: RwLock<Option<Files<Database>>>,
    /// Which files these are: what has their names later may be others.
    identity: Option<Identity>,
}

impl Open {
    /// These files of the folder.
    pub fn of(folder: &Path, files: Files<Database>) -> Self {
        let files = RwLock::new(Some(files));
        Self { folder: folder.to_owned(), files, identity: Identity::of(folder) }
    }

    /// Where they are.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Whether the files are still the ones in the folder. What is written into others, or into such as have no name any
    /// more, is lost without a word.
    pub fn is_there(&self) -> Result<(), OpenError> {
        let there = self.identity.is_none() || Identity::of(&self.folder) == self.identity;
        if there { Ok(()) } else { Err(OpenError::Gone(self.folder.clone())) }
    }

    /// The files as they are now, for as long as this is held; none while they cannot be opened.
    pub fn now(&self) -> RwLockReadGuard<'_, Option<Files<Database>>> {
        self.files.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// Reads something.
    pub fn read<T>(&self, read: impl FnOnce(&Files<Database>) -> Result<T, StoreError>) -> Result<T, StoreError> {
        self.now().as_ref().map_or_else(|| Err(closed()), |files| self.named(|| read(files)))
    }

    /// What was read, or an error that names the folder.
    fn named<T>(&self, read: impl FnOnce() -> Result<T, StoreError>) -> Result<T, StoreError> {
        unbroken(read, |cause| StoreError(cause.to_owned())).map_err(|StoreError(cause)| {
            let folder = self.folder.display();
            StoreError(format!(
                "a file of the data folder {folder} could not be read ({cause}): where it is broken, stop the service, move it away \
                 or bring it back from a backup, and start again"
            ))
        })
    }

    /// Closes the files and opens them again: after an error of the disk a database refuses whatever comes, until then.
    pub fn again(&self) -> Result<(), OpenError> {
        // What is not there would be made anew, and empty.
        self.is_there()?;
        let mut files = self.files.write().unwrap_or_else(PoisonError::into_inner);
        *files = None;
        *files = Some(Files::<Database>::open(&self.folder)?);
        Ok(())
    }

    /// Whether there is room for more than what is under way.
    pub fn has_room(&self) -> bool {
        free(&self.folder).is_none_or(|free| free >= FLOOR)
    }
}

pub(super) fn closed() -> StoreError {
    StoreError("the store's files could not be opened again yet".to_owned())
}

/// How many bytes are free on the disk of a folder, where the system says so.
#[cfg(unix)]
fn free(folder: &Path) -> Option<u64> {
    let disk = rustix::fs::statvfs(folder).ok()?;
    disk.f_bavail.checked_mul(disk.f_frsize)
}

#[cfg(not(unix))]
fn free(_: &Path) -> Option<u64> {
    None
}
