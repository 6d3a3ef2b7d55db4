//! A turn on one page: the order of all I/O, from top to bottom.
//!
//! ```text
//! a message  load, open the seal, read the order, step ... gateway ... word, seal, commit, reply
//! a yes      ... claim the order, count the attempt, open the intent, COMMIT, CHARGE, commit ...
//! ```
//!
//! A round that loses its commit reads the session again. If the gateway was asked already, the message is not stepped
//! again: only what the gateway said is. A turn that ends without a reply says no less than what may have happened.

use super::desk::{Desk, World};
use super::hand::Hand;
use super::keep::keep;
use super::outcome::{ChatError, Chatted, Closed, Deletion, Halt, Looked, Loss, Stop};
use super::payment::{self, Paying};
use super::replay::{answered, gone_keys, twin};
use super::request::{Authority, Given, Message};
use super::{Reply, words};
use crate::dialogue::{Bar, Delivery, Effect, Event, Verdict};
use crate::limits::{Admission, Tally, all, ticks};
use crate::session::{Record, Secret, SessionId};

/// Rounds that a turn may lose before it gives up.
const TRIES: u8 = 3;

/// The same, once the gateway was asked to move money.
const PATIENT_TRIES: u8 = 16;

/// A message in, a reply out.
///
/// # Errors
/// Why it was not answered. What was kept by then stays, and the next turn goes on from there.
pub async fn chat<W: World>(world: &W, message: &Message, given: Given<'_>) -> Result<Chatted, ChatError> {
    let desk = Desk { world, given };
    let mut rounds = Rounds::default();
    loop {
        match chat_once(&desk, message, &mut rounds).await {
            Ok(chatted) => return Ok(chatted),
            Err(halt) => rounds.after(&desk, halt).await?,
        }
    }
}

async fn chat_once<W: World>(
    desk: &Desk<'_, W>,
    message: &Message,
    rounds: &mut Rounds,
) -> Result<Chatted, Halt<ChatError>> {
    let mut hand = match &message.session {
        None => {
            if let Some(twin) = twin(desk, message).await? {
                return Ok(twin);
            }
            admit(desk, message).await?;
            Hand::begin(message, desk.given, rounds.lost)
        }
        Some(session) => {
            let record = load(desk, session).await?;
            authorise(&record, &message.token_hash)?;
            message.may_name_its_order(&record)?;
            if let Some(reply) = answered(message, &record)? {
                return Ok(Chatted::Replayed(reply));
            }
            let hand = take_up(desk, &record, rounds).await?;
            message.pays_the_same_as(hand.payment())?;
            hand
        }
    };
    if rounds.results.is_empty() {
        if let Some(bar) = bar(desk, &hand, message).await? {
            hand.step(&Event::ChargeBarred(bar));
        }
        hand.hear(&message.utterance, Delivery { answering: message.answering, rerun: rounds.lost > 0 });
    } else {
        hand.resume(&rounds.results);
    }
    let reply = carry_out(desk, &mut hand, Some(message), rounds).await?;
    Ok(Chatted::Reply(reply, hand.into_trail()))
}

/// The owner wants the session cancelled and purged.
///
/// # Errors
/// Why it was not; what was kept by then stays.
pub async fn delete<W: World>(
    world: &W,
    (session, token_hash): (&SessionId, &str),
    given: Given<'_>,
) -> Result<Deletion, Stop> {
    let desk = Desk { world, given };
    let mut rounds = Rounds::default();
    loop {
        match delete_once(&desk, (session, token_hash), &mut rounds).await {
            Ok(deletion) => return Ok(deletion),
            Err(halt) => rounds.after(&desk, halt).await?,
        }
    }
}

async fn delete_once<W: World>(
    desk: &Desk<'_, W>,
    (session, token_hash): (&SessionId, &str),
    rounds: &mut Rounds,
) -> Result<Deletion, Halt<Stop>> {
    let record = load(desk, session).await?;
    authorise(&record, token_hash)?;
    let mut hand = take_up(desk, &record, rounds).await?;
    if rounds.results.is_empty() {
        hand.step(&Event::Deleted);
    } else {
        hand.apply(&rounds.results);
    }
    carry_out(desk, &mut hand, None, rounds).await?;
    Ok(match (hand.purges, hand.charged()) {
        (false, _) => Deletion::Waiting,
        (true, None) => Deletion::Done,
        (true, Some((amount, intent))) => Deletion::Charged { amount, intent },
    })
}

/// Somebody says that it is time to look a payment up. What changes nothing is not written.
///
/// # Errors
/// Why it was not; what was kept by then stays.
pub async fn look<W: World>(
    world: &W,
    session: &SessionId,
    authority: &Authority,
    given: Given<'_>,
) -> Result<Looked, Stop> {
    let desk = Desk { world, given };
    let mut rounds = Rounds::default();
    loop {
        match look_once(&desk, (session, authority), &mut rounds).await {
            Ok(looked) => return Ok(looked),
            Err(halt) => rounds.after(&desk, halt).await?,
        }
    }
}

async fn look_once<W: World>(
    desk: &Desk<'_, W>,
    (session, authority): (&SessionId, &Authority),
    rounds: &mut Rounds,
) -> Result<Looked, Halt<Stop>> {
    let record = load(desk, session).await?;
    if let Authority::Owner(token_hash) = authority {
        authorise(&record, token_hash)?;
    }
    if !record.in_flight() {
        return Ok(Looked::Idle);
    }
    let mut hand = take_up(desk, &record, rounds).await?;
    if rounds.results.is_empty() {
        hand.only_looks();
        hand.step(&Event::Nudged);
    } else {
        hand.apply(&rounds.results);
    }
    let reply = carry_out(desk, &mut hand, None, rounds).await?;
    Ok(looked(reply, hand, rounds.results.last()))
}

/// One round: all that the session asks of the world, and what it says and keeps. What was counted as an attempt and is not
/// kept is owed back.
async fn carry_out<W: World, E: From<Closed>>(
    desk: &Desk<'_, W>,
    hand: &mut Hand<'_>,
    message: Option<&Message>,
    rounds: &mut Rounds,
) -> Result<Box<Reply>, Halt<E>> {
    // Once a later commit is kept, no earlier one can be: then nothing of it was sent.
    hand.owe_back(&std::mem::take(&mut rounds.unspent));
    let done = effects(desk, hand, message, &mut rounds.results).await;
    if let Err(halt) = &done {
        rounds.unspent = std::mem::take(&mut hand.owed.unspent);
        rounds.staged |= hand.owed.attempt.is_some() && halt.may_be_kept();
    }
    done
}

/// All that a step asked of the world, in its order; then what is to be said and kept.
async fn effects<W: World, E: From<Closed>>(
    desk: &Desk<'_, W>,
    hand: &mut Hand<'_>,
    message: Option<&Message>,
    results: &mut Vec<Event>,
) -> Result<Box<Reply>, Halt<E>> {
    let mut paying = Paying::default();
    let client = message.and_then(|message| message.client.as_ref());
    loop {
        while let Some(effect) = hand.next_effect() {
            let result = match effect {
                Effect::Say(act) => {
                    hand.say(act);
                    continue;
                }
                Effect::Purge => {
                    hand.purge();
                    continue;
                }
                Effect::Tokenise { revision, card } => payment::tokenise(desk, hand, client, (revision, card)).await?,
                Effect::OpenIntent { key, known, purpose } => {
                    paying.open(desk, hand, client, (key, known, purpose)).await?
                }
                Effect::Charge { confirmation, purpose, consent } => {
                    // The attempt and its key are kept before they are used, and with them the claim on the order.
                    hand.stage_attempt(&confirmation, paying.claim.take());
                    keep(desk, hand).await?;
                    paying.charge(desk, hand, confirmation, (purpose, &consent)).await?
                }
                Effect::LookUp(confirmation) => paying.look_up(desk, hand, confirmation).await?,
                Effect::CancelPayment(confirmation) => {
                    // The wish is kept before it is acted upon.
                    if hand.is_to_be_kept() {
                        keep(desk, hand).await?;
                    }
                    paying.cancel(desk, confirmation).await?
                }
            };
            hand.step(&result);
            results.push(result);
        }
        // What a verdict means for its order is kept with it; an order that cannot be paid any more bars the next card.
        let Some(barred) = payment::settle(desk, hand).await? else { break };
        hand.step(&barred);
        results.push(barred);
    }
    let reply = if hand.is_to_be_kept() {
        // A verdict is kept before it is worded: where money may have moved, in this round or before, no model is waited for.
        let moved = results.iter().any(|result| matches!(result, Event::Verdict { .. }));
        let words = words::words(desk, hand, !moved).await?;
        let reply = hand.reply(words, message.and_then(|message| message.idempotency_key.as_ref()));
        keep(desk, hand).await?;
        reply
    } else {
        hand.reply(words::Words::default(), None)
    };
    let ticks = std::mem::take(&mut hand.owed.ticks);
    if !ticks.is_empty() {
        desk.tally(ticks).await?;
    }
    Ok(Box::new(reply))
}

/// Whether a new session may begin.
async fn admit<W: World>(desk: &Desk<'_, W>, message: &Message) -> Result<(), ChatError> {
    let signed = message.payment.as_ref().and_then(|payment| payment.order.as_ref()).is_some_and(|order| !order.minted);
    // What a merchant signed for is bounded by its order: whatever others do, it may begin.
    let admission = (!signed).then(|| Admission::of(message.client.as_ref(), desk.given.now));
    let bounds = admission.as_ref().map(Admission::keys).unwrap_or_default();
    let first = bounds.len();
    let keys = [bounds, gone_keys(message)].concat();
    let counts = if keys.is_empty() { Vec::new() } else { desk.count(keys).await? };
    let (counts, gone) = counts.split_at(first.min(counts.len()));
    if gone.iter().any(|&count| count > 0) {
        return Err(ChatError::AnsweredAlready);
    }
    let Some(admission) = admission else { return Ok(()) };
    let everybody = desk.glance(all(desk.given.now)).await?;
    match admission.refuses(counts, &everybody, desk.given.policy) {
        Some((why, seconds)) => Err(ChatError::Refused(why, seconds)),
        None => Ok(()),
    }
}

async fn load<W: World>(desk: &Desk<'_, W>, session: &SessionId) -> Result<Box<Record>, Closed> {
    desk.load(session.clone()).await?.ok_or(Closed::NotFound)
}

fn authorise(record: &Record, token_hash: &str) -> Result<(), Closed> {
    if record.opens_with(token_hash) { Ok(()) } else { Err(Closed::Forbidden) }
}

/// The session of a record, its seal opened where it may be: what is past its time is never opened again.
async fn take_up<'a, W: World>(desk: &Desk<'a, W>, record: &Record, rounds: &Rounds) -> Result<Hand<'a>, Closed> {
    let fresh = record.sealed_until().is_none_or(|until| until > desk.given.now);
    let secret = match record.sealed().filter(|_| fresh) {
        Some(sealed) => desk.open(record, sealed).await?.and_then(|bytes| Secret::from_bytes(&bytes)),
        None => None,
    };
    Hand::restore(record, secret.as_ref(), desk.given, rounds.lost).map_err(|_| Closed::Unreadable)
}

/// Stop before asking for a card if the order can no longer be paid. One that another session holds may still be let
/// go, so that is told only at the yes. Where nothing else matters, only its time is looked at.
async fn bar<W: World>(desk: &Desk<'_, W>, hand: &Hand<'_>, message: &Message) -> Result<Option<Bar>, Closed> {
    let Some(order) = hand.order_to_be_paid() else { return Ok(None) };
    let known = if hand.order_matters(&message.utterance) { desk.order(order.clone()).await? } else { None };
    Ok(hand.bars(known.as_deref()).filter(|bar| *bar != Bar::OrderBusy))
}

fn looked(reply: Box<Reply>, hand: Hand<'_>, last: Option<&Event>) -> Looked {
    match last {
        Some(Event::Verdict { verdict: Verdict::Unknown, .. }) => Looked::Unanswered(reply, hand.into_trail()),
        Some(_) | None => Looked::Answered(reply, hand.into_trail()),
    }
}

/// What goes from one round to the next.
#[derive(Default)]
struct Rounds {
    /// Rounds that were lost.
    lost: u8,
    /// What came back that the session has to know: stepped again when a commit is lost. The message then is not.
    results: Vec<Event>,
    /// Whether an attempt to charge may have been kept without our knowing: whoever looks for it later sends it.
    staged: bool,
    /// What a lost round counted as an attempt, and never sent: to be given back.
    unspent: Vec<String>,
}

impl Rounds {
    /// What comes after a round that was lost or cannot be: another one, or the end of the turn.
    ///
    /// A message is tried three times. Once the gateway was asked to move money, what it said is tried to be kept as long as
    /// there is time: it is only applied, and whoever asked is told no less than what may have happened.
    async fn after<W: World, E: From<Stop>>(&mut self, desk: &Desk<'_, W>, halt: Halt<E>) -> Result<(), E> {
        let end = match halt {
            Halt::Ended(error) => Some(error),
            Halt::Lost(loss) => {
                if matches!(loss, Loss::OrderTaken) {
                    // Nothing was sent, and the yes was to what can no longer be had at once.
                    self.results = vec![Event::ChargeBarred(Bar::OrderBusy)];
                }
                self.lost = self.lost.saturating_add(1);
                self.ends(desk, loss).await.map(E::from)
            }
        };
        let Some(end) = end else { return Ok(()) };
        // A failure of ours is no attempt of the customer's; but what may be kept may be sent later.
        if !self.unspent.is_empty() && !self.staged {
            let back = ticks(&std::mem::take(&mut self.unspent), Tally::ATTEMPT.back(), desk.given.now);
            let _ = desk.tally(back).await;
        }
        Err(end)
    }

    async fn ends<W: World>(&self, desk: &Desk<'_, W>, loss: Loss) -> Option<Stop> {
        let moves = |event: &Event| matches!(event, Event::Verdict { .. });
        if self.results.iter().any(moves) {
            let goes_on = self.lost < PATIENT_TRIES && desk.pause(self.lost).await;
            return (!goes_on).then_some(Stop::Undecided);
        }
        let end = match loss {
            Loss::Unreachable => Some(Stop::Closed(Closed::Unavailable)),
            Loss::Vanished => (self.lost >= TRIES).then_some(Stop::Closed(Closed::Unavailable)),
            Loss::Overtaken | Loss::OrderTaken => (self.lost >= TRIES).then_some(Stop::Conflict),
        };
        end.map(|end| if self.staged { Stop::Undecided } else { end })
    }
}
