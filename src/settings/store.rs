//! Where sessions are kept, and the key that card data is sealed with.

use std::path::{Path, PathBuf};

use clap::Args;

/// Where sessions are kept.
#[derive(Args, Clone, Debug, Default)]
pub struct StoreOptions {
    /// The data folder: sessions, ledger and the key file. Made (for its owner only) when it is not there.
    #[arg(long, value_name = "DIR", env = "PAYMENT_SMART_BOT_DATA")]
    pub data: Option<PathBuf>,

    /// The file of the key that card data is sealed with. Unless given it is in the data folder.
    #[arg(long, value_name = "FILE", env = "PAYMENT_SMART_BOT_KEY_FILE")]
    pub key_file: Option<PathBuf>,

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

    /// Whether the key file lies elsewhere than the data.
    #[must_use]
    pub fn key_apart(&self) -> bool {
        match (&self.key_file, &self.data) {
            (Some(key), Some(data)) => !whole(key).starts_with(whole(data)),
            (Some(_), None) => true,
            (None, _) => false,
        }
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

    #[test]
    fn a_key_file_within_the_data_is_not_apart() {
        let folder = tempfile::tempdir().expect("a folder");
        let options =
            |key: PathBuf| StoreOptions { data: Some(folder.path().join("data")), memory: false, key_file: Some(key) };
        assert!(options(folder.path().join("key")).key_apart());
        std::fs::create_dir_all(folder.path().join("data")).expect("a folder");
        std::fs::write(folder.path().join("data/key"), "k").expect("writes");
        assert!(!options(folder.path().join("data/key")).key_apart());
        assert!(!options(folder.path().join("data/../data/key")).key_apart());
        assert!(!StoreOptions { data: Some(folder.path().into()), memory: false, key_file: None }.key_apart());
    }

    #[cfg(unix)]
    #[test]
    fn a_key_file_that_is_still_to_be_made_is_where_its_folder_leads() {
        let folder = tempfile::tempdir().expect("a folder");
        let (data, link) = (folder.path().join("data"), folder.path().join("link"));
        std::fs::create_dir_all(&data).expect("a folder");
        std::os::unix::fs::symlink(&data, &link).expect("a link");
        let apart =
            |key: PathBuf| StoreOptions { data: Some(data.clone()), memory: false, key_file: Some(key) }.key_apart();
        assert!(!apart(link.join("key")) && !apart(link.join("deeper/key")), "a link into the data");
        assert!(apart(folder.path().join("elsewhere/key")));
    }
}
