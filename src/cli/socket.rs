//! The socket that `serve` listens on, and what it takes to open it to others.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, ToSocketAddrs as _};
use std::num::NonZeroU32;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context as _, ensure};
use clap::Args;
use payment_smart_bot::adapters::SystemClock;
use payment_smart_bot::http::{BasePath, Door, Front, Limits, RequestLimit, Tls};
use payment_smart_bot::ports::Clock as _;
use payment_smart_bot::settings::FrontOptions;
use tokio::net::TcpListener;

/// How often it is looked whether the certificate ends soon.
#[cfg(unix)]
const DAY: Duration = Duration::from_hours(24);

/// Requests a second from one client, where nothing else is said.
const REQUESTS: u32 = 10;

/// Connections at once from one client, where clients come by themselves. A browser opens six.
const PER_CLIENT: u16 = 64;

/// The socket.
#[derive(Args)]
#[command(next_help_heading = "The socket")]
pub struct SocketOptions {
    /// The address to listen on, or a name of this machine, and the port. Port 0 takes a free one. Any but a loopback
    /// address needs TLS (--tls-cert or --behind-tls-proxy), and a word on who may begin a session: --client-api-key,
    /// --order-key or --open-to-all.
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:3000", env = "PAYMENT_SMART_BOT_LISTEN", value_parser = address)]
    listen: SocketAddr,

    /// Speak TLS (1.2 and 1.3) with the certificate in this PEM file: the server's own first, then its chain. SIGHUP reads
    /// it and its key again.
    #[arg(long, value_name = "FILE", requires = "tls_key", env = "PAYMENT_SMART_BOT_TLS_CERT")]
    tls_cert: Option<PathBuf>,

    /// The certificate's private key, a PEM file without a pass phrase.
    #[arg(long, value_name = "FILE", requires = "tls_cert", env = "PAYMENT_SMART_BOT_TLS_KEY")]
    tls_key: Option<PathBuf>,

    /// A proxy on this machine or network ends TLS in front of the service: card numbers must not cross a network in the
    /// clear. It adds to X-Forwarded-For: --trusted-proxies says how many do.
    #[arg(long, conflicts_with = "tls_cert", env = "PAYMENT_SMART_BOT_BEHIND_TLS_PROXY")]
    behind_tls_proxy: bool,

    /// So many proxies in front of the service each add to X-Forwarded-For: the client is the n-th address from its right.
    /// With 0 the header is not read. One too many, and clients can say that they are anywhere.
    #[arg(long, value_name = "N", default_value_t = 0, env = "PAYMENT_SMART_BOT_TRUSTED_PROXIES")]
    trusted_proxies: u8,

    /// The path below which customers reach the service, like /pay, where it has not the whole of its host: requests come with
    /// it, and the public address (--public-url) ends in it.
    #[arg(long, value_name = "PATH", env = "PAYMENT_SMART_BOT_BASE_PATH")]
    base_path: Option<BasePath>,

    /// How many requests a client (an IPv4 address, an IPv6 network) may make a second, and twice as many at once; 0 for
    /// any number. 10 on an address that others can reach, any number on a loopback address, unless given.
    #[arg(long, value_name = "N", env = "PAYMENT_SMART_BOT_REQUESTS_PER_SECOND", value_parser = clap::value_parser!(u32).range(..=1_000_000))]
    requests_per_second: Option<u32>,
}

impl SocketOptions {
    /// Refuses what would count all customers as one, or leave card numbers or the service open to everybody; says what to do. `orders`: no session begins
    /// without a signed one.
    pub fn check(&self, front: &FrontOptions, orders: bool) -> anyhow::Result<()> {
        ensure!(
            !self.behind_tls_proxy || self.trusted_proxies > 0,
            "behind a proxy every request comes from its address, and one person's declines would lock everybody out: say \
             how many proxies add to X-Forwarded-For (--trusted-proxies 1, where there is one)"
        );
        if !self.is_outside() {
            return Ok(());
        }
        ensure!(
            self.secure(),
            "{} can be reached from outside, and card numbers must not cross a network in the clear; listen on \
             127.0.0.1, or give a certificate (--tls-cert and --tls-key), or put a proxy that speaks TLS in front and say \
             --behind-tls-proxy",
            self.listen
        );
        ensure!(
            orders || front.says_who_comes(),
            "{} can be reached from outside; say who may begin a session: set CLIENT_API_KEYS (who has one of these keys), \
             or ORDER_KEY (who has an order that the merchant signed), or say --open-to-all (anybody); API_KEYS are for \
             operators, and let no customer in",
            self.listen
        );
        Ok(())
    }

    /// Whether others can reach the service: by themselves, or through a proxy on this machine.
    const fn is_outside(&self) -> bool {
        !self.listen.ip().is_loopback() || self.behind_tls_proxy
    }

    /// The certificate and its key, to see whether they can be used; `None` where there are none.
    pub fn certificate(&self) -> anyhow::Result<Option<Tls>> {
        let named = self.tls_cert.as_deref().zip(self.tls_key.as_deref());
        named.map(|(certificate, key)| Ok(Tls::open(certificate, key)?)).transpose()
    }

    /// Whether a link to `base` leads customers here tomorrow, too: not where any free port is taken, or any address.
    pub const fn lasts(&self) -> bool {
        self.listen.port() != 0 && !self.listen.ip().is_unspecified()
    }

    /// The address to be listened on, as a link begins with it.
    pub fn base(&self, at: SocketAddr) -> String {
        let scheme = if self.tls_cert.is_some() { "https" } else { "http" };
        let path = self.base_path.as_ref().map(BasePath::as_str).unwrap_or_default();
        format!("{scheme}://{at}{path}")
    }

    /// As [`Self::base`], of what can be opened on this machine: nobody can call "any address".
    pub fn link(&self, at: SocketAddr) -> String {
        let local = match at.ip() {
            IpAddr::V4(any) if any.is_unspecified() => IpAddr::V4(Ipv4Addr::LOCALHOST),
            IpAddr::V6(any) if any.is_unspecified() => IpAddr::V6(Ipv6Addr::LOCALHOST),
            one @ (IpAddr::V4(_) | IpAddr::V6(_)) => one,
        };
        self.base(SocketAddr::new(local, at.port()))
    }

    /// What `--listen` says.
    pub const fn listens(&self) -> SocketAddr {
        self.listen
    }

    /// Whether customers reach the service over TLS.
    pub const fn secure(&self) -> bool {
        self.tls_cert.is_some() || self.behind_tls_proxy
    }

    /// What stands before the handlers.
    pub fn front(&self, front: &FrontOptions) -> Front {
        let outside = self.is_outside();
        let requests = self.requests_per_second.unwrap_or(if outside { REQUESTS } else { 0 });
        let limit = NonZeroU32::new(requests).map(RequestLimit::per_second);
        let base = self.base_path.clone();
        Front { trusted_proxies: self.trusted_proxies, tls: self.secure(), limit, base, ..front.front(outside) }
    }

    /// How many connections there may be, with so many files: where clients come by themselves, so many of each.
    pub fn limits(&self, files: Option<u64>) -> Limits {
        let direct = !self.listen.ip().is_loopback() && self.trusted_proxies == 0;
        Limits { per_client: direct.then_some(PER_CLIENT), ..Limits::within_files(files) }
    }

    /// Opens the socket. Gives where it is, too.
    pub async fn open(&self) -> anyhow::Result<(Door, SocketAddr)> {
        let tls = self.tls()?;
        let listener = TcpListener::bind(self.listen)
            .await
            .with_context(|| format!("cannot listen on {} (is another server running there?)", self.listen))?;
        let at = listener.local_addr()?;
        Ok((Door { listener, tls }, at))
    }

    fn tls(&self) -> anyhow::Result<Option<Arc<Tls>>> {
        let (Some(tls), Some(key)) = (self.certificate()?, self.tls_key.as_deref()) else { return Ok(None) };
        let tls = Arc::new(tls);
        warn_if_open(key);
        if let Some(soon) = tls.lasts(SystemClock.now())? {
            tracing::warn!("{soon}");
        }
        #[cfg(unix)]
        tokio::spawn(renew(Arc::clone(&tls), key.to_owned(), hang_up()?));
        Ok(Some(tls))
    }
}

/// An address, or a name of one, and a port.
fn address(text: &str) -> Result<SocketAddr, String> {
    let wanted = "an address and a port are expected, like 127.0.0.1:3000 or localhost:3000";
    let mut found = text.to_socket_addrs().map_err(|error| format!("{wanted} ({error})"))?;
    found.next().ok_or_else(|| wanted.to_owned())
}

#[cfg(unix)]
fn hang_up() -> std::io::Result<tokio::signal::unix::Signal> {
    tokio::signal::unix::signal(tokio::signal::unix::SignalKind::hangup())
}

/// Reads the certificate again whenever it is told to, and says every day what is to be done about its end.
#[cfg(unix)]
async fn renew(tls: Arc<Tls>, key: PathBuf, mut told: tokio::signal::unix::Signal) {
    loop {
        tokio::select! {
            told = told.recv() => match told.map(|()| tls.read_again(SystemClock.now())) {
                None => return,
                Some(Ok(())) => tracing::info!(until = tls.until(), "the certificate was read again"),
                Some(Err(error)) => tracing::error!(%error, "the certificate stays as it was"),
            },
            () = tokio::time::sleep(DAY) => {}
        }
        warn_if_open(&key);
        match tls.lasts(SystemClock.now()) {
            Ok(None) => {}
            Ok(Some(soon)) => tracing::warn!("{soon}"),
            Err(error) => tracing::error!(%error, "the certificate is of no use any more"),
        }
    }
}

/// Whoever has the key can be this service.
fn warn_if_open(key: &Path) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = std::fs::metadata(key).map(|file| file.permissions().mode()).unwrap_or_default();
        if mode & 0o007 != 0 {
            tracing::warn!("any user of this machine can read {0}: chmod o= {0}", key.display());
        }
    }
    #[cfg(not(unix))]
    let _ = key;
}
