//! Keys that expire: one for each minute in which what it seals has to be gone, destroyed at that minute's end.
//!
//! What was sealed can be copied: a page that a database let go of, a backup, a disk that was thrown away. So it isn't deletion
//! that ends it. Whoever holds a copy and comes after the key's end can open nothing, and neither can we.
//!
//! A number that is given now must be gone in 15 minutes (law 3), so its key is destroyed within 16 minutes and the two seconds
//! between one sweep and the next. However often its session is written, its seal stays under that key. What people may see of a session
//! lies under slots of its own, which live as long as the session could.
//!
//! A slot ends by a clock that nobody sets and that goes on while the machine sleeps ([`Pace`]): a wall clock that is set back
//! keeps no key alive, and one that jumps ahead for a moment ends none. Nothing is opened once either clock says that its time is
//! over.

mod arena;
mod folder;
pub(super) mod form;
mod pace;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use async_trait::async_trait;
use aws_lc_rs::aead::LessSafeKey;
use jiff::Timestamp;
use zeroize::Zeroizing;

use super::keyfile::{FormerKey, destroy_secret};
use super::seal::{self, down};
use crate::ports::{Clock, Place, Vault, VaultError};
use arena::Arena;
use folder::Folder;
pub use folder::{KeyWrap, SlotsError, filesystem};
pub use form::What;
use form::{HEAD, Head};
use pace::{Moments, Pace};

/// How long a slot is.
pub(super) const SLOT: i64 = 60;

/// What keys are derived with: nothing else derives the same ones.
const LABEL: &[u8] = b"payment-smart-bot slot 3";

/// One key a minute, each destroyed at its time.
pub struct Slots {
    held: Mutex<Held>,
    clock: Arc<dyn Clock>,
    pace: Mutex<Pace>,
    folder: Option<Folder>,
    /// Nothing is made, and nothing destroyed.
    only_looks: bool,
}

/// What came of trying a seal.
#[cfg(any(test, feature = "server"))]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tried {
    /// Its key is there.
    Opens {
        /// What it seals.
        what: What,
        /// Whether it may still be opened.
        in_time: bool,
    },
    /// No key opens it; or it's none.
    Closed,
}

struct Held {
    arena: Arena,
    /// Where in the arena the key of a slot is; the slot that ends first comes first.
    at: BTreeMap<(i64, What), usize>,
}

impl Held {
    /// Enters a slot's key, where `fill` finds or makes one; there has to be room.
    fn enter<E>(
        &mut self,
        slot: (i64, What),
        at: usize,
        fill: impl FnOnce(&mut [u8; seal::KEY]) -> Result<bool, E>,
    ) -> Result<(), E> {
        let filled = fill(self.arena.at_mut(at));
        if matches!(filled, Ok(true)) {
            self.at.insert(slot, at);
        } else {
            self.arena.give_back(at);
        }
        filled.map(|_| ())
    }

    fn room(&mut self) -> Result<usize, VaultError> {
        self.arena.take().ok_or_else(|| down("there is no room for another key"))
    }
}

impl std::fmt::Debug for Slots {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Slots(…)")
    }
}

impl Slots {
    /// Keys that end with the process: what they sealed before can't be opened by the next one.
    #[must_use]
    pub fn in_memory(clock: Arc<dyn Clock>) -> Self {
        Self::of(clock, None, false)
    }

    /// Keys that are kept in `folder` as well, which is made (for its owner only) where it's not there; the ones in it are taken
    /// over. Unless they are wrapped, the folder has to lie in memory: from a disk nothing can be deleted for certain.
    ///
    /// # Errors
    /// When the folder is on a disk, belongs to another user, can be read by others, or can't be used.
    pub fn in_folder(folder: &Path, wrap: Option<KeyWrap>, clock: Arc<dyn Clock>) -> Result<Self, SlotsError> {
        let slots = Self::of(clock, Some(Folder::open(folder, wrap)?), false);
        slots.take_over()?;
        Ok(slots)
    }

    /// The keys in a folder, those included whose time is over: for whoever looks what they open. Nothing in it is changed.
    ///
    /// # Errors
    /// As [`Self::in_folder`].
    pub fn looking_into(folder: &Path, wrap: Option<KeyWrap>, clock: Arc<dyn Clock>) -> Result<Self, SlotsError> {
        let slots = Self::of(clock, Some(Folder::found(folder, wrap)?), true);
        slots.take_over()?;
        Ok(slots)
    }

    fn of(clock: Arc<dyn Clock>, folder: Option<Folder>, only_looks: bool) -> Self {
        let pace = Mutex::new(Pace::of(&*clock));
        Self { held: Mutex::new(Held { arena: Arena::new(), at: BTreeMap::new() }), clock, pace, folder, only_looks }
    }

    /// Reads what the folder holds. A key that ends later than any may was made when the clock was ahead: it goes.
    fn take_over(&self) -> Result<(), SlotsError> {
        let Some(folder) = &self.folder else { return Ok(()) };
        let real = self.moments().real;
        let mut held = self.held();
        for (slot, what) in folder.list()? {
            if slot > slot_of(real.saturating_add(what.longest()).unwrap_or(real)) && !self.only_looks {
                self.forget((slot, what));
                continue;
            }
            let Some(at) = held.arena.take() else { break };
            held.enter((slot, what), at, |key| folder.read((slot, what), key))?;
        }
        drop(held);
        self.tend();
        Ok(())
    }

    /// Seals `secret` for `place`, so that it can be opened until `not_after` and by nobody once its slot is over.
    ///
    /// # Errors
    /// When no key could be had.
    pub fn seal(&self, what: What, place: &Place, not_after: Timestamp, secret: &[u8]) -> Result<Vec<u8>, VaultError> {
        let not_after = self.by_the_slots_clock(not_after, what);
        let slot = slot_of(not_after);
        let head = Head { what, slot, session: place.session.to_bytes(), version: place.version };
        let key = self.key(slot, what, place)?;
        let head = head.written(seal::length(secret.len()));
        seal::close(head.clone(), &key, &head, not_after, secret)
    }

    /// Opens what was sealed for `place`.
    ///
    /// # Errors
    /// [`VaultError::Broken`] when it was moved, edited, is too old, or its key is gone; [`VaultError::Down`] when it can't be told
    /// whether the key is.
    pub fn open(
        &self,
        what: What,
        place: &Place,
        now: Timestamp,
        sealed: &[u8],
    ) -> Result<Zeroizing<Vec<u8>>, VaultError> {
        let (head, rest) = Head::read(sealed).ok_or(VaultError::Broken)?;
        let ours = Head { what, slot: head.slot, session: place.session.to_bytes(), version: place.version };
        if head != ours {
            return Err(VaultError::Broken);
        }
        let key = self.known(head.slot, what, place)?.ok_or(VaultError::Broken)?;
        seal::open(&key, &sealed[..HEAD], now.max(self.moments().late()), rest)
    }

    /// Destroys every key that this process holds and whose time is over; says how many those were.
    pub fn sweep(&self) -> usize {
        if self.only_looks {
            return 0;
        }
        let real = self.moments().real;
        let mut held = self.held();
        let mut swept = 0;
        while let Some((&(slot, what), &at)) = held.at.first_key_value()
            && is_over(slot, real)
        {
            held.at.remove(&(slot, what));
            held.arena.give_back(at);
            self.forget((slot, what));
            swept += 1;
        }
        swept
    }

    /// The same, every few seconds; and those in the folder that nobody holds any more, or that could not be deleted before.
    pub fn tend(&self) {
        self.sweep();
        let Some(folder) = self.folder.as_ref().filter(|_| !self.only_looks) else { return };
        let real = self.moments().real;
        match folder.list() {
            Ok(slots) => slots.into_iter().filter(|(slot, _)| is_over(*slot, real)).for_each(|slot| self.forget(slot)),
            Err(error) => {
                tracing::error!(%error, metric = "key_not_destroyed", "the folder of keys can't be looked through");
            }
        }
    }

    /// Destroys every key now, whether its time is over or not: those in the folder as well that another process made. Says
    /// how many those were.
    ///
    /// # Errors
    /// When one in the folder could not be deleted.
    pub fn destroy(&self) -> Result<usize, SlotsError> {
        let mut held = self.held();
        let mut gone: BTreeSet<(i64, What)> = BTreeSet::new();
        for (slot, at) in std::mem::take(&mut held.at) {
            held.arena.give_back(at);
            gone.insert(slot);
        }
        if let Some(folder) = &self.folder {
            gone.extend(folder.destroy_all()?);
        }
        Ok(gone.len())
    }

    /// How many keys are there whose time is over: none, unless they are only looked at.
    #[must_use]
    pub fn over(&self) -> usize {
        let real = self.moments().real;
        self.held().at.keys().filter(|(slot, _)| is_over(*slot, real)).count()
    }

    /// Whether the keys are kept from being swapped out.
    #[must_use]
    pub fn are_locked(&self) -> bool {
        self.held().arena.is_locked()
    }

    /// Whether the seal that `found` begins with opens, whatever it's bound to: for a look through a file's bytes. It doesn't show
    /// what was sealed.
    #[cfg(any(test, feature = "server"))]
    pub(super) fn tried(&self, found: &[u8], now: Timestamp) -> Tried {
        let opens = || {
            let (head, rest) = Head::read(found)?;
            let place = Place { session: crate::session::SessionId::from_random(head.session), version: head.version };
            let key = self.known(head.slot, head.what, &place).ok()??;
            let bound = &found[..HEAD];
            seal::open(&key, bound, Timestamp::MIN, rest).ok()?;
            let in_time = seal::open(&key, bound, now.max(self.moments().late()), rest).is_ok();
            Some(Tried::Opens { what: head.what, in_time })
        };
        opens().unwrap_or(Tried::Closed)
    }

    fn moments(&self) -> Moments {
        self.pace.lock().unwrap_or_else(PoisonError::into_inner).moments(&*self.clock)
    }

    /// When that is by the clock that slots end by; never later than such a secret may be held.
    fn by_the_slots_clock(&self, not_after: Timestamp, what: What) -> Timestamp {
        let now = self.moments();
        let longest = now.real.saturating_add(what.longest()).unwrap_or(Timestamp::MAX);
        not_after.saturating_add(now.behind()).unwrap_or(Timestamp::MAX).min(longest)
    }

    /// The session's key of a slot, which is made where it's not there and may still be used.
    fn key(&self, slot: i64, what: What, place: &Place) -> Result<LessSafeKey, VaultError> {
        self.sweep();
        let real = self.moments().real;
        let mut held = self.held();
        if !held.at.contains_key(&(slot, what)) {
            if is_over(slot, real) {
                return Err(VaultError::Broken);
            }
            if self.only_looks {
                return Err(down("these keys are only looked at"));
            }
            let at = held.room()?;
            held.enter((slot, what), at, |key| self.make((slot, what), key).map(|()| true))?;
        }
        let at = held.at[&(slot, what)];
        derived(held.arena.at(at), what, place)
    }

    /// The session's key of a slot, where there is one. Another process over the same folder may have made it.
    fn known(&self, slot: i64, what: What, place: &Place) -> Result<Option<LessSafeKey>, VaultError> {
        self.sweep();
        let real = self.moments().real;
        let mut held = self.held();
        if let Some(folder) = &self.folder
            && !held.at.contains_key(&(slot, what))
            && !is_over(slot, real)
        {
            let at = held.room()?;
            held.enter((slot, what), at, |key| folder.read((slot, what), key))
                .map_err(|error| down(&error.to_string()))?;
        }
        held.at.get(&(slot, what)).map(|&at| derived(held.arena.at(at), what, place)).transpose()
    }

    /// Draws a key. Where there is a folder it's in there before anything is sealed with it; of two processes that draw one for the
    /// same slot, both use that of the first.
    fn make(&self, slot: (i64, What), key: &mut [u8; seal::KEY]) -> Result<(), VaultError> {
        aws_lc_rs::rand::fill(key).map_err(|_| down("no random bytes could be had"))?;
        let Some(folder) = &self.folder else { return Ok(()) };
        match folder.keep(slot, key) {
            Err(cause) if cause.kind() == std::io::ErrorKind::AlreadyExists => {
                let read = folder.read(slot, key).map_err(|error| down(&error.to_string()))?;
                if read { Ok(()) } else { Err(down("a key is just being written")) }
            }
            kept => kept.map_err(|cause| down(&format!("a key could not be written: {cause}"))),
        }
    }

    fn forget(&self, slot: (i64, What)) {
        if let Some(error) = self.folder.as_ref().and_then(|folder| folder.destroy(slot).err()) {
            tracing::error!(%error, metric = "key_not_destroyed", "a key that is over could not be deleted");
        }
    }

    /// A thread that panicked leaves keys that are whole: each is entered once it's made.
    fn held(&self) -> MutexGuard<'_, Held> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn is_over(slot: i64, real: Timestamp) -> bool {
    slot.saturating_add(1).saturating_mul(SLOT) <= real.as_second()
}

/// The slot in which `not_after` lies, in whole minutes since 1970.
fn slot_of(not_after: Timestamp) -> i64 {
    not_after.as_second().div_euclid(SLOT)
}

/// Each session has a key of its own, because AES-GCM under random nonces is bound to some 2^32 messages a key (NIST SP 800-38D,
/// 8.3).
fn derived(root: &[u8; seal::KEY], what: What, place: &Place) -> Result<LessSafeKey, VaultError> {
    seal::derived(LABEL, root, &[&[what as u8], &place.session.to_bytes()])
}

/// The vault of one machine: card data under slots. What a former release sealed under a key in a file is opened with that, as
/// long as it may be; then that key goes for good.
#[derive(Debug)]
pub struct SlotVault {
    slots: Arc<Slots>,
    former: Mutex<Option<TakenOver>>,
}

/// The key of a former release.
#[derive(Debug)]
struct TakenOver {
    key: FormerKey,
    until: Timestamp,
    /// Its file, where it is ours to delete.
    file: Option<PathBuf>,
}

impl SlotVault {
    /// Seals under these slots.
    #[must_use]
    pub const fn new(slots: Arc<Slots>) -> Self {
        Self { slots, former: Mutex::new(None) }
    }

    /// The same, that opens what a former release sealed with `key` until then; and then deletes `file`, which holds it.
    #[must_use]
    pub fn taking_over(self, key: FormerKey, until: Timestamp, file: Option<PathBuf>) -> Self {
        Self { former: Mutex::new(Some(TakenOver { key, until, file })), ..self }
    }

    fn former(&self) -> MutexGuard<'_, Option<TakenOver>> {
        self.former.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[async_trait]
impl Vault for SlotVault {
    async fn seal(&self, place: &Place, not_after: Timestamp, secret: &[u8]) -> Result<Vec<u8>, VaultError> {
        self.slots.seal(What::Number, place, not_after, secret)
    }

    async fn open(&self, place: &Place, now: Timestamp, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, VaultError> {
        if FormerKey::sealed(sealed)
            && let Some(former) = &*self.former()
        {
            return former.key.open(place, now, sealed);
        }
        self.slots.open(What::Number, place, now, sealed)
    }

    fn tend(&self) {
        self.slots.tend();
        let late = self.slots.moments().late();
        let over = self.former().take_if(|former| former.until <= late);
        if let Some(file) = over.and_then(|over| over.file)
            && let Err(error) = destroy_secret(&file)
        {
            tracing::error!(%error, metric = "key_not_destroyed", "the key of a former release could not be deleted");
        }
    }
}

#[cfg(test)]
mod tests;
