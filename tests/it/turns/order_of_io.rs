//! The order in which a turn asks the world for things, pinned: for every dialogue, and for a yes, a cancellation and a
//! look in which one call after another loses its answer, never arrives, or is overtaken by another turn.
//!
//! Calls are written down at the ports, below whatever decides on them. A snapshot reads: a line a turn, its calls in order.

use std::fmt::Write as _;
use std::path::Path;
use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use insta::Settings;
use jiff::Timestamp;
use payment_smart_bot::dialogue::{
    Confirmation, FullCard, Opened, Order, OrderId, Payment, Purpose, Tokenised, Verdict,
};
use payment_smart_bot::ports::{
    Clock, CommitError, Counts, Framer, Gateway, Place, Sessions, StoreError, Vault, VaultError,
};
use payment_smart_bot::script::{Script, play_over};
use payment_smart_bot::session::{Commit, OrderRecord, Record, SessionId, Write};
use payment_smart_bot::turn::{Bot, ChatError, Chatted, ClientKey, Closed, Looked, Stop};
use payment_smart_bot::wording::{Frame, Moment, Voice};
use zeroize::Zeroizing;

use crate::support::{Bench, Client, Mood, TO_REVIEW, bench, lock, payment};

/// What happens at one call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Trouble {
    /// It is done, and its answer is lost.
    Unheard,
    /// It is not done, and there is no answer.
    Lost,
    /// Another turn of the same session comes first; told of commits only.
    Overtaken(&'static str),
}

/// A world that writes down what it is asked.
struct Recorder {
    world: Bot,
    calls: Mutex<Vec<String>>,
    /// At which call from now on, and what; and the client that overtakes.
    trouble: Mutex<Option<(usize, Trouble, Client)>>,
}

impl Recorder {
    /// The bot over `world`, with all that it asks written down.
    fn over(world: Bot) -> (Bot, Arc<Self>) {
        let recorder = Arc::new(Self { world: world.clone(), calls: Mutex::default(), trouble: Mutex::default() });
        let bot = Bot {
            sessions: recorder.clone(),
            counts: recorder.clone(),
            vault: recorder.clone(),
            gateway: recorder.clone(),
            framer: recorder.clone(),
            clock: recorder.clone(),
            ..world
        };
        (bot, recorder)
    }

    /// Writes a call down; says whether something happens at it.
    async fn call(&self, name: &str) -> Option<Trouble> {
        lock(&self.calls).push(name.to_owned());
        let due = {
            let mut trouble = lock(&self.trouble);
            match &mut *trouble {
                Some((0, ..)) => trouble.take(),
                Some((left, ..)) => {
                    *left -= 1;
                    None
                }
                None => None,
            }
        };
        let (_, trouble, rival) = due?;
        let mark = match trouble {
            Trouble::Unheard => " (unheard)",
            Trouble::Lost => " (lost)",
            Trouble::Overtaken(_) => " (overtaken)",
        };
        lock(&self.calls).last_mut().expect("the call").push_str(mark);
        if let Trouble::Overtaken(text) = trouble {
            let outcome = Box::pin(self.world.chat(rival.turn(text))).await;
            // What was deleted by then is there no more.
            let gone = matches!(outcome, Err(ChatError::Stopped(Stop::Closed(Closed::NotFound))));
            assert!(gone || matches!(outcome, Ok(Chatted::Reply(..))), "{outcome:?}");
        }
        Some(trouble)
    }

    /// The calls since the last time, a line a turn.
    fn taken(&self) -> String {
        let calls = std::mem::take(&mut *lock(&self.calls));
        let turns = calls.split(|call| call == TURN).filter(|calls| !calls.is_empty());
        turns.map(|calls| calls.join(", ")).collect::<Vec<_>>().join("\n")
    }
}

/// Marks where a turn draws its ids.
const TURN: &str = "turn";

fn lost() -> StoreError {
    StoreError("no answer".to_owned())
}

/// Does the call unless it is lost, and loses the answer if it is unheard.
macro_rules! stored {
    ($self:ident, $name:expr, $call:expr, $lost:expr) => {
        match $self.call($name).await {
            Some(Trouble::Lost) => Err($lost),
            Some(Trouble::Unheard) => {
                let _ = $call.await;
                Err($lost)
            }
            Some(Trouble::Overtaken(_)) | None => $call.await,
        }
    };
}

fn written(commit: &Commit) -> String {
    let what = match &commit.write {
        Write::Put(_) => "commit",
        Write::Delete(_) => "delete",
    };
    let attempt = commit.attempt.as_ref().map_or(String::new(), |attempt| {
        let verdict = attempt.verdict.as_deref().unwrap_or("saved");
        format!(" +attempt {verdict}{}", if attempt.closed { ", closed" } else { "" })
    });
    let order = commit.order.as_ref().map_or("", |order| match (&order.record.holder, order.record.paid) {
        (Some(_), _) => " +order held",
        (None, true) => " +order paid",
        (None, false) => " +order free",
    });
    format!("{what}{attempt}{order}")
}

#[async_trait]
impl Sessions for Recorder {
    async fn load(&self, id: &SessionId, now: Timestamp) -> Result<Option<Record>, StoreError> {
        stored!(self, "load", self.world.sessions.load(id, now), lost())
    }

    async fn commit(&self, commit: Commit) -> Result<(), CommitError> {
        stored!(self, &written(&commit), self.world.sessions.commit(commit.clone()), CommitError::Store(lost()))
    }

    async fn rehearse(&self, now: Timestamp, until: Timestamp) -> Result<(), StoreError> {
        self.world.sessions.rehearse(now, until).await
    }

    async fn order(&self, id: &OrderId) -> Result<Option<OrderRecord>, StoreError> {
        stored!(self, "order", self.world.sessions.order(id), lost())
    }

    async fn overdue(&self, now: Timestamp) -> Result<u64, StoreError> {
        self.world.sessions.overdue(now).await
    }
}

/// A count by its first word. Those of places and of all hold three counts in one number, the first of them lowest.
fn changed(key: &str, by: i64) -> String {
    let what = key.split('#').next().unwrap_or_default();
    if !["all", "from", "order"].contains(&what) {
        return format!("{what}{by:+}");
    }
    let mut rest = by;
    let mut parts = Vec::new();
    for name in ["tokens", "failing", "tried"] {
        let low = (rest << 43) >> 43;
        rest = (rest - low) >> 21;
        if low != 0 {
            parts.push(format!("{name}{low:+}"));
        }
    }
    format!("{what}({})", parts.join(" "))
}

#[async_trait]
impl Counts for Recorder {
    async fn add(&self, key: &str, by: i64, now: Timestamp, until: Timestamp) -> Result<i64, StoreError> {
        stored!(self, &changed(key, by), self.world.counts.add(key, by, now, until), lost())
    }

    async fn read(&self, keys: &[String], now: Timestamp) -> Result<Vec<i64>, StoreError> {
        stored!(self, &format!("read {}", keys.len()), self.world.counts.read(keys, now), lost())
    }
}

#[async_trait]
impl Vault for Recorder {
    async fn seal(&self, place: &Place, not_after: Timestamp, secret: &[u8]) -> Result<Vec<u8>, VaultError> {
        let down = VaultError::Down("no answer".to_owned());
        stored!(self, "seal", self.world.vault.seal(place, not_after, secret), down)
    }

    async fn open(&self, place: &Place, now: Timestamp, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, VaultError> {
        let down = VaultError::Down("no answer".to_owned());
        stored!(self, "open", self.world.vault.open(place, now, sealed), down)
    }
}

#[async_trait]
impl Gateway for Recorder {
    async fn tokenise(&self, card: &FullCard, key: &str) -> Tokenised {
        let tokenised = async { Ok(self.world.gateway.tokenise(card, key).await) };
        stored!(self, "tokenise", tokenised, Tokenised::Unknown).unwrap_or_else(|unknown: Tokenised| unknown)
    }

    async fn open_intent(&self, purpose: &Purpose, key: &str) -> Opened {
        let opened = async { Ok(self.world.gateway.open_intent(purpose, key).await) };
        stored!(self, "open intent", opened, Opened::Unknown).unwrap_or_else(|unknown: Opened| unknown)
    }

    async fn charge(&self, confirmation: &Confirmation, purpose: &Purpose) -> Verdict {
        let charged = async { Ok(self.world.gateway.charge(confirmation, purpose).await) };
        stored!(self, "CHARGE", charged, Verdict::Unknown).unwrap_or_else(|unknown: Verdict| unknown)
    }

    async fn look_up(&self, confirmation: &Confirmation) -> Verdict {
        let looked = async { Ok(self.world.gateway.look_up(confirmation).await) };
        stored!(self, "look up", looked, Verdict::Unknown).unwrap_or_else(|unknown: Verdict| unknown)
    }

    async fn cancel(&self, confirmation: &Confirmation) -> Verdict {
        let cancelled = async { Ok(self.world.gateway.cancel(confirmation).await) };
        stored!(self, "CANCEL", cancelled, Verdict::Unknown).unwrap_or_else(|unknown: Verdict| unknown)
    }
}

#[async_trait]
impl Framer for Recorder {
    async fn frames(&self, moment: Moment) -> Vec<Frame> {
        let _ = self.call("frame").await;
        self.world.framer.frames(moment).await
    }

    fn said(&self, _: &[String], _: &Voice) {}
}

impl Clock for Recorder {
    fn now(&self) -> Timestamp {
        self.world.clock.now()
    }

    fn fill(&self, bytes: &mut [u8]) {
        lock(&self.calls).push(TURN.to_owned());
        self.world.clock.fill(bytes);
    }
}

/// Runs `check` where snapshots of this test are kept.
fn kept(check: impl FnOnce()) {
    let mut settings = Settings::clone_current();
    settings.set_snapshot_path("../../../snapshots/order-of-io");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.remove_snapshot_suffix();
    settings.bind(check);
}

#[test]
fn every_dialogue_asks_the_world_in_the_order_of_its_snapshot() {
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/dialogues");
    let mut paths: Vec<_> =
        std::fs::read_dir(folder).expect("dialogues").map(|entry| entry.expect("a file").path()).collect();
    paths.sort();
    assert!(paths.len() > 200, "{} dialogues", paths.len());
    let mut all = String::new();
    for path in paths {
        let script = Script::parse(&std::fs::read_to_string(&path).expect("text")).expect("a script");
        let mut recorder = None;
        let played = play_over(&script, |bot| {
            let (bot, recording) = Recorder::over(bot);
            recorder = Some(recording);
            bot
        });
        runtime.block_on(played).expect("it plays");
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        let _ = writeln!(all, "# {stem}\n{}\n", recorder.expect("a recorder").taken());
    }
    kept(|| insta::assert_snapshot!("dialogues", all));
}

/// A customer from an address of their own, whose sessions pay `order`.
struct Story {
    name: &'static str,
    mood: Mood,
    ordered: bool,
    /// What is said after the review was shown, up to the turn that is looked at.
    before: &'static [&'static str],
    /// That turn: a message, a look (`None`), or a deletion.
    said: Option<&'static str>,
    /// Whether what is undecided has been so for too long by then.
    late: bool,
}

const STORIES: &[Story] = &[
    story("a yes that is paid", Mood::Pays, &[], Some("yes")),
    Story { ordered: true, ..story("a yes to an order that is paid", Mood::Pays, &[], Some("yes")) },
    Story { ordered: true, ..story("a yes to an order that is declined", Mood::Declines, &[], Some("yes")) },
    story("a yes that asks for 3-D Secure", Mood::Asks, &[], Some("yes")),
    story("a yes where no intent can be had", Mood::Down, &[], Some("yes")),
    Story { ordered: true, ..story("a cancellation at the bank's page", Mood::Leaves, &["yes"], Some("cancel")) },
    story("a restart at the bank's page", Mood::Leaves, &["yes"], Some("start over")),
    Story { ordered: true, ..story("back from the bank", Mood::Asks, &["yes"], Some("done")) },
    story("a look that finds it paid", Mood::Waits, &["yes"], None),
    story("a look that finds nothing new", Mood::Leaves, &["yes"], None),
    Story { late: true, ..story("a look that gives it up", Mood::Leaves, &["yes"], None) },
    story("a question at the review", Mood::Pays, &[], Some("is it safe?")),
    story("a deletion at the review", Mood::Pays, &[], DELETE),
    Story { ordered: true, ..story("a deletion at the bank's page", Mood::Leaves, &["yes"], DELETE) },
    story("another card at the review", Mood::Pays, &[], Some("use 5555 5555 5555 4444 instead")),
];

/// Stands for a deletion by the owner, which says nothing.
const DELETE: Option<&str> = Some("(delete)");

const fn story(name: &'static str, mood: Mood, before: &'static [&'static str], said: Option<&'static str>) -> Story {
    Story { name, mood, ordered: false, before, said, late: false }
}

impl Story {
    /// Tells the story with trouble at a call of its last turn: what was asked, and how it ended.
    async fn told(&self, trouble: Option<(usize, Trouble)>) -> (String, usize) {
        let Bench { bot, gateway, clock } = bench(self.mood);
        let (mut bot, recorder) = Recorder::over(bot);
        if self.ordered {
            let order =
                Order { id: "order-1042".parse().expect("an id"), expires: bot.clock.now() + HOURS, minted: false };
            bot.payment = Some(Payment { order: Some(order), ..payment() });
        }
        let mut client = Client::default();
        for text in TO_REVIEW.iter().chain(self.before) {
            let mut turn = client.turn(text);
            turn.client = Some(ClientKey::new(vec!["somewhere".to_owned()]));
            match bot.chat(turn).await {
                Ok(Chatted::Reply(reply, _)) => client.keep(&reply),
                other => panic!("{text}: {other:?}"),
            }
        }
        if self.late {
            clock.wind(45);
        }
        recorder.taken();
        *lock(&recorder.trouble) = trouble.map(|(at, trouble)| (at, trouble, client.clone()));
        let ended = if self.said == DELETE {
            let (id, token) = client.session.clone().expect("a session");
            bot.delete(id, &token).await.map_or_else(stopped, |deletion| format!("{deletion:?}"))
        } else if let Some(text) = self.said {
            let mut turn = client.turn(text);
            turn.client = Some(ClientKey::new(vec!["somewhere".to_owned()]));
            match bot.chat(turn).await {
                Ok(Chatted::Reply(reply, _)) => reply.status.to_owned(),
                Ok(Chatted::Replayed(reply)) => panic!("{reply}"),
                Err(ChatError::Stopped(stop)) => stopped(stop),
                Err(
                    error @ (ChatError::OrderTooLate
                    | ChatError::OtherOrder
                    | ChatError::OtherMessage
                    | ChatError::AnsweredAlready
                    | ChatError::Refused(..)),
                ) => {
                    panic!("{error}")
                }
            }
        } else {
            let (id, token) = client.session.clone().expect("a session");
            match bot.nudge(id, &token).await {
                Ok(Looked::Answered(reply, _) | Looked::Unanswered(reply, _)) => reply.status.to_owned(),
                Ok(Looked::Idle) => "Idle".to_owned(),
                Err(stop) => stopped(stop),
            }
        };
        let calls = recorder.taken();
        let asked = calls.split(", ").filter(|call| !call.is_empty()).count();
        (format!("{calls}\n    -> {ended}, paid {} times", gateway.times_paid()), asked)
    }
}

fn stopped(stop: Stop) -> String {
    match stop {
        Stop::Closed(closed) => format!("{closed:?}"),
        Stop::Conflict => "Conflict".to_owned(),
        Stop::Undecided => "Undecided".to_owned(),
    }
}

const HOURS: jiff::SignedDuration = jiff::SignedDuration::from_hours(5);

#[tokio::test]
async fn a_turn_in_trouble_asks_the_world_in_the_order_of_its_snapshot() {
    let mut all = String::new();
    for story in STORIES {
        let (told, calls) = story.told(None).await;
        let _ = writeln!(all, "# {}\n{told}", story.name);
        for at in 0..calls {
            for trouble in [Trouble::Unheard, Trouble::Lost, Trouble::Overtaken("hello?"), Trouble::Overtaken("yes")] {
                let (told, _) = story.told(Some((at, trouble))).await;
                let _ = writeln!(all, "{told}");
            }
        }
        all += "\n";
    }
    kept(|| insta::assert_snapshot!("trouble", all));
}
