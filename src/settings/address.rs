//! The address at which customers reach the service.

use std::fmt;
use std::net::IpAddr;
use std::str::FromStr;

use axum::http::Uri;

/// An address of http or https, with a path perhaps, and nothing after it; without its last slash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicUrl(String);

/// It is no such address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("an address of https (or http) is expected, like https://pay.example, without user, query and fragment")]
pub struct PublicUrlError;

impl PublicUrl {
    /// As text: links begin with it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for PublicUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for PublicUrl {
    type Err = PublicUrlError;

    fn from_str(text: &str) -> Result<Self, PublicUrlError> {
        let text = text.trim().trim_end_matches('/');
        let uri: Uri = text.parse().map_err(|_| PublicUrlError)?;
        let authority = uri.authority().ok_or(PublicUrlError)?;
        let whole = matches!(uri.scheme_str(), Some("http" | "https")) && uri.query().is_none() && !text.contains('#');
        let named = !authority.host().is_empty() && !authority.as_str().contains('@');
        if whole && named { Ok(Self(text.to_owned())) } else { Err(PublicUrlError) }
    }
}

/// Whether nobody on the way can read what goes to `url`: https, or this machine itself.
pub(super) fn is_private(url: &str) -> bool {
    is_https(url) || url.parse::<Uri>().is_ok_and(|uri| uri.host().is_some_and(is_this_machine))
}

/// Whether `url` is one of https.
pub(super) fn is_https(url: &str) -> bool {
    url.get(..8).is_some_and(|scheme| scheme.eq_ignore_ascii_case("https://"))
}

fn is_this_machine(host: &str) -> bool {
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    host.eq_ignore_ascii_case("localhost") || bare.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<String> {
        text.parse().ok().map(|url: PublicUrl| url.to_string())
    }

    #[test]
    fn an_address_is_of_http_and_whole() {
        for (text, url) in [
            ("https://pay.example", "https://pay.example"),
            (" https://pay.example/Prod/ ", "https://pay.example/Prod"),
            ("http://127.0.0.1:3000", "http://127.0.0.1:3000"),
        ] {
            assert_eq!(read(text).as_deref(), Some(url), "{text}");
        }
        for odd in
            ["foo", "", "ftp://x", "pay.example", "/pay", "https://", "https://a?b", "https://a#b", "https://a@b"]
        {
            assert_eq!(read(odd), None, "{odd}");
        }
    }

    #[test]
    fn only_https_and_this_machine_are_private() {
        for private in ["https://a", "HTTPS://a", "http://localhost:3", "http://127.0.0.1", "http://[::1]:3000/x"] {
            assert!(is_private(private), "{private}");
        }
        for open in ["http://pay.example", "http://0.0.0.0:3000", "http://10.0.0.1", "http://localhost.example"] {
            assert!(!is_private(open), "{open}");
        }
    }
}
