//! The brands, and the set of those that an operator takes.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, ParseError, VariantArray};

/// Who issued the card's number range.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[derive(EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "lowercase", ascii_case_insensitive)]
pub enum Brand {
    /// Visa.
    Visa,
    /// Mastercard.
    Mastercard,
    /// American Express.
    Amex,
    /// Diners Club.
    Diners,
    /// Discover.
    Discover,
    /// JCB.
    Jcb,
    /// UnionPay.
    UnionPay,
    /// Maestro.
    Maestro,
    /// Mir.
    Mir,
    /// Elo.
    Elo,
    /// Hiper.
    Hiper,
    /// Hipercard.
    Hipercard,
    /// Troy.
    Troy,
    /// Verve.
    Verve,
    /// RuPay.
    RuPay,
}

impl Brand {
    /// Every brand.
    pub const ALL: [Self; Self::VARIANTS.len()] = *Self::VARIANTS.as_array().unwrap();

    /// The name on the wire.
    #[must_use]
    pub fn wire(self) -> &'static str {
        self.into()
    }

    /// The name that people know; the same in every language.
    #[must_use]
    pub const fn display(self) -> &'static str {
        match self {
            Self::Visa => "Visa",
            Self::Mastercard => "Mastercard",
            Self::Amex => "American Express",
            Self::Diners => "Diners Club",
            Self::Discover => "Discover",
            Self::Jcb => "JCB",
            Self::UnionPay => "UnionPay",
            Self::Maestro => "Maestro",
            Self::Mir => "Mir",
            Self::Elo => "Elo",
            Self::Hiper => "Hiper",
            Self::Hipercard => "Hipercard",
            Self::Troy => "Troy",
            Self::Verve => "Verve",
            Self::RuPay => "RuPay",
        }
    }

    /// How many digits its security code has.
    #[must_use]
    pub const fn cvv_length(self) -> usize {
        match self {
            Self::Amex => 4,
            Self::Visa
            | Self::Mastercard
            | Self::Diners
            | Self::Discover
            | Self::Jcb
            | Self::UnionPay
            | Self::Maestro
            | Self::Mir
            | Self::Elo
            | Self::Hiper
            | Self::Hipercard
            | Self::Troy
            | Self::Verve
            | Self::RuPay => 3,
        }
    }

    /// How many digits its numbers have, ascending. Source: the lengths that braintree's credit-card-type publishes,
    /// and the brands' own pages for Troy, Verve and RuPay.
    #[must_use]
    pub const fn lengths(self) -> &'static [usize] {
        match self {
            Self::Visa | Self::Verve => &[16, 18, 19],
            Self::Mastercard | Self::Elo | Self::Hiper | Self::Hipercard | Self::Troy | Self::RuPay => &[16],
            Self::Amex => &[15],
            Self::Diners => &[14, 16, 19],
            Self::Discover => &[16, 19],
            Self::Jcb | Self::Mir => &[16, 17, 18, 19],
            Self::UnionPay => &[14, 15, 16, 17, 18, 19],
            Self::Maestro => &[12, 13, 14, 15, 16, 17, 18, 19],
        }
    }

    /// Whether numbers without a Luhn check digit are issued.
    #[must_use]
    pub const fn luhn_optional(self) -> bool {
        matches!(self, Self::UnionPay)
    }
}

/// A set of brands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct BrandSet(u16);

/// A list that names no brand, or one that is not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("one brand or more, separated by commas, of: {}", BrandSet::ALL)]
pub struct UnknownBrand;

impl BrandSet {
    /// Every brand.
    pub const ALL: Self = Self((1 << Brand::ALL.len()) - 1);
    /// No brand.
    pub const EMPTY: Self = Self(0);

    /// This set and `brand`.
    #[must_use]
    pub const fn with(self, brand: Brand) -> Self {
        Self(self.0 | 1 << brand as u16)
    }

    /// Whether `brand` is in it.
    #[must_use]
    pub const fn contains(&self, brand: Brand) -> bool {
        self.0 & (1 << brand as u16) != 0
    }

    /// The brands in it.
    pub fn iter(self) -> impl Iterator<Item = Brand> {
        Brand::ALL.into_iter().filter(move |&brand| self.contains(brand))
    }
}

/// "visa,mastercard", in any case and order, with spaces. A set without a brand is an error: nothing could be paid.
impl FromStr for BrandSet {
    type Err = UnknownBrand;

    fn from_str(list: &str) -> Result<Self, UnknownBrand> {
        let set = list
            .split(',')
            .map(str::trim)
            .filter(|wire| !wire.is_empty())
            .try_fold(Self::EMPTY, |set, wire| Ok(set.with(wire.parse()?)))
            .map_err(|_: ParseError| UnknownBrand)?;
        if set == Self::EMPTY { Err(UnknownBrand) } else { Ok(set) }
    }
}

/// The names on the wire, separated by commas.
impl fmt::Display for BrandSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, brand) in self.iter().enumerate() {
            if i > 0 {
                f.write_str(",")?;
            }
            f.write_str(brand.wire())?;
        }
        Ok(())
    }
}
