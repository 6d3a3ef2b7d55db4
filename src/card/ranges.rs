//! Which prefix belongs to which brand.
//!
//! Sources: ISO/IEC 7812 for the major industry digits; the ranges that braintree's credit-card-type publishes; the
//! brands' own pages for Troy (9792), Verve and RuPay. Facts only: the table is ours.

use super::Brand;

/// An inclusive range of prefixes; both ends have the same number of digits.
#[derive(Clone, Copy, Debug)]
pub struct Range {
    /// The first prefix.
    pub from: &'static str,
    /// The last prefix.
    pub to: &'static str,
    /// Whose it is.
    pub brand: Brand,
}

impl Range {
    /// How many digits the prefix has.
    #[must_use]
    pub const fn length(&self) -> usize {
        self.from.len()
    }

    /// Whether `digits` begin with a prefix of this range.
    #[must_use]
    pub fn matches(&self, digits: &str) -> bool {
        digits.get(..self.length()).is_some_and(|prefix| (self.from..=self.to).contains(&prefix))
    }

    /// Whether `digits`, which are too few to tell, may still become a prefix of this range.
    #[must_use]
    pub fn may_match(&self, digits: &str) -> bool {
        let length = digits.len();
        length < self.length() && (&self.from[..length]..=&self.to[..length]).contains(&digits)
    }
}

const fn range(from: &'static str, to: &'static str, brand: Brand) -> Range {
    Range { from, to, brand }
}

const fn one(prefix: &'static str, brand: Brand) -> Range {
    Range { from: prefix, to: prefix, brand }
}

/// Every range of every brand. Ranges overlap: the longest prefix wins.
pub const RANGES: &[Range] = &[
    one("4", Brand::Visa),
    range("51", "55", Brand::Mastercard),
    range("2221", "2720", Brand::Mastercard),
    one("34", Brand::Amex),
    one("37", Brand::Amex),
    range("300", "305", Brand::Diners),
    one("36", Brand::Diners),
    range("38", "39", Brand::Diners),
    one("6011", Brand::Discover),
    range("644", "649", Brand::Discover),
    one("65", Brand::Discover),
    one("2131", Brand::Jcb),
    one("1800", Brand::Jcb),
    range("3528", "3589", Brand::Jcb),
    one("620", Brand::UnionPay),
    range("62100", "62197", Brand::UnionPay),
    range("622018", "622999", Brand::UnionPay),
    range("62200", "62205", Brand::UnionPay),
    range("623", "626", Brand::UnionPay),
    one("6270", Brand::UnionPay),
    one("6272", Brand::UnionPay),
    one("6276", Brand::UnionPay),
    range("627700", "627779", Brand::UnionPay),
    range("627781", "627799", Brand::UnionPay),
    range("6282", "6289", Brand::UnionPay),
    range("6291", "6292", Brand::UnionPay),
    range("810", "817", Brand::UnionPay),
    one("493698", Brand::Maestro),
    range("5000", "5018", Brand::Maestro),
    range("502", "506", Brand::Maestro),
    range("56", "59", Brand::Maestro),
    one("6", Brand::Maestro),
    range("2200", "2204", Brand::Mir),
    one("401178", Brand::Elo),
    one("401179", Brand::Elo),
    one("438935", Brand::Elo),
    one("457631", Brand::Elo),
    one("457632", Brand::Elo),
    one("431274", Brand::Elo),
    one("451416", Brand::Elo),
    one("457393", Brand::Elo),
    one("504175", Brand::Elo),
    range("506699", "506778", Brand::Elo),
    range("509000", "509999", Brand::Elo),
    one("627780", Brand::Elo),
    one("636297", Brand::Elo),
    one("636368", Brand::Elo),
    range("650031", "650033", Brand::Elo),
    range("650035", "650051", Brand::Elo),
    range("650405", "650439", Brand::Elo),
    range("650485", "650538", Brand::Elo),
    range("650541", "650598", Brand::Elo),
    range("650700", "650718", Brand::Elo),
    range("650720", "650727", Brand::Elo),
    range("650901", "650978", Brand::Elo),
    range("651652", "651679", Brand::Elo),
    range("655000", "655019", Brand::Elo),
    range("655021", "655058", Brand::Elo),
    one("637095", Brand::Hiper),
    one("63737423", Brand::Hiper),
    one("63743358", Brand::Hiper),
    one("637568", Brand::Hiper),
    one("637599", Brand::Hiper),
    one("637609", Brand::Hiper),
    one("637612", Brand::Hiper),
    one("606282", Brand::Hipercard),
    one("9792", Brand::Troy),
    range("506099", "506198", Brand::Verve),
    range("507865", "507964", Brand::Verve),
    range("650002", "650027", Brand::Verve),
    one("508", Brand::RuPay),
    one("60", Brand::RuPay),
    range("6521", "6522", Brand::RuPay),
    range("81", "82", Brand::RuPay),
    range("353", "356", Brand::Jcb),
];
