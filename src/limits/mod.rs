//! Bounds that go over sessions: what is counted, under which keys, and when it is too much.
//!
//! Counts lie in slots of time, so that several processes can share them and old ones are forgotten by themselves. Where
//! in doubt, they err on the strict side: an attempt counts as failed until it is known to be paid.

mod tally;

use std::fmt;

use jiff::{SignedDuration, Timestamp};

use sha2::{Digest as _, Sha256};

use crate::dialogue::{AttemptId, CancelReason, Flight, OrderId, Payment, Policy, State};
use crate::session::{Counted, SessionId};
pub(crate) use tally::Tally;

/// Where a customer is, under keyed hashes: counts are kept under them, and they tell nothing without the key. Of an IPv6
/// address there are three, of networks each wider than the one before.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct ClientKey(Vec<String>);

impl ClientKey {
    /// Of keyed hashes, that of the narrowest network first.
    #[must_use]
    pub const fn new(hashes: Vec<String>) -> Self {
        Self(hashes)
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

/// How many times a /64's bound a wider IPv6 network gets: once for the /64 itself, twice for a /56, eight times for a /48.
const WIDER: [i64; 3] = [1, 2, 8];

/// Attempts from one place are counted by the hour of the clock, in seconds.
const HOUR: i64 = 3600;

/// Attempts of all sessions together are counted in windows of five minutes, in seconds; the window before is looked at as well.
const FIVE_MINUTES: i64 = 300;

/// The count of all sessions is split into so many shares, so that no single item of a store takes every write.
const SHARES: u32 = 16;

/// Customers abandon some reviews. More than so many abandoned tokens for each attempt look like somebody testing cards.
const LEFT: i64 = 4;

/// The key of a share begins with this.
const ALL: &str = "all#";

/// How long a repeat of its first message could bring a deleted session back.
pub(crate) fn begun_until(now: Timestamp) -> Timestamp {
    now + SignedDuration::from_mins(30)
}

/// The counts that bound one session.
///
/// A signed order has bounds of its own, and nothing that others do counts against it. Otherwise anybody could close the shop by
/// testing cards.
#[derive(Debug)]
pub(crate) struct Bounds {
    /// The order, or the networks of the customer: under which key, and how much more than one customer it may do.
    places: Vec<(String, i64)>,
    /// The share of the service, where no order bounds the session.
    share: Option<u32>,
    now: Timestamp,
}

impl Bounds {
    /// Of a session that pays this signed order, or else comes from there.
    pub fn of(order: Option<&OrderId>, client: Option<&ClientKey>, session: &SessionId, now: Timestamp) -> Self {
        match order {
            Some(order) => {
                let hash = hex::encode(&Sha256::digest(order.as_str())[..16]);
                Self { places: vec![(format!("order#{hash}#{}", hour(now)), 1)], share: None, now }
            }
            None => Self { places: networks(client, now), share: Some(share(session)), now },
        }
    }

    /// What is added to, in the order in which [`Self::judge`] takes it.
    pub fn keys(&self) -> Vec<String> {
        let places = self.places.iter().map(|(key, _)| key.clone());
        places.chain(self.share.map(|share| all_key(share, slot(self.now)))).collect()
    }

    /// Whether what everybody does bounds it as well.
    pub const fn are_shared(&self) -> bool {
        self.share.is_some()
    }

    /// What came of counting, by what all of [`Self::keys`] are then; `all` is what everybody did ([`all`]), which may be seconds
    /// old: of it only the five minutes before these are taken, which hardly change any more.
    pub fn judge(&self, what: Tally, counts: &[i64], all: &[i64], policy: &Policy) -> Judged {
        let (places, share) = counts.split_at(self.places.len().min(counts.len()));
        let bound = if what == Tally::TOKEN { policy.tokens() } else { i64::from(policy.place_failures) };
        let over = |(&count, (_, wider)): (&i64, &(String, i64))| {
            let Tally { tokens, failing, .. } = Tally::of(count);
            (if what == Tally::TOKEN { tokens } else { failing }) > bound * wider
        };
        if places.iter().zip(&self.places).any(over) {
            return Judged::TooMany;
        }
        let before = self.share.and_then(|share| all.get(usize::try_from(SHARES + share).ok()?));
        let done: Tally = share.iter().chain(before).map(|&count| Tally::of(count)).sum();
        if Breaker::of_one_share(policy).opens(what, done + what.back()) { Judged::AskAll } else { Judged::Free }
    }
}

/// What came of counting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Judged {
    /// It may be done.
    Free,
    /// Too much came from there, or for that order.
    TooMany,
    /// This share of what all do looks bad, which may be chance: all shares say whether the service rests.
    AskAll,
}

/// Whether the service rests, by what lies under [`all`] after `what` was counted there.
pub(crate) fn rests(what: Tally, counts: &[i64], policy: &Policy) -> bool {
    let all: Tally = counts.iter().map(|&count| Tally::of(count)).sum();
    Breaker::of_all(policy).opens(what, all + what.back())
}

/// All shares of now, and then those of the five minutes before.
pub(crate) fn all(now: Timestamp) -> Vec<String> {
    let window = |slot| (0..SHARES).map(move |share| all_key(share, slot));
    window(slot(now)).chain(window(slot(now) - 1)).collect()
}

/// What is counted of where a customer is.
fn networks(client: Option<&ClientKey>, now: Timestamp) -> Vec<(String, i64)> {
    let networks = client.map(|client| client.0.as_slice()).unwrap_or_default();
    networks.iter().zip(WIDER).map(|(network, wider)| (format!("from#{network}#{}", hour(now)), wider)).collect()
}

fn hour(now: Timestamp) -> i64 {
    now.as_second().div_euclid(HOUR)
}

/// Which share of the service a session falls to.
fn share(session: &SessionId) -> u32 {
    u32::from(Sha256::digest(session.as_str())[0]) % SHARES
}

/// From when on the service rests.
struct Breaker {
    tried: i64,
    tokens: i64,
}

impl Breaker {
    fn of_all(policy: &Policy) -> Self {
        Self { tried: i64::from(policy.breaker_confirmations), tokens: policy.all_tokens() }
    }

    /// When one share has to ask all the others. It is so early that together the shares let through no more than half of the bound
    /// without asking.
    fn of_one_share(policy: &Policy) -> Self {
        let Self { tried, tokens } = Self::of_all(policy);
        let part = |bound: i64| bound / (2 * i64::from(SHARES));
        Self { tried: part(tried), tokens: part(tokens) }
    }

    /// Whether `what` may not be done any more after all that was `done`.
    fn opens(&self, what: Tally, done: Tally) -> bool {
        let Tally { tokens, failing, tried } = done;
        // Both count: how many tokens were abandoned, and how many for each attempt.
        let of_tokens = tokens >= self.tokens && tokens > LEFT * tried;
        // Failing payments do not stop a card from becoming a token: at the review it can wait, and its number is gone.
        of_tokens || what != Tally::TOKEN && tried >= self.tried && failing * 2 > tried
    }
}

fn slot(now: Timestamp) -> i64 {
    now.as_second().div_euclid(FIVE_MINUTES)
}

fn all_key(share: u32, slot: i64) -> String {
    format!("{ALL}{share}#{slot}")
}

/// What is counted under these keys.
pub(crate) fn ticks(keys: &[String], what: Tally, now: Timestamp) -> Vec<Tick> {
    keys.iter().map(|key| tick(key, what, now)).collect()
}

fn tick(key: &str, what: Tally, now: Timestamp) -> Tick {
    Tick { key: key.to_owned(), by: what.packed(), until: until(key, now) }
}

/// When a count that is changed now is over: after its window, and the window in which it is still looked at.
fn until(key: &str, now: Timestamp) -> Timestamp {
    let window = if key.starts_with(ALL) { FIVE_MINUTES } else { HOUR };
    now + SignedDuration::from_secs(2 * window)
}

/// How an attempt that was counted ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ended {
    /// It was paid.
    Paid,
    /// It failed.
    Failed,
    /// It was cancelled before its issuer was asked, or refused for what is the operator's fault.
    Untried,
}

/// What the end of an attempt changes: its token was not for nothing, and the attempt itself is what it became.
pub(crate) fn ended(counted: &Counted, how: Ended, now: Timestamp) -> Vec<Tick> {
    let token = counted.token.iter().map(|key| (key, Tally::TOKEN.back()));
    let attempt = counted.attempt.iter().map(|key| {
        let change = match how {
            Ended::Paid => Tally::PAID,
            Ended::Failed => Tally::default(),
            Ended::Untried => Tally::ATTEMPT.back(),
        };
        (key, change)
    });
    let mut changes: Vec<(&String, Tally)> = Vec::new();
    for (key, change) in token.chain(attempt) {
        match changes.iter_mut().find(|(known, _)| *known == key) {
            Some((_, sum)) => *sum = *sum + change,
            None => changes.push((key, change)),
        }
    }
    let some = changes.into_iter().filter(|(_, change)| *change != Tally::default());
    some.map(|(key, change)| tick(key, change, now)).collect()
}

/// What is the same for two payments of one amount with one card. The gateway's own id of the number goes into a hash, with
/// the amount: nobody else's records can be told from it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SamePayment(String);

/// Of the payment that is in the air; `None` where no money moves, or the gateway does not tell cards apart.
pub(crate) fn same_payment(flight: &Flight, payment: Option<&Payment>) -> Option<SamePayment> {
    let amount = payment.filter(|_| !flight.keeping)?.amount;
    let mut hash = Sha256::new_with_prefix(flight.card.fingerprint.as_ref()?.as_str());
    hash.update(format!("\n{} {}", amount.minor(), amount.currency().code()));
    Some(SamePayment(hex::encode(&hash.finalize()[..16])))
}

/// What such a payment that was made adds to the counts.
pub(crate) fn paid(same: &SamePayment, now: Timestamp) -> Tick {
    let key = paid_keys(same, now).swap_remove(0);
    Tick { key, by: 1, until: now + SignedDuration::from_secs(SLOT * SLOTS) }
}

/// What such payments within the hour count under, the slot that runs first.
pub(crate) fn paid_keys(SamePayment(same): &SamePayment, now: Timestamp) -> Vec<String> {
    let slot = now.as_second().div_euclid(SLOT);
    (0..SLOTS).map(|back| format!("paid#{same}#{}", slot - back)).collect()
}

/// Payments that were made are known for an hour, in slots of ten minutes, the slot that runs included.
const SLOT: i64 = 600;
const SLOTS: i64 = 7;

/// What is read before a new session begins that no signed order bounds.
#[derive(Debug)]
pub(crate) struct Admission(Bounds);

impl Admission {
    pub fn of(client: Option<&ClientKey>, now: Timestamp) -> Self {
        Self(Bounds { places: networks(client, now), share: None, now })
    }

    /// Where the customer is, in the order in which [`Self::refuses`] takes it.
    pub fn keys(&self) -> Vec<String> {
        self.0.keys()
    }

    /// Why no session may begin, and how many seconds to wait; `all` is what everybody did, which may be seconds old.
    pub fn refuses(&self, counts: &[i64], all: &[i64], policy: &Policy) -> Option<(Refused, u32)> {
        let over = |(&count, (_, wider)): (&i64, &(String, i64))| {
            let Tally { tokens, failing, .. } = Tally::of(count);
            failing >= i64::from(policy.place_failures) * wider || tokens >= policy.tokens() * wider
        };
        if counts.iter().zip(&self.0.places).any(over) {
            return Some((Refused::Address, wait(self.0.now, HOUR)));
        }
        rests(Tally::default(), all, policy).then(|| (Refused::Breaker, wait(self.0.now, FIVE_MINUTES)))
    }
}

/// So many seconds until the window that runs is over, and a count may have become smaller.
fn wait(now: Timestamp, seconds: i64) -> u32 {
    u32::try_from(seconds - now.as_second().rem_euclid(seconds)).unwrap_or(u32::MAX)
}

/// Why no new session may begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// Too many payments failed that were tried from where the customer is.
    Address,
    /// Too many payments failed in all: somebody may be testing cards.
    Breaker,
}

/// The sessions that ended without a card in one hour lie in so many counts for each reason.
const PARTS: u32 = 4;

fn over_key(reason: CancelReason, hour: i64, part: u32) -> String {
    format!("over#{}#{hour}#{part}", reason.wire())
}

/// What is left of a session that ends without a card: one more of its kind in this hour, for a year and a month.
pub(crate) fn over(state: &State, session: &SessionId, now: Timestamp) -> Option<Tick> {
    let State::Cancelled(reason) = state else { return None };
    let key = over_key(*reason, hour(now), share(session) % PARTS);
    Some(Tick { key, by: 1, until: now + SignedDuration::from_hours(24 * 396) })
}

/// Where the sessions are counted that ended without a card within the last so many hours, by why they did.
#[must_use]
pub fn ended_without_a_card(now: Timestamp, hours: i64) -> Vec<(CancelReason, Vec<String>)> {
    let keys = |reason| {
        let hours = (0..hours).map(|back| hour(now) - back);
        hours.flat_map(move |hour| (0..PARTS).map(move |part| over_key(reason, hour, part))).collect()
    };
    CancelReason::ALL.map(|reason| (reason, keys(reason))).into()
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
