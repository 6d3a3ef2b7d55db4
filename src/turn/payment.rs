//! What a turn asks of the gateway, and of the order and the counts around it.

use super::desk::{Desk, World};
use super::hand::Hand;
use super::outcome::Closed;
use super::request::Given;
use crate::dialogue::{
    Bar, Confirmation, Consent, Decline, Event, FullCard, IntentId, Opened, Purpose, Shown, Tokenised, Verdict,
};
use crate::limits::{Bounds, ClientKey, Judged, Tally, all, paid_keys, rests, same_payment, ticks};
use crate::session::{OrderRecord, OrderWrite};

/// After so many verdicts in one turn, `NotReached` counts as `Unknown`: the attempt is not sent again.
const GATEWAY_CALLS: u8 = 4;

/// What a turn knows of the payment that it makes.
#[derive(Default)]
pub(super) struct Paying {
    /// The order as it is once this session's claim is kept.
    pub claim: Option<OrderRecord>,
    /// How often the gateway was asked for a verdict.
    calls: u8,
}

/// Turns the card into a token, under a key of this turn alone. Moves no money.
pub async fn tokenise<W: World>(
    desk: &Desk<'_, W>,
    hand: &mut Hand<'_>,
    client: Option<&ClientKey>,
    (revision, card): (u32, Box<FullCard>),
) -> Result<Event, Closed> {
    let bounds = bounds(desk, hand, client);
    let keys = bounds.keys();
    let counts = reserve(desk, &bounds, Tally::TOKEN).await?;
    if let Some(bar) = judge(desk, &bounds, Tally::TOKEN, &counts).await? {
        hand.owed.ticks.extend(ticks(&keys, Tally::TOKEN.back(), desk.given.now));
        return Ok(Event::ChargeBarred(bar));
    }
    hand.counted_token(keys);
    let shown = Shown {
        brand: card.number.brand(),
        last_four: card.number.last_four(),
        month: card.expiry.month(),
        year: card.expiry.year(),
    };
    let key = format!("tk_{:032x}", desk.given.fresh);
    let came = desk.tokenise(card, key).await?;
    if matches!(came, Tokenised::Misconfigured | Tokenised::Unknown) {
        // Nobody's card was tried.
        let counted = std::mem::take(&mut hand.header.counted.token);
        hand.owed.ticks.extend(ticks(&counted, Tally::TOKEN.back(), desk.given.now));
    }
    Ok(match came {
        Tokenised::Token { token, fingerprint } => Event::Tokenised { revision, token, fingerprint, shown },
        Tokenised::Refused(decline) => Event::TokeniseRefused { revision, decline },
        Tokenised::Misconfigured => Event::GatewayMisconfigured,
        Tokenised::Unknown => Event::TokeniseFailed { revision },
    })
}

/// What a verdict means for its order is written with it. Says why no other card could pay the order, if none could.
pub async fn settle<W: World>(desk: &Desk<'_, W>, hand: &mut Hand<'_>) -> Result<Option<Event>, Closed> {
    let Some((order, attempt, verdict)) = hand.owed.ended.take() else { return Ok(None) };
    let known = match hand.owed.claimed.take().filter(|claimed| claimed.order == order) {
        Some(claimed) => Some(claimed),
        None => desk.order(order).await?,
    };
    let settled = known.and_then(|known| known.settled(&attempt, &verdict));
    let bar = hand.order_to_be_paid().and_then(|_| hand.bars(settled.as_ref()));
    hand.owed.order = settled.map(OrderWrite::of);
    Ok(bar.map(Event::ChargeBarred))
}

impl Paying {
    /// Opens the intent, unconfirmed, unless one exists already: first the order must be free, then where it comes from, and
    /// all together, within bounds.
    pub async fn open<W: World>(
        &mut self,
        desk: &Desk<'_, W>,
        hand: &mut Hand<'_>,
        client: Option<&ClientKey>,
        (key, known, purpose): (String, Option<IntentId>, Purpose),
    ) -> Result<Event, Closed> {
        if let (Some(order), Purpose::Payment(_)) = (hand.session.memory.order(), &purpose) {
            let known = desk.order(order.id.clone()).await?;
            match hand.claim_on(known.as_deref()) {
                Some(Ok(claim)) => self.claim = Some(claim),
                Some(Err(bar)) => return Ok(Event::ChargeBarred(bar)),
                None => return Err(Closed::Unavailable),
            }
        }
        let bounds = bounds(desk, hand, client);
        // An order's attempts are counted with the order itself.
        if hand.signed_order().is_none() {
            let counts = reserve(desk, &bounds, Tally::ATTEMPT).await?;
            hand.counted_attempt(bounds.keys());
            if let Some(bar) = judge(desk, &bounds, Tally::ATTEMPT, &counts).await? {
                hand.give_back();
                self.claim = None;
                return Ok(Event::ChargeBarred(bar));
            }
        }
        // An order's intent is read from the order's record, never from the session.
        let (key, known) = match &self.claim {
            Some(order) => (order.intent_key(&purpose), order.intent.clone()),
            None => (key, known),
        };
        if let Some(intent) = known {
            return Ok(Event::IntentOpened(intent));
        }
        // The gateway's fault, or the operator's, is not the customer's failed attempt.
        let intent = match desk.open_intent(purpose, key).await? {
            Opened::Intent(intent) => intent,
            Opened::Refused => {
                hand.give_back();
                return Ok(Event::IntentRefused);
            }
            Opened::Unknown => {
                hand.give_back();
                return Ok(Event::IntentFailed);
            }
        };
        if let Some(order) = &mut self.claim {
            order.intent = Some(intent.clone());
        }
        Ok(Event::IntentOpened(intent))
    }

    /// Confirms the intent: moves money. What is charged is what was agreed to, or nothing is.
    pub async fn charge<W: World>(
        &mut self,
        desk: &Desk<'_, W>,
        hand: &Hand<'_>,
        confirmation: Confirmation,
        (purpose, consent): (Purpose, &Consent),
    ) -> Result<Event, Closed> {
        let agreed = Consent::to(hand.payment(), &confirmation.token) == *consent;
        if !agreed {
            return self.cancel(desk, confirmation).await;
        }
        let verdict = desk.charge(confirmation.clone(), purpose).await?;
        Ok(self.verdict(confirmation, known(desk, hand, verdict).await))
    }

    /// Asks what became of the attempt.
    pub async fn look_up<W: World>(
        &mut self,
        desk: &Desk<'_, W>,
        hand: &Hand<'_>,
        attempt: Confirmation,
    ) -> Result<Event, Closed> {
        let verdict = desk.look_up(attempt.clone()).await?;
        Ok(self.verdict(attempt, known(desk, hand, verdict).await))
    }

    /// Cancels the intent, when it is not too late.
    pub async fn cancel<W: World>(&mut self, desk: &Desk<'_, W>, attempt: Confirmation) -> Result<Event, Closed> {
        let verdict = desk.cancel(attempt.clone()).await?;
        Ok(self.verdict(attempt, verdict))
    }

    fn verdict(&mut self, Confirmation { intent, attempt, .. }: Confirmation, verdict: Verdict) -> Event {
        self.calls += 1;
        // Asked often enough: whoever comes next looks again.
        let enough = self.calls >= GATEWAY_CALLS && verdict == Verdict::NotReached;
        let verdict = if enough { Verdict::Unknown } else { verdict };
        Event::Verdict { intent, attempt, verdict }
    }
}

/// Where the issuer takes the payment for one that was made already, that one is looked for: the same amount, paid here with
/// the same card within the hour. A count that cannot be read is none: then a person has to look.
async fn known<W: World>(desk: &Desk<'_, W>, hand: &Hand<'_>, verdict: Verdict) -> Verdict {
    if verdict != Verdict::Declined(Decline::Duplicate) {
        return verdict;
    }
    let same = hand.session.state.flight().and_then(|flight| same_payment(flight, hand.payment()));
    let Some(same) = same else { return verdict };
    match desk.count(paid_keys(&same, desk.given.now)).await {
        Ok(counts) if counts.iter().any(|&count| count > 0) => Verdict::Declined(Decline::PaidBefore),
        Ok(_) | Err(_) => verdict,
    }
}

/// Who is counted together with this session.
fn bounds<W: World>(desk: &Desk<'_, W>, hand: &Hand<'_>, client: Option<&ClientKey>) -> Bounds {
    Bounds::of(hand.signed_order(), client, &hand.header.session_id, desk.given.now)
}

/// Counts first, under all that bounds this session: of those who come at the same time, no more are let through than may be.
async fn reserve<W: World>(desk: &Desk<'_, W>, bounds: &Bounds, what: Tally) -> Result<Vec<i64>, Closed> {
    let keys = bounds.keys();
    if keys.is_empty() { Ok(Vec::new()) } else { desk.reserve(ticks(&keys, what, desk.given.now)).await }
}

/// Why what was counted may not be done.
async fn judge<W: World>(
    desk: &Desk<'_, W>,
    bounds: &Bounds,
    what: Tally,
    counts: &[i64],
) -> Result<Option<Bar>, Closed> {
    let Given { now, policy, .. } = desk.given;
    let everybody = if bounds.are_shared() { desk.glance(all(now)).await? } else { Vec::new() };
    Ok(match bounds.judge(what, counts, &everybody, policy) {
        Judged::Free => None,
        Judged::TooMany => Some(Bar::Address),
        Judged::AskAll => rests(what, &desk.count(all(now)).await?, policy).then_some(Bar::Paused),
    })
}
