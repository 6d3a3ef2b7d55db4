//! Orders that the service mints for its own page: one payment, whatever happens in the browser, and nothing else.

use payment_smart_bot::dialogue::Policy;

use super::{Service, customer, problem};
use crate::support::Mood;

/// The order that the page was given when it was loaded.
pub async fn of_page(service: &Service) -> String {
    let page = service.get("/").await;
    let (_, rest) = page.split_once("data-order=\"").expect("a place for it");
    rest.split('"').next().expect("its end").to_owned()
}

#[tokio::test]
async fn every_load_of_the_page_is_given_an_order_of_its_own_unless_merchants_sign_them() {
    let service = Service::new(Mood::Pays, false, Policy::default());
    let (first, second) = (of_page(&service).await, of_page(&service).await);
    assert!(first.len() > 100 && second.len() > 100 && first != second);
    let signed = Service::new(Mood::Pays, true, Policy::default());
    assert_eq!(of_page(&signed).await, "");
    let mut jane = customer("192.0.2.1", Some(first));
    let refused = signed.say(&mut jane, "hi").await;
    assert_eq!(problem(&refused), (400, "order-not-accepted".to_owned()), "{}", refused.1);
    let tokens = Service::new(Mood::Pays, false, Policy { charge: false, ..Policy::default() });
    assert_eq!(of_page(&tokens).await, "", "nothing is charged");
}

#[tokio::test]
async fn two_tabs_with_one_minted_order_pay_once() {
    let service = Service::new(Mood::Pays, false, Policy::default());
    let order = of_page(&service).await;
    let (mut one, mut two) = (customer("192.0.2.1", Some(order.clone())), customer("192.0.2.1", Some(order.clone())));
    for text in ["Jane Roe", "4242 4242 4242 4242", "12/2030", "123"] {
        service.say(&mut one, text).await;
        service.say(&mut two, text).await;
        (one.order, two.order) = (None, None);
    }
    assert_eq!(service.say(&mut one, "yes").await.1["status"], "complete");
    let late = service.say(&mut two, "yes").await.1;
    assert_eq!((late["status"].as_str(), service.gateway.times_paid()), (Some("cancelled"), 1), "{late}");
    assert_eq!(late["ask"]["kind"], "finished");
    assert!(late["reply"].as_str().is_some_and(|said| said.contains("This payment is finished")), "{late}");
    // Who opens it without the session's token hears the same at once, and is asked for no card.
    let opened = service.say(&mut customer("192.0.2.9", Some(order)), "hi").await.1;
    assert!(opened["reply"].as_str().is_some_and(|said| said.contains("Start a new one?")), "{opened}");
    // Another load is another payment.
    let next = service.pays(&mut customer("192.0.2.1", Some(of_page(&service).await))).await;
    assert_eq!((next["status"].as_str(), service.gateway.times_paid()), (Some("complete"), 2));
}

#[tokio::test]
async fn a_minted_order_counts_as_none_for_what_is_told_and_who_is_let_in() {
    let service = Service::new(Mood::Declines, false, Policy::default());
    // A decline says no more than without an order.
    let order = of_page(&service).await;
    let mut jane = customer("192.0.2.1", Some(order));
    let declined = service.pays(&mut jane).await;
    assert!(declined["reply"].as_str().is_some_and(|said| said.contains("The card was declined")), "{declined}");
    // The address is barred as any other, whatever orders its pages are given.
    for _ in 0..4 {
        let order = of_page(&service).await;
        service.pays(&mut customer("192.0.2.1", Some(order))).await;
    }
    let order = of_page(&service).await;
    let barred = service.say(&mut customer("192.0.2.1", Some(order)), "hi").await;
    assert_eq!(problem(&barred), (429, "too-many-failures".to_owned()), "{}", barred.1);
}

#[tokio::test]
async fn a_minted_order_lasts_a_day_and_is_known_to_its_own_service_alone() {
    let service = Service::new(Mood::Pays, false, Policy::default());
    let (order, other) = (of_page(&service).await, of_page(&Service::new(Mood::Pays, false, Policy::default())).await);
    let (head, tail) = order.split_at(order.len() - 8);
    for bad in [format!("{head}AAAAAAAA"), tail.to_owned(), String::new()] {
        let refused = service.say(&mut customer("192.0.2.1", Some(bad)), "hi").await;
        assert_eq!(problem(&refused), (400, "orders-not-taken".to_owned()), "{}", refused.1);
    }
    // Both services of a test have the same key; an operator's have the same on purpose.
    assert_eq!(service.say(&mut customer("192.0.2.1", Some(other)), "hi").await.0, 200);
    service.clock.wind(24 * 60);
    let over = service.say(&mut customer("192.0.2.1", Some(order)), "hi").await;
    assert_eq!(problem(&over), (400, "order-not-accepted".to_owned()), "{}", over.1);
}
