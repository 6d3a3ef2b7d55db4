//! The vault of one machine: a key in a file that only its owner can read.
//!
//! Each session has a key of its own, derived with HKDF-SHA256 (RFC 5869), because AES-GCM under random nonces is bound
//! to some 2^32 messages a key (NIST SP 800-38D, 8.3). A seal is bound to session and version as associated data, and
//! carries its own "not after" inside.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};

use async_trait::async_trait;
use aws_lc_rs::aead::{AES_256_GCM, LessSafeKey, UnboundKey};
use aws_lc_rs::hkdf::{HKDF_SHA256, Prk, Salt};
use jiff::Timestamp;
use zeroize::Zeroizing;

use super::seal::{self, KEY, down};
use crate::ports::{Place, Vault, VaultError};

/// The form of a seal: this byte, the nonce, then ciphertext and tag.
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

/// Seals under keys that are derived from one in a file.
pub struct KeyFileVault {
    root: Prk,
}

impl std::fmt::Debug for KeyFileVault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("KeyFileVault(…)")
    }
}

impl KeyFileVault {
    /// The vault whose key is in `path`; makes the key, with mode 0600, when there is no such file.
    ///
    /// # Errors
    /// When others can read the file, when it holds no key, or when it cannot be read or made.
    pub fn open_or_create(path: &Path) -> Result<Self, KeyFileError> {
        Ok(Self::of(&secret_in(path)?))
    }

    /// The vault with a key of its own: for scripts and tests, whose sessions end with the process.
    #[must_use]
    pub fn with_key(key: &Zeroizing<[u8; KEY]>) -> Self {
        Self::of(&**key)
    }

    fn of(key: &[u8]) -> Self {
        Self { root: Salt::new(HKDF_SHA256, LABEL).extract(key) }
    }

    fn key(&self, place: &Place) -> Result<LessSafeKey, VaultError> {
        let info = [place.session.as_str().as_bytes()];
        let derived = self.root.expand(&info, &AES_256_GCM).map_err(|_| down("no key could be derived"))?;
        Ok(LessSafeKey::new(UnboundKey::from(derived)))
    }

    fn sealed(&self, place: &Place, not_after: Timestamp, secret: &[u8]) -> Result<Vec<u8>, VaultError> {
        seal::close(vec![FORM], &self.key(place)?, &bound(place), not_after, secret)
    }

    fn opened(&self, place: &Place, now: Timestamp, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, VaultError> {
        let (&FORM, rest) = sealed.split_first().ok_or(VaultError::Broken)? else {
            return Err(VaultError::Broken);
        };
        seal::open(&self.key(place)?, &bound(place), now, rest)
    }
}

/// The 256 bits in `path`; drawn, into a file with mode 0600, when there is no such file.
///
/// # Errors
/// As [`KeyFileVault::open_or_create`].
pub fn secret_in(path: &Path) -> Result<Zeroizing<Vec<u8>>, KeyFileError> {
    let io = |cause| KeyFileError::Io { path: path.to_owned(), cause };
    if !path.try_exists().map_err(io)? {
        create(path).map_err(io)?;
    }
    let file = File::open(path).map_err(io)?;
    refuse_if_shared(path, &file)?;
    let mut key = Zeroizing::new(Vec::with_capacity(KEY + 1));
    file.take(KEY as u64 + 1).read_to_end(&mut key).map_err(io)?;
    if key.len() != KEY {
        return Err(KeyFileError::Length { path: path.to_owned(), found: key.len() });
    }
    Ok(key)
}

#[async_trait]
impl Vault for KeyFileVault {
    async fn seal(&self, place: &Place, not_after: Timestamp, secret: &[u8]) -> Result<Vec<u8>, VaultError> {
        self.sealed(place, not_after, secret)
    }

    async fn open(&self, place: &Place, now: Timestamp, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, VaultError> {
        self.opened(place, now, sealed)
    }
}

/// Label, session (of one length always) and version: nothing can be read in two ways.
fn bound(place: &Place) -> Vec<u8> {
    [LABEL, place.session.as_str().as_bytes(), &place.version.to_be_bytes()].concat()
}

/// Makes a key under another name and links it into place, so that nobody ever sees half of one, and that of two
/// processes that start at once both use the same.
fn create(path: &Path) -> io::Result<()> {
    let mut key = Zeroizing::new([0; KEY]);
    let mut suffix = [0; 8];
    let random = |bytes: &mut [u8]| aws_lc_rs::rand::fill(bytes).map_err(|_| io::Error::other("no random bytes"));
    random(&mut *key)?;
    random(&mut suffix)?;
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{}", hex::encode(suffix)));
    let draft = path.with_file_name(name);
    let written = private(&draft).and_then(|mut file| {
        file.write_all(&*key)?;
        file.sync_all()
    });
    let linked = written.and_then(|()| match fs::hard_link(&draft, path) {
        Err(cause) if cause.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        linked => linked,
    });
    let _ = fs::remove_file(&draft);
    linked?;
    let folder = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    File::open(folder)?.sync_all()
}

#[cfg(unix)]
fn private(path: &Path) -> io::Result<File> {
    use std::os::unix::fs::OpenOptionsExt as _;
    OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)
}

#[cfg(not(unix))]
fn private(path: &Path) -> io::Result<File> {
    OpenOptions::new().write(true).create_new(true).open(path)
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

#[cfg(test)]
mod tests;
