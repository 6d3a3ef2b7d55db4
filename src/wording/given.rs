//! What a sentence is selected by, beside the note or ask that it words.

use crate::card::Brand;

/// Facts about a session and an act that choose between sentences; never a value of the customer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct Given(u16);

impl Given {
    /// Nothing.
    pub const NONE: Self = Self(0);
    /// A payment is known.
    pub const PAYMENT: Self = Self(1);
    /// It is known who gets the money.
    pub const PAYEE: Self = Self(1 << 1);
    /// It is known what is paid for.
    pub const DESCRIPTION: Self = Self(1 << 2);
    /// The payment is charged here.
    pub const CHARGING: Self = Self(1 << 3);
    /// Brand and last four digits of the card may be shown.
    pub const CARD: Self = Self(1 << 4);
    /// The operator knows other ways to pay.
    pub const WAYS: Self = Self(1 << 5);
    /// The security code is asked for in the same reply.
    pub const CODE: Self = Self(1 << 6);
    /// The card has a code of three digits.
    pub const THREE: Self = Self(1 << 7);
    /// The card has a code of four digits.
    pub const FOUR: Self = Self(1 << 8);
    /// The payment's outcome is known, and told in the same reply.
    pub const SETTLED: Self = Self(1 << 9);
    /// The review is shown in the same reply.
    pub const REVIEW: Self = Self(1 << 10);

    /// The payment is for an order that is open until a moment that is known.
    pub const ORDER: Self = Self(1 << 11);

    const BITS: u16 = 12;

    /// Both.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// This, and `other` when it holds.
    #[must_use]
    pub const fn and_if(self, holds: bool, other: Self) -> Self {
        if holds { self.and(other) } else { self }
    }

    /// What is also in `mask`.
    #[must_use]
    pub const fn only(self, mask: Self) -> Self {
        Self(self.0 & mask.0)
    }

    /// Whether all of `other` is given.
    #[must_use]
    pub const fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// The length of the code of a card of this brand.
    #[must_use]
    pub const fn code_of(brand: Brand) -> Self {
        if brand.cvv_length() == 4 { Self::FOUR } else { Self::THREE }
    }

    /// Every combination of `mask` that can occur.
    pub fn every(mask: Self) -> impl Iterator<Item = Self> {
        (0..1_u16 << Self::BITS).map(Self).filter(move |given| given.only(mask) == *given && given.can_be(mask))
    }

    /// Whether the facts agree: a payee without a payment does not, nor does a card with two codes.
    const fn can_be(self, mask: Self) -> bool {
        let of_a_payment = self.only(Self::PAYEE.and(Self::DESCRIPTION).and(Self::CHARGING));
        let no_payment = mask.has(Self::PAYMENT) && !self.has(Self::PAYMENT);
        let two_codes = self.has(Self::THREE) && self.has(Self::FOUR);
        !(two_codes || no_payment && of_a_payment.0 != 0)
    }
}
