//! Keys in files, so that a restart of the service keeps them: one file a key, in a folder that lies in memory.
//!
//! On a disk it's the medium that decides whether what was overwritten is gone: copy-on-write, journals, flash and snapshots keep
//! older bytes. There the keys are wrapped by another one, from outside, and whoever runs it has to say so.

use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::time::Duration;

use aws_lc_rs::aead::LessSafeKey;
use jiff::Timestamp;
use zeroize::Zeroizing;

use super::form::What;
use crate::adapters::seal::{self, KEY};
use crate::adapters::{keyfile, private};
use crate::ports::VaultError;

/// What the wrapping key is derived with.
const LABEL: &[u8] = b"payment-smart-bot key wrap 3";

/// A key takes no longer to be written.
const DRAFTED: Duration = Duration::from_mins(1);

/// Why a folder of keys can't be used.
#[derive(Debug, thiserror::Error)]
pub enum SlotsError {
    /// It is on a disk.
    #[error(
        "the key folder {} is on a disk ({filesystem}), and what is deleted there may be read again. Name a folder in memory, as \
         /dev/shm or /run on Linux; or say --key-slots-on-disk, and let --key-file wrap the keys", folder.display()
    )]
    Disk {
        /// The folder.
        folder: PathBuf,
        /// What kind of file system it is on.
        filesystem: String,
    },
    /// Others own it or could read the keys.
    #[error("the key folder {} belongs to another user, or others can look into it: chmod 700 {}", .0.display(), .0.display())]
    Shared(PathBuf),
    /// It holds something else.
    #[error("{} holds {name}, which is no key of ours: give the keys a folder of their own", folder.display())]
    Other {
        /// The folder.
        folder: PathBuf,
        /// What it holds.
        name: String,
    },
    /// Its keys were written otherwise.
    #[error("the keys in {} are wrapped by another key, or by none: look at --key-file and --key-slots-on-disk", .0.display())]
    Wrapped(PathBuf),
    /// It could not be read, made or written.
    #[error("the key folder {}: {cause}", folder.display())]
    Io {
        /// The folder.
        folder: PathBuf,
        /// Why.
        cause: io::Error,
    },
}

/// What keys on a disk are wrapped by.
pub struct KeyWrap(LessSafeKey);

impl std::fmt::Debug for KeyWrap {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("KeyWrap(…)")
    }
}

impl KeyWrap {
    /// Under a secret that lies elsewhere.
    ///
    /// # Errors
    /// When no key could be derived.
    pub fn under(secret: &[u8]) -> Result<Self, VaultError> {
        Ok(Self(seal::derived(LABEL, secret, &[b"slots"])?))
    }
}

/// A folder with one file for each key.
pub struct Folder {
    path: PathBuf,
    wrap: Option<KeyWrap>,
}

impl Folder {
    /// The folder at `path`, made where it's not there.
    pub fn open(path: &Path, wrap: Option<KeyWrap>) -> Result<Self, SlotsError> {
        private::make_folder(path).map_err(|cause| SlotsError::Io { folder: path.to_owned(), cause })?;
        let folder = Self::found(path, wrap)?;
        folder.tidy()?;
        Ok(folder)
    }

    /// The folder at `path`, which is there.
    pub fn found(path: &Path, wrap: Option<KeyWrap>) -> Result<Self, SlotsError> {
        if !is_ours_alone(path).map_err(|cause| SlotsError::Io { folder: path.to_owned(), cause })? {
            return Err(SlotsError::Shared(path.to_owned()));
        }
        let folder = match filesystem(path) {
            Some(filesystem) if wrap.is_none() => {
                return Err(SlotsError::Disk { folder: path.to_owned(), filesystem });
            }
            Some(_) | None => Self { path: path.to_owned(), wrap },
        };
        // One that holds anything else is none of ours.
        let other = folder.names()?.into_iter().find(|name| slot_named(name).or(draft_named(name)).is_none());
        other.map_or(Ok(folder), |name| Err(SlotsError::Other { folder: path.to_owned(), name }))
    }

    /// The slots whose keys are there. What somebody put beside them meanwhile keeps none of them alive.
    pub fn list(&self) -> Result<Vec<(i64, What)>, SlotsError> {
        Ok(self.names()?.iter().filter_map(|name| slot_named(name)).collect())
    }

    fn names(&self) -> Result<Vec<String>, SlotsError> {
        let names = fs::read_dir(&self.path).and_then(|entries| {
            entries.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned())).collect::<io::Result<_>>()
        });
        names.map_err(|cause| self.io(cause))
    }

    fn io(&self, cause: io::Error) -> SlotsError {
        SlotsError::Io { folder: self.path.clone(), cause }
    }

    /// Takes away what a process that was killed had begun to write, or had written and not tidied: then it's another name of a
    /// key that is in use. A young one may be another process's at work.
    fn tidy(&self) -> Result<(), SlotsError> {
        for name in self.names()?.iter().filter(|name| draft_named(name).is_some()) {
            let path = self.path.join(name);
            let age = fs::metadata(&path).and_then(|file| file.modified()).ok().and_then(|at| at.elapsed().ok());
            if age.is_some_and(|age| age >= DRAFTED) {
                let _ = fs::remove_file(&path);
            }
        }
        Ok(())
    }

    /// Reads a slot's key into `key`; `false` where there is none.
    pub fn read(&self, slot: (i64, What), key: &mut [u8; KEY]) -> Result<bool, SlotsError> {
        let mut bytes = Zeroizing::new(Vec::with_capacity(seal::length(KEY) + 1));
        let file = match File::open(self.path.join(name(slot))) {
            Err(cause) if cause.kind() == io::ErrorKind::NotFound => return Ok(false),
            opened => opened.map_err(|cause| self.io(cause))?,
        };
        file.take(seal::length(KEY) as u64 + 1).read_to_end(&mut bytes).map_err(|cause| self.io(cause))?;
        // One that was overwritten, and not yet deleted, is none.
        if bytes.iter().all(|byte| *byte == 0) {
            return Ok(false);
        }
        let opened = match &self.wrap {
            None => Some(bytes),
            Some(KeyWrap(wrap)) => seal::open(wrap, name(slot).as_bytes(), Timestamp::MIN, &bytes).ok(),
        };
        let whole = opened.filter(|opened| opened.len() == KEY);
        key.copy_from_slice(&whole.ok_or_else(|| SlotsError::Wrapped(self.path.clone()))?);
        Ok(true)
    }

    /// Writes a slot's key, before anything is sealed with it.
    ///
    /// # Errors
    /// [`io::ErrorKind::AlreadyExists`] where there is one already, which stays.
    pub fn keep(&self, slot: (i64, What), key: &[u8; KEY]) -> io::Result<()> {
        let bytes = match &self.wrap {
            None => Zeroizing::new(key.to_vec()),
            Some(KeyWrap(wrap)) => {
                let sealed = seal::close(Vec::new(), wrap, name(slot).as_bytes(), Timestamp::MAX, key);
                Zeroizing::new(sealed.map_err(io::Error::other)?)
            }
        };
        let path = self.path.join(name(slot));
        match keyfile::publish(&path, &bytes) {
            // A process that died while it destroyed keys left one that is none.
            Err(cause)
                if cause.kind() == io::ErrorKind::AlreadyExists && fs::read(&path)?.iter().all(|byte| *byte == 0) =>
            {
                fs::remove_file(&path)?;
                keyfile::publish(&path, &bytes)?;
            }
            published => published?,
        }
        self.synced()
    }

    /// Overwrites a slot's key, and deletes it.
    pub fn destroy(&self, slot: (i64, What)) -> io::Result<()> {
        private::destroy(&self.path.join(name(slot)))?;
        self.synced()
    }

    /// The same of every key that is there; says which those were.
    pub fn destroy_all(&self) -> Result<Vec<(i64, What)>, SlotsError> {
        let slots = self.list()?;
        for slot in &slots {
            self.destroy(*slot).map_err(|cause| self.io(cause))?;
        }
        Ok(slots)
    }

    fn synced(&self) -> io::Result<()> {
        File::open(&self.path)?.sync_all()
    }
}

fn name((slot, what): (i64, What)) -> String {
    format!("{slot}-{what}")
}

fn slot_named(name: &str) -> Option<(i64, What)> {
    let (slot, what) = name.split_once('-')?;
    Some((slot.parse().ok()?, what.parse().ok()?))
}

/// A key that is being written: its name, a dot and 16 hexadecimal digits.
fn draft_named(name: &str) -> Option<(i64, What)> {
    let (slot, chance) = name.split_once('.')?;
    let drawn = chance.len() == 16 && chance.bytes().all(|byte| byte.is_ascii_hexdigit());
    slot_named(slot).filter(|_| drawn)
}

/// What kind of disk a folder, or what it will be made in, is on; `None` where it lies in memory.
#[cfg(target_os = "linux")]
#[must_use]
pub fn filesystem(folder: &Path) -> Option<String> {
    // Of statfs(2), and linux/magic.h.
    const MEMORY: [u64; 2] = [0x0102_1994, 0x8584_58f6];
    const DISKS: [(u64, &str); 7] = [
        (0xef53, "ext"),
        (0x5846_5342, "xfs"),
        (0x9123_683e, "btrfs"),
        (0x2fc1_2fc1, "zfs"),
        (0x794c_7630, "overlay"),
        (0x6969, "nfs"),
        (0xf2f5_2010, "f2fs"),
    ];
    let there = folder.ancestors().find(|above| above.exists()).unwrap_or(folder);
    let Ok(on) = rustix::fs::statfs(there) else { return Some("unknown".to_owned()) };
    // How wide the number is, and whether it has a sign, depends on the machine.
    let kind = u64::try_from(on.f_type).unwrap_or_default();
    if MEMORY.contains(&kind) {
        return None;
    }
    let known = DISKS.iter().find(|(magic, _)| *magic == kind);
    Some(known.map_or_else(|| format!("{kind:#x}"), |(_, name)| (*name).to_owned()))
}

/// As on Linux; elsewhere nothing tells.
#[cfg(not(target_os = "linux"))]
#[must_use]
pub fn filesystem(_: &Path) -> Option<String> {
    Some("unknown".to_owned())
}

/// Where anybody may make folders, as in /dev/shm, one of that name may be somebody else's.
#[cfg(unix)]
fn is_ours_alone(folder: &Path) -> io::Result<bool> {
    use std::os::unix::fs::MetadataExt as _;
    let folder = fs::symlink_metadata(folder)?;
    let of_others = folder.mode() & 0o077;
    Ok(folder.is_dir() && folder.uid() == rustix::process::geteuid().as_raw() && of_others == 0)
}

#[cfg(not(unix))]
fn is_ours_alone(_: &Path) -> io::Result<bool> {
    Ok(true)
}
