//! Attempts that fail are counted by address and all together, and bounded.

use axum::http::StatusCode;
use payment_smart_bot::dialogue::Policy;
use serde_json::json;

use super::{Customer, Service, customer, problem};
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
    service.clock.wind(1);
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
    assert!(refused.2.is_some_and(|wait| wait.parse::<u32>().is_ok_and(|wait| (1..=3600).contains(&wait))));
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
    service.clock.wind(1);
    let refused = service.say(&mut customer("192.0.2.99", None), "hi").await;
    assert_eq!(problem(&refused), (503, "paused".to_owned()), "{}", refused.1);
    assert!(refused.2.is_some());
    let (status, reply, _) = service.say(&mut waiting, "4242 4242 4242 4242").await;
    assert_eq!((status, &reply["currentStep"]), (StatusCode::OK, &json!("expiry")), "those under way go on");
    service.clock.wind(11);
    assert_eq!(service.say(&mut customer("192.0.2.99", None), "hi").await.0, 200, "it closes by itself");
}

const TO_REVIEW: [&str; 4] = ["Jane Roe", "4242 4242 4242 4242", "12/2030", "123"];

impl Service {
    /// A customer from there who is about to say yes.
    async fn at_the_review(&self, at: &str, order: Option<String>) -> Customer {
        let mut customer = customer(at, order);
        for text in TO_REVIEW {
            let (status, reply, _) = self.say(&mut customer, text).await;
            assert_eq!(status, StatusCode::OK, "{reply}");
            customer.order = None;
        }
        customer
    }
}

#[tokio::test]
async fn who_came_to_the_review_before_the_service_rests_sends_no_card_after_it() {
    let policy = Policy { place_failures: 200, ..Policy::default() };
    let service = Service::new(Mood::Declines, false, policy);
    let mut hoarded = Vec::new();
    for n in 0..200 {
        hoarded.push(service.at_the_review(&format!("198.51.100.{n}"), None).await);
    }
    let answers = hoarded.iter_mut().map(|customer| service.say(customer, "yes"));
    let answers = futures_util::future::join_all(answers).await;
    let sent = service.gateway.attempts();
    // Fifty are the bound, and a share of which nobody was let through yet asks nobody.
    assert!((30..=60).contains(&sent), "{sent} cards were sent");
    let held: Vec<_> = answers.iter().filter(|(_, reply, _)| reply["status"] == "awaiting_confirmation").collect();
    assert_eq!(held.len(), 200 - sent);
    for (_, reply, _) in held {
        let said = reply["reply"].as_str().expect("a text");
        assert!(said.contains("charged nothing") && said.contains("try again in about ten minutes"), "{said}");
    }
    service.clock.wind(11);
    let waiting = answers.iter().position(|(_, reply, _)| reply["status"] == "awaiting_confirmation").expect("one");
    service.say(&mut hoarded[waiting], "yes").await;
    assert_eq!(service.gateway.attempts(), sent + 1, "it closes by itself, and the session is where it was");
}

#[tokio::test]
async fn what_a_merchant_signed_for_is_paid_whatever_others_do() {
    let policy = Policy { breaker_confirmations: 3, place_failures: 2, attempts: 9, cards: 9, ..Policy::default() };
    let mut service = Service::new(Mood::Declines, false, policy);
    for n in 0..6 {
        let refused = service.say(&mut customer(&format!("192.0.2.{}", n / 2), None), "hi").await;
        if refused.0 == StatusCode::OK {
            service.pays(&mut customer(&format!("192.0.2.{}", n / 2), None)).await;
        }
    }
    service.clock.wind(1);
    assert_eq!(problem(&service.say(&mut customer("192.0.2.99", None), "hi").await).1, "paused");
    // The same counts and the same addresses, where the merchant signs.
    service.with_sandbox();
    for (n, at) in ["192.0.2.0", "192.0.2.1", "192.0.2.99"].into_iter().enumerate() {
        let mut jane = customer(at, Some(service.order(&format!("order-{n}"), 60)));
        assert_eq!(service.pays(&mut jane).await["status"], "complete", "{at}");
    }
}

#[tokio::test]
async fn the_networks_around_an_ipv6_address_are_counted_with_wider_bounds() {
    let policy = Policy { breaker_confirmations: 1000, place_failures: 2, ..Policy::default() };
    // One card from each /64: of one /56, and of one /48 with as many /56.
    for (step, bound) in [(1, 4), (0x100, 16)] {
        let service = Service::new(Mood::Declines, false, policy.clone());
        for n in 0..bound {
            service.pays(&mut customer(&format!("2001:db8:0:{:x}::1", n * step), None)).await;
        }
        let refused = service.say(&mut customer(&format!("2001:db8:0:{:x}::1", bound * step), None), "hi").await;
        assert_eq!(problem(&refused), (429, "too-many-failures".to_owned()), "{}", refused.1);
        let elsewhere = service.say(&mut customer("2001:db8:1::1", None), "hi").await;
        assert_eq!(elsewhere.0, StatusCode::OK, "another /48 may begin");
    }
}

#[tokio::test]
async fn cards_that_become_a_token_and_are_never_charged_are_counted_where_they_come_from() {
    let service = Service::new(Mood::Pays, false, Policy::default());
    for _ in 0..20 {
        service.at_the_review("192.0.2.1", None).await;
    }
    let refused = service.say(&mut customer("192.0.2.1", None), "hi").await;
    assert_eq!(problem(&refused), (429, "too-many-failures".to_owned()), "{}", refused.1);
    for _ in 0..25 {
        assert_eq!(
            service.pays(&mut customer("192.0.2.2", None)).await["status"],
            "complete",
            "what is charged is not"
        );
    }
}

#[tokio::test]
async fn an_order_s_cards_that_become_a_token_are_counted_with_the_order() {
    let service = Service::new(Mood::Pays, true, Policy::default());
    let order = service.order("order-1", 60);
    for n in 0..20 {
        service.at_the_review(&format!("192.0.2.{n}"), Some(order.clone())).await;
    }
    let mut jane = customer("192.0.2.77", Some(order));
    for text in &TO_REVIEW[..3] {
        service.say(&mut jane, text).await;
        jane.order = None;
    }
    let (_, reply, _) = service.say(&mut jane, "123").await;
    assert_eq!(reply["status"], "cancelled", "{reply}");
    let mut rob = customer("192.0.2.77", Some(service.order("order-2", 60)));
    assert_eq!(service.pays(&mut rob).await["status"], "complete", "another order is another matter");
}

#[tokio::test]
async fn where_too_many_cards_become_a_token_in_all_no_more_do_for_a_while() {
    let policy = Policy { breaker_confirmations: 3, ..Policy::default() };
    let service = Service::new(Mood::Pays, false, policy);
    let mut waiting = customer("192.0.2.1", None);
    for text in &TO_REVIEW[..3] {
        service.say(&mut waiting, text).await;
    }
    for n in 0..40 {
        service.at_the_review(&format!("198.51.100.{n}"), None).await;
    }
    let (_, reply, _) = service.say(&mut waiting, "123").await;
    assert_eq!((&reply["status"], &reply["currentStep"]), (&json!("collecting"), &json!("cvv")), "{reply}");
    assert!(reply["reply"].as_str().expect("a text").contains("try again in about ten minutes"), "{reply}");
    service.clock.wind(11);
    assert_eq!(service.say(&mut waiting, "123").await.1["status"], "awaiting_confirmation");
}
