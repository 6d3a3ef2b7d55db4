//! The Stripe adapter through its port, against a Stripe of our own.

mod beside;
mod dialogue;
mod faults;
mod peer;
mod storm;

use std::sync::Arc;
use std::time::Duration;

use payment_smart_bot::adapters::{Stripe, StripePatience, StripeSettings, WebhookSecrets};
use payment_smart_bot::card::{Brand, BrandSet, CardNumber, Cvv, Expiry, Name};
use payment_smart_bot::dialogue::{
    AttemptId, Confirmation, Decline, FullCard, Link, Order, Payment, Purpose, Token, Tokenised, Verdict,
};
use payment_smart_bot::ports::Gateway as _;

use crate::stripe_server::{Call, FakeStripe, WEBHOOK_SECRET};

const KEY: &str = "sk_test_0a1b2c3d4e5f6g7h";

/// Short, so that tests are.
pub const QUICK: StripePatience = StripePatience {
    call: Duration::from_millis(1600),
    attempt: Duration::from_millis(400),
    pause: Duration::from_millis(4),
};

pub fn connect(base: &str, patience: StripePatience) -> Stripe {
    connected(settings(base, patience))
}

pub fn settings(base: &str, patience: StripePatience) -> StripeSettings {
    let returns = Arc::new(|attempt: &AttemptId| format!("https://bot.example/return/{}", attempt.as_str()));
    StripeSettings { base: base.to_owned(), patience, ..StripeSettings::new(KEY.parse().expect("a key"), returns) }
}

pub fn connected(settings: StripeSettings) -> Stripe {
    Stripe::connect(settings).expect("a client")
}

/// What the Stripe of our own signs its events with.
pub fn events() -> Option<WebhookSecrets> {
    WebhookSecrets::new([WEBHOOK_SECRET]).expect("a secret")
}

fn card(number: &str) -> FullCard {
    let number = CardNumber::parse(number, &BrandSet::ALL).expect("a number");
    let cvv = if number.brand() == Brand::Amex { "8371" } else { "837" };
    FullCard {
        name: Name::parse("Zoë O'Brien-Müller").expect("a name"),
        cvv: Cvv::parse(cvv, number.brand()).expect("a code"),
        number,
        expiry: Expiry::stored(12, 2030).expect("a date"),
    }
}

fn payment() -> Purpose {
    Purpose::Payment(Payment {
        amount: "49.90 EUR".parse().expect("money"),
        payee: Some("Harbour Books".to_owned()),
        description: Some("invoice 1042 & more = 100 % +".to_owned()),
        order: Some(Order {
            id: "A-1042".parse().expect("an id"),
            expires: "2027-01-01T00:00Z".parse().expect("a time"),
            minted: false,
        }),
    })
}

/// A Stripe, and a client of it.
struct Bench {
    fake: FakeStripe,
    stripe: Stripe,
}

impl Bench {
    fn new() -> Self {
        let fake = FakeStripe::start();
        let stripe = connect(&fake.base(), QUICK);
        Self { fake, stripe }
    }

    async fn token(&self, number: &str) -> Token {
        match self.stripe.tokenise(&card(number), &format!("tk_{}", self.fake.seen().len())).await {
            Tokenised::Token { token, .. } => token,
            other => panic!("no token: {other:?}"),
        }
    }

    /// A confirmation of a new intent with this card.
    async fn ready(&self, number: &str) -> Confirmation {
        self.ready_for(number, &payment()).await
    }

    async fn ready_for(&self, number: &str, purpose: &Purpose) -> Confirmation {
        let token = self.token(number).await;
        let intent = self.stripe.open_intent(purpose, "in_1").await.intent().expect("an intent");
        Confirmation { intent, attempt: AttemptId::new("at_1"), token }
    }

    async fn charge(&self, confirmation: &Confirmation) -> Verdict {
        self.stripe.charge(confirmation, &payment()).await
    }

    fn sound(&self) {
        assert_eq!(self.fake.violations(), Vec::<String>::new());
    }
}

const GOOD: &str = "4242424242424242";

#[tokio::test]
async fn a_card_is_tokenised_charged_and_looked_up() {
    let bench = Bench::new();
    let confirmation = bench.ready(GOOD).await;
    assert_eq!(bench.stripe.look_up(&confirmation).await, Verdict::NotReached);
    assert_eq!(bench.charge(&confirmation).await, Verdict::Paid);
    assert_eq!(bench.stripe.look_up(&confirmation).await, Verdict::Paid);
    assert_eq!((bench.fake.times_paid(), bench.fake.times_paid_for("A-1042")), (1, 1));
    let attempt = Some("at_1".to_owned());
    assert_eq!(bench.fake.intents(), [(confirmation.intent.as_str().to_owned(), "succeeded", attempt)]);
    bench.sound();
}

#[tokio::test]
async fn what_is_asked_is_what_was_given() {
    let bench = Bench::new();
    bench.charge(&bench.ready(GOOD).await).await;
    let seen = bench.fake.seen();
    assert!(seen.iter().all(|seen| seen.authorization == format!("Bearer {KEY}")));
    let form = |call| seen.iter().find(|seen| seen.call == call).expect("a call").form.clone();
    let said = |call, name: &str| {
        form(call).into_iter().find(|(known, _)| known == name).map(|(_, value)| value).unwrap_or_default()
    };
    assert_eq!(said(Call::OpenIntent, "amount"), "4990");
    assert_eq!(said(Call::OpenIntent, "currency"), "eur");
    assert_eq!(said(Call::OpenIntent, "description"), "invoice 1042 & more = 100 % +");
    assert_eq!(said(Call::OpenIntent, "metadata[order]"), "A-1042");
    assert_eq!(said(Call::Confirm, "return_url"), "https://bot.example/return/at_1");
    let keys: Vec<_> = seen.iter().filter_map(|seen| seen.key.as_deref()).collect();
    assert_eq!(keys, ["tk_0", "in_1", "at_1_m", "at_1"]);
}

#[tokio::test]
async fn every_test_card_is_declined_as_it_is_published() {
    for (number, decline) in [
        ("4000000000000002", Decline::OtherCard),
        ("4000000000009995", Decline::OtherCard),
        ("4000000000009987", Decline::Plain),
        ("4000000000009979", Decline::Plain),
        ("4000000000000069", Decline::OtherCard),
        ("4000000000000127", Decline::Cvv),
        ("4000000000000119", Decline::TryAgain),
        ("4000000000006975", Decline::OtherCard),
        ("4100000000000019", Decline::Plain),
    ] {
        let bench = Bench::new();
        let confirmation = bench.ready(number).await;
        assert_eq!(bench.charge(&confirmation).await, Verdict::Declined(decline), "{number}");
        assert_eq!(bench.stripe.look_up(&confirmation).await, Verdict::Declined(decline), "{number}");
        assert_eq!(bench.charge(&confirmation).await, Verdict::Declined(decline), "{number}");
        bench.fake.forget_keys();
        assert_eq!(bench.charge(&confirmation).await, Verdict::Declined(decline), "{number}, a day later");
        assert_eq!(bench.fake.times_paid(), 0);
        bench.sound();
    }
}

#[tokio::test]
async fn after_a_decline_another_card_pays_the_same_intent() {
    let bench = Bench::new();
    let first = bench.ready("4000000000000002").await;
    assert!(matches!(bench.charge(&first).await, Verdict::Declined(_)));
    let second =
        Confirmation { attempt: AttemptId::new("at_2"), token: bench.token(GOOD).await, intent: first.intent.clone() };
    assert_eq!(bench.stripe.look_up(&second).await, Verdict::NotReached);
    assert_eq!(bench.charge(&second).await, Verdict::Paid);
    assert_eq!(bench.charge(&second).await, Verdict::Paid);
    assert_eq!(bench.fake.times_paid(), 1);
    bench.sound();
}

#[tokio::test]
async fn brands_of_every_length_become_tokens_and_the_same_number_has_the_same_fingerprint() {
    let bench = Bench::new();
    let mut prints = Vec::new();
    for number in [GOOD, GOOD, "378282246310005", "30569309025904", "6200000000000005", "3530111333300000"] {
        match bench.stripe.tokenise(&card(number), &format!("tk_{}", prints.len())).await {
            Tokenised::Token { fingerprint, .. } => prints.push(fingerprint.expect("a fingerprint")),
            other => panic!("{other:?}"),
        }
    }
    assert_eq!(prints[0], prints[1]);
    prints.dedup();
    assert_eq!(prints.len(), 5);
    bench.sound();
}

#[tokio::test]
async fn a_card_value_that_is_refused_is_the_customers_to_mend() {
    let bench = Bench::new();
    let mut past = card(GOOD);
    past.expiry = Expiry::stored(1, 2025).expect("a date");
    assert_eq!(bench.stripe.tokenise(&past, "tk_1").await, Tokenised::Refused(Decline::Expiry));
    let mut other = card("378282246310005");
    other.number = card(GOOD).number;
    assert!(matches!(bench.stripe.tokenise(&other, "tk_2").await, Tokenised::Token { .. }));
    // A UnionPay number may fail the check digit that Stripe asks of all.
    let mut union_pay = card(GOOD);
    union_pay.number = CardNumber::parse("6200000000000006", &BrandSet::ALL).expect("no check digit is asked of it");
    assert_eq!(bench.stripe.tokenise(&union_pay, "tk_3").await, Tokenised::Refused(Decline::Number));
}

#[tokio::test]
async fn three_ds_leads_to_the_bank_and_back() {
    for (number, choice, verdict, result) in [
        ("4000000000003220", "pass", Verdict::Paid, "succeeded"),
        ("4000000000003220", "fail", Verdict::Declined(Decline::Authentication), "failed"),
        ("4000008400001629", "pass", Verdict::Declined(Decline::OtherCard), "failed"),
    ] {
        let bench = Bench::new();
        let confirmation = bench.ready(number).await;
        let intent = confirmation.intent.as_str();
        let link = format!("{}/3ds/{intent}", bench.fake.base());
        assert_eq!(bench.charge(&confirmation).await, Verdict::ActionRequired(Link::new(&link)));
        assert_eq!(bench.stripe.look_up(&confirmation).await, Verdict::ActionRequired(Link::new(&link)));
        let browser = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).build().expect("a client");
        assert!(browser.get(&link).send().await.expect("a page").status().is_success());
        let back = browser.get(format!("{link}/{choice}")).send().await.expect("a way back");
        let location = back.headers()["location"].to_str().expect("an address").to_owned();
        let expected = format!("https://bot.example/return/at_1?payment_intent={intent}&redirect_status={result}");
        assert_eq!(location, expected);
        assert_eq!(bench.stripe.look_up(&confirmation).await, verdict, "{number} {choice}");
        bench.sound();
    }
}

#[tokio::test]
async fn pending_money_is_waited_for() {
    for (passed, verdict) in [(true, Verdict::Paid), (false, Verdict::Declined(Decline::OtherCard))] {
        let bench = Bench::new();
        let confirmation = bench.ready(GOOD).await;
        bench.fake.pend(1);
        assert_eq!(bench.charge(&confirmation).await, Verdict::Pending);
        assert_eq!(bench.stripe.cancel(&confirmation).await, Verdict::Pending, "too late to cancel, too early to say");
        bench.fake.settle(confirmation.intent.as_str(), passed);
        assert_eq!(bench.stripe.look_up(&confirmation).await, verdict);
    }
}

#[tokio::test]
async fn a_cancellation_comes_in_time_or_too_late() {
    let bench = Bench::new();
    let confirmation = bench.ready(GOOD).await;
    assert_eq!(bench.stripe.cancel(&confirmation).await, Verdict::Voided);
    assert_eq!(bench.stripe.cancel(&confirmation).await, Verdict::Voided);
    assert_eq!(bench.charge(&confirmation).await, Verdict::Voided);
    assert_eq!(bench.stripe.look_up(&confirmation).await, Verdict::Voided);
    bench.sound();

    let bench = Bench::new();
    let confirmation = bench.ready(GOOD).await;
    bench.charge(&confirmation).await;
    assert_eq!(bench.stripe.cancel(&confirmation).await, Verdict::Paid);

    let bench = Bench::new();
    let confirmation = bench.ready("4000000000003220").await;
    bench.charge(&confirmation).await;
    assert_eq!(bench.stripe.cancel(&confirmation).await, Verdict::Voided);
    assert_eq!(bench.fake.times_paid(), 0);
}

#[tokio::test]
async fn a_card_is_kept_by_a_setup_intent_of_a_customer() {
    for (number, verdict) in [(GOOD, Verdict::Paid), ("4000000000009995", Verdict::Declined(Decline::OtherCard))] {
        let bench = Bench::new();
        let confirmation = bench.ready_for(number, &Purpose::Keep).await;
        assert!(confirmation.intent.as_str().starts_with("seti_"));
        assert_eq!(bench.stripe.charge(&confirmation, &Purpose::Keep).await, verdict);
        assert_eq!(bench.stripe.look_up(&confirmation).await, verdict);
        bench.sound();
    }
    let bench = Bench::new();
    let confirmation = bench.ready_for("4000000000003220", &Purpose::Keep).await;
    let verdict = bench.stripe.charge(&confirmation, &Purpose::Keep).await;
    assert!(matches!(verdict, Verdict::ActionRequired(_)));
    bench.fake.settle(confirmation.intent.as_str(), false);
    assert_eq!(bench.stripe.look_up(&confirmation).await, Verdict::Declined(Decline::Authentication));
    assert_eq!(bench.stripe.cancel(&confirmation).await, Verdict::Voided);
    // What was opened to keep a card is not charged.
    assert_eq!(bench.charge(&bench.ready_for(GOOD, &Purpose::Keep).await).await, Verdict::Unknown);
    bench.sound();
}
