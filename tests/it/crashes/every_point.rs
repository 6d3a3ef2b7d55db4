//! The real binary over tables of DynamoDB and a Stripe, killed at each request that it makes to either, in turn: before it
//! is carried out, after it, and while it is on its way. A customer who answers what is asked resumes, over a new process.

use serde_json::Value;

use super::gate::Gate;
use super::{Customer, Point, Server};
use crate::http_server::HttpServer;
use crate::sessions::dynamo_server::{Tables, endpoint};
use crate::stripe_server::FakeStripe;

/// More messages than any dialogue here needs.
const PATIENCE: usize = 24;

/// Which payment is gone through.
#[derive(Clone, Copy, Debug)]
enum Story {
    Pays,
    DeclinedThenPays,
    AskedByTheBank,
    CancelsAtTheBank,
}

impl Story {
    /// The card for the next try; the second one pays.
    const fn card(self, declined: bool) -> &'static str {
        match self {
            Self::DeclinedThenPays if !declined => "4000 0000 0000 0002",
            Self::AskedByTheBank | Self::CancelsAtTheBank => "4000 0000 0000 3220",
            Self::Pays | Self::DeclinedThenPays => "4242 4242 4242 4242",
        }
    }
}

/// The world around one server that dies once.
struct World {
    story: Story,
    gate: std::sync::Arc<Gate>,
    fake: FakeStripe,
    tables: Tables,
    folder: tempfile::TempDir,
    database: HttpServer,
    stripe: HttpServer,
}

impl World {
    async fn new(story: Story, at: usize, point: Point) -> Self {
        let (gate, fake) = (Gate::new(at, point), FakeStripe::start());
        let (database, stripe) = (gate.before(endpoint()), gate.before(&fake.base()));
        let folder = tempfile::tempdir().expect("a folder");
        Self { story, gate, fake, tables: Tables::new().await, folder, database, stripe }
    }

    fn serve(&self) -> Server {
        Server::over(
            self.folder.path(),
            &self.stripe.base,
            &[
                ("DYNAMODB_TABLE", &self.tables.sessions),
                ("LEDGER_TABLE", &self.tables.ledger),
                ("AWS_ENDPOINT_URL_DYNAMODB", &self.database.base),
                ("AWS_REGION", "eu-central-1"),
                ("AWS_ACCESS_KEY_ID", "test"),
                ("AWS_SECRET_ACCESS_KEY", "test"),
            ],
        )
    }

    /// Says `text`; `None` when the server died of it. It is up again then.
    async fn say(&self, server: &mut Server, customer: &mut Customer, text: &str) -> Option<Value> {
        let base = server.base.clone();
        tokio::select! {
            biased;
            () = self.gate.reached() => {}
            reply = customer.say(&base, text) => {
                let reply = reply.expect("a server that lives answers");
                assert!(reply.get("status").is_some_and(Value::is_string), "{:?}: {reply}", self.story);
                return Some(reply);
            }
        }
        server.kill();
        *server = self.serve();
        None
    }

    /// What a customer says who answers what is asked.
    fn answer(&self, seen: &Value, declined: bool) -> &'static str {
        match (seen["status"].as_str(), seen["currentStep"].as_str()) {
            (Some("collecting"), Some("name")) => "Jane Roe",
            (Some("collecting"), Some("card")) => self.story.card(declined),
            (Some("collecting"), Some("expiry")) => "12/2030",
            (Some("collecting"), Some("cvv")) => "123",
            (Some("awaiting_confirmation"), _) => "yes",
            (Some("awaiting_authentication"), _) if matches!(self.story, Story::CancelsAtTheBank) => "cancel",
            _ => "is it paid?",
        }
    }

    /// From the first word to the end; whether the server died on the way.
    async fn pay(&self) -> bool {
        let (mut server, mut customer) = (self.serve(), Customer::default());
        let (mut died, mut said_yes, mut declined) = (false, false, false);
        let mut seen: Option<Value> = None;
        for _ in 0..PATIENCE {
            let text = seen.as_ref().map_or("I want to pay", |seen| self.answer(seen, declined));
            assert!(said_yes || self.fake.times_paid() == 0, "{:?}: charged without a yes", self.story);
            said_yes |= text == "yes";
            seen = match self.say(&mut server, &mut customer, text).await {
                Some(reply) => Some(reply),
                None if customer.session.is_some() => {
                    died = true;
                    Some(customer.look(&server.base).await)
                }
                None => {
                    died = true;
                    None
                }
            };
            let Some(seen) = &seen else { continue };
            declined |= said_yes && seen["status"] == "collecting" && seen["currentStep"] == "card";
            if seen["status"] == "awaiting_authentication" && matches!(self.story, Story::AskedByTheBank) {
                for (intent, _, _) in self.fake.intents() {
                    self.fake.settle(&intent, true);
                }
            }
            if seen["status"] == "complete" || seen["status"] == "cancelled" {
                self.ended(&server).await;
                return died;
            }
        }
        panic!("{:?}: it never ends: {seen:?}", self.story);
    }

    async fn ended(&self, server: &Server) {
        // What was on its way has arrived.
        tokio::time::sleep(std::time::Duration::from_millis(200)).await;
        let (times, then) = match self.story {
            Story::CancelsAtTheBank => (0, "collecting"),
            Story::Pays | Story::DeclinedThenPays | Story::AskedByTheBank => (1, "cancelled"),
        };
        assert_eq!(
            (self.fake.times_paid(), self.fake.times_paid_for("order-1042")),
            (times, times),
            "{:?}",
            self.story
        );
        assert_eq!(self.fake.violations(), Vec::<String>::new());
        let mut second = Customer::default();
        let reply = second.say(&server.base, "hi").await.expect("a reply");
        assert_eq!(reply["status"], then, "who comes second: {reply}");
        let open =
            payment_smart_bot::ports::Ledger::open_attempts(&self.tables.store(), None, 9).await.expect("a ledger");
        assert_eq!(open.len(), 0, "{:?}: an attempt is left in the air", self.story);
    }
}

/// Dies at each request of the story, from the first to the last, and comes to the same end: paid once, or not at all.
async fn at_each_request(story: Story, point: Point) {
    let mut died = 0;
    while World::new(story, died, point).await.pay().await {
        died += 1;
    }
    println!("{story:?}, killed at each of {died} requests, {point:?}: the same end");
    assert!(died > 20, "{story:?} makes {died} requests only");
}

macro_rules! each_request {
    ($($name:ident: $story:ident, $point:ident;)*) => { $(
        #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
        async fn $name() {
            at_each_request(Story::$story, Point::$point).await;
        }
    )* };
}

each_request! {
    a_payment_survives_a_kill_before_each_request: Pays, Before;
    a_payment_survives_a_kill_after_each_request: Pays, After;
    a_payment_survives_a_kill_while_each_request_is_on_its_way: Pays, OnItsWay;
    a_second_card_survives_a_kill_before_each_request: DeclinedThenPays, Before;
    a_second_card_survives_a_kill_after_each_request: DeclinedThenPays, After;
    a_second_card_survives_a_kill_while_each_request_is_on_its_way: DeclinedThenPays, OnItsWay;
    a_bank_that_asks_survives_a_kill_before_each_request: AskedByTheBank, Before;
    a_bank_that_asks_survives_a_kill_after_each_request: AskedByTheBank, After;
    a_bank_that_asks_survives_a_kill_while_each_request_is_on_its_way: AskedByTheBank, OnItsWay;
    a_cancellation_survives_a_kill_before_each_request: CancelsAtTheBank, Before;
    a_cancellation_survives_a_kill_after_each_request: CancelsAtTheBank, After;
    a_cancellation_survives_a_kill_while_each_request_is_on_its_way: CancelsAtTheBank, OnItsWay;
}
