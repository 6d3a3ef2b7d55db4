//! The world in production: carries out what a turn asks for, and decides nothing.

use std::sync::Arc;
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use zeroize::Zeroizing;

use super::asked::Read;
use super::delivery::DeliveryKey;
use super::desk::{Back, Io, World};
use super::outcome::{ChatError, Chatted, Closed, Deletion, Looked, Stop};
use super::page;
use super::request::{Authority, Given, Message, hash_token};
use super::running::{Now, Running};
use crate::dialogue::{Language, Payment, Policy};
use crate::language::Utterance;
use crate::limits::{ClientKey, Tick};
use crate::ports::{
    Clock, CommitError, Counts, Framer, Gateway, Ledger, Place, Sessions, StoreError, Vault, VaultError,
};
use crate::session::{RECORD_VERSION, Record, SessionId, TrailEntry};

/// How long to wait before what the gateway said is tried to be kept again: this, and twice as long each time.
const PAUSE: Duration = Duration::from_millis(25);

/// But never longer.
const LONGEST_PAUSE: Duration = Duration::from_secs(1);

/// How long a turn goes on with that: pages wait a quarter of a minute.
const PATIENCE: SignedDuration = SignedDuration::from_secs(12);

/// A session that lives at least so long is there as long as its first message could begin it again.
const BEGUN: SignedDuration = SignedDuration::from_mins(20);

/// The gateway is given so long to answer whoever asks for its health, and is asked so often at most: anybody may.
const GATEWAY: Duration = Duration::from_secs(1);
const ASKED_EVERY: SignedDuration = SignedDuration::from_secs(10);

/// What everybody did is read so often, where what this turn does is not in it.
const GLANCED_EVERY: SignedDuration = SignedDuration::from_secs(5);

/// Everything a turn needs of the world, built once.
#[derive(Clone)]
pub struct Bot {
    /// Where sessions are kept.
    pub sessions: Arc<dyn Sessions>,
    /// What outlives them.
    pub ledger: Arc<dyn Ledger>,
    /// What bounds abuse.
    pub counts: Arc<dyn Counts>,
    /// What seals card data.
    pub vault: Arc<dyn Vault>,
    /// The payment processor.
    pub gateway: Arc<dyn Gateway>,
    /// What opens replies with a courtesy.
    pub framer: Arc<dyn Framer>,
    /// Time and chance.
    pub clock: Arc<dyn Clock>,
    /// The operator's limits and choices.
    pub policy: Arc<Policy>,
    /// How it speaks, and what runs now.
    pub running: Arc<Running>,
    /// What every new session is to pay.
    pub payment: Option<Payment>,
}

/// One message, as a client sends it.
pub struct Turn {
    /// The session and its token; `None` starts one.
    pub session: Option<(SessionId, Zeroizing<String>)>,
    /// What was written.
    pub message: Utterance,
    /// The language that a new session is to begin in.
    pub language: Option<Language>,
    /// The turn that the message answers.
    pub answering: Option<u32>,
    /// The client's key for this delivery.
    pub idempotency_key: Option<DeliveryKey>,
    /// The merchant's order, checked; only a new session takes it.
    pub order: Option<Payment>,
    /// Where the customer is.
    pub client: Option<ClientKey>,
}

impl Bot {
    /// One turn. The reply to the first message of a session carries the session's token.
    ///
    /// # Errors
    /// Why the message was not answered.
    pub async fn chat(&self, turn: Turn) -> Result<Chatted, ChatError> {
        let delivery = turn.idempotency_key.map(|delivery| self.delivered(delivery, turn.session.is_none()));
        let begins = delivery.as_ref().and_then(DeliveryKey::begins);
        let (session, token, fresh_token) = match turn.session {
            Some((session, token)) => (Some(session), token, false),
            None => (None, begins.map_or_else(|| self.new_token(), |begins| begins.token.clone()), true),
        };
        let message = Message {
            session,
            token_hash: hash_token(&token),
            utterance: turn.message,
            answering: turn.answering,
            language: turn.language,
            idempotency_key: delivery,
            order: turn.order.as_ref().and_then(|payment| payment.order.as_ref()).map(|order| order.id.clone()),
            payment: turn.order.or_else(|| self.payment.clone()),
            client: turn.client,
        };
        let running = self.running.now();
        let given = self.given(&running);
        let mut chatted = page::chat(&self.at(given.now), &message, given).await?;
        if let Chatted::Reply(reply, trail) = &mut chatted {
            reply.session_token = fresh_token.then(|| token.to_string());
            self.told(trail, &running);
        }
        Ok(chatted)
    }

    /// Cancels and purges a session.
    ///
    /// # Errors
    /// Why it was not; what was kept by then stays.
    pub async fn delete(&self, session: SessionId, token: &str) -> Result<Deletion, Stop> {
        let running = self.running.now();
        let given = self.given(&running);
        page::delete(&self.at(given.now), (&session, &hash_token(token)), given).await
    }

    /// Looks a payment up because its owner says that it is time to.
    ///
    /// # Errors
    /// Why it was not; what was kept by then stays.
    pub async fn nudge(&self, session: SessionId, token: &str) -> Result<Looked, Stop> {
        self.look_up_in(session, &Authority::Owner(hash_token(token))).await
    }

    pub(super) async fn look_up_in(&self, session: SessionId, authority: &Authority) -> Result<Looked, Stop> {
        let running = self.running.now();
        let given = self.given(&running);
        page::look(&self.at(given.now), &session, authority, given).await
    }

    /// The record of a session, for its owner; reads only.
    ///
    /// # Errors
    /// Why it cannot be seen.
    pub async fn record(&self, session: &SessionId, token: &str) -> Result<Record, Closed> {
        let loaded = self.sessions.load(session, self.clock.now()).await;
        let record = loaded.map_err(|error| self.unavailable(&error))?.ok_or(Closed::NotFound)?;
        if !record.opens_with(&hash_token(token)) {
            return Err(Closed::Forbidden);
        }
        if record.record_version() > RECORD_VERSION { Err(Closed::Unreadable) } else { Ok(record) }
    }

    /// What a session without an order is charged, where it is.
    #[must_use]
    pub fn charged(&self) -> Option<&Payment> {
        self.payment.as_ref().filter(|_| self.policy.charge)
    }

    /// Time and chance for one turn.
    fn given<'a>(&'a self, running: &'a Now) -> Given<'a> {
        let mut chance = [0; 32];
        self.clock.fill(&mut chance);
        let (fresh, new_session) = chance.split_at(16);
        Given {
            now: self.clock.now(),
            fresh: u128::from_be_bytes(fresh.try_into().unwrap_or_default()),
            new_session: new_session.try_into().unwrap_or_default(),
            policy: &self.policy,
            voice: &running.voice,
            digests: &running.digests,
        }
    }

    /// What the customer reads now, by id, for whoever looks a sentence up.
    fn told(&self, trail: &[TrailEntry], running: &Now) {
        let Some(entry) = trail.last() else { return };
        tracing::info!(metric = "said", session = entry.session.as_str(), turn = entry.turn, said = ?entry.said, "replied");
        self.framer.said(&entry.said, &running.voice);
    }

    /// Whether the gateway answers. Callers at the same time share one question, and its answer is kept for ten seconds.
    pub(super) async fn gateway_answers(&self) -> bool {
        let mut known = self.running.gateway.0.lock().await;
        let now = self.clock.now();
        if let Some((at, answered)) = *known
            && now.duration_since(at).abs() < ASKED_EVERY
        {
            return answered;
        }
        let answered = tokio::time::timeout(GATEWAY, self.gateway.answers()).await.unwrap_or(false);
        *known = Some((now, answered));
        answered
    }

    /// The world of a turn that began at `now`.
    const fn at(&self, now: Timestamp) -> At<'_> {
        At { bot: self, now }
    }

    /// Does one thing that a turn asks for.
    pub async fn perform(&self, io: Io, now: Timestamp) -> Back {
        match io {
            Io::Load(id) => match self.sessions.load(&id, now).await {
                Ok(record) => Back::Loaded(record.map(Box::new)),
                Err(error) => self.unstored(&error),
            },
            Io::Open { session, version, sealed } => {
                match self.vault.open(&Place { session, version }, now, &sealed).await {
                    Ok(opened) => Back::Opened(Some(opened)),
                    Err(VaultError::Broken) => Back::Opened(None),
                    Err(error @ VaultError::Down(_)) => failed(&error),
                }
            }
            Io::Seal { session, version, until, secret } => {
                match self.vault.seal(&Place { session, version }, until, &secret).await {
                    Ok(sealed) => Back::Sealed(sealed),
                    Err(error) => failed(&error),
                }
            }
            Io::Commit(commit) => {
                let came = self.sessions.commit(*commit).await;
                self.running.writes.note(&came, self.clock.now());
                match came {
                    Ok(()) => Back::Committed,
                    Err(CommitError::Conflict) => Back::Conflict,
                    Err(CommitError::OrderConflict) => Back::OrderConflict,
                    Err(CommitError::Store(error)) => failed(&error),
                }
            }
            Io::Order(id) => match self.sessions.order(&id).await {
                Ok(order) => Back::Order(order.map(Box::new)),
                Err(error) => self.unstored(&error),
            },
            Io::Count(keys) => self.counted(self.counts.read(&keys, now).await),
            Io::Glance(keys) => self.glance(keys, now).await,
            Io::Reserve(ticks) => self.reserve(&ticks, now).await,
            Io::Tally(ticks) => {
                for tick in &ticks {
                    self.tick(tick, now).await;
                }
                Back::Tallied
            }
            Io::Tokenise { card, key } => Back::Tokenised(self.gateway.tokenise(&card, &key).await),
            Io::OpenIntent { purpose, key } => Back::Intent(self.gateway.open_intent(&purpose, &key).await),
            Io::Charge { confirmation, purpose } => Back::Verdict(self.gateway.charge(&confirmation, &purpose).await),
            Io::LookUp(confirmation) => Back::Verdict(self.gateway.look_up(&confirmation).await),
            Io::Cancel(confirmation) => Back::Verdict(self.gateway.cancel(&confirmation).await),
            Io::Pause(lost) => {
                tokio::time::sleep(PAUSE.saturating_mul(1 << lost.min(6)).min(LONGEST_PAUSE)).await;
                Back::Paused(self.clock.now().duration_since(now) < PATIENCE)
            }
            Io::Frame(moment) => Back::Framed(self.framer.frames(moment).await),
        }
    }

    /// What these counts are, or were up to five seconds ago.
    async fn glance(&self, keys: Vec<String>, now: Timestamp) -> Back {
        let known = |read: &Read| read.keys == keys && now.duration_since(read.at).abs() < GLANCED_EVERY;
        if let Some(read) = self.running.glanced.0.lock().await.as_ref().filter(|read| known(read)) {
            return Back::Counted(read.counts.clone());
        }
        // Not under the lock: while the store is slow, nobody waits for anybody else's read.
        match self.counts.read(&keys, now).await {
            Ok(counts) => {
                *self.running.glanced.0.lock().await = Some(Read { at: now, keys, counts: counts.clone() });
                Back::Counted(counts)
            }
            Err(error) => self.unstored(&error),
        }
    }

    /// Changes all of these counts at once. Where one cannot be changed nothing is sent, so nothing was tried: our own fault is
    /// no failed attempt of the customer's.
    async fn reserve(&self, ticks: &[Tick], now: Timestamp) -> Back {
        let adding = ticks.iter().map(|Tick { key, by, until }| self.counts.add(key, *by, now, *until));
        let added = futures_util::future::join_all(adding).await;
        if let Some(error) = added.iter().find_map(|added| added.as_ref().err()) {
            for (Tick { key, by, until }, _) in ticks.iter().zip(&added).filter(|(_, added)| added.is_ok()) {
                self.tick(&Tick { key: key.clone(), by: -by, until: *until }, now).await;
            }
            return self.unstored(error);
        }
        Back::Counted(added.into_iter().filter_map(Result::ok).collect())
    }

    /// Changes one count. What is kept is kept: a count that isn't taken back is only strict, and a lost tick of the breaker is one
    /// of many. The log says so.
    async fn tick(&self, Tick { key, by, until }: &Tick, now: Timestamp) {
        if let Err(error) = self.counts.add(key, *by, now, *until).await {
            tracing::warn!(%error, metric = "count_lost", "a count could not be changed");
        }
    }

    fn counted(&self, counts: Result<Vec<i64>, StoreError>) -> Back {
        counts.map_or_else(|error| self.unstored(&error), Back::Counted)
    }

    /// The store gave no answer. Where nothing can be read, nothing is tried to be written: health has to know of it, too.
    fn unstored(&self, error: &StoreError) -> Back {
        self.running.writes.failed(self.clock.now());
        failed(error)
    }

    /// The same, where no turn is under way.
    pub(super) fn unavailable(&self, error: &StoreError) -> Closed {
        self.unstored(error);
        Closed::Unavailable
    }

    /// A delivery, which begins a session under its own key where that can be found again: not one that may be over before its
    /// first message could come twice.
    fn delivered(&self, delivery: DeliveryKey, begins: bool) -> DeliveryKey {
        if begins && self.policy.session >= BEGUN { delivery } else { delivery.beginning(Vec::new()) }
    }

    /// 256 random bits, as the customer's client keeps them.
    fn new_token(&self) -> Zeroizing<String> {
        let mut bytes = Zeroizing::new([0; 32]);
        self.clock.fill(&mut *bytes);
        Zeroizing::new(hex::encode(bytes.as_slice()))
    }
}

/// The ports, in a turn that began at one moment.
struct At<'a> {
    bot: &'a Bot,
    now: Timestamp,
}

impl World for At<'_> {
    fn answer(&self, io: Io) -> impl Future<Output = Back> + Send {
        self.bot.perform(io, self.now)
    }
}

/// Said in the log, by the adapter's own words, which hold no value of a customer.
fn failed(error: &dyn std::error::Error) -> Back {
    tracing::error!(%error, "a turn had to stop");
    Back::Failed
}
