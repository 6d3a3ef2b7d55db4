//! The schedule's looks: several at once, so that none waits for all that are older.

use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use jiff::SignedDuration;
use payment_smart_bot::dialogue::{Confirmation, FullCard, Opened, Policy, Purpose, Tokenised, Verdict};
use payment_smart_bot::ports::Gateway;
use payment_smart_bot::turn::Bot;
use tokio::sync::Barrier;

use super::{Service, customer};
use crate::support::{CountingGateway, Mood};

const LOOKS: usize = 4;

/// Answers a look when so many are under way; one that is alone has no answer.
struct Together(Arc<CountingGateway>, Barrier);

#[async_trait]
impl Gateway for Together {
    async fn tokenise(&self, card: &FullCard, key: &str) -> Tokenised {
        self.0.tokenise(card, key).await
    }

    async fn open_intent(&self, purpose: &Purpose, key: &str) -> Opened {
        self.0.open_intent(purpose, key).await
    }

    async fn charge(&self, confirmation: &Confirmation, purpose: &Purpose) -> Verdict {
        self.0.charge(confirmation, purpose).await
    }

    async fn look_up(&self, confirmation: &Confirmation) -> Verdict {
        match tokio::time::timeout(Duration::from_secs(5), self.1.wait()).await {
            Ok(_) => self.0.look_up(confirmation).await,
            Err(_) => Verdict::Unknown,
        }
    }

    async fn cancel(&self, confirmation: &Confirmation) -> Verdict {
        self.0.cancel(confirmation).await
    }
}

#[tokio::test]
async fn several_payments_are_looked_up_at_once() {
    let service = Service::new(Mood::Asks, false, Policy::default());
    for _ in 0..LOOKS {
        service.pays(&mut customer("192.0.2.1", None)).await;
    }
    service.clock.wind(1);
    let gateway = Arc::new(Together(service.gateway.clone(), Barrier::new(LOOKS)));
    let bot = Bot { gateway, ..(*service.bot).clone() };
    let done = bot.reconcile(SignedDuration::from_secs(60)).await.expect("a ledger");
    assert_eq!((done.ended, done.failed, service.gateway.times_paid()), (4, 0, 4));
}
