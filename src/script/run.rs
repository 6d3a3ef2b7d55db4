//! Plays a script against the real turn, the real sandbox, and a store and a vault of its own.

use std::sync::Arc;

use jiff::Timestamp;
use zeroize::Zeroizing;

use super::parse::{Limit, Line, Script};
use super::transcript::Transcript;
use super::world::{ScriptClock, ScriptSessions, ScriptVault};
use crate::adapters::{Fault, NoModel, Sandbox};
use crate::dialogue::{DeclineDetail, Language, Order, Payment, Policy};
use crate::language::{Listening, Understood, Utterance, redact_told, understand};
use crate::ports::{Clock as _, Sessions as _};
use crate::session::{Digests, NextAction, Record, Secret, SessionId};
use crate::turn::{Bot, ChatError, Chatted, DeliveryKey, Now, Running, Turn};
use crate::wording::Voice;

/// Plays `script` from its first line to its last, and writes down what came of it.
///
/// # Errors
/// A directive that comes where it cannot, or names a gateway fault that there is not.
pub async fn play(script: &Script) -> Result<String, String> {
    play_over(script, |bot| bot).await
}

/// Plays `script` with what `over` makes of its bot: a test may put ports of its own around the script's.
///
/// # Errors
/// As [`play`].
pub async fn play_over(script: &Script, over: impl FnOnce(Bot) -> Bot) -> Result<String, String> {
    let mut player = Player::new(script)?;
    player.bot = over(player.bot);
    for line in &script.lines {
        player.line(line).await?;
    }
    Ok(player.transcript.finish())
}

struct Player {
    bot: Bot,
    clock: Arc<ScriptClock>,
    sessions: Arc<ScriptSessions>,
    vault: Arc<ScriptVault>,
    gateway: Arc<Sandbox>,
    language: Option<Language>,
    session: Option<(SessionId, Zeroizing<String>)>,
    answering: Option<u32>,
    twice: bool,
    messages: u32,
    transcript: Transcript,
}

/// The world that a script is played in, as its directives set it up.
struct Setting {
    policy: Policy,
    payment: Option<Payment>,
    now: Timestamp,
    language: Option<Language>,
}

impl Setting {
    /// The directives that make the world; those that act come later.
    fn of(script: &Script) -> Result<Self, String> {
        let mut policy = Policy::default();
        let mut payment: Option<Payment> = None;
        let mut now: Timestamp = "2026-11-22T12:00:00Z".parse().map_err(|error| format!("{error}"))?;
        let mut language = None;
        let (mut payee, mut description, mut order) = (None, None, None);
        for line in &script.lines {
            match line {
                Line::Language(spoken) => language = Some(*spoken),
                Line::Today(date) => now = noon(*date)?,
                Line::Amount(amount) => {
                    payment = Some(Payment { amount: *amount, payee: None, description: None, order: None });
                }
                Line::Payee(text) => payee = Some(text.clone()),
                Line::Description(text) => description = Some(text.clone()),
                Line::Order(id, time) => order = Some((id.clone(), *time)),
                Line::Keep => policy.keep = true,
                Line::PlainDeclines => policy.decline_detail = DeclineDetail::Plain,
                Line::Brands(brands) => policy.accepted = *brands,
                Line::Limit(limit, number) => set(&mut policy, *limit, *number),
                Line::Say(_)
                | Line::Wait(_)
                | Line::Gateway(_)
                | Line::Answering(_)
                | Line::Twice
                | Line::SealBroken
                | Line::StoreDown
                | Line::RulesChanged
                | Line::Nudge
                | Line::Elsewhere(_)
                | Line::Delete => {}
            }
        }
        if let Some(payment) = &mut payment {
            payment.payee = payee;
            payment.description = description;
            payment.order = order.map(|(id, time)| Order { id, expires: now + time, minted: false });
        }
        Ok(Self { policy, payment, now, language })
    }
}

/// A service that says every sentence as the catalog has it, so that what a script shows is what was written.
fn running(rules: &str) -> Now {
    let digests = Digests { machine: "machine".to_owned(), rules: rules.to_owned() };
    Now { voice: Voice::catalog(), digests }
}

/// The noon of a day, by the clock of Greenwich.
fn noon(date: jiff::civil::Date) -> Result<Timestamp, String> {
    let noon = date.at(12, 0, 0, 0).to_zoned(jiff::tz::TimeZone::UTC);
    Ok(noon.map_err(|error| format!("@today: {error}"))?.timestamp())
}

impl Player {
    fn new(script: &Script) -> Result<Self, String> {
        let Setting { policy, payment, now, language } = Setting::of(script)?;
        let clock = Arc::new(ScriptClock::at(now));
        let sessions = Arc::new(ScriptSessions::default());
        let vault = Arc::new(ScriptVault::new(clock.clone()));
        let gateway = Arc::new(Sandbox::new(None));
        let bot = Bot {
            sessions: sessions.clone(),
            ledger: sessions.kept.clone(),
            counts: sessions.kept.clone(),
            vault: vault.clone(),
            gateway: gateway.clone(),
            framer: Arc::new(NoModel),
            clock: clock.clone(),
            policy: Arc::new(policy),
            running: Arc::new(Running::new(running("rules"))),
            payment,
        };
        Ok(Self {
            bot,
            clock,
            sessions,
            vault,
            gateway,
            language,
            session: None,
            answering: None,
            twice: false,
            messages: 0,
            transcript: Transcript::new(&script.title),
        })
    }

    async fn line(&mut self, line: &Line) -> Result<(), String> {
        match line {
            Line::Say(text) => self.say(text).await,
            Line::Wait(time) => {
                self.clock.wind(*time);
                self.transcript.aside(&format!("{time:#} pass"));
            }
            Line::Gateway(fault) => {
                let force = Fault::named(fault).ok_or_else(|| {
                    format!("no such gateway fault: {fault}; known are: {}", Fault::names().join(", "))
                })?;
                self.gateway.force(force);
                self.transcript.aside(&format!("gateway: {fault}"));
            }
            Line::Answering(turn) => self.answering = Some(*turn),
            Line::Twice => self.twice = true,
            Line::SealBroken => {
                self.vault.break_next();
                self.transcript.aside("what is sealed will not open");
            }
            Line::StoreDown => {
                self.sessions.set_down(true);
                self.transcript.aside("the store is down for one message");
            }
            Line::RulesChanged => {
                self.bot.running.replace(running("other rules"));
                self.transcript.aside("the service is another one from here on");
            }
            Line::Elsewhere(card) => self.elsewhere(card).await?,
            Line::Nudge => self.nudge().await?,
            Line::Delete => self.delete().await?,
            Line::Language(_)
            | Line::Today(_)
            | Line::Amount(_)
            | Line::Payee(_)
            | Line::Description(_)
            | Line::Order(..)
            | Line::Keep
            | Line::PlainDeclines
            | Line::Brands(_)
            | Line::Limit(..) => {}
        }
        Ok(())
    }

    async fn say(&mut self, text: &str) {
        self.messages += 1;
        let masked = self.masked(text).await;
        self.transcript.customer(&masked);
        let answering = self.answering.take();
        let deliveries = if std::mem::take(&mut self.twice) { 2 } else { 1 };
        for _ in 0..deliveries {
            let chatted = self
                .bot
                .chat(Turn {
                    session: self.session.clone(),
                    message: Utterance::new(text.to_owned()),
                    language: self.language,
                    answering,
                    idempotency_key: Some(DeliveryKey::new(format!("message-{}", self.messages), String::new())),
                    order: self.order(),
                    client: None,
                })
                .await;
            self.sessions.set_down(false);
            self.remember(&chatted);
            let record = self.record().await;
            self.transcript.chatted(&chatted, record.as_ref());
        }
    }

    /// The order comes with the message that starts a session.
    fn order(&self) -> Option<Payment> {
        self.bot.payment.clone().filter(|payment| payment.order.is_some() && self.session.is_none())
    }

    /// Another customer pays the same order with this card, as far as the gateway lets them.
    async fn elsewhere(&mut self, card: &str) -> Result<(), String> {
        self.transcript.aside("in another conversation a card is offered for the same order");
        let mut session = None;
        for text in ["Richard Roe", card, "12/30", "123", "yes"] {
            let order = self.bot.payment.clone().filter(|_| session.is_none());
            let message = Utterance::new(text.to_owned());
            let turn = Turn {
                session: session.clone(),
                message,
                language: None,
                answering: None,
                idempotency_key: None,
                order,
                client: None,
            };
            let Ok(Chatted::Reply(reply, _)) = self.bot.chat(turn).await else {
                return Err("@elsewhere: the other conversation got no reply".to_owned());
            };
            if let Some(token) = &reply.session_token {
                session = Some((reply.session_id.clone(), Zeroizing::new(token.clone())));
            }
        }
        Ok(())
    }

    async fn nudge(&mut self) -> Result<(), String> {
        let (session, token) = self.session.clone().ok_or("@nudge needs a session: say something first")?;
        self.transcript.aside("somebody says that it is time to look");
        let looked = self.bot.nudge(session, &token).await;
        let record = self.record().await;
        self.transcript.looked(&looked, record.as_ref());
        Ok(())
    }

    async fn delete(&mut self) -> Result<(), String> {
        let (session, token) = self.session.clone().ok_or("@delete needs a session: say something first")?;
        self.transcript.aside("the owner deletes the session");
        let deletion = self.bot.delete(session, &token).await;
        let record = self.record().await;
        self.transcript.deleted(&deletion, record.as_ref());
        Ok(())
    }

    /// A client keeps the token of its session, and begins anew when it is told to.
    fn remember(&mut self, chatted: &Result<Chatted, ChatError>) {
        if let Ok(Chatted::Reply(reply, _)) = chatted {
            if let Some(token) = &reply.session_token {
                self.session = Some((reply.session_id.clone(), Zeroizing::new(token.clone())));
            }
            if reply.next.action == Some(NextAction::NewSession) {
                self.session = None;
            }
        }
    }

    async fn record(&self) -> Option<Record> {
        let (id, _) = self.session.as_ref()?;
        self.sessions.load(id, self.clock.now()).await.ok().flatten()
    }

    /// The message as a transcript may show it: without the digits of numbers and codes.
    async fn masked(&self, text: &str) -> String {
        let listening = match self.stored().await {
            Some(session) => Listening::to(&session),
            None => Listening::to(&crate::dialogue::Session::begin(self.language.unwrap_or_default(), None, 0)),
        };
        let Understood { spans, .. } = understand(&Utterance::new(text.to_owned()), &listening);
        redact_told(text, &spans)
    }

    async fn stored(&self) -> Option<crate::dialogue::Session> {
        let record = self.record().await?;
        let place = crate::ports::Place { session: record.session_id().clone(), version: record.version() };
        let secret = match record.sealed() {
            Some(sealed) => self.vault.peek(&place, self.clock.now(), sealed).await,
            None => None,
        };
        let secret = secret.and_then(|bytes| Secret::from_bytes(&bytes));
        record.restore(secret.as_ref()).or_else(|_| record.restore_without_card()).ok().map(|stored| stored.session)
    }
}

fn set(policy: &mut Policy, limit: Limit, number: u8) {
    match limit {
        Limit::Invalid => policy.invalid_answers = number,
        Limit::Stale => policy.stale_turns = number,
        Limit::Turns => policy.turns = u32::from(number),
        Limit::Corrections => policy.corrections = number,
        Limit::Attempts => policy.attempts = number,
        Limit::Cards => policy.cards = number,
    }
}
