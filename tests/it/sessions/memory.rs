//! The store in memory.

use payment_smart_bot::adapters::MemorySessions;
use payment_smart_bot::ports::Sessions as _;

use super::{HOUR, at, conformance, id, sealed};

conformance!(async { (MemorySessions::default(), ()) });

#[tokio::test]
async fn memory_drops_what_is_over_in_passing() {
    let store = MemorySessions::default();
    store.commit(sealed(&id(1), 1, b"seal")).await.expect("kept");
    store.sweep(at(HOUR / 4));
    assert_eq!(store.overdue(at(HOUR)).await.expect("counts"), 0);
    let found = store.load(&id(1), at(HOUR / 4)).await.expect("loads").expect("the session stays");
    assert_eq!((found.sealed(), found.sealed_until()), (None, Some(at(HOUR / 4))));
}
