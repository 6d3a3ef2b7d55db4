//! Whether the account may do what is needed of it: for an operator who asks.

use reqwest::StatusCode;

use super::Stripe;
use super::send::Answer;
use super::wire::{Ask, Kind};
use crate::card::{BrandSet, CardNumber, Cvv, Expiry, Name};
use crate::dialogue::{AttemptId, FullCard, IntentId};
use crate::ports::{Clock, Finding};

/// What the account's findings go by.
const STRIPE: &str = "stripe";

/// A clock that is this many seconds ahead or behind makes signatures and expiry wrong.
const SKEW: i64 = 30;

/// What Stripe says to a published test number that is to become a payment method, and to the cancellation of an intent
/// that is not there. Moves no money.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StripeAccount {
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
    pub async fn account(&self, key: &str) -> StripeAccount {
        let taken = self.takes_cards(key).await;
        if taken != StripeAccount::Ready {
            return taken;
        }
        let attempt = AttemptId::new(key);
        for (kind, nowhere) in [(Kind::Payment, "pi_0"), (Kind::Setup, "seti_0")] {
            if kind == Kind::Setup && !self.keeps {
                continue;
            }
            let ask = Ask::cancel((kind, &IntentId::new(nowhere)), &attempt).under(format!("{key}_{nowhere}"));
            match self.send(&ask, self.until()).await {
                Answer::Refused(StatusCode::NOT_FOUND, _) => {}
                Answer::Refused(StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN, _) => {
                    return StripeAccount::IntentsRefused;
                }
                Answer::Done(_) | Answer::Refused(..) | Answer::Kept | Answer::Unclear => {
                    return StripeAccount::NotReached;
                }
            }
        }
        StripeAccount::Ready
    }

    async fn takes_cards(&self, key: &str) -> StripeAccount {
        let Some(card) = published() else { return StripeAccount::NotReached };
        match self.send(&Ask::tokenise(&card, key), self.until()).await {
            Answer::Done(_) | Answer::Refused(StatusCode::PAYMENT_REQUIRED, _) => StripeAccount::Ready,
            Answer::Refused(_, failure) if failure.refuses_raw_cards() => StripeAccount::RawCardsOff,
            Answer::Refused(StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN, _) => StripeAccount::KeyNotTaken,
            Answer::Refused(..) | Answer::Kept | Answer::Unclear => StripeAccount::NotReached,
        }
    }
}

impl StripeAccount {
    /// In words, with what to do.
    fn finding(self) -> Finding {
        match self {
            Self::Ready => Finding::well(STRIPE, "the key is taken, card numbers are, and intents may be written"),
            Self::RawCardsOff => Finding::wrong(
                STRIPE,
                "this account may not send card numbers: ask Stripe to enable raw card data APIs for it (that wants proof \
                 of PCI DSS compliance)",
            ),
            Self::KeyNotTaken => Finding::wrong(
                STRIPE,
                "the key is unknown, or may not make payment methods: look at Developers, API keys; a restricted key \
                 needs write access to payment methods, payment intents, setup intents and customers",
            ),
            Self::IntentsRefused => Finding::wrong(
                STRIPE,
                "the key may not write payment intents (or setup intents, where cards are kept): nothing could be \
                 charged; give it write access at Developers, API keys",
            ),
            Self::NotReached => Finding::wrong(STRIPE, "no answer that makes sense: is it reachable from here?"),
        }
    }
}

impl Stripe {
    /// All that an operator is to know: of the key, the account, the clock and the events.
    pub(super) async fn findings(&self, clock: &dyn Clock) -> Vec<Finding> {
        let mut found = Vec::new();
        if !self.restricted {
            let told = "a secret key may do everything: a restricted one (rk_…) is enough, and safer";
            found.push(Finding::note(STRIPE, told));
        }
        let mut chance = [0; 16];
        clock.fill(&mut chance);
        found.push(self.account(&format!("dr_{}", hex::encode(chance))).await.finding());
        found.push(match self.time().await {
            Some(theirs) => apart(clock.now().duration_since(theirs).as_secs()),
            None => Finding::note("clock", "could not be compared with anybody's"),
        });
        if self.events.is_none() {
            let told = "STRIPE_WEBHOOK_SECRET is not set: what is in the air is looked up by a schedule only";
            found.push(Finding::note("webhook", told));
        }
        found
    }

    /// Whether anything answers, and with no error of the server's.
    pub(super) async fn is_there(&self) -> bool {
        let answer = self.client.get(self.base.clone()).timeout(self.patience.attempt).send().await;
        answer.is_ok_and(|answer| !answer.status().is_server_error())
    }

    /// What time it is at Stripe, to the second; `None` when it cannot be had.
    async fn time(&self) -> Option<jiff::Timestamp> {
        let answer = self.client.get(self.base.clone()).timeout(self.patience.attempt).send().await.ok()?;
        let date = answer.headers().get(reqwest::header::DATE)?.to_str().ok()?;
        // HTTP's date is RFC 2822's, with GMT for its zone (RFC 9110, 5.6.7).
        jiff::fmt::rfc2822::parse(date).ok().map(|zoned| zoned.timestamp())
    }
}

/// Our clock, so many seconds ahead of Stripe's.
fn apart(seconds: i64) -> Finding {
    if seconds.abs() <= SKEW {
        Finding::well("clock", format!("{seconds} s from the gateway's"))
    } else {
        let told = format!("{seconds} s from the gateway's: set it by NTP, or signatures and expiry are wrong");
        Finding::wrong("clock", told)
    }
}

/// Source: docs.stripe.com/testing.
fn published() -> Option<FullCard> {
    let number = CardNumber::parse("4242424242424242", &BrandSet::ALL).ok()?;
    let cvv = Cvv::parse("123", number.brand()).ok()?;
    Some(FullCard { name: Name::parse("Test Card").ok()?, number, expiry: Expiry::stored(12, 2040)?, cvv })
}
