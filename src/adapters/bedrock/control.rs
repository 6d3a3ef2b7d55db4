//! One GET to Bedrock's control plane, signed. Its own SDK is among the largest of all, and `doctor` has four questions.

use std::time::{Duration, SystemTime};

use aws_config::SdkConfig;
use aws_sdk_bedrockruntime::config::ProvideCredentials as _;
use aws_sdk_bedrockruntime::config::endpoint::{DefaultResolver, Params, ResolveEndpoint as _};
use aws_sigv4::http_request::{SignableBody, SignableRequest, SigningInstructions, SigningSettings, sign};
use aws_sigv4::sign::v4;
use aws_smithy_runtime_api::client::identity::Identity;
use aws_types::service_config::ServiceConfigKey;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, PercentEncode, utf8_percent_encode};
use reqwest::header::HeaderMap;
use reqwest::redirect::Policy;
use reqwest::{Client, Url};
use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::adapters::SystemClock;
use crate::ports::Clock as _;

/// How long one question may take.
const PATIENCE: Duration = Duration::from_secs(10);

/// All but what RFC 3986 calls unreserved: so AWS writes a name into a path, and so it is signed.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// Why a question has no answer.
#[derive(Debug)]
pub(super) enum Unanswered {
    /// The service refused it; its name for why.
    Refused(String),
    /// Nothing came back, or nothing that can be read.
    Silent,
}

/// The control plane of a Region, and who asks.
#[derive(Clone, Debug)]
pub(super) struct Control {
    http: Client,
    base: String,
    region: String,
    identity: Identity,
}

impl Control {
    /// `None` when there is no Region, nobody to sign as, or no client for HTTPS.
    pub(super) async fn connect(config: &SdkConfig) -> Option<Self> {
        let region = config.region()?.to_string();
        // Fetched once: a look is over long before they end.
        let credentials = config.credentials_provider()?.provide_credentials().await.ok()?;
        let http = Client::builder()
            .user_agent(concat!(env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION")))
            .redirect(Policy::none())
            .timeout(PATIENCE)
            .build()
            .ok()?;
        Some(Self { http, base: base(config).await?, region, identity: credentials.into() })
    }

    /// What is at `path`, whose names are [`encoded`].
    pub(super) async fn get<T: DeserializeOwned>(&self, path: &str) -> Result<T, Unanswered> {
        let url: Url = format!("{}{path}", self.base).parse().map_err(|_| Unanswered::Silent)?;
        let signed = self.signed(url.as_str()).ok_or(Unanswered::Silent)?;
        let request =
            signed.headers().fold(self.http.get(url.clone()), |request, (name, value)| request.header(name, value));
        let answer = request.send().await.map_err(|_| Unanswered::Silent)?;
        let (status, headers) = (answer.status(), answer.headers().clone());
        let body = answer.bytes().await.map_err(|_| Unanswered::Silent)?;
        if !status.is_success() {
            return Err(code(&headers, &body).map_or(Unanswered::Silent, Unanswered::Refused));
        }
        serde_json::from_slice(&body).map_err(|_| Unanswered::Silent)
    }

    /// The headers that show who asks, for a GET without a body.
    fn signed(&self, url: &str) -> Option<SigningInstructions> {
        let since = u64::try_from(SystemClock.now().as_second()).ok()?;
        let params = v4::SigningParams::builder()
            .identity(&self.identity)
            .region(&self.region)
            .name("bedrock")
            .time(SystemTime::UNIX_EPOCH + Duration::from_secs(since))
            .settings(SigningSettings::default())
            .build()
            .ok()?
            .into();
        let request = SignableRequest::new("GET", url, std::iter::empty(), SignableBody::Bytes(&[])).ok()?;
        Some(sign(request, &params).ok()?.into_parts().0)
    }
}

/// A name as it stands in a path.
pub(super) fn encoded(name: &str) -> PercentEncode<'_> {
    utf8_percent_encode(name, RESERVED)
}

/// Where the control plane is: as named for the SDKs (`AWS_ENDPOINT_URL_BEDROCK`, `AWS_ENDPOINT_URL`, or in a profile), or
/// beside the runtime of the same Region, whose SDK knows how AWS names its hosts.
async fn base(config: &SdkConfig) -> Option<String> {
    let key = ServiceConfigKey::builder().service_id("Bedrock").env("AWS_ENDPOINT_URL").profile("endpoint_url");
    let named = config.service_config().zip(key.build().ok()).and_then(|(named, key)| named.load_config(key));
    if let Some(named) = named.as_deref().or_else(|| config.endpoint_url()) {
        return Some(named.trim_end_matches('/').to_owned());
    }
    let params = Params::builder()
        .region(config.region()?.to_string())
        .use_fips(config.use_fips().unwrap_or_default())
        .use_dual_stack(config.use_dual_stack().unwrap_or_default())
        .build()
        .ok()?;
    let runtime = DefaultResolver::new().resolve_endpoint(&params).await.ok()?;
    Some(runtime.url().replacen("://bedrock-runtime", "://bedrock", 1))
}

/// What the service calls a failure: in a header, or else in the body; either may hold a namespace and an address, too.
fn code(headers: &HeaderMap, body: &[u8]) -> Option<String> {
    #[derive(Deserialize)]
    struct Failure {
        #[serde(alias = "__type")]
        code: String,
    }
    let header = headers.get("x-amzn-errortype").and_then(|value| value.to_str().ok());
    let named = header.map(str::to_owned).or_else(|| serde_json::from_slice(body).ok().map(|Failure { code }| code))?;
    let name = named.split(':').next()?.rsplit('#').next()?.trim();
    (!name.is_empty()).then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use aws_config::Region;

    #[tokio::test]
    async fn it_is_beside_the_runtime_of_the_region_or_where_it_is_named() {
        let at = |region| SdkConfig::builder().region(Region::new(region));
        for (config, url) in [
            (at("eu-central-1"), "https://bedrock.eu-central-1.amazonaws.com"),
            (at("us-gov-west-1").use_fips(true), "https://bedrock-fips.us-gov-west-1.amazonaws.com"),
            (at("us-east-1").use_dual_stack(true), "https://bedrock.us-east-1.api.aws"),
            (at("cn-north-1"), "https://bedrock.cn-north-1.amazonaws.com.cn"),
            (at("eu-central-1").endpoint_url("http://127.0.0.1:4566/"), "http://127.0.0.1:4566"),
        ] {
            assert_eq!(base(&config.build()).await.as_deref(), Some(url));
        }
    }

    #[test]
    fn a_failure_is_named_in_the_header_or_in_the_body() {
        let header = HeaderMap::from_iter([(
            reqwest::header::HeaderName::from_static("x-amzn-errortype"),
            "AccessDeniedException:http://internal.amazon.com/".parse().expect("a value"),
        )]);
        assert_eq!(code(&header, b"").as_deref(), Some("AccessDeniedException"));
        let body = br#"{"__type":"com.amazon.bedrock#ValidationException","message":"no"}"#;
        assert_eq!(code(&HeaderMap::new(), body).as_deref(), Some("ValidationException"));
        assert_eq!(code(&HeaderMap::new(), b"<html>"), None);
    }
}
