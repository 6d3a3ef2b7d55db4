//! The path below which the service is reached, where it has not the whole of its host.

use std::str::FromStr;

use axum::extract::Request;
use axum::http::uri::PathAndQuery;
use axum::http::{HeaderValue, Uri};

/// The path below which the service is reached: `/pay`, with no slash at its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BasePath(String);

/// Not a path that a service can be reached below.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "a base path begins with a slash and has letters, digits, \"-\", \"_\", \".\" and \"~\" between slashes, like /pay"
)]
pub struct BasePathError;

impl FromStr for BasePath {
    type Err = BasePathError;

    fn from_str(text: &str) -> Result<Self, BasePathError> {
        let text = text.trim().trim_end_matches('/');
        let plain = |part: &str| {
            let visible = part.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte));
            visible && !["", ".", ".."].contains(&part)
        };
        let parts = text.strip_prefix('/').ok_or(BasePathError)?;
        if parts.split('/').all(plain) { Ok(Self(text.to_owned())) } else { Err(BasePathError) }
    }
}

/// Marks a request for the base path itself: relative links of a page there would lead out of it.
#[derive(Clone, Debug)]
pub(super) struct Bare(pub HeaderValue);

/// What stands for every path that is not below the base path: there is no such route.
const ELSEWHERE: &str = "/-";

impl BasePath {
    /// As text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The base path that a gateway put before the last so many parts of a request's path; `None` where it put nothing there.
    #[must_use]
    pub fn before(path: &str, parts: usize) -> Option<Self> {
        let all: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
        let put = all.len().checked_sub(parts)?;
        ["/", &all[..put].join("/")].concat().parse().ok()
    }

    /// The request as the routes know it.
    #[must_use]
    pub fn taken_off<B>(&self, mut request: Request<B>) -> Request<B> {
        let path = request.uri().path();
        let inner = match path.strip_prefix(self.0.as_str()) {
            Some("") => {
                if let Ok(whole) = HeaderValue::try_from([self.as_str(), "/"].concat()) {
                    request.extensions_mut().insert(Bare(whole));
                }
                "/"
            }
            Some(rest) if rest.starts_with('/') => rest,
            Some(_) | None => ELSEWHERE,
        };
        let query = request.uri().query().map(|query| ["?", query].concat()).unwrap_or_default();
        let inner = PathAndQuery::try_from([inner, &query].concat());
        let mut parts = request.uri().clone().into_parts();
        parts.path_and_query = inner.ok();
        *request.uri_mut() = Uri::from_parts(parts).unwrap_or_else(|_| Uri::from_static(ELSEWHERE));
        request
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn base(text: &str) -> BasePath {
        text.parse().expect("a base path")
    }

    #[test]
    fn a_base_path_is_plain() {
        assert_eq!(base("/pay").as_str(), "/pay");
        assert_eq!(base(" /shop/pay/ ").as_str(), "/shop/pay");
        for odd in
            ["", "/", "pay", "//pay", "/pay//x", "/../pay", "/p%61y", "/pay?x", "/{id}", "https://shop.example/pay"]
        {
            assert_eq!(odd.parse::<BasePath>(), Err(BasePathError), "{odd}");
        }
    }

    #[test]
    fn it_is_taken_off_and_nothing_else_is_a_route() {
        for (asked, inner) in [
            ("/pay/health", "/health"),
            ("/pay/", "/"),
            ("/pay", "/"),
            ("/pay/return/x?a=b", "/return/x?a=b"),
            ("/health", ELSEWHERE),
            ("/payment", ELSEWHERE),
            ("/", ELSEWHERE),
        ] {
            let request = base("/pay").taken_off(Request::get(asked).body(()).expect("a request"));
            assert_eq!(request.uri().to_string(), inner, "{asked}");
            assert_eq!(request.extensions().get::<Bare>().is_some(), asked == "/pay", "{asked}");
        }
    }

    #[test]
    fn what_a_gateway_put_before_is_found_by_the_parts_of_its_resource() {
        for (path, parts, before) in [
            ("/pay/health", 1, Some("/pay")),
            ("/a/b/session/x", 2, Some("/a/b")),
            ("/pay", 0, Some("/pay")),
            ("/pay/", 0, Some("/pay")),
            ("/health", 1, None),
            ("/", 0, None),
            ("/a", 2, None),
        ] {
            assert_eq!(BasePath::before(path, parts), before.map(base), "{path}");
        }
    }
}
