//! What is sealed opens in its place and in its time; after that nobody opens it, whatever they copied.

use std::sync::atomic::{AtomicI64, Ordering};

use jiff::SignedDuration;

use super::*;
use crate::session::SessionId;

/// Two clocks that a test winds: the one on the wall, and the one that nobody sets.
#[derive(Default)]
struct Clocks {
    wall: AtomicI64,
    elapsed: AtomicI64,
}

impl Clocks {
    fn pass(&self, seconds: i64) {
        self.wall.fetch_add(seconds, Ordering::Relaxed);
        self.elapsed.fetch_add(seconds, Ordering::Relaxed);
    }
}

impl Clock for Clocks {
    fn now(&self) -> Timestamp {
        at(self.wall.load(Ordering::Relaxed))
    }

    fn elapsed(&self) -> SignedDuration {
        SignedDuration::from_secs(self.elapsed.load(Ordering::Relaxed))
    }

    fn fill(&self, _: &mut [u8]) {}
}

fn at(seconds: i64) -> Timestamp {
    Timestamp::from_second(1_790_000_000 / 60 * 60 + seconds).expect("a moment")
}

fn place(session: u8, version: u64) -> Place {
    Place { session: SessionId::from_random([session; 16]), version }
}

/// A quarter of an hour, as long as a number is held.
const HELD: i64 = 900;

fn sealed(slots: &Slots, place: &Place, until: i64) -> Vec<u8> {
    slots.seal(What::Number, place, at(until), b"secret").expect("seals")
}

fn opens(slots: &Slots, sealed: &[u8]) -> bool {
    match slots.open(What::Number, &place(1, 1), Timestamp::MIN, sealed) {
        Ok(opened) => opened.as_slice() == b"secret",
        Err(VaultError::Broken) => false,
        Err(error @ VaultError::Down(_)) => panic!("{error}"),
    }
}

#[test]
fn a_seal_opens_in_its_place_in_its_time_and_nowhere_else() {
    let clocks = Arc::new(Clocks::default());
    let slots = Slots::in_memory(clocks.clone());
    let seal = sealed(&slots, &place(1, 1), HELD);
    assert!(opens(&slots, &seal));
    assert!(!seal.windows(6).any(|bytes| bytes == b"secret"));
    assert_ne!(seal, sealed(&slots, &place(1, 1), HELD), "a nonce is used once");
    let broken =
        |what, place: &Place, now, seal: &[u8]| matches!(slots.open(what, place, now, seal), Err(VaultError::Broken));
    assert!(broken(What::Number, &place(2, 1), at(0), &seal), "another session");
    assert!(broken(What::Number, &place(1, 2), at(0), &seal), "another version");
    assert!(broken(What::Shown, &place(1, 1), at(0), &seal), "something else");
    assert!(broken(What::Number, &place(1, 1), at(HELD), &seal), "too old");
    for at_byte in 0..seal.len() {
        let mut edited = seal.clone();
        edited[at_byte] ^= 1;
        assert!(broken(What::Number, &place(1, 1), at(0), &edited), "byte {at_byte}");
        assert!(broken(What::Number, &place(1, 1), at(0), &seal[..at_byte]), "cut at {at_byte}");
    }
    clocks.pass(HELD);
    assert!(!opens(&slots, &seal), "too old by the clock, whatever the caller says");
}

#[test]
fn whoever_copies_everything_opens_nothing_a_quarter_of_an_hour_and_two_minutes_later() {
    for given in [0, 1, 30, 59] {
        let clocks = Arc::new(Clocks::default());
        clocks.pass(given);
        let slots = Slots::in_memory(clocks.clone());
        let seal = sealed(&slots, &place(1, 1), given + HELD);
        clocks.pass(HELD - 1);
        // It's written again and again, and stays where it was.
        let again = sealed(&slots, &place(1, 1), given + HELD);
        assert_eq!(Head::read(&again).expect("a seal").0.slot, Head::read(&seal).expect("a seal").0.slot);
        assert!(
            opens(&slots, &seal)
                && opens(&slots, &again)
                && slots.tried(&seal, at(given)) == Tried::Opens { what: What::Number, in_time: true }
        );
        clocks.pass(120 + 1);
        assert_eq!(slots.sweep(), 1);
        assert_eq!([&seal, &again].map(|seal| slots.tried(seal, at(0))), [Tried::Closed; 2], "given at second {given}");
    }
}

#[test]
fn how_long_a_copy_opens_a_number() {
    let opens_for = |given: i64| {
        let clocks = Arc::new(Clocks::default());
        clocks.pass(given);
        let slots = Slots::in_memory(clocks.clone());
        let seal = sealed(&slots, &place(1, 1), given + HELD);
        let closed = |seconds: &i64| {
            clocks.pass(i64::from(*seconds > 0));
            slots.sweep();
            slots.tried(&seal, at(0)) == Tried::Closed
        };
        (0..=86_400).find(closed).expect("it ends within a day")
    };
    let longest = (0..60).map(opens_for).max().expect("some");
    println!(
        "figure: seconds for which whoever copies files and keys' places can open a number that was just given: {longest}"
    );
    // Beside it come the two seconds between one sweep and the next.
    assert!(longest + 2 <= 17 * 60, "{longest}");
}

#[test]
fn a_wall_clock_that_is_set_back_keeps_no_key_alive() {
    let clocks = Arc::new(Clocks::default());
    let slots = Slots::in_memory(clocks.clone());
    let seal = sealed(&slots, &place(1, 1), HELD);
    clocks.pass(HELD - 10);
    clocks.wall.fetch_sub(7_200, Ordering::Relaxed);
    assert!(opens(&slots, &seal));
    // What is given now is sealed, and opens for a quarter of an hour.
    let wall = clocks.wall.load(Ordering::Relaxed);
    let later = sealed(&slots, &place(1, 1), wall + HELD);
    clocks.pass(10);
    assert!(!opens(&slots, &seal), "its time is over");
    clocks.pass(60);
    slots.sweep();
    assert_eq!(slots.tried(&seal, at(0)), Tried::Closed, "and so is its key");
    assert!(opens(&slots, &later));
    clocks.pass(HELD);
    slots.sweep();
    assert_eq!(slots.tried(&later, at(0)), Tried::Closed);
}

#[test]
fn a_wall_clock_that_jumps_ahead_ends_keys_only_when_it_stays_there() {
    let clocks = Arc::new(Clocks::default());
    let slots = Slots::in_memory(clocks.clone());
    let seal = sealed(&slots, &place(1, 1), HELD);
    clocks.wall.fetch_add(7_200, Ordering::Relaxed);
    assert!(!opens(&slots, &seal), "while it's ahead nothing old is opened");
    clocks.pass(3);
    slots.sweep();
    let ahead = sealed(&slots, &place(2, 1), 7_203 + HELD);
    clocks.wall.fetch_sub(7_200, Ordering::Relaxed);
    assert!(opens(&slots, &seal), "it was wrong");
    clocks.pass(HELD + 60);
    slots.sweep();
    assert_eq!(slots.tried(&ahead, at(0)), Tried::Closed, "what was given meanwhile is held no longer");
    let seal = sealed(&slots, &place(1, 1), 2 * HELD + 63);
    clocks.wall.fetch_add(7_200, Ordering::Relaxed);
    slots.sweep();
    clocks.pass(60);
    slots.sweep();
    assert_eq!(slots.tried(&seal, at(0)), Tried::Closed, "a machine that stood still: what it says is believed");
}

#[test]
fn a_folder_that_holds_anything_else_is_refused_and_left_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let keys = folder.path().join("keys");
    let clocks = Arc::new(Clocks::default());
    drop(in_folder(&keys, &clocks));
    for name in ["notes.txt", "sessions.redb", "1-other", "29833333-number.short"] {
        std::fs::write(keys.join(name), "mine").expect("writes");
        let wrap = KeyWrap::under(&[7; 32]).expect("derives");
        let refused = Slots::in_folder(&keys, Some(wrap), clocks.clone()).expect_err("refused").to_string();
        assert!(refused.contains(name) && refused.contains("a folder of their own"), "{refused}");
        assert_eq!(std::fs::read_to_string(keys.join(name)).expect("it's there"), "mine");
        std::fs::remove_file(keys.join(name)).expect("removes");
    }
}

#[test]
fn what_somebody_puts_beside_the_keys_later_keeps_none_alive() {
    let folder = tempfile::tempdir().expect("a folder");
    let keys = folder.path().join("keys");
    let clocks = Arc::new(Clocks::default());
    let slots = in_folder(&keys, &clocks);
    let other = in_folder(&keys, &clocks);
    sealed(&other, &place(1, 1), HELD);
    std::fs::write(keys.join("notes.txt"), "mine").expect("writes");
    clocks.pass(HELD + 60);
    slots.tend();
    let left: Vec<_> =
        std::fs::read_dir(&keys).expect("reads").map(|entry| entry.expect("reads").file_name()).collect();
    assert_eq!(left, ["notes.txt"], "the key is gone, and what isn't ours stays");
}

#[test]
fn whoever_looks_tries_keys_that_should_be_gone_and_changes_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let keys = folder.path().join("keys");
    let clocks = Arc::new(Clocks::default());
    let seal = sealed(&in_folder(&keys, &clocks), &place(1, 1), HELD);
    clocks.pass(7_200);
    let wrap = KeyWrap::under(&[7; 32]).expect("derives");
    let looking = Slots::looking_into(&keys, Some(wrap), clocks.clone()).expect("opens");
    looking.tend();
    assert_eq!(looking.tried(&seal, at(0)), Tried::Opens { what: What::Number, in_time: false });
    assert_eq!((looking.over(), std::fs::read_dir(&keys).expect("reads").count()), (1, 1));
    assert!(looking.seal(What::Number, &place(1, 1), at(7_200 + HELD), b"secret").is_err());
}

#[test]
fn a_key_that_is_over_is_not_made_again() {
    let clocks = Arc::new(Clocks::default());
    let slots = Slots::in_memory(clocks.clone());
    clocks.pass(HELD + 60);
    assert!(matches!(slots.seal(What::Number, &place(1, 1), at(HELD), b"secret"), Err(VaultError::Broken)));
}

#[test]
fn there_is_room_for_the_longest_sessions_and_none_is_held_longer() {
    let clocks = Arc::new(Clocks::default());
    let slots = Slots::in_memory(clocks.clone());
    for minute in 0..=1_450 {
        slots.seal(What::Shown, &place(1, 1), at(minute * 60), b"").expect("a day, and ten minutes");
    }
    for minute in 0..=15 {
        slots.seal(What::Number, &place(1, 1), at(minute * 60), b"").expect("numbers beside it");
    }
    for minute in 1_451..3_000 {
        slots.seal(What::Shown, &place(1, 1), at(minute * 60), b"").expect("none is kept longer than any may be");
    }
}

/// A folder that counts as one in memory: it's wrapped, as a test's folder may be anywhere.
fn in_folder(folder: &Path, clocks: &Arc<Clocks>) -> Slots {
    let wrap = KeyWrap::under(&[7; 32]).expect("derives");
    Slots::in_folder(folder, Some(wrap), clocks.clone()).expect("opens")
}

#[test]
fn a_restart_keeps_the_keys_in_a_folder_and_what_was_left_half_made_goes() {
    let folder = tempfile::tempdir().expect("a folder");
    let keys = folder.path().join("keys");
    let clocks = Arc::new(Clocks::default());
    let slots = in_folder(&keys, &clocks);
    let seal = sealed(&slots, &place(1, 1), HELD);
    drop(slots);
    // One that was being written, and one that was written and not tidied: another name of a key that is in use.
    let key = std::fs::read_dir(&keys).expect("reads").next().expect("a key").expect("reads").path();
    let drafts = [keys.join("29833333-number.0123456789abcdef"), key.with_extension("0123456789abcdef")];
    std::fs::write(&drafts[0], [7; 32]).expect("writes");
    std::fs::hard_link(&key, &drafts[1]).expect("links");
    let slots = in_folder(&keys, &clocks);
    assert!(opens(&slots, &seal) && drafts.iter().all(|draft| draft.exists()), "they may be another process's at work");
    std::thread::sleep(std::time::Duration::from_millis(20));
    let old = std::time::SystemTime::UNIX_EPOCH;
    for draft in &drafts {
        std::fs::File::options().write(true).open(draft).expect("opens").set_modified(old).expect("changes");
    }
    let slots = in_folder(&keys, &clocks);
    assert!(opens(&slots, &seal));
    assert_eq!(std::fs::read_dir(&keys).expect("reads").count(), 1, "one key, and nothing else");
    drop(slots);
    // A process that never made it destroys it, too.
    let slots = in_folder(&keys, &clocks);
    clocks.pass(60);
    sealed(&in_folder(&keys, &clocks), &place(2, 1), HELD + 60);
    clocks.pass(HELD + 120);
    slots.tend();
    assert_eq!(std::fs::read_dir(&keys).expect("reads").count(), 0);
    assert!(!opens(&in_folder(&keys, &clocks), &seal));
}

#[cfg(target_os = "linux")]
#[test]
fn a_process_that_dies_while_it_destroys_keys_leaves_none_that_anybody_knows() {
    let Ok(memory) = tempfile::tempdir_in("/dev/shm") else { return };
    if filesystem(memory.path()).is_some() {
        return;
    }
    let clocks = Arc::new(Clocks::default());
    let keys = memory.path().join("keys");
    let slots = Slots::in_folder(&keys, None, clocks.clone()).expect("opens");
    let seal = sealed(&slots, &place(1, 1), HELD);
    drop(slots);
    let file = std::fs::read_dir(&keys).expect("reads").next().expect("a key").expect("reads").path();
    std::fs::write(&file, [0; 32]).expect("overwritten, and not yet deleted");
    let slots = Slots::in_folder(&keys, None, clocks).expect("opens");
    assert!(!opens(&slots, &seal));
    sealed(&slots, &place(1, 1), HELD);
    assert_ne!(std::fs::read(&file).expect("a new one"), [0; 32]);
}

#[test]
fn a_key_is_overwritten_before_it_is_deleted() {
    let folder = tempfile::tempdir().expect("a folder");
    let keys = folder.path().join("keys");
    let clocks = Arc::new(Clocks::default());
    let slots = in_folder(&keys, &clocks);
    sealed(&slots, &place(1, 1), HELD);
    let file = std::fs::read_dir(&keys).expect("reads").next().expect("a key").expect("reads").path();
    // Another name of the same file: what is left in it can be read after the first is gone.
    let left = folder.path().join("left");
    std::fs::hard_link(&file, &left).expect("links");
    // One that another process made goes too.
    clocks.pass(60);
    let other = in_folder(&keys, &clocks);
    sealed(&other, &place(1, 1), HELD + 60);
    assert_eq!(slots.destroy().expect("destroys"), 2);
    assert!(!file.exists());
    assert_eq!(std::fs::read_dir(&keys).expect("reads").count(), 0);
    assert!(std::fs::read(left).expect("reads").iter().all(|byte| *byte == 0));
}

#[test]
fn processes_over_one_folder_open_what_the_others_sealed() {
    let folder = tempfile::tempdir().expect("a folder");
    let keys = folder.path().join("keys");
    let clocks = Arc::new(Clocks::default());
    let (one, other) = (in_folder(&keys, &clocks), in_folder(&keys, &clocks));
    let seal = sealed(&one, &place(1, 1), HELD);
    assert!(opens(&other, &seal), "made after the other had looked");
    assert!(opens(&one, &sealed(&other, &place(1, 1), HELD)), "the first one's key is used by both");
}

#[cfg(target_os = "linux")]
#[test]
fn a_folder_on_a_disk_is_refused_unless_its_keys_are_wrapped() {
    let clocks = Arc::new(Clocks::default());
    let disk = tempfile::tempdir_in(env!("CARGO_MANIFEST_DIR")).expect("a folder");
    let keys = disk.path().join("keys");
    if filesystem(disk.path()).is_none() {
        return;
    }
    let refused = Slots::in_folder(&keys, None, clocks.clone()).expect_err("refused").to_string();
    assert!(refused.contains("on a disk") && refused.contains("--key-slots-on-disk"), "{refused}");
    let slots = in_folder(&keys, &clocks);
    let seal = sealed(&slots, &place(1, 1), HELD);
    let wrap = KeyWrap::under(&[8; 32]).expect("derives");
    let other = Slots::in_folder(&keys, Some(wrap), clocks.clone()).expect_err("refused").to_string();
    assert!(other.contains("wrapped by another key"), "{other}");
    assert!(opens(&in_folder(&keys, &clocks), &seal), "and they are still there");
}

#[cfg(target_os = "linux")]
#[test]
fn a_folder_in_memory_is_its_owners_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    let Ok(shared) = tempfile::tempdir_in("/dev/shm") else { return };
    if filesystem(shared.path()).is_some() {
        return;
    }
    let clocks = Arc::new(Clocks::default());
    let keys = shared.path().join("keys");
    let slots = Slots::in_folder(&keys, None, clocks.clone()).expect("opens");
    let seal = sealed(&slots, &place(1, 1), HELD);
    let file = std::fs::read_dir(&keys).expect("reads").next().expect("a key").expect("reads");
    assert_eq!(file.metadata().expect("there").permissions().mode() & 0o777, 0o600);
    assert!(opens(&Slots::in_folder(&keys, None, clocks.clone()).expect("opens"), &seal));
    std::fs::set_permissions(&keys, std::fs::Permissions::from_mode(0o755)).expect("changes");
    let refused = Slots::in_folder(&keys, None, clocks).expect_err("refused").to_string();
    assert!(refused.contains("chmod 700"), "{refused}");
}

#[tokio::test]
async fn a_former_key_opens_what_it_sealed_and_goes_when_its_time_is_over() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("key");
    crate::adapters::secret_in(&file).expect("a key");
    let clocks = Arc::new(Clocks::default());
    let seal = crate::adapters::keyfile::sealed_by(&file, &place(1, 1), at(HELD), b"secret");
    let former = FormerKey::read(&file).expect("reads");
    let vault =
        SlotVault::new(Arc::new(Slots::in_memory(clocks.clone()))).taking_over(former, at(HELD), Some(file.clone()));
    assert_eq!(**vault.open(&place(1, 1), at(0), &seal).await.expect("opens"), *b"secret");
    let new = vault.seal(&place(1, 2), at(HELD), b"secret").await.expect("seals");
    assert!(!FormerKey::sealed(&new), "nothing more is sealed with it");
    clocks.pass(HELD - 1);
    vault.tend();
    assert!(file.exists());
    clocks.pass(1);
    vault.tend();
    assert!(!file.exists());
    assert!(matches!(vault.open(&place(1, 1), at(0), &seal).await, Err(VaultError::Broken)));
}
