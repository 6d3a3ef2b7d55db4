//! What is paid: the operator's data, never the customer's.

use std::fmt;
use std::str::FromStr;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// An amount of money, in the currency's smallest unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Money {
    minor: u64,
    currency: Currency,
}

/// A currency by its ISO 4217 code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Currency([u8; 3]);

/// Why an amount cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MoneyError {
    /// Not "49.90 EUR".
    #[error("an amount is a number and a currency, like \"49.90 EUR\"")]
    Shape,
    /// No currency that can be charged.
    #[error("a currency is three letters of ISO 4217, like EUR, and one in which cards are charged")]
    Currency,
    /// Other decimals than the currency has.
    #[error("that currency has {0} decimals")]
    Decimals(u8),
    /// Finer than is charged in that currency.
    #[error(
        "amounts in that currency are whole hundreds of its smallest unit, or whole tens where it has three decimals"
    )]
    Step,
    /// Zero, or more than the gateway takes.
    #[error("an amount is more than zero and has at most twelve digits")]
    Range,
}

/// The currencies in which cards are charged. Source: docs.stripe.com/currencies, "supported presentment currencies".
const TAKEN: &str = "\
AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BWP BYN BZD CAD CDF CHF CLP CNY COP \
CRC CVE CZK DJF DKK DOP DZD EGP ETB EUR FJD FKP GBP GEL GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR ISK JMD JOD JPY \
KES KGS KHR KMF KRW KWD KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK \
NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SEK SGD SHP SLE SOS SRD STD SZL THB TJS TND TOP \
TRY TTD TWD TZS UAH UGX USD UYU UZS VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW";

impl Currency {
    /// The code, in upper case.
    #[must_use]
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("XXX")
    }

    /// How many decimals it has. Source: ISO 4217, as Stripe lists them (docs.stripe.com/currencies).
    #[must_use]
    pub fn decimals(self) -> u8 {
        match self.code() {
            "BIF" | "CLP" | "DJF" | "GNF" | "JPY" | "KMF" | "KRW" | "MGA" | "PYG" | "RWF" | "VND" | "VUV" | "XAF"
            | "XOF" | "XPF" => 0,
            "BHD" | "JOD" | "KWD" | "OMR" | "TND" => 3,
            _ => 2,
        }
    }

    /// What every amount is a multiple of, in the smallest unit: two currencies are written with decimals that are
    /// always zero, and of three decimals the last one is. Source: docs.stripe.com/currencies, "special cases".
    #[must_use]
    pub fn step(self) -> u64 {
        match (self.code(), self.decimals()) {
            ("ISK" | "UGX", _) => 100,
            (_, 3) => 10,
            (_, _) => 1,
        }
    }
}

impl FromStr for Currency {
    type Err = MoneyError;

    fn from_str(code: &str) -> Result<Self, Self::Err> {
        let bytes: [u8; 3] = code.as_bytes().try_into().map_err(|_| MoneyError::Currency)?;
        let currency = Self(bytes.map(|byte| byte.to_ascii_uppercase()));
        if TAKEN.split_ascii_whitespace().any(|known| known == currency.code()) {
            Ok(currency)
        } else {
            Err(MoneyError::Currency)
        }
    }
}

impl TryFrom<String> for Currency {
    type Error = MoneyError;

    fn try_from(code: String) -> Result<Self, Self::Error> {
        code.parse()
    }
}

impl From<Currency> for String {
    fn from(currency: Currency) -> Self {
        currency.code().to_owned()
    }
}

impl Money {
    /// At most twelve digits: what Stripe takes in the smallest unit.
    const MAX: u64 = 999_999_999_999;

    /// So many of the currency's smallest unit.
    ///
    /// # Errors
    /// When it is zero or has more than twelve digits.
    pub fn new(minor: u64, currency: Currency) -> Result<Self, MoneyError> {
        if minor == 0 || minor > Self::MAX {
            return Err(MoneyError::Range);
        }
        if !minor.is_multiple_of(currency.step()) {
            return Err(MoneyError::Step);
        }
        Ok(Self { minor, currency })
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
        let minor = format!("{whole}{fraction:0<decimals$}").parse().map_err(|_| MoneyError::Range)?;
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
