//! Bounds that go over sessions: what is counted, under which keys, and when it is too much.
//!
//! Counts lie in slots of time, so that several processes can share them and old ones are forgotten by themselves. Where
//! in doubt, they err on the strict side: an attempt counts as failed until it is known to be paid.

use std::fmt;

use jiff::{SignedDuration, Timestamp};

use sha2::{Digest as _, Sha256};

use crate::dialogue::{AttemptId, Flight, Payment, Policy};

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

/// Failed attempts from one address are counted over an hour, in slots of ten minutes, the slot that runs included.
const ADDRESS_SLOT: i64 = 600;
const ADDRESS_SLOTS: i64 = 7;

/// Confirmations in all are counted over five minutes, in slots of one minute, the slot that runs included.
const ALL_SLOT: i64 = 60;
const ALL_SLOTS: i64 = 6;

/// What the customer's address counts under, the slot that runs first.
pub(super) fn address_keys(client: &ClientKey, now: Timestamp) -> Vec<String> {
    slots(now, ADDRESS_SLOT, ADDRESS_SLOTS).map(|slot| format!("place#{}#{slot}", client.0)).collect()
}

/// When what is counted for an address now is over.
pub(super) fn address_until(now: Timestamp) -> Timestamp {
    now + SignedDuration::from_secs(ADDRESS_SLOT * ADDRESS_SLOTS)
}

/// How long a repeat of its first message could bring a deleted session back.
pub(super) fn begun_until(now: Timestamp) -> Timestamp {
    now + SignedDuration::from_mins(30)
}

/// What a verdict adds to the confirmations in all.
pub(super) fn confirmed(failed: bool, now: Timestamp) -> impl Iterator<Item = Tick> {
    let until = now + SignedDuration::from_secs(ALL_SLOT * ALL_SLOTS);
    let slot = now.as_second().div_euclid(ALL_SLOT);
    let tick = move |what: &str| Tick { key: format!("{what}#{slot}"), by: 1, until };
    [Some(tick(CONFIRMED)), failed.then(|| tick(FAILED))].into_iter().flatten()
}

/// What is the same for two payments of one amount with one card. The gateway's own id of the number goes into a hash, with
/// the amount: nobody else's records can be told from it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct SamePayment(String);

/// Of the payment that is in the air; `None` where no money moves, or the gateway does not tell cards apart.
pub(super) fn same_payment(flight: &Flight, payment: Option<&Payment>) -> Option<SamePayment> {
    let amount = payment.filter(|_| !flight.keeping)?.amount;
    let mut hash = Sha256::new_with_prefix(flight.card.fingerprint.as_ref()?.as_str());
    hash.update(format!("\n{} {}", amount.minor(), amount.currency().code()));
    Some(SamePayment(hex::encode(&hash.finalize()[..16])))
}

/// What such a payment that was made adds to the counts.
pub(super) fn paid(same: &SamePayment, now: Timestamp) -> Tick {
    let key = paid_keys(same, now).swap_remove(0);
    Tick { key, by: 1, until: address_until(now) }
}

/// What such payments within the hour count under, the slot that runs first.
pub(super) fn paid_keys(SamePayment(same): &SamePayment, now: Timestamp) -> Vec<String> {
    slots(now, ADDRESS_SLOT, ADDRESS_SLOTS).map(|slot| format!("paid#{same}#{slot}")).collect()
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
    address: Vec<String>,
    now: Timestamp,
}

impl Admission {
    pub fn of(client: Option<&ClientKey>, now: Timestamp) -> Self {
        Self { address: client.map(|client| address_keys(client, now)).unwrap_or_default(), now }
    }

    /// What is to be read, in the order in which [`Self::refuses`] takes it.
    pub fn keys(&self) -> Vec<String> {
        let all = |what: &'static str| slots(self.now, ALL_SLOT, ALL_SLOTS).map(move |slot| format!("{what}#{slot}"));
        self.address.iter().cloned().chain(all(CONFIRMED)).chain(all(FAILED)).collect()
    }

    /// Why no session may begin, and how many seconds to wait.
    pub fn refuses(&self, counts: &[i64], policy: &Policy) -> Option<(Refused, u32)> {
        let (address, all) = counts.split_at_checked(self.address.len())?;
        let (confirmed, failed) = all.split_at_checked(all.len() / 2)?;
        let sum = |counts: &[i64]| counts.iter().sum::<i64>();
        if sum(address) >= i64::from(policy.place_failures) {
            return Some((Refused::Address, wait(self.now, ADDRESS_SLOT)));
        }
        let (confirmed, failed) = (sum(confirmed), sum(failed));
        let open = confirmed >= i64::from(policy.breaker_confirmations) && failed * 2 > confirmed;
        open.then(|| (Refused::Breaker, wait(self.now, ALL_SLOT)))
    }
}

/// Why no new session may begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// Too many payments failed that were tried from where the customer is.
    Address,
    /// Too many payments failed in all: somebody may be testing cards.
    Breaker,
}

/// What says that it is time to look an attempt up. Each is worth one look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Nudge {
    /// An event of the gateway, by its id.
    Event(String),
    /// The customer's return from the bank's page, to this attempt.
    Return(AttemptId),
}

impl Nudge {
    /// What its looks are counted under.
    #[must_use]
    pub fn key(&self) -> String {
        match self {
            Self::Event(id) => format!("event#{id}"),
            Self::Return(attempt) => format!("return#{}", attempt.as_str()),
        }
    }

    /// When it is forgotten, if it was followed at `now`: after an event's signature is no longer good.
    #[must_use]
    pub fn until(&self, now: Timestamp) -> Timestamp {
        now + match self {
            Self::Event(_) => SignedDuration::from_mins(15),
            Self::Return(_) => SignedDuration::from_hours(24),
        }
    }
}
