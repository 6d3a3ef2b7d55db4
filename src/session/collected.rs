//! What was collected, as far as a person may see it.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::card::{Brand, LastFour};
use crate::dialogue::{Flight, State, Wish};

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
    /// What may be shown of `state`: nothing where it is only there until a payment is settled, and then deleted.
    #[must_use]
    pub fn of(state: &State) -> Self {
        let deleting = |flight: &Flight| flight.wish == Some(Wish::Delete);
        if state.flight().is_some_and(deleting) {
            return Self::default();
        }
        let card = match (state.number(), state.face()) {
            (Some(number), _) => Some(ViewedCard { brand: number.brand(), last4: number.last_four() }),
            (None, Some(face)) => Some(ViewedCard { brand: face.brand, last4: face.last_four }),
            (None, None) => None,
        };
        let expiry = state.expiry().map(|expiry| format!("{:02}/{}", expiry.month(), expiry.year()));
        Self { name: state.name().map(|name| name.expose().to_owned()), card, expiry }
    }

    /// Whether `held` has every value that this has.
    pub(super) fn is_within(&self, held: &Self) -> bool {
        fn within<T: PartialEq>(value: Option<&T>, held: Option<&T>) -> bool {
            value.is_none() || value == held
        }
        within(self.name.as_ref(), held.name.as_ref())
            && within(self.card.as_ref(), held.card.as_ref())
            && within(self.expiry.as_ref(), held.expiry.as_ref())
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
