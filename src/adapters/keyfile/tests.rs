//! A seal opens where and while it may, and nowhere else.

use jiff::SignedDuration;

use super::*;
use crate::session::SessionId;

const NOW: Timestamp = Timestamp::UNIX_EPOCH;

fn vault() -> (tempfile::TempDir, KeyFileVault) {
    let folder = tempfile::tempdir().expect("a folder");
    let vault = KeyFileVault::open_or_create(&folder.path().join("key")).expect("a key");
    (folder, vault)
}

fn place(session: u8, version: u64) -> Place {
    Place { session: SessionId::from_random([session; 16]), version }
}

fn until() -> Timestamp {
    NOW + SignedDuration::from_mins(15)
}

#[test]
fn a_seal_opens_in_its_place_in_its_time() {
    let (_folder, vault) = vault();
    let sealed = vault.sealed(&place(1, 1), until(), b"secret").expect("seals");
    assert_eq!(**vault.opened(&place(1, 1), NOW, &sealed).expect("opens"), *b"secret");
    assert!(!sealed.windows(6).any(|bytes| bytes == b"secret"));
    let again = vault.sealed(&place(1, 1), until(), b"secret").expect("seals");
    assert_ne!(sealed, again, "a nonce is used once");
}

#[test]
fn a_seal_that_was_moved_replayed_edited_cut_or_kept_too_long_does_not_open() {
    let (_folder, vault) = vault();
    let sealed = vault.sealed(&place(1, 1), until(), b"secret").expect("seals");
    let broken =
        |place: &Place, now, sealed: &[u8]| matches!(vault.opened(place, now, sealed), Err(VaultError::Broken));
    assert!(broken(&place(2, 1), NOW, &sealed), "another session");
    assert!(broken(&place(1, 2), NOW, &sealed), "another version");
    assert!(broken(&place(1, 1), until(), &sealed), "too old");
    for at in 0..sealed.len() {
        let mut edited = sealed.clone();
        edited[at] ^= 1;
        assert!(broken(&place(1, 1), NOW, &edited), "byte {at}");
        assert!(broken(&place(1, 1), NOW, &sealed[..at]), "cut at {at}");
    }
}

#[test]
fn the_same_key_file_opens_what_it_sealed_before() {
    let (folder, vault) = vault();
    let sealed = vault.sealed(&place(1, 1), until(), b"secret").expect("seals");
    let again = KeyFileVault::open_or_create(&folder.path().join("key")).expect("reads");
    assert!(again.opened(&place(1, 1), NOW, &sealed).is_ok());
    let other = KeyFileVault::open_or_create(&folder.path().join("other")).expect("a key");
    assert!(matches!(other.opened(&place(1, 1), NOW, &sealed), Err(VaultError::Broken)));
    let names: Vec<_> =
        std::fs::read_dir(folder.path()).expect("reads").map(|entry| entry.expect("reads").file_name()).collect();
    assert_eq!(names.len(), 2, "no draft of a key is left behind: {names:?}");
}

#[cfg(unix)]
#[test]
fn a_key_that_others_can_read_is_refused_with_what_to_do() {
    use std::os::unix::fs::PermissionsExt as _;
    let (folder, _vault) = vault();
    let path = folder.path().join("key");
    assert_eq!(std::fs::metadata(&path).expect("there").permissions().mode() & 0o777, 0o600);
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o640)).expect("changes");
    let error = KeyFileVault::open_or_create(&path).expect_err("refuses").to_string();
    assert!(error.contains("mode 0640") && error.contains("chmod 600"), "{error}");
}

#[test]
fn a_file_that_holds_no_key_is_refused() {
    let (folder, _vault) = vault();
    let path = folder.path().join("short");
    super::private(&path).expect("makes").write_all(b"short").expect("writes");
    assert!(matches!(KeyFileVault::open_or_create(&path), Err(KeyFileError::Length { found: 5, .. })));
}
