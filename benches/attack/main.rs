//! Card testers against a shop with customers: `cargo bench --all-features --bench attack -- embedded|dynamodb`
//!
//! Six attackers and fifty honest customers meet the real binary for five minutes (`ATTACK_SECONDS`), each from addresses of
//! its own. What is counted is counted at the gateway, by the name on the card: whose cards it was asked to charge, and which
//! of them were paid. It fails where more than [`STOLEN`] stolen cards got there, or fewer than [`HONEST`] percent of the
//! honest payments went through that have the merchant's signed order. Who has none can't be told from a card tester while the
//! service rests: what became of those is printed.
//!
//! - `embedded`: one `serve`, open to all, over a data folder;
//! - `dynamodb`: four over the tables of `DYNAMODB_TEST_ENDPOINT`: two take the merchant's signed orders alone, two are open
//!   to all. A load balancer keeps each conversation at one of them.

mod attackers;
mod customers;
#[expect(dead_code, reason = "the tests use all of it")]
#[path = "../../tests/it/http_server.rs"]
mod http_server;
mod service;
#[expect(dead_code, unused_imports, reason = "the tests use all of it")]
#[path = "../../tests/it/stripe_server/mod.rs"]
mod stripe_server;
mod talk;

use std::collections::BTreeMap;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use attackers::Attacker;
use customers::{Class, Customers};
use service::{Service, Store, Takes};
use stripe_server::{Call, FakeStripe, Fault};

/// What the stand-in for Stripe wants of the tests around it.
mod support {
    use std::sync::{Mutex, MutexGuard, PoisonError};

    pub fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
        mutex.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// So many stolen cards may get to the gateway, of all attackers together.
const STOLEN: u32 = 60;

/// So many payments of a hundred have to go through that a merchant signed for.
const HONEST: f64 = 98.0;

/// A bank takes so long to decide. What is in the air meanwhile is what a burst lives on.
const BANK: Duration = Duration::from_millis(400);

/// More confirmations than there can be.
const MANY: usize = 100_000;

/// What everybody here needs to know.
struct World {
    service: Service,
    client: reqwest::Client,
    began: Instant,
    /// How long payments begin.
    lasts: Duration,
    over: AtomicBool,
}

impl World {
    /// Whether the last customer has left.
    fn is_over(&self) -> bool {
        self.over.load(Ordering::Relaxed)
    }

    /// Waits until this part of the time is over.
    async fn at(&self, part: f64) {
        tokio::time::sleep_until((self.began + self.lasts.mul_f64(part)).into()).await;
    }
}

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1).filter(|argument| argument != "--bench");
    let store = match arguments.next().as_deref() {
        Some("embedded") | None => Store::Embedded,
        Some("dynamodb") => Store::DynamoDb(given("DYNAMODB_TEST_ENDPOINT").expect("where DynamoDB is")),
        Some(_) => panic!("embedded, or dynamodb"),
    };
    let seconds = given("ATTACK_SECONDS").map_or(300, |seconds| seconds.parse().expect("how many seconds"));
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    runtime.block_on(run(&store, Duration::from_secs(seconds)))
}

fn given(name: &str) -> Option<String> {
    #[expect(clippy::disallowed_methods, reason = "a benchmark reads how it is to be run")]
    std::env::var(name).ok()
}

async fn run(store: &Store, lasts: Duration) -> ExitCode {
    let stripe = FakeStripe::start();
    stripe.next(Call::Confirm, std::iter::repeat_n(Fault::SlowBefore(BANK), MANY));
    let client = reqwest::Client::builder().timeout(Duration::from_secs(30)).build().expect("a client");
    let service = Service::start(store, &stripe.base());
    let world = Arc::new(World { service, client, began: Instant::now(), lasts, over: AtomicBool::new(false) });
    let attacks: Vec<_> = Attacker::ALL.iter().map(|attacker| tokio::spawn(attacker.attack(world.clone()))).collect();
    let customers = Customers::come(&world).await;
    world.over.store(true, Ordering::Relaxed);
    for attack in attacks {
        attack.await.expect("an attacker that ends");
    }
    report(store, &world, &stripe, &customers)
}

/// Prints what came of it; whether the goal is met.
fn report(store: &Store, world: &World, stripe: &FakeStripe, customers: &Customers) -> ExitCode {
    let charged = stripe.charged();
    let of = |name: &str| charged.get(name).copied().unwrap_or_default();
    println!("figure: {store}, {} s", world.began.elapsed().as_secs());
    let stolen: u32 = Attacker::ALL.iter().map(|attacker| told(*attacker, of(attacker.name()).0)).sum();
    println!("figure: {stolen:5} stolen cards at the gateway in all (at most {STOLEN})");
    let (mut tried, mut paid) = (0, 0);
    for class in Class::ALL {
        let (of_class, went_through) = (customers.tried(class), of(class.name()).1);
        println!(
            "figure: {went_through:5} of {of_class} payments went through, {:.1} %: {class}",
            share(went_through, of_class)
        );
        (tried, paid) = (tried + of_class, paid + went_through);
    }
    println!("figure: {paid:5} of {tried} honest payments went through, {:.1} %", share(paid, tried));
    let signed = share(of(Class::Ordered.name()).1, customers.tried(Class::Ordered));
    let takes_signed = world.service.door(Takes::Signed, 0).is_some();
    let honest = if takes_signed { signed } else { 100.0 };
    if takes_signed {
        println!("figure: {signed:.1} % of what the merchant signed for went through (at least {HONEST} %)");
    }
    for (why, times) in customers.gave_up() {
        println!("figure: {times:5} honest payments were given up: {why}");
    }
    println!("figure: {:5} cards were made payment methods", stripe.times(Call::Tokenise));
    println!(
        "figure: {:5} KiB of memory at most, {} process(es)",
        world.service.peak_memory(),
        world.service.doors.len()
    );
    println!("figure: {:5} KiB on the disk", world.service.disk());
    let wrong = stripe.violations();
    assert!(wrong.is_empty(), "{wrong:?}");
    if stolen <= STOLEN && honest >= HONEST {
        return ExitCode::SUCCESS;
    }
    eprintln!("{store}: the goal is missed");
    ExitCode::FAILURE
}

fn told(attacker: Attacker, cards: u32) -> u32 {
    println!("figure: {cards:5} cards at the gateway: {attacker}");
    cards
}

fn share(part: u32, whole: u32) -> f64 {
    100.0 * f64::from(part) / f64::from(whole.max(1))
}

/// How often something was.
type Tally = BTreeMap<String, u32>;
