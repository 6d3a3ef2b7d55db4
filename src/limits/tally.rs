//! Three counts in one number, so that one atomic addition changes all of them and says what they are then.

use std::iter::Sum;
use std::ops::Add;

/// So many bits has each count: a million each way is more than one share of five minutes sees.
const BITS: u32 = 21;

/// What is counted of the cards of one place, one order or one share of the service, within one window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Cards that became a token, and of which no attempt has ended yet.
    pub tokens: i64,
    /// Attempts that failed, or of which nobody knows yet.
    pub failing: i64,
    /// Attempts in all.
    pub tried: i64,
}

impl Tally {
    /// A card that is about to become a token.
    pub const TOKEN: Self = Self { tokens: 1, failing: 0, tried: 0 };
    /// An attempt that is about to be sent: it counts as failed until it is known to be paid.
    pub const ATTEMPT: Self = Self { tokens: 0, failing: 1, tried: 1 };
    /// An attempt that was paid.
    pub const PAID: Self = Self { tokens: 0, failing: -1, tried: 0 };

    /// The same taken back.
    pub const fn back(self) -> Self {
        Self { tokens: -self.tokens, failing: -self.failing, tried: -self.tried }
    }

    /// As one number.
    pub const fn packed(self) -> i64 {
        (((self.tried << BITS) + self.failing) << BITS) + self.tokens
    }

    /// Out of one number. What was taken back in another window than it was counted in is less than nothing, and counts as
    /// nothing.
    pub fn of(packed: i64) -> Self {
        let (rest, tokens) = cut(packed);
        let (tried, failing) = cut(rest);
        Self { tokens: tokens.max(0), failing: failing.max(0), tried: tried.max(0) }
    }
}

/// The lowest count, which may be below zero, and what is above it.
const fn cut(packed: i64) -> (i64, i64) {
    let low = (packed << (64 - BITS)) >> (64 - BITS);
    ((packed - low) >> BITS, low)
}

impl Add for Tally {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            tokens: self.tokens + other.tokens,
            failing: self.failing + other.failing,
            tried: self.tried + other.tried,
        }
    }
}

impl Sum for Tally {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::default(), Self::add)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const MOST: i64 = 1 << 19;

    proptest! {
        #[test]
        fn what_is_added_as_one_number_is_added_to_each_count(
            parts in prop::collection::vec((-9_i64..MOST / 8, -9_i64..MOST / 8, -9_i64..MOST / 8), 0..8)
        ) {
            let parts: Vec<Tally> =
                parts.into_iter().map(|(tokens, failing, tried)| Tally { tokens, failing, tried }).collect();
            let packed: i64 = parts.iter().map(|part| part.packed()).sum();
            let sum: Tally = parts.into_iter().sum();
            let none_below_zero =
                Tally { tokens: sum.tokens.max(0), failing: sum.failing.max(0), tried: sum.tried.max(0) };
            prop_assert_eq!(Tally::of(packed), none_below_zero);
        }
    }
}
