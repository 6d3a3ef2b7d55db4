//! Whose fault it is: what the gateway refuses as a request is nobody's attempt and nobody's decline, and a payment that
//! was made already is looked for.

use std::sync::Arc;

use payment_smart_bot::adapters::{MemorySessions, Sandbox};
use payment_smart_bot::dialogue::{Order, Payment};
use payment_smart_bot::ports::Ledger as _;
use payment_smart_bot::turn::{Bot, ChatError, Chatted, ClientKey, Refused, Reply, Turn};

use crate::support::{Bench, Client, Mood, TO_REVIEW, TestClock, bench, payment};

/// A bot over the sandbox, which fails as it is told to.
struct Faulty {
    bot: Bot,
    sandbox: Arc<Sandbox>,
    store: Arc<MemorySessions>,
    clock: Arc<TestClock>,
}

impl Faulty {
    fn new() -> Self {
        let Bench { mut bot, clock, .. } = bench(Mood::Pays);
        let (sandbox, store) = (Arc::new(Sandbox::new(None)), Arc::new(MemorySessions::default()));
        bot.gateway = sandbox.clone();
        (bot.sessions, bot.ledger, bot.counts) = (store.clone(), store.clone(), store.clone());
        Self { bot, sandbox, store, clock }
    }

    fn next(&self, fault: &str) {
        self.sandbox.force(payment_smart_bot::adapters::Fault::named(fault).expect(fault));
    }

    /// A message from one address; what else than a reply it ends with.
    async fn says(&self, client: &mut Client, text: &str) -> Result<Reply, ChatError> {
        let turn = Turn { client: Some(ClientKey::new(vec!["home".to_owned()])), ..client.turn(text) };
        match self.bot.chat(turn).await? {
            Chatted::Reply(reply, _) => {
                client.keep(&reply);
                Ok(*reply)
            }
            Chatted::Replayed(again) => panic!("{again}"),
        }
    }

    async fn pays(&self, last: &[&str]) -> Reply {
        let mut client = Client::default();
        let mut reply = None;
        for text in TO_REVIEW.iter().chain(last) {
            reply = Some(self.says(&mut client, text).await.expect(text));
        }
        reply.expect("something was said")
    }
}

#[tokio::test]
async fn what_the_gateway_refuses_counts_for_no_address_and_no_breaker() {
    let mut faulty = Faulty::new();
    faulty.bot.policy = Arc::new(payment_smart_bot::dialogue::Policy {
        breaker_confirmations: 2,
        place_failures: 2,
        ..Default::default()
    });
    for fault in ["intent:refused", "charge:refused", "charge:refused", "intent:refused", "charge:refused"] {
        faulty.next(fault);
        let reply = faulty.pays(&["yes"]).await;
        assert_eq!(reply.status, "awaiting_confirmation", "{fault}: {}", reply.reply);
        assert!(reply.reply.contains("our fault") && reply.reply.contains("support@example.com"), "{}", reply.reply);
        assert!(!reply.reply.contains("declined"), "{}", reply.reply);
    }
    assert_eq!(faulty.pays(&["yes"]).await.status, "complete");
    // Declines are counted as before.
    for _ in 0..2 {
        faulty.next("charge:declined:plain");
        faulty.pays(&["yes"]).await;
    }
    let refused = faulty.says(&mut Client::default(), "hi").await;
    assert!(matches!(refused, Err(ChatError::Refused(Refused::Address, _))), "{refused:?}");
}

#[tokio::test]
async fn the_second_refusal_ends_the_conversation_and_nothing_was_charged() {
    let faulty = Faulty::new();
    for (first, second) in [("intent:refused", "charge:refused"), ("charge:refused", "charge:refused")] {
        faulty.next(first);
        faulty.next(second);
        let reply = faulty.pays(&["yes", "yes"]).await;
        assert_eq!(reply.status, "cancelled");
        assert!(reply.reply.contains("our fault") && reply.reply.contains("support@example.com"), "{}", reply.reply);
    }
    assert!(faulty.store.open_attempts(None, 9).await.expect("a ledger").is_empty(), "nothing is looked up for ever");
}

#[tokio::test]
async fn an_order_loses_no_attempt_by_what_was_refused() {
    let mut faulty = Faulty::new();
    let expires = "2026-11-22T18:00:00Z".parse().expect("a moment");
    let order = Some(Order { id: "order-1042".parse().expect("an id"), expires, minted: false });
    faulty.bot.payment = Some(Payment { order, ..payment() });
    for _ in 0..5 {
        faulty.next("charge:refused");
        assert_eq!(faulty.pays(&["yes"]).await.status, "awaiting_confirmation");
    }
    assert_eq!(faulty.pays(&["yes"]).await.status, "complete");
}

#[tokio::test]
async fn a_duplicate_is_looked_for_by_card_and_amount_within_the_hour() {
    let mut faulty = Faulty::new();
    faulty.next("charge:declined:duplicate");
    let none = faulty.pays(&["yes"]).await;
    assert_eq!(none.status, "cancelled");
    assert!(none.reply.contains("can't find that other payment"), "{}", none.reply);
    assert_eq!(faulty.pays(&["yes"]).await.status, "complete");
    faulty.next("charge:declined:duplicate");
    let known = faulty.pays(&["yes"]).await;
    assert_eq!(known.status, "cancelled");
    assert!(known.reply.contains("already paid the same amount"), "{}", known.reply);
    for reply in [&none, &known] {
        assert!(!reply.reply.contains("card number") && reply.reply.contains("support@example.com"), "{}", reply.reply);
    }
    // Of another amount, or after more than the hour, it is another payment.
    faulty.bot.payment = Some(Payment { amount: "12.50 EUR".parse().expect("money"), ..payment() });
    faulty.next("charge:declined:duplicate");
    assert!(faulty.pays(&["yes"]).await.reply.contains("can't find that other payment"));
    faulty.bot.payment = Some(payment());
    faulty.clock.wind(71);
    faulty.next("charge:declined:duplicate");
    assert!(faulty.pays(&["yes"]).await.reply.contains("can't find that other payment"));
}

#[tokio::test]
async fn a_decline_tells_no_more_for_an_order_that_nobody_signed() {
    for (minted, says) in [(true, "The card was declined"), (false, "Another card may work")] {
        let mut faulty = Faulty::new();
        let expires = "2026-11-22T18:00:00Z".parse().expect("a moment");
        let order = Some(Order { id: "order-1042".parse().expect("an id"), expires, minted });
        faulty.bot.payment = Some(Payment { order, ..payment() });
        faulty.next("charge:declined:other_card");
        let reply = faulty.pays(&["yes"]).await;
        assert!(reply.reply.contains(says), "{minted}: {}", reply.reply);
    }
}
