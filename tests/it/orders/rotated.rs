//! Keys that are exchanged while customers pay: nobody is lost while the old one stands beside the new one, and once it is taken
//! away it opens nothing.

use payment_smart_bot::dialogue::Policy;
use payment_smart_bot::http::App;
use payment_smart_bot::ports::Ledger as _;

use super::minted::of_page;
use super::*;

/// Two secrets of a merchant.
const FORMER: &str = "5d41402abc4b2a76b9719d911017c592";
const NEXT: &str = "7d793037a0760186574b0282f2f435e7";

impl Service {
    /// Started anew over the same store, with these keys of its own and of the merchant's.
    fn again(&mut self, key: ServiceKey, orders: Option<&str>) {
        let orders = orders.map(|key| OrderKey::parse(key, &CURRENCIES).expect("keys"));
        self.key = key.clone();
        self.app = App::new(self.bot.clone()).trusting(Trust { orders, key });
    }
}

/// The key after that of the test, with and without it beside.
fn keys() -> [ServiceKey; 2] {
    let next = ServiceKey::derived(b"another one of the test");
    [next.clone().after(b"of the test"), next]
}

#[tokio::test]
async fn who_is_at_the_bank_comes_back_after_the_service_key_was_rotated_and_not_once_it_is_retired() {
    let [both, new] = keys();
    for (key, comes_back) in [(both, true), (new, false)] {
        let mut service = Service::new(Mood::Asks, false, Policy::default());
        assert_eq!(service.pays(&mut customer("192.0.2.1", None)).await["status"], "awaiting_authentication");
        let open = service.store.open_attempts(None, 9).await.expect("a store");
        let path = format!("/return/{}", service.key.return_token(&open[0].attempt.attempt));
        service.again(key, None);
        let request = Request::post(&path).body(Body::empty()).expect("a request");
        assert_eq!(service.send(request).await.0, if comes_back { 200 } else { 404 });
        let left = service.store.open_attempts(None, 9).await.expect("a store").len();
        assert_eq!(left, usize::from(!comes_back), "it was looked up, and is paid");
    }
}

#[tokio::test]
async fn an_order_that_a_former_key_minted_is_the_same_payment_until_that_is_retired() {
    let [both, new] = keys();
    let mut service = Service::new(Mood::Pays, false, Policy::default());
    let order = of_page(&service).await;
    service.again(both, None);
    assert_eq!(service.pays(&mut customer("192.0.2.1", Some(order.clone()))).await["status"], "complete");
    let again = service.say(&mut customer("192.0.2.1", Some(order.clone())), "hi").await.1;
    assert_eq!(again["ask"]["kind"], "finished", "{again}");
    let next = of_page(&service).await;
    service.again(new, None);
    let refused = service.say(&mut customer("192.0.2.1", Some(order)), "hi").await;
    assert_eq!(problem(&refused), (400, "orders-not-taken".to_owned()), "{}", refused.1);
    let taken = service.say(&mut customer("192.0.2.1", Some(next)), "hi").await;
    assert_eq!(taken.0, 200, "what is minted is minted with the first: {}", taken.1);
}

#[tokio::test]
async fn an_order_that_a_former_key_signed_is_taken_until_that_is_retired() {
    let mut service = Service::new(Mood::Pays, true, Policy::default());
    let expires = service.clock.now() + SignedDuration::from_mins(60);
    let sign = |key: &str, order: &str| {
        let key = SigningKey::parse(key, &CURRENCIES).expect("a key");
        key.sign(&payment(order, expires)).expect("signs")
    };
    let both = format!("{NEXT}\n{FORMER}");
    for (keys, former, next) in [(FORMER, 200, 400), (&both, 200, 200), (NEXT, 400, 200)] {
        service.again(ServiceKey::derived(b"of the test"), Some(keys));
        for (key, status) in [(FORMER, former), (NEXT, next)] {
            let order = sign(key, &format!("order-{former}-{next}-{status}"));
            assert_eq!(service.say(&mut customer("192.0.2.1", Some(order)), "hi").await.0, status);
        }
    }
}
