//! What a turn leaves to be counted: an attempt counts as failed, for the place that it comes from, until it is paid.

use super::Io;
use super::bounds::{Tick, confirmed, place_keys, place_until};
use super::settle::Ahead;
use super::working::{Opening, Waiting, Working};
use crate::dialogue::{AttemptId, OrderId, Verdict};

impl Working<'_> {
    /// The attempt counts as failed, for the place that it comes from, until it is known to be paid.
    pub(super) fn reserve(&mut self, opening: Opening) -> Ahead {
        let Some(client) = &self.client else { return self.have_intent(opening) };
        let keys = place_keys(client, self.given.now);
        self.waiting = Some(Waiting::Reserved(opening));
        Ahead::Do(Io::Reserve { keys, until: place_until(self.given.now) })
    }

    /// What a verdict that ends an attempt leaves to be counted, and to be said of its order.
    pub(super) fn note_end(&mut self, attempt: &AttemptId, verdict: &Verdict, at_bank: bool) {
        let now = self.given.now;
        // Who leaves the bank's page has learnt that the card is not refused at once: that counts, too. What was cancelled
        // before, as after an outage of the gateway, says nothing of all the others.
        let failed = match verdict {
            Verdict::Paid => Some(false),
            Verdict::Declined(_) => Some(true),
            Verdict::Voided => at_bank.then_some(true),
            Verdict::Pending | Verdict::ActionRequired(_) | Verdict::NotReached | Verdict::Unknown => return,
        };
        if failed == Some(false) {
            self.give_back();
        } else {
            self.header.reserved = None;
        }
        self.ticks.extend(failed.into_iter().flat_map(|failed| confirmed(failed, now)));
        let order: Option<OrderId> = self.session.memory.order().map(|order| order.id.clone());
        self.settling = order.map(|order| (order, attempt.clone(), verdict.clone()));
    }

    /// It was counted for the customer's place.
    pub(super) fn reserved_now(&mut self) {
        let key = self.client.as_ref().and_then(|client| place_keys(client, self.given.now).into_iter().next());
        self.unspent.clone_from(&key);
        self.header.reserved = key;
    }

    /// What an earlier round counted that lost its commit: nothing of it was sent.
    pub fn owe_back(&mut self, key: Option<String>) {
        self.ticks.extend(key.map(|key| Tick { key, by: -1, until: place_until(self.given.now) }));
    }

    /// Nothing failed that was tried from where the customer is.
    pub(super) fn give_back(&mut self) {
        let reserved = self.header.reserved.take();
        self.owe_back(reserved);
    }
}
