//! Honest customers: each pays with a card that is good, now and then, and waits when asked to, for a while.

use std::fmt;
use std::net::Ipv4Addr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use futures_util::future::join_all;

use crate::service::Takes;
use crate::support::lock;
use crate::talk::{Heard, Person, Talk};
use crate::{Tally, World};

/// So many customers, half of each class.
const CUSTOMERS: u32 = 50;

/// Each pays so many times, evenly over the time.
const PAYMENTS: u32 = 4;

/// A customer takes so long for a message, and again as long at most, by chance.
const THINKS: Duration = Duration::from_millis(1_200);

/// One who is refused sends the same again so many times, after as long as is asked for, or this at most.
const TRIES: u32 = 4;
const PATIENCE: Duration = Duration::from_secs(10);

/// What a customer comes with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// The merchant's signed order; where no door takes one, the order that the page minted.
    Ordered,
    /// Nothing.
    Plain,
}

impl fmt::Display for Class {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Ordered => "with an order (the merchant's, or the page's own where no door takes those)",
            Self::Plain => "without an order",
        })
    }
}

impl Class {
    pub const ALL: [Self; 2] = [Self::Ordered, Self::Plain];

    /// The name on the cards.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Ordered => "Jane Roe",
            Self::Plain => "John Doe",
        }
    }
}

/// What became of all of them.
#[derive(Default)]
pub struct Customers {
    tried: [AtomicU32; 2],
    gave_up: std::sync::Mutex<Tally>,
}

impl Customers {
    /// All of them come, pay or give up, and leave.
    pub async fn come(world: &Arc<World>) -> Self {
        let customers = Self::default();
        join_all((0..CUSTOMERS).map(|n| customers.comes(world, n))).await;
        customers
    }

    pub fn tried(&self, class: Class) -> u32 {
        self.tried[class as usize].load(Ordering::Relaxed)
    }

    pub fn gave_up(&self) -> Tally {
        lock(&self.gave_up).clone()
    }

    async fn comes(&self, world: &World, n: u32) {
        let class = if n.is_multiple_of(2) { Class::Ordered } else { Class::Plain };
        let mut chance = Chance(u64::from(n));
        for payment in 0..PAYMENTS {
            let turn = f64::from(payment) + chance.part();
            world.at(turn / f64::from(PAYMENTS)).await;
            self.tried[class as usize].fetch_add(1, Ordering::Relaxed);
            if let Err(why) = pays(world, class, n, payment, &mut chance).await {
                *lock(&self.gave_up).entry(format!("{why}, {class}")).or_default() += 1;
            }
        }
    }
}

/// One payment; what ended it before it was made.
async fn pays(world: &World, class: Class, n: u32, payment: u32, chance: &mut Chance) -> Result<(), String> {
    let person = Person { name: class.name(), cards: &["4242 4242 4242 4242"] };
    let from = Ipv4Addr::new(198, 51, 100, n.to_be_bytes()[3]).into();
    let mut talk = match (class, world.service.door(Takes::Signed, n)) {
        (Class::Ordered, Some(door)) => {
            Talk::new(person, &door.base, from).paying(Some(world.service.order(&format!("order-{n}-{payment}"))))
        }
        (Class::Ordered, None) => Talk::new(person, world.service.open(n), from).on_page(world).await,
        (Class::Plain, _) => Talk::new(person, world.service.open(n), from),
    };
    let (mut asked, mut refused) = ("name".to_owned(), 0);
    while let Some(text) = talk.answer(&asked) {
        tokio::time::sleep(THINKS + THINKS.mul_f64(chance.part())).await;
        loop {
            let (why, wait) = match talk.say(world, text).await {
                // The yes was heard and not carried out: it is said once more, later.
                Heard::Asked(next) if next == asked && matches!(&*next, "review" | "wait") => {
                    (format!("still at the {next}"), PATIENCE)
                }
                Heard::Asked(next) => {
                    asked = next;
                    break;
                }
                Heard::Refused(problem, wait) => (problem, wait),
                Heard::Silence => ("no answer".to_owned(), PATIENCE),
            };
            refused += 1;
            if refused > TRIES {
                return Err(why);
            }
            tokio::time::sleep(wait.min(PATIENCE)).await;
        }
    }
    if asked == "receipt" { Ok(()) } else { Err(format!("ended at \"{asked}\"")) }
}

/// Chance that is the same in every run (`SplitMix64`).
struct Chance(u64);

impl Chance {
    /// From 0 to 1.
    fn part(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        f64::from(u32::try_from(mixed >> 32).unwrap_or_default()) / f64::from(u32::MAX)
    }
}
