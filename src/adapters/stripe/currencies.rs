//! Which amounts are charged.

use crate::dialogue::CurrencyRules;

/// What Stripe charges cards in. Two currencies are written with decimals that are always zero, and of three decimals the
/// last one is.
///
/// The smallest amount goes by the currency of the account's payouts, for which there is a table of 24. An amount in one of
/// them is held to its own figure, which is what counts where it is paid out as it is; converted, the other one counts, and
/// what the account refuses then is told as the operator's fault when it comes. The largest has twelve digits; a network
/// may take less.
///
/// Source: docs.stripe.com/currencies, "supported presentment currencies", "special cases", "minimum and maximum charge
/// amounts".
pub const CURRENCIES: CurrencyRules = CurrencyRules {
    taken: "\
AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BWP BYN BZD CAD CDF CHF CLP CNY COP \
CRC CVE CZK DJF DKK DOP DZD EGP ETB EUR FJD FKP GBP GEL GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR ISK JMD JOD JPY \
KES KGS KHR KMF KRW KWD KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK \
NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SEK SGD SHP SLE SOS SRD STD SZL THB TJS TND TOP \
TRY TTD TWD TZS UAH UGX USD UYU UZS VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW",
    steps: &[("ISK", 100), ("UGX", 100), ("BHD", 10), ("JOD", 10), ("KWD", 10), ("OMR", 10), ("TND", 10)],
    steps_told: "amounts in that currency are whole hundreds of its smallest unit, or whole tens where it has three decimals",
    least: &[
        ("AED", 200),
        ("AUD", 50),
        ("BGN", 100),
        ("BRL", 50),
        ("CAD", 50),
        ("CHF", 50),
        ("CZK", 1_500),
        ("DKK", 250),
        ("EUR", 50),
        ("GBP", 30),
        ("HKD", 400),
        ("HUF", 17_500),
        ("INR", 50),
        ("JPY", 50),
        ("MXN", 1_000),
        ("MYR", 200),
        ("NOK", 300),
        ("NZD", 50),
        ("PLN", 200),
        ("RON", 200),
        ("SEK", 300),
        ("SGD", 50),
        ("THB", 1_000),
        ("USD", 50),
    ],
    most: 999_999_999_999,
    range_told: "an amount is more than zero and has at most twelve digits",
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dialogue::{Currency, MoneyError};

    #[test]
    fn an_amount_is_one_that_can_be_charged() {
        let (step, range) = (MoneyError::Step(CURRENCIES.steps_told), MoneyError::Range(CURRENCIES.range_told));
        for (amount, why) in [
            ("1 ZZZ", MoneyError::Currency),
            ("1 IRR", MoneyError::Currency),
            ("1.5 JPY", MoneyError::Decimals(0)),
            ("5.124 KWD", step),
            ("500.50 UGX", step),
            ("0 EUR", range),
            ("10000000000 EUR", range),
            ("99999999999999999999 EUR", range),
        ] {
            assert_eq!(CURRENCIES.parse(amount), Err(why), "{amount}");
        }
        let minor = |amount: &str| CURRENCIES.parse(amount).expect(amount).minor();
        assert_eq!(
            (minor("5.12 KWD"), minor("500 UGX"), minor("500 ISK"), minor("500 JPY")),
            (5120, 50_000, 50_000, 500)
        );
        assert_eq!(minor("9999999999.99 EUR"), CURRENCIES.most);
    }

    #[test]
    fn an_amount_is_not_less_than_stripe_charges_in_its_currency() {
        for (less, least) in
            [("0.01 EUR", "0.50 EUR"), ("0.49 USD", "0.50 USD"), ("5 JPY", "50 JPY"), ("174.99 HUF", "175.00 HUF")]
        {
            let money = CURRENCIES.parse(least).expect(least);
            assert_eq!(CURRENCIES.parse(less), Err(MoneyError::Least(money)), "{less}");
            assert_eq!(MoneyError::Least(money).to_string(), format!("cards are charged no less than {least}"));
        }
        // Where Stripe has no figure there is none here.
        assert!(CURRENCIES.parse("1 KRW").is_ok());
        let codes: Vec<&str> = CURRENCIES.least.iter().map(|&(code, _)| code).collect();
        assert!(codes.is_sorted() && codes.iter().all(|code| CURRENCIES.taken.contains(code)), "{codes:?}");
    }

    #[test]
    fn every_code_is_a_currency_s_and_every_currency_of_three_decimals_has_its_step() {
        let codes: Vec<&str> = CURRENCIES.taken.split_ascii_whitespace().collect();
        assert!(codes.is_sorted() && codes.len() > 130, "{} codes", codes.len());
        for code in codes {
            let currency: Currency = code.parse().expect(code);
            let stepped = CURRENCIES.steps.contains(&(code, 10));
            assert_eq!(currency.decimals() == 3, stepped, "{code}");
        }
    }
}
