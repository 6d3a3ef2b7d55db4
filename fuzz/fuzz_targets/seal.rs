//! The sealed form: what was sealed opens for its own place as it was, and for nothing else; what was not sealed, or was
//! changed in one place, opens for nobody.
#![no_main]

use std::sync::{Arc, LazyLock};

use jiff::{SignedDuration, Timestamp};
use libfuzzer_sys::fuzz_target;
use payment_smart_bot::adapters::{Slots, What};
use payment_smart_bot::ports::{Clock, Place};
use payment_smart_bot::session::SessionId;

/// A clock that stands still, and chance that anybody can guess.
struct Still;

const NOW: Timestamp = Timestamp::constant(1_795_348_800, 0);

impl Clock for Still {
    fn now(&self) -> Timestamp {
        NOW
    }

    fn fill(&self, bytes: &mut [u8]) {
        bytes.fill(7);
    }
}

static SLOTS: LazyLock<Slots> = LazyLock::new(|| Slots::in_memory(Arc::new(Still)));

fuzz_target!(|input: (u8, u64, u16, &[u8], &[u8])| {
    let (change, version, at, secret, raw) = input;
    let place = Place { session: SessionId::from_random([change; 16]), version };
    assert!(SLOTS.open(What::Number, &place, NOW, raw).is_err(), "nobody sealed it");
    let until = NOW + SignedDuration::from_mins(i64::from(at % 15) + 1);
    let sealed = SLOTS.seal(What::Number, &place, until, secret).expect("there is room");
    let opens = |what, place: &Place, now, sealed: &[u8]| SLOTS.open(what, place, now, sealed).ok();
    assert!(opens(What::Number, &place, NOW, &sealed).is_some_and(|opened| *opened == secret), "it opens as it was");
    assert!(opens(What::Number, &place, until, &sealed).is_none(), "not when its time is over");
    assert!(opens(What::Shown, &place, NOW, &sealed).is_none(), "not as something else");
    let other = Place { version: version.wrapping_add(1), ..place.clone() };
    assert!(opens(What::Number, &other, NOW, &sealed).is_none(), "not for another version");
    let mut changed = sealed.clone();
    let at = usize::from(at) % changed.len();
    changed[at] ^= change;
    assert_eq!(opens(What::Number, &place, NOW, &changed).is_some(), change == 0, "not when it was changed");
    assert!(opens(What::Number, &place, NOW, &sealed[..at]).is_none(), "not in part");
    // What a store keeps behind it is not of the seal.
    let longer = [&sealed, raw].concat();
    assert!(opens(What::Number, &place, NOW, &longer).is_some(), "whatever stands behind it");
});
