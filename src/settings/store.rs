//! Where sessions are kept, and the keys that card data is sealed with.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::Args;

use crate::adapters::{KeyWrap, Slots, SystemClock, filesystem, secret_in};

/// Where sessions are kept.
#[derive(Args, Clone, Debug, Default)]
pub struct StoreOptions {
    /// The data folder: sessions and ledger. Made (for its owner only) when it is not there.
    #[arg(long, value_name = "DIR", env = "PAYMENT_SMART_BOT_DATA")]
    pub data: Option<PathBuf>,

    /// The keys that card data is sealed with.
    #[command(flatten)]
    pub keys: KeyOptions,

    /// Keep sessions in memory: they are gone when the program ends.
    #[arg(long, conflicts_with = "data", env = "PAYMENT_SMART_BOT_MEMORY")]
    pub memory: bool,
}

impl StoreOptions {
    /// The data folder of a server: the one that is named, or the usual one.
    #[must_use]
    pub fn folder(&self) -> &Path {
        self.data.as_deref().unwrap_or(Path::new("data"))
    }
}

/// Where the keys are that card data is sealed with, each for a minute.
#[derive(Args, Clone, Debug, Default)]
pub struct KeyOptions {
    /// A folder in memory (as /run/… or /dev/shm/…) for the keys that card data is sealed with, each for a minute: a restart of
    /// the service keeps them, one of the machine ends them. Unless given they are in the process, and end with it.
    #[arg(long, value_name = "FOLDER", env = "PAYMENT_SMART_BOT_KEY_SLOTS")]
    pub key_slots: Option<PathBuf>,

    /// Let that folder be on a disk, its keys wrapped by the one in --key-file. Whether a key that was deleted is gone depends on
    /// the medium then: copy-on-write, journals, flash and snapshots keep what was there.
    #[arg(long, requires = "key_slots", requires = "key_file", env = "PAYMENT_SMART_BOT_KEY_SLOTS_ON_DISK")]
    pub key_slots_on_disk: bool,

    /// The file of the key that wraps keys on a disk, outside the data folder and theirs. It also opens what a former release
    /// sealed with it.
    #[arg(long, value_name = "FILE", env = "PAYMENT_SMART_BOT_KEY_FILE")]
    pub key_file: Option<PathBuf>,
}

impl KeyOptions {
    /// Where they are, for people; and whether that they are gone then depends on a disk.
    #[must_use]
    pub fn told(&self) -> (String, bool) {
        let Some(folder) = &self.key_slots else { return ("in the process, and gone when it ends".to_owned(), false) };
        match filesystem(folder) {
            None => (format!("in {}, in memory", folder.display()), false),
            Some(kind) => {
                let folder = folder.display();
                (format!("in {folder}, on a disk ({kind}): that a key is gone depends on the medium"), true)
            }
        }
    }

    /// The keys, beside the data in that folder; `makes` where the folder of keys is made when it's not there yet. Whoever only
    /// looks at the data has keys of its own, which end with it.
    ///
    /// # Errors
    /// When the folder, or the key that wraps, cannot be used.
    pub fn slots(&self, data: Option<&Path>, makes: bool) -> anyhow::Result<Arc<Slots>> {
        let clock = Arc::new(SystemClock);
        let Some(folder) = self.key_slots.as_deref().filter(|folder| makes || folder.exists()) else {
            return Ok(Arc::new(Slots::in_memory(clock)));
        };
        Ok(Arc::new(Slots::in_folder(folder, self.wrap(folder, data)?, clock)?))
    }

    /// The keys that are there now, those included whose time is over. Nothing of them is changed.
    ///
    /// # Errors
    /// As [`Self::slots`].
    pub fn look(&self, data: &Path) -> anyhow::Result<Slots> {
        let clock = Arc::new(SystemClock);
        let Some(folder) = self.key_slots.as_deref().filter(|folder| folder.exists()) else {
            return Ok(Slots::in_memory(clock));
        };
        self.lies_well(folder, Some(data))?;
        if self.key_slots_on_disk && self.key_file.as_deref().is_some_and(|file| !file.exists()) {
            // There is nothing that it could have wrapped, and a look makes nothing.
            return Ok(Slots::in_memory(clock));
        }
        Ok(Slots::looking_into(folder, self.wrap(folder, Some(data))?, clock)?)
    }

    /// Whether folder, data and the key that wraps lie apart, and no key is there that was wrapped by one that is gone.
    fn lies_well(&self, folder: &Path, data: Option<&Path>) -> anyhow::Result<()> {
        let (keys, data) = (whole(folder), data.map(whole));
        let alone = data.as_ref().is_none_or(|data| !keys.starts_with(data) && !data.starts_with(&keys));
        anyhow::ensure!(alone, "the keys lie apart from the data: name another folder with --key-slots");
        let Some(file) = self.key_file.as_deref().filter(|_| self.key_slots_on_disk) else { return Ok(()) };
        let apart = [Some(keys), data].into_iter().flatten().all(|folder| !whole(file).starts_with(folder));
        anyhow::ensure!(
            apart,
            "the key that wraps others lies apart from them, and from the data: name another --key-file"
        );
        let holds_some = std::fs::read_dir(folder).is_ok_and(|mut keys| keys.next().is_some());
        anyhow::ensure!(
            file.exists() || !holds_some,
            "the key file {} is not there, and there are keys that it wrapped: look at its path",
            file.display()
        );
        Ok(())
    }

    fn wrap(&self, folder: &Path, data: Option<&Path>) -> anyhow::Result<Option<KeyWrap>> {
        self.lies_well(folder, data)?;
        let file = self.key_file.as_deref().filter(|_| self.key_slots_on_disk);
        file.map(|file| anyhow::Ok(KeyWrap::under(&secret_in(file)?)?)).transpose()
    }
}

/// Where a path leads, links followed as far as it is there already: the key's file, or all, may still have to be made.
fn whole(path: &Path) -> PathBuf {
    let path = std::path::absolute(path).unwrap_or_default();
    let there = |part: &Path| Some(part.canonicalize().ok()?.join(path.strip_prefix(part).ok()?));
    path.ancestors().find_map(there).unwrap_or_else(|| path.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn options(folder: &Path, key_file: PathBuf, on_disk: bool) -> KeyOptions {
        KeyOptions { key_slots: Some(folder.join("slots")), key_slots_on_disk: on_disk, key_file: Some(key_file) }
    }

    #[test]
    fn keys_on_a_disk_are_wrapped_by_one_that_lies_apart() {
        let folder = tempfile::tempdir().expect("a folder");
        let at = |path: &str| folder.path().join(path);
        for within in ["data/key", "slots/key", "data/../data/deeper/key"] {
            let refused = options(folder.path(), at(within), true)
                .slots(Some(&folder.path().join("data")), true)
                .expect_err("refused")
                .to_string();
            assert!(refused.contains("--key-file"), "{within}: {refused}");
        }
        assert!(options(folder.path(), at("key"), true).slots(Some(&folder.path().join("data")), true).is_ok());
        assert!(at("key").exists(), "it's made where it's not there");
    }

    #[test]
    fn a_look_makes_no_key() {
        let folder = tempfile::tempdir().expect("a folder");
        let (slots, key) = (folder.path().join("slots"), folder.path().join("key"));
        std::fs::create_dir(&slots).expect("a folder");
        let options = options(folder.path(), key.clone(), true);
        assert!(options.look(&folder.path().join("data")).is_ok());
        assert!(!key.exists());
        std::fs::write(slots.join("29833333-number"), "wrapped").expect("writes");
        let refused = options.look(&folder.path().join("data")).expect_err("refused").to_string();
        assert!(refused.contains("that it wrapped"), "{refused}");
    }

    #[cfg(unix)]
    #[test]
    fn a_key_file_that_is_still_to_be_made_is_where_its_folder_leads() {
        let folder = tempfile::tempdir().expect("a folder");
        let (data, link) = (folder.path().join("data"), folder.path().join("link"));
        std::fs::create_dir_all(&data).expect("a folder");
        std::os::unix::fs::symlink(&data, &link).expect("a link");
        for within in [link.join("key"), link.join("deeper/key")] {
            assert!(
                options(folder.path(), within, true).slots(Some(&folder.path().join("data")), true).is_err(),
                "a link into the data"
            );
        }
    }
}
