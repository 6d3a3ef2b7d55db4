//! Who tries stolen cards, or keeps the service from its customers.

use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use futures_util::future::join_all;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use crate::World;
use crate::talk::{Heard, Person, Talk};

/// The cards of every attacker: published test numbers that are declined, more of them than a session may try.
const CARDS: &[&str] = &["4000 0000 0000 0002", "4000 0000 0000 9995", "4000 0000 0000 9987"];

/// An attacker talks so many times at once, and pauses so long before each message.
const AT_ONCE: u32 = 4;
const PAUSE: Duration = Duration::from_millis(250);

/// So many sessions are hoarded, by this part of the time; then all are confirmed, and those that were refused twice more.
const HOARD: u32 = 300;
const HOARDED_BY: f64 = 0.15;
const CONFIRMED_AT: [f64; 3] = [0.2, 0.5, 0.8];

/// So many connections are held. They are fewer than there are places: a service behind a proxy counts none by client, since
/// what is half a request is the proxy's to hold.
const HELD: usize = 2_000;

/// An attacker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Attacker {
    OneAddress,
    OneNetwork,
    ManyAddresses,
    Page,
    SlowLoris,
    Hoarder,
}

impl fmt::Display for Attacker {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::OneAddress => "one address",
            Self::OneNetwork => "one IPv6 /56, each session from another /64",
            Self::ManyAddresses => "200 addresses",
            Self::Page => "orders of the page's own, from 100 addresses",
            Self::SlowLoris => "connections held with half a request",
            Self::Hoarder => "sessions brought to the review, then confirmed at once, from 60 addresses",
        })
    }
}

impl Attacker {
    pub const ALL: [Self; 6] =
        [Self::OneAddress, Self::OneNetwork, Self::ManyAddresses, Self::Page, Self::SlowLoris, Self::Hoarder];

    /// The name on the stolen cards.
    pub const fn name(self) -> &'static str {
        match self {
            Self::OneAddress => "Oscar Miller",
            Self::OneNetwork => "Nora Fischer",
            Self::ManyAddresses => "Martin Weber",
            Self::Page => "Paula Wagner",
            Self::SlowLoris => "Simon Becker",
            Self::Hoarder => "Henry Schulz",
        }
    }

    /// Where its n-th session comes from.
    fn address(self, n: u32) -> IpAddr {
        let [_, _, high, low] = n.to_be_bytes();
        let within = |bound: u32| n.checked_rem(bound).unwrap_or_default().to_be_bytes()[3];
        match self {
            Self::OneAddress => Ipv4Addr::new(192, 0, 2, 1).into(),
            Self::OneNetwork => {
                Ipv6Addr::new(0x2001, 0xdb8, 0, 0xaa00 | u16::from(low), 0, 0, u16::from(high), 1).into()
            }
            Self::ManyAddresses => Ipv4Addr::new(203, 0, 113, within(200)).into(),
            Self::Page => Ipv4Addr::new(10, 9, 0, within(100)).into(),
            Self::SlowLoris => Ipv4Addr::new(10, 7, 0, within(200)).into(),
            Self::Hoarder => Ipv4Addr::new(10, 8, 0, within(60)).into(),
        }
    }

    /// Goes on until the last customer has left.
    pub async fn attack(self, world: Arc<World>) {
        let n = AtomicU32::new(0);
        match self {
            Self::SlowLoris => drop(join_all((0..HELD).map(|place| hold(&world, place))).await),
            Self::Hoarder => self.hoard(&world, &n).await,
            Self::OneAddress | Self::OneNetwork | Self::ManyAddresses | Self::Page => {
                let tries = |_| async {
                    while !world.is_over() {
                        let mut talk = self.begin(&world, &n).await;
                        self.carry_on(&world, &mut talk, "name", None).await;
                    }
                };
                join_all((0..AT_ONCE).map(tries)).await;
            }
        }
    }

    /// The next session.
    async fn begin(self, world: &World, n: &AtomicU32) -> Talk {
        let n = n.fetch_add(1, Ordering::Relaxed);
        let person = Person { name: self.name(), cards: CARDS };
        let talk = Talk::new(person, world.service.open(n), self.address(n));
        if self == Self::Page { talk.on_page(world).await } else { talk }
    }

    /// Answers what is asked until nothing more is, or until `last` is; says whether that came.
    async fn carry_on(self, world: &World, talk: &mut Talk, first: &str, last: Option<&str>) -> bool {
        let mut asked = first.to_owned();
        while let Some(text) = talk.answer(&asked) {
            tokio::time::sleep(PAUSE).await;
            match talk.say(world, text).await {
                Heard::Asked(next) if last == Some(&*next) => return true,
                Heard::Asked(next) => asked = next,
                Heard::Refused(..) | Heard::Silence => return false,
            }
            if world.is_over() {
                return false;
            }
        }
        false
    }

    async fn hoard(self, world: &World, n: &AtomicU32) {
        let gathers = |_| async {
            let mut held = Vec::new();
            while n.load(Ordering::Relaxed) < HOARD && world.began.elapsed() < world.lasts.mul_f64(HOARDED_BY) {
                let mut talk = self.begin(world, n).await;
                if self.carry_on(world, &mut talk, "name", Some("review")).await {
                    held.push(talk);
                }
            }
            held
        };
        let mut hoard: Vec<Talk> = join_all((0..4 * AT_ONCE).map(gathers)).await.into_iter().flatten().collect();
        println!("figure: {:5} sessions were hoarded", hoard.len());
        for part in CONFIRMED_AT {
            world.at(part).await;
            let confirms = |mut talk: Talk| async {
                let answered = talk.say(world, "yes").await;
                let left = matches!(&answered, Heard::Asked(asked) if asked == "review")
                    || matches!(answered, Heard::Refused(..));
                left.then_some(talk)
            };
            hoard = join_all(hoard.into_iter().map(confirms)).await.into_iter().flatten().collect();
        }
    }
}

/// Holds one connection after the other: every second one with half a head, the others with half a body.
async fn hold(world: &World, place: usize) {
    let door = &world.service.doors[place % world.service.doors.len()];
    let from = Attacker::SlowLoris.address(u32::try_from(place).unwrap_or_default());
    let mut half = format!("POST /chat HTTP/1.1\r\nHost: pay.example\r\nX-Forwarded-For: {from}\r\n");
    if place.is_multiple_of(2) {
        half += "Content-Type: application/json\r\nContent-Length: 99\r\n\r\n{\"message\":";
    }
    while !world.is_over() {
        if let Ok(mut stream) = TcpStream::connect(door.address()).await
            && stream.write_all(half.as_bytes()).await.is_ok()
        {
            let mut answer = Vec::new();
            let closed = stream.read_to_end(&mut answer);
            tokio::select! { _ = closed => {}, () = over(world) => {} }
        }
        tokio::time::sleep(PAUSE).await;
    }
}

async fn over(world: &World) {
    while !world.is_over() {
        tokio::time::sleep(Duration::from_secs(1)).await;
    }
}
