//! `serve`: the chat API and the chat page.

use std::io::Write as _;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context as _;
use clap::Args;
use jiff::SignedDuration;
use payment_smart_bot::adapters::SCENARIOS;
use payment_smart_bot::dialogue::Payment;
use payment_smart_bot::http::{App, Drain, router, serve};
use payment_smart_bot::settings::{
    BotOptions, FrontOptions, Reached, Reload, Surroundings, raise_file_limit, read_ahead, usual,
};
use payment_smart_bot::turn::{Bot, Reconciled};

use super::socket::SocketOptions;
use super::{End, logging};

/// How often what is over is dropped, and a store that fails is tried.
pub(super) const TENDING: Duration = Duration::from_secs(2);

/// How often is looked for payments that have no end yet, and for how long at a time.
const RECONCILING: Duration = Duration::from_mins(1);
const WITHIN: SignedDuration = SignedDuration::from_secs(50);

/// How often card data that is over is looked for in a store that does not delete it by itself.
const SWEEPING: Duration = Duration::from_mins(15);

const LONG: &str = "\
Examples:
  payment-smart-bot serve
  payment-smart-bot serve --memory --amount \"49.90 EUR\" --payee \"Harbour Books\" --description \"order 1042\"
  payment-smart-bot serve --listen 127.0.0.1:8080 --data /var/lib/payment-smart-bot --brands visa,mastercard
  ORDER_KEY=$(openssl rand -hex 32) payment-smart-bot serve --listen 0.0.0.0:443 --tls-cert chain.pem --tls-key key.pem

Talk to it:
  curl -s http://127.0.0.1:3000/chat -H 'content-type: application/json' -d '{\"message\":\"I want to pay\"}'
  (where ORDER_KEY is set, with \"order\":\"TOKEN\" beside the message: `payment-smart-bot order sign` prints one)

The log goes to standard error; RUST_LOG (error, warn, info, debug, trace) sets its level. No level shows what a customer
wrote. Card numbers cross the wire: an address that others can reach needs TLS.

Before a release: kill -USR1 PID. No session begins from then on (503, draining); those that go on are answered, and the process ends with
the last of them, or after --drain-minutes. `GET /health/ready` says \"sessions\": \"draining\". SIGTERM ends it at once.";

/// Serves the chat API and the chat page.
///
/// Without `STRIPE_SECRET_KEY` it is a demonstration: a sandbox takes published test numbers only, and no money moves.
#[derive(Args)]
#[command(after_long_help = help())]
pub struct Serve {
    #[command(flatten)]
    socket: SocketOptions,

    #[command(flatten)]
    front: FrontOptions,

    #[command(flatten)]
    bot: BotOptions,

    /// From the start begin no session, and only go on with those in the store; the process ends after --drain-minutes.
    #[arg(long, help_heading = "Before a release", env = "PAYMENT_SMART_BOT_DRAIN")]
    drain: bool,

    /// How long sessions that go on are waited for after SIGUSR1, or with --drain, in minutes: no session begins from then on, and
    /// the process ends with the last of them. One that nobody comes back to counts until it is over.
    #[arg(long, help_heading = "Before a release", value_name = "MINUTES", default_value_t = 30, env = "PAYMENT_SMART_BOT_DRAIN_MINUTES", value_parser = clap::value_parser!(u64).range(1..=1_440))]
    drain_minutes: u64,
}

impl Serve {
    /// `serve` without any argument: what the environment says, or what is usual.
    pub fn usual() -> Self {
        usual("payment-smart-bot serve")
    }

    /// Serves until it is told to stop.
    pub fn run(&self) -> anyhow::Result<End> {
        logging::start("info");
        self.socket.check(&self.front, self.bot.gateway.takes_orders())?;
        let runtime = tokio::runtime::Runtime::new().context("the runtime")?;
        runtime.block_on(self.serve())?;
        Ok(End::Well)
    }

    async fn serve(&self) -> anyhow::Result<()> {
        let (door, at) = self.socket.open().await?;
        let link = self.socket.link(at);
        let reached = Reached { link: &link, lasts: self.socket.lasts(), tls: self.socket.secure() };
        let assembled = self.bot.assemble(Surroundings::Server(reached)).await?;
        let stop = stopped()?;
        std::thread::spawn(read_ahead);
        tokio::spawn(assembled.warm);
        #[cfg(unix)]
        if self.bot.voice.wordings.is_some() {
            // Registered here, so that no signal comes too early and ends the process.
            let asked = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::hangup())?;
            tokio::spawn(read_again(asked, assembled.reload));
        }
        for note in &assembled.notes {
            tracing::warn!("{note}");
        }
        let orders = assembled.trust.orders.is_some();
        let base = self.socket.base(at);
        let paid = paid(assembled.bot.payment.as_ref(), orders);
        greet(&base, &link, &assembled.kept, assembled.charging.told(), &paid, orders);
        let bot = Arc::new(assembled.bot);
        let reconciling = tokio::spawn(reconcile(bot.clone()));
        let sweeping = tokio::spawn(sweep(bot.clone()));
        let tending = tokio::spawn(tend(bot.clone(), self.bot.cloud.dynamodb_table.is_some()));
        let front = self.socket.front(&self.front);
        if let Some(limit) = front.limit.clone() {
            tokio::spawn(limit.tend());
        }
        let drain = Drain::default();
        let drained = self.drained(drain.clone(), bot.clone())?;
        let stop = async {
            tokio::select! {
                () = stop => {}
                () = drained => {}
            }
        };
        let app = App::new(bot).trusting(assembled.trust).behind(front).draining(drain);
        serve(door, router(app), self.socket.limits(raise_file_limit()), stop).await;
        reconciling.abort();
        sweeping.abort();
        tending.abort();
        Ok(())
    }
}

impl Serve {
    /// Comes when the process was drained: with the last session that goes on, or when the time for that is over.
    fn drained(&self, drain: Drain, bot: Arc<Bot>) -> anyhow::Result<impl Future<Output = ()>> {
        let (from_the_start, minutes) = (self.drain, self.drain_minutes);
        if from_the_start {
            drain.begin();
            tracing::warn!(metric = "draining", minutes, "no session begins here: those in the store go on");
        }
        // Registered here, so that no signal comes too early and ends the process.
        #[cfg(unix)]
        let mut asked = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::user_defined1())?;
        Ok(async move {
            let within = Duration::from_mins(minutes);
            if from_the_start {
                // Nobody knows which of those in the store will come back.
                return tokio::time::sleep(within).await;
            }
            #[cfg(unix)]
            let _ = asked.recv().await;
            #[cfg(not(unix))]
            let () = std::future::pending().await;
            drain.begin();
            let going_on = || drain.going_on(bot.clock.now(), bot.policy.session);
            tracing::warn!(metric = "draining", sessions = going_on(), minutes, "draining: no session begins any more");
            drain.done(going_on, within).await;
            tracing::warn!(metric = "drained", left = going_on(), "drained: the process ends");
        })
    }
}

/// Tries the store at the start, and tends to it every two seconds: nobody has to ask for its health, and what is over goes
/// while nobody comes. A database may come later than the service.
async fn tend(bot: Arc<Bot>, hosted: bool) {
    if let Err(error) = bot.try_store().await {
        let hint = if hosted { "; tables that are not there are made by `payment-smart-bot table create`" } else { "" };
        tracing::error!(metric = "store_failing", "nothing can be kept, so no customer can be served: {error}{hint}");
    }
    let mut ticks = tokio::time::interval(TENDING);
    loop {
        ticks.tick().await;
        if let Some(failed) = bot.tend().await {
            let seconds = failed.as_secs();
            tracing::warn!(metric = "store_recovered", seconds, "the store keeps what it is given again");
        }
    }
}

/// Looks up, every minute, what has no end yet: nothing in the air waits for a customer to write again.
async fn reconcile(bot: Arc<Bot>) {
    let mut ticks = tokio::time::interval(RECONCILING);
    loop {
        ticks.tick().await;
        match bot.reconcile(WITHIN).await {
            Ok(Reconciled { ended: 0, failed: 0, .. }) => {}
            Ok(Reconciled { ended, open, failed, .. }) => tracing::info!(ended, open, failed, "reconciled"),
            Err(error) => tracing::error!(%error, "the ledger could not be read"),
        }
    }
}

/// Deletes, every quarter of an hour, card data that is over and that nobody came for.
async fn sweep(bot: Arc<Bot>) {
    let mut ticks = tokio::time::interval(SWEEPING);
    loop {
        ticks.tick().await;
        match bot.delete_overdue().await {
            Ok(0) => {}
            Ok(deleted) => tracing::info!(deleted, "card data that was over is deleted"),
            Err(error) => tracing::error!(%error, "card data that is over could not be deleted"),
        }
    }
}

/// Reads the wordings again whenever the operator says so. Where they cannot be read, nothing changes.
#[cfg(unix)]
async fn read_again(mut asked: tokio::signal::unix::Signal, reload: Reload) {
    while asked.recv().await.is_some() {
        match reload.again() {
            Ok(approved) => tracing::info!(approved, "the wordings were read again"),
            Err(error) => tracing::error!(error = %format_args!("{error:#}"), "the wordings stay as they were"),
        }
    }
}

/// Comes when the process is asked to end.
fn stopped() -> anyhow::Result<impl Future<Output = ()>> {
    #[cfg(unix)]
    let mut terminated = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate())?;
    Ok(async move {
        #[cfg(unix)]
        tokio::select! {
            _ = tokio::signal::ctrl_c() => {}
            _ = terminated.recv() => {}
        }
        #[cfg(not(unix))]
        let _ = tokio::signal::ctrl_c().await;
        tracing::info!("stopping: requests under way are answered first");
    })
}

/// What is paid, for people.
fn paid(payment: Option<&Payment>, orders: bool) -> String {
    match payment {
        Some(payment) => {
            let to = payment.payee.as_ref().map(|payee| format!(" to {payee}")).unwrap_or_default();
            format!("{}{to}", payment.amount)
        }
        None if orders => "the order that is signed for each conversation (see: order sign)".to_owned(),
        None => "nothing: the card only becomes a token (see --amount)".to_owned(),
    }
}

/// Says where it is and what to type. Nobody may be reading: then it is not said.
fn greet(base: &str, link: &str, kept: &str, mode: &str, paid: &str, orders: bool) {
    let (page, field, order) = if orders { ("#order=TOKEN", ",\"order\":\"TOKEN\"", ORDER) } else { ("", "", "") };
    let text = format!(
        "\
Payment Smart Bot {version}

  {mode}

  Listening   {base}
  Sessions    {kept}
  Paid        {paid}

  Open        {link}/{page}
  Or type     curl -s {link}/chat -H 'content-type: application/json' -d '{{\"message\":\"I want to pay\"{field}}}'
{order}  Cards       4242 4242 4242 4242 is paid, 4000 0000 0000 0002 declined; more: payment-smart-bot help serve
  Stop        Ctrl-C
",
        version = env!("CARGO_PKG_VERSION"),
    );
    let mut out = std::io::stdout().lock();
    let _ = out.write_all(text.as_bytes()).and_then(|()| out.flush());
}

/// Where an order for trying out comes from.
const ORDER: &str = "  \
TOKEN       what `payment-smart-bot order sign --id order-1 --amount \"49.90 EUR\"` prints, with the order key set
";

/// What a line of the list of cards begins with.
const CARD: &str = "\n  ";

/// Examples, and what each test card does.
fn help() -> String {
    let cards: String =
        SCENARIOS.iter().map(|scenario| [CARD, scenario.number, ": ", scenario.about].concat()).collect();
    format!(
        "{LONG}\n\nTest cards (any future date, any code of the right length):{cards}\n  \
         every other published test number is paid; any other number is refused"
    )
}
