//! What was collected, as far as a person may see it.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::card::{Brand, LastFour};
use crate::dialogue::State;

/// What was collected, masked: `{"name":"Jane Roe","card":{"brand":"visa","last4":"4242"},"expiry":"12/2028"}`.
///
/// What is not known is left out. A security code never appears.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CollectedData {
    /// The cardholder's name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The card, by what may be shown of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub card: Option<ViewedCard>,
    /// The expiry date: "12/2028".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expiry: Option<String>,
}

/// What may be shown of a card.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ViewedCard {
    /// The brand, by its name on the wire.
    pub brand: Brand,
    /// The last four digits.
    pub last4: LastFour,
}

impl CollectedData {
    /// What may be shown of `state`.
    #[must_use]
    pub fn of(state: &State) -> Self {
        let card = match (state.number(), state.face()) {
            (Some(number), _) => Some(ViewedCard { brand: number.brand(), last4: number.last_four() }),
            (None, Some(face)) => Some(ViewedCard { brand: face.brand, last4: face.last_four }),
            (None, None) => None,
        };
        let expiry = state.expiry().map(|expiry| format!("{:02}/{}", expiry.month(), expiry.year()));
        Self { name: state.name().map(|name| name.expose().to_owned()), card, expiry }
    }
}

/// Shows which values are known, and none of them.
impl fmt::Debug for CollectedData {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CollectedData")
            .field("name", &self.name.is_some())
            .field("card", &self.card)
            .field("expiry", &self.expiry.is_some())
            .finish()
    }
}
