//! What is paid: the operator's data, never the customer's.

use std::str::FromStr;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::Money;

/// What a session is to pay.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Payment {
    /// How much.
    pub amount: Money,
    /// Who gets it, as the customer knows them.
    pub payee: Option<String>,
    /// What for ("invoice 1042").
    pub description: Option<String>,
    /// The merchant's order, where it was signed for one: it is paid once, whatever the number of sessions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order: Option<Order>,
}

/// An order: of the merchant, or one that the service minted for its own page.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Order {
    /// The merchant's id of it.
    pub id: OrderId,
    /// The moment from which on it may not be paid any more.
    pub expires: Timestamp,
    /// No merchant signed it: the service made it for its page, so that reloads, tabs and double clicks pay once. It is
    /// nothing else: nothing is trusted or told for its sake.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub minted: bool,
}

/// A merchant's id of an order: 1 to 64 visible ASCII characters.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct OrderId(String);

/// An order id is 1 to 64 visible ASCII characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("an order id is 1 to 64 visible ASCII characters")]
pub struct OrderIdError;

impl OrderId {
    /// The id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for OrderId {
    type Error = OrderIdError;

    fn try_from(id: String) -> Result<Self, Self::Error> {
        let fits = (1..=64).contains(&id.len()) && id.bytes().all(|byte| byte.is_ascii_graphic());
        if fits { Ok(Self(id)) } else { Err(OrderIdError) }
    }
}

impl FromStr for OrderId {
    type Err = OrderIdError;

    fn from_str(id: &str) -> Result<Self, Self::Err> {
        id.to_owned().try_into()
    }
}

impl From<OrderId> for String {
    fn from(id: OrderId) -> Self {
        id.0
    }
}
