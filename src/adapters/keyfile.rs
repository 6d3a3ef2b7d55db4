//! Secrets in files that only their owner can read; and the one under which former releases sealed card numbers.

use std::fs::{self, File};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};

use aws_lc_rs::aead::LessSafeKey;
use jiff::Timestamp;
use zeroize::Zeroizing;

use super::private;
use super::seal::{self, KEY};
use crate::ports::{Place, VaultError};

/// The form of a former seal: this byte, the nonce, then ciphertext and tag.
const FORM: u8 = 1;

/// What the associated data begins with.
const LABEL: &[u8] = b"payment-smart-bot seal 1";

/// Why a key file cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum KeyFileError {
    /// Others could read the key.
    #[error("the key file {} can be read by others (mode {mode:04o}); run: chmod 600 {}", path.display(), path.display())]
    Open {
        /// The file.
        path: PathBuf,
        /// Its permission bits.
        mode: u32,
    },
    /// It is not a key.
    #[error("the key file {} holds {found} bytes where a key has {KEY}", path.display())]
    Length {
        /// The file.
        path: PathBuf,
        /// How many bytes it holds.
        found: usize,
    },
    /// It could not be read or made.
    #[error("the key file {}: {cause}", path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// Why.
        cause: io::Error,
    },
}

/// What a former release left in a data folder.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Former {
    /// So many of its sessions were in clear, and are sealed now.
    pub sessions: usize,
    /// Until when a card number that it sealed may be opened, where there is one.
    pub sealed_until: Option<Timestamp>,
}

/// The key under which former releases sealed card numbers. It opens what they sealed, and seals nothing.
pub struct FormerKey(Zeroizing<Vec<u8>>);

impl std::fmt::Debug for FormerKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("FormerKey(…)")
    }
}

impl FormerKey {
    /// The key in `path`.
    ///
    /// # Errors
    /// When others can read the file, when it holds no key, or when it can't be read.
    pub fn read(path: &Path) -> Result<Self, KeyFileError> {
        Ok(Self(read(path)?))
    }

    /// Whether a former release sealed this.
    #[must_use]
    pub fn sealed(seal: &[u8]) -> bool {
        seal.first() == Some(&FORM)
    }

    /// Opens what was sealed for `place`.
    ///
    /// # Errors
    /// [`VaultError::Broken`] when it was moved, edited, or is too old.
    pub fn open(&self, place: &Place, now: Timestamp, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, VaultError> {
        let (&FORM, rest) = sealed.split_first().ok_or(VaultError::Broken)? else {
            return Err(VaultError::Broken);
        };
        seal::open(&self.key(place)?, &bound(place), now, rest)
    }

    fn key(&self, place: &Place) -> Result<LessSafeKey, VaultError> {
        seal::derived(LABEL, &self.0, &[place.session.as_str().as_bytes()])
    }
}

/// Overwrites the key in `path`, and deletes it.
///
/// # Errors
/// When it's there and can't be overwritten or deleted.
pub fn destroy_secret(path: &Path) -> Result<(), KeyFileError> {
    private::destroy(path).map_err(|cause| KeyFileError::Io { path: path.to_owned(), cause })
}

/// The 256 bits in `path`; drawn, into a file with mode 0600, when there is no such file.
///
/// # Errors
/// When others can read the file, when it holds no key, or when it can't be read or made.
pub fn secret_in(path: &Path) -> Result<Zeroizing<Vec<u8>>, KeyFileError> {
    let io = |cause| KeyFileError::Io { path: path.to_owned(), cause };
    if !path.try_exists().map_err(io)? {
        create(path).map_err(io)?;
    }
    read(path)
}

/// The 256 bits in `path`.
fn read(path: &Path) -> Result<Zeroizing<Vec<u8>>, KeyFileError> {
    let io = |cause| KeyFileError::Io { path: path.to_owned(), cause };
    let file = File::open(path).map_err(io)?;
    refuse_if_shared(path, &file)?;
    let mut key = Zeroizing::new(Vec::with_capacity(KEY + 1));
    file.take(KEY as u64 + 1).read_to_end(&mut key).map_err(io)?;
    if key.len() != KEY {
        return Err(KeyFileError::Length { path: path.to_owned(), found: key.len() });
    }
    Ok(key)
}

/// Label, session (of one length always) and version: nothing can be read in two ways.
fn bound(place: &Place) -> Vec<u8> {
    [LABEL, place.session.as_str().as_bytes(), &place.version.to_be_bytes()].concat()
}

/// Makes a key.
fn create(path: &Path) -> io::Result<()> {
    let mut key = Zeroizing::new([0; KEY]);
    random(&mut *key)?;
    match publish(path, &*key) {
        Err(cause) if cause.kind() == io::ErrorKind::AlreadyExists => {}
        published => published?,
    }
    let folder = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    File::open(folder)?.sync_all()
}

/// Writes a secret under another name and links it into place, so that nobody ever sees half of one, and that of two processes
/// that start at once both use the same.
///
/// # Errors
/// [`io::ErrorKind::AlreadyExists`] where there is one already, which stays.
pub(super) fn publish(path: &Path, secret: &[u8]) -> io::Result<()> {
    let mut suffix = [0; 8];
    random(&mut suffix)?;
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{}", hex::encode(suffix)));
    let draft = path.with_file_name(name);
    let written = private::options().write(true).create_new(true).open(&draft).and_then(|mut file| {
        file.write_all(secret)?;
        file.sync_all()
    });
    let linked = written.and_then(|()| fs::hard_link(&draft, path));
    let _ = fs::remove_file(&draft);
    linked
}

fn random(bytes: &mut [u8]) -> io::Result<()> {
    aws_lc_rs::rand::fill(bytes).map_err(|_| io::Error::other("no random bytes"))
}

/// Judges the file that was opened, not the name: nothing can be put in its place in between.
#[cfg(unix)]
fn refuse_if_shared(path: &Path, file: &File) -> Result<(), KeyFileError> {
    use std::os::unix::fs::PermissionsExt as _;
    let metadata = file.metadata().map_err(|cause| KeyFileError::Io { path: path.to_owned(), cause })?;
    let mode = metadata.permissions().mode() & 0o7777;
    let of_others = mode & 0o077;
    if of_others == 0 { Ok(()) } else { Err(KeyFileError::Open { path: path.to_owned(), mode }) }
}

#[cfg(not(unix))]
fn refuse_if_shared(_: &Path, _: &File) -> Result<(), KeyFileError> {
    Ok(())
}

/// A seal as a former release made it, for tests of what reads them.
#[cfg(test)]
pub(super) fn sealed_by(path: &Path, place: &Place, not_after: Timestamp, secret: &[u8]) -> Vec<u8> {
    let key = FormerKey::read(path).expect("reads").key(place).expect("derives");
    seal::close(vec![FORM], &key, &bound(place), not_after, secret).expect("seals")
}

#[cfg(test)]
mod tests;
