//! What is paid: the operator's data, never the customer's.

use std::fmt;
use std::str::FromStr;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::Currency;

/// An amount of money, in the currency's smallest unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Money {
    minor: u64,
    currency: Currency,
}

/// Why an amount cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MoneyError {
    /// Not "49.90 EUR".
    #[error("an amount is a number and a currency, like \"49.90 EUR\"")]
    Shape,
    /// No currency, or none in which the gateway charges.
    #[error("a currency is three letters of ISO 4217, like EUR, and one in which cards are charged")]
    Currency,
    /// Other decimals than the currency has.
    #[error("that currency has {0} decimals")]
    Decimals(u8),
    /// Finer than the gateway charges in that currency; in its words.
    #[error("{0}")]
    Step(&'static str),
    /// Zero, or more than the gateway charges; in its words.
    #[error("{0}")]
    Range(&'static str),
}

/// What no amount is outside of, whatever the gateway.
const RANGE: MoneyError = MoneyError::Range("an amount is more than zero and fits into 64 bits");

impl Money {
    /// So many of the currency's smallest unit. Whether a gateway charges it is for [`CurrencyRules`](super::CurrencyRules)
    /// to say.
    ///
    /// # Errors
    /// When it is zero.
    pub const fn new(minor: u64, currency: Currency) -> Result<Self, MoneyError> {
        if minor == 0 { Err(RANGE) } else { Ok(Self { minor, currency }) }
    }

    /// The amount in the smallest unit.
    #[must_use]
    pub const fn minor(self) -> u64 {
        self.minor
    }

    /// The currency.
    #[must_use]
    pub const fn currency(self) -> Currency {
        self.currency
    }
}

/// "49.90 EUR", always with the currency's own number of decimals.
impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let decimals = self.currency.decimals();
        let unit = 10_u64.pow(u32::from(decimals));
        write!(f, "{}", self.minor / unit)?;
        if decimals > 0 {
            write!(f, ".{:0width$}", self.minor % unit, width = usize::from(decimals))?;
        }
        write!(f, " {}", self.currency.code())
    }
}

impl FromStr for Money {
    type Err = MoneyError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut words = text.split_whitespace();
        let (Some(number), Some(code), None) = (words.next(), words.next(), words.next()) else {
            return Err(MoneyError::Shape);
        };
        let currency: Currency = code.parse()?;
        let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
        let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || !digits(whole) || !digits(fraction) {
            return Err(MoneyError::Shape);
        }
        let decimals = usize::from(currency.decimals());
        if fraction.len() > decimals {
            return Err(MoneyError::Decimals(currency.decimals()));
        }
        let minor = format!("{whole}{fraction:0<decimals$}").parse().map_err(|_| RANGE)?;
        Self::new(minor, currency)
    }
}

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

/// An order of the merchant.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Order {
    /// The merchant's id of it.
    pub id: OrderId,
    /// The moment from which on it may not be paid any more.
    pub expires: Timestamp,
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
