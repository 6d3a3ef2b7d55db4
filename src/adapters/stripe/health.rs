//! Whether the account may do what is needed of it: for an operator who asks.

use reqwest::StatusCode;

use super::Stripe;
use super::send::Answer;
use super::wire::{Ask, Kind};
use crate::card::{BrandSet, CardNumber, Cvv, Expiry, Name};
use crate::dialogue::{AttemptId, FullCard, IntentId};

/// What Stripe says to a published test number that is to become a payment method, and to the cancellation of an intent
/// that is not there. Moves no money.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StripeHealth {
    /// It takes card numbers (with a live key it refuses this one, as a card), and the key may write intents.
    Ready,
    /// The account may not send card numbers: its owner asks Stripe to enable raw card data APIs.
    RawCardsOff,
    /// The key is unknown, or may not do this.
    KeyNotTaken,
    /// The key may make payment methods, and may not write intents: nothing could be charged.
    IntentsRefused,
    /// It could not be asked, or its answer makes no sense.
    NotReached,
}

impl Stripe {
    /// Asks once; `key` is a random idempotency key. Where cards are kept, setup intents are asked for, too.
    pub async fn health(&self, key: &str, keeps: bool) -> StripeHealth {
        let taken = self.takes_cards(key).await;
        if taken != StripeHealth::Ready {
            return taken;
        }
        let attempt = AttemptId::new(key);
        for (kind, nowhere) in [(Kind::Payment, "pi_0"), (Kind::Setup, "seti_0")] {
            if kind == Kind::Setup && !keeps {
                continue;
            }
            let ask = Ask::cancel((kind, &IntentId::new(nowhere)), &attempt).under(format!("{key}_{nowhere}"));
            match self.send(&ask, self.until()).await {
                Answer::Refused(StatusCode::NOT_FOUND, _) => {}
                Answer::Refused(StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN, _) => {
                    return StripeHealth::IntentsRefused;
                }
                Answer::Done(_) | Answer::Refused(..) | Answer::Kept | Answer::Unclear => {
                    return StripeHealth::NotReached;
                }
            }
        }
        StripeHealth::Ready
    }

    async fn takes_cards(&self, key: &str) -> StripeHealth {
        let Some(card) = published() else { return StripeHealth::NotReached };
        match self.send(&Ask::tokenise(&card, key), self.until()).await {
            Answer::Done(_) | Answer::Refused(StatusCode::PAYMENT_REQUIRED, _) => StripeHealth::Ready,
            Answer::Refused(_, failure) if failure.refuses_raw_cards() => StripeHealth::RawCardsOff,
            Answer::Refused(StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN, _) => StripeHealth::KeyNotTaken,
            Answer::Refused(..) | Answer::Kept | Answer::Unclear => StripeHealth::NotReached,
        }
    }
}

impl Stripe {
    /// What time it is at Stripe, to the second; `None` when it cannot be had.
    pub async fn time(&self) -> Option<jiff::Timestamp> {
        let answer = self.client.get(self.base.clone()).timeout(self.patience.attempt).send().await.ok()?;
        let date = answer.headers().get(reqwest::header::DATE)?.to_str().ok()?;
        // HTTP's date is RFC 2822's, with GMT for its zone (RFC 9110, 5.6.7).
        jiff::fmt::rfc2822::parse(date).ok().map(|zoned| zoned.timestamp())
    }
}

/// Source: docs.stripe.com/testing.
fn published() -> Option<FullCard> {
    let number = CardNumber::parse("4242424242424242", &BrandSet::ALL).ok()?;
    let cvv = Cvv::parse("123", number.brand()).ok()?;
    Some(FullCard { name: Name::parse("Test Card").ok()?, number, expiry: Expiry::stored(12, 2040)?, cvv })
}
