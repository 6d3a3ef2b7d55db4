//! Card values: parsed or rejected, and never printed.
//!
//! Architecture invariant: nothing here serialises or displays a name, a number or a code; `expose` is the one way out.

mod brand;
mod cvv;
mod digits;
mod expiry;
mod name;
mod number;
mod published;
mod ranges;
#[cfg(test)]
mod tests;
mod wiped;

pub use brand::{Brand, BrandSet, UnknownBrand};
pub use cvv::{Cvv, CvvRejection};
pub use digits::{digit, is_invisible, is_separator};
pub use expiry::{Expiry, ExpiryRejection, furthest_west};
pub use name::{Name, NameRejection};
pub use number::{CardNumber, LastFour, NumberRejection, Pieces, brand_of_card, is_card, passes_luhn};
pub use published::{is_published, published};
pub use ranges::RANGES;
pub use wiped::Wiped;
