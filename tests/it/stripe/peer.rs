//! A second opinion on forms, paths and answers.

use payment_smart_bot::adapters::StripePatience;
use payment_smart_bot::dialogue::{AttemptId, Confirmation, Purpose, Tokenised, Verdict};
use payment_smart_bot::ports::Gateway as _;

use super::{GOOD, card, connect, payment};

/// Started by `tests/peers/localstripe/run`, against a Stripe that others wrote.
#[tokio::test]
#[ignore = "needs another Stripe: run tests/peers/localstripe/run"]
async fn the_adapter_and_another_stripe_agree() {
    #[expect(clippy::disallowed_methods, reason = "the script that starts the peer says where it is")]
    let base = std::env::var("STRIPE_TEST_BASE").expect("STRIPE_TEST_BASE: start it by tests/peers/localstripe/run");
    let stripe = connect(&base, StripePatience::default());
    let mut cards = Vec::new();
    for (turn, number) in [GOOD, GOOD, "5555555555554444"].into_iter().enumerate() {
        match stripe.tokenise(&card(number), &format!("tk_{turn}")).await {
            Tokenised::Token { token, fingerprint } => cards.push((token, fingerprint.expect("a fingerprint"))),
            other => panic!("no token: {other:?}"),
        }
    }
    assert!(cards[0].1 == cards[1].1 && cards[0].1 != cards[2].1);
    for purpose in [payment(), Purpose::Keep] {
        let intent = stripe.open_intent(&purpose, "in_1").await.intent().expect("an intent");
        let paid = Confirmation { intent, attempt: AttemptId::new("at_1"), token: cards[0].0.clone() };
        assert_eq!(stripe.look_up(&paid).await, Verdict::NotReached);
        assert_eq!(stripe.charge(&paid, &purpose).await, Verdict::Paid, "{purpose:?}");
        assert_eq!(stripe.look_up(&paid).await, Verdict::Paid);
        let intent = stripe.open_intent(&purpose, "in_2").await.intent().expect("an intent");
        let voided = Confirmation { intent, attempt: AttemptId::new("at_2"), token: cards[2].0.clone() };
        assert_eq!(stripe.cancel(&voided).await, Verdict::Voided);
        assert_eq!(stripe.look_up(&voided).await, Verdict::Voided);
    }
    let intent = stripe.open_intent(&payment(), "in_3").await.intent().expect("an intent");
    let late = Confirmation { intent, attempt: AttemptId::new("at_3"), token: cards[1].0.clone() };
    assert_eq!(stripe.charge(&late, &payment()).await, Verdict::Paid);
    assert_eq!(stripe.cancel(&late).await, Verdict::Paid);
}
