//! Whatever happens to attempts, and whoever dies meanwhile: one that is open is always found again.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::SignedDuration;
use payment_smart_bot::adapters::{EmbeddedSessions, MemorySessions};
use payment_smart_bot::ports::Store;
use payment_smart_bot::session::{Attempt, Commit};
use proptest::prelude::*;

use super::{at, attempt, id, plain};
use crate::support::{TestClock, lasting};

const UNDECIDED: SignedDuration = SignedDuration::from_mins(30);

#[derive(Clone, Copy, Debug)]
enum Step {
    /// A turn sends it, or says something more of it.
    Open(u8),
    /// A verdict ends it.
    End(u8),
    /// A schedule takes what is due, and dies before it looks.
    Take,
    /// Time goes by.
    Wait(i64),
    /// The process dies, and another opens the store.
    Die,
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        4 => (1..6_u8).prop_map(Step::Open),
        2 => (1..6_u8).prop_map(Step::End),
        3 => Just(Step::Take),
        3 => (1..4_000_i64).prop_map(Step::Wait),
        1 => Just(Step::Die),
    ]
}

async fn take(store: &dyn Store, now: i64) {
    for open in store.open_attempts(Some(at(now)), 9).await.expect("reads") {
        let next = open.look_after(at(now), UNDECIDED);
        assert!(next > at(now) && next <= at(now + 3_600), "an hour at most: {next}");
        assert!(store.look_again(&open, next).await.expect("writes"));
    }
}

async fn always_found(steps: Vec<Step>, reopen: impl Fn(Option<Arc<dyn Store>>) -> Arc<dyn Store>) {
    let (mut store, mut now) = (reopen(None), 0);
    let (mut open, mut versions) = (BTreeSet::<u8>::new(), BTreeMap::<u8, u64>::new());
    for step in steps {
        match step {
            // An attempt that ended opens never again.
            Step::Open(n) | Step::End(n) if versions.contains_key(&n) && !open.contains(&n) => {}
            Step::Open(n) | Step::End(n) => {
                let version = versions.entry(n).and_modify(|version| *version += 1).or_insert(1);
                let ends = matches!(step, Step::End(_));
                let word = Attempt { opened_at: at(now), ..attempt(&id(n), 0, ends) };
                store.commit(Commit { attempt: Some(word), ..plain(&id(n), *version) }).await.expect("kept");
                if ends {
                    open.remove(&n)
                } else {
                    open.insert(n)
                };
            }
            Step::Take => take(&*store, now).await,
            Step::Wait(seconds) => now += seconds,
            Step::Die => store = reopen(Some(store)),
        }
        let within_an_hour = store.open_attempts(Some(at(now + 3_600)), 9).await.expect("reads");
        let mut found: Vec<_> = within_an_hour.iter().map(|open| open.attempt.session.clone()).collect();
        found.sort();
        assert_eq!(found, open.iter().map(|&n| id(n)).collect::<Vec<_>>(), "{step:?}");
    }
}

fn run(steps: Vec<Step>, reopen: impl Fn(Option<Arc<dyn Store>>) -> Arc<dyn Store>) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(always_found(steps, reopen));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn what_is_open_is_found_within_an_hour_in_memory(steps in prop::collection::vec(step(), 1..40)) {
        run(steps, |before| before.unwrap_or_else(|| Arc::new(MemorySessions::default())));
    }

    #[test]
    fn what_is_open_is_found_within_an_hour_in_a_folder_whoever_dies(steps in prop::collection::vec(step(), 1..40)) {
        let folder = tempfile::tempdir().expect("a folder");
        run(steps, |before| {
            drop(before);
            let sealing = lasting(folder.path(), Arc::new(TestClock::new()));
            Arc::new(EmbeddedSessions::open(folder.path(), sealing).expect("opens"))
        });
    }
}
