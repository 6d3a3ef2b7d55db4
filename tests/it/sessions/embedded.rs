//! What the embedded database does beyond what every store does.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use jiff::Timestamp;
use payment_smart_bot::adapters::{EmbeddedReader, EmbeddedSessions, OpenError, Sealing};
use payment_smart_bot::dialogue::Fingerprint;
use payment_smart_bot::ports::{Clock, Counts as _, Ledger as _, Sessions as _};
use payment_smart_bot::session::{Commit, OpenAttempt, OrderRecord};

use crate::support::lasting;

use super::{HOUR, at, attempt, entry, id, plain, sealed, soon, version};

super::conformance!(async {
    let folder = tempfile::tempdir().expect("a folder");
    (open(folder.path(), &Wound::at(0)), folder)
});

/// In seconds.
const DAY: i64 = 24 * HOUR;

/// A clock that a test winds.
struct Wound(AtomicI64);

impl Wound {
    fn at(seconds: i64) -> Arc<Self> {
        Arc::new(Self(AtomicI64::new(seconds)))
    }

    fn wind(&self, seconds: i64) {
        self.0.store(seconds, Ordering::Relaxed);
    }
}

impl Clock for Wound {
    fn now(&self) -> Timestamp {
        at(self.0.load(Ordering::Relaxed))
    }

    fn fill(&self, _: &mut [u8]) {}
}

fn open(folder: &Path, clock: &Arc<Wound>) -> EmbeddedSessions {
    EmbeddedSessions::open(folder, Sealing::in_memory(clock.clone())).expect("opens")
}

#[tokio::test]
async fn a_folder_that_is_opened_again_has_everything() {
    let folder = tempfile::tempdir().expect("a folder");
    let clock = Wound::at(0);
    let id = id(1);
    let open = || EmbeddedSessions::open(folder.path(), lasting(folder.path(), clock.clone())).expect("opens");
    let store = open();
    let first = entry(&id, 1, "");
    let trail = vec![first.clone()];
    let commit = Commit { attempt: Some(attempt(&id, 1, false)), trail, ..sealed(&id, 1, b"seal") };
    store.commit(commit).await.expect("kept");
    drop(store);
    let store = open();
    let found = store.load(&id, at(0)).await.expect("loads").expect("found");
    assert_eq!(found.sealed(), Some(b"seal".as_slice()));
    let open = store.open_attempts(None, 9).await.expect("reads");
    assert_eq!(open, [OpenAttempt { attempt: attempt(&id, 1, false), next_look: at(31) }]);
    assert_eq!(store.trail(&id).await.expect("reads"), [first]);
}

#[tokio::test]
async fn a_second_process_is_told_that_the_folder_is_held() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = open(folder.path(), &Wound::at(0));
    let refused = EmbeddedSessions::open(folder.path(), Sealing::default()).expect_err("refused");
    assert!(matches!(&refused, OpenError::Busy(_)) && refused.to_string().contains("running server"), "{refused}");
    assert!(matches!(EmbeddedReader::open(folder.path()), Err(OpenError::Busy(_))));
    drop(store);
    assert!(EmbeddedReader::open(folder.path()).is_ok());
}

#[tokio::test]
async fn a_reader_counts_overdue_card_data_while_no_server_runs() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = open(folder.path(), &Wound::at(0));
    store.commit(sealed(&id(1), 1, b"seal")).await.expect("kept");
    drop(store);
    let reader = EmbeddedReader::open(folder.path()).expect("opens");
    assert_eq!(reader.overdue(at(0)).expect("counts"), 0);
    assert_eq!(reader.overdue(at(HOUR / 4)).expect("counts"), 1);
}

#[tokio::test]
async fn what_is_over_is_swept_when_nobody_waits() {
    let folder = tempfile::tempdir().expect("a folder");
    let clock = Wound::at(0);
    let store = open(folder.path(), &clock);
    for n in 0..40 {
        store.commit(sealed(&id(n), 1, b"seal")).await.expect("kept");
    }
    let first = entry(&id(0), 1, "");
    store.commit(Commit { trail: vec![first.clone()], ..sealed(&id(0), 2, b"seal") }).await.expect("kept");
    clock.wind(HOUR / 4);
    assert!(soon(|| async { store.overdue(at(HOUR / 4)).await.expect("counts") == 0 }).await, "seals are swept");
    assert_eq!(version(&store, &id(0), HOUR / 4).await, Some(2), "the session stays");
    clock.wind(HOUR);
    // Asked as of the beginning, when the sessions were alive: only a sweep can have removed them.
    assert!(soon(|| async { version(&store, &id(39), 0).await.is_none() }).await, "sessions are swept");
    assert_eq!(store.trail(&id(0)).await.expect("reads"), [first], "the ledger outlives them");
}

#[cfg(unix)]
#[test]
fn the_folder_is_made_for_its_owner_only() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("data");
    drop(open(&data, &Wound::at(0)));
    assert_eq!(std::fs::metadata(&data).expect("there").permissions().mode() & 0o777, 0o700);
}

#[test]
fn sealed_bytes_are_in_the_file_that_a_backup_leaves_out_and_in_no_other() {
    let folder = tempfile::tempdir().expect("a folder");
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let store = open(folder.path(), &Wound::at(0));
    runtime.block_on(store.commit(sealed(&id(1), 1, b"these bytes are sealed"))).expect("kept");
    drop(store);
    let holds = |file: &str| {
        let bytes = std::fs::read(folder.path().join(file)).expect("reads");
        bytes.windows(22).any(|window| window == b"these bytes are sealed")
    };
    assert!(holds("sealed.redb"));
    assert!(!holds("sessions.redb"));
}

#[tokio::test]
async fn a_superseded_seal_goes_even_when_nothing_else_is_sealed_and_the_writer_never_rests() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = open(folder.path(), &Wound::at(0));
    store.commit(sealed(&id(1), 1, b"seal")).await.expect("kept");
    store.commit(plain(&id(1), 2)).await.expect("kept");
    for version in 1..=80 {
        store.commit(plain(&id(2), version)).await.expect("kept");
    }
    assert_eq!(store.overdue(at(HOUR)).await.expect("counts"), 0);
}

/// A row that is read must not let its page go before it was read: fifty at once found that out.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn fifty_messages_of_one_session_at_once_leave_the_store_whole() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = Arc::new(EmbeddedSessions::open(folder.path(), Sealing::default()).expect("opens"));
    let mut bench = crate::support::bench_over(crate::support::Mood::Pays, store.clone());
    (bench.bot.ledger, bench.bot.counts) = (store.clone(), store);
    let bot = payment_smart_bot::turn::Bot { clock: Arc::new(payment_smart_bot::adapters::SystemClock), ..bench.bot };
    let mut client = crate::support::Client::default();
    client.say(&bot, "hi").await;
    for _ in 0..4 {
        let asking: Vec<_> = (0..50)
            .map(|_| {
                let (bot, client) = (bot.clone(), client.clone());
                tokio::spawn(async move { bot.chat(client.turn("help")).await.is_ok() })
            })
            .collect();
        let mut answered = 0;
        for asker in asking {
            answered += usize::from(asker.await.expect("no panic"));
        }
        assert!(answered > 0, "none of them was answered");
    }
    client.say(&bot, "Jane Roe").await;
}

#[cfg(unix)]
#[tokio::test]
async fn a_folder_that_is_deleted_or_replaced_is_noticed_and_nothing_is_written_beside_it() {
    let outer = tempfile::tempdir().expect("a folder");
    let (data, away) = (outer.path().join("data"), outer.path().join("away"));
    let store = open(&data, &Wound::at(0));
    store.commit(plain(&id(1), 1)).await.expect("kept");
    assert!(store.is_there());
    std::fs::rename(&data, &away).expect("moved");
    for replaced in [false, true] {
        if replaced {
            drop(open(&data, &Wound::at(0)));
        }
        assert!(!store.is_there());
        let told = store.commit(plain(&id(2), 1)).await.expect_err("not kept").to_string();
        assert!(told.contains(data.to_str().expect("a path")) && told.contains("deleted or replaced"), "{told}");
        store.add("a", 1, at(0), at(9)).await.expect_err("nor is a count");
        // Longer than the writer takes to heal: it makes no empty store of its own.
        tokio::time::sleep(std::time::Duration::from_millis(900)).await;
        assert_eq!(data.exists(), replaced);
    }
    std::fs::remove_dir_all(&data).expect("removed");
    std::fs::rename(&away, &data).expect("brought back");
    assert!(store.is_there());
    store.commit(plain(&id(2), 1)).await.expect("kept");
    drop(store);
    let store = open(&data, &Wound::at(0));
    assert_eq!(version(&store, &id(1), 0).await, Some(1));
    assert_eq!(version(&store, &id(2), 0).await, Some(1));
}

#[tokio::test]
async fn a_broken_file_is_named_with_what_to_do_and_no_panic_ends_the_start() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = open(folder.path(), &Wound::at(0));
    for n in 0..40 {
        store.commit(sealed(&id(n), 1, b"seal")).await.expect("kept");
    }
    drop(store);
    let files = ["sessions.redb", "sealed.redb"].map(|file| folder.path().join(file));
    let whole = files.clone().map(|file| std::fs::read(file).expect("reads"));
    let mut refused = 0;
    for (at, file) in files.iter().enumerate() {
        for page in 0..24_usize {
            let mut broken = whole[at].clone();
            let start = (page * 4096).min(broken.len());
            let end = (start + 4096).min(broken.len());
            broken[start..end].iter_mut().for_each(|byte| *byte ^= 0xa5);
            std::fs::write(file, &broken).expect("written");
            match EmbeddedSessions::open(folder.path(), Sealing::default()) {
                Ok(store) => drop(store),
                Err(error) => {
                    refused += 1;
                    let told = error.to_string();
                    assert!(told.contains(file.to_str().expect("a path")) && told.contains("backup"), "{told}");
                }
            }
        }
        std::fs::write(file, &whole[at]).expect("written");
    }
    assert!(refused > 2, "{refused}");
    assert_eq!(version(&open(folder.path(), &Wound::at(0)), &id(1), 0).await, Some(1));
}

/// Of an order that nobody comes back to, too, the gateway's ids of cards go.
#[tokio::test]
async fn the_cards_of_an_order_go_after_their_time_though_nobody_comes() {
    let folder = tempfile::tempdir().expect("a folder");
    let clock = Wound::at(0);
    let store = open(folder.path(), &clock);
    let order = |name: &str, n: u8, tried: &[i64]| OrderRecord {
        cards: tried.iter().map(|at| Fingerprint::new(format!("fp_{at}"))).collect(),
        cards_at: tried.iter().map(|seconds| at(*seconds)).collect(),
        ..super::orders::order(name, 1, Some(n))
    };
    let claims = [("order-1", 1, &[0, 10 * DAY][..]), ("order-2", 2, &[3 * DAY]), ("order-3", 3, &[])];
    for (name, n, tried) in claims {
        store.commit(super::orders::claim(n, 1, order(name, n, tried))).await.expect("kept");
    }
    let left = async |name: &str| {
        let order = store.order(&name.parse().expect("an id")).await.expect("reads").expect("it is there");
        assert_eq!((order.version, order.attempts, order.cards_at.len()), (1, 1, order.cards.len()), "all else stays");
        order.cards.len()
    };
    let all = async || [left("order-1").await, left("order-2").await, left("order-3").await];
    clock.wind(30 * DAY - 1);
    tokio::time::sleep(std::time::Duration::from_millis(1_200)).await;
    assert_eq!(all().await, [2, 1, 0]);
    for (days, cards) in [(30, [1, 1, 0]), (33, [1, 0, 0]), (40, [0, 0, 0])] {
        clock.wind(days * DAY);
        assert!(soon(async || all().await == cards).await, "{days} days");
    }
}
