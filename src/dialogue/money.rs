//! Amounts of money, in currencies as ISO 4217 has them; and which of them a gateway charges, as data that its adapter
//! brings.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

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
    /// Less than the gateway charges in that currency.
    #[error("cards are charged no less than {0}")]
    Least(Money),
    /// Zero, or more than the gateway charges; in its words.
    #[error("{0}")]
    Range(&'static str),
}

/// What no amount is outside of, whatever the gateway.
const RANGE: MoneyError = MoneyError::Range("an amount is more than zero and fits into 64 bits");

impl Money {
    /// So many of the currency's smallest unit. Whether a gateway charges it is for [`CurrencyRules`]
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

/// A currency by its ISO 4217 code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Currency([u8; 3]);

/// The codes of money, by the decimals that amounts have. Signed orders and kept records count in these units, so a row
/// here is never changed.
///
/// Source: ISO 4217, list one, without units of account; and three codes that it withdrew while cards were still charged
/// in them (ANG, BGN, STD). Three are counted as processors count them: ISK and UGX in hundredths, MGA in whole units.
const CODES: [(u8, &str); 3] = [
    (0, "BIF CLP DJF GNF JPY KMF KRW MGA PYG RWF VND VUV XAF XOF XPF"),
    (
        2,
        "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP \
         CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR \
         IRR ISK JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD \
         NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STD \
         STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG",
    ),
    (3, "BHD IQD JOD KWD LYD OMR TND"),
];

/// Whether `code` is one of `codes`, which have spaces between them.
fn is_among(code: &str, codes: &str) -> bool {
    codes.split_ascii_whitespace().any(|known| known == code)
}

impl Currency {
    /// The code, in upper case.
    #[must_use]
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("XXX")
    }

    /// How many decimals it has.
    #[must_use]
    pub fn decimals(self) -> u8 {
        CODES.iter().find(|(_, codes)| is_among(self.code(), codes)).map_or(2, |&(decimals, _)| decimals)
    }
}

impl FromStr for Currency {
    type Err = MoneyError;

    fn from_str(code: &str) -> Result<Self, Self::Err> {
        let bytes: [u8; 3] = code.as_bytes().try_into().map_err(|_| MoneyError::Currency)?;
        let currency = Self(bytes.map(|byte| byte.to_ascii_uppercase()));
        let known = CODES.iter().any(|(_, codes)| is_among(currency.code(), codes));
        if known { Ok(currency) } else { Err(MoneyError::Currency) }
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

/// Which amounts a gateway charges. Asked once, where an amount comes in: of the operator, or in a merchant's order.
#[derive(Clone, Copy, Debug)]
pub struct CurrencyRules {
    /// The codes of the currencies in which it charges cards, with spaces between them.
    pub taken: &'static str,
    /// What every amount in these currencies is a multiple of, in the smallest unit.
    pub steps: &'static [(&'static str, u64)],
    /// The steps in words, for whoever gave an amount between two of them.
    pub steps_told: &'static str,
    /// The smallest amount in these currencies, in the smallest unit, where the gateway has a figure for one.
    pub least: &'static [(&'static str, u64)],
    /// The largest amount, in the smallest unit.
    pub most: u64,
    /// The range in words, for whoever gave an amount outside of it.
    pub range_told: &'static str,
}

impl CurrencyRules {
    /// Whether cards are charged in it.
    #[must_use]
    pub fn takes(&self, currency: Currency) -> bool {
        is_among(currency.code(), self.taken)
    }

    /// So many of the currency's smallest unit, where that can be charged.
    ///
    /// # Errors
    /// Why it cannot.
    pub fn money(&self, minor: u64, currency: Currency) -> Result<Money, MoneyError> {
        if !self.takes(currency) {
            return Err(MoneyError::Currency);
        }
        let step = self.steps.iter().find(|(code, _)| *code == currency.code()).map_or(1, |&(_, step)| step);
        if minor == 0 || minor > self.most {
            return Err(MoneyError::Range(self.range_told));
        }
        if !minor.is_multiple_of(step) {
            return Err(MoneyError::Step(self.steps_told));
        }
        let least = self.least.iter().find(|(code, _)| *code == currency.code());
        if let Some(&(_, least)) = least.filter(|(_, least)| minor < *least) {
            return Err(MoneyError::Least(Money::new(least, currency)?));
        }
        Money::new(minor, currency)
    }

    /// An amount like "49.90 EUR", where it can be charged.
    ///
    /// # Errors
    /// Why it cannot, or that it is none.
    pub fn parse(&self, text: &str) -> Result<Money, MoneyError> {
        match text.parse::<Money>() {
            Ok(money) => self.money(money.minor(), money.currency()),
            Err(MoneyError::Range(_)) => Err(MoneyError::Range(self.range_told)),
            Err(
                error @ (MoneyError::Shape
                | MoneyError::Currency
                | MoneyError::Decimals(_)
                | MoneyError::Step(_)
                | MoneyError::Least(_)),
            ) => Err(error),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_has_a_known_currency_and_its_decimals() {
        let refused = |amount: &str| amount.parse::<Money>().expect_err(amount);
        for (amount, why) in [
            ("1", MoneyError::Shape),
            ("1,50 EUR", MoneyError::Shape),
            ("1 ZZZ", MoneyError::Currency),
            ("1 XXX", MoneyError::Currency),
            ("1 EURO", MoneyError::Currency),
            ("1.5 JPY", MoneyError::Decimals(0)),
            ("5.1234 KWD", MoneyError::Decimals(3)),
        ] {
            assert_eq!(refused(amount), why, "{amount}");
        }
        assert!(matches!(refused("0 EUR"), MoneyError::Range(_)));
        let minor = |amount: &str| amount.parse::<Money>().expect(amount).minor();
        assert_eq!((minor("5.12 KWD"), minor("500 UGX"), minor("5 jpy"), minor("0.05 EUR")), (5120, 50_000, 5, 5));
    }

    #[test]
    fn a_gateway_charges_what_its_rules_say() {
        let rules = CurrencyRules {
            taken: "EUR JPY",
            steps: &[("JPY", 100)],
            steps_told: "whole hundreds",
            least: &[("EUR", 50)],
            most: 100_000,
            range_told: "up to 100,000",
        };
        assert_eq!(rules.parse("1000.00 EUR").map(Money::minor), Ok(100_000));
        let least = Money::new(50, "EUR".parse().expect("a code")).expect("an amount");
        assert_eq!(rules.parse("0.50 EUR"), Ok(least));
        assert_eq!(rules.parse("0.49 EUR"), Err(MoneyError::Least(least)));
        assert_eq!(rules.parse("500 JPY").map(Money::minor), Ok(500));
        for (amount, why) in [
            ("1 USD", MoneyError::Currency),
            ("550 JPY", MoneyError::Step("whole hundreds")),
            ("1000.01 EUR", MoneyError::Range("up to 100,000")),
            ("0 EUR", MoneyError::Range("up to 100,000")),
        ] {
            assert_eq!(rules.parse(amount), Err(why), "{amount}");
        }
    }

    #[test]
    fn no_code_stands_twice() {
        let mut codes: Vec<&str> = CODES.iter().flat_map(|(_, codes)| codes.split_ascii_whitespace()).collect();
        let listed = codes.len();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), listed);
    }
}
