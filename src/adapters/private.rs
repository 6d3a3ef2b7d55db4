//! Files and folders that are their owner's alone.

use std::fs::{self, OpenOptions};
use std::io::{self, Write as _};
use std::path::Path;

/// To open a file with; where it's made, others can't read it.
#[cfg(unix)]
pub(super) fn options() -> OpenOptions {
    use std::os::unix::fs::OpenOptionsExt as _;
    let mut options = OpenOptions::new();
    options.mode(0o600);
    options
}

/// As on Unix, where the folder decides who can read what is in it.
#[cfg(not(unix))]
pub(super) fn options() -> OpenOptions {
    OpenOptions::new()
}

/// Makes a folder, and those above it, where they aren't there; others can't look into it.
#[cfg(unix)]
pub(super) fn make_folder(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::DirBuilderExt as _;
    fs::DirBuilder::new().recursive(true).mode(0o700).create(folder)
}

/// As on Unix.
#[cfg(not(unix))]
pub(super) fn make_folder(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)
}

/// Overwrites a secret's file, and deletes it; one that isn't there is gone already.
pub(super) fn destroy(path: &Path) -> io::Result<()> {
    let overwritten = OpenOptions::new().write(true).open(path).and_then(|mut file| {
        let length = usize::try_from(file.metadata()?.len()).map_err(io::Error::other)?;
        file.write_all(&vec![0; length])?;
        file.sync_all()
    });
    match overwritten.and_then(|()| fs::remove_file(path)) {
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => Ok(()),
        done => done,
    }
}
