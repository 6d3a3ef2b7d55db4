//! A secret is its owner's alone; what a former release sealed opens in its place and in its time.

use jiff::SignedDuration;

use super::*;
use crate::session::SessionId;

const NOW: Timestamp = Timestamp::UNIX_EPOCH;

fn place(session: u8, version: u64) -> Place {
    Place { session: SessionId::from_random([session; 16]), version }
}

fn until() -> Timestamp {
    NOW + SignedDuration::from_mins(15)
}

#[test]
fn what_a_former_release_sealed_opens_in_its_place_in_its_time_and_nowhere_else() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("key");
    secret_in(&path).expect("a key");
    let former = FormerKey::read(&path).expect("reads");
    let sealed = sealed_by(&path, &place(1, 1), until(), b"secret");
    assert!(FormerKey::sealed(&sealed));
    assert_eq!(**former.open(&place(1, 1), NOW, &sealed).expect("opens"), *b"secret");
    let broken = |place: &Place, now, sealed: &[u8]| matches!(former.open(place, now, sealed), Err(VaultError::Broken));
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
fn a_secret_is_drawn_once_and_goes_for_good() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("key");
    let drawn = secret_in(&path).expect("a key");
    assert_eq!(secret_in(&path).expect("reads"), drawn);
    assert_ne!(secret_in(&folder.path().join("other")).expect("a key"), drawn);
    let names: Vec<_> =
        std::fs::read_dir(folder.path()).expect("reads").map(|entry| entry.expect("reads").file_name()).collect();
    assert_eq!(names.len(), 2, "no draft of a key is left behind: {names:?}");
    // Another name of the same file: what is left in it can be read after the first is gone.
    let left = folder.path().join("left");
    std::fs::hard_link(&path, &left).expect("links");
    destroy_secret(&path).expect("destroys");
    assert!(!path.exists());
    assert_eq!(std::fs::read(left).expect("reads"), [0; KEY]);
    destroy_secret(&path).expect("it's gone already");
}

#[cfg(unix)]
#[test]
fn a_key_that_others_can_read_is_refused_with_what_to_do() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("key");
    secret_in(&path).expect("a key");
    assert_eq!(std::fs::metadata(&path).expect("there").permissions().mode() & 0o777, 0o600);
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o640)).expect("changes");
    let error = secret_in(&path).expect_err("refuses").to_string();
    assert!(error.contains("mode 0640") && error.contains("chmod 600"), "{error}");
}

#[test]
fn a_file_that_holds_no_key_is_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("short");
    private::options()
        .write(true)
        .create_new(true)
        .open(&path)
        .and_then(|mut file| file.write_all(b"short"))
        .expect("writes");
    assert!(matches!(secret_in(&path), Err(KeyFileError::Length { found: 5, .. })));
}
