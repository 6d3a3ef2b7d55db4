//! What requests are trusted by: the merchant's key, and the service's own.

use crate::keys::ServiceKey;
use crate::orders::{MintingKey, OrderKey};

/// What requests are trusted by. (The gateway's events are checked by its adapter.)
#[derive(Clone, Debug)]
pub struct Trust {
    /// Whose orders are taken; without it nobody's are, and a session pays what the operator set.
    pub orders: Option<OrderKey>,
    /// What return pages and addresses are named with.
    pub key: ServiceKey,
}

impl Trust {
    /// What mints orders for the page, and knows those again that a former key minted.
    pub(super) fn minting(&self) -> MintingKey {
        self.key.formerly_minting().fold(MintingKey::of(&self.key.minting()), |key, former| key.after(&former))
    }
}
