//! Why something was not taken, is no longer held, or ended.

use std::fmt;
use std::str::FromStr;

use strum::{Display, EnumString, IntoStaticStr, ParseError, VariantArray};

use super::Field;
use crate::card::{CvvRejection, ExpiryRejection, NameRejection, NumberRejection};

/// Why a value was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Rejected {
    /// A name.
    Name(NameRejection),
    /// A card number.
    Card(NumberRejection),
    /// An expiry date.
    Expiry(ExpiryRejection),
    /// A security code.
    Cvv(CvvRejection),
}

impl Rejected {
    /// The field that was rejected.
    #[must_use]
    pub const fn field(self) -> Field {
        match self {
            Self::Name(_) => Field::Name,
            Self::Card(_) => Field::Card,
            Self::Expiry(_) => Field::Expiry,
            Self::Cvv(_) => Field::Cvv,
        }
    }

    /// The reason's name on the wire.
    #[must_use]
    pub fn reason(self) -> &'static str {
        match self {
            Self::Name(reason) => reason.wire(),
            Self::Card(reason) => reason.wire(),
            Self::Expiry(reason) => reason.wire(),
            Self::Cvv(reason) => reason.wire(),
        }
    }
}

/// `card too_short`
impl fmt::Display for Rejected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.field(), self.reason())
    }
}

/// Why card data that was given is no longer held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Display, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum Dropped {
    /// Number, date, code or name was to be changed after the card had become a token.
    Changed,
    /// The card was declined.
    Declined,
    /// It had been held for as long as it may be.
    TooOld,
    /// It could not be read back safely.
    Unreadable,
    /// The customer started over.
    Restarted,
}

impl Dropped {
    /// Every reason.
    pub const ALL: [Self; Self::VARIANTS.len()] = *Self::VARIANTS.as_array().unwrap();

    /// The name in records and in the catalog.
    #[must_use]
    pub fn wire(self) -> &'static str {
        self.into()
    }
}

/// Why a charge that was agreed to was not sent: nothing was charged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum Bar {
    /// The order is paid.
    OrderPaid,
    /// What was minted for a page is paid.
    Finished,
    /// Another session is paying the order.
    OrderBusy,
    /// The order was begun with another amount.
    OrderChanged,
    /// Too many attempts for this order, over all sessions.
    Attempts,
    /// Too many cards for this order, over all sessions.
    Cards,
    /// Too many failed attempts from where the customer is.
    Address,
    /// The order's time is over.
    OrderOver,
    /// Too many payments fail in all: the service rests for some minutes.
    Paused,
}

impl Bar {
    /// Every reason.
    pub const ALL: [Self; Self::VARIANTS.len()] = *Self::VARIANTS.as_array().unwrap();

    /// The name in the trail and in scripts.
    #[must_use]
    pub fn wire(self) -> &'static str {
        self.into()
    }
}

/// Why a session ends by itself, without anybody's wish.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum Over {
    /// One field was answered wrongly too often.
    InvalidAnswers,
    /// Too many turns brought nothing.
    NoProgress,
    /// Too many turns in all.
    Turns,
    /// Too many corrections.
    Corrections,
    /// Too many confirmed attempts.
    Attempts,
    /// Too many cards.
    Cards,
    /// Too many failed attempts from where the customer is.
    Address,
    /// The order was paid already, in another conversation.
    OrderPaid,
    /// What was minted for a page was paid, in another conversation.
    Finished,
    /// The order can no longer be paid: its time is over, or the merchant changed it.
    OrderOver,
    /// The gateway cancelled the payment.
    Voided,
    /// The gateway does not take this operator's requests.
    Misconfigured,
    /// The issuer takes it for a payment that was made already, and none is known here.
    Duplicate,
    /// The same card paid the same amount here within the hour.
    PaidBefore,
}

impl Over {
    const ALL: [Self; Self::VARIANTS.len()] = *Self::VARIANTS.as_array().unwrap();
}

/// Why a session ended without a payment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum CancelReason {
    /// The customer, or the owner of the session, wished that.
    Customer,
    /// It ended by itself.
    #[strum(transparent)]
    Over(Over),
}

impl CancelReason {
    /// Every reason.
    pub const ALL: [Self; 1 + Over::ALL.len()] = {
        let mut all = [Self::Customer; 1 + Over::ALL.len()];
        let mut at = 0;
        while at < Over::ALL.len() {
            all[1 + at] = Self::Over(Over::ALL[at]);
            at += 1;
        }
        all
    };

    /// The name on the wire, in records and in the catalog.
    #[must_use]
    pub fn wire(self) -> &'static str {
        self.into()
    }
}

impl FromStr for CancelReason {
    type Err = ParseError;

    fn from_str(wire: &str) -> Result<Self, ParseError> {
        if wire == Self::Customer.wire() { Ok(Self::Customer) } else { wire.parse().map(Self::Over) }
    }
}
