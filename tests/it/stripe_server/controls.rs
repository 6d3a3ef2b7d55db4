//! What a test does to the server, and what it asks of it.

use std::collections::BTreeMap;

use super::rules::Call;
use super::state::Intent;
use super::{FakeStripe, Fault, Seen, webhooks};
use crate::support::lock;

impl FakeStripe {
    /// What goes wrong with the next calls of this kind, one after the other.
    pub fn next(&self, call: Call, faults: impl IntoIterator<Item = Fault>) {
        lock(&self.inner.faults).entry(call).or_default().extend(faults);
    }

    /// Forgets the faults that nothing has met.
    pub fn clear(&self) {
        lock(&self.inner.faults).clear();
    }

    pub fn refuse_raw_cards(&self, off: bool) {
        lock(&self.inner.state).raw_cards_off = off;
    }

    /// The secret key is not known any more, or is again.
    pub fn lock_out(&self, locked: bool) {
        lock(&self.inner.state).locked = locked;
    }

    /// So many of the next confirmations stay in `processing`.
    pub fn pend(&self, confirmations: u32) {
        lock(&self.inner.state).pending = confirmations;
    }

    /// 3-D Secure is passed, or failed; a pending payment goes through, or does not.
    pub fn settle(&self, intent: &str, passed: bool) {
        lock(&self.inner.state).settle(intent, passed);
    }

    /// Somebody changes the amount of an intent, or another thing that we never would.
    pub fn tamper(&self, intent: &str, amount: u64) {
        lock(&self.inner.state).intents.get_mut(intent).expect("an intent").amount = amount;
    }

    /// An operator cancels the intent in the dashboard.
    pub fn cancel_by_hand(&self, intent: &str) {
        lock(&self.inner.state).intents.get_mut(intent).expect("an intent").status = "canceled";
    }

    /// 24 hours go by: no key is known any more.
    pub fn forget_keys(&self) {
        lock(&self.inner.keys).forget();
    }

    /// How often money moved, or a card was set up, over all intents.
    pub fn times_paid(&self) -> u32 {
        lock(&self.inner.state).intents.values().map(|intent| intent.paid).sum()
    }

    /// How often money moved for an order.
    pub fn times_paid_for(&self, order: &str) -> u32 {
        let state = lock(&self.inner.state);
        let of = |intent: &&Intent| intent.metadata.get("order").is_some_and(|known| known == order);
        state.intents.values().filter(of).map(|intent| intent.paid).sum()
    }

    /// How often cards were confirmed, and how often they paid at once, by the name on them.
    pub fn charged(&self) -> BTreeMap<String, (u32, u32)> {
        lock(&self.inner.state).charged.clone()
    }

    /// Every intent's id, status and noted attempt.
    pub fn intents(&self) -> Vec<(String, &'static str, Option<String>)> {
        let state = lock(&self.inner.state);
        let shown = |intent: &Intent| (intent.id.clone(), intent.status, intent.metadata.get("attempt").cloned());
        state.intents.values().map(shown).collect()
    }

    pub fn status(&self, intent: &str) -> &'static str {
        lock(&self.inner.state).intents.get(intent).expect("an intent").status
    }

    /// What was asked so far.
    pub fn seen(&self) -> Vec<Seen> {
        lock(&self.inner.seen).clone()
    }

    /// How often this was asked.
    pub fn times(&self, call: Call) -> usize {
        lock(&self.inner.seen).iter().filter(|seen| seen.call == call).count()
    }

    /// What was wrong with requests so far: names, never values.
    pub fn violations(&self) -> Vec<String> {
        lock(&self.inner.violations).clone()
    }

    /// An event of the intent as it is now, and its signature at `at` (epoch seconds).
    pub fn event_for(&self, intent: &str, at: i64) -> (String, String) {
        let state = lock(&self.inner.state);
        let found = state.intents.get(intent).expect("an intent");
        webhooks::event(found, &format!("evt_{intent}_{at}"), at, &state.base)
    }

    /// Posts an event of the intent, as Stripe would; says with which status it was answered.
    pub async fn post_event(&self, url: &str, intent: &str, at: i64) -> u16 {
        let (body, signature) = self.event_for(intent, at);
        let request = reqwest::Client::new().post(url).header("content-type", "application/json");
        let sent = request.header("stripe-signature", signature).body(body).send().await;
        sent.expect("an answer").status().as_u16()
    }
}
