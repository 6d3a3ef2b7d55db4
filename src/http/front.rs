//! What stands before the handlers: who may come in, how often, and from which pages.

use std::str::FromStr;

use axum::http::{HeaderName, HeaderValue, Method, Uri, header};
use tower_http::cors::{AllowOrigin, CorsLayer};

use super::base::BasePath;
use super::keys::Keys;
#[cfg(feature = "server")]
use super::limit::RequestLimit;

/// What stands before the handlers. The usual one lets everybody in, as on a loopback address.
#[derive(Clone, Debug, Default)]
pub struct Front {
    /// The keys that open the operators' routes; `None` where they are open to everybody.
    pub operators: Option<Keys>,
    /// The keys that open the clients' routes; empty where they are open to everybody.
    pub clients: Keys,
    /// Proxies before this service that write `X-Forwarded-For`.
    pub trusted_proxies: u8,
    /// Pages of other origins that may call the API.
    pub origins: Vec<Origin>,
    /// The service is reached over TLS alone, and browsers shall remember that.
    pub tls: bool,
    /// Others can reach the service: then this machine's own addresses are counted like any other.
    pub outside: bool,
    /// The path below which the service is reached; the whole of its host without one.
    pub base: Option<BasePath>,
    /// Every message of a session has to say which reply it answers.
    pub require_answering: bool,
    /// How many requests a client may make.
    #[cfg(feature = "server")]
    pub limit: Option<RequestLimit>,
}

/// Where a page comes from: scheme, host and, where it is not the usual one, port (RFC 6454).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin(HeaderValue);

/// Why a text is no origin that may be allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OriginError {
    /// It is no origin.
    #[error("an origin is expected, like https://shop.example or https://shop.example:8443, without a path")]
    Shape,
    /// It stands for many.
    #[error("every origin is named by itself; there is no wildcard")]
    Wildcard,
    /// Pages of it can be altered on their way.
    #[error("a page that comes without TLS can be altered on its way: https is expected (http on this machine only)")]
    Plain,
}

impl FromStr for Origin {
    type Err = OriginError;

    fn from_str(text: &str) -> Result<Self, OriginError> {
        let text = text.trim().to_ascii_lowercase();
        if text.contains('*') {
            return Err(OriginError::Wildcard);
        }
        let uri: Uri = text.parse().map_err(|_| OriginError::Shape)?;
        let (Some(scheme), Some(authority)) = (uri.scheme_str(), uri.authority()) else {
            return Err(OriginError::Shape);
        };
        let bare = uri.path() == "/" && uri.query().is_none() && !authority.as_str().contains('@');
        if !bare || authority.host().is_empty() {
            return Err(OriginError::Shape);
        }
        let local = ["localhost", "127.0.0.1", "[::1]"].contains(&authority.host());
        let usual = match scheme {
            "https" => ":443",
            "http" if local => ":80",
            "http" => return Err(OriginError::Plain),
            _ => return Err(OriginError::Shape),
        };
        // Browsers leave the usual port out.
        let authority = authority.as_str().strip_suffix(usual).unwrap_or(authority.as_str());
        HeaderValue::try_from(format!("{scheme}://{authority}")).map(Self).map_err(|_| OriginError::Shape)
    }
}

/// Lets pages of these origins call the API and read its answers (the Fetch standard's CORS protocol). No cookies: none
/// are used.
pub(super) fn cors(origins: &[Origin]) -> CorsLayer {
    CorsLayer::new()
        .allow_origin(AllowOrigin::list(origins.iter().map(|Origin(origin)| origin.clone())))
        .allow_methods([Method::GET, Method::POST, Method::DELETE])
        .allow_headers([
            header::AUTHORIZATION,
            header::CONTENT_TYPE,
            HeaderName::from_static("idempotency-key"),
            HeaderName::from_static("x-api-key"),
        ])
        .expose_headers([header::RETRY_AFTER, HeaderName::from_static("idempotent-replayed")])
        .max_age(std::time::Duration::from_hours(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<String, OriginError> {
        text.parse().map(|Origin(value)| value.to_str().expect("text").to_owned())
    }

    #[test]
    fn an_origin_is_read_as_browsers_send_it() {
        for (text, origin) in [
            ("https://shop.example", "https://shop.example"),
            ("https://Shop.Example/", "https://shop.example"),
            (" https://shop.example:443", "https://shop.example"),
            ("https://shop.example:8443", "https://shop.example:8443"),
            ("http://localhost:5173", "http://localhost:5173"),
            ("http://[::1]:80", "http://[::1]"),
        ] {
            assert_eq!(read(text).as_deref(), Ok(origin), "{text}");
        }
    }

    #[test]
    fn what_is_no_origin_or_could_be_anybody_s_is_refused() {
        for (text, error) in [
            ("*", OriginError::Wildcard),
            ("https://*.shop.example", OriginError::Wildcard),
            ("http://shop.example", OriginError::Plain),
            ("null", OriginError::Shape),
            ("", OriginError::Shape),
            ("shop.example", OriginError::Shape),
            ("https://shop.example/pay", OriginError::Shape),
            ("https://shop.example?a", OriginError::Shape),
            ("https://me@shop.example", OriginError::Shape),
            ("ftp://shop.example", OriginError::Shape),
        ] {
            assert_eq!(read(text), Err(error), "{text}");
        }
    }
}
