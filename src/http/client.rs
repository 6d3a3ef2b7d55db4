//! Where a client is: what counts are kept by.

use std::net::{IpAddr, Ipv6Addr};

use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue};
use axum::middleware::Next;
use axum::response::Response;

use super::App;

/// Who is at the other end of the connection; the socket in front of the router adds it to each request.
#[derive(Clone, Copy, Debug)]
pub struct Peer(pub IpAddr);

/// Who is at the other end of the connection of the gateway in front of a function, as the gateway says.
#[derive(Clone, Copy, Debug)]
pub struct SourceIp(pub IpAddr);

/// Where a client is: an IPv4 address, or the network (/64) of an IPv6 address, because one household has all of it.
/// An extension of every request whose client is known. Never logged, and stored under a keyed hash only.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ClientAddress(IpAddr);

impl ClientAddress {
    /// The client at this address.
    #[must_use]
    pub const fn new(address: IpAddr) -> Self {
        match address {
            IpAddr::V4(_) => Self(address),
            IpAddr::V6(whole) if whole.is_loopback() => Self(address),
            IpAddr::V6(whole) => match whole.to_ipv4_mapped() {
                Some(mapped) => Self(IpAddr::V4(mapped)),
                None => Self(IpAddr::V6(Ipv6Addr::from_bits(whole.to_bits() & (u128::MAX << 64)))),
            },
        }
    }

    /// What a request says of its client: the source that a gateway names, else the address in front of `proxies`
    /// trusted proxies, else the peer.
    ///
    /// Each trusted proxy puts the address that it was called from at the end of `X-Forwarded-For`: with `n` of them
    /// the client is the n-th from the right. What stands to the left of it is the client's own, and proves nothing.
    #[must_use]
    pub fn of<'a>(
        source: Option<IpAddr>,
        peer: Option<IpAddr>,
        forwarded: impl DoubleEndedIterator<Item = &'a HeaderValue>,
        proxies: u8,
    ) -> Option<Self> {
        let forwarded = || forwarded_from(forwarded, proxies);
        source.or_else(forwarded).or(peer).map(Self::new)
    }

    /// The address: of IPv6 the network alone.
    #[must_use]
    pub const fn ip(self) -> IpAddr {
        self.0
    }

    /// All that the client is counted under, the narrowest first: of IPv6 the /64, and the /56 and the /48 around it, because
    /// one customer of a provider may have all of them.
    pub fn networks(self) -> impl Iterator<Item = String> {
        let widths: &[u32] = if self.0.is_ipv6() { &[64, 56, 48] } else { &[32] };
        widths.iter().map(move |&width| match self.0 {
            IpAddr::V4(address) => address.to_string(),
            IpAddr::V6(network) => {
                format!("{}/{width}", Ipv6Addr::from_bits(network.to_bits() & (u128::MAX << (128 - width))))
            }
        })
    }
}

/// The n-th address from the right, over all lines of the header; `None` where there is none that can be read.
fn forwarded_from<'a>(lines: impl DoubleEndedIterator<Item = &'a HeaderValue>, n: u8) -> Option<IpAddr> {
    let before = usize::from(n).checked_sub(1)?;
    let named = lines.rev().flat_map(|line| line.as_bytes().rsplit(|byte| *byte == b',')).nth(before)?;
    let named = std::str::from_utf8(named).ok()?.trim();
    let bare = named.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).unwrap_or(named);
    // Some proxies add the port.
    bare.parse().ok().or_else(|| named.parse().ok().map(|socket: std::net::SocketAddr| socket.ip()))
}

/// Tells every handler where the client is, as far as it is known.
pub(super) async fn locate(State(app): State<App>, mut request: Request, next: Next) -> Response {
    let source = request.extensions().get().map(|SourceIp(address)| *address);
    let peer = request.extensions().get().map(|Peer(address)| *address);
    let headers: &HeaderMap = request.headers();
    let lines = headers.get_all("x-forwarded-for").iter();
    if let Some(client) = ClientAddress::of(source, peer, lines, app.front.trusted_proxies) {
        request.extensions_mut().insert(client);
    }
    next.run(request).await
}

#[cfg(test)]
mod tests;
