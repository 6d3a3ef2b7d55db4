//! What all AWS clients share.

use aws_config::{BehaviorVersion, SdkConfig};
use aws_sdk_dynamodb::config::ProvideCredentials as _;

/// Region, credentials and endpoints from the SDK's own variables (`AWS_REGION`, `AWS_ENDPOINT_URL_DYNAMODB`, …).
///
/// The behaviour version is pinned: defaults of a newer SDK are taken on purpose or not at all. Time-outs and retries
/// are each adapter's own.
pub async fn settings() -> SdkConfig {
    aws_config::defaults(BehaviorVersion::v2026_01_12()).load().await
}

/// What `settings` lack, so that nothing can be called; `None` when they have a region and credentials.
pub async fn lacking(settings: &SdkConfig) -> Option<&'static str> {
    if settings.region().is_none() {
        return Some("no region is named: set AWS_REGION");
    }
    let found = match settings.credentials_provider() {
        Some(provider) => provider.provide_credentials().await.is_ok(),
        None => false,
    };
    let told = "no credentials were found: set AWS_PROFILE (after `aws configure` or `aws sso login`), or \
                AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or run where a role gives them";
    (!found).then_some(told)
}
