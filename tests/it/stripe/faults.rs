//! Whatever Stripe does with a request, a call ends in its time, and money moves once.

use std::time::Duration;

use payment_smart_bot::dialogue::{
    AttemptId, Confirmation, Decline, IntentId, Opened, Payment, Purpose, Token, Tokenised, Verdict,
};
use payment_smart_bot::ports::Gateway as _;

use super::{Bench, GOOD, QUICK, card, connect, payment};
use crate::stripe_server::{Call, FakeStripe, Fault};

#[tokio::test]
async fn tokenising_is_tried_twice_and_then_unknown() {
    for fault in [Fault::Answers(409, None), Fault::Answers(429, None), Fault::Answers(503, None), Fault::CutsBefore] {
        let bench = Bench::new();
        bench.fake.next(Call::Tokenise, [fault]);
        assert!(matches!(bench.stripe.tokenise(&card(GOOD), "tk").await, Tokenised::Token { .. }), "{fault:?}");
        bench.fake.next(Call::Tokenise, [fault; 2]);
        assert_eq!(bench.stripe.tokenise(&card(GOOD), "tk_2").await, Tokenised::Unknown, "{fault:?}");
        assert_eq!(bench.fake.times(Call::Tokenise), 4);
        bench.sound();
    }
}

#[tokio::test]
async fn stripe_is_obeyed_where_it_says_whether_to_send_again() {
    let bench = Bench::new();
    bench.fake.next(Call::Tokenise, [Fault::Answers(503, Some(false))]);
    assert_eq!(bench.stripe.tokenise(&card(GOOD), "tk").await, Tokenised::Unknown);
    assert_eq!(bench.fake.times(Call::Tokenise), 1);
    bench.fake.next(Call::Tokenise, [Fault::Answers(400, Some(true))]);
    assert!(matches!(bench.stripe.tokenise(&card(GOOD), "tk").await, Tokenised::Token { .. }));
    assert_eq!(bench.fake.times(Call::Tokenise), 3);
}

/// Whatever happens to the request that moves money, it moves once, and what happened is found out.
#[tokio::test]
async fn a_confirmation_that_meets_a_fault_moves_money_once() {
    let slow = Duration::from_millis(600);
    for (faults, verdict) in [
        (vec![Fault::Answers(409, None)], Verdict::Paid),
        (vec![Fault::Answers(429, None); 2], Verdict::Paid),
        (vec![Fault::BreaksBefore], Verdict::Paid),
        (vec![Fault::BreaksAfter], Verdict::Paid),
        (vec![Fault::CutsBefore], Verdict::Paid),
        (vec![Fault::CutsAfter], Verdict::Paid),
        (vec![Fault::CutsAfter; 3], Verdict::Paid),
        (vec![Fault::CutsBefore; 3], Verdict::Unknown),
        (vec![Fault::Answers(503, Some(false))], Verdict::Unknown),
        (vec![Fault::SlowAfter(slow)], Verdict::Paid),
        (vec![Fault::Babbles], Verdict::Paid),
    ] {
        let bench = Bench::new();
        let confirmation = bench.ready(GOOD).await;
        bench.fake.next(Call::Confirm, faults.clone());
        assert_eq!(bench.charge(&confirmation).await, verdict, "{faults:?}");
        bench.fake.clear();
        let then = bench.stripe.look_up(&confirmation).await;
        assert_eq!(then, if verdict == Verdict::Paid { Verdict::Paid } else { Verdict::NotReached }, "{faults:?}");
        assert_eq!(bench.charge(&confirmation).await, Verdict::Paid, "{faults:?}");
        assert_eq!(bench.fake.times_paid(), 1, "{faults:?}");
        bench.sound();
    }
}

#[tokio::test]
async fn a_confirmation_still_under_way_is_not_reached_and_sent_again_it_pays_once() {
    let bench = Bench::new();
    let confirmation = bench.ready(GOOD).await;
    bench.fake.next(Call::Confirm, [Fault::SlowBefore(Duration::from_millis(900))]);
    let (first, second) = tokio::join!(bench.charge(&confirmation), async {
        tokio::time::sleep(Duration::from_millis(100)).await;
        assert_eq!(bench.stripe.look_up(&confirmation).await, Verdict::NotReached);
        bench.charge(&confirmation).await
    });
    assert!([first, second].contains(&Verdict::Paid));
    tokio::time::sleep(Duration::from_secs(1)).await;
    assert_eq!(bench.stripe.look_up(&confirmation).await, Verdict::Paid);
    assert_eq!(bench.fake.times_paid(), 1);
}

#[tokio::test]
async fn a_call_is_over_in_its_time_whatever_stripe_does() {
    let bench = Bench::new();
    let confirmation = bench.ready(GOOD).await;
    let minute = Fault::SlowBefore(Duration::from_mins(1));
    for call in [Call::Confirm, Call::LookUp, Call::Cancel, Call::Tokenise, Call::OpenIntent] {
        bench.fake.next(call, [minute; 9]);
    }
    let began = tokio::time::Instant::now();
    assert_eq!(bench.charge(&confirmation).await, Verdict::Unknown);
    assert_eq!(bench.stripe.look_up(&confirmation).await, Verdict::Unknown);
    assert_eq!(bench.stripe.cancel(&confirmation).await, Verdict::Unknown);
    assert_eq!(bench.stripe.tokenise(&card(GOOD), "tk").await, Tokenised::Unknown);
    assert_eq!(bench.stripe.open_intent(&payment(), "in_2").await, Opened::Unknown);
    assert!(began.elapsed() < QUICK.call * 5 + Duration::from_millis(500), "{:?}", began.elapsed());
}

#[tokio::test]
async fn an_intent_is_opened_once_under_its_key_and_checked() {
    for fault in [Fault::CutsAfter, Fault::BreaksBefore, Fault::Answers(409, None), Fault::Babbles] {
        let bench = Bench::new();
        bench.fake.next(Call::OpenIntent, [fault]);
        let first = bench.stripe.open_intent(&payment(), "in_1").await.intent().expect("an intent");
        assert_eq!(bench.stripe.open_intent(&payment(), "in_1").await, Opened::Intent(first), "{fault:?}");
        assert_eq!(bench.fake.intents().len(), 1, "{fault:?}");
    }
    let bench = Bench::new();
    bench.stripe.open_intent(&payment(), "in_1").await.intent().expect("an intent");
    let Purpose::Payment(other) = payment() else { panic!("a payment") };
    let other = Purpose::Payment(Payment { amount: "1.00 EUR".parse().expect("money"), ..other });
    assert_eq!(bench.stripe.open_intent(&other, "in_1").await, Opened::Refused, "the key is another request's");
    assert_eq!(bench.fake.intents().len(), 1);
}

#[tokio::test]
async fn an_intent_of_another_amount_is_never_confirmed() {
    let bench = Bench::new();
    let confirmation = bench.ready(GOOD).await;
    bench.fake.tamper(confirmation.intent.as_str(), 999_999);
    assert_eq!(bench.charge(&confirmation).await, Verdict::Unknown);
    assert_eq!(bench.fake.times(Call::Confirm), 0);
    bench.fake.cancel_by_hand(confirmation.intent.as_str());
    assert_eq!(bench.stripe.look_up(&confirmation).await, Verdict::Voided);
}

#[tokio::test]
async fn a_cancellation_that_meets_a_fault_is_found_out() {
    for (faults, verdict) in [
        (vec![Fault::BreaksBefore], Verdict::Voided),
        (vec![Fault::BreaksAfter], Verdict::Voided),
        (vec![Fault::CutsAfter; 3], Verdict::Voided),
        (vec![Fault::CutsBefore; 3], Verdict::Unknown),
        (vec![Fault::Answers(409, None); 2], Verdict::Voided),
    ] {
        let bench = Bench::new();
        let confirmation = bench.ready(GOOD).await;
        bench.fake.next(Call::Cancel, faults.clone());
        assert_eq!(bench.stripe.cancel(&confirmation).await, verdict, "{faults:?}");
        assert_eq!(bench.stripe.cancel(&confirmation).await, Verdict::Voided, "{faults:?}");
        bench.sound();
    }
}

#[tokio::test]
async fn a_refused_cancellation_does_not_stand_in_the_way_of_a_later_one() {
    let bench = Bench::new();
    let confirmation = bench.ready("4000000000000002").await;
    bench.fake.pend(1);
    assert_eq!(bench.charge(&confirmation).await, Verdict::Pending);
    assert_eq!(bench.stripe.cancel(&confirmation).await, Verdict::Pending);
    bench.fake.settle(confirmation.intent.as_str(), false);
    // The refusal is replayed; what the intent says counts.
    assert!(matches!(bench.stripe.cancel(&confirmation).await, Verdict::Declined(_)));
}

#[tokio::test]
async fn a_confirmation_with_a_token_that_is_gone_or_used_up_wants_another_card() {
    let bench = Bench::new();
    let confirmation = bench.ready(GOOD).await;
    let gone = Confirmation { token: Token::new("pm_gone"), ..confirmation.clone() };
    assert_eq!(bench.charge(&gone).await, Verdict::Declined(Decline::Plain));
    // A token that was used up elsewhere.
    bench.charge(&confirmation).await;
    let intent = bench.stripe.open_intent(&payment(), "in_2").await.intent().expect("an intent");
    let used = Confirmation { intent, attempt: AttemptId::new("at_2"), token: confirmation.token };
    assert_eq!(bench.charge(&used).await, Verdict::Declined(Decline::Plain));
    assert_eq!(bench.fake.times_paid(), 1);
}

/// What Stripe refuses as a request was not carried out: the operator's fault, and no decline.
#[tokio::test]
async fn a_request_that_is_refused_is_the_operators_fault_and_moves_nothing() {
    for (status, code) in [
        (400, "testmode_charges_only"),
        (400, "amount_too_small"),
        (400, "amount_too_large"),
        (400, "url_invalid"),
        (400, "livemode_mismatch"),
        (400, "parameter_unknown"),
        (401, ""),
        (403, "secret_key_required"),
        (404, "resource_missing"),
    ] {
        let bench = Bench::new();
        let confirmation = bench.ready(GOOD).await;
        bench.fake.next(Call::Confirm, [Fault::Refuses(status, code)]);
        assert_eq!(bench.charge(&confirmation).await, Verdict::Refused, "{status} {code}");
        assert_eq!((bench.fake.times(Call::Confirm), bench.fake.times_paid()), (1, 0), "{status} {code}");
        // The card is as good as before, under the key of another attempt.
        let again = Confirmation { attempt: AttemptId::new("at_again"), ..confirmation };
        assert_eq!(bench.charge(&again).await, Verdict::Paid, "{status} {code}");
        bench.fake.next(Call::OpenIntent, [Fault::Refuses(status, code)]);
        assert_eq!(bench.stripe.open_intent(&payment(), "in_2").await, Opened::Refused, "{status} {code}");
    }
    // Where the intent cannot be looked at, nobody knows what became of what was sent before.
    let bench = Bench::new();
    let confirmation = bench.ready(GOOD).await;
    bench.fake.next(Call::Confirm, [Fault::CutsAfter, Fault::Refuses(403, "")]);
    bench.fake.next(Call::LookUp, [Fault::Refuses(403, "")]);
    assert_eq!(bench.charge(&confirmation).await, Verdict::Unknown);
    assert_eq!(bench.stripe.look_up(&confirmation).await, Verdict::Paid);
}

#[tokio::test]
async fn intents_that_are_not_stripes_are_not_asked_about() {
    let bench = Bench::new();
    let token = Token::new("pm_1");
    for id in ["in_7", "pi_../customers", "", "seti_x/confirm?"] {
        let confirmation =
            Confirmation { intent: IntentId::new(id), attempt: AttemptId::new("at_1"), token: token.clone() };
        assert_eq!(bench.charge(&confirmation).await, Verdict::Unknown);
        assert_eq!(bench.stripe.look_up(&confirmation).await, Verdict::Unknown);
        assert_eq!(bench.stripe.cancel(&confirmation).await, Verdict::Unknown);
    }
    assert!(bench.fake.seen().is_empty());
    let missing = Confirmation { intent: IntentId::new("pi_gone"), attempt: AttemptId::new("at_1"), token };
    assert_eq!(bench.stripe.look_up(&missing).await, Verdict::Unknown);
}

#[tokio::test]
async fn what_stripe_keeps_silent_about_is_unknown() {
    let gone = {
        let fake = FakeStripe::start();
        fake.base()
    };
    let stripe = connect(&gone, QUICK);
    let confirmation =
        Confirmation { intent: IntentId::new("pi_1"), attempt: AttemptId::new("at_1"), token: Token::new("pm_1") };
    assert_eq!(stripe.tokenise(&card(GOOD), "tk").await, Tokenised::Unknown);
    assert_eq!(stripe.open_intent(&payment(), "in").await, Opened::Unknown);
    assert_eq!(stripe.charge(&confirmation, &payment()).await, Verdict::Unknown);
    assert_eq!(stripe.look_up(&confirmation).await, Verdict::Unknown);
    assert_eq!(stripe.cancel(&confirmation).await, Verdict::Unknown);
}

#[tokio::test]
async fn an_account_that_may_not_send_card_numbers_and_a_bad_key_are_the_operators_fault() {
    let bench = Bench::new();
    bench.fake.refuse_raw_cards(true);
    assert_eq!(bench.stripe.tokenise(&card(GOOD), "tk_1").await, Tokenised::Misconfigured);
    bench.fake.refuse_raw_cards(false);
    bench.fake.lock_out(true);
    assert_eq!(bench.stripe.tokenise(&card(GOOD), "tk_1").await, Tokenised::Misconfigured);
    assert_eq!(bench.stripe.open_intent(&payment(), "in_1").await, Opened::Refused);
    bench.fake.lock_out(false);
    bench.fake.next(Call::Tokenise, [Fault::Answers(403, None)]);
    assert_eq!(bench.stripe.tokenise(&card(GOOD), "tk_2").await, Tokenised::Misconfigured);
    let confirmation = bench.ready(GOOD).await;
    bench.fake.lock_out(true);
    assert_eq!(bench.charge(&confirmation).await, Verdict::Unknown);
    assert_eq!(bench.stripe.look_up(&confirmation).await, Verdict::Unknown);
    assert_eq!(bench.stripe.cancel(&confirmation).await, Verdict::Unknown);
    bench.fake.lock_out(false);
    assert_eq!(bench.charge(&confirmation).await, Verdict::Paid);
}
