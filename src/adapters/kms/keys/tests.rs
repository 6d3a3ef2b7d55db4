//! A key is in hand for as long as it may be, and among as many as there may be.

use super::*;

const MINUTE: Duration = Duration::from_mins(1);

fn session(n: u8) -> SessionId {
    SessionId::from_random([n; 16])
}

fn key(n: u8) -> Arc<DataKey> {
    Arc::new(DataKey::new(Zeroizing::new([n; KEY]), vec![n]))
}

#[test]
fn a_key_is_found_by_its_session_and_what_it_was_wrapped_as() {
    let now = Instant::now();
    let mut keys = Keys::default();
    keys.keep(&session(1), key(1), now);
    assert!(keys.find(&session(1), None, now).is_some());
    assert!(keys.find(&session(1), Some(&[1]), now).is_some());
    assert!(keys.find(&session(1), Some(&[2]), now).is_none(), "wrapped otherwise");
    assert!(keys.find(&session(2), None, now).is_none(), "another session");
}

#[test]
fn a_key_is_dropped_five_minutes_after_it_came_however_often_it_was_used() {
    let now = Instant::now();
    let mut keys = Keys::default();
    let held = key(1);
    keys.keep(&session(1), held.clone(), now);
    for minute in 0..5 {
        assert!(keys.find(&session(1), None, now + MINUTE * minute).is_some(), "minute {minute}");
    }
    assert_eq!(keys.next_due(), Some(now + KEPT));
    keys.sweep(now + KEPT);
    assert_eq!(Arc::strong_count(&held), 1, "nobody else holds the key any more");
    assert!(keys.find(&session(1), None, now + KEPT).is_none());
    assert_eq!(keys.next_due(), None);
}

#[test]
fn a_key_that_took_the_place_of_another_has_its_own_five_minutes() {
    let now = Instant::now();
    let mut keys = Keys::default();
    keys.keep(&session(1), key(1), now);
    keys.keep(&session(1), key(2), now + MINUTE);
    keys.sweep(now + KEPT);
    assert!(keys.find(&session(1), Some(&[2]), now + KEPT).is_some());
    assert!(keys.find(&session(1), None, now + KEPT + MINUTE).is_none());
}

#[test]
fn the_key_that_was_not_used_for_longest_makes_room() {
    let now = Instant::now();
    let mut keys = Keys::bounded(2, KEPT);
    let first = key(1);
    keys.keep(&session(1), first.clone(), now);
    keys.keep(&session(2), key(2), now);
    assert!(keys.find(&session(1), None, now).is_some(), "used again");
    keys.keep(&session(3), key(3), now);
    assert!(keys.find(&session(2), None, now).is_none());
    assert!(keys.find(&session(1), None, now).is_some());
    keys.keep(&session(4), key(4), now);
    keys.keep(&session(5), key(5), now);
    assert_eq!(Arc::strong_count(&first), 1, "nobody else holds the key any more");
}

#[test]
fn the_cache_never_holds_more_than_its_bound_nor_grows_by_what_is_replaced() {
    let now = Instant::now();
    let mut keys = Keys::bounded(4, KEPT);
    for n in 0..=u8::MAX {
        keys.keep(&session(n % 8), key(n), now);
        assert!(keys.entries.len() <= 4 && keys.due.len() <= 8, "after {n}");
    }
}

#[test]
fn a_key_prints_as_nothing() {
    let mut keys = Keys::default();
    keys.keep(&session(1), key(0xab), Instant::now());
    let printed = format!("{keys:?}");
    assert!(printed.contains("DataKey(…)") && !printed.contains("171, 171"), "{printed}");
}
