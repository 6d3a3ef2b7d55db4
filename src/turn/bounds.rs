//! Bounds that go over sessions: what is counted, under which keys, and when it is too much.
//!
//! Counts lie in slots of time, so that several processes can share them and old ones are forgotten by themselves. Where
//! in doubt, they err on the strict side: an attempt counts as failed until it is known to be paid.

use std::fmt;

use jiff::{SignedDuration, Timestamp};

use super::request::Refused;
use crate::dialogue::Policy;

/// Where a customer is, under a keyed hash: counts are kept under it, and it tells nothing without the key.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct ClientKey(String);

impl ClientKey {
    /// Of a keyed hash.
    #[must_use]
    pub const fn new(hash: String) -> Self {
        Self(hash)
    }
}

impl fmt::Debug for ClientKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ClientKey(…)")
    }
}

/// A count that is to be changed, once a turn is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tick {
    /// Of what.
    pub key: String,
    /// By how much.
    pub by: i64,
    /// When it is over.
    pub until: Timestamp,
}

/// Failed attempts from one place are counted over an hour, in slots of ten minutes, the slot that runs included.
const PLACE_SLOT: i64 = 600;
const PLACE_SLOTS: i64 = 7;

/// Confirmations in all are counted over five minutes, in slots of one minute, the slot that runs included.
const ALL_SLOT: i64 = 60;
const ALL_SLOTS: i64 = 6;

/// What the customer's place counts under, the slot that runs first.
pub(super) fn place_keys(client: &ClientKey, now: Timestamp) -> Vec<String> {
    slots(now, PLACE_SLOT, PLACE_SLOTS).map(|slot| format!("place#{}#{slot}", client.0)).collect()
}

/// When what is counted for a place now is over.
pub(super) fn place_until(now: Timestamp) -> Timestamp {
    now + SignedDuration::from_secs(PLACE_SLOT * PLACE_SLOTS)
}

/// What a verdict adds to the confirmations in all.
pub(super) fn confirmed(failed: bool, now: Timestamp) -> impl Iterator<Item = Tick> {
    let until = now + SignedDuration::from_secs(ALL_SLOT * ALL_SLOTS);
    let slot = now.as_second().div_euclid(ALL_SLOT);
    let tick = move |what: &str| Tick { key: format!("{what}#{slot}"), by: 1, until };
    [Some(tick(CONFIRMED)), failed.then(|| tick(FAILED))].into_iter().flatten()
}

const CONFIRMED: &str = "confirmed";
const FAILED: &str = "failed";

fn slots(now: Timestamp, seconds: i64, count: i64) -> impl Iterator<Item = i64> {
    let slot = now.as_second().div_euclid(seconds);
    (0..count).map(move |back| slot - back)
}

/// So many seconds until the slot that runs is over, and a count may have become smaller.
fn wait(now: Timestamp, seconds: i64) -> u32 {
    u32::try_from(seconds - now.as_second().rem_euclid(seconds)).unwrap_or(u32::MAX)
}

/// What is read before a new session begins.
#[derive(Debug)]
pub(super) struct Admission {
    place: Vec<String>,
    now: Timestamp,
}

impl Admission {
    pub fn of(client: Option<&ClientKey>, now: Timestamp) -> Self {
        Self { place: client.map(|client| place_keys(client, now)).unwrap_or_default(), now }
    }

    /// What is to be read, in the order in which [`Self::refuses`] takes it.
    pub fn keys(&self) -> Vec<String> {
        let all = |what: &'static str| slots(self.now, ALL_SLOT, ALL_SLOTS).map(move |slot| format!("{what}#{slot}"));
        self.place.iter().cloned().chain(all(CONFIRMED)).chain(all(FAILED)).collect()
    }

    /// Why no session may begin, and how many seconds to wait.
    pub fn refuses(&self, counts: &[i64], policy: &Policy) -> Option<(Refused, u32)> {
        let (place, all) = counts.split_at_checked(self.place.len())?;
        let (confirmed, failed) = all.split_at_checked(all.len() / 2)?;
        let sum = |counts: &[i64]| counts.iter().sum::<i64>();
        if sum(place) >= i64::from(policy.place_failures) {
            return Some((Refused::Address, wait(self.now, PLACE_SLOT)));
        }
        let (confirmed, failed) = (sum(confirmed), sum(failed));
        let open = confirmed >= i64::from(policy.breaker_confirmations) && failed * 2 > confirmed;
        open.then(|| (Refused::Breaker, wait(self.now, ALL_SLOT)))
    }
}
