//! The socket that `serve` listens on, and what it takes to open it to others.

use std::net::SocketAddr;
use std::num::NonZeroU32;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context as _, ensure};
use clap::Args;
use payment_smart_bot::http::{Door, Front, RequestLimit, Tls};
use payment_smart_bot::settings::FrontOptions;
use tokio::net::TcpListener;

/// Requests a second from one client, where nothing else is said.
const REQUESTS: u32 = 10;

/// The socket.
#[derive(Args)]
#[command(next_help_heading = "The socket")]
pub struct SocketOptions {
    /// The address to listen on. Port 0 takes a free one. Any but a loopback address needs TLS (--tls-cert or
    /// --behind-tls-proxy) and a key (--api-key or --client-api-key).
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:3000", env = "PAYMENT_SMART_BOT_LISTEN")]
    listen: SocketAddr,

    /// Speak TLS (1.2 and 1.3) with the certificate in this PEM file: the server's own first, then its chain. SIGHUP reads
    /// it and its key again.
    #[arg(long, value_name = "FILE", requires = "tls_key", env = "PAYMENT_SMART_BOT_TLS_CERT")]
    tls_cert: Option<PathBuf>,

    /// The certificate's private key, a PEM file without a pass phrase.
    #[arg(long, value_name = "FILE", requires = "tls_cert", env = "PAYMENT_SMART_BOT_TLS_KEY")]
    tls_key: Option<PathBuf>,

    /// A proxy on this machine or network ends TLS in front of the service: card numbers must not cross a network in the
    /// clear.
    #[arg(long, conflicts_with = "tls_cert", env = "PAYMENT_SMART_BOT_BEHIND_TLS_PROXY")]
    behind_tls_proxy: bool,

    /// So many proxies in front of the service each add to X-Forwarded-For: the client is the n-th address from its right.
    /// With 0 the header is not read. One too many, and clients can say that they are anywhere.
    #[arg(long, value_name = "N", default_value_t = 0, env = "PAYMENT_SMART_BOT_TRUSTED_PROXIES")]
    trusted_proxies: u8,

    /// How many requests a client (an IPv4 address, an IPv6 network) may make a second, and twice as many at once; 0 for
    /// any number. 10 on an address that others can reach, any number on a loopback address, unless given.
    #[arg(long, value_name = "N", env = "PAYMENT_SMART_BOT_REQUESTS_PER_SECOND", value_parser = clap::value_parser!(u32).range(..=1_000_000))]
    requests_per_second: Option<u32>,
}

impl SocketOptions {
    /// Refuses what would leave card numbers or the service open to everybody; says what to do.
    pub fn check(&self, front: &FrontOptions) -> anyhow::Result<()> {
        if self.listen.ip().is_loopback() {
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
            front.has_keys(),
            "{} can be reached from outside; say who may come in: set API_KEYS (for operators; customers need no key \
             then) or CLIENT_API_KEYS (customers' pages need one), keys of at least 16 characters parted by commas",
            self.listen
        );
        Ok(())
    }

    /// Whether customers reach the service over TLS.
    pub const fn secure(&self) -> bool {
        self.tls_cert.is_some() || self.behind_tls_proxy
    }

    /// What stands before the handlers.
    pub fn front(&self, front: &FrontOptions) -> Front {
        let outside = !self.listen.ip().is_loopback();
        let requests = self.requests_per_second.unwrap_or(if outside { REQUESTS } else { 0 });
        let limit = NonZeroU32::new(requests).map(RequestLimit::per_second);
        if limit.is_some() && self.behind_tls_proxy && self.trusted_proxies == 0 {
            tracing::warn!(
                "all clients seem to be at the proxy's address, and are counted together: set --trusted-proxies"
            );
        }
        Front { trusted_proxies: self.trusted_proxies, tls: self.secure(), limit, ..front.front(outside) }
    }

    /// Opens the socket. Gives where it can be found, too.
    pub async fn open(&self) -> anyhow::Result<(Door, String)> {
        let tls = self.tls()?;
        let listener = TcpListener::bind(self.listen)
            .await
            .with_context(|| format!("cannot listen on {} (is another server running there?)", self.listen))?;
        let scheme = if tls.is_some() { "https" } else { "http" };
        let base = format!("{scheme}://{}", listener.local_addr()?);
        Ok((Door { listener, tls }, base))
    }

    fn tls(&self) -> anyhow::Result<Option<Arc<Tls>>> {
        let Some((certificate, key)) = self.tls_cert.as_deref().zip(self.tls_key.as_deref()) else { return Ok(None) };
        let tls = Arc::new(Tls::open(certificate, key)?);
        warn_if_open(key);
        #[cfg(unix)]
        tokio::spawn(renew(Arc::clone(&tls), key.to_owned(), hang_up()?));
        Ok(Some(tls))
    }
}

#[cfg(unix)]
fn hang_up() -> std::io::Result<tokio::signal::unix::Signal> {
    tokio::signal::unix::signal(tokio::signal::unix::SignalKind::hangup())
}

/// Reads the certificate again whenever it is told to.
#[cfg(unix)]
async fn renew(tls: Arc<Tls>, key: PathBuf, mut told: tokio::signal::unix::Signal) {
    while told.recv().await.is_some() {
        match tls.read_again() {
            Ok(()) => tracing::info!("the certificate was read again"),
            Err(error) => tracing::error!(%error, "the certificate stays as it was"),
        }
        warn_if_open(&key);
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
