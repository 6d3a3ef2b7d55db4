//! A turn asked step by step, by whoever brings their own I/O: what it wants next, given what came back.
//!
//! There is no second plan here. The page itself is polled, in a world that hands each question out and waits for the
//! answer; no runtime is needed for that.

use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, Waker};

use super::delivery::DeliveryKey;
use super::desk::{Back, Io, World};
use super::outcome::{ChatError, Chatted, Deletion, Looked, Stop};
use super::page;
use super::request::{Authority, Given, Message};
use crate::dialogue::{Language, OrderId, Payment};
use crate::language::Utterance;
use crate::limits::ClientKey;
use crate::session::SessionId;

/// What is asked of a session.
#[derive(Debug)]
pub enum Said {
    /// A message of the customer.
    Message {
        /// What was written.
        utterance: Utterance,
        /// The turn that it answers, when the client says so.
        answering: Option<u32>,
    },
    /// The owner wants the session cancelled and purged.
    Delete,
    /// Somebody says that it is time to look a payment up.
    Nudge,
}

/// One request of any kind.
#[derive(Debug)]
pub struct Request {
    /// The session; `None` starts one, with a message.
    pub session: Option<SessionId>,
    /// Who asks.
    pub authority: Authority,
    /// The language that the client asked for; only a new session takes it.
    pub language: Option<Language>,
    /// The client's key for this delivery.
    pub idempotency_key: Option<DeliveryKey>,
    /// What is asked.
    pub said: Said,
    /// What a new session is to pay.
    pub payment: Option<Payment>,
    /// The order that came with this message.
    pub order: Option<OrderId>,
    /// Where the customer is, under a keyed hash.
    pub client: Option<ClientKey>,
}

/// How a request ended.
#[derive(Debug)]
pub enum Outcome {
    /// A message.
    Chatted(Result<Chatted, ChatError>),
    /// A deletion.
    Deleted(Result<Deletion, Stop>),
    /// A look.
    Looked(Result<Looked, Stop>),
}

/// What to do next.
#[derive(Debug)]
pub enum Next {
    /// This; then come back with the answer.
    Do(Io),
    /// Nothing: the turn has ended.
    Done(Outcome),
}

/// A turn under way.
pub struct Plan<'a> {
    page: Pin<Box<dyn Future<Output = Outcome> + Send + 'a>>,
    relay: Arc<Relay>,
}

impl fmt::Debug for Plan<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Plan(…)")
    }
}

impl<'a> Plan<'a> {
    /// The plan of a turn, and its first step.
    #[must_use]
    pub fn begin(request: Request, given: Given<'a>) -> (Self, Next) {
        let relay = Arc::new(Relay::default());
        let world = relay.clone();
        let page = Box::pin(async move { turn(&*world, request, given).await });
        let mut plan = Self { page, relay };
        let first = plan.poll();
        (plan, first)
    }

    /// What to do after `back` came back.
    ///
    /// # Panics
    /// When the turn had ended already.
    #[must_use]
    pub fn next(&mut self, back: Back) -> Next {
        *lock(&self.relay.back) = Some(back);
        self.poll()
    }

    fn poll(&mut self) -> Next {
        match self.page.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(outcome) => Next::Done(outcome),
            Poll::Pending => Next::Do(lock(&self.relay.io).take().expect("a page waits only for an answer")),
        }
    }
}

async fn turn(world: &impl World, request: Request, given: Given<'_>) -> Outcome {
    let Request { session, authority, language, idempotency_key, said, payment, order, client } = request;
    let token_hash = match &authority {
        Authority::Owner(token_hash) => token_hash.clone(),
        // The ledger writes no messages and deletes nothing: an empty hash opens no session.
        Authority::Ledger => String::new(),
    };
    match (said, session) {
        (Said::Message { utterance, answering }, session) => {
            let message = Message {
                session,
                token_hash,
                utterance,
                answering,
                language,
                idempotency_key,
                payment,
                order,
                client,
            };
            Outcome::Chatted(page::chat(world, &message, given).await)
        }
        (Said::Delete, Some(session)) => Outcome::Deleted(page::delete(world, (&session, &token_hash), given).await),
        (Said::Nudge, Some(session)) => Outcome::Looked(page::look(world, &session, &authority, given).await),
        (Said::Delete, None) => Outcome::Deleted(Err(Stop::Closed(super::Closed::NotFound))),
        (Said::Nudge, None) => Outcome::Looked(Err(Stop::Closed(super::Closed::NotFound))),
    }
}

/// Hands one question out at a time, and waits for its answer.
#[derive(Default)]
struct Relay {
    io: Mutex<Option<Io>>,
    back: Mutex<Option<Back>>,
}

impl World for Relay {
    async fn answer(&self, io: Io) -> Back {
        *lock(&self.io) = Some(io);
        poll_fn(|_| lock(&self.back).take().map_or(Poll::Pending, Poll::Ready)).await
    }
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
