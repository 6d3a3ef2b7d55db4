//! What requests are trusted by: the merchant's key, the gateway's secrets, and the service's own key.

use super::webhook::WebhookSecrets;
use crate::keys::ServiceKey;
use crate::orders::OrderKey;

/// What requests are trusted by.
#[derive(Clone, Debug)]
pub struct Trust {
    /// Whose orders are taken; without it nobody's are, and a session pays what the operator set.
    pub orders: Option<OrderKey>,
    /// Whose events are taken.
    pub webhooks: Option<WebhookSecrets>,
    /// What return pages and addresses are named with.
    pub key: ServiceKey,
}
