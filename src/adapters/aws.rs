//! What all AWS clients share.

use aws_config::{BehaviorVersion, SdkConfig};

/// Region, credentials and endpoints from the SDK's own variables (`AWS_REGION`, `AWS_ENDPOINT_URL_DYNAMODB`, …).
///
/// The behaviour version is pinned: defaults of a newer SDK are taken on purpose or not at all. Time-outs and retries
/// are each adapter's own.
pub async fn settings() -> SdkConfig {
    aws_config::defaults(BehaviorVersion::v2026_01_12()).load().await
}
