//! The two files of a data folder: sessions with their ledger, and what is sealed.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use redb::{Builder, Database, DatabaseError, ReadOnlyDatabase, ReadableDatabase, TableDefinition, TableError};

use super::compacting;
use super::counts::{COUNTS, COUNTS_END};
use super::tables::{CARDS, DUE, Fault, LOOKS, SEALED, SESSIONS, Tables, fault};
use crate::adapters::private;

/// Sessions, attempts and the trail.
const SESSIONS_FILE: &str = "sessions.redb";
/// What a backup leaves out.
const SEALED_FILE: &str = "sealed.redb";

const SESSIONS_CACHE: usize = 128 << 20;
const SEALED_CACHE: usize = 16 << 20;

/// Why a data folder cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// Another process has it.
    #[error(
        "the data folder {} is in use: a running server holds the store; stop it first, or leave it to it (it looks up \
         payments, and deletes what is overdue, by itself)", .0.display()
    )]
    Busy(PathBuf),
    /// It is none.
    #[error("{} is no folder: --data names the folder that the store is in", .0.display())]
    NoFolder(PathBuf),
    /// It could not be read or made.
    #[error("the data folder {}: {cause}", folder.display())]
    Io {
        /// The folder.
        folder: PathBuf,
        /// Why.
        cause: io::Error,
    },
    /// It is not where it was, or another is.
    #[error(
        "the data folder {} was deleted or replaced while the service ran: nothing is kept any more. Stop the service, bring the \
         folder back (or its backup), and start again", .0.display()
    )]
    Gone(PathBuf),
    /// A file in it is no database of ours, or broken.
    #[error(
        "the file {} is no database of this service, or broken ({cause}): move it away, or bring it back from a backup",
        file.display()
    )]
    Database {
        /// The file.
        file: PathBuf,
        /// What the database says.
        cause: String,
    },
}

/// The two databases, to be read and (when `D` is [`Database`]) written.
#[derive(Debug)]
pub(super) struct Files<D> {
    pub sessions: D,
    pub sealed: D,
}

/// Which files the two databases are, however they are called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Identity([(u64, u64); 2]);

impl Identity {
    /// Of what is in `folder` now; `None` where one is not there, or the system does not tell files apart.
    #[cfg(unix)]
    pub fn of(folder: &Path) -> Option<Self> {
        use std::os::unix::fs::MetadataExt as _;
        let of = |file: &str| fs::metadata(folder.join(file)).ok().map(|file| (file.dev(), file.ino()));
        Some(Self([of(SESSIONS_FILE)?, of(SEALED_FILE)?]))
    }

    /// As on systems that tell.
    #[cfg(not(unix))]
    pub fn of(_: &Path) -> Option<Self> {
        None
    }
}

impl Files<Database> {
    /// Opens both at once, making what is missing; the folder is made for its owner only.
    pub fn open(folder: &Path) -> Result<Self, OpenError> {
        is_in(folder)?;
        private::make_folder(folder).map_err(|cause| OpenError::Io { folder: folder.to_owned(), cause })?;
        // At once, because after a crash each may have to be put in order.
        let (sessions, sealed) = std::thread::scope(|scope| {
            let sealed = scope.spawn(|| writable(folder, SEALED_FILE, SEALED_CACHE, make_sealed));
            let sessions = writable(folder, SESSIONS_FILE, SESSIONS_CACHE, make_sessions);
            (sessions, sealed.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
        });
        Ok(Self { sessions: sessions?, sealed: sealed? })
    }

    /// Gives free pages back to the disk, where there are many.
    pub fn compact(&mut self, folder: &Path) -> Result<(), OpenError> {
        for (database, file) in [(&mut self.sessions, SESSIONS_FILE), (&mut self.sealed, SEALED_FILE)] {
            let path = folder.join(file);
            let compact = || {
                let compacted = compacting::where_it_pays(database, &path, compacting::LEAST);
                compacted.map(|_| ()).map_err(|cause| unreadable(&path, &cause.to_string()))
            };
            unbroken(compact, |cause| unreadable(&path, cause))?;
        }
        Ok(())
    }
}

/// Whether `folder` holds a store; an error where it is no folder.
pub(super) fn is_in(folder: &Path) -> Result<bool, OpenError> {
    if folder.exists() && !folder.is_dir() {
        return Err(OpenError::NoFolder(folder.to_owned()));
    }
    Ok(folder.join(SESSIONS_FILE).exists())
}

impl Files<ReadOnlyDatabase> {
    /// Opens both to be read, while no server runs.
    pub fn open_read_only(folder: &Path) -> Result<Self, OpenError> {
        if !is_in(folder)? {
            let cause = io::Error::new(io::ErrorKind::NotFound, "there is no store in it");
            return Err(OpenError::Io { folder: folder.to_owned(), cause });
        }
        let open = |file| read_only(folder, file);
        match (open(SESSIONS_FILE), open(SEALED_FILE)) {
            (Err(DatabaseError::RepairAborted), _) | (_, Err(DatabaseError::RepairAborted)) => {
                // The last server did not end in order: opening the files to be written puts them in order.
                drop(Files::<Database>::open(folder)?);
            }
            (_, _) => {}
        }
        let open = |file: &str| {
            let opened = || read_only(folder, file).map_err(|cause| refused(folder, file, &cause));
            unbroken(opened, |cause| unreadable(&folder.join(file), cause))
        };
        Ok(Self { sessions: open(SESSIONS_FILE)?, sealed: open(SEALED_FILE)? })
    }
}

fn read_only(folder: &Path, file: &str) -> Result<ReadOnlyDatabase, DatabaseError> {
    Builder::new().set_cache_size(SEALED_CACHE).open_read_only(folder.join(file))
}

fn writable(
    folder: &Path,
    file: &str,
    cache: usize,
    tables: fn(&Database) -> Result<(), Fault>,
) -> Result<Database, OpenError> {
    let path = folder.join(file);
    keep_private(&path).map_err(|cause| OpenError::Io { folder: folder.to_owned(), cause })?;
    let opened = || {
        let database =
            Builder::new().set_cache_size(cache).create(&path).map_err(|cause| refused(folder, file, &cause))?;
        tables(&database).map_err(|cause| unreadable(&path, &cause.to_string()))?;
        Ok(database)
    };
    unbroken(opened, |cause| unreadable(&path, cause))
}

/// What comes of asking the database, which panics over some broken files and names neither the file nor what to do.
pub(super) fn unbroken<T, E>(ask: impl FnOnce() -> Result<T, E>, broken: impl FnOnce(&str) -> E) -> Result<T, E> {
    let came = std::panic::catch_unwind(std::panic::AssertUnwindSafe(ask));
    came.unwrap_or_else(|_| Err(broken("its pages contradict each other")))
}

/// A file that cannot be opened.
pub(super) fn unreadable(file: &Path, cause: &str) -> OpenError {
    OpenError::Database { file: file.to_owned(), cause: cause.to_owned() }
}

fn refused(folder: &Path, file: &str, cause: &DatabaseError) -> OpenError {
    if matches!(cause, DatabaseError::DatabaseAlreadyOpen) {
        OpenError::Busy(folder.to_owned())
    } else {
        OpenError::Database { file: folder.join(file), cause: cause.to_string() }
    }
}

/// Readers find a table only once it was made: all of a file are made in one transaction.
fn make_sessions(database: &Database) -> Result<(), Fault> {
    if has(database, SESSIONS)? && has(database, COUNTS)? && has(database, CARDS)? && has(database, LOOKS)? {
        return Ok(());
    }
    let tx = database.begin_write().map_err(fault)?;
    // A former release did not say when it added an order's cards: they go.
    Tables::open(&tx)?.forget_all_cards()?;
    tx.open_table(COUNTS).map_err(fault)?;
    tx.open_table(COUNTS_END).map_err(fault)?;
    tx.commit().map_err(fault)
}

fn make_sealed(database: &Database) -> Result<(), Fault> {
    if has(database, SEALED)? {
        return Ok(());
    }
    let tx = database.begin_write().map_err(fault)?;
    tx.open_table(SEALED).map_err(fault)?;
    tx.open_table(DUE).map_err(fault)?;
    tx.commit().map_err(fault)
}

fn has<K, V>(database: &Database, table: TableDefinition<'_, K, V>) -> Result<bool, Fault>
where
    K: redb::Key + 'static,
    V: redb::Value + 'static,
{
    match database.begin_read().map_err(fault)?.open_table(table) {
        Ok(_) => Ok(true),
        Err(TableError::TableDoesNotExist(_)) => Ok(false),
        Err(cause) => Err(fault(cause)),
    }
}

/// Sees to it that the file, there or not, is its owner's alone.
#[cfg(unix)]
fn keep_private(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    let file = private::options().create(true).append(true).open(path)?;
    let of_others = file.metadata()?.permissions().mode() & 0o077;
    if of_others == 0 { Ok(()) } else { file.set_permissions(fs::Permissions::from_mode(0o600)) }
}

#[cfg(not(unix))]
fn keep_private(_: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::tables::{ORDERS, SESSIONS};
    use super::*;

    /// As a release before this one left them.
    #[test]
    fn cards_that_a_former_release_kept_without_their_time_go_when_its_folder_is_opened() {
        let folder = tempfile::tempdir().expect("a folder");
        let kept = |cards| {
            format!(
                r#"{{"order":"order-1","version":3,"amount":{{"minor":4990,"currency":"EUR"}},"intent":"pi_1","voided":0,"holder":null,"paid":false,"attempts":2,"cards":{cards}}}"#
            )
        };
        let former = Database::create(folder.path().join(SESSIONS_FILE)).expect("made");
        let tx = former.begin_write().expect("begins");
        tx.open_table(SESSIONS).expect("made");
        tx.open_table(ORDERS).expect("made").insert("order-1", (3, kept(r#"["fp_1"]"#).as_bytes())).expect("written");
        tx.commit().expect("kept");
        drop(former);
        for _ in 0..2 {
            let files = Files::<Database>::open(folder.path()).expect("opens");
            let order = files.order(&"order-1".parse().expect("an id")).expect("reads").expect("it is there");
            assert_eq!((order.version, order.attempts, order.cards, order.cards_at), (3, 2, vec![], vec![]));
        }
    }
}
