//! Attempts that fail are counted by address and all together, and bounded.

use axum::http::StatusCode;
use payment_smart_bot::dialogue::Policy;
use serde_json::json;

use super::{Service, customer, problem};
use crate::support::Mood;

#[tokio::test]
async fn who_leaves_the_bank_s_page_again_and_again_has_to_wait() {
    let service = Service::new(Mood::Leaves, false, Policy::default());
    for _ in 0..5 {
        let mut jane = customer("192.0.2.1", None);
        assert_eq!(service.pays(&mut jane).await["status"], "awaiting_authentication");
        assert_eq!(service.say(&mut jane, "cancel").await.1["status"], "cancelled");
    }
    let refused = service.say(&mut customer("192.0.2.1", None), "hi").await;
    assert_eq!(problem(&refused), (429, "too-many-failures".to_owned()), "{}", refused.1);
}

#[tokio::test]
async fn when_most_customers_leave_the_bank_s_page_no_session_begins() {
    let policy = Policy { breaker_confirmations: 4, ..Policy::default() };
    let service = Service::new(Mood::Leaves, false, policy);
    for n in 0..4 {
        let mut jane = customer(&format!("192.0.2.{}", 10 + n), None);
        service.pays(&mut jane).await;
        assert_eq!(service.say(&mut jane, "cancel").await.1["status"], "cancelled");
    }
    let refused = service.say(&mut customer("192.0.2.99", None), "hi").await;
    assert_eq!(problem(&refused), (503, "paused".to_owned()), "{}", refused.1);
}

#[tokio::test]
async fn a_yes_that_is_sent_twice_at_once_leaves_no_failure_behind() {
    let service = Service::new(Mood::Pays, false, Policy::default());
    for _ in 0..6 {
        let mut jane = customer("192.0.2.1", None);
        for text in ["Jane Roe", "4242 4242 4242 4242", "12/2030", "123"] {
            service.say(&mut jane, text).await;
        }
        let (mut one, mut other) = (jane.again(), jane.again());
        tokio::join!(service.say(&mut one, "yes"), service.say(&mut other, "yes"));
        assert_eq!(service.say(&mut jane, "is it paid?").await.1["status"], "complete");
    }
    assert_eq!(service.say(&mut customer("192.0.2.1", None), "hi").await.0, 200);
}

#[tokio::test]
async fn where_the_gateway_is_down_nothing_counts_as_a_failed_attempt() {
    let service = Service::new(Mood::Down, false, Policy::default());
    for _ in 0..6 {
        let mut jane = customer("192.0.2.1", None);
        assert_eq!(service.pays(&mut jane).await["status"], "awaiting_confirmation");
        assert_eq!(service.say(&mut jane, "yes").await.1["status"], "awaiting_confirmation");
    }
    assert_eq!(service.say(&mut customer("192.0.2.1", None), "hi").await.0, 200);
}

#[tokio::test]
async fn after_five_failed_attempts_an_address_has_to_wait_and_no_other() {
    let policy = Policy { attempts: 9, cards: 9, ..Policy::default() };
    let service = Service::new(Mood::Declines, false, policy);
    for _ in 0..5 {
        assert_eq!(service.pays(&mut customer("192.0.2.1", None)).await["currentStep"], "card", "declined");
    }
    let refused = service.say(&mut customer("192.0.2.1", None), "hi").await;
    assert_eq!(problem(&refused), (429, "too-many-failures".to_owned()), "{}", refused.1);
    assert!(refused.2.is_some_and(|wait| wait.parse::<u32>().is_ok_and(|wait| (1..=600).contains(&wait))));
    assert_eq!(service.say(&mut customer("192.0.2.9", None), "hi").await.0, 200, "another address may begin");
    service.clock.wind(71);
    assert_eq!(service.say(&mut customer("192.0.2.1", None), "hi").await.0, 200, "an hour later");
}

#[tokio::test]
async fn a_session_that_is_under_way_charges_no_more_from_an_address_that_failed_too_often() {
    let policy = Policy { attempts: 9, cards: 9, ..Policy::default() };
    let service = Service::new(Mood::Declines, false, policy);
    let mut waiting = customer("192.0.2.1", None);
    for text in ["Jane Roe", "4242 4242 4242 4242", "12/2030", "123"] {
        service.say(&mut waiting, text).await;
    }
    for _ in 0..5 {
        service.pays(&mut customer("192.0.2.1", None)).await;
    }
    let (_, reply, _) = service.say(&mut waiting, "yes").await;
    assert_eq!(reply["status"], "cancelled", "{reply}");
}

#[tokio::test]
async fn what_is_paid_is_no_failed_attempt() {
    let service = Service::new(Mood::Pays, false, Policy::default());
    for _ in 0..8 {
        assert_eq!(service.pays(&mut customer("192.0.2.1", None)).await["status"], "complete");
    }
}

#[tokio::test]
async fn when_most_payments_fail_no_session_begins_and_those_under_way_finish() {
    let policy = Policy { breaker_confirmations: 4, place_failures: 200, ..Policy::default() };
    let service = Service::new(Mood::Declines, false, policy);
    let mut waiting = customer("192.0.2.1", None);
    service.say(&mut waiting, "Jane Roe").await;
    for n in 0..4 {
        service.pays(&mut customer(&format!("192.0.2.{}", 10 + n), None)).await;
    }
    let refused = service.say(&mut customer("192.0.2.99", None), "hi").await;
    assert_eq!(problem(&refused), (503, "paused".to_owned()), "{}", refused.1);
    assert!(refused.2.is_some());
    let (status, reply, _) = service.say(&mut waiting, "4242 4242 4242 4242").await;
    assert_eq!((status, &reply["currentStep"]), (StatusCode::OK, &json!("expiry")), "those under way go on");
    service.clock.wind(7);
    assert_eq!(service.say(&mut customer("192.0.2.99", None), "hi").await.0, 200, "it closes by itself");
}
