//! Which prefix belongs to which brand.
//!
//! Sources: ISO/IEC 7812-1 (what a prefix is); the ranges that braintree's credit-card-type publishes (Visa to
//! Hipercard); Elo's ranges as Brazilian processors publish them; the ranges that Troy (BKM), Verve (Interswitch) and
//! `RuPay` (NPCI) are published with. Facts only: the table is ours. Where ranges overlap, the longest prefix wins:
//!
//! - 60 is `RuPay`, but 6011 is Discover and 606282 is Hipercard.
//! - 65 is Discover, but 6521 and 6522 are `RuPay`, and Elo and Verve have blocks of six digits in it.
//! - 50 is Maestro, but 508 is `RuPay`, and Elo and Verve have blocks of six digits in it.
//! - 62 is `UnionPay` (622126 to 622925 run on Discover's network too), but for the blocks that it does not list.
//! - 353 and 356 are issued by JCB together with `RuPay`: they are counted as JCB, 65 issued by Troy as Discover.
//! - 6 is Maestro where nobody else has it.

use super::Brand;

impl Brand {
    /// The brand of a number, whole or unfinished, given as ASCII digits: the longest prefix that matches wins.
    ///
    /// An unfinished number has a brand as soon as its digits decide one ("4", "34", "35"); `None` when nothing
    /// matches, when the digits are too few to tell ("", "5", "60"), and for anything but digits.
    #[must_use]
    pub fn of_prefix(digits: &str) -> Option<Self> {
        if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let near = || RANGES.iter().filter(|range| range.begins_like(digits));
        let best = near().filter(|range| range.matches(digits)).max_by_key(|range| range.length());
        let mut open = near().filter(|range| range.may_match(digits)).map(|range| range.brand);
        match best {
            Some(range) if !range.weak => Some(range.brand),
            Some(range) => open.all(|brand| brand == range.brand).then_some(range.brand),
            None => {
                let first = open.next()?;
                open.all(|brand| brand == first).then_some(first)
            }
        }
    }
}

/// An inclusive range of prefixes; both ends have the same number of digits.
#[derive(Clone, Copy, Debug)]
pub struct Range {
    /// The first prefix.
    pub from: &'static str,
    /// The last prefix.
    pub to: &'static str,
    /// Whose it is.
    pub brand: Brand,
    /// Others have so many blocks inside it that an unfinished number is not decided by it.
    pub weak: bool,
}

impl Range {
    /// How many digits the prefix has.
    #[must_use]
    pub const fn length(&self) -> usize {
        self.from.len()
    }

    /// Whether the first of `digits` is one that this range has: quicker to tell than the whole prefix, and few ranges are
    /// left then.
    fn begins_like(&self, digits: &str) -> bool {
        let first = |text: &str| text.bytes().next();
        (first(self.from)..=first(self.to)).contains(&first(digits))
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
    Range { from, to, brand, weak: false }
}

const fn one(prefix: &'static str, brand: Brand) -> Range {
    range(prefix, prefix, brand)
}

const fn weak(prefix: &'static str, brand: Brand) -> Range {
    Range { from: prefix, to: prefix, brand, weak: true }
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
    one("1800", Brand::Jcb),
    one("2131", Brand::Jcb),
    range("3528", "3589", Brand::Jcb),
    one("62", Brand::UnionPay),
    range("810", "816", Brand::UnionPay),
    range("8170", "8171", Brand::UnionPay),
    one("493698", Brand::Maestro),
    weak("50", Brand::Maestro),
    range("56", "59", Brand::Maestro),
    one("63", Brand::Maestro),
    one("67", Brand::Maestro),
    weak("6", Brand::Maestro),
    // What UnionPay does not list inside 62.
    one("62183", Brand::Maestro),
    range("62198", "62199", Brand::Maestro),
    one("6271", Brand::Maestro),
    range("6273", "6275", Brand::Maestro),
    range("6278", "6281", Brand::Maestro),
    one("6290", Brand::Maestro),
    range("6293", "6299", Brand::Maestro),
    range("2200", "2204", Brand::Mir),
    range("401178", "401179", Brand::Elo),
    one("431274", Brand::Elo),
    one("438935", Brand::Elo),
    one("451416", Brand::Elo),
    one("457393", Brand::Elo),
    range("457631", "457632", Brand::Elo),
    one("504175", Brand::Elo),
    range("506699", "506778", Brand::Elo),
    range("509000", "509999", Brand::Elo),
    one("627780", Brand::Elo),
    one("636297", Brand::Elo),
    one("636368", Brand::Elo),
    range("650031", "650033", Brand::Elo),
    range("650035", "650051", Brand::Elo),
    range("650057", "650081", Brand::Elo),
    range("650405", "650439", Brand::Elo),
    range("650485", "650538", Brand::Elo),
    range("650541", "650598", Brand::Elo),
    range("650700", "650718", Brand::Elo),
    range("650720", "650727", Brand::Elo),
    range("650901", "650978", Brand::Elo),
    range("651652", "651704", Brand::Elo),
    range("655000", "655019", Brand::Elo),
    range("655021", "655058", Brand::Elo),
    one("637095", Brand::Hiper),
    one("637568", Brand::Hiper),
    one("637599", Brand::Hiper),
    one("637609", Brand::Hiper),
    one("637612", Brand::Hiper),
    one("63737423", Brand::Hiper),
    one("63743358", Brand::Hiper),
    one("606282", Brand::Hipercard),
    one("9792", Brand::Troy),
    range("506099", "506198", Brand::Verve),
    range("507865", "507964", Brand::Verve),
    range("650002", "650027", Brand::Verve),
    one("508", Brand::RuPay),
    weak("60", Brand::RuPay),
    range("6521", "6522", Brand::RuPay),
    weak("81", Brand::RuPay),
    one("82", Brand::RuPay),
];
