//! Whole dialogues through the bot, with Stripe as its gateway.

use std::sync::Arc;

use payment_smart_bot::turn::{Bot, Reply};

use super::{GOOD, QUICK, connect};
use crate::stripe_server::{Call, FakeStripe, Fault};
use crate::support::{Client, Mood, at_review, bench};

/// A bot whose gateway is Stripe.
fn bot() -> (Bot, FakeStripe) {
    let fake = FakeStripe::start();
    let mut bot = bench(Mood::Pays).bot;
    bot.gateway = Arc::new(connect(&fake.base(), QUICK));
    (bot, fake)
}

/// What is said one after the other; the last reply.
async fn say(client: &mut Client, bot: &Bot, texts: &[&str]) -> Reply {
    let mut last = None;
    for text in texts {
        last = Some(client.say(bot, text).await);
    }
    last.expect("something was said")
}

async fn with_card(bot: &Bot, number: &str) -> Client {
    let mut client = Client::default();
    say(&mut client, bot, &["hi", "Jane Roe", number, "12/2030", "123"]).await;
    client
}

fn sound(fake: &FakeStripe, paid: u32) {
    assert_eq!((fake.violations(), fake.times_paid()), (Vec::new(), paid));
}

#[tokio::test]
async fn a_yes_charges_once_at_stripe() {
    let (bot, fake) = bot();
    let mut client = at_review(&bot).await;
    assert_eq!(fake.times_paid(), 0);
    let reply = client.say(&bot, "yes").await;
    assert_eq!(reply.status, "complete");
    let (intent, _, attempt) = fake.intents().remove(0);
    assert_eq!(reply.result.payment_intent_id, Some(intent));
    assert!(attempt.is_some_and(|attempt| attempt.starts_with("at_")));
    client.say(&bot, "yes").await;
    sound(&fake, 1);
}

#[tokio::test]
async fn a_declined_card_is_followed_by_another_one_on_the_same_intent() {
    let (bot, fake) = bot();
    let mut client = with_card(&bot, "4000000000009995").await;
    let reply = client.say(&bot, "yes").await;
    assert_eq!((reply.status, reply.current_step), ("collecting", "card"));
    let reply = say(&mut client, &bot, &[GOOD, "12/2030", "123", "yes"]).await;
    assert_eq!((reply.status, fake.intents().len()), ("complete", 1));
    assert_eq!(fake.charged()["Jane Roe"], (2, 1), "two cards of that name were confirmed, and one paid");
    sound(&fake, 1);
}

#[tokio::test]
async fn an_account_that_may_not_charge_is_our_fault_and_never_a_loop() {
    for call in [Call::OpenIntent, Call::Confirm] {
        let (bot, fake) = bot();
        let mut client = at_review(&bot).await;
        fake.next(call, [Fault::Refuses(400, "testmode_charges_only"); 2]);
        let first = client.say(&bot, "yes").await;
        assert_eq!((first.status, first.current_step), ("awaiting_confirmation", "confirm"), "{}", first.reply);
        let second = client.say(&bot, "yes").await;
        assert_eq!(second.status, "cancelled", "{}", second.reply);
        for reply in [first.reply, second.reply] {
            assert!(reply.contains("our fault") && reply.contains("support@example.com"), "{reply}");
            assert!(!reply.contains("declined") && !reply.contains("could not be reached"), "{reply}");
        }
        sound(&fake, 0);
    }
}

#[tokio::test]
async fn an_answer_that_was_lost_is_looked_up_and_the_customer_hears_that_it_was_paid() {
    for faults in [vec![Fault::CutsAfter; 3], vec![Fault::BreaksAfter], vec![Fault::Babbles; 3]] {
        let (bot, fake) = bot();
        let mut client = at_review(&bot).await;
        fake.next(Call::Confirm, faults);
        assert_eq!(client.say(&bot, "yes").await.status, "complete");
        sound(&fake, 1);
    }
}

#[tokio::test]
async fn a_confirmation_that_never_arrived_is_sent_again_by_the_next_message() {
    let (bot, fake) = bot();
    let mut client = at_review(&bot).await;
    fake.next(Call::Confirm, [Fault::CutsBefore; 3]);
    assert_eq!(client.say(&bot, "yes").await.status, "processing");
    assert_eq!(fake.times_paid(), 0);
    assert_eq!(client.say(&bot, "did it go through?").await.status, "complete");
    sound(&fake, 1);
}

#[tokio::test]
async fn three_ds_is_linked_waited_for_and_settled() {
    for (passed, status, paid) in [(true, "complete", 1), (false, "collecting", 0)] {
        let (bot, fake) = bot();
        let mut client = with_card(&bot, "4000000000003220").await;
        let reply = client.say(&bot, "yes").await;
        let (intent, ..) = fake.intents().remove(0);
        let link = format!("{}/3ds/{intent}", fake.base());
        assert_eq!(reply.status, "awaiting_authentication");
        assert!(reply.reply.contains(&link));
        fake.settle(&intent, passed);
        assert_eq!(client.say(&bot, "done").await.status, status);
        sound(&fake, paid);
    }
}

#[tokio::test]
async fn a_cancellation_during_three_ds_voids_the_intent() {
    let (bot, fake) = bot();
    let mut client = with_card(&bot, "4000000000003220").await;
    let reply = say(&mut client, &bot, &["yes", "cancel"]).await;
    assert_eq!((reply.status, fake.intents().remove(0).1), ("cancelled", "canceled"));
    sound(&fake, 0);
}

#[tokio::test]
async fn money_that_is_pending_is_waited_for() {
    let (bot, fake) = bot();
    let mut client = at_review(&bot).await;
    fake.pend(1);
    assert_eq!(client.say(&bot, "yes").await.status, "processing");
    assert_eq!(client.say(&bot, "cancel").await.status, "processing");
    fake.settle(&fake.intents().remove(0).0, true);
    // The wish came too late.
    assert_eq!(client.say(&bot, "and now?").await.status, "complete");
    sound(&fake, 1);
}

#[tokio::test]
async fn an_account_that_may_not_send_card_numbers_is_no_fault_of_the_customers() {
    let (bot, fake) = bot();
    fake.refuse_raw_cards(true);
    let mut client = Client::default();
    let reply = say(&mut client, &bot, &["hi", "Jane Roe", GOOD, "12/2030", "123"]).await;
    assert_ne!(reply.status, "awaiting_confirmation");
    assert!(fake.intents().is_empty());
    sound(&fake, 0);
}
