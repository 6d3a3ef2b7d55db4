//! What is beside the money: logs, signatures of events, the table of declines.

use std::sync::{Arc, Mutex};

use payment_smart_bot::adapters::{StripeAccount, StripeSettings, SystemClock};
use payment_smart_bot::card::{BrandSet, CardNumber};
use payment_smart_bot::dialogue::{AttemptId, Confirmation};
use payment_smart_bot::ports::{Finding, Gateway as _, Mark};

use super::{Bench, GOOD, KEY, QUICK, card, connected, events, payment, settings};
use crate::leaks::Lines;
use crate::stripe_server::{Call, Fault, WEBHOOK_SECRET, signature};
use crate::support::lock;

#[tokio::test]
async fn no_log_line_holds_a_card_value_a_name_or_the_key() {
    let log = Lines(Arc::new(Mutex::default()));
    let subscriber = tracing_subscriber::fmt().with_max_level(tracing::Level::TRACE).with_writer(log.clone()).finish();
    // Of this thread, and so of the connections' tasks too.
    let logging = tracing::subscriber::set_default(subscriber);
    {
        let bench = Bench::new();
        bench.fake.next(Call::Tokenise, [Fault::Answers(503, None)]);
        bench.charge(&bench.ready(GOOD).await).await;
        let mut mended = card(GOOD);
        mended.number = CardNumber::parse("6200000000000006", &BrandSet::ALL).expect("a number");
        bench.stripe.tokenise(&mended, "tk_x").await;
        bench.fake.refuse_raw_cards(true);
        bench.stripe.tokenise(&card(GOOD), "tk_y").await;
    }
    drop(logging);
    let log = String::from_utf8(lock(&log.0).clone()).expect("text");
    assert!(log.contains("raw card data APIs"), "what to do is said");
    for secret in [GOOD, "6200000000000006", "Brien", KEY, "0a1b2c3d", "Sending credit card numbers"] {
        assert!(!log.contains(secret), "{} characters of a secret are in the log", secret.len());
    }
}

#[tokio::test]
async fn an_operator_is_told_what_the_account_may_do() {
    let bench = Bench::new();
    assert_eq!(bench.stripe.account("h_1").await, StripeAccount::Ready);
    bench.fake.refuse_raw_cards(true);
    assert_eq!(bench.stripe.account("h_2").await, StripeAccount::RawCardsOff);
    bench.fake.lock_out(true);
    assert_eq!(bench.stripe.account("h_3").await, StripeAccount::KeyNotTaken);
    bench.fake.next(Call::Tokenise, [Fault::CutsBefore; 2]);
    assert_eq!(bench.stripe.account("h_4").await, StripeAccount::NotReached);
    bench.fake.lock_out(false);
    bench.fake.refuse_raw_cards(false);
    // A key that may write payment intents and no setup intents, where cards are kept.
    let keeping = connected(StripeSettings { keeps: true, ..settings(&bench.fake.base(), QUICK) });
    bench.fake.next(Call::Cancel, [Fault::Answers(404, None), Fault::Answers(403, None)]);
    assert_eq!(keeping.account("h_5").await, StripeAccount::IntentsRefused);
    assert_eq!(keeping.account("h_6").await, StripeAccount::Ready);
}

#[tokio::test]
async fn whether_stripe_answers_is_known_without_a_key() {
    let bench = Bench::new();
    bench.fake.lock_out(true);
    assert!(bench.stripe.answers().await, "whom it lets in is another question");
    let free = std::net::TcpListener::bind("127.0.0.1:0").expect("a port").local_addr().expect("bound");
    assert!(!connected(settings(&format!("http://{free}"), QUICK)).answers().await);
}

#[tokio::test]
async fn an_operator_is_told_of_the_key_the_account_the_clock_and_the_events() {
    let bench = Bench::new();
    let marks = |found: &[Finding]| found.iter().map(|finding| (finding.what, finding.mark)).collect::<Vec<_>>();
    let found = bench.stripe.health(&SystemClock).await;
    let clock = found[2].mark;
    assert_eq!(
        marks(&found),
        [("stripe", Mark::Note), ("stripe", Mark::Well), ("clock", clock), ("webhook", Mark::Note)]
    );
    bench.fake.lock_out(true);
    let told = connected(StripeSettings { events: events(), ..settings(&bench.fake.base(), QUICK) });
    let found = told.health(&SystemClock).await;
    assert_eq!(marks(&found)[1..], [("stripe", Mark::Wrong), ("clock", found[2].mark)]);
}

#[tokio::test]
async fn an_event_tells_of_the_intent_and_is_signed_and_posted() {
    let bench = Bench::new();
    for (number, kind) in [(GOOD, "payment_intent.succeeded"), ("4000000000000002", "payment_intent.payment_failed")] {
        let key = format!("in_{kind}");
        let intent = bench.stripe.open_intent(&payment(), &key).await.intent().expect("an intent");
        let attempt = AttemptId::new(format!("at_{kind}"));
        let confirmation = Confirmation { intent, attempt: attempt.clone(), token: bench.token(number).await };
        bench.charge(&confirmation).await;
        let intent = confirmation.intent.as_str();
        let (body, signed) = bench.fake.event_for(intent, 1_800_000_000);
        assert_eq!(signed, signature(&body, WEBHOOK_SECRET, 1_800_000_000));
        let event: serde_json::Value = serde_json::from_str(&body).expect("JSON");
        assert_eq!(event["type"], kind);
        assert_eq!(event["data"]["object"]["metadata"]["attempt"], attempt.as_str());
        assert_eq!(event["data"]["object"]["status"], bench.fake.status(intent));
        // Posted to where nobody waits for events.
        let nowhere = format!("{}/nowhere", bench.fake.base());
        assert_eq!(bench.fake.post_event(&nowhere, intent, 1_800_000_000).await, 404);
    }
}

#[test]
fn an_event_is_signed_as_stripe_signs() {
    // Made with OpenSSL: printf '1.{}' | openssl dgst -sha256 -hmac with the secret.
    let made = signature("{}", WEBHOOK_SECRET, 1);
    assert_eq!(made, "t=1,v1=7837a9d3cb58f9eca7aeb7857241e00a4957912806f191e00ec024f9ac2c334d");
    assert_ne!(made, signature("{ }", WEBHOOK_SECRET, 1));
}
